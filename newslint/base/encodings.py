"""What the bytes of a text show of its encoding, where nothing says it: words that would be none, damaged UTF-8."""

from __future__ import annotations

import re

JAPANESE_SHIFTS = (b"\x1b$B", b"\x1b$@")  # from Latin letters to Japanese ones
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
