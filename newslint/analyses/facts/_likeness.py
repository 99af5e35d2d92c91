"""Which words two places of a story share, by their beginnings and meanings: whether both tell the same."""

from __future__ import annotations

from functools import cache

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.names.words import FUNCTION
from newslint.base.lazy import pattern
from newslint.words.tables import Headlines

_WORD = pattern(r"[A-Za-z][A-Za-z’'-]*")
_STEM = 5
_SHORT = 3


def stems_of(text: str) -> set[str]:
    """The words of a text that say something, by their beginnings."""
    return {stem(word) for word in _WORD.findall(text) if word.lower() not in _small() and len(word) > 2}


def stems_at(text: str, start: int, end: int) -> set[str]:
    """The same of the sentence round a stretch of a text, the stretch left out."""
    first, last = sentence_at(text, start)
    return stems_of(text[first:start] + " " + text[end:last])


@cache
def _small() -> frozenset[str]:
    return frozenset([word.lower() for word in FUNCTION])


def stem(word: str) -> str:
    """The beginning of a word, by which its forms are one; or its meaning, where another word has the same."""
    small = word.lower().replace("’", "'").removesuffix("'s")
    known = Headlines.of().meanings.get(small)
    if known:
        return known
    if len(small) <= _STEM:
        return small.rstrip("s") if len(small) > _SHORT else small
    return small[:_STEM]


@cache
def meanings() -> frozenset[str]:
    """What words of the headline mean that have others of the same meaning beside them."""
    return frozenset(Headlines.of().meanings.values())
