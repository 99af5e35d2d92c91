"""Story names: whom a story names, and whether it says that they speak, looked up once a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newslint.analyses.quotes.cues import DETERMINERS, PREPOSITIONS, STARTERS
from newslint.analyses.quotes.marks import Marks
from newslint.base.lazy import pattern
from newslint.model.story import Zone
from newslint.words.tables import Attributions, Names, Places, Titles, any_of

BEFORE_NAME = 30  # code points in which a title or a first name stands
_FIRST_NAMES = Names.of().first_names
_SMALL = STARTERS | DETERMINERS | PREPOSITIONS
PLACE_NAMES = frozenset(" ".join([*Places.of().countries, *Places.of().cities, *Places.of().states]).split())
_TITLES = frozenset(Titles.of().titles)
OF_SAYING = pattern(lambda: rf"\b(?:{any_of(Attributions.of().usual)})\b")


class StoryNames:
    """How a story names people; what it tells of a name is looked up once, however many quotations ask for it."""

    def __init__(self, marks: Sequence[tuple[Zone, Marks]]) -> None:
        self._marks = marks
        self._told: dict[tuple[str, bool], bool] = {}
        self._near: dict[tuple[str, int], bool] = {}

    @cached_property
    def spoken(self) -> int:
        """In how many paragraphs somebody is said to speak."""
        return sum(1 for zone, found in self._marks if found.pairs and OF_SAYING.search(zone.text))

    @cached_property
    def _text(self) -> str:
        """All paragraphs, so far apart that no word of one stands before a name of the next."""
        return ("\n" * BEFORE_NAME).join([zone.text for zone, _ in self._marks])

    def has_person(self, words: Sequence[str]) -> bool:
        """Whether a name is a person's: with a title or a first name, among its words or elsewhere in the story."""
        if any(leads_name(word) for word in words[:-1]):
            return True
        name = last_of(words[-1])
        if name in PLACE_NAMES or words[0].lower() in DETERMINERS:
            return False
        key = (name, len(words) == 1)
        if key not in self._told:
            self._told[key] = _names_person(self._text, *key)
        return self._told[key]

    def is_often(self, name: str) -> bool:
        """Whether a name stands in the story more than three times."""
        at = -1
        for _ in range(4):
            at = self._text.find(name, at + 1)
            if at < 0:
                return False
        return True

    def speaks_near(self, name: str, n: int) -> bool:
        """Whether “said” stands beside a name in a paragraph near that of the number `n`."""
        if (name, n) not in self._near:
            near = self._marks[max(0, n - 12) : n + 6]
            self._near[name, n] = any(_speaks(name, zone.text) for zone, _ in near if name in zone.text)
        return self._near[name, n]


def last_of(name: str) -> str:
    """The last word of a name, without a possessive ending."""
    return name.split()[-1].removesuffix("'s").removesuffix("’s")


def _names_person(text: str, name: str, alone: bool) -> bool:
    """Whether a text has a title or a first name before this one; before a name `alone`, any that has a capital."""
    at = text.find(" " + name)
    while at >= 0:
        before = text[max(0, at - BEFORE_NAME) : at].split()
        if any(leads_name(word) for word in before[-2:]):
            return True
        word = before[-1] if before else ""
        if alone and word.isalpha() and word[0].isupper() and word.lower() not in _SMALL:
            return True
        at = text.find(" " + name, at + 1)
    return False


def leads_name(word: str) -> bool:
    """Whether a word is a first name or a title."""
    return word in _FIRST_NAMES or word.rstrip(".") in _TITLES


def _speaks(name: str, text: str) -> bool:
    """Whether “said” stands beside a name."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if OF_SAYING.match(text, end + 1) or OF_SAYING.search(text, max(0, at - 12), at):
            return True
        at = text.find(name, end)
    return False
