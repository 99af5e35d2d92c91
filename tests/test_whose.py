"""Who of all that a sentence names is its speaker, where the order of words alone would tell wrong."""

import pytest
from helpers import fragment

from newslint.analyses.people.speakers import speakers, tallies
from newslint.analyses.quotes.mark_faults import mark_faults
from newslint.analyses.quotes.quotes import quotes


def said_by(text):
    """The words that name the speaker of each quotation."""
    story = fragment(text)
    return [story.source.text[q.speaker.start : q.speaker.end] if q.speaker else None for q in story.get(quotes)]


def person(text):
    """The person that each quotation belongs to."""
    return [found and found.name for found in fragment(text).get(speakers)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The port would do well to begin “mending nets” with Otto Lang, said Ana Silva, a trader.", "Ana Silva"),
        ("Ana Silva said the wall that Otto Lang built was “a very bad bargain.”", "Ana Silva"),
        ("The plan was “a great deal of trouble” for Lang, said Silva.", "Silva"),
        ("At a rally in Boston, Ana Silva spoke of the mill, saying “it is too late for that.”", "Ana Silva"),
        ("Tove Brandt, CEO and co-founder of Minefree told reporters: “We trained rats.”", "Tove Brandt"),
        ("Tove Brandt, the founder and CEO of Minefree said, “We trained rats.”", "Tove Brandt"),
        ("Elin Vasq (right), from Bergen, Norway, said: “We came for the rats.”", "Elin Vasq"),
        ("It was, in the words of Otto Lang, “half a wall and half a ruin.”", "Otto Lang"),
        ("An Orbit spokesperson told the paper: “Safety is what we live for.”", "An Orbit spokesperson"),
        ("Indeed, on Friday Silva sounded wary, saying it was “much too early to tell.”", "Silva"),
        ("Asked about the mill and the wall, both said, “Never again.”", "both"),
        ("The wall was “half a ruin,” two geologists who had worked for Ana Silva wrote.", "two geologists"),
        ("The wall, which Ana Silva built, was “half a ruin,” brewers from Ost warned.", "brewers from Ost"),
        ("Silva said carts would take the lane, which Otto Lang of the carters called “a mad plan”.", "Otto Lang"),
    ],
)
def test_the_likeliest_of_a_sentence_speaks(text, speaker):
    assert said_by(text) == [speaker]


def test_an_owner_with_a_named_trade_is_that_person():
    text = "Ruiz’s lawyer Otto Lang wrote to the paper about its “old story,” adding that it was “made up in full.”"
    assert said_by(text) == ["Ruiz’s lawyer Otto Lang"] * 2
    assert person(text) == ["Otto Lang"] * 2


def test_two_short_answers_in_two_sentences_are_two_speakers():
    assert said_by("Asked who would pay, both said, “We.” “Nobody,” the clerk said.") == ["both", "the clerk"]


def test_a_crosshead_in_capitals_names_nobody():
    assert said_by("Court backs the mill.\n\nSAVING THE ‘WEAVERS’\n\nThe mill stays.") == [None]


def test_two_who_speak_together_are_no_single_person():
    text = "Ana Silva and Otto Lang own the mill.\n“We shall keep it open,” Silva and Lang said in a letter."
    assert said_by(text) == ["Silva and Lang"]
    assert person(text) == [None]
    assert [tally.name for tally in tallies(fragment(text))] == ["Silva and Lang"]


def test_who_is_said_to_speak_right_before_a_quotation_speaks():
    text = "“Tell them about the wall,” Silva said, and laughed. Her brother added that it fell. “It fell at night.”"
    assert said_by(text) == ["Silva", "Her brother"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "PRESIDENT Odrun Vashti opened the mill as Otto Lang looked on.\n“It is done,” Vashti said.",
            "Odrun Vashti",
        ),
        ("Democrat Peter Vashti will not stand again.\n“It is done,” Vashti said.", "Peter Vashti"),
        ("Senator Boston J. Vashti wrote to the mill.\n“It is done,” said Senator Vashti.", "Boston J. Vashti"),
    ],
)
def test_what_somebody_is_belongs_to_no_name(text, name):
    assert person(text) == [name]


def test_who_said_something_at_the_end_of_a_sentence_goes_on():
    text = "Ana Silva runs the mill.\nThe fire of Eva Roth was the worst of all, Silva said. “We had no water,” she added."
    assert person(text) == ["Ana Silva"]


@pytest.mark.parametrize("more", ["", "\n“The sea came in,” Silva said."])
def test_words_that_open_single_and_close_double_are_a_quotation_with_a_fault(more):
    story = fragment("Lang asked why nobody came. ‘We have waited for the wall,” he said." + more)
    assert next(q.text for q in story.get(quotes)) == "‘We have waited for the wall,”"
    (fault,) = story.get(mark_faults)
    assert (fault.better, fault.zone.text[fault.start]) == (("“", "‘") if more else ("’", "”"))


def test_what_somebody_told_is_no_speech():
    story = fragment("“It is over,” Silva told “Town and Harbour,” adding that nobody came.")
    assert [q.status for q in story.get(quotes)] == ["attributed", "not-speech"]


def test_who_agrees_right_before_a_quotation_says_it():
    text = "“The wall was weak,” Otto Lang said.\nThe port’s Ana Silva agreed. “It was built of sand.”"
    assert said_by(text) == ["Otto Lang", "Ana Silva"]


def test_a_quotation_that_closes_on_the_next_line_is_whose_that_line_says():
    text = (
        "The lock gate\n\nThe gate of the old lock jammed for good on Monday morning.\n“Two winters ago we wrote to the lock office about the hinges.\n"
        "When the letter came back nobody opened it again,” said\nSenior Warden Otto Lang, who retires in May.\n"
        "“They will write a letter about that too.”"
    )
    assert said_by(text) == ["Senior Warden Otto Lang"] * 2
