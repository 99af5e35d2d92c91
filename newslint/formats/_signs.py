"""Words as XML writes them, sign by sign, so that a change leaves all signs beside it as they were."""

from __future__ import annotations

import re

_SIGN = re.compile(rb"&[^;<&]*;|\r\n|[\x00-\x7f]|[\xc0-\xf7][\x80-\xbf]+")
_SPACE = re.compile(rb"[ \t\r\n]+|&#(?:x0*(?:20|9|a|d)|0*(?:32|9|10|13));", re.IGNORECASE)


def escaped(text: str) -> bytes:
    """Text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def signs_of(raw: bytes, text: str, *, kept: bool) -> list[bytes]:
    """How each sign of a text is written in the content it was read from; spaces at its ends count where `kept`."""
    signs = _SIGN.findall(raw) if b"<" not in raw else []
    if not kept:
        first, last = 0, len(signs)
        while first < last and _SPACE.fullmatch(signs[first]):
            first += 1
        while last > first and _SPACE.fullmatch(signs[last - 1]):
            last -= 1
        signs = signs[first:last]
    return signs if len(signs) == len(text) else [escaped(sign) for sign in text]
