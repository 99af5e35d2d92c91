"""A paragraph as words: what stands outside its quotations, split into sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newslint.analyses.quotes.cues import (
    BASES,
    BEFORE_BASE,
    BETWEEN,
    DETERMINERS,
    NOUNS,
    PEOPLE,
    PLAIN_SAYING,
    PRONOUNS,
    SAYING,
)
from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import ABBREVIATIONS, SMALL, last_sign
from newslint.base.lazy import compiled

QUOTE = "\1"  # stands for a quotation among the words
# One set of characters comes first, so that blanks are passed at the speed of a table look-up.
_TOKEN = (
    r"([\w.!?…,;:()\[\]—–―@#\x01-]"
    r"(?:(?<=\w)\w*(?:[’'.\-/&@]\w+)*|(?<=\x01)\x00*|(?<=[.!?…])[.!?…]*|(?<=[@#])\w+|(?<=-)-?|(?<=[^@#])))"
)
_PARTICLE = r"\b[a-z]{1,3}-[A-Z]\w"
NEAR = 24  # words on either side of a quotation that tell whether it stands alone


def _masked(text: str, pairs: Sequence[MarkPair]) -> str:
    """The text with one run of signs for each quotation; the same length."""
    if QUOTE in text:
        text = text.replace(QUOTE, " ")
    parts, at = [], 0
    for mark in pairs:
        parts.append(text[at : mark.start])
        parts.append(QUOTE + "\0" * (mark.end - mark.start - 1))
        at = mark.end
    parts.append(text[at:])
    return "".join(parts)


class Tokens:
    """A paragraph's words outside its quotations, each quotation standing for itself as one word."""

    __slots__ = ("ends", "lows", "quotes", "sentences", "starts", "text", "words")

    def __init__(self, text: str, pairs: Sequence[MarkPair]) -> None:
        self.text = text
        parts = compiled(_TOKEN).split(_masked(text, pairs))
        at = list(accumulate(map(len, parts)))
        self.words = parts[1::2]
        self.starts = at[0:-1:2]
        self.ends = at[1::2]
        self.quotes = [i for i, word in enumerate(self.words) if word[0] == QUOTE] if pairs else []
        for q in self.quotes:
            self.words[q] = QUOTE
        if "-" in text and compiled(_PARTICLE).search(text):  # al-Rashid is a name as Rashid is
            self.words = [word.capitalize() if compiled(_PARTICLE).match(word) else word for word in self.words]
        self.lows = list(map(str.lower, self.words))
        self.sentences = self._split(pairs)

    def _split(self, pairs: Sequence[MarkPair]) -> list[tuple[int, int]]:
        """Sentences as ranges of words."""
        words, found, first, pair = self.words, [], 0, 0
        last = len(words) - 1
        for i in [i for i, word in enumerate(words) if word[0] in "\1.!?…"]:
            if words[i] == QUOTE:
                stop = i < last and self._ends_after_quote(pairs[pair], i)
                pair += 1
            else:
                stop = i < last and self._ends_here(i)
            if stop:
                found.append((first, i + 1))
                first = i + 1
        if first <= last:
            found.append((first, last + 1))
        return found

    def _ends_here(self, i: int) -> bool:
        after = self.words[i + 1]
        if not (after[0].isupper() or after[0].isdigit() or after in (QUOTE, "(", "[")):
            return False
        if self.words[i] != "." or i == 0:
            return True
        before = self.words[i - 1]
        if self.ends[i - 1] != self.starts[i]:
            return True
        return not (self.lows[i - 1] in ABBREVIATIONS or (len(before) == 1 and before.isupper()))

    def _ends_after_quote(self, pair: MarkPair, i: int) -> bool:
        """Whether a sentence ends with the quotation: it has its own full stop and no “he said” follows."""
        after = self.words[i + 1]
        sign = last_sign(self.text, pair)
        if after == QUOTE:
            return sign != ","
        if after == "(" and self.words[i + 2 : i + 3] and self.words[i + 2][0].isupper():
            return ")" not in self.words[i + 3 : i + 10]  # “…” (Otto, 51)
        if sign not in ".!?…" or after[0] in ".,;:!?—–―-" or after[0].islower():
            return False
        if sign == "." or not after[0].isupper():
            return True
        return not any(self.is_cue(k) for k in range(i + 1, min(i + 12, len(self.words))))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words `first` to `last` (taken in) stand in the prose."""
        return self.starts[first], self.ends[last]

    def is_cue(self, k: int) -> bool:
        """Whether the word is a verb of speech here, not a noun of the same form or a name."""
        low = self.lows[k]
        if low not in SAYING or (k and low in PEOPLE and self.lows[k - 1] in DETERMINERS):
            return False  # the judge is somebody
        if (
            self.words[k] != low
            and k
            and self.words[k - 1][0] not in ".!?:\1"
            and (low in BASES or low not in PLAIN_SAYING)
        ):
            return False  # a name, unless this is a headline
        return low not in NOUNS or self._is_verb(k, low)

    def _is_verb(self, k: int, low: str) -> bool:
        """Whether a form that is also a noun stands where a verb does."""
        if not k:
            return False
        before, word = self.lows[k - 1], self.words[k - 1]
        if before == "to" and low not in BASES:
            return False  # to chants of “…”
        if (
            before in BEFORE_BASE
            or before in PRONOUNS
            or before.endswith("ly")
            or word in (QUOTE, ",")
            or before in BETWEEN
        ):
            return True
        if before.endswith(("'s", "’s", "s'", "s’")) or low.endswith("ing"):
            return False
        if low in BASES:
            return before.endswith("s") and word[0].islower() and before not in DETERMINERS
        return word[0].isupper() or before in PEOPLE

    def is_bare(self, q: int, first: int, last: int) -> bool:
        """Whether the words round a quotation in its sentence are none but small ones."""
        near = self.lows[max(first, q - NEAR) : min(last, q + NEAR)]
        return not any(low[0].isalnum() and low not in SMALL for low in near)
