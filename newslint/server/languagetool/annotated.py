"""A text as a client of LanguageTool sends it, plain or with markup, and the way from places in it to the client's.

Clients count in UTF-16 units, as JavaScript and Java do, over text and markup together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.server.bodies import checked, loaded
from newslint.server.replies import Refused

_MOST_PARTS = 50_000


class _Piece(NamedTuple):
    """A stretch of the plain text, and the client's stretch that it stands for; both in code points."""

    start: int
    end: int
    begins: int
    ends: int
    is_markup: bool


class Annotated:
    """What is checked (`plain`: text, and what markup is to be read as) and what the client sent (`whole`)."""

    def __init__(self, plain: str, whole: str | None = None, pieces: Sequence[_Piece] = ()) -> None:
        self.plain = plain
        self.whole = plain if whole is None else whole
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._astral = _astral(self.whole)

    def span(self, span: Span) -> Span:
        """The client's stretch for one of the plain text, in code points; markup is taken in whole."""
        if not self._pieces:
            return span
        start = self._begin(span.start)
        return Span(start, max(start, self._end(span.end)) if span.end > span.start else start)

    def is_exact(self, span: Span) -> bool:
        """Whether a stretch of the plain text, its ends included, lies in one piece of the client's own text."""
        if not self._pieces:
            return True
        n = bisect_right(self._starts, span.start)
        around = self._pieces[max(0, n - 2) : n]
        return any(not p.is_markup and p.start <= span.start and span.end <= p.end for p in around)

    def units(self, offset: int) -> int:
        """An offset of the whole in UTF-16 units."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def _begin(self, at: int) -> int:
        n = bisect_right(self._starts, at) - 1
        piece = self._pieces[n]
        if at >= piece.end:  # behind the last one
            return piece.ends
        return piece.begins + (0 if piece.is_markup else at - piece.start)

    def _end(self, at: int) -> int:
        piece = self._pieces[bisect_right(self._starts, at - 1) - 1]
        return piece.ends if piece.is_markup else piece.begins + at - piece.start


def plain(text: str) -> Annotated:
    """A text without markup; raises Refused for one with half a character."""
    return Annotated(checked(text))


def of_json(data: str) -> Annotated:
    """The text of the field `data`; raises Refused where it is not as LanguageTool wants it."""
    found = loaded(data, "the field 'data'")
    if not isinstance(found, dict):
        raise Refused(400, "The field 'data' must be an object with 'text' or 'annotation'")
    if ("text" in found) == ("annotation" in found):
        raise Refused(400, "'data' key in JSON requires either 'text' or 'annotation', and not both")
    if "text" in found:
        return plain(_string(found["text"], "text"))
    parts = found["annotation"]
    if not isinstance(parts, list) or len(parts) > _MOST_PARTS:
        raise Refused(400, f"'annotation' must be a list of at most {_MOST_PARTS:,} parts")
    return _joined(parts)


def _joined(parts: Sequence[Any]) -> Annotated:
    read: list[str] = []
    sent: list[str] = []
    pieces: list[_Piece] = []
    at = begins = 0
    for part in parts:
        text, own, is_markup = _part(part)
        sent.append(own)
        if text:
            pieces.append(_Piece(at, at + len(text), begins, begins + len(own), is_markup))
            read.append(text)
            at += len(text)
        begins += len(own)
    whole = checked("".join(sent))
    return Annotated(checked("".join(read)), whole, pieces) if pieces else Annotated("", whole)


def _part(part: Any) -> tuple[str, str, bool]:
    """What one part is read as, what the client has there, and whether that is markup."""
    if not isinstance(part, dict) or ("text" in part) == ("markup" in part):
        raise Refused(400, "Each part of 'annotation' must have either 'text' or 'markup'")
    if "text" in part:
        if "interpretAs" in part:
            raise Refused(400, "'interpretAs' is for parts with 'markup'")
        text = _string(part["text"], "text")
        return text, text, False
    return _string(part.get("interpretAs", ""), "interpretAs"), _string(part["markup"], "markup"), True


def _string(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise Refused(400, f"'{key}' must be a string")
    return value


def _astral(text: str) -> list[int]:
    """Where the characters stand that take two units."""
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return []
    return [at for at, sign in enumerate(text) if sign > "\uffff"]
