"""Credits: who is named below a quotation, or in the headline of a statement, rather than in the copy round it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._verdicts import Elsewhere, Verdict
from newslint.analyses.quotes.cues import REPORTING, SPEAKING_NOUNS
from newslint.analyses.quotes.marks import MarkPair, Marks
from newslint.analyses.quotes.quotation import ATTRIBUTED
from newslint.base.lazy import compiled
from newslint.base.text import Span
from newslint.model.story import Zone

_CREDIT = r"(?:[-–—―]+|by)\s*((?:[^\W\d_][\w.'’-]*\s?){1,8})"
_CREDITED_INSIDE = r"((?:[^\W\d_][\w.'’-]*\s?){1,8})"
_OPENS_NAME = r"\w[\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*|,|$)"  # one word, or two with capitals
_CITED = r"<(?:cite|footer)\b[^>]{0,80}>[^\w<]{0,5}$"
_FOOTER = r"[\s>]*<footer\b[^>]{0,80}>[\s—–-]*((?:[^\W\d_][\w.'’-]*[ \t]?){1,8})"
CREDITED = "a credit line below it"
_CLOSED_BELOW = "who speaks stands where it closes, a paragraph on"
LONGEST_CREDIT = 160  # code points
POINTING = ("That ", "Those ", "These ", "This ", "Such ", "So ", "Thus ")
OPENING = frozenset(("headline", "deck", "byline", "dateline", "timestamp"))


def followed(marks: Sequence[tuple[Zone, Marks]], n: int, mark: MarkPair, source: str) -> Verdict | None:
    """Who the paragraph after names: - Ana Silva, farmer. <cite>Ana Silva</cite> That was how Ana Silva put it."""
    zone = marks[n][0]
    footer = compiled(_FOOTER).match(source, zone.span.end) if zone.role == "quote-block" else None
    if footer:  # which is no prose, and so no zone of the story
        named = Zone("quote-block", Span(*footer.span(1)), footer[1])
        return Verdict(ATTRIBUTED, Elsewhere(named, (0, len(footer[1].rstrip()))), "a footer below it")
    if n + 1 >= len(marks):
        return None
    zone, found = marks[n + 1]
    text = zone.text
    if len(text) < LONGEST_CREDIT:
        credit = compiled(_CREDIT).match(text) or (
            (_is_cited(zone, source) or (not mark.closed and found.strays and compiled(_OPENS_NAME).match(text)))
            and compiled(_CREDITED_INSIDE).match(text)
        )
        if credit:
            return Verdict(ATTRIBUTED, Elsewhere(zone, credit.span(1)), CREDITED)
    if not mark.closed and found.strays:
        return _behind_close(marks, n + 1, found.strays[0] + 1)
    if text.startswith(POINTING):
        clauses = Clauses(text, found.pairs)
        said = clauses.points_back(*clauses.sentences[0])
        if said:
            return Verdict(ATTRIBUTED, Elsewhere(zone, said.speaker), said.why)
    return None


def _behind_close(marks: Sequence[tuple[Zone, Marks]], n: int, at: int) -> Verdict | None:
    """Who is said to speak behind the mark that closes, in paragraph `n`, what the one before it left open."""
    zone = marks[n][0]
    clauses = Clauses(zone.text[at:], ())
    first, last = clauses.sentences[0] if clauses.sentences else (0, 0)
    said = clauses.reports(first, last)
    who = said.speaker if said else None
    if last and clauses.lows[0] in REPORTING:  # …,” said Ana Silva
        who = clauses.phrase_from(1, last) if last > 1 else None
        below = goes_on_below(marks, n + 1) if last == 1 else None
        if below:
            return Verdict(ATTRIBUTED, Elsewhere(marks[n + 1][0], below), _CLOSED_BELOW)
    return Verdict(ATTRIBUTED, Elsewhere(zone, (at + who[0], at + who[1])), _CLOSED_BELOW) if who else None


def _is_cited(zone: Zone, source: str) -> bool:
    """Whether a paragraph stands in the element that names the source of a block quotation."""
    start = zone.to_source(0, 1).start
    return zone.role == "quote-block" and compiled(_CITED).search(source, max(0, start - 100), start) is not None


def goes_on_below(marks: Sequence[tuple[Zone, Marks]], n: int) -> tuple[int, int] | None:
    """Who stands at the start of a paragraph whose predecessor breaks off behind “said”."""
    if not 0 < n < len(marks):
        return None
    words = marks[n - 1][0].text[-20:].split()
    if not words or words[-1].lower() not in REPORTING:
        return None
    zone, found = marks[n]
    clauses = Clauses(zone.text, found.pairs)
    return clauses.phrase_from(0, clauses.sentences[0][1]) if clauses.sentences else None


def in_headline(marks: Sequence[tuple[Zone, Marks]], n: int) -> Verdict | None:
    """Whose words a headline announces right above the story's first: Statement of Ana Silva on the fire."""
    for zone, found in reversed(marks[max(0, n - 3) : n]):
        if zone.role not in OPENING:
            return None
        if zone.role != "headline":
            continue
        clauses = Clauses(zone.text, found.pairs)
        for k in range(len(clauses.words) - 1):
            who = _owner(clauses, k) if clauses.lows[k] in SPEAKING_NOUNS else None
            if who:
                return Verdict(ATTRIBUTED, Elsewhere(zone, who), "the headline says whose words these are")
    return None


def _owner(clauses: Clauses, k: int) -> tuple[int, int] | None:
    """Whose the speech is that word `k` of a headline names: statement by Ana Silva; Ana Silva's statement."""
    if k and clauses.words[k - 1].endswith(("'s", "’s", "s'", "s’")) and clauses.words[k - 1][0].isupper():
        return clauses.phrase_to(k - 1, 0)
    if clauses.lows[k + 1] in ("of", "by", "from") and clauses.words[k + 2 : k + 3]:
        return clauses.phrase_from(k + 2, len(clauses.words)) if clauses.words[k + 2][0].isupper() else None
    return None
