"""The table of newslint's own routes: the server answers by it, and openapi.json is written from it."""

from __future__ import annotations

from collections.abc import Callable

from newslint.base.record import NamedTuple
from newslint.base.schema import Record
from newslint.base.typed import Any, Literal
from newslint.server import own, shapes
from newslint.server.serving import Serving


class Route(NamedTuple):
    """A method and a path, what it is for, what it takes and what it gives, and where its work is done.

    What looks at a text or a configuration waits for its `turn`; what waits for a disk is done by a `thread`.
    """

    method: str
    path: str
    summary: str
    answer: Callable[[Serving, dict[str, Any]], Any]
    takes: Record
    gives: str
    where: Literal["turn", "thread"] = "turn"
    times: int = 1  # as long as a check it may take


ROUTES = (
    Route("POST", "/check", "Check a story.", own.check, shapes.CHECK, "Checked"),
    Route("POST", "/fix", "Make fixes in a story.", own.fix, shapes.FIX, "Changed", times=4),
    Route(
        "POST",
        "/ignore",
        "Write into a story that findings are right.",
        own.ignore,
        shapes.IGNORE,
        "Changed",
        times=2,
    ),
    Route("POST", "/show", "Show how a story is read.", own.show, shapes.CHECK, "Shown"),
    Route("GET", "/rules", "List the rules.", own.rules, shapes.NONE, "Rules"),
    Route("POST", "/rules", "List the rules as they are for a path and a style.", own.rules, shapes.CHOOSE, "Rules"),
    Route("GET", "/rules/{id:path}", "Tell all there is to know of a rule.", own.rule, shapes.NONE, "RulePage"),
    Route("GET", "/styles", "List house styles and axes of style.", own.styles, shapes.NONE, "Styles"),
    Route("POST", "/decisions", "Keep an editor's decision.", own.decide, shapes.DECIDE, "Decided", "thread"),
    Route("GET", "/decisions", "Count decisions by rule.", own.decisions, shapes.NONE, "Decisions", "thread"),
    Route("GET", "/healthz", "Tell whether the server answers.", own.health, shapes.NONE, "Health", "thread"),
)
OPEN = frozenset(("/healthz", "/openapi.json"))  # what needs no token
