"""Stretches of one text in order: which of them meet a place is told without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from newslint.base.text import Span


class Places:
    """Stretches of a text, each with how far those up to it reach; they may overlap and come in any order."""

    __slots__ = ("_reach", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate([span.end for span in self._spans], max))

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a code point with a span; a place without length meets what it stands inside."""
        n = bisect_left(self._starts, span.end)
        return n > 0 and self._reach[n - 1] > span.start

    def touch(self, span: Span) -> bool:
        """The same, where standing at either end of one is enough."""
        n = bisect_left(self._starts, span.end + 1)
        return n > 0 and self._reach[n - 1] >= span.start
