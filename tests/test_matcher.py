"""The matcher finds what plain `re` finds for each needle by itself."""

import re
import sys
import unicodedata
from importlib import import_module
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import matcher
from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace
from newslint.kinds.base import KindRule

# Each of the roads that the matcher may take, by itself: what it finds does not show which one it took.
from newslint.matcher import (
    Matcher,
    Needle,
    TooSlow,
    _index,
    _patterns,
    compile_pattern,
    fold,
    groups_at,
    lower,
    term_pattern,
)
from newslint.matcher._cost import cost_of
from newslint.matcher._index import index_of
from newslint.matcher._loose import LooseSet
from newslint.matcher._syntax import _Reader, literals_of, plan_of
from newslint.matcher._text import cast, shadow
from newslint.matcher._timed import timed
from newslint.rulebook.cards import gate_of

# Where the automaton's wheel is missing, pure Python finds the same: each test runs over both.
both_roads = pytest.mark.parametrize("plain", [False, True], ids=["wheel", "plain"])
# Of many needles those that a text may have are told by an index: of few too, if this says so.
narrowed = pytest.mark.parametrize("few", [16, 0], ids=["all", "narrowed"])


def matches(needles, text, plain=False):
    hits = Matcher(needles, plain=plain).scan(text, [(0, len(text))])
    return sorted((m.needle, text[m.start : m.end]) for m in hits)


@both_roads
def test_terms_stand_on_word_boundaries_and_are_blind_to_case_and_kinds_of_sign(plain):
    needles = [Needle("it's"), Needle("scroll for next"), Needle("sa")]
    assert matches(needles, "It’s a SCROLL\u00a0FOR NEXT in Wałęsa", plain) == [
        (0, "It’s"),
        (1, "SCROLL\u00a0FOR NEXT"),
    ]


@both_roads
def test_case_counts_where_a_needle_says_so(plain):
    assert matches([Needle("TK", case=True)], "TK tk Tk", plain) == [(0, "TK")]


@both_roads
def test_a_term_within_a_longer_term_of_another_rule_is_found_too(plain):
    assert matches([Needle("new"), Needle("new york"), Needle("york")], "New York", plain) == [
        (0, "New"), (1, "New York"), (2, "York"),
    ]  # fmt: skip


@both_roads
def test_terms_of_signs_need_no_word_boundary(plain):
    assert matches([Needle("[check]"), Needle("###")], "a[CHECK]b###", plain) == [(0, "[CHECK]"), (1, "###")]


def test_a_pattern_does_not_reach_over_a_bound():
    text = "one\n\ntwo"
    matcher = Matcher([Needle(r"one\s+two", pattern=True), Needle(r"^t\w+$", pattern=True)])
    assert [(m.needle, m.start, m.end) for m in matcher.scan(text, [(0, 3), (5, 8)])] == [(1, 5, 8)]


def test_a_pattern_is_looked_for_in_the_sorts_of_stretches_that_are_asked_for():
    text = "red 1\n\nred 2\n\nred 3"
    bounds, sorts = bounds_of(text), ["headline", "body", "caption"]
    needles = [Needle(r"red \d", pattern=True)] * 3
    for plain in (False, True):
        matcher = Matcher(needles, [("headline",), ("body", "caption"), ()], plain=plain)
        found = sorted((m.needle, text[m.start : m.end]) for m in matcher.scan(text, bounds, sorts=sorts))
        assert found == [(0, "red 1"), (1, "red 2"), (1, "red 3"), (2, "red 1"), (2, "red 2"), (2, "red 3")]
        assert len(matcher.scan(text, bounds)) == 9


@pytest.mark.parametrize(
    ("pattern", "message"), [("(", "does not compile"), (r"(a)\1", "back-reference"), ("a*", "matches an empty text")]
)
def test_patterns_that_cannot_be_taken_say_why(pattern, message):
    with pytest.raises(ValueError, match=message):
        compile_pattern(Needle(pattern, pattern=True))


def test_lower_and_fold_keep_the_length():
    text = "İstanbul ẞ Σ “x”\u202f’"
    assert len(lower(fold(text))) == len(text)


def test_a_term_of_letters_that_the_shadow_cannot_show_is_found_all_the_same():
    needles = [Needle("ł"), Needle("łódź"), Needle("Wałęsa"), Needle("москва"), Needle("— “")]
    text = "Ł w Łódź; WAŁĘSA. МОСКВА, łx. — “x"
    assert matches(needles, text) == [(0, "Ł"), (1, "Łódź"), (2, "WAŁĘSA"), (3, "МОСКВА"), (4, "— “")]


def test_terms_that_share_a_shadow_are_told_apart():
    needles = [Needle("it's"), Needle("it s"), Needle("it-s"), Needle("(it s)")]
    assert matches(needles, "it’s it s it\u2011s (it\u00a0s) it\ns") == [
        (0, "it’s"), (1, "it s"), (1, "it\u00a0s"), (2, "it\u2011s"), (3, "(it\u00a0s)"),
    ]  # fmt: skip


def test_all_that_ignoring_case_makes_equal_has_one_shadow():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in map(chr, range(256)):
        for equal in re.findall(re.escape(letter), every, re.IGNORECASE):
            assert shadow(equal) == shadow(letter)
    for letter in [*map(chr, range(256)), *"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"]:
        for equal in re.findall(re.escape(letter), every, re.IGNORECASE):
            assert cast(equal) == cast(letter)
    assert {cast(digit) for digit in re.findall(r"\d", every)} == {b"0"}
    assert {cast(space) for space in re.findall(r"\s", every)} == {b" ", b"\n", b"?"}
    assert {shadow(c) for c in every if c.lower() == "k" or c.lower() == "ß"} == {b"k", b"\xdf"}


def test_what_a_cast_shows_of_a_character_is_what_a_shadow_shows():
    for character in map(chr, range(sys.maxunicode + 1)):
        shown = _index._shown(cast(character).decode("latin-1"))  # what an index looks up words of casts by
        assert shown in (shadow(character).decode("latin-1"), "0"), ascii(character)


@given(st.text())
def test_a_cast_has_a_byte_for_each_character(text):
    assert cast(text) == b"".join(map(cast, text))


@given(st.text())
def test_a_shadow_has_a_byte_for_each_character_and_none_for_what_is_no_word(text):
    shade = shadow(text)
    assert len(shade) == len(text)
    assert all(byte == 32 for byte, c in zip(shade, text, strict=True) if not re.match(r"\w", c))


SIGNS = "abAB łęİıſKß\u212aÅµ'’‛“\"- \u00a0\u0301😀_1\r\n"
LETTERS = st.text(alphabet=st.sampled_from(SIGNS), max_size=30)
WORD = st.text(alphabet=st.sampled_from("abAB'- łßſ1k“"), min_size=1, max_size=5)


@both_roads
@narrowed
@given(terms=st.lists(st.tuples(WORD, st.booleans()), min_size=1, max_size=6), text=LETTERS)
def test_terms_are_found_exactly_where_their_patterns_are(few, plain, terms, text):
    terms = [Needle(t, case=case) for t, case in terms if t.strip() == t]
    low = fold(lower(text))
    expected = set()
    for n, term in enumerate(terms):
        pattern = re.compile(f"(?=({term_pattern(fold(lower(term.text)))}))")
        for m in pattern.finditer(low):
            start, end = m.start(), m.start() + len(m[1])
            if not term.case or fold(text)[start:end] == fold(term.text):
                expected.add((n, start, end))
    with mock.patch.object(matcher, "FEW", few):
        got = [tuple(m) for m in Matcher(terms, plain=plain).scan(text, [(0, len(text))])]
    assert len(got) == len(set(got))
    assert set(got) == expected


def plainly(needle, text, bounds):
    """What `re` gives for a pattern by itself."""
    pattern = compile_pattern(needle)
    return {m.span() for start, end in bounds for m in pattern.finditer(text, start, end) if m.end() > m.start()}


def bounds_of(text):
    """The stretches between blank lines, as a story's prose has them."""
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append((at, at + len(part)))
        at += len(part) + 2
    return found


ATOMS = st.sampled_from([
    "a", "abc", "łab", "ſee", "Kilo", "straße", "it's", "“no", "in", r"\b", r"\B", r"\s", r"\s+", r"\W", r"\w", r"\w+",
    r"\d", "[aà]", "[^a]", "[^b1]", "[a-c]", "[h-j]", r"[\w']", r"[\W_]", r"[^\W\d]", ".", "^", "$", "—", "%", r"\.", "é", "İ", "ı", "µ",
    "[^b1]", "(?<!a)", r"(?<=\w)", "(?=b)", "(?!c)", r"\Z", "(?s:.)", r"(?<!\w)", r"(?!\w)", "_a", "{{a_b", r"(?<![\w.])", r"(?<![^\w])", r"(?!\d)", r"\d{2}", "[.:]", r"[\s-]", "š", "€", "(?-i:B)", "😀", "\\u0301",
])  # fmt: skip
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "+", "*", "{2}", "{1,3}", "+?", "??", "{2,}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)
WORDS = st.sampled_from([
    "a", "abc", "ABC", "łab", "Łab", "ſee", "SEE", "\u212ailo", "kilo", "STRASSE", "stra\u1e9ee", "it’s", "it's", "“no", "NO",
    "in", "IN", " ", "  ", "\u00a0", "\u2009", "\r\n", "\n", "\n\n", "b", "c", "_", "1", "²", "٣", "à", "É", "İ", "i", "ı",
    "I", "μ", "µ", "e\u0301", "😀", "Š", "€", "ƒ", "{{", "_", "Ƒ", "?", "\0", "12", ":", "—", "%", ".", "-", "\x1c",
])  # fmt: skip


def taken(pattern, case):
    needle = Needle(pattern, pattern=True, case=case)
    try:
        compile_pattern(needle)
    except ValueError:
        return None
    return needle


@both_roads
@narrowed
@pytest.mark.parametrize("steps", [2e7, 0], ids=["re", "regex"])
@settings(deadline=None, max_examples=150)
@given(patterns=st.lists(PATTERNS, min_size=1, max_size=5), case=st.booleans(), words=st.lists(WORDS, max_size=12))
def test_patterns_match_exactly_where_re_says_on_either_road(steps, few, plain, patterns, case, words):
    needles = [needle for pattern in patterns if (needle := taken(pattern, case))]
    text = "".join(words)
    bounds = bounds_of(text)
    expected = {(n, *span) for n, needle in enumerate(needles) for span in plainly(needle, text, bounds)}
    with mock.patch.object(_patterns, "_STEPS", steps), mock.patch.object(matcher, "FEW", few):
        got = [tuple(m) for m in Matcher(needles, plain=plain).scan(text, bounds)]
    assert len(got) == len(set(got))
    assert set(got) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "stopped"),
    [
        ("(a+)+$", "a" * 3000 + "!", True),
        ("(a|aa)+$", "a" * 40 + "!", None),
        ("[a-z]+[0-9]!", "ab" * 500_000 + " 1!", True),
        ("(?:a?){30}a{30}", "a" * 10, False),
        (r"(?:\w+\s?)+[.]x", "word " * 2000, None),
    ],
)
def test_a_pattern_that_would_run_for_ever_is_stopped(monkeypatch, pattern, text, stopped):
    monkeypatch.setattr(_patterns, "SECONDS", 0.1)  # that it ends at all shows that it was stopped in time
    said = ""
    try:
        assert matches([Needle(pattern, pattern=True)], text) == []
    except TooSlow as error:
        said = str(error)
    assert not said or pattern[:60] in said
    assert stopped in (None, bool(said))


RUNAWAY = """\
id: many-letters
kind: existence
topic: language
message: "“{match}”"
why: A pattern that takes for ever on some stories.
patterns: ['(a+)+$']
examples:
  - bad: "She said [[aaa]]\\n"
"""


def test_a_pattern_that_runs_out_of_time_ends_in_2_and_names_its_rule(newsroom, newslint, monkeypatch):
    monkeypatch.setattr(_patterns, "SECONDS", 0.1)
    (newsroom / "rule.yaml").write_text(RUNAWAY, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: rule.yaml\n", encoding="utf-8")
    (newsroom / "a.txt").write_text(f"The council met.\n\nSo: {'a' * 3000}!\n", encoding="utf-8")
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert "a.txt: the rule “many-letters” was stopped on this story: the pattern “(a+)+$”" in done.out


@pytest.mark.parametrize(
    ("pattern", "gate", "cast"),
    [
        (r"\bin\s+order to\b", (" order to ",), (" order to", "?order to", "\norder to")),
        (r"^By (?=Ana|Tom)", (" by ana", " by tom"), ("\nby ana", "\nby tom")),
        (r"  (?=[a-z])", (), ("  ",)),
        (r"\bin order to\b", (" in order to ",), ("in order to",)),
        (r" \bor\b (?!\w)x", (" or x",), (" or x",)),
        (r"-\bor\b", (" or ",), ("-or",)),
        (r"(?:\bor|(?<![\w.])so)(?!\w)", (" or ", " so "), ("or", "so")),
        (r"(?<![^\w])so(?!\d)", ("so",), ("so",)),
        (r"[Tt]he (?:fact|idea) that", ("the fact that", "the idea that"), ("the fact that", "the idea that")),
        (r"\d+(?:\.\d+)?%", (), ("%",)),
        (r"\d{2}[.:][0-5]\d{1,9} ?pm", (" pm", "pm"), ("00.00", "00:00")),
        (r"(?:[1-9]\d{2}|0{3})[ \xa0][£€₹“]", ("000", *"123456789"), ("000 ?", "000 £", "000 “", "000 €")),
        (r"(?<!\w)colou?r", (" color", " colour"), ("color", "colour")),
        ("(?:x|ab)?c*", (), ()),
        (r"\b[A-Z]{2,5}\b", (), ()),
        (r"(?a)an\Wy\b", ("an",), ("an",)),
    ],
)
def test_the_literals_that_a_pattern_needs_are_read_off_it(pattern, gate, cast):
    flags = re.MULTILINE | re.IGNORECASE
    words, casts = literals_of(pattern, import_module("re._parser").parse(pattern, flags))
    assert sorted(words) == sorted(gate)
    assert sorted(literal.encode("latin-1").decode("cp1252") for literal in casts) == sorted(cast)
    plan = plan_of(pattern, flags)
    assert (plan.gate, plan.cast) in ((words, ()), ((), casts))


def test_a_part_of_a_pattern_that_nobody_knows_here_opens_the_gate_and_counts_as_slow():
    part, _ = _Reader(words=True, ascii_only=False).part("NOVELTY", None)
    assert part.exact is None
    assert part.needs is None
    assert cost_of([("NOVELTY", None)])[1] > 5


@pytest.mark.parametrize(
    ("pattern", "steps", "degree"),
    [
        ("abc", 2, 0),
        ("aaa", 4, 0),
        ("(?:^|(?<=[.!?] ))(?:Certainly|Sure)x?", 20, 0),
        (r"\d{1,9}(?:,\d{3}){0,5}(?:\.\d{1,6})? ?%", 80, 0),
        (r"\d{1,9}\d{1,9}\d{1,9}x", 2000, 0),
        ("(?:January|June|July|May|March) [0-9]", 40, 0),
        ("(?:a|ab|abc){8}", 1e5, 0),
        (r"\w+ \w+ said", 20, 1),
        (r"\b\w+ \w+ said", 20, 0),
        (r"-\s+x", 10, 0),
        (r"[a-z]+[0-9]", 10, 1),
        (r"\w+[a-z]+[0-9]", 10, 2),
        (r"(?:turn\d{1,2}(?:search|news|view)\d{1,2})+", 9, 1),
        (r"(?>\w+)\w+x", 10, 1),
        (r"[^\W\d]+\d+x", 10, 2),
        (r"[^\w]+\d", 10, 1),
        (r"k+\u212a", 10, 1),
        (r"\d{1,3}(?:, ?\d{1,3}){0,9}(?=\])", 100, 0),
        (r"\d{1,3}(?:, ?\d{1,3}){0,9}(?!x)", 2e6, 0),
    ],
)
def test_how_the_time_of_a_pattern_may_grow(pattern, steps, degree):
    plan = plan_of(pattern, re.IGNORECASE)
    assert plan.degree == degree
    assert steps / 10 < plan.steps <= steps


@pytest.mark.parametrize(
    "pattern",
    ["(?:a+)+$", "(?:a|a)+$", "(?:a|ab?)+$", r"(?:\w+\s?)+x", "(?:a?)+x", "(?:a?){30}a{30}", r"(?:kk?|\u212a)+x"],
)
def test_a_pattern_that_can_be_led_on_for_ever_counts_as_endless(pattern):
    plan = plan_of(pattern, re.IGNORECASE)
    assert plan.degree > 5 or plan.steps > 1e9


def test_the_groups_of_a_match_are_the_same_on_either_road(monkeypatch):
    needle = Needle(r"(?P<n>\d+) (per) cent", pattern=True)
    assert groups_at(needle, "4 per cent", 0) == (("4", "per"), {"n": "4"})
    monkeypatch.setattr(_patterns, "_STEPS", 0)
    assert groups_at(needle, "4 per cent", 0) == (("4", "per"), {"n": "4"})
    assert groups_at(needle, "4 percent", 0) is None


@settings(deadline=None, max_examples=300)
@given(patterns=st.lists(PATTERNS, min_size=1, max_size=6), case=st.booleans(), words=st.lists(WORDS, max_size=12))
def test_the_set_of_loose_patterns_errs_only_towards_firing(patterns, case, words):
    pytest.importorskip("re2")
    needles = [needle for pattern in patterns if (needle := taken(pattern, case))]
    text = "".join(words)
    fired = LooseSet([(n.text, re.MULTILINE | (0 if case else re.IGNORECASE)) for n in needles]).fired(text)
    assert {n for n, needle in enumerate(needles) if plainly(needle, text, [(0, len(text))])} <= fired


def test_the_set_of_loose_patterns_leaves_out_what_cannot_match():
    pytest.importorskip("re2")
    patterns = [
        (p, re.MULTILINE | re.IGNORECASE)
        for p in (r"\d+ ?°", r"\b\w+ly-\w+", r"[.!?]{2,}", r"(?<!\d)\(s\)", "a{2000}")
    ]
    assert LooseSet(patterns).fired("A newly-built house…") == {1}
    assert LooseSet(patterns).fired("Stop!! 4°") == {0, 2}
    assert LooseSet(patterns).fired("\ud800") == {0, 1, 2, 3, 4}


def test_alternatives_that_leave_out_one_letter_each_match_any():
    assert timed("[^a]|[^b]", 0).findall("ab") == ["a", "b"]
    assert timed(r"x[^\W]|x[^b]", 0).findall("xa x. xb") == ["xa", "x.", "xb"]


def test_letters_newer_than_this_python_are_the_only_words_the_two_roads_see_differently():
    known = "".join(c for c in map(chr, range(0x3000)) if unicodedata.category(c) not in ("Cn", "Cs"))
    for pattern in (r"\w", r"\W", r"\d", r"\s", r"[\W\d]", ".", "[a-z]", "[^h-j]", "[à-ž]", "[^ı]", "s", "[^K]"):
        for flags in (0, re.IGNORECASE):
            assert timed(pattern, flags).findall(known) == re.findall(pattern, known, flags)


def test_the_index_of_many_needles_is_kept_and_a_damaged_one_made_again(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    words = [f"{chr(97 + n % 26)}{chr(97 + n // 26)}wort" for n in range(300)]
    needles = [*(Needle(f"{word} and such") for word in words), Needle(r"\d+ ?%", pattern=True), Needle("…")]
    made = index_of(needles)
    assert made.there("Hawort and such, up 3 % …") == {7: [""], 300: ["0 %"], 301: [""]}
    assert made.there("Hbwort such, 3%") == {33: [""], 300: ["0%"], 301: [""]}
    with monkeypatch.context() as patch:
        patch.setattr(_index, "_made", None)  # it is not made again
        assert index_of(needles).there("hawort") == made.there("hawort")
    for damage in ({}, [], [1], [{}, *[[]] * 6, {}], None):
        with monkeypatch.context() as patch:
            patch.setattr(_index.cache, "load", lambda key, damage=damage: damage)
            assert index_of(needles).there("3 %") == {300: ["0 %"], 301: [""]}


def test_in_the_first_texts_and_in_later_ones_the_same_is_found():
    needles = [
        *(Needle(f"word{n}") for n in range(40)),
        *(Needle(rf"\b[a-z]+{n}\b", pattern=True) for n in range(40)),
    ]
    text = " ".join(f"word{n}" for n in range(0, 40, 3))
    matcher = Matcher(needles)
    found = [sorted(matcher.scan(text, [(0, len(text))])) for _ in range(12)]
    assert found == [found[0]] * 12
    assert len(found[0]) == 14 * 2


def test_the_first_texts_hold_every_rules_examples_as_later_ones_do():
    rules = Workspace(Settings()).config("").pack.rules.values()
    needles = [
        needle
        for rule in rules
        for needle in (rule.needles() if isinstance(rule, KindRule) else gate_of(type(rule).gate()))
    ]
    with mock.patch.object(matcher, "SOME", 10**9):
        first = Matcher(needles)
    with mock.patch.object(matcher, "SOME", 0):
        later = Matcher(needles)
    for rule in rules:
        for example in rule.examples:
            bounds = bounds_of(example.text)
            assert set(first.scan(example.text, bounds)) == set(later.scan(example.text, bounds)), example.text
