"""Many words in one pattern match where they match one by one."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.vale.tries import joined

words = st.text("abA", min_size=1, max_size=4)
tokens = st.lists(
    st.one_of(words, words, words, st.sampled_from([r"\w+ab", r"a\.b", "a b", "ab?", r"b\w"])), max_size=12
)


@given(tokens, st.text("abAB .", max_size=40), st.sampled_from([re.M, re.M | re.I]))
@settings(max_examples=400)
def test_words_joined_match_the_same_stretches(tokens, text, flags):
    if not tokens:
        return
    apart, together = (rf"\b(?:{'|'.join(each)})\b" for each in (tokens, [*joined(tokens)]))
    assert [m.span() for m in re.finditer(together, text, flags)] == [
        m.span() for m in re.finditer(apart, text, flags)
    ]


def test_words_that_begin_alike_share_what_they_begin_with():
    assert [*joined(["bus", "buses", "busy", "bar"])] == ["b(?:ar|us(?:es|y)?)"]


def test_words_stay_on_their_side_of_other_tokens():
    assert [*joined(["a", "b", r"a\.", "c"])] == ["a", "b", r"a\.", "c"]
