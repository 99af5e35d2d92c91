"""ArchieML: fields by keys, copy from free text or a value; what has no copy is refused."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_stories import CASES, LINES, prose, told

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading
from newslint.formats._archieml import ArchieMlReader  # private: held to what the specification says
from newslint.formats.archieml import ArchieMl
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EXAMPLE = Path(__file__).parent.parent / "examples" / "formats" / "feature.aml"
COPY = "The ferry from Saltmere sails again on Monday after a week of storms."


def read(text):
    return ArchieMl().parse(Source("a.aml", text), Reading())


def entries(text):
    """What the reader finds: keys, and lines."""
    return [
        (".".join(entry.path), [text[slice(*line)] for line in entry.lines])
        for entry in ArchieMlReader(text).entries()
    ]


def test_the_example_has_its_parts():
    story = newslint.read(EXAMPLE)
    assert [zone.role for zone in story.zones] == [
        "headline", "deck", "byline", "caption", "credit", "body", "body", "body", "subhead", "body", "body", "body",
    ]  # fmt: skip
    assert story.date.isoformat() == "2026-05-09"
    assert story.metadata["byline"] == "Harriet Lowe"
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [(f.rule, text[slice(*f.span)]) for f in newslint.check(EXAMPLE)] == [
        ("repeated-word", "the the"),
        ("inconsistent-name", "Petifer"),
    ]
    check_format(ArchieMl(), text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("key: value", [("key", ["value"])]),
        ("  key  :value  ", [("key", ["value"])]),
        ("a.b: c", [("a.b", ["c"])]),
        ("key: value\nmore\n", [("key", ["value"])]),
        ("key: value\nmore\n\n \n:end\nelse", [("key", ["value", "more"])]),
        ("key: value\n\\:end\n\\more: x\n:END", [("key", ["value", ":end", "more: x"])]),
        ("key: value\nmore: x\n:end", [("key", ["value"]), ("more", ["x"])]),
        ("{scope}\na: b\n{}\nc: d", [("scope.a", ["b"]), ("c", ["d"])]),
        ("{ a.b }\nc: d\n{e}\nf: g", [("a.b.c", ["d"]), ("e.f", ["g"])]),
        ("[list]\n* one\n* two\nmore\n:end\n[]\na: b", [("list.*", ["one"]), ("list.*", ["two", "more"]), ("a", ["b"])]),
        ("[list]\n* one\na: b", [("list.*", ["one"])]),
        ("[list]\na: b\n* c\na: d", [("list.*.a", ["b"]), ("list.*.a", ["d"])]),
        ("[+free]\nline\n\nkey: value\n* item\n[]", [
            ("free.*.text", ["line"]), ("free.*.key", ["value"]), ("free.*.text", ["* item"]),
        ]),
        ("[+free]\nline\n{.image}\nalt: x\n{}\nlast", [
            ("free.*.text", ["line"]), ("free.*.image.alt", ["x"]), ("free.*.text", ["last"]),
        ]),
        ("a: b\n:skip\nc: d\n:endskip\ne: f\n:ignore\ng: h", [("a", ["b"]), ("e", ["f"])]),
        ("a: b\n:skip\nmore\n:endskip\nmore\n:end", [("a", ["b"])]),
        ("just text\nand more", []),
        (":endless", []),
        ("a: b\r\nmore\r\n:end\r\n", [("a", ["b", "more"])]),
    ],
)  # fmt: skip
def test_lines_are_read_as_the_specification_says(text, wanted):
    assert entries(text) == wanted


def test_copy_may_be_free_text_a_long_value_or_a_list():
    for text in (
        f"headline: Ferry\n\n[+body]\n{COPY}\n\nIt is late.\n[]\n",
        f"headline: Ferry\n\n[+anything]\n{COPY}\n\nIt is late.\n[]\n",
        f"headline: Ferry\n\nbody: {COPY}\n\nIt is late.\n:end\n",
        f"headline: Ferry\n\n[body]\n* {COPY}\n* It is late.\n[]\n",
        f"headline: Ferry\n\n[sections]\nimage: a.jpg\ntext: {COPY}\n\ntext: It is late.\n[]\n",
        f"{{story}}\nheadline: Ferry\ntext: {COPY}\nIt is late.\n:end\n{{}}\n",
    ):
        assert told(read(text)) == [("headline", "Ferry"), ("body", COPY), ("body", "It is late.")], text


def test_keys_among_free_text_have_their_roles():
    text = f"[+body]\n{COPY}\nquote: Nobody waits.\n{{.photo}}\nsrc: a.jpg\ncaption: The ferry.\n{{}}\nvideo: a.mp4\n[]\n"
    assert told(read(f"headline: Ferry\n{text}"))[1:] == [
        ("body", COPY),
        ("quote-block", "Nobody waits."),
        ("caption", "The ferry."),
    ]


def test_tags_in_free_text_are_read_as_such():
    story = check_format(ArchieMl(), f'headline: Ferry\n[+body]\n{COPY} <a href="x">Times &amp; tides</a>\n[]\n')
    assert told(story)[-1] == ("body", f"{COPY} Times & tides")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "key: value\nmore\n:end\n",
        "test: reads free text\nresult: {}\n\n[+freeform]\nValue\nname: value\n[]\n",
        "{button}\ntext: Read more about this here\n",
        "headline: Ferry\nbody: \n",
    ],
)
def test_what_has_no_copy_is_refused(text):
    with pytest.raises(NoStory, match="without copy"):
        read(text)


def test_a_fix_writes_no_key_and_no_command(tmp_path):
    data = f"headline: Ferry\n[+body]\n{COPY}\nIt is the the last one.\n[]\n".encode()
    workspace = Workspace(config_file=None).selecting(["repeated-word"])
    done = fix_bytes(workspace, data, str(tmp_path / "a.aml"), offers=True)
    assert done.new == data.replace(b"the the", b"the")
    written = read(data.decode()).zones[-1].written
    assert written("late – too") == "late – too"
    for meant in ("Note: late", ":end", "[late]", "{late}", "* late", "\\late", "a\nb", "<br>"):
        assert written(meant) is None


def test_what_no_story_has_is_refused():
    for text in ("[+body]\n" + "word " * 400_001, "[+body]\n" + "a\n" * 100_001):
        with pytest.raises(UnreadableStory, match="more than"):
            read(text)
    with pytest.raises(UnreadableStory, match="paragraphs"):
        read("[+body]\n" + "a b c\n" * 20_001)
    assert len(entries("[.a]\n" * 5_000 + "b: c")[0][0]) < 1_000


@given(st.text("ab:*[]{}+.\\ \n\r", max_size=80))
@CASES
def test_no_text_makes_the_reader_fail(text):
    for entry in ArchieMlReader(text).entries():
        for line in entry.lines:
            assert 0 <= line.start <= line.end <= len(text)


@given(st.lists(LINES.filter(lambda text: not re.match(r"[\w.-]+\s*:", text)), min_size=1, max_size=6))
@CASES
def test_what_is_written_is_what_is_read(paragraphs):
    text = f"headline: Ferry {json.dumps('x')}\n\n[+body]\n{COPY}\n\n" + "\n\n".join(paragraphs) + "\n[]\n"
    assert prose(check_format(ArchieMl(), text)) == [COPY, *paragraphs]
