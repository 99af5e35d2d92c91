"""The process that listens: uvicorn, with limits for who says nothing, says it slowly or comes in crowds."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.typed import Any

_MOST_CONNECTIONS = 1000
_IDLE_SECONDS = 20.0  # in which the head of a request must have come
_LOOKS = 5.0  # seconds between two looks at who says nothing
_BACKLOG = 2048
_EVERYWHERE = ("0.0.0.0", "::")
_THEN = "  open it in a browser for the desk; Ctrl-C ends the server"


class Server(uvicorn.Server):
    """Lets go of those who connect and say nothing."""

    async def main_loop(self) -> None:
        """Answer until the process is told to end."""
        sweep = asyncio.ensure_future(self._sweep())
        try:
            await super().main_loop()
        finally:
            sweep.cancel()

    async def _sweep(self) -> None:
        """Close connections on which for a while no request has begun, or none has been ended by its client."""
        seen: dict[Any, tuple[Any, float]] = {}
        now = asyncio.get_running_loop().time
        while True:
            idle = {each: cycle for each, cycle in self._cycles() if cycle is None or cycle.response_complete}
            seen = {c: seen[c] if c in seen and seen[c][0] is cycle else (cycle, now()) for c, cycle in idle.items()}
            for connection, (_, since) in seen.items():
                if now() - since > 2 * _IDLE_SECONDS:  # it does not even take what it asked for
                    connection.transport.abort()
                elif now() - since > _IDLE_SECONDS:
                    connection.transport.close()
            await asyncio.sleep(_LOOKS)

    def _cycles(self) -> Iterator[tuple[Any, Any]]:
        """Each connection with the request on it, answered or not; None where there has been none."""
        for connection in self.server_state.connections:
            yield connection, getattr(connection, "cycle", None)


def listen(app: ASGIApp, host: str, port: int) -> None:
    """Serve until the process is told to end; raises NewslintError where it cannot listen there."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="critical",
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=True,
        proxy_headers=False,
        limit_concurrency=_MOST_CONNECTIONS,
        backlog=_BACKLOG,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64 * 1024,
    )
    with _bound(host, port) as listener:
        gc.freeze()  # rules and words stay: nobody need look through them for cycles again
        print(f"newslint listens on {_address(listener)}\n{_THEN}", flush=True)
        Server(config).run(sockets=[listener])


def _bound(host: str, port: int) -> socket.socket:
    """What listens there; who connects waits until it is answered. Raises NewslintError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        said = f"cannot listen on {showable(host)}, port {port}: {getattr(error, 'strerror', None) or error}"
        raise NewslintError(said, hint="name another one with --port or --host") from None


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    if host in _EVERYWHERE:  # no address that somebody could be given
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
