"""The command line: arguments in, exit code out; everything else is imported on demand."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from newslint import commands
from newslint.arguments import Command, Given, read_quickly
from newslint.base import ending, kept_patterns
from newslint.base.errors import NewslintError, near_miss
from newslint.base.showing import Screen, showable
from newslint.base.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

FAILED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run newslint. Return the exit code: 0 nothing found, 1 findings, 2 could not do the job."""
    if argv is not None:
        return _run(argv)
    try:
        ending.clean_up_first()
        return _run(sys.argv[1:])
    except KeyboardInterrupt as stop:  # before the run began, or behind its end
        return _code_of(stop)
    finally:
        gc.freeze()  # the process ends here: it need not look for cycles in all that it loaded (a tenth of a run)


def _run(argv: Sequence[str]) -> int:
    gc.set_threshold(200_000, 20, 50)  # a story leaves no cycles behind: look for them seldom (2 to 7 % of a run)
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started it
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the process runs
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    streams = sys.stdout, sys.stderr
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    sys.stdout, sys.stderr = Screen(sys.stdout), Screen(sys.stderr)
    try:
        return _done(argv)
    except KeyboardInterrupt as stop:
        return _code_of(stop)
    finally:
        sys.stdout, sys.stderr = streams


def _code_of(stop: KeyboardInterrupt) -> int:
    return 128 + stop.number if isinstance(stop, ending.Stopped) else 130


def _done(argv: Sequence[str]) -> int:
    """Do what a command line asks for. Return the exit code."""
    command, given = read(argv)
    try:
        result = command.run(given)
        sys.stdout.flush()
        kept_patterns.keep()
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        _say_nothing_more()  # the reader went away
        return FAILED
    except OSError as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        _say_nothing_more()
        about = f"{error.filename}: " if error.filename else ""
        print(f"newslint: {showable(f'{about}{error.strerror or error}')}", file=sys.stderr)
        print("  the system refused that; the report is not whole", file=sys.stderr)
        return FAILED
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        _own_fault(error)
        return FAILED
    return result


def _say_nothing_more() -> None:
    """Lead standard output to nowhere, or Python fails once more while it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read(argv: Sequence[str]) -> tuple[Command, Given]:
    """The command that a command line names, and what it gives it; ends the process where it is no command line."""
    command = commands.find(argv[0]) if argv else None
    given = read_quickly(argv[0], command, argv[1:]) if command else None
    if command and given:
        return command, given
    if not command and not (argv and argv[0].startswith("-")):
        print(f"newslint: {_no_command(argv)}", file=sys.stderr)
        raise SystemExit(FAILED)
    parsed = parser().parse_args(argv, Given())
    return commands.every()[parsed.command], parsed


def _no_command(argv: Sequence[str]) -> NewslintError:
    """What to say to a line that names no command: argparse would list all twenty on a line."""
    listed = "“newslint check STORY” checks a story; “newslint --help” lists the commands"
    if not argv:
        return NewslintError("say what to do", hint=listed)
    return NewslintError(f"there is no command “{argv[0]}”", hint=near_miss(argv[0], commands.every(), listed))


def parser() -> ArgumentParser:
    """The argparse parser with every command."""
    from newslint.arguments.parser import build

    return build(commands.every())


def _own_fault(error: Exception) -> None:
    """What to paste into a report of a fault in newslint itself."""
    from newslint.engine.faults import own_fault

    print(f"newslint: {showable(own_fault(error))}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
