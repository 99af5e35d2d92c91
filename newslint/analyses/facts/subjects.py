"""What a sentence speaks of, where it tells a change whose figures stand in the next one."""

from __future__ import annotations

from newslint.analyses.facts._cues import (
    CUE,
    ELSEWHEN,
    WORD,
    cue_words,
    is_by,
    is_of_something_else,
    last_cue,
    lowered,
    sense,
)
from newslint.analyses.facts.change import Change
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.analyses.facts.statements import Statement, months
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Changes, any_of

_SUBJECT = 4  # words of “the old firm earned”


class Said(NamedTuple):
    """A change in percent that a sentence tells without the figures before and after: “profits fell 40 percent”."""

    by: Quantity
    direction: int
    cue: str
    subject: frozenset[str]


def said_in(here: Statement, until: int = 0) -> Said | None:
    """The one change in percent that a sentence tells, up to a place; none if it tells several."""
    text = here.zone.text
    shares = [each for each in here.figures if each.unit == PERCENT and not each.share]
    if len(shares) != 1 or shares[0].value > 1000:
        return None
    by = shares[0]
    cue = last_cue(here, here.start, by.start)
    if not (cue and is_by(text, cue.end(), by)):
        cue = CUE.match(lowered(text), by.end + 1, min(here.end, by.end + 20))
    if not cue or is_of_something_else(text, by, None) or ELSEWHEN.search(text, by.end, until or here.end):
        return None
    way = sense(cue)
    if " " in way:
        return None
    return Said(by, 1 if way == "up" else -1, cue[0].strip(), subject_of(text[here.start : here.end]))


def subject_of(sentence: str) -> frozenset[str]:
    """The words of a sentence that may say what changed."""
    said = {_root(word) for word in WORD.findall(sentence) if len(word) > 3}
    return frozenset(said) - Changes.of().timely - cue_words()


def has_no_subject(change: Change) -> bool:
    """Whether a change has its subject from the sentence before: “that was a decline from 785 to 708”."""
    text = change.zone.text
    behind = change.cue_start + len(change.cue)
    return bool(
        _NOUN_BEFORE.search(text, max(0, change.cue_start - 6), change.cue_start) and _FROM_BEHIND.match(text, behind)
    )


_NOUN_BEFORE = pattern(r"\b(?:an?|the) $")  # “37 films were made after a drop in funding, compared with 45”
_FROM_BEHIND = pattern(r"(?: since [A-Z]?[a-z]+| (?:on|over) the [a-z]+)? from ")


def is_same_subject(sentence: str, subject: frozenset[str]) -> bool:
    """Whether a sentence speaks of one of these without narrowing it: “the profit”, not “profit in Asia”."""
    if _ELSEWHERE.match(sentence):
        return False
    table = Changes.of()
    found = [*WORD.finditer(sentence)]
    for n, word in enumerate(found):
        if not n or _root(word[0]) not in subject or _NARROWED.match(sentence, word.end()):
            continue
        before = found[n - 1][0].lower()
        if word[0] == "earned" and n < _SUBJECT and before not in table.parts:
            return True
        if before in table.whole or (before == "of" and n > 1 and found[n - 2][0].lower() in table.amounts):
            return True
    return False


def _root(word: str) -> str:
    """A word without its ending; all words for what is earned as one."""
    root = word.lower().rstrip("s")
    return "profit" if root in Changes.of().earned else root


def _not_a_time() -> str:
    return rf"(?!(?:the|a) (?:\w+ )?(?:year|month|quarter|week|period|half)|\d|(?:{any_of(months())})\b)"


_ELSEWHERE = pattern(lambda: rf"(?:In|At|Among|Outside|Across|On|Excluding|Without) {_not_a_time()}")
_NARROWED = pattern(lambda: rf" (?:in|from|at|for|among|by|on) {_not_a_time()}")
