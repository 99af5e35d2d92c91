"""A story's quotations read paragraph by paragraph: who speaks in each, by its own words or those beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from newslint.analyses.quotes._attribution import Attribution, Clauses, introduces
from newslint.analyses.quotes._credits import CREDITED, followed, goes_on_below, in_headline
from newslint.analyses.quotes._evidence import LEARNT, Doubt, doubt
from newslint.analyses.quotes._leading import (
    goes_on,
    has_words,
    is_past,
    is_plain,
    is_reported,
    rules_sentence,
    said_inside,
    says_plainly,
)
from newslint.analyses.quotes._plain_order import in_plain_order
from newslint.analyses.quotes._shape import has_capitals, shape_of
from newslint.analyses.quotes._story_names import StoryNames
from newslint.analyses.quotes._verdicts import (
    SHORT,
    Elsewhere,
    Paragraph,
    Verdict,
    in_heading,
    in_sentence,
    joined,
    name_of,
    sentences_of,
)
from newslint.analyses.quotes.cues import SPEAKING_NOUNS
from newslint.analyses.quotes.marks import marks
from newslint.analyses.quotes.quotation import (
    ANNOUNCED,
    ATTRIBUTED,
    CALLED,
    FROM_BEFORE,
    GOES_ON,
    GOES_ON_HERE,
    LEADS_UP_TO,
    NEIGHBOURS,
    NOT_SPEECH,
    RUNNING,
    RUNS_ON,
    SAYS_WHO,
    UNATTRIBUTED,
    Quote,
)
from newslint.analyses.quotes.running import is_british, is_picture, preceding
from newslint.base.lazy import compiled
from newslint.base.weights import Weights
from newslint.model.story import Story, Zone

_TURN = r"([A-Z][\w.'’ ]{0,40})(?: \([^()]{1,40}\))?:\s+\S"
BESIDE = ", in a sentence beside it"
WEIGHED = frozenset((GOES_ON, LEADS_UP_TO))  # what the paragraph before tells, but not for sure
NOBODY = -0.85  # log odds from which nobody is taken to be named; tools/fit_speech.py sets the base of all by it
LONGEST_HEADING = 8  # words


class QuoteReader:
    """A story's quotations, judged paragraph by paragraph; who spoke in one matters to the next."""

    def __init__(self, story: Story, weights: Weights = LEARNT) -> None:
        self.weights = weights
        self.naming = True  # whether who speaks is asked, not only whether somebody is named
        self.doubts: dict[tuple[int, int], Doubt] = {}  # what was weighed: paragraph and quotation -> its evidence
        self.source = story.source.text
        self.marks = story.get(marks)
        self.led: dict[tuple[int, bool], Verdict | None] = {}  # a paragraph, `naming` -> who that before says speaks
        self.judged: dict[int, Sequence[Verdict]] = {}  # number of the paragraph -> what is said of its quotations

    def all(self) -> Iterator[Quote]:
        """Every quotation, in order."""
        for n, (_, found) in enumerate(self.marks):
            if found.pairs:
                yield from self._quotes(n)

    def unattributed(self, doubtful: Iterable[int]) -> Iterator[Quote]:
        """Those that nobody is said to have spoken, among paragraphs given in order by number."""
        self.naming = False
        for n in doubtful:
            if any(verdict.status == UNATTRIBUTED for verdict in self._judge(n)):
                yield from (quote for quote in self._quotes(n) if quote.status == UNATTRIBUTED)

    def _quotes(self, n: int) -> Iterator[Quote]:
        zone, found = self.marks[n]
        for mark, verdict in zip(found.pairs, self._judge(n), strict=True):
            speaker = cue = None
            if verdict.said:
                at = verdict.said.zone if isinstance(verdict.said, Elsewhere) else zone
                speaker = at.to_source(*verdict.said.speaker) if verdict.said.speaker else None
                cue = at.to_source(*verdict.said.cue) if verdict.said.cue else None
            yield Quote(
                zone,
                mark.start,
                mark.end,
                verdict.status,
                speaker,
                cue,
                mark.opened > 0,
                mark.closed > 0,
                verdict.why,
            )

    def _judge(self, n: int) -> Sequence[Verdict]:
        """What is said of each quotation of a paragraph that has some."""
        if n not in self.judged:
            zone, found = self.marks[n]
            plain = in_plain_order(zone.text, found.pairs)
            if plain:
                self.judged[n] = [Verdict(ATTRIBUTED, said, said.why) for said in plain]
            else:
                self.judged[n] = self._in_paragraph(n, Paragraph(zone, found.pairs))
        return self.judged[n]

    def _in_paragraph(self, n: int, paragraph: Paragraph) -> list[Verdict]:
        clauses, judged, zone = paragraph.clauses, paragraph.judged, paragraph.zone
        zone_is_heading = zone.role == "headline"
        bare: list[int] = []
        for i, (first, last) in enumerate(sentences_of(clauses)):
            q, shape = clauses.quotes[i], paragraph.shapes[i]
            if zone_is_heading and has_capitals(zone.text, paragraph.pairs[i]) and clauses.is_called(q, last):
                judged[i] = Verdict(NOT_SPEECH, None, CALLED)
                continue
            judged[i] = joined(paragraph, i) or in_sentence(clauses, shape, q, first, last, self.naming)
            if judged[i] is None:
                bare.append(i)
                paragraph.bare[i] = clauses.is_bare(q, first, last)
        for i in bare:
            judged[i] = self._led_here(paragraph, i, self._beside(n, paragraph, i))
        return [self._named_below(n, verdict) for verdict in judged if verdict]

    def _led_here(self, paragraph: Paragraph, i: int, verdict: Verdict) -> Verdict:
        """A verdict by the paragraph before, with whom the sentence before the quotation puts forward instead."""
        if not self.naming or verdict.why not in FROM_BEFORE or not paragraph.pairs[i].start:
            return verdict
        said = paragraph.clauses.put_forward_right_before(i)
        return verdict._replace(said=said, why=said.why) if said else verdict

    def _named_below(self, n: int, verdict: Verdict) -> Verdict:
        """A verdict whose speaker stands in the next paragraph, “said” being the last word of this."""
        said, zone = verdict.said, self.marks[n][0]
        if not isinstance(said, Attribution) or said.speaker or not said.cue or zone.text[said.cue[1] :].strip():
            return verdict
        who = goes_on_below(self.marks, n + 1)
        return verdict._replace(said=Elsewhere(self.marks[n + 1][0], who)) if who else verdict

    def _speaking(self, n: int) -> tuple[Zone, Attribution | Elsewhere] | None:
        """Whose words a paragraph gives last."""
        zone, found = self.marks[n]
        for verdict in reversed(self._judge(n) if found.pairs else ()):
            if verdict.status == ATTRIBUTED and verdict.said:
                return (verdict.said.zone if isinstance(verdict.said, Elsewhere) else zone), verdict.said
        return None

    def _named(self, n: int) -> tuple[Zone, Attribution | Elsewhere] | None:
        """Whose words a paragraph gives last, where it was read without asking who speaks."""
        if self.naming:
            return None
        self.naming = True
        self.judged.pop(n, None)
        found = self._speaking(n)
        self.naming = False
        return found

    @cached_property
    def _names(self) -> StoryNames:
        """What the whole story tells of the names in it."""
        return StoryNames(self.marks)

    @cached_property
    def _british(self) -> bool:
        """Whether single marks are the usual ones."""
        return is_british(self.marks)

    def _beside(self, n: int, paragraph: Paragraph, i: int) -> Verdict:
        """Who says a quotation that stands by itself: the paragraph's speaker, or the one before's."""
        zone, judged = paragraph.zone, paragraph.judged
        for near in (*reversed(judged[max(0, i - NEIGHBOURS) : i]), *judged[i + 1 : i + NEIGHBOURS]):
            if near and near.status == ATTRIBUTED and near.said:
                who = (self.naming and paragraph.clauses.reported_right_before(i)) or near.said
                return Verdict(ATTRIBUTED, who._replace(cue=None), GOES_ON_HERE)
        said = paragraph.clauses.nearest(paragraph.clauses.quotes[i])
        if said and is_plain(paragraph.clauses, said, paragraph.clauses.quotes[i]):
            return Verdict(ATTRIBUTED, said, said.why + BESIDE)
        if zone.role not in RUNNING:
            return in_heading(paragraph, i)
        by_place = self._by_place(paragraph, i)
        if by_place:
            return by_place
        found = (
            said_inside(zone.text, paragraph.pairs[i])
            or self._signed(n, i, paragraph)
            or self._led_in(n)
            or followed(self.marks, n, paragraph.pairs[i], self.source)
        )
        if not found and said:
            found = Verdict(ATTRIBUTED, said, said.why + BESIDE)
        if not found and not paragraph.shapes[i].whole and not paragraph.bare[i]:
            return Verdict(ATTRIBUTED, None, "part of a sentence")
        if found and found.why in FROM_BEFORE and has_words(zone.text[: paragraph.pairs[i].start]):
            found = found._replace(why=LEADS_UP_TO if found.why == SAYS_WHO else GOES_ON)
        found = found or in_headline(self.marks, n)
        if found and found.why not in WEIGHED and not found.why.endswith(BESIDE):
            return found
        if not found and not paragraph.pairs[i].start and self._goes_on_from_nobody(n):
            return Verdict(UNATTRIBUTED, None, "")
        return self._weighed(n, paragraph, i, found)

    def _by_place(self, paragraph: Paragraph, i: int) -> Verdict | None:
        """What a quotation is by where it stands: an interview's turn, a heading, the answer to a short question."""
        turn = compiled(_TURN).match(paragraph.zone.text)
        if turn:
            return Verdict(ATTRIBUTED, Attribution(turn.span(1), None, ""), "a turn of an interview")
        if self._is_heading(paragraph, i):
            return Verdict(NOT_SPEECH, None, "a heading in quotation marks")
        if paragraph.clauses.asked_right_before(i):
            return Verdict(ATTRIBUTED, None, "what the question before it asks for")
        return None

    def _weighed(self, n: int, paragraph: Paragraph, i: int, found: Verdict | None) -> Verdict:
        """What all that the copy round a quotation tells comes to, where nothing plainly says who spoke."""
        told = found.why if found and found.why in WEIGHED else BESIDE if found else ""
        evidence = self.doubts[n, i] = doubt(
            self.marks, n, paragraph, i, told, name_of(found, paragraph.zone), names=self._names
        )
        english = paragraph.zone.text[paragraph.pairs[i].start] not in "«»„"  # as are the words that are weighed
        if english and self.weights.score(evidence.traits) >= NOBODY:
            return Verdict(UNATTRIBUTED, None, "")
        return found or Verdict(ATTRIBUTED, evidence.who, ANNOUNCED)

    def _goes_on_from_nobody(self, n: int) -> bool:
        """Whether the paragraph before ends with words that nobody is said to have spoken."""
        before = preceding(self.marks, n)
        zone, found = self.marks[before] if before >= 0 else (None, None)
        ends = zone is not None and found is not None and found.pairs and not zone.text[found.pairs[-1].end :].strip()
        return bool(ends) and self._judge(before)[-1].status == UNATTRIBUTED

    def _signed(self, n: int, i: int, paragraph: Paragraph) -> Verdict | None:
        """Who a block of quotation is signed by, in a line of its own below, whoever spoke above it."""
        block = n + 1 < len(self.marks) and self.marks[n][0].role == self.marks[n + 1][0].role == "quote-block"
        found = followed(self.marks, n, paragraph.pairs[i], self.source) if block else None
        return found if found and found.why == CREDITED else None

    def _led_in(self, n: int) -> Verdict | None:
        """Who the paragraph before says is speaking, worked out once a paragraph."""
        key = (n, self.naming)
        if key not in self.led:
            self.led[key] = self._lead_in(n)
        return self.led[key]

    def _lead_in(self, n: int) -> Verdict | None:
        before = preceding(self.marks, n)
        who = goes_on_below(self.marks, before) if before == n - 1 else None
        if who:
            return Verdict(ATTRIBUTED, Elsewhere(self.marks[before][0], who), SAYS_WHO)
        announced = self._announced(n - 1) if before != n - 1 else None
        if announced or before < 0:
            return announced
        zone, found = self.marks[before]
        apart = 0 if found.pairs and not found.pairs[-1].closed else n - 1 - before
        speaking = self._speaking(before)
        if speaking and not (apart and not self._ends_with_speech(before)):
            why = goes_on(zone.text, found.pairs)
            why = GOES_ON if apart and why != RUNS_ON and found.pairs[0].start else why
            leads = introduces(Clauses(zone.text, found.pairs)) if why == GOES_ON else None
            if leads and rules_sentence(zone.text, leads):
                return Verdict(ATTRIBUTED, Elsewhere(zone, leads.speaker), SAYS_WHO)
            at, said = (self._named(before) if why == GOES_ON else None) or speaking
            return Verdict(ATTRIBUTED, Elsewhere(at, said.speaker), why)
        if zone.role not in RUNNING and not zone.text.endswith(":"):
            return None
        leads = introduces(Clauses(zone.text, found.pairs))
        if not leads or (apart and not says_plainly(zone.text, leads, apart)):
            return None
        why = SAYS_WHO if rules_sentence(zone.text, leads) else leads.why
        if why == SAYS_WHO and not is_reported(zone.text, leads):
            why = LEADS_UP_TO
        return Verdict(ATTRIBUTED, Elsewhere(zone, leads.speaker), why)

    def _ends_with_speech(self, n: int) -> bool:
        """Whether the last quotation of a paragraph is a sentence, or most of one: no word or two within another."""
        zone, found = self.marks[n]
        shape = shape_of(zone.text, found.pairs[-1])
        return shape.whole or (shape.capital and shape.words > SHORT)

    def _announced(self, n: int) -> Verdict | None:
        """Who a line without a full stop says has spoken: “The mayor sent the following statement”."""
        zone, found = self.marks[n] if n >= 0 else (None, None)
        if zone is None or found is None or zone.role != "body":
            return None
        clauses = Clauses(zone.text, found.pairs)
        leads = introduces(clauses)
        if leads and is_picture(zone.text):
            leads = leads if says_plainly(zone.text, leads, 0) and is_past(zone.text, leads.cue) else None
        if leads and (is_past(zone.text, leads.cue) or not SPEAKING_NOUNS.isdisjoint(clauses.lows)):
            return Verdict(ATTRIBUTED, Elsewhere(zone, leads.speaker), leads.why)
        return None

    def _is_heading(self, paragraph: Paragraph, i: int) -> bool:
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
            and not self._british
        )
