"""Patterns for paths, as .gitignore has them, with {a,b} for either; and which files they make stories."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

# Files of a repository that are no stories, unless the configuration says what is one.
NOT_STORIES = (
    "readme", "license", "licence", "changelog", "contributing", "security", "code_of_conduct", "requirements",
    "notice", "authors", "cmakelists",
)  # fmt: skip


def globs(patterns: Iterable[str]) -> Any:
    """A matcher for .gitignore-style patterns, in which {a,b} stands for either."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([plain for pattern in patterns for plain in braces(pattern)])


def braces(pattern: str) -> Iterator[str]:
    """A pattern with each {a,b} written out."""
    head, opened, rest = pattern.partition("{")
    body, closed, tail = rest.partition("}")
    if not (opened and closed):
        yield pattern
        return
    for option in body.split(","):
        yield from braces(head + option + tail)


def relative(path: str, root: str) -> str:
    """A path as the patterns of a configuration in `root` (absolute) see it."""
    absolute = os.path.abspath(path)
    inside = absolute[len(root) :].lstrip(os.sep) if absolute.startswith(root) else absolute
    return inside.replace(os.sep, "/")


class Scope:
    """Which files below a folder are stories: by their endings, `stories:` and `exclude:`."""

    def __init__(
        self, root: str, extensions: Iterable[str], stories: Iterable[str] = (), exclude: Iterable[str] = ()
    ) -> None:
        self.root = root
        self.extensions = frozenset(extensions)
        self.stories = tuple(stories)
        self.exclude = tuple(exclude)

    @cached_property
    def _wanted(self) -> Any:
        return globs(self.stories)

    @cached_property
    def _unwanted(self) -> Any:
        return globs(self.exclude)

    def holds(self, path: str) -> bool:
        """Whether a file is a story."""
        name = os.path.basename(path).lower()
        if os.path.splitext(name)[1] not in self.extensions:
            return False
        if not self.stories and not self.exclude:
            return not name.startswith(NOT_STORIES)
        inside = relative(path, self.root)
        if self.exclude and self._unwanted.match_file(inside):
            return False
        return bool(self._wanted.match_file(inside)) if self.stories else not name.startswith(NOT_STORIES)
