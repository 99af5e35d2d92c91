"""Vocabularies: words that a house accepts, which no rule may be about, and words that it rejects."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from newslint.base.errors import NewslintError, RuleError, near_miss, together
from newslint.base.schema import Where, show
from newslint.base.text import UnreadableStory, read_text
from newslint.vale.extensions.base import fault_in

FOLDERS = (os.path.join("config", "vocabularies"), "Vocab")  # below the styles; the second is Vale 2's
_MOST_BYTES = 2 * 1024 * 1024


def read_vocabularies(names: Iterable[str], root: str, where: Where) -> tuple[list[str], list[str]]:
    """What vocabularies accept and reject, in order; raises NewslintError for all that is wrong with them."""
    accepted: dict[str, None] = {}
    rejected: dict[str, None] = {}
    faults: list[NewslintError] = []
    for n, name in enumerate(names):
        folder = next((path for each in FOLDERS if os.path.isdir(path := os.path.join(root, each, name))), "")
        if not folder or os.path.basename(name) != name or name in ("", ".", ".."):
            known = [entry for each in FOLDERS for entry in _listed(os.path.join(root, each))]
            said = f"there is no vocabulary {show(name)} below the styles"
            faults.append(where.at(n).wrong(said, near_miss(name, known)))
            continue
        both = {"accept.txt": accepted, "reject.txt": rejected}
        lists = {file: words for file, words in both.items() if os.path.lexists(os.path.join(folder, file))}
        if not lists:
            faults.append(where.at(n).wrong(f"the vocabulary {show(name)} has neither accept.txt nor reject.txt"))
        for file, words in lists.items():
            for entry in _entries(os.path.join(folder, file)):
                if isinstance(entry, NewslintError):
                    faults.append(entry)
                else:
                    words[entry] = None
    if faults:
        raise together(faults)
    return [*accepted], [*rejected]


def _listed(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _entries(path: str) -> Iterator[str | NewslintError]:
    """The entries of a list, a line each, or what is wrong with them; `#` begins a comment."""
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableStory as error:
        yield RuleError(f"the vocabulary cannot be read: {error}", path)
        return
    for n, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("# "):
            continue
        fault = fault_in(entry)
        hint = "an entry is a pattern: write \\ before a sign that stands for itself"
        yield RuleError(f"{show(entry)} cannot be used: {fault}", path, n, hint=hint) if fault else entry
