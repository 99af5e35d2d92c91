"""Gender, as far as a story shows it: which of “he” and “she” can stand for a person."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.names.mentions import Mention
from newslint.words.tables import Names, Titles

MALE, FEMALE, OPEN = "he", "she", ""

_MALE_TITLES = frozenset(Titles.of().having(MALE))
_FEMALE_TITLES = frozenset(Titles.of().having(FEMALE))
_MALE_NAMES = Names.of().men | Names.of().men_in_full
_FEMALE_NAMES = Names.of().women | Names.of().women_in_full


def genders(mentions: Iterable[Mention]) -> dict[int, str]:
    """“he” or “she” for each person whose title or first name tells; a title tells more than a name."""
    mentions = list(mentions)
    by_title: dict[int, str] = {}
    by_name: dict[int, str] = {}
    for mention in mentions:
        title = gender_of_title(mention) if mention.given_as == "full" else OPEN
        if title:
            by_title.setdefault(mention.person, title)
        name = (
            _of(mention.name.split()[:1], _MALE_NAMES, _FEMALE_NAMES)
            if mention.given_as in ("full", "first")
            else OPEN
        )
        if name:
            by_name.setdefault(mention.person, name)
    found = {**by_name, **by_title}
    for mention in mentions:  # “Mr. Silva” tells of a Jo Silva whom nothing else does
        title = gender_of_title(mention)
        if title:
            found.setdefault(mention.person, title)
    return found


def gender_of_title(mention: Mention) -> str:
    """What the title right before a name tells: Mrs. is “she”."""
    return _of(mention.title.split(), _MALE_TITLES, _FEMALE_TITLES)


def _of(parts: Iterable[str], male: frozenset[str], female: frozenset[str]) -> str:
    for part in parts:
        bare = part.rstrip(".")
        if bare in male:
            return MALE
        if bare in female:
            return FEMALE
    return OPEN
