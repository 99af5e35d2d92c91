"""Literals, each with the patterns that it opens: where they stand in the shadow or the cast of a story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

Place = tuple[int, int]  # a literal, by number, and where it stands between two spaces


class Gates:
    """Patterns behind literals, of which one stands wherever the pattern matches."""

    def __init__(self) -> None:
        self._behind: dict[bytes, list[int]] = {}

    def add(self, pattern: int, literals: Iterable[str]) -> None:
        """Put a pattern, by number, behind its literals; before any place is asked for."""
        for literal in literals:
            self._behind.setdefault(literal.encode("latin-1"), []).append(pattern)

    @cached_property
    def literals(self) -> list[bytes]:
        """All literals; their places here are their numbers."""
        return list(self._behind)

    @cached_property
    def _opens(self) -> list[tuple[int, list[int]]]:
        """By number: how far into a literal its first letter or sign stands, and what it opens."""
        found = []
        for literal, patterns in self._behind.items():
            lead = len(literal) - len(literal.lstrip())
            found.append((min(lead, len(literal) - 1), patterns))
        return found

    def places(self, shade: bytes) -> Iterator[Place]:
        """Where each literal stands in a shadow between two spaces, or in a cast between two line breaks."""
        for n, literal in enumerate(self.literals):
            at = shade.find(literal)
            while at >= 0:
                yield n, at
                at = shade.find(literal, at + 1)

    def opened(self, places: Sequence[Place], starts: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """The patterns that these places open, and in which stretches; `starts` says where each of those begins."""
        found: dict[int, set[int]] = {}
        for n, at in places:
            lead, patterns = self._opens[n]
            stretch = max(0, bisect_right(starts, at + lead - 1) - 1)
            for pattern in patterns:
                found.setdefault(pattern, set()).add(stretch)
        for pattern, stretches in found.items():
            yield pattern, sorted(stretches)
