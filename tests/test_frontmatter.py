"""Front matter: what is read of it, where its values stand, and what is said of what cannot be read."""

from __future__ import annotations

from datetime import date as Date

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Source
from newslint.base.yamltext import KEY, YamlError, load
from newslint.formats import Reading
from newslint.formats.frontmatter import read_front

# The quick way to read metadata is held against the slow one: no reader of stories shows which one it took.
from newslint.formats.frontmatter._flat_yaml import load_flat
from newslint.formats.markdown import Markdown
from newslint.model.story import Story
from newslint.testing import check_format

BODY = "\nThe ferry sank on Monday.\n"


def read(front: str, body: str = BODY, name: str = "story") -> Story:
    return check_format(Markdown(), f"---\n{front}\n---\n{body}", name)


def texts(story: Story, kind: str) -> list[str]:
    return [zone.text for zone in story.of(kind)]


def test_fields_become_zones_that_stand_without_their_quotation_marks() -> None:
    story = read("title: \"Ferry sinks off Gozo\"\ndeck: Two are missing\nbyline: 'Ana Silva'\nkicker: Malta")
    assert [(z.role, story.source.text[z.span.start : z.span.end]) for z in story.zones] == [
        ("headline", "Ferry sinks off Gozo"),
        ("deck", "Two are missing"),
        ("byline", "Ana Silva"),
        ("section", "Malta"),
        ("body", "The ferry sank on Monday."),
    ]


def test_only_the_first_key_for_a_field_is_that_field() -> None:
    story = read(
        "title: Ferry sinks\nsummary: Two people are missing\ndeck: A search is on\ndescription: A third one"
    )
    assert texts(story, "deck") == ["A search is on"]
    assert texts(story, "metadata") == ["Two people are missing", "A third one"]


def test_a_field_without_a_value_leaves_its_place_to_the_next() -> None:
    story = read("title: Ferry sinks\ndeck:\nsummary: Two people are missing")
    assert texts(story, "deck") == ["Two people are missing"]


def test_the_configuration_says_which_keys_are_which_field() -> None:
    from newslint.base.text import Source
    from newslint.formats import FIELDS, Reading

    source = Source("a.md", "---\nkop: Ferry sinks\n---\nBody.\n")
    story = Markdown().parse(source, Reading(fields={**FIELDS, "headline": ("kop",)}))
    assert texts(story, "headline") == ["Ferry sinks"]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: 'The mayor''s ferry'", "The mayor's ferry"),
        ('title: "The \\"Gozo\\" ferry \\u2014 lost"', 'The "Gozo" ferry — lost'),
        ("title: The ferry&#8217;s last trip", "The ferry’s last trip"),
        ("title: The ferry sank\n  off Gozo", "The ferry sank off Gozo"),
        ('title: "The ferry sank\n  off Gozo"', "The ferry sank off Gozo"),
        ("title: >\n  The ferry\n  sank\n", "The ferry sank"),
        ("title: |\n  The ferry\n  sank\n", "The ferry sank"),
        ("title: >-\n  The ferry\n\n  sank\ndate: 2026-01-02", "The ferry sank"),
        ("title: The ferry # not this", "The ferry"),
        ("title: The *Gozo* [ferry](http://a.example) sank", "The Gozo ferry sank"),
        ("x: &t The ferry\ntitle: !!str The ferry sank", "The ferry sank"),
    ],
)
def test_a_title_is_read_however_it_is_written(front: str, expected: str) -> None:
    assert texts(read(front), "headline") == [expected]


def test_places_are_exact_after_an_escape() -> None:
    story = read("title: 'The mayor''s ferry sinks'")
    headline = next(story.of("headline"))
    at = headline.text.index("ferry")
    span = headline.to_source(at, at + 5)
    assert story.source.text[span.start : span.end] == "ferry"


def test_several_authors_are_bylines_by_name_or_by_slug() -> None:
    story = read(
        "title: Ferry sinks\nauthors:\n- Ana Silva\n- name: Jon Zammit\n  email: j@example.org\n- maria-vella"
    )
    assert texts(story, "byline") == ["Ana Silva", "Jon Zammit", "maria-vella"]


def test_a_pictures_caption_inside_another_key_is_a_caption() -> None:
    story = read("image:\n  path: /a.jpg\n  cutline: The ferry at rest\n  credit: Ana Silva\n  alt: A white ferry")
    assert [(z.role, z.text) for z in story.zones][:3] == [
        ("caption", "The ferry at rest"),
        ("credit", "Ana Silva"),
        ("alt", "A white ferry"),
    ]


@pytest.mark.parametrize(
    ("front", "name", "expected"),
    [
        ("date: 2014-02-24 14:34:01 -0400", "a", Date(2014, 2, 24)),
        ("date: 2014-02-24", "a", Date(2014, 2, 24)),
        ("date: 2014-02-24T23:30:00+02:00", "a", Date(2014, 2, 24)),
        ("published: true\npubdate: '2014-02-24'", "a", Date(2014, 2, 24)),
        ("title: Ferry", "news/2014-02-24-ferry", Date(2014, 2, 24)),
        ("title: Ferry", "news/2014-02-31-ferry", None),
        ("date: soon", "ferry", None),
    ],
)
def test_the_date_comes_from_the_metadata_or_the_file_name(front: str, name: str, expected: Date | None) -> None:
    assert read(front, name=name).date == expected


def test_kind_and_language_are_taken_where_they_are_known() -> None:
    story = read("title: Why the ferry\ntype: Editorial\nlang: en-GB")
    assert (story.genre, story.language) == ("opinion", "en")
    assert read("type: post").genre == "news"


def test_metadata_that_never_ends_is_damage_and_the_body_is_still_read() -> None:
    story = check_format(Markdown(), "---\ntitle: Ferry sinks\ndate: 2026-01-02\n\nThe ferry sank on Monday.\n")
    assert texts(story, "headline") == ["Ferry sinks"]
    assert texts(story, "body") == ["The ferry sank on Monday."]
    [(span, reason)] = story.damage
    assert (span, "never ends" in reason) == ((0, 3), True)


@pytest.mark.parametrize(
    ("front", "line", "reason"),
    [
        ("title: Ferry: two missing\ndate: 2026-01-02", "title: Ferry: two missing", "colon"),
        ("title: Ferry\ntitle: Boat", "title: Boat", "“title” is there twice"),
        ('title: "Ferry\nx: 1', 'title: "Ferry', "quotation mark is opened"),
        ("a: b\ntitle: [Ferry\nx: 1", "title: [Ferry", "bracket is opened"),
        ("title:Ferry\ndeck: x", "title:Ferry", "a space is missing after “title:”"),
        ("title: Ferry\ndate: 2026-02-31", "date: 2026-02-31", "“2026-02-31” is not a real date"),
        ("title: @ferry", "title: @ferry", "begins with a sign"),
        ("title: Ferry\n\tdeck: x", "deck: x", "tab"),
        ("a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\ntitle: *t", "title: *t", "asterisk"),
    ],
)
def test_metadata_that_is_no_yaml_is_damage_on_its_line(front: str, line: str, reason: str) -> None:
    story = read(front)
    [(span, said)] = story.damage
    assert reason in said
    if line:
        assert story.source.text[span.start : span.end] == line
    assert texts(story, "body") == ["The ferry sank on Monday."]


def test_a_title_with_a_colon_is_still_the_headline() -> None:
    assert texts(read("title: Ferry: two missing\ndate: 2026-01-02"), "headline") == ["Ferry: two missing"]


@pytest.mark.parametrize("sign", ["\\U00110000", "\\UFFFFFFFF"])
def test_a_sign_that_unicode_does_not_have_is_damage_on_its_line(sign: str) -> None:
    story = read(f'deck: x\ntitle: "Ferry {sign}"')
    [(span, said)] = story.damage
    assert "no sign of Unicode" in said
    assert story.source.text[span.start : span.end] == f'title: "Ferry {sign}"'


def test_a_number_of_thousands_of_digits_in_toml_is_damage() -> None:
    story = check_format(Markdown(), f"+++\nridership = {'9' * 5000}\n+++\n{BODY}")
    assert "not valid TOML" in story.damage[0][1]
    assert texts(story, "body") == ["The ferry sank on Monday."]


@pytest.mark.parametrize("part", ["a.", "a . ", '"a b".', "'a'."])
@pytest.mark.parametrize("key", ["{}b = 1", "[{}b]", "[[ {}b ]]", "x = {{ y = 1, {}b = 2 }}"])
def test_a_toml_key_of_very_many_parts_is_damage_on_its_line(part: str, key: str) -> None:
    line = key.format(part * 60)
    story = check_format(Markdown(), f"+++\ndeck = 'x'\n{line}\n+++\n{BODY}")
    [(span, said)] = story.damage
    assert "more than 60 parts" in said
    assert story.source.text[span.start : span.end] == line


def test_dots_in_toml_texts_are_no_parts_of_keys() -> None:
    story = check_format(Markdown(), f"+++\ntitle = '{'a.' * 99}'\ndeck = \"{'one. ' * 99}\"\n+++\n{BODY}")
    assert not story.damage


def test_thousands_of_rules_to_ignore_are_each_found_in_their_place() -> None:
    names = [f"rule-{n}" for n in range(20_000)]
    text = '{"newslint": {"ignore": ["' + '", "'.join(names) + '"]}}\n' + BODY
    found = {path[-1]: text[span.start : span.end] for path, span in read_front(text).keys}
    assert found == {name: name for name in names}


def test_an_alias_bomb_is_damage() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for here, before in zip("bcdefgh", "abcdefg", strict=True):
        rows.append(f"{here}: &{here} [{', '.join([f'*{before}'] * 10)}]")
    story = read("\n".join(rows))
    assert "too large" in story.damage[0][1]
    assert texts(story, "body") == ["The ferry sank on Monday."]


def test_prose_between_two_rules_is_no_metadata() -> None:
    story = check_format(Markdown(), "---\n\nThe ferry sank.\n\n---\n\nTwo are missing.\n")
    assert texts(story, "body") == ["The ferry sank.", "Two are missing."]
    assert not story.damage


@pytest.mark.parametrize(("opening", "closing"), [(";;;", ";;;"), ("---json", "---")])
def test_json_may_stand_between_fences(opening: str, closing: str) -> None:
    front = '{\n"title": "Ferry sinks",\n"author": "Ana Silva"\n}'
    story = check_format(Markdown(), f"{opening}\n{front}\n{closing}\n{BODY}", "story")
    assert [(zone.role, zone.text) for zone in story.zones] == [
        ("headline", "Ferry sinks"),
        ("byline", "Ana Silva"),
        ("body", "The ferry sank on Monday."),
    ]


def test_toml_and_json_are_metadata_too() -> None:
    toml = check_format(Markdown(), '+++\ntitle = "Ferry sinks"\ndate = 2026-01-02\n[x]\ntitle = "No"\n+++\nBody.\n')
    json = check_format(Markdown(), '{\n "title": "Ferry sinks",\n "date": "2026-01-02"\n}\n\nBody.\n')
    for story in (toml, json):
        assert texts(story, "headline") == ["Ferry sinks"]
        assert story.date == Date(2026, 1, 2)
        assert texts(story, "body") == ["Body."]
    assert check_format(Markdown(), "+++\ntitle = oops\n+++\nBody.\n").damage


VALUES = st.sampled_from(
    ["Ferry sinks", "2026-01-02", "2014-02-24 14:34:01 -0400", "2007-08-30 10:15:54+00:00", "12", "012", "18f", "1e3",
     "3 things", "true", "Yes", "null", "'Ferry'", '"Ferry: x"', "'it''s'", "''", '""', "a: b", "a #b", "a # b", "x:",
     "http://a.example/b", "“Ferry” sinks", "$5", "/img/a.png", "[a, b]", "- x", "*a", "~", "é", "日本",
     "a\xa0b", "1:30",
     "2026-13-01", "a  b ", "1_0", "0x1f", "2026", "|", ">", ""],
)  # fmt: skip
LINES = st.one_of(
    st.builds(lambda k, v: f"{k}: {v}", st.sampled_from(["title", "date", "a", "b-c", "true"]), VALUES),
    st.builds(lambda n, v: f"{' ' * n}- {v}", st.integers(0, 3), VALUES),
    st.sampled_from(
        [
            "tags:",
            "tags: ",
            "# note",
            "  # note",
            "",
            "   ",
            "  more",
            " and more: x",
            "   more # x",
            "\tx",
            "...",
            "key:x",
            "- ",
        ]
    ),
)


@given(st.lists(LINES, max_size=7), st.sampled_from(["\n", "\r\n"]))
def test_the_quick_way_and_yaml_agree(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    flat = load_flat(text)
    if flat is None:
        return
    try:
        full = load(text)
    except YamlError as error:
        raise AssertionError(f"{text!r} is no YAML: {error.message}") from None
    assert flat.data == (full.data or {})
    assert repr(flat.data) == repr(full.data or {}) or "datetime" in repr(full.data)
    for path, mark in flat.marks.items():
        if path[-1] == KEY or mark.end > mark.start:
            assert full.marks[path] == mark


@given(st.text(st.sampled_from("a: -\n'\"|>&*{}[]#!%\\\r\t…é😀=+")))
def test_no_front_matter_breaks_the_reader(text: str) -> None:
    for opening in ("---\n", "---\nt: ", "+++\n", "{"):
        whole = f"{opening}{text}\n---\nBody.\n+++\n"
        front = read_front(whole)
        assert 0 <= front.body <= len(whole)
        check_format(Markdown(), whole)


JSON = """{
  "title": "The \\"big\\" ferry \\ud83d\\ude00 sank",
  "author": ["Ana Silva", "Bo Li"],
  "date": "2026-03-12",
  "image": {"src": "a.png", "caption": "The pier at dawn"}
}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("fences", [(";;;\n", ";;;\n"), (";;;json\n", ";;;\n"), ("---json\n", "---\n"), ("", "\n")])
def test_json_is_read_with_the_place_of_every_text_in_it_and_its_escapes(fences: tuple[str, str], end: str) -> None:
    text = (fences[0] + JSON + fences[1] + "\nIt sank.\n").replace("\n", end)
    story = Markdown().parse(Source("a.md", text), Reading())
    assert [(zone.role, zone.text, zone.field) for zone in story.zones] == [
        ("headline", 'The "big" ferry 😀 sank', "title"),
        ("byline", "Ana Silva", "author.0"),
        ("byline", "Bo Li", "author.1"),
        ("timestamp", "2026-03-12", "date"),
        ("caption", "The pier at dawn", "image.caption"),
        ("body", "It sank.", ""),
    ]
    headline = story.zones[0]
    at = headline.text.index("sank")
    assert text[slice(*headline.to_source(at, at + 4))] == "sank"


def test_json_that_cannot_be_read_is_damage_and_no_copy() -> None:
    text = ';;;\n{\n  "title": "The ferry sank"\n  "author": "Ana Silva"\n}\n;;;\n\nIt sank.\n'
    story = Markdown().parse(Source("a.md", text), Reading())
    assert [(text[slice(*span)], why) for span, why in story.damage] == [
        ('"author": "Ana Silva"', "this line is not valid JSON")
    ]
    assert [zone.text for zone in story.of("body")] == ["It sank."]
    assert [zone.text for zone in story.of("headline")] == ["The ferry sank"]


def test_escapes_in_toml_are_read_in_place() -> None:
    text = '+++\ntitle = "The \\"big\\" ferry"\n+++\nIt sank.\n'
    [headline] = Markdown().parse(Source("a.md", text), Reading()).of("headline")
    assert headline.text == 'The "big" ferry'
    assert text[slice(*headline.to_source(10, 15))] == "ferry"


@pytest.mark.parametrize("piece", ['"a": ', "{", "[", '{"a":', '"\\', "'", "/*", "//a\n", ","])
def test_the_work_on_json_grows_with_its_length(piece: str) -> None:
    for form in (";;;\n{%s", ';;;\n{"a": "b", %s\n;;;\n', '---json\n{"t": [%s}\n---\n'):
        assert_work_grows_with_length(
            lambda text, form=form: Markdown().parse(Source("a.md", form % text), Reading()), piece, longest=40_000
        )
