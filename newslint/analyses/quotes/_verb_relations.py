"""Relations: how somebody in a sentence stands to a verb of speech, and how that verb stands to the quotation."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._candidates import Candidate
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes.cues import (
    BETWEEN,
    DAYS,
    DETERMINERS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    PREPOSITIONS,
    REPORTING,
    SAYING,
    SUBORDINATE,
    WEAK,
)

# Those of a subject; the rest only stand near the verb.
BESIDE, TOPIC, INSERTED, JOINED = "beside", "who", "with words between commas", "joined"
INVERTED, INVERTED_END, ACCORDING, PARTICIPLE = "inverted", "inverted, and no more", "according to", "beside -ing"
SUBJECTS = frozenset((BESIDE, TOPIC, INSERTED, JOINED, INVERTED, INVERTED_END, ACCORDING, PARTICIPLE))
OFFICE_WITHIN = 5  # words behind a comma
_GOVERNING = PREPOSITIONS - SUBORDINATE - {"as", "like", "than", "over", "since", "until"}
_WHENCE = frozenset(("at", "for", "from", "of", "with"))  # what tells where somebody belongs
_NAMED = frozenset(("full name", "name", "person"))
_JOINTS = frozenset(("and", "but", "or", "that", "who", "which", "to")) | SUBORDINATE
_DASHES = frozenset((",", "—", "–", "-"))
_OPENS_ASIDE, _CLOSES_ASIDE = frozenset(",(—"), frozenset(",)—")
_ENDS = frozenset((".", ",", ";", "(", "—", "–", QUOTE, "who", "and")) | PREPOSITIONS


def verbs(clauses: Clauses, q: int, first: int, last: int) -> list[int]:
    """Where the verbs of speech of a stretch stand, and “according to”."""
    lows = clauses.lows
    return [
        k
        for k in range(first, last)
        if k != q
        and ((lows[k] in SAYING and clauses.is_cue(k)) or (lows[k] == "according" and lows[k + 1 : k + 2] == ["to"]))
    ]


def class_of(clauses: Clauses, k: int) -> str:
    """How surely a verb tells of speech, and in which form it stands."""
    low = clauses.lows[k]
    if low == "according":
        return ACCORDING
    form = " -ing" if low.endswith("ing") else " behind to" if clauses.lows[k - 1 : k] == ["to"] else ""
    if low in REPORTING:
        return "reporting" + form
    return ("plain" if low in PLAIN_SAYING else "weak" if low in WEAK else "other") + form


def place_of(clauses: Clauses, k: int, q: int) -> str:
    """Where a verb stands, seen from the quotation."""
    words, lows = clauses.words, clauses.lows
    if k > q:
        apart = k - q - 1
        return (
            "right behind" if not apart else "near behind" if apart < 4 else "behind" if apart < 9 else "far behind"
        )
    apart = q - k - 1
    if not apart:
        return "right before"
    if words[q - 1] in (":", ",") or lows[q - 1] == "as":
        return {":": "before a colon", ",": "before a comma"}.get(words[q - 1], "before “as”")
    if lows[k + 1] == "that":
        return "before “that”" if apart < 8 else "before “that”, far"
    return (
        "a word before" if apart == 1 else "words before" if apart < 5 else "before" if apart < 12 else "far before"
    )


def relation(clauses: Clauses, each: Candidate, k: int, first: int, last: int) -> str:
    """How somebody may be the subject of the verb at `k`, or only stands before or behind it."""
    words, lows = clauses.words, clauses.lows
    if lows[k] == "according":
        leads = all(lows[p] in DETERMINERS or lows[p] == "to" for p in range(k + 1, each.first))
        return ACCORDING if each.first > k and leads else ""
    if each.last < k:
        how = _before(clauses, each, k)
        return f"{how}, governed" if how in SUBJECTS and _is_governed(clauses, each, first) else how
    if any(
        not (lows[p] in DETERMINERS or lows[p].endswith("ly") or lows[p] in DAYS) for p in range(k + 1, each.first)
    ):
        return "behind"
    if k > first and words[k - 1] != QUOTE and words[k - 1] not in _DASHES:
        return "object"
    return INVERTED_END if each.last + 1 >= last or lows[each.last + 1] in _ENDS else INVERTED


def _before(clauses: Clauses, each: Candidate, k: int) -> str:
    words, lows, after = clauses.words, clauses.lows, each.last + 1
    p = k - 1
    while p >= after and _is_filler(lows[p]):
        p -= 1
    if p < after:
        return PARTICIPLE if lows[k].endswith("ing") else BESIDE
    if lows[p] in ("who", "which", "that") and p - after <= 1 and (p == after or words[after] == ","):
        return TOPIC
    if words[after] in _OPENS_ASIDE and words[p] in _CLOSES_ASIDE and p > after:
        return INSERTED
    named = (
        each.kind in _NAMED and lows[each.last] not in PEOPLE and lows[after] in _WHENCE and p - after < OFFICE_WITHIN
    )
    if named and _is_plain_phrase(clauses, after + 1, p + 1):
        return BESIDE  # Ana Silva of the lock keepers said
    office = clauses.lows[after + 1 : min(after + 1 + OFFICE_WITHIN, k)]
    if words[after] == "," and "," not in words[after + 1 : k] and not PEOPLE.isdisjoint(office):
        return INSERTED  # Ana Silva, keeper of the lock said
    if lows[p] in ("and", "but", "or"):
        return JOINED
    if lows[k].endswith("ing"):
        return "before -ing"
    return "before to" if lows[p] == "to" else "before"


def _is_plain_phrase(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a stretch is of words alone, none of which may be another subject, a joint or a verb of speech."""
    return all(
        clauses.words[p][0].isalnum()
        and not (clauses.lows[p] in _JOINTS or clauses.lows[p] in PERSONAL or clauses.lows[p] in SAYING)
        for p in range(first, last)
    )


def _is_governed(clauses: Clauses, each: Candidate, first: int) -> bool:
    """Whether somebody stands behind a preposition, and so is the subject of nothing: the keeper of the lock said."""
    p = each.first - 1
    while p >= first and (clauses.lows[p] in DETERMINERS or clauses.words[p][0].isupper()):
        p -= 1
    return p >= first and clauses.lows[p] in _GOVERNING


def _is_filler(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return (low in BETWEEN and low != "who") or low.endswith("ly") or low in DAYS


def between(clauses: Clauses, first: int, last: int) -> Iterator[str]:
    """What stands in a stretch that may part a subject or a verb from what belongs to it."""
    words, lows = clauses.words[first:last], clauses.lows[first:last]
    if QUOTE in words:
        yield "a quotation"
    if ";" in words:
        yield "a semicolon"
    commas = words.count(",")
    if commas:
        yield "a comma" if commas == 1 else "two commas" if commas == 2 else "commas"
    if not _WHO.isdisjoint(lows):
        yield "who"
    if "that" in lows:
        yield "that"
    if "and" in lows or "but" in lows:
        yield "and"
    if not SUBORDINATE.isdisjoint(lows):
        yield "an opener"


_WHO = frozenset(("who", "which", "whom", "whose"))
