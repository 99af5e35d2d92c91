"""Requests that name words: only findings that mark one of these are held back, and idle words are told."""

from __future__ import annotations

import pytest
from helpers import markdown
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Span
from newslint.model.ignores import ignores_of
from newslint.model.story import Segment, Zone

HEAD = "---\ntitle: Bridge closes\n---\n\n"
BODY = "He went to to sea.\n\nIt it rained by the the mill.\n"


def rules(newslint, path: str = "a.md", *arguments: str) -> list[str]:
    return newslint("check", "--select", "repeated-word,unused-ignore", "--format", "json", *arguments, path).rules


def checked(newsroom, newslint, text: str) -> list[tuple[str, str]]:
    """What is found in a post: the words that `repeated-word` marks, and what is said of requests."""
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    done = newslint("check", "--select", "repeated-word,unused-ignore", "--format", "json", "a.md")
    return [f["message"] if f["rule"] == "unused-ignore" else f["match"] for f in done.report["findings"]]


@pytest.mark.parametrize("asks", [
    '<!-- newslint: ignore-file repeated-word "the the": a refrain -->\n\n',
    "<!-- newslint: ignore-file repeated-word “the the”: a refrain -->\n\n",
    "<!-- newslint: ignore-file repeated-word „the the“: a refrain -->\n\n",
    '<!-- newslint: ignore-file repeated-word "the  the" -->\n\n',
    '<!-- newslint: ignore-file repeated-word "the\nthe" until 2999-01-31: a refrain -->\n\n',
    '<!-- newslint: ignore-file language "the the" -->\n\n',
    '<!-- newslint: ignore-file all "the the" -->\n\n',
    '<!-- newslint: off repeated-word "the the": a refrain -->\n\n<!-- ON -->',
    '<!-- newslint: off "the the": a refrain -->\n\n<!-- ON -->',
])  # fmt: skip
def test_only_findings_that_mark_these_words_are_held_back(newsroom, newslint, asks):
    asks, is_region, _ = asks.partition("<!-- ON -->")
    text = HEAD + asks + BODY + ("\n<!-- newslint: on -->\n" if is_region else "")
    assert checked(newsroom, newslint, text) == ["to to", "It it"]


def test_the_words_of_one_block_are_told_from_one_another(newsroom, newslint):
    text = HEAD + '<!-- newslint: ignore repeated-word "it it": a refrain -->\nIt it rained by the the mill.\n'
    said = "“repeated-word” does not mark “it it” here: delete the request to ignore it"
    assert checked(newsroom, newslint, text) == [said, "It it", "the the"]  # the case is as written
    assert checked(newsroom, newslint, text.replace('"it it"', '"It it"')) == ["the the"]
    assert checked(newsroom, newslint, text.replace('"it it"', '"It it", "the the"')) == []
    assert checked(newsroom, newslint, text.replace('"it it"', '"It it" “the the”')) == []


def test_words_over_a_line_end_and_with_markup_are_the_same_words(newsroom, newslint):
    for body in ("He saw the\nthe mill.\n", "He saw the *the* mill.\n"):
        text = HEAD + '<!-- newslint: ignore repeated-word "the the": a refrain -->\n' + body
        assert checked(newsroom, newslint, text.replace('"the the"', '"at at"'))[1:], body
        assert checked(newsroom, newslint, text) == []


def test_idle_words_are_told_and_those_that_do_something_stay(newsroom, newslint):
    text = (
        HEAD + '<!-- newslint: ignore repeated-word "the the", "at at": a refrain -->\nIt rained by the the mill.\n'
    )
    assert checked(newsroom, newslint, text) == ["“at at” is not marked here: delete it from the request"]


def test_a_rule_that_does_not_run_leaves_no_word_idle(newsroom, newslint):
    (newsroom / "newslint.yaml").write_text("rules: {repeated-word: off}\n", encoding="utf-8")
    (newsroom / "a.md").write_text(
        HEAD + '<!-- newslint: ignore repeated-word "at at": a refrain -->\nIt rained.\n', encoding="utf-8"
    )
    assert newslint("check", "--format", "json", "a.md").rules == []


@pytest.mark.parametrize("front", [
    '---\nnewslint: {ignore: {repeated-word: {words: ["the the"], reason: a refrain}}}\n---\n',
    "---\nnewslint:\n  ignore:\n    repeated-word:\n      words: the  the\n      until: 2999-01-31\n---\n",
    '+++\n[newslint.ignore]\nrepeated-word = {words = ["the the"], reason = "a refrain"}\n+++\n',
    '+++\n[newslint.ignore.repeated-word]\nwords = ["the the"]\n+++\n',
    '{"newslint": {"ignore": {"repeated-word": {"words": ["the the"], "reason": "a refrain"}}}}\n',
])  # fmt: skip
def test_metadata_may_name_words(newsroom, newslint, front):
    assert checked(newsroom, newslint, front + "\nIt it rained by the the mill.\n") == ["It it"]
    said = "“repeated-word” does not mark “the the” here: delete the request to ignore it"
    assert checked(newsroom, newslint, front + "\nIt rained.\n") == [said]


@pytest.mark.parametrize("words", ["5", "[]", "['']", "[the the, 5]", "{a: b}"])
def test_words_that_are_none_are_told_and_the_request_is_not_heard(newsroom, newslint, words):
    text = f"---\nnewslint: {{ignore: {{repeated-word: {{words: {words}}}}}}}\n---\n\nIt it rained.\n"
    said = "words: lists the words to leave alone, as in “words: [to to]”"
    assert checked(newsroom, newslint, text) == [said, "It it"]


@pytest.mark.parametrize("asks", [
    'ignore "the the"', 'ignore repeated-word "the the', "ignore repeated-word 'the the'", 'ignore repeated-word "the the" and',
    'ignore repeated-word ""', 'ignore repeated-word, "the the"', 'ignore repeated-word "' + "x" * 201 + '"',
    "ignore repeated-word " + '"a", ' * 20 + '"b"', 'ignore repeated-word "a", other-rule "b"',
])  # fmt: skip
def test_words_that_cannot_be_read_are_told_and_the_request_is_not_heard(asks):
    [ignore] = ignores_of(markdown(f"<!-- newslint: {asks} -->\nOne.\n"))
    assert ignore.fault
    assert not ignore.holds()


def test_words_count_in_pages_as_readers_see_them(newsroom, newslint):
    page = '<h1>Mill opens</h1><p>The mill by the <b>the</b> river opened.</p><!-- newslint: ignore repeated-word "{}" --><p>It it sold the&#32;the cake, the mayor said.</p>'
    (newsroom / "a.html").write_text(page.format("It it"), encoding="utf-8")
    assert rules(newslint, "a.html") == ["repeated-word"] * 2
    (newsroom / "a.html").write_text(page.format("the the"), encoding="utf-8")
    assert rules(newslint, "a.html") == ["repeated-word"] * 2


def test_rules_over_several_stories_and_the_cache_heed_words(newsroom, newslint):
    text = '---\ntitle: Story {0}\n---\n\n<!-- newslint: ignore-file repeated-line "{1}" -->\n\nStory {0} is told.\n\nOur paper thanks its readers\n'
    for n in range(6):
        (newsroom / f"{n}.md").write_text(text.format(n, "Our paper thanks its  readers"), encoding="utf-8")
    for _ in range(2):
        assert newslint("check", "--select", "repeated-line", ".").code == 0
    (newsroom / "0.md").write_text(text.format(0, "Our paper thanks nobody"), encoding="utf-8")
    found = newslint("check", "--select", "repeated-line", "--format", "json", ".").report["findings"]
    assert [f["path"] for f in found] == ["0.md"]


def test_add_ignore_asks_beside_a_request_for_other_words(newsroom, newslint):
    text = HEAD + '<!-- newslint: ignore repeated-word "It it": so -->\nIt it rained by the the mill.\n'
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    done = newslint("check", "--select", "repeated-word", "--add-ignore", "a song", "a.md")
    assert "1 finding is now ignored, 0 not" in done.out
    assert rules(newslint) == []


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=8), st.data()
)
def test_what_prose_a_span_of_the_source_stands_for_is_the_way_back_of_where_prose_stands(runs, data):
    segments, at, source = [], 0, 0
    for length, more, gap in runs:
        segments.append(Segment(at, length, source + gap, length + more))
        at, source = at + length, source + gap + length + more
    zone = Zone("body", Span(0, source), "a" * at, tuple(segments))
    start = data.draw(st.integers(0, at - 1))
    end = data.draw(st.integers(start + 1, at))
    found = zone.from_source(zone.to_source(start, end))
    assert found.start <= start < end <= found.end  # a run that stands for another text is taken whole
    if all(length == there for _, length, _, there in segments):
        assert found == (start, end)
