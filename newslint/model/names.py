"""House names: how a house writes people, places and organisations, in right forms and wrong ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.record import NamedTuple

ENTITIES = ("person", "place", "organisation")
# Whose forms are told; a house's own form is simply its entry's `name`.
STYLES = ("ap", "bbc", "economist", "ft", "guardian", "nyt", "reuters", "un", "washington-post")
OFTEN = 5  # times; a learnt name that stands more rarely says little about how others are spelled


class Name(NamedTuple):
    """Somebody or something with a name: the right form, in general and by style, and the wrong ones.

    `also` are other forms that are right, `variants` wrong ones. `family` is the word that stands for a person
    alone (None: the last). Where a variant is part of a phrase in `leave`, or the story holds one of the words
    `unless`, something else is meant. `times`, `first`, `last` and `seen` say what an archive held.
    """

    name: str
    entity: str = "person"
    forms: Mapping[str, str] = {}
    also: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    family: str | None = None
    leave: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    since: Date | None = None
    until: Date | None = None
    source: str = ""
    times: int | None = None  # `count` in the file, which tuples have a use for
    first: Date | None = None
    last: Date | None = None
    seen: Mapping[str, int] = {}

    def form(self, style: str) -> str:
        """The right form in a style."""
        return self.forms.get(style, self.name)

    @property
    def right(self) -> tuple[str, ...]:
        """Every form that is right in some style, the usual one first."""
        return tuple(dict.fromkeys((self.name, *self.forms.values(), *self.also)))

    @property
    def is_frequent(self) -> bool:
        """Whether the name is known well enough to say that another is a slip for it."""
        return self.times is None or self.times >= OFTEN

    def holds_on(self, day: Date) -> bool:
        """Whether the entry speaks for a story of this day."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def alone(self, form: str) -> str:
        """The part of a form of a person's name that stands for the person alone; nothing where there is none."""
        words = form.split()
        if self.entity != "person" or self.family == "":
            return ""
        mine = self.name.split()
        at = -1
        if self.family in mine and len(words) == len(mine):
            at = mine.index(self.family)  # in another form the family name stands in the same place
        for particle in ("al-", "el-", "Al-", "El-"):
            words[at] = words[at].removeprefix(particle)
        return words[at]


class HouseNames:
    """The entries that hold under a configuration, as one thing that indexes can be kept for.

    `key` names what they say, for what is kept on disk.
    """

    __slots__ = ("_words", "key", "names")

    def __init__(self, names: Sequence[Name] = (), key: str = "") -> None:
        self.names = tuple(names)
        self.key = key
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words of all right forms, in small letters."""
        if self._words is None:
            forms = (form for name in self.names for form in name.right)
            self._words = frozenset(word for form in forms for word in form.lower().split())
        return self._words

    def __bool__(self) -> bool:
        return bool(self.names)


class NameFile(NamedTuple):
    """What a file of names holds; `dropped` are names that a person took out and that are not to be learnt again."""

    names: tuple[Name, ...]
    dropped: tuple[str, ...] = ()
    key: str = ""


def together(lists: Iterable[Sequence[Name]]) -> tuple[Name, ...]:
    """The entries of several lists; where two speak of one name, the later one's form is the right one."""
    found: list[Name] = []
    for names in lists:
        right = {form: n for n, each in enumerate(names) for form in each.right}
        later = list(names)
        for each in found:
            met = {right[form] for form in each.right if form in right}
            for n in met:
                later[n] = _joined(later[n], each)
            if not met:
                later.append(each)
        found = later
    return tuple(found)


def _joined(later: Name, former: Name) -> Name:
    """An entry with what a former one of the same name knows beyond it: what is wrong, and what to leave alone."""
    # Who wrote an entry by hand has chosen between good forms; an archive may well have several.
    chosen = former.right if later.times is None else ()
    wrong = (*later.variants, *former.variants, *(form for form in chosen if form not in former.also))
    return later._replace(
        variants=tuple(dict.fromkeys(form for form in wrong if form not in later.right)),
        leave=(*later.leave, *former.leave),
        unless=(*later.unless, *former.unless),
        family=former.family if later.family is None else later.family,
    )


class Wrong(NamedTuple):
    """A form that is wrong for the name number `owner`, and what to write.

    `alone`: it is a family name alone, which others may bear. `unsure`: nobody listed it alone, so it counts only
    beside the name itself.
    """

    text: str
    right: str
    owner: int
    alone: bool = False
    unsure: bool = False


def wrong_forms(names: Sequence[Name], style: str) -> list[Wrong]:
    """Every form that is wrong in a style, with the right one; with no style, what is wrong in all of them."""
    # What is right for a name of today may have been wrong for another once (Astana, Nur-Sultan).
    lasting = [each for each in names if not (each.since or each.until)]
    held = {word for each in lasting for word in _words_of(each)}
    found: dict[tuple[str, int], Wrong] = {}
    for n, each in enumerate(names):
        mine = set(_words_of(each))
        for wrong in _wrong_for(each, n, style):
            if wrong.text not in held or wrong.text in mine:
                found.setdefault((wrong.text, n), wrong)
    return list(found.values())


def _words_of(name: Name) -> Iterator[str]:
    """A name's right forms and their words, as copy may have them: several of a family, in capitals."""
    for form in name.right:
        for word in (form, *form.split()):
            yield from (word, f"{word}s", word.upper(), f"{word}s".upper())


def _wrong_for(name: Name, owner: int, style: str) -> Iterator[Wrong]:
    good = name.form(style)
    right = {good, *name.also} if style else set(name.right)
    fine = {name.alone(form) for form in right}
    for bad in (*name.variants, *(name.right if style else ())):
        if bad in right:
            continue
        listed = name.entity == "person" and " " not in bad and " " in good  # the family name alone
        if not listed:
            yield from _cased(Wrong(bad, good, owner))
        if (listed or " " in bad) and name.alone(bad) not in fine:
            yield from _families(name, bad, good, Wrong("", "", owner, True, not listed and bad not in name.right))


def _families(name: Name, bad: str, good: str, wrong: Wrong) -> Iterator[Wrong]:
    """A person's wrong family name alone, and that of several of the family."""
    text, right = name.alone(bad), name.alone(good)
    if text and right and text != f"{right}s":
        for ending in ("", "s"):
            if text + ending != right:
                yield from _cased(wrong._replace(text=text + ending, right=right + ending))


def _cased(wrong: Wrong) -> Iterator[Wrong]:
    """A wrong form as it stands in copy, at the start of a sentence and in capitals."""
    yield wrong
    text, right = wrong.text, wrong.right
    if text[0].islower() and text[0].upper() + text[1:] != right[0].upper() + right[1:]:
        yield wrong._replace(text=text[0].upper() + text[1:])  # what opens a sentence gets its capital there
    if not text.isupper() and text.upper() != right.upper():
        yield wrong._replace(text=text.upper(), right=right.upper())
