"""Spans of time and pairs of numbers are read as they are written, and two that agree are left alone."""

import pytest
from helpers import fragment

from newslint.analyses.facts.ballots import ballots, is_carried, voters
from newslint.analyses.facts.bodies import bodies
from newslint.analyses.facts.counts import pairs, told_with_to
from newslint.analyses.facts.sets import matches
from newslint.analyses.facts.spans import spans
from newslint.api import check


def spans_of(text):
    return [(tuple(each.first), tuple(each.last), each.opened) for each in fragment(text).get(spans)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 1996 to 2001", (1996, 0, 0), (2001, 0, 0)),
        ("between 24 and 26 December", (0, 12, 24), (0, 12, 26)),
        ("11-26 March 2005", (2005, 3, 11), (2005, 3, 26)),
        ("from April 21 to April 23", (0, 4, 21), (0, 4, 23)),
        ("1993 - 2003 and 2001", (1993, 0, 0), (2003, 0, 0)),
        ("from 2006 until 2011", (2006, 0, 0), (2011, 0, 0)),
        ("1993–2003, from 1990", (1993, 0, 0), (2003, 0, 0)),
        ("from 1993-2003", (1993, 0, 0), (2003, 0, 0)),
        ("July 25–28", (0, 7, 25), (0, 7, 28)),
        ("from May 2014 to March 2015", (2014, 5, 0), (2015, 3, 0)),
        ("from June 3, 2011 to February 8, 2013", (2011, 6, 3), (2013, 2, 8)),
        ("between June 18 to June 21", (0, 6, 18), (0, 6, 21)),
    ],
)
def test_a_span_has_two_ends(text, first, last):
    assert [found[:2] for found in spans_of(f"It ran {text}.")] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "It grew in 2002 and 2003.",
        "It fell from 31 percent on July 12 to 38 in 2003.",
        "Debt grew in 2009-10 and in 2005-06.",
        "It cost from $2001 to 2005 crowns.",
        "It closed on July 28 and 25 August.",
    ],
)
def test_two_dates_side_by_side_are_no_span(text):
    assert spans_of(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from 10-12 June", (2, 3)),
        ("from 30 December to 2 January", (3, 4)),
        ("from June 3, 2011 to June 8, 2011", (5, 6)),
    ],
)
def test_the_days_of_a_span_are_counted_with_its_last_and_without(text, days):
    (each,) = fragment(f"It ran {text}.").get(spans)
    assert each.days == days


def test_pairs_are_votes_and_scores_and_no_dates_or_sums():
    text = "It was 6-3, 10–8 and 272-219, not 2009-10, 3-4-5, $4-5, 4-5%, 1,200-300 or 04-24-2014."
    assert [(p.first, p.last) for p in fragment(text).get(pairs)] == [(6, 3), (272, 219), (10, 8)]


def test_pairs_may_be_joined_by_to_in_figures_and_in_words():
    text = "By 38 to 60, by 46 votes to 52, by an eight to one majority, nine-to-two, and from five to nine."
    found = [(p.first, p.last) for p in told_with_to(fragment(text))]
    assert found == [(38, 60), (46, 52), (8, 1), (5, 9), (9, 2)]


def rules_of(text, path="story.md"):
    select = ["date-order", "year-span", "vote-count", "score-and-winner"]
    return [finding.rule for finding in check(text, select=select, path=path)]


def test_a_length_up_to_now_is_held_to_the_day_of_the_story():
    head = "---\ntitle: A judge dies\ndate: 2020-09-18\n---\n\n"
    assert rules_of(head + "She was named in 1993 and has served more than 37 years.") == ["year-span"]
    assert rules_of(head + "She was named in 1993 and has served more than 27 years.") == []
    assert rules_of(head + "He vanished 15 years ago, on 1 February 1995.") == ["year-span"]
    assert rules_of(head + "He vanished 25 years ago, on 1 February 1995.") == []
    assert rules_of(head + "It was shut five years after the bridge fell in May 2017.") == ["year-span"]
    assert rules_of(head + "It will be shut five years after the bridge fell in May 2017.") == []


def test_a_headline_and_its_story_tell_one_vote():
    head = "# Bank voted 5-4 for no rate change\n\n"
    assert rules_of(head + "The hold was passed 8-1 by the bank’s council, minutes of the vote show.") == [
        "vote-count"
    ]
    assert rules_of(head + "The hold was passed 5-4 by the bank’s council, minutes of the vote show.") == []
    assert rules_of(head + "In May the council voted 60-40 to build a bridge.") == []


def test_a_headline_and_its_story_tell_one_score():
    head = "# Eagles 4-2 Wolves\n\n"
    assert rules_of(head + "The Eagles ran out 4-1 winners over the Wolves.") == ["score-and-winner"]
    assert rules_of(head + "The Eagles ran out 4-2 winners over the Wolves.") == []
    assert rules_of(head + "The Eagles won 4-1 in May and 4-2 now against the Wolves.") == []


def test_what_one_ruling_counts_in_two_places_is_compared():
    first = "Justice Orr, who wrote the 5-4 majority opinion, spoke of the vote.\n\n"
    assert rules_of(first + "Orr wrote the 6-3 majority opinion on water.") == ["vote-count"]
    assert rules_of(first + "Hale wrote the 6-3 majority opinion on water.") == []


def test_other_languages_are_left_alone():
    text = "---\nlang: de\n---\n\nDer Klub gewann 1-3, from 2010 to 2007, und der Rat voted 1-6 for it.\n"
    assert rules_of(text) == []


@pytest.mark.parametrize(
    ("text", "won", "lost", "cue"),
    [
        ("Pyke beat Orr 3-6 7-6 (7-5) 7-5.", 2, 1, "beat"),
        ("Pyke beat Orr 6-7 (7/9), 6-3 and 6-4.", 2, 1, "beat"),
        ("She earned a 4-6 6-4 [10-8] win.", 2, 1, "win"),
        ("She swept aside the third seed, Ann Orr, in straight sets, 6-3 6-2.", 2, 0, "swept"),
        ("The pair won 21-18 18-21 22-20.", 2, 1, "won"),
    ],
)
def test_the_sets_of_a_match_are_counted_without_those_of_tie_breaks(text, won, lost, cue):
    (match,) = matches(fragment(text))
    assert (match.won, match.lost, match.cue) == (won, lost, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Pyke lost 6-4 6-4 to Orr.",
        "Pyke was beaten 6-4 6-4.",
        "Pyke beat Orr 7-5 2-2.",
        "Linton beat Hale 24-17 and 12-10.",
        "Pyke won 6-4 3-6 when Orr retired.",
        "Pyke beat Orr on her way out, losing 4-6 4-6.",
    ],
)
def test_what_was_not_won_in_sets_is_no_such_match(text):
    assert [*matches(fragment(text))] == []


@pytest.mark.parametrize(
    ("text", "members", "noun"),
    [
        ("The nine-member school board met.", 9, "board"),
        ("The 100-member Senate met.", 100, "senate"),
        ("A panel of five law lords met.", 5, "lords"),
        ("All seven members of the town council met.", 7, "council"),
        ("The committee has 12 members, most of them new.", 12, "committee"),
    ],
)
def test_a_body_is_told_with_its_members(text, members, noun):
    assert [(body.members, body.noun) for body in bodies(fragment(text))] == [(members, noun)]


def test_a_body_of_two_sizes_has_none():
    assert bodies(fragment("The nine-member board is now a seven-member board. It has members who are ill.")) == []


@pytest.mark.parametrize(
    ("text", "sides", "carried"),
    [
        ("The bill was adopted: 45 voted for it and 52 voted against.", ("45", "52"), True),
        ("Thus it stood: 52 against, 45 in favour.", ("45", "52"), False),
        (
            "Some 17 councillors voted against the motion. Another 14 voted for. The motion passed.",
            ("14", "17"),
            True,
        ),
        ("14 voted for the clause, 17 were against. The bill was passed.", ("14", "17"), False),
        ("14 voted for the clause, 17 were against. It was rejected. The bill was passed.", ("14", "17"), False),
    ],
)
def test_votes_for_and_against_are_read_with_what_came_of_them(text, sides, carried):
    (ballot,) = ballots(fragment(text))
    assert (ballot.favour, ballot.against) == sides
    assert is_carried(ballot) == carried


def test_voters_of_a_party_are_not_all_who_voted_so():
    text = "Two members voted against it. Three Republicans voted for it. Four members abstained last year."
    assert [(each.number, each.way, each.whole) for each in voters(fragment(text))] == [
        (2, "against", True),
        (3, "for", False),
    ]
