"""Day before month or month before day, as the house writes dates: “2 December” or “December 2”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.own_copy import own_copy
from newslint.analyses.text.scanning import ScanHit
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, any_of

_YEAR = r"(?:1[5-9]|20)\d\d(?![\w-])"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"


def _month() -> str:
    calendar = Calendar.of()
    return rf"(?P<month>{any_of(calendar.month_names)}|(?:{any_of(calendar.short_months)})\b\.?)"


_MONTH_FIRST = pattern(
    lambda: (
        rf"\b{_month()} {_DAY}(?![\w%–-]|[.,:]\d)(?:,? (?P<year>{_YEAR})(?P<comma>,(?= [a-z]))?"
        rf"|(?=[,.;:!?)—]|$|\n| (?:{any_of(Calendar.of().after_dates)})\b))"
    )
)
_DAY_FIRST = pattern(
    lambda: (
        rf"(?<![\w.,:/$£€–-])(?<!–)(?<!\d (?:to) )(?:the )?{_DAY} (?:of )?{_month()}(?![\w-])(?: (?P<year>{_YEAR}))?"
    )
)
# Days that are names: September 11, July 4, January 6, and the Fifth of November.
_NAMES = frozenset((("Sep", "11"), ("Jul", "4"), ("Jan", "6"), ("Nov", "5")))


class DayMonthOrder(Rule):
    """Americans put the month first, most others the day; a story that does both makes readers look twice.

    `day-month` asks for “2 December 2025”, `month-day` for “December 2, 2025”.
    """

    id = "day-month-order"
    topic = "dates"
    finds = "A date in the order that the style does not use, such as “December 2” for “2 December”"
    severity = "warning"
    confidence = "medium"
    default = False
    message = "this date is written in the other order"
    axis = "day-month-order"
    forms = ("day-month", "month-day")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "The Guardian's style guide: dates; measured on BBC copy of 2004-05 and American copy of 2015-16"
    examples = (
        Bad(
            "The mill shut on [[December 2, 2025,]] in Bray, and opened [[May 3rd]].",
            fixed="The mill shut on 2 December 2025 in Bray, and opened 3 May.",
            style={"day-month-order": "day-month"},
            message="“December 2, 2025,”: write “2 December 2025”",
        ),
        Bad(
            "The mill shut on [[2 December 2025]] in Bray, and opened on [[the 3rd of May]].",
            fixed="The mill shut on December 2, 2025, in Bray, and opened on May 3.",
            style={"day-month-order": "month-day"},
        ),
        Good(
            "The mill shut on 2 December. In June 31 people came. On September 11, 2001, it burnt. May 2-4 is free.",
            style={"day-month-order": "day-month"},
        ),
        Good("The mill shut on December 2. It opened May 3.", style={"day-month-order": "month-day"}),
        Good("“It shut on 2 December,” she said.", style={"day-month-order": "month-day"}),
        Good("It shut on 2 December and May 3.", note="no house has chosen"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each date in the other order."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        odd = _MONTH_FIRST if form == "day-month" else _DAY_FIRST
        for hit in own_copy(story, odd, self.zones):
            if (hit.match["month"][:3], hit.match["day"]) in _NAMES:
                continue
            right = _written(hit, form)
            fix = Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer")
            yield self.finding(hit.span, f"“{hit.text}”: write “{right}”", fixes=(fix,))


def _written(hit: ScanHit, form: str) -> str:
    found = hit.match
    day, month, year = found["day"].lstrip("0"), found["month"], found["year"]
    if form == "day-month":
        return f"{day} {month}" + (f" {year}" if year else "")
    goes_on = hit.zone.text[hit.end : hit.end + 1] == " "
    return f"{month} {day}" + (f", {year}{',' if goes_on else ''}" if year else "")
