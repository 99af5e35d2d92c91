"""The headline's figures against the story: which say the same, and which are looked at at all."""

from __future__ import annotations

import pytest

import newslint
from newslint.checks.headline_figure import HeadlineFigure


def found(headline: str, body: str) -> list[str]:
    story = newslint.read(f"# {headline}\n\n{body}", format="markdown")
    return [finding.message for finding in HeadlineFigure().check(story)]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Mill fined £80,000", "The mill was fined £80,400 in court."),
        ("Mill fined £1.4m", "The mill was fined £1.36m in court."),
        ("Mill fined over $2 million", "The mill was fined $2,849,824 in court."),
        ("Mill fined $3 MILLION", "The mill was fined $3m in court."),
        ("Mill lost 12 months of grain", "The mill lost a year of grain in the flood."),
        ("Mill lost 5% of grain", "The mill lost five per cent of its grain in the flood."),
        ("Mill lost a third of grain", "The mill lost 34% of its grain in the flood."),
        ("Miller, 61, fined", "The mill was fined. A 62-year-old miller was fined, too."),
        ("Ten held after mill fire", "Police have arrested 10 people after the fire at the mill."),
        ("Mill 4 to open", "The second mill of the group will open with 9 men."),
        ("Mill cost £9m", "The mill in Ely cost £4m to build and £5m to mend."),
    ],
)
def test_what_may_be_the_same_figure_is_left_alone(headline, body):
    assert found(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "body", "message"),
    [
        (
            "Mill fined £80,000",
            "The mill was fined £60,000 in court.",
            "“£80,000” in the headline, “£60,000” in the story",
        ),
        ("Mill fined $3 MILLION", "The mill was fined $5m.", "“$3 MILLION” in the headline, “$5m” in the story"),
        ("Mill lost 5% of grain", "The mill lost 15% of its grain.", "“5%” in the headline, “15%” in the story"),
        (
            "Six held after mill fire",
            "Police arrested 10 men after the mill fire.",
            "“Six” in the headline, “10” in the story",
        ),
        (
            "80-page plan for mill",
            "The plan for the mill, a 70-page paper, is out.",
            "“80-page” in the headline, “70-page” in the story",
        ),
        ("Miller, 61, fined", "A 16-year-old miller was fined.", "“61” in the headline, “16-year-old” in the story"),
    ],
)
def test_another_figure_of_the_same_thing_is_told(headline, body, message):
    assert found(headline, body) == [message]


def test_a_figure_that_stands_farther_down_is_borne_out():
    body = "The mill was fined £60,000 in court.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\nWith costs it paid £80,000."
    assert found("Mill fined £80,000", body) == []


def test_a_story_without_copy_contradicts_nothing():
    assert found("Mill fined £80,000", "") == []


def test_a_figure_of_the_copy_that_is_another_of_the_headlines_contradicts_none():
    head = "How a Two-Day Sprint Moved an Agency Twenty Years Forward"
    assert found(head, "It took a two day sprint to move the agency forward by years.") == []
    assert found("Six held, nine hurt after mill fire", "Police held nine men hurt in the mill fire.") == []


def test_days_are_no_years_but_weeks_may_be_months():
    assert found("Mill closed twenty years", "The mill was closed for two days.") == []
    assert found("Mill closed two months", "The mill was closed for three weeks.") == [
        "“two months” in the headline, “three weeks” in the story"
    ]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Bakers meet in Ely 12–13 October (workshops 14–15 October)",
            "The workshops of bakers are on October 14–15.",
        ),
        ("Bakers to meet 12–13 October", "The bakers will meet from October 14."),
        ("Bakers to meet 12 October", "The bakers will meet on October 14 and 15."),
        ("Bakers to meet 12 October", "The bakers will meet on October 14. The bakers part on October 16."),
    ],
)
def test_several_days_leave_open_which_are_one(headline, body):
    assert found(headline, body) == []


def test_one_day_against_another_is_told():
    assert found("Bakers to meet 12 October", "The bakers will meet on October 14.") == [
        "“12 October” in the headline, “October 14” in the story"
    ]
