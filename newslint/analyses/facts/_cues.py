"""Words that say that a figure changes, which way, and by how much: “rose 20 percent”, “a 52% rise”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from newslint.analyses.facts.comparing import is_time
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.analyses.facts.statements import Statement
from newslint.base.lazy import pattern
from newslint.matcher import lower
from newslint.words.tables import Changes, any_of

_LONGEST_REACH = 110  # between what says that it changes and the first of its figures
_LONGEST_BY = 40


def _by_letters(entries: Iterable[str]) -> str:
    """The alternatives of a pattern, those with the same two letters at their beginning together: found faster."""
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry[:2], []).append(entry[2:])
    return "|".join([f"{letters}(?:{any_of(rest)})" for letters, rest in sorted(groups.items())])


CUE = pattern(
    lambda: (
        r"(?<!\w)(?=[ a-z])"
        rf"(?:\b(?:{_by_letters(Changes.of().cues)})\b(?!-)"
        rf"|\b(?:{_by_letters(Changes.of().going)})(?: back| sharply| slightly| further)?"
        r" (?P<way>up|down|higher|lower)\b"
        r"|(?<=[,(–—-]) ?(?P<bare>up|down)(?= from | by | (?:\w+ ){0,2}[$£€¥₹]?\d))"
    )
)


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """A paragraph in small letters: kept, for each of its figures asks."""
    return lower(text)


@cache
def cue_words() -> frozenset[str]:
    """The single words that say that a figure changes, and those that say which way."""
    table = Changes.of()
    plain = frozenset([cue for cue in table.cues if " " not in cue])
    return plain | ((table.upward | table.downward) - table.comparing)


def sense(cue: re.Match[str]) -> str:
    """Which way a figure goes, and how many times it becomes if the word says that: “up”, “down 0.5”."""
    groups = cue.groupdict()
    way = groups["way"] or groups.get("bare")
    if way:
        return "up" if way in Changes.of().upward else "down"
    return Changes.of().cues[cue[0].lower()]


def last_cue(here: Statement, start: int, end: int) -> re.Match[str] | None:
    """The last word in a stretch that says that something changes."""
    found = None
    low = lowered(here.zone.text)
    for match in CUE.finditer(low, max(start, end - 2 * _LONGEST_REACH), min(here.end, end + 30)):
        if match.end() <= end:
            found = match
    return found


def words_of(text: str) -> set[str]:
    """The words of a stretch in small letters."""
    return {word.lower() for word in WORD.findall(text)}


WORD = pattern(r"[A-Za-z’'-]+")
BRACKETS = pattern(r"\([^()]{0,60}\)")


def belongs(text: str, cue: re.Match[str], at: int) -> bool:
    """Whether a word that says that something changes speaks of the figures behind it."""
    table = Changes.of()
    gap = BRACKETS.sub("", text[cue.end() : at])
    said = words_of(gap)
    if ";" in gap or ":" in gap or not (said.isdisjoint(table.parting) and said.isdisjoint(table.undone)):
        return False
    lead = text[max(0, cue.start() - 40) : cue.start()]
    if not words_of(" ".join(lead.split()[-4:])).isdisjoint(table.undone):
        return False
    # “slowed the rise in prices to 3% from 5%”: the rise itself is what got less
    others = [*CUE.finditer(cue.string, max(0, cue.start() - 40), cue.start())]
    other = others[-1] if others else None
    if other and sense(other)[:2] != sense(cue)[:2]:
        return bool(_CLAUSE.search(text, other.end(), cue.start()))
    return True


_CLAUSE = pattern(r"[,;:]|\b(?:and|but|which|that|who|to|from|as|while|it|they|he|she)\b")


def is_by(text: str, at: int, figure: Quantity) -> bool:
    """Whether a figure behind such a word says by how much: “rose by nearly 20 percent”."""
    gap = text[at : figure.start]
    if _ENDS_BY.search(gap):
        gap = gap[-3:] if len(gap) > _LONGEST_BY else _IN_WHAT.sub("", gap)
    return len(gap) <= _LONGEST_BY and words_of(gap).isdisjoint(("to", "from", "in", "of", "for", "at", "on", "with"))


_ENDS_BY = pattern(r" by (?:[a-z]+ ){0,2}$")
_IN_WHAT = pattern(r"\b(?:in|of|for) ")


def by_before(here: Statement, cue: re.Match[str]) -> Quantity | None:
    """“a 52% rise”."""
    for figure in here.figures:
        if 0 < cue.start() - figure.end < 20 and not is_time(figure):
            gap = here.zone.text[figure.end : cue.start()]
            if re.fullmatch(r" (?:[a-z-]+ )?", gap) and not figure.text.endswith("-"):
                return figure
    return None


_BY_BEHIND = pattern(
    r"[^.;:()]{0,30}?(?:,| [–—-]) ?(?:(?P<or>or)|(?P<how>up|down|(?:an?|the) (?:[a-z-]+ ){0,2}[a-z]+ of)|(?:an?))? ?"
    r"(?:(?:about|around|nearly|almost|roughly|just over|just under|more than|over|by) )?$"
    r"|,? \((?P<more>up |down )?$"
)


def by_behind(here: Statement, last: Quantity) -> Quantity | None:
    """“from A to B, a rise of 20%”, “…, or 20%”, “… – a 20% rise”."""
    text = here.zone.text
    for figure in here.figures:
        if figure.start < last.end:
            continue
        match = _BY_BEHIND.match(text, last.end, figure.start)
        if not match or _EACH_ONE.match(text, figure.end):
            return None
        told = match["how"] or match["more"] or CUE.match(lowered(text), figure.end + 1)
        if not told and (figure.unit != PERCENT or not _ALONE.match(text, figure.end)):
            return None  # “up from 162, 10,000 and 28,900”, “to 15,934 – 20% win”
        return figure
    return None


_ALONE = pattern(r"[.,;)]|$| (?:–|—|-|and|in|over|on|since) ")
_EACH_ONE = pattern(r" (?:an?|per|each|apiece|every)\b")


def is_of_something_else(text: str, by: Quantity, first: Quantity | None) -> bool:
    """Whether how much it changed by goes for every year, or was measured against another time."""
    return bool(_EACH.match(text, by.end) or (first and ELSEWHEN.search(text, by.end, first.start)))


_EACH = pattern(lambda: rf" (?:of\b|{any_of(Changes.of().regular)})")
ELSEWHEN = pattern(
    r"\bfrom (?:an? |\d{4}\b)|\bon (?:the|a) (?:year|month|quarter)|year-on-year|\bcompared|\bthan\b|\bannual"
)
