"""Evidence: what speaks for somebody being named, and whom, where a quotation stands alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.analyses.quotes._announcing import (
    ADDRESS,
    DECLINING,
    FIGURATIVE,
    MIND,
    OCCASIONS,
    PHASE,
    STANCE,
)
from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._story_names import OF_SAYING, StoryNames, last_of
from newslint.analyses.quotes._tokens import QUOTE
from newslint.analyses.quotes._verdicts import Elsewhere, Paragraph
from newslint.analyses.quotes._weights import LEARNT
from newslint.analyses.quotes.cues import (
    ATTITUDE,
    BE,
    LEADING_NOUNS,
    LEADING_VERBS,
    PEOPLE,
    PERSONAL,
    PLAIN_SAYING,
    REPORTING,
    SAYING,
    SPEAKING_NOUNS,
)
from newslint.analyses.quotes.marks import Marks
from newslint.analyses.quotes.quotation import RUNNING
from newslint.base.lazy import compiled
from newslint.model.story import Zone

__all__ = ["LEARNT", "Doubt", "doubt"]

SHORT = 10  # words; so short a sentence has nothing else to tell
MAIN = 5  # words behind the subject among which its verb stands
FEW = 4  # paragraphs in which somebody is said to speak
FARTHEST = 12  # sentences looked back over for one that has words: those between are quotations and figures
SKIPPED = 3  # captions and crossheads that may stand between a quotation and the paragraph before it
_SENTENCE_END = ".!?:…\"”'’)"
_FIRST = r"(?i)\b(?:I|me|my|mine|myself)\b|\bI['’](?:m|ve|d|ll)\b"
_FIRST_PLURAL = r"(?i)\b(?:we|us|our|ours|ourselves)\b|\bwe['’](?:re|ve|d|ll)\b"
_SECOND = r"(?i)\b(?:you|your|yours|yourself)\b"
_OPENS_WITH_PRONOUN = r"(?:He|She|They|His|Her|Their)\b"
_CLOSED_INSIDE = r"[,?!]['’”\"]{1,2} ((?:[\w.'’-]+ ?){2,9})"


class Doubt(NamedTuple):
    """What is to be known of a quotation that nobody is plainly said to have spoken."""

    traits: frozenset[str]
    who: Elsewhere | None  # whom the copy before it is about, where that is somebody
    same: bool = False  # whether that is who the copy beside it tells of as speaking


class _Lead(NamedTuple):
    """The sentence before a quotation that stands alone: its paragraph, and where it begins and ends there."""

    zone: Zone
    clauses: Clauses
    first: int
    last: int
    place: str


def doubt(
    marks: Sequence[tuple[Zone, Marks]],
    n: int,
    paragraph: Paragraph,
    i: int,
    told: str = "",
    name: str = "",
    *,
    names: StoryNames,
) -> Doubt:
    """The evidence on the quotation `i` of the paragraph number `n`.

    `told` says what the copy beside it tells, but not for sure, of somebody in these words, its `name`. `names` is
    what the whole story tells of names.
    """
    traits = set(_of_quotation(paragraph, i))
    told = told.strip(" ,")
    lead = _lead(marks, n, paragraph, i)
    who, same = None, False
    if lead is None:
        traits.add("before: nothing")
    else:
        traits.add(f"before: {lead.place}")
        subject = lead.clauses.main_subject(lead.first, lead.last)
        kind = _kind(names, lead, subject)
        traits.update(_of_sentence(lead, subject, kind))
        if subject and kind != "thing":
            who = Elsewhere(lead.zone, subject)
            last = last_of(lead.zone.text[subject[0] : subject[1]])
            traits.update(_of_person(names, n, paragraph, i, last, kind))
            if told and name:
                same = last_of(name) == last or kind == "he or she"
                told += ", then another"
    if told:
        traits.add("told: " + told)
    traits.update(_of_what_follows(marks, n, paragraph, i))
    spoken = names.spoken
    traits.add("nobody else is quoted" if not spoken else "few are quoted" if spoken < FEW else "many are quoted")
    return Doubt(frozenset(traits), who, same)


def _lead(marks: Sequence[tuple[Zone, Marks]], n: int, paragraph: Paragraph, i: int) -> _Lead | None:
    """The sentence before a quotation, in its paragraph or in the copy before that."""
    clauses = paragraph.clauses
    own = bisect_left(clauses.sentences, (clauses.quotes[i] + 1, 0)) - 1
    for first, last in reversed(clauses.sentences[max(0, own - FARTHEST) : own]):
        if any(word[0].isalpha() for word in clauses.words[first:last]):
            return _Lead(paragraph.zone, clauses, first, last, "a sentence")
    if own > FARTHEST:
        return None
    for back in range(1, min(n, SKIPPED) + 1):
        zone, found = marks[n - back]
        text = zone.text.rstrip()
        if zone.role in RUNNING and text and text[-1] in _SENTENCE_END:
            before = Clauses(zone.text, found.pairs)
            if before.sentences:
                place = "a paragraph" if back == 1 else "a paragraph past others"
                return _Lead(zone, before, *before.sentences[-1], place)
    return None


def _kind(names: StoryNames, lead: _Lead, who: tuple[int, int] | None) -> str:
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


def _of_sentence(lead: _Lead, who: tuple[int, int] | None, kind: str) -> Iterator[str]:
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


def _words_of(clauses: Clauses, first: int, last: int, who: tuple[int, int] | None) -> Iterator[str]:
    """The kinds of words that tell of speech in a sentence: those of its first verb apart."""
    lows = clauses.lows
    start = bisect_left(clauses.ends, who[1], first, last) + 1 if who else last
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


def _of_person(names: StoryNames, n: int, paragraph: Paragraph, i: int, name: str, kind: str) -> Iterator[str]:
    """What the story tells of whom the sentence before is about."""
    if kind not in ("person", "name", "owner"):
        return
    mark = paragraph.pairs[i]
    if name in paragraph.zone.text[mark.start : mark.end]:
        yield "the quotation names whom it follows"
    if names.speaks_near(name, n):
        yield "who is quoted elsewhere"
    elif names.is_often(name):
        yield "who is named often"


def _of_quotation(paragraph: Paragraph, i: int) -> Iterator[str]:
    """What a quotation looks like and says."""
    mark, text, shape = paragraph.pairs[i], paragraph.zone.text, paragraph.shapes[i]
    inside = text[mark.start + mark.opened : mark.end - mark.closed]
    if shape.words < 5:
        yield "a few words"
    if not mark.closed:
        yield "not closed, with a word of saying" if _is_said_inside(inside) else "not closed"
    if not shape.whole:
        yield "no whole sentence"
    if inside[:1] == "[":
        yield "opens with a bracket"
    if compiled(_FIRST).search(inside):
        yield "says I"
    if compiled(_FIRST_PLURAL).search(inside):
        yield "says we"
    if compiled(_SECOND).search(inside):
        yield "says you"


def _is_said_inside(text: str) -> bool:
    """Whether a quotation whose closing mark was not seen holds one, with who speaks: …,’ the study concluded."""
    m = compiled(_CLOSED_INSIDE).search(text)
    return m is not None and any(word.lower().rstrip(".") in SAYING for word in m[1].split())


def _of_what_follows(marks: Sequence[tuple[Zone, Marks]], n: int, paragraph: Paragraph, i: int) -> Iterator[str]:
    """What the copy behind a quotation goes on with."""
    text = paragraph.zone.text
    rest = text[paragraph.pairs[-1].end :].strip(" .,")
    if rest:
        yield "behind: he or she" if compiled(_OPENS_WITH_PRONOUN).match(rest) else "behind: more"
    if n + 1 >= len(marks):
        return
    zone, found = marks[n + 1]
    if found.pairs and found.pairs[0].start == 0:
        said = OF_SAYING.search(zone.text, found.pairs[0].end, found.pairs[0].end + 40)
        if said:
            pronoun = zone.text[found.pairs[0].end : said.end()].strip(" ,").startswith(("he ", "she ", "they "))
            yield "next: a quotation of " + ("him or her" if pronoun else "somebody named")
    elif compiled(_OPENS_WITH_PRONOUN).match(zone.text):
        yield "next: he or she"
        if OF_SAYING.search(zone.text, 0, 40):
            yield "next: he or she says"
    elif zone.text[:1].isupper() and OF_SAYING.search(zone.text, 0, 60):
        yield "next: somebody named says"
