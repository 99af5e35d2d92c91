"""What a client sends, read with limits of size and time, and taken apart."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.types import Receive

from newslint.base.errors import NewslintError
from newslint.base.schema import Record, Where
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.server.replies import Refused, refusal

SECONDS = 15.0  # in which a whole body must have come
BYTES_A_SIGN = 12  # that a code point may take at most: two escapes of JSON, or four bytes in a form
BESIDE = 64 * 1024  # bytes of a body beside its text
_MOST_FIELDS = 200  # of a form


async def whole(request: Request, most: int, seconds: float = SECONDS) -> bytes:
    """The body; raises Refused for one of more than `most` bytes, for one that comes too slowly or not at all."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > most:
        raise too_large(most)
    try:
        async with asyncio.timeout(seconds):
            return await _read(request.receive, most)
    except TimeoutError:
        raise Refused(408, f"the request did not come within {seconds:g} s") from None


async def _read(receive: Receive, most: int) -> bytes:
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "the request broke off")
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            raise too_large(most)
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def too_large(most: int) -> Refused:
    """The refusal of a body of more than `most` bytes."""
    return Refused(413, f"the request is too large: at most {most:,} bytes are read", "send one story at a time")


def form(data: bytes | str) -> dict[str, str]:
    """The fields of a form (of those given twice the last); raises Refused where it is none in UTF-8."""
    try:
        text = data if isinstance(data, str) else data.decode()
        return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))
    except UnicodeDecodeError:
        raise Refused(400, "the form is not in UTF-8") from None
    except ValueError:
        raise Refused(400, f"the form has more than {_MOST_FIELDS} fields") from None


def loaded(data: bytes | str, what: str = "the request") -> Any:
    """JSON as data; raises Refused for what is none, is not in UTF-8 or is nested too deep."""
    try:
        return json.loads(data if isinstance(data, str) else data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(400, f"{what} is not in UTF-8: byte {error.start + 1}") from None
    except RecursionError:
        raise Refused(400, f"{what} is nested too deep") from None
    except json.JSONDecodeError as error:
        raise Refused(400, f"{what} is not JSON: {error.msg}", line=error.lineno) from None
    except ValueError:  # a number of thousands of digits
        raise Refused(400, f"{what} holds a number that is too long") from None


def asked(data: Any, shape: Record) -> dict[str, Any]:
    """A request's keys, each in its shape; raises Refused that names the first mistake."""
    try:
        found: dict[str, Any] = shape.accept(data, Where("", Document({}, {}), NewslintError, ("the request",)))
    except NewslintError as error:
        raise refusal(error) from None
    return found


def checked(text: str) -> str:
    """A text that is one; raises Refused for halves of surrogate pairs, which no encoding has."""
    if not text.isascii():
        try:
            text.encode("utf-16-le")
        except UnicodeEncodeError as error:
            raise Refused(400, f"the text holds half a character at {error.start:,}: send it whole") from None
    return text
