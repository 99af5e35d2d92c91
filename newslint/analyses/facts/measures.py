"""One measure told in two units: “10 miles (16km)”, “8 miles, or 13 kilometres,”; and how far the two agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.quantities import LONGEST_NUMBER, ZONES
from newslint.analyses.text.words import words
from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Prose, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Wholes, any_of

_WINDOW = 400  # code points before and behind a place in which its sentence begins and ends
_REACH = 70  # code points before a bracket that are looked at
_FIRST = 14  # code points in which the first word of a bracket ends: “(approximately ”
_BETWEEN = 2  # words that may stand between a measure and its bracket: “10 miles south (16km)”
_SMALL = 1 / 8  # of a round figure that it may be off on either side
_ROUGH = 0.03  # of a factor: three feet and a third for a metre
_HEDGED = 0.2
_ABOUT = 0.1
_DEGREE = 1.0
_WARM = 20  # degrees Celsius up to which it may be a difference that is told
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class Measure(NamedTuple):
    """A figure with a unit of measure: its value, what it may stand for, its unit."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    written: str  # the figure, without its unit


class Conversion(NamedTuple):
    """A measure and the same in another unit; `start`-`end` of each count in the zone's prose.

    `right` is what the second should come to; `agree` whether the two may be one measure.
    """

    zone: Zone
    first: Measure
    second: Measure
    right: float
    agree: bool

    def span(self, measure: Measure) -> Span:
        """Where one of the two stands in the source."""
        return self.zone.to_source(measure.start, measure.end)

    def text(self, measure: Measure) -> str:
        """One of the two as it is written."""
        return self.zone.text[measure.start : measure.end]


@cache
def _units() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each form of a unit: its dimension, and its factors or the scale of a temperature."""
    both = {**Figures.of().units, **Wholes.of().measures}
    rows = {form: said.split() for form, said in both.items()}
    return {form: (said[0], tuple(said[1:])) for form, said in rows.items() if said[0] != "time"}


@cache
def _long_units() -> frozenset[str]:
    return frozenset(
        [form for form in _units() if form.isalpha() and form.islower() and form not in ("in", "m", "g", "st")]
    )


def _spelled() -> list[str]:
    return [row[0] for row in (*Figures.of().ones, *Figures.of().tens)]


def _number() -> str:
    figures = Figures.of()
    small = any_of([row[0] for row in figures.ones])
    tens = any_of([row[0] for row in figures.tens])
    return rf"(?:\d{{1,3}}(?:,\d{{3}})++|\d++)(?:\.\d++)?+[½¼¾]?|(?i:(?:{tens})(?:-(?:{small}))?|{small})\b"


def _measure() -> str:
    """The pattern of one measure, or of two that belong together: a range, two sides, feet and inches."""
    number, units = _number(), any_of(_units())
    scale = r"(?:[ -]?(?P<{}>million|billion|bn|mn|m|thousand|hundred)(?=[ -]?(?:" + units + r")(?!\w)))?"
    minus = r"(?P<{}>[-−–]|minus )?"
    one = scale.format("scale")
    first = (
        rf"(?P<first>{number}){scale.format('scale_of_first')}(?:[ -]?(?P<unit_of_first>{units})(?!\w))?"
        r"(?P<joint>,? and | ?[-–] ?| to | or | by | ?[x×] ?|, | |)"
    )
    return (
        rf"(?:(?<![\w)]){minus.format('minus_of_first')}|(?<![\w.,/:½$£€−–-]))"
        rf"(?:{first}{minus.format('minus')}(?=[\d\w])(?P<number>{number}){one}[ -]?(?P<unit>{units})(?![\w²])"
        rf"|(?P<single>{number}){scale.format('scale_of_single')}[ -]?(?P<unit_of_single>{units})(?![\w²]))"
    )


_MEASURE = pattern(_measure)
_OPENING = pattern(
    lambda: (
        r"(?:\(|, or )(?:(?:or|roughly|equal to|equivalent to) )?"
        rf"(?:(?P<hedge>(?i:{any_of(Figures.of().hedges)})) )?"
        rf"(?=[-−–]?(?:\d[\d.,½¼¾–-]*+ ?[A-Za-z°º]|(?i:{any_of(_spelled())})\b))"
    )
)
_WORDS = pattern(rf"(?:[ -][a-z]+){{0,{_BETWEEN}}} ?$")
_SCALES = {"thousand": 1e3, "hundred": 1e2, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6, "": 1.0}
_TOGETHER = frozenset((", and ", " and ", ", ", " ", "", "-"))  # what joins feet and inches


def places(text: str, sign: str) -> Iterator[int]:
    """Where a few signs stand in a text: a pattern of letters is faster than `find` where they are rare."""
    if sign[0].isascii() or sign[0] in text:
        for match in compiled(re.escape(sign)).finditer(text):
            yield match.start()


def _find(story: Story) -> tuple[Conversion, ...]:
    if story.language != ENGLISH:
        return ()
    prose, told = story.prose, story.get(words)
    text = prose.text
    at = [each for each in _brackets(text) if _may_open(text, each)] if "(" in text else []
    if "or" in told and not told.isdisjoint(_long_units()):
        at += places(text, ", or ")
    return tuple(_in_story(prose, at)) if at else ()


def _brackets(text: str) -> Iterator[int]:
    """Where brackets open."""
    at = text.find("(")
    while at >= 0:
        yield at
        at = text.find("(", at + 1)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(
        ("or", "roughly", "equal", "equivalent", *(each.split()[0] for each in Figures.of().hedges), *_spelled())
    )


def _may_open(text: str, at: int) -> bool:
    """Whether a bracket may begin with a measure: what it begins with is looked at first."""
    first = text[at + 1 : at + _FIRST]
    return not first[:1].isalpha() or first.partition(" ")[0].partition("-")[0].lower() in _first_words()


def _in_story(prose: Prose, starts: list[int]) -> Iterator[Conversion]:
    for at in starts:
        opened = _OPENING.match(prose.text, at)
        held = opened and prose.zone_of(*opened.span())
        if opened and held and held[0].role in ZONES:
            yield from _at(*held, opened)


conversions: Analysis[tuple[Conversion, ...]] = Analysis("conversions", _find)


def _at(zone: Zone, offset: int, opened: re.Match[str]) -> Iterator[Conversion]:
    """The conversions in a bracket, or behind “or”."""
    text, start, at = zone.text, opened.start() - offset, opened.end() - offset
    second = _MEASURE.match(text, at)
    bracket = opened[0].startswith("(")
    if not second or text[second.end() : second.end() + 1] not in ((")", ";") if bracket else (",", ".", ")", "")):
        return
    first = _before(text, start, _BETWEEN if bracket else 0)
    if not first:
        return
    lefts = _read(first, "")  # its hedge holds for both
    rights = _read(second, opened["hedge"] or "")
    if len(lefts) > len(rights) == 1 and first["joint"] not in (" to ", "-", "–", " - ", " – "):
        lefts = lefts[-1:]  # “12 feet by 6 miles (9.7km)”: the last alone
    if len(lefts) == len(rights):
        for left, right in zip(lefts, rights, strict=True):
            judged = _judge(left, right)
            if judged:
                yield Conversion(zone, left, right, *judged)


def _before(text: str, at: int, words: int) -> re.Match[str] | None:
    """The last measure before a place, if no more than so many plain words stand between."""
    last = None
    for match in _MEASURE.finditer(text, max(0, at - _REACH), at):
        last = match
    if not last:
        return None
    between = text[last.end() : at]
    return last if not between.strip() or (words and _WORDS.fullmatch(between)) else None


def _read(match: re.Match[str], hedge: str) -> list[Measure]:
    """The one or two measures that a match is."""
    if max(len(match[name] or "") for name in ("single", "first", "number")) > LONGEST_NUMBER:
        return []
    sort = Figures.of().hedges.get(hedge.lower(), "")
    if match["single"]:
        one = match["single"], match["scale_of_single"], match["minus_of_first"], match["unit_of_single"]
        return [_made(match.start(), match.end(), *one, sort)]
    unit, other = match["unit"], match["unit_of_first"] or match["unit"]
    last = _made(match.start("number"), match.end(), match["number"], match["scale"], match["minus"], unit, sort)
    start, end = match.start(), match.end("unit_of_first") if match["unit_of_first"] else match.end("first")
    scale = match["scale_of_first"] or ("" if match["unit_of_first"] else match["scale"])
    first = _made(start, end, match["first"], scale, match["minus_of_first"], other, sort)
    if other == unit:
        return [first, last] if match["joint"].strip() else []
    (sort_of_first, size), (sort_of_last, less) = _units()[other], _units()[unit]
    if sort_of_first != sort_of_last or match["joint"] not in _TOGETHER or sort_of_first == "temperature":
        return [first, last]
    share = float(less[0]) / float(size[0])
    if share >= 1:
        return []
    low, high = first.value + last.low * share, first.value + last.high * share
    value = first.value + last.value * share
    return [Measure(start, match.end(), value, low, high, other, match["first"])]


def _made(start: int, end: int, number: str, scale: str | None, minus: str | None, unit: str, hedge: str) -> Measure:
    value, step = _value(number)
    times = _SCALES[scale or ""] * (-1 if minus else 1)
    digits = number.replace(",", "")
    rounded = step
    if digits.isdigit():
        rounded = 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 1.0
    half = max(step / 2, min(rounded / 2, value * _SMALL))
    low, high = value - half, value + half
    if hedge == "about":
        low, high = min(low, value * (1 - _ABOUT)), max(high, value * (1 + _ABOUT))
    elif hedge in ("under", "nearly"):
        low = min(low, value * (1 - _HEDGED))
    elif hedge in ("over", "just"):
        high = max(high, value * (1 + _HEDGED))
    low, high = sorted((low * times, high * times))
    return Measure(start, end, value * times, low, high, unit, number)


def _value(number: str) -> tuple[float, float]:
    """What a number comes to, and one unit of its last digit."""
    if number[0].isdigit():
        part = _PARTS.get(number[-1], 0.0)
        plain = (number[:-1] if part else number).replace(",", "")
        decimals = len(plain.partition(".")[2])
        return float(plain) + part, 0.25 if part else 10.0**-decimals
    figures = Figures.of()
    known = {row[0]: float(n) for n, row in enumerate(figures.ones, 1)}
    known |= {row[0]: 10.0 * n for n, row in enumerate(figures.tens, 1)}
    return sum(known[word] for word in number.lower().split("-")), 1.0


def _judge(first: Measure, second: Measure) -> tuple[float, bool] | None:
    """What the second should come to, and whether the two agree; none if they are no measure told twice."""
    (dimension, factors), (other, others) = _units()[first.unit], _units()[second.unit]
    if dimension != other or set(factors) & set(others):
        return None
    if dimension == "temperature":
        return _judge_degrees(first, second, factors[0], others[0])
    if min(first.value, second.value) <= 0:
        return None
    rates = [float(one) / float(another) for one in factors for another in others]
    agree = any(
        first.low * rate * (1 - _ROUGH) <= second.high and second.low <= first.high * rate * (1 + _ROUGH)
        for rate in rates
    )
    return first.value * rates[0], agree


def _judge_degrees(first: Measure, second: Measure, scale: str, other: str) -> tuple[float, bool] | None:
    if scale == "either":
        scale = "F" if other == "C" else "C"
    elif other == "either":
        other = "F" if scale == "C" else "C"
    if scale == other or "either" in (scale, other):
        return None

    def turned(degrees: float, zero: float) -> float:
        return degrees * 1.8 + zero if scale == "C" else (degrees - zero) / 1.8

    def agrees(zero: float, off: float) -> bool:
        low, high = turned(first.low, zero) - off, turned(first.high, zero) + off
        return low <= second.high and second.low <= high

    celsius = first.value if scale == "C" else second.value
    rights = [turned(first.value, 32.0)]
    agree = agrees(32.0, _DEGREE)
    if abs(celsius) <= _WARM:  # how much warmer it got, perhaps
        rights.append(turned(first.value, 0.0))
        agree = agree or agrees(0.0, 0.0)
    return min(rights, key=lambda right: abs(right - second.value)), agree
