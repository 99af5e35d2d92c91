"""Which files are stories: those that were named, and those below a folder that count as stories."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from newslint.base.globs import Scope

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "_site"))


def stories_below(
    scope: Callable[[str], Scope], paths: Sequence[str], *, force_exclude: bool = False
) -> Iterator[str]:
    """Every story file that the arguments stand for, each once, in a stable order.

    `scope` gives what holds in a folder. A file that was named is taken for a story, unless `force_exclude`
    asks to leave out those that would not be found below a folder.
    """
    seen: set[str] = set()
    for path in paths:
        found = _walk(scope, path) if os.path.isdir(path) else _named(scope, path, force_exclude)
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _named(scope: Callable[[str], Scope], path: str, force_exclude: bool) -> Iterator[str]:
    if not force_exclude or scope(os.path.dirname(path)).holds(path):
        yield path


def _walk(scope: Callable[[str], Scope], folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED_FOLDERS)
        here = os.path.normpath(parent)
        holds = scope(here).holds
        for name in sorted(files):
            path = name if here == "." else os.path.join(here, name)
            if not name.startswith(".") and holds(path):
                yield path
