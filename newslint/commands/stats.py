"""`newslint stats`: count what is in the baseline."""

from __future__ import annotations

import sys

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN, FORM, workspace

_PATH = Argument("path", "only in the stories here (default: .)", value="PATH", default=".", number="?")


def stats(given: Given) -> int:
    """Count what is in the baseline. Return the exit code."""
    from newslint.run import baseline_update

    found = baseline_update.stats(given.path, workspace(given))
    baseline_update.print_stats(found, sys.stdout, given.format)
    return CLEAN


COMMAND = Command("count what is in the baseline, by rule, desk and month", (_PATH, FORM), stats, place=7)
