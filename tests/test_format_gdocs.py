"""Google Docs' export as HTML: headline and deck by its styles, no comments, and notes as notes."""

import os
from html import escape

import pytest
from documents import EXAMPLES, STORY, example_gdocs
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.formats.html import Html
from newslint.testing import check_format

EXAMPLES_A_RUN = int(os.environ.get("NEWSLINT_CASES", "100"))
HEAD = '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
CSS = "ol{margin:0;padding:0}.c1{font-weight:400}.c4{color:#000;font-weight:700}</style></head>"
HTML = Html()


def page(*inner):
    return f'{HEAD}{CSS}<body class="c0 doc-content">{"".join(inner)}</body></html>'


def p(text, name="c3", span="c1"):
    return f'<p class="c2 {name}"><span class="{span}">{escape(text, quote=False)}</span></p>'


def told(*inner):
    return [(zone.role, zone.text) for zone in check_format(HTML, page(*inner)).zones]


def test_the_example_reads_with_its_roles_and_without_comments_and_headers():
    story = check_format(HTML, (EXAMPLES / "ferry-google-docs.html").read_bytes().decode())
    assert [zone.text for zone in story.zones[:-1]] == [text for _, text in STORY]
    assert [zone.role for zone in story.zones[:4]] == ["headline", "deck", "byline", "body"]
    assert (story.zones[6].role, story.zones[6].level) == ("subhead", 2)
    assert (story.zones[-1].role, story.zones[-1].text) == ("note", "The board counted them in October.")


def test_the_example_is_what_its_script_writes():
    assert (EXAMPLES / "ferry-google-docs.html").read_bytes() == example_gdocs()


def test_a_comment_of_several_paragraphs_and_its_mark_are_no_copy():
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    comment = f'<div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Why?</span></p>{p("Because.")}</div>'
    found = told(p("Bridge shut", "title"), f"<p><span>It is</span>{mark}<span> shut.</span></p>", comment)
    assert found == [("headline", "Bridge shut"), ("body", "It is shut.")]


def test_a_short_paragraph_in_bold_type_is_a_subhead_and_a_word_in_it_is_none():
    long = "The council said on Friday that the bridge would stay shut for a year, and that it was sorry for it."
    bold = '<p><span class="c1">It is </span><span class="c4">shut</span><span class="c1"> now, they said there.</span></p>'
    found = told(p("Bridge shut", "title"), p(long), p("What next", span="c4"), p(long), bold, p(long))
    assert [role for role, _ in found] == ["headline", "body", "subhead", "body", "body", "body"]


def test_lists_and_tables_have_their_roles_and_words_in_a_link_are_read():
    link = '<a class="c6" href="https://www.google.com/url?q=https://a.example/&amp;sa=D">said so</a>'
    found = told(
        p("Bridge shut", "title"),
        f'<p><span>They </span><span class="c5">{link}</span><span>.</span></p>',
        '<ul class="c8 lst-kix_a-0 start"><li class="c2 li-bullet-0"><span class="c1">One</span></li></ul>',
        "<table><tr><td><p><span>Cell</span></p></td></tr></table>",
    )
    assert found[1:] == [("body", "They said so."), ("list", "One"), ("table", "Cell")]


def test_footers_and_headers_are_left_out_and_a_box_amid_the_copy_is_read():
    found = told(
        f"<div>{p('Draft 3')}</div>",
        p("Bridge shut", "title"),
        f"<div>{p('Amid.')}</div>",
        p("It is."),
        f"<div>{p('Page 1')}</div>",
    )
    assert [text for _, text in found] == ["Bridge shut", "Amid.", "It is."]


@pytest.mark.parametrize(
    "text", ["<p>The council met.</p>", "<html><head></head><body><p>The council met.</p></body></html>"]
)
def test_other_pages_are_read_as_ever(text):
    assert [zone.text for zone in check_format(HTML, text).zones] == ["The council met."]


WORDS = st.text(st.sampled_from(list("abcABé“”’'\"&<>;\\東😀-.")), min_size=1, max_size=20)


@given(paragraphs=st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6))
@settings(max_examples=EXAMPLES_A_RUN, deadline=None)
def test_whatever_is_written_is_read_and_keeps_to_the_contract(paragraphs):
    story = check_format(HTML, page(p("A bridge", "title"), *map(p, paragraphs)))
    assert [zone.text for zone in story.zones] == ["A bridge", *paragraphs]
