"""The command line: arguments in, exit code out; everything else is imported on demand."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from newslint.base.errors import NewslintError
from newslint.base.version import __version__

FAILED = 2
_PLAIN = {  # what `check` is given where no option says otherwise; tests hold it to what `arguments` says
    "version": None, "command": "check", "run": "check", "config": "", "no_cache": False, "select": (), "ignore": (),
    "min_confidence": None, "fail_on": None, "format": "human", "output": "", "corpus": False, "force_exclude": False,
    "stdin_name": "stdin.txt", "statistics": False, "jobs": 0, "exit_zero": False,
    "quiet": False, "verbose": False, "color": "auto",
    "fix": False, "unsafe": False, "diff": False, "add_ignore": None,
    "write_baseline": False, "prune_baseline": False, "no_baseline": False, "changed": None, "staged": False,
}  # fmt: skip
_SWITCHES = (
    "--no-cache", "--corpus", "--force-exclude", "--statistics", "--exit-zero", "--quiet", "--verbose",
    "--no-baseline", "--staged",
)  # fmt: skip
_TEXTS = ("--config", "--format", "--output", "--stdin-name")


def main(argv: Sequence[str] | None = None) -> int:
    """Run newslint; gives the exit code: 0 nothing found, 1 findings, 2 could not do the job."""
    if argv is not None:
        return _run(argv)
    try:
        return _run(sys.argv[1:])
    finally:
        gc.freeze()  # the process ends here: it need not look for cycles in all that it loaded (a tenth of a run)


def _run(argv: Sequence[str]) -> int:
    gc.set_threshold(50_000, 20, 50)  # a story leaves no cycles behind: look for them seldom (2 to 7 % of a run)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    arguments = plain(argv) or _parsed(argv)
    try:
        from newslint.commands import all_of_them as commands

        result: int = getattr(commands, arguments.run)(arguments)
        sys.stdout.flush()
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away: say nothing more
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        _own_fault(error)
        return FAILED
    return result


def plain(argv: Sequence[str]) -> Any:
    """The arguments of a `check` with nothing but plain options; None where argparse (6 ms) shall read them."""
    if not argv or argv[0] != "check":
        return None
    found: dict[str, Any] = dict(_PLAIN)
    paths: list[str] = []
    waiting, last_path = "", 0  # the option whose value comes next; where paths left off: they stand in one row
    for at, word in enumerate(argv[1:]):
        if waiting and not word.startswith("-"):
            found[waiting], waiting = word, ""
        elif waiting:
            return None
        elif word in _SWITCHES or word in _TEXTS:
            name = word[2:].replace("-", "_")
            found[name], waiting = (True, "") if word in _SWITCHES else ("", name)
        elif (word.startswith("-") and word != "-") or (paths and at != last_path + 1):
            return None
        else:
            paths.append(word)
            last_path = at
    return None if waiting else SimpleNamespace(**found, paths=paths or ["."])


def _parsed(argv: Sequence[str]) -> Any:
    from newslint.arguments import parser

    return parser().parse_args(argv)


def _own_fault(error: Exception) -> None:
    """What to paste into a report of a fault in newslint itself."""
    import platform
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    print(
        f"newslint: this is a fault of newslint {__version__} itself: {type(error).__name__}: {error}\n"
        f"  at {os.path.basename(last.filename)}:{last.lineno} in {last.name}, Python {platform.python_version()}\n"
        "  please report these lines; NEWSLINT_DEBUG=1 shows the whole trace",
        file=sys.stderr,
    )


if __name__ == "__main__":
    sys.exit(main())
