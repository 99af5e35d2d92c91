"""The report as a Word document: comments at the words that they are about, and nothing else changed."""

import io
import os
import random
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from documents import W, docx, example_docx, paragraph, parts_of, run, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.errors import NewslintError
from newslint.base.text import Span
from newslint.formats.docx import Docx
from newslint.model.finding import Report
from newslint.reporters import docx as reporter

EXAMPLES_A_RUN = int(os.environ.get("NEWSLINT_CASES", "100"))
NAME = f"{{{W}}}"
SIGNS = st.text(st.sampled_from(list("abc “&<>\t\u2028東😀")), max_size=30)
TYPE = ("", "<w:b/>", "<w:i/>")


def opened(data):
    return Docx().open(data, "a.docx")


def comments_in(data):
    """Each comment's author and words, and the words of the copy between its marks."""
    parts = parts_of(data)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    said = {
        each.get(f"{NAME}id"): (each.get(f"{NAME}author"), ["".join(p.itertext()) for p in each.iter(f"{NAME}p")])
        for each in ElementTree.fromstring(parts["word/comments.xml"])
    }
    among, open_, referred = dict.fromkeys(said, ""), set(), []
    for element in ElementTree.fromstring(parts["word/document.xml"]).iter():
        number = element.get(f"{NAME}id")
        if element.tag == f"{NAME}commentRangeStart":
            open_.add(number)
        elif element.tag == f"{NAME}commentRangeEnd":
            open_.remove(number)
        elif element.tag == f"{NAME}commentReference":
            referred.append(number)
        elif element.tag in (f"{NAME}t", f"{NAME}tab", f"{NAME}br"):
            sign = {"t": element.text or "", "tab": "\t", "br": "\u2028"}[element.tag.rpartition("}")[2]]
            among |= {each: among[each] + sign for each in open_}
    assert not open_
    assert sorted(referred) == sorted(said)
    return {number: (*said[number], among[number]) for number in said}


def test_the_command_writes_a_comment_for_each_finding_and_keeps_those_that_are_there(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(example_docx())
    done = newslint("check", "a.docx", "--format", "docx", "--output", "b.docx")
    assert (done.code, done.out) == (1, "")
    data = (newsroom / "b.docx").read_bytes()
    assert list(comments_in(data).values()) == [
        ("A. Desk", ["Is that both ways?"], "340 people"),
        ("newslint", ["“the” is repeated", "Fix: Delete the second “the”", "warning: repeated-word"], "the the"),
        (
            "newslint",
            [
                "“Lindquist” is spelled “Lindqvist” elsewhere in this story (once)",
                "Fix: Write “Lindqvist”",
                "See paragraph 6, “Lindqvist”: spelled “Lindqvist” here",
                "warning: inconsistent-name",
            ],
            "Lindquist",
        ),
    ]
    assert opened(data).text == opened(example_docx()).text
    before, after = parts_of(example_docx()), parts_of(data)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml", "word/comments.xml"]
    again = newslint("check", "a.docx", "--format", "docx", "--output", "b.docx")
    assert again.code == 1  # an older report may be written anew
    assert (newsroom / "b.docx").read_bytes() == data


def test_a_report_that_is_checked_again_has_each_comment_once(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(example_docx())
    newslint("check", "a.docx", "--format", "docx", "--output", "b.docx")
    first = (newsroom / "b.docx").read_bytes()
    newslint("check", "b.docx", "--format", "docx", "--output", "c.docx")
    again = (newsroom / "c.docx").read_bytes()
    assert sorted(comments_in(again).values()) == sorted(comments_in(first).values())
    assert parts_of(again)["word/document.xml"] == parts_of(first)["word/document.xml"]


def test_an_older_report_that_word_has_saved_makes_room_as_well():
    source = opened(docx(paragraph("One two three.")))
    old = source.with_comments([(Span(0, 3), ["old"]), (Span(4, 7), ["old too"])], "newslint")
    parts = parts_of(old)
    style = b'<w:r w:rsidR="00A1"><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id='
    saved = parts["word/document.xml"].replace(b"<w:r><w:commentReference w:id=", style)
    assert saved != parts["word/document.xml"]
    parts["word/document.xml"] = saved.replace(b'RangeEnd w:id="0"/>', b'RangeEnd w:id="0"></w:commentRangeEnd>')
    new = opened(zipped(parts)).with_comments([(Span(8, 13), ["new"])], "newslint")
    assert [*comments_in(new).values()] == [("newslint", ["new"], "three")]
    assert opened(new).text == source.text
    other = opened(zipped(parts)).with_comments([(Span(8, 13), ["new"])], "another")
    assert [words for _, _, words in comments_in(other).values()] == ["One", "two", "three"]


def test_a_document_without_comments_gets_their_part_and_its_place_in_the_lists(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(docx(paragraph("The board will mend the the slip.")))
    newslint("check", "a.docx", "--format", "docx", "--output", "b.docx", "--select", "repeated-word")
    data = (newsroom / "b.docx").read_bytes()
    assert [found[2] for found in comments_in(data).values()] == ["the the"]
    parts = parts_of(data)
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]
    assert b'Target="/word/comments.xml"' in parts["word/_rels/document.xml.rels"]
    document = pytest.importorskip("docx").Document(io.BytesIO(data))
    assert [comment.author for comment in document.comments] == ["newslint"]


def test_a_document_with_nothing_found_is_given_back_as_it_is(newslint, newsroom):
    data = docx(paragraph("The board will mend the slip."))
    (newsroom / "a.docx").write_bytes(data)
    done = newslint("check", "a.docx", "--format", "docx", "--output", "b.docx", "--select", "repeated-word")
    assert done.code == 0
    assert (newsroom / "b.docx").read_bytes() == data


def test_only_one_word_document_can_be_commented_in(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(docx(paragraph("One.")))
    (newsroom / "b.docx").write_bytes(docx(paragraph("Two.")))
    (newsroom / "c.txt").write_text("Three.\n", encoding="utf-8")
    for paths, said in (
        (("a.docx", "b.docx"), "2 were checked"),
        (("c.txt",), "no Word document"),
        (("x.docx",), ""),
    ):
        done = newslint("check", *paths, "--format", "docx", "--output", "out.docx")
        assert done.code == 2
        assert said in done.err
        assert not (newsroom / "out.docx").exists()


def test_the_report_takes_the_place_of_no_story(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(docx(paragraph("One.")))
    (newsroom / "b.docx").write_bytes(docx(paragraph("Two.")))
    for name in ("a.docx", "b.docx"):
        done = newslint("check", "a.docx", "--format", "docx", "--output", name)
        assert (done.code, "this file is a story" in done.err) == (2, True)


def test_where_there_are_only_words_the_report_is_refused():
    with pytest.raises(NewslintError, match="cannot be shown here"):
        reporter.write(Report(1, (), (), story="a.docx"), io.StringIO())


def split(text, seed):
    chance = random.Random(seed)
    cuts = sorted({0, len(text), *(chance.randrange(len(text) + 1) for _ in range(chance.randrange(4)))})
    runs = [run(text[a:b], chance.choice(TYPE)) for a, b in pairwise(cuts)]
    return paragraph(*(f'<w:ins w:id="9">{each}</w:ins>' if chance.random() < 0.2 else each for each in runs))


@given(lines=st.lists(SIGNS, min_size=1, max_size=4), seed=st.integers(0, 1000), data=st.data())
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_comments_stand_round_their_words_whatever_the_runs(lines, seed, data):
    source = opened(docx(*(split(line, seed + n) for n, line in enumerate(lines))))
    size = len(source.text)
    spans = [
        Span(*sorted(pair))
        for pair in data.draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), min_size=1, max_size=5))
    ]
    new = source.with_comments([(span, ["Said <of> & it"]) for span in spans], "newslint")
    assert opened(new).text == source.text
    if not any(lines):
        return  # where there is no run, there is nothing to comment on
    found = comments_in(new)
    assert [found[str(n)][2] for n in range(len(spans))] == [source.text[slice(*s)].replace("\n", "") for s in spans]
    assert kinds(source.data) == kinds(new)


def kinds(data):
    """Each sign of the copy with the type that it is set in."""
    found = []
    for element in ElementTree.fromstring(parts_of(data)["word/document.xml"]).iter(f"{NAME}r"):
        properties = element.find(f"{NAME}rPr")
        name = "" if properties is None else ElementTree.tostring(properties)
        found += [(name, sign) for text in element.iter(f"{NAME}t") for sign in text.text or ""]
    return found


def test_a_finding_in_a_note_is_said_at_its_number():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    source = opened(
        docx(
            paragraph("Copy", note, " goes on."),
            footnotes=f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>',
        )
    )
    at = source.text.index("note")
    new = source.with_comments([(Span(at, at + 4), ["?"])], "newslint")
    document = parts_of(new)["word/document.xml"].decode()
    assert f'<w:commentRangeStart w:id="0"/>{note}<w:commentRangeEnd w:id="0"/>' in document
    assert comments_in(new)["0"][2] == ""


def test_documents_with_other_prefixes_are_commented_in():
    parts = parts_of(docx(paragraph("The the end.")))
    xml = parts["word/document.xml"].decode().replace("<w:", "<").replace("</w:", "</").replace("xmlns:w", "xmlns")
    source = opened(zipped(parts | {"word/document.xml": xml.encode()}))
    new = source.with_comments([(Span(4, 7), ["?"])], "newslint")
    assert comments_in(new)["0"] == ("newslint", ["?"], "the")


def test_a_list_of_comments_without_any_is_filled():
    source = opened(docx(paragraph("The end."), comments=""))
    parts = parts_of(source.data)
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{W}"/>'.encode()
    new = opened(zipped(parts)).with_comments([(Span(4, 7), ["?\x00"])], "newslint")
    assert comments_in(new)["0"] == ("newslint", ["?\ufffd"], "end")


def test_a_paragraph_that_is_only_a_finding_keeps_its_own_words():
    source = opened(docx(paragraph("One."), paragraph("Two.")))
    new = source.with_comments([(Span(0, 9), ["all"]), (Span(5, 9), ["two"])], "newslint")
    assert [found[2] for found in comments_in(new).values()] == ["One.Two.", "Two."]
