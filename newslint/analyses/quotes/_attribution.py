"""Attribution: what the words round a quotation say of who spoke it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from newslint.analyses.quotes._naming import Naming
from newslint.analyses.quotes._phrases import FARTHEST, LONGEST_SENTENCE
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes.cues import (
    BASES,
    BE,
    BEFORE_BASE,
    BETWEEN,
    CONTENT_NOUNS,
    DETERMINERS,
    LEADING_NOUNS,
    OBJECTS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    PREPOSITIONS,
    REPORTING,
    SAYING,
    SPEAKING_NOUNS,
    STARTERS,
    SUBORDINATE,
    WEAK,
)
from newslint.analyses.quotes.quotation import (
    BEFORE_CLAUSE,
    COLON_BEFORE,
    LEADS_UP_TO,
    NEIGHBOURS,
    SAYS_WHO,
    last_sign_is_open,
)

TOLD_WITHIN = 12  # words between “claims that” and the words in quotation marks
_NO_VERB = (
    PREPOSITIONS | DETERMINERS | STARTERS | SUBORDINATE | PERSONAL | OBJECTS | {"or", "nor", "both", "who", "which"}
)
CLAUSE_OPENERS = frozenset(("it", "that", "there", "the", "a", "an", "this", "these", "those"))


class Attribution(NamedTuple):
    """Who said it and by which word, as spans of the paragraph's prose; `why` in an editor's words."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    why: str
    strong: bool = True  # whether the word hardly ever means anything but speech


class Clauses(Naming):
    """A paragraph read for attribution."""

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
        if last - first > 8:
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

    def after(self, q: int, last: int) -> Attribution | None:
        """Attribution that follows a quotation: “…,” she said; “…,” said Ana Silva; “…,” according to a letter."""
        j = q + 1
        while j < last and self.words[j] in (",", "-", "--", "—", "–"):
            j += 1
        found = None
        for k in range(j, min(j + FARTHEST, last)):
            low = self.lows[k]
            if low == "according" and k + 1 < last and self.lows[k + 1] == "to":
                return Attribution(self.phrase_from(k + 2, last), self.span(k, k + 1), "according to …")
            if low in SAYING and self.is_cue(k) and (low not in WEAK or (not found and k - j < 6)):
                if k > j and self.lows[k - 1] in BEFORE_CLAUSE:
                    continue
                strong = low not in WEAK
                found = Attribution(
                    self._subject_after(j, k, last), self.span(k, k), f"“{self.words[k]}” after it", strong
                )
                if strong:
                    break
        return found

    def _subject_after(self, j: int, k: int, last: int) -> tuple[int, int] | None:
        if self.lows[k] in ("quoted", "cited") and k + 3 < last:
            quoted = self.phrase_from(k + 1, last)
            if quoted and "as" in self.lows[k + 2 : min(k + 12, last)]:
                return quoted
        if k == j or self.words[k - 1] in (",", QUOTE, "—", "--", "-", "–"):
            inverted = None if self.lows[k].endswith("ing") else self.phrase_from(k + 1, last)
            if inverted and k == j:
                return inverted
        if self.lows[k].endswith("ing"):
            return self.subject(k, j)
        return self.subject(k, j) or self.phrase_from(k + 1, last)

    def belongs(self, q: int, said: Attribution | None, last: int) -> bool:
        """Whether a verb of speech behind a quotation rules its clause: a “weak” wall, she said."""
        if not said or not said.cue:
            return False
        k = bisect_left(self.starts, said.cue[0], q, last)
        between = self.words[q + 1 : k]
        if self.lows[k] not in PLAIN_SAYING and "that" not in between:
            return False
        if between and between[-1] == ",":
            return k + 1 < last and (self.words[k + 1][0].isupper() or self.lows[k + 1] in DETERMINERS)
        if k + 1 < last and (self.lows[k + 1] in CLAUSE_OPENERS or self.lows[k + 1] in PERSONAL):
            return False  # a sentence of its own follows
        return "," in between or "that" in between

    def before(self, q: int, first: int) -> Attribution | None:
        """Attribution that leads up to a quotation: she said “…”; Ana Silva asked: “…”."""
        found = None
        for k in range(q - 1, max(first, q - LONGEST_SENTENCE) - 1, -1):
            low = self.lows[k]
            if low == "according" and self.lows[k + 1] == "to":
                return Attribution(self.phrase_from(k + 2, q), self.span(k, k + 1), "according to …")
            if low in SAYING and (low not in WEAK or not found) and self.is_cue(k):
                modal = self.lows[k - 1] in BEFORE_CLAUSE and k > first
                strong = low not in WEAK and not (modal and k < q - 1)
                if not strong and found:
                    continue
                if strong:
                    k = self._reported_by(k, first)
                    low = self.lows[k]
                found = Attribution(
                    self._subject_before(k, q, first), self.span(k, k), f"“{self.words[k]}” before it", strong
                )
                if strong:
                    break
        return found

    def _reported_by(self, k: int, first: int) -> int:
        """The verb that tells of the verb at `k`, or that itself: she SAID that the mayor described it as “…”."""
        if self.lows[k] in REPORTING:
            return k
        for p in range(k - 1, max(first, k - FARTHEST) - 1, -1):
            low = self.lows[p]
            if low in REPORTING and self.is_cue(p):
                return p
            if low in (",", ";", ":", "and", "but", QUOTE):
                break
        return k

    def _subject_before(self, k: int, q: int, first: int) -> tuple[int, int] | None:
        low = self.lows[k]
        if k - 1 > first and self.lows[k - 1] in ("as", "so"):
            who = self.phrase_from(k + 1, q)
            if who:
                return who
        if low == "saying" and k > first and self.lows[k - 1] == "as":
            return self._quoted(k, first)
        if low in ("quoted", "quoting", "quotes", "cited", "citing") and "as" in self.lows[k:q]:
            return self.phrase_from(k + 1, q) or self.subject(k, first)
        return self.subject(k, first)

    def _quoted(self, k: int, first: int) -> tuple[int, int] | None:
        """Whom somebody quoted as saying it; who was quoted as saying it."""
        for p in range(k - 2, max(first, k - FARTHEST) - 1, -1):
            if self.lows[p] in ("quoted", "quoting", "quotes", "quote", "cited", "citing", "described", "reported"):
                passive = p > first and self.lows[p - 1] in BE
                return self.subject(p, first) if passive else self.phrase_from(p + 1, k - 1)
        return self.subject(k, first)

    def reports(self, first: int, last: int) -> Attribution | None:
        """Who a sentence without quotations says spoke, by a word that means nothing but speech."""
        for k in range(last - 1, first - 1, -1):
            low = self.lows[k]
            if low not in PLAIN_SAYING or not self.is_cue(k):
                if low == "according" and k + 1 < last and self.lows[k + 1] == "to":
                    return Attribution(self.phrase_from(k + 2, last), self.span(k, k + 1), "according to …")
                continue
            if low in BASES and (k == first or not self._leads_base(k - 1)):
                continue
            inverted = k > first and self.words[k - 1] == "," and low in REPORTING
            who = (inverted and self.phrase_from(k + 1, last)) or self._subject_before(k, last, first)
            if who:
                return Attribution(who, self.span(k, k), f"“{self.words[k]}”")
        return None

    def is_plain_report(self, said: Attribution, main: tuple[int, int] | None) -> bool:
        """Whether a verb of speech is that of its sentence, or a plain one with somebody right before it."""
        if not said.speaker or not said.cue:
            return False
        if main and main[0] < said.speaker[1] and said.speaker[0] < main[1]:
            return True
        plain = self.text[slice(*said.cue)].lower()
        return (plain in REPORTING or plain in ("say", "write")) and said.cue[0] - said.speaker[1] == 1

    def _leads_base(self, p: int) -> bool:
        """Whether the base form of a verb may follow: they write, two doctors write."""
        low = self.lows[p]
        return low in BEFORE_BASE or (low in PEOPLE and low.endswith("s") and self.words[p] == low)

    def nearest(self, q: int) -> Attribution | None:
        """An attribution in another sentence of the paragraph: the ones before, nearest first, then those after."""
        own = bisect_left(self.sentences, (q + 1, 0)) - 1
        before = self.sentences[max(0, own - NEIGHBOURS) : own]
        after = self.sentences[own + 1 : own + 1 + NEIGHBOURS]
        for first, last in (*reversed(before), *after):
            said = self.reports(first, last)
            if said:
                return said
        for first, last in before[-1:]:
            who = self.main_subject(first, last)
            if who and not LEADING_NOUNS.isdisjoint(self.lows[first:last]):
                return Attribution(who, None, "what somebody said is spoken of before it")
        return self.points_back(*after[0]) if after else None


def introduces(clauses: Clauses) -> Attribution | None:
    """Who the last sentence of a paragraph says is about to speak."""
    if not clauses.sentences:
        return None
    first, last = clauses.sentences[-1]
    if clauses.words[last - 1] == ":":
        who = clauses.main_subject(first, last)
        return Attribution(who, None, COLON_BEFORE)
    said = found = clauses.reports(first, last)
    main = clauses.main_subject(first, last)
    while found and found.cue:
        if clauses.is_plain_report(found, main):
            return found._replace(why=SAYS_WHO)
        found = clauses.reports(first, bisect_left(clauses.starts, found.cue[0], first, last))
    return said._replace(why=LEADS_UP_TO) if said else None
