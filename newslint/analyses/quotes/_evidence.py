"""Evidence: what speaks for somebody being named, and whom, where a quotation stands alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._leads import PERSON, Lead, kind_of, of_main_verb, of_report, of_sentence
from newslint.analyses.quotes._story_names import StoryNames, last_of
from newslint.analyses.quotes._verdicts import Elsewhere, Paragraph
from newslint.analyses.quotes._weights import LEARNT
from newslint.analyses.quotes.cues import SAYING
from newslint.analyses.quotes.marks import Marks
from newslint.analyses.quotes.quotation import RUNNING
from newslint.analyses.quotes.running import is_picture
from newslint.base.lazy import compiled
from newslint.base.record import NamedTuple
from newslint.model.story import Zone

__all__ = ["LEARNT", "Doubt", "doubt"]

FEW = 4  # paragraphs in which somebody is said to speak
FARTHEST = 12  # sentences looked back over for one that has words: those between are quotations and figures
BRIEF, LENGTHY = 12, 35  # words of a quotation
AT_HEAD = 4  # paragraphs
SKIPPED = 3  # captions and crossheads that may stand between a quotation and the paragraph before it
_SENTENCE_END = ".!?:…\"”'’)"
_FIRST = r"(?i)\b(?:I|me|my|mine|myself)\b|\bI['’](?:m|ve|d|ll)\b"
_FIRST_PLURAL = r"(?i)\b(?:we|us|our|ours|ourselves)\b|\bwe['’](?:re|ve|d|ll)\b"
_SECOND = r"(?i)\b(?:you|your|yours|yourself)\b"
_THIRD = r"(?i)\b(?:he|she|him|her|his|hers)\b|\b(?:s?he)['’](?:s|d|ll)\b"
_CLOSED_INSIDE = r"[,?!]['’”\"]{1,2} ((?:[\w.'’-]+ ?){2,9})"


class Doubt(NamedTuple):
    """What is to be known of a quotation that nobody is plainly said to have spoken."""

    traits: frozenset[str]
    who: Elsewhere | None  # whom the copy before it is about, where that is somebody


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
    who = None
    if lead is None:
        traits.add("before: nothing")
    else:
        traits.add(f"before: {lead.place}")
        subject = lead.clauses.main_subject(lead.first, lead.last)
        kind = kind_of(names, lead, subject)
        traits.update(of_sentence(lead, subject, kind))
        traits.update(of_report(names, lead))
        traits.update(of_main_verb(lead, subject, kind))
        traits.update(_of_voice(paragraph, i, kind))
        if subject and kind != "thing":
            who = Elsewhere(lead.zone, subject)
            last = last_of(lead.zone.text[subject[0] : subject[1]])
            traits.update(_of_person(names, n, paragraph, i, last, kind))
            if told and name:
                same = last_of(name) == last or kind == "he or she"
                told += ", the same" if same else ", then another"
    if told:
        traits.add("told: " + told)
    traits.update(_of_place(marks, n, paragraph, i))
    spoken = names.spoken
    traits.add("nobody else is quoted" if not spoken else "few are quoted" if spoken < FEW else "many are quoted")
    return Doubt(frozenset(traits), who)


def _lead(marks: Sequence[tuple[Zone, Marks]], n: int, paragraph: Paragraph, i: int) -> Lead | None:
    """The sentence before a quotation, in its paragraph or in the copy before that."""
    clauses = paragraph.clauses
    own = bisect_left(clauses.sentences, (clauses.quotes[i] + 1, 0)) - 1
    for first, last in reversed(clauses.sentences[max(0, own - FARTHEST) : own]):
        if any(word[0].isalpha() for word in clauses.words[first:last]):
            return Lead(paragraph.zone, clauses, first, last, "a sentence")
    if own > FARTHEST:
        return None
    for back in range(1, min(n, SKIPPED) + 1):
        zone, found = marks[n - back]
        text = zone.text.rstrip()
        if zone.role in RUNNING and text and text[-1] in _SENTENCE_END and (found.pairs or not is_picture(text)):
            before = Clauses(zone.text, found.pairs)
            if before.sentences:
                place = "a paragraph" if back == 1 else "a paragraph past others"
                return Lead(zone, before, *before.sentences[-1], place)
    return None


def _of_person(names: StoryNames, n: int, paragraph: Paragraph, i: int, name: str, kind: str) -> Iterator[str]:
    """What the story tells of whom the sentence before is about."""
    if kind not in ("person", "name", "owner"):
        return
    mark = paragraph.pairs[i]
    if name in paragraph.zone.text[mark.start : mark.end]:
        yield f"the quotation names whom it follows, a {'person' if kind == 'person' else 'name'}"
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


def _of_voice(paragraph: Paragraph, i: int, kind: str) -> Iterator[str]:
    """Whether what is said can be the words of whom the sentence before is about: it says I, or he of somebody."""
    mark = paragraph.pairs[i]
    inside = paragraph.zone.text[mark.start : mark.end]
    after = "a person" if kind in PERSON else "nobody" if kind == "thing" else "some"
    if compiled(_THIRD).search(inside):
        yield f"says he or she, after {after}"
    if compiled(_FIRST).search(inside):
        yield f"says I, after {after}"
    elif compiled(_FIRST_PLURAL).search(inside):
        yield f"says we, after {after}"


def _of_place(marks: Sequence[tuple[Zone, Marks]], n: int, paragraph: Paragraph, i: int) -> Iterator[str]:
    """Where in its paragraph and its story a quotation stands, and how long it is."""
    mark, text = paragraph.pairs[i], paragraph.zone.text
    words = paragraph.shapes[i].words
    yield "a sentence or less" if words < BRIEF else "long" if words > LENGTHY else "of some length"
    after = paragraph.pairs[i + 1].start if i + 1 < len(paragraph.pairs) else 0
    if mark.closed and after and not text[mark.end : after].strip():  # what is not closed runs on into it
        yield "another quotation right behind"
    if mark.start == 0 and not text[mark.end :].strip(" .,"):
        yield "all of its paragraph"
    if n + 1 >= len(marks):
        yield "at the end of the story"
    if n < AT_HEAD:
        yield "at the head of the story"


def _is_said_inside(text: str) -> bool:
    """Whether a quotation whose closing mark was not seen holds one, with who speaks: …,’ the study concluded."""
    m = compiled(_CLOSED_INSIDE).search(text)
    return m is not None and any(word.lower().rstrip(".") in SAYING for word in m[1].split())
