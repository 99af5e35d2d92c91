"""`newslint fix`: `newslint check --fix` by a name of its own."""

from __future__ import annotations

from newslint.arguments import Command, Given
from newslint.commands.check import PATHS, SHARED, check

_PATHS = PATHS._replace(
    help="stories or folders (default: .); - fixes standard input and writes it to standard output"
)


def fix(given: Given) -> int:
    """Fix stories, and report what is left. Return the exit code."""
    given.fix, given.add_ignore = True, None
    return check(given)


COMMAND = Command("fix stories, and report what is left: check --fix", (_PATHS, *SHARED), fix, place=2)
