"""The JSON Schema of the report as JSON, and of each line of the report as JSON lines."""

from __future__ import annotations

from newslint.base.typed import Any
from newslint.model.finding import CONFIDENCES, SEVERITIES

Json = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_FROM_ONE: Json = {"type": "integer", "minimum": 1}


def report() -> Json:
    """The schema of schema 1: at its top of the whole report, under `definitions/line` of a line of JSON lines.

    Keys may be added to a report without a new number, so that none is refused for being unknown.
    """
    kept = {"findings": _list("finding"), "failures": _list("failure")}
    whole = _object({**_run(), **kept}, {"absent": _list("absent"), **_budgets()})
    definitions = {
        "position": _said(_position(), "A place in the story."),
        "place": _place(),
        "edit": _said(_object({"start": _ref("position"), "end": _ref("position"), "text": _TEXT}), "A replacement."),
        "fix": _fix(),
        "finding": _finding(),
        "failure": _said(_file(), "A file, or a story in it, that could not be checked, and why."),
        "absent": _said(_file(), "A file in which there is no story, and what is in it instead."),
        "budget": _budget(),
        "line": _line(),
    }
    return {
        "$schema": DRAFT,
        "title": "A report of newslint check --format json",
        **whole,
        "definitions": definitions,
    }


def _object(required: Json, others: Json | None = None) -> Json:
    return {"type": "object", "properties": {**required, **(others or {})}, "required": list(required)}


def _said(schema: Json, description: str) -> Json:
    return {"description": description, **schema}


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _list(name: str) -> Json:
    return {"type": "array", "items": _ref(name)}


def _run() -> Json:
    tool = _object({"name": {"const": "newslint"}, "version": _TEXT})
    return {"schema": {"const": 1}, "tool": tool, "stories": _said(_COUNT, "How many stories were checked.")}


def _position() -> Json:
    return _object({
        "offset": _said(_COUNT, "Code points before it in the story's text."),
        "line": _said(_FROM_ONE, "LF, CRLF and CR each end a line."),
        "column": _said(_FROM_ONE, "In code points."),
    })  # fmt: skip


def _place() -> Json:
    return _said(
        _object({"path": _TEXT, "start": _ref("position"), "end": _ref("position"), "match": _TEXT, "label": _TEXT}),
        "Another place that a finding is about.",
    )


def _fix() -> Json:
    safety = _said({"enum": ["safe", "offer"]}, "`newslint fix` makes safe ones unasked.")
    return _said(_object({"title": _TEXT, "safety": safety, "edits": _list("edit")}), "A proposed change.")


def _finding() -> Json:
    return _object(
        {
            "rule": _TEXT,
            "topic": _TEXT,
            "severity": {"enum": list(SEVERITIES)},
            "confidence": {"enum": list(CONFIDENCES)},
            "path": _said(_TEXT, "The story, as the command line leads to it."),
            "message": _TEXT,
            "match": _said(_TEXT, "The words that it is about."),
            "start": _ref("position"),
            "end": _said(_ref("position"), "The place after the last."),
            "related": _list("place"),
            "fixes": _list("fix"),
            "fingerprint": _said(_TEXT, "A name that lasts while its words, and those beside them, stay."),
        },
        {"record": _said(_TEXT, "The story in a file of several: its number, and its id where it has one.")},
    )


def _file() -> Json:
    return _object({"path": _TEXT, "message": _TEXT})


def _budgets() -> Json:
    said = "What `budgets:` and `--max-findings` let pass, where anything was counted against them."
    return {"budgets": _said(_list("budget"), said)}


def _budget() -> Json:
    counted = {
        "name": _said(_TEXT, "A rule or topic; --max-findings for what all may come to."),
        "found": _said(_COUNT, "How many findings would fail the run."),
        "allowed": _COUNT,
    }
    return _object(counted, {"config": _said(_TEXT, "The newslint.yaml that sets it.")})


def _line() -> Json:
    counts = {"findings": _said(_COUNT, "How many lines of findings follow."), "failures": _COUNT}
    run = _object(_run(), {**counts, **_budgets()})
    branches: list[Json] = []
    for name, shape in (("run", run), ("finding", _ref("finding")), ("failure", _ref("failure"))):
        typed = {"properties": {"type": {"const": name}}, "required": ["type"]}
        branches.append({"allOf": [typed, shape]})
    return _said({"oneOf": branches}, "A line of --format jsonl: first `run`, then each finding and each failure.")
