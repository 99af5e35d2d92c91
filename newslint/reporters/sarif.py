"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read.

GitHub takes 25,000 results and 10 MB (compressed) a file; nothing is cut off here to fit that.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from urllib.parse import quote

from newslint.base.showing import json_text
from newslint.base.text import Position
from newslint.base.typed import IO, Any
from newslint.base.version import __version__
from newslint.model.finding import Entry, LocatedEdit, LocatedFix, Place, Report
from newslint.reporters.base import HOME, CitedTexts, path_bytes, rule_link, shown_path, told, with_fingerprints

FOR = "GitHub code scanning, Azure DevOps, editors (SARIF 2.1.0)"

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}


def write(report: Report, stream: IO[str]) -> None:
    """Write one run: the tool with the rules that found something, then the results one by one."""
    rules = _rules(report)
    index = {rule["id"]: n for n, rule in enumerate(rules)}
    driver = {
        "name": "newslint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        # newslint counts columns in code points and takes a lone CR for the end of a line
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report)],
    }
    stream.write(f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{json_text(run)[:-1]}, "results": [')
    between, texts = "\n", CitedTexts(report.background())
    for entry, fingerprint in with_fingerprints(report.entries):
        stream.write(between + json_text(_result(entry, index[entry.rule], fingerprint, texts)))
        between = ",\n"
    stream.write("]}]}\n")


def _rules(report: Report) -> list[dict[str, Any]]:
    """The rules that found something, with their help, in the order of their names."""
    first: dict[str, Entry] = {}
    for entry in report.entries:
        first.setdefault(entry.rule, entry)
    background = report.background()
    found = []
    for name, entry in sorted(first.items()):
        about = background.rule(name, entry.place.path)
        link = rule_link(name, entry.topic) or (about.link if about else "")
        why = about.why if about else f"A rule of the topic {entry.topic}."
        finds = (about.finds if about else "") or why.split(". ")[0].rstrip(".")
        page = about.page if about else why
        rule = {
            "id": name,
            "name": name,
            "shortDescription": {"text": _plain(finds + ".")},
            "fullDescription": {"text": _plain(why[:1000])},
            "help": {"text": page, "markdown": _help(name, page, link)},
            "defaultConfiguration": {"level": about.severity if about else entry.severity},
            "properties": {
                "tags": [entry.topic],
                "precision": about.confidence if about else entry.confidence,
                "problem.severity": _PROBLEMS[about.severity if about else entry.severity],
            },
        }
        found.append({**rule, "helpUri": link} if link else rule)
    return found


def _help(name: str, page: str, link: str) -> str:
    """A rule's page as Markdown: its text as it is, since examples hold signs that Markdown would read as its own."""
    fence = "```"
    while fence in page:
        fence += "`"
    return f"{fence}text\n{page}\n{fence}\n" + (f"\n[More about {name}]({link})\n" if link else "")


def _plain(text: str) -> str:
    """A message as SARIF writes it, where square brackets before round ones would make a link."""
    return text.replace("[", "\\[") if "](" in text else text


def _invocation(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {"executionSuccessful": not report.failures}
    if report.failures:
        found["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": _plain(f"could not be checked: {failure.message}")},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.path)}}}],
            }
            for failure in report.failures
        ]
    return found


def _record(entry: Entry) -> dict[str, Any]:
    """The story in a file of several, as SARIF names parts of a file."""
    return {"logicalLocations": [{"name": f"record {entry.record}", "kind": "element"}]} if entry.record else {}


def _result(entry: Entry, index: int, fingerprint: str, texts: CitedTexts) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": entry.rule,
        "ruleIndex": index,
        "level": entry.severity,
        "message": {"text": _plain(told(entry))},
        "locations": [{**_location(entry.place), **_record(entry)}],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1", "newslint/v1": fingerprint},
        "properties": {"confidence": entry.confidence, "topic": entry.topic},
    }
    if entry.related:
        found["relatedLocations"] = [
            {"id": n, **_location(place), **({"message": {"text": _plain(place.label)}} if place.label else {})}
            for n, place in enumerate(entry.related)
        ]
    path = entry.place.path
    fixes = [_fix(path, fix, edits) for fix in entry.fixes if (edits := texts.edits_of(path, fix))]
    if fixes:
        found["fixes"] = fixes
    return found


def _location(place: Place) -> dict[str, Any]:
    region = {**_region(place.start, place.end), "snippet": {"text": place.match}}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": region}}


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(path: str, fix: LocatedFix, edits: Sequence[LocatedEdit]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}],
        "properties": {"safety": fix.safety},
    }


def _uri(path: str) -> str:
    shown = shown_path(path)
    written = quote(path_bytes(shown), safe="/:" if os.name == "nt" else "/")
    if os.path.isabs(shown):
        return f"file://{'' if written.startswith('/') else '/'}{written}"
    return written
