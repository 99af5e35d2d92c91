"""Spans of time with the dates at their ends: “from 1996 to 2001”, “between 24 and 26 December”, “11-26 March”.

English only: what is written another way is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta

from newslint.analyses.dates.moments import Moment, dates, days_in
from newslint.analyses.facts.counts import dashes
from newslint.analyses.facts.quantities import ZONES
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar, Spans, any_of

_YEARS = frozenset(map(str, range(1840, 2050)))  # that gate the search; fewer are found sooner
_OPENING = 24  # code points looked at before a span for what opens it
_DAYS = 12  # code points looked at before a date for the day that it is told with
_MONTH_NUMBER = {form.lower(): n for n, month in enumerate(Calendar.of().months, 1) for form in month}


def _month() -> str:
    return rf"(?:{any_of([form for month in Calendar.of().months for form in month])})\.?"


def _joint() -> str:
    return rf"(?P<by> (?:{any_of(Spans.of().joints)}) | ?[-–—] ?)"


_BY_YEARS = pattern(
    lambda: (
        r"(?:1[5-9]|20|21)(?<![\w$£€.,:/–-]..)\d\d"
        rf"{_joint()}(?:(?P<month>{_month()}),? )?(?P<last>(?:1[5-9]|20|21)\d\d)(?![\w%]|[,.:]\d|[-–/]\d)"
    )
)
_MONTH_BEFORE = pattern(lambda: rf"(?:(?P<day>\d{{1,2}}) )?\b(?P<month>{_month()}),? $")
_DAY_BEFORE_YEAR = pattern(r"\d(?:st|nd|rd|th)?, $")
_DAY_BEFORE = pattern(lambda: rf"(?<![\w$£€.,:/–-])(?P<day>\d\d?)(?:st|nd|rd|th)?{_joint()}$")
_DAYS_BEHIND = pattern(
    lambda: rf"(?P<month>[A-Z][A-Za-z]+)\.? \d\d?(?:st|nd|rd|th)?{_joint()}(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
)
_CLOCK = pattern(r":\d| ?[ap]\.?m\b")
_MONTH_BEHIND = pattern(lambda: rf" {_month()}\b")  # “July 28 and 25 August”
_JOINT = pattern(_joint)
_AND_ENDS = pattern(lambda: rf",? and (?:{any_of(Spans.of().ends)})(?: (?:{any_of(Spans.of().up_to)}))? ")
_OPENED = pattern(lambda: rf"(?:(?<!\w)(?P<word>{any_of(Spans.of().opening)}) |(?P<sign>[(,—–-]) ?)$", re.IGNORECASE)


class When(NamedTuple):
    """One end of a span: what is not told of it is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def earliest(self) -> Date:
        """The first day that it may be; raises ValueError where the calendar has no such day."""
        return Date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> Date:
        """The last day that it may be."""
        month = self.month or 12
        return Date(self.year, month, self.day or days_in(month, self.year))


class TimeSpan(NamedTuple):
    """A span of time at `start`-`end` of its zone's prose (code points), without the word that opens it.

    `opened` is that word in small letters, or a sign, or nothing; it stands at `opened_at`. `by` is what joins the
    two ends: a word (“to”, “and”, “until”) or “-”.
    """

    zone: Zone
    start: int
    end: int
    first: When
    last: When
    by: str
    opened: str
    opened_at: int

    @property
    def text(self) -> str:
        """The span as it is written, with the word that opens it."""
        return self.zone.text[self._begins : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source, with that word."""
        return self.zone.to_source(self._begins, self.end)

    @property
    def _begins(self) -> int:
        return self.opened_at if self.opened[:1].isalpha() else self.start

    @property
    def days(self) -> tuple[int, int] | None:
        """The fewest and the most days from its first to its last, the last one counted; none where that is open."""
        first, last = self.first, self.last
        if not first.year and not last.year:  # of the same year, or over New Year
            first = first._replace(year=2001)
            last = last._replace(year=2001 + (last[1:] < first[1:]))
        if not (first.year and last.year):
            return None
        try:
            low, high = last.earliest - first.latest, last.latest - first.earliest + timedelta(1)
        except ValueError:
            return None
        return max(low.days, 0), high.days

    @property
    def backwards(self) -> bool:
        """Whether its end lies before its beginning, as far as both are told."""
        first, last = self.first, self.last
        if first.year and last.year:
            if first.year != last.year:
                return last.year < first.year
        elif first.year or first.month != last.month:
            return False  # over New Year
        if first.month and last.month and first.month != last.month:
            return last.month < first.month
        return bool(first.day and last.day) and first.month == last.month and last.day < first.day


def _years(story: Story) -> frozenset[str]:
    return story.get(words) & _YEARS


years: Analysis[frozenset[str]] = Analysis("years", _years)  # the years of the story that stand as words of their own


def _find(story: Story) -> tuple[TimeSpan, ...]:
    """The spans of time that have two ends, by years or by dates, in order; English only."""
    if story.language != ENGLISH:
        return ()
    moments = story.get(dates)
    found = [*_between_moments(moments)] if moments else []
    if len(story.get(years)) > 1 or story.get(dashes):
        found += _of_years(story)
    return tuple(sorted(found, key=lambda each: each.span)) if found else ()


# Every span of time whose two ends are years, months with years, or days of a month, in order.
spans: Analysis[tuple[TimeSpan, ...]] = Analysis("spans", _find)


def _pairs_of_years(story: Story) -> Iterator[re.Match[str]]:
    """Pairs of years: looked for at the years that are known, and at hyphens."""
    text = story.prose.text
    joined = {at - 4 for at in story.get(dashes) if at > 3}
    for at in joined:
        if match := _BY_YEARS.match(text, at):
            yield match
    told = story.get(years)
    for year in sorted(told) if len(told) > 1 else ():
        at = text.find(year)
        while at >= 0:
            if at not in joined and (match := _BY_YEARS.match(text, at)):
                yield match
            at = text.find(year, at + len(year))


def _of_years(story: Story) -> Iterator[TimeSpan]:
    """“From 1996 to 2001”, “May 2014 – March 2015”."""
    for match in _pairs_of_years(story):
        held = story.prose.zone_of(*match.span())
        if not held or held[0].role not in ZONES:
            continue
        zone, at = held
        start, end = match.start() - at, match.end() - at
        first, last = When(int(match[0][:4])), When(int(match["last"]), _number(match["month"] or ""))
        if month := _MONTH_BEFORE.search(zone.text, max(0, start - _OPENING), start):
            if month["day"]:
                continue  # a date with its day
            start, first = month.start("month"), first._replace(month=_number(month["month"]))
        elif _DAY_BEFORE_YEAR.search(zone.text, max(0, start - _DAYS), start):
            continue
        if made := _made(zone, start, end, first, last, match["by"]):
            yield made


def _between_moments(moments: tuple[Moment, ...]) -> Iterator[TimeSpan]:
    """“24 and 26 December”, “July 25-28”, “April 21 to April 23”."""
    before: Moment | None = None
    for moment in moments:
        if len(moment.readings) > 1 or moment.zone.role not in ZONES or not moment.readings[0].exists:
            before = None
            continue
        if found := _of_one(moment) or (before and _of_two(before, moment)):
            yield found
        before = moment


def _of_one(moment: Moment) -> TimeSpan | None:
    """Two days of one month, which is told once."""
    zone, (year, month, day) = moment.zone, moment.readings[0]
    behind = _DAYS_BEHIND.search(moment.text)
    if behind and _CLOCK.match(zone.text, moment.end):
        return None  # “8 p.m. May 16 to 10 a.m. May 17”
    other = int(behind["day"]) if behind else 0
    if behind and 0 < other <= days_in(month, year) and not _MONTH_BEHIND.match(zone.text, moment.end):
        return _made(
            zone,
            moment.start + behind.start(),
            moment.end,
            When(year, month, day),
            When(year, month, other),
            behind["by"],
        )
    if not moment.text[0].isdigit() or "/" in moment.text:
        return None
    before = _DAY_BEFORE.search(zone.text, max(0, moment.start - _DAYS), moment.start)
    if not before:
        return None
    first = When(year, month, int(before["day"]))
    return _made(zone, before.start(), moment.end, first, When(year, month, day), before["by"])


def _of_two(before: Moment, moment: Moment) -> TimeSpan | None:
    """Two dates that are joined."""
    zone = moment.zone
    if before.zone is not zone or not 0 < moment.start - before.end < 2 * _DAYS:
        return None
    joint = _JOINT.fullmatch(zone.text, before.end, moment.start)
    if not joint and not _AND_ENDS.fullmatch(zone.text, before.end, moment.start):
        return None
    first, last = When(*before.readings[0]), When(*moment.readings[0])
    if last.year and not first.year and first[1:] <= last[1:]:
        first = first._replace(year=last.year)
    elif first.year and not last.year:
        return None
    return _made(zone, before.start, moment.end, first, last, joint["by"] if joint else "until")


def _made(zone: Zone, start: int, end: int, first: When, last: When, by: str) -> TimeSpan | None:
    """A span with what opens it; none for two dates that “and” sets side by side."""
    opened = _OPENED.search(zone.text, max(0, start - _OPENING), start)
    word = (opened["word"] or opened["sign"]).lower() if opened else ""
    joint = by.strip()
    if joint == "and" and not word.startswith("between"):
        return None
    return TimeSpan(
        zone,
        start,
        end,
        first,
        last,
        joint if joint.isalpha() else "-",
        word,
        opened.start() if opened else start,
    )


def _number(month: str) -> int:
    return _MONTH_NUMBER.get(month.rstrip(".").lower(), 0)
