"""Figures of which the story says in words how large the one is beside the other: “N, twice the M”, “half (49%)”.

English only, and only where the words stand right beside their figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.quantities import ZONES
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Changes, Figures, any_of

if TYPE_CHECKING:
    from newslint.analyses.facts.multiple import Multiple


def _find(story: Story) -> tuple[Multiple, ...]:
    if story.language != ENGLISH:
        return ()
    known = story.get(words)
    found: list[Multiple] = []
    if story.get(changes):
        from newslint.analyses.facts._multiples_of_changes import of_changes  # most stories do not get here

        found += of_changes(story)
    told = known & _times_words()
    if told:
        for stem in dict.fromkeys(map(_stem, sorted(told))):
            found += _near(story, stem)
    if "one" in known and not known.isdisjoint(_how_many()) and "ne in " in story.prose.text:
        found += _in_how_many(story)
    if "compared" in known and not known.isdisjoint(("times", "twice")):
        found += _more_common(story)
    return tuple(found)


multiples: Analysis[tuple[Multiple, ...]] = Analysis("multiples", _find)


def _stem(word: str) -> str:
    """What is looked for in the text: “two-thirds” holds “third”."""
    return word if word == "times" else word.rpartition("-")[2].rstrip("s")


@cache
def _times_words() -> frozenset[str]:
    return Changes.of().portions | frozenset(Changes.of().multiples) | {"times"}


def _windows(story: Story, word: str, behind: re.Pattern[str]) -> Iterator[tuple[Zone, int, int]]:
    """Where a word stands with a pattern right behind it, in a zone whose figures count: from where to where."""
    text = story.prose.text
    at = text.find(word)
    while at >= 0:
        match = behind.match(text, at + len(word))
        held = story.prose.zone_of(at, match.end()) if match else None
        if match and held and held[0].role in ZONES:
            yield held[0], at - held[1], match.end() - held[1]
        at = text.find(word, at + len(word))


_FIGURE_BEHIND_TEXT = r"s?(?: of [^.;:()\n,—–]{1,50}?)?(?: ?\(|, | ?[–—] ?| --? )(?:[a-z]+ ){0,3}\d"
_FIGURE_BEHIND = pattern(_FIGURE_BEHIND_TEXT)
_FIGURE_BEFORE = pattern(r"(?:%|per ?cent),? (?:\(|or |[–—-] )(?:[a-z]+ ){0,3}(?:(?:a|one|two|three)[ -])?$")


@cache
def _how_many() -> frozenset[str]:
    """Of how many one is told: “one in five”, “one in 10”."""
    return frozenset([row[0] for row in Figures.of().ones[2:9]]) | {"10", "12", "20"}


_IN_HOW_MANY = pattern(lambda: rf"(?:{any_of(_how_many())})" + _FIGURE_BEHIND_TEXT)


def _in_how_many(story: Story) -> Iterator[Multiple]:
    """“one in five (18.9 percent)”."""
    for zone, start, end in _windows(story, "ne in ", _IN_HOW_MANY):
        from newslint.analyses.facts._shares_in_words import (
            share_ahead,  # here and below, for most stories do not get here
        )

        yield from share_ahead(story, zone, start, end)


def _near(story: Story, word: str) -> Iterator[Multiple]:
    """What such a word tells where it stands: “half (49 percent)”, “49 percent, or half”, “half the 60 of 2019”."""
    text = story.prose.text
    share = word in Changes.of().portions
    rest = word == "half" and "other" in story.get(words)
    either = (word[0], word[0].upper())
    at = text.find(word[1:]) - 1  # whichever way it begins
    while at >= 0:
        end = at + len(word)
        if text[at] in either:
            ahead = _FIGURE_BEHIND.match(text, end) if share else None
            before = text[max(0, at - 40) : at] if share else ""
            behind = _FIGURE_BEFORE.search(before) if "%" in before or "cent" in before else None
            follows = _FIGURE_FOLLOWS.match(text, end)
            other = _OTHER_HALF.match(text, end) if rest else None
            held = story.prose.zone_of(at, end) if ahead or behind or follows or other else None
            if held and held[0].role in ZONES:
                zone, first = held
                from newslint.analyses.facts._shares_in_words import other_half, share_ahead, share_behind
                from newslint.analyses.facts._times_in_words import compared_at

                if ahead:
                    yield from share_ahead(story, zone, at - first, ahead.end() - first)
                if behind:
                    yield from share_behind(story, zone, at - first, end - first)
                if other:
                    yield from other_half(story, zone, at - first, other.end() - first)
                if follows:
                    yield from compared_at(story, zone, at - first)
        at = text.find(word[1:], end) - 1


_FIGURE_FOLLOWS = pattern(
    r"s?(?: of)?(?: as [a-z]+ as)? (?:(?:the|its|his|her|their|this|that|those|last) [^.;:\n\d]{0,60})?[$£€]?\d"
)
_OTHER_HALF = pattern(r" [^.;:()\n]{1,60}? and the other (?=[$£€]?\d)")
_AS_COMMON = pattern(r" (?:as|more) (?:common|likely|many|often|frequent|high)\b")


def _more_common(story: Story) -> Iterator[Multiple]:
    """“38 percent had it, compared to 12 percent of the others, meaning it was three times more common”."""
    for word in ("times", "twice"):
        for zone, start, _ in _windows(story, word, _AS_COMMON):
            from newslint.analyses.facts._times_in_words import as_common

            yield from as_common(story, zone, start)
