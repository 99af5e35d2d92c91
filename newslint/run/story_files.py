"""Which files are stories: those that were named, and those below a folder that count as stories."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from newslint.base.errors import near_miss
from newslint.base.globs import Scope, endings_of
from newslint.base.repository import leaves, repository_of

Missed = Callable[[str, str], None]  # told of a path in which nothing is seen, and why; "" where no story is there
LEADS_OUT = "it is a link that leads out of the repository; --allow-outside reads it"
HIDDEN = (".", "~$")  # what a file's name begins with that is none of a person's: “~$” those that Word has open
SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "_site"))


def stories_below(
    scope: Callable[[str], Scope],
    paths: Sequence[str],
    *,
    force_exclude: bool = False,
    missed: Missed | None = None,
    outside: bool = False,
) -> Iterator[str]:
    """Every story file that the arguments stand for, each once, in a stable order.

    `scope` gives what holds in a folder. A file that was named is taken for a story, unless `force_exclude`
    asks to leave out those that would not be found below a folder. `missed` is told of what was asked for and
    yields nothing: a folder that cannot be read or holds no story.
    """
    seen: set[str] = set()
    missed = missed or _untold
    for path in paths:
        folder = os.path.isdir(path)
        found = _walk(scope, path, missed, outside) if folder else _named(scope, path, force_exclude)
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _untold(path: str, why: str) -> None:
    """Tell nobody of a path in which nothing is seen."""


def _named(scope: Callable[[str], Scope], path: str, force_exclude: bool) -> Iterator[str]:
    if not (force_exclude and not scope(os.path.dirname(path)).holds(path)):
        yield path


def _leads_out(path: str, folder: str, root: str) -> bool:
    """Whether a link found below a folder leads out of its repository and of that of its configuration."""
    return leaves(path, repository_of(folder), repository_of(root))


def of_no_format(scope: Scope, path: str) -> str:
    """Why a text with such a name is not read; "" where it is."""
    endings = endings_of(path)
    if not endings or not scope.known.isdisjoint(endings):
        return ""
    return f"newslint does not read {endings[-1]} files: {near_miss(endings[-1], scope.known)}"


def _walk(scope: Callable[[str], Scope], folder: str, missed: Missed, outside: bool) -> Iterator[str]:
    unread: list[OSError] = []
    empty = True
    for parent, folders, files in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED_FOLDERS)
        here = os.path.normpath(parent)
        holds = scope(here).holds
        for name in sorted(files):
            path = name if here == "." else os.path.join(here, name)
            if not name.startswith(HIDDEN) and holds(path):
                empty = False
                if not outside and os.path.islink(path) and _leads_out(path, folder, scope(here).root):
                    missed(path, LEADS_OUT)
                else:
                    yield path
    for error in unread:
        missed(os.path.normpath(error.filename), f"this folder cannot be read: {error.strerror}")
    if empty and not unread:
        missed(folder, "")
