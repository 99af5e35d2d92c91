"""Changes, margins and multiples as the analyses read them, and stories that try to slow them down."""

import pytest

import newslint
from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.comparing import written
from newslint.analyses.facts.margins import margins
from newslint.analyses.facts.multiples import multiples
from newslint.analyses.facts.quantities import read


def only(text):
    found = newslint.read(text).get(changes)
    assert len(found) == 1, [(each.cue, each.before.text, each.after.text) for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "before", "after", "by"),
    [
        ("Sales rose 20 percent, to $60m from $50m.", "rose", "$50m", "$60m", "20 percent"),
        ("Sales fell from 60 in May to 50 in June.", "fell", "60", "50", ""),
        ("Sales were $60m, up 20% from $50m a year before.", "up", "$50m", "$60m", "20%"),
        ("The rate went up to 5.5% from 5.4% in September.", "went up", "5.4%", "5.5%", ""),
        ("It posted a 52% rise in profit for the year to £198m from £130m.", "rise", "£130m", "£198m", "52%"),
        ("The index fell from 7,613 to 6,630, or 12.9%.", "fell", "7,613", "6,630", "12.9%"),
        ("It sold 300 homes, 40 percent fewer than the 500 sold in 2019.", "fewer", "500", "300", "40 percent"),
        ("Profit rose to $12m (£9m; €11m), from $10m.", "rose", "$10m", "$12m", ""),
        ("Trucks rose from 2003's average of 180 a day to 415.", "rose", "180", "415", ""),
    ],
)
def test_a_change_has_its_figures_before_and_after(text, cue, before, after, by):
    change = only(text)
    assert (change.cue, change.before.text, change.after.text) == (cue, before, after)
    assert (change.by.text if change.by else "") == by


def test_the_figure_after_a_change_may_stand_in_the_paragraph_before():
    text = "The port moved 640,000 boxes.\n\nThat is 60 percent more than the 400,000 of 2019."
    (found,) = newslint.read(text).get(changes)
    assert (found.before.text, found.after.text, found.direction) == ("400,000", "640,000", 1)
    assert found.pair_span.start == text.index("640")
    assert found.pair_span.end == text.index(" of 2019")


def test_each_step_begins_where_the_last_ended():
    found = newslint.read("Arrears rose from $20m to $30m before falling to $25m.").get(changes)
    assert [(each.before.text, each.after.text) for each in found] == [("$20m", "$30m"), ("$30m", "$25m")]


def test_a_comparison_without_a_verb_has_no_direction():
    change = only("It made a profit of £75m ($141m) compared with £125m a year earlier.")
    assert (change.cue, change.direction) == ("", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The peso fell from 150 to 190 to the dollar.",
        "It fell to a loss of 8m euros from a loss of 5m euros.",
        "Sales grew from 2003 to 2005.",
        "“Sales rose to 60,” she said, from the 50 of the year before.",
        "The talks ran from 11 to 15 October.",
    ],
)
def test_what_is_no_plain_amount_of_one_voice_is_no_change(text):
    assert newslint.read(text).get(changes) == ()


def test_a_value_is_written_like_the_figure_beside_it():
    zone = newslint.read("It rose from $10.9bn, from 36,185 and from 9.26bn euros.").zones[0]
    bn, plain, euros = read(zone)
    assert written(12.208e9, bn) == "$12.2bn"
    assert written(27862.4, plain) == "27,862"
    assert written(10.936e9, euros) == "10.94bn euros"


def test_margins_and_multiples_that_hold_are_read_too():
    story = newslint.read("She won by 18 points, 58 percent to 40 percent. More than half (52 percent) were women.")
    assert [each.fits for each in story.get(margins)] == [True]
    assert [each.fits for each in story.get(multiples)] == [True]


def test_another_language_is_not_read():
    story = newslint.read("Sales fell from 50 to 60, a lead of 5 points.", language="de")
    assert [story.get(each) for each in (changes, margins, multiples)] == [(), (), ()]


@pytest.mark.parametrize(
    "piece",
    [
        "rose from the the the the the the the 5 to the the the the the 6 ",
        "from a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a’s ",
        "half of the of the of the of the of the (of the (5 percent ",
        "by 5 points to points to 5 points 48-42 percent ",
        "up 5% to 6 from 7 compared with 8, than the 9, ",
        "This is a 20% rise over the 30 of the 2004 figure, then rose to 3 before falling to 4, 1 in 3 up from one in 2. ",
        "votes to A.A.A.A.A.A.A.A.A and 5 votes, majority of 5 ",
    ],
)
def test_a_hostile_story_is_read_to_its_end(piece):
    story = newslint.read("It is told here. " + piece * 4000, language="en")
    for analysis in (changes, margins, multiples):
        assert isinstance(story.get(analysis), tuple)
