"""What a form is known as, whatever its story: a word, a place, a family, a first name; and which words are kin."""

from __future__ import annotations

from functools import cache

from newslint.analyses.names.forms import FormShape
from newslint.analyses.names.words import ENDINGS, FAMILY_FIRST, FIRST_NAMES, PLACES
from newslint.words.tables import Familiar, Gazetteer, Surnames


def is_word_family(a: str, b: str) -> bool:
    """Whether both are one stem with endings that make words: -ia and -ic, -man and -men, -e and -i.

    Not -ia and -ie, nor -son and -sen, which are two ways to write a surname, nor -ers and -es, a letter lost.
    """
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    if {a[shared:], b[shared:]} == {"e", "i"} and shared > 3:  # Emirate, Emirati
        return True
    if a[:-3] == b[:-3] and {a[-3:], b[-3:]} == {"man", "men"}:
        return True
    stems = range(max(4, shared - 2), shared)
    return any(_are_endings(a[stem:], b[stem:]) for stem in stems)


def _are_endings(a: str, b: str) -> bool:
    if not (a in ENDINGS and b in ENDINGS) or {a, b} == {"sen", "son"}:
        return False
    if a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "e"}:
        return False
    short, long = sorted((a, b), key=len)
    return len(short) != len(long) - 1 or long.startswith(short) or short[-1] != long[-1]


@cache
def _families() -> frozenset[str]:
    return Surnames.of().families


@cache
def _towns() -> frozenset[str]:
    return Gazetteer.of().towns.union([place.lower() for place in PLACES])


@cache
def _words() -> frozenset[str]:
    return Familiar.of().words | Familiar.of().more


def is_familiar(shape: FormShape) -> bool:
    """Whether a form is an ordinary English word, by itself or but for an ending."""
    word, words = shape.letters, _words()
    if word in words:
        return True
    for ending in ("s", "ed", "er", "ers", "ing", "es", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and (stem in words or stem + "e" in words):
            return True
    return word.endswith(("ies", "ied")) and word[:-3] + "y" in words


def kind_of(shape: FormShape) -> str:
    """What a form is known as: a word, a place, a family, a first name; or nothing."""
    letters = shape.letters.replace("'", "").replace("-", "")
    if letters in _towns():
        return "place"
    if letters in _families() or shape.text in FAMILY_FIRST:
        return "family"
    if shape.text in FIRST_NAMES:
        return "first name"
    return "word" if shape.known else "unknown"
