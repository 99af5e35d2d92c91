"""Curves on logarithmic axes as SVG, by hand: nothing to install."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

Points = Sequence[tuple[float, float]]

COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#7a5195")
WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, BOTTOM = 62, 26, 34, 46
MOST_TICKS = 8
_STEPS = [float(f"{first}e{power}") for power in range(-3, 10) for first in (1, 2, 5)]


class Panel(NamedTuple):
    """One pair of axes and its curves by name."""

    title: str
    across: str
    up: str
    curves: Mapping[str, Points]


def svg(panels: Sequence[Panel]) -> str:
    """The panels side by side."""
    drawn = "".join(
        f'<g transform="translate({n * WIDTH} 0)">{"".join(_panel(panel))}</g>\n' for n, panel in enumerate(panels)
    )
    size = f'width="{WIDTH * len(panels)}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">\n'
        f'<rect {size} fill="#ffffff"/>\n{drawn}</svg>\n'
    )


def _panel(panel: Panel) -> list[str]:
    points = [point for curve in panel.curves.values() for point in curve]
    across = _Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = _Axis([y for _, y in points], HEIGHT - BOTTOM, TOP)
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts = [_text(middle, 18, panel.title, 'font-weight="bold"'), _text(middle, HEIGHT - 8, panel.across)]
    parts.append(_text(0, 0, panel.up, f'transform="translate(14 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)"'))
    for value in across.ticks():
        x = across.at(value)
        parts.append(_line(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_text(x, HEIGHT - BOTTOM + 15, f"{value:,.10g}"))
    for value in up.ticks():
        y = up.at(value)
        parts.append(_line(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_text(LEFT - 6, y + 4, f"{value:,.10g}", anchor="end"))
    for n, (name, curve) in enumerate(panel.curves.items()):
        colour = COLOURS[n % len(COLOURS)]
        places = [(across.at(x), up.at(y)) for x, y in curve]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        parts.append(_text(LEFT + 8, TOP + 14 * (n + 1), name, f'fill="{colour}"', anchor="start"))
    return parts


class _Axis:
    """Values on a logarithmic axis, from one place on the page to another; it begins and ends at a 1, 2 or 5."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.least = max(_STEPS[0], max((step for step in _STEPS if step <= min(values)), default=0))
        self.most = min((step for step in _STEPS if step >= max(values) and step > self.least), default=_STEPS[-1])
        self.start, self.end = start, end

    def at(self, value: float) -> float:
        share = math.log(max(value, self.least) / self.least) / math.log(self.most / self.least)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Every 1, 2 and 5 between the ends, or only the powers of ten where that would be many."""
        inside = [step for step in _STEPS if self.least <= step <= self.most]
        return inside if len(inside) <= MOST_TICKS else [step for step in inside if f"{step:e}".startswith("1")]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#dddddd"/>'


def _text(x: float, y: float, text: str, more: str = "", *, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(text)}</text>'
