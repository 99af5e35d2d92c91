"""Mentions: the people a story names, in full and then by surname, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from newslint.analyses._names import Names, Run, names
from newslint.analyses._names_context import is_person
from newslint.analyses._names_words import COURTESY, FIRST_NAMES, FUNCTION, PLACES, PLAIN, TITLES
from newslint.story import Analysis, Story, Zone
from newslint.text import Span

Role = Literal["full", "surname", "first", "family"]

MOST_WORDS = 5  # in a person's name; a longer row of capitals is a title or a list
_NO_NAME = PLAIN | PLACES | FUNCTION


class Mention(NamedTuple):
    """A person's name in a zone's prose; titles, possessive and plural endings and “Jr.” are left out.

    `role` says how the person is named: `full` (first name or initials and surname), `surname`, `first`, or
    `family` (“the Clintons”). `person` is the same number for all mentions of one person, `title` the title
    right before the name.
    """

    zone: Zone
    start: int
    end: int
    name: str
    role: Role = "full"
    person: int = 0
    title: str = ""

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


class _People:
    """Who has been introduced: surnames and first names, each with the numbers of their people in order."""

    def __init__(self) -> None:
        self.count = 0
        self.by_name: dict[tuple[str, ...], int] = {}
        self.by_surname: dict[str, list[int]] = {}
        self.by_first: dict[str, list[int]] = {}

    def introduce(self, words: tuple[str, ...]) -> int:
        """The number of a person named in full; first name and surname decide, not what is between."""
        key = (words[0], words[-1])
        person = self.by_name.get(key)
        if person is None:
            person = self.by_name[key] = self.count
            self.count += 1
            self.by_surname.setdefault(words[-1], []).append(person)
            self.by_first.setdefault(words[0], []).append(person)
        return person


def _find(story: Story) -> tuple[Mention, ...]:
    found = story.get(names)
    people = _People()
    full = {id(run): people.introduce(run.words) for run in found.runs if _is_full(run, found)}
    for run in found.runs:
        word = run.words[0]
        if len(run.words) == 1 and run.title in COURTESY and word not in PLAIN and word not in people.by_surname:
            people.introduce(("", word))
    return tuple(_mentions(found, people, full))


def _mentions(found: Names, people: _People, full: dict[int, int]) -> Iterator[Mention]:
    latest: dict[str, int] = {}  # surname or first name -> whom it was last used of in full
    for run in found.runs:
        person = full.get(id(run))
        if person is not None:
            latest[run.words[-1]] = latest[run.words[0]] = person
            yield _mention(run, "full", person)
        elif len(run.words) == 1:
            word = run.words[0]
            role, known = _role(word, run, people)
            if role and known:
                key = word[:-1] if role == "family" else word
                yield _mention(run, role, latest.get(key, known[0]))
        elif run.head:  # “Ana Ruiz Resigns”: what the story below introduces
            person = people.by_name.get(run.words[:2])
            if person is not None:
                yield _mention(run._replace(words=run.words[:2]), "full", person)


def _role(word: str, run: Run, people: _People) -> tuple[Role | None, list[int]]:
    """How a single word names somebody who is introduced elsewhere in the story."""
    if word in people.by_surname:
        return "surname", people.by_surname[word]
    if word in people.by_first and word in FIRST_NAMES and not run.title:
        return "first", people.by_first[word]
    if word.endswith("s") and word[:-1] in people.by_surname:
        return "family", people.by_surname[word[:-1]]
    return None, []


def _mention(run: Run, role: Role, person: int) -> Mention:
    start, end = run.places[0], run.places[len(run.words) - 1] + len(run.words[-1])
    end -= role == "family"  # the plural's s
    return Mention(run.zone, start, end, run.zone.text[start:end], role, person, run.title)


def _is_full(run: Run, found: Names) -> bool:
    """Whether a run is a person's first name (or initials) and surname, as far as the story shows."""
    words = run.words
    if not 1 < len(words) <= (2 if run.head else MOST_WORDS):
        return False
    first, last = words[0], words[-1]
    if len(last) < 2 or last.isupper() or last in PLACES or last in FUNCTION:
        return False
    if first in FIRST_NAMES:
        return last not in PLAIN or len(words) > 2 or _as_person(run, found)
    initials = len(first) == 1 or "." in first
    if first in _NO_NAME or last in TITLES or (first.isupper() and not initials):
        return False
    if last in PLAIN:
        return run.title in COURTESY
    return bool(run.title) or initials or _as_person(run, found)


def _as_person(run: Run, found: Names) -> bool:
    """Whether the story treats a name as a person's: by what stands round it, or by the surname alone later."""
    if run.head or is_person(run):
        return not run.head or bool(run.title)
    last = run.words[-1]
    alone = (other for other, i in found.forms.get(last, ()) if len(other.words) == 1 and i == 0)
    return last not in PLAIN and any(not other.head for other in alone)


mentions: Analysis[tuple[Mention, ...]] = Analysis("mentions", _find)
