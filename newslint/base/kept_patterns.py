"""What `re` makes of newslint's own patterns, kept on disk: to compile those of a story takes a fifth of its time.

A pattern is found by a digest of its text and flags, under this release of Python and of `re`; where nothing is kept,
or this Python has another `re`, it is compiled as ever.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache as remembered
from importlib import import_module

from newslint.base import cache
from newslint.base.typed import Any, cast
from newslint.base.version import __version__

MOST = 3000  # newslint has about 1,000; more are of houses that change their words again and again

# What damage of form comes to. Other damage the check sum over the file tells: the code is not safe to run unchecked.
_DAMAGED = (TypeError, ValueError, LookupError, RuntimeError, AttributeError, ArithmeticError)
_SAID = 3  # where what is said beside a pattern stands, after its flags, its groups and their names
_WORD = 4  # bytes of a word of the code, and of the size of what says where each pattern stands

_Parts = tuple[list[Any], bytes | memoryview]  # flags, groups, their names, what is said beside; the code

_new: dict[str, _Parts] = {}  # compiled in this run


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it."""
    if sys.implementation.name != "cpython":
        return re.compile(source, flags)
    key = _key_of(source, flags)
    if kept := _kept_of(key):
        try:
            return _built(source, *kept)
        except _DAMAGED:
            pass
    try:
        parts = _parts(source, int(flags))
    except (AttributeError, ImportError):  # another `re` than we know
        return re.compile(source, flags)
    _new[key] = parts
    return _built(source, *parts)


def said_of(source: str, flags: int) -> Any:
    """What `say_of` has kept beside a pattern, as JSON has it, or None."""
    kept = _known(_key_of(source, flags))
    return kept[0][_SAID] if kept and len(kept[0]) > _SAID else None


def say_of(source: str, flags: int, said: Any) -> None:
    """Keep plain data beside a pattern that has been compiled; where none is kept, do without."""
    key = _key_of(source, flags)
    if kept := _known(key):
        _new[key] = ([*kept[0][:_SAID], said], kept[1])


def _key_of(source: str, flags: int) -> str:
    return cache.digest_of(f"{int(flags)} {source}".encode("utf-8", "surrogatepass"))


def _known(key: str) -> _Parts | None:
    return _new.get(key) or _kept_of(key)


def keep() -> None:
    """Keep what this run has compiled for the next ones: first what says where each stands, then the code of all."""
    if not _new:
        return
    spare = max(0, MOST - len(_new))
    before = {key: kept for key in list(_kept()[0])[:spare] if key not in _new and (kept := _kept_of(key))}
    parts = {**_new, **before}  # the newest first: what is no more used falls off at the end
    index, code = {}, bytearray()
    for key, (about, words) in parts.items():
        index[key] = [*about, len(code), len(words)]
        code += words
    about_all = json.dumps(index).encode()
    cache.save_bytes(_key(), len(about_all).to_bytes(_WORD, "big") + about_all + code)
    _new.clear()


@remembered
def _kept() -> tuple[dict[str, Any], memoryview]:
    """What is kept: about each pattern, and where its code stands in the code of all."""
    data = cache.load_bytes(_key())
    if data:
        size = int.from_bytes(data[:_WORD], "big")
        try:
            found = json.loads(str(data[_WORD : _WORD + size], "utf-8"))
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            return found, data[_WORD + size :]
    return {}, memoryview(b"")


def _kept_of(key: str) -> _Parts | None:
    """What is kept of a pattern, or None."""
    index, code = _kept()
    if key not in index:
        return None
    try:
        *about, start, size = index[key]
        words = code[start : start + size]
        return (about, words) if len(words) == size else None
    except _DAMAGED:
        return None


@remembered
def _key() -> str:
    return cache.key_of("patterns", __version__, sys.version, sys.byteorder, str(import_module("_sre").MAGIC))


def _parts(source: str, flags: int) -> _Parts:
    """What `re` makes of a pattern: its flags, its groups, their names; its code."""
    tree = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(tree, flags)
    words = b"".join([word.to_bytes(_WORD, sys.byteorder) for word in code])
    return [flags | tree.state.flags, tree.state.groups - 1, tree.state.groupdict], words


def _built(source: str, about: list[Any], code: bytes | memoryview) -> re.Pattern[str]:
    flags, groups, names = about[:_SAID]
    if groups > source.count("("):
        raise ValueError("more groups than the pattern can have")
    of_groups: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        of_groups[number] = name
    words = memoryview(code).cast("I").tolist()
    built = import_module("_sre").compile(source, flags, words, groups, names, tuple(of_groups))
    return cast("re.Pattern[str]", built)
