"""Find all needles of all rules in one prose: terms through one automaton, patterns one by one.

A term is a literal on word boundaries; it is blind to curly or straight quotation marks and to the kind
of space, and to case unless it says otherwise. A pattern is Python `re` syntax, matched inside one zone.
This is the plain path, in pure Python; whatever replaces it gives the same hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_FOLD = str.maketrans({
    "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-",
})  # fmt: skip


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


def fold(text: str) -> str:
    """The text with plain quotation marks, spaces and hyphens; the same length."""
    return text.translate(_FOLD)


def lower(text: str) -> str:
    """Lower case of the same length (İ and its like stay as they are)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


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
    return (r"(?<!\w)" if _is_word(term[0]) else "") + body + (r"(?!\w)" if _is_word(term[-1]) else "")


class Matcher:
    """Every needle of a set of rules, ready to scan."""

    def __init__(self, needles: Sequence[Needle]) -> None:
        self._patterns = [(n, compile_pattern(needle)) for n, needle in enumerate(needles) if needle.pattern]
        terms: dict[str, list[tuple[int, str | None]]] = {}
        for n, needle in enumerate(needles):
            if not needle.pattern:
                plain = fold(needle.text)
                terms.setdefault(lower(plain), []).append((n, plain if needle.case else None))
        self._terms = terms
        self._inner = {term: _inner_terms(term, terms) for term in terms}
        self._automaton = re.compile(_automaton(terms)) if terms else None

    def scan(self, text: str, bounds: Iterable[tuple[int, int]]) -> list[Match]:
        """Every match in the stretches `bounds` of `text`, by needle; none reaches over a bound."""
        found = list(self._scan_terms(text)) if self._automaton else []
        for n, pattern in self._patterns:
            for start, end in bounds:
                found += [Match(n, *m.span()) for m in pattern.finditer(text, start, end) if m.end() > m.start()]
        return found

    def _scan_terms(self, text: str) -> Iterator[Match]:
        plain = fold(text)
        low = lower(plain)
        assert self._automaton is not None
        for m in self._automaton.finditer(low):
            start, term = m.start(), m[1]
            for candidate in (term, *self._inner[term]):
                end = start + len(candidate)
                if candidate is not term and _is_word(candidate[-1]) and end < len(low) and _is_word(low[end]):
                    continue
                for n, exact in self._terms[candidate]:
                    if exact is None or plain.startswith(exact, start):
                        yield Match(n, start, end)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _inner_terms(term: str, terms: dict[str, Any]) -> tuple[str, ...]:
    """The other terms that this one begins with."""
    return tuple(term[:n] for n in range(len(term) - 1, 0, -1) if term[:n] in terms)


def _automaton(terms: Iterable[str]) -> str:
    """A trie as one expression: at each word start, the longest term."""
    root: dict[str, Any] = {}
    for term in terms:
        node = root
        for character in term:
            node = node.setdefault(character, {})
        node[""] = {}
    inside = {c: child for c, child in root.items() if _is_word(c)}
    outside = {c: child for c, child in root.items() if not _is_word(c)}
    branches = []
    if inside:
        branches.append(r"(?<!\w)" + _branch(inside, ""))
    if outside:
        branches.append(_branch(outside, ""))
    return f"(?=({'|'.join(branches)}))"


def _branch(node: dict[str, Any], last: str) -> str:
    ends = "" in node
    parts = [re.escape(c) + _branch(child, c) for c, child in sorted(node.items()) if c]
    stop = r"(?!\w)" if last and _is_word(last) else ""
    if not parts:
        return stop
    inner = "|".join(parts)
    return f"(?:{inner}|{stop})" if ends else f"(?:{inner})" if len(parts) > 1 else inner
