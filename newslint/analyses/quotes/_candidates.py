"""Candidates: the names, pronouns, trades and things of a sentence, any of which may be who speaks in it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._story_names import PLACE_NAMES, last_of, leads_name
from newslint.analyses.quotes.cues import (
    BETWEEN,
    DAYS,
    DETERMINERS,
    OTHER_LANGUAGES,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    SAYING,
    STARTERS,
    SUBORDINATE,
)
from newslint.base.record import NamedTuple

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "this"))
_JOINS = frozenset(("and", "but", "or", "that", "who", "which", "whom"))
# Words for people that need no noun: those surveyed, many fear, most of the voters.
_STANDING = frozenset(
    ("both", "everybody", "everyone", "few", "half", "many", "most", "neither", "nobody", "none", "one", "others")
) | {"several", "some", "those"}
_OPEN_CLAUSE = ("ing", "ly")  # a sentence's first word: Conceding that …, Hastily …
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
        elif low in _STANDING and _stands_alone(clauses, p, last):
            yield Candidate(p, p, "some")
        elif (
            word[0].isupper()
            and low not in DAYS
            and not (low in STARTERS or low in PREPOSITIONS or low in DETERMINERS)
        ):
            end = _name_end(clauses, p, last)
            if p > first or not (low.endswith(_OPEN_CLAUSE) or low in OTHER_LANGUAGES):
                yield Candidate(p, end, _kind_of_name(words[p : end + 1]))
            p = end
        elif low in PEOPLE and not (low in SAYING and clauses.is_cue(p)):
            end = p
            while end + 1 < last and lows[end + 1].removesuffix("'s").removesuffix("’s") in PEOPLE:
                if clauses.is_cue(end + 1):
                    break
                end += 1
            yield Candidate(p, end, "people" if lows[end].endswith("s") else "trade")
            p = end
        elif low in _ARTICLES and p + 1 < last and words[p + 1][0].islower():
            end = _noun_end(clauses, p + 1, last)
            if end > p and lows[end] not in PEOPLE:
                yield Candidate(p, end, "thing")
                p = end
        p += 1


def _stands_alone(clauses: Clauses, p: int, last: int) -> bool:
    """Whether “some”, “most” and the like stand for people: no noun of people follows, and no adverb."""
    after = clauses.lows[p + 1] if p + 1 < last else ""
    return after not in PEOPLE and not after.endswith("ly") and clauses.words[p + 1][:1].islower() if after else False


def _kind_of_name(words: list[str]) -> str:
    """A person's, by a title or a first name; a place's; or only one or several words with capitals."""
    if leads_name(words[0]) and (len(words) > 1 or not words[0].endswith(".")):
        return "person"
    if all(last_of(word) in PLACE_NAMES for word in words):
        return "place"
    return "full name" if len(words) > 1 else "name"


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
