"""Wire text: what is headline, byline, copy and code in messages by ANPA 1312 and IPTC 7901, and what is no story."""

import os
import textwrap

import pytest
from helpers import ROOT, assert_reading_grows_with_length, plain, sampled, workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.text import NoStory, Source, UnreadableStory, decode
from newslint.formats import Reading, Unread, read_stories, read_story
from newslint.formats.wire import Wire
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

WIRE = Wire()
EXAMPLES = ROOT / "examples" / "formats"
CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)
LEAD = "BRYCE HARBOR, Ore. (AP) _ The harbor board voted on Monday to close the fish market."


def anpa(
    *copy: str, head: str = "^Harbor board closes fish market<\r\n^By JO PELL=\r\n^Associated Press=\r\n"
) -> str:
    body = "".join([f"\t   {line} \r\n" for line in copy])
    return (
        "\x16\x16\x01A1234\x1f_orwal\r\nr a\x13\x11 BC-US--FishMarket    03-03 0120\r\n"
        f"\x02^BC-US--Fish Market,120<\r\n{head}{body}\r\n\t   \x03AP-WF-03-03-25 1807GMT<\r\n\x0c\r\n\x04"
    )


def iptc(copy: str, head: str = "Harbour board closes fish market =") -> str:
    text = f"\x01eca014 3 i 168 ccccb   dpa 207\n\nNorland-fish/\n\x02{head}\n\n{copy}\n\ndpa ib pr\n\n\x03181512 GMT Mrz 25\n"
    return text.replace("\n", "\r\n") + "\x7f\r\n\x7f\x04"


def read(text: str, name: str = "a.txt"):
    return read_story(WIRE, Source(name, text), Reading())


def roles(story) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in story.zones]


def test_a_message_by_anpa_has_its_parts():
    story = check_format(
        WIRE,
        anpa(
            LEAD,
            "``It is a shame,'' said Ann Lee. ``My father's stall ...''",
            "UP NEXT",
            "The board meets again in May.",
            "___",
            "Associated Press writer Al Roe contributed to this report.",
            head="^Harbor board closes fish market<\r\n^AP Photo ORX101<\r\n^Eds: Adds quote.<\r\n"
            "^EDITOR'S NOTE _ This is one of a series.<\r\n^By JO PELL=\r\n^AP Business Writer=\r\n",
        ),
    )
    assert roles(story) == [
        ("headline", "Harbor board closes fish market"),
        ("metadata", "AP Photo ORX101"),
        ("metadata", "Eds: Adds quote."),
        ("note", "EDITOR'S NOTE _ This is one of a series."),
        ("byline", "By JO PELL"),
        ("byline", "AP Business Writer"),
        ("body", LEAD),
        ("body", '"It is a shame," said Ann Lee. "My father\'s stall ..."'),
        ("subhead", "UP NEXT"),
        ("body", "The board meets again in May."),
        ("body", "Associated Press writer Al Roe contributed to this report."),
    ]
    assert story.metadata == {
        "service": "A", "message": "1234", "priority": "r", "category": "a", "keyword": "BC-US--Fish Market",
        "words": "0120", "headline": "Harbor board closes fish market", "byline": "By JO PELL", "date": "2025-03-03",
    }  # fmt: skip
    assert (str(story.date), story.language) == ("2025-03-03", "en")


def test_a_summary_that_only_repeats_the_first_paragraph_is_for_editors():
    told = LEAD.partition("_ ")[2]
    story = read(anpa(LEAD, head=f"^Market closes<\r\n^{told}<\r\n^The market's last day is in May<\r\n"))
    assert [zone.role for zone in story.zones] == ["headline", "metadata", "deck", "body"]


def test_an_alert_has_no_headline():
    assert [zone.role for zone in read(anpa(LEAD, head="")).zones] == ["body"]


def test_a_message_by_iptc_has_its_parts():
    copy = textwrap.dedent("""\
        Tarn (dpa) - The harbour board voted on Monday to close the fish
        market, which has stood beside the old pier since 1911.

        "It is a shame," said stallholder Ann Lee, who has sold fish there
        for 30 years.

        - The market opens at 6 am
        - It closes at noon

        # Notebook

        ## Note to editors
        - adds quote

        * * * *
        The following information is not intended for publication

        - Editing by: Paul Reve, <desk@agency.example>""")
    story = check_format(WIRE, iptc(copy, "2ND LEAD\nHarbour board closes fish market\nBy Ida Brandt, dpa ="))
    assert roles(story)[:6] == [
        ("headline", "Harbour board closes fish market"),
        ("byline", "By Ida Brandt, dpa"),
        (
            "body",
            (
                "Tarn (dpa) - The harbour board voted on Monday to close the fish market, which has stood beside the old"
                " pier since 1911."
            ),
        ),
        ("body", '"It is a shame," said stallholder Ann Lee, who has sold fish there for 30 years.'),
        ("list", "- The market opens at 6 am"),
        ("list", "- It closes at noon"),
    ]
    assert {zone.role for zone in story.zones[6:]} == {"metadata"}
    assert (story.metadata["keywords"], story.metadata["version"]) == ("Norland-fish", "2ND LEAD")
    assert str(story.date) == "2025-03-18"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("Lage\nNorland: \nHarbour board closes fish market =", "Harbour board closes fish market"),
        (
            "Harbour board closes fish market that has stood by the old pier\nfor more than a century =",
            "Harbour board closes fish market that has stood by the old pier for more than a century",
        ),
        ("URGENT\nHarbour board closes market =", "Harbour board closes market"),
    ],
)
def test_labels_above_a_headline_are_none_and_a_wrapped_headline_is_one(head, headline):
    story = read(iptc("Tarn (dpa) - The harbour board voted on Monday to close the market.", head))
    assert [zone.text for zone in story.of("headline")] == [headline]


def test_copy_may_follow_the_headline_directly():
    text = iptc(
        "x",
        "(Eds: adds quote,\npicture)\nHarbour board closes market =\nThe harbour board voted on Monday to close it.",
    )
    assert [zone.role for zone in read(text).zones][:4] == ["metadata", "metadata", "headline", "body"]


def test_indented_paragraphs_that_are_wrapped_are_joined():
    copy = (
        "     SENMORI, Japan, Dec. 9 Kyodo - The harbor board voted on Monday \r\nto close the fish market beside the "
        "old pier on the north side.\r\n     The market has stood there since 1911 and was rebuilt after the \r\n"
        "war by its own stallholders.\r\n==Kyodo\r\n"
    )
    text = f"\x01a0105KYODO\x1f_koko-\r\nu s\x14\x12 BC-Fish-Market   09-12 0344\r\n\x02BC-Fish-Market\r\nFish market to close+\r\n{copy}\x03\x04"
    story = check_format(WIRE, text)
    assert roles(story) == [
        ("headline", "Fish market to close"),
        (
            "body",
            (
                "SENMORI, Japan, Dec. 9 Kyodo - The harbor board voted on Monday to close the fish market beside the old"
                " pier on the north side."
            ),
        ),
        (
            "body",
            "The market has stood there since 1911 and was rebuilt after the war by its own stallholders.",
        ),
        ("metadata", "==Kyodo"),
    ]


def test_a_press_release_has_its_parts():
    text = textwrap.dedent("""\
        Source: Bryce Harbor Trust
        MEDIA RELEASE PR40404
        Harbor Trust Names Its First Keeper of the Fish Market, and Promises a Longer
        Season

        BRYCE HARBOR, March 3, 2025 /Newsline/ --

            -- Longer season

            The trust has named Ann Lee keeper of its fish market. She takes up the
        post in May.

        Photo - http://pictures.example/lee.jpg

        Contact:
        Al Roe
        al.roe@trust.example

        SOURCE: Bryce Harbor Trust
        """).replace("\n", "\r\n")
    story = check_format(WIRE, text)
    assert [zone.role for zone in story.zones] == [
        "metadata", "metadata", "headline", "dateline", "list", "body", "metadata", *["note"] * 3,
    ]  # fmt: skip
    assert story.zones[2].text.endswith("Promises a Longer Season")


def test_what_begins_with_lines_of_code_has_the_headline_that_they_give():
    story = check_format(
        WIRE,
        f"ZCZC AAP\n%A\n#Fish_BC1\n$Fish market to close\n:(BRYCE)\n&X\\y\n*07\n@OR\n{LEAD}\n\n   It opens at six.\n\nAAP XX\nNNNN",
    )
    assert roles(story)[:3] == [("headline", "Fish market to close"), ("body", LEAD), ("body", "It opens at six.")]


TABLE = [f"Team {n};{n};{2 * n};.{n}00;_;_;8-2" for n in range(12)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (anpa("NEW YORK (AP) _ Temperatures as recorded on Monday:", *TABLE), "table"),
        (anpa(*[f"N.Y. Larks {n}, St. Louis {n + 1}" for n in range(9)]), "table"),
        (
            anpa(head="^AP Top News at noon<\r\n^One man held<\r\n^Two more sought<\r\n^Three let go<\r\n"),
            "list of headlines",
        ),
        (iptc("dpa dpa dpa copyright by dpa\ndpa dpa dpa", "Impressum ="), "no sentence"),
        (
            "ZCZC\n#Bryce Dogs\n:RESULTS\n" + "".join([f"Race {n}: 1 8 2. Win $2.10. Q: $3.40\n" for n in range(9)]),
            "table",
        ),
        (
            "Bryce, Wednesday\nPL|DOG|BOX|S/P\n" + "".join([f"{n}|DOG {n}|2|$3.10F|1.50\n" for n in range(9)]),
            "table",
        ),
        ("MARKET CLOSES ** BOARD VOTES 5-2 ** FISHERS PROTEST IN TOWN ** MORE RAIN\n", "ticker"),
        ("XX100\nWeather Bureau\n\nRoad alert\n\nIssued at 9:27 am on Monday.\n\nThe alert is off.\n", "notice"),
        ("\x01\x02\x03\x04", "no copy"),
        ("", "nothing|no copy"),
    ],
)
def test_what_is_no_story_is_refused_by_what_it_is(text, what):
    with pytest.raises(NoStory, match=what):
        read(text, "a.tst")


def test_a_story_may_have_a_small_table():
    story = read(anpa(LEAD, "The board gave these figures for the market, which it called poor.", *TABLE[:4]))
    assert [zone.role for zone in story.zones][-4:] == ["table"] * 4


def test_a_file_may_hold_several_messages():
    source = Source("a.anpa", anpa(LEAD) + anpa(*TABLE) + anpa("It rained.", LEAD))
    found = list(read_stories(WIRE, source, Reading()))
    assert [story.record for story in found] == ["1, number 1234", "3, number 1234"]
    check_format(WIRE, source.text)


def test_what_breaks_off_is_told_by_its_line():
    whole = anpa(LEAD, "The market opens at six")
    cut = whole[: whole.index(" at six")]
    with pytest.raises(UnreadableStory, match=r"breaks off in line \d: .*ETX"):
        read(cut)
    found = list(read_stories(WIRE, Source("a.anpa", anpa(LEAD) + cut), Reading()))
    assert isinstance(found[1], Unread)


@pytest.mark.parametrize("name", ["ferry.anpa", "night-train.iptc7901"])
def test_the_examples_keep_the_contract(name):
    check_format(WIRE, (EXAMPLES / name).read_bytes())


def test_findings_stand_in_the_file_and_a_fix_changes_nothing_else():
    old = anpa(LEAD, "``We saw saw nothing,'' he said. He he left the the pier.").encode()
    fixed = fix_bytes(workspace(), old, "a.anpa", offers=True)
    assert fixed.new == old.replace(b"He he left the the pier", b"He left the pier")


def test_old_charsets_are_read():
    text = iptc(
        "Tarn (dpa) - Die Hafenbehörde in Köln schließt am Montag den Markt, sagte Müller, und das ist für die Fischer der Stadt nicht neu, denn sie haben es schon im Winter von der Behörde gehört.",
        "Der Fischmarkt am Hafen wird nach hundert Jahren geschlossen =",
    )
    story = read_story(WIRE, decode(text.encode("latin-1"), "a.txt"), Reading())
    assert "Köln" in story.zones[1].text
    assert story.language == "de"


WORD = st.builds(str.__add__, st.sampled_from("abcdeéßTS漢😀"), st.text("abcdeéßTSQ&<>\\/{}|#@%😀漢", max_size=9))
SENTENCE = st.builds(
    lambda words, quoted: f'Then {" ".join(words)}, "{quoted} it," he said.',
    st.lists(WORD, min_size=1, max_size=30),
    WORD,
)
COPY = st.lists(SENTENCE, min_size=1, max_size=5)


def as_wire(text: str) -> str:
    opened, _, rest = text.partition('"')
    quoted, _, rest = rest.partition('"')
    return f"{opened}``{quoted}''{rest}"


@CASES
@given(COPY)
def test_copy_sent_by_anpa_is_read_as_it_was_written(copy):
    story = check_format(WIRE, anpa(LEAD, *map(as_wire, copy)))
    assert [zone.text for zone in story.zones][3:] == [LEAD, *copy]


@CASES
@given(COPY)
def test_copy_sent_by_iptc_is_read_as_it_was_written(copy):
    wrapped = "\n\n".join(
        ["\n".join(textwrap.wrap(text, 69, break_long_words=False, break_on_hyphens=False)) for text in copy]
    )
    lead = "Tarn (dpa) - The harbour board voted on Monday to close the market."
    story = check_format(WIRE, iptc(f"{lead}\n\n{wrapped}"))
    assert [zone.text for zone in story.zones][1:-1] == [lead, *copy]


def test_the_same_story_as_plain_text_has_the_same_copy():
    copy = [LEAD, "The market has stood beside the old pier since 1911, when the harbor was dug."]
    text = "Harbor board closes fish market\n\nBy JO PELL\n\n" + "\n\n".join(copy) + "\n"
    ours = [zone.text for zone in read(anpa(*copy)).of("headline", "body")]
    assert ours == [zone.text for zone in plain(text).of("headline", "body")]


@pytest.mark.parametrize(
    "text",
    [
        "\x01\x02" * 500_000,
        "\x01" * 1_000_000,
        "\x01\x02" + "a\n" * 1_000_000,
        "\x01\x02" + "\n" * 2_000_000,
        "\x01\x02^" + "<" * 390_000,
        "\x01\x02" + " = " * 130_000 + "x.\x03",
        "\x01\x02" + "``'' " * 70_000 + "\x03",
        "\x01\x02" + "a " * 190_000 + ".\x03",
        "\x01\x02\t   " + "By A " * 70_000 + "\x03",
        "\x01\x02" + "- \n" * 9_000 + "\x03",
        "\x01" + "eca1 3 i 1\n" * 30_000 + "\x02",
        "A" * 5_000_000,
        "\x01\x02" + ("(" * 60 + "\n") * 5_000,
        "\x01\x02" + "A;" * 190_000 + "\x03",
    ],
)
def test_hostile_files_are_read_or_refused(text):
    try:
        assert list(read_stories(WIRE, Source("a.anpa", text), Reading()))
    except UnreadableStory as refused:
        assert str(refused)  # noqa: PT017 - either will do


@pytest.mark.parametrize(
    "unit",
    sampled(["a ", "a\n", "a\r\n\r\n", "a\r", "\t", "   ", "``", "''", "'", "^", "^a<\r\n", "<", "=", "|", "; ", "1 ", "A ", "A\r\n",
     "* a\r\n", "Eds: a\r\n", "(Eds: a\r\n", "By Ana Lund\r\n", "Contact: a\r\n", "NNNN\r\n", "###\r\n", "SALTMERE ", "/", "-",
     "a.  b", "\x01", "\x02", "\x03", "\x04", "\x01a\x02b\x03", "\x1f", "\x0e", "ZCZC\r\n", "A ** ", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    head = "\x16\x16\x01A4127\x1fpelly\r\nr a\x11\x13 BC-Fish    03-12 0120\r\n\x02"
    for form in (
        "@@",
        f"{head}^Fish market closes<\r\n\t   {LEAD}\r\n@@\r\n\x03",
        f"{head}^@@<\r\n\t   {LEAD}\r\n\x03",
    ):
        assert_reading_grows_with_length("a.anpa", form, unit)
