"""Whose an age is that stands alone: “the 34-year-old” is whoever alone is named right before."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.facts.ages import LEAST_APART, Age
from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.text.sentences import split
from newslint.model.story import Story

_BEFORE = frozenset(("headline", "deck", "body"))  # where whoever an age means may have been named


def with_meant(story: Story, found: Sequence[Age]) -> list[Age]:
    """The ages with whose they are: “the 34-year-old” is whoever alone is named right before.

    One that is some person's by name is taken for that person's, whoever stands before.
    """
    named = [age for age in found if not age.alone]
    alone = [age for age in found if age.alone and all(abs(age.years - each.years) >= LEAST_APART for each in named)]
    told: list[Age] = list(named)
    for age in alone:
        text = _text_near(story, age)
        if any(abs(age.years - each.years) >= LEAST_APART for each in alone) or any(
            each.name[-1] in text for each in named
        ):
            name = _meant(story, age)
            if name:
                told.append(age._replace(name=name))
    return told


def _meant(story: Story, age: Age) -> tuple[str, ...]:
    """The full name of whoever is meant by an age that stands alone; no words if that may be several."""
    persons = [each for each in story.get(mentions) if each.entity == "person"]
    near = _near(story, age, persons)
    numbers = {each.person for each in near}
    if len(numbers) != 1:
        return ()
    number = numbers.pop()
    return max((tuple(each.name.split()) for each in persons if each.person == number), key=len)


def _near(story: Story, age: Age, persons: Sequence[Mention]) -> list[Mention]:
    """Who is named in the sentence of an age and the one before it; or farther up, to the paragraph before."""
    text = age.zone.text
    here = [each for each in persons if each.zone is age.zone and each.start < age.start]
    if here:
        starts = [start for start, _ in split(text[: age.start])][-2:]
        last = [each for each in here if each.start >= starts[0] and not _is_aside(each)]
        return last or here
    at = story.zones.index(age.zone)
    before = next((zone for zone in reversed(story.zones[:at]) if zone.role in _BEFORE), None)
    return [each for each in persons if each.zone is before and not _is_aside(each)]


def _text_near(story: Story, age: Age) -> str:
    """The words before an age in which whoever it means may be named."""
    at = story.zones.index(age.zone)
    return " ".join(zone.text for zone in story.zones[max(0, at - 2) : at]) + age.zone.text[: age.start]


def _is_aside(name: Mention) -> bool:
    """Whether a name stands in brackets."""
    text = name.zone.text
    return text.rfind("(", 0, name.start) > text.rfind(")", 0, name.start)
