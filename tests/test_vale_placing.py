"""Where Vale says that an alert in plain text stands: what `placing` works out, against Vale's own steps, one by one."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from vale_rules import rule, style, told

from newslint.vale.blocks import Block
from newslint.vale.extensions.base import Alert
from newslint.vale.placing import is_small, places

_SMALL = 1000


def masked(text: str, words: str, sign: str) -> str:
    """The first place of some words masked, as Vale's `Substitute` does it."""
    return text.replace(words, re.sub(r"[^\n]", sign, words), 1)


def looked_up(text: str, block: str, match: str) -> int:
    """Vale's `initialPosition`: the words between the edges of words, from where the block stands on."""
    at = text.find(block)
    if at >= 0:
        text = masked(text, text[:at], "@")
    found = [m.span() for m in re.finditer(rf"(?:^|\b|_){re.escape(match)}(?:_|\b|\Z)", text, re.ASCII)]
    if not found:
        return text.find(match)
    data = text.encode()
    for start, end in found:
        before, after = len(text[:start].encode()) - 1, len(text[:end].encode()) + 1
        if before > 0 and data[before] in b"`-":
            continue
        if after < len(text) and data[after] in b"`-":
            continue
        return start + (text[start] == "_")
    return found[0][0] + (text[found[0][0]] == "_")


def vale_places(text: str, block: str, found: list[tuple[int, str]]) -> list[int]:
    """Vale's `AddAlert`, alert by alert: each on the text in which all before are masked."""
    context, told = text, []
    for start, match in found:
        if not match:
            told.append(0)
            continue
        looked = context
        if context.count(match) > 1 and len(context.encode()) < _SMALL:
            for word in context.encode()[:start].decode("utf-8", "ignore").split():
                looked = masked(looked, word, "@")
        told.append(looked_up(looked, block, match))
        context = masked(context, match, "#")
    return told


def alerts(found: list[tuple[int, str]]) -> list[Alert]:
    return [Alert(start, start + len(match), match, "") for start, match in found]


def ours(text: str, start: int, end: int, found: list[tuple[int, str]]) -> list[int]:
    block = Block(frozenset(), start, end, text[start:end])
    return [*places(text, block, alerts(found), small=is_small(text))]


def here(text: str, words: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where the alerts at all places of some words are told."""
    end = len(text) if end is None else end
    found = [(m.start(), words) for m in re.finditer(re.escape(words), text[start:end])]
    return ours(text, start, end, found)


WORDS = [
    "tax",
    "Tax",
    "a",
    "ax",
    "the tax",
    "tax_",
    "`tax`",
    "tax-free",
    "x",
    "—",
    "cafés",
    "“tax”",
    "1.",
    "it’s",
    "-",
]
GAPS = [" ", "\n", "\n\n", "", "_", "-", " - "]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, int, int, list[tuple[int, str]]]:
    """A text, short or beyond what Vale holds for short, a block of it, and matches in the block in order."""
    parts = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), min_size=1, max_size=24))
    text = "".join(word + gap for word, gap in parts)
    if draw(st.booleans()):
        text = (text + "\n") * (_SMALL // len(text.encode()) + 1)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 120)))
    if draw(st.booleans()):
        start, end = 0, len(text)
    found, at = [], 0
    for _ in range(draw(st.integers(1, 5))):
        first = draw(st.integers(at, max(at, end - start - 1)))
        last = draw(st.integers(first, min(end - start, first + 8)))
        match = text[start + first : start + last]
        if match[:1] != "_" and match.strip("\n"):
            found.append((first, match))
        at = max(last, at)
        if at >= end - start:
            break
    return text, start, end, found


@given(cases())
@example(("tax-free tax", 0, 12, [(0, "tax"), (9, "tax")]))
def test_alerts_are_told_where_vale_tells_them(case):
    text, start, end, found = case
    assert ours(text, start, end, found) == vale_places(text, text[start:end], found)


LONG = "\n" + "It rained all day, and so it did on the next. " * 30


def test_words_are_looked_for_from_the_top_of_their_block():
    text = "The bus came. The bus left." + LONG
    assert here(text, "bus", 14, 27) == [18]


def test_a_block_whose_words_stand_above_already_is_told_there():
    text = "The bus came. They waved. The bus came." + LONG
    assert ours(text, 26, 39, [(4, "bus")]) == [4]


def test_a_second_alert_on_the_same_words_is_told_at_the_next_place():
    assert here("A bus and a bus." + LONG, "bus") == [2, 12]


def test_a_second_alert_is_told_at_the_first_place_where_a_part_of_a_word_was_masked():
    """Vale masks the first place of the words, which is a part of “buses”, but tells of the first that stands alone."""
    text = "The buses: a bus and a bus." + LONG
    assert ours(text, 0, len(text), [(13, "bus"), (23, "bus")]) == [13, 13]


@pytest.mark.parametrize(("text", "place"), [("an anti-bus bus", 12), ("a `bus` and bus", 12), ("a bus `s` bus", 10)])
def test_beside_code_a_place_is_taken_only_where_there_is_no_other(text, place):
    assert ours(text + LONG, 0, len(text + LONG), [(place, "bus")]) == [place]
    alone = text[: place - 1]
    assert ours(alone + LONG, 0, len(alone + LONG), [(alone.find("bus"), "bus")]) == [alone.find("bus")]


def test_in_a_short_text_the_words_before_a_match_are_masked_first():
    """So “no”, of which the first is a word by itself, is told where it was found, though “no” stands above."""
    short = "no one said no"
    assert is_small(short)
    assert ours(short, 0, len(short), [(12, "no")]) == [12]
    assert ours(short + LONG, 0, len(short + LONG), [(12, "no")]) == [0]


def test_an_end_of_line_is_looked_for_from_the_top_of_all():
    text = "One.\nTwo;\n" + LONG
    assert ours(text, 5, 10, [(4, "\n")]) == [4]


def test_a_text_is_short_by_its_bytes():
    assert is_small("é" * 499)
    assert not is_small("é" * 500)
    assert not is_small("e" * 1000)


def test_an_alert_without_words_is_told_at_the_top():
    assert ours("One.\n\nTwo." + LONG, 6, 10, [(0, "")]) == [0]


def test_where_it_would_take_too_long_alerts_stand_where_their_words_do(tmp_path, monkeypatch):
    """To look for each of thousands of alerts from the top would take the square of their number."""
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus"])})
    text = "The buses: a bus and a bus.\n" * 50
    assert len(told(config, text)) < 100
    monkeypatch.setattr("newslint.vale.bench.MOST", 99 * len(text))
    assert [(each.line, each.column) for each in told(config, text)] == [
        (line, column) for line in range(1, 51) for column in (14, 24)
    ]
