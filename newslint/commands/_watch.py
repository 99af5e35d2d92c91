"""`newslint check --watch`: check, and check again whenever something has changed, until somebody ends it."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Sequence

from newslint.arguments import Given
from newslint.base import ending, kept_patterns
from newslint.base.errors import NewslintError
from newslint.base.showing import whole
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, STDIN
from newslint.run import watching

if TYPE_CHECKING:
    from newslint.run.run import Checked, Run

_NOT_WITH = (
    "--fix", "--diff", "--unsafe", "--add-ignore", "--output", "--write-baseline", "--prune-baseline", "--staged"
)  # fmt: skip
_CLEARED = "\033[2J\033[H"


def watch(given: Given, run: Callable[[], Run], check: Callable[[Given], Checked]) -> int:
    """Check whenever a story or what the answers rest on has changed; Ctrl-C ends it. Return the exit code.

    A mistake in the configuration is told and waited for to be mended; one that is there at the start is raised, as
    is a combination of options that means nothing.
    """
    _refuse(given)
    watched = watching.Watched(_paths(given), run)
    with ending.as_it_was():
        _check_again(given, watched, check)
    return CLEAN


def _check_again(given: Given, watched: watching.Watched, check: Callable[[Given], Checked]) -> None:
    configs: Sequence[str] | None = None
    for _ in watching.changes(watched):
        _clear()
        try:
            configs = check(Given(**vars(given))).configs
        except NewslintError as error:
            if configs is None:
                raise
            print(f"newslint: {error}", file=sys.stderr)
        sys.stdout.flush()
        kept_patterns.keep()
        with contextlib.suppress(NewslintError):
            watched.look_again(configs)
        gc.collect()  # a run's workspace has cycles, and `cli` has them looked for seldom
        if not given.quiet:
            print("newslint: waiting for changes; Ctrl-C ends this", file=sys.stderr, flush=True)


def _refuse(given: Given) -> None:
    """Raise NewslintError for options that write something, or that read what does not lie on disk."""
    for option in _NOT_WITH:
        if getattr(given, option[2:].replace("-", "_")) not in (False, None, ""):
            said = f"--watch does not go with {option}: it reports on stories as they are saved, and writes nothing"
            raise NewslintError(said)
    if STDIN in given.paths:
        raise NewslintError("--watch looks at files: name them, or their folder, instead of -")


def _paths(given: Given) -> list[str]:
    """The paths that are checked; after `--changed` the first may stand in the place of a commit."""
    if given.changed is None:
        return [*given.paths]
    from newslint.run import changes

    return changes.ref_and_paths(given.changed, given.paths)[1]


def _clear() -> None:
    """Begin at the top of an empty screen, where there is one."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        whole(sys.stdout).write(_CLEARED)
