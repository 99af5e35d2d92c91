"""HTML: the story of a page is found, and each of its zones says where in the file each of its characters stands."""

from __future__ import annotations

import html
import os
from pathlib import Path

import html_templates
import pytest
from helpers import assert_read_or_refused, assert_reading_grows_with_length, sampled
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import NoStory, Source
from newslint.cli import main
from newslint.formats import Reading, read_story

# private: other formats read the markup in their fields by it
from newslint.formats._html_fragment import fragment_zones
from newslint.formats.html import Html
from newslint.model.story import Story, Zone
from newslint.testing import check_format

CASES = int(os.environ.get("NEWSLINT_CASES", "100"))
HTML = Html()


def read(text: str, path: str = "page.html") -> Story:
    """A page, read and held to the contract of formats."""
    check_format(HTML, text)
    return read_story(HTML, Source(path, text), Reading())


def shown(zones: list[Zone] | tuple[Zone, ...]) -> list[tuple[str, str]]:
    """Roles and texts."""
    return [(zone.role, zone.text) for zone in zones]


@pytest.mark.parametrize("name", html_templates.TEMPLATES)
def test_the_copy_of_common_kinds_of_page_is_found(name: str) -> None:
    story = read(html_templates.TEMPLATES[name]())
    body = [zone.text for zone in story.of("body")]
    right = len(set(body) & set(html_templates.PARAGRAPHS))
    assert right >= 0.98 * len(html_templates.PARAGRAPHS)
    assert right >= 0.98 * len(body), [text for text in body if text not in html_templates.PARAGRAPHS]
    assert [zone.text for zone in story.of("headline")] == [html_templates.HEADLINE]
    assert [zone.text for zone in story.of("list")] == [*html_templates.ITEMS]
    assert html_templates.SUBHEAD in [zone.text for zone in story.of("subhead")]


def test_navigation_footers_and_comments_are_no_zones() -> None:
    text = " ".join(zone.text for zone in read(html_templates.classic_theme()).zones)
    for away in ("Obituaries", "All rights reserved", html_templates.COMMENTS[0], html_templates.OTHERS[0]):
        assert away not in text


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_what_somebody_took_back_is_no_copy(tag: str) -> None:
    story = read(f"<p>The <{tag}>the old</{tag}> mill by the river <b>opened</b> on Monday.</p>")
    assert [zone.text for zone in story.zones] == ["The mill by the river opened on Monday."]


def test_what_a_page_sets_into_the_copy_by_itself_is_no_residue() -> None:
    assert "chrome" not in [zone.role for zone in read(html_templates.classic_theme()).zones]


def test_a_line_of_a_page_that_was_pasted_into_the_copy_is_residue() -> None:
    last = f"<p>{html_templates.PARAGRAPHS[-1]}</p>"
    page = html_templates.classic_theme()
    assert page.count(last) == 1
    story = read(page.replace(last, f"<p>SCROLL FOR NEXT</p>{last}<p>Harbour board votes on the bridge</p>"))
    assert [zone.text for zone in story.of("chrome")][:1] == ["SCROLL FOR NEXT"]


def test_a_place_just_above_the_copy_is_its_dateline() -> None:
    first = f"<p>{html_templates.PARAGRAPHS[0]}</p>"
    page = html_templates.classic_theme()
    assert page.count(first) == 1
    own = read(page.replace(first, f'<span class="article-dateline">Port Ellery, Ohio —</span>{first}'))
    line = read(page.replace(first, f"<p><i>PITTSBURGH</i></p>{first}"))
    assert [zone.text for zone in own.of("dateline")] == ["Port Ellery, Ohio —"]
    assert [zone.text for zone in line.of("dateline")] == ["PITTSBURGH"]


def test_the_zones_of_a_page_exactly() -> None:
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Mill reopens | The Echo</title></head><body><nav>Home</nav><main>'
        "<h1>Mill reopens</h1><p class=byline>By Ana Silva<p>The mill at Ost reopened on Monday after nine years.</p>"
        "<figure><img src=m.jpg alt='The mill &amp; its wheel'><figcaption>The mill at Ost on Monday.</figcaption></figure>"
        "<blockquote><p>“We had given up hope of ever seeing it turn again,” he said.</p><cite>— Leo Holm</cite></blockquote>"
        "<h2>What it cost</h2><p>The county paid $2 million &amp; the town gave the land for it.</p></main></body></html>"
    )
    assert shown(read(page).zones) == [
        ("headline", "Mill reopens"),
        ("byline", "By Ana Silva"),
        ("body", "The mill at Ost reopened on Monday after nine years."),
        ("caption", "The mill at Ost on Monday."),
        ("quote-block", "“We had given up hope of ever seeing it turn again,” he said."),
        ("quote-block", "— Leo Holm"),
        ("subhead", "What it cost"),
        ("body", "The county paid $2 million & the town gave the land for it."),
    ]


def test_the_zones_of_a_fragment_exactly() -> None:
    fragment = (
        "<p>First &amp; last,<br>still first.<br><br>Second.</p><ul><li>One<li>Two</ul><blockquote>Said.<footer>Ana"
        "</footer></blockquote><table><tr><td>1<td>2</table><figure><img alt='A mill'><figcaption>Mill.</figcaption>"
        "</figure><script>if (a<b) '<p>no</p>'</script><h3>Head</h3>bare one\n\nbare <i>two</i>"
    )
    assert shown(fragment_zones(fragment)) == [
        ("body", "First & last, still first."), ("body", "Second."), ("list", "One"), ("list", "Two"),
        ("quote-block", "Said."), ("quote-block", "Ana"), ("table", "1"), ("table", "2"), ("alt", "A mill"),
        ("caption", "Mill."), ("subhead", "Head"), ("body", "bare one"), ("body", "bare two"),
    ]  # fmt: skip


def test_a_part_of_a_text_is_read_with_its_places() -> None:
    text = '{"body": "<p>One two.</p>"}'
    (zone,) = fragment_zones(text, 10, 25)
    assert text[zone.span.start : zone.span.end] == zone.text == "One two."


def test_a_headline_in_other_words_in_what_machines_read_is_a_zone_too() -> None:
    page = (
        '<html><head><meta property="og:title" content="Old mill &quot;turns&quot;"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Mill of Ost\\u2019s turns", "author": {"name": "Ana"}, "datePublished": '
        '"2026-02-03"}</script></head><body><h1>Mill reopens at last</h1><p>The mill at Ost reopened on Monday.</p></body>'
    )
    story = read(page)
    assert [(zone.field, zone.text) for zone in story.of("headline")] == [
        ("og:title", 'Old mill "turns"'), ("headline", "Mill of Ost’s turns"), ("", "Mill reopens at last"),
    ]  # fmt: skip
    assert story.metadata["headline"] == "Mill of Ost’s turns"
    assert story.metadata["author"] == "Ana"
    assert str(story.date) == "2026-02-03"


def test_a_fix_is_written_as_markup_needs_it() -> None:
    (zone,) = fragment_zones("<p>Salt &amp; Sons</p>")
    assert zone.written is not None
    assert zone.written("A & B < C") == "A &amp; B &lt; C"
    assert zone.written("two\nlines") is None


def test_a_fix_in_place_changes_nothing_else(tmp_path: Path) -> None:
    before = html_templates.ghost().replace("voted seven to two", "voted voted seven <b>to to</b> two &amp; so forth")
    page = tmp_path / "page.html"
    page.write_bytes(before.encode())
    assert main(["fix", "--unsafe", "--no-cache", "--select", "repeated-word", str(page)]) in (0, 1)
    assert page.read_bytes().decode() == before.replace("voted voted", "voted").replace("to to", "to")


def test_findings_stand_at_their_words() -> None:
    text = html_templates.drupal().replace("Repairs would cost", "Repairs would would cost")
    found = newslint.check(text, format="html", select=["repeated-word"])
    assert [text[each.span.start : each.span.end] for each in found] == ["would would"]


def test_a_tag_that_ends_in_a_slash_is_whole_in_xhtml() -> None:
    page = '<?xml version="1.0"?><html><body><script src="a.js"/><p>The mill at Ost reopened on Monday.</p></body></html>'
    assert ("body", "The mill at Ost reopened on Monday.") in shown(read(page, "page.xhtml").zones)


@pytest.mark.parametrize(
    "page",
    ["", "<!doctype html><html><body></body></html>", "<html><body><script>var a = 'text';</script></body></html>"],
)
def test_a_page_without_text_has_no_story(page: str) -> None:
    with pytest.raises(NoStory, match="no text in it"):
        HTML.parse(Source("page.html", page), Reading())


@pytest.mark.parametrize("words", ["Advertisement", "Share this story on Facebook"])
def test_a_page_of_nothing_but_residue_is_read(words: str) -> None:
    page = f"<html><body><article>{words}</article></body></html>"
    story = read_story(HTML, Source("page.html", page), Reading())
    assert [(zone.role, zone.text) for zone in story.zones] == [("chrome", words)]


MEGA = 20_000_000
START = "<!doctype html><html><body><p>The mill at Ost reopened on Monday.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000, "<span>" * 50_000, "<" * MEGA, "<!--" * (MEGA // 4), "<a " + "b " * (MEGA // 2),
        "<a " + 'b="c" ' * (MEGA // 6), "<a b='" * (MEGA // 6), "<script>" + "x" * MEGA, "<p>" + "\0" * 9_999,
        "<p>" + "a b " * (MEGA // 4), "&amp;" * (MEGA // 5), "</b>" * (MEGA // 4), "<!--" + "-" * MEGA,
        '<script type="application/ld+json">' + "[" * 1_000_000,
    ],
    ids=["blocks", "spans", "signs", "comments", "attributes", "values", "quotes", "script", "nul", "words", "references",
         "end tags", "dashes", "json"],
)  # fmt: skip
def test_a_hostile_page_is_read_or_refused(page: str) -> None:
    assert_read_or_refused(lambda: read_story(HTML, Source("page.html", START + page), Reading()))


WORDS = st.text(st.sampled_from("abc ÄÖé&<>\"'“”’—🎈𝒜.,;#1"), min_size=1, max_size=40).map(
    lambda t: " ".join(t.split())
)
PROSE = st.lists(WORDS.filter(bool), min_size=1, max_size=6)


@given(PROSE, st.sampled_from(["{}", "<b>{}</b>", "<!-- < -->{}<script>a<b</script>", "\r\n   {}\n"]), st.booleans())
@settings(max_examples=CASES, deadline=None)
def test_what_was_written_is_read(paragraphs: list[str], inside: str, quoted: bool) -> None:
    text = "\n".join(f"<p class='a>b'>{inside.format(html.escape(each, quote=quoted))}</p>" for each in paragraphs)
    zones = fragment_zones(text)
    assert [zone.text for zone in zones] == paragraphs
    for zone in zones:
        for run in zone.segments or ():
            written = text[run.source_start : run.source_start + run.source_length]
            assert html.unescape(written) == zone.text[run.start : run.start + run.length]


SOUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class=a>", "</div>", "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "<br/>", "<!-- x -->",
         "<!>", "<?x>", "</>", "<a href='>'>", "</a>", "<h2>", "</h3>", "<blockquote>", "&amp;", "&copy ", "&", "<", " one ",
         "two", "é🎈", "\r\n", "<script>a</b></script>", "<span a=b'c d>", "</span>", "<textarea>x</textarea>"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(SOUP)
@settings(max_examples=CASES, deadline=None)
def test_soup_keeps_the_contract(soup: str) -> None:
    check_format(HTML, soup + "<p>A word of copy stands here.")


@given(SOUP)
@settings(max_examples=CASES, deadline=None)
def test_soup_reads_as_in_a_browser(soup: str) -> None:
    html5lib = pytest.importorskip("html5lib")
    tree = html5lib.parseFragment(soup, namespaceHTMLElements=False)
    told = "".join(tree.itertext()) if not tree.iter("script") else "".join(_text_of(tree))
    # private: every run of text, also of what is no zone
    from newslint.formats._html_tree import LINK, Page

    page = Page(soup)
    runs = [html.unescape(soup[a:b]) for block in page.blocks for a, b, _, kind in block.runs if kind <= LINK]
    assert "".join("".join(runs).split()) == "".join(told.split())


def _text_of(element: object) -> list[str]:
    """The text of a tree of html5lib in order, without scripts and text fields."""
    found: list[str] = []
    name = getattr(element, "tag", "")
    if isinstance(name, str) and name not in ("script", "textarea"):
        found.append(getattr(element, "text", "") or "")
        for child in element:  # type: ignore[attr-defined]
            found += _text_of(child)
            found.append(child.tail or "")
    return found


def test_a_page_of_one_word_that_may_be_a_place_is_no_fault(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<body>É</body>", encoding="utf-8")
    assert [zone.text for zone in newslint.read(path).zones] == ["É"]


@pytest.mark.parametrize(
    "unit",
    sampled(["a ", "\n", "\n\n", "  ", "<p>", "<p>a</p>", "<p>a<b>", "</p>", "<p a='b'>c</p>", "<p a=\"b\">c</p>", "<p a=\"", "<",
     "</", "&", "&amp;", "&#8212;", "<!--", "<!-->", "-->", "<b>", "</b>", "<b>a</b>", "<a>", "<a href=b>c</a>", "<br>",
     "<br><br>a", "<div>", "<div>a</div>", "<h2>", "<h2>a</h2>", "<li>", "<ul><li>", "<table><td>", "<tr>", "<svg>", "</svg>",
     "<script>", "<!-- <script>", "<img alt='a'>", "<img alt='", "<a b=c ", "<title>", "<meta>", "<figure>",
     "<blockquote><p>a</p></blockquote>", "<i>a", "<html>", "\0"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit: str) -> None:
    for form in ("@@", START + "@@", START + "<p>@@</p>", START + '<script type="application/ld+json">@@</script>'):
        assert_reading_grows_with_length("page.html", form, unit)


def test_the_title_of_a_document_that_word_saved_is_its_headline(tmp_path):
    path = tmp_path / "page.htm"
    copy = "The council of Saltmere voted on Monday to close the old ferry pier, after two years of talks."
    path.write_text(
        "<html><head></head><body><div class=WordSection1><p class=MsoTitle>Pier to close<o:p></o:p></p>"
        f"<p class=MsoNormal><span lang=EN-GB>{copy}<o:p></o:p></span></p></div></body></html>",
        encoding="utf-8",
    )
    assert [(zone.role, zone.text) for zone in newslint.read(path).zones] == [
        ("headline", "Pier to close"),
        ("body", copy),
    ]
