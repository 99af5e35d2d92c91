"""What to look for on behalf of house names, and which of the places found are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from functools import lru_cache

from newslint.analyses.names.words import FIRST_NAMES, FUNCTION, PLACES, PLAIN, SURNAMES, TITLES
from newslint.base import cache
from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Protocol, TypeVar
from newslint.base.version import __version__
from newslint.matcher import Needle
from newslint.model.names import HouseNames, Name, Wrong, together, wrong_forms
from newslint.model.story import Story, Zone
from newslint.words.name_files import name_of, read_names, shipped
from newslint.words.tables import Persons, any_of

_WORDS = PLAIN | PLACES | TITLES | FUNCTION | FIRST_NAMES | SURNAMES
_NO_FIRST_NAME = (PLAIN | PLACES | TITLES | FUNCTION) - FIRST_NAMES
_WORD_BEFORE = r"([^\W\d_][\w’'.-]*)[ \u00a0]$"
# What stands before a former or foreign form that the copy itself explains.
_EXPLAINED = pattern(
    lambda: (
        rf"\b(?:{any_of(Persons.of().explains_form)})"
        r"(?:[ ,]+(?:known|called|named|spelled|spelt|written|the|as|from|in))*[ ,(“\"‘']+$"
    )
)
_BESIDE = r"[ ,]*(?:\(|/| or | not | — | – |[(,] ?(?:also|formerly|previously|then|or|once|now)\b)"
_YEAR = r"\b(?:1[5-9]|20)\d\d\b"
_IN_ADDRESS = re.compile(r"://|www\.|[@#/\\_=]|\.\w")
_NEAR = 60  # characters before a form in which the copy may explain it


class _Hit(Protocol):
    """A needle of a table that stands in a zone's prose."""

    @property
    def needle(self) -> int: ...
    @property
    def zone(self) -> Zone: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


H = TypeVar("H", bound=_Hit)


class Table(NamedTuple):
    """The needles for all wrong forms, then those for the phrases that hold one by right."""

    names: tuple[Name, ...]
    wrong: tuple[Wrong, ...]
    phrases: tuple[str, ...]

    def needles(self) -> list[Needle]:
        """What the one scan must look for."""
        return [*(Needle(each.text, case=True) for each in self.wrong), *map(Needle, self.phrases)]


@lru_cache(32)
def table(house: HouseNames | None, style: str) -> Table:
    """What is wrong in a style, by newslint's own names and the house's."""
    files = shipped()
    key = cache.key_of("house-forms", __version__, style, house.key if house else "", *map(_content, files))
    kept = cache.load(key)
    if isinstance(kept, list) and len(kept) == len(Table._fields):
        names, wrong, phrases = kept
        return Table(tuple(map(name_of, names)), tuple(map(Wrong._make, wrong)), tuple(phrases))
    made = _made(together([*(read_names(path).names for path in files), house.names if house else ()]), style)
    cache.save(key, made)
    return made


def _content(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _made(names: tuple[Name, ...], style: str) -> Table:
    wrong = [each for each in wrong_forms(names, style) if not (each.unsure and each.text in _WORDS)]
    return Table(names, tuple(wrong), tuple(_phrases(names, {each.text for each in wrong})))


def _phrases(names: Sequence[Name], wrong: set[str]) -> Iterator[str]:
    """Names and contexts that hold a wrong form by right."""
    for each in names:
        yield from each.leave
        for form in each.right:
            words = form.split()
            inner = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
            if len(words) > 1 and form not in wrong and inner & wrong:
                yield form


def holding(story: Story, day: Date, table: Table, hits: Iterable[H]) -> list[H]:
    """Hits of entries that speak for a story of this day, and those of the phrases to leave alone."""
    hits, wrong, names = list(hits), table.wrong, table.names
    owners = {wrong[hit.needle].owner for hit in hits if hit.needle < len(wrong)}
    speaking = {n for n in owners if names[n].holds_on(day) and not is_elsewhere(story, names[n])}
    return [hit for hit in hits if hit.needle >= len(wrong) or wrong[hit.needle].owner in speaking]


def grouped(story: Story, table: Table, held: Iterable[H], settled: Iterable[H]) -> list[list[H]]:
    """The settled hits that the copy uses as its own and of the name that is meant, by wrong form."""
    strangers, named = set(), set()
    for hit in held:
        if hit.needle < len(table.wrong):
            wrong = table.wrong[hit.needle]
            if not wrong.alone:
                named.add(wrong.owner)
            elif is_another(hit.zone, hit.start, table.names[wrong.owner]):
                strangers.add(wrong.owner)
    places: dict[tuple[int, str], list[H]] = {}
    for hit in settled:
        wrong = table.wrong[hit.needle]
        name = table.names[wrong.owner]
        if wrong.alone and wrong.owner in strangers:
            continue
        if wrong.text == wrong.right.upper() and hit.zone.text.isupper():
            continue  # a line of capitals does not tell NATO from Nato
        if wrong.unsure and wrong.owner not in named and not is_named(story, name):
            continue
        if not is_address(hit.zone, hit.start, hit.end) and not is_explained(hit.zone, hit.start, hit.end, name):
            places.setdefault((wrong.owner, wrong.text), []).append(hit)
    return list(places.values())


def is_another(zone: Zone, start: int, name: Name) -> str:
    """The first name before a family name at `start`, where it is not this person's; else nothing."""
    m = compiled(_WORD_BEFORE).search(zone.text, max(0, start - 30), start)
    if m is None or not m[1][0].isupper():
        return ""
    word = m[1].rstrip(".")
    firsts = {form.split()[0] for form in (*name.right, *name.variants) if " " in form}
    if word in _NO_FIRST_NAME or word in firsts or (len(word) == 1 and word in {first[0] for first in firsts}):
        return ""
    titled = zone.role in ("headline", "deck", "subhead")
    return "" if titled and word not in FIRST_NAMES else word


def is_explained(zone: Zone, start: int, end: int, name: Name) -> bool:
    """Whether the copy itself says that a form is the former or another one, or speaks of other days."""
    text = zone.text
    if _EXPLAINED.search(text, max(0, start - _NEAR), start):
        return True
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    beside = compiled(_BESIDE)
    for form in name.right:
        at = before.rfind(form)
        if at >= 0 and beside.match(before, at + len(form)) and len(before) - at - len(form) < 24:
            return True
        at = after.find(form)
        if 0 <= at < 24 and beside.match(after):
            return True
    since = name.since
    return since is not None and any(int(year) < since.year for year in compiled(_YEAR).findall(text))


def is_address(zone: Zone, start: int, end: int) -> bool:
    """Whether a stretch is part of an address, a file or a tag."""
    text = zone.text
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    last = len(text)
    for c in " \n":
        at = text.find(c, end)
        last = min(last, at if at >= 0 else last)
    word = text[first:last]
    return word != text[start:end] and _IN_ADDRESS.search(word) is not None


def opening(zone: Zone, start: int, right: str) -> str:
    """A right form, with a capital where it opens a sentence."""
    before = zone.text[:start].rstrip(" \u00a0“‘\"'([")
    opens = not before or before[-1] in ".!?:•\n"
    return right[0].upper() + right[1:] if opens else right


def is_elsewhere(story: Story, name: Name) -> bool:
    """Whether the story holds one of the words that show that something else is meant."""
    return any(_stands(word, story.prose.text) for word in name.unless)


def is_named(story: Story, name: Name) -> bool:
    """Whether the story names a person by a right form of the family name, too."""
    return any(_stands(name.alone(form), story.prose.text) for form in name.right)


def _stands(word: str, text: str) -> bool:
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
