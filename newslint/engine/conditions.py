"""On which conditions a rule runs: genre, language, format, the words of a zone, the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from newslint.model.rule import Rule
from newslint.model.story import Story
from newslint.rulebook.waiting import Waiting

# Conditions that whole stories meet or not, by the attribute of a story that tells.
_SHARED = {"kind": "genre", "format": "format", "language": "language"}


def has_conditions(rule: Rule | Waiting) -> bool:
    """Whether a rule has conditions at all."""
    return bool(rule.when or rule.unless) or goes_by_day(rule)


def goes_by_day(rule: Rule | Waiting) -> bool:
    """Whether a rule holds from a day, or until one."""
    return rule.since is not None or rule.until is not None


def same_for_stories_alike(rule: Rule | Waiting) -> bool:
    """Whether a rule's conditions are the same for all stories of one genre, language and format."""
    return not goes_by_day(rule) and _SHARED.keys() >= {*rule.when, *rule.unless}


def suits(rule: Rule | Waiting, story: Story) -> bool:
    """Whether a story meets a rule's conditions, those of the day aside."""
    if rule.when and not all(_holds(story, key, values) for key, values in rule.when.items()):
        return False
    return not (rule.unless and any(_holds(story, key, values) for key, values in rule.unless.items()))


def holds_on(rule: Rule, day: Date) -> bool:
    """Whether a rule holds on a day."""
    return (rule.since is None or day >= rule.since) and (rule.until is None or day <= rule.until)


def _holds(story: Story, key: str, values: Sequence[str]) -> bool:
    if key in _SHARED:
        return getattr(story, _SHARED[key]) in values
    words = [value.casefold() for value in values]
    return any(word in zone.text.casefold() for zone in story.of(key) for word in words)
