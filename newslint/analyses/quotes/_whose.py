"""Whose the verb of speech is: the names, pronouns and trades of a sentence, weighed by where each of them stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analyses.quotes._attribution import Attribution, Clauses
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes._whose_weights import LEARNT
from newslint.analyses.quotes.cues import (
    BE,
    BETWEEN,
    DAYS,
    DETERMINERS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    SAYING,
    STARTERS,
    SUBORDINATE,
)
from newslint.base.weights import Weights

FARTHEST = 60  # words before and behind a verb in which somebody is looked for
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "this"))
_JOINS = frozenset(("and", "but", "or", "that", "who", "which", "whom"))
_PASSING = frozenset(("quoted", "quoting", "quotes", "cited", "citing", "according"))
LONGEST = 6  # words of a name


class Candidate(NamedTuple):
    """Somebody in the sentence of a quotation: the words `first` to `last`, taken in, and what he stands there as."""

    first: int
    last: int
    kind: str


def candidates(clauses: Clauses, first: int, last: int) -> Iterator[Candidate]:
    """Everybody whom a stretch of words names."""
    words, lows = clauses.words, clauses.lows
    p = first
    while p < last:
        low, word = lows[p], words[p]
        if low in PERSONAL or low == "it":
            yield Candidate(p, p, "he or she" if low in ("he", "she") else low)
        elif (
            word[0].isupper()
            and low not in DAYS
            and not (low in STARTERS or low in PREPOSITIONS or low in DETERMINERS)
        ):
            end = _name_end(clauses, p, last)
            yield Candidate(p, end, "full name" if end > p else "name")
            p = end
        elif low in PEOPLE and not (low in SAYING and clauses.is_cue(p)):
            yield Candidate(p, p, "people" if low.endswith("s") else "trade")
        elif low in _ARTICLES and p + 1 < last and words[p + 1][0].islower():
            end = _noun_end(clauses, p + 1, last)
            if end > p and lows[end] not in PEOPLE:
                yield Candidate(p, end, "thing")
                p = end
        p += 1


def _noun_end(clauses: Clauses, p: int, last: int) -> int:
    """Where a phrase behind an article ends: the word before a verb, a preposition, a mark or a capital."""
    lows, words = clauses.lows, clauses.words
    for k in range(p, min(last, p + LONGEST)):
        low = lows[k]
        stops = low in PREPOSITIONS or low in BETWEEN or low in PERSONAL or low in SUBORDINATE or low in _JOINS
        if (
            stops
            or not words[k][0].isalpha()
            or words[k][0].isupper()
            or (k > p and low in SAYING and clauses.is_cue(k))
        ):
            return k - 1
        if low in PEOPLE:
            return p - 1
    return p - 1


def _name_end(clauses: Clauses, p: int, last: int) -> int:
    words = clauses.words
    end = p
    for k in range(p + 1, min(last, p + LONGEST)):
        if words[k][0].isupper() and clauses.lows[k] not in DAYS:
            end = k
        elif words[k] != "." or k - 1 != end or len(words[k - 1]) > 5:
            break
        if words[k].endswith(("'s", "’s")):
            break
    return end


def traits(clauses: Clauses, each: Candidate, said: Attribution, k: int, first: int, rank: int) -> Iterator[str]:
    """Where a candidate stands, seen from the verb at `k`; `rank` counts candidates, from the verb outwards."""
    lows, words = clauses.lows, clauses.words
    form = "participle" if lows[k].endswith("ing") else "infinitive" if lows[k - 1 : k] == ["to"] else "verb"
    side = "before" if each.last < k else "behind"
    told = said.speaker and clauses.starts[each.first] < said.speaker[1] and said.speaker[0] < clauses.ends[each.last]
    if told:
        yield f"by the order of words, {form}"
    yield f"{each.kind}, {side}"
    yield f"{min(rank, 4)} {side} the {form}"
    start = each.first
    while start > first and lows[start - 1] in DETERMINERS:
        start -= 1
    yield f"after {_kind_of(clauses, start - 1, first)}, {side}"
    yield f"then {_kind_of(clauses, each.last + 1, first)}, {side}"
    if words[each.last].endswith(("'s", "’s", "s'", "s’")):
        yield (
            "owner, then a trade"
            if lows[each.last + 1 : each.last + 2] and lows[each.last + 1] in PEOPLE
            else "owner"
        )
    between = range(each.last + 1, k) if side == "before" else range(k + 1, each.first)
    if all(
        lows[p] in BETWEEN or lows[p].endswith("ly") or lows[p] in DAYS or lows[p] in DETERMINERS for p in between
    ):
        yield f"beside the {form}, {side}"
    elif len([p for p in between if words[p] == ","]) % 2 == 0 and side == "before":
        yield f"commas in pairs to the {form}"
    if any(lows[p] in ("that", "who", "which", "whom") for p in between):
        yield f"a clause to the {form}"
    if any(lows[p] in SAYING and clauses.is_cue(p) for p in between):
        yield f"another verb of speech to the {form}"
    if any(words[p] in (QUOTE, ";") for p in between):
        yield f"a quotation to the {form}"
    if any(lows[p] in ("and", "but") for p in between):
        yield f"joined to the {form}"


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
    if low in ("and", "but", "or", "that", "who", "as", "whom"):
        return low
    if word[0].isupper():
        return "a capital"
    return "a word in -ed" if low.endswith("ed") else "a word in -ing" if low.endswith("ing") else "a word"


_KINDS = (("a verb of speech", SAYING), ("being", BE), ("a preposition", PREPOSITIONS), ("an opener", SUBORDINATE))


class Choice(NamedTuple):
    """Who may be meant, each with what speaks for him."""

    each: Candidate
    traits: tuple[str, ...]


def choices(clauses: Clauses, said: Attribution, q: int, first: int, last: int) -> list[Choice]:
    """Everybody in a sentence who may be the subject of its verb of speech."""
    if not said.cue or _is_adjacent(clauses, said):
        return []
    k = bisect_left(clauses.starts, said.cue[0], first, last)
    found = list(candidates(clauses, max(first, k - FARTHEST), min(last, k + FARTHEST)))
    before = [each for each in found if each.last < k]
    ranks = {each: len(before) - n for n, each in enumerate(before)}
    behind = [each for each in found if each.first > k and (k > q or each.last < q)]
    ranks.update({each: n for n, each in enumerate(behind, 1)})
    return [Choice(each, tuple(traits(clauses, each, said, k, first, rank))) for each, rank in ranks.items()]


def whose(
    clauses: Clauses, said: Attribution, q: int, first: int, last: int, weights: Weights = LEARNT
) -> Attribution:
    """An attribution with the speaker that the sentence makes likeliest."""
    if not (said.cue and said.speaker) or _is_passed_on(clauses, said.cue):
        return said
    scored = [(weights.score(each.traits), each) for each in choices(clauses, said, q, first, last)]
    if not scored:
        return said
    best, choice = max(scored, key=lambda pair: pair[0])
    told = [score for score, each in scored if is_told(each.traits)]
    if told and max(told) >= best:
        return said
    return said._replace(speaker=_phrase(clauses, choice.each, first, last))


def _is_adjacent(clauses: Clauses, said: Attribution) -> bool:
    """Whether a name or pronoun stands right beside a verb that is no participle: there is nothing to weigh."""
    if not (said.speaker and said.cue):
        return False
    apart = max(said.cue[0] - said.speaker[1], said.speaker[0] - said.cue[1])
    word = clauses.text[slice(*said.speaker)]
    doubtful = clauses.text[: said.cue[1]].endswith("ing") or not (word[0].isupper() or word in PERSONAL)
    return apart == 1 and not doubtful


def _is_passed_on(clauses: Clauses, cue: tuple[int, int]) -> bool:
    """Whether somebody passes on another's words, as the order of them tells: Tass quoted Ana Silva as saying “…”."""
    k = bisect_left(clauses.starts, cue[0])
    return clauses.lows[k] in _PASSING or clauses.lows[k - 1 : k] in (["as"], ["so"], ["according"])


def is_told(traits: tuple[str, ...]) -> bool:
    """Whether these are the traits of whom the order of words tells."""
    return traits[0].startswith("by the order")


def _phrase(clauses: Clauses, each: Candidate, first: int, last: int) -> tuple[int, int]:
    """The whole phrase that somebody is named by."""
    if each.kind in ("trade", "people"):
        return clauses.phrase_to(each.last, first) or clauses.span(each.first, each.last)
    return clauses.span(each.first, each.last)
