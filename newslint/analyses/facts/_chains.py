"""Changes told one after the other: “rose to 46 before slipping back to 41”, each from where the last ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.analyses.facts._anchors import role_of
from newslint.analyses.facts._cues import belongs, last_cue, words_of
from newslint.analyses.facts._pairs import is_turned, made
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.change import Change
from newslint.analyses.facts.comparing import compatible, is_time
from newslint.analyses.facts.quantities import ZONES, Quantity
from newslint.analyses.facts.statements import Statement, statement, told_as_one
from newslint.base.lazy import pattern
from newslint.model.story import Story
from newslint.words.tables import Changes, any_of

_LONGEST_REACH = 110  # between what says that a figure changes and where it ends
_LONGEST_GAP = 80  # between where one change ends and what says the next


def chained_at(story: Story, places: Iterable[int]) -> Iterator[Change]:
    """The changes that begin where the one before ended, told where such words stand in the prose."""
    done: set[tuple[int, int]] = set()
    for at in places:
        held = story.prose.zone_of(at, at + 1)
        if not held or held[0].role not in ZONES:
            continue
        zone, first = held
        start, end = sentence_at(zone.text, at - first)
        here = None if (first, start) in done else statement(zone, start, end)
        done.add((first, start))
        if here:
            yield from [each for each in _steps(here) if told_as_one(story, zone, each.start, each.end)]


def _steps(here: Statement) -> Iterator[Change]:
    """The steps of a sentence but the first."""
    text = here.zone.text
    for n, after in enumerate(here.figures[1:], 1):
        role = role_of(after)
        before = here.figures[n - 1]
        if role.word != "to" or role.at - before.end > _LONGEST_GAP or not _may_follow(before, after):
            continue
        cue = last_cue(here, before.end, role.at)
        if not cue or not _AT_ONCE.fullmatch(text, cue.end(), role.at):
            continue
        said = _NEXT.fullmatch(text, before.end, cue.start())
        if not said or not words_of(said["when"]).isdisjoint(Changes.of().parting | Changes.of().minus):
            continue
        if not _is_an_end(here, before) or is_turned(role.intro, (before, after)):
            continue
        change = made(here, cue, before, after, None, False)
        if change:
            yield change


def _may_follow(before: Quantity, after: Quantity) -> bool:
    return not (before.joined or after.joined) and is_time(before) == is_time(after) and compatible(before, after)


def _is_an_end(here: Statement, figure: Quantity) -> bool:
    """Whether a figure is where a change ended: “rose to 46”, “a peak of 46”."""
    text = here.zone.text
    role = role_of(figure)
    if _PEAK.search(text, max(0, figure.start - 40), figure.start):
        return True
    cue = last_cue(here, here.start, role.at) if role.word == "to" else None
    return bool(cue and role.at - cue.end() <= _LONGEST_REACH and belongs(text, cue, role.at))


_PEAK = pattern(lambda: rf"\b(?:{any_of(Changes.of().peaks)}) (?:[a-z]{{1,12}} ){{0,2}}$")
_AT_ONCE = pattern(r"(?: (?:back|again|down|up|off|[a-z]{2,14}ly))?(?: (?:again|slightly|[a-z]{2,14}ly))? ?")
_NEXT = pattern(
    lambda: (
        r"(?P<when>[^,.;:()]{0,60}?)(?:,| [–—-])? (?:and |but )?(?:it |they )?(?:has |have |had )?"
        rf"(?:{any_of(Changes.of().next)})(?: (?:it|they|again|[a-z]{{2,14}}ly))?(?: (?:has|have|had|being))? "
    )
)
