"""The outcome of checking one story, as plain data that another process or a later run can return."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.record import NamedTuple
from newslint.base.typed import Any, Literal
from newslint.model.finding import SEVERITIES, Entry, Severity, thawed


class StoryFile(NamedTuple):
    """A story by its path, with its bytes where somebody has read them already."""

    path: str
    data: bytes | None = None


Ignored = tuple[int, int, tuple[str, ...], tuple[str, ...]]


class Outcome(NamedTuple):
    """One story's findings and facts.

    `facts` are (rule, key, fact) for the rules over several stories, None where nobody asked; `ignored` are
    (start, end, names, words) of the places where the story asks for findings to be left alone, without words all
    that go by such a name. `least` is what `fail-on` says for it, where it has findings. `day` is the day on which
    this holds, where a rule asked for today's date.
    `failure` is why a file could not be checked at all, `broken` which of its records could not be read, and why.
    `absent` says what is in a file in which there is no story; `stories` is how many it has. A `repeated` one only
    adds the facts of a story that has been counted.
    """

    path: str
    entries: tuple[Entry, ...] = ()
    facts: tuple[tuple[str, str, Any], ...] | None = None
    ignored: tuple[Ignored, ...] = ()
    least: Severity | Literal[""] = ""
    day: str = ""
    failure: str = ""
    broken: tuple[str, ...] = ()
    stories: int = 1
    absent: str = ""
    repeated: bool = False


class Said(NamedTuple):
    """What a rule says of several stories, at one place; whether it fails the run, and is said but once in it."""

    entry: Entry
    fails: bool
    once: bool = False


def frozen(outcome: Outcome) -> list[Any]:
    """An outcome as JSON can hold it."""
    return list(outcome[:-1])


def revived(plain: Sequence[Any]) -> Outcome:
    """An outcome from its plain form."""
    path, entries, facts, ignored, least, day, failure, broken, stories, absent = plain
    return Outcome(
        path,
        tuple(map(thawed, entries)),
        None if facts is None else tuple((rule, key, fact) for rule, key, fact in facts),
        tuple((start, end, tuple(names), tuple(words)) for start, end, names, words in ignored),
        least,
        day,
        failure,
        tuple(broken),
        stories,
        absent,
    )


def reaches(entry: Entry, least: Severity) -> bool:
    """Whether an entry is grave and certain enough to fail a run."""
    return entry.confidence != "low" and SEVERITIES.index(entry.severity) >= SEVERITIES.index(least)
