"""Figures told of one of the sentence before, or of one year's: “This is 20 percent more than the 40 of 2019”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.analyses.facts._anchors import role_of
from newslint.analyses.facts._cues import CUE, is_of_something_else, lowered, sense
from newslint.analyses.facts.around import sentence_at, sentences_of
from newslint.analyses.facts.change import Change
from newslint.analyses.facts.comparing import compatible, counted, is_time
from newslint.analyses.facts.quantities import DATE, PERCENT, ZONES, Quantity
from newslint.analyses.facts.statements import Statement, place_before, statement
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.model.story import Story
from newslint.words.tables import Changes, any_of

_REACH = 120  # code points between a sentence's beginning and its figure
_FAR = 25.0  # times the one figure that the other may be: more is something else
_LONGEST = 60  # code points between how much it is more and the figure before

_OPENING = pattern(
    lambda: (
        rf"(?:{any_of(Changes.of().referring)}|[A-Z][a-z]{{2,8}}day[’']s (?:{any_of(Changes.of().figures)})"
        rf"|(?:The|This|That) (?:{any_of(Changes.of().figures)})"
        r"|This (?:year|month|week|quarter|season)[’']s [a-z]{3,14})"
        rf"(?:[’']s| (?:{any_of(Changes.of().amounting)})) (?:[a-z]{{1,12}} ){{0,4}}(?:[$£€] ?)?"
    )
)
_AGAINST = pattern(
    r"(?: (?:in|of) [^.,;:()\d]{1,30}?)? ?,?(?: when)? ?(?:compared (?:to|with)|from|over|on|than|against)"
    r"(?: on [A-Z][a-z]+day, when)? (?:(?:the|its|their|his|her|an?|last|that|a) ){0,2}(?:[a-z][a-z’']{1,14} ){0,5}$"
)
_MORE = pattern(r" (?:[a-z]{3,12} )?(?P<way>up|down|higher|more|greater|larger|lower|less|fewer|smaller)\b")
_UP = pattern(r"\b(?:(?P<bare>up|down)(?: by)?|(?P<way>higher|lower) by|(?P<noun>[a-z]+) of) (?:[a-z]+ ){0,2}$")


def refers(text: str, start: int, end: int) -> bool:
    """Whether a stretch from a sentence's beginning up to a figure speaks of what the sentence before told."""
    return end - start <= _REACH and bool(_OPENING.fullmatch(text, start, end))


def figure_before(story: Story, here: Statement, like: Quantity) -> Quantity | None:
    """The one figure of the sentence before that may be set against one of this."""
    place = place_before(story, here.zone, here.start)
    before = statement(*place) if place else None
    if not before:
        return None
    found = [each for each in before.figures if _may_be_one(each, like)]
    if len({each.value for each in found}) != 1 or role_of(found[0]).word == "from":
        return None
    near = 1 / _FAR < found[0].value / like.value < _FAR if like.value else False
    return found[0] if near and not story.get(quoted).meet(found[0].span) else None


def _may_be_one(figure: Quantity, like: Quantity) -> bool:
    if figure.joined or figure.share or is_time(figure) or figure.unit == DATE or figure.unit != like.unit:
        return False
    return compatible(figure, like) or not any(word.endswith("s") for word in like.counted[:2])


def figures_of_year(story: Story, here: Statement, year: str, like: Quantity) -> list[Quantity]:
    """The sums in like units that the sentences with a year tell, before a sentence."""
    found: list[Quantity] = []
    for zone in story.zones:
        if zone.role not in ZONES or year not in zone.text:
            continue
        for start, end in sentences_of(zone.text):
            if zone is here.zone and start >= here.start:
                return found
            told = statement(zone, start, end) if zone.text.find(year, start, end) >= 0 else None
            found += [each for each in told.figures if each.unit == like.unit] if told else []
        if zone is here.zone:
            break
    return found


def told_of_before(story: Story, places: Iterable[int]) -> Iterator[Change]:
    """The changes to a figure of the sentence before, told in sentences at such places of the prose."""
    for at in places:
        held = story.prose.zone_of(at, at + 1)
        if not held or held[0].role not in ZONES:
            continue
        zone, first = held
        start, end = sentence_at(zone.text, at - first)
        if start != at - first and not zone.text[start : at - first].isalpha():
            continue
        here = statement(zone, start, end)
        plain = here and not story.get(quoted).meet(zone.to_source(start, end))
        change = _told(story, here) if here and plain else None
        if change:
            yield change


def _told(story: Story, here: Statement) -> Change | None:
    """The change that a sentence tells with how much it is and the figure before."""
    if len(here.figures) < 2:
        return None
    text = here.zone.text
    by, before = here.figures[:2]
    if by.share or not refers(text, here.start, by.start) or before.start - by.end > _LONGEST or is_time(by):
        return None
    if before.unit == PERCENT or (by.unit != PERCENT and by.unit != before.unit):
        return None
    said = _way(text, by)
    if not said or " " in sense(said) or is_of_something_else(text, by, None):
        return None
    if not _AGAINST.fullmatch(text, max(by.end, said.end()), before.start):
        return None
    before = before._replace(hedge="" if before.hedge in ("over", "under") else before.hedge)
    after = figure_before(story, here, before)
    if not after or (by.unit != PERCENT and not (counted(by) <= counted(after) or not counted(by))):
        return None
    if by.unit != PERCENT and not by.hedge:
        by = by._replace(hedge="about")  # who tells it apart from its figures may round it
    place = next((name for name in ("way", "bare", "noun") if said.groupdict().get(name)), 0)
    direction = 1 if sense(said) == "up" else -1
    return Change(
        here.zone, here.start, before.end, said[place], said.start(place), direction, 0.0, "", before, after, by, True
    )  # fmt: skip


def _way(text: str, by: Quantity) -> re.Match[str] | None:
    """What says whether it is more or less: “up 20%”, “a rise of 20%”, “20% more”, “a 20% rise”."""
    behind = _MORE.match(text, by.end) or CUE.match(lowered(text), by.end + 1)
    if behind:
        return behind
    ahead = _UP.search(text, max(0, by.start - 40), by.start)
    if ahead and ahead["noun"]:
        return CUE.fullmatch(lowered(text), ahead.start("noun"), ahead.end("noun"))
    return ahead
