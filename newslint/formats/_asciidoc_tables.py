"""The cells of a table in AsciiDoc."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.formats._asciidoc_inline import Inline
from newslint.formats._asciidoc_lines import is_comment

_SPECIFIED = pattern(
    r"(?<!\S)(?:(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})[*+])?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?\Z"
)
_LONGEST = 14  # code points before a bar that say how its cell is set
_VALUES = {sign: pattern(rf'[ \t]*+(?:"([^"]*+)"[ \t]*+|([^{sign}]*+))(?:{sign}|\Z)') for sign in (",", "\t", ":")}


def cells(text: str, lines: Sequence[Span], sign: str, inline: Inline) -> Iterator[list[Span]]:
    """The lines of each cell; `sign` is what stands between two cells."""
    if sign in _VALUES:
        for line in lines:
            yield from _values(text, line, sign, inline)
        return
    cell: list[Span] = []
    for line in lines:
        if line.start == line.end or is_comment(text, line) or text.startswith("!===", line.start):
            if cell:
                yield cell
            cell = []
            continue
        at = line.start
        for bar in _bars(text, line, sign):
            inline.count()
            found = _SPECIFIED.search(text, max(at, bar - _LONGEST), bar)
            end = found.start() if found else bar
            yield [*cell, Span(at, end)]
            cell, at = [], bar + 1
        cell.append(Span(at, line.end))
    if cell:
        yield cell


def _bars(text: str, line: Span, sign: str) -> Iterator[int]:
    at = text.find(sign, *line)
    while at >= 0:
        if at == line.start or text[at - 1] != "\\":
            yield at
        at = text.find(sign, at + 1, line.end)


def _values(text: str, line: Span, sign: str, inline: Inline) -> Iterator[list[Span]]:
    at = line.start
    while at < line.end and (m := _VALUES[sign].match(text, at, line.end)):
        inline.count()
        yield [Span(*m.span(1 if m[1] is not None else 2))]
        at = max(m.end(), at + 1)
