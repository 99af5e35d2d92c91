"""Figures held against one another: whether both may be of one thing, and what each may stand for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.quantities import Quantity
from newslint.base.lazy import pattern
from newslint.words.tables import Changes, Figures, any_of


def is_time(figure: Quantity) -> bool:
    """Whether a figure is a stretch of time."""
    return Figures.of().units.get(figure.unit, "").startswith("time")


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one thing: the same unit, or one of them has it from the other."""
    if one.joined != other.joined and (one.joined or other.joined) and one.unit != other.unit:
        return False
    if one.unit != other.unit:
        bare = one if not one.unit else other
        return not bare.unit and not counted(bare) and not bare.share
    first, second = counted(one), counted(other)
    return not (first and second and first.isdisjoint(second))


def counted(figure: Quantity) -> frozenset[str]:
    """What a figure counts, without words of time: “31 last year”."""
    return frozenset(word.rstrip("s") for word in figure.counted) - Changes.of().timely


def ranges(
    before: Quantity, after: Quantity, finer: float | None = None, sure: float = 1.0
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """What the figures before and after may stand for; twice, if one may have its scale from the other.

    With `finer` they are taken to be right to half of that, but for their hedges; with `sure` to that part of what
    rounding may have cost each: that both are off by half a digit, and each its own way, hardly happens.
    """
    one, two = limits(before, finer, sure), limits(after, finer, sure)
    yield one, two
    scale, other = scale_of(before), scale_of(after)
    if other > 1 == scale and before.value < 1000:
        yield (one[0] * other, one[1] * other), two
    elif scale > 1 == other and after.value < 1000:
        yield one, (two[0] * scale, two[1] * scale)


def limits(figure: Quantity, finer: float | None = None, sure: float = 1.0) -> tuple[float, float]:
    """What a figure may stand for: noughts at its end may be there because it was rounded, within a fortieth."""
    step = min(figure.rounded, max(figure.step, figure.value / 20)) if finer is None else finer
    return figure.within(step * sure)


def written(value: float, like: Quantity) -> str:
    """A value as a figure of the story is written: in its unit and scale, with as many digits behind the point."""
    digits = _DIGITS.search(like.text)
    if not digits:
        return f"{value:,.0f}"
    shown = value / (scale_of(like) or 1)
    places = len(digits[0].partition(".")[2])
    if abs(shown) < 100 and abs(shown - round(shown, places)) > 0.004 * abs(shown):
        places += 1
    number = f"{shown:,.{places}f}" if "," in digits[0] or shown >= 10_000 else f"{shown:.{places}f}"
    return like.text[: digits.start()] + number + like.text[digits.end() :]


def with_hedge(text: str, start: int, end: int) -> str:
    """A figure as it is written, with the words before it that say how sure it is: “more than 600”."""
    hedge = _HEDGE.search(text, max(0, start - _LONGEST_HEDGE), start)
    return text[hedge.start() if hedge else start : end]


_HEDGE = pattern(lambda: rf"(?i:\b(?:{any_of(Figures.of().hedges)})) $")
_LONGEST_HEDGE = 24  # code points


def plainly(value: float, places: int = 4) -> str:
    """A value as people write it: to so many places behind the point, without noughts at its end, never by powers."""
    text = f"{value:,.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


_DIGITS = pattern(r"\d[\d,]*(?:\.\d+)?")


def scale_of(figure: Quantity) -> float:
    """What a figure's digits were multiplied by."""
    digits = _DIGITS.search(figure.text)
    if not digits:
        return 1.0
    plain = float(digits[0].replace(",", ""))
    return figure.value / plain if plain else 1.0
