"""Gathers a zone's prose piece by piece, with the source run that each piece stands for."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.base.text import Span
from newslint.model.story import Segment, Zone

MAX_HEADING_WORDS = 12
STAND_IN = "x"  # what code or an address reads as: a word, so that the sentence round it keeps its shape


class ZoneBuilder:
    """Takes the pieces of one zone in source order; `build` gives the zone and begins the next."""

    __slots__ = ("_cut", "_dress", "_dress_end", "_exact_end", "_gap", "_length", "_parts", "_segments", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._exact_end = -1  # where the last piece ends, if it is a run that another may lengthen
        self._gap = False
        self._cut = False
        self._dress = ""  # the type (bold, italic) that the prose began in
        self._dress_end = -1  # where that ends; -1 while it goes on

    @property
    def empty(self) -> bool:
        """Whether nothing has been taken yet."""
        return not self._parts

    @property
    def end(self) -> int:
        """Where in the source the last piece ends."""
        if not self._segments:
            return 0
        last = self._segments[-1]
        return last.source_start + last.source_length

    def clear(self) -> None:
        """Forget what came before the first piece."""
        self._gap = self._cut = False
        self._dress = ""

    def gap(self) -> None:
        """A line end or `<br>`: whatever comes next stands one space away."""
        self._gap = True

    def cut(self) -> None:
        """Something was left out here: the spaces on either side of it count as one."""
        self._cut = True

    def dress(self, name: str, opens: bool) -> None:
        """Bold or italic type begins or ends here."""
        if not opens:
            if self._dress == name and self._dress_end < 0:
                self._dress_end = self._length
        elif not self._parts:
            self._dress, self._dress_end = name, -1
        elif self._dress == name and self._dress_end >= 0:
            self._dress = ""

    @property
    def dressed(self) -> str:
        """“Strong” or “Emphasis” where all of the prose so far stands in it, else nothing."""
        return self._dress if self._parts and self._is_whole("".join(self._parts)) else ""

    @property
    def dressing(self) -> bool:
        """Whether bold or italic type has begun, before or with the first words."""
        return bool(self._dress)

    @property
    def gapped(self) -> bool:
        """Whether a line ended just before."""
        return self._gap

    @property
    def words(self) -> int:
        """About how many words have been taken."""
        return sum(part.count(" ") for part in self._parts) + 1

    def _is_whole(self, text: str) -> bool:
        return self._dress_end > 0 and not text[self._dress_end :].strip()

    def exact(self, start: int, end: int) -> None:
        """A stretch of the source that is prose as it stands."""
        if self._gap or self._cut:
            start = self._join(start, end)
        if start >= end:
            return
        segments = self._segments
        self._parts.append(self.source[start:end])
        size = end - start
        if start == self._exact_end:
            at, length, source_start, _ = segments[-1]
            segments[-1] = Segment(at, length + size, source_start, length + size)
        else:
            segments.append(Segment(self._length, size, start, size))
        self._length += size
        self._exact_end = end

    def stand(self, prose: str, start: int, end: int) -> None:
        """Prose that a stretch of the source stands for as a whole (`&` for `&amp;`)."""
        if not prose:
            self.cut()
            return
        if len(prose) == end - start:
            self.exact(start, end)
            return
        if self._gap or self._cut:
            self._join(start, start)
        self._add(prose, start, end)

    def _add(self, prose: str, start: int, end: int) -> None:
        self._parts.append(prose)
        self._segments.append(Segment(self._length, len(prose), start, end - start))
        self._length += len(prose)
        self._exact_end = -1

    def _join(self, start: int, end: int) -> int:
        """Set the one space that a gap or cut leaves; gives where the next piece begins."""
        spaced = not self._parts or self._parts[-1][-1].isspace()
        if spaced:
            while start < end and self.source[start].isspace():
                start += 1
        elif self._gap and not (start < end and self.source[start].isspace()):
            self._add(" ", self.end, start)
        self._gap = self._cut = False
        return start

    def build(self, role: str, *, level: int = 0, field: str = "", why: tuple[str, ...] = ()) -> Zone | None:
        """The zone, without spaces at its ends; none where there is no prose."""
        if not self._parts:
            self.clear()
            return None
        text, segments = "".join(self._parts), self._segments
        if role == "body" and self._dress == "Strong" and self._is_whole(text) and is_heading(text):
            role, why = "subhead", ("it is a short paragraph in bold type",)
        self._reset()
        if text[0].isspace() or text[-1].isspace():
            left, right = len(text) - len(text.lstrip()), len(text.rstrip())
            if left >= right:
                return None
            segments = _clipped(segments, left, right)
            text = text[left:right]
        first, last = segments[0], segments[-1]
        span = Span(first.source_start, last.source_start + last.source_length)
        if len(segments) == 1 and first.length == first.source_length:
            return Zone(role, span, text, level=level, field=field, why=why)
        return Zone(role, span, text, tuple(segments), level=level, field=field, why=why)


def is_heading(text: str) -> bool:
    """Whether a paragraph in bold type reads as a heading: short, and no sentence or byline."""
    text = text.strip()
    return (
        text.count(" ") < MAX_HEADING_WORDS
        and text.rstrip("\"”’'")[-1:].isalnum()
        and not text.lower().startswith("by ")
    )


def _clipped(segments: list[Segment], left: int, right: int) -> list[Segment]:
    """The segments of `prose[left:right]`, counted from its start."""
    kept = []
    for start, length, source_start, source_length in segments:
        a, b = max(start, left), min(start + length, right)
        if a >= b:
            continue
        if length == source_length:
            source_start, source_length = source_start + a - start, b - a
        kept.append(Segment(a - left, b - a, source_start, source_length))
    return kept


def in_order(zones: Iterable[Zone]) -> list[Zone]:
    """The zones by place, without any that reaches into the one before."""
    kept: list[Zone] = []
    for zone in sorted(zones, key=lambda zone: zone.span):
        if not kept or zone.span.start >= kept[-1].span.end:
            kept.append(zone)
    return kept
