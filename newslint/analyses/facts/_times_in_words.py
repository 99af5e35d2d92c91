"""Figures set against each other in words: “N, twice the M of a year ago”, “three times as common”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.facts._referring import figure_before, figures_of_year, refers
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.comparing import compatible, is_time
from newslint.analyses.facts.multiple import Multiple, ratios
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.analyses.facts.statements import Statement, statement, told_as_one
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.model.story import Story, Zone
from newslint.words.tables import Changes, Figures, any_of

_LONGEST = 110  # code points between a figure and the words that compare it


def _times() -> str:
    ones = any_of([row[0] for row in Figures.of().ones[2:10]])
    return (
        r"(?:(?P<of>\b(?:,|[–—-]|or|was|were|is|are|be|been|have) ?|(?<=, )|(?<=[–—-] )|(?<=\())"
        rf"(?:(?P<hedge>(?i:{any_of(Figures.of().hedges)})) )?"
        rf"(?P<times>{any_of(Changes.of().multiples)}|(?:{ones}|\d{{1,3}}) times|"
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
    if of_year := _OF_YEAR.match(text, said.end()):
        yield from _against_year(story, here, said, of_year[1])
        return
    if not behind:
        return
    other = behind[0]._replace(hedge="") if " as " in said[0] else behind[0]
    ahead = [each for each in figures if each.end <= said.start() + 2 and _of_one_kind(each, other, said[0])]
    if is_time(other) or other.joined or (ahead and other.unit == PERCENT != ahead[0].unit):
        return
    if not ahead:
        yield from _against_before(story, here, said, other)
    if len(ahead) != 1:
        return
    one = ahead[0]
    gap = text[one.end : said.start()]
    if len(gap) > _LONGEST or not _plain(gap) or not _is_named(text[said.end() : other.start]):
        return
    if not told_as_one(story, here.zone, one.start, other.end):
        return
    yield from _told(here, said, one, other, (here.zone, one.start, other.end))


def _told(
    here: Statement, said: re.Match[str], one: Quantity, other: Quantity, place: tuple[Zone, int, int]
) -> Iterator[Multiple]:
    hedge = Figures.of().hedges[said["hedge"].lower()] if said["hedge"] else ""
    start, end = said.span("times")
    for least, most, worth in ratios(one, other):
        told = f"{one.text} and {other.text}"
        yield Multiple(here.zone, start, end, _factor_of(said["times"]), hedge, least, most, worth, *place, told)


_OF_YEAR = pattern(lambda: rf"the ((?:1[89]|20)\d\d) (?:{any_of(Changes.of().figures)})\b")
_WHEN = pattern(r",? when (?:it|they|he|she) (?:[a-z]{2,12} ){1,2}$")


def _against_year(story: Story, here: Statement, said: re.Match[str], year: str) -> Iterator[Multiple]:
    """“$336m by 2009, nearly 13 times the 2004 figure”, where the story tells one such figure of that year."""
    ahead = [each for each in here.figures if each.end <= said.start() + 2 and not each.share and not is_time(each)]
    if len(ahead) != 1 or ahead[0].joined or not _plain(here.zone.text[ahead[0].end : said.start()]):
        return
    one = ahead[0]
    others = figures_of_year(story, here, year, one)
    if (
        len(others) != 1
        or not _of_one_kind(one, others[0], said[0])
        or not told_as_one(story, here.zone, one.start, said.end())
    ):
        return
    other = others[0]
    if told_as_one(story, other.zone, other.start, other.end):
        yield from _told(here, said, one, other, (other.zone, other.start, other.end))


def _against_before(story: Story, here: Statement, said: re.Match[str], other: Quantity) -> Iterator[Multiple]:
    """“The town got $700,000. This is twice the sum it got in 2004, when it was given $350,000”."""
    text = here.zone.text
    start = said.start("times")
    hedge = said.start("hedge") if said["hedge"] else start
    if not refers(text, here.start, hedge) or not _is_named(_WHEN.sub("", text[said.end() : other.start])):
        return
    one = figure_before(story, here, other)
    if one and not story.get(quoted).meet(here.zone.to_source(here.start, other.end)):
        yield from _told(here, said, one, other, (here.zone, other.start, other.end))


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
