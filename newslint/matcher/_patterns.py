"""Where patterns match: only those whose literals are there are tried, and none for longer than it may take."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newslint.matcher._loose import LooseSet
    from newslint.matcher._syntax import Plan

SECONDS = 2.0  # what one pattern may take on one story
_STEPS = 2e7  # what `re`, which nothing can stop, may take at worst on one zone: some tenths of a second
_MANY = 3  # patterns without a literal for which a filter pays
_SHORT = 3  # a literal shorter than this stands in every story

Found = tuple[int, int, int]  # needle, start, end
Bounds = Sequence[tuple[int, int]]


class Needle(NamedTuple):
    """Something to look for: a literal term, or a pattern."""

    text: str
    pattern: bool = False
    case: bool = False  # whether case counts


class TooSlow(Exception):
    """A pattern that ran out of time; `needle` is its number."""

    def __init__(self, needle: int, pattern: str, seconds: float) -> None:
        super().__init__(f"the pattern “{pattern}” had not come to an end after {seconds:g} seconds")
        self.needle = needle


@lru_cache(maxsize=4096)
def compile_pattern(needle: Needle) -> re.Pattern[str]:
    """The compiled form of a pattern needle; raises ValueError where `re` refuses it or it refers back."""
    try:
        found = re.compile(needle.text, _flags(needle))
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"the pattern does not compile: {error}") from None
    if re.search(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?P=|\(\?\()", needle.text):
        raise ValueError("the pattern has a back-reference (\\1), which newslint does not allow")
    if found.match("") and not found.pattern.startswith(("^", "(?")):
        raise ValueError("the pattern matches an empty text")
    return found


def _flags(needle: Needle) -> int:
    return int(re.MULTILINE | (0 if needle.case else re.IGNORECASE))


class Road:
    """One pattern, matched by `re` where that cannot take long, and else by what can be stopped."""

    def __init__(self, needle: Needle, number: int = 0) -> None:
        from newslint.matcher._syntax import plan_of  # here, because by default no rule looks for a pattern

        self.needle = needle
        self.number = number
        self.plan: Plan = plan_of(needle.text, _flags(needle))
        self._quick = compile_pattern(needle)
        self._timed: Any = None

    def find(self, text: str, bounds: Bounds) -> Iterator[Found]:
        """What `re.finditer` gives in each stretch; raises TooSlow."""
        until = monotonic() + SECONDS
        for start, end in bounds:
            matches = self._slowly(text, start, end, until) if self._is_long(end - start) else None
            if matches is None:
                matches = [m.span() for m in self._quick.finditer(text, start, end)]
                if monotonic() > until:
                    raise self._too_slow()
            for first, last in matches:
                if last > first:
                    yield self.number, first, last

    def groups(self, text: str, start: int) -> tuple[Any, dict[str, Any]] | None:
        """The groups of the match at a place, in order and by name; None where there is no match."""
        if self._is_long(len(text) - start):
            try:
                match = self._stoppable().match(text, start, timeout=SECONDS)
            except TimeoutError:
                raise self._too_slow() from None
        else:
            match = self._quick.match(text, start)
        if not match:
            return None
        return match.groups(), {name: match[n] for name, n in self._quick.groupindex.items()}

    def _is_long(self, length: int) -> bool:
        return self.plan.paths * float(length) ** (self.plan.degree + 1) > _STEPS

    def _slowly(self, text: str, start: int, end: int, until: float) -> list[tuple[int, int]]:
        left = until - monotonic()
        if left <= 0:
            raise self._too_slow()
        try:
            return [m.span() for m in self._stoppable().finditer(text, start, end, timeout=left)]
        except TimeoutError:
            raise self._too_slow() from None

    def _stoppable(self) -> Any:
        if self._timed is None:
            from newslint.matcher._timed import timed  # here, because few patterns ever need it

            self._timed = timed(self.needle.text, _flags(self.needle))
        return self._timed

    def _too_slow(self) -> TooSlow:
        return TooSlow(self.number, self.needle.text, SECONDS)


class PatternFinder:
    """All patterns; the literals that most of them need are looked for first."""

    def __init__(self, patterns: Sequence[tuple[int, Needle]], *, plain: bool) -> None:
        roads = [Road(needle, number) for number, needle in patterns]
        self._gated: dict[bytes, list[Road]] = {}
        self._open: list[Road] = []
        for road in roads:
            gate = road.plan.gate
            if gate and min(len(literal.strip()) for literal in gate) >= _SHORT:
                for literal in gate:
                    self._gated.setdefault(literal.encode("latin-1"), []).append(road)
            else:
                self._open.append(road)
        self._set = None if plain else _loose_set(self._open)
        self.literals = list(self._gated)
        self._by_word: dict[bytes, list[int]] = {}
        for n, sought in enumerate(self.literals):
            self._by_word.setdefault(max(sought.split(), key=len), []).append(n)
        self._behind = list(self._gated.values())

    def places(self, shade: bytes) -> Iterator[tuple[int, int]]:
        """Where each literal (by number) stands in a shadow between two spaces."""
        for n in [n for longest, numbers in self._by_word.items() if longest in shade for n in numbers]:
            literal = self.literals[n]
            at = shade.find(literal)
            while at >= 0:
                yield n, at
                at = shade.find(literal, at + 1)

    def find(self, text: str, bounds: Bounds, places: Iterable[tuple[int, int]]) -> Iterator[Found]:
        """Every match; `places` says where in the shadow, between two spaces, which literals stand."""
        if self._gated:
            starts = [start for start, _ in bounds]
            opened: dict[Road, set[int]] = {}
            for n, at in places:
                zone = max(0, bisect_right(starts, at - 1) - 1)
                for road in self._behind[n]:
                    opened.setdefault(road, set()).add(zone)
            for road, zones in opened.items():
                yield from road.find(text, [bounds[zone] for zone in sorted(zones)])
        for road in self._loose(text):
            signs = road.plan.signs
            if not signs or any(sign in text for sign in signs):
                yield from road.find(text, bounds)

    def _loose(self, text: str) -> list[Road]:
        """Those of the patterns without a literal that may match in a text."""
        if self._set is None:
            return self._open
        fired = self._set.fired(text)
        return [road for n, road in enumerate(self._open) if n in fired]


def _loose_set(roads: Sequence[Road]) -> LooseSet | None:
    """One filter for many patterns; None where they are few, or RE2 has no wheel (all are then tried)."""
    if len(roads) < _MANY:
        return None
    from newslint.matcher._loose import LooseSet

    try:
        return LooseSet([(road.needle.text, _flags(road.needle)) for road in roads])
    except ImportError:
        return None
