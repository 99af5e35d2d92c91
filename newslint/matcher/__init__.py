"""Find all needles of all rules in one prose: terms through one automaton, patterns one by one.

A term is a literal on word boundaries; it is blind to curly or straight quotation marks and to the kind
of space, and to case unless it says otherwise. A pattern is Python `re` syntax, matched inside one zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from newslint.matcher._text import fold, is_word, lower, shadow

if TYPE_CHECKING:
    from newslint.matcher._terms import TermFinder

__all__ = ["Match", "Matcher", "Needle", "compile_pattern", "fold", "lower", "term_pattern"]


class Needle(NamedTuple):
    """Something to look for: a literal term, or a pattern."""

    text: str
    pattern: bool = False
    case: bool = False  # whether case counts


class Match(NamedTuple):
    """Needle number `needle` stands at `start`-`end` of the prose."""

    needle: int
    start: int
    end: int


def compile_pattern(needle: Needle) -> re.Pattern[str]:
    """The compiled form of a pattern needle; raises ValueError where `re` refuses it or it refers back."""
    try:
        found = re.compile(needle.text, re.MULTILINE | (0 if needle.case else re.IGNORECASE))
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"the pattern does not compile: {error}") from None
    if re.search(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?P=|\(\?\()", needle.text):
        raise ValueError("the pattern refers back to a group (\\1), which newslint does not allow")
    if found.match("") and not found.pattern.startswith(("^", "(?")):
        raise ValueError("the pattern matches nothing at all (an empty text)")
    return found


def term_pattern(term: str) -> str:
    """A term as a pattern that finds it as a term is found: on word boundaries, blind to kinds of sign."""
    alike = {"'": "['‘’‛]", '"': '["“”„]', " ": "[ \u00a0\u202f\u2009]", "-": "[-\u2011]"}
    body = "".join(alike.get(c, re.escape(c)) for c in fold(term))
    return (r"(?<!\w)" if is_word(term[0]) else "") + body + (r"(?!\w)" if is_word(term[-1]) else "")


class Matcher:
    """Every needle of a set of rules, ready to scan; with `plain`, in pure Python."""

    def __init__(self, needles: Sequence[Needle], *, plain: bool = False) -> None:
        self._patterns = [(n, compile_pattern(needle)) for n, needle in enumerate(needles) if needle.pattern]
        terms = [(n, needle.text, needle.case) for n, needle in enumerate(needles) if not needle.pattern]
        self._terms: TermFinder | None = None
        if terms:
            from newslint.matcher._terms import TermFinder

            self._terms = TermFinder(terms, plain=plain)

    def scan(self, text: str, bounds: Iterable[tuple[int, int]]) -> list[Match]:
        """Every match in the stretches `bounds` of `text`, by needle; none reaches over a bound."""
        found: list[Match] = []
        if self._terms:
            found += starmap(Match, self._terms.find(text, b" %b " % shadow(text)))
        for n, pattern in self._patterns:
            for start, end in bounds:
                found += [Match(n, *m.span()) for m in pattern.finditer(text, start, end) if m.end() > m.start()]
        return found
