"""Figures are read with their scale, unit, hedge and what they count, and compared as intervals."""

import pytest

from newslint.analyses.facts.quantities import base_value, read
from newslint.base.text import Span
from newslint.model.story import Zone


def figures(text):
    return list(read(Zone("body", Span(0, len(text)), text)))


def figure(text):
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("45 banks", 45, ""),
        ("Forty-five banks", 45, ""),
        ("two hundred and ten men", 210, ""),
        ("a hundred people", 100, ""),
        ("half a million people", 500_000, ""),
        ("more than a dozen", 12, ""),
        ("1,47,000 votes", 147_000, ""),
        ("Rs 4.35 lakh crore", 4.35e12, "Rs"),
        ("Rs170bn", 1.7e11, "Rs"),
        ("$28bn", 28e9, "$"),
        ("US$ 304 million", 304e6, "$"),
        ("19bn kronor", 19e9, "kronor"),
        ("33 cents a share", 0.33, "$"),
        ("5.5 per cent", 5.5, "%"),
        ("Twelve percent", 12, "%"),
        ("9.2 percentage points", 9.2, "points"),
        ("a third of them", 100 / 3, "%"),
        ("three-quarters", 75, "%"),
        ("one in five", 20, "%"),
        ("1 in 4 residents", 25, "%"),
        ("one in 10,000", 0.01, "%"),
        ("10 miles", 10, "mile"),
        ("a 27-year-old", 27, "year"),
        ("an 80-page book", 80, ""),
        ("in 2004", 2004, "date"),
        ("2,004 men", 2004, ""),
    ],
)
def test_a_figure_has_a_value_and_a_unit(text, value, unit):
    found = figure(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "the 1st",
        "at 7:30pm",
        "9/11",
        "won 35-30",
        "COVID-19",
        "half an hour",
        "one of them",
        "version 2.3.4",
        "half-time",
    ],
)
def test_what_is_no_figure_is_left_out(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$28bn", "$28.3bn"),
        ("nearly half", "47%"),
        ("more than 7,000", "7,412"),
        ("nearly 7,100", "7,058"),
        ("about 100", "112"),
        ("a third", "35%"),
        ("300,000", "304,000"),
        ("a dozen", "12"),
    ],
)
def test_figures_that_may_be_one_agree_whichever_comes_first(one, other):
    assert figure(one).agrees(figure(other))
    assert figure(other).agrees(figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("12", "11"), ("$2bn", "$4bn"), ("more than half", "44%"), ("a third", "45%"), ("nearly 7,000", "7,900")],
)
def test_figures_that_cannot_be_one_do_not_agree(one, other):
    assert not figure(one).agrees(figure(other))


def test_what_is_counted_are_the_words_up_to_a_small_word():
    assert figure("26 big power stations in the north").counted == ("big", "power", "stations")
    assert figure("an 80-page roundup").counted == ("page",)


def test_odds_end_before_the_year_and_a_day_is_no_chance():
    assert [each.value for each in figures("one in three in 2000")] == pytest.approx([100 / 3, 2000])
    assert [each.unit for each in figures("3 in 10 days")] == ["", "day"]


def test_units_of_one_dimension_can_be_compared():
    assert base_value(figure("10 miles")) == ("length", pytest.approx(16_093.4))
    assert base_value(figure("16km")) == ("length", pytest.approx(16_000))
    assert base_value(figure("20%")) is None


def test_each_figure_of_a_long_text_is_found_whatever_it_begins_with():
    text = "Half a million men, A third of them, US$5, HK$6 and Rs7, X$8, U2, Ten-year (nine) Nineties, an hour, an hundred."
    assert [each.text for each in figures(text)] == [
        "Half a million",
        "A third",
        "US$5",
        "HK$6",
        "Rs7",
        "8",
        "Ten",
        "nine",
        "an hundred",
    ]
