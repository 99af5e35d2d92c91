"""NITF files are read into the zones that their elements are, and written back as they were."""

import os
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.cli import main
from newslint.formats import Reading
from newslint.formats.nitf import Nitf
from newslint.testing import check_format

CASES = int(os.environ.get("NEWSLINT_CASES", "100"))
EXAMPLE = Path(__file__).parent.parent / "examples" / "formats" / "agency.nitf"

STORY = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf baselang="en-GB">
  <head>
    <title>Tollmere-Pool</title>
    <docdata><evloc city="Tollmere"/><date.issue norm="20261130T091500+0000"/></docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1><!-- two lines -->Pool &amp; baths
        close</hl1><hl2>Pool &amp; baths close</hl2><hl2>Roof may fall, town says</hl2></hedline>
      <note><p>For Tuesday's papers.</p></note>
      <byline>By <person>Ines Okafor</person><byttl>HNA Correspondent</byttl></byline>
      <distributor>Harwick News Agency</distributor>
      <dateline><location>TOLLMERE</location><story.date norm="20261130">Nov 30</story.date></dateline>
      <abstract><p>The pool in Tollmere closes</p></abstract>
    </body.head>
    <body.content>
      <p>The pool in Tollmere closes on <chron norm="20261201">Tuesday</chron> because its roof may fall, the
        town said on Monday after a look.</p>
      <hl2>Beams</hl2>
      <p>It was built in 1911.<br/>It has two basins.<br/><br/>Nobody was hurt.</p>
      <ol><li>Basin one: 25 metres</li><li><p>Basin two: 10 metres</p></li></ol>
      <bq><block><p>“It creaks,” said Ada Voss.</p></block><credit>From a letter</credit></bq>
      <table><tr><th>Year</th><td>Visitors</td></tr></table>
      <media media-type="image"><media-metadata name="id" value="7"/><media-reference source="a.jpg"/>
        <media-caption><p>The pool on Sunday.</p></media-caption><media-producer>T. Abara</media-producer></media>
      <p>   </p>
      <p>io/hna</p>
    </body.content>
    <body.end><tagline>Ines Okafor reported from Tollmere.</tagline></body.end>
  </body>
</nitf>
"""

ZONES = [
    ("metadata", "Tollmere"),
    ("headline", "Pool & baths close"),
    ("deck", "Roof may fall, town says"),
    ("note", "For Tuesday's papers."),
    ("byline", "By Ines Okafor HNA Correspondent"),
    ("dateline", "TOLLMERE"),
    (
        "body",
        "The pool in Tollmere closes on Tuesday because its roof may fall, the town said on Monday after a look.",
    ),
    ("subhead", "Beams"),
    ("body", "It was built in 1911. It has two basins."),
    ("body", "Nobody was hurt."),
    ("list", "Basin one: 25 metres"),
    ("list", "Basin two: 10 metres"),
    ("quote-block", "“It creaks,” said Ada Voss."),
    ("quote-block", "From a letter"),
    ("table", "Year"),
    ("table", "Visitors"),
    ("caption", "The pool on Sunday."),
    ("credit", "T. Abara"),
    ("note", "io/hna"),
    ("byline", "Ines Okafor reported from Tollmere."),
]


def parse(text):
    return Nitf().parse(Source("story.nitf", text), Reading())


def wrapped(copy, head=""):
    return f"<nitf><body><body.head>{head}</body.head><body.content>{copy}</body.content></body></nitf>"


def test_a_file_is_read_into_its_zones():
    # An abstract that only says how the copy begins is no zone: a change of that beginning would make it one.
    check_format(Nitf(), STORY.replace("<abstract><p>The pool in Tollmere closes</p></abstract>", ""))
    story = parse(STORY)
    assert [(zone.role, zone.text) for zone in story.zones] == ZONES
    assert (story.format, story.language, story.date) == ("nitf", "en", date(2026, 11, 30))
    assert story.metadata == {
        "headline": "Pool & baths close",
        "byline": "By Ines Okafor HNA Correspondent",
        "dateline": "TOLLMERE",
        "located": "Tollmere",
        "date": "20261130T091500+0000",
        "source": "Harwick News Agency",
    }


def test_each_zone_points_at_its_place():
    story = parse(STORY)
    assert STORY[slice(*story.zones[1].span)] == "Pool &amp; baths\n        close"
    body = story.zones[6]
    at = body.text.index("Tuesday")
    assert STORY[slice(*body.to_source(at, at + 7))] == "Tuesday"


def test_a_dateline_element_is_no_second_dateline_where_the_copy_has_one():
    head = "<dateline><location>FARGO, N.D.</location></dateline>"
    with_own = parse(wrapped("<p>FARGO, N.D. (AP) — The old bridge closed on Monday after a flood.</p>", head))
    assert [zone.role for zone in with_own.zones] == ["metadata", "body"]
    structure = "<dateline><location><city>Fargo</city><state>North Dakota</state></location></dateline>"
    story = parse(wrapped("<p>The old bridge closed on Monday.</p>", structure))
    assert [(zone.role, zone.text) for zone in story.zones] == [
        ("metadata", "Fargo North Dakota"),
        ("body", "The old bridge closed on Monday."),
    ]
    assert story.metadata["located"] == "Fargo"


def test_the_title_is_the_headline_where_there_is_no_other():
    story = parse(
        "<nitf><head><title>Mill opens</title></head><body><body.content><p>It did.</p></body.content></body></nitf>"
    )
    assert [zone.role for zone in story.zones] == ["headline", "body"]


def test_entities_of_a_dtd_that_is_not_read_are_known():
    text = '<!DOCTYPE nitf SYSTEM "x.dtd" [<!ENTITY % n SYSTEM "nitf.dtd"> %n;]>' + wrapped(
        "<p>Caf&eacute; &nitf;</p>"
    )
    assert parse(text).zones[0].text == "Café &nitf;"


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ("", "nothing below its head"),
        ("<table><tr><td>Rovers</td><td>2</td></tr></table><p>After 3 rounds</p>", "tables"),
        (
            "<table><tr><td>Rovers</td></tr></table>"  # noqa: ISC004
            "<p>Goals: Ruiz, Morby, 12; Holm, Ely, 11; Voss, Brenn, 9; Weir, Harwick, 8; Orr, Ely, 7.</p>",
            "tables",
        ),
        ("<media><media-caption>The pool.</media-caption></media>", "pictures"),
    ],
)
def test_what_holds_no_story_is_refused_with_what_it_holds(copy, said):
    with pytest.raises(NoStory, match=said):
        parse(wrapped(copy))


def test_a_truncated_file_is_refused_with_its_line():
    with pytest.raises(UnreadableStory, match=r"line 20: the file breaks off, and </p> of line 19"):
        parse(STORY[: STORY.index("said on Monday")])


def test_findings_stand_in_the_file_and_fixes_change_nothing_else(tmp_path):
    data = EXAMPLE.read_bytes()
    text = data.decode()
    (finding,) = newslint.check(EXAMPLE, config=None)
    assert text[finding.span.start : finding.span.end] == "the the"
    copy = tmp_path / "agency.nitf"
    copy.write_bytes(data)
    main(["fix", "--unsafe", str(copy)])
    assert copy.read_bytes().decode() == text.replace("the the", "the")


WORDS = st.text(st.sampled_from("ab éß“’&<>\"'\\]𝒳 "), min_size=1, max_size=20)


def in_cdata(text):
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


WAYS = st.sampled_from(
    (
        escape,
        in_cdata,
        lambda text: "".join(f"&#{ord(sign)};" for sign in text),
        lambda text: f"<em>{escape(text)}</em>",
    )
)


@given(st.lists(st.tuples(WORDS, WAYS), min_size=1, max_size=6))
@settings(max_examples=CASES, deadline=None)
def test_what_is_written_is_what_is_read_and_can_be_changed(paragraphs):
    text = wrapped("\n".join(f"<p>Wort{way(words)}</p>" for words, way in paragraphs))
    story = check_format(Nitf(), text)
    assert [zone.text for zone in story.zones] == [f"Wort{words}".rstrip() for words, _ in paragraphs]
