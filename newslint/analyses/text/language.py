"""Which language a story is written in, by the small words it uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from newslint.base.lazy import pattern
from newslint.words.languages import ENGLISH, UNDETERMINED
from newslint.words.tables import Calendar, Language

_WORD = pattern(r"[^\W\d_]+")
_LONGEST = 3000  # code points that are looked at
_SAMPLE = 500  # code points from the middle of those, which settle it where they are plainly English
_LEAST = 8  # small words without which the text says too little
_ENOUGH = 60  # words without an English one after which a text is not English
_SPOKEN = 0.15  # of the words of a text that English small words make up at least; in edited copy .19 to .4
_FEW = 5  # the same where days and months count too and no word is English
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _name, _tables in Language.all().items():
    for _word in _tables.small_words:
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _name)
_MINE = frozenset(word for word, names in _LANGUAGES.items() if ENGLISH in names)
_OTHERS = frozenset(word for word, names in _LANGUAGES.items() if names != (ENGLISH,))


def guess(text: str) -> str:
    """The language of a text (ISO 639-1): English unless another's small words are clearly more.

    A text of some length without any English word, and in none of the languages that newslint tells, is undetermined.
    """
    middle = max(0, min(len(text), _LONGEST) - _SAMPLE) // 2
    if is_plainly_english(text[middle : middle + _SAMPLE].lower().split()):
        return ENGLISH
    words = _WORD.findall(text[:_LONGEST].lower())
    counts = _counts(words)
    best = max(counts, key=counts.__getitem__, default=ENGLISH)
    if ENGLISH not in counts:
        found = _by_days(words, counts)
        return UNDETERMINED if found == ENGLISH and len(words) >= _ENOUGH else found
    return best if counts[best] >= max(_LEAST, 2 * counts[ENGLISH]) else ENGLISH


def of_page(declared: str, text: str) -> str:
    """The language of a page's copy, whose template may declare another (`en` above German)."""
    told = guess(text)
    if told not in (ENGLISH, UNDETERMINED):
        return told if declared in ("", ENGLISH) else declared
    if told == ENGLISH and declared not in ("", ENGLISH):
        words = _WORD.findall(text[:_LONGEST].lower())
        return ENGLISH if _counts(words).get(ENGLISH, 0) >= _SPOKEN * len(words) else declared
    return declared if declared and (declared != ENGLISH or told == ENGLISH) else told


def _by_days(words: Iterable[str], counts: Mapping[str, int]) -> str:
    """The language of a text without one English word, by its small words and those for days and months.

    So a report of two sentences may be told; a list of names that are full of “de” and “van” is not.
    """
    days = Counter(name for word in words for name in _days().get(word, ()))
    found = Counter(counts) + days
    (best, most), (_, next_most) = [*found.most_common(2), (ENGLISH, 0), (ENGLISH, 0)][:2]
    return best if counts.get(best, 0) >= _LEAST or most >= max(_FEW, 2 * next_most) else ENGLISH


@cache
def _days() -> dict[str, list[str]]:
    """The words for days and months, in small letters, each with its languages; not their short forms."""
    found: dict[str, list[str]] = {}
    for name, tables in Calendar.all().items():
        for row in (*tables.months, *tables.weekdays):
            found.setdefault(row[0].lower(), []).append(name)
    return found


def is_plainly_english(words: Iterable[str]) -> bool:
    """Whether no language has more small words among these (in lower case) than English, which has enough of them."""
    small = [*filter(_LANGUAGES.__contains__, words)]
    mine = len([*filter(_MINE.__contains__, small)])
    if mine < _LEAST:
        return False
    # Where all others together have no more, none has, and each need not be counted for itself.
    return len([*filter(_OTHERS.__contains__, small)]) <= mine or max(_counts(small).values()) == mine


def _counts(words: Iterable[str]) -> dict[str, int]:
    """How many small words of each language are among these."""
    counts: dict[str, int] = {}
    for word in words:
        if word in _LANGUAGES:
            for name in _LANGUAGES[word]:
                counts[name] = counts.get(name, 0) + 1
    return counts
