"""The report as JSON, schema 1: what other programs read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from newslint.base.showing import json_text
from newslint.base.text import Position
from newslint.base.typed import IO, Any
from newslint.base.version import __version__
from newslint.model.finding import Entry, Place, Report
from newslint.reporters.base import shown_path, with_fingerprints

FOR = "programs; its shape (`schema: 1`) is a promise"

SCHEMA = 1


def write(report: Report, stream: IO[str]) -> None:
    """Write the report as one JSON object."""
    head = {"schema": SCHEMA, "tool": {"name": "newslint", "version": __version__}, "stories": report.stories}
    stream.write(json_text(head)[:-1] + ', "findings": [')
    quoted = lru_cache(maxsize=1000)(json_text)  # rules, paths and messages come again and again
    for n, (entry, fingerprint) in enumerate(with_fingerprints(report.entries)):  # piece by piece: there may be many
        stream.write((", " if n else "") + _written(entry, fingerprint, quoted))
    failures = [{"path": f.path, "message": f.message} for f in report.failures]
    absent = [{"path": f.path, "message": f.message} for f in report.absent]
    more = f', "absent": {json_text(absent)}' if absent else ""
    more += f", {json_text(budgets(report))[1:-1]}" if report.allowances else ""
    stream.write(f'], "failures": {json_text(failures)}{more}}}\n')


def _written(entry: Entry, fingerprint: str, quoted: Callable[[str], str]) -> str:
    """A finding as JSON: as `json_text` writes `finding`, in a third of its time where it has nothing but a place."""
    if entry.related or entry.fixes or entry.record:
        return json_text(finding(entry, fingerprint))
    path, start, end, match, _ = entry.place
    return (
        f'{{"rule": {quoted(entry.rule)}, "topic": {quoted(entry.topic)}, "severity": "{entry.severity}", '
        f'"confidence": "{entry.confidence}", "path": {quoted(path)}, "message": {quoted(entry.message)}, '
        f'"match": {quoted(match)}, '
        f'"start": {{"offset": {start.offset}, "line": {start.line}, "column": {start.column}}}, '
        f'"end": {{"offset": {end.offset}, "line": {end.line}, "column": {end.column}}}, '
        f'"related": [], "fixes": [], "fingerprint": "{fingerprint}"}}'
    )


def budgets(report: Report) -> dict[str, Any]:
    """What was counted against budgets, under its key; nothing where there are none."""
    told = [
        {
            "name": each.name,
            "found": each.found,
            "allowed": each.allowed,
            **({"config": shown_path(each.config)} if each.config else {}),
        }
        for each in report.allowances
    ]
    return {"budgets": told} if told else {}


def at(position: Position) -> dict[str, int]:
    """A position as plain data."""
    return {"offset": position.offset, "line": position.line, "column": position.column}


def finding(entry: Entry, fingerprint: str) -> dict[str, Any]:
    """A finding as plain data, with the name that it keeps from run to run."""
    place = entry.place
    return {
        "rule": entry.rule,
        "topic": entry.topic,
        "severity": entry.severity,
        "confidence": entry.confidence,
        "path": place.path,
        "message": entry.message,
        "match": place.match,
        "start": at(place.start),
        "end": at(place.end),
        "related": [_related(r) for r in entry.related],
        "fixes": [
            {
                "title": fix.title,
                "safety": fix.safety,
                "edits": [{"start": at(e.start), "end": at(e.end), "text": e.text} for e in fix.edits],
            }
            for fix in entry.fixes
        ],
        "fingerprint": fingerprint,
        **({"record": entry.record} if entry.record else {}),
    }


def _related(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "start": at(place.start),
        "end": at(place.end),
        "match": place.match,
        "label": place.label,
    }
