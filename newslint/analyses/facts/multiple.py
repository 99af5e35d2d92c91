"""Words that say how many times one figure is another, with what the figures come to."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.comparing import ranges
from newslint.analyses.facts.quantities import Quantity
from newslint.base.record import NamedTuple
from newslint.model.story import Zone

JUST_UNDER = "just under"  # closer than “nearly”
EXACTLY = "exactly"  # where both halves of a sum are told


class Multiple(NamedTuple):
    """Words at `start`-`end` of a zone that say how many times a figure is another, and what the figures say.

    `factor` is what the words say, `hedge` what stands before them; `least` and `most` are what the figures may come
    to, `worth` what they come to as they stand.
    The figures stand at `figures_start`-`figures_end` of `other`, which is most often the same zone.
    """

    zone: Zone
    start: int
    end: int
    factor: float
    hedge: str
    least: float
    most: float
    worth: float
    other: Zone
    figures_start: int
    figures_end: int
    told: str

    @property
    def fits(self) -> bool:
        """Whether the figures may come to what the words say."""
        low, high = _bounds(self.factor, self.hedge)
        return self.least <= high and low <= self.most


def _bounds(factor: float, hedge: str) -> tuple[float, float]:
    """The least and the most times that such words may stand for: people count in halves and thirds by eye."""
    if hedge == "over":
        return (0.97 * factor, 1.1 * (factor + 1)) if factor > 1 else (0.97 * factor, 2.0 * factor)
    if hedge == "under":
        return 0.4 * factor, 1.03 * factor
    if hedge == "nearly":
        return 0.78 * factor, 1.03 * factor
    if hedge == "just":
        return 0.97 * factor, 1.2 * factor
    if hedge == JUST_UNDER:
        return 0.9 * factor, 1.03 * factor
    if hedge == EXACTLY:
        return 0.97 * factor, 1.03 * factor
    if hedge == "about":
        return 0.72 * factor, 1.35 * factor
    return (0.85 * factor, 1.17 * factor) if factor < 1 else (0.8 * factor, 1.25 * factor)


SURE = 0.7  # of what rounding may have cost each of two figures


def ratios(one: Quantity, other: Quantity) -> Iterator[tuple[float, float, float]]:
    """How many times one figure is another, at least, at most and by its digits, in each way to read them."""
    plain = one.value / other.value if other.value else 0.0
    for (low, high), (least, most) in ranges(other, one, sure=SURE):
        if low > 0:
            first, last = least / high, most / low
            yield first, last, plain if first <= plain <= last else (first + last) / 2
