"""A sum in two currencies that goes against the rate of the others: “$30m (£4.7m)”."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log10

from newslint.analyses.facts.exchanges import Odd, odd_sums
from newslint.analyses.facts.quantities import Quantity
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Figures

_TINY = 0.1  # of a currency, below which the rate is told the other way round
_WRONG_BY_A_SCALE = 100.0  # times the rate that one may be off without “m” or “bn” being at fault
_WORD = pattern(r"\d[ -]?([a-z]+)")


class CurrencyConversion(Rule):
    """A digit or an “m” lost in a bracket makes a sum ten times as large, and no reader works it out again."""

    id = "currency-conversion"
    topic = "facts"
    finds = "A sum in two currencies at a rate that the other sums, or history, do not bear out"
    severity = "warning"
    confidence = "high"
    message = "the two sums do not come to the same"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    yields_to = ("malformed-thousands",)  # “$110,00 (£59,000)”
    needs = odd_sums
    examples = (
        Bad(
            "The film took ((30.2m dollars)) ([[£4.7m]]) in three days.",
            message="at 30.2m dollars (£4.7m) £1 would be $6.43: it has not been above $2.60 in thirty years",
        ),
        Bad("The loss was ((€676m)) ([[£704m]])."),
        Bad("A debt of ((400m yuan)) ([[$6m]])."),
        Bad(
            "The mill cost ((£3.8m)) ([[$7.1]]).",
            message="£3.8m ($7.1): is “m” missing?",
            note="an “m” is missing",
        ),
        Bad(
            "It rose to £10m ($19m) from ((£8m)) ($15m); the pier cost ((£20m)) ([[$22m]]).",
            message="at £20m ($22m) £1 would be $1.10; elsewhere in the story it is $1.88",
        ),
        Bad(
            "It costs ((30,000 baht)) (£600), up from ((10,000 baht)) ([[£900]]).",
            message="at 10,000 baht (£900) £1 would be 11.11 baht; elsewhere in the story it is 50.00 baht, "
            "at 30,000 baht (£600): one of the two is wrong",
        ),
        Bad(
            "Farms sold ((€2.6 billion)) ($2.8 billion) of cheese. Half, some ((€1.3 billion)) ([[$1.9 billion]]),"
            " was soft.",
            note="neither is impossible by itself",
        ),
        Bad("The bank made ((A$460m)) ($358m; £190m), and may make ((A$720m)) ([[$363m]]) next year."),
        Good("The farms sold €2.6 billion ($2.8 billion) of cheese, and €1.3 billion ($1.6 billion) of butter."),
        Good("The mill cost £60m ($116m) in 2007, and its twin £50m ($62m) in 2022.", note="years apart"),
        Bad("It costs ((30m baht)) (£600,000), up from ((10,000 baht)) ([[£20m]])."),
        Good("It rose to £10m ($19m) from £8m ($15m); the pier cost £20m ($37m)."),
        Good("Tea is 17 yuan ($2.40), a meal 360 yuan ($50) and a taxi 5 yuan ($0.60).", note="small sums"),
        Good("The mine cost A$300m (US$200m), its twin C$300m (US$225m) and a third $300m (£190m)."),
        Good("He was paid £100 ($490) in 1938.", note="rates of long ago"),
        Good("Tickets are £10 ($10 for children). It made £5m (a loss of $20m) and NT$500 (£12)."),
        Good("The dividend was 70 euro cents (£0.48; $0.98)."),
        Good("They bid £5m to £6m ($8m to $9m)."),
        Good("Sales rose 5% to €60m ($70m; £52m)."),
        Good("In 2019 a loaf cost 10 lira ($1.70). It now costs 100 lira ($3).", note="rates of two days"),
    )
    evidence = Evidence(
        stories=2662,
        hits=6,
        wrong=0,
        cases=168,
        found=160,
        on="one figure changed in sums that edited stories give in two currencies, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such sum, at the second of the two."""
        for each in story.get(odd_sums):
            if each.exchange.first.zone.role in self.zones:
                yield self._found(each)

    def _found(self, each: Odd) -> Finding:
        exchange, other = each.exchange, each.other
        one, rate, usual = _rates(each)
        said = f"at {exchange.text} {one} would be {rate}"
        related = [Related(exchange.first.span, "the sum")]
        if other:
            related.append(Related(other.first.span, f"at {usual}"))
        if scale := _missing_scale(each):
            said = f"{exchange.text}: is “{scale}” missing?"
        elif other:
            said += f"; elsewhere in the story it is {usual}"
            said += f", at {other.text}: one of the two is wrong" if each.either else ""
        else:
            side = "above" if exchange.rate > each.usual else "below"
            said += f": it has not been {side} {usual} in thirty years"
        return self.finding(exchange.second.span, said, related=related)


def _rates(each: Odd) -> tuple[str, str, str]:
    """One of a currency, what it would be at an odd rate, and what it is: that way round in which copy tells it."""
    what, per = each.exchange.pair
    rate, usual = each.exchange.rate, each.other.rate if each.other else each.usual
    if max(rate, usual) < _TINY:
        what, per, rate, usual = per, what, 1 / rate, 1 / usual
    return _sum(1, per), _sum(rate, what), _sum(usual, what)


def _missing_scale(each: Odd) -> str:
    """The “m” or “billion” that one sum has and the other has not, where they are that far apart."""
    times = each.exchange.rate / each.usual
    if _WRONG_BY_A_SCALE > times > 1 / _WRONG_BY_A_SCALE:
        return ""
    one, other = _scale(each.exchange.first), _scale(each.exchange.second)
    return "" if one and other else one or other


def _scale(quantity: Quantity) -> str:
    word = _WORD.search(quantity.text)
    return word[1] if word and word[1] in Figures.of().scales else ""


def _sum(value: float, unit: str) -> str:
    """A sum as copy writes it, a small one to its first digit that is not 0."""
    if value == 1:
        figure = "1"
    elif value < 1000:
        figure = f"{value:.2f}" if value >= 0.01 else f"{value:.{-floor(log10(value))}f}"
    else:
        figure = f"{value:,.0f}"
    return f"{figure} {unit}" if unit.isalpha() and len(unit) > 2 else f"{unit}{figure}"
