"""Months in full or short, as the house writes them: “December 2” or “Dec. 2”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.dates.own_copy import own_copy
from newslint.analyses.text.scanning import ScanHit
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, any_of

_DAY = r" (?:[12]\d|3[01]|[1-9])(?![\w%]|[.,:]\d|-\d|–\d)"
# A month with a day behind it, or a short one (with its full stop) anywhere.
_MONTH = pattern(
    lambda: (
        rf"\b(?:(?P<full>{any_of(Calendar.of().month_names)})(?={_DAY})"
        rf"|(?P<short>{any_of(Calendar.of().short_months)})(?:\.(?P<day>(?={_DAY}))?|(?={_DAY})))(?![\w-])"
    )
)
_YEAR_OR_SMALL = pattern(r",? (?:[12]\d{3}\b|[a-z])|[,;)]")
_LONG = 5  # letters of a month that agencies never shorten


class MonthForm(Rule):
    """Agencies shorten the long months where a day stands behind them and write all others out; papers shorten none.

    `short` asks for “Dec. 2”, “March 2” and “in December”, `full` for “December 2”.
    """

    id = "month-form"
    topic = "dates"
    finds = "A month that is shortened, or written out, against the style, such as “December 2”"
    severity = "warning"
    confidence = "medium"
    default = False
    message = "this month is written another way"
    axis = "month-form"
    forms = ("short", "full")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "Associated Press style, as told on getedited.wordpress.com, November 2009"
    examples = (
        Bad(
            "The mill shut on [[December]] 2 and opened [[Sep.]] 4, [[Mar.]] 5 and in [[Aug.]] of 2024.",
            fixed="The mill shut on Dec. 2 and opened Sept. 4, March 5 and in August of 2024.",
            style={"month-form": "short"},
        ),
        Bad(
            "The mill shut on [[Dec.]] 2 and opened [[Sept]] 4.",
            fixed="The mill shut on December 2 and opened September 4.",
            style={"month-form": "full"},
            message="“Dec.”: write “December”",
        ),
        Good(
            "The mill shut on Dec. 2 and opened in December 2024, on March 4 and May 5.",
            style={"month-form": "short"},
        ),
        Good(
            "The mill shut on December 2. Jan Dec and Mar Silva may march with Ant and Dec. She sang.",
            style={"month-form": "full"},
        ),
        Good("“We met on Dec. 2,” she wrote. In December 31 came.", style={"month-form": "full"}),
        Good("The mill shut on Dec. 2.", note="no house has chosen"),
        KnownFalse("In [[December]] 31 people came.", style={"month-form": "short"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each month."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        for hit in own_copy(story, _MONTH, self.zones):
            right = _right(hit, form)
            if right and right != hit.text:
                fix = Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer")
                yield self.finding(hit.span, f"“{hit.text}”: write “{right}”", fixes=(fix,))


def _right(hit: ScanHit, form: str) -> str:
    """How this month is written in a form; empty where it may be no month."""
    found = hit.match
    full = found["full"] or _months()[found["short"]]
    with_day = bool(found["full"]) or found["day"] is not None or not hit.text.endswith(".")
    if with_day:
        return _shortened()[full] if form == "short" else full
    return full if _YEAR_OR_SMALL.match(hit.zone.text, hit.end) else ""


@cache
def _months() -> dict[str, str]:
    """The full month for each short form."""
    return {short: row[0] for row in Calendar.of().months for short in row[1:]}


@cache
def _shortened() -> dict[str, str]:
    """How agencies write each month before a day: the longest of its short forms, or the month if that is short."""
    return {row[0]: row[0] if len(row[0]) <= _LONG else f"{row[-1]}." for row in Calendar.of().months}
