"""The codes at the end of a file that `newslint learn` wrote, by which it sees what a person has deleted since."""

from __future__ import annotations

import re
from binascii import b2a_base64, crc32
from collections.abc import Iterable

_MARK = "# (which {what} newslint wrote here: it sees by them what you delete. Leave these lines as they are.)"
_A_LINE = 18  # codes


def code_of(name: str) -> str:
    """A few letters that stand for a name or a word."""
    return b2a_base64(crc32(name.encode()).to_bytes(4, "big"), newline=False)[:5].decode()


def code_lines(codes: Iterable[str], what: str) -> list[str]:
    """The comment that says which names or words were written."""
    found = sorted(set(codes))
    lines = [f"#= {' '.join(found[n : n + _A_LINE])}" for n in range(0, len(found), _A_LINE)]
    return [_MARK.replace("{what}", what), *lines]


def parted(text: str, what: str) -> tuple[str, set[str]]:
    """A file's text without the codes of what newslint wrote, and those codes."""
    mark = re.escape(_MARK.replace("{what}", what))
    codes = re.search(rf"(?:\r?\n)?{mark}\r?\n(?:#=[^\r\n]*(?:\r?\n|$))*", text)
    known: set[str] = set()
    if codes:
        known.update(*(line[2:].split() for line in codes[0].split("\n") if line.startswith("#=")))
        text = text[: codes.start()] + "\n" + text[codes.end() :]
    return text.rstrip("\n") + "\n", known
