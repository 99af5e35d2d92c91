"""The bytes of a mail as text: which encoding they are read in, so that what is found has its place in the file."""

from __future__ import annotations

import codecs
import re

from newslint.base.encodings import no_western
from newslint.base.text import MAX_BYTES, Source, UnreadableStory, decode, western

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MOST_NAMED = 50  # parts asked for their encoding
_TEXTS = (
    "utf", "ascii", "iso8859", "iso2022", "cp", "mac", "koi8", "shift", "euc", "gb", "big5", "johab", "tis", "hz",
)  # fmt: skip
DEFAULT = "cp1252"  # what mail says to be in ISO 8859-1 or ASCII, or nothing of, is written in


def codec_of(charset: str) -> str:
    """The name by which Python knows an encoding of texts; the usual one where it does not."""
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return "utf-8" if not charset.strip() else DEFAULT
    if name in ("iso8859-1", "ascii") or not name.startswith(_TEXTS):
        return DEFAULT
    return name


def open_mail(data: bytes, path: str) -> Source:
    """A mail as text: UTF-8, or the encoding that all its parts name, or one sign a byte.

    Raises UnreadableStory for what is no text.
    """
    if len(data) > MAX_BYTES or b"\0" in data or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data, path)
    if data.lstrip()[:1] in (b"<", b"{", b""):
        raise UnreadableStory("it does not begin with headers as mail does (From:, Subject:)")
    names = {codec_of(found.decode("ascii", "replace")) for found in _CHARSET.findall(data)[:_MOST_NAMED]}
    for name in ("utf-8", *(names if len(names) == 1 else ())):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text.encode(name) == data:
            return western(Source(path, text, name, data=data))
    if names <= {"utf-8", DEFAULT} and (why := no_western(data)):
        raise UnreadableStory(why)
    return Source(path, data.decode("latin-1"), "latin-1", data=data)
