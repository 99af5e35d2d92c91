"""points-and-percent: a change told as an amount and as a percentage, of which one cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_NUMBER = r"[0-9]{1,3}(?:,?[0-9]{3}){0,4}(?:\.[0-9]{1,4})?"
_SUM = r"(?P<{0}sign>[$£€]?)(?P<{0}>{1})(?: (?P<{0}scale>million|billion|trillion))?"
_TOLD = pattern(
    _SUM.format("by", _NUMBER)
    + r"(?P<unit> (?:points|cents|pence))?,? (?:or |\((?:or )?)(?P<share>[0-9]{1,3}(?:\.[0-9]{1,3})?)"
    + r"(?P<sort>%| percent| per cent|pc)[,)]{1,2} to "
    + _SUM.format("to", _NUMBER)
    + r"(?![\w%]|[.,][0-9]| (?:percent|per cent|points|cents|pence|in|of)\b)"
)
_SCALES = {None: 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PARTS = {" cents": ("$", "€"), " pence": ("£",)}
_ROOM = 1.5  # times what rounding may have cost the percentage


class PointsAndPercent(Rule):
    """Readers who know the old figure see at once that the two do not go together; one of them is a slip.

    Whether it rose or fell, no old figure can have changed by both.
    """

    id = "points-and-percent"
    topic = "facts"
    finds = "An amount and a percentage of one change that do not agree (“fell $2, or 12%, to $38”)"
    severity = "warning"
    confidence = "high"
    message = "the amount and the percentage do not agree"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    examples = (
        Bad(
            "Shares fell $1.20, or [[12%]], to $38.80.",
            message="“$1.20, or 12%, to $38.80”: $1.20 would be about 3 percent",
        ),
        Bad("Sales rose $20 million (or [[50 percent]]), to $120 million."),
        Bad("The stock gained 69 cents, or [[7 percent]], to $102.48."),
        Good("Shares fell $1.20, or 3%, to $38.80. They rose 69 cents, or 0.7 percent, to $102.48."),
        Good(
            "The index rose 3.54 points, or 0.2 percent, to 2,173.60. Sales rose $20 million, or 20%, to $120 million"
        ),
        Good("It rose by 5, or 12 percent, to 8 percent. “It fell $1, or 50%, to $40,” she said."),
    )
    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=50,
        found=47,
        on="percentages changed in edited stories",
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """Such a sentence."""
        return (source_of(_TOLD),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each, at the percentage."""
        for hit in scan(story, _TOLD, self.zones):
            by = _meant(hit.match)
            if by is None or story.get(quoted).meet(hit.span):
                continue
            start = hit.start + hit.match.start("share") - hit.match.start()
            end = hit.start + hit.match.end("sort") - hit.match.start()
            said = f"“{hit.text}”: {_amount(hit.match)} would be about {by} percent"
            yield self.finding(hit.zone.to_source(start, end), said, related=[Related(hit.span, "the change")])


def _meant(told: re.Match[str]) -> str | None:
    """The percentage that goes with the two figures, where the one told goes with neither a rise nor a fall."""
    sums = _same_unit(told)
    if sums is None:
        return None
    (by, by_half), (to, to_half) = sums
    share, half = float(told["share"]), _half(told["share"]) * _ROOM
    near: list[float] = []
    for before in (to - by, to + by):
        room = by_half + to_half
        if before <= room:
            return None
        if 100 * (by - by_half) / (before + room) - half <= share <= 100 * (by + by_half) / (before - room) + half:
            return None
        near.append(100 * by / before)
    found = min(near, key=lambda each: abs(each - share))
    return f"{found:.0f}" if found > 2 else f"{found:.1g}"


def _same_unit(told: re.Match[str]) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Both sums and what rounding may have cost each, in one unit; None where they are of two."""
    by, to = (
        (
            float(told[name].replace(",", "")) * _SCALES[told[f"{name}scale"]],
            _half(told[name]) * _SCALES[told[f"{name}scale"]],
        )
        for name in ("by", "to")
    )
    signs = _PARTS.get(told["unit"] or "")
    if signs:
        return ((by[0] / 100, by[1] / 100), to) if told["tosign"] in signs and not told["bysign"] else None
    return (by, to) if told["bysign"] == told["tosign"] else None


def _sum(told: re.Match[str], name: str) -> tuple[float, float]:
    scale = _SCALES[told[f"{name}scale"]]
    return float(told[name].replace(",", "")) * scale, _half(told[name]) * scale


def _amount(told: re.Match[str]) -> str:
    end = told.end("unit") if told["unit"] else told.end("byscale") if told["byscale"] else told.end("by")
    return told.string[told.start() : end]


def _half(number: str) -> float:
    """Half of a number's last digit."""
    _, point, digits = number.partition(".")
    return 0.5 / 10 ** len(digits) if point else 0.5
