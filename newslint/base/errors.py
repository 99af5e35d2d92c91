"""Mistakes in configuration, rules and plugins: what was found, where, and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.base.showing import showable

_NEAREST = 3  # known words that are offered for one that is not known
_NEAR = 0.6  # of 1: how like it they must be
_TELLING = 4  # letters that say something where they stand within a known word
_FEW = 12  # known words that can all be listed
_LONGEST = 80  # code points of a word that are compared with others
MOST_SHOWN = 40  # mistakes beside the first; nobody mends more at once


class NewslintError(Exception):
    """The job cannot be done (exit code 2). Lines and columns count from 1; 0 means unknown."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        self.others: tuple[NewslintError, ...] = ()  # mistakes that were found beside this one

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (showable(self.path), self.line, self.column) if part)
        said = showable(self.message)
        said = f"{place}: {said}" if place else said
        own = f"{said}\n  {showable(self.hint)}" if self.hint else said
        return "\n".join([own, *map(str, self.others[:MOST_SHOWN]), *self._more()])

    def _more(self) -> list[str]:
        left = len(self.others) - MOST_SHOWN
        return [f"and {left:,} more mistake{'' if left == 1 else 's'}"] if left > 0 else []

    def __reduce__(self) -> tuple[type[NewslintError], tuple[object, ...], dict[str, object]]:
        return type(self), (self.message, self.path, self.line, self.column, self.hint), {"others": self.others}


class ConfigError(NewslintError):
    """A mistake in newslint.yaml or a style."""


class RuleError(NewslintError):
    """A mistake in a rule file, or a rule that failed while it ran."""


class PluginError(NewslintError):
    """A plugin that does not load or breaks; names the plugin and its version."""


def missing(what: str, extra: str) -> NewslintError:
    """What to say where an extra of newslint is not installed; `what` says what needs it."""
    hint = f'python -m pip install "newslint[{extra}]", or in a clone: python -m pip install ".[{extra}]"'
    return NewslintError(what, hint=hint)


def together(faults: Sequence[NewslintError]) -> NewslintError:
    """The first of several mistakes, which tells of the others too: whoever mends one wants to see all."""
    found = []
    for fault in faults:
        found += [fault, *fault.others]
        fault.others = ()
    found[0].others = tuple(found[1:])
    return found[0]


def near_miss(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """“Did you mean …?” for the three nearest known words; where none is near, the known ones if they are few.

    Of many, `otherwise` says where they are listed.
    """
    from rapidfuzz import process  # here, because only mistakes need it
    from rapidfuzz.distance import DamerauLevenshtein

    names, word = sorted(known), word[:_LONGEST]
    ranked = process.extract(
        word, names, scorer=DamerauLevenshtein.normalized_similarity, processor=str.casefold, limit=_NEAREST
    )
    near = [name for name, score, _ in ranked if score >= _NEAR]
    near += [name for name in names if len(word) >= _TELLING and word in name and name not in near]
    if near:
        return f"did you mean {_either(near[:_NEAREST])}?"
    if len(names) <= _FEW:
        return f"known are: {', '.join(names)}" if names else ""
    return otherwise or f"the nearest are: {', '.join(name for name, *_ in ranked)}"


def _either(names: Sequence[str]) -> str:
    """“a”, “b” or “c”."""
    *first, last = (f"“{name}”" for name in names)
    return f"{', '.join(first)} or {last}" if first else last
