"""Word documents: what of them is copy, in which roles, and fixes written into their runs and nowhere else."""

import os
import random
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from documents import EXAMPLES, STORY, W, docx, example_docx, paragraph, parts_of, run, zipped
from helpers import assert_reading_grows_with_length, sampled
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.text import NoStory, Span, UnreadableStory
from newslint.base.writing import UnwrittenStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading
from newslint.formats.docx import Docx
from newslint.model.cleaned import judged
from newslint.model.finding import Edit
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EXAMPLES_A_RUN = int(os.environ.get("NEWSLINT_CASES", "100"))
DOCX = Docx()
SIGNS = st.text(st.sampled_from(list("abcABCé“”’'\"&<>\\;  \t\u2028東😀\u00a0-.")), max_size=40)
LINES = st.lists(SIGNS, min_size=1, max_size=6)
TYPE = ("", "<w:b/>", "<w:i/>", '<w:sz w:val="20"/>')


def opened(data):
    return DOCX.open(data, "a.docx")


def read(*paragraphs, **parts):
    return DOCX.parse(opened(docx(*paragraphs, **parts)), Reading())


def told(story):
    return [(zone.role, zone.text) for zone in story.zones]


def text_of(*paragraphs, **parts):
    return opened(docx(*paragraphs, **parts)).text


def split(text, seed):
    """A paragraph in runs that begin anywhere."""
    chance = random.Random(seed)
    cuts = sorted({0, len(text), *(chance.randrange(len(text) + 1) for _ in range(chance.randrange(5)))})
    return paragraph(*(run(text[a:b], chance.choice(TYPE)) for a, b in pairwise(cuts)))


def test_the_example_reads_with_its_roles_and_without_what_is_deleted_or_commented():
    story = check_format(DOCX, (EXAMPLES / "ferry.docx").read_bytes())
    assert [zone.role for zone in story.zones] == [
        "headline", "deck", "byline", "body", "body", "body", "subhead", "body", "body", "quote-block", "body", "body",
        "caption", "note",
    ]  # fmt: skip
    assert story.zones[7].text.startswith("A bus will run every half hour by way")
    assert "both ways" not in story.source.text
    assert "quarter" not in story.source.text


def test_the_examples_are_what_their_script_writes():
    assert (EXAMPLES / "ferry.docx").read_bytes() == example_docx()


def test_a_line_is_a_paragraph_and_an_empty_one_counts():
    assert text_of(paragraph("One."), paragraph(), paragraph("Three.", "\tTab.", " \u2028New.")) == (
        "One.\n\nThree.\tTab. \u2028New."
    )


def test_styles_give_roles_by_their_names_whatever_their_ids_and_by_what_they_are_based_on():
    styles = {"Title": "Titel1", "heading 1": "berschrift1", "Byline": "x", "List Bullet 2": "y", "Desk Quote": "z"}
    made = docx(*(paragraph(f"Words {name}", style=key) for name, key in styles.items()))
    parts = parts_of(made)
    parts["word/styles.xml"] = (
        f'<w:styles xmlns:w="{W}">'
        + "".join(
            f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{"<w:basedOn w:val=" + chr(34) + "q" + chr(34) + "/>" if key == "z" else ""}</w:style>'
            for name, key in styles.items()
        )
        + '<w:style w:styleId="q"><w:name w:val="Quote"/><w:basedOn w:val="q"/></w:style></w:styles>'
    ).encode()
    story = DOCX.parse(opened(zipped(parts)), Reading())
    assert [zone.role for zone in story.zones] == ["headline", "subhead", "byline", "list", "quote-block"]
    assert story.zones[1].level == 1
    assert story.zones[4].why == ("has the style “Quote”",)


def test_without_styles_roles_come_from_shape_as_in_plain_text():
    lines = [text for _, text in STORY]
    story = read(*(paragraph(line) for line in lines))
    assert [zone.role for zone in story.zones[:4]] == ["headline", "deck", "byline", "body"]


def test_the_first_heading_is_the_headline_where_nothing_is_called_so():
    story = read(
        paragraph("Council", style=""), paragraph("Bridge shut", style="Heading2"), paragraph("It is shut. " * 8)
    )
    assert ("headline", "Bridge shut") in told(story)


@pytest.mark.parametrize(
    "xml",
    [
        '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>',
        '<w:moveFrom w:id="1"><w:r><w:t>gone</w:t></w:r></w:moveFrom>',
        run("gone", "<w:vanish/>"),
        run("gone", '<w:rStyle w:val="Unsichtbar"/>'),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>gone</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:r><w:drawing>{paragraph('gone')}</w:drawing></w:r>",
        f"<w:r><w:pict><w:txbxContent>{paragraph('gone')}</w:txbxContent></w:pict></w:r>",
        '<w:r><w:commentReference w:id="3"/></w:r>',
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>gone</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:ruby><w:rt><w:r><w:t>gone</w:t></w:r></w:rt></w:ruby>",
        '<x:Fallback xmlns:x="urn:x"><w:r><w:t>gone</w:t></w:r></x:Fallback>',
        "<!-- gone -->",
    ],
)
def test_what_nobody_reads_is_no_copy(xml):
    assert text_of(paragraph("Be", xml, "fore")) == "Before"


@pytest.mark.parametrize(
    "xml",
    [
        f'<w:ins w:id="1">{run("kept")}</w:ins>',
        f'<w:moveTo w:id="1">{run("kept")}</w:moveTo>',
        f'<w:hyperlink w:anchor="x">{run("kept")}</w:hyperlink>',
        f'<w:fldSimple w:instr="DATE">{run("kept")}</w:fldSimple>',
        f"<w:sdt><w:sdtContent>{run('kept')}</w:sdtContent></w:sdt>",
        run("kept", '<w:vanish w:val="0"/>'),
        '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>kept</w:t></w:r>',
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("kept")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:r><w:t>k<![CDATA[e]]>&#112;t</w:t></w:r>",
        "<w:r><w:t> kept\n</w:t></w:r>",
    ],
)
def test_what_readers_see_is_copy(xml):
    assert text_of(paragraph("Be", xml, "fore")) == "Bekeptfore"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next():
    ended = paragraph("One ", props='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert text_of(ended, paragraph("two.", style="Quote")) == "One two."
    assert text_of(paragraph("One."), ended) == "One.\nOne "


def test_tables_lists_and_notes_have_their_roles():
    table = f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>"
    item = paragraph("item", props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    none = paragraph(
        "The council said on Friday that it would not be so.", props='<w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("x")}</w:footnote><w:footnote w:id="1">{paragraph("note")}</w:footnote>'
    story = read(paragraph("Head", style="Title"), table, item, none, footnotes=notes)
    assert [zone.role for zone in story.zones] == ["headline", "table", "list", "body", "note"]


def test_line_breaks_part_paragraphs_and_in_headings_read_as_spaces():
    story = read(
        paragraph("A bridge\u2028too far", style="Title"),
        paragraph("It fell.\u2028“Gone,” he said.\u2028\u2028then silence."),
    )
    assert [zone.text for zone in story.zones] == [
        "A bridge too far",
        "It fell.",
        "“Gone,” he said.",
        "then silence.",
    ]
    [edit] = judged(story).source.edits(Edit(Span(2, 12), "pier too"))
    assert opened(story.source.rewritten("", [edit])).text.startswith("A pier too far\n")


def test_a_document_without_words_is_no_story_and_says_so():
    with pytest.raises(NoStory, match="no words outside pictures"):
        read(paragraph(), paragraph("  "))


@given(lines=LINES, seed=st.integers(0, 1000))
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_whatever_is_written_is_read_and_keeps_to_the_contract(lines, seed):
    data = docx(*(split(line, seed + n) for n, line in enumerate(lines)))
    assert opened(data).text == "\n".join(lines)
    if "".join(lines).split():
        check_format(DOCX, data)


@given(lines=LINES, seed=st.integers(0, 1000), data=st.data())
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_edits_change_the_words_of_the_runs_and_nothing_else(lines, seed, data):
    old = docx(*(split(line, seed + n) for n, line in enumerate(lines)))
    source, edits, at, wanted = opened(old), [], 0, []
    for line in lines:
        start = at
        while line and len(edits) < 5:
            a = data.draw(st.integers(start, at + len(line)))
            b = data.draw(st.integers(a, at + len(line)))
            edits.append((Span(a, b), data.draw(SIGNS)))
            start = b + 1
            if start > at + len(line):
                break
        at += len(line) + 1
    at = 0
    for span, new in edits:
        wanted += [source.text[at : span.start], new]
        at = span.end
    wanted = "".join((*wanted, source.text[at:]))
    new = source.rewritten(wanted, edits)
    assert opened(new).text == wanted
    before, after = parts_of(old), parts_of(new)
    assert [name for name in before if before[name] != after[name]] in ([], ["word/document.xml"])
    assert list(before) == list(after)
    assert properties(before) == properties(after)


def properties(parts):
    """What a document says of the type of its runs, in order, and all its tags but those of words."""
    return re.findall(rb"<w:rPr>.*?</w:rPr>|</?w:(?!t\b|tab|br)[^>]*>", parts["word/document.xml"])


def test_a_fix_over_several_runs_stands_in_the_first_and_is_taken_out_of_the_others():
    data = docx(paragraph(run("The counc", "<w:b/>"), run("il wil", "<w:i/>"), run("l will go.")))
    source = opened(data)
    new = source.rewritten("", [(Span(4, 21), "board will")])
    document = parts_of(new)["word/document.xml"].decode()
    assert '<w:b/></w:rPr><w:t xml:space="preserve">The board will</w:t>' in document
    assert '<w:i/></w:rPr><w:t xml:space="preserve"></w:t>' in document
    assert opened(new).text == "The board will go."


def test_spaces_at_the_end_of_words_are_kept_where_a_fix_makes_some():
    data = docx("<w:p><w:r><w:t>It is so</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>")
    new = opened(data).rewritten("", [(Span(6, 8), "")])
    assert b'<w:t xml:space="preserve">It is </w:t>' in parts_of(new)["word/document.xml"]
    assert opened(new).text == "It is ."


def test_signs_beside_a_fix_stay_as_they_were_written():
    data = docx("<w:p><w:r><w:t>A &quot;b&#8217;c&quot; the the end</w:t></w:r></w:p>")
    new = opened(data).rewritten("", [(Span(12, 16), "")])
    assert b"<w:t>A &quot;b&#8217;c&quot; the end</w:t>" in parts_of(new)["word/document.xml"]


def test_the_command_fixes_a_document_in_place(newslint, newsroom):
    (newsroom / "a.docx").write_bytes(example_docx())
    done = newslint("fix", "a.docx", "--unsafe")
    assert "inconsistent-name" in done.out
    fixed = (newsroom / "a.docx").read_bytes()
    wanted = opened(example_docx()).text.replace("the the", "the").replace("Lindquist", "Lindqvist")
    assert opened(fixed).text == wanted
    before, after = parts_of(example_docx()), parts_of(fixed)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert newslint("check", "a.docx").code == 0


def test_a_deleted_paragraph_leaves_its_place_empty():
    data = docx(paragraph("Head of it", style="Title"), paragraph("One."), paragraph("Share this"), paragraph("Two."))
    story = DOCX.parse(opened(data), Reading())
    prose = judged(story).source
    start = prose.text.index("Share")
    edits = prose.edits(Edit(Span(start, prose.text.index("Two.")), ""))
    assert opened(story.source.rewritten("", edits)).text == "Head of it\nOne.\n\nTwo."


def test_what_is_no_matter_of_words_is_not_written():
    source = opened(docx(paragraph("One."), paragraph("Two.")))
    for edit in ((Span(3, 6), ""), (Span(1, 1), "a\nb"), (Span(1, 1), "\x01")):
        with pytest.raises(UnwrittenStory, match="a fix in paragraph 1 would change more than words"):
            source.rewritten("", [edit])


def test_notes_are_fixed_in_their_own_part():
    data = docx(
        paragraph("Copy of the story."), footnotes=f'<w:footnote w:id="1">{paragraph("The the note.")}</w:footnote>'
    )
    source = opened(data)
    at = source.text.index("The the")
    parts = parts_of(source.rewritten("", [(Span(at, at + 7), "The")]))
    assert b"The note." in parts["word/footnotes.xml"]
    assert parts["word/document.xml"] == parts_of(data)["word/document.xml"]


def test_other_parts_are_not_packed_again():
    parts = parts_of(docx(paragraph("The the end.")))
    parts["word/media/image1.png"] = bytes(range(256)) * 40
    data = zipped(parts)
    new = opened(data).rewritten("", [(Span(0, 7), "The")])
    at = data.index(b"word/media/image1.png")
    assert data[at : at + 300] in new
    assert parts_of(new)["word/media/image1.png"] == parts["word/media/image1.png"]


def test_a_document_that_was_written_as_a_stream_is_read_and_fixed():
    class Stream:
        """A file in which nobody can go back: sizes stand behind each part."""

        def __init__(self):
            self.data = b""

        def write(self, data):
            self.data += data
            return len(data)

        def flush(self):
            pass

    import zipfile

    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(docx(paragraph("The the end."))).items():
            archive.writestr(name, content)
    assert opened(opened(out.data).rewritten("", [(Span(0, 7), "The")])).text == "The end."


def test_documents_with_other_prefixes_or_none_are_read_and_fixed():
    parts = parts_of(docx(paragraph("The\tthe end.")))
    for prefix, declared in (("q:", "xmlns:q"), ("", "xmlns")):
        xml = parts["word/document.xml"].decode().replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
        other = parts | {"word/document.xml": xml.replace("xmlns:w", declared).encode()}
        source = opened(zipped(other))
        assert source.text == "The\tthe end."
        again = opened(source.rewritten("", [(Span(3, 7), "\t& ")]))
        assert again.text == "The\t&  end."
        ElementTree.fromstring(parts_of(again.data)["word/document.xml"])


def test_a_document_in_another_encoding_is_read_and_not_written():
    parts = parts_of(docx(paragraph("The the end.")))
    xml = parts["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    source = opened(zipped(parts | {"word/document.xml": xml.encode("utf-16")}))
    assert source.text == "The the end."
    with pytest.raises(UnwrittenStory, match="its XML is written in a way"):
        source.rewritten("", [(Span(0, 7), "The")])


def body(xml):
    return zipped(parts_of(docx()) | {"word/document.xml": xml if isinstance(xml, bytes) else xml.encode()})


def document(inner):
    return body(f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>')


WHOLE = docx(paragraph("The the end."))
TWICE = zipped(parts_of(WHOLE) | {"word/stylez.xml": b""}).replace(b"word/stylez.xml", b"word/styles.xml")
HOSTILE = {
    "empty": (b"", "begins with “PK”"),
    "text": (b"Just words.", "begins with “PK”"),
    "NULs": (b"\0" * 1000, "begins with “PK”"),
    "truncated": (WHOLE[: len(WHOLE) // 2], "its end is missing"),
    "cut": (WHOLE[:-40], "its end is missing"),
    "damaged": (WHOLE[:700] + b"xxxx" + WHOLE[704:], "damaged"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97 to 2003"),
    "another zip": (zipped({"a.txt": "x"}), "without word/document.xml"),
    "two of one name": (TWICE, "two parts of one name"),
    "bomb": (body(b"a" * 30_000_000), "larger than 20 MB once"),
    "entities": (body(f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "{"&a;" * 50}">]><w:document xmlns:w="{W}">&b;</w:document>'), "DOCTYPE"),
    "outside": (body('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), "DOCTYPE"),
    "depth": (document("<w:p>" * 300_000), "within one another"),
    "broken XML": (document("<w:p>"), "broken XML"),
    "NULs inside": (document("<w:p>\0</w:p>"), "broken XML"),
    "many paragraphs": (document("<w:p/>" * 3_000_000), "40,000 paragraphs"),
    "many runs": (document(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 500_000}</w:p>"), "pieces of text"),
    "many elements": (document("<x/>" * 4_000_000), "elements"),
    "many words": (document(f"<w:p><w:r><w:t>{'The end. ' * 2_000_000}</w:t></w:r></w:p>"), "signs"),
    "long tag": (document(f"<w:p {' '.join(f'a{n}={chr(34)}{chr(34)}' for n in range(900_000))}/>"), "tag of more than"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_clear_failures(name):
    data, said = HOSTILE[name]
    with pytest.raises(UnreadableStory, match=said):
        DOCX.parse(opened(data), Reading())


@given(data=st.data())
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_no_damage_ends_in_a_traceback(data):
    at = data.draw(st.integers(0, len(WHOLE)))
    piece = data.draw(st.binary(max_size=12))
    broken = WHOLE[:at] + piece + WHOLE[at + data.draw(st.integers(0, 12)) :]
    try:
        assert isinstance(opened(broken).text, str)
    except UnreadableStory as refused:
        assert str(refused)  # noqa: PT017 - either will do


def test_a_name_that_leads_out_of_the_zip_file_is_just_a_name(tmp_path):
    parts = parts_of(WHOLE) | {"../../evil.txt": b"x", "/etc/evil": b"y"}
    source = opened(zipped(parts))
    assert source.text == "The the end."
    assert "evil" in str(list(parts_of(source.rewritten("", [(Span(0, 7), "The")]))))


def test_a_document_with_macros_keeps_them(newslint, newsroom):
    parts = parts_of(docx(paragraph("The council said the the bridge fell.")))
    parts["word/vbaProject.bin"] = b"macro" * 100
    (newsroom / "a.docm").write_bytes(zipped(parts))
    newslint("fix", "a.docm", "--unsafe", "--select", "repeated-word")
    after = parts_of((newsroom / "a.docm").read_bytes())
    assert after["word/vbaProject.bin"] == parts["word/vbaProject.bin"]
    assert b"said the bridge" in after["word/document.xml"]


def test_findings_stand_at_their_words():
    workspace = Workspace(config_file=None).selecting(["repeated-word"])
    source = workspace.open(
        "a.docx", docx(paragraph("One line of it."), split("The board will mend the the slip, it said.", 7))
    )
    found = workspace.engine("a.docx").check(workspace.story(source))
    assert [(source.text[slice(*f.span)], source.lines.position(f.span.start).line) for f in found] == [
        ("the the", 2)
    ]
    done = fix_bytes(workspace, source.data, "a.docx", offers=True)
    assert done.after == source.text.replace("the the", "the")


def in_cells(*cells):
    return "<w:tbl>" + "".join(f"<w:tr><w:tc>{paragraph(cell)}</w:tc></w:tr>" for cell in cells) + "</w:tbl>"


def test_a_table_alone_is_no_story():
    with pytest.raises(NoStory, match="it is a table, and no copy stands beside it"):
        read(in_cells("Item", "Price", "Pier", "1.2 million"))


def test_a_story_that_stands_in_the_cells_of_a_form_is_one():
    copy = "The council of Saltmere voted on Monday to close the old ferry pier, after two years of talks."
    story = read(
        in_cells("Council votes to close the old ferry pier", "By Nora Field", copy, copy.replace("two", "ten"))
    )
    assert [zone.role for zone in story.zones] == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    "unit",
    sampled(["<w:p/>", "<w:r/>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:r><w:t>a</w:t></w:r>", "<w:t>a</w:t>", "a ", "<w:br/>",
     "<w:p>", "</w:p>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", '<w:commentRangeStart w:id="1"/>',
     "<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>", "&amp;", "<!--",
     '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:pPr/>"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    given = "<w:p><w:r><w:t>Copy of the day.</w:t></w:r></w:p>"
    for inside in ("{}", "<w:p>{}</w:p>", "<w:p><w:r>{}</w:r></w:p>", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"):
        assert_reading_grows_with_length(
            "a.docx", inside.format("@@"), unit, lambda text: docx(given + text, packed=False)
        )
