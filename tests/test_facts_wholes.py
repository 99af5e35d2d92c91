"""Conversions, lists, shares, parts and sums: what the examples of their rules cannot show."""

import pytest

from newslint.analyses.facts.exchanges import exchanges, odd
from newslint.analyses.facts.groups import groups
from newslint.analyses.facts.measures import conversions
from newslint.analyses.facts.parts import divided
from newslint.analyses.facts.shares import closed
from newslint.analyses.facts.sums import added
from newslint.api import read


def story(text):
    return read(text, format="fragment", language="en")


def pairs(text):
    return [(each.text(each.first), each.text(each.second), each.agree) for each in story(text).get(conversions)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("It is 10 miles (16km) off.", "10 miles", "16km"),
        ("It is 8 miles, or about 13 kilometres, off.", "8 miles", "13 kilometres"),
        ("A 102-inch (2.6 metre) screen.", "102-inch", "2.6 metre"),
        ("He is 6 feet, 2 inches (188 cm) tall.", "6 feet, 2 inches", "188 cm"),
        ("They burnt 1.5m hectares (3.7 million acres).", "1.5m hectares", "3.7 million acres"),
        ("It rose to 40 degrees (104 degrees Fahrenheit).", "40 degrees", "104 degrees Fahrenheit"),
        ("They caught 22 pounds of fish (10kg).", "22 pounds", "10kg"),
    ],
)
def test_a_measure_is_read_with_the_one_it_is_converted_to(text, first, second):
    assert pairs(text) == [(first, second, True)]


def test_both_ends_of_a_range_are_converted():
    assert pairs("It was -8 C to -12 C (17.6 F to 10.4 F).") == [
        ("8 C", "17.6 F", True),
        ("12 C", "10.4 F", True),
    ] or [agree for *_, agree in pairs("It was -8 C to -12 C (17.6 F to 10.4 F).")] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "It is 10 miles (16km by boat) off.",
        "He weighs 100 pounds (5 ft tall).",
        "It lasted 3 hours (180 minutes).",
        "He is 6-foot-2-inch (1.88m).",
        "It is 5 km (3 km of it uphill).",
    ],
)
def test_what_is_no_conversion_is_not_read(text):
    assert all(agree for *_, agree in pairs(text))


def test_sums_of_one_bracket_are_three_exchanges():
    found = story("It rose to A$458m ($358m; £191m).").get(exchanges)
    assert [each.pair for each in found] == [("A$", "$"), ("A$", "£"), ("$", "£")]


def test_a_year_in_the_sentence_explains_a_rate_of_long_ago():
    assert not [*odd(story("He paid £100 ($490) in 1938."))]
    assert [*odd(story("He paid £100 ($490) for it."))]


def test_a_dollar_that_is_not_known_is_no_dollar():
    assert story("It cost NT$300m (£7m).").get(exchanges) == ()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It has four shops: Arle, Benn, Corran and Dunmore.", 4, 4),
        ("It has three shops: Bell and Sons, Hale, and Orr.", 0, 0),
        ("It flies to three towns: Paris, France, Rome and Arle.", 3, 4),
    ],
)
def test_a_list_is_counted_as_it_may_be_read(text, least, most):
    found = story(text).get(groups)
    assert [(each.least, each.most) for each in found] == ([(least, most)] if most else [])


def test_items_are_counted_that_semicolons_part_or_that_stand_below():
    (found,) = story("Two men were held: Al Orr, 31, who fled; Bo Hale; and Cy Rae, who did not.").get(groups)
    assert (found.said, found.named, found.most) == (2, 3, 3)
    (found,) = story("Two men were held: Al and Ed Orr, who fled; and Cy Rae, who did not.").get(groups)
    assert (found.said, found.named, found.most) == (2, 2, 3)
    (found,) = read("It has two aims:\n\n- a\n  - b\n- c\n- d\n", format="markdown", language="en").get(groups)
    assert (found.said, found.named) == (2, 3)
    assert read("It has two aims:\n\n1. a\n\nAnd\n\n2. c\n", format="markdown", language="en").get(groups) == ()


def test_a_rest_may_be_that_of_some_of_the_shares():
    assert story("Women were 40%. Of the men, 30% came and the other 70% did not.").get(closed) == ()
    (found,) = story("He kept 70 percent. The other 40 percent went to Orr.").get(closed)
    assert found.total == 110


def test_precincts_are_no_side_of_a_vote():
    assert story("Hale won, 27.6 percent to 24.3 percent, with 100 percent of precincts reporting.").get(closed) == ()


def test_parts_may_be_of_a_number_that_stands_before():
    assert story("Nine prizes went to seven farms, with two going to Arle and six to Benn.").get(divided) == ()


def test_a_list_below_a_total_is_added_up():
    text = "It will get a total of $9 million in two programs:\n\n* $6 million for Arle.\n\n* ${} million for Benn."
    assert story(text.format(3)).get(added) == ()
    (found,) = story(text.format(5)).get(added)
    assert (found.total.text, found.sum) == ("$9 million", 11_000_000)
