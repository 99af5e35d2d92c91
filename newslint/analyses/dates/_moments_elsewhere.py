"""Dates with a year and a weekday as languages other than English write them: “Donnerstag, 1. Januar 2014”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.base.record import NamedTuple
from newslint.words.tables import Calendar, any_of


class Written(NamedTuple):
    """Such a date at `start`-`end` of a text; its weekday (0 is Monday) ends at `weekday_end`."""

    start: int
    end: int
    weekday: int
    weekday_end: int
    day: int
    month: int
    year: int


def written_in(language: str, text: str) -> Iterator[Written]:
    """Every such date in a text of a language; none where newslint does not know its weekdays."""
    calendar = Calendar.of(language)
    if not calendar.weekdays:
        return
    weekdays = {form.lower(): n for n, forms in enumerate(calendar.weekdays) for form in forms}
    months = {form.lower(): n for n, forms in enumerate(calendar.months, 1) for form in forms}
    for m in _form(language).finditer(text):
        yield Written(
            *m.span(),
            weekdays[m["weekday"].lower()],
            m.end("weekday"),
            int(m["day"]),
            months[m["month"].lower()],
            int(m["year"]),
        )


@cache
def _form(language: str) -> re.Pattern[str]:
    """The pattern of such dates; made when a story of that language is first asked for them."""
    calendar = Calendar.of(language)
    weekdays = any_of([form for forms in calendar.weekdays for form in forms])
    months = any_of([form for forms in calendar.months for form in forms])
    return re.compile(
        rf"\b(?P<weekday>{weekdays})\.?,? (?:(?:den|dem|le|el|il) )?(?P<day>\d{{1,2}})(?:\.|er|º|°)? (?:de )?"
        rf"(?P<month>{months}) (?:de |del )?(?P<year>(?:1[5-9]|20|21)\d\d)\b",
        re.IGNORECASE,
    )
