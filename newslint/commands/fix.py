"""`newslint fix`: `newslint check --fix` by a name of its own."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError
from newslint.commands.check import PATHS, SHARED, check

_PATHS = PATHS._replace(
    help="stories or folders (default: .); - fixes standard input and writes it to standard output"
)
_INTERACTIVE = Argument(
    "--interactive",
    "ask about each finding with a fix, one by one: make it, leave it, write other words, ignore it",
    short="-i",
)
_ALL = Argument("--all", "with --interactive: ask about findings without a fix too")


def fix(given: Given) -> int:
    """Fix stories, and report what is left. Return the exit code."""
    given.fix, given.add_ignore, given.watch = True, None, False
    if given.interactive:
        from newslint.commands._one_by_one import ask_and_fix, refuse_others

        refuse_others(given)
        return check(given, ask_and_fix)
    if given.all:
        raise NewslintError("--all goes with --interactive")
    return check(given)


COMMAND = Command(
    "fix stories, and report what is left: check --fix", (_PATHS, _INTERACTIVE, _ALL, *SHARED), fix, place=2
)
