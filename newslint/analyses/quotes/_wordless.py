"""Wordless: attribution without a verb of speech, by signs, by the order of words or by a noun of speech."""

from __future__ import annotations

from bisect import bisect_left

from newslint.analyses.quotes._naming import Naming
from newslint.analyses.quotes._phrases import LONGEST_SENTENCE
from newslint.analyses.quotes.cues import (
    BETWEEN,
    CONTENT_NOUNS,
    DETERMINERS,
    OBJECTS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    PREPOSITIONS,
    SAYING,
    SPEAKING_NOUNS,
    STARTERS,
    SUBORDINATE,
)
from newslint.analyses.quotes.quotation import last_sign_is_open
from newslint.base.record import NamedTuple

TOLD_WITHIN = 12  # words between “claims that” and the words in quotation marks
_NO_VERB = (
    PREPOSITIONS | DETERMINERS | STARTERS | SUBORDINATE | PERSONAL | OBJECTS | {"or", "nor", "both", "who", "which"}
)


class Attribution(NamedTuple):
    """Who said it and by which word, as spans of the paragraph's prose; `why` in an editor's words."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    why: str
    strong: bool = True  # whether the word hardly ever means anything but speech


class Wordless(Naming):
    """A paragraph read for who speaks in it where no verb of speech tells."""

    __slots__ = ()

    def verbless(self, q: int, first: int, last: int, title: bool) -> Attribution | None:
        """Attribution without a verb of speech: Ana Silva: “…”; “…,” Ana Silva VERBs; “…” - Ana Silva."""
        words, k = self.words, q - 1
        if k >= first and words[k] == ":":
            if k - first < 4 and self._is_topic(first, k):
                return None
            ends = self.subject if self.lows[k - 1] in SAYING else self.phrase_to  # a notice read: “…”; the rule: “…”
            return Attribution(self.main_subject(first, k) or ends(k - 1, first), None, "introduced by a colon")
        if q - first > 1 and words[k][0].isupper() and self._is_label(first, q):
            return Attribution(self.span(first, k), None, "named right before it")
        j = q + 1
        inside = q > first and words[k][0].isalnum()  # part of a sentence that goes on: no credit follows
        if j < last and not inside and words[j] in ("-", "--", "—", "–", "―", "("):
            who = self.phrase_from(j + 1, last)
            if who:
                return Attribution(who, None, "credited after it")
        if j < last and last_sign_is_open(self.text, self.starts[q], self.ends[q]):
            if words[j][0].islower() and words[j].endswith(("ed", "s")) and self.lows[j] not in BETWEEN:
                who = self.phrase_from(j + 1, last)
                if who:
                    return Attribution(who, self.span(j, j), f"“{words[j]}” after it")
            if words[j] == ",":
                j += 1
            who = self._inverted(j, last)
            if who:
                return Attribution(who, self.span(j, j), f"“{words[j]}” after it")
            who = None if title else self.phrase_from(j, last)
            if who and (
                any(low.endswith(("ed", "s")) for low in self.lows[j + 1 : j + 8]) or self._ends_in_verb(who, last)
            ):
                return Attribution(who, None, "somebody follows it as the subject")
        return None

    def _is_topic(self, first: int, k: int) -> bool:
        """Whether a few words before a colon only say what it is about: Cup final: …"""
        low = self.lows[k - 1]
        known = low in PEOPLE or low in SPEAKING_NOUNS or low in SAYING or low in DETERMINERS
        return not (known or self.words[k - 1][0].isupper() or self.lows[first] in DETERMINERS)

    def _ends_in_verb(self, who: tuple[int, int], last: int) -> bool:
        """Whether one word follows a name, and the sentence or clause ends: Ana Silva began."""
        k = bisect_left(self.starts, who[1], 0, last)
        return (
            k + 1 < last
            and self.lows[k] not in _NO_VERB
            and self.words[k][0].islower()
            and self.words[k + 1] in ".,;"
        )

    def _inverted(self, j: int, last: int) -> tuple[int, int] | None:
        """The name behind one word that can be a verb, where nothing else follows: “…”, dijo Ana Silva."""
        if not (j + 1 < last and self.words[j][0].islower() and self.lows[j] not in _NO_VERB):
            return None
        k = j + 1
        while k < last and k < j + 5 and self.words[k][0].isupper():
            k += 1
        return self.span(j + 1, k - 1) if k > j + 1 and (k == last or self.words[k] in ".,;") else None

    def _is_label(self, first: int, last: int) -> bool:
        """Whether a stretch is only a name and what the person is: harbour master Ana Silva."""
        if last - first > 8 or self.lows[last - 1] in DETERMINERS:
            return False
        return all(
            self.words[p][0].isupper()
            or self.lows[p] in PEOPLE
            or self.lows[p] in ("of", "the")
            or not self.words[p].isalpha()
            for p in range(first, last)
        )

    def mentions_speech(self, q: int, first: int) -> Attribution | None:
        """Attribution by a noun: the email began, “…”; her slogan is “…”."""
        for k in range(q - 1, max(first, q - LONGEST_SENTENCE) - 1, -1):
            if self.lows[k] in SPEAKING_NOUNS:
                who = self.main_subject(first, q) or self.phrase_to(k, first)
                return Attribution(who, None, f"“{self.words[k]}” before it")
        return None

    def told(self, q: int, first: int) -> Attribution | None:
        """Attribution by a noun of speech with a clause: her claim that he “made it up”; chants of “No more”."""
        lows = self.lows
        for k in range(q - 1, max(first, q - TOLD_WITHIN), -1):
            if lows[k] in (",", ";"):
                break
            noun = lows[k - 1]
            if (noun in CONTENT_NOUNS and lows[k] in ("that", "for", "of")) or (
                noun in SPEAKING_NOUNS and lows[k] == "that"
            ):
                who = self._owner(k - 1, first)
                if not who and lows[k] != "of":  # chants of “…”: whose they are is left open
                    who = self.main_subject(first, q)
                return Attribution(who, None, f"“{self.words[k - 1]}” before it")
        return None

    def _owner(self, k: int, first: int) -> tuple[int, int] | None:
        """Whose the noun at `k` is: Ana Silva's repeated claim, her claim."""
        for p in range(k - 1, max(first, k - 3) - 1, -1):
            if self.lows[p] in ("his", "her", "their"):
                return self.span(p, p)
            if self.lows[p].endswith(("'s", "’s", "s'", "s’")):
                return self.phrase_to(p, first)
        return None

    def points_back(self, first: int, last: int) -> Attribution | None:
        """A sentence after a quotation that says whose it was: That was how Ana Silva put it."""
        if self.lows[first] not in ("that", "those", "these", "this", "such", "so", "thus"):
            return None
        near = self.lows[first + 1 : min(first + 7, last)]
        if any(low == "how" or low in SPEAKING_NOUNS or low in PLAIN_SAYING for low in near):
            found = [span for span in self.names() if self.starts[first] <= span[0] < self.ends[last - 1]]
            if found:
                return Attribution(found[0], None, "the sentence after it says who")
        return None
