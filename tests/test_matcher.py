"""The matcher finds what plain `re` finds for each needle by itself."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.matcher import Matcher, Needle, compile_pattern, fold, lower, term_pattern
from newslint.matcher._text import shadow

# Where the automaton's wheel is missing, pure Python finds the same: each test runs over both.
both_roads = pytest.mark.parametrize("plain", [False, True], ids=["wheel", "plain"])


def found(needles, text, plain=False):
    matches = Matcher(needles, plain=plain).scan(text, [(0, len(text))])
    return sorted((m.needle, text[m.start : m.end]) for m in matches)


@both_roads
def test_terms_stand_on_word_boundaries_and_are_blind_to_case_and_kinds_of_sign(plain):
    needles = [Needle("it's"), Needle("scroll for next"), Needle("sa")]
    assert found(needles, "It’s a SCROLL\u00a0FOR NEXT in Wałęsa", plain) == [
        (0, "It’s"),
        (1, "SCROLL\u00a0FOR NEXT"),
    ]


@both_roads
def test_case_counts_where_a_needle_says_so(plain):
    assert found([Needle("TK", case=True)], "TK tk Tk", plain) == [(0, "TK")]


@both_roads
def test_a_term_within_a_longer_term_of_another_rule_is_found_too(plain):
    assert found([Needle("new"), Needle("new york"), Needle("york")], "New York", plain) == [
        (0, "New"), (1, "New York"), (2, "York"),
    ]  # fmt: skip


@both_roads
def test_terms_of_signs_need_no_word_boundary(plain):
    assert found([Needle("[check]"), Needle("###")], "a[CHECK]b###", plain) == [(0, "[CHECK]"), (1, "###")]


def test_a_pattern_does_not_reach_over_a_bound():
    text = "one\n\ntwo"
    matcher = Matcher([Needle(r"one\s+two", pattern=True), Needle(r"^t\w+$", pattern=True)])
    assert [(m.needle, m.start, m.end) for m in matcher.scan(text, [(0, 3), (5, 8)])] == [(1, 5, 8)]


@pytest.mark.parametrize(
    ("pattern", "message"), [("(", "does not compile"), (r"(a)\1", "refers back"), ("a*", "matches nothing")]
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
    assert found(needles, text) == [(0, "Ł"), (1, "Łódź"), (2, "WAŁĘSA"), (3, "МОСКВА"), (4, "— “")]


def test_terms_that_share_a_shadow_are_told_apart():
    needles = [Needle("it's"), Needle("it s"), Needle("it-s"), Needle("(it s)")]
    assert found(needles, "it’s it s it\u2011s (it\u00a0s) it\ns") == [
        (0, "it’s"), (1, "it s"), (1, "it\u00a0s"), (2, "it\u2011s"), (3, "(it\u00a0s)"),
    ]  # fmt: skip


def test_all_that_ignoring_case_makes_equal_has_one_shadow():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in map(chr, range(256)):
        for equal in re.findall(re.escape(letter), every, re.IGNORECASE):
            assert shadow(equal) == shadow(letter)
    assert {shadow(c) for c in every if c.lower() == "k" or c.lower() == "ß"} == {b"k", b"\xdf"}


@given(st.text())
def test_a_shadow_has_a_byte_for_each_character_and_none_for_what_is_no_word(text):
    shade = shadow(text)
    assert len(shade) == len(text)
    assert all(byte == 32 for byte, c in zip(shade, text, strict=True) if not re.match(r"\w", c))


SIGNS = "abAB łęİıſKß\u212aÅµ'’‛“\"- \u00a0\u0301😀_1\r\n"
LETTERS = st.text(alphabet=st.sampled_from(SIGNS), max_size=30)
WORD = st.text(alphabet=st.sampled_from("abAB'- łßſ1k“"), min_size=1, max_size=5)


@both_roads
@given(terms=st.lists(st.tuples(WORD, st.booleans()), min_size=1, max_size=6), text=LETTERS)
def test_terms_are_found_exactly_where_their_patterns_are(plain, terms, text):
    terms = [Needle(t, case=case) for t, case in terms if t.strip() == t]
    low = fold(lower(text))
    expected = set()
    for n, term in enumerate(terms):
        pattern = re.compile(f"(?=({term_pattern(fold(lower(term.text)))}))")
        for m in pattern.finditer(low):
            start, end = m.start(), m.start() + len(m[1])
            if not term.case or fold(text)[start:end] == fold(term.text):
                expected.add((n, start, end))
    got = [tuple(m) for m in Matcher(terms, plain=plain).scan(text, [(0, len(text))])]
    assert len(got) == len(set(got))
    assert set(got) == expected
