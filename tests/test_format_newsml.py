"""NewsML-G2 and NewsML 1: each text of a message is a story; whatever else it holds is named."""

import os
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.cli import main
from newslint.formats import Reading
from newslint.formats.newsml_1 import Newsml1
from newslint.formats.newsml_g2 import NewsmlG2
from newslint.testing import check_format

CASES = int(os.environ.get("NEWSLINT_CASES", "100"))
EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"


def item(content, sort="text", head="<headline>Mill opens</headline>", meta="", guid="a"):
    return (
        f'<newsItem guid="{guid}" xml:lang="en-GB"><itemMeta><itemClass qcode="ninat:{sort}"/>{meta}</itemMeta>'
        f"<contentMeta>{head}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def xhtml(body):
    return (
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>Title</title></head><body>{body}</body></html></inlineXML>"
    )


def component(content, role="", lines="<HeadLine>Mill opens</HeadLine>", more=""):
    named = f'<Role FormalName="{role}"/>' if role else ""
    lines = f"<NewsLines>{lines}</NewsLines>" if lines else ""
    given = f"<ContentItem><DataContent>{content}</DataContent></ContentItem>" if content else ""
    return f"<NewsComponent>{named}{lines}{given}{more}</NewsComponent>"


def newsml(*components):
    return f"<NewsML><NewsItem>{''.join(components)}</NewsItem></NewsML>"


def g2(text):
    return list(NewsmlG2().stories(Source("a.xml", text), Reading()))


def n1(text):
    return list(Newsml1().stories(Source("a.xml", text), Reading()))


def told(story):
    return [(zone.role, zone.text) for zone in story.zones]


def test_an_item_with_xhtml_is_read_into_its_zones():
    head = (
        "<contentModified>2026-11-30T08:00:00Z</contentModified><located literal='Tollmere'/><by>By Ines Okafor</by>"
        "<dateline>Tollmere, Nov 30</dateline><slugline>MILL/</slugline><headline>Mill &amp; bakery open</headline>"
        "<headline role='hld:subHeadline'>Visitors from Tuesday</headline>"
        "<description role='drol:caption'>MILL: a slug</description>"
        "<description role='drol:summary'>The old mill in Tollmere opens...</description><language tag='en-US'/>"
    )
    body = (
        "<h1>Mill &amp; bakery open</h1><p>The old mill in Tollmere opens on <b>Tuesday</b>, the town said after a "
        "long row.</p><h2>Bread</h2><ul><li>Rye</li></ul><blockquote><p>“At last,” said Ada Voss.</p></blockquote>"
        "<figure><img src='a.jpg' alt='The mill &quot;Otter&quot;'/><figcaption>The mill on Sunday.</figcaption></figure>"
        "<script>x()</script><p>mb/hna</p>"
    )
    (story,) = g2(item(xhtml(body), head=head, meta="<edNote>For Tuesday's papers.</edNote>"))
    assert told(story) == [
        ("note", "For Tuesday's papers."),
        ("metadata", "Tollmere"),
        ("byline", "By Ines Okafor"),
        ("dateline", "Tollmere, Nov 30"),
        ("headline", "Mill & bakery open"),
        ("deck", "Visitors from Tuesday"),
        ("body", "The old mill in Tollmere opens on Tuesday, the town said after a long row."),
        ("subhead", "Bread"),
        ("list", "Rye"),
        ("quote-block", "“At last,” said Ada Voss."),
        ("alt", 'The mill "Otter"'),
        ("caption", "The mill on Sunday."),
        ("note", "mb/hna"),
    ]
    assert (story.language, story.date, story.record) == ("en", date(2026, 11, 30), "")
    assert story.metadata["located"] == "Tollmere"
    assert story.metadata["slugline"] == "MILL/"


def test_a_message_has_a_story_for_each_item_of_text():
    nitf = "<inlineXML><nitf><body><body.content><p>It {}.</p></body.content></body></nitf></inlineXML>"
    items = (item(nitf.format("opened"), guid="one"), item("", "picture"), item(nitf.format("closed"), guid="two"))
    text = f"<newsMessage><itemSet>{''.join(items)}<packageItem/></itemSet></newsMessage>"
    stories = g2(text)
    assert [story.record for story in stories] == ["1, one", "2, two"]
    assert [told(story)[-1] for story in stories] == [("body", "It opened."), ("body", "It closed.")]
    check_format(NewsmlG2(), text)


@pytest.mark.parametrize(
    ("data", "paragraphs"),
    [
        ("It opened on Monday.\n\nFish &amp; chips cost $4.", ["It opened on Monday.", "Fish & chips cost $4."]),
        ("<![CDATA[<p>It opened\non Monday.</p><p>R&amp;D</p>]]>", ["It opened on Monday.", "R&D"]),
        ("&lt;p&gt;It &lt;b&gt;opened&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;", ["It opened.", "R&D"]),
    ],
)
def test_text_that_is_plain_or_escaped_is_read_as_what_it_is(data, paragraphs):
    text = item(f'<inlineData contenttype="text/plain">{data}</inlineData>')
    story = check_format(NewsmlG2(), text)
    assert [zone.text for zone in story.zones if zone.role == "body"] == paragraphs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (item("<remoteContent/>", "picture"), "a picture"),
        (item("<remoteContent/>", "video"), "a video"),
        (item("", "text"), "an item of text with no text in it"),
        (item(xhtml("<p/>"), "text"), "an item of text with no text in it"),
        ("<packageItem><groupSet/></packageItem>", "a package"),
        ("<planningItem/>", "coverage to come"),
        ("<conceptItem/>", "a concept"),
        ("<knowledgeItem/>", "a list of concepts"),
        ("<catalogItem/>", "a catalog"),
        ("<newsMessage><header/></newsMessage>", "a message without items"),
    ],
)
def test_what_is_no_story_is_named(text, said):
    with pytest.raises(NoStory, match=said):
        g2(text)


def test_a_component_with_nitf_takes_the_lines_above_it():
    lines = (
        "<HeadLine>Mill opens</HeadLine><ByLine>By Ines Okafor</ByLine><DateLine>TOLLMERE, Nov 30 (HNA) -</DateLine>"
        "<SubHeadLine>Visitors from Tuesday</SubHeadLine>"
    )
    place = "<DescriptiveMetadata><Location><Property FormalName='City' Value='Tollmere'/></Location></DescriptiveMetadata>"
    nitf = "<nitf><body><body.content><p>It opened on Monday.</p><p>io/hna</p></body.content></body></nitf>"
    (story,) = n1(newsml(component("", lines=lines, more=place + component(nitf, lines=""))))
    assert told(story) == [
        ("headline", "Mill opens"),
        ("byline", "By Ines Okafor"),
        ("dateline", "TOLLMERE, Nov 30 (HNA) -"),
        ("deck", "Visitors from Tuesday"),
        ("metadata", "Tollmere"),
        ("body", "It opened on Monday."),
        ("note", "io/hna"),
    ]


def test_components_with_roles_make_up_one_story():
    parts = "".join(
        component(content, role, "")
        for role, content in (
            ("Title", "Mill opens"),
            ("Lead", "Visitors from Tuesday"),
            ("StyleSheet", ".a { color: red }"),
            ("Body", "It &lt;b&gt;opened&lt;/b&gt; on Monday."),
            ("Contact", "Call Ada Voss"),
            ("Caption", "The mill on Sunday."),
        )
    )
    (story,) = n1(newsml(component("", "Short", more=parts)))
    assert told(story) == [
        ("headline", "Mill opens"),
        ("deck", "Visitors from Tuesday"),
        ("body", "It opened on Monday."),
        ("caption", "The mill on Sunday."),
    ]


def test_one_text_in_two_forms_is_one_and_two_texts_are_two():
    forms = component("It opened.", "Body", "") + component("<html><body><p>It opened.</p></body></html>", "Body", "")
    (story,) = n1(newsml(component("", more=forms)))
    assert told(story)[1:] == [("body", "It opened.")]
    two = component(
        "", lines="", more=component("It opened.") + component("It shut.", lines="<HeadLine>No</HeadLine>")
    )
    assert [story.record for story in n1(newsml(two))] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (newsml(component("A shot list", "Video")), "a video"),
        (newsml(component("", more=component("", "Picture"))), "a picture"),
        (newsml(component("")), "without text"),
        ("<NewsML><TopicSet/></NewsML>", "without text"),
    ],
)
def test_what_is_no_text_is_named(text, said):
    with pytest.raises(NoStory, match=said):
        n1(text)


def test_a_file_that_breaks_off_is_refused_with_its_line():
    text = (EXAMPLES / "agency-g2.xml").read_text(encoding="utf-8")
    with pytest.raises(UnreadableStory, match=r"line 34: the file breaks off"):
        g2(text[: text.index("who has run")])


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [("agency-g2.xml", "that Dahlgreen", "that Dahlgren"), ("agency-newsml.xml", "and and", "and")],
)
def test_findings_stand_in_the_file_and_fixes_change_nothing_else(tmp_path, name, wrong, right):
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    found = [text[slice(*finding.span)] for finding in newslint.check(EXAMPLES / name, config=None)]
    assert wrong.rpartition(" ")[2] in " ".join(found)
    copy = tmp_path / name
    copy.write_text(text, encoding="utf-8", newline="")
    main(["fix", "--unsafe", str(copy)])
    assert copy.read_text(encoding="utf-8") == text.replace(wrong, right)


WORDS = st.text(st.sampled_from("ab éß“’&<>\"'\\]𝒳 "), min_size=1, max_size=20)


def escaped_html(paragraphs):
    return escape("".join(f"<p>{escape(each)}</p>\n" for each in paragraphs))


def cdata_html(paragraphs):
    html = "".join(f"<p>{escape(each)}</p>\n" for each in paragraphs)
    return f"<![CDATA[{html}]]>"


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from((escaped_html, cdata_html)))
@settings(max_examples=CASES, deadline=None)
def test_html_inside_xml_is_what_was_written_and_can_be_changed(words, written):
    paragraphs = [f"Wort{each}" for each in words]
    text = item(f'<inlineData contenttype="text/html">{written(paragraphs)}</inlineData>', head="")
    story = check_format(NewsmlG2(), text)
    assert [zone.text for zone in story.zones] == [" ".join(each.split()) for each in paragraphs]  # as browsers do


@given(st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=CASES, deadline=None)
def test_xhtml_and_nitf_are_what_was_written_and_can_be_changed(words):
    paragraphs = [f"Wort{each}" for each in words]
    copy = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    for reader, text in (
        (NewsmlG2(), item(xhtml(copy), head="<headline>Mill</headline>")),
        (Newsml1(), newsml(component(f"<nitf><body><body.content>{copy}</body.content></body></nitf>"))),
    ):
        story = check_format(reader, text)
        assert [zone.text for zone in story.zones][1:] == [each.rstrip() for each in paragraphs]


TOO_MUCH = {
    "one long paragraph": (NewsmlG2(), lambda: item(f"<inlineData>{'word and ' * 2_000_000}</inlineData>")),
    "lines": (NewsmlG2(), lambda: item(xhtml("<p>" + "a\n" * 9_000_000 + "</p>"))),
    "paragraphs": (NewsmlG2(), lambda: item(xhtml("<p>ab</p>" * 20_000))),
    "items": (NewsmlG2(), lambda: f"<newsMessage><itemSet>{item('') * 20_000}</itemSet></newsMessage>"),
    "components": (Newsml1(), lambda: newsml(component("ab") * 20_000)),
    "bylines": (NewsmlG2(), lambda: item(xhtml("<p>ab</p>"), head="".join(f"<by>a{n}</by>" for n in range(20_000)))),
}


@pytest.mark.parametrize("sort", TOO_MUCH)
def test_more_than_any_story_has_is_refused_at_once(sort):
    reader, made = TOO_MUCH[sort]
    text = made()
    with pytest.raises(UnreadableStory, match=r"more than|longer than"):
        list(reader.stories(Source("a.xml", text), Reading()))


@pytest.mark.parametrize("body", ["<p>" + "a\n" * 480_000 + "</p>", "<p>It rained.</p>" * 9_900])
def test_what_is_just_within_limits_is_read(body):
    assert len(g2(item(xhtml(body)))) == 1


def test_a_text_given_in_several_sets_is_read_once():
    again = "</contentSet><contentSet>"
    [story] = g2(item(f"{xhtml('<p>The mill opens.</p>')}{again}{xhtml('<p>The mill opens.</p>')}"))
    assert [zone.text for zone in story.of("body")] == ["The mill opens."]


def test_a_text_that_is_packed_is_not_read_as_letters():
    with pytest.raises(NoStory):
        g2(
            item(
                '<inlineData contenttype="text/plain" encoding="http://example.org/base64">VGhlIG1pbGw=</inlineData>'
            )
        )
