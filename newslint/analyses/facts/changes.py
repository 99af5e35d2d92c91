"""Changes of a figure as one clause tells them: “rose 20 percent, to $60 from $50”.

English only. A change is read where the figures before and after it stand as a pair (“from A to B”, “to B from A”,
“B, up from A”, “to B, compared with A a year earlier”), and only where they are plain amounts: not a place in a
table, not a loss, not a currency told in its own units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar, Changes, any_of

if TYPE_CHECKING:
    from newslint.analyses.facts.change import Change


def _find(story: Story) -> tuple[Change, ...]:
    """The changes of a figure that a clause tells with the figures before and after it, in order; English only."""
    if story.language != ENGLISH:
        return ()
    places = [*_places(story), *_overs(story)]
    steps, told = _steps(story), _told_of_before(story, places)
    if not (places or steps or told):
        return ()
    from newslint.analyses.facts._pairs import changes_at  # here and below, for most stories do not get here

    found = [*changes_at(story, places)]
    if steps:
        from newslint.analyses.facts._chains import chained_at

        found += chained_at(story, steps)
    if told:
        from newslint.analyses.facts._referring import told_of_before

        known = {each.by for each in found if each.by}
        found += [each for each in told_of_before(story, told) if each.by not in known]
    return tuple(found)


changes: Analysis[tuple[Change, ...]] = Analysis("changes", _find)

# Words that bring the figure before a change, and how they are found with a digit not far behind: without their first
# letter, if that is so common that a search for it would stop everywhere.
_FIGURE = r"(?=[^0-9\n,;:()]{0,100}+[0-9])"
_SHARE = r"(?=(?:[a-z]{1,12} ){0,2}(?:half\b|[a-z]+ in [a-z0-9]|[a-z]+[ -](?:third|quarter|fifth|tenth|half)))"
_BRINGING = (
    ("from", "", pattern(rf"from (?:{_FIGURE}|(?<=(?:up|wn) from ){_SHARE})")),
    ("compared", "", pattern("compared (?:with|to) " + _FIGURE)),
    ("against", "a", pattern("gainst " + _FIGURE)),
    ("than", "t", pattern(r"han (?:the|its|their|last) [^.;:\n0-9]{0,30}+[0-9]")),
)


def _places(story: Story) -> list[tuple[str, int]]:
    """Where such a word stands in the prose, with the word."""
    known = story.get(words)
    text = story.prose.text
    return [
        (word, match.start() - len(first))
        for word, first, behind in _BRINGING
        if word in known
        for match in behind.finditer(text)
        if text.startswith(word, max(0, match.start() - len(first)))
    ]


# Words that bring the next of several changes, with where it ends not far behind: “before slipping back to 41”.
_STEP = pattern(r"(?:[a-z]{1,14} ){1,4}to (?:[a-z]{1,14} ){0,3}[$£€]?[0-9]")
_STEPS = (("before", ("ing",)), ("then", ("ed", "ell", "ew", "ose", "ank")))


@cache
def _forms(endings: tuple[str, ...]) -> frozenset[str]:
    """The words that say that a figure changes, with such endings."""
    return frozenset([cue for cue in Changes.of().cues if cue.endswith(endings) and " " not in cue])


def _steps(story: Story) -> list[int]:
    """Where such words stand in the prose."""
    known = story.get(words)
    found: list[int] = []
    for word, endings in _STEPS:
        if word in known and not known.isdisjoint(_forms(endings)):
            found += _with(story.prose.text, f"{word} ", _STEP)
    return found


def _with(text: str, literal: str, behind: re.Pattern[str]) -> Iterator[int]:
    """Where a literal stands with a pattern right behind it: a plain search is faster than that of `re`."""
    at = text.find(literal)
    while at >= 0:
        if behind.match(text, at + len(literal)):
            yield at
        at = text.find(literal, at + len(literal))


# Sentences that tell how far a figure of the sentence before is from another: “This is 20 percent more than the 40”.
_OF_BEFORE_TEXT = (
    r"(?:[’']s| [a-z]{2,11}(?: to| still| be)?) (?:[a-z]{1,12} ){0,4}[$£€]?[0-9][^;:\n]{0,80}?"
    r" (?:from|compared|over|on|than|against) [^;:\n]{0,50}?[0-9]"
)
_OF_BEFORE = pattern(
    lambda: (
        rf"Th(?:(?:is|at)(?: (?:{any_of(Changes.of().figures)}))?|e (?:{any_of(Changes.of().figures)}))"
        rf"(?={_OF_BEFORE_TEXT})"
    )
)
_TOTAL_OF_DAY = pattern(lambda: rf"[’']s (?:{any_of(Changes.of().figures)})" + _OF_BEFORE_TEXT)


def _told_of_before(story: Story, places: list[tuple[str, int]]) -> list[int]:
    """Where such a sentence may begin in the prose, of a story that tells figures before a change at some places."""
    known, text = story.get(words), story.prose.text
    found: list[int] = []
    if places and _has_shares(story):
        found += [match.start() for match in _OF_BEFORE.finditer(text)]
    days = known & _whose_days() if "than" in known else ()
    for day in days:  # “Tuesday's total is 40 more than on Monday, when 300”
        found += _with(text, day.capitalize()[:-2], _TOTAL_OF_DAY)
    return found


def _has_shares(story: Story) -> bool:
    known = story.get(words)
    return "percent" in known or "cent" in known or "%" in story.prose.text


_OF_OVER = pattern(r"(?:(?:the|its|their) |last [a-z]{4,7}[’']s )(?:[a-z’']{2,14} ){0,4}[$£€]?[0-9]")


def _overs(story: Story) -> list[tuple[str, int]]:
    """Where “over the 40 of 2019” stands in a story that tells percentages."""
    known = story.get(words)
    if "over" not in known or known.isdisjoint(Changes.of().nouns) or not _has_shares(story):
        return []
    return [("over", at) for at in _with(story.prose.text, "over ", _OF_OVER)]


@cache
def _whose_days() -> frozenset[str]:
    return frozenset([f"{day[0].lower()}'s" for day in Calendar.of().weekdays])
