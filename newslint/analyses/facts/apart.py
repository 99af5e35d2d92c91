"""Two years, or two days, and how far apart they are told to be: “in 1955, six years before it moved in 1961”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from newslint.analyses.dates.moments import Moment, dates
from newslint.analyses.facts.lengths import length_at
from newslint.analyses.facts.quantities import ZONES, Quantity
from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Spans, any_of

_BEFORE = 200  # code points before “years later” for the year that it is counted from
_NEAR = 60  # code points before a length for the year that stands right before it
_A_YEAR = r"(?:1[5-9]|20|21)\d\d(?![\w%-]|[,.:]\d)"
_YEAR = pattern(rf"(?<![\w$£€.,:/–-]){_A_YEAR}")
_LATER = pattern(rf"years (?P<way>later|earlier)(?:,? in (?:(?:early|late|mid) )?| \()(?P<year>{_A_YEAR})")
# “In 1995, five years later, …”: the year stands before the length.
_LATER_ON = pattern(r"years (?P<way>later|earlier)(?=[,.;)]| [a-z])(?!,? in )")
_YEAR_BEFORE = pattern(rf"\b[Ii]n (?:[A-Z][a-z]+ )?(?P<year>{_A_YEAR})(?:,| ?[—–]) ?(?:[a-z]+ ){{0,2}}$")
_WITHIN = pattern(
    lambda: (
        r"years (?P<way>before|after) (?:(?![.,;:()“”\"\d\n—–]).){1,120}? in (?:[A-Z][a-z]+ )?"
        rf"(?P<year>{_A_YEAR})(?=[.,;)]|$| (?:{any_of(Spans.of().next_clause)})\b)"
    )
)
_TELLS = pattern(lambda: rf"\b(?:{any_of(Spans.of().not_of_clause)})\b|\bto (?![A-Z]|(?:the|an?) )")


_DAYS = pattern(
    r"[^.;:()\n]{0,60}?\b(?P<unit>day|week)(?P<many>s?) (?P<way>before|after) "
    r"(?:[A-Za-z’'-]+ ){0,6}(?:[A-Z]\w+day, )?"
)
_LONGEST = 140  # code points between two days
_ONE = pattern(r"\b(?:the|a) $")
_WORD_BEHIND = pattern(r" ([A-Za-z’'-]+)")
_CLAUSE_ENDS = pattern(r"[.,;)]|$| (?:that|which|and|in|at)\b")
_MOST_BEHIND = 2  # words behind a date that it describes: “the Feb. 3 town vote”
_A_YEAR_OF_DAYS = 365


class DaysApart(NamedTuple):
    """Two dates of a zone's prose and how far apart, in `unit`s, the first is told to lie before the second.

    `told` is that number, or 0 for “days before”; `days` how many days there are from the first to the second.
    """

    zone: Zone
    first: Moment
    second: Moment
    start: int  # of the length
    told: int
    unit: str
    forward: bool
    days: int


class Apart(NamedTuple):
    """Two years of a zone's prose, as they follow in time, and the length that is told to lie between them.

    `other` is where the year stands that is not beside the length, `start`-`end` the length with the one that is.
    """

    zone: Zone
    start: int
    end: int
    length: Quantity
    first: int
    last: int
    other: tuple[int, int]


def apart_in_years(story: Story, known: frozenset[str]) -> Iterator[Apart]:
    """The pairs of years that a story of these words tells to lie so many years apart."""
    if not known.isdisjoint(("later", "earlier")):
        yield from _later(story)
        yield from _later_on(story)
    if not known.isdisjoint(("before", "after")):
        yield from _within(story)


def apart_in_days(story: Story) -> Iterator[DaysApart]:
    """“On Feb. 7, just days before the Feb. 3 vote”."""
    before: Moment | None = None
    for moment in story.get(dates):
        near = before and before.zone is moment.zone and 0 < moment.start - before.end < _LONGEST
        match = _DAYS.fullmatch(moment.zone.text, before.end, moment.start) if before and near else None
        if before and match:
            yield from _days(before, moment, match)
        before = moment


def _days(first: Moment, second: Moment, match: re.Match[str]) -> Iterator[DaysApart]:
    zone, at = first.zone, match.start("unit")
    days = _days_between(first, second)
    if days is None or not _describes(zone.text, second.end):
        return
    length = length_at(zone, at, match["unit"] + "s") if match["many"] else None
    if length and length.hedge:
        return
    told = int(length.value) if length else 0
    if not match["many"]:
        if not _ONE.search(zone.text, max(0, at - _NEAR), at):
            return
        told = 1
    yield DaysApart(
        zone, first, second, length.start if length else at, told, match["unit"], match["way"] == "before", days
    )


def _days_between(first: Moment, second: Moment) -> int | None:
    """The days from one date to another, the nearest such days where the year is open."""
    if len(first.readings) > 1 or len(second.readings) > 1:
        return None
    one, other = first.readings[0], second.readings[0]
    if not (one.exists and other.exists):
        return None
    year = one.year or other.year or 2001
    try:
        apart = (Date(other.year or year, *other[1:]) - Date(year, *one[1:])).days
    except ValueError:
        return None
    if not (one.year and other.year):
        apart = (apart + _A_YEAR_OF_DAYS // 2) % _A_YEAR_OF_DAYS - _A_YEAR_OF_DAYS // 2
    return apart


def _describes(text: str, at: int) -> bool:
    """Whether a date is that of what follows, and no clause does: “the Feb. 3 vote”, not “the Feb. 3 vote failed”."""
    for _ in range(_MOST_BEHIND + 1):
        if _CLAUSE_ENDS.match(text, at):
            return True
        word = _WORD_BEHIND.match(text, at)
        if not word or word[1].endswith("ed"):
            return False
        at = word.end()
    return False


def _later(story: Story) -> Iterator[Apart]:
    """“In 1987 … three years later, in 1990”: counted from the only other year before it."""
    for hit in scan(story, _LATER, ZONES):
        length = length_at(hit.zone, hit.start)
        if length and (other := _only_year(hit.zone, hit.start)):
            years = other[0], int(hit.match["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "later", other[1:])


def _later_on(story: Story) -> Iterator[Apart]:
    """“In 1987 … In 1990, three years later, …”."""
    for hit in scan(story, _LATER_ON, ZONES):
        length = length_at(hit.zone, hit.start)
        year = length and _YEAR_BEFORE.search(hit.zone.text, max(0, length.start - _NEAR), length.start)
        other = year and _only_year(hit.zone, year.start())
        if length and year and other:
            years = other[0], int(year["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "later", other[1:])


def _within(story: Story) -> Iterator[Apart]:
    """“In 1955, six years before it moved in 1961”."""
    for hit in scan(story, _WITHIN, ZONES):
        length = length_at(hit.zone, hit.start)
        year = length and _YEAR_BEFORE.search(hit.zone.text, max(0, length.start - _NEAR), length.start)
        if length and year and not _TELLS.search(hit.zone.text, hit.start, hit.end):
            years = int(year["year"]), int(hit.match["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "before", year.span("year"))


def _only_year(zone: Zone, at: int) -> tuple[int, int, int] | None:
    """The year that stands before a place, and where, if it is the only one near."""
    found = [*_YEAR.finditer(zone.text, max(0, at - _BEFORE), at)]
    return (int(found[-1][0]), *found[-1].span()) if len({match[0] for match in found}) == 1 else None


def _made(
    zone: Zone, length: Quantity, end: int, years: tuple[int, int], forward: bool, other: tuple[int, ...]
) -> Apart:
    first, last = years if forward else years[::-1]
    return Apart(zone, length.start, end, length, first, last, (other[0], other[1]))
