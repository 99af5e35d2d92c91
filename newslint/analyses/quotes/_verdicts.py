"""Verdicts: what a quotation's own sentence says of it, before the rest of the story is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes._attribution import Attribution, Clauses
from newslint.analyses.quotes._shape import QuoteShape, shape_of
from newslint.analyses.quotes._whose import whose
from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import ATTRIBUTED, NOT_SPEECH
from newslint.base.record import NamedTuple
from newslint.model.story import Zone

SPOKEN = ",?!—–-"  # the signs after which “she said” may follow
BESIDE_VERB = 8  # code points between a verb and a quotation: said that “…”
SHORT = 3  # words; so short a quotation in the middle of a sentence is part of the nearest clause only
FAR_FROM_COLON = 60  # code points between a verb and a colon that another subject may fill


class Elsewhere(NamedTuple):
    """A speaker named in another paragraph."""

    zone: Zone
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None = None


class Verdict(NamedTuple):
    """What became of a quotation, who said it, and what decided."""

    status: str
    said: Attribution | Elsewhere | None
    why: str


class Paragraph:
    """A zone with quotations, as the judge works on it."""

    __slots__ = ("bare", "clauses", "judged", "pairs", "shapes", "zone")

    def __init__(self, zone: Zone, pairs: Sequence[MarkPair]) -> None:
        self.zone = zone
        self.pairs = pairs
        self.clauses = Clauses(zone.text, pairs)
        shapes = [shape_of(zone.text, mark) for mark in pairs]
        if zone.role == "headline":  # all words of a headline may have capitals
            shapes = [shape._replace(title=False) for shape in shapes]
        self.shapes = shapes
        self.bare: dict[int, bool] = {}
        self.judged: list[Verdict | None] = [None] * len(pairs)


def sentences_of(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """The sentence that each quotation stands in."""
    at = 0
    for q in clauses.quotes:
        while clauses.sentences[at][1] <= q:
            at += 1
        yield clauses.sentences[at]


def name_of(found: Verdict | None, zone: Zone) -> str:
    """The words that name whom a verdict takes for the speaker."""
    if found is None or found.said is None or found.said.speaker is None:
        return ""
    at = found.said.zone if isinstance(found.said, Elsewhere) else zone
    return at.text[slice(*found.said.speaker)]


def in_heading(paragraph: Paragraph, i: int) -> Verdict:
    """A quotation in a headline, deck or caption: somebody's words where the line has a person, else no speech."""
    clauses = paragraph.clauses
    who = clauses.main_subject(0, clauses.quotes[i]) if paragraph.shapes[i].words > 1 else None
    if who:
        return Verdict(ATTRIBUTED, Attribution(who, None, ""), f"part of a {paragraph.zone.role} about the speaker")
    return Verdict(NOT_SPEECH, None, f"stands alone in a {paragraph.zone.role}")


def joined(paragraph: Paragraph, i: int) -> Verdict | None:
    """What is said of a short quotation that is joined to a short one before it: the same."""
    before, clauses, shapes = paragraph.judged[i - 1] if i else None, paragraph.clauses, paragraph.shapes
    if not before or shapes[i].words > SHORT or (shapes[i - 1].words > SHORT and before.status == ATTRIBUTED):
        return None
    if clauses.quotes[i] - clauses.quotes[i - 1] == 1 and shapes[i - 1].sign in ".?!":
        return None  # both said, “Me.” “Nobody,” the judge said: two sentences
    return before if clauses.is_joined(clauses.quotes[i], clauses.quotes[i - 1]) else None


def in_sentence(
    clauses: Clauses, shape: QuoteShape, q: int, first: int, last: int, naming: bool = True
) -> Verdict | None:
    """What its own sentence says of a quotation; none if it says nothing."""
    spoken = shape.sign in SPOKEN
    if not (spoken and q == first):
        named = clauses.names_thing(q, first, shape.words, shape.title)
        if named:
            return Verdict(NOT_SPEECH, None, named)
    if shape.sign == "," and clauses.is_work(q, last):
        return Verdict(NOT_SPEECH, None, "the title of a piece, with its writer")
    if clauses.is_bare(q, first, last):
        return None
    said = _by_verb(clauses, shape, q, first, last)
    if not said:
        said = clauses.verbless(q, first, last, shape.title)
    if not said and shape.whole:
        said = clauses.mentions_speech(q, first)
    embedded = q > first and clauses.words[q - 1][0].isalnum()
    if not said and not embedded and (shape.whole or (q == first and shape.capital and shape.words > 3)):
        return None
    if said and (shape.words > 1 or shape.sign in ",?!" or said.strong or _is_word_of(clauses, said, q, first)):
        said = _with_speaker(clauses, said, q, first, last, naming)
        return Verdict(ATTRIBUTED, said, said.why)
    who = clauses.main_subject(first, q)
    told = clauses.told(q, first)
    if told:
        asked = naming and told.speaker is not None  # chants of “…”: whose they are is left open
        return Verdict(ATTRIBUTED, _likeliest(clauses, told, q, first, last, asked), told.why)
    if shape.words > 2 or (who and shape.words > 1 and not shape.title):
        part = _likeliest(clauses, Attribution(who, None, "part"), q, first, last, naming)
        return Verdict(ATTRIBUTED, part, "part of a sentence about the speaker")
    return Verdict(NOT_SPEECH, None, "a word or two that nobody is said to have spoken")


def _with_speaker(clauses: Clauses, said: Attribution, q: int, first: int, last: int, naming: bool) -> Attribution:
    """An attribution with who is the subject of its sentence, or likelier by all that the sentence tells."""
    if not said.speaker:
        said = said._replace(speaker=clauses.main_subject(first, last))
    return _likeliest(clauses, said, q, first, last, naming)


def _likeliest(clauses: Clauses, said: Attribution, q: int, first: int, last: int, naming: bool) -> Attribution:
    """An attribution with the likeliest speaker, if who it is is asked."""
    return whose(clauses, said, q, first, last) if naming else said


def _by_verb(clauses: Clauses, shape: QuoteShape, q: int, first: int, last: int) -> Attribution | None:
    """The verb of speech that goes with a quotation: behind it where a comma leads there, else before it."""
    spoken = shape.sign in SPOKEN
    before = None if q == first else clauses.before(q, first)
    if before and before.cue and clauses.words[q - 1] == ":" and clauses.starts[q] - before.cue[1] > FAR_FROM_COLON:
        before = None
    if before and before.strong and not (spoken and shape.capital):
        return (
            _right_behind(clauses, q, last) if shape.sign == "," and not _is_beside(clauses, q, before) else None
        ) or before
    if spoken or q == first:
        return clauses.after(q, last) or before
    if before:
        return before
    after = clauses.after(q, last)
    return after if shape.words > SHORT or clauses.belongs(q, after, last) else None


def _right_behind(clauses: Clauses, q: int, last: int) -> Attribution | None:
    """Who is named right behind a quotation with a comma, with a verb of speech and nothing else: “…,” Silva said."""
    after = clauses.after(q, last)
    if not (after and after.strong and after.cue and after.speaker):
        return None
    gap = clauses.text[clauses.ends[q] : min(after.cue[0], after.speaker[0])]
    return after if not gap.strip() else None


def _is_beside(clauses: Clauses, q: int, said: Attribution) -> bool:
    """Whether a verb of speech stands right before a quotation, or a small word away."""
    return said.cue is not None and clauses.starts[q] - said.cue[1] < BESIDE_VERB


def _is_word_of(clauses: Clauses, said: Attribution, q: int, first: int) -> bool:
    """Whether a single word is somebody's who is said, if weakly, to speak before it: accused of being “weak”."""
    return said.cue is not None and said.cue[0] < clauses.starts[q] and clauses.main_subject(first, q) is not None
