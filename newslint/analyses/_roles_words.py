"""Which of a page's words a line opens with or holds, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.analyses._roles_cues import HELD, OPENERS

# One byte a letter: signs become spaces, what Latin-1 does not know too; © stays a word of its own.
_TOKENS = bytes(c if chr(c).isalnum() or chr(c) in "_'-\n©" or c > 191 else 32 for c in range(256))
_TRADE = (
    "reporter|editor|journalist|columnist|correspondent|contributor|writer|author|blogger|freelancer|fellow|producer|"
    "professor"
)
# “is a reporter”; it begins with what is searched for fastest
_BIO = re.compile(rf"s (?:(?<=\bis )|(?<=\bwas ))(?:an?|the|our) (?:[\w'-]+ ){{0,5}}(?:{_TRADE})\b")
TRADES = frozenset(_TRADE.split("|"))
_COMMON = frozenset((
    "the", "to", "a", "an", "in", "for", "on", "as", "at", "is", "are", "was", "has", "been", "up", "and", "of", "or",
    "from", "it", "by", "with", "their", "his", "her", "our", "my", "your", "now", "this", "that", "not", "be", "us",
))  # fmt: skip
_LONG = 40  # words; a longer line is not searched for phrases with a number
_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789\n"))


class Said(NamedTuple):
    """Traits of the page's words in a line, and what those are for."""

    traits: Sequence[str]
    sorts: frozenset[str]


NOTHING = Said((), frozenset())


def tokenised(folded: str) -> str:
    """A text in lower case with spaces for signs, so that it splits into words."""
    return folded.encode("latin-1", "replace").translate(_TOKENS).decode("latin-1").replace("©", " © ")


def digits_by_line(folded: str) -> list[bytes]:
    """The digits of each line of a text, those outside ASCII left out; one pass in C for the whole story."""
    return folded.encode("latin-1", "replace").translate(None, _NO_DIGITS).split(b"\n")


def said(low: str, rare: frozenset[str], words: int) -> Said:
    """What a line in lower case says of a page's words; `rare` holds those of its words that are in `RARE`."""
    spaced = low + " "
    first = spaced[: spaced.index(" ")]
    opened = [sort for sort, opening in _OPENINGS[first] if spaced.startswith(opening)] if first in _OPENINGS else []
    if low.startswith(_PREFIX_TUPLE):
        opened += [sort for sort, prefix in _PREFIXES if low.startswith(prefix)]
    held = [pair for word in rare if word in _PHRASES for pair in _PHRASES[word] if pair[1] in spaced] if rare else []
    if words <= _LONG and "0" in spaced:
        held += [pair for pair in _NUMBERED if pair[1] in spaced]
    author = bool(rare) and not TRADES.isdisjoint(rare) and _BIO.search(low) is not None
    return _told(opened, held, author) if opened or held or author else NOTHING


def _told(opened: Sequence[str], held: Iterable[tuple[str, str]], author: bool) -> Said:
    phrases: dict[str, int] = {}
    for sort, _ in dict.fromkeys(held):
        phrases[sort] = phrases.get(sort, 0) + 1
    traits = ["opens:" + sort for sort in dict.fromkeys(opened)]
    for sort, mine in phrases.items():
        traits.append("holds:" + sort)
        if mine > 1:
            traits.append("holds much:" + sort)
    return Said(traits, frozenset((*opened, *phrases, *(("author",) if author else ()))))


def _key(phrase: str) -> tuple[str, ...]:
    """The words of which a line must have one to hold a phrase: one that is rare in copy, in every ending."""
    words = tokenised(phrase).split()
    whole = words if phrase[-1] in " :)/" else words[:-1]
    rare = [word for word in whole if word not in _COMMON]
    if rare:
        return (max(rare, key=len),)
    last = words[-1]
    if last in _COMMON:
        return (max(words, key=len),)
    return (last, last + "s", last + "ed", last + "d", last + "ing", last + "'s", last + "r", last + "rs")


def _by_key(phrases: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for sort, phrase in phrases:
        for key in _key(phrase):
            found.setdefault(key, []).append((sort, phrase))
    return found


def _by_first_word(openings: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for sort, opening in openings:
        if " " in opening:
            found.setdefault(opening.split(" ", 1)[0], []).append((sort, opening))
    return found


_PAIRS = [(sort, phrase) for sort, phrases in HELD.items() for phrase in phrases]
_PHRASES = _by_key((sort, phrase) for sort, phrase in _PAIRS if "0" not in phrase)
_NUMBERED = tuple((sort, phrase) for sort, phrase in _PAIRS if "0" in phrase)
_OPENINGS = _by_first_word((sort, opening) for sort, openings in OPENERS.items() for opening in openings)
_PREFIXES = tuple((sort, opening) for sort, openings in OPENERS.items() for opening in openings if " " not in opening)
_PREFIX_TUPLE = tuple(prefix for _, prefix in _PREFIXES)
RARE = TRADES | _PHRASES.keys()
