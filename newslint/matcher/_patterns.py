"""Where patterns match: only those whose literals are there are tried, and none for longer than it may take."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache as remembered
from functools import lru_cache
from importlib import import_module
from time import thread_time

from newslint.base import kept_patterns
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.matcher._gates import Gates, Place
from newslint.matcher._plan import Plan

if TYPE_CHECKING:
    from newslint.matcher._loose import LooseSet

SECONDS = 1.0  # of processor time that all patterns may take together on one story of up to 1 MB; a larger has more
_LONGEST = 5000  # code points of a pattern
_WIDEST = 20_000  # parts of a pattern once its repeats are written out: to compile more takes seconds
_UNWATCHED = 1e6  # steps of `re` between two looks at the clock
_STEPS = 1e8  # counted at worst, that `re`, which nothing can stop, may take on one zone: some tenths of a second
_MANY = 3  # patterns without a literal for which a filter pays

Found = tuple[int, int, int]  # needle, start, end
Bounds = Sequence[tuple[int, int]]


class Needle(NamedTuple):
    """Something to look for: a literal term, or a pattern."""

    text: str
    pattern: bool = False
    case: bool = False  # whether case counts


class TooSlow(Exception):
    """The patterns of a story ran out of time; `pattern` took the longest."""

    def __init__(self, pattern: str, took: float, seconds: float) -> None:
        shown = pattern if len(pattern) <= 60 else f"{pattern[:60]}…"
        super().__init__(
            f"the pattern “{shown}” took {took:.1f} of the {seconds:.1f} seconds that all patterns have for it"
        )
        self.pattern = pattern


class Patience:
    """The time that all patterns together have for one story, and what each has taken of it."""

    def __init__(self, length: int) -> None:
        self.seconds = SECONDS * max(1.0, length / 1e6)
        self.left = self.seconds
        self._taken: dict[str, float] = {}
        self._unwatched = 0.0

    def lets_pass(self, steps: float) -> bool:
        """Whether so many steps more need no look at the clock; many of them together do."""
        self._unwatched += steps
        if self._unwatched <= _UNWATCHED:
            return True
        self._unwatched = 0.0
        return False

    def take(self, pattern: str, since: float) -> float:
        """Count what a pattern has taken since a moment of `thread_time`; returns now. Raises TooSlow."""
        now = thread_time()
        self.left -= now - since
        self._taken[pattern] = self._taken.get(pattern, 0.0) + now - since
        if self.left <= 0:
            raise self.spent()
        return now

    def spent(self) -> TooSlow:
        """The error that names the pattern which took the longest."""
        longest = max(self._taken, key=self._taken.__getitem__, default="")
        return TooSlow(longest, self._taken.get(longest, 0.0), self.seconds)


_BACK = pattern(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?P=|\(\?\()")  # refers back to a group


def plan_for(needle: Needle) -> Plan:
    """The plan for a pattern, kept from run to run; raises ValueError for one that cannot be taken."""
    with contextlib.suppress(TypeError, ValueError):  # nothing is kept, or what another newslint kept
        reader, gate, cast, steps, degree = kept_patterns.said_of(needle.text, _flags(needle))
        if reader == reader_state():
            return Plan(tuple(gate), tuple(cast), float(steps), int(degree))
    compile_pattern(needle)
    from newslint.matcher._syntax import plan_of  # here, because it is asked for a pattern but once

    found = plan_of(needle.text, _flags(needle))
    kept_patterns.say_of(needle.text, _flags(needle), [reader_state(), *found])
    return found


_READERS = (
    "_syntax.py", "_cost.py", "_alike.py", "_heads.py", "_tails.py", "_plan.py", "_text.py", "_terms.py", "_index.py",
)  # fmt: skip


@remembered
def reader_state() -> list[int]:
    """What tells the files that plans and indexes are made by from the same files changed."""
    here = os.path.dirname(__file__)
    states = [os.stat(os.path.join(here, name)) for name in _READERS]
    return [number for state in states for number in (state.st_size, state.st_mtime_ns)]


@lru_cache(maxsize=4096)
def compile_pattern(needle: Needle) -> re.Pattern[str]:
    """The compiled form of a pattern needle; raises ValueError for one that is wrong, too large or refers back."""
    try:
        _refuse_size(needle)
        found = kept_patterns.compiled(needle.text, _flags(needle))
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"the pattern does not compile: {error}") from None
    if _BACK.search(needle.text):
        raise ValueError("the pattern has a back-reference (\\1), which newslint does not allow")
    if found.match("") and not found.pattern.startswith(("^", "(?")):
        raise ValueError("the pattern matches an empty text")
    return found


def _refuse_size(needle: Needle) -> None:
    """Raise ValueError for a pattern that would take long to compile."""
    if len(needle.text) > _LONGEST:
        raise ValueError(f"the pattern is longer than {_LONGEST:,} characters")
    if needle.text.count("{") > 1:
        from newslint.matcher._syntax import written_out

        if written_out(import_module("re._parser").parse(needle.text, _flags(needle))) > _WIDEST:
            said = f"the pattern has more than {_WIDEST:,} parts once its repeats are written out"
            raise ValueError(f"{said}: use smaller numbers in {{…}}, or + and *")


def _flags(needle: Needle) -> int:
    return int(re.MULTILINE | (0 if needle.case else re.IGNORECASE))


class Road:
    """One pattern, matched by `re` where that cannot take long, and else by what can be stopped."""

    def __init__(self, needle: Needle, number: int = 0) -> None:
        """Raises ValueError for a pattern that cannot be taken."""
        self.needle = needle
        self.number = number
        self.plan = plan_for(needle)
        self._compiled: re.Pattern[str] | None = None
        self._timed: Any = None

    @property
    def _quick(self) -> re.Pattern[str]:
        if self._compiled is None:  # most patterns match nowhere in most stories, and are never compiled
            self._compiled = kept_patterns.compiled(self.needle.text, _flags(self.needle))
        return self._compiled

    def find(self, text: str, bounds: Bounds, patience: Patience) -> Iterator[Found]:
        """What `re.finditer` gives in each stretch; raises TooSlow."""
        costs = [self._steps(end - start) for start, end in bounds]
        watched = not patience.lets_pass(sum(costs))
        began, steps = thread_time() if watched else 0.0, 0.0
        for (start, end), cost in zip(bounds, costs, strict=True):
            if cost > _STEPS:
                matches = self._slowly(text, start, end, patience)
            else:
                matches = [m.span() for m in self._quick.finditer(text, start, end)]
            steps += cost
            if watched and steps > _UNWATCHED:
                began, steps = patience.take(self.needle.text, began), 0.0
            for first, last in matches:
                if last > first:
                    yield self.number, first, last
        if watched:
            patience.take(self.needle.text, began)

    def groups(self, text: str, start: int, patience: Patience) -> tuple[Any, dict[str, Any]] | None:
        """The groups of the match at a place, in order and by name; None where there is no match. Raises TooSlow."""
        began = thread_time()
        if self._steps(len(text) - start) > _STEPS:
            match = self._in_time(lambda: self._stoppable().match(text, start, timeout=patience.left), patience)
        else:
            match = self._quick.match(text, start)
        patience.take(self.needle.text, began)
        if not match:
            return None
        return match.groups(), {name: match[n] for name, n in self._quick.groupindex.items()}

    def _steps(self, length: int) -> float:
        """What matching may take on so many characters, at worst."""
        return self.plan.steps * float(length) ** (self.plan.degree + 1)

    def _slowly(self, text: str, start: int, end: int, patience: Patience) -> list[tuple[int, int]]:
        def spans() -> list[tuple[int, int]]:
            return [m.span() for m in self._stoppable().finditer(text, start, end, timeout=patience.left)]

        found: list[tuple[int, int]] = self._in_time(spans, patience)
        return found

    def _in_time(self, work: Callable[[], Any], patience: Patience) -> Any:
        began = thread_time()
        try:
            return work()
        except TimeoutError:
            patience.take(self.needle.text, began)
            raise patience.spent() from None

    def _stoppable(self) -> Any:
        if self._timed is None:
            from newslint.matcher._timed import timed  # here, because few patterns ever need it

            self._timed = timed(self.needle.text, _flags(self.needle))
        return self._timed


class PatternFinder:
    """All patterns; the literals that most of them need are looked for first."""

    def __init__(self, roads: Sequence[tuple[Road, Collection[str]]], *, plain: bool) -> None:
        """Each with those of its literals that are looked for."""
        self.words = Gates()  # in the story's shadow
        self.casts = Gates()  # in its cast
        self._roads = [road for road, _ in roads]
        self._open: list[Road] = []
        for n, (road, literals) in enumerate(roads):
            if road.plan.gate:
                self.words.add(n, literals)
            elif road.plan.cast:
                self.casts.add(n, literals)
            else:
                self._open.append(road)
        self._set = None if plain else _loose_set(self._open)

    def find(
        self,
        text: str,
        bounds: Bounds,
        words: Sequence[Place],
        casts: Sequence[Place],
        patience: Patience,
        is_asked: Callable[[int, int], bool],
    ) -> Iterator[Found]:
        """Every match; `words` and `casts` say which literals stand where in the shadow and the cast.

        `is_asked` tells of a needle and a stretch, by number, whether one is looked for in the other.
        """
        starts = [start for start, _ in bounds]
        for gates, places in ((self.words, words), (self.casts, casts)):
            for n, stretches in gates.opened(places, starts):
                yield from self._found(self._roads[n], text, bounds, stretches, patience, is_asked)
        for road in self._loose(text):
            yield from self._found(road, text, bounds, range(len(bounds)), patience, is_asked)

    @staticmethod
    def _found(
        road: Road,
        text: str,
        bounds: Bounds,
        stretches: Iterable[int],
        patience: Patience,
        is_asked: Callable[[int, int], bool],
    ) -> Iterator[Found]:
        asked = [bounds[n] for n in stretches if is_asked(road.number, n)]
        return road.find(text, asked, patience) if asked else iter(())

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
    except Exception:  # there is no RE2, or these are too much for it
        return None
