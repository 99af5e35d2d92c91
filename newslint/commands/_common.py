"""What several commands share: arguments, exit codes, and the way to the rules that hold here."""

from __future__ import annotations

import sys

from newslint.arguments import Argument
from newslint.base.errors import NewslintError
from newslint.base.text import MAX_BYTES
from newslint.base.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.engine.workspace import Workspace
    from newslint.rulebook.pack import Pack

CLEAN, FOUND, FAILED = 0, 1, 2
STDIN = "-"

FORM = Argument("--format", default="human", choices=("human", "json"))
JOBS = Argument(
    "--jobs", "number of processes (default: as many as are worth starting)", value="N", default=0, read=int
)
STDIN_NAME = Argument("--stdin-name", "the file name to use for standard input", value="PATH", default="stdin.txt")


def standard_input() -> bytes:
    """What comes by standard input; of more than a story may have, one byte too many, so that it is refused."""
    if sys.stdin is None:
        raise NewslintError("there is no standard input: it was closed")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def workspace(given: Given) -> Workspace:
    """The plugins, rules and configurations of a run, as `--config` and `--allow-outside` ask for it."""
    from newslint.config.settings import Settings
    from newslint.engine.workspace import Workspace

    return Workspace(Settings(formats=given.format_of, outside=given.allow_outside), given.config)


def pack_of(workspace: Workspace) -> Pack:
    """The rules that hold in the current folder."""
    return workspace.config("").pack
