"""A text as a title or a sentence is written, after Vale's own converters, and in capital or small letters.

Vale asks a tagger whether the word after “to” is a noun: before one AP's titles write “to” small, else “To”. newslint
has no tagger here, so that “to” may stand either way. Signs before and between words stay where they are; Vale drops
them from a sentence, which would take quotation marks out of a headline that is put right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from newslint.base.lazy import pattern

_TITLE_WORD = pattern(r"[^\W_]+[^\s\-/]*")
_LIST_NUMBER = pattern(r"\d+\.")
_SIGNS = str.maketrans("“”‘’–—", "\"\"''--")
_BEFORE_SMALL = " -/"  # what may stand before a word that is written small
_OPENS = ":-"  # what begins anew: “Lull: A History”
WORD = r"(?:[^\W_]|\*)+\S*"  # what Vale takes for a word where it counts them


def lowered(text: str) -> str:
    """A text in small letters, one for one."""
    return text.lower() if text.isascii() else "".join([c.lower()[0] for c in text])


def raised(text: str) -> str:
    """A text in capitals, one for one: what has none of a single letter stays (ß)."""
    return text.upper() if text.isascii() else "".join([_single(c, c.upper()) for c in text])


def capitalized(word: str) -> str:
    """A word with its first sign a capital; the others stay."""
    return _single(word[:1], word[:1].title()) + word[1:]


def each_capitalized(text: str) -> str:
    """A text with a capital after every sign that is no letter, as Go's `strings.Title` has it."""
    made, before = [], " "
    for sign in text:
        made.append(capitalized(sign) if _parts(before) else sign)
        before = sign
    return "".join(made)


def _single(sign: str, changed: str) -> str:
    return changed if len(changed) == 1 else sign


def _parts(sign: str) -> bool:
    """Whether a word ends before a sign."""
    if sign.isascii():
        return not (sign.isalnum() or sign == "_")
    return not (sign.isalpha() or sign.isdecimal()) and sign.isspace()


class Known:
    """Words whose way of writing is known: exceptions and accepted words, each of which may be a pattern."""

    def __init__(self, words: Sequence[str], compiled: Callable[[str], re.Pattern[str]]) -> None:
        """`compiled` makes a pattern of Vale's one of Python's."""
        self._words = [word for word in words if word]
        self._small = {lowered(word) for word in self._words}
        self._compiled = compiled
        self._any = compiled("|".join(f"(?:{word})" for word in self._words)) if self._words else None
        alternatives = f"\\b(?:{'|'.join(self._words)})\\b|" if self._words else ""
        self._tokens = compiled(f"(?i){alternatives}{WORD}")
        self._asked = lru_cache(maxsize=10_000)(self._look_up)

    def __call__(self, word: str) -> str:
        """How a word is written; nothing where that is not known."""
        return self._asked(word) if self._any is not None else ""

    def _look_up(self, word: str) -> str:
        if self._any is None or (lowered(word) not in self._small and not self._any.search(word)):
            return ""
        for known in self._words:  # the first that fits counts
            if lowered(known) == lowered(word):
                return known
            if self._compiled(known).search(word):
                return word
        return ""

    def tokens(self, text: str) -> Iterator[re.Match[str]]:
        """The words of a text; of several that are known together, one."""
        return (m for m in self._tokens.finditer(text) if m[0])


class Title:
    """Writes a text as a title: all words with a capital but the small ones."""

    def __init__(self, small: frozenset[str], known: Known, *, loose: frozenset[str] = frozenset()) -> None:
        """`small` words are small inside a title; of these, `loose` ones stay as they stand."""
        self._small = small
        self._loose = loose
        self._known = known

    def __call__(self, text: str) -> str:
        """The text as a title."""
        flat = text.translate(_SIGNS)

        def at(place: int) -> str:
            return flat[place] if 0 <= place < len(flat) else flat[0]

        def written(m: re.Match[str]) -> str:
            start, end = m.span()
            if known := self._known(m[0]):
                return known
            before = at(start - 1)
            stays_small = (
                start > 0
                and end < len(flat)
                and (small := lowered(m[0])) in self._small
                and before in _BEFORE_SMALL
                and at(start - 2) not in _OPENS
                and (at(end) != "-" or before == "-")
            )
            if not stays_small:
                return capitalized(m[0])
            return m[0] if small in self._loose else small

        return _TITLE_WORD.sub(written, text)


class Sentence:
    """Writes a text as a sentence: the first word with a capital, and those after an indicator."""

    def __init__(self, indicators: Sequence[str], known: Known) -> None:
        """`indicators` are ends of words after which a sentence begins."""
        self._indicators = tuple(indicators)
        self._known = known

    def __call__(self, text: str) -> str:
        """The text as a sentence."""
        made, last, before = [], 0, None
        for n, m in enumerate(self._known.tokens(text)):
            made.append(text[last : m.start()])
            if known := self._known(m[0]):
                made.append(known)
            elif before is None or self._indicates(before, n - 1):
                made.append(capitalized(lowered(m[0])))
            else:
                made.append(lowered(m[0]))
            last, before = m.end(), m[0]
        return "".join(made) + text[last:]

    def _indicates(self, word: str, place: int) -> bool:
        """Whether the next word begins a sentence: after an indicator, and after the number of a list."""
        return word.endswith(self._indicators) or (place == 0 and _LIST_NUMBER.search(word) is not None)
