"""GitLab's code quality report: a list of findings, which merge requests show beside what changed."""

from __future__ import annotations

from newslint.base.cache import key_of
from newslint.base.showing import json_text
from newslint.base.typed import IO, Any
from newslint.model.finding import Report
from newslint.reporters.base import failures_of, shown_path, told, with_fingerprints

FOR = "GitLab: code quality in merge requests"

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(report: Report, stream: IO[str]) -> None:
    """Write the list, finding by finding."""
    between = "[\n"
    for entry, fingerprint in with_fingerprints(report.entries):
        place = entry.place
        # GitLab shows the description only, not the name of the check
        said = f"{entry.rule}: {told(entry)}"
        lines = {"begin": place.start.line, "end": place.end.line}
        stream.write(between + _issue(said, entry.rule, fingerprint, _SEVERITIES[entry.severity], place.path, lines))
        between = ",\n"
    for path, said in failures_of(report):
        fingerprint = key_of(path, "unreadable")[:32]
        stream.write(between + _issue(said, "unreadable", fingerprint, "blocker", path, {"begin": 1}))
        between = ",\n"
    stream.write("\n]\n" if between == ",\n" else "[]\n")


def _issue(said: str, check: str, fingerprint: str, severity: str, path: str, lines: dict[str, int]) -> str:
    issue: dict[str, Any] = {
        "description": said,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": shown_path(path), "lines": lines},
    }
    return json_text(issue)
