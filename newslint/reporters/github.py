"""GitHub Actions annotations: one workflow command a finding, the gravest first."""

from __future__ import annotations

from newslint.base.showing import showable
from newslint.base.typed import IO
from newslint.model.finding import Entry, Report
from newslint.reporters.base import shown_path, told
from newslint.reporters.human import summary

FOR = "GitHub Actions: annotations on the lines concerned"

# GitHub shows this many annotations of each level from one step and drops the rest without a word.
MOST_PER_LEVEL = 10
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write(report: Report, stream: IO[str]) -> None:
    """Write the annotations GitHub will show, and how many were left out."""
    for failure in report.failures:
        stream.write(f"::error file={_property(shown_path(failure.path))},title=newslint::{_data(failure.message)}\n")
    room = dict.fromkeys(_LEVELS.values(), MOST_PER_LEVEL)
    room["error"] -= len(report.failures)
    chosen: dict[str, list[Entry]] = {level: [] for level in _LEVELS.values()}
    left_out = 0
    for entry in report.entries:
        level = _LEVELS[entry.severity]
        if len(chosen[level]) < room[level]:
            chosen[level].append(entry)
        else:
            left_out += 1
    for level, entries in chosen.items():
        stream.writelines(_annotation(entry, level) for entry in entries)
    if left_out:
        stream.write(f"{left_out} more findings are not annotated (GitHub shows {MOST_PER_LEVEL} of each level)\n")
    if not report.look.quiet:
        stream.write(summary(report) + "\n")


def _annotation(entry: Entry, level: str) -> str:
    start, end = entry.place.start, entry.place.end
    where = {"file": shown_path(entry.place.path), "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # columns over several lines are refused
        where |= {"col": str(start.column), "endColumn": str(end.column)}
    where["title"] = f"newslint: {entry.rule}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{level} {properties}::{_data(told(entry))}\n"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(showable, lines))  # GitHub has no way to write other signs


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
