"""What `check` does with a baseline: writes or prunes it, and says how much it held back."""

from __future__ import annotations

import sys

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, FAILED, STDIN

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.run.baseline import Baselines
    from newslint.run.run import Request


def keep(given: Given, request: Request) -> int:
    """Write or prune the baseline. Return the exit code."""
    from newslint.run import baseline_update

    both = given.write_baseline and given.prune_baseline
    if both or given.fix or given.diff:
        raise NewslintError("--write-baseline and --prune-baseline stand alone: they report and fix nothing")
    baseline_update.refuse(request, given.changed is not None or given.staged, STDIN in given.paths)
    done = (baseline_update.write if given.write_baseline else baseline_update.prune)(request, given.paths)
    print("\n".join(baseline_update.told(done)))
    if given.write_baseline:
        from newslint.run import merged_baseline

        for told in dict.fromkeys(merged_baseline.advice(kept.file) for kept in done.kept):
            print(told, end="\n" if told else "")
    for failure in done.failures:
        print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    return FAILED if done.failures else CLEAN


def tell(given: Given, request: Request, known: Baselines) -> None:
    """Say how much the baseline held back; with the statistics, how much of it is needed no longer."""
    if known.hidden:
        said = "1 known finding is" if known.hidden == 1 else f"{known.hidden:,} known findings are"
        print(f"{said} in the baseline and not shown (--no-baseline shows all).")
    partly = request.changes or request.workspace.settings.min_confidence or given.paths == [STDIN]
    if partly or not given.statistics:
        return
    from newslint.run import baseline_update

    number = baseline_update.no_longer_needed(request, given.paths, known)
    if number:
        said = "1 finding in the baseline is" if number == 1 else f"{number:,} findings in the baseline are"
        print(f"{said} no longer there: newslint check --prune-baseline takes out what is fixed.")
