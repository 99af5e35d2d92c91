"""reStructuredText: what readers see of a document, where it stands, and what a fix may write into it."""

import os
import re
import textwrap

import pytest
from helpers import ROOT, assert_read_or_refused, assert_reading_grows_with_length, sampled, workspace
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.errors import NewslintError
from newslint.base.text import NoStory, Source
from newslint.formats import Reading, read_story
from newslint.formats.restructuredtext import ReStructuredText
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

RST = ReStructuredText()
EXAMPLE = ROOT / "examples" / "formats" / "lock-keepers.rst"
CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)


def roles(text: str) -> list[tuple[str, str]]:
    """The roles and prose of a text, which must keep the contract of formats."""
    return [(zone.role, zone.text) for zone in check_format(RST, textwrap.dedent(text)).zones]


def prose(text: str) -> str:
    """The prose of one paragraph."""
    [(_, said)] = roles(text)
    return said


def test_the_example_has_its_parts_and_its_two_faults():
    story = check_format(RST, EXAMPLE.read_text())
    assert [zone.role for zone in story.zones] == [
        "headline", "deck", "byline", "timestamp", "body", "alt", "caption", "body", "subhead", "list", "list", "body",
        "quote-block", "quote-block", "note",
    ]  # fmt: skip
    assert str(story.date) == "2026-05-20"
    assert story.metadata == {"Author": "Ines Callow", "Date": "2026-05-20", "Category": "Local"}
    done = fix_bytes(workspace(), EXAMPLE.read_bytes(), str(EXAMPLE), offers=True)
    before, after = EXAMPLE.read_text().split("\n"), done.new.decode().split("\n")
    changed = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    assert "lock keepers in Brindleford, it said" in re.sub(r"\s+", " ", done.new.decode())
    assert changed[0][0].startswith("BRINDLEFORD (Mere Observer)")


def test_the_first_title_is_the_headline_and_a_lone_one_below_it_the_deck():
    assert roles("Head\n====\n\nDeck here\n---------\n\nCopy.\n\nMore\n~~~~\n\nCopy.\n")[:4] == [
        ("headline", "Head"), ("deck", "Deck here"), ("body", "Copy."), ("subhead", "More"),
    ]  # fmt: skip
    assert roles("Head\n====\n\nOne\n---\n\nCopy.\n\nTwo\n---\n\nCopy.\n")[1] == ("subhead", "One")


def test_a_title_between_two_lines_is_one():
    assert roles("======\n Head\n======\n\nCopy.\n") == [("headline", "Head"), ("body", "Copy.")]


def test_a_short_line_of_signs_makes_no_title_of_a_longer_line():
    assert roles("A long line\n==\n") == [("body", "A long line ==")]


def test_fields_below_the_title_are_of_the_whole_story():
    text = """\
        Head
        ====

        :date: 2026-01-02
        :authors:
           - Ann Bee
           - Bob Cee
        :summary: What the *board*
           said.
        :category: Local

        Copy.
        """
    story = check_format(RST, textwrap.dedent(text))
    assert [(zone.role, zone.field, zone.text) for zone in story.zones] == [
        ("headline", "", "Head"), ("timestamp", "date", "2026-01-02"), ("byline", "authors", "Ann Bee"),
        ("byline", "authors", "Bob Cee"), ("deck", "summary", "What the board said."), ("body", "", "Copy."),
    ]  # fmt: skip


def test_a_title_may_be_a_field_or_a_comment():
    assert roles(":title: Head of it\n:author: Ann Bee\n\nCopy.\n\nPart\n====\n\nMore.\n") == [
        ("headline", "Head of it"), ("byline", "Ann Bee"), ("body", "Copy."), ("subhead", "Part"), ("body", "More."),
    ]  # fmt: skip
    assert roles(".. title: Head of it\n.. date: 2026-01-02\n\nCopy.\n")[0] == ("headline", "Head of it")


def test_lists_of_every_sort_are_lists():
    text = """\
        - One
          goes on
        - Two

          with more

        1. Three
        #. Four

        term
           Meaning.

        Copy between.

        :Field: said

        -a, --all  shows all
        """
    assert [said for role, said in roles(text) if role == "list"] == [
        "One goes on", "Two", "with more", "Three", "Four", "term", "Meaning.", "Field", "said", "shows all",
    ]  # fmt: skip


def test_a_sentence_that_begins_with_an_initial_is_no_item():
    assert roles("J. Smith said so\nand went home.\n") == [("body", "J. Smith said so and went home.")]


def test_what_is_set_in_is_a_quotation_unless_it_is_a_list():
    text = 'She said:\n\n    "It is late."\n\n    -- Ann Bee\n\nThen:\n\n  * one\n  * two\n'
    assert roles(text) == [
        ("body", "She said:"), ("quote-block", '"It is late."'), ("quote-block", "-- Ann Bee"), ("body", "Then:"),
        ("list", "one"), ("list", "two"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["epigraph", "pull-quote", "highlights"])
def test_directives_that_quote_are_quotations(name):
    assert roles(f".. {name}::\n\n   To be.\n\n   -- A poet\n") == [
        ("quote-block", "To be."),
        ("quote-block", "-- A poet"),
    ]


def test_pictures_have_their_words():
    text = """\
        .. image:: a.jpg
           :width: 20
           :alt: A pier
             at dawn

        .. figure:: b.jpg
           :alt: A boat

           The caption.

           The legend.

        Copy.
        """
    assert roles(text) == [
        ("alt", "A pier at dawn"), ("alt", "A boat"), ("caption", "The caption."), ("caption", "The legend."),
        ("body", "Copy."),
    ]  # fmt: skip


def test_notes_are_notes():
    text = """\
        .. note:: Mind the gap
           and the step.
           :class: x

           More.

        .. admonition:: Title here

           Words.

        .. [1] A footnote
           goes on.
        .. [CIT2002] A citation.
        """
    assert roles(text) == [
        ("note", "Mind the gap and the step."), ("note", "More."), ("note", "Title here"), ("note", "Words."),
        ("note", "A footnote goes on."), ("note", "A citation."),
    ]  # fmt: skip


def test_sidebars_and_topics_are_read():
    text = ".. sidebar:: The facts\n   :subtitle: x\n\n   Copy of it.\n\n.. topic:: More\n\n   Copy too.\n"
    assert roles(text) == [
        ("subhead", "The facts"), ("body", "Copy of it."), ("subhead", "More"), ("body", "Copy too."),
    ]  # fmt: skip


def test_what_no_reader_sees_is_left_out():
    text = """\
        See below::

            literal *text*

        Quoted ::

        > lines
        > of it

        .. code:: python

           x = 1

        .. raw:: html

           <p>no</p>

        .. a comment
           of two lines

        .. _target: https://example.org
        .. |name| replace:: Words
        .. include:: other.rst
        .. toctree::

           one

        >>> print(1)
        1

        __ https://example.org

        ----

        ::

            alone

        The end.
        """
    assert roles(text) == [("body", "See below:"), ("body", "Quoted"), ("body", "The end.")]


def test_cells_of_tables_are_read():
    text = """\
        +------+--------+
        | Name | Votes  |
        |      | cast   |
        +======+========+
        | Ann  | 4 | 5  |
        +------+--------+

        =====  =====
        Name   Votes
        =====  =====
        Bob    five or more
        =====  =====
        """
    assert [said for role, said in roles(text) if role == "table"] == [
        "Name", "Votes cast", "Ann", "4 | 5", "Name", "Votes", "Bob", "five or more",
    ]  # fmt: skip


def test_lines_that_stay_lines_are_a_paragraph():
    assert roles("| Roses are\n| red\n  indeed\n|\n| Violets\n") == [
        ("body", "Roses are red indeed"),
        ("body", "Violets"),
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The *old* **pier** is out.", "The old pier is out."),
        ("See ``code`` and ``more code`` now.", "See code and x now."),
        ("See `the plan <https://example.org/a_b>`_ now.", "See the plan now."),
        ("See `the\nplan <https://example.org>`__ now.", "See the plan now."),
        ("See `<https://example.org>`_ now.", "See x now."),
        ("See `the plan`_ and plan_ now.", "See the plan and plan now."),
        ("See :doc:`the plan <a/b>` and :ref:`here` now.", "See the plan and here now."),
        ("It is :sub:`so` and `so`:sup: now.", "It is so and so now."),
        ("He said |unknown| now.", "He said x now."),
        ("He said so [1]_. Then [#a]_ more [CIT]_.", "He said so. Then more."),
        ("See https://example.org/a_b, now.", "See x, now."),
        (r"It\'s 5\*4 and re\ *mark*\ s.", "It's 5*4 and remarks."),
        (
            "A 5* hotel, 3 * 4, snake_case, __init__ and a |bar.",
            "A 5* hotel, 3 * 4, snake_case, __init__ and a |bar.",
        ),
        ('A "*" and (*) stay.', 'A "*" and (*) stay.'),
        ("An *open one\nstays.", "An *open one stays."),
        ("An _`anchor here` is read.", "An anchor here is read."),
    ],
)
def test_markup_in_a_line_is_read_as_readers_see_it(written, said):
    assert prose(written + "\n") == said


def test_a_substitution_is_read_as_it_is_defined():
    assert prose("The |t| and |T| said.\n\n.. |t| replace:: Canal Trust\n") == "The Canal Trust and Canal Trust said."
    assert prose("The |abc| said.\n\n.. |abc| replace:: Board\n") == "The Board said."


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_sort_are_read(ends):
    text = "Head\n====\n\nOne line\nand more.\n\n- item\n".replace("\n", ends)
    assert roles(text) == [("headline", "Head"), ("body", "One line and more."), ("list", "item")]


def test_a_fix_that_would_become_markup_is_not_written():
    [zone] = read_story(RST, Source("a.rst", "Some copy here.\n"), Reading()).zones
    assert zone.written("plain words, “quoted”") == "plain words, “quoted”"
    for markup in (
        "*",
        "a_",
        "`b`",
        "|c|",
        "\\",
        "- item",
        "1. item",
        ".. note",
        ":f: x",
        "x::",
        "https://a",
        "a\nb",
        "--",
    ):
        assert zone.written(markup) is None, markup


def test_the_words_of_a_reference_are_not_changed():
    text = "The council council met at `the old pier`_ and at pier_ too.\n\n.. _the old pier: https://example.org\n"
    done = fix_bytes(workspace(), text.encode(), "a.rst", offers=True)
    assert done.new.decode() == text.replace("council council", "council")


_WORD = st.text(st.sampled_from("abzAZ09éß’“”\"'&<>\\*`_|:.-+[]()#@𝒳🙂"), min_size=1, max_size=8)
_PARAGRAPHS = st.lists(st.lists(_WORD, min_size=1, max_size=8), min_size=1, max_size=5)
_SIGN = re.compile(r"[^\w\s’“”]|_")


def line_of(words: list[str]) -> str:
    """Words as reStructuredText writes them: no sign of theirs is markup."""
    return "\\" + _SIGN.sub(lambda m: "\\" + m[0], " ".join(words)).removeprefix("\\")


@CASES
@given(_PARAGRAPHS, st.integers(1, 5), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_what_is_read(paragraphs, width, end):
    written = [end.join(line_of(words[n : n + width]) for n in range(0, len(words), width)) for words in paragraphs]
    # a line of backslashes alone is a ruler, whatever they stand for
    assume(not any(set(line) == {"\\"} for each in written for line in each.split(end)))
    story = check_format(RST, f"Head{end}===={end * 2}" + (end * 2).join(written) + end)
    assert [zone.text for zone in story.zones] == ["Head", *(" ".join(words) for words in paragraphs)]


@CASES
@given(st.text(st.sampled_from('ab \n\t*`_|:.-=+~#<>[]\\"“”1'), max_size=80))
def test_whatever_is_written_keeps_the_contract(text):
    try:
        story = read_story(RST, Source("a.rst", text), Reading())
    except NoStory:
        return
    end = 0
    for zone in story.zones:
        assert zone.span.start >= end
        end = zone.span.end
        for run in zone.segments or ():
            if run.length == run.source_length:
                said = zone.text[run.start : run.start + run.length]
                assert said.isspace() or said == text[run.source_start : run.source_start + run.length]


@pytest.mark.parametrize("text", ["", "\n\n", ".. a comment\n", "----\n", " \t\n"])
def test_a_file_without_copy_is_no_story(text):
    with pytest.raises(NoStory):
        read_story(RST, Source("a.rst", text), Reading())


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 2_000_000,
        "*a " * 150_000,
        "`a <" * 100_000,
        "|a " * 150_000,
        "- " * 200_000 + "a",
        "\n".join("  " * n + "- a\n" for n in range(1500)),
        "\n".join(" " * n + "a" for n in range(1500)),
        "`a" + " " * 400_000 + "<b`_",
        "a-" * 200_000 + "_",
        "+-" * 200_000 + "+\n| a |\n" * 3,
        ".. |a| replace:: " + "b" * 400_000 + "\n\n" + "|a| " * 90_000,
        "a" * 600_000,
    ],
)
def test_no_text_takes_long(text):
    assert_read_or_refused(lambda: read_story(RST, Source("a.rst", text), Reading()))


def test_a_file_that_only_brings_others_together_is_no_story(tmp_path):
    path = tmp_path / "index.rst"
    path.write_text("The paper\n=========\n\n.. toctree::\n   :maxdepth: 2\n\n   one\n   two\n", encoding="utf-8")
    with pytest.raises(NewslintError, match="its copy is in other files"):
        newslint.read(path)


@pytest.mark.parametrize(
    "unit",
    sampled(["*a ", "**a", "`a ", "`a <", "``a ", "|a ", "|a| ", "a_ ", "a-", "[1]_ ", "_`", ":a:`", "a\\", "\\ ", "://", "a::\n",
     "- ", "- a\n", "- a\n\n  ", "a\n", "a\n\n", "a\n b\n", "===\n", "a\n=\n", "=== ===\n", "+--+\n", "+-", "| a\n", "|a|\n",
     "> ", ">>> a\n", "1. a\n", "i", "i. ", ":a: b\n", ":a", ".. a\n", ".. a::\n", ".. a::\n\n   b\n\n", ".. |a| b:: c\n",
     "--a  b\n", "-- a\n\n", "::\n\n a\n\n", "\r", " ", "\t", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    for form in ("@@", "The lock\n========\n\na @@\n", ":a: @@\n\nCopy.\n", ".. note:: @@\n"):
        assert_reading_grows_with_length("a.rst", form, unit)
