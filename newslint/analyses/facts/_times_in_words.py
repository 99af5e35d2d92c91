"""Figures set against each other in words: “N, twice the M of a year ago”, “three times as common”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.comparing import compatible, is_time
from newslint.analyses.facts.multiple import Multiple, ratios
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.analyses.facts.statements import Statement, statement, told_as_one
from newslint.base.lazy import pattern
from newslint.model.story import Story, Zone
from newslint.words.tables import Changes, Figures, any_of

_LONGEST = 110  # code points between a figure and the words that compare it


def _times() -> str:
    ones = any_of([row[0] for row in Figures.of().ones[2:10]])
    return (
        r"(?:(?P<of>\b(?:,|[–—-]|or|was|were|is|are|be|been|have) ?|(?<=, )|(?<=[–—-] )|(?<=\())"
        rf"(?:(?P<hedge>(?i:{any_of(Figures.of().hedges)})) )?"
        rf"(?P<times>{any_of(Changes.of().multiples)}|(?:{ones}|\d) times|"
        rf"{any_of(Figures.of().shares)})"
        r"(?: of)?(?: as (?:many|much|high|large|big) as)? "
        r"(?=(?:the|its|his|her|their|this|that|those|a|last|\d|[$£€]))"
    )


_COMPARED = pattern(lambda: _times() + ")")


def compared_at(story: Story, zone: Zone, place: int) -> Iterator[Multiple]:
    """“N, twice the M of a year ago”, “N was less than a third of the M”."""
    if not _COMPARED.search(zone.text, max(0, place - 40), place + 60):
        return
    start, end = sentence_at(zone.text, place)
    for said in _COMPARED.finditer(zone.text, max(start, place - 40), min(end, place + 60)):
        if said.end() >= place:
            here = statement(zone, start, end)
            if here:
                yield from _against(story, here, said)
            break


def _against(story: Story, here: Statement, said: re.Match[str]) -> Iterator[Multiple]:
    """A figure that stands before such words, beside the one behind them."""
    text = here.zone.text
    figures = [each for each in here.figures if not each.share]
    behind = [each for each in figures if each.start >= said.end()]
    if not behind:
        return
    other = behind[0]._replace(hedge="") if " as " in said[0] else behind[0]
    ahead = [each for each in figures if each.end <= said.start() + 2 and _of_one_kind(each, other, said[0])]
    if len(ahead) != 1 or is_time(other) or other.joined or other.unit == PERCENT != ahead[0].unit:
        return
    one = ahead[0]
    gap = text[one.end : said.start()]
    if len(gap) > _LONGEST or not _plain(gap) or not _is_named(text[said.end() : other.start]):
        return
    if not told_as_one(story, here.zone, one.start, other.end):
        return
    hedge = Figures.of().hedges[said["hedge"].lower()] if said["hedge"] else ""
    start = said.start("times")
    for least, most, worth in ratios(one, other):
        told = f"{one.text} and {other.text}"
        yield Multiple(
            here.zone, start, said.end("times"), _factor_of(said["times"]), hedge, least, most, worth, here.zone,
            one.start, other.end, told,
        )  # fmt: skip


_HOW_OFTEN = pattern(
    lambda: rf"\b(?P<times>twice|(?:{any_of([row[0] for row in Figures.of().ones[2:10]])}|\d) times)$"
)
_COMPARED_TO = pattern(r"compared (?:to|with)|against")


def as_common(story: Story, zone: Zone, place: int) -> Iterator[Multiple]:
    """“38 percent had it, compared to 12 percent of the others, meaning it was three times more common”."""
    start, end = sentence_at(zone.text, place)
    said = _HOW_OFTEN.search(zone.text, max(start, place - 8), place + 5)
    here = statement(zone, start, end) if said else None
    if not here or not said:
        return
    shares = [each for each in here.figures if each.unit == PERCENT and not each.share]
    if len(shares) != 2 or shares[1].end > said.start():
        return
    one, other = shares
    if not _COMPARED_TO.search(zone.text, one.end, other.start):
        return
    if told_as_one(story, zone, one.start, said.end()):
        for least, most, worth in ratios(one, other):
            yield Multiple(
                zone, said.start(), said.end(), _factor_of(said["times"]), "", least, most, worth, zone,
                one.start, other.end, f"{one.text} and {other.text}",
            )  # fmt: skip


def _of_one_kind(one: Quantity, other: Quantity, said: str) -> bool:
    return one.unit == other.unit and (" as many" in said or compatible(one, other))


_SPLITS = pattern(r"[;:“”\"]|\b(?:and|but|while|whereas|who|which|when|if|where|though)\b")


def _plain(gap: str) -> bool:
    return not _SPLITS.search(gap)


_RIGHT_BEFORE = pattern(lambda: rf", ?(?:(?i:{any_of(Figures.of().hedges)}) )?$")


def _is_named(gap: str) -> bool:
    """Whether words lead to the figure behind them: “the total, $45m”, not “at 66 three times his age, had 1,873”."""
    return _plain(gap) and "," not in _RIGHT_BEFORE.sub("", gap)


def _factor_of(times: str) -> float:
    word = times.lower().split()[0]
    if times.lower() in Figures.of().shares:
        over, _, under = Figures.of().shares[times.lower()].partition("/")
        return int(over) / int(under)
    known = Changes.of().multiples
    if word in known:
        return float(known[word])
    ones = [row[0] for row in Figures.of().ones]
    return float(word) if word.isdigit() else float(ones.index(word) + 1)
