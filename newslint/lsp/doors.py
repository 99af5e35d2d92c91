"""Where a client comes in: standard input and output, or a port of this machine."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import BinaryIO

from newslint.base.errors import NewslintError
from newslint.base.showing import whole
from newslint.base.typed import Any
from newslint.lsp.features import made
from newslint.lsp.frames import bodies, feed, new_reader
from newslint.lsp.protocol import Protocol

HOST = "127.0.0.1"


class _Output:
    """Writes whole messages to a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self._stream.flush()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.close()


def serve_standard_streams() -> int:
    """Serve the client at standard input and output until it ends. Return the exit code."""
    _be_silent()
    if sys.stdin is None:
        raise NewslintError("there is no standard input, by which a client would speak: it was closed")
    if sys.stdin.isatty():
        print("newslint: this is for editors' programs, which start it themselves (Ctrl+D ends it)", file=sys.stderr)
    with _own_output() as stream:
        file = sys.stdin.fileno()

        async def run() -> None:
            server = made()
            server.protocol.set_writer(_Output(stream))
            reader = new_reader()
            feed(reader, file)
            await _serve(server.protocol, reader)

        return _ended(run)


def serve_port(port: int) -> int:
    """Serve one client that connects to a port of this machine (0: any that is free). Return the exit code."""
    _be_silent()

    async def run() -> None:
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        met = False

        async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal met
            if met:
                writer.close()
                return
            met = True
            server = made()
            server.protocol.set_writer(writer)
            try:
                await _serve(server.protocol, reader)
            except BaseException as error:
                ended.set_exception(_Exit(error.code) if isinstance(error, SystemExit) else error)
            else:
                ended.set_result(None)

        try:
            listening = await asyncio.start_server(meet, HOST, port, limit=1 << 16)
        except OSError as error:
            raise NewslintError(f"port {port} cannot be listened to: {error.strerror}") from None
        async with listening:
            print(
                f"newslint: listening on {HOST}:{listening.sockets[0].getsockname()[1]}", file=sys.stderr, flush=True
            )
            await ended

    return _ended(run)


class _Exit(Exception):
    """The client asked to end, with this code."""


async def _serve(protocol: Protocol, reader: asyncio.StreamReader) -> None:
    """Handle message after message."""

    def refuse(why: str) -> None:
        protocol.refuse_frame(why)

    async for body in bodies(reader, refuse):
        protocol.take(body)
        await asyncio.sleep(0)  # what else is due


def _ended(run: Callable[[], Coroutine[Any, Any, None]]) -> int:
    try:
        asyncio.run(run())
    except SystemExit as stop:
        return int(stop.code or 0)
    except _Exit as stop:
        return int(stop.args[0] or 0)
    except (BrokenPipeError, ConnectionError):
        return 1
    return 1  # the stream ended, and nobody had asked to


@contextlib.contextmanager
def _own_output() -> Iterator[BinaryIO]:
    """Standard output for the protocol alone: whatever else is written there goes to standard error."""
    before = whole(sys.stdout)
    before.flush()
    own = os.dup(before.fileno())
    os.dup2(whole(sys.stderr).fileno(), before.fileno())
    screen, sys.stdout = sys.stdout, sys.stderr
    stream = open(own, "wb", closefd=True)  # noqa: SIM115 - closed below, or by who ends
    try:
        yield stream
    finally:
        sys.stdout = screen
        with contextlib.suppress(OSError):
            stream.close()


def _be_silent() -> None:
    """Keep pygls from writing of what it is sent into the editor's log."""
    if not os.environ.get("NEWSLINT_DEBUG"):
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
