"""Regular expressions compiled when first used: one story needs few of them, and compiling takes its time."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newslint.base import kept_patterns
from newslint.base.typed import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """A pattern that is compiled when one of its methods is first used."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        source = self._source if isinstance(self._source, str) else self._source()
        compiled = kept_patterns.compiled(source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used as one from `re.compile`; one that takes time to write may be given as a function."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


def source_of(found: re.Pattern[str]) -> str:
    """The regular expression of a pattern, which is not compiled for that."""
    source = cast("_Pattern", found)._source
    return source if isinstance(source, str) else source()


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The compiled pattern; patterns are constants of modules, so there are never many."""
    return kept_patterns.compiled(source)
