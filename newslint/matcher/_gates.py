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
        return [(len(each) - len(each.lstrip()), patterns) for each, patterns in self._behind.items()]

    @cached_property
    def _by_word(self) -> tuple[dict[bytes, list[int]], dict[bytes, list[int]]]:
        """The numbers of literals by the longest word in them: that which is whole, and else that which is not."""
        whole: dict[bytes, list[int]] = {}
        parts: dict[bytes, list[int]] = {}
        for n, literal in enumerate(self.literals):
            words = literal.split()
            inner = words[0 if literal[:1] == b" " else 1 : None if literal[-1:] == b" " else -1]
            by = whole if inner else parts
            by.setdefault(max(inner or words or [literal], key=len), []).append(n)
        return whole, parts

    def places(self, shade: bytes) -> Iterator[Place]:
        """Where each literal stands in a shadow or cast between two spaces."""
        whole, parts = self._by_word
        there = whole.keys() & set(shade.split()) if whole else ()
        numbers = [n for word in there for n in whole[word]]
        numbers += [n for part, behind in parts.items() if part in shade for n in behind]
        for n in numbers:
            literal = self.literals[n]
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
