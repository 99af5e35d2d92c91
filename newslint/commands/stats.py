"""`newslint stats`: count what is in the baseline, or how editors decided on findings."""

from __future__ import annotations

import sys

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN, FORM, workspace

_PATH = Argument("path", "only in the stories here (default: .)", value="PATH", default=".", number="?")
_DECISIONS = Argument(
    "--decisions", "show instead how each rule's findings were decided on, by this file of the server's", value="FILE"
)


def stats(given: Given) -> int:
    """Count what is in the baseline, or among decisions. Return the exit code."""
    if given.decisions:
        from newslint.commands import _decided

        _decided.write(given.decisions, sys.stdout, given.format)
        return CLEAN
    from newslint.run import baseline_update

    found = baseline_update.stats(given.path, workspace(given))
    baseline_update.print_stats(found, sys.stdout, given.format)
    return CLEAN


COMMAND = Command(
    "count what is in the baseline, by rule, desk and month, or decisions by rule",
    (_PATH, _DECISIONS, FORM),
    stats,
    place=7,
)
