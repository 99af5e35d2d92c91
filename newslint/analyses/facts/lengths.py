"""Lengths of time beside a span: which of them are told of it, and what they may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from newslint.analyses.facts.quantities import Quantity, hedge_before, read
from newslint.analyses.facts.spans import TimeSpan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.story import Zone
from newslint.words.tables import Spans, any_of

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
REACH = 45  # code points between a length and its span
_LEAP = 0.02  # of a unit that leap days and months of 28 to 31 days come to
_MANY = 20  # of a length from which on a round one may be rounded
_DECADE = 10  # years
_ROUND = 0.25  # of a decade that it may be off
_WORD = pattern(r"[A-Za-z’'-]+")
_PARTS = pattern(r"[.;:!?\d$£€%]")
_PLAIN = pattern(r"[ ,(—–:-]*(?:(?:from|between)(?: the)? ?)?")
_NOUN = pattern(r"(?: [a-z-]+){0,2}? (?P<noun>[a-z]+)(?=[ ,(—–])")
# “All six days of the fair”, “nine years in Paris”, “ten years as mayor”.
_OF = pattern(
    r"^ (?:of (?:the|his|her|its|their|this) [a-z-]+|(?:in|at|with) (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}"
    r"|as (?:an? |the |its |their )?[a-z-]+)"
)
_RAN = pattern(lambda: rf"(?:,? (?:that|which))? (?:{any_of(Spans.of().ran)})(?: from| between)? ")
_BEHIND = pattern(lambda: rf",? \(?(?:(?:or )?(?:{any_of(Spans.of().in_other_words)}) )?")
_JOINED = pattern(r"-[a-z]+ (?P<noun>[a-z]+)(?: (?P<next>[a-z]+))?")
_UNIT = pattern(r"-[a-z]+")
_OLD = pattern(r"-[a-z]+-")
_THESE = pattern(r"[ .]*\b(?:Those|These) $")
_A_DECADE = pattern(
    lambda: rf"\b(?:{any_of(Spans.of().before_decades)}) (a decade)\b(?! (?:ago|later|earlier|before|after))"
)


def written(length: Quantity) -> tuple[Span, str]:
    """Where a length stands with its unit, and how it is written: “three-day”."""
    unit = _UNIT.match(length.zone.text, length.end) if length.joined else None
    end = unit.end() if unit else length.end
    return length.zone.to_source(length.start, end), length.zone.text[length.start : end]


def length_at(zone: Zone, at: int, unit: str = "years") -> Quantity | None:
    """The number that stands right before a unit."""
    end = at + len(unit)
    return next((q for q in read(zone, max(0, at - 30), end) if q.unit == unit[:-1] and q.end == end), None)


def is_other(length: Quantity, *, ago: bool = False) -> bool:
    """Whether a length is not one of a whole span: “his first two years”, “ten years after the war”."""
    text, table = length.zone.text, Spans.of()
    before = _WORD.findall(text, max(0, length.start - 30), length.start)[-3:]
    behind = _WORD.match(text, length.end + 1)
    if length.joined and _OLD.match(text, length.end):
        return True
    if not table.not_whole.isdisjoint(map(str.lower, before)):
        return not _THESE.search(text, max(0, length.start - 8), length.start)
    return not ago and bool(behind) and behind[0].lower() in table.from_a_moment  # type: ignore[index]


def stands_for(length: Quantity) -> tuple[float, float]:
    """The least and the most that a length may be, in its unit."""
    if length.hedge in ("over", "nearly", "about", "just", "under"):
        return length.interval
    return length.loose if length.value >= _MANY else length.interval


def lengths_in(zone: Zone, start: int, end: int) -> Iterator[Quantity]:
    """The lengths of time in a stretch of a zone's prose; decades are told in years, and are round."""
    for each in read(zone, start, end):
        if each.unit in DAYS:
            yield each
        elif each.unit == "decade":
            yield each._replace(value=each.value * _DECADE, step=_DECADE, rounded=_DECADE, unit="year")
    if zone.text.find("a decade", start, end) >= 0:
        for match in _A_DECADE.finditer(zone.text, start, end):
            at = match.start(1)
            hedge = hedge_before(zone.text, at)
            step = 2 * _ROUND * _DECADE
            yield Quantity(zone, at, match.end(), _DECADE, step, step, "year", hedge, (), True, False, False)


def fits(span: TimeSpan, unit: str, fewest: int, most: int) -> tuple[float, float]:
    """The least and the most of a unit that a span may be told as: its last day counted or not."""
    size = DAYS[unit]
    least, highest = floor(fewest / size + _LEAP), ceil(most / size - _LEAP)
    if unit == "month" and span.first.month and span.last.month:  # each month that it touches counted
        apart = span.last.month - span.first.month + 12 * (span.last.year - span.first.year if span.first.year else 0)
        highest = max(highest, apart % 12 + 1 if not span.first.year else apart + 1)
    if unit == "day" and span.first.day:
        least = floor(fewest * 5 / 7) if fewest > 4 else fewest  # working days alone
    return least, highest


def nearness(span: TimeSpan, length: Quantity, low: int, high: int) -> str:
    """How surely a length is that of a span: `tight` beside it, `loose` in its clause, or not at all."""
    text = span.zone.text
    if length.end <= span.start:
        between = text[length.end : span.start]
        if length.start < low or len(between) > REACH or _PARTS.search(between):
            return ""
        at = 0
        if length.joined:
            unit = _UNIT.match(between)
            noun = _NOUN.match(between, unit.end() if unit else 0)
            if not noun or noun["noun"] not in Spans.of().lasting:
                return ""
            at = noun.end()
        if _PLAIN.fullmatch(between, at) or _RAN.fullmatch(between, _end_of(between, at)):
            return "tight"
        return "loose" if _says_little(between[at:]) else ""
    between = text[span.end : length.start]
    if length.start >= high:
        return "loose" if _THESE.fullmatch(between) else ""
    if not _BEHIND.fullmatch(between):
        return ""
    noun = _JOINED.match(text, length.end) if length.joined else None
    return "tight" if not length.joined or (noun and not Spans.of().lasting.isdisjoint(noun.groups())) else ""


def _end_of(between: str, at: int) -> int:
    """Where the words end behind a length that tell what it was spent on: “in the Senate”."""
    of = _OF.match(between[at:])
    return at + of.end() if of else at


def has_another(near_it: tuple[TimeSpan, ...], span: TimeSpan, low: int, high: int) -> bool:
    """Whether the sentence of a span tells of another, which may be part of one length."""
    own = [each for each in near_it if each.zone is span.zone and low <= each.start < high]
    return len(own) > 1


def _says_little(between: str) -> bool:
    """Whether there is no other clause between a length and its span, and nothing for which it is given."""
    found = [word.lower() for word in _WORD.findall(_OF.sub("", between, count=1))]
    return Spans.of().between.issuperset(found)
