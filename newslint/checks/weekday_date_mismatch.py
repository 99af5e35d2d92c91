"""A weekday next to a date that falls on another weekday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date

from newslint.analyses.dates.moments import WEEKDAYS, DateReading, Moment, dates, day_of
from newslint.analyses.text.scanning import COPY
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix, Related, Severity
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar

_TOGETHER = 90  # code points between two dates of one sentence
_PARTED = pattern(r"[.!?] [A-Z“]|\b(?:year|years|\d{4})\b|\n")
_LEAP_AND_PLAIN = (2000, 2001)
GREGORIAN = 1753  # before it, the weekday of a date depends on the country


class WeekdayDateMismatch(Rule):
    """One of the two is wrong, and readers who rely on it will turn up on the wrong day."""

    id = "weekday-date-mismatch"
    topic = "dates"
    finds = "A weekday that does not match its date"
    severity = "error"
    confidence = "high"
    message = "the weekday does not match the date"
    zones = (*COPY, "timestamp")
    in_quotes = "both"
    needs = dates
    yields_to = ("wrong-year",)
    near = Option(
        45,
        "a date without a year must match its weekday if it is within this many days of the story's date",
        minimum=0,
    )
    examples = (
        Bad(
            "The court sits on [[Monday, Dec. 2, 2025]], at noon.",
            fixed="The court sits on Tuesday, Dec. 2, 2025, at noon.",
            message="“Monday, Dec. 2, 2025”: that date is a Tuesday",
        ),
        Bad("The ferry sank on [[Monday 2 December 2025]].", fixed="The ferry sank on Tuesday 2 December 2025."),
        Bad("It opens [[Sat., March 1, 2024]].", fixed="It opens Fri., March 1, 2024."),
        Bad("Polls close [[Thursday night (Nov. 5, 2024)]].", fixed="Polls close Tuesday night (Nov. 5, 2024)."),
        Bad("It began on [[2 December 2025, a Friday]].", fixed="It began on 2 December 2025, a Tuesday."),
        Bad("Voting ends on [[Monday, 2025-12-02]].", fixed="Voting ends on Tuesday, 2025-12-02."),
        Bad(
            "Die Brücke wurde am [[Donnerstag, 2. Dezember 2025]] gesperrt.",
            fixed="Die Brücke wurde am Dienstag, 2. Dezember 2025 gesperrt.",
            language="de",
        ),
        Bad("Le pont ferme [[jeudi 2 décembre 2025]].", fixed="Le pont ferme mardi 2 décembre 2025.", language="fr"),
        Bad(
            "Le pont ferme le [[2 décembre 2025 (jeudi)]].",
            fixed="Le pont ferme le 2 décembre 2025 (mardi).",
            language="fr",
        ),
        Bad(
            "Die Brücke wurde am [[Donnerstag, 02.12.2025]] gesperrt.",
            fixed="Die Brücke wurde am Dienstag, 02.12.2025 gesperrt.",
            language="de",
        ),
        Bad(
            "El puente cierra el [[jueves 2 dic. 2025]].",
            fixed="El puente cierra el martes 2 dic. 2025.",
            language="es",
        ),
        Bad("Filed [[Monday, 04-24-2014]].", fixed="Filed Thursday, 04-24-2014."),
        Bad("Filed [[Monday, 2014/04/24]].", fixed="Filed Thursday, 2014/04/24."),
        Bad("Filed [[Monday, 24/Apr/2014]].", fixed="Filed Thursday, 24/Apr/2014."),
        Bad(
            "Dockers stop work on ((Monday, 2 May)), and on [[Thursday, 7 May]].",
            message="“Thursday, 7 May”: no year has that day and “Monday, 2 May”",
        ),
        Good("It is shut from Friday, 6 May, to Sunday, 8 May, and from Monday, 28 Feb., to Thursday, 2 March."),
        Good("It fell on Tuesday, 20 June, and a year on is held on Wednesday, 20 June."),
        Good("El puente cierra el martes 2 de diciembre de 2025.", language="es"),
        Good("The court sits on Tuesday, Dec. 2, 2025, and again on Wednesday 3 December 2025."),
        Good(
            "Trains stop on Tuesday and Wednesday, Dec. 2 and 3, 2025.",
            note="the second weekday is the second date's",
        ),
        Good("The fair runs Monday-Friday, Dec. 1-5, 2025."),
        Good("Figures first printed in the Baltimore Sun, Dec. 2, 2025.", note="a newspaper, not a Sunday"),
        Good("The tide turned on Monday, 3 March 1642.", note="before 1753 calendars differed"),
        Good("Talks resume Monday, Dec. 2.", note="no year, and the story has no date of its own"),
        Good("The vote is on Monday, 12/1/2025, or Monday, 1/12/2025.", note="day and month may change places"),
    )
    evidence = Evidence(
        stories=2662,
        hits=3,
        wrong=0,
        cases=40,
        found=40,
        on="weekdays set beside the wrong date in edited stories, in eleven forms",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such date; a note, if no more is asked, where the story's date tells the year."""
        names = WEEKDAYS if story.language == ENGLISH else Calendar.of(story.language).weekday_names or WEEKDAYS
        before: Moment | None = None
        for moment in story.get(dates):
            if moment.weekday < 0 or moment.zone.role not in self.zones:
                continue
            days = [day for day in moment.readings if day.exists]
            if not days:
                continue
            if days[0].year:
                if all(d.year >= GREGORIAN and d.weekday() != moment.weekday for d in days):
                    yield self._wrong(
                        moment,
                        days[0],
                        f"“{moment.text}”: that date is a {names[days[0].weekday()]}",
                        len(days) == 1,
                        names,
                    )
            elif day_of(story):
                yield from self._without_year(story, moment, days[0])
            else:
                if before and _differ(before, moment):
                    yield self._two(before, moment)
                before = moment

    def _without_year(self, story: Story, moment: Moment, day: DateReading) -> Iterator[Finding]:
        """Judge by the nearest such day to the story's own date, and by a year either way."""
        own = day_of(story)
        if own is None:
            return
        years = [DateReading(year, day.month, day.day) for year in (own.year - 1, own.year, own.year + 1)]
        known = sorted((d for d in years if d.exists), key=lambda d: abs(Date(*d) - own))
        if not known or known[0].weekday() == moment.weekday:
            return
        nearest = known[0]
        if abs((Date(*nearest) - own).days) > self.near and any(d.weekday() == moment.weekday for d in known):
            return
        message = (
            f"“{moment.text}”: in {nearest.year}, going by the story's own date, that date is a {_name(nearest)}"
        )
        severity: Severity = self.severity if self.severity_set else "note"
        yield self._wrong(moment, nearest, message, True, WEEKDAYS)._replace(severity=severity, confidence="medium")

    def _two(self, before: Moment, moment: Moment) -> Finding:
        """Two dates of one sentence whose weekdays no year has."""
        said = f"“{moment.text}”: no year has that day and “{before.text}”"
        related = Related(before.span, "the other day")
        return self.finding(moment.span, said, related=[related], severity="warning", confidence="medium")

    def _wrong(self, moment: Moment, day: DateReading, message: str, sure: bool, names: Sequence[str]) -> Finding:
        zone = moment.zone
        written = zone.text[moment.weekday_start : moment.weekday_end]
        place = zone.to_source(moment.weekday_start, moment.weekday_end)
        right = _as_written(names[day.weekday()], written)
        sure = sure and (
            names is WEEKDAYS or written.lower() in map(str.lower, names)
        )  # short forms are English ones
        fix = Fix(f"Change to “{right}”", (Edit(place, right),))
        return self.finding(moment.span, message, fixes=(fix,) if sure else ())


def _differ(before: Moment, moment: Moment) -> bool:
    """Whether two dates of one sentence cannot both fall on their weekdays in one year, leap year or not."""
    text = moment.zone.text
    between = text[before.end : moment.start] if before.zone is moment.zone else ". "
    if len(between) > _TOGETHER or _PARTED.search(between):
        return False
    (_, *first), (_, *last) = before.readings[0], moment.readings[0]
    if len(before.readings) != 1 or abs(first[0] - last[0]) > 1:
        return False
    apart = {
        (Date(year, *last) - Date(year, *first)).days for year in _LEAP_AND_PLAIN if [2, 29] not in (first, last)
    }
    return all((days - moment.weekday + before.weekday) % 7 for days in apart)


def _name(day: DateReading) -> str:
    return WEEKDAYS[day.weekday()]


def _as_written(name: str, written: str) -> str:
    """A weekday's name as long and in the capitals that another was written in."""
    if not written.lower().endswith("day") and name in WEEKDAYS:
        short = {"Tuesday": "Tues", "Thursday": "Thurs"}.get(name, name[:3]) if written.endswith(".") else name[:3]
        name = short + "." * written.endswith(".")
    return name.upper() if written.isupper() else name.capitalize() if written[0].isupper() else name
