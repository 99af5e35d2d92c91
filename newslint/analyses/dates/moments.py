"""Dates in the text, with the weekdays that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Prose, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar, any_of

_calendar = Calendar.of()
WEEKDAYS = _calendar.weekday_names
MONTHS = _calendar.month_names
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_NUMBER = {form.lower(): n for n, month in enumerate(_calendar.months, 1) for form in month}
_WEEKDAY_NUMBER = {d[:3].lower(): n for n, d in enumerate(WEEKDAYS)}


def _month() -> str:
    """The pattern of a month: the scan stops at the eight letters that begin one, the word is looked up after."""
    first = "".join(dict.fromkeys([month[0] for month in MONTHS]))
    next_two = any_of({way(month[1:3]) for way in (str, str.upper) for month in MONTHS})
    return rf"[{first}](?:{next_two})[A-Za-z]{{0,6}}\b\.?"


def _day_name() -> str:
    stems = any_of([day.removesuffix("day") for day in WEEKDAYS])
    return rf"(?P<weekday>(?:{stems}|{stems.upper()})(?:day|DAY)|(?:{_short_day()})\b\.?)"


def _short_day() -> str:
    return any_of(_calendar.short_weekdays)


_MONTH = pattern(_month)
_YEAR = r"(?:1[5-9]|20|21)\d\d(?![\w%]|[,.:]\d)"
_RANGE = r"(?P<range>(?:th|st|nd|rd)? ?(?:[-–—/&]|to|and|or|through|,) ?\d{1,2}(?!\d|,\d{3}|:))"
_DAY_AFTER = pattern(
    rf"[ \u00a0](?P<day>\d{{1,2}})(?!\d|[:./%]\d|[,.]\d{{3}}(?!\d)){_RANGE}?(?:st|nd|rd|th)?\b"
    rf"(?:,? ?(?P<year>(?<=[ ,]){_YEAR}))?"
)
_YEAR_AFTER = pattern(rf",? (?P<year>{_YEAR})")
_DAY_BEFORE = pattern(
    r"(?<![\w$£€.,:/-])(?P<first>\d{1,2}(?:st|nd|rd|th)? ?(?:[-–—/&]|to|and|or) ?)?"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of|,)?[ \u00a0]$"
)
_NUMERIC = pattern(
    r"\d(?<![\w/.-]\d)"
    r"(?:\d{3}(?:-\d\d-\d\d|/\d\d?/\d\d?)|\d?(?:/\d\d?/|-\d\d-)\d{4}|\d?\.\d\d?\.\d{4})(?![\w/-]|\.\d)"
)
_JOINED_DAY = pattern(r"(?<![\w./-])(?P<day>\d\d?)(?P<sign>[/-])$")  # “21/Apr/2014”
_JOINED_YEAR = pattern(rf"(?P<sign>[/-])(?P<year>{_YEAR})(?![/-])")
_MOST_DAYS = 31
_SLASHED, _DASHED, _DOTTED = (pattern(rf"{sign}\d\d?{sign}\d\d") for sign in ("/", "-", r"\."))
_WEEKDAY_BEFORE = pattern(
    lambda: rf"\b{_day_name()}(?: (?:morning|afternoon|evening|night))?(?:, ?| |, on |\s?\()(?:the )?$"
)
_WEEKDAY_AFTER = pattern(
    lambda: (
        rf",? ?(?:\((?:an? )?|(?<=, )(?:which (?:is|was|will be|fell on|falls on) )?(?P<article>an? )?){_day_name()}"
        r"(?=[,.;)]|$| (?:and|when|that|as|but|at|in)\b)(?!,? (?:[A-Z][a-z]{2,8}\.? \d|\d))"
    )
)
_OTHER_WEEKDAY = pattern(lambda: rf"(?:day|DAY|{_short_day()})\.?(?:,| ?[-–—/&]| and| or| to| through) ?$")
_PAPER = pattern(r"(?:[A-Z]\w+|\bthe) $")  # “The Sun, Dec. 2”: a newspaper, not a day
# What follows a date and would not follow a number of things: a stop, or a small word.
_ENDS = pattern(lambda: rf"[,.;:!?)\]”’\"']|$|\n| (?:{any_of(_calendar.after_dates)})\b")
_ON = pattern(r"\b[Oo]n $")
_NOT_DAYS = pattern(r"\b[Ii]n (?:late |early |mid-)?$")
_GOES_ON = pattern(r" (?:[A-Z]|\d)")
_NEAR, _CLOSE = 36, 20  # characters looked at before a date for its weekday, before a month for its day


class DateReading(NamedTuple):
    """One way to read a date; `year` is 0 where none is given."""

    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day (in some year, where none is given)."""
        return 1 <= self.month <= 12 and 1 <= self.day <= days_in(self.month, self.year)

    def weekday(self) -> int:
        """Its weekday, Monday being 0; raises ValueError where the day or the year is missing."""
        return Date(*self).weekday()


class Moment(NamedTuple):
    """A date at `start`-`end` of a zone's prose (code points).

    A date in figures has two `readings` where day and month could change places. `weekday` (0 is Monday)
    stands at `weekday_start`-`weekday_end`; it is -1 where none stands beside the date. `firm` means that
    the words around leave no doubt that this is a date (“June 31 people” is none).
    """

    zone: Zone
    start: int
    end: int
    readings: tuple[DateReading, ...]
    firm: bool
    weekday: int = -1
    weekday_start: int = 0
    weekday_end: int = 0

    @property
    def text(self) -> str:
        """The date as written, its weekday included."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


class _Date(NamedTuple):
    """A date found in the whole story's prose, before its weekday is known."""

    start: int
    end: int
    readings: tuple[DateReading, ...]
    firm: bool
    several: bool = False  # “Dec. 2-4”, “Dec. 2 and 3”: which day a weekday means is open


def days_in(month: int, year: int = 0) -> int:
    """The days of a month; February has 29 in a leap year and where no year is given."""
    leap = year == 0 or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 28 if month == 2 and not leap else _LENGTHS[month - 1]


def _find(story: Story) -> tuple[Moment, ...]:
    """Every date in the text that has a day and a month, in order; “Monday” or “last year” alone is none."""
    prose = story.prose
    found = sorted((*_named(prose.text), *_numeric(prose.text)))
    moments = tuple(moment for each in found for moment in _placed(prose, each))
    return moments if story.language == ENGLISH else _with_other(story, moments)


def _with_other(story: Story, found: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """These dates, and those with a weekday that the story's language has in a form of its own."""
    from newslint.analyses.dates._moments_elsewhere import written_in

    others = []
    for each in written_in(story.language, story.prose.text):
        held = story.prose.zone_of(each.start, each.end)
        if held:
            zone, at = held
            start, reading = each.start - at, DateReading(each.year, each.month, each.day)
            weekday, until = each.weekday_start - at, each.weekday_end - at
            others.append(Moment(zone, start, each.end - at, (reading,), True, each.weekday, weekday, until))
    places = [(other.zone, other.start, other.end) for other in others]
    own = [m for m in found if not any(m.zone is z and m.start < end and m.end > start for z, start, end in places)]
    return tuple(sorted((*own, *others), key=lambda m: m.span))


def _named(text: str) -> Iterator[_Date]:
    for m in _MONTH.finditer(text):
        word = m[0].rstrip(".").lower()
        start = m.start()
        if word not in _MONTH_NUMBER or (start and text[start - 1].isalnum()):
            continue
        month = _MONTH_NUMBER[word]
        if start and text[start - 1] in "-/":
            date = _joined(text, m, month)
        else:
            date = _day_first(text, m, month) or _month_first(text, m, month)
        if date:
            yield date


def _joined(text: str, m: re.Match[str], month: int) -> _Date | None:
    """“21/Apr/2014”, “21-Apr-2014”; all else that begins with a stroke is as if it stood alone."""
    before = _JOINED_DAY.search(text, max(0, m.start() - 4), m.start())
    year = _JOINED_YEAR.match(text, m.end()) if before else None
    if before and year and year["sign"] == before["sign"]:
        reading = DateReading(int(year["year"]), month, int(before["day"]))
        return _Date(before.start(), year.end(), (reading,), True)
    return None if text[m.start() - 1] == "-" else _day_first(text, m, month) or _month_first(text, m, month)


def _month_first(text: str, m: re.Match[str], month: int) -> _Date | None:
    after = _DAY_AFTER.match(text, m.end())
    if not after or text[m.start() - 1 : m.start()] in ("$", "#", "@"):
        return None
    day, year = int(after["day"]), int(after["year"] or 0)
    firm = bool(year) or (day <= 31 and _reads_as_date(text, m.start(), after.end()))
    return _Date(m.start(), after.end(), (DateReading(year, month, day),), firm, bool(after["range"]))


def _reads_as_date(text: str, start: int, end: int) -> bool:
    """Whether a day without a year is followed as dates are, and not one of “in June 31 people died”."""
    if _ON.search(text, max(0, start - 4), start):
        return True
    return bool(_ENDS.match(text, end)) and not _NOT_DAYS.search(text, max(0, start - 12), start)


def _day_first(text: str, m: re.Match[str], month: int) -> _Date | None:
    low = max(0, m.start() - _CLOSE)
    before = _DAY_BEFORE.search(text, low, m.start()) if text[m.start() - 2 : m.start()].strip() else None
    if not before or (before.start("day") == low and low):
        return None
    end = m.end() - (m[0].endswith(".") and m[0][:-1].title() in MONTHS)  # “on 31 June.” ends its sentence
    year = _YEAR_AFTER.match(text, end)
    end = year.end() if year else end
    day = int(before["day"])
    # “aged 31 April Jones”, “Route 31 Nov. 5”: what follows is a name, or the month's own day
    named = not year and _GOES_ON.match(text, end)
    if named or day == 0:
        return None
    firm = bool(year) or (day <= 31 and _reads_as_date(text, before.start("day"), end))
    return _Date(
        before.start("day"),
        end,
        (DateReading(int(year["year"]) if year else 0, month, day),),
        firm,
        bool(before["first"]),
    )


def _numeric(text: str) -> Iterator[_Date]:
    if not (("/" in text and _SLASHED.search(text)) or _DASHED.search(text) or _DOTTED.search(text)):
        return
    for m in _NUMERIC.finditer(text):
        parts = [int(part) for part in re.split(r"[/.-]", m[0])]
        if parts[0] > _MOST_DAYS:  # the year
            readings = [DateReading(*parts)]
        else:
            a, b, year = parts
            readings = [DateReading(year, b, a)]
            if a != b:
                readings.append(DateReading(year, a, b))
        if all(1500 <= r.year < 2200 and _may_be_day(r) for r in readings):
            yield _Date(m.start(), m.end(), tuple(readings), True)


def _may_be_day(day: DateReading) -> bool:
    """Whether figures are a date, if perhaps an impossible one, and not a version (9.0.2043)."""
    return 0 < min(day.month, day.day) <= 12 and max(day.month, day.day) <= 31


def _placed(prose: Prose, date: _Date) -> Iterator[Moment]:
    """The date in its zone, with its weekday; nothing where it would reach over the zone's end."""
    held = prose.zone_of(date.start, date.end)
    if not held:
        return
    zone, at = held
    start, end = date.start - at, date.end - at
    weekday = None if date.several else _weekday_of(zone.text, start, end)
    if weekday:
        a, b = weekday.span("weekday")
        number = _WEEKDAY_NUMBER[weekday["weekday"][:3].lower()]
        start, end = min(a, start), max(b, end)
        end += "(" in zone.text[start:end] and zone.text[end : end + 1] == ")"
        yield Moment(zone, start, end, date.readings, date.firm, number, a, b)
    else:
        yield Moment(zone, start, end, date.readings, date.firm)


def _weekday_of(text: str, start: int, end: int) -> re.Match[str] | None:
    before = _WEEKDAY_BEFORE.search(text, max(0, start - _NEAR), start)
    if not before:
        after = _WEEKDAY_AFTER.match(text, end)
        return after if after and (after["article"] or text[after.end() : after.end() + 1] != " ") else None
    at = before.start("weekday")
    low = max(0, at - _NEAR)
    short = not before["weekday"].lower().endswith(("day", "."))
    if _OTHER_WEEKDAY.search(text, low, at) or (short and _PAPER.search(text, low, at)):
        return None
    return before


dates: Analysis[tuple[Moment, ...]] = Analysis("dates", _find)


def day_of(story: Story) -> Date | None:
    """The story's own date: as its metadata gives it, or else as its timestamp line does."""
    if story.date:
        return story.date
    for moment in story.get(dates):
        reading = moment.readings[0]
        if moment.zone.role == "timestamp" and reading.year and reading.exists and len(moment.readings) == 1:
            return Date(*reading)
    return None
