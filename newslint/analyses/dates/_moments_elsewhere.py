"""Dates with a year and a weekday as languages other than English write them: “Donnerstag, 1. Januar 2014”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.base.record import NamedTuple
from newslint.words.tables import Calendar, any_of


class Written(NamedTuple):
    """Such a date at `start`-`end` of a text, its weekday (0 is Monday) at `weekday_start`-`weekday_end`."""

    start: int
    end: int
    weekday: int
    weekday_start: int
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
        group = next(name for name in ("before", "short", "behind") if m[name])
        day, month = (m["day"], m["month"]) if group != "behind" else (m["day2"], m["month2"])
        bracket = "(" in m[0] and text.startswith(")", m.end())
        yield Written(
            m.start(),
            m.end() + bracket,
            weekdays[m[group].lower()],
            *m.span(group),
            int(day or m["in_figures"]),
            months[month.lower()] if month else int(m["of"]),
            int(m["year"] or m["year2"] or m["year3"]),
        )


@cache
def _form(language: str) -> re.Pattern[str]:
    """The pattern of such dates; made when a story of that language is first asked for them.

    The weekday stands before the date, alone or with a part of the day (“Donnerstagabend”), or right behind it.
    """
    calendar = Calendar.of(language)
    names = any_of(form for forms in calendar.weekdays for form in forms if len(form) > 2)
    short = any_of([form for forms in calendar.weekdays for form in forms if len(form) <= 2]) or "(?!)"
    months = any_of([form for forms in calendar.months for form in forms])
    year = r"(?P<year{n}>(?:1[5-9]|20|21)\d\d)\b"
    date = rf"(?P<day{{n}}>\d{{{{1,2}}}})(?:\.|er|º|°)? (?:de )?(?P<month{{n}}>{months})\.?,? (?:de |del )?{year}"
    in_figures = rf"(?P<in_figures>\d{{1,2}})(?P<sign>[./-]) ?(?P<of>1[0-2]|0?[1-9])(?P=sign) ?{year.format(n=3)}"
    return re.compile(
        rf"\b(?:(?P<before>{names})[^\W\d_]{{0,10}}|(?P<short>{short})\b)\.?(?:,? |,? ?\()(?:(?:den|dem|le|el|il) )?"
        rf"(?:{date.format(n='')}|{in_figures})(?![\w/-])"
        rf"|\b{date.format(n=2)}(?: ?\(|, )(?:einem |un |une )?(?P<behind>{names})\b(?=[),;:.]|$)(?!,? \d)",
        re.IGNORECASE,
    )
