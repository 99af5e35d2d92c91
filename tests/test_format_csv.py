"""Tables: a story a row, each field in its place; values are those of Python's csv module."""

import csv
import io
from pathlib import Path

import pytest
from helpers import assert_reading_grows_with_length, sampled
from hypothesis import given
from hypothesis import strategies as st
from record_stories import CASES, PARAGRAPHS, prose, told

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading, Unread
from newslint.formats._csv_rows import Rows  # private: held to the csv module
from newslint.formats.csv_table import CsvTable
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EXAMPLE = Path(__file__).parent.parent / "examples" / "formats" / "archive.csv"
COPY = "The ferry from Saltmere sails again on Monday after a week of storms."


def table(*rows, delimiter=",", ends="\r\n"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ends).writerows(rows)
    return out.getvalue()


def stories(text, path="a.csv"):
    return list(CsvTable().stories(Source(path, text), Reading()))


def test_each_row_of_the_example_is_a_story_with_its_number_and_id():
    first, second = newslint.read_all(EXAMPLE)
    assert (first.record, second.record) == ("1, id hg-401", "2, id hg-402")
    assert [zone.role for zone in first.zones] == ["headline", "byline", *["body"] * 4]
    assert second.date.isoformat() == "2026-11-03"
    assert "“I have" not in first.zones[4].text
    assert '"I have never been so glad of an empty shelf."' in first.zones[4].text
    found = newslint.check(EXAMPLE)
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [(f.rule, text[slice(*f.span)]) for f in found] == [
        ("repeated-word", "in in"),
        ("inconsistent-name", "Haloran"),
    ]
    check_format(CsvTable(), text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_sign_between_fields_is_seen(delimiter, ends):
    text = table(["Id", "Title", "Text"], ["7", "Ferry, late; and | back", COPY], delimiter=delimiter, ends=ends)
    [story] = stories(text)
    assert (story.record, told(story)) == ("1, id 7", [("headline", "Ferry, late; and | back"), ("body", COPY)])


def test_a_row_that_does_not_fit_the_first_is_a_failure_of_that_row_alone():
    text = f'id,title,text\n1,Ferry,"{COPY}"\n2,Ferry\n\n3,Ferry,a,b\n4,Ferry,"{COPY}"\n5,"Ferry,{COPY}\n'
    first, short, long, last, cut = stories(text)
    assert (first.record, last.record) == ("1, id 1", "4, id 4")
    assert isinstance(short, Unread)
    assert short.why == "it has 2 fields, and the first row, which names them, 3"
    assert text[slice(*long.span)] == "3,Ferry,a,b"
    assert "never closed (line 7, column 3)" in cut.why


def test_a_table_without_stories_says_which_fields_it_has():
    with pytest.raises(NoStory, match="none of its 1 rows has a text: its fields are “name”, “price”"):
        stories("name,price\nSalt,3\n")
    with pytest.raises(NoStory, match="no rows below the first"):
        stories("id,text\n")
    with pytest.raises(NoStory, match="it is no table"):
        stories("word " * 30_000)
    with pytest.raises(NoStory, match="empty"):
        stories("\r\n\n")
    with pytest.raises(UnreadableStory, match="none of its rows fits"):
        stories("id,text\na\nb\n")


def test_html_in_a_field_is_read_as_such():
    [story] = stories(
        table(["title", "body"], ["Ferry", f'<p class="a">{COPY}</p>\n<h2>Late</h2><p>It &amp; I.</p>'])
    )
    assert told(story)[1:] == [("body", COPY), ("subhead", "Late"), ("body", "It & I.")]


def test_fixes_double_quotation_marks_in_quotes_and_write_none_without(tmp_path):
    name = str(tmp_path / "a.csv")
    workspace = Workspace(config_file=None).selecting(["mixed-quotation-marks", "repeated-word"])
    said = "“We wait,” Ana Ruiz said. “We wait still,” Ruiz said. “It is late,” she said. "
    data = table(["title", "text"], ["Ferry", said + 'The the ferry, "the red one", is late.']).encode()
    done = fix_bytes(workspace, data, name, offers=True)
    assert done.new == data.replace(b"The the ferry", b"The ferry").replace(
        b'""the red one""', "“the red one”".encode()
    )
    [story] = stories("title,text\nFerry,It is late\n")
    written = story.zones[-1].written
    assert written("late") == "late"
    assert written('a "late" one') is written("a, b") is written("a\nb") is None
    [story] = stories('title,text\nFerry,"It is late"\n')
    assert story.zones[-1].written('a "late", one') == 'a ""late"", one'


def test_limits_are_told_not_met_in_silence(monkeypatch):
    assert "1,000 fields" in stories("title,text\n" + "," * 30_000 + f"\nFerry,{COPY}\n")[0].why
    with pytest.raises(UnreadableStory, match="doubled"):
        stories('title,text\nFerry,"' + '""' * 200_001 + '"\n')
    with pytest.raises(UnreadableStory, match="lines"):
        stories("title,text\n" + "\n" * 2_000_001)
    assert "letters" in stories(f"title,text\nFerry,{'word ' * 400_001}\nFerry,{COPY}\n")[0].why
    monkeypatch.setattr("newslint.formats._fields.MOST_RECORDS", 1)
    assert "not read" in stories(f"title,text\nA,{COPY}\nB,{COPY}\n")[1].why


CELLS = st.text("ab \"\r\n,;|\té😀'", max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t|"))
@CASES
def test_what_the_csv_module_writes_is_read_as_it_was(rows, delimiter):
    text = table(*rows, delimiter=delimiter)
    reader = Rows(text, delimiter)
    assert [[reader.says(cell) for cell in row] for row in reader] == rows


@given(st.text('ab",\n\r', max_size=40))
@CASES
def test_any_table_is_read_as_the_csv_module_reads_it(text):
    reader = Rows(text, ",")
    wanted = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    found = list(reader)
    assert [[reader.says(cell) for cell in row] for row in found] == wanted
    for row in found:
        for cell in row:
            for said, start, end in reader.pieces(cell):
                assert said == text[start:end] or (said, text[start:end]) == ('"', '""')


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
@CASES
def test_what_is_written_is_what_is_read(texts, quoting):
    out = io.StringIO(newline="")
    rows = [["headline", "text"], *(["Ferry", "\n\n".join(each)] for each in texts)]
    csv.writer(out, quoting=quoting).writerows(rows)
    check_format(CsvTable(), out.getvalue())
    assert [prose(story) for story in stories(out.getvalue())] == texts


@pytest.mark.parametrize(
    "unit",
    sampled(["a ", "a\n", "\n", "\r\n", "\r", '"', '""', '","', ",", ";", "\t", "|", "a,b\n", "1,a\n", '"a\n', '1,"a"\n', "<p>a</p>", "<p>",
     "&amp;", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    for form in ("@@", "id,text\n@@", 'id,text\n1,"a @@"\n', "id,text\n1,@@\n", "id,@@\n1,a\n"):
        assert_reading_grows_with_length("a.csv", form, unit)


def test_what_excel_says_above_a_table_is_no_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "sep=;\r\nid;headline;text\r\n7;Pier;The pier, it said, is closed.\r\n", encoding="utf-8", newline=""
    )
    story = newslint.read(path)
    assert (story.record, [zone.text for zone in story.zones]) == (
        "1, id 7",
        ["Pier", "The pier, it said, is closed."],
    )
