"""Forms of words that look or sound alike: which of a story's are worth comparing, and how alike they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache, reduce
from typing import NamedTuple

from newslint.analyses._names_likeness import distance, fold, plain
from newslint.analyses._names_words import ENDINGS, FUNCTION, PLACES, PLAIN, TITLES

MOST_FORMS = 3000  # a story has 40, a book chapter 500; past this it is a directory, whose names are all alike
MOST_IN_BUCKET = 60  # of forms that begin or end alike; only a list of thousands of names has more
MOST_PAIRS = 4000  # to look at; a story has 5
SHORT = 5  # letters; a shorter name may be more than one letter from another's by right
KNOWN = PLAIN | PLACES | TITLES | FUNCTION
_COMPOUND = re.compile(r"-(?:led|run|era|[a-z]{4})")  # Russian-backed, Clinton-era
_JOINS = str.maketrans("", "", "'-")
GLYPHS = str.maketrans("‘’`´ʼ", "'''''")


class Shape(NamedTuple):
    """What a form looks and sounds like, whatever the story; `known`: it is an ordinary word or a place."""

    text: str
    letters: str
    sound: str
    known: bool
    keys: tuple[str, str, str]  # how it begins, how it ends, what letters it is made of
    sounds: int  # one bit for each letter of its sound


class Likeness(NamedTuple):
    """How alike two forms are; `size` is the length of the shorter."""

    size: int
    apart: int  # letters apart; 3 where more
    alike: int  # the same of their sounds
    close: bool  # they sound the same, or have the same letters in another order
    slight: bool  # close, or one letter apart
    initial: bool  # they begin alike
    derived: bool  # one stem with two endings


def _bit(bits: int, letter: str) -> int:
    return bits | 1 << (ord(letter) & 63)


@lru_cache(16384)  # names come again from story to story
def _shape(written: str) -> Shape | None:
    """The shape of a form; nothing for one that is too short, an acronym, a compound or no word or name."""
    if len(written) < 3 or written.isupper() or written in FUNCTION:
        return None
    text = written
    if not text.isalpha():
        text = text.translate(GLYPHS)
        if _COMPOUND.search(text) or not text.translate(_JOINS).isalpha():
            return None
    letters = plain(text)
    sound = fold(letters)
    if len(sound) < 2:
        return None
    keys = (sound[:2], "-" + sound[-2:], "=" + "".join(sorted(letters)))
    return Shape(text, letters, sound, text in KNOWN, keys, reduce(_bit, sound, 0))


def near(forms: Collection[str]) -> Iterator[tuple[Shape, Shape]]:
    """Pairs of forms worth a look: they begin, end or are made alike."""
    if len(forms) > MOST_FORMS:
        return
    shapes = [shape for shape in map(_shape, forms) if shape]
    buckets: dict[str, list[Shape]] = {}
    seen: set[tuple[str, str]] = set()
    # Ordinary words and places come last: they are met with names, never with each other.
    for b in [shape for shape in shapes if not shape.known] + [shape for shape in shapes if shape.known]:
        for key in b.keys:
            bucket = buckets.get(key)
            if bucket is None:
                if not b.known:
                    buckets[key] = [b]
                continue
            if len(bucket) > MOST_IN_BUCKET or len(seen) > MOST_PAIRS:
                continue
            size, sounds = len(b.sound), b.sounds
            for a in bucket:
                if -3 < len(a.sound) - size < 3 and (a.sounds ^ sounds).bit_count() < 5:
                    both = (a.text, b.text)
                    if both not in seen:
                        seen.add(both)
                        yield a, b
            if not b.known:
                bucket.append(b)


def _lacks(sounds: int, other: int) -> int:
    """How many sounds of one form the other lacks; each makes them one letter less alike."""
    return (sounds & ~other).bit_count()


@lru_cache(4096)  # asked twice in a story, and again in the next
def likeness(a: Shape, b: Shape) -> Likeness | None:
    """How alike two forms are; nothing where too little to be one name, or differ in capitals or hyphens alone."""
    x, y = a.letters, b.letters
    initial = x[0] == y[0] or a.sound[0] == b.sound[0] or a.sound[0] + b.sound[0] in ("hk", "kh")
    anagrams = a.keys[2] == b.keys[2]
    if not (initial or anagrams or x[1:] == y[1:] or x[1:] == y or x == y[1:]):
        return None  # more than one letter apart, and they do not even begin alike
    if a.text.lower() == b.text.lower() or a.text.count("-") != b.text.count("-"):
        return None
    alike = distance(a.sound, b.sound, 2) if _lacks(a.sounds, b.sounds) < 3 > _lacks(b.sounds, a.sounds) else 3
    apart = alike if x == a.sound and y == b.sound else distance(x, y, 2)
    if apart > 2 < alike:
        return None
    size = min(len(x), len(y))
    close = alike == 0 or (size > 4 and apart < 3 and anagrams)
    slight = close or apart <= 1
    if not slight and (not initial or size < SHORT):
        return None
    return Likeness(size, apart, alike, close, slight, initial, alike > 0 and _derived(x, y))


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
