"""Figures of a story, each with what it may stand for: “nearly half”, “$28bn” and “$28.3bn” are intervals.

English only: what is written another way is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Vocabulary, any_of

ZONES = frozenset(("headline", "deck", "caption", "body", "list", "note", "subhead"))
PERCENT, POINTS = "%", "points"
DATE = "date"  # the unit of a figure that may be a year
_YEARS = (1500, 2100)
_ABOUT = 0.15  # of a figure that “about” may leave open, on either side
_FAR = 2.0  # times a figure with “more than” what it may stand for at most, and half of one with “less than” at least
_SHARE = 0.1  # of a share in words (“a third”) that it may be off
_JUST = 0.2
_LONGEST_HEDGE = 24  # code points
LONGEST_NUMBER = 24  # digits and commas of a figure; what is longer is a code, and past what can be reckoned with
_MOST_COUNTED = 4  # words behind a figure that may say what is counted


class Quantity(NamedTuple):
    """A figure at `start`-`end` of its zone's prose (code points), its sign, scale and unit taken in.

    `value` is in units of `unit`: “$3m” is 3,000,000 of `$`, “a third” 33.3 of `%`; a plain number has no unit.
    `step` is one unit of the last digit that is written (100,000 for “$3.4m”), `rounded` one of the last digit that
    is not 0 (1,000 for “7,000”). `hedge` is what the words before say: `about` so much, `over` or `under` it,
    `nearly` or `just` over it. `counted` are the words behind it up to a small word, in small letters (“45 banks”).
    `spelled` says that it stands in words, `joined` that it describes what follows (“80-page”), `share` that it is
    a share in words.
    """

    zone: Zone
    start: int
    end: int
    value: float
    step: float
    rounded: float
    unit: str
    hedge: str
    counted: tuple[str, ...]
    spelled: bool
    joined: bool
    share: bool

    @property
    def text(self) -> str:
        """The figure as it is written, without its hedge."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the most that it may stand for, going by its digits and its hedge."""
        return self.within(self.step)

    @property
    def loose(self) -> tuple[float, float]:
        """The same if the noughts at its end are there because it was rounded."""
        return self.within(self.rounded)

    def within(self, step: float) -> tuple[float, float]:
        """The least and the most that it may stand for, if it is right to half a step."""
        value, half = self.value, step / 2
        if self.share:
            half = _SHARE * value
        if self.hedge == "over":
            return value, value * _FAR
        if self.hedge == "under":
            return value / _FAR, value
        if self.hedge == "nearly":
            return value * (1 - _JUST), value + half
        if self.hedge == "just":
            return value - half, value * (1 + _JUST)
        if self.hedge == "about":
            half = max(half, _ABOUT * value)
        return value - half, value + half

    def agrees(self, other: Quantity) -> bool:
        """Whether both may be one figure, as far as their digits and hedges tell; units are not looked at."""
        (low, high), (least, most) = self.loose, other.loose
        return low < most and least < high


def read(zone: Zone, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The figures in a stretch of a zone's prose, in order; no ordinal numbers, clock times, scores and dates."""
    text = zone.text
    end = len(text) if end is None else end
    begin = _BEGIN.search(text, start, end)
    while begin:
        match = _FIGURE.match(text, begin.start(), end)
        found = _read(zone, match) if match else None
        if found:
            yield found
        begin = _BEGIN.search(text, match.end() if match else begin.end(), end)


def _find(story: Story) -> tuple[Quantity, ...]:
    """Every figure of an English story's copy, in order; ordinal numbers, clock times and scores are none."""
    if story.language != ENGLISH:
        return ()
    return tuple([each for zone in story.zones if zone.role in ZONES for each in read(zone)])


quantities: Analysis[tuple[Quantity, ...]] = Analysis("quantities", _find)


def _figure() -> str:
    """The pattern of a figure: a sign and digits, or number words; then a scale, then a unit."""
    figures = Figures.of()
    signs = _signs()
    units = [*figures.units, *(word for word in figures.currencies if word.isalpha() and word not in ("Rs", "RM"))]
    small = any_of([row[0] for row in figures.ones])
    tens = any_of([row[0] for row in figures.tens])
    below = rf"(?:(?:{tens})(?:[- ](?:{small}))?|{small})"
    measures = any_of([unit for unit in figures.units if unit not in _LETTER_UNITS])  # no “one in ten in 2000”
    words = rf"{below}(?: hundred(?: and {below})?)?"
    scales = any_of(figures.scales)
    in_words = any_of([scale for scale in figures.scales if len(scale) > 3])
    return (
        rf"(?:(?P<share>\b(?i:{any_of(figures.shares)})\b(?!-)(?! (?:a |an )?(?:{in_words}|hour|year|century)))"
        rf"|(?P<of>\b(?i:{small})\b) in (?P<every>\d{{1,4}}(?:,\d{{3}})*+|{small})\b(?! (?:{measures})\b)"
        r"|(?<![\w.,:/–$£€#-])(?P<odds>[1-9]) in (?P<whole>\d{1,3})(?![\w%]|[.,:/–-]\d)"
        rf"(?! (?:{measures})\b)"
        rf"|(?:(?<!\w)(?P<sign>(?:{any_of(signs)})\.? ?)|(?<![\w.,:/–-])(?<!\d ))"
        r"(?P<digits>\d{1,3}(?:,\d{2,3})++(?!\d)|\d++)"
        r"(?P<rest>\.\d++)?+(?![,.:/]\d|–\d|-\d|st\b|nd\b|rd\b|th\b)"
        rf"|\b(?P<words>(?i:{words}|(?:half )?an?(?= (?:{in_words}))))(?![\w’']))"
        rf"(?:(?:[ -]|(?<=\d))(?P<scale>(?:{scales})(?: (?:{in_words}))?)\b)?"
        r"(?:(?P<percent> ?%| per ?cent\b(?! points?\b)| pct\b)"
        r"|(?P<points>[ -](?:percentage |per ?cent )?points?\b)"
        rf"|(?P<joined>-)(?P<described>(?:{any_of(figures.units)})|[a-z]+)\b"
        rf"|(?P<gap> ?)(?P<unit>{any_of(units)})(?![\w-]))?"
    )


def _begin() -> str:
    """The pattern of what figures begin with: a plain set of signs, so that the search runs at full speed."""
    figures = Figures.of()
    words = {row[0] for row in (*figures.ones, *figures.tens)}.union(figures.shares)
    second = {word[1:3] for word in words if word[1] != " "} | {" ", "n ", "al"}  # “a third”, “an hundred”, “half a”
    first = "".join(sorted({way(word[0]) for word in words for way in (str.lower, str.upper)}))
    signs = _signs()
    bare = re.escape("".join(sorted({sign[0] for sign in signs if not sign[0].isalpha()})))
    named = "".join(sorted({sign[0] for sign in signs if sign[0].isalpha()}))
    rest = any_of({sign[1:] for sign in signs if sign[0].isalpha()})
    return (
        rf"[\d{bare}{first}{named}](?<!\w.)"
        rf"(?:(?<=[\d{bare}])|(?<=[{first}])(?i:{any_of(second)})|(?<=[{named}])(?:{rest}))"
    )


def _signs() -> list[str]:
    return [sign for sign in Figures.of().currencies if not sign[-1].isalpha() or sign in ("Rs", "RM")]


_BEGIN = pattern(_begin)
_FIGURE = pattern(_figure)
_HEDGE = pattern(lambda: rf"(?i:\b(?P<hedge>{any_of(Figures.of().hedges)})) (?:the |a )?$")
_WORD = pattern(r" ([A-Za-z][\w’'-]*)")
_PART = {"a": 1.0, "an": 1.0, "half a": 0.5}  # of a hundred, a million
_LETTER_UNITS = frozenset(("g", "ha", "in", "mi", "p", "real", "won"))  # other words too, where a space stands


def _read(zone: Zone, match: re.Match[str]) -> Quantity | None:
    """The figure that a match is, or none: a number of a name, a letter that is no unit."""
    text, start, end = zone.text, match.start(), match.end()
    part = match.groupdict()
    if len(part["digits"] or "") + len(part["rest"] or "") > LONGEST_NUMBER:
        return None
    share = bool(part["share"] or part["of"] or part["odds"])
    value, step, rounded = _value(part)
    unit, end = _unit(match, end)
    if unit == "cent" or unit == "pence":
        value, step, rounded = value / 100, step / 100, rounded / 100
        unit = "$" if unit == "cent" else "£"
    if share and unit:
        return None  # “half an hour”, “a third point”
    if text[end : end + 1].isalpha() or (unit and text.startswith(" cent", end)):
        return None  # “30C”, “5G”; “5 euro cents”
    plain = not (unit or part["scale"] or part["rest"] or "," in (part["digits"] or ""))
    if plain and part["digits"] and _YEARS[0] <= value <= _YEARS[1]:
        unit = DATE
    if part["words"] and part["words"].lower() in ("one", *_PART) and plain and not part["joined"]:
        return None  # “one of the men”
    sort = hedge_before(text, start)
    counted = () if unit and unit != DATE else tuple(_counted(text, match, end))
    return Quantity(
        zone,
        start,
        end,
        value,
        step,
        rounded,
        PERCENT if share else unit,
        "" if sort == "exact" else sort,
        counted,
        bool(part["words"] or part["of"]),
        bool(part["joined"]),
        share,
    )


def hedge_before(text: str, start: int) -> str:
    """What the words before a place say of a figure there, by the last of them at a glance."""
    said = text[max(0, start - _LONGEST_HEDGE) : start].split()
    if said and said[-1] in ("a", "the"):
        said.pop()
    if not said or (said[-1].isalpha() and said[-1].lower() not in _ends_of_hedges()):
        return ""
    hedge = _HEDGE.search(text, max(0, start - _LONGEST_HEDGE), start)
    return Figures.of().hedges[hedge["hedge"].lower()] if hedge else ""


@cache
def _ends_of_hedges() -> frozenset[str]:
    return frozenset([hedge.split()[-1] for hedge in Figures.of().hedges])


def _value(part: dict[str, str | None]) -> tuple[float, float, float]:
    """What a figure comes to, one unit of its last digit, and one of its last digit that is not 0."""
    if share := part["share"]:
        over, _, under = Figures.of().shares[share.lower()].partition("/")
        return 100 * int(over) / int(under), 0.0, 0.0
    if of := part["of"]:
        every = (part["every"] or "1").replace(",", "")
        whole = float(every) if every.isdigit() else _of_words(every)
        return 100 * _of_words(of) / (whole or 1), 0.0, 0.0
    if odds := part["odds"]:
        return 100 * float(odds) / (float(part["whole"] or 0) or 1), 0.0, 0.0
    if words := part["words"]:
        value, step = _PART.get(words.lower()) or _of_words(words), 1.0
    else:
        rest = part["rest"] or ""
        value = float((part["digits"] or "").replace(",", "") + rest)
        step = 10.0 ** -max(0, len(rest) - 1)
    digits = f"{value:.0f}" if step == 1 else ""
    rounded = step * 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 1 else step
    scale = 1.0
    for word in (part["scale"] or "").split():
        scale *= float(Figures.of().scales[word])
    return value * scale, step * scale, rounded * scale


def _unit(match: re.Match[str], end: int) -> tuple[str, int]:
    """The unit of a figure, and where the figure ends: without a letter that is a word of its own."""
    if match["percent"]:
        return PERCENT, end
    if match["points"]:
        return POINTS, end
    figures = Figures.of()
    if match["sign"]:
        sign = match["sign"].strip(" .")
        return figures.currencies[sign], end if not (match["unit"] or match["joined"]) else _before(match)
    if match["joined"]:
        word = match["described"]
        return (_singular(word) if word in figures.units else ""), match.start("joined")
    if unit := match["unit"]:
        if unit in _LETTER_UNITS and (match["gap"] or not match["digits"]):
            return "", match.start("gap")
        if unit in figures.units:
            return _singular(unit), end
        return figures.currencies[unit], end
    return "", end


def _before(match: re.Match[str]) -> int:
    """Where a figure with a sign ends, whose unit is another's: “$3 a”, “$28-billion”."""
    return match.start("gap") if match["unit"] else match.start("joined")


@cache
def _singular(unit: str) -> str:
    """The first of a unit's forms that come to as much: “kilometres” and “km” are one unit."""
    units = Figures.of().units
    same = [form for form in units if units[form] == units[unit]]
    return min(same, key=lambda form: (len(form) < 3, form.endswith("s"), len(form), form))


@cache
def _words() -> dict[str, float]:
    figures = Figures.of()
    found = {row[0]: float(n) for n, row in enumerate(figures.ones, 1)}
    return found | {row[0]: 10.0 * n for n, row in enumerate(figures.tens, 1)}


def _of_words(words: str) -> float:
    """The value of number words: “two hundred and ten”."""
    if words.isdigit():
        return float(words)
    total = 0.0
    for word in words.lower().replace("-", " ").split():
        if word == "hundred":
            total = (total or 1) * 100
        elif word != "and":
            total += _words().get(word, 0.0)
    return total


def _counted(text: str, match: re.Match[str], at: int) -> Iterator[str]:
    """The words behind a figure, up to a small word: what it may count."""
    if match["joined"]:
        yield match["described"]
        return
    for _ in range(_MOST_COUNTED):
        word = _WORD.match(text, at)
        if not word or word[1].lower() in _small():
            return
        yield word[1].lower()
        at = word.end()


@cache
def _small() -> frozenset[str]:
    return frozenset([word.lower() for word in Vocabulary.of().function])


def base_value(quantity: Quantity) -> tuple[str, float] | None:
    """The dimension of a unit of measure, and the figure in that dimension's own unit; none for other units."""
    dimension, _, factor = Figures.of().units.get(quantity.unit, "").partition(" ")
    if not factor or dimension == "temperature":
        return None
    return dimension, quantity.value * float(factor)
