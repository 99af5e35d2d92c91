"""Changes that are told as multiples: “doubled from A to B”, “shrank by half”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.change import Change
from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.comparing import is_time
from newslint.analyses.facts.multiple import Multiple, ratios
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.analyses.facts.statements import place_before, statement
from newslint.analyses.facts.subjects import is_same_subject, subject_of
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.model.story import Story, Zone
from newslint.words.tables import Changes, Figures, any_of


@cache
def factors() -> frozenset[str]:
    """Words that say how many times a figure becomes what it was: “doubled”."""
    return frozenset([cue for cue, sense in Changes.of().cues.items() if " " in sense])


def of_changes(story: Story) -> Iterator[Multiple]:
    """“doubled from A to B”, and such a word in the sentence before its figures."""
    known = story.get(words)
    plain = known.isdisjoint(factors())
    if plain and known.isdisjoint(Changes.of().portions):
        return
    for change in story.get(changes):
        by = change.by
        if by and by.share and not change.before.share:
            yield from _by_share(change, by)
            continue
        if change.before.unit == PERCENT and change.before.share:
            continue
        if _EVERY.search(change.zone.text, change.cue_start, max(change.before.start, change.after.start)):
            continue  # “doubled every five months”
        factor, hedge = change.factor, change.more
        zone, start, end = change.zone, change.cue_start, change.cue_start + len(change.cue)
        if not factor:
            said = None if plain else _factor_before(story, change)
            if not said:
                continue
            zone, start, end, factor, hedge = said
        for least, most, worth in ratios(change.after, change.before):
            told = f"{change.before.text} to {change.after.text}"
            pair = (change.before, change.after)
            low, high = min(each.start for each in pair), max(each.end for each in pair)
            yield Multiple(
                zone, start, end, factor, _of_factor(factor, hedge), least, most, worth, change.zone, low, high, told
            )


def _by_share(change: Change, by: Quantity) -> Iterator[Multiple]:
    """“shrank by half, to 60 from 80”."""
    for least, most, worth in ratios(change.after, change.before):
        low, share, high = sorted([change.direction * (times - 1) for times in (least, worth, most)])
        pair = (change.before, change.after)
        yield Multiple(
            change.zone, by.start, by.end, by.value / 100, by.hedge, low, high, share, change.zone,
            min(each.start for each in pair), max(each.end for each in pair),
            f"{change.before.text} to {change.after.text}",
        )  # fmt: skip


_EVERY = pattern(r"\b(?:every|each|again|twice|annually|yearly)\b")


def _of_factor(factor: float, hedge: str) -> str:
    """A hedge as it bears on the factor: what is more than halved is less than a half."""
    return (
        {"over": "under", "under": "over", "nearly": "just", "just": "nearly"}.get(hedge, hedge)
        if factor < 1
        else hedge
    )


def _factor_before(story: Story, change: Change) -> tuple[Zone, int, int, float, str] | None:
    """“a doubling of its profit”, where the figures stand in the next sentence."""
    zone = change.zone
    if change.by or is_time(change.before):
        return None
    start, end = sentence_at(zone.text, change.start)
    place = place_before(story, zone, start)
    said = [*_FACTOR.finditer(place[0].text, *place[1:])] if place else []
    before = statement(*place) if place and len(said) == 1 else None
    if not before or before.figures:
        return None
    way, _, factor = Changes.of().cues[said[0]["factor"].lower()].partition(" ")
    if change.direction and (change.direction > 0) != (way == "up"):
        return None
    if not is_same_subject(zone.text[start:end], subject_of(before.zone.text[before.start : before.end])):
        return None
    hedge = Figures.of().hedges[said[0]["hedge"].lower()] if said[0]["hedge"] else ""
    return before.zone, said[0].start("factor"), said[0].end("factor"), float(factor), hedge


_FACTOR = pattern(
    lambda: rf"(?i:(?:\b(?P<hedge>{any_of(Figures.of().hedges)}) )?\b(?P<factor>{any_of(factors())})\b(?!-))"
)
