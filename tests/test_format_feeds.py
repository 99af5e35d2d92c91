"""RSS, Atom and WordPress exports: each item with copy is a story, and what is found stands in the feed."""

import os
from html import escape
from pathlib import Path

import pytest
from helpers import assert_read_or_refused, assert_reading_grows_with_length
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading
from newslint.formats.feeds import Atom, Rss
from newslint.formats.wordpress import Wxr
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"
CASES = int(os.environ.get("NEWSLINT_CASES", "100"))
RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title>'
    "{items}</channel></rss>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Feed</title>{items}</feed>'
WXR = (
    '<rss xmlns:content="c" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
    "{items}</channel></rss>"
)


def told(story):
    return [(zone.role, zone.text) for zone in story.zones]


def stories(story_format, text):
    return list(story_format.stories(Source("feed.xml", text), Reading()))


def test_each_item_of_the_example_is_a_story_with_its_parts():
    path = EXAMPLES / "feed.rss"
    first, second = newslint.read_all(path)
    assert told(first)[:4] == [
        ("headline", "Library to lend tools & bicycles from May"),
        ("byline", "Priya Lindqvist"),
        ("deck", "Readers will be able to take home drills, ladders and bicycles."),
        ("caption", "Drills on a shelf of the library."),
    ]
    assert (first.record, first.date.isoformat(), first.language) == ("1, id gazette-2201", "2026-04-14", "en")
    assert told(second)[-1][0] == "body"
    assert {f.rule for f in newslint.check(path)} >= {"repeated-word", "inconsistent-name", "ad-label"}


def test_a_fix_is_written_into_the_feed_and_nothing_else_moves(tmp_path):
    data = (EXAMPLES / "feed.rss").read_bytes()
    path = tmp_path / "feed.rss"
    done = fix_bytes(Workspace(config_file=None).selecting(["repeated-word"]), data, str(path), offers=True)
    assert done.new == data.replace(b"said on on Monday", b"said on Monday")


def test_posts_of_an_export_are_stories_and_pictures_are_not():
    [story] = newslint.read_all(EXAMPLES / "export.wxr")
    assert [role for role, _ in told(story)] == ["headline", "byline", "body", "alt", "caption", "body", "deck"]
    assert ("caption", "The ferry leaves Saltmere on Wednesday.") in told(story)
    assert story.metadata["section"] == "Transport"
    assert [f.rule for f in newslint.check(EXAMPLES / "export.wxr")] == ["repeated-word"]


def test_a_summary_that_only_repeats_how_the_copy_begins_is_no_deck():
    item = "<item><title>T</title><description>The pier was shut on Monday…</description>"
    item += "<content:encoded>&lt;p&gt;The pier was shut on Monday by the council.&lt;/p&gt;</content:encoded></item>"
    [story] = stories(Rss(), RSS.format(items=item))
    assert [role for role, _ in told(story)] == ["headline", "body"]


@pytest.mark.parametrize("kind", ["text", "html", "xhtml"])
def test_an_entry_may_hold_text_html_or_xhtml(kind):
    inner = {
        "text": "One &amp; two.\n\nThree.",
        "html": "&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;",
        "xhtml": '<div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; <b>two</b>.</p><p>Three.</p></div>',
    }[kind]
    text = ATOM.format(items=f'<entry><title>T</title><content type="{kind}">{inner}</content></entry>')
    [story] = stories(Atom(), text)
    assert told(story) == [("headline", "T"), ("body", "One & two."), ("body", "Three.")]
    check_format(Atom(), text)


@pytest.mark.parametrize(
    ("story_format", "text", "said"),
    [
        (Rss(), RSS.format(items=""), "an RSS feed with no items"),
        (Rss(), RSS.format(items="<item><title>T</title></item>"), "none of them with copy"),
        (Atom(), ATOM.format(items="<entry><title>T</title><content src='x'/></entry>"), "none of them with copy"),
        (Wxr(), WXR.format(items=""), "a WordPress export with no items"),
    ],
)
def test_a_feed_without_copy_says_so(story_format, text, said):
    with pytest.raises(NoStory, match=said):
        stories(story_format, text)


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel><item>",
        "<rss>" + "<a>" * 100_000,
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss>&b;</rss>',
        "<rss>\0</rss>",
        "",
        "<" * 1_000_000,
    ],
)
@pytest.mark.parametrize("story_format", [Rss(), Atom(), Wxr()], ids=lambda f: f.name)
def test_a_hostile_feed_is_a_clear_failure(story_format, text):
    with pytest.raises(UnreadableStory):
        stories(story_format, text)


WORDS = st.text(st.sampled_from("abc é&<>\"'𝒳\\ "), min_size=1, max_size=20).filter(
    lambda t: any(c in "abcé𝒳" for c in t)
)


@given(st.lists(WORDS, min_size=1, max_size=4), WORDS, st.sampled_from(["escaped", "cdata"]))
@settings(max_examples=CASES, deadline=None)
def test_what_is_written_in_a_feed_is_read(paragraphs, headline, how):
    inner = "".join(f"<p>x {escape(each)}</p>" for each in paragraphs)
    inner = escape(inner) if how == "escaped" else f"<![CDATA[{inner}]]>"
    item = f"<item><title>{escape(escape(headline))}</title><content:encoded>{inner}</content:encoded></item>"
    text = RSS.format(items=item * 2)
    story = check_format(Rss(), text)
    read = [" ".join(zone.text.split()) for zone in story.zones]
    assert read == [" ".join(said.split()) for said in (headline, *(f"x {each}" for each in paragraphs))]
    assert len(stories(Rss(), text)) == 2


@given(st.text(st.sampled_from("<>&;[]/!- \n\"'=aprsCDT"), max_size=80))
@settings(max_examples=CASES, deadline=None)
def test_whatever_stands_in_a_post_is_read_or_refused(soup):
    item = f"<item><title>T</title><content:encoded><![CDATA[<p>a</p>{soup}]]></content:encoded></item>"
    assert_read_or_refused(lambda: check_format(Wxr(), WXR.format(items=item)))


UNITS = ["a ", "\n", "\n\n", "<p>", "<p>a</p>", "<p>a<b>", "</p>", "<", "&amp;", "&lt;p&gt;", "&#8212;", "&", "<!--", "-->",
         "<b>", "<br>", "<br><br>", "<a b='", "<img alt='a'>", "<li>", "<table><td>", "]]>", "[", "[caption]", '"']  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_on_a_post_grows_with_its_length(unit):
    items = (
        "<item><title>T</title><content:encoded><![CDATA[<p>a</p>@@]]></content:encoded></item>",
        "<item><title>@@</title><description>a</description></item>",
    )
    for item in items:
        for path, form in (("a.rss", RSS), ("a.wxr", WXR)):
            assert_reading_grows_with_length(path, form.format(items=item), unit)
    entry = '<entry><title>T</title><content type="html">@@</content></entry>'
    assert_reading_grows_with_length("a.atom", ATOM.format(items=entry), unit)
    assert_reading_grows_with_length("a.atom", ATOM.format(items=entry), escape(unit))


@pytest.mark.parametrize(
    "unit", ["<item/>", "<item><title>T</title><description>Copy.</description></item>", "<a>", "<a/>"]
)
def test_the_work_on_a_feed_grows_with_its_items(unit):
    assert_reading_grows_with_length("a.rss", RSS.format(items="@@"), unit)


@pytest.mark.parametrize("kind", ["application/octet-stream", "image/png", "application/pdf"])
def test_content_that_is_packed_is_not_read_as_letters(kind):
    entry = f'<entry><title>Pier</title>{{}}<content type="{kind}">VGhlIHBpZXI=</content></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    with pytest.raises(NoStory):
        list(Atom().stories(Source("a.atom", feed.format("")), Reading()))
    [story] = Atom().stories(Source("a.atom", feed.format("<summary>The pier is closed.</summary>")), Reading())
    assert [zone.text for zone in story.zones] == ["Pier", "The pier is closed."]


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", "html", "text"])
def test_content_of_a_type_of_text_is(kind):
    entry = f'<entry><title>Pier</title><content type="{kind}">The pier is closed.</content></entry>'
    [story] = Atom().stories(Source("a.atom", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'), Reading())
    assert story.zones[1].text == "The pier is closed."
