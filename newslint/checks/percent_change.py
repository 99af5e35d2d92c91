"""A change in percent that does not lead from the one figure to the other."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.comparing import is_time, ranges, written
from newslint.analyses.facts.quantities import PERCENT, POINTS, Quantity
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.change import Change
    from newslint.analyses.facts.statements import Statement

_SLACK = 0.6  # points that a percentage may be off, beside its own rounding
_SURE = 0.7  # of what rounding may have cost each figure
_PART = 0.03  # of it that it may be off


class PercentChange(Rule):
    """“Up 20 percent, to 60 from 55”: one of the three is wrong, and who checks finds out which."""

    id = "percent-change"
    topic = "facts"
    finds = "A change in percent that its figures before and after do not bear out"
    severity = "warning"
    confidence = "medium"
    message = "the percentage does not lead from the one figure to the other"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")
    in_quotes = "both"
    needs = changes
    examples = (
        Bad(
            "Profit jumped [[20 percent]] to ((60m euros from 55m euros)).",
            message="20 percent above 55m euros is 66m euros, not 60m euros",
        ),
        Bad("Revenue was (($55m, up [[30 percent]] from $50m)) a year earlier."),
        Bad("The number of cases climbed from ((200 to 300)), an increase of [[20 percent]]."),
        Bad("There were ((300 cases, compared with 200)) in 2019, an increase of [[20 percent]]."),
        Bad("Crime fell [[12 percent]] last year, with ((4,400 offences, compared with 6,000)) in 2019."),
        Bad("It sold ((300 homes, [[20 percent]] fewer than the 500)) of the year before."),
        Bad(
            "The airline blamed storms for a [[60%]] drop in profits.\n\nThe profit was ((£75m ($90m) compared"
            " with £125m)) a year earlier.",
            note="told in the sentence before its figures",
        ),
        Bad("Wages rose [[50 percent]], to (($11.1bn from $10.9bn))."),
        Bad(
            "The council had ((3,578 complaints in 2023.\n\nThis represents a [[278%]] increase in complaints"
            " compared to the 1,287)) logged a year earlier.",
            message="278% above 1,287 is 4,865, not 3,578",
            note="told of the figure of the sentence before",
        ),
        Bad("The port moved ((640,000 boxes. That is [[20 percent]] more than the 400,000)) of 2019."),
        Bad("The fund holds ((£90m. The figure is a [[25%]] rise over the £60m)) it held in May."),
        Bad("The ferry took ((3,500 cars, a [[40%]] increase over the 2,000)) of 2019."),
        Bad("The ferry took ((3,500 cars. That figure is a [[40%]] rise from the previous year's total of 2,000))."),
        Good("The ferry took 2,800 cars, a 40% increase over the 2,000 of 2019."),
        Good("The ferry took 3,500 cars and, over the 40 days of Lent, 20% more bikes."),
        Good("The council had 3,578 complaints. This represents a 178% increase compared to the 1,287 of last year."),
        Good("It had 512 calls and 88 visits. This is a 20 percent rise from 60.", note="either may be meant"),
        Good("The shop has 45 staff. This is what it pays 20 percent more for than the 40 of others."),
        Good("The shop has 45 staff. That is a 5% rise a year from 12 in 1990."),
        Good("The bakery has 45 ovens. This led to a 20 percent increase from 300 loaves to 360."),
        Good("“We sold 500,” she said. This was a 20 percent rise from 300, the council says.", note="not one voice"),
        Good("Profit jumped 9 percent to 60m euros from 55m euros."),
        Good("Revenue rose 12% to $1bn from $900m.", note="each of the three is rounded"),
        Good("Support rose 10 percent, to 55 percent from 50 percent.", note="percent of a percentage, or points"),
        Good("Exports grew 5 percent a year, to $76m from $40m.", note="each year"),
        Good("Revenue rose 8% on the year, to $60m from $58m in March."),
        Good("Sales rose 8 percent in the last quarter alone, and for the year they reached 5,400, up from 3,600."),
        Good("Shares rose 3 percent after profit climbed to $60m from $50m.", note="two different things"),
        Good("Revenue rose 8 percent. Cloud revenue rose to $25bn from $20bn.", note="a part of it"),
        Good("Profits fell 40 percent. In Asia the profit was $5m, compared with $4m in 2019."),
        Good("The group's profit fell 40 percent. Its Asian arm earned $5m, down from $6m."),
        Good("The file shrank from 19,121 kB to 15,934 kB - 20% win.", note="of the smaller of the two"),
        Good("Visits rose 3 percent from 2019 to 2020, to 60,000 from 50,000 in 2010."),
        Good("Revenue rose nearly 20 percent, to about $60m from about $50m."),
        Good("Turnover fell 12 percent of sales, from $50m to $40m."),
        KnownFalse("Sales rose [[5%]] to ((£60m, compared with £55m)) in 2019, when shops were shut."),
        Good("“Sales rose 8 percent,” she said, to 60m from 50m.", note="not one voice"),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=41,
        found=34,
        on="percentages changed beside their two figures in edited stories, 21 of them planted by others",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such change, at the percentage."""
        for change in story.get(changes):
            if change.zone.role not in self.zones:
                continue
            by = change.by
            if not by:
                change, by = _told_before(story, change)
            if by and _is_wrong(change, by):
                yield self.finding(by.span, _said(change, by), related=(Related(change.pair_span, "the figures"),))


def _told_before(story: Story, change: Change) -> tuple[Change, Quantity | None]:
    """A change with the percentage that the sentence before it gives, if both speak of one thing."""
    zone = change.zone
    if change.factor or change.before.unit in (PERCENT, POINTS) or is_time(change.before):
        return change, None
    from newslint.analyses.facts.around import sentence_at
    from newslint.analyses.facts.statements import (  # most stories tell of no change
        place_before,
        statement,
    )
    from newslint.analyses.facts.subjects import has_no_subject, is_same_subject, said_in

    start, end = sentence_at(zone.text, change.start)
    here = statement(zone, start, end) if _has_percent(zone.text, start, end) else None
    if here and any(each.unit == PERCENT for each in here.figures):
        return _told_ahead(here, change)
    place = place_before(story, zone, start)
    if not place or not _has_percent(place[0].text, *place[1:]):
        return change, None  # at a glance
    here = here or statement(zone, start, end)
    before = statement(*place)
    if not here or not before or any(each.unit == PERCENT for each in here.figures):
        return change, None  # a share in words may be what it is a part of
    said = said_in(before)
    if not said or (change.direction and change.direction != said.direction):
        return change, None
    if any(each.unit == change.before.unit for each in before.figures):
        return change, None
    if not (has_no_subject(change) or is_same_subject(zone.text[start:end], said.subject)):
        return change, None
    return change._replace(direction=said.direction, cue=said.cue), said.by


def _has_percent(text: str, start: int, end: int) -> bool:
    """Whether a stretch may hold a percentage, at a glance."""
    return any(text.find(sign, start, end) >= 0 for sign in ("%", "cent", "pct"))


def _is_wrong(change: Change, by: Quantity) -> bool:
    """Whether no reading of the figures comes near the percentage."""
    if (
        by.unit != PERCENT
        or by.share
        or change.factor
        or not change.direction
        or PERCENT in (change.before.unit, change.after.unit)
    ):
        return False
    if POINTS in (change.before.unit, change.after.unit) or change.before.share:
        return False
    return not any(
        _fits(change, by, before, after) for before, after in ranges(change.before, change.after, sure=_SURE)
    )


def _fits(change: Change, by: Quantity, before: tuple[float, float], after: tuple[float, float]) -> bool:
    low, high = by.interval
    room = _SLACK + _PART * by.value
    if before[0] <= 0:
        return True
    least, most = 100 * (after[0] / before[1] - 1), 100 * (after[1] / before[0] - 1)
    if change.direction < 0:
        least, most = -most, -least
    return low - room <= most and least <= high + room


def _said(change: Change, by: Quantity) -> str:
    before, after = change.before, change.after
    like = after if _DIGIT.search(after.text) and after.unit == before.unit else before
    right = written(before.value * (1 + change.direction * by.value / 100), like)
    return f"{by.text} {'above' if change.direction > 0 else 'below'} {before.text} is {right}, not {after.text}"


_DIGIT = pattern(r"\d")


def _told_ahead(here: Statement, change: Change) -> tuple[Change, Quantity | None]:
    """“crime fell 12 percent, with 4,400 offences compared with 6,000 a year before”."""
    from newslint.analyses.facts.subjects import said_in

    first = min(change.before.start, change.after.start)
    said = said_in(here, first)
    if not said or change.direction or said.by.end > first:
        return change, None
    if not _WITH.search(here.zone.text, said.by.end, first):
        return change, None
    return change._replace(direction=said.direction, cue=said.cue), said.by


_WITH = pattern(r",? (?:to|with) (?:(?:just|only|about|nearly|some|the number at) )?$")
