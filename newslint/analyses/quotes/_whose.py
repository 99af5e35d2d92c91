"""Whose a quotation is: the names, pronouns and trades of its sentence, weighed by where each of them stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.analyses.quotes._attribution import Attribution, Clauses
from newslint.analyses.quotes._candidates import Candidate, candidates
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes._verb_relations import SUBJECTS, between, class_of, place_of, relation, verbs
from newslint.analyses.quotes._whose_weights import LEARNT
from newslint.analyses.quotes.cues import (
    BE,
    DETERMINERS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    SAYING,
    STARTERS,
    SUBORDINATE,
)
from newslint.analyses.quotes.quotation import last_sign_is_open
from newslint.base.record import NamedTuple
from newslint.base.weights import Weights

FARTHEST = 60  # words before and behind a quotation in which somebody is looked for
LONGEST_PHRASE = 90  # code points
_PASSING = frozenset(("quoted", "quoting", "quotes", "cited", "citing", "according"))
_OWNER = ("'s", "’s", "s'", "s’")
_TOLD = "told"
_NOBODY = frozenset(("thing", "place", "it"))  # where the order of words tells nobody, these are none


class Choice(NamedTuple):
    """Who may be meant, each with what speaks for him."""

    each: Candidate
    traits: tuple[str, ...]


class _Sentence:
    """The sentence of a quotation: who and which verbs of speech stand in it, and who may be the subject of which."""

    def __init__(self, clauses: Clauses, said: Attribution, q: int, first: int, last: int) -> None:
        self.clauses, self.said, self.q, self.first, self.last = clauses, said, q, first, last
        low, high = max(first, q - FARTHEST), min(last, q + FARTHEST)
        self.verbs = verbs(clauses, q, low, high)
        found = [each for each in candidates(clauses, low, high) if not each.first <= q <= each.last]
        told = self._told(found)
        self.people = sorted([*found, told]) if told else found
        self.relations = {
            (each, k): relation(clauses, each, k, first, last) for each in self.people for k in self.verbs
        }
        self.ruled = [k for k in self.verbs if any(self.relations[each, k] in SUBJECTS for each in self.people)]
        self.cue = bisect_left(clauses.starts, said.cue[0], first, last) if said.cue else -1
        self.main = clauses.main_subject(first, q) or clauses.main_subject(first, last)
        leads = (
            "in a sentence" if q > first and clauses.words[q - 1][0].isalnum() else "apart" if q > first else "first"
        )
        open_ended = last_sign_is_open(clauses.text, clauses.starts[q], clauses.ends[q])
        self.shape = f"{leads}, open" if open_ended else leads

    def _told(self, found: list[Candidate]) -> Candidate | None:
        """Whom the order of words tells, where it is none of the others."""
        speaker, clauses = self.said.speaker, self.clauses
        if not speaker or any(self.overlaps(each, speaker) for each in found):
            return None
        a, b = bisect_left(clauses.starts, speaker[0]), bisect_left(clauses.starts, speaker[1]) - 1
        low = clauses.lows[a]
        opener = low in STARTERS or low in SUBORDINATE or low.endswith("ly")
        names = low in DETERMINERS or any(word[0].isupper() for word in clauses.words[a : b + 1])
        return Candidate(a, max(a, b), "phrase") if names and not opener else None

    def overlaps(self, each: Candidate, span: tuple[int, int] | None) -> bool:
        """Whether somebody stands in a span of the prose."""
        starts, ends = self.clauses.starts, self.clauses.ends
        return span is not None and starts[each.first] < span[1] and span[0] < ends[each.last]

    def choices(self) -> Iterator[Choice]:
        """Everybody, each with what speaks for him."""
        before = sum(each.last < self.q for each in self.people)
        for n, each in enumerate(self.people):
            rank = before - n if n < before else n - before + 1
            yield Choice(each, (*self._as_told(each), *self._by_place(each, rank), *self._by_verb(each)))

    def _side(self, at: int) -> str:
        return "before" if at < self.q else "behind"

    def _gap(self, at: int, end: int) -> tuple[int, int]:
        """The words between the quotation and what stands at `at` to `end`."""
        return (end + 1, self.q) if end < self.q else (self.q + 1, at)

    def _as_told(self, each: Candidate) -> Iterator[str]:
        """What the order of words tells, if it is this one."""
        if not self.overlaps(each, self.said.speaker):
            return
        yield f"{_TOLD}, {each.kind}"
        yield f"{_TOLD}, after {_kind_of(self.clauses, each.first - 1, self.first)}"
        if self.cue < 0:
            yield f"{_TOLD}, {self.said.why.partition(' ')[0]}"
            return
        place, verb = place_of(self.clauses, self.cue, self.q), class_of(self.clauses, self.cue)
        yield f"{_TOLD}, the verb {self._side(self.cue)}"
        yield f"{_TOLD}, {verb}"
        yield f"{_TOLD}, {place}"
        yield f"{_TOLD}, {self.relations.get((each, self.cue)) or 'elsewhere'}"
        first, last = self._gap(self.cue, self.cue)
        yield f"{_TOLD}, {min(2, sum(first <= k < last for k in self.ruled))} verbs nearer"
        yield f"{_TOLD}, {min(3, sum(first <= other.first < last for other in self.people))} people nearer"
        yield f"{_TOLD}, {self.shape}, {self._side(self.cue)}"
        for what in between(self.clauses, first, last):
            yield f"{_TOLD}, {what} to the quotation"

    def _by_place(self, each: Candidate, rank: int) -> Iterator[str]:
        """Where somebody stands in the sentence."""
        clauses, side = self.clauses, self._side(each.first)
        yield f"{each.kind}, {side}"
        yield f"{min(rank, 6)} {side}"
        start = each.first
        while start > self.first and clauses.lows[start - 1] in DETERMINERS:
            start -= 1
        yield f"after {_kind_of(clauses, start - 1, self.first)}, {side}"
        yield f"then {_kind_of(clauses, each.last + 1, self.first)}, {side}"
        if start == self.first:
            yield "opens the sentence"
        if clauses.words[each.last].endswith(_OWNER):
            trade = clauses.lows[each.last + 1 : each.last + 2]
            yield "owner, then a trade" if trade and trade[0] in PEOPLE else "owner"
        if self.overlaps(each, self.main):
            yield f"subject of the sentence, {side}" + (", no verb of speech" if self.cue < 0 else "")
        yield f"{self.shape}, {side}"
        first, last = self._gap(each.first, each.last)
        yield f"{_bucket(last - first)} words apart, {side}"
        for what in between(clauses, first, last):
            yield f"{what} to it, {side}"

    def _by_verb(self, each: Candidate) -> Iterator[str]:
        """How somebody stands to the verbs of speech, above all to the nearest that he may be the subject of."""
        yield from self._by_cue(each)
        mine = [k for k in self.verbs if self.relations[each, k] in SUBJECTS]
        if each.last < self.q:
            mine = [k for k in mine if k < self.q] or mine
        if not mine:
            yield f"no verb, {self._side(each.first)}"
            return
        clauses, k = self.clauses, min(mine, key=lambda k: abs(k - self.q))
        how, side = self.relations[each, k], self._side(k)
        verb, place = class_of(clauses, k), place_of(clauses, k, self.q)
        yield f"{how}, {verb}"
        yield f"{how}, {place}"
        yield f"{verb}, {place}"
        yield f"{how}, {self.shape}, {side}"
        yield f"of the cue, {how}" if k == self.cue else f"of another verb, {how}"
        first, last = self._gap(k, k)
        nearer = [other for other in self.ruled if first <= other < last]
        yield f"{min(len(nearer), 3)} verbs nearer, {side}"
        if any(self._side(other) != side for other in self.ruled):
            yield f"a verb on the other side, {side}, {self.shape}"
        people = sum(first <= other.first < last for other in self.people if other != each)
        yield f"{min(4, people)} people nearer, {side}"
        for what in between(clauses, first, last):
            yield f"verb, {what} to the quotation, {side}"
        if clauses.lows[k + 1 : k + 2] == ["that"]:
            yield f"{verb} that"

    def _by_cue(self, each: Candidate) -> Iterator[str]:
        """How somebody stands to the verb that the order of words points to."""
        if self.cue < 0:
            return
        how = self.relations.get((each, self.cue)) or "elsewhere"
        yield f"cue, {how}"
        yield f"cue, {how}, {class_of(self.clauses, self.cue)}"
        first, last = (each.last + 1, self.cue) if each.last < self.cue else (self.cue + 1, each.first)
        people = sum(first <= other.first < last for other in self.people)
        yield f"{min(4, people)} people to the cue, {how.partition(',')[0]}"
        for what in between(self.clauses, first, last):
            yield f"{what} to the cue"


def _bucket(n: int) -> int:
    """A count of words, coarser the larger it is."""
    return n if n < 4 else 4 if n < 8 else 8 if n < 16 else 16


def _kind_of(clauses: Clauses, p: int, first: int) -> str:
    """What a word beside a candidate is."""
    if p < first or p >= len(clauses.words):
        return "nothing"
    low, word = clauses.lows[p], clauses.words[p]
    if word == QUOTE or not word[0].isalnum():
        return "a quotation" if word == QUOTE else word[0]
    for kind, table in _KINDS:
        if low in table:
            return kind
    if low in ("and", "but", "or", "that", "who", "as", "whom", "which"):
        return low
    if word[0].isupper():
        return "a capital"
    return "a word in -ed" if low.endswith("ed") else "a word in -ing" if low.endswith("ing") else "a word"


_KINDS = (("a verb of speech", SAYING), ("being", BE), ("a preposition", PREPOSITIONS), ("an opener", SUBORDINATE))


def choices(clauses: Clauses, said: Attribution, q: int, first: int, last: int) -> list[Choice]:
    """Everybody in a sentence who may be the speaker of its quotation."""
    return list(_Sentence(clauses, said, q, first, last).choices())


def whose(
    clauses: Clauses, said: Attribution, q: int, first: int, last: int, weights: Weights = LEARNT
) -> Attribution:
    """An attribution with the speaker that the sentence makes likeliest."""
    if said.cue and (_is_passed_on(clauses, said.cue) or _is_plain(clauses, said, q, first, last)):
        return said
    scored = [(weights.score(each.traits), each) for each in choices(clauses, said, q, first, last)]
    if not scored:
        return said
    _, choice = max(scored, key=lambda pair: pair[0])
    if is_told(choice.traits) or (not said.speaker and choice.each.kind in _NOBODY):
        return said
    return said._replace(speaker=_phrase(clauses, choice.each, first))


def _is_plain(clauses: Clauses, said: Attribution, q: int, first: int, last: int) -> bool:
    """Whether a name or pronoun stands beside the only verb of speech of a sentence: there is nothing to weigh."""
    if not (said.speaker and said.cue) or max(said.cue[0] - said.speaker[1], said.speaker[0] - said.cue[1]) != 1:
        return False
    word = clauses.text[slice(*said.speaker)]
    if not (word[0].isupper() or word in PERSONAL) or clauses.text[: said.cue[1]].endswith("ing"):
        return False
    return len(verbs(clauses, q, max(first, q - FARTHEST), min(last, q + FARTHEST))) == 1


def _is_passed_on(clauses: Clauses, cue: tuple[int, int]) -> bool:
    """Whether somebody passes on another's words, as the order of them tells: Tass quoted Ana Silva as saying “…”."""
    k = bisect_left(clauses.starts, cue[0])
    if clauses.lows[k : k + 3] == ["in", "the", "words"]:
        return True
    return clauses.lows[k] in _PASSING or clauses.lows[k - 1 : k] in (["as"], ["so"], ["according"])


def is_told(traits: tuple[str, ...]) -> bool:
    """Whether these are the traits of whom the order of words tells."""
    return bool(traits) and traits[0].startswith(_TOLD)


def _phrase(clauses: Clauses, each: Candidate, first: int) -> tuple[int, int]:
    """The whole phrase that somebody is named by."""
    if each.kind in ("trade", "people", "person", "full name", "name"):
        start, end = clauses.phrase_to(each.last, first) or clauses.span(each.first, each.last)
        if start <= clauses.starts[each.first] and end - start <= LONGEST_PHRASE:
            return start, end
    return clauses.span(each.first, each.last)
