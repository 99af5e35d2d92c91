"""Vocabularies: words that a house accepts, which no rule may be about, and words that it rejects."""

from __future__ import annotations

import os
from collections.abc import Iterable

from newslint.base.errors import RuleError, near_miss
from newslint.base.schema import Where, show
from newslint.base.text import UnreadableStory, read_text

FOLDERS = (os.path.join("config", "vocabularies"), "Vocab")  # below the styles; the second is Vale 2's
_MOST_BYTES = 2 * 1024 * 1024


def read_vocabularies(names: Iterable[str], root: str, where: Where) -> tuple[list[str], list[str]]:
    """What vocabularies accept and reject, in order; raises NewslintError for one that is not there."""
    accepted: dict[str, None] = {}
    rejected: dict[str, None] = {}
    for n, name in enumerate(names):
        folder = next((path for each in FOLDERS if os.path.isdir(path := os.path.join(root, each, name))), "")
        if not folder or os.sep in name or name in ("", ".", ".."):
            known = [entry for each in FOLDERS for entry in _listed(os.path.join(root, each))]
            raise where.at(n).wrong(f"there is no vocabulary {show(name)} below the styles", near_miss(name, known))
        for file, words in (("accept.txt", accepted), ("reject.txt", rejected)):
            words.update(dict.fromkeys(_read(os.path.join(folder, file))))
    return [*accepted], [*rejected]


def _listed(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _read(path: str) -> list[str]:
    """The entries of a list: a line each; `#` begins a comment."""
    if not os.path.isfile(path):
        return []
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableStory as error:
        raise RuleError(f"the vocabulary cannot be read: {error}", path) from None
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("# ")]
