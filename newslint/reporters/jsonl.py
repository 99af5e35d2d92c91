"""The report as JSON, one line a finding: for programs that read line by line.

Each line is an object with a `type`: first `run`, which says how many of the others follow, then `finding` (as in the
JSON report) and `failure`.
"""

from __future__ import annotations

from newslint.base.showing import json_text
from newslint.base.typed import IO, Any
from newslint.base.version import __version__
from newslint.model.finding import Report
from newslint.reporters.base import with_fingerprints
from newslint.reporters.json import SCHEMA, budgets, finding

FOR = "programs that read line by line: `run`, then `finding` and `failure`"


def write(report: Report, stream: IO[str]) -> None:
    """Write the report line by line."""
    tool = {"name": "newslint", "version": __version__}
    follow = {"findings": len(report.entries), "failures": len(report.failures)}
    stream.write(
        _line("run", {"schema": SCHEMA, "tool": tool, "stories": report.stories, **follow, **budgets(report)})
    )
    for entry, fingerprint in with_fingerprints(report.entries):
        stream.write(_line("finding", finding(entry, fingerprint)))
    for failure in report.failures:
        stream.write(_line("failure", {"path": failure.path, "message": failure.message}))


def _line(sort: str, data: dict[str, Any]) -> str:
    return json_text({"type": sort, **data}) + "\n"
