"""Where a report goes and in which form: a file or a stream, a reporter's form or counts by rule."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence

from newslint.base.cache import told_refused
from newslint.base.errors import NewslintError, near_miss
from newslint.base.showing import json_text, showable, whole
from newslint.base.typed import IO, TYPE_CHECKING, Any
from newslint.commands._common import CLEAN, FOUND

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Report
    from newslint.run.run import Checked

    Write = Callable[[Report, IO[str]], None]


def reporter(name: str) -> Write:
    """A reporter by name; newslint's own without loading plugins."""
    from newslint.reporters import find

    if write := find(name):
        return write
    from newslint.rulebook.plugins import load

    reporters = load().reporters
    if name not in reporters:
        raise NewslintError(f"unknown report format “{name}”", hint=near_miss(name, reporters))
    return reporters[name]


def write_report(given: Given, checked: Checked, write: Write, stream: IO[str] | None = None) -> int:
    """Write the report where it is asked for (or to `stream`). Return the exit code."""
    from newslint.model.finding import Look

    report = checked.report._replace(look=Look(given.color, given.quiet, given.show_fixes))
    with output(given.output, stream) as out:
        if given.statistics:
            write_counts(report, out, given.format)
        else:
            write(report, out)
    sys.stderr.writelines(f"newslint: {said}\n" for said in told_refused())
    if given.verbose:
        _tell(checked)
    return CLEAN if checked.code == FOUND and given.exit_zero else checked.code


@contextlib.contextmanager
def output(path: str, otherwise: IO[str] | None = None) -> Iterator[IO[str]]:
    """A file that appears whole or not at all; without a path `otherwise`, or standard output."""
    if not path:
        yield whole(otherwise or sys.stdout)  # a report escapes what it cites
        return
    if os.path.exists(path) and not os.path.isfile(path):  # /dev/null, a pipe: not to be replaced by a file
        with open(path, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    from newslint.base.writing import whole_text  # here: few runs write

    try:
        # a file's name may hold bytes that are no UTF-8
        with whole_text(path, errors="backslashreplace", sync=False) as stream:
            yield stream
    except OSError as error:
        raise NewslintError(f"the report cannot be written: {error.strerror}", path) from None


def spare_stories(path: str, named: Sequence[str], workspace: Workspace) -> None:
    """Raise for a report that would take the place of a story: one that is named, or that counts as one.

    An older report is no story, though its name may end as one: it is told by the words that reports have.
    """
    if not os.path.isfile(path):
        return
    same = any(os.path.exists(each) and os.path.samefile(each, path) for each in named)
    if not same and (not workspace.scope(os.path.dirname(path)).holds(path) or _is_report(path)):
        return
    hint = "name another file; if it is none, remove it first or name it under exclude: in newslint.yaml"
    raise NewslintError("the report is not written: this file is a story", path, hint=hint)


def _is_report(path: str) -> bool:
    """Whether a file is empty, or holds a report by newslint as text or Markdown."""
    import re  # loaded by now

    with open(path, "rb") as file:
        text = file.read()
    if text.startswith(b"PK"):
        from newslint.reporters.docx import is_report

        return is_report(text)
    told = rb"### newslint\n|(?m:^ *= more: newslint explain |^[\d,]+ stor(?:y|ies) checked: )"
    return not text or re.search(told, text) is not None


def counts(report: Report) -> list[dict[str, Any]]:
    """How often each rule found something, in how many stories, and how often with a fix; the most frequent first."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    last: dict[tuple[str, str], str] = {}
    for entry in report.entries:  # in the order of their paths
        key = entry.rule, entry.severity
        start = {"rule": entry.rule, "severity": entry.severity, "findings": 0, "stories": 0, "fixes": 0}
        count = found.setdefault(key, start)
        count["findings"] += 1
        count["stories"] += last.get(key) != entry.place.path
        count["fixes"] += bool(entry.fixes)
        last[key] = entry.place.path
    return sorted(found.values(), key=lambda count: (-count["findings"], count["rule"], count["severity"]))


def write_counts(report: Report, stream: IO[str], form: str = "human") -> None:
    """Write how many findings there are by rule: as JSON (schema 1) where that is asked for, else a line a rule."""
    from newslint.reporters.human import summary

    listed = counts(report)
    if form == "json":
        stream.write(json_text({"schema": 1, "stories": report.stories, "rules": listed}) + "\n")
        return
    for count in listed:
        fixes = f", [*] {count['fixes']:,}" if count["fixes"] else ""
        where = f", in {count['stories']:,} stories" if count["stories"] > 1 else ""
        stream.write(f"{count['findings']:7,}  {count['rule']} ({count['severity']}){where}{fixes}\n")
    if not report.look.quiet:
        stream.write(summary(report) + "\n")


def _tell(checked: Checked) -> None:
    """Say on standard error what a run went by."""
    import platform
    import time

    from newslint.base.environment import chosen
    from newslint.base.version import __version__
    from newslint.reporters.human import count

    plugins = "".join(f", plugin {plugin.name} {plugin.version}" for plugin in chosen())
    configs = [os.path.relpath(path) for path in checked.configs if path]
    lines = [f"newslint {__version__}, Python {platform.python_version()}{plugins}"]
    lines += [f"configuration: {showable(path)}" for path in configs] or [
        "no newslint.yaml: every setting is newslint's own"
    ]
    stories = count(checked.report.stories, "story", "stories")
    lines.append(f"{stories}, {checked.known:,} of them unchanged and not checked again")
    lines.append(f"{time.process_time():.2f} s of this process")
    sys.stderr.writelines(f"newslint: {line}\n" for line in lines)
