"""Lengths of time and their ends: what is read of them, and what is not."""

from __future__ import annotations

import pytest

from newslint.analyses.facts.apart import apart_in_days, apart_in_years
from newslint.analyses.facts.lengths import lengths_in
from newslint.analyses.text.words import words
from newslint.api import read


def story(text):
    return read(text, format="fragment", language="en")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It was founded in 1955, six years before it moved in 1961.", (1955, 1961)),
        ("It was sold in May 1970, two years after a fire in 1968, and shut.", (1968, 1970)),
        ("It burnt in 1987 and was mended three years later, in 1990.", (1987, 1990)),
        ("It burnt in 1987. In 1990, three years later, it was mended.", (1987, 1990)),
        ("It was sold in 1970, two years after a plan to plant woods in 2010.", None),
        ("It was sold in 1970, two years after a man caught in 1965 fled.", None),
        ("It was sold in 1970, two years after he, who left in 1965, fled.", None),
        ("They won in 1987 and 1988, and three years later, in 1990, lost.", None),
    ],
)
def test_two_years_are_those_that_a_length_lies_between(text, years):
    of = story(text)
    assert [(each.first, each.last) for each in apart_in_years(of, of.get(words))] == ([years] if years else [])


@pytest.mark.parametrize(
    ("text", "told", "days"),
    [
        ("He spoke on Feb. 7 in Arle, just days before the Feb. 3 vote.", 0, -4),
        ("It fell on June 12, two weeks after the fire of May 3.", 2, -40),
        ("It was out on Dec. 30, five days before the fair on Jan. 4.", 5, 5),
        ("It shut on June 3, the day after the June 2 vote.", 1, -1),
        ("It shut on June 20, two days after the June 8 vote failed.", None, None),
        ("It shut on June 20, about two days after the June 8 vote.", None, None),
    ],
)
def test_two_days_are_as_far_apart_as_the_calendar_has_it(text, told, days):
    found = [(each.told, each.days) for each in apart_in_days(story(text))]
    assert found == ([] if told is None else [(told, days)])


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("He sat for a decade.", 7.5, 12.5),
        ("He sat for two decades.", 15, 25),
        ("He sat for more than a decade.", 10, 20),
    ],
)
def test_a_decade_is_a_round_word(text, least, most):
    (zone,) = story(text).zones
    (length,) = lengths_in(zone, 0, len(text))
    assert (length.unit, *length.interval) == ("year", least, most)


def test_a_rate_by_the_decade_is_no_length():
    (zone,) = story("It costs $2m a decade.").zones
    assert list(lengths_in(zone, 0, 22)) == []
