"""A margin that its two figures do not leave."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.comparing import compatible, limits, plainly, with_hedge, written
from newslint.analyses.facts.margins import Margin, margins
from newslint.analyses.facts.quantities import PERCENT, POINTS, Quantity
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.change import Change

_ROOM = 0.05  # of a unit of points that is lost in reckoning


class DifferenceMismatch(Rule):
    """“By 28 points (58 percent to 40)”: a subtraction that readers do in their heads."""

    id = "difference-mismatch"
    topic = "facts"
    finds = "A lead, gap or change that is not the difference of its two figures"
    severity = "warning"
    confidence = "medium"
    message = "the difference of the two figures is another"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")
    in_quotes = "both"
    examples = (
        Bad(
            "She beat him by [[28 points]], ((58 percent to 40 percent)).",
            message="58 less 40 is 18, not 28 points",
        ),
        Bad("She leads by [[nine points]] in the poll, ((48 to 42)). He has been here before."),
        Bad("Smith leads Jones by ((48-42)), a [[nine-point]] margin."),
        Bad("Boyce won by [[700]] votes, ((5,200 to 4,700))."),
        Bad("The bill passed with a majority of [[90]] votes. ((116 were in favour and 46)) against."),
        Bad("Men live ((71 years and women 79 years)), a gap of [[six years]]."),
        Bad("The price rose by [[$5]] to (($48 from $45))."),
        Bad(
            "The price fell by more than [[£600]] from ((£190,329 in May to £189,733)) in June.",
            message="from £190,329 to £189,733 is a difference of £596, not more than £600",
        ),
        Bad("Rates rose [[25]] basis points, to ((5.5 percent from 5 percent))."),
        Bad("Borrowing was ((£35bn, [[£4.5bn]] less than the £37.5bn)) predicted."),
        Bad("The firm made (($850m, a [[$697m]] improvement from $353m)) a year before."),
        Good("She beat him by 18 points (58 percent to 40 percent)."),
        Good("Fuel rose from 150 to 160 pence a litre, up 10 pence."),
        Good(
            "It leads by two points, with 34 percent to 33 percent.", note="the lead was worked out before rounding"
        ),
        Good("She leads by four points, down from nine in May, 47 percent to 43 percent."),
        Good("He led her by nine points in May and leads by four now, 48 to 44 percent."),
        Good("The poll has a margin of error of three points: 48 percent to 40 percent."),
        Good("She is up five points since May, at 45 percent, with 44 percent for him."),
        Good("They are two points clear after a 4-1 win. They have 61 points to 59 for Moor Park."),
        Good("The Hawks won by 10 points, 88-78, after trailing 40-35."),
        Good("They have a majority of 80 with 365 seats, and the others have 202."),
        Good("Boyce won by 700 votes in 2015 and in 2019 by 5,200 to 5,100.", note="two elections"),
        Good("A majority of 20 votes is needed and 116 votes were in favour and 110 against."),
        Good("Blue is 5 points ahead of Green on 40 percent, with the Reds on 30 percent."),
        KnownFalse("She beat him by [[two points]] at the mile, ((54 to 50))."),
        Good("It had 20,000 members and 43,000 viewers, up from 162, 10,000 and 28,900 respectively."),
        Good("The index fell 37.2 points to 2,797.5 from 2,834.7."),
        Good("Approval fell 3 points in a month, to 38 percent from 45 percent a year ago.", note="another time"),
        Good("The price rose 12 cents to $1.32 from $1.20."),
        Good("Net income was $10m, or 31 cents a share, up from $9m, or 25 cents a share."),
        Good("Output was 300 tonnes, 20 tonnes less than the 320 tonnes predicted."),
        Good("There is a gap of six years between the sisters, who are 12 years and 18 years old."),
    )
    evidence = Evidence(
        stories=2662,
        hits=1,
        wrong=0,
        cases=25,
        found=21,
        on="margins and amounts changed beside their two figures in edited stories, 14 of them planted by others",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each margin, at the margin."""
        for margin in story.get(margins):
            if margin.zone.role in self.zones and not margin.fits:
                yield self._found_margin(margin)
        for change in story.get(changes):
            by = change.by
            if by and change.zone.role in self.zones and _is_wrong(change, by):
                yield self._found_change(change, by)

    def _found_margin(self, margin: Margin) -> Finding:
        said = margin.said
        larger, smaller = margin.larger, margin.smaller
        message = f"{plainly(larger)} less {plainly(smaller)} is {plainly(larger - smaller)}, not {_told(said)}"
        place = margin.zone.to_source(margin.start, margin.end)
        return self.finding(said.span, message, related=(Related(place, "the two figures"),))

    def _found_change(self, change: Change, by: Quantity) -> Finding:
        before, after = change.before, change.after
        message = f"from {before.text} to {after.text} is a difference of {_apart(change, by)}, not {_told(by)}"
        return self.finding(by.span, message, related=(Related(change.pair_span, "the two figures"),))


def _told(figure: Quantity) -> str:
    return with_hedge(figure.zone.text, figure.start, figure.end) if figure.hedge else figure.text


def _scale(by: Quantity) -> float:
    return 0.01 if by.counted[:1] == ("basis",) else 1.0


def _is_wrong(change: Change, by: Quantity) -> bool:
    """Whether the figures before and after stand further apart, or less far, than the change is said to be."""
    before, after = change.before, change.after
    unit = before.unit or after.unit
    if change.factor or before.share or after.share or by.share or by.unit == PERCENT:
        return False
    if unit == PERCENT:
        if by.unit != POINTS and by.counted[:1] != ("basis",):
            return False
    elif by.unit == unit:
        if not compatible(by, after):
            return False
    elif by.unit != POINTS or unit:
        return False
    text = change.zone.text
    first = min(before.start, after.start)
    if by.end < first and _OTHER_TIME.search(text, by.end, first):
        return False
    room = _ROOM
    low, high = by.interval
    low, high = low * _scale(by), high * _scale(by)
    steps = sorted((before.step, after.step))
    finer = steps[0] if 0 < steps[1] <= 10 * steps[0] else None  # who writes one to the dot means both so
    (least, most), (one, two) = limits(before, finer), limits(after, finer)
    gaps = (one - most, two - least)
    if one < least:
        gaps = (least - two, most - one)
    if change.direction > 0:
        gaps = (one - most, two - least)
    elif change.direction < 0:
        gaps = (least - two, most - one)
    return gaps[1] < low - room * by.step or gaps[0] > high + room * by.step


_OTHER_TIME = pattern(
    r"\b(?:since|(?:in|over|during|from) (?:the |a )?(?:[a-z]+ )?(?:day|week|month|quarter|year|poll|decade)s?)\b"
)


def _apart(change: Change, by: Quantity) -> str:
    return written(abs(change.after.value - change.before.value) / _scale(by), by)
