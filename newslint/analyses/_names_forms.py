"""Forms of words that look or sound alike: which of a story's are worth comparing, and how alike they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.analyses._names_likeness import distance, fold, plain
from newslint.analyses._names_words import ENDINGS, FUNCTION, PLACES, PLAIN, TITLES

MOST_FORMS = 3000  # a story has 40, a book chapter 500; past this it is a directory, whose names are all alike
MOST_IN_BUCKET = 60  # of forms that begin or end alike; only a list of thousands of names has more
MOST_PAIRS = 4000  # to look at; a story has 5
KNOWN = PLAIN | PLACES | TITLES | FUNCTION
_COMPOUND = re.compile(r"-(?:led|run|era|[a-z]{4})")  # Russian-backed, Clinton-era
_JOINS = str.maketrans("", "", "'-")


class Shape(NamedTuple):
    """What a form looks and sounds like, whatever the story; `known`: it is an ordinary word or a place."""

    text: str
    letters: str
    sound: str
    known: bool
    keys: tuple[str, str, str]  # how it begins, how it ends, what letters it is made of
    sounds: frozenset[str]


class Likeness(NamedTuple):
    """How alike two forms are; `size` is the length of the shorter."""

    size: int
    apart: int  # letters apart
    alike: int  # the same of their sounds
    close: bool  # they sound the same, or have the same letters in another order
    slight: bool  # close, or one letter apart
    initial: bool  # they begin alike
    derived: bool  # one stem with two endings


def _is_known(shape: Shape) -> bool:
    return shape.known


@lru_cache(8192)  # names come again from story to story
def _shape(text: str) -> Shape | None:
    """The shape of a form; nothing for one that is too short, an acronym, a compound or no word."""
    if len(text) < 3 or text.isupper():
        return None
    if not text.isalpha() and (_COMPOUND.search(text) or not text.translate(_JOINS).isalpha()):
        return None
    letters = plain(text)
    sound = fold(letters)
    if len(sound) < 2:
        return None
    keys = (sound[:2], "-" + sound[-2:], "=" + "".join(sorted(letters)))
    return Shape(text, letters, sound, text in KNOWN, keys, frozenset(sound))


def near(forms: Collection[str]) -> Iterator[tuple[Shape, Shape]]:
    """Pairs of forms worth a look: they begin, end or are made alike."""
    if len(forms) > MOST_FORMS:
        return
    shapes = [shape for shape in map(_shape, forms) if shape]
    buckets: dict[str, list[Shape]] = {}
    seen: set[tuple[str, str]] = set()
    # Ordinary words and places come last: they are met with names, never with each other.
    for b in sorted(shapes, key=_is_known):
        for key in b.keys:
            bucket = buckets.get(key)
            if bucket is None:
                if not b.known:
                    buckets[key] = [b]
                continue
            if len(bucket) > MOST_IN_BUCKET or len(seen) > MOST_PAIRS:
                continue
            for a in bucket:
                if len(a.sounds ^ b.sounds) > 4 or abs(len(a.sound) - len(b.sound)) > 2:
                    continue
                if (a.text, b.text) not in seen:
                    seen.add((a.text, b.text))
                    yield a, b
            if not b.known:
                bucket.append(b)


def likeness(a: Shape, b: Shape) -> Likeness | None:
    """How alike two forms are; nothing where they are not, or differ in capitals or hyphens alone."""
    if a.text.lower() == b.text.lower() or a.text.count("-") != b.text.count("-"):
        return None
    alike = distance(a.sound, b.sound, 2)
    apart = distance(a.letters, b.letters, 2 if alike > 2 else 4)
    if min(apart, alike) > 2:
        return None
    size = min(len(a.letters), len(b.letters))
    close = alike == 0 or (size > 4 and apart < 3 and sorted(a.letters) == sorted(b.letters))
    slight = close or apart <= 1
    initial = a.letters[0] == b.letters[0] or a.sound[0] == b.sound[0] or {a.sound[0], b.sound[0]} == {"h", "k"}
    if not (slight or initial):
        return None
    return Likeness(size, apart, alike, close, slight, initial, alike > 0 and _derived(a.letters, b.letters))


def _derived(a: str, b: str) -> bool:
    """Whether two forms are one stem with the endings of plurals, peoples, pet names and the like."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    rest, other = sorted((a[shared:], b[shared:]), key=len)
    if shared < 3 or other not in ENDINGS:
        return False
    if rest == "" or (rest == "e" and other in ("ie", "ey")):
        return True
    # An ending within the ending is a slip (Jonees, Hassn), not another word.
    return rest in ENDINGS and not other.endswith(rest) and (len(other) > 1 or "s" in (rest, other))
