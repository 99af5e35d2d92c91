"""Many patterns over one text: each has the matches that `re.finditer` gives it, wherever it is looked for."""

import contextlib
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.matcher import TooSlow

# private: how a pattern is read and stopped shows in nothing but the time it takes
from newslint.matcher._alike import most_alike
from newslint.matcher._patterns import Patience
from newslint.matcher._timed import timed
from newslint.matcher.heads import Patterns, Source

both_roads = pytest.mark.parametrize("plain", [False, True], ids=["wheel", "plain"])

SIGNS = [
    *"aabcsik ı.,-'\n",
    "İ",
    "ß",
    "ſ",
    "\u212a",
    "ﬁ",
    "é",
    "e\u0301",
    "ä",
    "Å",
    "\u212b",
    "😀",
    "𝐀",
    "½",
    "\u00a0",
    "’",
    "3",
    "ł",
    "ǅ",
]
WORDS = [
    "as",
    "bass",
    "is",
    "Kai",
    "ab",
    "a",
    "İs",
    "straße",
    "STRASSE",
    "ﬁn",
    "cafe\u0301",
    "3 a",
    "can't",
    "ba-a",
    "s",
    "ſi",
]
ATOMS = [
    *WORDS, "(?:as|is|ab)", "(bass|ba)", r"\bas\b", r"\b", r"\B", r"\w", r"\w+", r"\s", r"\s+", r"[ab]", "[^a]", ".", "^", "$",
    r"\d", "(?=s)", "(?!s)", "(?<=a)", "(?<!b)", "a?", "(?:is)?", "s{1,2}", r"(?i:Kai|as)", "[İi]s", r"\W", "'", "(?:a|ab)(?:s|ss)",
    r"(\w)\1", "(?>as|a)", "(?s:.)", "\\A", r"\Z", "-", " ", r"(a)?(?(1)s|b)", "[A-Z]", "[à-ö]", r"[^\W\d_]",
]  # fmt: skip


def compiles(pattern: str, flags: int) -> bool:
    try:
        re.compile(pattern, flags)
    except re.error:
        return False
    return True


sequences = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=4).map("".join)
grouped = st.lists(sequences, min_size=1, max_size=4).map("|".join)
patterns = (
    st.builds(
        "{}(?:{}){}".format,
        st.sampled_from(["", r"\b", "(?<!a)", "^"]),
        grouped,
        st.sampled_from(["", r"\b", "s", r"\w*"]),
    )
    | grouped
)
sources = st.builds(Source, patterns, st.sampled_from([re.M, re.M | re.I]), st.just(True)).filter(
    lambda each: compiles(*each[:2])
)
texts = st.lists(st.sampled_from(SIGNS + WORDS + [" ", " "]), max_size=14).map("".join)


def found_by_re(source: Source, text: str) -> list[tuple[int, int, int | None]]:
    return [(*m.span(), m.lastindex) for m in re.finditer(source.text, text, source.flags)]


@both_roads
@given(st.lists(sources, min_size=1, max_size=4), texts, st.data())
@settings(max_examples=400)
def test_matches_are_those_of_finditer_in_all_of_a_text_and_in_part_of_it(plain, made, text, data):
    found = Patterns(made, plain=plain).over(text, Patience(len(text)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for n, source in enumerate(made):
        assert found.everywhere(n) == found_by_re(source, text), source
        inside = [(a + start, b + start, group) for a, b, group in found_by_re(source, text[start:end])]
        assert found.within(n, start, end) == inside, source


def found(pattern: str, text: str, start: int = 0, end: int | None = None, flags: int = re.M | re.I):
    matches = Patterns([Source(pattern, flags)]).over(text, Patience(len(text)))
    return [text[a:b] for a, b, _ in matches.within(0, start, len(text) if end is None else end)]


def test_a_part_that_cuts_a_word_is_searched_as_if_it_were_all_there_is():
    assert found(r"\b(?:ab|cd)\b", "xabx cd", 1, 3) == ["ab"]
    assert found(r"\b(?:ab|cd)\b", "xabx cd") == ["cd"]


def test_a_pattern_that_may_match_nothing_has_the_matches_of_finditer():
    assert found("(?=as)|as", "as") == ["", "as"]


@pytest.mark.parametrize(
    ("pattern", "local"),
    [
        (r"\bas\b", True), (r"(?:a|b)+ c{2,3}?", True), (r"(a)\1", True), ("a(?=b)", False), ("(?<!b)a", False), ("^a", False),
        ("a$", False), (r"(?>a ?)\b", False), ("a ?+b", False), ("(a)?(?(1)b|c)", False), ("(?:(?>a)|b)", False),
    ],
)  # fmt: skip
def test_a_pattern_is_local_that_finds_in_a_part_what_it_finds_there_in_the_whole(pattern, local):
    assert Patterns([Source(pattern, re.M)]).patterns[0].local is local


def test_what_is_taken_for_good_is_taken_otherwise_in_a_part():
    text = "a -"
    assert found(r"(?>a ?)\b", text) == []
    assert found(r"(?>a ?)\b", text, 0, 1) == ["a"]


# --- patterns that nobody would write but to do harm

WORDS_IN_ROW = "|".join(f"word{n}x" for n in range(4000))
LARGE = {
    "words": rf"\b(?:{WORDS_IN_ROW})\b",
    "two lists": f"(?:{WORDS_IN_ROW})(?:{WORDS_IN_ROW})",
    "groups": "|".join(f"(?:w{n}|x{n}|)" for n in range(2000)),
    "places": r"(?:^|\b)" * 40 + "word1x",
    "optional": "a?" * 3000 + "b",
    "optional groups": "(?:a|)" * 2000 + "b",
    "literal": "ab" * 5000,
    "longest literal": "ab" * 20_000,
    "nested": "(?:a|" * 55 + "b" + ")" * 55,
    "looks": "(?=w)" * 500 + "word1x",
    "repeats": "(?:(?:w{0,500}){0,500}){0,500}x",
}


@pytest.mark.parametrize("pattern", LARGE.values(), ids=LARGE)
def test_a_large_pattern_is_read_in_few_steps(pattern):
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        Patterns([Source(pattern, re.M)])
    finally:
        sys.setprofile(None)
    assert steps < 6_000_000  # of alternatives held each against each there would be a hundred times as many


def test_thousands_of_words_are_looked_for_by_what_they_begin_with():
    patterns = Patterns([Source(LARGE["words"], re.M)])
    assert patterns.by_heads == {0}
    matches = patterns.over("a word17x and word3999x.", Patience(20))
    assert matches.everywhere(0) == [(2, 9, None), (14, 23, None)]


HOSTILE = [r"(a+)+$", r"(?:a|aa)+$", r"(a*)*b", r"(.*)(.*)(.*)(.*)(.*)x\1", r"(?:a|b{0,5000}){0,5000}c", r"(a|a)*\b-"]


@pytest.mark.parametrize("plain", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_pattern_without_end_is_stopped_or_ends(pattern, plain):
    text = "a" * 20_000 + "b" + "-"
    patience = Patience(len(text))
    patience.left = 0.2
    with contextlib.suppress(TooSlow):
        Patterns([Source(pattern, re.M, plain)]).over(text, patience).everywhere(0)
    assert patience.left <= 0.2


def test_one_that_ran_out_of_time_is_named():
    text = "a" * 50_000 + "b"
    patience = Patience(len(text))
    patience.left = 0.1
    with pytest.raises(TooSlow, match=r"the pattern “\(a\+\)\+\$”"):
        Patterns([Source("(a+)+$", re.M)]).over(text, patience).everywhere(0)


@given(grouped, texts)
@settings(max_examples=200)
def test_what_can_be_stopped_finds_what_re_finds(pattern, text):
    if not compiles(pattern, re.M) or (not text and "\\B" in pattern):  # which re finds in no text at all up to 3.13
        return
    flags = re.M
    written = timed(pattern, flags)
    assert [m.span() for m in written.finditer(text)] == [m.span() for m in re.finditer(pattern, text, flags)]


# --- which of many alternatives may begin alike


def held_each_against_each(begun, ways):
    def alike(one, other):
        (mask, empty, lead), (mask_2, empty_2, lead_2) = one, other
        return empty or empty_2 or (bool(mask & mask_2) and (lead.startswith(lead_2) or lead_2.startswith(lead)))

    return max(sum(ways[b] for b, other in enumerate(begun) if alike(one, other)) for one in begun)


leads = st.text("abc", max_size=3).map(str.encode)
starts = st.builds(lambda lead, mask, empty: (1 << lead[0] if lead else mask, empty, lead), leads, st.integers(1, 7).map(lambda n: n << 97), st.sampled_from([False] * 9 + [True]))  # fmt: skip


@given(st.lists(st.tuples(starts, st.integers(1, 4)), min_size=1, max_size=8))
def test_alternatives_are_alike_as_if_each_were_held_against_each(cases):
    begun, ways = [case for case, _ in cases], [float(number) for _, number in cases]
    assert most_alike(begun, ways) == held_each_against_each(begun, ways)
