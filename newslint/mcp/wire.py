"""The protocol over standard input and output: a message a line, and an answer to every line that is none.

The SDK's own transport passes over a line that is no message, so that whoever sent it waits for ever, reads bytes
that are no UTF-8 as if they were, and cannot be stopped while it waits for a line. Its server and its messages are
used as they are.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import anyio
import mcp_types as types
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.server.lowlevel import Server
from mcp.shared.message import SessionMessage
from pydantic import ValidationError

from newslint.base.errors import NewslintError

MOST_BYTES = 64 * 1024 * 1024  # of a line; a longer one is passed over unread
_PIECE = 1 << 16
_TOO_LONG = b""  # stands for such a line: an empty one is not told

_Incoming = SessionMessage | Exception


def serve(server: Server[Any]) -> None:
    """Serve one client over standard input and output until it closes its end."""
    with _own_streams() as (reading, writing):
        anyio.run(talk, server, reading, writing)


@contextmanager
def _own_streams() -> Iterator[tuple[int, int]]:
    """The descriptors of standard input and output, kept from everybody else.

    What a plugin prints meanwhile goes to standard error, and what it would read is empty.
    """
    try:
        reading, writing = sys.stdin.fileno(), sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        raise NewslintError("an assistant speaks over standard input and output, and one of them is closed") from None
    own = os.dup(reading), os.dup(writing)
    sys.stdout.flush()
    nothing = os.open(os.devnull, os.O_RDONLY)
    try:
        os.dup2(nothing, reading)
        os.dup2(sys.stderr.fileno(), writing)
        yield own
    finally:
        with suppress(OSError, ValueError):
            sys.stdout.flush()  # before it is the protocol's again
        os.dup2(own[0], reading)
        os.dup2(own[1], writing)
        os.close(nothing)
        os.close(own[1])  # not own[0]: a thread may still wait for a line from it


async def talk(server: Server[Any], reading: int, writing: int) -> None:
    """Serve one client over two descriptors until it closes its end."""
    to_server, incoming = anyio.create_memory_object_stream[_Incoming](0)
    outgoing, to_client = anyio.create_memory_object_stream[SessionMessage](0)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_write, to_client, writing, tasks.cancel_scope.cancel)
        _start_reading(reading, to_server, outgoing.clone())
        await server.run(incoming, outgoing, server.create_initialization_options())
        tasks.cancel_scope.cancel()


async def _write(messages: MemoryObjectReceiveStream[SessionMessage], writing: int, gone: Callable[[], None]) -> None:
    """Write each message as a line, in one go: a client that reads slowly holds up its own answers alone."""
    async with messages:
        async for each in messages:
            line = each.message.model_dump_json(by_alias=True, exclude_unset=True) + "\n"
            left = memoryview(line.encode())
            try:
                while left:
                    left = left[os.write(writing, left) :]
            except OSError:  # nobody reads any more
                gone()
                return


def _start_reading(
    reading: int,
    to_server: MemoryObjectSendStream[_Incoming],
    to_client: MemoryObjectSendStream[SessionMessage],
) -> None:
    """Read lines in a thread of its own, which the end of the process does not wait for."""
    loop = asyncio.get_running_loop()

    async def pass_on(message: types.JSONRPCMessage, refused: bool) -> None:
        await (to_client if refused else to_server).send(SessionMessage(message))

    def read() -> None:
        # The session may end at any moment; then nobody wants what is read.
        with suppress(OSError, RuntimeError, anyio.BrokenResourceError, anyio.ClosedResourceError):
            for line in lines(reading):
                message = understood(line)
                refused = isinstance(message, types.JSONRPCError)
                asyncio.run_coroutine_threadsafe(pass_on(message, refused), loop).result()
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(to_server.close)
            loop.call_soon_threadsafe(to_client.close)

    threading.Thread(target=read, daemon=True).start()


def lines(reading: int) -> Iterator[bytes]:
    """The lines that are not blank, without their ends; an empty one for each that is longer than MOST_BYTES.

    They are read without Python's buffers, whose locks a thread may not hold when the process ends.
    """
    parts: list[bytes] = []
    size = 0
    while piece := os.read(reading, _PIECE):
        *ended, rest = piece.split(b"\n")
        for each in ended:
            size += len(each)
            if size > MOST_BYTES:
                yield _TOO_LONG
            elif (line := b"".join((*parts, each))).strip():
                yield line
            parts, size = [], 0
        size += len(rest)
        if size > MOST_BYTES:
            parts = []
        else:
            parts.append(rest)
    if size > MOST_BYTES:
        yield _TOO_LONG
    elif (line := b"".join(parts)).strip():
        yield line


def understood(line: bytes) -> types.JSONRPCMessage:
    """A line as a message; as an error to send back where it is none, under the id of the request if it has one."""
    if line == _TOO_LONG:
        return _error(None, types.INVALID_REQUEST, f"a message of more than {MOST_BYTES >> 20} MB was not read")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        said = f"this message is not UTF-8: byte {error.start:,} is damaged"
        return _error(_id_in(line.decode("utf-8", "replace")), types.PARSE_ERROR, said)
    try:
        message = types.jsonrpc_message_adapter.validate_json(text, by_name=False)
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            why = error.errors(include_url=False, include_input=False)[0]["msg"].removeprefix("Invalid JSON: ")
            return _error(_id_in(text), types.PARSE_ERROR, f"this message is not JSON: {why}")
        return _error(_id_in(text), types.INVALID_REQUEST, "this is JSON, but no message of JSON-RPC 2.0")
    if isinstance(message, types.JSONRPCNotification) and '"id"' in text and _has_id(text):
        return _error(None, types.INVALID_REQUEST, "“id” has to be a whole number or a text")
    return message


def _id_in(text: str) -> int | str | None:
    """The id that a broken message has all the same; Python's JSON takes more than the protocol's."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found = held.get("id") if isinstance(held, dict) else None
    return found if isinstance(found, int | str) and not isinstance(found, bool) else None


def _has_id(text: str) -> bool:
    """Whether a message that was read as a notification would be a request, had it an id as the protocol has it."""
    try:
        return "id" in json.loads(text)
    except (ValueError, RecursionError):  # Python reads no number of 5,000 digits
        return True


def _error(id: int | str | None, code: int, said: str) -> types.JSONRPCError:
    return types.JSONRPCError(jsonrpc="2.0", id=id, error=types.ErrorData(code=code, message=said))
