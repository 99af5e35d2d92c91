"""Names that a house knows, by its own list: whose a form is, and which of them another form nearly is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.analyses.names._capitals import capitalised, places_of
from newslint.analyses.names._sides import Occurrence
from newslint.analyses.names.forms import KNOWN, FormShape, likeness, shape_of
from newslint.analyses.names.pairs import SpellingPair
from newslint.analyses.names.words import FIRST_NAMES, SURNAMES
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.names import HouseNames, Name
from newslint.model.story import Story

LEAST = 6  # letters; a shorter name is near too many others
SURE = 8  # letters from which a bare name one letter apart is a slip

_ORDINARY = KNOWN | FIRST_NAMES | SURNAMES


class Slip(NamedTuple):
    """A form that is nearly a known one, and where it stands."""

    text: str
    right: str
    at: tuple[Occurrence, ...]


class KnownNames:
    """A list of names, ready to be asked; whatever was asked once is remembered."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._owners: dict[str, set[str]] = {}
        self._by_key: dict[str, list[FormShape]] = {}
        self._people: dict[str, list[Name]] = {}  # by the word that stands for them alone
        self._near: dict[str, str] = {}
        for name in names:
            for form in name.right:
                for part in (form, *form.split()):
                    self._owners.setdefault(part, set()).add(name.name)
            if name.is_frequent:
                self._add(name)

    def _add(self, name: Name) -> None:
        for form in name.right:
            word = name.alone(form) if name.entity == "person" else form
            shape = shape_of(word) if len(word) >= LEAST and " " not in word else None
            if shape and not shape.known:
                self._people.setdefault(word, []).append(name)
                for key in _keys(shape):
                    self._by_key.setdefault(key, []).append(shape)

    def owners(self, form: str) -> frozenset[str]:
        """The names for which a form is right: in full, or one word of it."""
        return frozenset(self._owners.get(form, ()))

    def near(self, form: str) -> str:
        """The known family name or place that one word nearly is; nothing where there is none, or it is known."""
        found = self._near.get(form)
        if found is None:
            found = self._near[form] = self._look_up(form)
        return found

    def _look_up(self, form: str) -> str:
        if len(form) < LEAST - 1 or form in self._owners or form in _ORDINARY:
            return ""
        shape = shape_of(form)
        if shape is None or shape.known or (form.endswith("s") and form[:-1] in self._owners):
            return ""
        for key in _keys(shape):
            for other in self._by_key.get(key, ()):
                like = likeness(shape, other)
                if like and like.slight and not like.derived and like.initial:
                    return other.text
        return ""

    def firsts(self, word: str) -> set[str]:
        """The first names of the people whom a word stands for alone."""
        return {form.split()[0] for name in self._people.get(word, ()) for form in name.right if " " in form}

    def is_sure(self, form: str, word: str) -> bool:
        """Whether a form alone, with no first name, is a slip for a word: it sounds alike, or both are long."""
        a, b = shape_of(form), shape_of(word)
        return a is not None and b is not None and (a.sound == b.sound or min(len(form), len(word)) >= SURE)


def _keys(shape: FormShape) -> set[str]:
    """What two forms share that are at most one letter or sound apart: themselves, or without one letter."""
    found = set()
    for word in {shape.sound, shape.letters}:
        found.add(word)
        found.update(word[:n] + word[n + 1 :] for n in range(len(word)))
    return found


@lru_cache(8)
def known(house: HouseNames) -> KnownNames:
    """The index of a house's names."""
    return KnownNames(house.names)


def slips(story: Story, house: HouseNames) -> Iterator[Slip]:
    """The names in a story that are nearly ones which the house knows."""
    index = known(house)
    nearly = {word: right for word in story.get(capitalised)[0] if (right := index.near(word))}
    if not nearly:
        return
    for form, at in places_of(story, nearly).items():
        right = nearly[form]
        firsts = index.firsts(right)
        before = {run.words[i - 1] for run, i in at if i}
        if before & firsts or (not before and index.is_sure(form, right) and _alone(at)):
            yield Slip(form, right, tuple(at))


def span_of(at: Occurrence) -> Span:
    """Where a form stands in the source."""
    run, index = at
    start = run.places[index]
    return run.zone.to_source(start, start + len(run.words[index]))


def _alone(at: list[Occurrence]) -> bool:
    """Whether a form is a name of its own wherever it stands, and not just a word that opens sentences."""
    return all(len(run.words) == 1 for run, _ in at) and not all(run.opens or run.head for run, _ in at)


def decided_by_house(pair: SpellingPair, house: HouseNames) -> SpellingPair | None:
    """Two spellings by what the house knows: the known one is right; of two known people neither is."""
    index = known(house)
    odd, usual = index.owners(pair.odd), index.owners(pair.usual)
    if odd and not usual:
        pair = SpellingPair(pair.usual, pair.odd, pair.usual_at, pair.odd_at, pair.level, True)
    return None if odd and usual and not odd & usual else pair
