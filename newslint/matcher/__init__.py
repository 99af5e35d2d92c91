"""Find all needles of all rules in one prose: terms through one automaton, patterns one by one.

A term is a literal on word boundaries; it is blind to curly or straight quotation marks and to the kind
of space, and to case unless it says otherwise. A pattern is Python `re` syntax, matched inside one zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import starmap

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._automaton import Automaton, wheel
from newslint.matcher._gates import Place
from newslint.matcher._index import index_of
from newslint.matcher._patterns import Needle, Patience, PatternFinder, Road, TooSlow, compile_pattern
from newslint.matcher._terms import TermFinder
from newslint.matcher._text import cast, fold, is_word, lower, lowered, shadow

__all__ = [
    "Match",
    "Matcher",
    "Needle",
    "Patience",
    "TooSlow",
    "compile_pattern",
    "fold",
    "groups_at",
    "is_word",
    "lower",
    "lowered",
    "term_pattern",
]


SOME = 4  # texts in which the needles that each may have are looked for, before all are made ready
FEW = 16  # needles that are made ready at once


class Match(NamedTuple):
    """Needle number `needle` stands at `start`-`end` of the prose."""

    needle: int
    start: int
    end: int


def term_pattern(term: str) -> str:
    """A term as a pattern that finds it as a term is found: on word boundaries, blind to kinds of sign."""
    alike = {"'": "['‘’‛]", '"': '["“”„]', " ": "[ \u00a0\u202f\u2009]", "-": "[-\u2011]"}
    body = "".join(alike.get(c, re.escape(c)) for c in fold(term))
    return (r"(?<!\w)" if is_word(term[0]) else "") + body + (r"(?!\w)" if is_word(term[-1]) else "")


class Matcher:
    """Every needle of a set of rules, ready to scan; with `plain`, in pure Python.

    `within` says of each needle in which sorts of stretches a pattern is looked for (none: in any); terms are found
    in all of them.
    """

    def __init__(
        self, needles: Sequence[Needle], within: Sequence[Collection[str]] = (), *, plain: bool = False
    ) -> None:
        """Raises ValueError for a pattern that cannot be taken."""
        self._needles = needles
        self._within = within
        self._index = index_of(needles)
        self._plain = plain
        self._before = 0 if len(needles) <= FEW else SOME
        self._all: _Finder | None = None
        self._roads: dict[int, Road] = {}  # of the patterns that some text may have had

    def scan(
        self,
        text: str,
        bounds: Sequence[tuple[int, int]],
        patience: Patience | None = None,
        sorts: Sequence[str] = (),
    ) -> list[Match]:
        """Every match in `text`, the patterns' in its stretches `bounds` (in order); raises TooSlow.

        `patience` is the time that the patterns have for the story; `sorts` says of what sort each stretch is.
        """

        def is_asked(needle: int, stretch: int) -> bool:
            within = self._within[needle] if self._within and sorts else ()
            return not within or sorts[stretch] in within

        return self._finder_for(text).found(text, bounds, patience or Patience(len(text)), is_asked)

    def _finder_for(self, text: str) -> _Finder:
        """What finds the needles of a text: those it may have, or all, once so many texts were read that it pays."""
        if self._all is None:
            many = len(self._needles) > FEW
            if self._before or (many and (self._plain or wheel() is None)):
                self._before = max(0, self._before - 1)
                return self._ready(self._index.there(text), plain=True)
            self._all = self._ready(dict.fromkeys(range(len(self._needles))), plain=self._plain)
        return self._all

    def _ready(self, numbers: Mapping[int, Collection[str] | None], *, plain: bool) -> _Finder:
        """A finder of some needles, of patterns by some of their literals (None: by all)."""
        terms, roads = [], []
        for n, literals in numbers.items():
            needle = self._needles[n]
            if needle.pattern:
                if n not in self._roads:
                    self._roads[n] = Road(needle, n)
                plan = self._roads[n].plan
                roads.append((self._roads[n], plan.gate or plan.cast if literals is None else literals))
            else:
                terms.append((n, needle.text, needle.case))
        return _Finder(terms, roads, plain=plain)


class _Finder:
    """Some needles ready to be found; with `plain`, in pure Python."""

    def __init__(
        self, terms: Sequence[tuple[int, str, bool]], roads: Sequence[tuple[Road, Collection[str]]], *, plain: bool
    ) -> None:
        self._terms = TermFinder(terms) if terms else None
        self._patterns = PatternFinder(roads, plain=plain) if roads else None
        shapes = self._terms.shapes if self._terms else []
        self._shapes = len(shapes)
        self._words = Automaton([*shapes, *(self._patterns.words.literals if self._patterns else ())], plain=plain)
        self._casts = Automaton(self._patterns.casts.literals if self._patterns else (), plain=plain)

    def found(
        self,
        text: str,
        bounds: Sequence[tuple[int, int]],
        patience: Patience,
        is_asked: Callable[[int, int], bool],
    ) -> list[Match]:
        """Every match; raises TooSlow."""
        shapes, words = self._places(b" " + shadow(text) + b" ")
        found: list[Match] = []
        if self._terms:
            found += starmap(Match, self._terms.find(text, shapes))
        if self._patterns:
            casts = self._in_cast(self._patterns, text)
            found += starmap(Match, self._patterns.find(text, bounds, words, casts, patience, is_asked))
        return found

    def _places(self, shade: bytes) -> tuple[list[Place], list[Place]]:
        """Where the shapes of terms and the literals of patterns, by number, stand in a shadow."""
        seen = self._words.places(shade)
        if seen is not None:
            first = self._shapes
            return [(n, at) for n, at in seen if n < first], [(n - first, at) for n, at in seen if n >= first]
        shapes = list(self._terms.places(shade)) if self._terms else []
        return shapes, list(self._patterns.words.places(shade)) if self._patterns else []

    def _in_cast(self, patterns: PatternFinder, text: str) -> list[Place]:
        """Where the literals of patterns, by number, stand in the cast of a text."""
        if not patterns.casts.literals:
            return []
        shade = b"\n" + cast(text) + b"\n"
        seen = self._casts.places(shade)
        return list(patterns.casts.places(shade)) if seen is None else seen


@lru_cache(maxsize=1024)
def _road(needle: Needle) -> Road:
    return Road(needle)


def groups_at(
    needle: Needle, text: str, start: int, patience: Patience | None = None
) -> tuple[Any, dict[str, Any]] | None:
    """The groups of a pattern's match at a place, in order and by name; None where there is no match.

    Raises TooSlow where the story's patience is at an end.
    """
    return _road(needle).groups(text, start, patience or Patience(len(text)))
