"""A headline that names somebody whom the story does not."""

from __future__ import annotations

import pytest

import newslint
from newslint.checks.dead_speaker import DeadSpeaker
from newslint.checks.headline_name import HeadlineName

STORY = "Peter Dahlqvist has left the council.\n\nDahlqvist, a baker, was mayor for a year."


def found(headline: str, body: str = STORY) -> list[str]:
    story = newslint.read(f"# {headline}\n\n{body}", format="markdown")
    return [story.source.text[each.span.start : each.span.end] for each in HeadlineName().check(story)]


@pytest.mark.parametrize(
    "headline", ["Halvorsen quits over pool", "Halvorsen’s last day", "The Halvorsen Story", "Peter Halvorsen quits"]
)
def test_a_name_that_stands_nowhere_else_is_told(headline):
    assert found(headline) == ["Halvorsen"]


@pytest.mark.parametrize(
    "headline",
    [
        "Dahlqvist quits over pool",
        "Halvorsen and Dahlqvist quit",
        "Halvorsen, Ekholm and Sandoval quit",
        "Baker quits over pool",
        "Whitehall shuts pool",
        "Ely 2-1 Halvorsen",
        "Halvorsen-Ekholm quits",
        "@Halvorsen quits",
        "HALVORSEN QUITS",
    ],
)
def test_other_headlines_are_left_alone(headline):
    assert found(headline) == []


def test_a_name_of_which_a_form_stands_below_is_left_alone():
    assert found("Halvorsen quits", f"{STORY}\n\nThe Halvors are a family.") == []


def test_a_very_long_headline_is_none():
    assert found("Halvorsen quits " + "so " * 200) == []


def test_a_death_told_of_one_day_and_words_of_the_day_before_are_no_contradiction():
    text = "Ana Ekholm, who died on Saturday, was well known. “No,” Ana Ekholm said on {}."
    days = ("Sunday", "Tuesday", "Friday", "Saturday")
    hits = [len(list(DeadSpeaker().check(newslint.read(text.format(day))))) for day in days]
    assert hits == [1, 1, 0, 0]
