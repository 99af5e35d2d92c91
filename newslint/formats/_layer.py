"""A text that stands decoded in another one (a JSON string, escaped HTML), and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from newslint.base.text import Span
from newslint.model.story import Segment, Zone

Written = Callable[[str], str | None]
Piece = tuple[str, int, int]  # decoded text, and where in the outer text it stands


class Layer:
    """A decoded text. Layers lie over one another: HTML in XML, in a JSON string.

    `pieces` are the decoded runs in order, each with its place in the text below; one that is as long as its place
    is mapped code point by code point, any other as a whole. `written` says how decoded text is written in the text
    below, or gives None where it cannot be. `below` is the layer that this one was decoded from; without it that is
    the source.
    """

    __slots__ = ("_below", "_runs", "_starts", "_written", "text")

    def __init__(self, pieces: Iterable[Piece], written: Written, below: Layer | None = None) -> None:
        runs: list[tuple[int, int, int, int]] = []  # as segments are: there may be many, and few are asked for
        starts: list[int] = []
        parts: list[str] = []
        at = 0
        for text, start, end in pieces:
            if text:
                size = len(text)
                parts.append(text)
                starts.append(at)
                runs.append((at, size, start, end - start))
                at += size
        self.text = "".join(parts)
        self._runs = runs
        self._starts = starts
        self._written = written
        self._below = below

    def written(self, prose: str) -> str | None:
        """How prose is written in the source; None where it cannot be."""
        inner = self._written(prose)
        return inner if inner is None or self._below is None else self._below.written(inner)

    def segments(self, start: int, end: int, shift: int = 0) -> Iterator[Segment]:
        """The runs of `text[start:end]`, counted from `start` less `shift`, each with its place in the source."""
        start_at = start - shift
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._runs) and self._starts[n] < end:
            at, length, low, size = self._runs[n]
            a, b = max(start, at), min(end, at + length)
            if a < b:
                if length == size:
                    low, size = low + a - at, b - a
                if self._below is None:
                    yield Segment(a - start_at, b - a, low, size)
                else:
                    yield from self._lowered(self._below, a - start_at, b - a, low, size)
            n += 1

    def _placed(self, start: int, end: int) -> list[Segment]:
        """As `segments`, of a layer right above the source: at once, as most are asked for."""
        runs, found = self._runs, []
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(runs) and (at := runs[n][0]) < end:
            _, length, low, size = runs[n]
            a, b = max(start, at), min(end, at + length)
            if length == size:
                low, size = low + a - at, b - a
            if a < b:
                found.append(Segment(a - start, b - a, low, size))
            n += 1
        return found

    def _lowered(self, below: Layer, at: int, length: int, low: int, size: int) -> Iterator[Segment]:
        """A run with its place in the layer below, as runs with places in the source."""
        if length == size:
            yield from below.segments(low, low + size, at)
            return
        span = below.span(low, low + size)
        yield Segment(at, length, span.start, span.end - span.start)

    def _as_it_stands(self, start: int, size: int) -> int:
        """Where a stretch stands in the source if it does so sign by sign, inside one run of one layer; else -1."""
        if self._below is not None or not size:
            return -1
        at, length, low, below = self._runs[max(0, bisect_right(self._starts, start) - 1)]
        inside = start - at
        return low + inside if length == below and inside >= 0 and inside + size <= length else -1

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the source; of an empty stretch the place before what follows."""
        found = list(self.segments(start, max(end, start + 1)))
        if not found:
            last = list(self.segments(max(0, start - 1), start))
            at = last[-1].source_start + last[-1].source_length if last else 0
            return Span(at, at)
        first, last_run = found[0], found[-1]
        if end == start:
            return Span(first.source_start, first.source_start)
        return Span(first.source_start, last_run.source_start + last_run.source_length)

    def lifted(self, zone: Zone) -> Zone:
        """A zone that was read from `text`, with its places in the source."""
        runs = zone.segments
        if runs is None and self._below is None and (placed := self._placed(*zone.span)):
            first, last = placed[0], placed[-1]
            span = Span(first.source_start, last.source_start + last.source_length)
            return self._dressed(zone, span, tuple(placed if len(placed) == 1 else _joined(placed)))
        if runs is None:
            runs = (Segment(0, len(zone.text), zone.span.start, len(zone.text)),)
        found: list[Segment] = []
        for run in runs:
            at, length, start, size = run
            low = self._as_it_stands(start, size)
            if low >= 0:
                found.append(Segment(at, length, low, size))
            elif length == size:
                found += self.segments(start, start + size, at)
            else:
                span = self.span(start, start + size)
                found.append(Segment(at, length, span.start, span.end - span.start))
        if found and zone.span == (runs[0].source_start, runs[-1].source_start + runs[-1].source_length):
            span = Span(found[0].source_start, found[-1].source_start + found[-1].source_length)
        else:
            span = self.span(*zone.span)
        return self._dressed(zone, span, tuple(_joined(found)))

    def _dressed(self, zone: Zone, span: Span, segments: tuple[Segment, ...]) -> Zone:
        """A zone at another place, with all else as it was."""
        lifted = Zone(zone.role, span, zone.text, segments, level=zone.level, field=zone.field, why=zone.why)
        lifted.confidence, lifted.sort, lifted.words = zone.confidence, zone.sort, zone.words
        inner_written = zone.written
        lifted.written = self.written if inner_written is None else _both(inner_written, self.written)
        return lifted


def _both(inner: Written, outer: Written) -> Written:
    def written(prose: str) -> str | None:
        text = inner(prose)
        return None if text is None else outer(text)

    return written


def _joined(runs: Iterable[Segment]) -> Iterator[Segment]:
    """Runs in which those that go on from one another are one."""
    last: Segment | None = None
    for run in runs:
        if last is not None:
            at, length, start, size = last
            if (
                length == size
                and run.length == run.source_length
                and start + size == run.source_start
                and at + length == run.start
            ):
                last = Segment(at, length + run.length, start, size + run.length)
                continue
            yield last
        last = run
    if last is not None:
        yield last
