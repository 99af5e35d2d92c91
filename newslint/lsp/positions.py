"""Places of a text as editors' programs count them: lines and columns from 0, columns in UTF-8, UTF-16 or UTF-32."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from newslint.base.text import LineIndex, Span
from newslint.base.typed import Any

_EVERY = 512  # code points between two places whose distance from the start is known


def _in_utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _in_utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_SIZES: dict[str, Callable[[str], int]] = {"utf-8": _in_utf8, "utf-16": _in_utf16, "utf-32": len}


class Positions:
    """Turns offsets (code points, from 0) into lines and columns from 0, and back.

    `encoding` says what a column counts: utf-8, utf-16 or utf-32 (code points). LF, CRLF and CR each end a line,
    U+2028 does not, as in newslint's own lines.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._size = len if text.isascii() else _SIZES[encoding]
        self._known = [0]  # units before each place; a line may be as long as a text
        if self._size is not len:
            for at in range(0, len(text), _EVERY):
                self._known.append(self._known[-1] + self._size(text[at : at + _EVERY]))

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset; raises ValueError outside the text."""
        found = self._lines.position(offset)
        if self._size is len:
            return found.line - 1, found.column - 1
        return found.line - 1, self._units(offset) - self._units(offset - found.column + 1)

    def range(self, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where a span begins and ends."""
        return self.at(span.start), self.at(span.end)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; past the end of a line its end, past the last line that of the text.

        A column inside of what stands for one code point is where that begins.
        """
        if line >= len(self._lines):
            return len(self._text)
        start, end = self._lines.span(line + 1)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        if self._size is len:
            return min(start + column, end)
        return max(start, min(self._after(self._units(start) + column), end))

    def span(self, given: Any) -> Span:
        """The span of a range as the protocol has it; one that ends before it begins is turned round."""
        a = self.offset(given.start.line, given.start.character)
        b = self.offset(given.end.line, given.end.character)
        return Span(min(a, b), max(a, b))

    def _units(self, offset: int) -> int:
        n = offset // _EVERY
        return self._known[n] + self._size(self._text[n * _EVERY : offset])

    def _after(self, units: int) -> int:
        """The offset before which so many units stand."""
        n = bisect_right(self._known, units) - 1
        at, left = n * _EVERY, units - self._known[n]
        for sign in self._text[at : at + _EVERY]:
            left -= self._size(sign)
            if left < 0:
                break
            at += 1
        return at
