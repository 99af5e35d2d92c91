"""Figures of headlines and of the copy below with what they are figures of, so that two may be held together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts._likeness import meanings, stem
from newslint.analyses.facts.ages import OLDEST
from newslint.analyses.facts.quantities import DATE, POINTS, Quantity, base_value, read
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Figures, Headlines, any_of

AGE = "age"
BELOW = frozenset(("deck", "caption", "body", "list", "note", "subhead"))
MOST_PLACES = 40  # of a figure below, which is then told often enough
WINDOW = 80  # code points round a figure that are looked at
NEAR = 4  # words before a figure in which it may be said what it counts
_OLD = pattern(r"[- ](?:year|month|week|day)s?[- ]olds?\b", re.IGNORECASE)
_DESCRIBED = pattern(r"(?:-[A-Za-z]+)+")
_DIGITS = pattern(r"\d[\d,.]*")
_CAPITALS = pattern(r"(?<![A-Za-z])[A-Z](?:[A-Z]*|[a-z]{2,})\b")
_SHORT_SCALE = pattern(r"\d[A-Z]")
_PART_OF = pattern(
    lambda: (
        rf"(?: of (?:its|the|their|his|her|our|these|those)| (?i:{any_of(Headlines.of().before_nouns)}))"
        r" ((?:[\w’'-]+ ?){1,3})"
    )
)
_SHORT = 3
_APART = 0.15  # of a figure that one in another unit of its dimension may be apart
_ROUNDED = 0.12  # of a figure with noughts at its end that the one it was rounded from may be apart
_BEYOND = 0.2  # of a figure with “more than” that the headline may put on top
_UNITS_APART = (
    13  # times as large at most is a unit that a figure may be told in as well: months, but not days, of years
)


class Told(NamedTuple):
    """A figure and its kind: unit, dimension, or what it counts; in a dimension, its unit comes to `size`."""

    figure: Quantity
    kind: str
    value: float
    size: float = 1.0

    @property
    def text(self) -> str:
        """The figure as it is written, with what it is joined to: “two-day”."""
        text, figure = self.figure.zone.text, self.figure
        described = _DESCRIBED.match(text, figure.end) if figure.joined else None
        return text[figure.start : described.end() if described else figure.end]


def told(figure: Quantity) -> Told | None:
    """A figure with its kind; none if nothing tells what it is a figure of."""
    text = figure.zone.text
    if figure.unit in (DATE, POINTS):
        return None
    if _OLD.match(text, figure.end):
        return Told(figure, AGE, figure.value)
    if not figure.unit and _is_apposed(text, figure):
        return Told(figure, AGE, figure.value)
    measure = base_value(figure)
    if measure:
        return Told(figure, measure[0], measure[1], measure[1] / (figure.value or 1))
    if figure.unit:
        return Told(figure, figure.unit, figure.value)
    part = _PART_OF.match(text, figure.end)
    if part:
        figure = figure._replace(counted=tuple(part[1].lower().split()))
    if figure.counted:
        return Told(figure, "", figure.value)
    found = set(map(stem, text[max(0, figure.start - WINDOW) : figure.start].split()[-NEAR:])) & meanings()
    if found:  # “kills at least 40”
        return Told(figure._replace(counted=tuple(sorted(found))), "", figure.value)
    return None


def read_head(head: Zone) -> Iterator[Told]:
    """The figures of a headline, whose units and scales may have capitals: “$5M”, “5 MILLION”, “17 Percent”."""
    small = head.text
    if _SHORT_SCALE.search(small) or not _units().isdisjoint(small.lower().replace("-", " ").split()):
        small = _CAPITALS.sub(_small_unit, small)
    for figure in read(head if small is head.text else Zone(head.role, head.span, small, head.segments)):
        found = told(figure)
        if found:
            yield found._replace(figure=found.figure._replace(zone=head))


def _small_unit(match: re.Match[str]) -> str:
    word = match[0].lower()
    scaled = len(word) <= _SHORT and word in Figures.of().scales and match.string[match.start() - 1].isdigit()
    return word if scaled or (len(word) > _SHORT and word in _units()) else match[0]


@cache
def _units() -> frozenset[str]:
    figures = Figures.of()
    return frozenset(("percent", *figures.scales, *figures.units, *figures.currencies))


def _is_apposed(text: str, figure: Quantity) -> bool:
    """Whether a figure stands as ages do: “Girl, 17, wins”."""
    before, behind = text[max(0, figure.start - WINDOW) : figure.start], text[figure.end : figure.end + 1]
    aged = before.rstrip().endswith(_before_ages()) or (before.endswith(", ") and before[-3:-2].isalpha())
    return aged and figure.value < OLDEST and (not behind or behind[0] in ",.;:) ")


@cache
def _before_ages() -> tuple[str, ...]:
    return tuple([" " + each for each in Headlines.of().before_ages])


def stands_in(story: Story, one: Told, head: int) -> bool:
    """Whether a figure stands below a zone, digit by digit or in words, and may be of the same thing."""
    prose = story.prose
    for form in _forms(one.figure.text):
        for n, at in enumerate(_places(prose.text, form, prose.starts[head + 1])):
            if n > MOST_PLACES:
                return True
            held = prose.zone_of(at, at + len(form))
            if not held or held[0].role not in BELOW:
                continue
            zone, start = held[0], at - held[1]
            there = next(read(zone, max(0, start - 3), min(len(zone.text), start + len(form) + 24)), None)
            other = told(there) if there else None
            if not (other and other.kind and one.kind) or (_same_kind(one, other) and agree(one, other)):
                return True
    return False


def _same_kind(one: Told, other: Told) -> bool:
    """Whether two kinds are one, or two sorts of dollars: a headline leaves out whose they are."""
    return one.kind == other.kind or (
        one.kind.endswith("$") and other.kind.endswith("$") and one.value == other.value
    )


def _forms(written: str) -> Iterator[str]:
    """A figure as it may stand elsewhere, without unit and scale: in digits, in words."""
    digits = _DIGITS.search(written)
    number = digits[0].rstrip(".,") if digits else ""
    word = _words().get(number, "") if digits else written.split()[0].lower()
    if not digits:
        number = next((numeral for numeral, each in _words().items() if each == word), "")
    if number:
        yield number
    if word:
        yield word
        yield word.capitalize()


def _places(text: str, form: str, start: int) -> Iterator[int]:
    """Where a figure stands in a text, and is no part of another."""
    at = text.find(form, start)
    while at >= 0:
        end = at + len(form)
        before, behind = text[at - 1 : at], text[end : end + 2]
        if form[0].isdigit():
            free = not (before.isdigit() or before in ".,") and not (
                behind[:1].isdigit() or (behind[:1] in ".," and behind[1:].isdigit())
            )
        else:
            free = not (before.isalnum() or behind[:1].isalnum())
        if free:
            yield at
        at = text.find(form, end)


@cache
def _words() -> dict[str, str]:
    figures = Figures.of()
    small = {str(n): row[0] for n, row in enumerate(figures.ones, 1)}
    return small | {str(10 * n): row[0] for n, row in enumerate(figures.tens, 1)}


def agree(first: Told, second: Told) -> bool:
    """Whether a figure below may be that of the headline, which is rounded up or down."""
    one, two = first.figure, second.figure
    if first.kind == AGE:
        return abs(one.value - two.value) <= 1
    if one.unit != two.unit:  # of one dimension
        return abs(first.value - second.value) <= _APART * max(first.value, second.value)
    if (one.hedge or one.share) and (two.hedge or two.share) and one.hedge != two.hedge:
        return one.agrees(two)
    if one.hedge != two.hedge or one.share or two.share:
        vague, exact = (one, two) if one.hedge or one.share else (two, one)
        low, high = vague.interval
        if vague.hedge == "over":
            high = vague.value + max(vague.step, _BEYOND * vague.value)
        elif vague.hedge == "under":
            low = vague.value * (1 - _BEYOND)
        return low - exact.step / 2 <= exact.value <= high + exact.step / 2
    apart = abs(one.value - two.value)
    return apart < one.step or apart < min(one.rounded, _ROUNDED * max(one.value, two.value))


def may_contradict(one: Told, other: Told) -> bool:
    """Whether two figures of one kind are in units in which the same may be told: twenty years are no two days."""
    return max(one.size, other.size) <= _UNITS_APART * min(one.size, other.size)
