"""A baseline that git merged line by line: what such a merge leaves (lines twice, ends twice, no comma) is put right.

Where two branches change neighbouring lines git asks a person, unless `.gitattributes` says `merge=union`: then it
keeps the lines of both. All that a baseline needs to bear for that is here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.base.repository import repository_of
from newslint.base.text import UnreadableStory, read_text

_HEAD = '{"schema": 1, "findings": ['
_FEET = ("null]}", "]}")
_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_ATTRIBUTES = ".gitattributes"
_MOST_BYTES = 1024 * 1024


def put_right(lines: Sequence[str], *, both: bool = False) -> str:
    """The lines of a baseline as newslint lays it out; "" where one is none of newslint's, or it is cut short.

    With `both` the marks of a merge that git left to a person are taken for what they part: the entries of both sides
    stay, in whichever order they come.
    """
    there = list(_without_marks(lines) if both else lines)
    told = [line for line in map(str.strip, there) if line]
    if not told or told[0] != _HEAD or told[-1] not in _FEET:
        return ""
    entries: dict[str, None] = {}
    for line in told:
        entry = line.rstrip(",")
        if entry.startswith('{"path": "') and entry.endswith("}"):
            entries[f"{entry},\n"] = None
        elif line != _HEAD and line not in _FEET:
            return ""
    return f"{_HEAD}\n{''.join(entries)}null]}}\n"


def first_mark(lines: Sequence[str]) -> int:
    """The number of the first line (from 1) that git leaves where it could not merge; 0 where there is none."""
    return next((number for number, line in enumerate(lines, 1) if line.startswith((_OURS, _THEIRS, _END))), 0)


def _without_marks(lines: Sequence[str]) -> Iterator[str]:
    """The lines of both sides of a merge; those of the version before it, which some settings show, are left out."""
    before = False
    for line in lines:
        if line.startswith(_BASE):
            before = True
        elif line.startswith(_THEIRS):
            before = False
        elif not (before or line.startswith((_OURS, _END))):
            yield line


def advice(file: str) -> str:
    """What to tell of a baseline that git is not told how to merge; "" where it is, or where there is no git."""
    folder = os.path.dirname(os.path.abspath(file))
    top = repository_of(folder)
    if not os.path.lexists(os.path.join(top, ".git")):
        return ""
    name = os.path.basename(file)
    here = os.path.realpath(folder)
    while True:
        if _names(os.path.join(here, _ATTRIBUTES), name):
            return ""
        if here in (top, os.path.dirname(here)):
            break
        here = os.path.dirname(here)
    where = os.path.relpath(os.path.join(top, _ATTRIBUTES))
    return f"so that branches which change it merge by themselves, put this line into {where}: {name} merge=union"


def _names(file: str, name: str) -> bool:
    """Whether a file of attributes says how a baseline is merged."""
    try:
        lines = read_text(file, _MOST_BYTES).split("\n")
    except UnreadableStory:
        return False
    return any(name in line and "merge" in line and not line.lstrip().startswith("#") for line in lines)
