"""Mentions: whom a story names, in full and then by surname, and where; and the places and bodies it names."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.names._capitals import CapitalRun, Names, names
from newslint.analyses.names.context import is_person
from newslint.analyses.names.words import ARTICLES, COURTESY, FIRST_NAMES, FUNCTION, PLACES, PLAIN, SURNAMES, TITLES
from newslint.analyses.quotes.quotes import quoted
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Literal
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import Names as NameWords
from newslint.words.tables import Persons, Places

GivenAs = Literal["full", "surname", "first", "family"]
Entity = Literal["person", "place", "body"]

MOST_WORDS = 5  # in a person's name; a longer row of capitals is a title or a list
NOBODY = -1  # the number of a place or body
_NO_NAME = PLAIN | PLACES | FUNCTION
_WESTERN = FIRST_NAMES | SURNAMES
_FAMILY_FIRST = NameWords.of().family_first
_BODIES = Places.of().bodies
_PLACE_WORDS = Places.of().place_words
_PLACE_STARTS = Places.of().place_starts | PLACES
_BEFORE_NAMES = Persons.of().before_names
_PEOPLES = tuple(Places.of().peoples_endings)


class Mention(NamedTuple):
    """A name at `start`-`end` of a zone's prose (code points).

    Titles, possessive and plural endings and “Jr.” are left out.
    `given_as` says how a person is named: `full` (first name or initials and surname), `surname`, `first`, or
    `family` (“the Clintons”). `person` is the same number for all mentions of one person, `title` the title
    right before the name, `surname` what the story may call this person for short. A place or a body (`entity`) is
    nobody: its number is -1.
    """

    zone: Zone
    start: int
    end: int
    name: str
    given_as: GivenAs = "full"
    person: int = 0
    title: str = ""
    surname: str = ""
    entity: Entity = "person"

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


class _Person(NamedTuple):
    """Somebody introduced in full: a number, and the small words before the surname (van, de la)."""

    number: int
    small: str


class _People:
    """Who has been introduced: surnames and first names, each with the people of that name in order."""

    def __init__(self, found: Names) -> None:
        self.found = found
        self.by_name: dict[tuple[str, ...], _Person] = {}
        self.by_surname: dict[str, list[_Person]] = {}
        self.by_first: dict[str, list[_Person]] = {}

    def introduce(self, first: str, surname: str, small: str = "") -> _Person:
        """The person of a first name and a surname; what is between does not decide."""
        person = self.by_name.get((first, surname))
        if person is None:
            person = self.by_name[first, surname] = _Person(len(self.by_name), small)
            self.by_surname.setdefault(surname, []).append(person)
            if first:
                self.by_first.setdefault(first, []).append(person)
        return person

    def introduce_run(self, run: CapitalRun) -> _Person:
        """The person that a run names in full."""
        words = run.words
        if is_family_first(words, self.found):
            return self.introduce(words[1], words[0])
        before = run.places[-2] + len(words[-2])
        small = run.zone.text[before : run.places[-1]].strip()
        return self.introduce(words[0], bare(words[-1]), small if small[:1].islower() else "")


def is_spoken(story: Story, span: Span) -> bool:
    """Whether a name stands in a quotation, where the speaker chose it."""
    return story.get(quoted).hold(span)


def bare(surname: str) -> str:
    """A surname without its Arabic article: Al-Sadr, whom the story then calls Sadr."""
    article, _, rest = surname.partition("-")
    return rest if rest[:1].isupper() and article.lower() in ARTICLES else surname


def is_family_first(words: tuple[str, ...], found: Names) -> bool:
    """Whether a full name has its family name in front: Xi Jinping, Kim Jong Un, Lee Hsien Loong."""
    family, last = words[0], words[-1]
    if family not in _FAMILY_FIRST or not 1 < len(words) < 4 or last in _WESTERN or words[1] in FIRST_NAMES:
        return False
    if "." in "".join(words) or _stands_alone(last, found):
        return False
    return len(words) == 3 or "-" in last or family not in FIRST_NAMES or _stands_alone(family, found)


def _stands_alone(word: str, found: Names) -> bool:
    return any(len(run.words) == 1 and not run.head for run, _ in found.forms.get(word, ()))


def _find(story: Story) -> tuple[Mention, ...]:
    """Every name of a place, a body or a person whom the story somewhere names in full, in order."""
    found = story.get(names)
    # A line that may be left over from a page stays copy, but nobody is met there.
    found = Names(tuple(_without_label(run) for run in found.runs if not run.zone.sort), found.forms)
    people = _People(found)
    full = {id(run): people.introduce_run(run) for run in found.runs if _is_full(run, found)}
    for run in found.runs:
        word = run.words[0]
        if (
            len(run.words) == 1
            and run.title in COURTESY
            and word not in PLAIN
            and bare(word) not in people.by_surname
        ):
            people.introduce("", bare(word))
    return tuple(_mentions(found, people, full))


def _without_label(run: CapitalRun) -> CapitalRun:
    """A run without what a person is, where that stands before the name: PRESIDENT Ana Silva, Democrat Ana Silva."""
    words = run.words
    if len(words) < 3:
        return run
    title = words[0].capitalize()
    shouted = words[0].isupper() and len(title) > 3 and title in TITLES and not words[1].isupper()
    if shouted or (words[0].lower() in _BEFORE_NAMES and words[1] in FIRST_NAMES):
        return run._replace(words=words[1:], places=run.places[1:], title=title if shouted else run.title)
    return run


def _mentions(found: Names, people: _People, full: dict[int, _Person]) -> Iterator[Mention]:
    latest: dict[str, _Person] = {}  # surname or first name -> whom it was last used of in full
    for run in found.runs:
        person = full.get(id(run))
        if person is not None:
            first, last = (1, 0) if is_family_first(run.words, found) else (0, -1)
            surname = bare(run.words[last])
            latest[surname] = latest[run.words[first]] = person
            yield _mention(run, "full", person, surname)
            continue
        known = _known(run, people, latest)
        entity = "person" if known else _entity(run)
        if known:
            yield known
        elif entity != "person":
            start, end = run.places[0], run.places[-1] + len(run.words[-1])
            yield Mention(run.zone, start, end, run.zone.text[start:end], "full", NOBODY, "", "", entity)


def _known(run: CapitalRun, people: _People, latest: dict[str, _Person]) -> Mention | None:
    """The mention of somebody who is introduced elsewhere in the story, if a run is one."""
    if len(run.words) == 1:
        word = bare(run.words[0])
        given_as, known = _given_as(word, run, people)
        if not (given_as and known):
            return None
        key = word[:-1] if given_as == "family" else word
        return _mention(run, given_as, latest.get(key, known[0]), key)
    if run.head:  # “Ana Ruiz Resigns”: what the story below introduces
        person = people.by_name.get(run.words[:2])
        if person is not None:
            return _mention(run._replace(words=run.words[:2]), "full", person, run.words[1])
    return None


def _given_as(word: str, run: CapitalRun, people: _People) -> tuple[GivenAs | None, list[_Person]]:
    """How a single word names somebody who is introduced elsewhere in the story."""
    if word in people.by_surname:
        return "surname", people.by_surname[word]
    if word in people.by_first and word in FIRST_NAMES and not run.title:
        return "first", people.by_first[word]
    if word.endswith("s") and word[:-1] in people.by_surname:
        return "family", people.by_surname[word[:-1]]
    return None, []


def _mention(run: CapitalRun, given_as: GivenAs, person: _Person, surname: str) -> Mention:
    start, end = run.places[0], run.places[len(run.words) - 1] + len(run.words[-1])
    end -= given_as == "family"  # the plural's s
    text = run.zone.text
    if given_as in ("surname", "family"):
        start = _with_small(text, start, person.small)
    return Mention(run.zone, start, end, text[start:end], given_as, person.number, run.title, surname)


def _with_small(text: str, start: int, small: str) -> int:
    """Where a surname begins with the small words that belong to it: van Persie, al-Assad."""
    if small:
        before = start - len(small) - (not small.endswith("-"))
        if before >= 0 and text[before:start].strip().lower() == small.lower():
            return before
    return start


def _is_full(run: CapitalRun, found: Names) -> bool:
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
    if (first in _NO_NAME and not _is_christened(run)) or last in TITLES or (first.isupper() and not initials):
        return False
    if last in PLAIN:
        return run.title in COURTESY
    return bool(run.title) or initials or _as_person(run, found)


def _is_christened(run: CapitalRun) -> bool:
    """Whether a place is somebody's first name, behind a title: Senator Olympia J. Silva, Mayor London Silva."""
    first, last = run.words[0], run.words[-1]
    if not run.title or first in PLAIN or first in FUNCTION:
        return False
    return last not in PLAIN and last not in _BODIES and last not in _PLACE_WORDS


def _as_person(run: CapitalRun, found: Names) -> bool:
    """Whether the story treats a name as a person's: by what stands round it, or by the surname alone later."""
    if run.head or is_person(run):
        return not run.head or bool(run.title)
    last = run.words[0] if is_family_first(run.words, found) else run.words[-1]
    alone = (other for other, i in found.forms.get(bare(last), ()) if len(other.words) == 1 and i == 0)
    return last not in PLAIN and any(not other.head for other in alone)


def _entity(run: CapitalRun) -> Entity:
    """Whether a run that is no known person's is a place or a body, by its words alone."""
    words = run.words
    if run.head or (len(words) == 1 and words[0] not in PLACES):
        return "person"
    first, last = words[0], words[-1]
    if len(words) > 1 and last in _BODIES:
        return "body"
    if len(words) > 1 and last in _PLACE_WORDS:
        return "place"
    if last in PLACES and not last.endswith(_PEOPLES) and (len(words) == 1 or first in _PLACE_STARTS):
        return "place"
    return "person"


mentions: Analysis[tuple[Mention, ...]] = Analysis("mentions", _find)
