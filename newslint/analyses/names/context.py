"""What stands round a name: signs that it is a person's, one of a list, or no name but an ordinary word."""

from __future__ import annotations

from newslint.analyses.names._capitals import CapitalRun
from newslint.base.lazy import pattern
from newslint.words.tables import Persons, any_of

# What follows or precedes people and hardly anything else.
_AFTER = pattern(
    lambda: (
        r",? (?:\(?\d\d\)?[,.; ]|who\b|(?:has |had |also |later |then )?"
        rf"(?:{any_of(Persons.of().after_names)})\b)"
    )
)
_BEFORE = pattern(lambda: rf"(?:\b(?:{any_of(Persons.of().before_names)}),? )$")
_LONGEST_BEFORE = 15
# What follows the subject of a sentence, as “Ruiz won”, “Ruiz’s plan”, “Ruiz, a Democrat”; not “Farther afield”.
_SUBJECT = pattern(
    lambda: rf"[’'](?:s\b|[ ]|$)|,| \(|[.?!:;]|$|,? (?:\w+(?:ed|es|s|ly)|{any_of(Persons.of().subject_verbs)})\b"
)


def is_person(run: CapitalRun) -> bool:
    """Whether a title, a verb of saying, an age or an office shows that a run names a person."""
    if run.title:
        return True
    if run.head:
        return False
    text, start, end = run.zone.text, run.places[0], run.places[-1] + len(run.words[-1])
    return bool(_AFTER.match(text, end) or _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start))


def is_subject(run: CapitalRun) -> bool:
    """Whether what follows a run reads on from a name: a verb, a possessive, a comma."""
    return reads_on(run.zone.text, run.places[-1] + len(run.words[-1]))


def reads_on(text: str, end: int) -> bool:
    """Whether what follows a name in a text that ends there reads on from it: a verb, a possessive, a comma."""
    return _SUBJECT.match(text, end) is not None


def is_listed(run: CapitalRun) -> bool:
    """Whether a run stands in a list of names: a line-up, a cast, results."""
    text, start = run.zone.text, run.places[0]
    end = start + len(run.words[0])
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if before in (", ", "; ", ": "):
        return after[:1] in ",;." or after[:2] == " ("
    return not before and after[:2] == ", " and after[2:].isupper()
