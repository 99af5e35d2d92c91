"""Runs of capitalised words: the raw matter of names, found in one pass over a story's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analyses._names_words import ABBREVIATED, FUNCTION, PARTICLES, SUFFIXES, TITLES
from newslint.story import Analysis, Story, Zone

ZONES = frozenset(("headline", "deck", "caption", "body", "list", "quote-block", "subhead", "note"))

MOST_WORDS = 200  # in a row with capitals; past this it is no copy

# Capitals, and every letter of the extended Latin alphabets, whose capitals alternate with small letters.
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏ"
# A possessive or contracted ’s, ’d, ’ll… ends the name; O’Neill and Zelens’kyi are one word.
_REST = r"\w*(?:[’'‘\-](?!(?:s|d|ll|re|ve|t|m)\b)\w+)*(?!&#)"
_SHORT = rf"(?:(?:{ABBREVIATED})|(?:[{_UPPER}]\.)*[{_UPPER}])\."
# It begins with a plain set of letters, so that the search runs at full speed between names.
_RUN = re.compile(
    rf"[{_UPPER}](?<![\w@#/].){_REST}(?:\.[{_UPPER}]\b)*\.?"
    rf"(?:[ \u00a0]{{1,2}}(?:(?:{PARTICLES})[ \u00a0]){{0,2}}(?:{_SHORT}|[{_UPPER}]{_REST}))*"
)
_ABBREVIATED = frozenset(ABBREVIATED.split("|"))
_PARTICLES = frozenset(PARTICLES.split("|")) - {"al"}  # Al Gore
_STATES = frozenset(("U.S", "U.N", "U.K", "E.U", "D.C"))
_SPECIAL = FUNCTION | TITLES | SUFFIXES | _STATES | _PARTICLES | {word.capitalize() for word in _PARTICLES}
_OPENERS = frozenset(".!?:•*|—–")
_GLYPHS = str.maketrans("‘’`´ʼ", "'''''")


class Run(NamedTuple):
    """Capitalised words that stand together, a title before them and small words inside them left out.

    `words` are as written, `places` where each stands in the zone's prose. `title` is the last title or
    office word before them. `opens`: they open a sentence. `head`: their zone writes (nearly) every word
    with a capital, so neighbours mean little.
    """

    zone: Zone
    words: tuple[str, ...]
    places: tuple[int, ...]
    title: str
    opens: bool
    head: bool


class Names(NamedTuple):
    """All runs of a story, and for each form of a word the (run, position in it) where it stands."""

    runs: tuple[Run, ...]
    forms: dict[str, list[tuple[Run, int]]]


def _find(story: Story) -> Names:
    runs: list[Run] = []
    for zone in story.zones:
        if zone.kind in ZONES:
            runs += _runs(zone, zone.kind in ("headline", "deck", "subhead") and _is_title_case(zone.text))
    forms: dict[str, list[tuple[Run, int]]] = {}
    for run in runs:
        for index, word in enumerate(run.words):
            if not word.isalpha():
                word = word.translate(_GLYPHS)
            forms.setdefault(word, []).append((run, index))
    return Names(tuple(runs), forms)


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _runs(zone: Zone, head: bool) -> Iterator[Run]:
    text = zone.text
    for m in _RUN.finditer(text):
        found = m[0]
        if found in FUNCTION or not found[0].isupper():
            continue
        start = m.start()
        opens = start < 2 or text[start - 2] in _OPENERS or text[start - 1] in "“\"‘'(["
        if found.isalpha():
            if len(found) > 1 and found not in TITLES:
                yield Run(zone, (found,), (start,), "", opens, head)
        else:
            yield from _split(zone, start, found, opens, head)


def _split(zone: Zone, start: int, found: str, opens: bool, head: bool) -> Iterator[Run]:
    """Cut capitalised words at function words, sentence ends and after titles; what is left are names."""
    words = found.split()
    if len(words) > MOST_WORDS:
        return
    gaps = found.count(" ") + found.count("\u00a0")
    if gaps == len(words) - 1 and "." not in found and _SPECIAL.isdisjoint(words):
        # The usual case, and several times faster: nothing but a name.
        places = [start]
        for word in words[:-1]:
            places.append(places[-1] + len(word) + 1)
        yield Run(zone, tuple(words), tuple(places), "", opens, head)
        return
    last = len(words) - 1
    while last and words[last].rstrip(".") in SUFFIXES:
        last -= 1
    held: list[str] = []
    places = []
    title, at = "", 0
    for n, written in enumerate(words):
        at = found.index(written, at)
        word = written.rstrip(".")
        short = word != written and (len(word) == 1 or "." in word or word in _ABBREVIATED)
        if _cuts(word, n < last, opens and n == 0, head):
            if held:
                yield Run(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)
                held, places = [], []
            title = word if word in TITLES else ""
        elif not (held and word in SUFFIXES) and not (n < last and word.lower() in _PARTICLES):
            held.append(word)
            places.append(start + at)
        if held and word != written and not short:
            yield Run(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)
            held, places, title = [], [], ""
        at += len(written)
    if held:
        yield Run(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)


def _cuts(word: str, more: bool, first: bool, head: bool) -> bool:
    """Whether a word is no part of a name but stands between two, or before one."""
    if word in FUNCTION:
        return not (more and word in "AI" and not first and not head)  # an initial: A Masi
    return word in _STATES or (more and word in TITLES)


names: Analysis[Names] = Analysis("names", _find)
