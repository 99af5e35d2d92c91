"""Attribution: what the words round a quotation say of who spoke it."""

from __future__ import annotations

from bisect import bisect_left

from newslint.analyses.quotes._phrases import FARTHEST, LONGEST_SENTENCE
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes._wordless import Attribution, Wordless
from newslint.analyses.quotes.cues import (
    BASES,
    BE,
    BEFORE_BASE,
    BETWEEN,
    DETERMINERS,
    LEADING_NOUNS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    REPORTING,
    SAYING,
    WEAK,
)
from newslint.analyses.quotes.quotation import (
    BEFORE_CLAUSE,
    COLON_BEFORE,
    LEADS_UP_TO,
    NEIGHBOURS,
    SAYS_WHO,
)

__all__ = ["Attribution", "Clauses", "introduces"]

SHORT_QUESTION = 5  # words, the question mark taken in
SHORT_SENTENCE = 14  # words, the full stop taken in
CLAUSE_OPENERS = frozenset(("it", "that", "there", "the", "a", "an", "this", "these", "those"))


class Clauses(Wordless):
    """A paragraph read for attribution."""

    __slots__ = ()

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
            if low == "words" and self.lows[k + 1] == "of" and self.lows[k - 2 : k] == ["in", "the"] and not found:
                return Attribution(self.phrase_from(k + 2, q), self.span(k - 2, k + 1), "in the words of …")
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

    def reported_right_before(self, i: int) -> Attribution | None:
        """Who the sentence before a quotation says speaks, without any words of his: Ana Silva cut in. “…”"""
        own = bisect_left(self.sentences, (self.quotes[i] + 1, 0)) - 1
        first, last = self.sentences[own - 1] if own > 0 else (0, 0)
        if QUOTE in self.words[first:last]:
            return None
        said = self.reports(first, last)
        return said if said and self.is_plain_report(said, self.main_subject(first, last)) else None

    def put_forward_right_before(self, i: int) -> Attribution | None:
        """Who the short sentence before a quotation puts forward: Ana Silva agreed. “…”"""
        own = bisect_left(self.sentences, (self.quotes[i] + 1, 0)) - 1
        first, last = self.sentences[own - 1] if own > 0 else (0, 0)
        if last - first > SHORT_SENTENCE or QUOTE in self.words[first:last]:
            return None
        who = self.main_subject(first, last)
        k = bisect_left(self.starts, who[1], first, last) if who else last
        while k < last and (self.lows[k] in BETWEEN or self.lows[k].endswith("ly")):
            k += 1
        if who is None or k >= last or self.lows[k] not in SAYING or not self.is_cue(k):
            return None
        return Attribution(who, None, "the sentence before it says who speaks")

    def asked_right_before(self, i: int) -> bool:
        """Whether a question without a verb, right before a quotation, says what is coming: The tagline? “…”"""
        own = bisect_left(self.sentences, (self.quotes[i] + 1, 0)) - 1
        first, last = self.sentences[own - 1] if own > 0 else (0, 0)
        if not 2 < last - first <= SHORT_QUESTION or self.words[last - 1] != "?":
            return False
        return self.lows[first] in DETERMINERS and QUOTE not in self.words[first:last]

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
