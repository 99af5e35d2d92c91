"""A quotation, and what every way to read one goes by."""

from __future__ import annotations

from newslint.analyses.quotes.marks import MarkPair
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Zone
from newslint.words.tables import stops_no_sentence

RUNNING = frozenset(("body", "list", "quote-block", "note"))  # where a quotation needs a speaker
ATTRIBUTED, UNATTRIBUTED, NOT_SPEECH = "attributed", "unattributed", "not-speech"
NEIGHBOURS = 6  # sentences looked at on either side of a quotation that stands alone

# What decided, in an editor's words.
RUNS_ON = "a quotation runs on from the paragraph before"
GOES_ON = "the speaker of the paragraph before goes on"
GOES_STRAIGHT_ON = "the paragraph before has the same speaker's words and little else"
CARRIES_ON = "the paragraph before ends with the same speaker's words"
GOES_ON_HERE = "the paragraph's speaker goes on"
COLON_BEFORE = "introduced by a colon in the paragraph before"
SAYS_WHO = "the paragraph before says who speaks"
LEADS_UP_TO = "the paragraph before leads up to it"
ANNOUNCED = "the copy beside it tells that somebody speaks"
CALLED = "what somebody or something is called in a headline"
FROM_BEFORE = frozenset((GOES_ON, GOES_STRAIGHT_ON, CARRIES_ON, COLON_BEFORE, SAYS_WHO, LEADS_UP_TO))
# Where nothing right before it leads to the quotation, neither a colon nor the same speaker's words.
LOOSELY_BEFORE = frozenset((GOES_ON, GOES_STRAIGHT_ON, SAYS_WHO, LEADS_UP_TO, ANNOUNCED))

BEFORE_CLAUSE = frozenset(("to", "that", "which", "would", "could", "can", "should", "must", "will", "may", "might"))
SMALL = frozenset(("and", "but", "or", "so", "then", "yet", "also"))  # words that leave a quotation bare

# Behind these a full stop ends no sentence.
ABBREVIATIONS = stops_no_sentence(speech=True)


class Quote(NamedTuple):
    """A quotation in one paragraph, at `start`-`end` of its zone's prose (code points), marks taken in.

    `status` is `attributed`, `unattributed` or `not-speech` (a title, a nickname, a word held at a distance).
    `speaker` is where the words that name the speaker stand, `cue` the verb of speaking: spans of the source, or
    none. `opened` and `closed` say whether the marks are there: a quotation that runs on into the next paragraph is
    not closed. `why` says in an editor's words what decided.
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
        return content_of(self.zone, self.start, self.end, self.opened, self.closed)

    @property
    def text(self) -> str:
        """The quotation with its marks."""
        return self.zone.text[self.start : self.end]

    @property
    def words(self) -> str:
        """What stands between the marks."""
        return self.zone.text[slice(*_inside(self.zone, self.start, self.end, self.opened, self.closed))]


def content_of(zone: Zone, start: int, end: int, opened: bool, closed: bool) -> Span:
    """What stands between the marks of a quotation, in the source."""
    return zone.to_source(*_inside(zone, start, end, opened, closed))


def _inside(zone: Zone, start: int, end: int, opened: bool, closed: bool) -> tuple[int, int]:
    """The same stretch in the zone's prose."""
    text = zone.text
    start += _width(text, start) if opened else 0
    end -= _width(text, end - 2) if closed else 0
    return start, max(start, end)


def _width(text: str, at: int) -> int:
    """2 for the marks '' `` ‘‘ and ’’, else 1."""
    return 2 if text[at : at + 2] in ("''", "``", "‘‘", "’’") else 1


def last_sign(text: str, pair: MarkPair) -> str:
    """The last sign of a quotation's words, inner marks left out ("" if it is empty)."""
    end = pair.end - pair.closed
    start = pair.start + pair.opened
    while end > start and text[end - 1] in "'’”\" )]":
        end -= 1
    return text[end - 1] if end > start else ""


def last_sign_is_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation ends in a comma, a question or an exclamation, inside its marks."""
    tail = text[max(start, end - 4) : end].rstrip("\"”’' ")
    return tail.endswith((",", "?", "!", "—"))
