"""`newslint serve`: check stories for others over HTTP, and the desk."""

from __future__ import annotations

import os

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError, missing
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN

if TYPE_CHECKING:
    from newslint.server.serving import Serving

TOKEN = "NEWSLINT_TOKEN"
_FOLDER = Argument(
    "folder", "the folder whose newslint.yaml holds (default: .)", value="PATH", default=".", number="?"
)
_ARGUMENTS = (
    _FOLDER,
    Argument("--port", "the port to listen on; 0 is for any that is free", value="N", default=8081, read=int),
    Argument("--host", "the address to listen on (default: this machine alone)", value="HOST", default="127.0.0.1"),
    Argument("--token", f"answer only who sends this token (or set {TOKEN})", value="TOKEN"),
    Argument("--no-token", "answer everybody, although other machines can reach it"),
    Argument("--max-size", "the longest text, in characters", value="N", default=200_000, read=int),
    Argument("--seconds", "the processor time a story may take", value="N", default=0.0, read=float),
    Argument("--decisions", "keep editors' decisions in this file", value="FILE"),
)


def serve(given: Given) -> int:
    """Answer until the process is told to end. Return the exit code."""
    if not os.path.isdir(given.folder):
        raise NewslintError("there is no such folder", given.folder)
    token = given.token or os.environ.get(TOKEN, "")
    local = _is_loopback(given.host)
    if not (local or token or given.no_token):
        hint = f"set {TOKEN}, or give --no-token if everybody who reaches it may use it"
        raise NewslintError(f"other machines can reach {given.host}: a token is needed", hint=hint)
    if given.max_size < 1 or not given.seconds >= 0:
        raise NewslintError("--max-size and --seconds take numbers above 0")
    try:
        from newslint.server.app import application
        from newslint.server.door import loopback_hosts
        from newslint.server.listening import listen
        from newslint.server.serving import warm
    except ModuleNotFoundError as error:
        raise missing(f"the server and the desk need {error.name}, which is not installed", "server") from None
    here = _serving(given, "" if given.no_token else token)
    warm(here)
    if given.seconds:
        from newslint.base.time_limit import VARIABLE

        os.environ[VARIABLE] = str(given.seconds)
    listen(application(here, loopback_hosts(given.host) if local else ()), given.host, given.port)
    return CLEAN


def _serving(given: Given, token: str) -> Serving:
    """The server that was asked for, warm."""
    from newslint.config.settings import Settings
    from newslint.server.decisions import Decisions
    from newslint.server.serving import serving
    from newslint.service.service import Service

    settings = Settings(formats=given.format_of, outside=given.allow_outside)
    service = Service(settings, given.config, root=given.folder, most=given.max_size)
    kept = Decisions(given.decisions) if given.decisions else None
    return serving(given.folder, service, most=given.max_size, token=token, decisions=kept)


def _is_loopback(host: str) -> bool:
    import ipaddress

    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


COMMAND = Command("check stories for others over HTTP, with the desk", _ARGUMENTS, serve, place=8)
