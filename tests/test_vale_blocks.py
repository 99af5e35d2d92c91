"""The blocks of plain text that Vale's rules look at: all of it, its paragraphs and sentences, and all as it is."""

import pytest
from helpers import assert_work_grows_with_length, plain
from hypothesis import given
from hypothesis import strategies as st
from vale_rules import LONG, rule, style, told, words

from newslint.vale.blocks import Scope, documents, sanitized
from newslint.vale.sentences import split

ALL = frozenset(("text", "paragraph", "sentence", "raw"))
WHOLE = {"tokens": [r"\S(?:[\s\S]*\S)?"], "nonword": True}  # all there is in a block


def blocks_of(text: str, scope: str, path: str = "story.txt") -> list[str]:
    (document,) = documents(plain(text, path), ALL)
    return [block.text for group in document.groups for block in group.blocks if scope in block.scope]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("text", [("One bus.\n\nTwo. Three\nfour.\n\n\n\nFive", 1, 1)]),
        ("raw", [("One bus.\n\nTwo. Three\nfour.\n\n\n\nFive", 1, 1)]),
        ("paragraph", [("One bus.", 1, 1), ("Two. Three\nfour.", 3, 1), ("Five", 8, 1)]),
        ("sentence", [("One bus.", 1, 1), ("Two.", 3, 1), ("Three\nfour.", 3, 6), ("Five", 8, 1)]),
    ],
)
def test_a_rule_looks_at_the_blocks_of_its_scope(tmp_path, scope, found):
    config = style(tmp_path, {"Rule": rule("existence", scope=scope, **WHOLE)})
    text = "One bus.\n\nTwo. Three\nfour.\n\n\n\nFive\n"
    assert [(each.words, each.line, each.column) for each in told(config, text)] == found


@given(st.lists(st.sampled_from(["A bus.", "\n", "\n\n", " ", "Two"]), min_size=1, max_size=12).map("".join))
def test_paragraphs_are_parted_after_two_ends_of_lines(text):
    *parts, last = text.split("\n\n")
    assert blocks_of(text, "paragraph") == [*(part + "\n\n" for part in parts), last]


@given(
    st.lists(st.sampled_from(["A bus.", "\n", "\n\n", " ", "Mr. Ames", "?"]), min_size=1, max_size=12).map("".join)
)
def test_sentences_are_those_of_the_whole_text(text):
    assert blocks_of(text, "sentence") == [text[a:b] for a, b in split(text)]


def test_paragraphs_and_sentences_are_only_told_apart_for_rules_that_ask():
    (document,) = documents(plain("One. Two.\n\nThree.\n"), frozenset(("text",)))
    assert {scope for group in document.groups for block in group.blocks for scope in block.scope} == {
        "text",
        "raw",
        "txt",
    }


@pytest.mark.parametrize("scope", ["text", "paragraph", "sentence", "raw"])
def test_line_ends_and_named_apostrophes_are_as_vale_reads_them_and_the_story_is_marked(tmp_path, scope):
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus's", r"tram\nstop"], scope=scope)})
    text = "The bus&rsquo;s stop,\r\nthe tram\r\nstop; a\rtram\rstop"
    found = told(config, text)
    assert [(each.words, each.line, each.column) for each in found] == [
        ("bus&rsquo;s", 1, 5),
        ("tram\r\nstop", 2, 5),
        ("tram\rstop", 4, 1),
    ]
    assert found[0].message == "about 'bus's'"


@given(st.text(alphabet="ab\r\n&rsquo;", max_size=30))
def test_every_stretch_of_what_vale_reads_is_found_in_the_story_again(text):
    read, back = sanitized(text)
    assert read == text.replace("&rsquo;", "'").replace("\r\n", "\n").replace("\r", "\n")
    for n in range(len(read)):
        span = back(n, n + 1)
        there = text[span.start : span.end]
        assert there == read[n] or (read[n] == "\n" and there in ("\r", "\r\n")) or there == "&rsquo;"
    assert back(0, len(read)) == (0, len(text))


@pytest.mark.parametrize("unit", ["\r", "a\r\n", "&rsquo;", "&rsquo", "a"])
def test_work_on_line_ends_grows_with_length(unit):
    assert_work_grows_with_length(sanitized, unit)


@pytest.mark.parametrize("text", ["A bus", "A bus. The bus", "The tram is late. É! A bus"])
@pytest.mark.parametrize("scope", ["text", "paragraph", "sentence", "raw"])
def test_in_a_story_of_one_line_words_are_told_of_where_they_stand(tmp_path, text, scope):
    """Vale counts code points there and cuts bytes, and tells line 0 of what it does not find so."""
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus"], scope=scope)})
    found = told(config, text)
    assert [(each.line, each.column) for each in found] == [
        (1, at + 1) for at in range(len(text)) if text.startswith("bus", at)
    ]


def test_an_empty_story_has_nothing_to_tell_of_but_what_is_missing(tmp_path):
    config = style(tmp_path, {"Rule": rule("existence", **WHOLE), "Least": rule("occurrence", token="bus", min=1)})
    assert [each.rule for each in told(config, "\n")] == ["Least"]


# --- scopes


@pytest.mark.parametrize(
    ("scope", "fits"),
    [
        ("text", ["text", "text.list", "sentence.text"]),
        ("list", ["text.list"]),
        ("text.list", ["text.list"]),
        ("list.text", ["text.list"]),
        ("~list", ["text", "sentence.text"]),
        ("text & ~list", ["text", "sentence.text"]),
        ("text & ~list & ~sentence", ["text"]),
        ("sentence", ["sentence.text"]),
        ("raw", ["raw"]),
        ("~text", []),  # what is all of a file is never part of another scope
        ("heading", []),
    ],
)
def test_scopes_fit_blocks_whose_names_they_have(scope, fits):
    names = ["text", "text.list", "sentence.text", "raw"]
    assert [name for name in names if Scope([scope]).fits(frozenset(name.split(".")))] == fits


def test_of_several_scopes_one_must_fit():
    assert Scope(["heading", "list"]).fits(frozenset(("text", "list")))
    assert not Scope(["heading", "raw"]).fits(frozenset(("text", "list")))


@pytest.mark.parametrize(("scope", "found"), [("text.txt", ["bus"]), ("text.md", []), ("raw.txt", ["bus"])])
def test_a_scope_may_ask_for_the_ending_of_the_file(tmp_path, scope, found):
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus"], scope=scope)})
    assert words(config, "A bus." + LONG) == found
