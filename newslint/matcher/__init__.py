"""Find all needles of all rules in one prose: terms through one automaton, patterns one by one.

A term is a literal on word boundaries; it is blind to curly or straight quotation marks and to the kind
of space, and to case unless it says otherwise. A pattern is Python `re` syntax, matched inside one zone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import starmap

from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.matcher._patterns import Needle, Patience, PatternFinder, Road, TooSlow, compile_pattern
from newslint.matcher._text import fold, is_word, lower, lowered, shadow

if TYPE_CHECKING:
    from newslint.matcher._terms import TermFinder

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


SOME = 16  # texts in which terms are found one by one, before there is an automaton
_IN_TABLES = 400  # literals up to which the automaton is made of tables
FEW = 16  # literals that are sooner found one by one than by an automaton, which reads every letter


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


def _wheel() -> Any:
    """The package with the automaton; None where it has no wheel (pure Python then finds the same, slower)."""
    try:
        import ahocorasick_rs
    except ImportError:
        return None
    return ahocorasick_rs


def _finder(terms: Sequence[tuple[int, str, bool]]) -> TermFinder:
    from newslint.matcher._terms import TermFinder  # here, because by default no rule looks for a term

    return TermFinder(terms)


class Matcher:
    """Every needle of a set of rules, ready to scan; with `plain`, in pure Python."""

    def __init__(self, needles: Sequence[Needle], *, plain: bool = False) -> None:
        terms = [(n, needle.text, needle.case) for n, needle in enumerate(needles) if not needle.pattern]
        patterns = [(n, needle) for n, needle in enumerate(needles) if needle.pattern]
        wheel = None if plain or not patterns else _wheel()
        self._terms = _finder(terms) if terms else None
        self._patterns = PatternFinder(patterns, plain=wheel is None) if patterns else None
        shapes = self._terms.shapes if self._terms else []
        literals = [*shapes, *(self._patterns.literals if self._patterns else ())]
        self._shapes = len(shapes)
        many = len(literals) > FEW or shapes
        # To make the automaton takes as long as to find terms one by one in some stories.
        self._literals = [] if plain or not many else literals
        self._before = SOME
        self._automaton: Any = None

    def scan(self, text: str, bounds: Sequence[tuple[int, int]], patience: Patience | None = None) -> list[Match]:
        """Every match in `text`, the patterns' in its stretches `bounds` (in order); raises TooSlow.

        `patience` is the time that the patterns have for the story.
        """
        shade = b" " + shadow(text) + b" "
        shapes, literals = self._places(shade)
        found: list[Match] = []
        if self._terms:
            found += starmap(Match, self._terms.find(text, shapes))
        if self._patterns:
            found += starmap(Match, self._patterns.find(text, bounds, literals, patience or Patience(len(text))))
        return found

    def _make_automaton(self) -> None:
        """Make the automaton, once so many texts were scanned that it pays."""
        if self._before:
            self._before -= 1
            return
        wheel, literals = _wheel(), self._literals
        self._literals = []
        if wheel:
            # By tables it is three times as fast, and takes a kilobyte a letter of what is looked for.
            kind = wheel.Implementation.DFA if len(literals) <= _IN_TABLES else None
            self._automaton = wheel.BytesAhoCorasick(literals, implementation=kind)

    def _places(self, shade: bytes) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where the shapes of terms and the literals of patterns, by number, stand in a shadow."""
        if self._literals:
            self._make_automaton()
        if self._automaton:
            seen = self._automaton.find_matches_as_indexes(shade, overlapping=True)
            first = self._shapes
            return [(n, at) for n, at, _ in seen if n < first], [(n - first, at) for n, at, _ in seen if n >= first]
        shapes = list(self._terms.places(shade)) if self._terms else []
        return shapes, list(self._patterns.places(shade)) if self._patterns else []


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
