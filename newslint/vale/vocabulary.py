"""Vocabularies: words that a house accepts, which no rule may be about, and words that it rejects."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from newslint.base.errors import NewslintError, RuleError, near_miss, together
from newslint.base.lazy import pattern
from newslint.base.schema import Where, show
from newslint.base.text import UnreadableStory, read_text
from newslint.matcher.heads import Source
from newslint.vale.dotnet import NotTaken, written
from newslint.vale.extensions.base import compiled_by_hand
from newslint.vale.style_files import VOCABULARIES

_FILES = ("accept.txt", "reject.txt")
_MOST_BYTES = 2 * 1024 * 1024
_PLAIN = pattern(r"[\w \-'’&/]+")  # an entry that is a pattern of itself alone


def read_vocabularies(names: Iterable[str], root: str, where: Where) -> tuple[list[str], list[str]]:
    """What vocabularies accept and reject, in order; raises NewslintError for one that is not there.

    Entries that are no patterns are told of together, each with its file and line.
    """
    found: dict[str, dict[str, None]] = {file: {} for file in _FILES}
    faults: list[NewslintError] = []
    for n, name in enumerate(names):
        lists = [*_lists(_folder(name, root, where.at(n)))]
        if not lists:
            faults.append(where.at(n).wrong(f"the vocabulary {show(name)} has neither accept.txt nor reject.txt"))
        for path in lists:
            found[os.path.basename(path)].update(dict.fromkeys(_read(path, faults)))
    if faults:
        raise together(faults)
    accepted, rejected = found.values()
    return [*accepted], [*rejected]


def is_pattern(entry: str) -> bool:
    """Whether an entry can be looked for."""
    return not _fault(entry)


def _folder(name: str, root: str, where: Where) -> str:
    found = next((path for each in VOCABULARIES if os.path.isdir(path := os.path.join(root, each, name))), "")
    if not found or os.sep in name or name in ("", ".", ".."):
        known = {entry for each in VOCABULARIES for entry in _listed(os.path.join(root, each))}
        raise where.wrong(f"there is no vocabulary {show(name)} below the styles", near_miss(name, known))
    return found


def _listed(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _lists(folder: str) -> Iterator[str]:
    """The lists in a vocabulary's folder and in folders below it."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(parent, file) for file in _FILES if file in names)


def _read(path: str, faults: list[NewslintError]) -> list[str]:
    """The entries of a list: a line each. A remark begins with `#` and a space; `#hashtag` is an entry."""
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableStory as error:
        raise RuleError(f"the vocabulary cannot be read: {error}", path) from None
    entries = []
    for n, line in enumerate(text.split("\n"), 1):
        entry = line.strip()
        if not entry or entry.startswith("# "):
            continue
        if said := _fault(entry):
            column = len(line) - len(line.lstrip()) + 1
            hint = "an entry is a pattern: write a backslash before a sign that stands for itself, as in C\\+\\+"
            faults.append(RuleError(f"the entry {show(entry)} cannot be used: {said}", path, n, column, hint))
        entries.append(entry)
    return entries


def _fault(entry: str) -> str:
    """Why an entry is no pattern; nothing where it is one."""
    if _PLAIN.fullmatch(entry):
        return ""
    try:
        compiled_by_hand(Source(*written(entry)))
    except (NotTaken, re.error, RecursionError, OverflowError) as error:
        return str(error)
    return ""
