"""Stories in markup are judged as prose, and what is found stands in the file; layers lead back to it."""

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.text import Source, Span
from newslint.engine.workspace import Workspace
from newslint.formats import Reading

# private: formats are made of these two, and a fault in them is a fault in every format
from newslint.formats._layer import Layer
from newslint.formats._prose import ZoneBuilder
from newslint.model.cleaned import judged
from newslint.model.finding import Edit
from newslint.model.story import Story
from newslint.testing import check_format

PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
PIECE = re.compile(r"<[^<>]*>|&#?\w+;|[^<&]+|[<&]")


class Toy:
    """Paragraphs in tags, with entities, as a plugin might read them."""

    name = "toy"
    extensions = (".toy",)

    def parse(self, source: Source, reading: Reading) -> Story:
        return Story(source, list(zones_in(source.text)), format="toy", language="en", markup=True)


def zones_in(text):
    builder = ZoneBuilder(text)
    for paragraph in PARAGRAPH.finditer(text):
        for m in PIECE.finditer(text, *paragraph.span(1)):
            if m[0][0] == "<" and m[0] != "<":
                builder.cut()
            elif m[0][0] == "&" and len(m[0]) > 1:
                builder.stand(html.unescape(m[0]), *m.span())
            else:
                builder.exact(*m.span())
        if zone := builder.build("body"):
            zone.written = lambda prose: html.escape(prose, quote=False)
            yield zone


def found_in(text, *rules):
    source = Source("a.toy", text)
    story = Toy().parse(source, Reading())
    workspace = Workspace(config_file=None).selecting(rules)
    return source, workspace.engine("a.toy").check(story)


def test_a_rule_is_given_prose_and_its_finding_stands_in_the_file():
    source, found = found_in("<p>The mayor of Fish &amp; Chips <b>said</b> <i>said</i> no.</p>", "repeated-word")
    assert [source.text[slice(*f.span)] for f in found] == ["said</b> <i>said"]


def test_a_fix_that_would_cross_a_tag_is_left_out_and_one_in_prose_is_kept():
    story = Toy().parse(Source("a.toy", "<p>a <b>cat</b> sat</p>"), Reading())
    prose = judged(story).source
    assert prose.edits(Edit(Span(2, 9), "dog ran")) is None
    assert prose.edits(Edit(Span(2, 5), "A & B")) == (Edit(Span(8, 11), "A &amp; B"),)


def test_a_deleted_paragraph_loses_its_words_and_keeps_its_tags():
    text = "<p>One.</p>\n<p>Share <b>this</b> &amp; that</p>\n<p>Two.</p>"
    story = Toy().parse(Source("a.toy", text), Reading())
    prose = judged(story).source
    start = prose.text.index("Share")
    edits = prose.edits(Edit(Span(start, prose.text.index("Two.")), ""))
    for edit in reversed(edits):
        text = text[: edit.span.start] + text[edit.span.end :]
    assert text == "<p>One.</p>\n<p><b></b></p>\n<p>Two.</p>"


def test_a_gap_between_paragraphs_leads_to_the_next_one():
    story = Toy().parse(Source("a.toy", "<p>One.</p><p>Two.</p>"), Reading())
    source, span = judged(story).source.told(Span(5, 7))
    assert source.text[slice(*span)] == "T"


WORDS = st.text(st.sampled_from("ab é&<>\"'𝒳\\ "), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_what_is_written_in_tags_is_read_and_changed_in_place(paragraphs):
    text = "".join(f"<p>{html.escape(each)}</p>\n" for each in paragraphs)
    if any(each.strip() for each in paragraphs):
        story = check_format(Toy(), text)
        assert [zone.text for zone in story.zones] == [each.strip() for each in paragraphs if each.strip()]


ESCAPE = re.compile(r"\\u[0-9a-f]{4}(?:\\u[dD][c-fC-F][0-9a-f]{2})?|\\.|[^\\]+")


def json_layer(text, start, end):
    pieces = [(json.loads(f'"{m[0]}"'), *m.span()) for m in ESCAPE.finditer(text, start, end)]
    return Layer(pieces, lambda prose: json.dumps(prose)[1:-1])


@given(st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_markup_in_a_string_leads_back_through_both(paragraphs):
    inner = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    text = f'{{"body": {json.dumps(inner)}}}'
    layer = json_layer(text, 10, len(text) - 2)
    assert layer.text == inner
    for zone, said in zip(zones_in(layer.text), filter(str.strip, paragraphs), strict=True):
        there = layer.lifted(zone)
        assert there.text == said.strip()
        read = "".join(
            html.unescape(
                re.sub("<[^<>]*>", "", json.loads(f'"{text[s.source_start : s.source_start + s.source_length]}"'))
            )
            for s in there.segments
        )
        assert read == there.text
        assert there.written("<é>") == "&lt;\\u00e9&gt;"


def test_an_empty_stretch_at_the_end_of_a_layer_is_where_it_ends():
    layer = Layer([("ab", 5, 7)], lambda prose: prose)
    assert layer.span(2, 2) == Span(7, 7)
    assert Layer([], lambda prose: prose).span(0, 0) == Span(0, 0)


@pytest.mark.parametrize("text", ["", "<p></p>", "no tags at all"])
def test_a_story_without_a_word_is_judged_as_one(text):
    source, found = found_in(text)
    assert all(0 <= f.span.start <= f.span.end <= len(source.text) for f in found)
