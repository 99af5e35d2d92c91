"""Sentences of the copy with the figures in them that are amounts: no dates, no sums told twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newslint.analyses.facts.around import sentences_of
from newslint.analyses.facts.comparing import scale_of
from newslint.analyses.facts.quantities import DATE, PERCENT, ZONES, Quantity, read
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Calendar, Changes, any_of

_AROUND = 60
_LONGEST_SENTENCE = 700


class Statement(NamedTuple):
    """A sentence at `start`-`end` of its zone's prose, and the figures in it that are amounts."""

    zone: Zone
    start: int
    end: int
    figures: tuple[Quantity, ...]


def place_before(story: Story, zone: Zone, start: int) -> tuple[Zone, int, int] | None:
    """Where the sentence stands before one that begins at a place of a zone: in the same paragraph, or above."""
    found = sentences_of(zone.text)
    place = bisect_right(found, (start, 0))
    if place:
        return zone, *found[place - 1]
    n = story.zones.index(zone)
    above = story.zones[n - 1] if n else None
    if not above or above.role not in ZONES:
        return None
    sentences = sentences_of(above.text)
    return (above, *sentences[-1]) if sentences else None


def sentence_after(story: Story, here: Statement) -> Statement | None:
    """The sentence behind one: in the same paragraph, or the first of the next."""
    found = sentences_of(here.zone.text)
    place = bisect_right(found, (here.end, 0))
    if place < len(found):
        return statement(here.zone, *found[place])
    n = story.zones.index(here.zone) + 1
    if n < len(story.zones) and story.zones[n].role in ZONES:
        for start, end in sentences_of(story.zones[n].text):
            return statement(story.zones[n], start, end)
    return None


@lru_cache(maxsize=32)
def statement(zone: Zone, start: int, end: int) -> Statement | None:
    """A sentence with its amounts: no dates, and no sum in brackets in another currency; kept, for several ask."""
    if end - start > _LONGEST_SENTENCE:
        return None
    kept: list[Quantity] = []
    for figure in read(zone, start, end):
        if not (is_date(figure) or (kept and _is_converted(zone.text, kept[-1], figure))):
            if figure.hedge == "under" and _WENT_UP_TO.search(zone.text, max(0, figure.start - 24), figure.start):
                figure = figure._replace(hedge="")  # “went up to 5” is no hedge
            kept.append(figure)
    return Statement(zone, start, end, tuple(_in_one_unit(kept)))


def _in_one_unit(figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """Figures, those without a unit in that of the hundredths beside them: “rose from 80 to 95 pence”."""
    for n, figure in enumerate(figures):
        for other in (*figures[n + 1 : n + 2], *figures[max(0, n - 1) : n]):
            if _is_bare(figure) and _HUNDREDTHS.search(other.text) and not _is_bare(other):
                part = scale_of(other)
                figure = figure._replace(
                    value=figure.value * part, step=figure.step * part, rounded=figure.rounded * part, unit=other.unit
                )
        yield figure


def _is_bare(figure: Quantity) -> bool:
    return not (figure.unit or figure.counted or figure.joined or figure.share)


_HUNDREDTHS = pattern(r"\dp$|(?<![a-z])(?:p|pence|cents?)$")


def is_date(figure: Quantity) -> bool:
    """Whether a figure is a year, a day of a month or an hour."""
    if figure.unit == DATE:
        return True
    if figure.unit or figure.value > 31 or figure.joined:
        return False
    text = figure.zone.text
    return bool(
        _DAY_BEHIND.match(text, figure.end) or _DAY_BEFORE.search(text, max(0, figure.start - 12), figure.start)
    )


def told_as_one(story: Story, zone: Zone, start: int, end: int) -> bool:
    """Whether a stretch is all the story's own or all of one quotation."""
    span = zone.to_source(start, end)
    held = story.get(quoted)
    return not held.meet(span) or held.hold(span)


def _is_converted(text: str, before: Quantity, figure: Quantity) -> bool:
    """Whether a figure stands in brackets right behind another, in another unit: “$1.13bn (£600m; 800m euros)”."""
    gap = text[before.end : figure.start]
    opened = gap.lstrip().startswith("(") and ")" not in gap and len(gap) <= _AROUND
    opened = opened and before.unit != PERCENT and not _TOLD.search(gap)
    return opened and figure.unit != before.unit and bool(before.unit or figure.unit)


_TOLD = pattern(r"\b(?:from|to|up|down|compared|against)\b|\d{4}:")
_WENT_UP_TO = pattern(lambda: rf"\b(?:{any_of(Changes.of().going)})(?: back)? up to $")


@cache
def months() -> tuple[str, ...]:
    """The months, in full and short."""
    return (*Calendar.of().month_names, *[form.rstrip(".") for form in Calendar.of().short_months])


_DAY_BEHIND = pattern(lambda: rf"(?i: (?:{any_of(months())})\b| ?[ap]\.?m\b| o[’']clock\b)")
_DAY_BEFORE = pattern(lambda: rf"(?i:\b(?:{any_of(months())})\.? )$")
