"""What speaks for an unknown word's being misspelt, what for its being jargon or a name: traits, each with a name."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.matcher import is_word
from newslint.words.spelling import Spelling, differ_at

_VOWELS = frozenset("aeiouy")
_LONG, _SHORT, _MIDDLING = 10, 5, 7
_DENSE = (2, 8)  # unknown words in a thousand
_ENDINGS = (
    "able", "ally", "ance", "ant", "ary", "ated", "ates", "ence", "ent", "ered", "ers", "ful", "ible", "ical", "ided",
    "ied", "ies", "ing", "ings", "ion", "ions", "ity", "ive", "ively", "less", "ment", "ments", "ness", "ory", "ous",
    "ously", "ted", "tional", "ular",
)  # fmt: skip
_HARD = pattern("[bcdfghjklmnpqrstvwxz]{4}")  # letters in a row that few words have
_NUMBER = pattern(r" v?\d")
_SMALL_WORD = pattern(r"\b(?:the|a|an|this|that|our|their|its|of|to|and|be|very|more|most|as) $")
_MARKUP = frozenset("*_`[]<>|")


class Unknown(NamedTuple):
    """A word that is known nowhere, where it stands first in a story.

    `meant` are the words that a slip may have spoilt, `text` its paragraph and `start` its place there; `low` is the
    story in small letters; so many `others` stand near it, a `share` of them in a thousand words of the story;
    `beside` are the signs of the source on both sides.
    """

    word: str
    meant: tuple[str, ...]
    text: str
    start: int
    low: str
    others: int
    share: float
    beside: str


def traits_of(one: Unknown, spelling: Spelling) -> Iterator[str]:
    """The traits of an unknown word, by name."""
    word, meant = one.word, one.meant[0]
    yield from _of_slip(word, meant)
    yield _size(len(word))
    yield f"level {spelling.level(meant)}"
    if len(one.meant) == 1:
        yield "one word near"
    if stands_in(one.low, meant):
        yield "stands in the story"
    if one.low.count(word) == 1:
        yield "once"
    if word.endswith(("a", "o", "os", "as")):
        yield "ends as in Spanish"
    if any(word.endswith(ending) and meant.endswith(ending) for ending in _ENDINGS):
        yield "ends as English"
    if _HARD.search(word) and not _HARD.search(meant):
        yield "hard to say"
    yield from _of_place(one)


def stands_in(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (is_word(text[at - 1 : at] or " ") or is_word(text[end : end + 1] or " ")):
            return True
        at = text.find(word, end)
    return False


def _of_place(one: Unknown) -> Iterator[str]:
    end = one.start + len(one.word)
    yield f"{min(one.others, 2)} unknown near"
    yield "many unknown" if one.share > _DENSE[1] else "some unknown" if one.share > _DENSE[0] else "few unknown"
    if _MARKUP.intersection(one.beside):
        yield "marked up"
    if "-" in one.text[one.start - 1 : one.start] + one.text[end : end + 1]:
        yield "beside a hyphen"
    if not one.start:
        yield "opens its paragraph"
    if _NUMBER.match(one.text, end):
        yield "before a number"
    if _SMALL_WORD.search(one.text, max(0, one.start - 6), one.start):
        yield "behind a small word"


def _size(letters: int) -> str:
    if letters <= _SHORT:
        return "short"
    return "long" if letters >= _LONG else "6 to 7 letters" if letters <= _MIDDLING else "8 to 9 letters"


def _of_slip(word: str, meant: str) -> Iterator[str]:
    """What sort of slip makes one word of another, and whether it is at the first or last letter."""
    start = differ_at(word, meant)
    end = 0
    while end < min(len(word), len(meant)) - start and word[-1 - end] == meant[-1 - end]:
        end += 1
    sort = _sort(word, meant, start, end)
    yield sort
    if not start:
        yield f"{sort}, first letter"
    if not end and sort != "swapped":
        yield f"{sort}, last letter"


def _sort(word: str, meant: str, start: int, end: int) -> str:
    changed = len(word) - start - end, len(meant) - start - end
    if changed == (2, 2):
        return "swapped"
    if changed == (1, 1):
        return f"other {'like ' if (word[start] in _VOWELS) == (meant[start] in _VOWELS) else ''}letter"
    longer, more = (word, True) if len(word) > len(meant) else (meant, False)
    double = longer[start] in (longer[start - 1 : start], longer[start + 1 : start + 2])
    if double:
        return "doubled" if more else "not doubled"
    return "letter more" if more else "letter less"
