"""Sentences end where a reader ends them: not at abbreviations, and with their closing quotation marks."""

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from newslint.analyses.text.sentences import sentences, split
from newslint.base.text import Source, Span
from newslint.model.story import Story, Zone


def parts(text):
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mr. Roth left. He was late.", ["Mr. Roth left.", "He was late."]),
        ("The U.S. Senate met. J.M. Roth spoke.", ["The U.S. Senate met.", "J.M. Roth spoke."]),
        ("It cost $3.5 million! Why? Nobody knows.", ["It cost $3.5 million!", "Why?", "Nobody knows."]),
        ("“No.” “Yes,” he said.", ["“No.”", "“Yes,” he said."]),
        ("''No.'' ''Yes,'' he said.", ["''No.''", "''Yes,'' he said."]),
        ("On Jan. 5 it rained. Then it snowed", ["On Jan. 5 it rained.", "Then it snowed"]),
        ("“Why?” she asked.", ["“Why?” she asked."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, wanted):
    assert parts(text) == wanted


def test_the_analysis_gives_spans_of_the_source():
    text = "Rain fell. Snow fell."
    story = Story(Source("a.txt", "# " + text), [Zone("body", Span(2, 2 + len(text)), text)])
    assert [(s.span, s.text) for s in story.get(sentences)] == [((2, 12), "Rain fell."), ((13, 23), "Snow fell.")]


@given(st.text(alphabet="aA.!?… \n\"'”’) ", max_size=80))
def test_sentences_are_in_order_and_lose_no_words(text):
    end = 0
    for a, b in split(text):
        assert not text[end:a].strip()
        assert end <= a < b
        assert not text[a].isspace()
        end = b
    assert not text[end:].strip()


@pytest.mark.parametrize("unit", [".", ". ", ".'", '." ', "A. ", "…!? A"])
def test_the_work_on_a_long_line_grows_with_its_length(unit):
    assert_work_grows_with_length(parts, unit)
