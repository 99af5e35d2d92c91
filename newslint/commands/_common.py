"""What several commands share: arguments, exit codes, and the way to the rules that hold here."""

from __future__ import annotations

import sys

from newslint.arguments import Argument, globs_in, names_in
from newslint.base.errors import NewslintError
from newslint.base.text import MAX_BYTES
from newslint.base.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.config.settings import Settings
    from newslint.engine.workspace import Workspace
    from newslint.rulebook.pack import Pack

CLEAN, FOUND, FAILED = 0, 1, 2
STDIN = "-"

FORM = Argument("--format", default="human", choices=("human", "json"))
JOBS = Argument(
    "--jobs", "number of processes (default: as many as are worth starting)", value="N", default=0, read=int
)
STDIN_NAME = Argument("--stdin-name", "the file name to use for standard input", value="PATH", default="stdin.txt")

_NAMES = Argument("", value="RULES", default=(), read=names_in)
CHOICES = (  # what a command line adds to the configuration
    Argument(
        "--style", "go by this house style (ap, bbc, reuters, a plugin's…), whatever the configuration says", "NAME"
    ),
    _NAMES._replace(name="--select", help="run only these rules or topics, even those that are off; all: every rule"),
    _NAMES._replace(name="--extend-select", help="run these rules or topics beside those that are on"),
    _NAMES._replace(name="--ignore", help="do not run these rules or topics"),
    Argument(
        "--exclude",
        "leave out these files below a folder, beside what the configuration excludes",
        value="GLOB,…",
        default=(),
        read=globs_in,
    ),
    Argument(
        "--min-confidence",
        "show findings of at least this confidence (default medium)",
        choices=("low", "medium", "high"),
        default=None,
    ),
    Argument(
        "--fail-on",
        "exit with 1 at findings of at least this severity",
        choices=("note", "warning", "error"),
        default=None,
    ),
)


def settings_of(given: Given) -> Settings:
    """What a command line with `CHOICES` adds to the configuration."""
    from newslint.config.settings import Settings

    return Settings(
        given.select,
        given.ignore,
        given.min_confidence,
        given.fail_on,
        formats=given.format_of,
        outside=given.allow_outside,
        style=given.style,
        extend_select=given.extend_select,
        exclude=given.exclude,
    )


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
