"""reviewdog's own form (rdjson): findings with suggested changes, which it turns into comments on a change.

Its columns count bytes of UTF-8, from 1, and its lines end at LF, so the stories are read again; where that cannot
be, only lines are given. Nothing is suggested for a file in another encoding: what is accepted is written as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.showing import json_text
from newslint.base.text import Position
from newslint.base.typed import IO, Any
from newslint.model.finding import Entry, LocatedFix, Place, Report
from newslint.reporters.base import HOME, CitedTexts, Links, failures_of, shown_path, told

FOR = "[reviewdog](https://github.com/reviewdog/reviewdog): comments with suggested changes, wherever it can comment"

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "newslint", "url": HOME}
_LINES_APART = 3  # a change that reaches further is no suggestion one can read


def write(report: Report, stream: IO[str]) -> None:
    """Write the report as one JSON object, finding by finding."""
    stream.write(f'{{"source": {json_text(_SOURCE)}, "diagnostics": [')
    between = "\n"
    for diagnostic in diagnostics(report):
        stream.write(between + json_text(diagnostic))
        between = ",\n"
    stream.write("\n]}\n" if between == ",\n" else "]}\n")


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """Each finding as reviewdog knows it, and each file that could not be read."""
    texts, links = CitedTexts(report.background()), Links()
    for entry in report.entries:
        yield _diagnostic(entry, texts, links(entry))
    for path, said in failures_of(report):
        yield {"message": said, "location": {"path": path}, "severity": "ERROR", "source": _SOURCE}


def _diagnostic(entry: Entry, texts: CitedTexts, link: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": told(entry),
        "location": _location(entry.place, texts),
        "severity": _SEVERITIES[entry.severity],
        "source": _SOURCE,
        "code": {"value": entry.rule, **({"url": link} if link else {})},
    }
    suggestions = [made for fix in entry.fixes if (made := _suggestion(entry.place.path, fix, texts))]
    if suggestions:
        found["suggestions"] = suggestions
    if entry.related:
        found["related_locations"] = [
            {**({"message": place.label} if place.label else {}), "location": _location(place, texts)}
            for place in entry.related
        ]
    return found


def _location(place: Place, texts: CitedTexts) -> dict[str, Any]:
    return {"path": shown_path(place.path), "range": _range(place.path, place.start, place.end, texts)}


def _range(path: str, start: Position, end: Position, texts: CitedTexts) -> dict[str, Any]:
    first, last = texts.in_bytes(path, start), texts.in_bytes(path, end)
    if first is None or last is None:
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    return {"start": {"line": first[0], "column": first[1]}, "end": {"line": last[0], "column": last[1]}}


def _suggestion(path: str, fix: LocatedFix, texts: CitedTexts) -> dict[str, Any] | None:
    """One change of one stretch, from a fix's first edit to its last; none where that is much text or unknown."""
    source, edits = texts.of(path), texts.edits_of(path, fix)
    if not edits or source is None or source.encoding != "utf-8" or edits[-1].end.offset > len(source.text):
        return None
    start, end = edits[0].start, edits[-1].end
    if len(edits) > 1 and end.line - start.line > _LINES_APART:
        return None
    text, at = "", start.offset
    for edit in edits:
        text += source.text[at : edit.start.offset] + edit.text
        at = edit.end.offset
    return {"range": _range(path, start, end, texts), "text": text}
