"""Quotations are found whatever their marks, and their speakers as a news editor finds them."""

import pytest
from helpers import assert_work_grows_with_length, fragment, markdown, steps
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.analyses.quotes.marks import pair
from newslint.analyses.quotes.quotation import ATTRIBUTED, NOT_SPEECH, UNATTRIBUTED
from newslint.analyses.quotes.quotes import contents, quotes, unattributed
from newslint.base.text import Source, Span
from newslint.checks.unattributed_quote import nearest_name
from newslint.model.story import Segment, Story, Zone


def quotations(text):
    """(words, status, speaker, cue) of each quotation."""
    return [
        (
            text[q.content.start : q.content.end],
            q.status,
            q.speaker and text[q.speaker.start : q.speaker.end],
            q.cue and text[q.cue.start : q.cue.end],
        )
        for q in fragment(text).get(quotes)
    ]


def words(text):
    return [text[p.start + p.opened : p.end - p.closed] for p in pair(text).pairs]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It rained,” she said.", ["It rained,"]),
        ('"It rained," she said. "A lot."', ["It rained,", "A lot."]),
        ("''It rained,'' she said. ``A lot.''", ["It rained,", "A lot."]),
        ("‘‘It didn’t rain,’’ she said. ‘‘Not a ‘drop’ of it.’’", ["It didn’t rain,", "Not a ‘drop’ of it."]),
        ("‘‘It rained, she said.", ["It rained, she said."]),
        ("‘It didn’t rain,’ she said of the workers’ homes.", ["It didn’t rain,"]),
        ("The 'red lines' of the workers' union", ["red lines"]),
        ("« Non », dit-elle. „Nein“, sagte er.", [" Non ", "Nein"]),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
        ("“He said “no” twice,” she said.", ["He said “no” twice,"]),
        ("‘He said “no” to us,’ she said.", ["He said “no” to us,"]),
        ("''She said, 'No.''' He left.", ["She said, 'No.'"]),
        ('"A. "B," he said.', ["A.", "B,"]),
        ("“It rained, and then", ["It rained, and then"]),
        ('He is 6\'2" and "fast."', ["fast."]),
        ("It's the '90s rock 'n' roll, isn't it", []),
        ('<tweet id="7">“No,” he said', ["No,"]),
        ('"It rained,” she said', ["It rained,"]),
        ('<post date="May 1">The mill is shut. “No,” he said', ["No,"]),
        ("“It rained,“ she said", ["It rained,"]),
    ],
)
def test_marks_are_paired(text, wanted):
    assert words(text) == wanted


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“It rained,” said Ana Silva.", "Ana Silva", "said"),
        ("“It rained,” Ana Silva told reporters.", "Ana Silva", "told"),
        ("“It rained,” Ana Silva, a spokeswoman for the port, said.", "Ana Silva", "said"),
        ("“It rained,” said former Sen. Ana Silva.", "former Sen. Ana Silva", "said"),
        ("“It rained!” snorted the ferryman.", "the ferryman", "snorted"),
        ("Ana Silva said it was “the worst flood” of her life.", "Ana Silva", "said"),
        ("Ana Silva, who lost her house, called it “a very long night.”", "Ana Silva", "called"),
        ("Silva said no, adding: “It is too late for that.”", "Silva", "adding"),
        ("Ana Silva: “We will build it again.”", "Ana Silva", None),
        ("“We will build it again,” according to the harbour master.", "the harbour master", "according to"),
        ("Ana Silva (R-Ohio) said “it is much too late.”", "Ana Silva", "said"),
        ("“It rained,” a spokesman for the ministry said.", "a spokesman for the ministry", "said"),
        ("Tass quoted Silva as saying “it is much too late.”", "Silva", None),
        ("“It is too late,” she said.", "she", "said"),
        ("“It is too late” - Ana Silva", "Ana Silva", None),
        ("He shook his head. “It is too late,” he said.", "he", "said"),
        ("Ana Silva on Tuesday called the wall “a very bad bargain.”", "Ana Silva", "called"),
        ("Ana Silva said the council had described it as “a very good wall.”", "Ana Silva", "said"),
        (
            "The mayor left early, with harbour master Ana Silva saying “it is too late.”",
            "harbour master Ana Silva",
            "saying",
        ),
        (
            "A letter from the ministry warned of “very great damage” to the town.",
            "A letter from the ministry",
            "warned",
        ),
        ("Hours later, Ana Silva answered the council, saying “it is much too late.”", "Ana Silva", None),
        ("LEEDS (Wire) — Ana Silva thanked all her friends, saying “it is over at last.”", "Ana Silva", "saying"),
        ("Ana Silva accused the council of being “asleep” all year.", "Ana Silva", "accused"),
        ("What the owners called “progress” cost forty jobs.", "the owners", "called"),
        ("She called the plan “weak,” “slow” and “late.” ", "She", "called"),
        ("Contrary to Silva’s claim that the wall was “sound,” it fell.", "Silva’s", None),
        ("The mayor left to chants of “Shame!” from the gallery.", None, None),
        ("Critics hailed her as “The Queen of the Quay.”", "Critics", None),
    ],
)
def test_the_sentence_names_the_speaker(text, speaker, cue):
    found = quotations(text)
    assert found
    for _, status, said_by, said in found:
        assert (status, said_by) == (ATTRIBUTED, speaker)
        assert cue is None or said == cue


@pytest.mark.parametrize(
    "text",
    [
        "“It was dark,” Silva said. “Then the lights came on.”",
        "Silva disagreed. “The wall will never hold.”",
        "“It was dark,” Silva said.\n“Then the lights came on.”",
        "Silva was blunt.\n“The wall will never hold.”",
        "Silva sent the council a message.\n“The wall will never hold.”",
        "The mayor then said this:\n“The wall will never hold.”",
        "“The wall will never hold.” That was how Ana Silva put it.",
        "The town has a new sign for its walkers. The message? “The wall will never hold.”",
        "“The wall will never hold.”\n- Ana Silva, engineer",
        "The sign read: “Keep off the wall at night.”",
        "A: I told them at once. “The wall will never hold.”",
    ],
)
def test_a_neighbour_names_the_speaker(text):
    assert {status for _, status, _, _ in quotations(text)} == {ATTRIBUTED}


def test_the_speaker_may_stand_in_the_paragraph_before():
    text = "“It was dark,” Silva said.\n“Then the lights came on.”"
    assert [speaker for _, _, speaker, _ in quotations(text)] == ["Silva", "Silva"]


def test_who_signs_a_block_of_quotation_speaks_in_it_whoever_spoke_above():
    text = (
        "Silva said two men were ready.\n\n> “The wall will never hold.”\n>\n> — Maud Okafor, doctor\n\nIt rained.\n"
    )
    story = markdown(text)
    assert [text[q.speaker.start : q.speaker.end] for q in story.get(quotes) if q.speaker] == ["Maud Okafor"]


@pytest.mark.parametrize(
    "text",
    [
        "The river rose overnight. “We lost everything in an hour.” Rain is due on Sunday.",
        "The mill closed in May.\n“Nobody came to look for two days.”",
        "It was a source of worry.\n“The wall will never hold.”\nSilva said it was old.",
    ],
)
def test_nobody_is_named(text):
    assert UNATTRIBUTED in {status for _, status, _, _ in quotations(text)}


@pytest.mark.parametrize(
    "text",
    [
        "She starred in the film “Storm Over the Bay,” shot here.",
        "The so-called “flood tax” was dropped.",
        "The site, known as “the pit,” is shut.",
        "Bill “Buck” Roth ran the mill.",
        "The reporter Ana “Sparrow” Silva said no.",
        "She praised the films “The Long Way Home,” “Low Tide” and “Salt.”",
        "“Mill to close at the end of May,” by Ana Silva, was read by all.",
        "The “reserve” stock was sold before the mill closed, Silva said it was over, and left.",
        "They spoke at a “Save the Mill” rally on Sunday.",
        "“NO WAY BACK”",
    ],
)
def test_names_and_scare_quotes_are_not_speech(text):
    assert {status for _, status, _, _ in quotations(text)} == {NOT_SPEECH}


def test_a_headline_needs_no_speaker():
    text = "‘We Will Not Leave.’"
    story = Story(Source("a.txt", text), [Zone("headline", Span(0, len(text)), text)])
    assert [q.status for q in story.get(quotes)] == [NOT_SPEECH]


def test_chrome_is_not_read():
    text = "“We will not leave.”"
    story = Story(Source("a.txt", text), [Zone("chrome", Span(0, len(text)), text)])
    assert story.get(quotes) == ()


def test_positions_are_those_of_the_source():
    prose, source = "“It rained,” she said.", "&ldquo;It rained,&rdquo; she said."
    segments = (Segment(0, 1, 0, 7), Segment(1, 10, 7, 10), Segment(11, 1, 17, 7), Segment(12, 10, 24, 10))
    story = Story(Source("a.md", source), [Zone("body", Span(0, len(source)), prose, segments)])
    [quote] = story.get(quotes)
    assert source[slice(*quote.span)] == "&ldquo;It rained,&rdquo;"
    assert source[slice(*quote.content)] == "It rained,"
    assert quote.speaker
    assert source[slice(*quote.speaker)] == "she"


def test_the_nearest_name_is_the_one_before_the_quotation():
    text = "Ana Silva bought the mill from Ben Roth.\n“The water came in.”"
    story = fragment(text)
    near = nearest_name(story, story.get(quotes)[0])
    assert near
    assert text[near.start : near.end] == "Ben Roth"


PIECES = st.sampled_from(
    ["“", "”", '"', "''", "'", "‘", "’", "``", "«", "»", "„", " ", ". ", ", ", "\n", ": ", "- ", "(", ")", "said", "Ana",
     "Silva", "she", "According to", "the film", "It rained", "’s", "6'2\"", "adding", "who", "\0", "\1", "Mr.", "…", "é"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_quotations_in_order_within_it(text):
    end = 0
    for quote in fragment(text).get(quotes):
        assert end <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.holds(quote.content)
        assert quote.status in (ATTRIBUTED, UNATTRIBUTED, NOT_SPEECH)
        for part in (quote.speaker, quote.cue):
            assert part is None or 0 <= part.start < part.end <= len(text)
        assert quote.why or quote.status == UNATTRIBUTED
        end = quote.span.end


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "‘",
        "‘a",
        "‘‘a",
        "'a ",
        '"a" ',
        '"Go." ',
        '"a", ',
        '“a" ',
        "said ",
        "Ana, ",
        "<a",
        "''",
        "‘as’ b ",
        "—“ ",
        "’a ’",
        "“a “b” ",
        "Ana Silva ",
        "“1 2.” ",
        "Silva left on Monday. “We will wait for it.” ",
    ],
)
def test_the_work_on_a_long_line_grows_with_its_length(unit):
    assert_work_grows_with_length(lambda text: fragment("He went. " + text).get(quotes), unit)


@pytest.mark.parametrize(
    "paragraphs",
    ["Silva left the hall on Monday.\n\n“We will wait for as long as it takes.”\n\n", "“Go.\n\n", "It rained.”\n\n"],
)
def test_the_work_on_many_paragraphs_grows_with_their_number(paragraphs):
    assert_work_grows_with_length(lambda text: fragment(text).get(quotes), paragraphs, 100_000)


def test_the_work_on_quotations_that_no_word_stands_before_grows_with_their_number():
    assert_work_grows_with_length(lambda text: fragment(text).get(quotes), "“1 2.” ")


def test_many_names_that_may_have_spoken_are_each_looked_up_once_in_the_whole_story():
    letters = "bcdfghklmnprstvz"

    def story(many):
        names = (f"{a.upper()}a{b}e{c}o" for a in letters for b in letters for c in letters)
        return "".join(
            f"{name} left the hall on Monday.\n\n“We will wait for as long as it takes.”\n\n"
            for name, _ in zip(names, range(many), strict=False)
        )

    fragment(story(9)).get(quotes)
    few, many = (steps(lambda number=number: fragment(story(number)).get(quotes)) for number in (150, 300))
    assert many < 2.5 * few


@given(
    st.lists(
        st.sampled_from(
            ["“It was dark,”", "“We ran.”", "“Why?”", "“Go", '"No,"', "''Yes''", " Silva said. ", " he said", " said: ", " and ",
             " the ", ". ", ", ", "\n", "Mr. Roth ", " to say ", " told the inquiry, ", "A film called ", "? "]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_the_short_cuts_say_what_the_whole_reading_says(parts):
    short, whole = (fragment("".join(parts)) for _ in range(2))
    found = short.get(unattributed), short.get(contents)
    assert [(q.start, q.end) for q in found[0]] == [
        (q.start, q.end) for q in whole.get(quotes) if q.status == UNATTRIBUTED
    ]
    assert list(found[1]) == [q.content for q in whole.get(quotes)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The lock is shut,” al-Sayed said.", "al-Sayed"),
        ("“You took their trust,” said the judge.", "the judge"),
        ("The council’s No. 2 Liberal, Otto Lang, asked about the lock, said: “It is shut.”", "Otto Lang"),
        ("Otto Lang, minister of Roads, Locks and Tidal Mills, said: “It is shut.”", "Otto Lang"),
        ("“Come in,” Lang began.", "Lang"),
        ("“La puerta está cerrada,” dijo Otto Lang.", "Otto Lang"),
        ("Lang wrote to editors of a “wild invention,” adding that it was “bad for the town.”", "Lang"),
        ("The lock that Ana Silva said was shut was “open all night,” Lang said.", "Lang"),
    ],
)
def test_a_speaker_is_taken_whole_wherever_it_stands(text, speaker):
    assert quotations(text)[-1][2] == speaker


def test_a_name_below_a_line_that_breaks_off_is_the_speaker():
    assert (
        quotations("“The lock is shut for good,” said\n\nJudge Ana Silva, who had seen it.")[0][2]
        == "Judge Ana Silva"
    )


def test_a_transcript_goes_on_behind_its_label():
    text = "OTTO LANG (on camera): The lock is shut. “Nobody can open it by hand.”"
    assert quotations(text)[0][1] == ATTRIBUTED


def read_quote(text, format):
    from newslint import api
    from newslint.analyses.quotes.quotes import quotes

    return api.read(text, format=format).get(quotes)[0]


def test_the_source_of_a_block_quotation_is_its_speaker():
    text = "# Lock\n\nIt shut.\n\n> “Nobody asked the town about it.”\n>\n> <cite>Otto Lang</cite>\n"
    speaker = read_quote(text, "markdown").speaker
    assert text[speaker.start : speaker.end] == "Otto Lang"


def test_a_footer_of_a_block_quotation_is_a_credit():
    text = "# Lock\n\nIt shut.\n\n> “Nobody asked the town about it.”\n>\n> <footer>Otto Lang</footer>\n"
    assert read_quote(text, "markdown").status == ATTRIBUTED


@pytest.mark.parametrize(
    "headline",
    ["Statement of Otto Lang on the shutting of the lock", "Otto Lang’s statement on the shutting of the lock"],
)
def test_a_headline_says_whose_statement_follows(headline):
    text = f"{headline}\n\n“The gate was shut by hand that night, and nobody in the town was told of it in time.”\n"
    speaker = read_quote(text, "plain").speaker
    assert text[speaker.start : speaker.end].startswith("Otto Lang")
