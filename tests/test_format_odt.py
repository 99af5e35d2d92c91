"""OpenDocument texts: what of them is copy, in which roles, and fixes written into their paragraphs alone."""

import os
import random
from itertools import pairwise

import pytest
from documents import EXAMPLES, NS, ODT_SPACES, example_odt, odt, odt_paragraph, parts_of, words, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.text import Span, UnreadableStory
from newslint.base.writing import UnwrittenStory
from newslint.formats import Reading
from newslint.formats.odt import Odt
from newslint.testing import check_format

EXAMPLES_A_RUN = int(os.environ.get("NEWSLINT_CASES", "100"))
ODT = Odt()
SIGNS = st.text(st.sampled_from(list("abcAB“”’'\"&<>\\;   \t\u2028東😀\u00a0-.")), max_size=30)
LINES = st.lists(SIGNS, min_size=1, max_size=6)
BOLD = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
HIDDEN = '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'


def opened(data):
    return ODT.open(data, "a.odt")


def text_of(*inner):
    return opened(odt(*(f"<text:p>{each}</text:p>" for each in inner), automatic=BOLD + HIDDEN)).text


def read(*paragraphs):
    return ODT.parse(opened(odt(*paragraphs, automatic=BOLD + HIDDEN)), Reading())


def split(text, seed):
    """A paragraph with spans that begin anywhere, one within another at times."""
    chance = random.Random(seed)
    cuts = sorted({0, len(text), *(chance.randrange(len(text) + 1) for _ in range(chance.randrange(4)))})
    out, whole, pieces = [], words(text), []
    for a, b in pairwise(cuts):
        inner = words(text[:b])[len(words(text[:a])) :]  # whether a space is an element goes by what stands before it
        pieces.append(inner)
        out.append(f'<text:span text:style-name="T1">{inner}</text:span>' if chance.random() < 0.5 else inner)
    assert "".join(pieces) == whole
    return f'<text:p text:style-name="Text_20_body">{"".join(out)}</text:p>'


def test_the_example_reads_with_its_roles():
    story = check_format(ODT, (EXAMPLES / "ferry.odt").read_bytes())
    assert [zone.role for zone in story.zones] == [
        "headline", "deck", "byline", "body", "body", "body", "subhead", "body", "body", "quote-block", "body", "body",
        "caption",
    ]  # fmt: skip


def test_the_example_is_what_its_script_writes():
    assert (EXAMPLES / "ferry.odt").read_bytes() == example_odt()


def test_spaces_in_a_row_are_one_and_elements_stand_for_signs():
    assert text_of("  The \n\t council<text:s/> said<text:tab/>so<text:line-break/>here<text:s text:c='3'/>.") == (
        "The council  said\tso\u2028here   ."
    )
    assert text_of("One <text:span> two</text:span>", "") == "One two\n"


@pytest.mark.parametrize(
    "xml",
    [
        "<office:annotation><text:p>gone</text:p></office:annotation>",
        '<text:span text:style-name="T2">gone</text:span>',
        "<draw:frame><draw:text-box><text:p>gone</text:p></draw:text-box></draw:frame>",
        "<text:hidden-text>gone</text:hidden-text>",
        "<text:ruby><text:ruby-text>gone</text:ruby-text></text:ruby>",
        "<text:placeholder>gone</text:placeholder>",
        "<text:change-start/><text:change-end/>",
        "<!-- gone --><?gone gone?>",
    ],
)
def test_what_nobody_reads_is_no_copy(xml):
    assert text_of(f"Be{xml}fore") == "Before"


def test_deleted_text_and_contents_are_left_out_and_links_and_insertions_read():
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    contents = (
        "<text:table-of-content><text:index-body><text:p>gone</text:p></text:index-body></text:table-of-content>"
    )
    story = read(
        deleted, contents, "<text:p>A <text:a>link</text:a> <text:change-start/>new<text:change-end/>.</text:p>"
    )
    assert story.source.text == "A link new."


def test_tables_lists_headings_and_notes_have_their_roles():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>"
    story = read(
        odt_paragraph("Bridge shut", "Title"),
        f"<text:p>Copy{note} of it that goes on for a while, the council said on Friday.</text:p>",
        '<text:h text:outline-level="3">Next</text:h>',
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>",
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>",
        '<text:section text:display="none"><text:p>gone</text:p></text:section>',
    )
    assert [(zone.role, zone.level) for zone in story.zones] == [
        ("headline", 0), ("body", 0), ("subhead", 3), ("list", 0), ("table", 0), ("note", 0),
    ]  # fmt: skip
    assert story.zones[1].text.startswith("Copy of it")
    assert story.zones[-1].text == "The note."
    at = story.source.text.index("The note")
    fixed = opened(story.source.rewritten("", [(Span(at, at + 3), "A")]))
    assert fixed.text.endswith("A note.")


@given(lines=LINES, seed=st.integers(0, 1000))
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_whatever_is_written_is_read_and_keeps_to_the_contract(lines, seed):
    data = odt(*(split(line, seed + n) for n, line in enumerate(lines)), automatic=BOLD)
    assert opened(data).text == "\n".join(lines)
    if "".join(lines).split():
        check_format(ODT, data)


@given(lines=LINES, seed=st.integers(0, 1000), data=st.data())
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_edits_change_the_words_and_nothing_else(lines, seed, data):
    old = odt(*(split(line, seed + n) for n, line in enumerate(lines)), automatic=BOLD)
    source, edits, at = opened(old), [], 0
    for line in lines:
        start, end = at, at + len(line)
        while start <= end and len(edits) < 5 and line:
            a = data.draw(st.integers(start, end))
            b = data.draw(st.integers(a, end))
            edits.append((Span(a, b), data.draw(SIGNS)))
            start = b + 1
        at = end + 1
    wanted, at = [], 0
    for span, new in edits:
        wanted += [source.text[at : span.start], new]
        at = span.end
    wanted = "".join((*wanted, source.text[at:]))
    new = source.rewritten(wanted, edits)
    assert opened(new).text == wanted
    before, after = parts_of(old), parts_of(new)
    assert [name for name in before if before[name] != after[name]] in ([], ["content.xml"])
    for tag in (b"<text:span", b"</text:span>", b"<text:p", b"</text:p>"):
        assert before["content.xml"].count(tag) == after["content.xml"].count(tag)


def test_the_command_fixes_a_text_in_place(newslint, newsroom):
    (newsroom / "a.odt").write_bytes(example_odt())
    newslint("fix", "a.odt", "--unsafe")
    wanted = opened(example_odt()).text.replace("the the", "the").replace("Lindquist", "Lindqvist")
    fixed = (newsroom / "a.odt").read_bytes()
    assert opened(fixed).text == wanted
    old = parts_of(example_odt())
    assert parts_of(fixed) == old | {
        "content.xml": old["content.xml"].replace(b"the the", b"the").replace(b"Lindquist", b"Lindqvist")
    }


def test_what_stands_in_sections_that_nobody_writes_is_read_and_not_written():
    source = opened(odt("<text:p>A <![CDATA[<b>]]> c</text:p>"))
    assert source.text == "A <b> c"
    with pytest.raises(UnwrittenStory):
        source.rewritten("", [(Span(0, 1), "The")])


def content(inner):
    return zipped(
        parts_of(odt())
        | {"content.xml": f"<office:document-content{ODT_SPACES}>{inner}</office:document-content>".encode()}
    )


MANIFEST = f'<manifest:manifest xmlns:manifest="{NS}:manifest:1.0"><manifest:encryption-data/></manifest:manifest>'
HOSTILE = {
    "encrypted": (zipped(parts_of(odt()) | {"META-INF/manifest.xml": MANIFEST, "content.xml": os.urandom(100)}), "encrypted"),
    "another zip": (zipped({"a": "b"}), "without content.xml"),
    "truncated": (example_odt()[:2000], "its end is missing"),
    "bomb": (content("a" * 30_000_000), "larger than 20 MB once"),
    "DOCTYPE": (zipped({"content.xml": "<!DOCTYPE x><x/>"}), "DOCTYPE"),
    "depth": (content("<text:span>" * 300_000), "within one another"),
    "many paragraphs": (content("<text:p/>" * 2_000_000), "paragraphs"),
    "many lines": (content("<text:p>" + "\n" * 19_000_000 + "</text:p>"), "pieces"),
    "many signs": (content("<text:p>" + "<text:s text:c='999'/>" * 800_000 + "</text:p>"), "no story has"),
    "many spans": (content("<text:p>" + "<text:span>a</text:span>" * 800_000 + "</text:p>"), "no story has"),
    "in another": (content("<text:p><text:p/></text:p>"), "a paragraph stands in another"),
    "broken": (content("<text:p>"), "broken XML"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_clear_failures(name):
    data, said = HOSTILE[name]
    with pytest.raises(UnreadableStory, match=said):
        opened(data)
