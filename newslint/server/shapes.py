"""What newslint's own routes take (shapes that refuse what they do not know) and give (JSON Schema)."""

from __future__ import annotations

from newslint.base.errors import NewslintError
from newslint.base.schema import Flag, ListOf, MapOf, Record, Shape, Text, Where
from newslint.base.typed import Any
from newslint.model.finding import CONFIDENCES, SEVERITIES

DECISIONS = ("accepted", "rejected", "ignored")
Json = dict[str, Any]


class _Many(ListOf):
    """A list in JSON: what helps who writes YAML is not said."""

    def refuse(self, value: Any, where: Where, hint: str = "") -> NewslintError:
        """The error for a value that is no list."""
        return super().refuse(value, where)


class _Short(Text):
    """A text that is kept or looked up: no longer than `most` code points."""

    def __init__(self, most: int, choices: tuple[str, ...] = ()) -> None:
        super().__init__(choices)
        self.most = most

    def accept(self, value: Any, where: Where) -> str:
        said = super().accept(value, where)
        if len(said) > self.most:
            raise where.wrong(f"{where.name}: at most {self.most:,} characters are taken")
        return said

    def as_json_schema(self) -> Json:
        """A string with its greatest length."""
        return {**super().as_json_schema(), "maxLength": self.most}


_NAMES = _Many(_Short(200))
_CHOICES: dict[str, Shape] = {
    "path": _Short(1000).described("Where the text is taken to stand, from the folder that is served; never opened."),
    "style": _Short(200).described("A house style, over what newslint.yaml says."),
    "axes": MapOf(_Short(200)).described("Single axes of style with their values."),
    "select": _NAMES.described("The only rules or topics to run."),
    "ignore": _NAMES.described("Rules or topics to leave out."),
    "min_confidence": Text(CONFIDENCES).described(
        "Leave out findings that are less sure (default: newslint.yaml's)."
    ),
}
_TEXT: dict[str, Shape] = {
    "text": Text().described("The story."),
    "format": _Short(200).described("The story format; without one the ending of the path tells, else it is plain."),
    **_CHOICES,
}
_FINGERPRINTS = _Many(_Short(200)).described("The findings that are meant.")

NONE = Record({})
CHOOSE = Record(_CHOICES)
CHECK = Record(_TEXT, ("text",))
FIX = Record(
    {
        **_TEXT,
        "offers": Flag().described("Make all fixes that are proposed, not only the safe ones."),
        "fingerprints": _FINGERPRINTS.described("Make the first fix of each of these findings, and no other."),
    },
    ("text",),
)
IGNORE = Record(
    {
        **_TEXT,
        "fingerprints": _FINGERPRINTS,
        "reason": _Short(1000).described("Why they are right as they stand; it is written beside the request."),
    },
    ("text", "fingerprints", "reason"),
)
DECIDE = Record(
    {
        "fingerprint": _Short(64).described("The finding, as /check names it."),
        "rule": _Short(200).described("Its rule."),
        "decision": Text(DECISIONS),
        "why": _Short(500).described("The editor's reason."),
        "confidence": Text(CONFIDENCES).described("How sure the finding was."),
        "by": _Short(100).described("Who decided."),
        "path": _Short(1000).described("The story's path; it is not kept."),
    },
    ("fingerprint", "rule", "decision"),
)


def _object(required: Json, **optional: Json) -> Json:
    properties = {**required, **optional}
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


_STRING: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_NUMBER: Json = {"type": "number"}
_OPEN: Json = {"type": "object"}
_EDIT = {"start": _ref("Position"), "end": _ref("Position"), "text": _STRING}
_FAILURE = _object({"message": _STRING}, path=_STRING)
_CONFIDENCE: Json = {"enum": list(CONFIDENCES)}

REPLIES: dict[str, Json] = {
    "Position": _object({"offset": _COUNT, "line": {**_COUNT, "minimum": 1}, "column": {**_COUNT, "minimum": 1}}),
    "Edit": _object(_EDIT),
    "Fix": _object({"title": _STRING, "safety": {"enum": ["safe", "offer"]}, "edits": _list(_ref("Edit"))}),
    "Place": _object({
        "path": _STRING, "start": _ref("Position"), "end": _ref("Position"), "match": _STRING, "label": _STRING,
    }),
    "Finding": _object({
        "rule": _STRING, "topic": _STRING, "severity": {"enum": list(SEVERITIES)}, "confidence": _CONFIDENCE,
        "path": _STRING, "message": _STRING, "match": _STRING,
        "start": _ref("Position"), "end": _ref("Position"),
        "related": _list(_ref("Place")), "fixes": _list(_ref("Fix")), "fingerprint": _STRING,
    }, record=_STRING),
    "Checked": _object({
        "schema": {"const": 1}, "stories": _COUNT, "findings": _list(_ref("Finding")),
        "failures": _list(_FAILURE), "known": _COUNT,
    }),
    "Changed": _object({
        "text": _STRING, "edits": _list(_ref("Edit")),
        "made": {"type": "object", "additionalProperties": _COUNT}, "left": _list(_STRING),
    }),
    "Shown": _object({"schema": {"const": 1}, "stories": _list(_OPEN), "failures": _list(_FAILURE)}),
    "Rule": _object({
        "id": _STRING, "topic": _STRING, "severity": {"enum": list(SEVERITIES)}, "confidence": _CONFIDENCE,
        "finds": _STRING, "why": _STRING, "on": {"type": "boolean"},
    }),
    "Rules": _list(_ref("Rule")),
    "RulePage": {
        **_object({"id": _STRING, "topic": _STRING, "on": {"type": "boolean"}, "page": _STRING}),
        "additionalProperties": True,
    },
    "Styles": _object({
        "styles": _list(_object({"name": _STRING, "axes": {"type": "object", "additionalProperties": _STRING}})),
        "axes": _list(_object({"axis": _STRING, "rule": _STRING, "values": _list(_STRING)})),
    }),
    "Decided": _object({"kept": {"const": True}}),
    "Decisions": _object({
        "rules": _list(_object({
            "rule": _STRING, "accepted": _COUNT, "rejected": _COUNT, "ignored": _COUNT,
            "rate": _NUMBER, "lower": _NUMBER, "upper": _NUMBER, "switch_off": {"type": "boolean"},
        })),
    }),
    "Health": _object({"status": {"const": "ok"}, "version": _STRING, "decisions": {"type": "boolean"}}),
    "OpenAPI": _OPEN,
    "Error": _object({
        "error": _object({"message": _STRING}, hint=_STRING, path=_STRING, line={**_COUNT, "minimum": 1}),
    }),
}  # fmt: skip
