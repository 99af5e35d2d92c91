"""`newslint compare`: what one report newly finds, and no longer finds, against another."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN, FORM, FOUND

_ARGUMENTS = (
    Argument("old", "a report by check --format json (or jsonl), from before", value="OLD"),
    Argument("new", "one from after an upgrade, or under other rules", value="NEW"),
    FORM._replace(choices=("human", "json", "markdown")),
    Argument("--fail-on-new", "exit with 1 where something is newly found, or can no longer be checked"),
)


def compare(given: Given) -> int:
    """Compare two reports, by rule and finding by finding. Return the exit code."""
    from newslint.commands import _comparing
    from newslint.commands._kept_report import read_report

    told = _comparing.compared(read_report(given.old), read_report(given.new))
    if given.format == "json":
        print(_comparing.as_json(told))
    else:
        lines = _comparing.as_markdown(told) if given.format == "markdown" else _comparing.as_lines(told)
        print("\n".join(lines))
    return FOUND if given.fail_on_new and (told.found or told.failing) else CLEAN


COMMAND = Command("compare two reports: what is newly found, and what no longer", _ARGUMENTS, compare, place=8)
