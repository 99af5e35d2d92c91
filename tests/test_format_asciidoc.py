"""AsciiDoc stories: what readers see becomes zones, each with its place; what they do not see is left out."""

import os
from pathlib import Path

import pytest
from helpers import assert_read_or_refused, assert_reading_grows_with_length, sampled
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.errors import NewslintError
from newslint.base.text import NoStory, Source, UnreadableStory, decode
from newslint.engine.workspace import Workspace

# private: the limits are the reader's own, and a test must go beyond them
from newslint.formats._asciidoc_inline import MAX_MARKS
from newslint.formats._asciidoc_lines import MAX_LENGTH, MAX_LINES
from newslint.formats.asciidoc import AsciiDoc
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)
COPY = "The council voted on Monday to close the pier, the mayor said in the town hall."
HEAD = "= The pier\n\n" + COPY + "\n\n"


def zones_of(text):
    return [(zone.role, zone.text) for zone in check_format(AsciiDoc(), text).zones]


def below(text):
    """The zones of a text that stands below a headline and a paragraph."""
    found = zones_of(HEAD + text)
    assert found[:2] == [("headline", "The pier"), ("body", COPY)]
    return found[2:]


def prose_of(text):
    return [text for _, text in below(text)]


def test_the_head_gives_headline_bylines_day_deck_and_metadata():
    text = (
        "// filed by the desk\n////\nnot for print\n////\n:town: Saltmere\n= The pier of *{town}*\n"
        "Nora Field <nora@example.org>; Ben_Lee Ito\nv1.2, 2026-03-12: second edition\n"
        ":description: It goes in May, \\\n after talks &amp; tears.\n:keywords: ferry pier, harbour\n:toc:\n\n"
        + COPY
    )
    story = check_format(AsciiDoc(), text)
    assert [(zone.role, zone.text) for zone in story.zones] == [
        ("headline", "The pier of Saltmere"),
        ("byline", "Nora Field"),
        ("byline", "Ben Lee Ito"),
        ("timestamp", "2026-03-12"),
        ("deck", "It goes in May, after talks & tears."),
        ("metadata", "ferry pier, harbour"),
        ("body", COPY),
    ]
    assert str(story.date) == "2026-03-12"
    assert story.metadata["author"] == "Nora Field; Ben Lee Ito"
    assert story.markup


@pytest.mark.parametrize("head", [":author: Nora Field\n", ":byline: Nora Field\n", ":page-author: Nora Field\n"])
def test_attributes_may_name_the_writer(head):
    assert ("byline", "Nora Field") in zones_of(f"= The pier\n{head}:date: 2026-03-12\n\n{COPY}")


def test_front_matter_above_the_document_is_read():
    story = check_format(AsciiDoc(), f"---\ntitle: The pier\nauthor: Nora Field\n---\n\n{COPY}")
    assert [(zone.role, zone.text) for zone in story.zones] == [
        ("headline", "The pier"), ("byline", "Nora Field"), ("body", COPY),
    ]  # fmt: skip


def test_copy_directly_below_the_title_is_no_author():
    assert zones_of(f"= The pier\n{COPY}") == [("headline", "The pier"), ("body", COPY)]


def test_a_first_heading_is_the_headline_where_there_is_no_title():
    assert zones_of(f"== The pier\n\n{COPY}\n\n== Next\n\n{COPY[:30]} gone.")[0] == ("headline", "The pier")


def test_headings_in_both_forms_are_subheads():
    text = "== What comes ==\n\n" + COPY + "\n\n=== More\n\nUnderlined\n~~~~~~~~~~\n\n[discrete]\n== Loose\n"
    found = check_format(AsciiDoc(), HEAD + text).of("subhead")
    assert [(zone.text, zone.level) for zone in found] == [
        ("What comes", 2), ("More", 3), ("Underlined", 3), ("Loose", 2),
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph_and_comments_in_it_are_not_seen():
    assert prose_of("The vote\n// hidden\n  was close,\nifdef::web[]\nshe said +\nlater.") == [
        "The vote was close, she said later."
    ]


def test_lists_of_every_sort_are_list_items():
    text = (
        "* First item\n  goes on\n** Nested\n+\nAttached.\n\n* [x] Done\n- [ ] Open\n\n. One\n.. Two\n\n1. Three\n\n"
        "Pier:: Old.\nFerry::\n  At nine.\n"
    )
    found = below(text)
    assert {role for role, _ in found} == {"list"}
    assert [text for _, text in found] == [
        "First item goes on", "Nested", "Attached.", "Done", "Open", "One", "Two", "Three", "Pier", "Old.", "Ferry",
        "At nine.",
    ]  # fmt: skip


def test_quotes_and_verse_are_quote_blocks():
    text = (
        '[quote, "Ana Petrovic, mayor", Minutes]\nIt is over.\n\n____\nOne.\n\nTwo.\n____\n\n'
        '"A storm is good."\n-- Owen Halvorsen\n\n> Said\n> twice\n\n""\nAiry.\n""\n\n[verse]\n____\nThe fog\ncomes\n\nin.\n____\n'
    )
    found = below(text)
    assert {role for role, _ in found} == {"quote-block"}
    assert [text for _, text in found] == [
        "Ana Petrovic, mayor", "Minutes", "It is over.", "One.", "Two.", '"A storm is good."', "Owen Halvorsen",
        "Said twice", "Airy.", "The fog comes", "in.",
    ]  # fmt: skip


def test_what_is_code_or_a_comment_or_a_ruler_is_not_read():
    text = (
        "----\ncode\n----\n\n....\nliteral\n....\n\n++++\n<b>x</b>\n++++\n\n```ruby\nputs\n```\n\n indented\n\n"
        "[source]\nputs 1\n\n[stem]\n++++\nx\n++++\n\n////\nhidden\n////\n\n'''\n\n<<<\n\ninclude::other.adoc[]\n\n"
        ":name: value\n\ntoc::[]\n\n[listing]\n--\nx\n--\n"
    )
    assert below(text) == []


def test_sidebars_examples_and_open_blocks_are_copy():
    text = ".Background\n****\nIn the sidebar.\n****\n\n====\nIn the example.\n====\n\n--\nIn the open.\n--\n"
    assert below(text) == [
        ("subhead", "Background"), ("body", "In the sidebar."), ("body", "In the example."), ("body", "In the open."),
    ]  # fmt: skip


def test_admonitions_are_notes_and_abstracts_are_decks():
    text = "NOTE: Corrected.\n\n[WARNING]\n====\nMind.\n====\n\n[abstract]\n--\nIn short.\n--\n\n[.lead]\nThe lead.\n"
    assert below(text) == [("note", "Corrected."), ("note", "Mind."), ("deck", "In short."), ("deck", "The lead.")]


def test_pictures_have_captions_and_alternative_texts():
    text = '.The pier in 1994\nimage::a/pier.jpg[A wooden pier, 300, title="Pier, seen from the sea"]\n'
    assert below(text) == [
        ("caption", "The pier in 1994"), ("alt", "A wooden pier"), ("caption", "Pier, seen from the sea"),
    ]  # fmt: skip


def test_tables_are_read_cell_by_cell():
    text = '.Votes\n|===\n|Name |Vote\n\n|Ana\n|Yes\n2+^|Both\nagree\n|===\n\n,===\na1,"b, c"\n,===\n'
    assert below(text) == [
        ("caption", "Votes"),
        *[("table", each) for each in ("Name", "Vote", "Ana", "Yes", "Both agree", "a1", "b, c")],
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A *bold* word, **un**bound", "A bold word, unbound"),
        ("An _oblique_ one, __un__bound, `mono` and ``m``", "An oblique one, unbound, mono and m"),
        ("A [.small]#tiny# mark, H~2~O and m^2^", "A tiny mark, H2O and m2"),
        ("Some +*raw*+ and ++*raw*++ and pass:[*raw*]", "Some *raw* and *raw* and *raw*"),
        ("Some +++<u>under</u>+++ lined", "Some under lined"),
        ("She said, \"`We saw '`it`' here.`\"", "She said, “We saw ‘it’ here.”"),
        ("The crew`'s pier", "The crew’s pier"),
        ("It -- the pier--went...", "It — the pier—went…"),
        ("Fish &amp; chips &#8211; &lt;so&gt; & more", "Fish & chips – <so> & more"),
        ("See https://example.org/a_b_c[the *minutes*^] now", "See the minutes now"),
        ("See https://example.org/a_b_c now_", "See https://example.org/a_b_c now_"),
        ("See link:a.html[here], xref:b[there] or <<c,yonder>>", "See here, there or yonder"),
        ("Write to mailto:x@example.org[the desk].", "Write to the desk."),
        ("The pier footnote:[See xref:a[b].] is old", "The pier is old"),
        ("The ((pier)) (((pier, old)))is [[anchor]]old", "The pier is old"),
        ("2 * 3 * 4, a_b_c, 5 # 6, C + D + E", "2 * 3 * 4, a_b_c, 5 # 6, C + D + E"),
        ("Not \\*bold* and \\{town}", "Not *bold* and {town}"),
        ("An {unknown} name {lsquo}so{rsquo}", "An x name ‘so’"),
        ("She said: 5:3, at 10:30", "She said: 5:3, at 10:30"),
    ],
)
def test_markup_inside_a_line_is_left_out(written, read):
    assert prose_of(written) == [read]


def test_a_footnote_at_the_end_of_a_paragraph_is_a_note():
    assert below("The pier is old.footnote:[See the\nminutes.]") == [
        ("body", "The pier is old."), ("note", "See the minutes."),
    ]  # fmt: skip


def test_an_attribute_reads_as_its_value_and_stands_at_its_own_place():
    text = "= The pier\n:town: Marlow\n:city: {town}s\n\nThe {town} pier, {city} pier, {missing}.\n"
    zone = next(check_format(AsciiDoc(), text).of("body"))
    assert zone.text == "The Marlow pier, Marlows pier, x."
    at = zone.text.index("Marlow")
    assert text[slice(*zone.to_source(at, at + 6))] == "{town}"


@pytest.mark.parametrize(
    "sign", [*"*_`#^~+<[{|", "a\nb", "--", "...", "(C)", "- a", "= a", "1. a", "NOTE: a", "&amp;"]
)
def test_prose_that_would_become_markup_cannot_be_written(sign):
    [_, zone] = check_format(AsciiDoc(), HEAD).zones
    assert zone.written(sign) is None


def test_plain_prose_is_written_as_it_is():
    [_, zone] = check_format(AsciiDoc(), HEAD).zones
    assert zone.written("the “old” pier, Brandt & Sons’ — 5.") == "the “old” pier, Brandt & Sons’ — 5."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_finding_stands_where_the_words_do_and_its_fix_changes_nothing_else(tmp_path, end):
    text = end.join(("= The pier", "Nora Field", "", "The *old* pier is to to go;", "the the _crews_ stay 😀."))
    path = tmp_path / "pier.adoc"
    path.write_bytes(text.encode())
    found = [text[slice(*f.span)] for f in newslint.check(path) if f.rule == "repeated-word"]
    assert found == ["to to", "the the"]
    done = fix_bytes(Workspace(config_file=None), path.read_bytes(), str(path), offers=True)
    assert done.new.decode() == text.replace("to to", "to").replace("the the", "the")


def test_the_example_is_read_and_its_faults_are_found():
    path = Path(__file__).parent.parent / "examples" / "formats" / "harbour.adoc"
    story = check_format(AsciiDoc(), path.read_bytes())
    assert {zone.role for zone in story.zones} == {
        "headline", "byline", "timestamp", "deck", "body", "caption", "alt", "subhead", "list", "note",
    }  # fmt: skip
    assert {"repeated-word", "inconsistent-name"} <= {f.rule for f in newslint.check(path)}


@pytest.mark.parametrize(
    "text", ["", "\n\n", "// only\n", "----\ncode\n----\n", "-----BEGIN PGP SIGNATURE-----\n\nx\n"]
)
def test_a_file_without_copy_has_no_story(text):
    with pytest.raises(NoStory):
        AsciiDoc().parse(Source("x.adoc", text), newslint.formats.Reading())


@pytest.mark.parametrize("fence", ["----", "....", "++++", "////", "```", "|==="])
def test_a_block_that_never_ends_is_refused_with_its_line(fence):
    with pytest.raises(UnreadableStory, match="line 5"):
        check_format(AsciiDoc(), f"{HEAD}{fence}\nThe rest of the story\n")


HOSTILE = {
    "long": "a" * (MAX_LENGTH + 1),
    "lines": "a\n" * (MAX_LINES + 1),
    "marks": "*a* " * MAX_MARKS,
    "open": " *a" * 300_000,
    "brackets": "[" * 1_000_000,
    "links": "link:" * 300_000,
    "footnotes": "footnote:[" * 90_000,
    "quotes": '[quote, "' * 100_000,
    "deep": "".join("=" * n + "\n" for n in range(4, 1500)),
    "bomb": "".join(f":a{n + 1}: {{a{n}}}{{a{n}}}\n" for n in range(90)) + "\n{a90} here",
    "cells": "|===\n" + "|a" * 90_000 + "\n|===",
    "nul": "The pier\0 is \0old.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused_within_seconds(name):
    assert_read_or_refused(lambda: AsciiDoc().parse(Source("x.adoc", HOSTILE[name]), newslint.formats.Reading()))


def test_a_file_in_another_encoding_is_read():
    story = AsciiDoc().parse(
        decode("= Pier in Malmö\n\nÅsa said so.".encode("cp1252"), "x.adoc"), newslint.formats.Reading()
    )
    assert story.zones[0].text == "Pier in Malmö"


WORD = st.text(st.sampled_from("abcdeé語😀’“”—\"'&<>\\*_`#^~+[]{}.,!"), min_size=1, max_size=8).filter(
    lambda word: any(map(str.isalpha, word))
)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=8).map(" ".join)


def in_asciidoc(prose):
    """Prose in which every sign that may be markup is an entity, as converters to AsciiDoc write it."""
    return "".join(f"&#{ord(sign)};" if sign in "*_`#^~+[]{}\\<>&.'\"" else sign for sign in prose)


@given(st.lists(PARAGRAPH, min_size=1, max_size=5))
@CASES
def test_what_is_written_is_what_is_read(paragraphs):
    story = check_format(AsciiDoc(), HEAD + "\n\n".join("Now " + in_asciidoc(each) for each in paragraphs))
    assert [zone.text for zone in story.zones[2:]] == ["Now " + each for each in paragraphs]


@given(st.text(st.sampled_from("ab *_`#^~+<>[]{}|:;.-='\"/\\&(),!\n\n\n"), max_size=200))
@CASES
def test_any_text_is_read_with_every_zone_in_its_place_or_refused(text):
    assert_read_or_refused(lambda: check_format(AsciiDoc(), HEAD + text))


def test_a_file_that_only_brings_others_together_is_no_story(tmp_path):
    path = tmp_path / "index.adoc"
    path.write_text("= The paper\n:toc:\n\ninclude::one.adoc[]\n\ninclude::two.adoc[]\n", encoding="utf-8")
    with pytest.raises(NewslintError, match="its copy is in other files"):
        newslint.read(path)


@pytest.mark.parametrize(
    "unit",
    sampled(["*a ", "**a", "_a", "`a ", "+a ", "{a}", "[", "[[", "]", "<<a", "((", "((a))", "link:", "link:a[", "footnote:[", "a:",
     "&#8212;", "&amp", "\\*", "--", "...", "== ", "== a\n", "====\n", "|===\n", "|a ", "a::\n", "* a\n", "* a\n+\n", "a\n",
     "a\n\n", "[quote, \"", "[.a]\n", ".a\n", ":a: {b}\n", "//a\n", "image::a[b]\n", "a\n===\n", "\r", " ", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    for form in ("@@", "= The pier\n\na @@\n", "= The pier\n:a: @@\n\nCopy.\n"):
        assert_reading_grows_with_length("a.adoc", form, unit)
