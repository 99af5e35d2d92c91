"""Words that bring a figure of a change (“from 50”, “to nearly 60”), and whether they may tell of one."""

from __future__ import annotations

import re

from newslint.analyses.facts._cues import cue_words
from newslint.analyses.facts.quantities import Quantity
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Changes, Figures, any_of

_NEAR = 170
_LONGEST_GAP = 90  # code points between the two figures of a pair
_AROUND = 60
_WHOSE = r"(?:(?:[\w-]{1,24} ){0,2}[\w-]{1,24}[’']s )?"  # “from 2003’s average of 40”


def _between() -> str:
    table = Changes.of()
    return rf"(?:(?:{any_of([*table.between, *table.minus, *table.ranked])})[ -]){{0,6}}"


# “to close at $45”, “up 5 percent at $45”
_AT = r"(?:\bclos(?:e|ed|ing)|\bend(?:ed|ing)?|\bsettled?|\bfinish(?:ed|ing)?|%|\bper ?cent) at "


def _anchor(words: str) -> re.Pattern[str]:
    """The pattern of a word that brings a figure, up to its first digit."""
    return pattern(
        lambda: (
            rf"{words} {_WHOSE}{_between()}(?:of )?(?:(?:{any_of(Figures.of().hedges)}) )?"
            rf"(?:(?:[A-Z]{{0,2}}[$£€¥₹]|Rs\.?|RM|US\$)? ?\d|(?:{any_of(Figures.of().shares)})\b"
            rf"|(?:{any_of([row[0] for row in Figures.of().ones])}) in )"
        )
    )


# What brings the figure before a change, up to its first digit, by its first word.
ANCHORS = {
    "from": _anchor("from"),
    "compared": _anchor("compared (?:with|to)"),
    "against": _anchor("against"),
    "over": pattern(r"over (?:the|its|their|last) [^.;:\n\d]{0,60}\d"),
    "than": pattern(r"than (?:the|its|their|last) [^.;:\n\d]{0,30}\d"),
}
_TO = _anchor(" (?:to|at)")
_SO_MUCH = pattern(r"\d[\w.,]*%?(?: [a-z]+){0,2} (?:more|less|fewer|higher|lower|greater|larger|bigger|smaller) $")
_RISE = pattern(r"(?:%|per ?cent) (?:[a-z]{2,12} )?(?:improvement|increase|rise|jump|gain|drop|decrease|decline) $")
_CLOSE = pattern(r"\d[^\n\d]{0,80}$")
_UP = pattern(
    r"\b(?:up|down|higher|lower|more|less|fewer|improvement|increase|rise|jump|gain|drop|decrease|decline|reduction|fall)\b"
)
_PARTS = pattern(r"[^a-z-]+")


def may_tell(text: str, start: int, end: int) -> bool:
    """Whether there may be a change round a place, at a glance: a second figure, and a word that says so."""
    before = text[max(0, start - _NEAR) : end]
    if text.startswith("compared", start):
        return bool(_CLOSE.search(text, max(0, start - _NEAR), start))
    if text.startswith("than", start):
        return bool(_SO_MUCH.search(text, max(0, start - 40), start))
    if text.startswith("over", start):
        return bool(_RISE.search(text, max(0, start - 60), start))
    if cue_words().isdisjoint(_PARTS.split(before.lower())):
        return False
    return bool(
        _TO.search(before) or _TO.search(text, end, end + _LONGEST_GAP) or _UP.search(text, max(0, start - 45), start)
    )


class Role(NamedTuple):
    """Which word brings a figure, where it stands, and what is between them."""

    word: str
    at: int
    intro: str


_ROLE = pattern(
    lambda: (
        r"(?=[(%]|(?<!\w)[abcefpstv])"
        r"(?:\((?P<year>\d{4}): |\b(?P<role>from|to|by|compared (?:with|to)|against|versus) "
        rf"{_WHOSE}"
        rf"(?P<intro>{_between()}(?:of )?(?:{any_of(Figures.of().hedges)})? ?)|{_AT}(?P<at>(?:a|an)? ?))$"
    )
)


def role_of(figure: Quantity) -> Role:
    """Which word brings a figure; none if it stands by itself."""
    match = _ROLE.search(figure.zone.text, max(0, figure.start - _AROUND), figure.start)
    if not match:
        return Role("", figure.start, "")
    if not match["role"]:
        return Role("from" if match["year"] else "to", match.start(), "")
    return Role(match["role"].split()[0], match.start(), match["intro"])
