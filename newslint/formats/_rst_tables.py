"""Tables drawn in reStructuredText: where the words of their cells stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.formats._rst_lines import Line

_GRID = pattern(r"\+-[-+]*+(?<=-\+)\Z")
_SIMPLE = pattern(r"=++(?:[ ]++=++){1,200}+\Z")
_RULE = pattern(r"[=-]++(?:[ ]++[=-]++){0,200}+\Z")
_COLUMN = pattern(r"[=-]+")
_CORNER = pattern(r"\+")
_DRAWN = frozenset("+-=| ")
MOST_COLUMNS = 50


def table(text: str, lines: Sequence[Line], n: int) -> tuple[int, Iterator[list[Span]]]:
    """The line after the table that begins in a line, and the words of its cells; the same line where none does."""
    line = lines[n]
    if _GRID.match(text, line.start, line.end):
        stop = _grid_end(text, lines, n)
        return stop, _grid_cells(text, lines[n:stop])
    if _SIMPLE.match(text, line.start, line.end):
        stop = _simple_end(text, lines, n)
        return stop, _simple_cells(text, lines[n:stop])
    return n, iter(())


def _grid_end(text: str, lines: Sequence[Line], n: int) -> int:
    """The line after a grid table."""
    while n < len(lines) and text[lines[n].start : lines[n].start + 1] in ("+", "|") and not lines[n].blank:
        n += 1
    return n


def _simple_end(text: str, lines: Sequence[Line], n: int) -> int:
    """The line after a simple table: after the rule that an empty line follows."""
    m = n + 1
    while m < len(lines):
        if _SIMPLE.match(text, *lines[m][:2]) and (m + 1 == len(lines) or lines[m + 1].blank):
            return m + 1
        m += 1
    return n + 1  # it never ends: what follows is read as text


def _grid_cells(text: str, lines: Sequence[Line]) -> Iterator[list[Span]]:
    """The words of each cell of a grid table; a cell of several lines beside others is read line by line."""
    row: list[Line] = []
    drawn = {m.start() - line.start for line in lines if text[line.start] == "+" for m in _corners(text, line)}
    corners = sorted(drawn)[:MOST_COLUMNS]
    for line in lines:
        if text[line.start] == "+":
            yield from _row(text, row, corners)
            row = []
        else:
            row.append(line)
    yield from _row(text, row, corners)


def _corners(text: str, line: Line) -> Iterator[re.Match[str]]:
    return islice(_CORNER.finditer(text, line.start, line.end), MOST_COLUMNS)


def _row(text: str, row: Sequence[Line], corners: Sequence[int]) -> Iterator[list[Span]]:
    if not row:
        return
    bounds = _bounds(text, row, corners)
    drawn = [[_words(text, line, a, b) for a, b in bounds] for line in row]
    last: list[Span] = []  # the last cell of the row, which may have more lines
    for cells in drawn:
        goes_on = bool(last) and not any(cells[:-1]) and cells and cells[-1]
        if last and not goes_on:
            yield last
            last = []
        yield from ([cell] for cell in cells[:-1] if cell)
        if cells and cells[-1]:
            last.append(cells[-1])
    if last:
        yield last


def _bounds(text: str, row: Sequence[Line], corners: Sequence[int]) -> list[tuple[int, int]]:
    """The columns of a row, counted from the beginning of its lines: between bars that all lines have."""
    first = row[0]
    bars = [n for n in corners if first.start + n < first.end and text[first.start + n] in "|+"]
    for line in row[1:]:
        bars = [n for n in bars if line.start + n < line.end and text[line.start + n] in "|+"]
    return [(a + 1, b) for a, b in pairwise(bars)]


def _words(text: str, line: Line, a: int, b: int) -> Span | None:
    """The words between two columns of a line, counted from where it begins; None where there are none."""
    return _stripped(text, min(line.start + a, line.end), min(line.start + b, line.end))


def _stripped(text: str, start: int, end: int) -> Span | None:
    said = text[start:end]
    if not said.strip() or _DRAWN.issuperset(said):
        return None
    left = len(said) - len(said.lstrip())
    return Span(start + left, start + left + len(said.strip()))


def _simple_cells(text: str, lines: Sequence[Line]) -> Iterator[list[Span]]:
    """The words of each cell of a simple table, line by line."""
    first = lines[0]
    starts = [m.start() - first.start for m in _COLUMN.finditer(text, first.start, first.end)][:MOST_COLUMNS]
    for line in lines:
        if line.blank or _RULE.match(text, line.start, line.end):
            continue
        begin = line.start - (line.col - first.col)  # where the first column begins
        at = line.start
        for start in [begin + each for each in starts[1:]]:
            if at < start < line.end and text[start - 1] == " ":
                if cell := _stripped(text, at, start):
                    yield [cell]
                at = start
        if cell := _stripped(text, at, line.end):
            yield [cell]
