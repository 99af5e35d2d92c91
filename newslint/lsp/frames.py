"""Messages out of a stream of bytes: each behind a header that gives its length, whatever stands between them."""

from __future__ import annotations

import asyncio
import os
import re
import threading
from collections.abc import AsyncIterator, Callable

MOST = 256 * 1024 * 1024  # bytes of a message; a larger one is passed over
_HEADER = 64 * 1024  # bytes in which a header has to end
_PIECE = 1024 * 1024
_LENGTH = re.compile(rb"(?i)content-length:[ \t]*+(\d{1,15})[ \t]*+(?:\r\n|\Z)")
_CLEAN = re.compile(rb"(?:[\w-]++:[^\r\n]*+\r\n)++\r\n")

Refuse = Callable[[str], None]


def new_reader() -> asyncio.StreamReader:
    """A reader for `bodies`; to be made while a loop runs."""
    return asyncio.StreamReader(limit=_HEADER)


async def bodies(reader: asyncio.StreamReader, refuse: Refuse) -> AsyncIterator[bytes]:
    """The body of each message until the stream ends.

    What is no message is passed over up to the next header, and `refuse` is told of it once, in words.
    """
    lost = False
    while True:
        try:
            header = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return
        except asyncio.LimitOverrunError as error:
            await reader.readexactly(max(1, error.consumed))
            lost = _told(lost, refuse, "there is no header in the first 64 KB")
            continue
        lengths = _LENGTH.findall(header)
        if not lengths or not _CLEAN.fullmatch(header):
            lost = _told(lost, refuse, "a header has to give the length of its message: Content-Length: 123")
        if not lengths:
            continue
        length = int(lengths[-1])
        try:
            if length > MOST:
                refuse(f"a message of {length:,} bytes is more than newslint reads ({MOST >> 20} MB)")
                await _pass_over(reader, length)
            else:
                yield await reader.readexactly(length)
        except asyncio.IncompleteReadError:
            return
        lost = False


def _told(lost: bool, refuse: Refuse, why: str) -> bool:
    if not lost:
        refuse(f"this is no message of the language server protocol: {why}")
    return True


async def _pass_over(reader: asyncio.StreamReader, length: int) -> None:
    while length:
        length -= len(await reader.readexactly(min(length, _PIECE)))


def feed(reader: asyncio.StreamReader, file: int) -> None:
    """Read a file descriptor into a reader of the running loop, from a thread that holds up nobody's end."""
    loop = asyncio.get_running_loop()

    def run() -> None:
        while True:
            try:
                piece = os.read(file, 65_536)
            except OSError:
                piece = b""
            try:
                loop.call_soon_threadsafe(reader.feed_data if piece else _end, *((piece,) if piece else (reader,)))
            except RuntimeError:  # the loop has ended
                return
            if not piece:
                return

    threading.Thread(target=run, daemon=True, name="newslint-input").start()


def _end(reader: asyncio.StreamReader) -> None:
    reader.feed_eof()
