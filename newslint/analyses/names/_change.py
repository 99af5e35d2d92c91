"""What sets two spellings apart: which letters differ, how, and where in the word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from newslint.analyses.names._likeness import without_shared
from newslint.analyses.names.forms import FormShape

_VOWELS = frozenset("aeiouy")
_NEXT_KEYS = frozenset(
    a + b
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for x, y in itertools.pairwise(row)
    for a, b in ((x, y), (y, x))
)


def changes(a: FormShape, b: FormShape) -> Iterator[str]:
    """The traits of the change that makes one form of the other."""
    if a.letters == b.letters:
        yield "case" if a.text.lower() == b.text.lower() else "accent"
        return
    x, y = without_shared(a.letters, b.letters)
    kind = _kind(a.letters, b.letters, x, y)
    unheard = ", unheard" if a.sound == b.sound else ""  # two ways to write one sound
    kind += unheard
    yield kind
    if a.letters[0] != b.letters[0]:
        yield f"first letter{unheard}"
        yield f"first letter, {kind}"
    if a.letters[-1] != b.letters[-1]:
        yield f"last letter{unheard}"
        yield f"last letter, {kind}"


def _kind(a: str, b: str, x: str, y: str) -> str:
    """How the letters `x` of one word became the letters `y` of the other."""
    if len(x) == len(y) == 1:
        vowels = (x in _VOWELS) + (y in _VOWELS)
        if vowels == 2:
            return "vowel"
        if vowels:
            return "vowel to consonant"
        return "next key" if x + y in _NEXT_KEYS else "consonant"
    if len(x) + len(y) == 1:
        letter, long = x + y, max(a, b, key=len)
        if letter * 2 in long:
            return "doubled"
        return "vowel more" if letter in _VOWELS else "consonant more"
    if sorted(x) == sorted(y):
        return "swap" if len(x) == 2 else "scrambled"
    return "two letters"
