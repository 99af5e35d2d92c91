"""One sum told in two currencies, “$6bn (£3.12bn)”, and which of them go against the rate of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import ZONES, Quantity, read
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Prose, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Wholes, any_of

_PLAIN = 25  # code points of a plain sum
_REACH = 70  # code points before a bracket that are looked at
_SIGN = 6  # code points of a sign before a figure, “HK$”, “Rs. ”
_LONGEST = 60  # code points of what stands in a bracket
_SMALL = 1 / 8  # of a round sum that it may be off on either side
_EXACT = 1 / 40  # the same, where the rates known leave room already
_OFF = 1.2  # times the rate of the others that one may be off: rates of two days, of a quarter
_FAR = 1.8  # the same for sums of other years
_LEAST = 3  # sums of two currencies that make a rate of their own
_LONG_AGO = 1995  # the known rates are those since then


class Exchange(NamedTuple):
    """A sum and the same in another currency; `rate` is how many of `pair`'s first one of its second costs.

    `low` and `high` are what that rate may be, going by the digits of both.
    """

    first: Quantity
    second: Quantity
    pair: tuple[str, str]
    rate: float
    low: float
    high: float

    @property
    def text(self) -> str:
        """Both sums as they are written, whatever stands between them."""
        return f"{self.first.text} ({self.second.text})"


class Odd(NamedTuple):
    """A sum whose rate cannot be: `other` has another rate in the same story, or there never was one like it."""

    exchange: Exchange
    other: Exchange | None
    usual: float  # the rate of the others, or the nearest that there was
    either: bool = False  # whether the other sum may be the wrong one


# A sign, or a figure with a word that is a currency.
_OPENING = pattern(
    lambda: (
        rf"\((?:or |worth )?(?:(?i:{any_of(Figures.of().hedges)}) )?"
        rf"(?:(?:[A-Z]{{0,3}}[$£€¥₹₩]|Rs|RM)\.? ?\d|\d[^()]{{0,40}}(?:{any_of(_words())})\b)"
    )
)
_PARTING = pattern(lambda: rf"(?:[;,:/ ]|and|or|worth|~|(?i:{any_of(Figures.of().hedges)}))*")
_LAST = pattern(r"\d[\d,.]*+[a-z]*+(?:[ -][a-z]++){0,5} ?$")
_BETWEEN = pattern(r"(?:[ -][a-z]+){0,2} ?")


# A sum as most are written: a sign, digits, a scale.
_SUM = (
    r"(?P<sign>[$£€])(?P<figure>(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)"
    r"(?: ?(?P<scale>m|bn|million|billion)\b)?"
)
_BEFORE = pattern(rf"(?<!\w){_SUM} $")
_INSIDE = pattern(rf"\({_SUM}\)")


def _words() -> list[str]:
    return [form for form in Figures.of().currencies if form.isalpha() and len(form) > 1]


def _find(story: Story) -> tuple[Exchange, ...]:
    if story.language != ENGLISH:
        return ()
    prose = story.prose
    found: list[Exchange] = []
    for at in _brackets(prose.text):
        close = prose.text.find(")", at)
        held = prose.zone_of(at, close)
        if held and held[0].role in ZONES:
            found += _at(held[0], at - held[1], close - held[1])
    return tuple(found)


exchanges: Analysis[tuple[Exchange, ...]] = Analysis("exchanges", _find)


def _odd(story: Story) -> tuple[Odd, ...]:
    if story.language != ENGLISH or "(" not in story.prose.text or _all_plain(story.prose):
        return ()
    return tuple(odd(story))


odd_sums: Analysis[tuple[Odd, ...]] = Analysis("odd-exchanges", _odd)


def odd(story: Story) -> Iterator[Odd]:
    """The sums whose rate is not that of the others, or was never anybody's."""
    by_pair: dict[tuple[str, str], list[Exchange]] = {}
    for each in story.get(exchanges):
        by_pair.setdefault(each.pair, []).append(each)
    for found in by_pair.values():
        impossible = [each for each in map(_never, found) if each]
        yield from impossible
        told = {id(each.exchange) for each in impossible}
        yield from _among([each for each in found if id(each) not in told])


def _all_plain(prose: Prose) -> bool:
    """Whether each such bracket has a plain sum behind a plain one, at rates that are known and near each other.

    It saves reading the sums of most stories that have some.
    """
    text = prose.text
    rates: dict[str, list[float]] = {}
    for at in _brackets(text):
        first, second = _BEFORE.search(text, max(0, at - _PLAIN), at), _INSIDE.match(text, at)
        if not first or not second:
            return False
        ours, others = first["sign"], second["sign"]
        rate = _plain(first) / (_plain(second) or 1)
        if f"{ours} {others}" not in Wholes.of().rates:
            ours, others, rate = others, ours, 1 / (rate or 1)
        rates.setdefault(f"{ours} {others}", []).append(rate)
    return all(_are_known(*each) for each in rates.items())


def _plain(match: re.Match[str]) -> float:
    """What a plain sum comes to."""
    scale = match["scale"]
    return float(match["figure"].replace(",", "")) * (float(Figures.of().scales[scale]) if scale else 1)


def _are_known(pair: str, rates: list[float]) -> bool:
    known = Wholes.of().rates.get(pair)
    if not known:
        return False
    least, most = map(float, known.split())
    return least <= min(rates) and max(rates) <= min(most, min(rates) * _OFF)


def _brackets(text: str) -> Iterator[int]:
    """Where a bracket opens that begins with money."""
    at = text.find("(")
    while at >= 0:
        if text.find(")", at, at + _LONGEST) > 0 and _OPENING.match(text, at):
            yield at
        at = text.find("(", at + 1)


def _at(zone: Zone, start: int, close: int) -> Iterator[Exchange]:
    """What the sums in one bracket make with the sum before it, and with each other."""
    inside = _sums(zone, start + 1, close)
    if not inside or not _are_all(zone.text, start + 1, close, inside):
        return
    before = _sums(zone, _lead(zone.text, start), start)
    between = zone.text[before[-1].end : start] if before else ""
    if not before or not _BETWEEN.fullmatch(between) or not _currencies_in().isdisjoint(between.split()):
        return  # “70 euro cents (£0.48)”
    told = [before[-1], *inside]
    if len({_currency(each) for each in told}) < len(told):
        return  # a range, or no exchange
    for n, first in enumerate(told):
        for second in told[n + 1 :]:
            made = _exchange(first, second)
            if made:
                yield made


def _lead(text: str, start: int) -> int:
    """Where the last sum before a bracket begins at the latest: to read a figure takes its time."""
    last = _LAST.search(text, max(0, start - _REACH), start)
    return max(0, last.start() - _SIGN if last else start - _REACH)


def _sums(zone: Zone, start: int, end: int) -> list[Quantity]:
    """The sums of money in a stretch; none of a currency that is not known, “NT$5”."""
    return [
        each
        for each in read(zone, start, end)
        if each.unit in _currencies() and not zone.text[max(0, each.start - 1) : each.start].isalpha()
    ]


@cache
def _currencies_in() -> frozenset[str]:
    return frozenset(_words())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(Figures.of().currencies.values())


def _are_all(text: str, start: int, close: int, sums: list[Quantity]) -> bool:
    """Whether nothing stands in a bracket but these sums."""
    at = start
    for each in sums:
        if not _PARTING.fullmatch(text, at, each.start):
            return False
        at = each.end
    return not text[at:close].strip()


def _currency(quantity: Quantity) -> str:
    if quantity.unit == "¥":  # a sign of two currencies
        return "yen" if "yen" in quantity.text else "¥"
    return quantity.unit


def _exchange(first: Quantity, second: Quantity) -> Exchange | None:
    ours, others = (_currency(first), first), (_currency(second), second)
    if f"{others[0]} {ours[0]}" in Wholes.of().rates or (
        f"{ours[0]} {others[0]}" not in Wholes.of().rates and ours[0] > others[0]
    ):
        ours, others = others, ours
    (low, high), (least, most) = _may_be(ours[1]), _may_be(others[1])
    if least <= 0 or low <= 0:
        return None
    rate = ours[1].value / others[1].value
    return Exchange(first, second, (ours[0], others[0]), rate, low / most, high / least)


def _may_be(quantity: Quantity, small: float = _SMALL) -> tuple[float, float]:
    """What a sum may stand for: hedges hold for both sums alike."""
    value = quantity.value
    half = max(quantity.step / 2, min(quantity.rounded / 2, value * small))
    return value - half, value + half


def _never(exchange: Exchange) -> Odd | None:
    """The exchange, if there was no such rate since long ago."""
    known = Wholes.of().rates.get(" ".join(exchange.pair))
    if not known:
        return None
    least, most = map(float, known.split())
    ours, others = exchange.first, exchange.second
    if _currency(ours) != exchange.pair[0]:
        ours, others = others, ours
    (low, high), (fewest, much) = _may_be(ours, _EXACT), _may_be(others, _EXACT)
    if low / much > most:
        usual = most
    elif high / fewest < least:
        usual = least
    else:
        return None
    if any(year < _LONG_AGO for year in _years(exchange)):
        return None
    return Odd(exchange, None, usual)


def _years(exchange: Exchange) -> list[int]:
    """The years that stand in the sentence of a sum."""
    zone = exchange.first.zone
    return [int(match[0]) for match in _YEAR.finditer(zone.text, *sentence_at(zone.text, exchange.first.start))]


_YEAR = pattern(r"(?<![\w$£€.,-])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")


def _tells_of_then(exchange: Exchange) -> bool:
    """Whether the sentence of a sum tells of now or then: “it now costs 100 lira ($3)”."""
    zone = exchange.first.zone
    start, end = sentence_at(zone.text, exchange.first.start)
    return not Wholes.of().other_times.isdisjoint(zone.text[start:end].lower().split())


def _among(found: list[Exchange]) -> Iterator[Odd]:
    """Those that go against the rate of most; of two, the second."""
    if len(found) == _LEAST - 1:
        one, other = found
        if any(_years(each) or _tells_of_then(each) for each in found):
            return  # each may be of its own day
        if other.low > one.high * _OFF or one.low > other.high * _OFF:
            yield Odd(other, one, one.rate, True)
        return
    if len(found) < _LEAST:
        return
    usual = _median([each.rate for each in found])
    near = [each for each in found if _agrees(each, usual, _OFF)]
    if 2 * len(near) <= len(found):
        return
    for each in found:
        if not _agrees(each, usual, _OFF) and (not _years(each) or not _agrees(each, usual, _FAR)):
            yield Odd(each, min(near, key=lambda one: abs(one.rate - usual)), usual)


def _agrees(exchange: Exchange, usual: float, times: float) -> bool:
    return exchange.low <= usual * times and exchange.high >= usual / times


def _median(rates: list[float]) -> float:
    """The one in the middle, or halfway between two: `statistics` takes long to import."""
    rates = sorted(rates)
    half = len(rates) // 2
    return rates[half] if len(rates) % 2 else (rates[half - 1] + rates[half]) / 2
