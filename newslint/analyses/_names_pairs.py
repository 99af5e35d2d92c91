"""Two spellings of one name in a story: forms that look alike and play the same part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.analyses._names import Names, Run, names
from newslint.analyses._names_likeness import distance, fold, plain
from newslint.analyses._names_words import COURTESY, FIRST_NAMES, FUNCTION, PLACES, PLAIN, SURNAMES, TITLES
from newslint.story import Analysis, Story

Occurrence = tuple[Run, int]

MOST_FORMS = 3000  # a story has 40, a book chapter 500; past this it is a directory, whose names are all alike
MOST_IN_BUCKET = 60  # of forms that begin or end alike; only a list of thousands of names has more
_KNOWN = PLAIN | PLACES | TITLES | FUNCTION
_GIVEN = FIRST_NAMES | SURNAMES
_WORD_ENDINGS = ("ing", "ed", "ly", "ness", "ment", "tion", "tions", "able", "ful", "less")
_JOINS = str.maketrans("", "", "'-")
# Endings that make another word of a name: plurals, peoples, followers, verbs and pet names.
_ENDINGS = frozenset(
    (
        "s",
        "es",
        "d",
        "r",
        "i",
        "is",
        "a",
        "o",
        "e",
        "n",
        "an",
        "ans",
        "ian",
        "ians",
        "ean",
        "ish",
        "ic",
        "ist",
        "ists",
        "ism",
        "ite",
        "ites",
        "er",
        "ers",
        "ese",
        "y",
        "ie",
        "ey",
        "ies",
        "in",
        "ina",
        "ine",
        "ed",
        "ing",
        "land",
        "son",
        "sen",
        "us",
        "ns",
        "ia",
        "man",
        "ton",
        "al",
        "ly",
    )
)


class Pair(NamedTuple):
    """Two forms of one name: `odd` is the less supported, `usual` the other; with where each stands.

    `why` says which part both play: after the same first name (`first`), before the same word (`next`),
    a bare surname after a title (`titled`) or alone (`bare`), a bare surname before or after the one full
    name (`introduced`), or a name nobody introduces (`same`: places, companies).
    """

    odd: str
    usual: str
    odd_at: list[Occurrence]
    usual_at: list[Occurrence]
    why: str


class _Form(NamedTuple):
    """A form, its letters made plain, its sound, where it stands; `known`: it is an ordinary word or a place."""

    text: str
    letters: str
    sound: str
    known: bool
    at: list[Occurrence]


class _Likeness(NamedTuple):
    """How alike two forms are; `size` is the length of the shorter."""

    size: int
    apart: int  # letters apart
    alike: int  # the same of their sounds
    close: bool  # they sound the same, or have the same letters in another order
    slight: bool  # close, or one letter apart
    initial: bool  # they begin alike
    derived: bool  # one stem with two endings


class _Part(NamedTuple):
    """What part a form plays: names before and after it, and whether a title stands before it (once, always)."""

    firsts: set[str]
    nexts: set[str]
    titled: bool
    always_titled: bool


def _find(story: Story) -> tuple[Pair, ...]:
    taken: set[str] = set()
    pairs = []
    for a, b in _near(story.get(names)):
        pair = _judge(a, b)
        if pair and pair.odd not in taken and not _ordinary(pair, story):
            taken.add(pair.odd)
            pairs.append(pair)
    return tuple(pairs)


def _ordinary(pair: Pair, story: Story) -> bool:
    """Whether a lone odd form is but an ordinary word: written small elsewhere, or a verb that opens a sentence."""
    if pair.why not in ("bare", "same"):
        return False
    if all(run.opens or run.head for run, _ in pair.odd_at) and pair.odd.endswith(_WORD_ENDINGS):
        return True
    return re.search(rf"(?<!\w){re.escape(pair.odd.lower())}(?!\w)", story.prose.text) is not None


@lru_cache(8192)
def _shape(text: str) -> tuple[str, str, bool] | None:
    """Letters, sound and knownness of a form; nothing for one that is too short, an acronym or no word."""
    if len(text) < 3 or text.isupper() or not (text.isalpha() or text.translate(_JOINS).isalpha()):
        return None
    letters = plain(text)
    sound = fold(letters)
    return (letters, sound, text in _KNOWN) if len(sound) > 1 else None


def _near(found: Names) -> Iterator[tuple[_Form, _Form]]:
    """Pairs of forms worth a look: they begin, end or are made alike."""
    if len(found.forms) > MOST_FORMS:
        return
    buckets: dict[str, list[_Form]] = {}
    for text, at in found.forms.items():
        shape = _shape(text)
        if shape:
            letters, sound, known = shape
            form = _Form(text, letters, sound, known, at)
            buckets.setdefault(sound[:2], []).append(form)
            buckets.setdefault("-" + sound[-2:], []).append(form)
            buckets.setdefault("=" + "".join(sorted(letters)), []).append(form)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if 1 < len(bucket) <= MOST_IN_BUCKET:
            for n, a in enumerate(bucket):
                size, unshared = len(a.sound), set(a.sound).symmetric_difference
                for b in bucket[n + 1 :]:
                    if abs(size - len(b.sound)) > 2 or (a.known and b.known) or len(unshared(b.sound)) > 4:
                        continue
                    if (a.text, b.text) not in seen:
                        seen.add((a.text, b.text))
                        yield a, b


def _judge(a: _Form, b: _Form) -> Pair | None:
    like = _likeness(a, b)
    if like is None:
        return None
    odd, usual = _ranked(a, b)
    why = _same_part(odd, usual, like)
    return Pair(odd.text, usual.text, odd.at, usual.at, why) if why else None


def _likeness(a: _Form, b: _Form) -> _Likeness | None:
    """How alike two forms are; nothing where they are not, or differ in capitals or hyphens alone."""
    if a.text.lower() == b.text.lower() or a.text.count("-") != b.text.count("-"):
        return None
    apart, alike = distance(a.letters, b.letters, 4), distance(a.sound, b.sound, 2)
    if min(apart, alike) > 2:
        return None
    size = min(len(a.letters), len(b.letters))
    close = alike == 0 or (size > 4 and apart < 3 and sorted(a.letters) == sorted(b.letters))
    slight = close or apart <= 1
    initial = a.letters[0] == b.letters[0] or a.sound[0] == b.sound[0] or {a.sound[0], b.sound[0]} == {"h", "k"}
    if not (slight or initial):
        return None
    return _Likeness(size, apart, alike, close, slight, initial, alike > 0 and _derived(a.letters, b.letters))


def _derived(a: str, b: str) -> bool:
    """Whether two forms are one stem with the endings of plurals, peoples, pet names and the like."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    rest, other = sorted((a[shared:], b[shared:]), key=len)
    if shared < 3 or other not in _ENDINGS:
        return False
    if rest == "" or (rest == "e" and other in ("ie", "ey")):
        return True
    # An ending within the ending is a slip (Jonees, Hassn), not another word.
    return rest in _ENDINGS and not other.endswith(rest) and (len(other) > 1 or "s" in (rest, other))


def _ranked(a: _Form, b: _Form) -> tuple[_Form, _Form]:
    """The odd one and the usual one: fewer places, or else the later first place (forms come in that order)."""
    return (a, b) if len(a.at) < len(b.at) else (b, a)


def _part(form: _Form) -> _Part:
    last = [(run, i) for run, i in form.at if i == len(run.words) - 1]
    titles = [run.title in COURTESY for run, i in form.at if i == 0]
    return _Part(
        _names_of({run.words[i - 1] for run, i in last if i}),
        _names_of({run.words[i + 1] for run, i in form.at if i + 1 < len(run.words)}),
        any(titles),
        all(titles) and len(titles) == len(form.at),
    )


def _names_of(words: set[str]) -> set[str]:
    return {word for word in words if word not in _KNOWN or word in _GIVEN or len(word) == 1}


def _same_part(odd: _Form, usual: _Form, like: _Likeness) -> str:
    """Which part two like forms both play, or nothing where they may be two names."""
    x, y = _part(odd), _part(usual)
    if odd.known and not x.always_titled:
        return ""
    if x.firsts and y.firsts:
        return "first" if _one_first_name(odd, usual, like, x, y) else ""
    if x.nexts & y.nexts and (like.slight or like.size >= 6):
        return "" if like.derived and not _pet_names(odd.text, usual.text) else "next"
    if x.firsts:
        return "introduced" if _introduced_odd(usual, like, x, y) else ""
    listed = all(map(_listed, odd.at)) and not (
        like.slight and like.initial and like.size >= 6 and len(odd.letters) != len(usual.letters)
    )
    if not listed and _nobody_introduced(odd, usual, like, x, y):
        return "same"
    if x.nexts or not (y.firsts or y.titled):
        return ""
    if x.titled and _surname_after_title(odd, usual, like):
        return "titled"
    return "bare" if _bare_surname(odd, usual, like, y, listed) else ""


def _one_first_name(odd: _Form, usual: _Form, like: _Likeness, x: _Part, y: _Part) -> bool:
    """Whether both forms follow one first name, or its initial."""
    shared = x.firsts & y.firsts
    if not shared and not any(a[0] == b[0] and 1 in (len(a), len(b)) for a in x.firsts for b in y.firsts):
        return False
    if odd.letters == usual.letters + "s" or (like.derived and not shared & FIRST_NAMES):
        return False
    return like.slight or like.size >= 5


def _pet_names(odd: str, usual: str) -> bool:
    """Whether both are first names, one the shorter form of the other (not Eric and Erica)."""
    return odd in FIRST_NAMES and usual in FIRST_NAMES and "a" not in (odd[-1], usual[-1])


def _introduced_odd(usual: _Form, like: _Likeness, x: _Part, y: _Part) -> bool:
    """Whether the one full name has the odd spelling, and the bare surname the usual one."""
    if x.nexts or y.nexts or usual.known or like.derived or usual.text in FIRST_NAMES or not like.initial:
        return False
    return (like.close and like.size >= 5) or (like.slight and like.size >= 8)


def _nobody_introduced(odd: _Form, usual: _Form, like: _Likeness, x: _Part, y: _Part) -> bool:
    """Whether two forms are one name even where it is no person's: a place, a company."""
    if not (like.slight and like.initial) or like.derived or (odd.text in _GIVEN and usual.text in _GIVEN):
        return False
    if x.nexts and y.nexts and not x.nexts & y.nexts:
        return False
    size, once = like.size, len(odd.at) == 1 < len(usual.at)
    scrambled = like.close and like.alike > 0
    if usual.known and usual.text not in PLACES:
        return once and (size >= 7 or scrambled or (size >= 5 and len(usual.at) > 5))
    if once and size >= 5 and not x.nexts:
        return True
    if odd.text in _GIVEN or usual.text in _GIVEN:
        return False  # Warren the senator, Warner the record company
    return size >= 9 or (size >= 7 and like.close) or (size >= 6 and scrambled)


def _surname_after_title(odd: _Form, usual: _Form, like: _Likeness) -> bool:
    if odd.letters == usual.letters + "s":
        return False
    return like.slight or (like.size >= 6 and like.apart <= 2) or (like.size >= 5 and like.alike <= 1)


def _bare_surname(odd: _Form, usual: _Form, like: _Likeness, y: _Part, listed: bool) -> bool:
    """Whether a bare surname that nobody introduces is a slip for one that somebody does."""
    if like.derived or (usual.known and not y.firsts) or odd.text in FIRST_NAMES or (listed and like.alike > 0):
        return False
    if like.alike == 0:
        return like.size > 3 or like.apart <= 1
    return (
        like.close or (like.apart == 1 and like.size >= 4) or (like.alike == 1 and like.size >= 6) or like.size >= 7
    )


def _listed(at: Occurrence) -> bool:
    """Whether a name stands in a list of names: a line-up, a cast, results."""
    run, _ = at
    text, start = run.zone.text, run.places[0]
    end = start + len(run.words[0])
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if before in (", ", "; ", ": "):
        return after[:1] in ",;." or after[:2] == " ("
    return not before and after[:2] == ", " and after[2:].isupper()


pairs: Analysis[tuple[Pair, ...]] = Analysis("name-pairs", _find)
