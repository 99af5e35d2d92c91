"""Where a repository ends: what a configuration or a link in it must not lead out of."""

from __future__ import annotations

import os

HINT = "move it into the repository, or allow it with --allow-outside if you know who wrote this configuration"


class LeadsOutside(Exception):
    """What a configuration names lies outside of its repository."""


def repository_of(folder: str) -> str:
    """The nearest folder with `.git` (a folder or a file) at or above a folder, else the folder; without links."""
    start = found = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(found, ".git")):
        parent = os.path.dirname(found)
        if parent == found:
            return start
        found = parent
    return found


def leaves(path: str, *repositories: str) -> bool:
    """Whether a path, links followed, lies in none of these repositories."""
    if "\0" in path:
        return False  # nothing is there; whoever reads it says so
    real = os.path.realpath(path)
    return not any(real == each or real.startswith(each.rstrip(os.sep) + os.sep) for each in repositories)


def head_of(pattern: str) -> str:
    """The part of a pattern that is a plain path: all that it stands for lies at or below it."""
    at = next((n for n, sign in enumerate(pattern) if sign in "*?["), None)
    return pattern if at is None else os.path.dirname(pattern[:at])
