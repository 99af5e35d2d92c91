"""`newslint lsp`: a language server, to which editors' programs speak."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError, missing

_ARGUMENTS = (
    Argument("--stdio", "speak by standard input and output (as it does without --port)"),
    Argument("--port", "wait for one client at this port of 127.0.0.1 instead", value="N", default=None, read=int),
)
_MOST = 65_535


def lsp(given: Given) -> int:
    """Serve one editor until it ends. Return the exit code."""
    if given.port is not None and given.stdio:
        raise NewslintError("--stdio or --port: a client comes in by one of them")
    if given.port is not None and not 0 <= given.port <= _MOST:
        raise NewslintError(f"a port is a number from 0 to {_MOST:,}")
    try:
        from newslint.lsp.doors import serve_port, serve_standard_streams
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs", "attr"):
            raise
        raise missing("the language server needs pygls, which is not installed", "lsp") from None
    return serve_standard_streams() if given.port is None else serve_port(given.port)


COMMAND = Command("serve editors that speak the language server protocol", _ARGUMENTS, lsp, place=15)
