"""Where each of many terms stands in a text: one Aho-Corasick automaton, or a trie where its wheel is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._text import fold, is_word, lower, shadow


class Term(NamedTuple):
    """A needle that is a term: its number, and its text where case counts."""

    needle: int
    exact: str | None


Found = tuple[int, int, int]  # needle, start, end
Terms = Mapping[str, Sequence[Term]]  # by their folded text in lower case


class TermFinder:
    """All terms at all their places, a term inside another included."""

    def __init__(self, terms: Iterable[tuple[int, str, bool]]) -> None:
        """Of (needle, text, whether case counts)."""
        self._terms: dict[str, list[Term]] = {}
        shaped: dict[bytes, list[str]] = {}
        unseen: dict[str, list[Term]] = {}
        for needle, text, case in terms:
            term, exact = (text, text) if _is_plain(text) else (fold(lower(text)), fold(text))
            owners = self._terms.setdefault(term, [])
            owners.append(Term(needle, exact if case else None))
            if len(owners) > 1:
                continue
            shape = shape_of(text).encode("latin-1")
            if shape.isspace():
                unseen[term] = owners  # nothing in it that the shadow can show
            else:
                shaped.setdefault(shape, []).append(term)
        self.shapes = list(shaped)
        self._shaped = list(shaped.values())
        self._trie = Trie(unseen) if unseen else None

    def places(self, shade: bytes) -> Iterator[tuple[int, int]]:
        """Where each shape (by number) stands in a shadow between two spaces, in pure Python."""
        words = shade.split()
        for start in self._by_start.keys() & {*words, *pairwise(words)}:
            for n in self._by_start[start]:
                yield from _all_places(n, self.shapes[n], shade)

    @cached_property
    def _by_start(self) -> dict[bytes | tuple[bytes, bytes], list[int]]:
        """The numbers of shapes by their only word, or by their first two."""
        found: dict[bytes | tuple[bytes, bytes], list[int]] = {}
        for n, shape in enumerate(self.shapes):
            first, *others = shape.split(None, 2)
            found.setdefault((first, others[0]) if others else first, []).append(n)
        return found

    def find(self, text: str, places: Sequence[tuple[int, int]]) -> Iterator[Found]:
        """Every term in `text`, between two spaces of whose shadow shapes (by number) stand in these places."""
        if places:
            yield from self._looked_at(text, places)
        if self._trie:
            yield from self._trie.find(text)

    def _looked_at(self, text: str, places: Iterable[tuple[int, int]]) -> Iterator[Found]:
        """What is there in the text itself of what its shadow shows."""
        low = lower(text)
        for n, at in places:
            for term in self._shaped[n]:
                start = at - 1 + is_word(term[0])
                end = start + len(term)
                if fold(low[start:end]) == term and _stands_alone(term, low, start, end):
                    for needle, exact in self._terms[term]:
                        if exact is None or fold(text[start:end]) == exact:
                            yield needle, start, end


def shape_of(text: str) -> str:
    """The shadow of a term, with a space at either end that is of a word: what stands beside a word is no letter."""
    if _is_plain(text):
        return f" {text} "
    term = fold(lower(text))
    return " " * is_word(term[0]) + shadow(term).decode("latin-1") + " " * is_word(term[-1])


def _all_places(n: int, shape: bytes, shade: bytes) -> Iterator[tuple[int, int]]:
    at = shade.find(shape)
    while at >= 0:
        yield n, at
        at = shade.find(shape, at + 1)


def _is_plain(text: str) -> bool:
    """Whether a term is a word in small letters, or some with one space between them, as most are."""
    return text.isascii() and text.islower() and text.replace(" ", "").isalpha() and text == text.strip()


def _stands_alone(term: str, text: str, start: int, end: int) -> bool:
    """Whether a term that begins or ends as a word does so here."""
    if is_word(term[0]) and start and is_word(text[start - 1]):
        return False
    return not (is_word(term[-1]) and end < len(text) and is_word(text[end]))


class Trie:
    """The terms as one regular expression: at each word start, the longest term, and then those it begins with."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._inner = {term: _inner_terms(term, terms) for term in terms}
        self._expression = re.compile(_expression(terms))

    def find(self, text: str) -> Iterator[Found]:
        """Every term in a text."""
        low = fold(lower(text))
        for m in self._expression.finditer(low):
            start, term = m.start(), m[1]
            for candidate in (term, *self._inner[term]):
                end = start + len(candidate)
                if candidate is not term and is_word(candidate[-1]) and end < len(low) and is_word(low[end]):
                    continue
                for needle, exact in self._terms[candidate]:
                    if exact is None or fold(text[start:end]) == exact:
                        yield needle, start, end


def _inner_terms(term: str, terms: Terms) -> tuple[str, ...]:
    """The other terms that this one begins with."""
    return tuple(term[:n] for n in range(len(term) - 1, 0, -1) if term[:n] in terms)


def _expression(terms: Iterable[str]) -> str:
    root: dict[str, Any] = {}
    for term in terms:
        node = root
        for character in term:
            node = node.setdefault(character, {})
        node[""] = {}
    inside = {c: child for c, child in root.items() if is_word(c)}
    outside = {c: child for c, child in root.items() if not is_word(c)}
    branches = []
    if inside:
        branches.append(r"(?<!\w)" + _branch(inside, ""))
    if outside:
        branches.append(_branch(outside, ""))
    return f"(?=({'|'.join(branches)}))"


def _branch(node: dict[str, Any], last: str) -> str:
    ends = "" in node
    parts = [re.escape(c) + _branch(child, c) for c, child in sorted(node.items()) if c]
    stop = r"(?!\w)" if last and is_word(last) else ""
    if not parts:
        return stop
    inner = "|".join(parts)
    return f"(?:{inner}|{stop})" if ends else f"(?:{inner})" if len(parts) > 1 else inner
