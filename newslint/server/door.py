"""Who is let in: hosts, sites, tokens and kinds of requests, looked at before a request's body is read."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newslint.base.record import NamedTuple
from newslint.server.bodies import too_large
from newslint.server.replies import UNASKED, Refused, told, told_to_languagetool
from newslint.server.routes import OPEN

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
LANGUAGETOOL = "/v2/"
# LanguageTool's routes where a client leaves out their first part (Superdesk does).
_SHORT = frozenset(("/languages", "/info", "/maxtextlength"))
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_ANYBODY = {"access-control-allow-origin": "*"}
_PREFLIGHT = {
    **_ANYBODY,
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Authorization, Content-Type",
    "access-control-max-age": "86400",
}


class Admission(NamedTuple):
    """What the door goes by: `hosts` that a request may be addressed to (none: any), the token, the largest body."""

    hosts: tuple[str, ...] = ()
    token: str = ""
    most_bytes: int = 0


def loopback_hosts(host: str) -> tuple[str, ...]:
    """The names under which a server on loopback may be called: no site that points its own name there is heard."""
    return tuple(dict.fromkeys((*_LOOPBACK, f"[{host}]" if ":" in host else host)))


class Door:
    """Stands before an application."""

    def __init__(self, app: ASGIApp, admission: Admission) -> None:
        self._app = app
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or tell why not."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # a websocket is closed
        headers = Headers(scope=scope)
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        path = _whole_path(scope, kind)
        open_to_all = path.startswith(LANGUAGETOOL)
        try:
            self._admit(scope, headers, kind)
        except Refused as refused:
            response = (told_to_languagetool if open_to_all else told)(refused)
            if open_to_all and refused.status != 403:
                response.headers.update(_ANYBODY)
            await response(scope, receive, send)
            return
        if not open_to_all:
            await self._app(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await _answered(send, _PREFLIGHT)
        else:
            await self._app(scope, receive, _shared(send))

    def _admit(self, scope: Scope, headers: Headers, kind: str) -> None:
        """Raise Refused for a request that is not let in."""
        admission, path = self._admission, scope["path"]
        host = headers.get("host", "")
        if admission.hosts and _name(host) not in admission.hosts:
            raise Refused(403, "this server is not called so", f"its names are {', '.join(admission.hosts)}")
        length = headers.get("content-length", "0")
        if not length.isdigit() or len(length) > 15 or int(length) > admission.most_bytes:
            raise too_large(admission.most_bytes)
        if path.startswith(LANGUAGETOOL):
            return  # who checks by it may send the token in the form
        if scope["method"] == "POST":
            _own_post(headers, kind, host)
        if admission.token and not _is_open(path) and not is_token(bearer(headers), admission.token):
            refused = Refused(401, "the token is missing or wrong", "send “Authorization: Bearer TOKEN”")
            refused.headers = {"www-authenticate": "Bearer"}
            raise refused


def _own_post(headers: Headers, kind: str, host: str) -> None:
    """Raise Refused for what another site's page could make a browser send."""
    origin = headers.get("origin", "")
    if origin and origin.partition("://")[2] != host:
        raise Refused(403, "this request comes from another site's page")
    if kind != _JSON:
        raise Refused(415, "the request is not JSON", "send “Content-Type: application/json”")


def bearer(headers: Headers) -> str:
    """The token of a request's head."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    # a head is read as Latin-1, and a token is sent in UTF-8
    return token.strip().encode("latin-1").decode("utf-8", "replace") if scheme.lower() == "bearer" else ""


def is_token(given: str, token: str) -> bool:
    """Whether a token is the right one, in a time that does not tell how much of it is."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode("utf-8", "surrogateescape"))


def _is_open(path: str) -> bool:
    """Whether what lies there is no secret: the page, which asks for the token itself."""
    return path == "/" or path in OPEN or path.startswith("/desk/")


def _name(host: str) -> str:
    """A host without its port."""
    host = host.strip().lower()
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]


def _whole_path(scope: Scope, kind: str) -> str:
    """Put LanguageTool's routes where they belong: a form that is sent to /check is meant for it."""
    path: str = scope["path"]
    asks = path == "/check" and (kind == _FORM or scope["method"] in ("GET", "HEAD", "OPTIONS"))
    if path in _SHORT or asks:
        path = scope["path"] = f"/v2{path}"
    return path


def _shared(send: Send) -> Send:
    """Let pages of any site read a reply."""

    async def shared(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_ANYBODY)
        await send(message)

    return shared


async def _answered(send: Send, headers: dict[str, str]) -> None:
    """A reply without a body."""
    await send({"type": "http.response.start", "status": 204, "headers": [*_encoded(headers), *_encoded(UNASKED)]})
    await send({"type": "http.response.body", "body": b""})


def _encoded(headers: dict[str, str]) -> Iterable[tuple[bytes, bytes]]:
    return ((name.encode(), value.encode()) for name, value in headers.items())
