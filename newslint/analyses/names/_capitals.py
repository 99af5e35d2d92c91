"""Runs of capitalised words: the raw matter of names, found in one pass over a story's prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from newslint.analyses.names.forms import GLYPHS
from newslint.analyses.names.words import ARTICLES, FUNCTION, PARTICLES, SHORT_TITLES, SUFFIXES, TITLES
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import Abbreviations, any_of

ZONES = frozenset(("headline", "deck", "caption", "body", "list", "quote-block", "subhead", "note"))

MOST_PARTS = 40  # to be looked for one by one
MOST_WORDS = 200  # in a row with capitals; past this it is no copy

# Capitals, and every letter of the extended Latin alphabets, whose capitals alternate with small letters.
_UPPER_LATIN_1 = "A-ZÀ-ÖØ-Þ"
_UPPER = _UPPER_LATIN_1 + "Ā-ɏ"
_LEADS = tuple([bytes([lead]) for lead in range(0xC4, 0xCA)])  # with which UTF-8 begins a letter of those last
# A possessive or contracted ’s, ’d, ’ll… ends the name; O’Neill and Zelens’kyi are one word.
_REST = r"\w*+(?:[’'‘\-](?!(?:s|d|ll|re|ve|t|m)\b)\w++)*+(?!&#)"
_ABBREVIATED = Abbreviations.of().in_names.union(SHORT_TITLES)  # read with their full stop when a name follows


def _run() -> str:
    """The pattern of a row; it begins with a plain set of letters, so that the search runs at full speed."""
    short = rf"(?:(?:{any_of(_ABBREVIATED)})|(?:[{_UPPER}]\.)*[{_UPPER}])\."
    small = rf"(?:(?:{any_of(PARTICLES)})[ \u00a0]){{0,2}}"
    return (
        rf"[{_UPPER}](?<![\w@#/].){_REST}(?:\.[{_UPPER}]\b)*\.?"
        rf"(?:[ \u00a0]{{1,2}}{small}(?:{short}|(?:(?:{any_of(ARTICLES)})-)?[{_UPPER}]{_REST}))*+"
    )


_RUN = pattern(_run)
_ROW = pattern(rf"[{_UPPER}](?<![\w@#/].){_REST}(?: [{_UPPER}]{_REST})*+")
# The same for prose without a letter of the extended alphabets: sets within Latin-1 are read twice as fast.
_ROW_LATIN_1 = pattern(rf"[{_UPPER_LATIN_1}](?<![\w@#/].){_REST}(?: [{_UPPER_LATIN_1}]{_REST})*+")
_PARTICLES = PARTICLES - {"al"}  # Al Gore
_BOTH = frozenset(("A", "I", "Don", "Will"))  # initials and first names too: A Masi, Don Regan
_STATES = frozenset(("U.S", "U.N", "U.K", "E.U", "D.C"))
_SPECIAL = FUNCTION | TITLES | SUFFIXES | _STATES | _PARTICLES | {word.capitalize() for word in _PARTICLES}
_OPENERS = frozenset(".!?:•*|—–")


class CapitalRun(NamedTuple):
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


Forms = dict[str, list[tuple[CapitalRun, int]]]


class Names(NamedTuple):
    """All runs of a story, and for each form of a word the (run, position in it) where it stands."""

    runs: tuple[CapitalRun, ...]
    forms: Forms


def _find(story: Story) -> Names:
    zones, text = _copy(story)
    runs = tuple(_placed(zones, _RUN.finditer(text)))
    return Names(runs, _forms(runs))


def _copy(story: Story) -> tuple[list[Zone], str]:
    """The zones that may hold names, and their prose as one text, which one search reads faster than many."""
    zones = [zone for zone in story.zones if zone.role in ZONES]
    return zones, "\n".join([zone.text for zone in zones])


def _capitals(story: Story) -> tuple[list[str], list[str]]:
    text = _copy(story)[1]
    rows = dict.fromkeys((_ROW if _is_extended(text) else _ROW_LATIN_1).findall(text))
    words = dict.fromkeys(" ".join(rows).split(" ")) if rows else {}
    return list(words), [row for row in rows if " " in row]


def _is_extended(text: str) -> bool:
    """Whether a text has a letter of the extended Latin alphabets."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return any(lead in data for lead in _LEADS)


def places_of(story: Story, forms: Collection[str]) -> Forms:
    """Where each of these forms stands in a name; the rest of the story is left unread, for speed."""
    parts = [max(form.split("'"), key=len) for form in forms]  # whatever sign the apostrophe is
    if len(parts) < MOST_PARTS:
        zones, text = _copy(story)
        found = _forms(_placed(zones, _near(text, parts)))
    else:
        found = story.get(names).forms
    return {form: at for form, at in found.items() if form in forms}


def _forms(runs: Iterable[CapitalRun]) -> Forms:
    forms: Forms = {}
    for run in runs:
        for index, word in enumerate(run.words):
            if not word.isalpha():
                word = word.translate(GLYPHS)
            forms.setdefault(word, []).append((run, index))
    return forms


def _near(text: str, parts: Iterable[str]) -> Iterator[re.Match[str]]:
    """The rows of capitalised words that hold one of some parts, and perhaps some more."""
    done = 0
    for at in sorted([at for part in parts for at in _finds(text, part)]):
        if at < done:
            continue
        # No row holds a comma or reaches over a line's end.
        safe = max(text.rfind(",", done, at), text.rfind("\n", done, at)) + 1 or done
        for m in _RUN.finditer(text, safe):
            done = m.end()
            if done > at:
                yield m
                break
        else:
            return


def _finds(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _placed(zones: Sequence[Zone], found: Iterable[re.Match[str]]) -> Iterator[CapitalRun]:
    """The names in rows of capitalised words, each in its zone."""
    n, first, end, head = -1, 0, -1, False
    for m in found:
        start = m.start()
        if start >= end:
            while start >= end:
                n, first = n + 1, end + 1
                end = first + len(zones[n].text)
            head = zones[n].role in ("headline", "deck", "subhead") and is_title_case(zones[n].text)
        yield from _runs(zones[n], m[0], start - first, head)


def is_title_case(text: str) -> bool:
    """Whether a line writes nearly every word with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _runs(zone: Zone, found: str, start: int, head: bool) -> Iterator[CapitalRun]:
    """The names in a row of capitalised words that begins at `start`."""
    if found in FUNCTION or not found[0].isupper():
        return
    text = zone.text
    opens = start < 2 or text[start - 2] in _OPENERS or text[start - 1] in "“\"‘'(["
    if not found.isalpha():
        yield from _split(zone, start, found, opens, head)
    elif len(found) > 1 and found not in TITLES:
        yield CapitalRun(zone, (found,), (start,), "", opens, head)


def _split(zone: Zone, start: int, found: str, opens: bool, head: bool) -> Iterator[CapitalRun]:
    """Cut capitalised words at function words, sentence ends and after titles; what is left are names."""
    words = found.split()
    if len(words) > MOST_WORDS:
        return
    gaps = found.count(" ") + found.count("\u00a0")
    plain = "." not in found and ("-" not in found or all(word[0].isupper() for word in words))
    if plain and gaps == len(words) - 1 and _SPECIAL.isdisjoint(words):
        # The usual case, and several times faster: nothing but a name.
        places = [start]
        for word in words[:-1]:
            places.append(places[-1] + len(word) + 1)
        yield CapitalRun(zone, tuple(words), tuple(places), "", opens, head)
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
        if held and "-" in word and word[0].islower():  # Bashar al-Assad, whom the story then calls Assad
            article = word.index("-") + 1
            word, written, at = word[article:], written[article:], at + article
        short = word != written and (len(word) == 1 or "." in word or word in _ABBREVIATED)
        if _cuts(word, n < last, opens and n == 0, head):
            if held:
                yield CapitalRun(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)
                held, places = [], []
            title = word if word in TITLES else ""
        elif not (held and word in SUFFIXES) and not (n < last and word.lower() in _PARTICLES):
            held.append(word)
            places.append(start + at)
        if held and word != written and not short:
            yield CapitalRun(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)
            held, places, title = [], [], ""
        at += len(written)
    if held:
        yield CapitalRun(zone, tuple(held), tuple(places), title, opens and places[0] == start, head)


def _cuts(word: str, more: bool, first: bool, head: bool) -> bool:
    """Whether a word is no part of a name but stands between two, or before one."""
    if word in FUNCTION:
        return not (more and not first and not head and word in _BOTH)
    return word in _STATES or (more and word in TITLES)


names: Analysis[Names] = Analysis("names", _find)
# Every word with a capital that may be part of a name, each once, in order; and the rows they make.
capitalised: Analysis[tuple[list[str], list[str]]] = Analysis("capitals", _capitals)
