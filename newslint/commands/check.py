"""`newslint check`: check stories and report what is found."""

from __future__ import annotations

import sys

from newslint.arguments import Argument, Command, Given, whole_number
from newslint.base.errors import NewslintError
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CHOICES, FORM, JOBS, STDIN, STDIN_NAME, settings_of, standard_input
from newslint.commands._report import reporter, spare_stories, write_report
from newslint.reporters import names as reporter_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.commands._report import Write
    from newslint.engine.workspace import Workspace
    from newslint.run.baseline import Baselines
    from newslint.run.run import Checked, Request

PATHS = Argument(
    name="paths",
    help="stories or folders (default: .); - is standard input",
    value="PATH",
    default=["."],
    number="*",
)
_FIX = Argument("--fix", "fix what is safe to fix, and report what is left")
_ADD_IGNORE = Argument(
    "--add-ignore",
    "write an ignore into the stories for everything found now",
    value="REASON",
    default=None,
)
_WATCH = Argument("--watch", "check again whenever a story or what it is checked by changes (needs newslint[watch])")
SHARED = (  # with `newslint fix`
    Argument("--unsafe", "also make the fixes that newslint only offers: read the stories afterwards"),
    Argument("--diff", "show as a diff what would be fixed; write nothing, exit with 1 if there is anything"),
    *CHOICES,
    Argument(
        "--max-findings",
        "exit with 1 only above this number of findings that reach --fail-on (default 0)",
        value="N",
        default=0,
        read=whole_number,
    ),
    FORM._replace(help="{values}, or a plugin's", value="FORMAT", choices=(), suggested=reporter_names),
    Argument("--output", "write the report to this file", value="FILE"),
    Argument("--corpus", "also run the rules that need all stories, on all that `stories:` names"),
    Argument("--force-exclude", "skip files that the configuration excludes, even where they are named"),
    Argument("--allow-empty", "exit with 0 where a folder holds no story"),
    STDIN_NAME,
    Argument("--show-fixes", "show beside each finding, as a diff, what its first fix would change"),
    Argument("--statistics", "count the findings by rule instead of showing them"),
    Argument("--quiet", "print only findings: no summary, no hints", short="-q"),
    Argument("--verbose", "say which configuration and plugins are used, and what came from the cache", short="-v"),
    Argument("--timing", "say on standard error which rules and plugins took how long (one process, no cache)"),
    Argument("--color", "colour (auto: on a terminal)", default="auto", choices=("auto", "always", "never")),
    JOBS,
    Argument("--exit-zero", "exit with 0 even where there are findings"),
    Argument(
        "--write-baseline",
        "record everything found now in newslint-baseline.json: from then on only new findings are reported",
    ),
    Argument("--prune-baseline", "remove from newslint-baseline.json what is no longer found in these stories"),
    Argument("--no-baseline", "also report the findings in newslint-baseline.json"),
    Argument(
        "--changed",
        "report only on lines that changed since a commit, or since a branch left REF (default: the last commit;"
        " under pre-commit what is staged). Rules over several stories run only with --corpus",
        value="REF",
        default=None,
        number="?",
    ),
    Argument("--staged", "with --changed: check what is staged, not what lies on disk"),
)


def check(given: Given, fix: Callable[[Given, Request, Write], int] | None = None) -> int:
    """Check stories and write the report, or fix them (by `fix`) where that is asked for. Return the exit code."""
    write = reporter(given.format)
    if given.show_fixes and given.format != "human":
        raise NewslintError("--show-fixes goes with the report for people: leave --format out, or make it human")
    if given.watch:
        return _watched(given, write)
    request = _request(given)
    if given.output:
        spare_stories(given.output, given.paths, request.workspace)
    if given.write_baseline or given.prune_baseline:
        from newslint.commands._baseline import keep

        return keep(given, request)
    request, known = _screened(given, request)
    if given.fix or given.diff:
        from newslint.commands._fixing import fix_stories

        return (fix or fix_stories)(given, request, write)
    if given.unsafe:
        raise NewslintError("--unsafe goes with --fix or --diff")
    if given.add_ignore is not None:
        from newslint.commands._fixing import ignore_findings

        return ignore_findings(given, request, write)
    return _reported(given, request, known, write)[0]


def _request(given: Given) -> Request:
    from newslint.run.run import Request

    return Request(
        _workspace(given),
        given.corpus,
        given.force_exclude,
        not (given.no_cache or given.timing),
        1 if given.timing else given.jobs,
        allow_empty=given.allow_empty,
        max_findings=given.max_findings,
    )


def _watched(given: Given, write: Write) -> int:
    """Check again and again. Return the exit code."""
    from newslint.commands._watch import watch
    from newslint.run.run import Run

    def once(again: Given) -> Checked:
        return _reported(again, *_screened(again, _request(again)), write)[1]

    return watch(given, lambda: Run(_request(given)), once)


def _reported(given: Given, request: Request, known: Baselines | None, write: Write) -> tuple[int, Checked]:
    """Check, and write the report. Return the exit code, and what was found."""
    from newslint.run import run

    if given.paths == [STDIN]:
        checked = run.check_bytes(request, standard_input(), given.stdin_name)
    else:
        checked = run.check(request, given.paths)
    tables = _tables(request) if given.timing else ()
    code = write_report(given, checked, write)
    sys.stderr.writelines(tables)
    told = given.format == "human" and not (given.output or given.quiet)
    if known and told and (known.hidden or given.statistics):
        from newslint.commands._baseline import tell

        tell(given, request, known)
    return code, checked


def _workspace(given: Given) -> Workspace:
    """The workspace of a run, one with a watch where its time is to be told."""
    from newslint.engine import workspace

    settings = settings_of(given)
    if given.timing:
        from newslint.commands._timing import timed

        return timed(given, settings)
    return workspace.Workspace(settings, given.config)


def _tables(request: Request) -> list[str]:
    from newslint.commands._timing import tables

    return tables(request.workspace)


def _screened(given: Given, request: Request) -> tuple[Request, Baselines | None]:
    """The request with what holds findings back, and the baselines; paths are told from the ref of `--changed`."""
    from newslint.run.baseline import Baselines

    known = None if given.no_baseline else Baselines(request.workspace.finder)
    if known:
        request = request._replace(screens=(known,))
    if given.staged and (given.changed is None or given.fix or given.diff):
        raise NewslintError("--staged goes with --changed, and not with fixing, which writes what lies on disk")
    if given.changed is None:
        return request, known
    if given.paths == [STDIN]:
        raise NewslintError("--changed asks git about files, not about standard input")
    from newslint.run import changes

    ref, given.paths = changes.ref_and_paths(given.changed, given.paths)
    changed = changes.Changes(changes.against(ref, staged=given.staged))
    return request._replace(screens=(changed, *request.screens), changes=changed), known


COMMAND = Command("check stories", (PATHS, _FIX, _ADD_IGNORE, _WATCH, *SHARED), check, place=1)
