"""Dates are found where they stand, read as meant, and never outside the text."""

from datetime import date as Date

import pytest
from helpers import fragment
from hypothesis import given
from hypothesis import strategies as st

from newslint.analyses.dates.moments import dates, day_of
from newslint.base.text import Source, Span
from newslint.model.story import Story, Zone


def found(text):
    return fragment(text).get(dates)


@pytest.mark.parametrize(
    ("text", "reading", "weekday"),
    [
        ("on Monday, Dec. 2, 2025, at noon", (2025, 12, 2), 0),
        ("on Tuesday 2 December 2025.", (2025, 12, 2), 1),
        ("SUNDAY, MARCH 3, 2024", (2024, 3, 3), 6),
        ("on 2 December 2025, a Tuesday", (2025, 12, 2), 1),
        ("on Dec. 2 (Tuesday)", (0, 12, 2), 1),
        ("the 31st of June", (0, 6, 31), -1),
        ("Dec. 12,2020", (2020, 12, 12), -1),
        ("on May 1, 2,000 people", (0, 5, 1), -1),
        ("2025-12-02", (2025, 12, 2), -1),
        ("2025/12/22", (2025, 12, 22), -1),
        ("on Monday, 12-22-2025", (2025, 22, 12), 0),
        ("22/Dec/2025", (2025, 12, 22), -1),
        ("22-Dec-2025 (Monday)", (2025, 12, 22), 0),
        ("Sept. 11 attacks", (0, 9, 11), -1),
    ],
)
def test_a_date_is_read(text, reading, weekday):
    (moment,) = found(text)
    assert (tuple(moment.readings[0]), moment.weekday) == (reading, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "Dec. 2.5 percent",
        "aged 31 April Jones",
        "March on",
        "Mario 3",
        "Augustus 12",
        "1.2.3",
        "555-12-3456",
        "22/Dec-2025",
        "2025/13/32",
        "May $5",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert found(text) == ()


def test_a_weekday_is_left_alone_where_two_days_are_meant():
    assert [m.weekday for m in found("Tuesday and Wednesday, Dec. 2 and 3, 2025; Monday-Friday, Dec. 1-5")] == [
        -1,
        -1,
    ]


def test_figures_are_read_both_ways():
    (moment,) = found("12/2/2025")
    assert {tuple(r) for r in moment.readings} == {(2025, 2, 12), (2025, 12, 2)}


def test_a_story_without_metadata_takes_its_day_from_its_timestamp():
    text = "Published Dec. 4, 2025"
    story = Story(Source("story.txt", text), [Zone("timestamp", Span(0, len(text)), text)])
    assert day_of(story) == Date(2025, 12, 4)


PIECES = st.sampled_from(
    [
        "Monday",
        ", ",
        " ",
        "Dec. ",
        "June",
        "31",
        "2",
        "2025",
        "/",
        "-",
        ".",
        "th",
        " of ",
        "(",
        ")",
        "and ",
        "\n",
        "May ",
        "1,000",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join)))
def test_every_date_lies_inside_its_zone(text):
    for moment in found(text):
        assert 0 <= moment.start < moment.end <= len(moment.zone.text)
        assert moment.zone.span.holds(moment.span)
        if moment.weekday >= 0:
            assert moment.start <= moment.weekday_start < moment.weekday_end <= moment.end
