"""Noun phrases: the name, the pronoun or the words that name somebody, at a place of a paragraph."""

from __future__ import annotations

from newslint.analyses.quotes._tokens import QUOTE, Tokens
from newslint.analyses.quotes.cues import (
    BETWEEN,
    DAYS,
    DETERMINERS,
    JOINS_NOUNS,
    OBJECTS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STARTERS,
    WEEKDAYS,
)
from newslint.analyses.quotes.quotation import ABBREVIATIONS

_STANDING = frozenset(("another", "both", "each", "one", "several", "some", "two", "three", "four", "many", "few"))
_OF = frozenset(("of", "for", "at", "with", "from", "in"))


class NounPhrases(Tokens):
    """Finds the names of a paragraph and the noun phrase at a place; all spans are of the paragraph's prose."""

    __slots__ = ()

    def _names(self, p: int) -> bool:
        word = self.words[p]
        low = self.lows[p]
        return (word[0].isupper() and low not in DAYS and low not in STARTERS) or low in PEOPLE

    def names(self) -> list[tuple[int, int]]:
        """Names in the text, each a run of words with capitals that is not merely the start of a sentence."""
        found, k, size = [], 0, len(self.words)
        while k < size:
            first = k
            while k < size and self.words[k][0].isupper() and self.lows[k] not in PREPOSITIONS and self._names(k):
                k += 1
            starts = first == 0 or self.words[first - 1][0] in ".!?\1"
            if (k - first > 1 or (k > first and not starts)) and self.lows[first] not in DETERMINERS:
                found.append(self.span(first, k - 1))
            k = max(k, first + 1)
        return found

    def phrase_to(self, j: int, first: int) -> tuple[int, int] | None:
        """The noun phrase that ends with word `j`."""
        words, lows = self.words, self.lows
        p = j
        if words[j][0].isupper():
            while p - 1 >= first and (
                self._leads_on(p - 1)
                or (words[p - 1] == "." and p - 2 >= first and words[p - 2][0].isupper() and len(words[p - 2]) < 6)
            ):
                p -= 1
        while p - 1 >= first and j - p < 12:
            before = lows[p - 1]
            if before in JOINS_NOUNS and before not in ("and", "the", "la", "de") and p - 2 >= first:
                if lows[p - 2] in PEOPLE or (lows[p - 2] in DETERMINERS):
                    p -= 2
                    continue
                break
            if before == "that":
                break
            if before in DETERMINERS:
                p -= 1
                if p - 2 >= first and lows[p - 1] in _OF and lows[p - 2] in PEOPLE:
                    p -= 2  # a spokesman for the ministry
                    continue
                break
            if before in PEOPLE or self._leads_on(p - 1):
                p -= 1
                continue
            if words[j][0].islower() and words[p - 1][0].islower() and before not in BETWEEN and before not in SAYING:
                if before in PREPOSITIONS or before in STARTERS or before in PRONOUNS:
                    break
                p -= 1
                continue
            break
        return self.span(self._with_others(p, first) if words[j][0].isupper() else p, j)

    def _leads_on(self, p: int) -> bool:
        """Whether a word with a capital belongs to the name behind it, as no weekday does: on Friday Silva said."""
        low = self.lows[p]
        if low in STARTERS or low in PREPOSITIONS or low in WEEKDAYS:
            return False
        return self.words[p][0].isupper()

    def _with_others(self, p: int, first: int) -> int:
        """Where a phrase begins that names two: “…,” Ana Silva and Otto Lang said."""
        words = self.words
        if p - 2 < first or words[p - 1] != "and":
            return p
        start = p - 1
        while start - 1 >= first and words[start - 1][0].isupper() and self._names(start - 1):
            start -= 1
        opens = start == first or words[start - 1] == QUOTE  # behind a comma may stand an office
        return start if opens and start < p - 1 else p

    def _titled(self, j: int, last: int) -> bool:
        """Whether a lower-case word leads a name: former Sen. Ana Silva, columnist Ben Roth."""
        for p in range(j + 1, min(j + 4, last)):
            if self.words[p][0].isupper():
                return True
            if not self.words[p][0].isalpha() or self.lows[p] in PREPOSITIONS or self.lows[p] in BETWEEN:
                return False
        return False

    def phrase_from(self, j: int, last: int) -> tuple[int, int] | None:
        """The noun phrase that begins with word `j`, if one does."""
        words, lows = self.words, self.lows
        while j < last and (lows[j].endswith("ly") or lows[j] in ("to", "by", "then", "also")):
            j += 1
        if j >= last:
            return None
        low, word = lows[j], words[j]
        if low in PERSONAL:
            return self.span(j, j)
        if word[0].isupper() or word[0] == "@":
            if low in DAYS:
                return None
        elif low not in DETERMINERS and low not in PEOPLE and not self._titled(j, last):
            return None
        p = j
        while p + 1 < last and p - j < 12:
            after = lows[p + 1]
            if words[p + 1] == ".":
                if not (words[p][0].isupper() and (lows[p] in ABBREVIATIONS or len(words[p]) == 1)):
                    break
            elif (
                not words[p + 1][0].isalnum()
                or after in DAYS
                or (after in SAYING and not (after in PEOPLE and lows[p] in DETERMINERS))
                or after in BETWEEN
                or (after in PREPOSITIONS and after not in ("of", "for", "at", "from"))
                or after in STARTERS
                or after in PERSONAL
                or after in OBJECTS
                or (
                    lows[p] in PEOPLE
                    and words[p][0].islower()
                    and after not in JOINS_NOUNS
                    and not _goes_on(words[p + 1])
                )
                or (
                    words[p][0].isupper()
                    and words[p + 1][0].islower()
                    and after not in JOINS_NOUNS
                    and lows[p] not in DETERMINERS
                    and not (after in PEOPLE and low in DETERMINERS)  # an Orbit spokesperson
                    and not lows[p].endswith(("'s", "’s"))
                )
            ):
                break
            p += 1
        while p > j and (lows[p] in PREPOSITIONS or words[p] == "."):
            p -= 1
        return self.span(j, p) if lows[p] not in DETERMINERS or lows[p] in _STANDING else None


def _goes_on(word: str) -> bool:
    """Whether a word carries on a phrase behind a person's trade: mayor Ana Silva, police chief."""
    return word[0].isupper() or word in PEOPLE
