"""The report with one line a finding, for a quick look, grep and editors: `path:line:col: severity[rule] message`."""

from __future__ import annotations

from newslint.base.showing import showable
from newslint.base.typed import IO
from newslint.model.finding import Entry, Report
from newslint.reporters.base import shown_path, told
from newslint.reporters.human import Painter, painter, summary

FOR = "a quick look, grep, and editors that jump to a place: one line a finding"


def write(report: Report, stream: IO[str]) -> None:
    """Write a line for each finding and each file that could not be read, then the closing count."""
    paint = painter(stream, report.look)
    for entry in report.entries:
        stream.write(_line(entry, paint) + "\n")
    for failure in report.failures:
        said = paint("error", "could not be read")
        stream.write(f"{paint('path', _first(failure.path))}: {said}: {showable(failure.message)}\n")
    if not report.look.quiet:
        stream.write(summary(report) + "\n")


def _line(entry: Entry, paint: Painter) -> str:
    start = entry.place.start
    where = paint("path", f"{_first(entry.place.path)}:{start.line}:{start.column}")
    star = f" {paint('faint', '[*]')}" if entry.fixes else ""
    said = showable(told(entry))
    return f"{where}: {paint(entry.severity, entry.severity)}[{paint.rule(entry)}] {said}{star}"


def _first(path: str) -> str:
    """A path as it may begin a line: a runner would obey `::error …::`, whatever follows it."""
    return showable(f"{shown_path(path)}::::")[:-4]
