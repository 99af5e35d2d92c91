"""Shares that are all of one whole, by what the copy says, and do not come to 100 percent.

English only; a story that tells two shares is read for them.
"""

from __future__ import annotations

from newslint.analyses.facts.measures import places
from newslint.analyses.text.words import words
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story
from newslint.words.languages import ENGLISH

if TYPE_CHECKING:
    from newslint.analyses.facts.closed_shares import Closed


def _find(story: Story) -> tuple[Closed, ...]:
    if story.language != ENGLISH:
        return ()
    told, text = story.get(words), story.prose.text
    found = _all(text, "%") if "%" in text else []
    if "percent" in told:  # a set of words is faster than the text
        found += [(at, "percent") for at in places(text, "percent")]
    if "cent" in told:
        found += [(at, "per cent") for at in places(text, "per cent")]
    if len(found) < 2:
        return ()
    from newslint.analyses.facts.closed_shares import in_story  # most stories do not get here

    return tuple(in_story(story.prose, sorted(found)))


closed: Analysis[tuple[Closed, ...]] = Analysis("closed-shares", _find)


def _all(text: str, sign: str) -> list[tuple[int, str]]:
    """Where a single sign stands in a text."""
    found = []
    at = text.find(sign)
    while at >= 0:
        found.append((at, sign))
        at = text.find(sign, at + 1)
    return found
