"""RTF by its text, and the files that are refused outright with what to do."""

import pytest
from documents import EXAMPLES, STORY, docx, example_rtf, paragraph

from newslint.base.text import Source, UnreadableStory
from newslint.formats import Reading
from newslint.formats.rtf import Rtf
from newslint.formats.unread import UnreadFiles
from newslint.testing import check_format

RTF = Rtf()


def rtf(inner):
    return b"{\\rtf1\\ansi\\ansicpg1252 " + inner + b"}"


def test_the_example_reads_as_its_story():
    pytest.importorskip("striprtf")
    story = check_format(RTF, (EXAMPLES / "ferry.rtf").read_bytes())
    assert [zone.text for zone in story.zones] == [text for _, text in STORY]
    assert [zone.role for zone in story.zones[:4]] == ["headline", "deck", "byline", "body"]


def test_the_example_is_what_its_script_writes():
    assert (EXAMPLES / "ferry.rtf").read_bytes() == example_rtf()


def test_signs_are_read_in_each_way_that_rtf_writes_them():
    pytest.importorskip("striprtf")
    text = RTF.open(
        rtf(rb"It\'92s \u8220?so\u8221? \emdash  \u-10179?\u-8704? {\*\generator x}{\header no}end\par Two"), "a.rtf"
    ).text
    assert text == "It’s “so” — 😀 end\nTwo"


def test_fixes_are_refused_and_the_file_stays(newslint, newsroom):
    pytest.importorskip("striprtf")
    (newsroom / "a.rtf").write_bytes(example_rtf())
    done = newslint("fix", "a.rtf", "--unsafe")
    assert done.code == 2
    assert "newslint does not write RTF, so it was left as it was: open it and save it as .docx" in done.out
    assert (newsroom / "a.rtf").read_bytes() == example_rtf()
    assert newslint("check", "a.rtf").code == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "begins with"),
        (b"words", "begins with"),
        (rtf(b"words")[:-1], "its end is missing"),
        (rtf(b"wo\0rds"), "NUL"),
        (rtf(rb"{\deleted gone} words"), "tracked change"),
        (rtf(rb"{\v gone} words"), "hidden text"),
        (rtf(b"a b c " * 600_000), "larger than 3 MB"),
    ],
)
def test_what_cannot_be_read_truly_is_refused(data, said):
    with pytest.raises(UnreadableStory, match=said):
        RTF.open(data, "a.rtf")


def test_without_striprtf_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "striprtf.striprtf", None)
    with pytest.raises(UnreadableStory, match=r"pip install striprtf, or open it and save it as .docx"):
        RTF.open(example_rtf(), "a.rtf")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0", "Word 97 to 2003: open it and save it as .docx"),
        ("a.doc", docx(paragraph("x")), "let its name end in .docx"),
        ("a.doc", example_rtf(), "let its name end in .rtf"),
        ("a.pages", b"PK", "export it there as Word (.docx)"),
        ("a.pdf", b"%PDF-1.7", "no paragraphs: check the file that it was made from"),
        ("a.gdoc", b"{}", "only a link to a document in Google Docs"),
    ],
)
def test_what_nobody_reads_is_a_failure_where_it_is_named_that_says_what_to_do(newslint, newsroom, name, data, said):
    (newsroom / name).write_bytes(data)
    done = newslint("check", name)
    assert done.code == 2
    assert said in done.out


def test_below_a_folder_files_that_nobody_reads_are_gone_by(newslint, newsroom):
    (newsroom / "a.pdf").write_bytes(b"%PDF-1.7")
    (newsroom / "a.txt").write_text("The council met.\n", encoding="utf-8")
    assert "a.pdf" not in newslint("check", ".").out


def test_a_text_by_such_a_name_is_no_story():
    with pytest.raises(UnreadableStory):
        UnreadFiles().parse(Source("a.doc", "Words."), Reading())
