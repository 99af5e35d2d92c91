"""A post whose metadata gives a date of another year than its file name: last year's, in January."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_NAME = pattern(r"(\d{4})-(\d\d)-(\d\d)[-_]", re.ASCII)
_DATE = pattern(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
# Metadata that stands without its dashes is read as text.
_LINE = pattern(r"(?:\A|\n)[Dd]ate: *(?=\d)")
_HEAD = 1000  # code points of a post that may be such metadata
_NEAR = 7  # days: a post may be dated a little before or after its file


class FileDate(Rule):
    """Posts are sorted by the date in their metadata: with last year's it stands far down, where nobody sees it."""

    id = "file-date"
    topic = "dates"
    finds = "A date in the metadata whose year is not that of the file name"
    severity = "warning"
    confidence = "high"
    message = "the file name has another year"
    zones = ("timestamp", "body")
    when = {"format": ("markdown",)}
    examples = (
        Bad(
            "---\ntitle: Mill opens\ndate: [[2024-01-06]]\n---\n\nThe mill was shut.\n",
            format="markdown",
            file="2025-01-06-mill-opens.md",
            message="2024-01-06: the file name says 2025-01-06",
        ),
        Bad(
            "Title: Mill opens\nDate: [[2024-01-06]]\n\nThe mill was shut.\n",
            format="markdown",
            file="posts/2025-01-08-mill-opens.md",
        ),
        Good(
            "---\ntitle: Mill opens\ndate: 2025-01-02\n---\n\nThe mill was shut.\n",
            format="markdown",
            file="2024-12-30-mill-opens.md",
            note="a few days around the turn of the year",
        ),
        Good(
            "---\ntitle: Mill opens\ndate: 2025-03-02\n---\n\nThe mill was shut.\n",
            format="markdown",
            file="2024-10-30-mill-opens.md",
            note="written in October, published in March",
        ),
    )

    evidence = Evidence(stories=3849, hits=4, wrong=0, cases=200, found=194, on="last year set in the dates of posts")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding at the date, where day and month agree and the year does not."""
        name = story.path.replace("\\", "/").rpartition("/")[2]
        named = _NAME.match(name) if name[:1] == "2" else None
        file_day = _day(named.groups()) if named else None
        span = _dated(story) if file_day else None
        found = _DATE.match(story.source.text, span.start) if span else None
        day = _day(found.groups()) if found else None
        if found and file_day and day and _is_year_off(day, file_day):
            place = Span(found.start(), found.end())
            yield self.finding(place, f"{found[0]}: the file name says {file_day.isoformat()}")


def _day(figures: tuple[str, ...]) -> Date | None:
    try:
        return Date(*map(int, figures))
    except ValueError:
        return None


def _dated(story: Story) -> Span | None:
    """Where the date of the metadata stands, or may stand."""
    for zone in story.zones:
        if zone.role == "timestamp" and zone.field:
            return zone.span
        if zone.role == "body":
            break
    if not story.metadata and (line := _LINE.search(story.source.text, 0, _HEAD)):
        return Span(line.end(), line.end())
    return None


def _is_year_off(day: Date, other: Date) -> bool:
    """Whether two days differ by a year, give or take a few days."""
    return day.year != other.year and any(
        abs(abs((day - other).days) - years * 365.25) <= _NEAR + 1 for years in (1, 2)
    )
