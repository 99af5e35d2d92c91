"""What `check` does to stories where it is asked to: fix them, show that as a diff, write ignores into them."""

from __future__ import annotations

import sys

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, FAILED, FOUND, STDIN
from newslint.commands._report import output, write_report
from newslint.run import fix_stories as fixing

_PROPOSED = (
    "nothing here is safe to fix unread: --unsafe makes the fixes that are proposed, with --diff to see them first"
)

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.commands._report import Write
    from newslint.run.run import Request


def fix_stories(given: Given, request: Request, write: Write) -> int:
    """Fix stories, or show as a diff what that would change, and report what is left. Return the exit code."""
    if given.add_ignore is not None:
        raise NewslintError("--add-ignore and --fix are two steps: fix first, then see what to ignore")
    by_stdin = given.paths == [STDIN]
    if by_stdin:
        data = sys.stdin.buffer.read()  # all of it: what is too large to fix must come out as it was
        try:
            done = fixing.fix_stdin(request, data, given.stdin_name, offers=given.unsafe)
        except NewslintError:
            if not given.diff:
                _put(data)  # whoever takes the answer for the story must not lose it
            raise
    else:
        done = fixing.fix_paths(request, given.paths, offers=given.unsafe, write=not given.diff)
    if given.diff:
        return _diff(given, done)
    if by_stdin:
        _put(done.fixed[0].new)
    apart = by_stdin or given.output or given.format != "human"
    (sys.stderr if apart else sys.stdout).writelines(fixing.said_of(done.fixed))
    changed = any(each.changes for each in done.fixed)
    if not given.unsafe and not changed and any(entry.fixes for entry in done.checked.report.entries):
        print(_PROPOSED, file=sys.stderr if apart else sys.stdout)
    return write_report(given, done.checked, write, sys.stderr if by_stdin else None)


def _diff(given: Given, done: fixing.FixRun) -> int:
    """Write what would change as a unified diff. Return the exit code: 1 where anything would."""
    with output(given.output) as stream:
        stream.writelines(fixing.diff(done.fixed, shown=not given.output))
    sys.stderr.writelines(fixing.said_of(done.fixed, "would fix"))
    for failure in done.checked.report.failures:
        print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    if done.checked.report.failures:
        return FAILED
    return FOUND if any(each.changes for each in done.fixed) and not given.exit_zero else CLEAN


def ignore_findings(given: Given, request: Request, write: Write) -> int:
    """Write ignores for what is found, and report what is left. Return the exit code."""
    from newslint.run import add_ignores

    if STDIN in given.paths:
        raise NewslintError("--add-ignore writes into files: name them instead of -")
    done = add_ignores.add_ignores(request, given.paths, given.add_ignore)
    apart = given.output or given.format != "human"
    (sys.stderr if apart else sys.stdout).writelines(add_ignores.told(done))
    return write_report(given, done.round.checked, write)


def _put(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
