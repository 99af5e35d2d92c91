"""JSON lines: a story a record, with places in the file; a broken line is a failure of that line alone."""

import gzip
import json
import sys
import zlib
from pathlib import Path

import pytest
from helpers import assert_reading_grows_with_length, sampled
from hypothesis import given
from hypothesis import strategies as st
from record_stories import CASES, PARAGRAPHS, prose, told

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import FIELDS, Reading, Unread
from newslint.formats._packed import open_packed  # private: formats of text share it
from newslint.formats.jsonl import JsonLines
from newslint.run.fix_stories import fix_bytes
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile
from newslint.testing import check_format

EXAMPLE = Path(__file__).parent.parent / "examples" / "formats" / "archive.jsonl"
COPY = "The ferry from Saltmere sails again on Monday after a week of storms."


def lines(*records):
    return "".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in records)


def stories(content, **fields):
    return list(JsonLines().stories(Source("a.jsonl", content), Reading({**FIELDS, **fields})))


def only(**record):
    [story] = stories(lines(record))
    return story


def test_each_line_of_the_example_is_a_story_with_its_number_and_id():
    first, second = newslint.read_all(EXAMPLE)
    assert (first.record, second.record) == ("1, id hg-401", "2, id hg-402")
    assert told(first)[:2] == [
        ("headline", "Bakery that burned down in June opens again"),
        ("byline", "Mina Castell"),
    ]
    assert [zone.role for zone in second.zones] == ["headline", "byline", *["body"] * 4]
    assert first.date.isoformat() == "2026-11-02"
    assert {f.rule for f in newslint.check(EXAMPLE)} == {"repeated-word", "inconsistent-name"}
    check_format(JsonLines(), EXAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["text", "body", "content", "article", "articleBody", "article_body", "Full Text"])
def test_copy_is_found_under_its_usual_names(name):
    assert told(only(**{name: COPY})) == [("body", COPY)]


def test_fields_have_their_roles_whatever_their_order():
    story = only(
        text=f"{COPY}\n\nIt is late.",
        Caption="The ferry.",
        standfirst="Storms kept it in port.",
        authors=[{"name": "Nora Field"}, "Ana Ruiz"],
        Title="Ferry is <em>back</em> &amp; late",
        publish_date="2026-03-12T10:00",
        url="https://example.org/ferry",
        lang="en-GB",
        type="opinion",
        slug="ferry-back",
    )
    assert told(story) == [
        ("body", COPY),
        ("body", "It is late."),
        ("caption", "The ferry."),
        ("deck", "Storms kept it in port."),
        ("byline", "Nora Field"),
        ("byline", "Ana Ruiz"),
        ("headline", "Ferry is back & late"),
    ]
    assert (story.record, story.genre, story.language) == ("1, id https://example.org/ferry", "opinion", "en")
    assert story.date.isoformat() == "2026-03-12"
    assert story.metadata["slug"] == "ferry-back"


def test_a_configuration_says_which_field_is_the_text(tmp_path):
    text = lines({"nr": 7, "kop": "De veerboot vaart weer", "tekst": COPY})
    [story] = stories(text, text=("tekst",), headline=("kop",), id=("nr",))
    assert (story.record, told(story)) == ("1, id 7", [("headline", "De veerboot vaart weer"), ("body", COPY)])
    (tmp_path / "a.jsonl").write_text(text)
    (tmp_path / "newslint.yaml").write_text("fields: {text: tekst, headline: kop, id: nr}\n")
    assert newslint.read(tmp_path / "a.jsonl").record == "1, id 7"


def test_a_text_may_be_a_list_of_paragraphs_or_html():
    assert told(only(headline="Ferry", text=[COPY, "It is late."])) == [
        ("headline", "Ferry"),
        ("body", COPY),
        ("body", "It is late."),
    ]
    html = "<h2>Storm</h2><p>It &amp; the<br>ferry</p><blockquote>Late.</blockquote>"
    assert told(only(headline="Ferry", body=html))[1:] == [
        ("subhead", "Storm"),
        ("body", "It & the ferry"),
        ("quote-block", "Late."),
    ]


def test_a_record_with_text_alone_has_the_roles_of_plain_text():
    plain = (
        f"Ferry is back in Saltmere after storm\n\nBy Nora Field\n\n{COPY}\n\n{COPY[:-1]} indeed.\n\nAdvertisement\n"
    )
    assert [role for role, _ in told(only(text=plain))] == ["headline", "byline", "body", "body", "chrome"]
    assert [zone.role for zone in newslint.read(plain).zones] == ["headline", "byline", "body", "body", "chrome"]


def test_broken_lines_are_failures_of_these_lines_alone():
    text = lines({"text": COPY}, '{"text": "cut off', "[1, 2]", "", {"id": 1}, {"id": 2, "text": COPY})
    first, cut, listed, last = stories(text)
    assert (first.record, last.record) == ("1", "5, id 2")
    assert isinstance(cut, Unread)
    assert text[slice(*cut.span)] == '{"text": "cut off'
    assert "never closed (column 10)" in cut.why
    assert listed.why == "it is JSON, but no object with fields"


def test_findings_of_other_lines_are_told_beside_a_broken_one(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(lines('{"text": ', {"id": "x", "title": "Ferry is back", "text": "The the ferry sails again."}))
    outcome = Checker(Workspace(config_file=None)).check_file(StoryFile(str(path)))[1]
    assert [(entry.place.start.line, entry.record) for entry in outcome.entries] == [(2, "2, id x")]
    assert outcome.broken == ("line 1: it is no sound JSON: a value is missing (column 10)",)


def test_a_file_without_stories_says_which_fields_it_has():
    with pytest.raises(NoStory, match="none of its 2 records has a text: it has the fields “id”, “name”"):
        stories(lines({"id": 1, "name": "a"}, {"id": 2, "text": " "}))
    with pytest.raises(NoStory, match="it is empty"):
        stories(" \n\n")
    with pytest.raises(UnreadableStory, match="none of its lines is a JSON object: line 1: it is no sound JSON"):
        stories("a\nb\n")


def test_line_ends_of_all_kinds_part_records_and_others_do_not():
    text = '{"text": "One line\u2028of it."}\r\n{"text": "Another."}\r{"text": "A third."}'
    assert [story.zones[0].text for story in stories(text)] == ["One line\u2028of it.", "Another.", "A third."]


def test_a_file_of_too_many_records_is_read_as_far_as_that(monkeypatch):
    monkeypatch.setattr("newslint.formats._fields.MOST_RECORDS", 3)
    *read, rest = stories(lines(*[{"text": "A b."}] * 5))
    assert len(read) == 3
    assert "not read" in rest.why
    monkeypatch.setattr("newslint.formats._fields.MOST_BROKEN", 1)
    *_, rest = stories(lines("{", "{", {"text": "A b."}))
    assert "1 records of the file are broken" in rest.why


def test_what_no_record_has_is_refused():
    good = {"text": COPY}
    for record, said in (
        ({f"k{n}": 1 for n in range(5_001)}, "members"),
        ({"text": ["a"] * 5_001}, "members"),
        ({"text": "word " * 400_001}, "letters"),
        ({"text": "a b\n" * 20_001}, "paragraphs"),
        ("[" * 100_000, "deeper"),
    ):
        broken, _ = stories(lines(record, good))
        assert said in broken.why
    with pytest.raises(UnreadableStory, match="lines"):
        stories("\n" * 2_000_001)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), st.booleans())
@CASES
def test_what_is_written_is_what_is_read(texts, ascii_only):
    text = "\n".join(
        json.dumps({"headline": "Ferry", "text": "\n\n".join(each)}, ensure_ascii=ascii_only) for each in texts
    )
    check_format(JsonLines(), text)
    assert [prose(story) for story in stories(text)] == texts


# packed files


def packed(name, text):
    return JsonLines().open(name(text.encode()), "a.jsonl.gz")


def test_a_packed_file_is_read_and_written_back_packed(tmp_path):
    text = lines({"title": "Ferry is back", "text": "It was the the café’s ferry that sailed on Monday."})
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(text.encode()))
    assert [f.rule for f in newslint.check(path)] == ["repeated-word"]
    done = fix_bytes(Workspace(config_file=None), path.read_bytes(), str(path), offers=True)
    assert gzip.decompress(done.new).decode() == text.replace("the the", "the")


def test_gzip_files_one_after_another_are_one():
    text = lines({"text": COPY})
    assert packed(lambda data: gzip.compress(data) * 2, text).text == text * 2
    assert packed(lambda data: gzip.compress(data) + b"\0" * 99, text).text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (gzip.compress(b"a" * 21_000_000), "larger than 20 MB"),
        (gzip.compress(b"{}" * 100)[:-9], "cut off"),
        (gzip.compress(b"")[:5], "cut off"),
        (b"\x1f\x8b" + b"abc" * 99, "damaged"),
        (gzip.compress(b"") * 1_001, "more than 1,000"),
        (b'{"text": "a"}', "not packed as its name says"),
        (gzip.compress(b"a\0b"), "NUL"),
    ],
    ids=range(7),
)
def test_what_cannot_be_unpacked_is_refused(data, said):
    with pytest.raises(UnreadableStory, match=said):
        open_packed(data, "a.jsonl.gz")


def test_a_bomb_of_a_gigabyte_is_refused_early():
    inner = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(inner.compress(b"\0" * 1_000_000) for _ in range(300)) + inner.flush()
    with pytest.raises(UnreadableStory, match="larger than 20 MB"):
        open_packed(bomb, "a.jsonl.gz")


def test_zstd_is_read_where_python_or_a_package_reads_it(monkeypatch):
    text = lines({"text": COPY})
    try:
        from compression import zstd
    except ImportError:
        zstd = pytest.importorskip("zstandard")
    data = zstd.compress(text.encode())
    source = open_packed(data + data, "a.jsonl.zst")
    assert source.text == text * 2
    assert open_packed(source.rewritten(text, []), "a.jsonl.zst").text == text
    for broken, said in (
        (data[:-3], "cut off"),
        (data[:4] + b"abc" * 99, "damaged"),
        (zstd.compress(b"a" * 21_000_000), "larger than 20 MB"),
    ):
        with pytest.raises(UnreadableStory, match=said):
            open_packed(broken, "a.jsonl.zst")


def test_without_anything_that_reads_zstd_it_says_what_to_install(monkeypatch):
    for name in ("compression.zstd", "zstandard"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UnreadableStory, match=r"newslint\[zstd\]"):
        open_packed(b"\x28\xb5\x2f\xfd" + b"0" * 20, "a.jsonl.zst")


@pytest.mark.parametrize(
    "unit",
    sampled(["a ", "\\n", "\\n\\n", '\\"', "\\u201c", "\\ud83d\\ude00", "\\ud800", "\\", '"', "<p>", "<p>a</p>", "<p>a</p>\\n", "&amp;",
     "<", "\n", "{", "[", '"a":', '{"a":', "1,", '{"text":"Copy."}\n', "x\n", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    for form in (
        "@@",
        '{"headline": "T", "text": "a @@"}',
        '{"headline": "@@", "text": "a"}',
        '{"text": [@@]}',
        "{@@}",
    ):
        assert_reading_grows_with_length("a.jsonl", form, unit)
