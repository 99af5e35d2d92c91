"""Edits made one after another, told as edits of the text as it was before the first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Edit


class _Piece(NamedTuple):
    """A run of the text as it is now: kept from the text before, at `kept`, or else put in by an edit."""

    length: int
    kept: int = -1
    text: str = ""


class Trace:
    """What is left of a text, and what has been put into it, while edits follow one another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = [_Piece(len(text), 0)]

    def follow(self, edits: Sequence[Edit]) -> None:
        """Make edits of the text as it is now; they are in order, none over another."""
        starts = list(accumulate((piece.length for piece in self._pieces), initial=0))
        made: list[_Piece] = []
        at = 0
        for span, new in edits:
            made += self._cut(starts, at, span.start)
            made.append(_Piece(len(new), -1, new))
            at = span.end
        made += self._cut(starts, at, starts[-1])
        self._pieces = made

    def _cut(self, starts: Sequence[int], start: int, end: int) -> Iterator[_Piece]:
        """The pieces of a stretch, the first and the last cut to it."""
        index = bisect_right(starts, start) - 1
        while index < len(self._pieces) and starts[index] < end:
            length, kept, text = self._pieces[index]
            low, high = max(0, start - starts[index]), min(length, end - starts[index])
            if low < high:
                yield _Piece(high - low, kept + low if kept >= 0 else -1, text[low:high])
            index += 1

    def edits(self) -> tuple[Edit, ...]:
        """The edits that lead from the text before to the text as it is now: in order, none touching another."""
        return tuple(self._edits())

    def _edits(self) -> Iterator[Edit]:
        at, new = 0, ""
        for length, kept, text in (*self._pieces, _Piece(0, len(self._text))):
            if kept < 0:
                new += text
                continue
            if new != self._text[at:kept]:
                yield Edit(Span(at, kept), new)
            at, new = kept + length, ""
