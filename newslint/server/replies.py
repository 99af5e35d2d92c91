"""What goes back to a client: JSON, files, and a mistake as every route tells it."""

from __future__ import annotations

import json
import os

from starlette.responses import Response

from newslint.base.errors import NewslintError
from newslint.base.typed import Any
from newslint.service.limits import NoStoryThere, TookTooLong, TooLarge

UNASKED = {"x-content-type-options": "nosniff", "cache-control": "no-store"}  # on every reply


class Refused(Exception):
    """A request that is not answered: a status of HTTP, and why, in an editor's words."""

    def __init__(self, status: int, message: str, hint: str = "", *, path: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.status, self.message, self.hint = status, message, hint
        self.path, self.line = path, line
        self.headers: dict[str, str] = {}


class Busy(Refused):
    """Too much waits already; `seconds` are what it is worth waiting before another try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(503, "newslint has more to check than it can: try again", f"in {seconds} s")
        self.headers = {"retry-after": str(seconds)}


def refusal(error: NewslintError, root: str = "") -> Refused:
    """A mistake of a client, or of the house's configuration, as it is told to a client.

    Paths are told from the folder that is served: what lies above it is nobody's business.
    """
    path = error.path
    if root and os.path.isabs(path):
        path = os.path.relpath(path, root)
        path = "" if path.startswith(os.pardir) else path.replace(os.sep, "/")
    return Refused(_status(error), error.message, error.hint, path=path, line=error.line)


def _status(error: NewslintError) -> int:
    if isinstance(error, TooLarge):
        return 413
    if isinstance(error, (NoStoryThere, TookTooLong)):
        return 422
    if error.__cause__ is not None:  # newslint, a rule or a plugin fell over it
        return 500
    return 503 if error.path.endswith((".yaml", ".yml")) else 400


def as_json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Data as JSON, in ASCII: no reader can misread it."""
    text = json.dumps(data, separators=(",", ":"))
    return Response(text.encode(), status, {**UNASKED, **(headers or {})}, "application/json")


def as_text(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Plain text."""
    return Response(text.encode("utf-8", "replace"), status, {**UNASKED, **(headers or {})}, "text/plain")


def told(refused: Refused) -> Response:
    """A mistake as newslint's own routes tell it."""
    said: dict[str, Any] = {"message": refused.message}
    more = (("hint", refused.hint), ("path", refused.path), ("line", refused.line))
    said.update((key, value) for key, value in more if value)
    return as_json({"error": said}, refused.status, refused.headers)


def told_to_languagetool(refused: Refused) -> Response:
    """A mistake as LanguageTool tells it: a line of plain text."""
    said = f"Error: {refused.message}" + (f" ({refused.hint})" if refused.hint else "")
    return as_text(said, refused.status, refused.headers)
