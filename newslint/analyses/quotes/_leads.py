"""Leads: what the sentence before a quotation that stands alone tells of somebody who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes._announcing import (
    ADDRESS,
    DECLINING,
    FIGURATIVE,
    MIND,
    OCCASIONS,
    PHASE,
    STANCE,
)
from newslint.analyses.quotes._attribution import Attribution, Clauses
from newslint.analyses.quotes._story_names import StoryNames
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes.cues import (
    ATTITUDE,
    BE,
    BEFORE_BASE,
    LEADING_NOUNS,
    LEADING_VERBS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    REPORTING,
    SAYING,
    SPEAKING_NOUNS,
)
from newslint.base.record import NamedTuple
from newslint.model.story import Zone

SHORT = 10  # words; so short a sentence has nothing else to tell
MAIN = 5  # words behind the subject among which its verb stands
ASIDE = 25  # words in commas behind a name that tell who that is
LATE = 12  # words at the end of a sentence
NEAR = 3  # sentences before the last one


class Lead(NamedTuple):
    """The sentence before a quotation that stands alone: its paragraph, and where it begins and ends there."""

    zone: Zone
    clauses: Clauses
    first: int
    last: int
    place: str


def kind_of(names: StoryNames, lead: Lead, who: tuple[int, int] | None) -> str:
    """What the subject of a sentence is, from its form: he or she, they, a person, another name, a trade, a thing."""
    if who is None:
        return "thing"
    words = lead.clauses.text[who[0] : who[1]].split()
    low = words[-1].lower()
    if low in PERSONAL:
        return "he or she" if low in ("he", "she") else "they" if low == "they" else "thing"
    if words[-1].endswith(("'s", "’s", "s'", "s’")):
        return "owner"
    if words[-1][0].isupper():
        return "person" if names.has_person(words) else "name"
    return "trade" if low in PEOPLE and not low.endswith("s") else "people" if low in PEOPLE else "thing"


_HUMAN = frozenset(
    ("attitude", "declining", "leading verb", "mind", "phase", "somebody's words")
)  # only people do that
_DENIES = frozenset(("not", "never", "nor", "no"))
PERSON = frozenset(("he or she", "person", "trade"))


def of_sentence(lead: Lead, who: tuple[int, int] | None, kind: str) -> Iterator[str]:
    """What the sentence before says, and of whom."""
    clauses, first, last = lead.clauses, lead.first, lead.last
    lows = clauses.lows
    yield "subject: " + kind
    whose = "a person" if kind in PERSON else "some" if kind in ("they", "people", "owner", "name") else "nothing"
    said = set(_words_of(clauses, first, last, who))
    for each in said:
        yield f"{each}, of {'somebody' if each in _HUMAN and whose != 'nothing' else whose}"
    if not said:
        yield f"no word of speech, of {whose}"
    elif last - first < SHORT:
        yield f"short, with a word of speech, of {whose}"
    if QUOTE in clauses.words[first:last]:
        yield f"quotes, of {whose}"
    for sign, name in (("?", "asks"), (":", "a colon")):
        if clauses.words[last - 1].startswith(sign):
            yield "sentence: " + name
    if whose == "a person" and any(low in _DENIES or low.endswith(("n't", "n’t")) for low in lows[first:last]):
        yield "denied, of a person"


def main_verb_from(clauses: Clauses, first: int, last: int, who: tuple[int, int]) -> int:
    """The word behind a subject, or behind what stands in commas there: Ana Silva, who runs the mill, SAW…"""
    k = bisect_left(clauses.ends, who[1], first, last) + 1
    if k < last and clauses.words[k] == ",":
        for closing in range(k + 1, min(k + ASIDE, last)):
            if clauses.words[closing] == ",":
                return closing + 1
    return k


def _words_of(clauses: Clauses, first: int, last: int, who: tuple[int, int] | None) -> Iterator[str]:
    """The kinds of words that tell of speech in a sentence: those of its first verb apart."""
    lows = clauses.lows
    start = main_verb_from(clauses, first, last, who) if who else last
    for k in range(first, last):
        low = lows[k]
        if low in SAYING and clauses.is_cue(k) and low in PLAIN_SAYING:
            place = "last" if k >= last - 6 else "first" if start <= k < start + MAIN else ""
            yield f"{place} {'said' if low in REPORTING else 'speech'}".strip()
        if start <= k < start + MAIN:
            yield from _of_verb(lows, k)
            if low in PHASE and (last - first < SHORT or k >= last - 4):
                yield "phase"
        if low in ATTITUDE and k >= start and not BE.isdisjoint(lows[max(start, k - 3) : k]):
            yield "attitude"
        if low in SPEAKING_NOUNS or low in LEADING_NOUNS:
            if k > first and _is_owned(lows[max(first, k - 2) : k]):
                yield "somebody's words"
            yield "noun of speech" if k < last - 8 else "noun of speech, late"
        elif low in OCCASIONS:
            yield "occasion" if k < last - 8 else "occasion, late"


_VERBS = (
    ("mind", MIND),
    ("stance", STANCE),
    ("address", ADDRESS),
    ("figurative", FIGURATIVE),
    ("declining", DECLINING),
)


def _is_owned(before: Sequence[str]) -> bool:
    """Whether a noun behind these words is somebody's: her message, the mayor's short answer."""
    return any(low in ("his", "her", "their") or low.endswith(("'s", "’s", "s'", "s’")) for low in before)


def _of_verb(lows: Sequence[str], k: int) -> Iterator[str]:
    """What a verb of the main clause tells, or a word that may be it."""
    low = lows[k]
    for name, verbs in _VERBS:
        if low in verbs:
            yield name
    if low in LEADING_VERBS and (not LEADING_VERBS[low] or lows[k + 1 : k + 2] == [LEADING_VERBS[low]]):
        yield "leading verb"


def of_report(names: StoryNames, lead: Lead) -> Iterator[str]:
    """Whom a verb of speech in the sentence says to have spoken, and how plainly."""
    clauses, first, last = lead.clauses, lead.first, lead.last
    said = clauses.reports(first, last)
    if said and said.speaker and said.cue:
        yield from _of_verb_of_speech(names, lead, said)
    elif said is None:
        near = _farther_back(names, lead)
        if near:
            yield near


def _of_verb_of_speech(names: StoryNames, lead: Lead, said: Attribution) -> Iterator[str]:
    clauses, last = lead.clauses, lead.last
    start, end = said.cue or (0, 0)
    k = bisect_left(clauses.starts, start, lead.first, last)
    kind = kind_of(names, lead, said.speaker)
    word = "said" if clauses.lows[k] in REPORTING else "a verb of speech"
    yield f"told by {word}, of {_group(kind)}"
    before = clauses.lows[max(lead.first, k - 3) : k]
    if not BE.isdisjoint(before):
        yield "told by a verb in the passive"
    elif before[-1:] and before[-1] in ("who", "which", "that"):
        yield "told in passing"
    elif before[-1:] and (before[-1] in BEFORE_BASE or before[-1] in ("have", "has", "had")):
        yield "told of another time"
    if max(end, (said.speaker or (0, 0))[1]) >= clauses.starts[max(lead.first, last - LATE)]:
        yield "told at the end"


def _group(kind: str) -> str:
    return "a person" if kind in PERSON else "nobody" if kind == "thing" else "some"


def _farther_back(names: StoryNames, lead: Lead) -> str:
    """Who is said to speak in one of the sentences before the last, if anybody, in the same paragraph."""
    clauses = lead.clauses
    own = bisect_left(clauses.sentences, (lead.first, lead.last))
    for back, (first, last) in enumerate(reversed(clauses.sentences[max(0, own - NEAR) : own]), 1):
        said = clauses.reports(first, last)
        if said and said.speaker:
            kind = _group(kind_of(names, lead, said.speaker))
            return f"told {'a sentence' if back == 1 else 'sentences'} before, of {kind}"
    return ""


_HAVE = frozenset(("have", "has", "had"))
_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "must", "should", "shall"))


def of_main_verb(lead: Lead, who: tuple[int, int] | None, kind: str) -> Iterator[str]:
    """What its verb is where it is a plain one: somebody is or has something, or may do something."""
    if who is None:
        return
    clauses = lead.clauses
    k = main_verb_from(clauses, lead.first, lead.last, who)
    low = clauses.lows[k] if k < lead.last else ""
    verb = "is" if low in BE else "has" if low in _HAVE else "may" if low in _MODALS else ""
    if verb:
        yield f"{verb}, of {_group(kind)}"
