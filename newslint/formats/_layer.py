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
        runs: list[Segment] = []
        parts: list[str] = []
        at = 0
        for text, start, end in pieces:
            if text:
                parts.append(text)
                runs.append(Segment(at, len(text), start, end - start))
                at += len(text)
        self.text = "".join(parts)
        self._runs = runs
        self._starts = [run.start for run in runs]
        self._written = written
        self._below = below

    def written(self, prose: str) -> str | None:
        """How prose is written in the source; None where it cannot be."""
        inner = self._written(prose)
        return inner if inner is None or self._below is None else self._below.written(inner)

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """The runs of `text[start:end]`, counted from `start`, each with its place in the source."""
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._runs) and self._runs[n].start < end:
            run = self._runs[n]
            a, b = max(start, run.start), min(end, run.start + run.length)
            if a < b:
                exact = run.length == run.source_length
                low = run.source_start + (a - run.start if exact else 0)
                size = b - a if exact else run.source_length
                if self._below is None:
                    yield Segment(a - start, b - a, low, size)
                else:
                    yield from self._lowered(self._below, a - start, b - a, low, size)
            n += 1

    def _lowered(self, below: Layer, at: int, length: int, low: int, size: int) -> Iterator[Segment]:
        """A run with its place in the layer below, as runs with places in the source."""
        if length == size:
            for run in below.segments(low, low + size):
                yield run._replace(start=run.start + at)
            return
        span = below.span(low, low + size)
        yield Segment(at, length, span.start, span.end - span.start)

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
        if runs is None:
            runs = (Segment(0, len(zone.text), zone.span.start, len(zone.text)),)
        found: list[Segment] = []
        for run in runs:
            if run.length == run.source_length:
                inner = self.segments(run.source_start, run.source_start + run.source_length)
                found += [Segment(at + run.start, *rest) for at, *rest in inner] if run.start else inner
            else:
                span = self.span(run.source_start, run.source_start + run.source_length)
                found.append(Segment(run.start, run.length, span.start, span.end - span.start))
        last = runs[-1] if runs else None
        if last and zone.span == (runs[0].source_start, last.source_start + last.source_length):
            span = Span(found[0].source_start, found[-1].source_start + found[-1].source_length)
        else:
            span = self.span(*zone.span)
        lifted = Zone(
            zone.role, span, zone.text, tuple(_joined(found)),
            level=zone.level, field=zone.field, why=zone.why,
        )  # fmt: skip
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
        if (
            last
            and last.length == last.source_length
            and run.length == run.source_length
            and last.source_start + last.source_length == run.source_start
            and last.start + last.length == run.start
        ):
            last = Segment(last.start, last.length + run.length, last.source_start, last.source_length + run.length)
        else:
            if last:
                yield last
            last = run
    if last:
        yield last
