"""Quotations that run over paragraphs, in double and in single marks, with captions and crossheads between."""

import pytest
from helpers import fragment, story_of

from newslint.analyses.quotes.mark_faults import mark_faults
from newslint.analyses.quotes.marks import marks, pair
from newslint.analyses.quotes.quotation import ATTRIBUTED, NOT_SPEECH, UNATTRIBUTED
from newslint.analyses.quotes.quotes import quotes
from newslint.analyses.quotes.running import is_british, is_picture

CAPTION = "Ana Silva (pictured with her son) at the mill on Monday"


def told(*paragraphs):
    """(first words, status, speaker) of each quotation."""
    story = fragment("\n".join(paragraphs))
    text = story.source.text
    return [(q.words[:12], q.status, q.speaker and text[q.speaker.start : q.speaker.end]) for q in story.get(quotes)]


@pytest.mark.parametrize(("opens", "closes"), ["''", "‘’", '""', "“”"])
def test_a_quotation_runs_on_in_whatever_marks(opens, closes):
    assert told(
        f"Ana Silva said: {opens}The mill's wheel broke in May.",
        f"{opens}The workers' homes were under water.",
        f"{opens}We've lost it all.{closes}",
        "Work starts again on Monday.",
    ) == [
        ("The mill's w", ATTRIBUTED, "Ana Silva"),
        ("The workers'", ATTRIBUTED, "Ana Silva"),
        ("We've lost i", ATTRIBUTED, "Ana Silva"),
    ]


@pytest.mark.parametrize(
    "between", [CAPTION, "The mill before the flood", "Pictured: the wheel, which broke in May."]
)
def test_a_caption_stands_between(between):
    found = told("'It was dark and we ran,' said Ana Silva. 'We got out.", between, "'The wheel broke in May.'")
    assert found[-1] == ("The wheel br", ATTRIBUTED, "Ana Silva")
    found = told("'It was dark and we ran,' said Ana Silva.", between, "'The wheel broke in May and we ran.'")
    assert found[-1] == ("The wheel br", ATTRIBUTED, "Ana Silva")


def test_a_crosshead_stands_between():
    story = story_of(
        ("body", "Ana Silva said: ‘The wheel broke in May."),
        ("subhead", "No way back"),
        ("body", "‘Then the workers left.’"),
        gap="\n",
    )
    assert [(q.status, q.closed) for q in story.get(quotes)] == [(ATTRIBUTED, False), (ATTRIBUTED, True)]
    assert story.get(mark_faults) == ()


def test_a_word_in_marks_before_captions_is_no_speech_that_goes_on():
    (_, *_), (_, status, _) = told(
        "The town wants to 'pause' the sale of the mill.",
        "The mill before the flood",
        "'Prices have doubled and nobody can live here any more.'",
    )
    assert status == UNATTRIBUTED


@pytest.mark.parametrize(
    "text",
    [
        "'Twas cold in the mill.",
        "'Em and us, they say.",
        "'90s bands came to the mill.",
        "The dogs' home and the workers' homes are shut.",
        "They are goin' home an' we stay, rock 'n' roll or not.",
        "He gave 'em his word, 'cause he could.",
    ],
)
def test_apostrophes_open_nothing(text):
    assert pair(text) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("'We won't sell the workers' homes,' she said.", ["'We won't sell the workers' homes,'"]),
        ("'They told us 'go' and we went,' she said.", ["'They told us 'go' and we went,'"]),
        ("'She asked, 'Why now?' and then, 'Why us?'' he said.", ["'She asked, 'Why now?' and then, 'Why us?''"]),
        ("'He said, ''Not today'', and left,' she said.", ["'He said, ''Not today'', and left,'"]),
        ("'It is over. '", ["'It is over. '"]),
        ("'[The] wheel broke,' she said.", ["'[The] wheel broke,'"]),
        ("He wants 'red lines' and the workers' vote.", ["'red lines'"]),
        ("“I never saw—“ she said. “Never.”", ["“I never saw—“", "“Never.”"]),
        ("“The wheel broke,’’ she said. “We ran.”", ["“The wheel broke,’’", "“We ran.”"]),
        ("“The wheel broke,'' she said. “We ran.”", ["“The wheel broke,''", "“We ran.”"]),
        ("He called it “a “mask” or a “veil” for greed,” she said.", ["“a “mask” or a “veil” for greed,”"]),
        ("She said,” It was cold in there.”", ["” It was cold in there.”"]),
        ('"It is the Screen 21"," she said.', ['"It is the Screen 21","']),
        ("Press the marks (\" or ') twice.", []),
        ("Mill Co <ML.N> and Wheel plc <WHL.L> fell.", []),
    ],
)
def test_which_mark_closes(text, wanted):
    assert [text[p.start : p.end] for p in pair(text).pairs] == wanted


def test_a_paragraph_left_open_counts_only_where_the_story_shows_it():
    british = fragment("'It was cold,' she said.\n'We ran,' he said.\nShe said: 'The wheel broke in May.\nHe left.")
    assert [p.closed for _, found in british.get(marks) for p in found.pairs] == [1, 1, 0]
    other = fragment("“It was cold,” she said.\n“We ran,” he said.\nShe said: 'The wheel broke in May.\nHe left.")
    assert [p.closed for _, found in other.get(marks) for p in found.pairs] == [1, 1]


def test_speech_tells_which_marks_are_usual():
    assert is_british(fragment("'It was cold,' she said. The \"old\" mill.").get(marks))
    assert not is_british(fragment("“It was cold,” she said. The ‘old’ mill.").get(marks))


def test_captions_are_known_by_their_form():
    assert is_picture("Ana Silva (left) and Otto Berg at the mill.")
    assert not is_picture("Ana Silva has left the mill.")


def test_a_quotation_with_its_speaker_but_without_its_closing_mark_has_one():
    assert (
        told("“We want the mill back, Ana Silva told the council.", "The council met on Monday.")[0][2] == "Ana Silva"
    )


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The plan “harms” every farm and mill along the river, the mayor said in a letter.", "the mayor"),
        ("The Weavers’ Union and Mayor Ana Silva said it was the saddest week in the town.", "Ana Silva"),
        ("“The wall was never looked at in forty years,” it reads.", "it"),
    ],
)
def test_what_rules_the_paragraph_before_leads_into_a_quotation(before, speaker):
    _, status, who = told(before, "“Nobody looked at the gates in all that time.”")[-1]
    assert (status, who and who.endswith(speaker)) == (ATTRIBUTED, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Silva was asked to step down over the hashtag “Sink the old pier now”.", 0),
        ("Councillors began posts with “#SinkThePier” on Monday.", 0),
        ("They have run what is commonly referred to as “The Mill Shop” for years.", 0),
        ("“Nobody came”: Six voices on the flood.", 0),
        ("Ana Silva told the council, “Sink the old pier now”.", 1),
    ],
)
def test_what_something_is_called_nobody_has_spoken(text, names):
    assert sum(status == ATTRIBUTED for _, status, _ in told(text)) == names


def test_a_name_in_a_headline_is_told_from_words():
    story = story_of(("headline", "Final: ‘The Lions of Ostby’ beat Norbury in rain"), ("body", "It was late."))
    assert [q.status for q in story.get(quotes)] == [NOT_SPEECH]
    story = story_of(("headline", "Mayor: ‘We will never sell the old mill’"), ("body", "It was late."))
    assert [q.status for q in story.get(quotes)] == [ATTRIBUTED]


def test_the_marks_of_a_line_that_names_a_block_are_not_read():
    story = fragment('!!! note "Old mill"\n“It was cold,” she said.')
    story.format = "markdown"
    assert [q.words for q in story.get(quotes)] == ["It was cold,"]


def test_what_goes_on_from_words_that_are_nobodys_is_nobodys():
    found = told("The river rose on Monday.", "“The water came through the floor.”", "“Then the lights went out.”")
    assert [status for _, status, _ in found] == [UNATTRIBUTED, UNATTRIBUTED]


def test_not_every_verb_of_speech_says_who_speaks_next():
    before = "A man of 40, who was not named, has been charged with the theft of the mill's old wheel."
    found = told(before, "“They told us to run if we wanted to live. Nobody is left on the island.”")
    assert found == [("They told us", UNATTRIBUTED, None)]


def test_the_paragraph_before_does_not_reach_over_another_sentence():
    found = told(
        "Ana Silva said the council knew of it: “The wheel was warned of twice.”",
        "Since the flood of May the bridge over the mill race has been the only way to the quay. "
        "“It is a matter of the stones, and those were laid by men who had never seen the sea.”",
    )
    assert found[-1][1] == UNATTRIBUTED
