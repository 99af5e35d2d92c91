"""openapi.json (OpenAPI 3.1), written from the table of routes and their shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.base.schema import Record
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.server.routes import OPEN, Route
from newslint.server.shapes import REPLIES, Json

_TITLE = "newslint"
_ABOUT = (
    "A linter for news stories. Offsets count code points from 0, lines and columns count from 1. "
    "No request's text is kept. LanguageTool's interface is served below /v2."
)
# What each status means here, beside 200.
STATUSES: Mapping[int, str] = {
    400: "The request is wrong; the message names what.",
    401: "The token is missing or wrong.",
    403: "The request comes from another site, or is addressed to another host.",
    404: "There is no such route, rule or file.",
    405: "The route takes other methods.",
    408: "The request did not come in time.",
    413: "The text or the request is too large.",
    415: "The request is not JSON.",
    422: "There is no story in the text, or it took too long.",
    429: "Too many requests.",
    500: "newslint, a rule or a plugin fell over the text.",
    503: "Too much waits already, or the house's configuration is broken.",
}


def document(routes: Iterable[Route]) -> Json:
    """The whole document."""
    paths: dict[str, Json] = {}
    for route in routes:
        paths.setdefault(_plain(route.path), {})[route.method.lower()] = _operation(route)
    paths["/openapi.json"] = {
        "get": {
            "summary": "This document.",
            "operationId": "get_openapi",
            "security": [],
            "responses": _ok("OpenAPI"),
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": _TITLE, "version": __version__, "description": _ABOUT},
        "paths": paths,
        "components": {
            "schemas": dict(REPLIES),
            "responses": {
                f"Refused{status}": {
                    "description": said,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
                    **({"headers": _RETRY} if status in (429, 503) else {}),
                }
                for status, said in STATUSES.items()
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}, {}],
    }


_RETRY = {"Retry-After": {"description": "Seconds to wait before another try.", "schema": {"type": "integer"}}}


def _plain(path: str) -> str:
    return path.replace(":path}", "}")


def _operation(route: Route) -> Json:
    words = _plain(route.path).strip("/").replace("/", "_").replace("{", "").replace("}", "")
    found: Json = {
        "summary": route.summary,
        "operationId": f"{route.method.lower()}_{words}",
        "responses": {
            **_ok(route.gives),
            **{str(status): {"$ref": f"#/components/responses/Refused{status}"} for status in STATUSES},
        },
    }
    if route.path in OPEN:
        found["security"] = []
    if "{id" in route.path:
        found["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
    if route.method == "POST":
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _described(route.takes)}},
        }
    return found


def _described(shape: Record) -> Json:
    """A shape's schema with what each key is for."""
    found = shape.as_json_schema()
    for key, field in shape.fields.items():
        if field.help:
            found["properties"][key] = {**found["properties"][key], "description": field.help}
    return found


def _ok(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"200": {"description": "Done.", "content": {"application/json": {"schema": schema}}}}
