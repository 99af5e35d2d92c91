"""Subjects: who does what a verb of speech says, as a name, a pronoun or a noun phrase."""

from __future__ import annotations

from bisect import bisect_left

from newslint.analyses.quotes._noun_phrases import NounPhrases
from newslint.analyses.quotes.cues import (
    BE,
    BETWEEN,
    DAYS,
    DETERMINERS,
    OBJECTS,
    OTHER_LANGUAGES,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STARTERS,
    SUBORDINATE,
)

_PUNCTUATION = frozenset(",;:()[]—–-") | {"--"}


GOVERNING = frozenset(("of", "for", "at", "with", "from", "in", "on", "by", "about"))
MOST_GOVERNED = 3  # nouns that hang on one another
PARTICLES = frozenset(("al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "van", "von"))
MOST_OWNED = 7  # words behind an owner, the last being a trade
MOST_IN_OFFICE = 14  # words: minister of trade, tourism and investment promotion
# Both said; some say; one of them asked. “Who” stands for what is before it.
STANDING_ALONE = (PRONOUNS | PERSONAL | {"it"}) - {"who"}
FARTHEST = 40  # words between a subject and its verb
LONGEST_SENTENCE = 80  # words looked at in one sentence


class Phrases(NounPhrases):
    """Finds the subject of a verb; all spans are of the paragraph's prose."""

    __slots__ = ()

    def subject(self, k: int, first: int) -> tuple[int, int] | None:
        """Who does what the verb at `k` says, looking no farther back than `first`."""
        first = max(first, k - FARTHEST)
        lows, words = self.lows, self.words
        j = k - 1
        if lows[k].endswith("ing") and (j < first or lows[j] not in BE):
            return self._subject_of_participle(k, first)
        while j >= first and ((lows[j] in BETWEEN and lows[j] != "who") or lows[j].endswith("ly") or lows[j] in DAYS):
            if lows[j] == "both" and (j == first or words[j - 1] == ","):
                break  # both said; they were both saying
            j -= 1
            if lows[j + 1] in DAYS and j >= first and lows[j] in ("on", "in"):
                j -= 1
        if j < first:
            return self.main_subject(first, k)
        if lows[j] in STANDING_ALONE:
            return self.span(j, j)
        if lows[j] in ("who", "which", "that"):
            j -= 2 if j > first and words[j - 1] == "," else 1
            # Nobody knows who wrote it: “who” asks, and nobody is named.
            asks = j >= first and words[j][0].islower() and not self._is_noun(j, first)
            return self.phrase_to(j, first) if j >= first and not asks else None
        found = None
        if words[j] == ",":
            found = self._before_insertion(j, first)
        elif words[j] == ")":
            found = self._before_bracket(j, first)
        elif words[j][0].isupper() or words[j][0] in "@#" or self._is_noun(j, first):
            found = self._ungoverned(j, first)
            found = self._holder(found, first) or found
        return found or self.main_subject(first, k)

    def _ungoverned(self, j: int, first: int) -> tuple[int, int] | None:
        """The noun phrase that ends with word `j`, or the one that it hangs on: a letter from the mayor."""
        found = self.phrase_to(j, first)
        for _ in range(MOST_GOVERNED):
            p = bisect_left(self.starts, found[0], first, j) - 1 if found else first
            if p <= first or self.lows[p] not in GOVERNING:
                break
            if not (self.words[p - 1][0].isupper() or self._is_noun(p - 1, first)):
                break
            found = self.phrase_to(p - 1, first)
        return found

    def _subject_of_participle(self, k: int, first: int) -> tuple[int, int] | None:
        """She said no, adding “…”: the subject of the verb before, or of the sentence."""
        for p in range(k - 1, first - 1, -1):
            if self.lows[p] == "with" and p + 6 > k:
                who = self.phrase_from(p + 1, k)
                return who if who and who[1] == self.ends[k - 1] else self.main_subject(first, k)
            if self.lows[p - 1 : p] == ["to"]:
                continue
            if self.lows[p] in SAYING and not self.lows[p].endswith("ing") and self.is_cue(p):
                return self.subject(p, first)
        return self.main_subject(first, k)

    def _is_noun(self, j: int, first: int) -> bool:
        """Whether a word in lower case ends a noun phrase: the harbour master."""
        low = self.lows[j]
        if low in PEOPLE:
            return True
        if not low[0].isalnum() or low in PREPOSITIONS or low in OBJECTS or low in SAYING or low in STARTERS:
            return False
        return any(before in DETERMINERS for before in self.lows[max(first, j - 5) : j])

    def _before_bracket(self, j: int, first: int) -> tuple[int, int] | None:
        """Name (R-Ohio) said."""
        for p in range(j - 1, max(first, j - 8) - 1, -1):
            if self.words[p] == "(" and p > first:
                return self.phrase_to(p - 1, first)
        return None

    def _before_insertion(self, j: int, first: int) -> tuple[int, int] | None:
        """Name, a spokesman for the ministry, said."""
        place = None
        for p in range(j - 1, max(first, j - 26) - 1, -1):
            if self.words[p] != "," or p == first:
                continue
            if self.words[p + 1][0].isupper() and (self.words[p + 2] == "," or p + 2 == j):
                place = place or p  # Columbus, Ohio,
                continue
            if self._is_full_name(p + 1, j) and self._is_office(p - 1, first):
                return self.span(p + 1, j - 1)  # the minister of trade, Cora Denning, said
            if self.words[p - 1] == ")":
                return self._before_bracket(p - 1, first)
            if self._names(p - 1):
                found = self.phrase_to(p - 1, first)
                return self._holder(found, first) or found
        if place and self._names(place - 1):
            return self._ungoverned(place - 1, first)
        return self.phrase_to(j - 1, first) if j > first and self._names(j - 1) else None

    def _is_full_name(self, first: int, last: int) -> bool:
        """Whether a stretch is a name of two words or more and nothing else."""
        return 1 < last - first < 6 and all(
            self.words[p][0].isupper() or self.words[p] == "." or self.lows[p] in PARTICLES
            for p in range(first, last)
        )

    def _holder(self, office: tuple[int, int] | None, first: int) -> tuple[int, int] | None:
        """Whose office follows a name and a comma: Cora Denning, minister of culture, sport and trade, said."""
        p = bisect_left(self.starts, office[0]) if office else 0
        while p - 2 > first and self.words[p - 1] == "and" and self.lows[p - 2] in PEOPLE:
            p -= 2  # CEO and co-founder of the mill
        trade = self.lows[p]
        if p - 1 > first and self.lows[p - 1] in DETERMINERS:
            p -= 1
        if p - 2 <= first or trade not in PEOPLE or self.words[p - 1] != "," or not self.words[p - 2][0].isupper():
            return None
        return self.phrase_to(p - 2, first)

    def _is_office(self, p: int, first: int) -> bool:
        """Whether what ends with word `p` is somebody's trade or office: the Senate's No. 2 Democrat."""
        for k in range(p, max(first, p - MOST_IN_OFFICE) - 1, -1):
            if self.lows[k] in PEOPLE:
                return True
            if not (self.words[k][0].isalnum() or self.words[k] in (",", ".", "&")):
                return False
        return False

    def main_subject(self, first: int, last: int) -> tuple[int, int] | None:
        """The first pronoun or name in a stretch that no preposition governs."""
        lows = self.lows
        if first >= last:
            return None
        governed = False
        first = self._after_place(first, last)
        last = min(last, first + LONGEST_SENTENCE)
        if lows[first] in SUBORDINATE and "," in self.words[first : min(last - 2, first + 25)]:
            first = self.words.index(",", first) + 1
        for p in range(first, last):
            low = lows[p]
            if low in PERSONAL:
                return self.span(p, p)
            if low in PREPOSITIONS and low != "like":
                governed = True
            elif self.words[p] in _PUNCTUATION or low in ("that", "but", "and", "when", "while", "if", "because"):
                governed = False
            elif low in DETERMINERS or low in STARTERS:
                continue
            elif self._names(p):
                if not governed and not (p == first and self._opens_clause(p, last)):
                    start = max(first, p - 1) if p and lows[p - 1] in DETERMINERS else p
                    return self._owned(start, last) or self.phrase_from(start, last)
            elif low in BETWEEN or low in SAYING:
                governed = False
        return None

    def _owned(self, j: int, last: int) -> tuple[int, int] | None:
        """Whose name or trade follows an owner: the Senate's No. 2 Democrat, Dick Durrant."""
        p = j
        while p < last and (self.words[p][0].isupper() or self.lows[p] in DETERMINERS) and not self._is_owner(p):
            p += 1
        if p >= last or not self._is_owner(p):
            return None
        for k in range(p + 1, min(last, p + MOST_OWNED)):
            if self.lows[k] in PEOPLE:
                named = self.phrase_from(k + 1, last) if self._is_full_name(k + 1, min(k + 3, last)) else None
                return self._apposed(k, last) or (self.starts[j], named[1] if named else self.ends[k])
            if self.lows[k] in PREPOSITIONS or self.lows[k] in BETWEEN or self.words[k][0] in ",;:\1":
                break
        return None

    def _is_owner(self, p: int) -> bool:
        return self.words[p].endswith(("'s", "’s", "s'", "s’"))

    def _apposed(self, k: int, last: int) -> tuple[int, int] | None:
        """The name between commas behind a trade."""
        if self.words[k + 1 : k + 2] != [","]:
            return None
        end = next((p for p in range(k + 2, min(last, k + 8)) if self.words[p] == ","), last)
        return self.span(k + 2, end - 1) if self._is_full_name(k + 2, end) else None

    def _opens_clause(self, p: int, last: int) -> bool:
        """Whether a capital is only that of a sentence's first word: Led by Ana Silva, … Conceding that …"""
        low = self.lows[p]
        if low.endswith(("ing", "ly")) or low in OTHER_LANGUAGES:
            return True
        return (
            p + 1 < last
            and self.lows[p + 1] in PREPOSITIONS
            and (low.endswith("ed") or low in SAYING or low == "led")
        )

    def _after_place(self, first: int, last: int) -> int:
        """Where a sentence begins behind its dateline: LEEDS (Wire) —"""
        if self.words[first].isupper() and len(self.words[first]) > 3:
            for p in range(first + 1, min(first + 7, last - 1)):
                if self.words[p] in ("—", "–", "--", "-", "―"):
                    return p + 1
        return first
