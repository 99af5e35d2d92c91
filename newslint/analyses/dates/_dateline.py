"""What a dateline is made of: its parts, each where it stands, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Zone

# How the text behind a dateline begins.
BEGINS = pattern(r"[ \u00a0]*(?:[“\"‘'’(]*[A-ZÀ-ÖØ-Þ\d]|[“\"‘]|$)")


class Flaw(NamedTuple):
    """Something wrong at `start`-`end` of a zone's prose; `right` is what should stand there, where that is sure.

    What is `disputed` is wrong by the agency's form, and many houses print it all the same.
    """

    start: int
    end: int
    said: str
    right: str | None = None
    disputed: bool = False


class DatelinePart(NamedTuple):
    """A part of a dateline at `start`-`end` of a zone's prose; its `sort` is city, region, date or agency."""

    sort: str
    start: int
    end: int
    text: str


class Where(NamedTuple):
    """Places and date of a dateline; `capitals` says whether its first city is written in capitals."""

    parts: tuple[DatelinePart, ...]
    flaws: tuple[Flaw, ...]
    capitals: bool

    def text(self, sort: str) -> str:
        """The first part of a sort, as written; nothing where there is none."""
        return next((part.text for part in self.parts if part.sort == sort), "")


class Dateline(NamedTuple):
    """A dateline at `start`-`end` of a zone's prose (code points): the text proper begins at `end`.

    `parts` are its places, date and agency, each where it stands. `flaws` says what is wrong with it by every
    agency's grammar.
    """

    zone: Zone
    start: int
    end: int
    parts: tuple[DatelinePart, ...]
    flaws: tuple[Flaw, ...]

    @property
    def city(self) -> str:
        """Its first city, as written; empty where there is none, as for the next three."""
        return self._first("city")

    @property
    def region(self) -> str:
        """The state or country of its first city."""
        of_first = (part for n, part in enumerate(self.parts) if n == 1 and part.sort == "region")
        return next((part.text for part in of_first), "")

    @property
    def date(self) -> str:
        """Its date, or weekday."""
        return self._first("date")

    @property
    def agency(self) -> str:
        """The agency, as its tag has it."""
        return self._first("agency")

    @property
    def places(self) -> tuple[tuple[DatelinePart, DatelinePart | None], ...]:
        """Its places, each a city and the state or country that stands with it."""
        following = (*self.parts[1:], None)
        return tuple(
            (part, other if other and other.sort == "region" else None)
            for part, other in zip(self.parts, following, strict=True)
            if part.sort == "city"
        )

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)

    def _first(self, sort: str) -> str:
        return next((part.text for part in self.parts if part.sort == sort), "")


def part_at(sort: str, start: int, text: str) -> DatelinePart:
    """A part that begins at `start` and says `text`."""
    return DatelinePart(sort, start, start + len(text), text)


def made(zone: Zone, end: int, parts: Iterable[DatelinePart], flaws: Iterable[Flaw] = (), start: int = 0) -> Dateline:
    """A dateline, its flaws in order."""
    return Dateline(zone, start, end, tuple(parts), tuple(sorted(flaws)))
