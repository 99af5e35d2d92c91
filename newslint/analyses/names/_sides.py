"""What part a spelling plays in its story: what stands before and after it, how often, and as whose name."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.names._capitals import CapitalRun
from newslint.analyses.names.context import is_listed, is_person, is_subject
from newslint.analyses.names.forms import KNOWN, FormShape
from newslint.analyses.names.words import COURTESY, FAMILY_FIRST, FIRST_NAMES, FUNCTION, SURNAMES
from newslint.base.lazy import compiled
from newslint.base.record import NamedTuple
from newslint.matcher import is_word

Occurrence = tuple[CapitalRun, int]

_GIVEN = FIRST_NAMES | SURNAMES
_BEFORE = r"([^\W\d_]+)[ \u00a0]$"
_AFTER = r"[ \u00a0]([a-z]+)"
_PARTNER = r" (?:and|&) ([A-Z]\w+)"
_LONGEST = 30  # characters of a word, to look back or ahead over
_IN_PLACES = frozenset(("across", "around", "at", "for", "from", "in", "into", "near", "of", "outside", "over", "to"))
_ARTICLES = frozenset(("a", "an", "the", "The", "A", "An", "this", "its", "their", "our"))


class Side(NamedTuple):
    """What part a form plays.

    `befores` and `afters` are the words beside it that are no names, `partners` names joined to it with “and”.
    """

    firsts: frozenset[str]
    nexts: frozenset[str]
    befores: frozenset[str]
    afters: frozenset[str]
    partners: frozenset[str]
    titled: bool
    always_titled: bool
    person: bool
    listed: bool
    opens: bool
    head: bool
    the: bool
    located: bool
    subject: bool


class Form:
    """A form in one story: its shape, and where it stands."""

    __slots__ = ("_side", "at", "shape")

    def __init__(self, shape: FormShape, at: list[Occurrence]) -> None:
        self.shape = shape
        self.at = at
        self._side: Side | None = None

    @property
    def side(self) -> Side:
        """The part it plays, worked out once."""
        if self._side is None:
            self._side = _side_of(self)
        return self._side


def _side_of(form: Form) -> Side:
    """The part that a form plays in its story."""
    at, family = form.at, [_is_family_name(run, i) for run, i in form.at]
    titles = [run.title in COURTESY for run, i in at if i == 0]
    befores = [_before(run) if i == 0 else "" for run, i in at]
    closed = [run for run, i in at if i == len(run.words) - 1]
    alone = [run for run, i in at if len(run.words) == 1]
    return Side(
        _names_of(
            {run.words[i - 1] for run, i in at if 0 < i == len(run.words) - 1}
            | {run.words[1] for (run, _), first in zip(at, family, strict=True) if first}
        ),
        _names_of(
            {
                run.words[i + 1]
                for (run, i), first in zip(at, family, strict=True)
                if i + 1 < len(run.words) and not first
            }
        ),
        _telling([word for word in befores if word not in _ARTICLES]),
        _telling([_beside(_AFTER, run) for run in closed]),
        _names_of({_beside(_PARTNER, run) for run in closed} - {""}),
        any(titles),
        all(titles) and len(titles) == len(at),
        any(map(is_person, closed)),
        all(is_listed(run) for run, _ in at),
        bool(alone) and len(alone) == len(at) and all(run.opens for run in alone),
        all(run.head for run, _ in at),
        any(word in _ARTICLES for word in befores),
        all(word in _IN_PLACES for word in befores),
        any(map(is_subject, alone)),
    )


def _is_family_name(run: CapitalRun, index: int) -> bool:
    """Whether a form stands in front as a family name: the Zheng of Zheng Zhihao."""
    words = run.words
    if index or words[0] not in FAMILY_FIRST or not 1 < len(words) < 4 or words[0] in FIRST_NAMES:
        return False
    return words[1] not in FIRST_NAMES and words[-1] not in _GIVEN


def _names_of(words: set[str]) -> frozenset[str]:
    return frozenset([word for word in words if word not in KNOWN or word in _GIVEN or len(word) == 1])


def _before(run: CapitalRun) -> str:
    start = run.places[0]
    found = compiled(_BEFORE).search(run.zone.text, max(0, start - _LONGEST), start)
    return found[1] if found else ""


def _beside(form: str, run: CapitalRun) -> str:
    """What stands after a name, in a form."""
    found = compiled(form).match(run.zone.text, run.places[-1] + len(run.words[-1]))
    return found[1] if found else ""


def _telling(words: Iterable[str]) -> frozenset[str]:
    """Those words that say something."""
    return frozenset([word for word in words if word and word.capitalize() not in FUNCTION])


def first_place(form: Form) -> int:
    """Where a form stands first, in the source."""
    run, index = form.at[0]
    return run.zone.to_source(run.places[index], run.places[index]).start


def is_written_small(text: str, form: str) -> bool:
    """Whether a story also has the word without its capital."""
    word = form.lower()
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and is_word(text[at - 1])) and (end == len(text) or not is_word(text[end])):
            return True
        at = text.find(word, at + 1)
    return False
