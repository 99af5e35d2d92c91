"""What `re` makes of newslint's own patterns, kept on disk: to compile those of a story takes a fifth of its time.

A pattern is found by its text and flags, under this release of Python and of `re`; where nothing is kept, or this
Python has another `re`, it is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from functools import cache as remembered
from importlib import import_module
from typing import Any, cast

from newslint.base import cache
from newslint.base.version import __version__

MOST = 2000  # newslint has about 600; more are of houses that change their words again and again

_ZEROS, _SHORT = "000000", "~"

# What damage comes to: `re` checks the code that it is given, and that is given in the form it has.
_DAMAGED = (TypeError, ValueError, LookupError, RuntimeError, AttributeError, ArithmeticError)

_new: dict[str, list[Any]] = {}  # compiled in this run


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it."""
    if sys.implementation.name != "cpython":
        return re.compile(source, flags)
    key = f"{int(flags)} {source}"
    kept = _kept().get(key)
    if kept:
        try:
            return _built(source, kept)
        except _DAMAGED:
            pass
    try:
        parts = _parts(source, int(flags))
    except (AttributeError, ImportError):  # another `re` than we know
        return re.compile(source, flags)
    _new[key] = parts
    return _built(source, parts)


def keep() -> None:
    """Keep what this run has compiled for the next ones."""
    if _new:
        before = _kept()
        cache.save(_key(), {**before, **_new} if len(before) < MOST else _new, ascii_only=True)
        _new.clear()


@remembered
def _kept() -> dict[str, Any]:
    found = cache.load(_key())
    return found if isinstance(found, dict) else {}


@remembered
def _key() -> str:
    return cache.key_of("patterns", __version__, sys.version, sys.byteorder, str(import_module("_sre").MAGIC))


def _parts(source: str, flags: int) -> list[Any]:
    """What `re` makes of a pattern: its flags, its code in hexadecimal digits, its groups, their names.

    Most words of the code are small, so zeros are most of the digits: reading them took longer than all else here.
    """
    tree = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(tree, flags)
    words = b"".join([word.to_bytes(4, sys.byteorder) for word in code])
    digits = words.hex().replace(_ZEROS, _SHORT)
    return [flags | tree.state.flags, digits, tree.state.groups - 1, tree.state.groupdict]


def _built(source: str, parts: list[Any]) -> re.Pattern[str]:
    flags, code, groups, names = parts
    if groups > source.count("("):
        raise ValueError("more groups than the pattern can have")
    of_groups: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        of_groups[number] = name
    words = memoryview(bytes.fromhex(code.replace(_SHORT, _ZEROS))).cast("I").tolist()
    built = import_module("_sre").compile(source, flags, words, groups, names, tuple(of_groups))
    return cast("re.Pattern[str]", built)
