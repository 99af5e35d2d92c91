"""Which files are stories: those that were named, and those below a folder that count as stories."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.desk import Desk

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "_site"))
# Files of a repository that are no stories, unless the configuration says what is one.
NOT_STORIES = (
    "readme", "license", "licence", "changelog", "contributing", "security", "code_of_conduct", "requirements",
    "notice", "authors", "cmakelists",
)  # fmt: skip


def stories_below(desk: Desk, paths: Sequence[str], *, force_exclude: bool = False) -> Iterator[str]:
    """Every story file that the arguments stand for, each once, in a stable order."""
    seen: set[str] = set()
    for path in paths:
        found = _walk(desk, path) if os.path.isdir(path) else _named(desk, path, force_exclude)
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _named(desk: Desk, path: str, force_exclude: bool) -> Iterator[str]:
    if not force_exclude or is_story(desk, path):
        yield path


def _walk(desk: Desk, folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED_FOLDERS)
        for name in sorted(files):
            path = os.path.normpath(os.path.join(parent, name))
            if not name.startswith(".") and is_story(desk, path):
                yield path


def is_story(desk: Desk, path: str) -> bool:
    """Whether a file below a folder argument is a story: by its ending, `stories:` and `exclude:`."""
    name = os.path.basename(path).lower()
    if os.path.splitext(name)[1] not in desk.plugins.by_extension:
        return False
    config = desk.config_of(path)
    verdict = config.names_as_story(path)
    return not name.startswith(NOT_STORIES) if verdict is None else verdict
