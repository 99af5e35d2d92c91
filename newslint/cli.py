"""The command line: arguments in, exit code out; everything else is imported on demand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.version import __version__

if TYPE_CHECKING:
    from newslint.finding import Report
    from newslint.run import Desk

CLEAN, FOUND, FAILED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run newslint; gives the exit code: 0 nothing found, 1 findings, 2 could not do the job."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    arguments = parser().parse_args(argv)
    try:
        result: int = arguments.run(arguments)
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except KeyboardInterrupt:
        return 130
    return result


def parser() -> argparse.ArgumentParser:
    """The argument parser, with every command."""
    top = argparse.ArgumentParser(prog="newslint", description="Checks news stories for style and consistency.")
    top.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--config", default="", metavar="FILE", help="use this configuration, not the nearest newslint.yaml"
    )
    common.add_argument("--no-cache", action="store_true", help="work everything out anew")

    check = commands.add_parser("check", parents=[common], help="check stories")
    check.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="stories or folders; - is standard input"
    )
    check.add_argument(
        "--select",
        type=_names,
        default=(),
        metavar="RULES",
        help="run only these rules or topics, even where they are off by default",
    )
    check.add_argument("--ignore", type=_names, default=(), metavar="RULES", help="leave out these rules or topics")
    check.add_argument(
        "--min-confidence",
        choices=("low", "medium", "high"),
        help="show findings of at least this confidence",
    )
    check.add_argument(
        "--fail-on",
        choices=("note", "warning", "error"),
        help="exit with 1 at findings of at least this severity",
    )
    check.add_argument("--format", default="human", help="human, json, github, or a plugin's")
    check.add_argument("--corpus", action="store_true", default=None)
    check.add_argument("--force-exclude", action="store_true")
    check.add_argument("--stdin-name", default="stdin.txt", metavar="PATH")
    check.set_defaults(run=_check)

    show = commands.add_parser("show", parents=[common], help="show how stories are read")
    show.add_argument("paths", nargs="+", metavar="PATH")
    show.add_argument("--format", default="human", choices=("human", "json"))
    show.set_defaults(run=_show)
    return top


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _desk(arguments: argparse.Namespace) -> Desk:
    from newslint import plugins
    from newslint.profile import Settings
    from newslint.run import Desk

    settings = Settings(
        getattr(arguments, "select", ()),
        getattr(arguments, "ignore", ()),
        getattr(arguments, "min_confidence", None),
        getattr(arguments, "fail_on", None),
    )
    return Desk(plugins.load(), settings, arguments.config)


def _check(arguments: argparse.Namespace) -> int:
    from newslint import run

    desk = _desk(arguments)
    if arguments.paths == [run.STDIN]:
        report = run.check_bytes(desk, sys.stdin.buffer.read(), arguments.stdin_name)
    else:
        report = run.check(desk, arguments.paths, corpus=arguments.corpus, force_exclude=arguments.force_exclude)
    desk.plugins.reporters[arguments.format](report, sys.stdout)
    return _verdict(desk, report)


def _verdict(desk: Desk, report: Report) -> int:
    from newslint.finding import SEVERITIES

    if report.failures:
        return FAILED
    for entry in report.entries:
        least = desk.config_of(entry.place.path).profile(entry.place.path).fail_on
        if entry.confidence != "low" and SEVERITIES.index(entry.severity) >= SEVERITIES.index(least):
            return FOUND
    return CLEAN


def _show(arguments: argparse.Namespace) -> int:
    from newslint import run, showing

    stories, failures = run.read_stories(_desk(arguments), arguments.paths)
    showing.write(stories, failures, sys.stdout, arguments.format)
    return FAILED if failures else CLEAN
