"""Quotations of each zone: where they stand, who said them, and how the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.analyses._attribution import GOES_ON_HERE, LEADS_UP, NEIGHBOURS, Clauses, Said, introduces
from newslint.analyses._plain_order import in_plain_order
from newslint.analyses._shape import Shape, shape_of
from newslint.analyses.marks import Pair, marks
from newslint.story import Analysis, Story, Zone
from newslint.text import Span

RUNNING = frozenset(("body", "list", "quote-block", "note"))  # where a quotation needs a speaker
_CREDIT = re.compile(r"(?:[-–—―]+|by)\s*((?:[^\W\d_][\w.'’-]*\s?){1,8})")
_CREDITED_INSIDE = re.compile(r"((?:[^\W\d_][\w.'’-]*\s?){1,8})")
_TURN = re.compile(r"([A-Z][\w.'’ ]{0,40}):\s+\S")
SPOKEN = ",?!—–-"  # the signs after which “she said” may follow
LONGEST_HEADING = 8  # words
LONGEST_CREDIT = 160  # code points
FAR_FROM_COLON = 60  # code points between a verb and a colon that another subject may fill
RUNS_ON = "a quotation runs on from the paragraph before"
GOES_ON = "the speaker of the paragraph before goes on"
_FROM_BEFORE = frozenset((GOES_ON, *LEADS_UP))
ATTRIBUTED, UNATTRIBUTED, NOT_SPEECH = "attributed", "unattributed", "not-speech"


class Quote(NamedTuple):
    """A quotation in one paragraph.

    `start` and `end` are in the zone's prose and take in the marks. `status` is `attributed`,
    `unattributed` or `not-speech`; `speaker` and `cue` are spans of the source; `why` says what decided.
    """

    zone: Zone
    start: int
    end: int
    status: str
    speaker: Span | None = None
    cue: Span | None = None
    opened: bool = True
    closed: bool = True
    why: str = ""

    @property
    def span(self) -> Span:
        """The quotation with its marks, in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def content(self) -> Span:
        """What stands between the marks, in the source."""
        text = self.zone.text
        start = self.start + (_width(text, self.start) if self.opened else 0)
        end = self.end - (_width(text, self.end - 2) if self.closed else 0)
        return self.zone.to_source(start, max(start, end))

    @property
    def text(self) -> str:
        """The quotation with its marks."""
        return self.zone.text[self.start : self.end]


def _width(text: str, at: int) -> int:
    """2 for the marks '' and ``, else 1."""
    return 2 if text[at : at + 2] in ("''", "``") else 1


class _Elsewhere(NamedTuple):
    """A speaker named in another paragraph."""

    zone: Zone
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None = None


class _Judged(NamedTuple):
    status: str
    said: Said | _Elsewhere | None
    why: str


class _Paragraph:
    """A zone with quotations, as the judge works on it."""

    __slots__ = ("bare", "clauses", "judged", "pairs", "shapes", "zone")

    def __init__(self, zone: Zone, pairs: Sequence[Pair]) -> None:
        self.zone = zone
        self.pairs = pairs
        self.clauses = Clauses(zone.text, pairs)
        self.shapes = [shape_of(zone.text, mark) for mark in pairs]
        self.bare: dict[int, bool] = {}
        self.judged: list[_Judged | None] = [None] * len(pairs)


class _Reading:
    """One pass over a story's paragraphs; remembers who spoke last."""

    def __init__(self, story: Story) -> None:
        self.marks = story.get(marks)
        self.zones = [zone for zone, _ in self.marks]
        self.found: list[Quote] = []
        self.speaking: tuple[Zone, Said] | None = None  # whose words the paragraph before gave
        opening = [zone.text[found.pairs[0].start] for zone, found in self.marks if found.pairs]
        self.british = 2 * sum(mark == "‘" for mark in opening) > len(opening)  # single marks are the usual ones
        self.runs_on = False  # whether the paragraph before left a quotation open

    def run(self) -> tuple[Quote, ...]:
        for n, (zone, found) in enumerate(self.marks):
            if not found.pairs:
                self.speaking = None
                self.runs_on = False
                continue
            plain = in_plain_order(zone.text, found.pairs)
            if plain:
                self._note(zone, found.pairs, [_Judged(ATTRIBUTED, said, said.why) for said in plain])
            else:
                self._paragraph(n, _Paragraph(zone, found.pairs))
        return tuple(self.found)

    def _paragraph(self, n: int, paragraph: _Paragraph) -> None:
        clauses, judged = paragraph.clauses, paragraph.judged
        bare: list[int] = []
        for i, (first, last) in enumerate(_sentences(clauses)):
            q, shape = clauses.quotes[i], paragraph.shapes[i]
            judged[i] = _in_sentence(clauses, shape, q, first, last)
            if judged[i] is None:
                bare.append(i)
                paragraph.bare[i] = clauses.is_bare(q, first, last)
        for i in bare:
            judged[i] = self._beside(n, paragraph, i)
        self._note(paragraph.zone, paragraph.pairs, judged)

    def _beside(self, n: int, paragraph: _Paragraph, i: int) -> _Judged:
        """Who says a quotation that stands by itself: the paragraph's speaker, or the one before's."""
        zone, judged = paragraph.zone, paragraph.judged
        for near in (*reversed(judged[max(0, i - NEIGHBOURS) : i]), *judged[i + 1 : i + NEIGHBOURS]):
            if near and near.status == ATTRIBUTED and near.said:
                return _Judged(ATTRIBUTED, near.said._replace(cue=None), GOES_ON_HERE)
        said = paragraph.clauses.nearest(paragraph.clauses.quotes[i])
        if said:
            return _Judged(ATTRIBUTED, said, f"{said.why}, in a sentence beside it")
        if zone.kind not in RUNNING:
            return _in_heading(paragraph, i)
        turn = _TURN.match(zone.text)
        if turn:
            return _Judged(ATTRIBUTED, Said(turn.span(1), None, ""), "a turn of an interview")
        if self._is_heading(paragraph, i):
            return _Judged(NOT_SPEECH, None, "a heading in quotation marks")
        found = self._led_in(n) or self._followed(n, paragraph.pairs[i])
        if not found and not paragraph.shapes[i].whole and not paragraph.bare[i]:
            return _Judged(ATTRIBUTED, None, "part of a sentence")
        return found or _Judged(UNATTRIBUTED, None, "")

    def _led_in(self, n: int) -> _Judged | None:
        """Who the paragraph before says is speaking."""
        if not n:
            return None
        zone = self.zones[n - 1]
        if self.speaking:
            zone, said = self.speaking
            why = RUNS_ON if self.runs_on else GOES_ON
            return _Judged(ATTRIBUTED, _Elsewhere(zone, said.speaker), why)
        if zone.kind not in RUNNING and not zone.text.endswith(":"):
            return None
        found = introduces(Clauses(zone.text, self.marks[n - 1][1].pairs))
        return _Judged(ATTRIBUTED, _Elsewhere(zone, found.speaker), found.why) if found else None

    def _is_heading(self, paragraph: _Paragraph, i: int) -> bool:
        """Whether a quotation is all of its paragraph and no sentence: “NO WAY BACK”, or 'All bets are off.'"""
        mark, text = paragraph.pairs[i], paragraph.zone.text
        if len(paragraph.pairs) > 1 or not mark.closed or mark.end - mark.start < len(text.rstrip(" .")) - mark.start:
            return False
        if paragraph.shapes[i].sign.isalnum() or paragraph.shapes[i].sign == ":":
            return True
        return (
            mark.opened == 1
            and text[mark.start] in "'‘"
            and paragraph.shapes[i].words < LONGEST_HEADING
            and not self.british
        )

    def _followed(self, n: int, mark: Pair) -> _Judged | None:
        """Who the paragraph after names: - Ana Silva, farmer. That was how Ana Silva put it."""
        if n + 1 >= len(self.zones):
            return None
        zone, found = self.marks[n + 1]
        text = zone.text
        if len(text) < LONGEST_CREDIT:
            credit = _CREDIT.match(text) or (not mark.closed and found.strays and _CREDITED_INSIDE.match(text))
            if credit:
                return _Judged(ATTRIBUTED, _Elsewhere(zone, credit.span(1)), "a credit line below it")
        if text.startswith(("That ", "Those ", "These ", "This ", "Such ", "So ", "Thus ")):
            clauses = Clauses(text, found.pairs)
            said = clauses.points_back(*clauses.sentences[0])
            if said:
                return _Judged(ATTRIBUTED, _Elsewhere(zone, said.speaker), said.why)
        return None

    def _note(self, zone: Zone, pairs: Sequence[Pair], verdicts: Sequence[_Judged | None]) -> None:
        """Enter a paragraph's quotations and remember its speaker."""
        self.speaking = None
        for mark, judged in zip(pairs, verdicts, strict=True):
            assert judged is not None
            said = judged.said
            at = said.zone if isinstance(said, _Elsewhere) else zone
            self.found.append(
                Quote(
                    zone, mark.start, mark.end, judged.status,
                    at.to_source(*said.speaker) if said and said.speaker else None,
                    at.to_source(*said.cue) if said and said.cue else None,
                    mark.opened > 0, mark.closed > 0, judged.why,
                )
            )  # fmt: skip
            if judged.status == ATTRIBUTED and said:
                self.speaking = (at, Said(said.speaker, said.cue, ""))
        self.runs_on = not pairs[-1].closed


def _sentences(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """The sentence that each quotation stands in."""
    at = 0
    for q in clauses.quotes:
        while clauses.sentences[at][1] <= q:
            at += 1
        yield clauses.sentences[at]


def _in_heading(paragraph: _Paragraph, i: int) -> _Judged:
    """A quotation in a headline, deck or caption: somebody's words where the line has a person, else no speech."""
    clauses = paragraph.clauses
    who = clauses.main_subject(0, clauses.quotes[i]) if paragraph.shapes[i].words > 1 else None
    if who:
        return _Judged(ATTRIBUTED, Said(who, None, ""), f"part of a {paragraph.zone.kind} about the speaker")
    return _Judged(NOT_SPEECH, None, f"stands alone in a {paragraph.zone.kind}")


def _in_sentence(clauses: Clauses, shape: Shape, q: int, first: int, last: int) -> _Judged | None:
    """What its own sentence says of a quotation; none if it says nothing."""
    spoken = shape.sign in SPOKEN
    if not (spoken and q == first):
        named = clauses.names_thing(q, first, shape.words, shape.title)
        if named:
            return _Judged(NOT_SPEECH, None, named)
    if clauses.is_bare(q, first, last):
        return None
    said = _by_verb(clauses, shape, q, first, last)
    if not said:
        said = clauses.verbless(q, first, last)
    if not said and shape.whole:
        said = clauses.mentions_speech(q, first)
    embedded = q > first and clauses.words[q - 1][0].isalnum()
    if not said and not embedded and (shape.whole or (q == first and shape.capital and shape.words > 3)):
        return None
    if said and (shape.words > 1 or shape.sign in ",?!" or said.strong):
        if not said.speaker:
            said = said._replace(speaker=clauses.main_subject(first, last))
        return _Judged(ATTRIBUTED, said, said.why)
    who = clauses.main_subject(first, q)
    if shape.words > 2 or (who and shape.words > 1 and not shape.title):
        return _Judged(ATTRIBUTED, Said(who, None, ""), "part of a sentence about the speaker")
    return _Judged(NOT_SPEECH, None, "a word or two that nobody is said to have spoken")


def _by_verb(clauses: Clauses, shape: Shape, q: int, first: int, last: int) -> Said | None:
    """The verb of speech that goes with a quotation: behind it where a comma leads there, else before it."""
    spoken = shape.sign in SPOKEN
    before = None if q == first else clauses.before(q, first)
    if before and before.cue and clauses.words[q - 1] == ":" and clauses.starts[q] - before.cue[1] > FAR_FROM_COLON:
        before = None
    if before and before.strong and not (spoken and shape.capital):
        return before
    if spoken or q == first:
        return clauses.after(q, last) or before
    return before or clauses.after(q, last)


def _find(story: Story) -> tuple[Quote, ...]:
    return _Reading(story).run()


quotes: Analysis[tuple[Quote, ...]] = Analysis("quotes", _find)


def named_before(quote: Quote) -> bool:
    """Whether the quotation has its speaker only from the paragraph before."""
    return quote.why in _FROM_BEFORE
