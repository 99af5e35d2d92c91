"""Ages and birth years: whose they are, and what costs nothing."""

from __future__ import annotations

import pytest

import newslint
from newslint.analyses.facts.ages import ages
from newslint.analyses.facts.births import ages_in_years, born
from newslint.analyses.names import mentions as mentions_module
from newslint.checks.age_mismatch import AgeMismatch


def told(text: str) -> list[tuple[int, str, bool]]:
    # A second age far off, for a story with one age has nothing to compare.
    story = newslint.read(f"{text} Nobody else, of Ely, was an 99-year-old.")
    return [(age.years, " ".join(age.name), age.alone) for age in story.get(ages) if age.years != 99]


@pytest.mark.parametrize(
    ("text", "years", "name", "alone"),
    [
        ("Ana Ekholm, 34, won.", 34, "Ana Ekholm", False),
        ("Mr Ekholm, 34, won.", 34, "Ekholm", False),
        ("The baker Ana van Laar, 34, won.", 34, "Ana van Laar", False),
        ("Ana Ekholm (aged 34) won.", 34, "Ana Ekholm", False),
        ("Ana Ekholm, aged 34, won.", 34, "Ana Ekholm", False),
        ("Police named 34-year-old baker Ana Ekholm.", 34, "Ana Ekholm", False),
        ("Ana Ekholm, a nine-year-old girl, won.", 9, "Ana Ekholm", False),
        ("Ekholm, the 34-year-old Norlander, won.", 34, "Ekholm", False),
        ("Ana Ekholm's son Otto, 34, won.", 34, "Otto", False),
        ("Ana Ekholm won. The 34-year-old ran on.", 34, "", True),
    ],
)
def test_an_age_belongs_to_the_name_beside_it(text, years, name, alone):
    assert told(text) == [(years, name, alone)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ekholm, 34 when she won, wept.",
        "As a 34-year-old, Ana Ekholm won.",
        "Then 34-year-old Ana Ekholm won.",
        "The court fined 34 men, 12 of them twice.",
        "It met on Friday (10).",
        "The 34-year-old driver fled.",
        "Her 34-year-old son won.",
        "The bill came to Rs 25,310, he said.",
    ],
)
def test_what_is_no_age_of_today_or_nobodys_is_left_out(text):
    assert told(text) == []


def test_a_story_with_one_age_has_none_to_compare():
    story = newslint.read("Ana Ekholm, 34, won. Ana Ekholm, 34, wept.")
    assert story.get(ages) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Ekholm, who is 43, wept.",
        "Ekholm, who is 43 years old, wept.",
        "Ekholm, who at 43 is the oldest, wept.",
        "Ekholm, at 43, is the oldest.",
        "Said Ekholm, a baker who turned 43 last week.",
        "At 43, Ekholm is the oldest.",
        "Ekholm is just 43 years old.",
        "Ana Ekholm (43), of Morby, wept.",
    ],
)
def test_an_age_of_today_in_a_clause_is_that_of_the_name_beside_it(clause):
    found = told(f"Ana Ekholm, 34, won. {clause}")
    assert [(years, name.split()[-1]) for years, name, _ in found] == [(34, "Ekholm"), (43, "Ekholm")]


@pytest.mark.parametrize(
    "clause",
    [
        "Ekholm, who is 20 weeks pregnant, wept.",
        "Ekholm, who is now 44, wept.",
        "Ekholm, who at 43 was mayor, wept.",
        "Ekholm, a baker who turned 43 in May 1976, wept.",
        "At 43, Ekholm was mayor.",
        "Ekholm is 43 years older than Otto.",
        "Ekholm (43) from a corner beat him.",
    ],
)
def test_how_old_somebody_was_is_left_out_of_clauses(clause):
    assert [years for years, *_ in told(f"Ana Ekholm, 34, won. {clause} Otto, 51, slept.")] == [34, 51]


def test_names_are_not_looked_for_where_each_age_has_its_own(monkeypatch):
    story = newslint.read("Ana Ekholm, 34, won. Otto Dahlqvist, 61, slept.")
    monkeypatch.setattr(mentions_module, "_find", None)
    assert list(AgeMismatch().check(story)) == []
    assert not story.knows(mentions_module.mentions)


def test_a_year_of_birth_and_an_age_at_death_are_read():
    story = newslint.read("Ana Ekholm was born in Morby in May 1933. She died on 2 June 2019, aged 86.")
    assert [each.year for each in born(story)] == [1933]
    assert [(each.years, each.year) for each in ages_in_years(story)] == [(86, 2019)]


def test_an_anniversary_tells_no_age_of_the_storys_year():
    story = newslint.read(
        "Ana Ekholm, who died aged 40, was born in 1933. Ten years ago a poet died aged 40 in 2019."
    )
    assert [each.year for each in ages_in_years(story)] == []
