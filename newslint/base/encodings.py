"""What the bytes of a text show of its encoding, where nothing says it: words that would be none, damaged UTF-8."""

from __future__ import annotations

import codecs
import re

_HIGH = bytes(range(128, 256))
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_LEAST_FOREIGN = 30  # bytes
_SHARE_BROKEN = 10  # bytes beyond ASCII for each that is damaged; what is no UTF-8 has fewer
_SAMPLE = 500_000  # bytes from the first such run on; they show what the rest is
_SHOWN = 30  # code points
_WORD = re.compile(r"[^\x00-\x7f]{3,40}")


def no_western(data: bytes) -> str:
    """Why words in another script (Cyrillic, Chinese) cannot be read as Windows-1252; nothing where they may be that.

    In the languages that are written so letters beyond ASCII seldom come by threes; elsewhere nearly all do.
    """
    first = _HIGH_RUN.search(data)
    part = data[: first.start() + _SAMPLE] if first else b""
    within = sum(len(run) for run in _HIGH_RUN.findall(part) if len(set(run)) > 2)
    if within < _LEAST_FOREIGN or 2 * within < _beyond_ascii(part):
        return ""
    if damage := damage_of(data):
        return damage
    shown = " ".join(_WORD.findall(data.decode("cp1252", "replace"))[:2])[:_SHOWN]
    return (
        f"it is neither in UTF-8 nor in Windows-1252, as which its words would be “{shown}”: save it as UTF-8, or "
        "have it name its encoding, if it is a page or XML"
    )


def damage_of(data: bytes) -> str:
    """Where UTF-8 is damaged; nothing where it is whole, or so little of it is that it is something else."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _SHARE_BROKEN * data.decode("utf-8", "replace").count("\ufffd") < _beyond_ascii(data):
            return f"it is UTF-8 text, but byte {error.start:,} is damaged"
    return ""


def first_odd(data: bytes) -> int:
    """The first byte that stands for nothing in Windows-1252."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, _HIGH))


_DECLARED = re.compile(
    rb"""\A\s*<\?xml[^<>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']|<meta\s[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_NAMED = re.compile(_DECLARED.pattern.decode("ascii"), re.IGNORECASE)
_HEAD = 2048  # bytes in which an encoding is declared
_TEXTS = frozenset(("utf-8", "iso8859", "cp", "mac", "koi8", "shift", "euc", "gb", "big5", "johab", "tis"))


def declared_in(data: bytes) -> str:
    """The encoding that markup says it is written in, where Python knows it as one of plain texts."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return ""
    return "cp1252" if name == "iso8859-1" else name if name.startswith(tuple(_TEXTS)) else ""  # as browsers take it


def named_in(text: str) -> str:
    """The encoding in which others read a page or XML that names one; nothing where none is named, or UTF.

    A page that names ISO 8859-1 or ASCII is read in Windows-1252 by browsers; XML is not.
    """
    head = text[:_HEAD]
    found = _NAMED.search(head) if head.lstrip().startswith("<") else None
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1] or found[2]).name
    except LookupError:
        return "ascii"
    if found[2] and name in ("iso8859-1", "ascii"):
        return "cp1252"
    return "" if name.startswith("utf") else name
