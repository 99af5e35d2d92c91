"""Mistakes in configuration, rules and plugins: what was found, where, and what was expected."""

from __future__ import annotations

from collections.abc import Iterable


class NewslintError(Exception):
    """The job cannot be done (exit code 2). Lines and columns count from 1; 0 means unknown."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        said = f"{place}: {self.message}" if place else self.message
        return f"{said}\n  {self.hint}" if self.hint else said

    def __reduce__(self) -> tuple[type[NewslintError], tuple[object, ...]]:
        return type(self), (self.message, self.path, self.line, self.column, self.hint)


class ConfigError(NewslintError):
    """A mistake in newslint.yaml or a style."""


class RuleError(NewslintError):
    """A mistake in a rule file, or a rule that failed while it ran."""


class PluginError(NewslintError):
    """A plugin that does not load or breaks; names the plugin and its version."""


def near_miss(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """“Did you mean …?” for the closest known word; else what to do `otherwise`, or a list of what is known."""
    from rapidfuzz import process  # here, because only mistakes need it
    from rapidfuzz.distance import DamerauLevenshtein

    names = sorted(known)
    close = process.extractOne(word, names, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return otherwise or (f"known are: {', '.join(names)}" if names else "")
