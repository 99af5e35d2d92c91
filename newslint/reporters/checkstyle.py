"""A Checkstyle report: XML that many build servers read (Jenkins, TeamCity, reviewdog)."""

from __future__ import annotations

from newslint.base.typed import IO
from newslint.model.finding import Entry, Report
from newslint.reporters.base import by_path, failures_of, shown_path, told, xml

FOR = "servers that show Checkstyle reports: Jenkins, TeamCity"

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def write(report: Report, stream: IO[str]) -> None:
    """Write the report, story by story."""
    stream.write('<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n')
    for path, entries in by_path(report.entries):
        stream.write(f'  <file name="{xml(shown_path(path))}">\n')
        stream.writelines(_error(entry) for entry in entries)
        stream.write("  </file>\n")
    for path, said in failures_of(report):
        error = f'<error line="1" severity="error" message="{xml(said)}" source="newslint.unreadable"/>'
        stream.write(f'  <file name="{xml(path)}">\n    {error}\n  </file>\n')
    stream.write("</checkstyle>\n")


def _error(entry: Entry) -> str:
    at = entry.place.start
    return (
        f'    <error line="{at.line}" column="{at.column}" severity="{_SEVERITIES[entry.severity]}" '
        f'message="{xml(told(entry))}" source="newslint.{xml(entry.rule)}"/>\n'
    )
