"""XML is read with the place of everything in it, and what is broken or without bounds is refused."""

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.text import Source, UnreadableStory, decode
from newslint.formats._prose import ZoneBuilder  # private: all formats of XML take their prose by it
from newslint.formats._xml import Element, read_xml  # private: the reader that all formats of XML share
from newslint.formats._xml_mark import root_mark  # private: the mark of all formats of XML

CASES = int(os.environ.get("NEWSLINT_CASES", "100"))


def tree_of(text, encoding="utf-8"):
    return read_xml(Source("story.xml", text, encoding))


def check_places(tree, element=None):
    """Each element stands where it says, and holds what stands in it."""
    element = element or tree.root
    name = f"{element.prefix}:{element.name}" if element.prefix else element.name
    text = tree.text
    assert text.startswith(f"<{name}", element.start)
    assert text[element.inner - 1] == ">"
    assert text[element.end - 1] == ">"
    if element.outer != element.end:
        assert text.startswith(f"</{name}", element.outer)
    for part in tree.parts(element):
        if isinstance(part, Element):
            check_places(tree, part)
        else:
            assert element.inner <= part.start < part.end <= element.outer


def test_elements_attributes_and_text_stand_where_the_source_has_them():
    text = (
        "\n <?xml version='1.0'?><!-- a > b -->\n<a x:y = 'é &amp; &quot;' z=\"𝒳>\"><p/>é𝒳<x:b>&#x2014;</x:b ></a>\n"
    )
    tree = tree_of(text)
    check_places(tree)
    assert [text[slice(*span)] for span in tree.attributes(tree.root).values()] == ["é &amp; &quot;", "𝒳>"]
    assert tree.value(tree.root, "x:y") == 'é & "'
    assert tree.value(tree.root, "none") == ""
    assert [(e.name, e.prefix) for e in tree.root.children] == [("p", ""), ("b", "x")]
    assert tree.words(tree.root.first("b")) == "—"
    assert tree.words(None) == ""


def test_entities_cdata_comments_and_line_ends_read_as_prose():
    tree = tree_of("<a>one &amp;\r\n   two<!-- not this --> &eacute;&#8212;<![CDATA[<b>&amp;]]>&unknown; end  \n</a>")
    builder = ZoneBuilder(tree.text)
    tree.take(builder, tree.root.inner, tree.root.outer)
    zone = tree.zone(builder, "body")
    assert zone.text == "one & two é—<b>&amp;&unknown; end"
    assert tree.text[slice(*zone.to_source(4, 5))] == "&amp;"
    assert tree.text[slice(*zone.to_source(zone.text.index("<b>"), zone.text.index("<b>") + 3))] == "<b>"


def test_prose_is_written_as_its_place_needs_it():
    tree = tree_of("<a c='d'><b>plain</b><c><![CDATA[raw]]></c><d>one <![CDATA[two]]></d></a>")
    plain, raw, both = (tree.written_in(each.inner, each.outer) for each in tree.root.children)
    assert plain("a & <b>") == "a &amp; &lt;b&gt;"
    assert (raw("a & <b>"), raw("a]]>b")) == ("a & <b>", None)
    assert (both("a & b"), both("a b")) == (None, "a b")
    assert plain("a\x00b") is None
    assert tree.attribute_zone(tree.root, "c", "alt").written('it\'s "so"') == "it&apos;s &quot;so&quot;"
    old = tree_of("<a>b</a>", "iso8859-15")
    assert old.written_in(3, 4)("€ — é") == "€ &#8212; é"


def test_a_declared_sign_is_known_and_nothing_is_fetched():
    declared = '<!DOCTYPE a SYSTEM "nitf.dtd" [<!ENTITY agency "HNA"><!ENTITY % set SYSTEM "x.ent"> %set;]>'
    tree = tree_of(declared + "<a>&agency; &other;</a>")
    assert tree.words(tree.root) == "HNA &other;"
    outside = tree_of('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    assert outside.words(outside.root) == "&x;"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no XML"),
        (" \n ", "no XML"),
        ("Just words.", "a tag was expected"),
        ("<a>\n<b>text</b>", "line 2: the file breaks off, and </a> of line 1 was expected"),
        ("<a>\n<b te", "line 2: the file breaks off"),
        ("<a>\n<b>text</i></b></a>", "line 2: </b> of line 2 was expected before </i>"),
        ("<a>\n\nR & D</a>", "line 3: a sign stands there that XML does not have"),
        ("<a>\x08</a>", "a sign stands there"),
        ("<a/>\n<b/>", "line 2: something follows the last tag"),
        ("<a b='1' b='2'/>", "one attribute twice"),
        ("<a>&#0;</a>", "number of a sign"),
        ("<?xml version='1.0' standalone='yes'?><a>&foo;</a>", "nothing says what &foo; stands for"),
        ("<a><![CDATA[text", "</a> of line 1 was expected"),
        ("<a>\ud800</a>", "a sign stands there"),
    ],
)
def test_what_is_broken_is_refused_with_its_line(text, said):
    with pytest.raises(UnreadableStory, match=re.escape(said)):
        tree_of(text)


LARGE = 20_000_000
HOSTILE = {
    "depth": lambda: "<a>" * 100_000,
    "elements": lambda: "<a>" + "<b/>" * (LARGE // 4) + "</a>",
    "laughs": lambda: (
        '<!DOCTYPE a [<!ENTITY l "lol">'
        + "".join(f'<!ENTITY l{n} "&l{n - 1 or ""};&l{n - 1 or ""};">' for n in range(1, 30))
        + "]><a>&l29;</a>"
    ),
    "long entity": lambda: '<!DOCTYPE a [<!ENTITY l "' + "x" * 99_999 + '">]><a>' + "&l;" * 9_999 + "</a>",
    "references": lambda: "<a>" + "&amp;" * (LARGE // 5) + "</a>",
    "entities": lambda: "<!DOCTYPE a [" + "".join(f'<!ENTITY l{n} "a">' for n in range(300_000)) + "]><a/>",
    "attributes": lambda: "<a " + " ".join(f'x{n}=""' for n in range(1_000_000)) + "/>",
    "attribute lists": lambda: (
        "<!DOCTYPE a [<!ATTLIST a " + "".join(f' l{n} CDATA "a"' for n in range(10_000)) + ">]><b>" + "<a/>" * 9_999
    ),
    "given attributes": lambda: (
        "<!DOCTYPE a [<!ATTLIST a " + "".join(f' l{n} CDATA "a"' for n in range(1_900)) + ">]><b>" + "<a/>" * 99_999
    ),
    "name": lambda: "<" + "a" * LARGE + "/>",
    "value": lambda: '<a x="' + "y " * (LARGE // 2) + '"/>',
    "comment": lambda: "<a><!--" + "x " * (LARGE // 2) + "--></a>",
    "open quote": lambda: "<a x='" + '"' * LARGE,
    "brackets": lambda: "<a>" + "<" * LARGE,
    "CDATA": lambda: "<a><![CDATA[" + "]" * LARGE,
}


@pytest.mark.parametrize("sort", HOSTILE)
def test_a_file_made_to_choke_on_is_refused(sort):
    text = HOSTILE[sort]()
    with pytest.raises(UnreadableStory):
        tree_of(text)


def test_nul_bytes_and_another_encoding_than_the_declared_one():
    with pytest.raises(UnreadableStory, match="NUL"):
        decode(b"<a>x\0</a>", "a.xml")
    source = decode("<?xml version='1.0' encoding='iso-8859-1'?><a>Blå</a>".encode(), "a.xml")
    assert read_xml(source).words(read_xml(source).root) == "Blå"
    source = decode("<?xml version='1.0' encoding='utf-16'?><a>Blå</a>".encode("utf-16"), "a.xml")
    assert read_xml(source).words(read_xml(source).root) == "Blå"


PIECES = st.sampled_from((
    "a", "é", "𝒳", "&amp;", "&#233;", "&eacute;", "<b>", "</b>", "<i x='&lt;>é'/>", "<![CDATA[<é&]]>", "<!-- é -->",
    "<?p é?>", "\r\n", " ",
))  # fmt: skip


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=CASES, deadline=None)
def test_places_are_exact_in_whatever_stands_together(pieces):
    text = "<a>" + "".join(pieces) + "</a>"
    try:
        tree = tree_of(text)
    except UnreadableStory:
        return
    check_places(tree)
    for part in tree.parts(tree.root):
        if not isinstance(part, Element):
            for piece, start, end in tree.pieces(*part):
                assert text[start:end] == piece or text[start] == "&"


@pytest.mark.parametrize(
    ("head", "fits"),
    [
        ("<nitf>", True),
        (
            "\n<?xml version='1.0'?>\n<!-- nitf -->\n<!DOCTYPE nitf SYSTEM 'x' [<!ENTITY % a SYSTEM 'b'> %a; ]>\n<x:nitf ",
            True,
        ),
        ("<nitfx>", False),
        ("<NewsML><nitf>", False),
        ("Text on <nitf> here", False),
        ("<!-- never closed <nitf>", False),
        ("<!--" * 2_000, False),
        ("<!DOCTYPE" + " " * 8_000, False),
    ],
)
def test_a_file_is_known_by_its_first_element(head, fits):
    assert bool(re.search(root_mark("nitf"), head)) == fits
