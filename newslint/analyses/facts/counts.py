"""Pairs of numbers as votes and matches have them: “6-3”, “38 to 60”, “eight to one”.

English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import ZONES
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, any_of

_MOST = 800  # of a vote or a score
_BEHIND = r"(?P<last>\d{1,3})(?![\w%/–-]|[.,:]\d)"
_DASHED = pattern(rf"[-–]{_BEHIND}")
_FIRST = pattern(r"(?<![\w.,:$£€/–-])\d{1,3}(?: votes?)?$")
_TO = pattern(lambda: rf" to (?:{_BEHIND}|(?P<word>{any_of(row[0] for row in Figures.of().ones)})\b(?!-))")
_TO_JOINED = pattern(lambda: rf"-to-(?P<word>{any_of(row[0] for row in Figures.of().ones)})\b(?!-)")
_WORD_BEFORE = pattern(lambda: rf"(?i:\b(?<!-)(?:{any_of(row[0] for row in Figures.of().ones)}))(?: votes?)?$")
_LONGEST = 16  # code points of a number word with what stands before it


class Pair(NamedTuple):
    """Two numbers that are set against each other at `start`-`end` of a zone's prose (code points).

    `dashed` says that a hyphen joins them, and no “to”.
    """

    zone: Zone
    start: int
    end: int
    first: int
    last: int
    dashed: bool

    @property
    def text(self) -> str:
        """Both as they are written."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where both stand in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def ordered(self) -> tuple[int, int]:
        """Both, the larger first."""
        return max(self.first, self.last), min(self.first, self.last)

    def sentence(self) -> tuple[str, str]:
        """What stands before and behind it in its sentence."""
        text = self.zone.text
        low, high = sentence_at(text, self.start)
        return text[low : self.start], text[self.end : max(high, self.end)]


def _find(story: Story) -> tuple[Pair, ...]:
    return tuple(_dashed(story)) if story.language == ENGLISH else ()


# Every such pair with a hyphen between two figures, in order; years, dates and shares are none.
pairs: Analysis[tuple[Pair, ...]] = Analysis("pairs-of-numbers", _find)


def _find_dashes(story: Story) -> tuple[int, ...]:
    text = story.prose.text
    found = []
    for dash in "-–":
        at = text.find(dash)  # of which there are fewer than figures
        while at >= 0:
            if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
                found.append(at)
            at = text.find(dash, at + 1)
    return tuple(found)


# Where a hyphen or a short dash joins two figures in the story's prose; hyphens come first.
dashes: Analysis[tuple[int, ...]] = Analysis("dashes-in-figures", _find_dashes)


def _dashed(story: Story) -> Iterator[Pair]:
    for at in story.get(dashes):
        if match := _DASHED.match(story.prose.text, at):
            yield from _placed(story, match, dashed=True)


def told_with_to(story: Story) -> Iterator[Pair]:
    """The pairs with “to”, in figures or in words: “38 to 60”, “eight votes to one”; they may be anything."""
    text = story.prose.text
    for match in _TO.finditer(text):
        yield from _placed(story, match, dashed=False)
    for match in _TO_JOINED.finditer(text) if "-to-" in text else ():
        yield from _placed(story, match, dashed=False)


def _placed(story: Story, match: re.Match[str], *, dashed: bool) -> Iterator[Pair]:
    """The pair whose second number is found, in its zone; none where no such number stands before it."""
    held = story.prose.zone_of(*match.span())
    if not held or held[0].role not in ZONES:
        return
    zone, at = held
    begin = match.start() - at
    told = match.groupdict()
    last = told.get("last")
    before = (_FIRST if last else _WORD_BEFORE).search(zone.text, max(0, begin - _LONGEST), begin)
    if before:
        first = number(before[0].split()[0])
        second = number(last or told["word"])
        if 0 <= max(first, second) <= _MOST:
            yield Pair(zone, before.start(), match.end() - at, first, second, dashed)


def number(written: str) -> int:
    """A number in figures or in one word; 0 for another word."""
    return int(written) if written.isdigit() else _ones().get(written.lower(), 0)


@cache
def _ones() -> dict[str, int]:
    return {row[0]: n for n, row in enumerate(Figures.of().ones, 1)}


def difference_behind(pair: Pair, how: re.Pattern[str]) -> re.Match[str] | None:
    """How far two numbers are said to stand apart right behind them, where they do not; the pattern tells `n`."""
    match = how.match(pair.zone.text, pair.end)
    if not match or number(match["n"]) in (0, pair.ordered[0] - pair.ordered[1]):
        return None
    return match
