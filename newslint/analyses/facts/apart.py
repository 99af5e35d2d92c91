"""Two years, or two days, and how far apart they are told to be: “in 1955, six years before it moved in 1961”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.lengths import length_at
from newslint.analyses.facts.quantities import ZONES, Quantity
from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Spans, any_of

_BEFORE = 200  # code points before “years later” for the year that it is counted from
_NEAR = 60  # code points before a length for the year that stands right before it
_A_YEAR = r"(?:1[5-9]|20|21)\d\d(?![\w%-]|[,.:]\d)"
_YEAR = pattern(rf"(?<![\w$£€.,:/–-]){_A_YEAR}")
_LATER = pattern(rf"years (?P<way>later|earlier)(?:,? in (?:(?:early|late|mid) )?| \()(?P<year>{_A_YEAR})")
# “In 1995, five years later, …”: the year stands before the length.
_LATER_ON = pattern(r"years (?P<way>later|earlier)(?=[,.;)]| [a-z])(?!,? in )")
_YEAR_BEFORE = pattern(rf"\b[Ii]n (?:[A-Z][a-z]+ )?(?P<year>{_A_YEAR})(?:,| ?[—–]) ?(?:[a-z]+ ){{0,2}}$")
_WITHIN = pattern(
    lambda: (
        r"years (?P<way>before|after) (?:(?![.,;:()“”\"\d\n—–]).){1,120}? in (?:[A-Z][a-z]+ )?"
        rf"(?P<year>{_A_YEAR})(?=[.,;)]|$| (?:{any_of(Spans.of().next_clause)})\b)"
    )
)
_TELLS = pattern(lambda: rf"\b(?:{any_of(Spans.of().not_of_clause)})\b|\bto (?![A-Z]|(?:the|an?) )")


class Apart(NamedTuple):
    """Two years of a zone's prose, as they follow in time, and the length that is told to lie between them.

    `other` is where the year stands that is not beside the length, `start`-`end` the length with the one that is.
    """

    zone: Zone
    start: int
    end: int
    length: Quantity
    first: int
    last: int
    other: tuple[int, int]


def apart_in_years(story: Story, known: frozenset[str]) -> Iterator[Apart]:
    """The pairs of years that a story of these words tells to lie so many years apart."""
    if not known.isdisjoint(("later", "earlier")):
        yield from _later(story)
        yield from _later_on(story)
    if not known.isdisjoint(("before", "after")):
        yield from _within(story)


def _later(story: Story) -> Iterator[Apart]:
    """“In 1987 … three years later, in 1990”: counted from the only other year before it."""
    for hit in scan(story, _LATER, ZONES):
        length = length_at(hit.zone, hit.start)
        if length and (other := _only_year(hit.zone, hit.start)):
            years = other[0], int(hit.match["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "later", other[1:])


def _later_on(story: Story) -> Iterator[Apart]:
    """“In 1987 … In 1990, three years later, …”."""
    for hit in scan(story, _LATER_ON, ZONES):
        length = length_at(hit.zone, hit.start)
        year = length and _YEAR_BEFORE.search(hit.zone.text, max(0, length.start - _NEAR), length.start)
        other = year and _only_year(hit.zone, year.start())
        if length and year and other:
            years = other[0], int(year["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "later", other[1:])


def _within(story: Story) -> Iterator[Apart]:
    """“In 1955, six years before it moved in 1961”."""
    for hit in scan(story, _WITHIN, ZONES):
        length = length_at(hit.zone, hit.start)
        year = length and _YEAR_BEFORE.search(hit.zone.text, max(0, length.start - _NEAR), length.start)
        if length and year and not _TELLS.search(hit.zone.text, hit.start, hit.end):
            years = int(year["year"]), int(hit.match["year"])
            yield _made(hit.zone, length, hit.end, years, hit.match["way"] == "before", year.span("year"))


def _only_year(zone: Zone, at: int) -> tuple[int, int, int] | None:
    """The year that stands before a place, and where, if it is the only one near."""
    found = [*_YEAR.finditer(zone.text, max(0, at - _BEFORE), at)]
    return (int(found[-1][0]), *found[-1].span()) if len({match[0] for match in found}) == 1 else None


def _made(
    zone: Zone, length: Quantity, end: int, years: tuple[int, int], forward: bool, other: tuple[int, ...]
) -> Apart:
    first, last = years if forward else years[::-1]
    return Apart(zone, length.start, end, length, first, last, (other[0], other[1]))
