"""The matcher finds what plain `re` finds for each needle by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.matcher import Matcher, Needle, compile_pattern, fold, lower, term_pattern


def found(needles, text):
    return sorted((m.needle, text[m.start : m.end]) for m in Matcher(needles).scan(text, [(0, len(text))]))


def test_terms_stand_on_word_boundaries_and_are_blind_to_case_and_kinds_of_sign():
    needles = [Needle("it's"), Needle("scroll for next"), Needle("sa")]
    assert found(needles, "It’s a SCROLL\u00a0FOR NEXT in Wałęsa") == [(0, "It’s"), (1, "SCROLL\u00a0FOR NEXT")]


def test_case_counts_where_a_needle_says_so():
    assert found([Needle("TK", case=True)], "TK tk Tk") == [(0, "TK")]


def test_a_term_within_a_longer_term_of_another_rule_is_found_too():
    assert found([Needle("new"), Needle("new york"), Needle("york")], "New York") == [
        (0, "New"), (1, "New York"), (2, "York"),
    ]  # fmt: skip


def test_terms_of_signs_need_no_word_boundary():
    assert found([Needle("[check]"), Needle("###")], "a[CHECK]b###") == [(0, "[CHECK]"), (1, "###")]


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


LETTERS = st.text(alphabet=st.sampled_from("abAB łęİſKß'’“\"- \u00a0\u0301😀_1"), max_size=30)


@given(
    st.lists(st.text(alphabet=st.sampled_from("abAB'- łß1"), min_size=1, max_size=5), min_size=1, max_size=6), LETTERS
)
def test_terms_are_found_exactly_where_their_patterns_are(terms, text):
    terms = [t for t in terms if t.strip() == t and t]
    low = lower(fold(text))
    expected = set()
    for n, term in enumerate(terms):
        pattern = re.compile(f"(?=({term_pattern(lower(fold(term)))}))")
        expected |= {(n, m.start(), m.start() + len(m[1])) for m in pattern.finditer(low)}
    got = {tuple(m) for m in Matcher([Needle(t) for t in terms]).scan(text, [(0, len(text))])}
    assert got == expected
