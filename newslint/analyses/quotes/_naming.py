"""Naming: where words in quotation marks are the name of something, not what somebody said."""

from __future__ import annotations

from newslint.analyses.quotes._phrases import Phrases
from newslint.analyses.quotes.cues import (
    ALWAYS_NAMING,
    BE,
    CONTENT_NOUNS,
    DETERMINERS,
    LABELS,
    NAMING,
    PERSONAL,
    PREPOSITIONS,
    SAYING,
    TITLE_WORDS,
)

LONGEST_TERM = 3  # words; what is longer and has no capitals is no name, whatever verb stands before it
_TELLING = frozenset(("told", "tell", "tells", "telling"))  # she told “Town and Country” that …
_JOINING = frozenset((",", "and", "or", "&", "nor"))
_LEAD_TO_NAME = frozenset(("a", "an", "the", "as", ",", "simply", "just", "his", "her", "their"))


class Naming(Phrases):
    """A paragraph read for titles, terms and nicknames in quotation marks."""

    __slots__ = ()

    def names_thing(self, q: int, first: int, size: int, title: bool) -> str:
        """Why the quotation names a thing rather than gives speech (the film “…”, so-called “…”); "" if it does not.

        `size` is its length in words, `title` whether all of them that count have capitals.
        """
        lows = self.lows
        k = q - 1
        while k >= first and lows[k] in _LEAD_TO_NAME:
            k -= 1
        low = lows[k] if k >= first else ""
        if low in LABELS or (size == 1 and self.text[self.starts[q] + 1 : self.starts[q] + 2] == "#"):
            return f"the name of a {low}" if low in LABELS else "a hashtag"
        if q == first and self._stands_over_colon(q):
            return "a heading in quotation marks"
        if low == "to" and title and lows[k - 1] in ("refer", "referred") and lows[q - 1] == "as":
            return f"“{self.words[k - 1]} to as” names a thing"
        if low in ALWAYS_NAMING and (title or size <= LONGEST_TERM):
            return f"“{self.words[k]}” names a thing"
        if low in NAMING and (title or size == 1) and not self._named_by_somebody(k, first):
            return f"“{self.words[k]}” names a thing"
        if not title:
            return ""
        if low in _TELLING and k == q - 1 and size > 1:
            return "who is told something"
        if size < 3 and q > first and self._is_nickname(q):
            return "a nickname"
        if low in TITLE_WORDS or low.removesuffix("s") in TITLE_WORDS:
            return f"the name of a {low}" if low in TITLE_WORDS else f"the names of {low}"
        return "a title" if self._stands_as_title(q, first, size, low) else ""

    def _stands_over_colon(self, q: int) -> bool:
        """Whether a quotation is the heading of what a colon leads to: “Nobody came”: Six voices on the flood."""
        return q + 2 < len(self.words) and self.words[q + 1] == ":" and self.words[q + 2][0].isupper()

    def is_called(self, q: int, last: int) -> bool:
        """Whether words with capitals are the subject of a headline: Final: ‘The Lions of Ostby’ beat the Bears."""
        leads = q == 0 or self.words[q - 1] in ":-–—|"
        return (
            leads
            and q + 1 < last
            and self.words[q + 1][0].islower()
            and self.lows[q + 1] not in SAYING
            and self.lows[q + 1] not in PREPOSITIONS
        )

    def _stands_as_title(self, q: int, first: int, size: int, low: str) -> bool:
        """Whether words with capitals stand where titles do: after a preposition, an article or an owner."""
        if low.endswith(("'s", "’s", "s'", "s’")):
            return True
        before = self.lows[q - 1] if q > first else ""
        if size < 2 or before == "as":  # hailed as “The Comeback Queen”
            return False
        if before in PREPOSITIONS:
            return self.lows[q - 2] not in CONTENT_NOUNS if q - 1 > first else True
        if before in ("a", "an"):
            return q + 1 < len(self.words) and self.words[q + 1][0].isalnum()  # a “Save the Mill” campaign
        return before in DETERMINERS

    def _is_nickname(self, q: int) -> bool:
        """Whether a quotation stands within a name: Ana “Sparrow” Silva."""
        before = self.lows[q - 1]
        return (
            q + 1 < len(self.words)
            and self.words[q - 1][0].isupper()
            and self.words[q + 1][0].isupper()
            and not (before in PERSONAL or before.endswith(("'s", "’s")) or self.lows[q + 1] in PREPOSITIONS)
        )

    def is_work(self, q: int, last: int) -> bool:
        """Whether the writer of what is quoted follows: “Mill to close at the end of May,” by Ana Silva."""
        return q + 2 < last and self.lows[q + 1] == "by" and self.words[q + 2][0].isupper()

    def _named_by_somebody(self, k: int, first: int) -> bool:
        """She called “…”: somebody is the subject. A film called “…”, it is called “…”: nobody is."""
        j = k - 1
        while j >= first and self.lows[j].endswith("ly"):
            j -= 1
        if j < first or self.lows[k] in ALWAYS_NAMING:
            return False
        if self.lows[j] in ("has", "have", "had", "who", "and", "also", "once"):
            return True
        if self.lows[j] not in BE and "what" in self.lows[max(first, j - 4) : j + 1]:
            return True  # what the owners called “progress”
        return self.lows[j] in PERSONAL or (self.words[j][0].isupper() and self.lows[k].endswith("s"))

    def is_joined(self, q: int, before: int) -> bool:
        """Whether a quotation is joined to the one at `before` as in a list: “weak,” “slow” and “late”."""
        return q - before < 4 and all(self.lows[k] in _JOINING for k in range(before + 1, q))
