"""Forms of words that look or sound alike: which of a story's are worth comparing, and how alike they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import combinations, islice
from operator import or_
from sys import intern

from newslint.analyses.names._likeness import distance, fold, plain
from newslint.analyses.names.words import ENDINGS, FIRST_NAMES, FUNCTION, PLACES, PLAIN, TITLES
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple

MOST_FORMS = 3000  # a story has 40, a book chapter 500; past this it is a directory, whose names are all alike
MOST_IN_BUCKET = 60  # of forms that begin or end alike; only a list of thousands of names has more
MOST_KEPT = 16384  # forms, for the stories to come
MOST_PAIRS = 4000  # to look at; a story has 5
MOST_FIRST_NAMES = 12  # of one surname; past this it is a family's history, or no surname
SHORT = 5  # letters; a shorter name may be more than one letter from another's by right
KNOWN = PLAIN | PLACES | TITLES | FUNCTION
# A capital inside a word.
_INNER = pattern(r"(?<!\S)\w+(?:['’-]\w+)*?(?:(?<=[a-z'’-])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z]))[\w'’-]*")
_COMPOUND = pattern(r"-(?:led|run|era|[a-z]{4})")  # Russian-backed, Clinton-era
_JOINS = str.maketrans("", "", "'-")
GLYPHS = str.maketrans("‘’`´ʼ", "'''''")


class FormShape(NamedTuple):
    """What a form looks and sounds like, whatever the story; `known`: it is an ordinary word or a place."""

    text: str
    letters: str
    sound: str
    known: bool
    keys: tuple[str, str, str]  # how it begins, how it ends, what letters it is made of
    sounds: int  # one bit for each letter of its sound


class Likeness(NamedTuple):
    """How alike two forms are; `size` is the length of the shorter."""

    size: int
    apart: int  # letters apart; 3 where more
    alike: int  # the same of their sounds
    close: bool  # they sound the same, or have the same letters in another order
    slight: bool  # close, or one letter apart
    initial: bool  # they begin alike
    derived: bool  # one stem with two endings


class _Bits(dict[str, int]):
    """The bit of each letter, worked out when it is first met."""

    def __missing__(self, letter: str) -> int:
        self[letter] = bit = 1 << (ord(letter) & 63)
        return bit


_BITS = _Bits()


def _bits(sound: str) -> int:
    return reduce(or_, map(_BITS.__getitem__, sound), 0)


_SHAPES: dict[str, FormShape | None] = {}  # names come again from story to story


def _shapes(forms: Collection[str]) -> Iterator[FormShape]:
    """The shapes of forms, of those that have one."""
    if len(_SHAPES) > MOST_KEPT:
        _SHAPES.clear()
    new = [form for form in forms if form not in _SHAPES]
    if new:
        _SHAPES.update(dict.fromkeys(new))
        _SHAPES.update(_shaped(new))
    return filter(None, map(_SHAPES.get, forms))


def shape_of(form: str) -> FormShape | None:
    """The shape of one form; nothing for an acronym, a compound or a short form."""
    if form not in _SHAPES:
        next(_shapes((form,)), None)
    return _SHAPES.get(form)


def _shaped(forms: Iterable[str]) -> Iterator[tuple[str, FormShape]]:
    """Forms with their shapes, made together for speed: names and words, no acronyms, compounds and short forms."""
    texts = {form: text for form in forms if (text := _text(form))}
    lines = plain("\n".join(texts.values()))
    for form, letters, sound in zip(texts, lines.split("\n"), fold(lines).split("\n"), strict=False):
        if len(sound) > 1:
            text = texts[form]
            keys = (intern(sound[:2]), intern("-" + sound[-2:]), "=" + "".join(sorted(letters)))
            yield form, FormShape(text, letters, sound, text in KNOWN, keys, _bits(sound))


def _text(form: str) -> str:
    """A form with plain apostrophes; nothing for one that is too short, an acronym, a compound or no word or name."""
    if len(form) < 3 or form in FUNCTION or form.isupper():
        return ""
    if form.isalpha():
        return form
    form = form.translate(GLYPHS)
    return "" if _COMPOUND.search(form) or not form.translate(_JOINS).isalpha() else form


def near(forms: Collection[str]) -> Iterator[tuple[FormShape, FormShape]]:
    """Pairs of forms worth a look: they begin, end or are made alike, and about the same sounds are in them."""
    if len(forms) > MOST_FORMS:
        return
    seen: set[tuple[str, str]] = set()
    for b, bucket, before in _meetings(_shapes(forms)):
        size, sounds = len(b.sound), b.sounds
        for a in islice(bucket, before):
            if -3 < len(a.sound) - size < 3 and (a.sounds ^ sounds).bit_count() < 5 and _is_slip(a, b):
                both = (a.text, b.text)
                if both not in seen:
                    seen.add(both)
                    yield a, b
        if len(seen) > MOST_PAIRS:
            return


def recapitalised(forms: Collection[str]) -> Iterator[tuple[FormShape, FormShape]]:
    """Pairs of forms that only capitals inside set apart: WikiLeaks and Wikileaks."""
    inner = [form for form in forms if form != form.capitalize() and not form.isupper()]
    lower = {form.lower() for form in _INNER.findall(" ".join(inner)) if not form.isupper()} if inner else ()
    if len(lower) == 0:
        return
    held = set(forms)
    met: dict[str, list[FormShape]] = {}
    for shape in _shapes([form for form in held if form.lower() in lower]):
        for other in met.setdefault(shape.text.lower(), []):
            if other.text != shape.text:  # apostrophes alone set them apart
                yield other, shape
        met[shape.text.lower()].append(shape)


def rivals(rows: Iterable[str]) -> Iterator[tuple[FormShape, FormShape]]:
    """Pairs of first names before one surname that are a slip apart, however short they are."""
    befores: dict[str, list[str]] = {}
    for row in rows:
        before, _, last = row.rpartition(" ")
        if last in befores:
            befores[last].append(before)
        else:
            befores[last] = [before]
    for last, rest in befores.items():
        if len(rest) > 1 and len(last) > 2 and last not in KNOWN:
            firsts = {before.rpartition(" ")[2] for before in rest}
            if not firsts.isdisjoint(FIRST_NAMES) and len(firsts) <= MOST_FIRST_NAMES:
                for a, b in combinations(_shapes(sorted(firsts)), 2):
                    if _is_first_name_slip(a, b):
                        yield a, b


def _is_first_name_slip(a: FormShape, b: FormShape) -> bool:
    """Whether one of two first names may be the other misspelled or misheard: Ted and Tod, Allen and Alan."""
    names = (a.text in FIRST_NAMES) + (b.text in FIRST_NAMES)
    if not names or not _begin_alike(a, b) or (a.known and a.text not in FIRST_NAMES):
        return False
    if (b.known and b.text not in FIRST_NAMES) or a.text.lower() == b.text.lower():
        return False
    x, y = a.letters, b.letters
    if names == 2 and _derived(x, y):
        return False  # Paul and Paula, James and Jamie
    return distance(x, y) < 2 or (min(len(x), len(y)) > 3 and distance(a.sound, b.sound) < 2)


def _meetings(shapes: Iterable[FormShape]) -> list[tuple[FormShape, list[FormShape], int]]:
    """Forms, each with a bucket of forms that share a key with it, and how many of them it is met with."""
    met: list[tuple[FormShape, list[FormShape], int]] = []
    words: list[FormShape] = []
    buckets: dict[str, list[FormShape]] = {}
    for b in shapes:
        if b.known:
            words.append(b)
            continue
        for key in b.keys:
            if key not in buckets:
                buckets[key] = [b]
            elif len(bucket := buckets[key]) <= MOST_IN_BUCKET:
                met.append((b, bucket, len(bucket)))
                bucket.append(b)
    # Ordinary words and places are met with names, never with each other.
    return met + [(b, buckets[key], len(buckets[key])) for b in words for key in b.keys if key in buckets]


def _is_slip(a: FormShape, b: FormShape) -> bool:
    """Whether two forms begin alike, or are but their first letter or the order of letters apart."""
    x, y = a.letters, b.letters
    return x[0] == y[0] or _begin_alike(a, b) or x[1:] == y[1:] or x[1:] == y or x == y[1:] or a.keys[2] == b.keys[2]


def _begin_alike(a: FormShape, b: FormShape) -> bool:
    one, other = a.sound[0], b.sound[0]
    return one == other or a.letters[0] == b.letters[0] or one + other in ("hk", "kh")


def _lacks(sounds: int, other: int) -> int:
    """How many sounds of one form the other lacks; each makes them one letter less alike."""
    return (sounds & ~other).bit_count()


@lru_cache(4096)  # asked twice in a story, and again in the next
def likeness(a: FormShape, b: FormShape) -> Likeness | None:
    """How alike two forms are; nothing where too little to be one name, or differ in capitals or hyphens alone."""
    x, y = a.letters, b.letters
    initial, anagrams = _begin_alike(a, b), a.keys[2] == b.keys[2]
    if a.text.lower() == b.text.lower() or a.text.count("-") != b.text.count("-"):
        return None
    alike = distance(a.sound, b.sound) if _lacks(a.sounds, b.sounds) < 3 > _lacks(b.sounds, a.sounds) else 3
    apart = alike if x == a.sound and y == b.sound else distance(x, y)
    if apart > 2 < alike:
        return None
    size = min(len(x), len(y))
    close = alike == 0 or (size > 4 and apart < 3 and anagrams)
    slight = close or apart <= 1
    if not slight and (not initial or size < SHORT):
        return None
    return Likeness(size, apart, alike, close, slight, initial, alike > 0 and _derived(x, y))


def _derived(a: str, b: str) -> bool:
    """Whether two forms are one stem with the endings of plurals, peoples, pet names and the like."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    rest, other = sorted((a[shared:], b[shared:]), key=len)
    if shared < 3 or other not in ENDINGS:
        return False
    if rest == "" or (rest == "e" and other in ("ie", "ey")):
        return True
    # An ending within the ending is a slip (Jonees, Hassn), not another word.
    return rest in ENDINGS and not other.endswith(rest) and (len(other) > 1 or "s" in (rest, other))
