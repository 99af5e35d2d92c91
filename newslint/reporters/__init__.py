"""Reporters: each module writes a report in one form (`write(report, stream)`) and says whom it is for (`FOR`)."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from newslint.base.typed import IO, Any

_HERE = os.path.dirname(__file__)
_FIRST = "human"
_NO_REPORTER = ("__init__.py", "base.py")


def names() -> list[str]:
    """The forms that newslint writes itself, the one for people first."""
    found = {file[:-3] for file in os.listdir(_HERE) if file.endswith(".py") and file not in _NO_REPORTER}
    return [_FIRST, *sorted(found - {_FIRST})]


def find(name: str) -> Callable[[Any, IO[str]], None] | None:
    """How one of these forms is written; nothing else is imported for it."""
    if not name.isidentifier() or f"{name}.py" in _NO_REPORTER or not os.path.exists(f"{_HERE}/{name}.py"):
        return None
    write: Callable[[Any, IO[str]], None] = import_module(f"{__name__}.{name}").write
    return write
