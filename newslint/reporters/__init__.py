"""Reporters: each module writes a report in one form (`write(report, stream)`) and says whom it is for (`FOR`).

A file whose name begins with `_` helps others.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from newslint.base.typed import IO, Any

_HERE = os.path.dirname(__file__)
_FIRST = "human"
_NO_REPORTER = "base.py"


def names() -> list[str]:
    """The forms that newslint writes itself, the one for people first."""
    found = {file[:-3] for file in os.listdir(_HERE) if file.endswith(".py") and _is_reporter(file)}
    return [_FIRST, *sorted(found - {_FIRST})]


def find(name: str) -> Callable[[Any, IO[str]], None] | None:
    """How one of these forms is written; nothing else is imported for it."""
    file = f"{name}.py"
    if not (name.isidentifier() and _is_reporter(file) and os.path.exists(f"{_HERE}/{file}")):
        return None
    write: Callable[[Any, IO[str]], None] = import_module(f"{__name__}.{name}").write
    return write


def _is_reporter(file: str) -> bool:
    return file != _NO_REPORTER and file[0] != "_"
