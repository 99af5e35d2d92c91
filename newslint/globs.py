"""Patterns for paths, as .gitignore has them, with {a,b} for either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


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
