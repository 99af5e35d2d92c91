r"""Patterns as .NET's engine reads them, which Vale's is, written for Python.

What Vale runs is regexp2, with `^` and `$` at every line. A pattern is read once from left to right as that engine
does and written anew: flags that are set in the middle of it stand round what they hold for, comments and the space
of `(?x)` are left out, groups are referred to by Python's numbers. What Python cannot have exactly is refused.

Kept differences: where case is ignored, ς, µ, ſ and ı are as in `re` one with σ, μ, s and i; after an empty match the
next one may begin at the same place.
"""

from __future__ import annotations

import re

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.vale.dotnet_groups import DEEPEST, Writer
from newslint.vale.dotnet_signs import NotTaken

__all__ = ["DEEPEST", "NotTaken", "Written", "dotnet_order", "written"]

_MOST = 2_000_000  # code points of a pattern: a style may have a hundred thousand words


class Written(NamedTuple):
    """A pattern for Python, the flags it begins with, and whether `re` has all it needs (else `regex` does).

    One that is not `plain` has a `loose` form for `re` too, which matches wherever it does and elsewhere.
    """

    text: str
    flags: int
    plain: bool
    loose: str = ""


def written(source: str) -> Written:
    """A pattern of Vale's, for Python; raises NotTaken."""
    if len(source) > _MOST:
        raise NotTaken(f"the pattern is longer than {_MOST:,} characters")
    first = Writer(source)
    text = first.write()
    if first.refers and not first.needs_regex:
        first = Writer(source, known=first.names)
        text = first.write()
    if not first.needs_regex and ("(?<=" in text or "(?<!" in text):
        first.needs_regex = not _is_fixed(text, first.flags)
    if first.needs_regex:
        text = Writer(source, known=first.names, full=True).write()
        return Written(text, first.flags, plain=False, loose="" if first.is_strange else _loose(source, first))
    return Written(text, first.flags, plain=True)


def _loose(source: str, first: Writer) -> str:
    """A form for `re` that matches wherever a pattern does; nothing where it has none."""
    try:
        text = Writer(source, known=first.names, loose=True).write()
        re.compile(text, first.flags)
    except (re.error, RecursionError, OverflowError):
        return ""
    return text


def dotnet_order(compiled: Any) -> list[int]:
    """Python's numbers of a pattern's groups in the order in which .NET counts them: those with names come last."""
    named = set(compiled.groupindex.values())
    return [n for n in range(1, compiled.groups + 1) if n not in named] + sorted(named)


def _is_fixed(text: str, flags: int) -> bool:
    """Whether `re` takes what looks behind: it must have one length."""
    try:
        re.compile(text, flags)
    except re.error as error:
        return "fixed-width" not in str(error)
    except (RecursionError, OverflowError):
        return False
    return True
