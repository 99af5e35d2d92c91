"""What a request to ignore findings comes to, wherever in a story it stands."""

from __future__ import annotations

from datetime import date as Date

from newslint.base.record import NamedTuple
from newslint.base.text import Span

ALL = "all"


class Ignore(NamedTuple):
    """A request to ignore findings: where, of which rules or topics (“all” is any), why, and its own place.

    With `words` it is for findings alone that mark one of these. It holds through the day `until`, where it gives
    one, and not at all where `fault` says what is wrong with it; `doubt` is what is odd about one that holds.
    """

    span: Span
    rules: tuple[str, ...]
    reason: str
    at: Span
    until: Date | None = None
    fault: str = ""
    words: tuple[str, ...] = ()
    doubt: str = ""

    def holds(self, today: Date | None = None) -> bool:
        """Whether the request holds today."""
        return not self.fault and (self.until is None or (today or Date.today()) <= self.until)

    def covers(self, span: Span) -> bool:
        """Whether a finding at `span` lies in what this covers, wholly or in part."""
        if span.start == span.end:
            return self.span.start <= span.start <= self.span.end
        return self.span.overlaps(span)


def as_one_line(text: str) -> str:
    """A text with each run of white space as one space, and none round it: so words of requests are compared."""
    return " ".join(text.split())


def day_in(said: object) -> tuple[Date | None, str]:
    """A day as a date or as text, and what is wrong with it."""
    if said is None or isinstance(said, Date):
        return (Date(said.year, said.month, said.day) if said else None), ""  # a datetime is a date as well
    try:
        return Date.fromisoformat(str(said).strip()), ""
    except ValueError:
        return None, f"“{said}” is not a date: write it as in “until 2027-01-31”"
