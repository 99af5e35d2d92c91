"""A fix as a small diff: the words that go and those that come in their place, with a few beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.model.finding import Entry, LocatedFix

_BESIDE = 36  # code points that are shown before and after a change
_APART = 72  # changes that are nearer to one another are shown together
_MOST_TOGETHER = 20
_MOST_CHANGES = 3
_MOST_LINES = 5  # of a change, before and after it
_HEAD, _TAIL = 64, 32  # of a longer line, such as a paragraph that goes
_LONGEST_WORD = 40
_LINE = re.compile(r"[^\r\n]+")


class Shown(NamedTuple):
    """A line of a diff: its sign (`-`, `+`, or `…` where some are left out), its text, and what is changed in it."""

    sign: str
    text: str
    marks: tuple[Span, ...] = ()


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def diff(entry: Entry, text: str) -> Iterator[Shown]:
    """The first fix of a finding, line by line, fit to be shown; nothing where the text is no longer that of it."""
    at = entry.place
    if not entry.fixes or text[at.start.offset : at.end.offset] != at.match:
        return
    groups = list(_groups(_changes(entry.fixes[0], text)))
    for group in groups[:_MOST_CHANGES]:
        yield from _of_group(group, text)
    if len(groups) > _MOST_CHANGES:
        yield Shown("…", f"and {len(groups) - _MOST_CHANGES:,} more changes")


def _changes(fix: LocatedFix, text: str) -> list[_Change]:
    """What a fix changes, in order, each widened to whole words."""
    found: list[_Change] = []
    edits = sorted(fix.edits, key=lambda edit: edit.start.offset)
    ends = [edit.start.offset for edit in edits[1:]] + [len(text)]
    for edit, end in zip(edits, ends, strict=True):
        start = found[-1].end if found else 0
        found.append(_widened(_Change(edit.start.offset, edit.end.offset, edit.text), text, start, end))
    return found


def _widened(change: _Change, text: str, least: int, most: int) -> _Change:
    """A change with the rest of the words that it begins and ends in, between two offsets."""
    start, end, new = change
    old = text[start:end]
    least, most = max(least, start - _LONGEST_WORD), min(most, end + _LONGEST_WORD)
    if old[:1].isalnum() or new[:1].isalnum():
        while start > least and text[start - 1].isalnum():
            start -= 1
    if old[-1:].isalnum() or new[-1:].isalnum():
        while end < most and text[end].isalnum():
            end += 1
    return _Change(start, end, text[start : change.start] + new + text[change.end : end])


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes that are shown together."""
    group = list(changes[:1])
    for before, change in pairwise(changes):
        if change.start - before.end > _APART or len(group) == _MOST_TOGETHER:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _of_group(group: Sequence[_Change], text: str) -> Iterator[Shown]:
    old, gone, new, come = "", list[Span](), "", list[Span]()
    at = group[0].start
    for change in group:
        between = text[at : change.start]
        old, new = old + between, new + between
        gone.append(Span(len(old), len(old) + change.end - change.start))
        come.append(Span(len(new), len(new) + len(change.text)))
        old, new = old + text[change.start : change.end], new + change.text
        at = change.end
    left, right = _beside(text, group[0].start, at, old, new)
    sides = (("-", old, gone), ("+", new, come))
    shown = [list(_lines(sign, left + side + right, len(left), marks)) for sign, side, marks in sides]
    if [line.text for line in shown[0]] != [line.text for line in shown[1]]:  # blank lines alone: the title says so
        yield from (line for side in shown for line in side)


def _beside(text: str, start: int, end: int, old: str, new: str) -> tuple[str, str]:
    """The words before and after a change, as far as its own lines have them."""
    left = right = ""
    if not (old[:1] in ("\r", "\n") or (not old and new[:1] in ("\r", "\n"))):
        left = re.split(r"[\r\n]", text[max(0, start - _BESIDE) : start])[-1]
        if len(left) == _BESIDE:
            left = "… " + left[left.find(" ") + 1 :]
    if not (old[-1:] in ("\r", "\n") or (not old and new[-1:] in ("\r", "\n"))):
        right = re.split(r"[\r\n]", text[end : end + _BESIDE])[0]
        if len(right) == _BESIDE:
            right = right[: right.rfind(" ") + 1] + "…"
    return left, right


def _lines(sign: str, text: str, shift: int, marks: Sequence[Span]) -> Iterator[Shown]:
    """The lines of one side that have anything on them, with what is changed in each."""
    found = (line for line in _LINE.finditer(text) if line[0].strip())
    for line in islice(found, _MOST_LINES):
        own = (Span(a + shift - line.start(), b + shift - line.start()) for a, b in marks)
        yield _showable(sign, *_cut(line[0], [mark for mark in own if mark.end > 0 and mark.start < len(line[0])]))
    if left := sum(1 for _ in found):
        yield Shown("…", f"and {left:,} more lines")


def _cut(text: str, marks: Sequence[Span]) -> tuple[str, list[Span]]:
    """A line with its middle left out where it is long."""
    size = len(text)
    marks = [Span(max(0, mark.start), min(size, mark.end)) for mark in marks]
    if size <= _HEAD + _TAIL + 3:
        return text, [*marks]
    shift = _HEAD + 3 - (size - _TAIL)
    head = [Span(mark.start, min(mark.end, _HEAD)) for mark in marks if mark.start < _HEAD]
    tail = [Span(max(mark.start + shift, _HEAD + 3), mark.end + shift) for mark in marks if mark.end > size - _TAIL]
    return f"{text[:_HEAD]} … {text[size - _TAIL :]}", [*head, *tail]


def _showable(sign: str, text: str, marks: Sequence[Span]) -> Shown:
    """A line with what a terminal would obey escaped, and its marks on the same words."""
    text = text.replace("\t", " ")
    shown = showable(text)
    if shown != text:
        marks = [Span(*(len(showable(f".{text[:at]}")) - 1 for at in mark)) for mark in marks]
    return Shown(sign, shown, tuple(marks))
