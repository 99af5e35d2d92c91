"""The scopes of Vale in stories that have markup: which zones a rule sees, and where its alerts land in the file."""

import pytest
import same_story
from helpers import sampled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vale_styles import alerts, findings, house, very

import newslint
from newslint.base.text import InFile, Span
from newslint.model.cleaned import judged

POST = """\
---
title: A very dry title
description: The very short deck
keywords: very dry, harbour
newslint: {ignore: {very/Very.Very: none}}
---

# Heading very one

The first paragraph is very long. The second sentence is not.

## Heading very two

> A quoted very block.

- item very one

| Head very | Two |
|---|---|
| cell very | b |

![alt very text](pic.jpg)
"""
HEADS = ["# Heading ", "## Heading "]
FRONT = ["title: A ", "description: The ", "keywords: "]
REST = ["The first paragraph is ", "> A quoted ", "- item ", "| Head ", "| cell ", "![alt "]
SCOPES = {
    "text": [*FRONT, HEADS[0], REST[0], HEADS[1], *REST[1:]],
    "text.md": [*FRONT, HEADS[0], REST[0], HEADS[1], *REST[1:]],
    "text.html": [],
    "heading": HEADS,
    "heading.md": HEADS,
    "heading.h1": HEADS[:1],
    "heading.h2": HEADS[1:],
    "heading & ~h2": HEADS[:1],
    "~heading": [*FRONT, *REST],
    "text & ~heading.h1 & ~frontmatter": [REST[0], HEADS[1], *REST[1:]],
    "paragraph": REST[:1],
    "sentence": REST[:1],
    "blockquote": ["> A quoted "],
    "list": ["- item "],
    "table": ["| Head ", "| cell "],
    "table.header": ["| Head "],
    "table.cell": ["| cell "],
    "text.attr.alt": ["![alt "],
    "text.frontmatter": FRONT,
    "text.frontmatter.title": FRONT[:1],
    "frontmatter.keywords": FRONT[2:],
}


def lines_of(config, text, path="a.md"):
    """What stands in its line before each word that the style marks."""
    found, source = findings(config, text, path)
    assert {source.text[slice(*each.span)] for each in found} <= {"very"}
    return [source.text[: each.span.start].rpartition("\n")[2] for each in found]


@pytest.mark.parametrize("scope", SCOPES)
def test_a_rule_sees_the_zones_of_its_scope(tmp_path, scope):
    assert lines_of(house(tmp_path, {"Very": very(scope)}), POST) == SCOPES[scope]


def test_several_scopes_are_one_or_the_other(tmp_path):
    config = house(tmp_path, {"Very": very(["list", "heading.h1"])})
    assert lines_of(config, POST) == ["# Heading ", "- item "]


def test_a_sentence_is_told_apart_in_body_alone(tmp_path):
    once = {"extends": "occurrence", "message": "Too many.", "token": r"\bpier\b", "max": 1, "scope": "sentence"}
    config = house(tmp_path, {"Once": once})
    text = "# Pier\n\nThe pier shut. The pier is a pier.\n\n- a pier and a pier\n"
    assert len(alerts(config, text)) == 1


def test_a_headline_is_a_heading_where_it_stands_in_the_text(tmp_path):
    config = house(tmp_path, {"Very": very("heading.h1")})
    assert lines_of(config, "# A very plain title\n\nThe pier shut on Monday.\n") == ["# A "]
    assert lines_of(config, "---\ntitle: A very plain title\n---\nThe pier shut on Monday.\n") == []


HTML = """<!doctype html><html lang=en><head><title>The very old pier</title></head><body><main><article>
<h1>The council votes to close the very old pier</h1><p class=byline>By Nora Field</p>
<p>The council voted on Monday to close the very old ferry pier, after two years of talks.</p>
<h2>A very short subhead</h2><ul><li>one very long item of the list</li></ul>
<table><thead><tr><th>Year very</th></tr></thead><tr><td>A very good cell</td></tr></table>
<figure><img src=a.jpg><figcaption>The very old pier in May, seen from the town.</figcaption></figure>
<blockquote><p>It is a very sad day for the town and its people.</p></blockquote>
<p>The vote was 7 to 4, said the mayor, who had asked for it in the spring of last year.</p>
</article></main></body></html>
"""


@pytest.mark.parametrize(
    ("scope", "before"),
    [
        ("heading.h1", "<h1>The council votes to close the "),
        ("heading.h2", "<h2>A "),
        ("paragraph", "<p>The council voted on Monday to close the "),
        ("list", "</h2><ul><li>one "),
        ("table.header", "<tr><th>Year "),
        ("table.cell", "<tr><td>A "),
        ("figure.caption", "<figcaption>The "),
        ("blockquote", "<blockquote><p>It is a "),
    ],
)
def test_a_page_has_the_same_scopes(tmp_path, scope, before):
    [line] = lines_of(house(tmp_path, {"Very": very(scope)}), HTML, "a.html")
    assert line.endswith(before)


@pytest.mark.parametrize("written", ["`very`", "`very much`", "<https://example.org/very>", "`a` `a` `a`"])
def test_code_and_addresses_are_no_words(tmp_path, written):
    twice = {"extends": "repetition", "message": "“%s” is repeated.", "tokens": [r"[^\s.]+"], "alpha": True}
    config = house(tmp_path, {"Very": very(tokens=["very", "x"]), "Twice": twice})
    assert alerts(config, f"The pier {written} shut on Monday.\n\n- {written}\n") == []
    assert alerts(config, f"The pier {written} is very old.\n") == [("Very", "very")]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a.html", "<code>very much</code>"),
        ("a.html", "<p><kbd>very</kbd>"),
        ("a.adoc", "`very much`"),
        ("a.rst", "``very``"),
    ],
)
def test_nor_are_they_in_other_markup(tmp_path, path, written):
    config = house(tmp_path, {"Very": very()})
    text = f"The pier and {written} are shut on Mondays, which is very sad for the town.\n"
    assert lines_of(config, text, path) == [text.rpartition("very")[0]]


def test_marks_that_are_no_code_hide_no_words(tmp_path):
    text = "``It is very good'' said the mayor, `very` or not, and x very &#120; old.\n"
    assert len(alerts(house(tmp_path, {"Very": very(tokens=["very", "x"])}), text)) == 4


def test_blocks_of_code_are_not_seen(tmp_path):
    config = house(tmp_path, {"Very": very()})
    assert alerts(config, "One.\n\n```\nvery\n```\n\n    very\n\n<pre>very</pre>\n") == []


def test_an_address_of_a_link_is_not_seen_and_its_text_is(tmp_path):
    text = "See [the very old pier](https://example.org/very 'very') and [^1].\n\n[^1]: A very short note.\n"
    assert lines_of(house(tmp_path, {"Very": very()}), text) == ["See [the ", "[^1]: A "]


def test_requests_to_newslint_are_no_prose(tmp_path):
    config = house(tmp_path, {"Very": very(["text", "frontmatter"])})
    assert alerts(config, "---\ntitle: Pier\nnewslint: {ignore: {very: none}}\n---\nOne.\n") == []


LINKS = {"extends": "existence", "message": "A bare “%s”.", "raw": [r"\]\(http:"], "scope": "raw"}
BOLD = {"extends": "existence", "message": "“%s” is bold.", "raw": [r"</?b>"], "scope": "raw", "nonword": True}


def test_a_rule_on_raw_text_sees_markdown_as_it_stands(tmp_path):
    config = house(tmp_path, {"Links": LINKS})
    text = "---\ntitle: Pier\n---\n\nThe [pier](http://example.org) shut.\r\n\r\nA [pier](http://example.org).\r\n"
    found, source = findings(config, text)
    assert [source.text[slice(*each.span)] for each in found] == ["](http:", "](http:"]


def test_a_rule_on_raw_text_sees_the_page_itself(tmp_path):
    config = house(tmp_path, {"Bold": BOLD})
    text = HTML.replace("very old ferry", "<b>very old</b> ferry")
    found, source = findings(config, text, "a.html")
    assert [(source.text[slice(*each.span)], each.span.start) for each in found] == [
        ("<b>", text.index("<b>")),
        ("</b>", text.index("</b>")),
    ]
    assert {type(each.span) for each in found} == {Span}


@pytest.mark.parametrize("name", ["docx", "odt", "jsonl", "csv", "rss"])
def test_a_file_that_is_no_text_or_not_one_storys_has_no_raw_text(tmp_path, name):
    ending, data = same_story.written(name)
    config = house(tmp_path, {"Any": very("raw", tokens=["pier"]), "Text": very(tokens=["pier"])})
    assert {rule for rule, _ in alerts(config, data, f"a{ending}")} == {"Text"}


def test_a_fix_of_a_rule_on_raw_text_is_made_in_prose_alone(tmp_path):
    bold = {"extends": "substitution", "message": "“%s”, not “%s”.", "swap": {"<b>": "<i>", "votes": "vote"},
            "scope": "raw", "nonword": True, "action": {"name": "replace"}}  # fmt: skip
    config = house(tmp_path, {"Bold": bold})
    found, source = findings(config, HTML.replace("very old ferry", "<b>very old</b> ferry"), "a.html")
    fixes = {
        source.text[slice(*each.span)]: [edit.text for fix in each.fixes for edit in fix.edits] for each in found
    }
    assert fixes == {"votes": ["vote"], "<b>": []}


def test_a_place_in_a_file_is_found_in_its_prose():
    story = judged(read_html(HTML))
    for words in ("voted on Monday", "A very short subhead", "</h2><ul><li>one very"):
        at = HTML.index(words)
        place = story.source.read_at(Span(at, at + len(words)))
        assert story.source.text[slice(*place)] == words.replace("</h2><ul><li>", "")
        assert story.source.lifted(InFile(at, at + len(words))) == (at, at + len(words))
    end = story.source.read_at(Span(len(HTML) - 1, len(HTML)))
    assert end == (len(story.source.text), len(story.source.text))


def read_html(text):
    return newslint.read(text, path="a.html")


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_a_word_in_several_scopes_is_told_once(tmp_path, path):
    config = house(tmp_path, {"Very": very(["text", "sentence", "raw"])})
    assert alerts(config, "<p>The pier of the town is very old.</p>\n", path) == [("Very", "very")]


_PIECES = st.lists(
    st.sampled_from(["very", "<b>", "</b>", "very", "`very`", "<code>very</code>", "&amp;", "&rsquo;", "\r\n", "\n\n", " ",
                     "*", "“", "”", "[very](u)", "- very", "# very", "<p>", "| very |", "<!-- very -->", "> very", "é", "𝒳"]),
    max_size=30,
)  # fmt: skip


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory):
    raw = {"extends": "existence", "message": "“%s”", "raw": ["very|<b>|𝒳|`|\\*|\\n"], "scope": "raw"}
    count = {"extends": "existence", "message": "“%s”", "tokens": ["very"], "scope": "summary"}
    words = {
        "extends": "existence",
        "message": "“%s”",
        "tokens": ["very"],
        "scope": ["text", "sentence", "paragraph"],
    }
    return house(tmp_path_factory.mktemp("vale"), {"Raw": raw, "Count": count, "Words": words})


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html", "a.adoc", "a.rst"])
@given(pieces=_PIECES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=len(sampled(range(120))))
def test_every_alert_stands_on_its_words(everywhere, path, pieces):
    text = f"<p>The very old pier {' '.join(pieces)} shut.</p>\n"
    try:
        story = newslint.read(text, path=path)
    except newslint.NewslintError:
        return  # no story
    source = story.source.text
    for each in newslint.check(story, config=everywhere):
        start, end = each.span
        assert 0 <= start < end <= len(source)
        said = source[start:end]
        assert said.replace("\r\n", "\n").replace("\n", " ") == each.message.strip("“”") or "very" in said, (
            each,
            said,
        )


def test_a_rule_on_the_summary_sees_neither_headings_nor_tables(tmp_path):
    count = {"extends": "occurrence", "message": "Many.", "token": r"\bvery\b", "max": 3, "scope": "summary"}
    config = house(tmp_path, {"Count": count, "Fewer": {**count, "max": 2}})
    assert [rule for rule, _ in alerts(config, POST)] == ["Fewer"]  # paragraph, list item and quotation


@pytest.mark.parametrize("name", same_story.WRITERS)
def test_the_same_story_has_the_same_alerts_in_every_format(tmp_path, name):
    config = house(tmp_path, {
        "Words": very(tokens=["fishermen", "Brandt & Sons", "every", "ferry pier", "Halverson"]),
        "Repeats": {"extends": "repetition", "message": "“%s” is repeated.", "tokens": [r"[^\s]+"], "alpha": True},
        "Long": {"extends": "occurrence", "message": "Long.", "token": r"\b\w+\b", "max": 20, "scope": "sentence"},
    })  # fmt: skip
    ending, data = same_story.written(name)
    found = alerts(config, data, f"a{ending}")
    told = [(rule, words.replace("&amp;", "&").replace("&amp;", "&")) for rule, words in found]
    long = ("Long", "Harbour" if name == "plain" else "SALTMERE")  # in plain text Vale knows of no headline
    assert sorted(told) == sorted([
        ("Words", "ferry pier"), long, ("Repeats", "to to"), ("Words", "ferry pier"), ("Words", "fishermen"),
        ("Words", "every"), ("Words", "every"), ("Words", "every"), ("Words", "Halverson"), ("Words", "Brandt & Sons"),
    ])  # fmt: skip
