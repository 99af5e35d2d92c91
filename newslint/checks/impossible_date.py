"""Dates that no calendar has, such as the 31st of June."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.moments import MONTHS, DateReading, dates, days_in
from newslint.analyses.text.scanning import COPY
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story


class ImpossibleDate(Rule):
    """A date that does not exist tells readers that nobody checked it, and leaves them without the right one."""

    id = "impossible-date"
    topic = "dates"
    finds = "A date that does not exist, such as 31 June"
    severity = "error"
    confidence = "high"
    message = "there is no such date"
    zones = (*COPY, "timestamp")
    in_quotes = "both"
    needs = dates
    examples = (
        Bad("The lease ends on [[Feb. 30]], she said.", message="“Feb. 30”: February has 29 days at most"),
        Bad("They met on [[June 31, 2024]].", message="“June 31, 2024”: June has 30 days"),
        Bad("They met on [[31 June]] and parted.", message="“31 June”: June has 30 days"),
        Bad(
            "She was born on [[Feb. 29, 2023]].",
            message="“Feb. 29, 2023”: 2023 was not a leap year and February had 28 days",
        ),
        Bad("The permit ran out on [[31/02/2025]]."),
        Bad("The permit ran out on [[2025-02-30]]."),
        Bad("Rent is due [[Dec. 32, 2025]].", message="“Dec. 32, 2025”: December has 31 days"),
        Bad("The strike began [[Monday, Nov. 31]]."),
        Good("She was born on Feb. 29, 2024, and he on Feb. 29."),
        Good("In June 31 people drowned. In April 31 of them were children.", note="a number of people, not a day"),
        Good("By March 40 miles of road were open; the spirit of May 68 lived on."),
        Good("Both were aged 31 April Jones told the court."),
        Good("The fair runs from 12/31/2025 to 31/12/2026."),
        Good("Version 9.0.2043 and run 45/67/2025 are not dates either."),
        Good("Case 31/02/20251 and version 31.02.2025.4 are not dates."),
        KnownFalse("Sweden alone had a [[30 February 1712]].", note="once, it had"),
    )
    evidence = Evidence(
        stories=2662, hits=0, wrong=0, cases=40, found=40, on="impossible days set into edited stories, in six forms"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each date that no reading of it can save."""
        for moment in story.get(dates):
            if moment.zone.role not in self.zones or not moment.firm:
                continue
            if not any(day.exists for day in moment.readings):
                yield self.finding(moment.span, f"“{moment.text}”: {_reason(moment.readings[0])}")


def _reason(day: DateReading) -> str:
    if not 1 <= day.month <= 12:
        return "there is no such date, whichever number is the month"
    month = MONTHS[day.month - 1]
    if day.month == 2 and day.day == 29:
        return f"{day.year} was not a leap year and February had 28 days"
    most = " at most" if day.month == 2 and not day.year else ""
    return f"{month} has {days_in(day.month, day.year)} days{most}"
