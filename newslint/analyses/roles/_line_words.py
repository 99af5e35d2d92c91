"""Which of a page's words a line opens with or holds, and what they are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newslint.analyses.roles._page_words import COARSE, TABLES, in_bytes, pairs, tokenised, tokens_of
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Pages, any_of

__all__ = [
    "NOTHING",
    "RARE",
    "TRADES",
    "PageWords",
    "digits_by_line",
    "fine_sort",
    "in_bytes",
    "said",
    "tokenised",
    "tokens_of",
]

_pages = Pages.of()
TRADES = _pages.trades | _pages.trades_of_authors
# “is a reporter”; it begins with what is searched for fastest
_BIO = pattern(lambda: rf"s (?:(?<=\bis )|(?<=\bwas ))(?:an?|the|our) (?:[\w'-]+ ){{0,5}}(?:{any_of(TRADES)})\b")
_LONG = 40  # words; a longer line is not searched for phrases with a number
_BEFORE = 2  # letters by which a phrase must be longer than an opening to say more
_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789\n"))
_PREFIX_TUPLE = tuple(prefix for _, prefix in TABLES.prefixes)
_PREFIX_SIGNS = frozenset([prefix[0] for prefix in _PREFIX_TUPLE])
_PHRASES, _OPENINGS = TABLES.phrases, TABLES.openings
RARE = TRADES | _PHRASES.keys()


class PageWords(NamedTuple):
    """Traits of the page's words in a line, and what those are for, by the wider names of sorts."""

    traits: Sequence[str]
    sorts: frozenset[str]


NOTHING = PageWords((), frozenset())


def _by_number(numbered: Sequence[Sequence[str]]) -> Mapping[str, Sequence[Sequence[str]]]:
    """Phrases with a number by the three signs that the number stands in, so that few are looked for."""
    groups: dict[str, list[Sequence[str]]] = {}
    for pair in numbered:
        at = pair[1].index("0")
        groups.setdefault(pair[1][at : at + 3] if len(pair[1]) > at + 2 else pair[1][-3:], []).append(pair)
    return groups


_NUMBERED = _by_number(TABLES.numbered)


def digits_by_line(data: bytes) -> list[bytes]:
    """The digits of each line of a text in bytes, those outside ASCII left out; one pass in C for the whole story."""
    return data.translate(None, _NO_DIGITS).split(b"\n")


def said(low: str, rare: frozenset[str], words: int) -> PageWords:
    """What a line in lower case says of a page's words; `rare` holds those of its words that are in `RARE`."""
    if not rare and words > _LONG and low[: low.find(" ")] not in _OPENINGS and low[0] not in _PREFIX_SIGNS:
        return NOTHING  # as nearly all paragraphs
    spaced = low + " "
    opened = _opened(spaced)
    held = _held(spaced, rare, words) if rare or words <= _LONG else ()
    author = bool(rare) and not TRADES.isdisjoint(rare) and _BIO.search(low) is not None
    return _told(opened, held, author) if opened or held or author else NOTHING


def fine_sort(low: str, key: str) -> str:
    """What a line was for on its page, by the narrowest name; empty where its words do not tell.

    The line is given in lower case, and once more without the signs round it (`key`). One that is known whole says
    it best, then the longest opening or phrase.
    """
    if key in TABLES.lines:
        return TABLES.lines[key]
    spaced = low + " "
    held = _held(spaced, RARE.intersection(tokenised(low).split()), 0)
    told = [(len(opening) + _BEFORE, sort) for sort, opening in _opened(spaced)]
    told += [(len(phrase), sort) for sort, phrase in held]
    return max(told, key=lambda each: each[0])[1] if told else ""


@cache
def _openings(group: str) -> tuple[str, ...]:
    return tuple([opening for _, opening in pairs(group)])


def _opened(spaced: str) -> list[Sequence[str]]:
    """How a line (with a space at its end) opens: sorts and openings."""
    first = spaced[: spaced.index(" ")]
    found: list[Sequence[str]] = []
    group = _OPENINGS.get(first, "")
    if group and spaced.startswith(_openings(group)):
        found = [pair for pair in pairs(group) if spaced.startswith(pair[1])]
    if spaced[0] in _PREFIX_SIGNS and spaced.startswith(_PREFIX_TUPLE):
        found += [pair for pair in TABLES.prefixes if spaced.startswith(pair[1])]
    return found


def _held(spaced: str, rare: frozenset[str], words: int) -> list[Sequence[str]]:
    """What a line (with a space at its end) holds: sorts and phrases."""
    found = (
        [pair for word in rare if word in _PHRASES for pair in pairs(_PHRASES[word]) if pair[1] in spaced]
        if rare
        else []
    )
    if words <= _LONG and "0" in spaced:
        found += [pair for signs in _NUMBERED if signs in spaced for pair in _NUMBERED[signs] if pair[1] in spaced]
    if len(found) > 1:
        found.sort(key=tuple)  # sets have no order, and what is said of a line must not change from run to run
    return found


def _told(opened: Sequence[Sequence[str]], held: Sequence[Sequence[str]], author: bool) -> PageWords:
    wide = [COARSE.get(sort, sort) for sort, _ in opened]
    phrases: dict[str, int] = {}
    for sort in {phrase: sort for sort, phrase in held}.values():
        sort = COARSE.get(sort, sort)
        phrases[sort] = phrases.get(sort, 0) + 1
    traits = ["opens:" + sort for sort in dict.fromkeys(wide)]
    for sort, mine in phrases.items():
        traits.append("holds:" + sort)
        if mine > 1:
            traits.append("holds much:" + sort)
    return PageWords(traits, frozenset((*wide, *phrases, *(("author",) if author else ()))))
