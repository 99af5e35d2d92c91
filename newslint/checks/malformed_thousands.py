"""Figures whose commas do not separate thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.text.scanning import COPY, ScanHit, placed
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, any_of

_COMMA = pattern(r",[0-9]")  # a scan for a comma is ten times as fast as one for a digit
# The groups are never taken apart: “8,94,473.50” is not “8,94”.
_FIGURE = pattern(r"(?<![\w.,:/–-])\d+(?:,\d++)++(?![\d-]|[.:/]\d|–\d)")
_SOUND = pattern(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)*,\d{3}")  # thousands; lakhs and crores
_MONEY = pattern(r"(?:[$£€¥₹₩]|\b(?:USD|EUR|GBP|AUD|CAD|Rs\.?)) ?$")
_MONTH = pattern(
    lambda: rf"\b(?:{any_of([month[:3] for month in Calendar.of().month_names])})[a-z]{{0,6}}\.? $", re.IGNORECASE
)
_COUNTED = pattern(r" (?!euros?\b|uhr\b|hours\b|percent\b|per cent\b)(?:[a-z]+ ){0,2}?[a-z]{3,}s\b| people\b")
LONGEST = 15  # digits before the first comma of a figure
_YEAR = pattern(r"(?:1[0-9]|20)\d\d")


_REASON = "a digit is missing or extra, or the comma should be a decimal point"


class MalformedThousands(Rule):
    """A comma in the wrong place leaves readers to guess which digit is missing: £135,00 may be 135 or 135,000."""

    id = "malformed-thousands"
    topic = "numbers"
    finds = "A comma in the wrong place in a figure, such as £135,00"
    severity = "error"
    confidence = "high"
    message = "a comma in this figure is in the wrong place"
    zones = tuple(kind for kind in COPY if kind != "table")
    in_quotes = "both"
    examples = (
        Bad(
            "He earned up to [[£135,00]] a year.",
            message="“£135,00”: a digit is missing or extra, or the comma should be a decimal point",
        ),
        Bad("The pound stood at [[$1,8923]] at noon."),
        Bad("About [[4,2000]] people marched."),
        Bad("Close to [[15,00]] people came, and it was seen [[20,00]] times."),
        Bad("It sold [[1,200,00]] copies and cost [[€12,5]] million."),
        Bad("The dam cost [[$12000,000]]."),
        Good("About 4,200 people paid $1,892.30, or 1,892,300 in all."),
        Good("Delhi paid Rs 4,50,000 and then ₹1,20,00,000.", note="lakhs and crores"),
        Good("Fees of Rs 8,94,473.50 and Rs. 1,23,456/- came in, with Rs 5,67,890.00/- to come.", note="and paise"),
        Bad("The fee is [[Rs 1,23,45]]/- a year."),
        Good("She won 1-6,4-6,7-5 on Dec. 12,2020.", note="a tennis score and a date without its space"),
        Good("See rows 1,2,3 and rooms 12,14 or pages 8,15.", note="lists"),
        Good("Prices rose 3,5 percent in Paris.", note="a decimal comma"),
        Good("It grew in 2004,500 jobs at a time.", note="a space is missing, the figure is right"),
        Good("The dye is 1,3-butadiene; the line is 2,4000-D.", note="names of chemicals"),
        Good("Le loyer est de 1 200,50 euros, soit €12,50 par jour.", language="fr"),
    )
    evidence = Evidence(
        stories=2662,
        hits=4,
        wrong=0,
        cases=40,
        found=37,
        on="a digit lost from or added to figures in edited stories",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each figure."""
        if story.language != "en":
            return
        for hit in placed(story, _figures(story.prose.text), self.zones):
            money = _MONEY.search(hit.zone.text, max(0, hit.start - 5), hit.start)
            if not _SOUND.fullmatch(hit.text) and _is_wrong(hit, bool(money)):
                start = money.start() if money else hit.start
                figure = hit.zone.text[start : hit.end]
                yield self.finding(hit.zone.to_source(start, hit.end), f"“{figure}”: {_REASON}")


def _counts(hit: ScanHit) -> bool:
    """Whether a figure such as “15,00” is followed by what it counts: then a nought is lost."""
    return bool(_COUNTED.match(hit.zone.text, hit.end))


def _figures(text: str) -> Iterator[re.Match[str]]:
    """Every figure with commas in it."""
    end = 0
    for comma in _COMMA.finditer(text):
        start = comma.start()
        while start > end and start > comma.start() - LONGEST and text[start - 1].isdecimal():
            start -= 1
        figure = _FIGURE.match(text, start) if comma.start() >= end else None
        if figure:
            end = figure.end()
            yield figure


def _is_wrong(hit: ScanHit, money: bool) -> bool:
    """Whether a figure that is in no good form can be nothing else: a list, a score, a date, a decimal comma."""
    groups = hit.text.split(",")
    if money:
        return True
    if _YEAR.fullmatch(groups[0]):
        return False
    if len(groups) == 2:
        first, last = groups
        if (
            len(last) == 4
            and _YEAR.fullmatch(last)
            and _MONTH.search(hit.zone.text, max(0, hit.start - 12), hit.start)
        ):
            return False
        return len(last) > 3 or (len(first) > 3 and len(last) == 3) or (last == "00" and _counts(hit))
    inner_sound = all(len(group) == 3 for group in groups[1:-1])
    return inner_sound and len(groups[0]) <= 3 and len(groups[-1]) in (2, 4)
