"""ninjs 1 to 3: the item's text, headline and captions, exact through JSON's escapes; what is no story is refused."""

import json
import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_stories import CASES, PARAGRAPHS, prose, told

import newslint
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading
from newslint.formats._json import JsonFault, JsonText, escapes_letters  # private: the reader that formats share
from newslint.formats.ninjs import Ninjs
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EXAMPLE = Path(__file__).parent.parent / "examples" / "formats" / "item.json"
COPY = "The ferry from Saltmere sails again on Monday after a week of storms."


def item(**members):
    return {"uri": "urn:example:1", "type": "text", "versioncreated": "2026-03-12T10:00:00Z", **members}


def read(data, **how):
    text = data if isinstance(data, str) else json.dumps(data, **how)
    return Ninjs().parse(Source("item.json", text), Reading())


def refused(data):
    with pytest.raises(UnreadableStory) as caught:
        read(data)
    return caught.value


def test_the_example_has_its_parts_each_in_its_place():
    story = newslint.read(EXAMPLE)
    assert told(story)[:4] == [
        ("headline", "Marram lock to reopen after two winters of repairs"),
        ("byline", "Isla Trent"),
        ("deck", "Boats are to pass the town’s oldest lock again in October."),
        (
            "body",
            (
                "MARRAM, Sept. 14 (Courier) — The lock at Marram will open to boats again on October 3, two years "
                "after its gates gave way in a flood."
            ),
        ),
    ]
    assert told(story)[-2:] == [
        ("caption", "Priya Sandhu beside the new gates of the lock at Marram."),
        ("credit", "Leo Marsh"),
    ]
    assert story.date.isoformat() == "2026-09-14"
    assert story.language == "en"
    assert story.metadata == {
        "headline": "Marram lock to reopen after two winters of repairs",
        "byline": "Isla Trent",
        "located": "Marram",
        "date": "2026-09-14T16:20:00+01:00",
    }
    assert story.record == ""
    assert {f.rule for f in newslint.check(EXAMPLE)} == {"repeated-word", "inconsistent-name"}
    check_format(Ninjs(), EXAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["body_xhtml", "body_html", "body_text", "body_sms"])
def test_a_text_is_found_under_each_name_of_version_1(name):
    assert told(read(item(**{name: COPY}))) == [("body", COPY)]


def test_of_several_forms_of_a_text_the_one_with_tags_is_read_once():
    story = read(item(body_text="Paragraphs run together. They do.", body_xhtml=f"<p>{COPY}</p><p>It is late.</p>"))
    assert told(story) == [("body", COPY), ("body", "It is late.")]


def test_version_2_and_3_have_lists_of_texts_with_roles():
    story = read({
        "standard": {"name": "ninjs", "version": "3.0"},
        "uri": "urn:example:2",
        "type": "composite",
        "versionCreated": "2026-03-12T10:00:00Z",
        "by": "Nora Field",
        "headlines": [
            {"role": "short", "value": "Ferry is back"},
            {"role": "main", "value": "The ferry of Saltmere is back"},
        ],
        "descriptions": [{"role": "text", "contentType": "text/plain", "value": "Storms kept it in port."}],
        "bodies": [
            {"role": "nitf", "contentType": "application/xml", "value": "<nitf>other</nitf>"},
            {"role": "text", "contentType": "text/plain", "value": "All in one."},
            {"role": "html", "contentType": "text/html", "value": f"<h1>The ferry of Saltmere is back</h1><p>{COPY}</p>"},
        ],
        "associations": [
            {"name": "a", "type": "picture", "by": "Ana Ruiz", "descriptions": [{"value": "The ferry in port."}]},
            {"name": "b", "type": "text", "headlines": [{"value": "Other"}], "bodies": [{"value": "Another story."}]},
        ],
    })  # fmt: skip
    assert told(story) == [
        ("byline", "Nora Field"),
        ("headline", "The ferry of Saltmere is back"),
        ("deck", "Storms kept it in port."),
        ("body", COPY),
        ("credit", "Ana Ruiz"),
        ("caption", "The ferry in port."),
    ]
    assert story.date.isoformat() == "2026-03-12"


def test_a_description_that_only_says_again_how_the_text_begins_is_no_deck():
    assert told(read(item(description_text=COPY[:40] + "…", body_text=COPY))) == [("body", COPY)]


def test_a_list_of_items_holds_several_stories_each_with_its_number_and_id():
    text = json.dumps([item(body_text=COPY), item(type="picture"), {**item(body_text=COPY), "uri": "urn:example:3"}])
    found = list(Ninjs().stories(Source("a.json", text), Reading()))
    assert [story.record for story in found] == ["1, id urn:example:1", "3, id urn:example:3"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("picture", "a picture"),
        ("video", "a video"),
        ("planning", "a planning item"),
        ("event", "an event"),
        ("composite", "a package"),
        ("text", "without a text"),
    ],
)
def test_what_is_no_story_is_refused_by_what_it_is(kind, said):
    why = refused(item(type=kind, headline="The ferry", description_text="It is red."))
    assert isinstance(why, NoStory)
    assert said in str(why)


@pytest.mark.parametrize(
    "data",
    [
        {"name": "site", "version": "1.0.0", "type": "module", "dependencies": {"a": "^1"}},
        {"api_version": "2.1", "id": "x", "data": {"item": {"uri": "u", "versioncreated": "2026", "headline": "h"}}},
        [1, 2, 3],
        [],
        '"text"',
        "17",
        "null",
        {},
    ],
)
def test_other_json_is_no_story(data):
    assert isinstance(refused(data), NoStory)


def test_a_mark_tells_news_items_from_other_json():
    mark = re.compile(Ninjs.mark)
    news = item(headline="x", subject=[{"code": "1", "name": "a [b]"}], body_text=COPY)
    assert mark.search(EXAMPLE.read_text(encoding="utf-8"))
    assert mark.search(json.dumps({"uri": "u", "place": [{"name": "a"}], "extent": {"a": [1]}, "body_html": "x"}))
    assert mark.search(json.dumps([news]))
    for other in (
        {"name": "site", "version": "1.0.0", "type": "module", "scripts": {"a": "b"}},
        {"api_version": "1", "data": {"item": {"versioncreated": "2026"}}},
        {"items": [news]},
        {"title": "x", "body": "y"},
    ):
        assert not mark.search(json.dumps(other)), other
    assert not mark.search("The council said “body_text”: a name, and {nothing} else.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1: a value is missing"),
        ('{"uri": "a",\n "type": "text"\n "body_text": "x"}', "line 3, column 2: a comma or a closing bracket"),
        ('{"uri": "a", "body_text": "The fer', "line 1, column 27: a quotation mark is opened here and never closed"),
        ('{"uri": "a", "body_text": "a\0b"}', "control character"),
        ('{"uri": "a", "body_text": "a\nb"}', "a line end or another control character"),
        ('{"uri": "a", "body_text": "a\\qb"}', "a backslash stands before a sign that needs none"),
        ('{"uri": "a"} {"uri": "b"}', "there is more behind its end"),
        ('{"uri" "a"}', "a colon is missing"),
        ("{uri: 1}", "a name in quotation marks is missing"),
        ("[" * 100_000, "nested deeper"),
        ('{"a":' * 100_000, "nested deeper"),
    ],
)
def test_what_is_broken_is_told_with_its_line(text, said):
    why = refused(text)
    assert not isinstance(why, NoStory)
    assert said in str(why)


def test_what_no_item_has_is_refused_at_once():
    assert "values" in str(refused('{"uri": "a", "bodies": [' + "1," * 1_000_001 + "1]}"))
    assert "escapes" in str(refused('{"uri": "a", "body_text": "x' + r"\n" * 200_001 + '"}'))
    assert "letters" in str(refused('{"uri": "a", "body_text": "' + "word " * 400_001 + '"}'))
    assert "paragraphs" in str(refused('{"uri": "a", "body_text": "' + "a b\n".replace("\n", "\\n") * 20_001 + '"}'))
    assert "members" in str(
        refused(item(body_text=COPY, associations={str(n): {"type": "picture"} for n in range(5_001)}))
    )


def test_halves_of_surrogate_pairs_read_as_a_sign_that_cannot_be_read():
    text = (
        r'{"uri": "a\ud800", "type": "text", "byline": "\udc00 Lee", "body_text": "A\ud83d\ude00 b \ud800 \udc00c"}'
    )
    story = check_format(Ninjs(), text)
    assert told(story) == [("byline", "� Lee"), ("body", "A😀 b � �c")]
    assert story.metadata["byline"] == "� Lee"


def test_escapes_are_written_as_the_file_writes_them(tmp_path):
    body = "<p>He said “we we wait” of the café’s – of the the café.</p>"
    for ascii_only in (True, False):
        data = json.dumps(item(body_html=body), ensure_ascii=ascii_only).encode()
        done = fix_bytes(
            Workspace(config_file=None).selecting(["repeated-word"]), data, str(tmp_path / "a.json"), offers=True
        )
        assert done.new == data.replace(b"of the the caf", b"of the caf")
    assert JsonText('"a"', ascii=escapes_letters(r'{"a": "\u00e9"}')).layer(JsonText('"a"').root()).written(
        "é\n"
    ) == (r"\u00e9\n")
    assert not escapes_letters('{"a": "\\u0022 é"}')


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)), st.booleans(), st.sampled_from([None, 1]))  # fmt: skip
@CASES
def test_every_value_has_its_place(data, ascii_only, indent):
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    reader = JsonText(text)

    def look(value, wanted):
        assert json.loads(text[value.start : value.end]) == wanted
        for name, inner in reader.members(value).items():
            look(inner, wanted[name])
        for n, inner in enumerate(reader.items(value)):
            look(inner, wanted[n])
        if isinstance(wanted, str):
            assert reader.layer(value).text == re.sub("[\ud800-\udfff]", "�", wanted)

    look(reader.root(), data)


@given(st.text(max_size=200))
@CASES
def test_no_text_makes_the_reader_fail_but_in_words(text):
    fault = None
    try:
        JsonText(text).root()
    except JsonFault as found:
        fault = found
    assert fault is None or (str(fault) and 0 <= fault.at <= len(text))


@given(PARAGRAPHS, st.booleans(), st.booleans())
@CASES
def test_what_is_written_is_what_is_read(paragraphs, html, ascii_only):
    if html:
        members = {"body_xhtml": "\n".join(f"<p>{escape(each, quote=False)}</p>" for each in paragraphs)}
    else:
        members = {"body_text": "\n\n".join(paragraphs)}
    text = json.dumps(item(headline="The ferry & the “pier” 😀", **members), ensure_ascii=ascii_only)
    story = check_format(Ninjs(), text)
    assert prose(story) == paragraphs
    assert [zone.text for zone in story.of("headline")] == ["The ferry & the “pier” 😀"]
