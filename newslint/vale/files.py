"""The folders that rules of Vale's styles rest on, told without reading a file: the start of a command needs them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from newslint.base.typed import Any

_CONFIG = "config"  # below the styles: vocabularies, dictionaries, lists of words to ignore
_VOCAB = "Vocab"  # the vocabularies of Vale 2


def files_of(value: Any, folder: str) -> Iterator[str]:
    """The folders of the styles and vocabularies that a value of `vale:` names; the value may be anything."""
    if not isinstance(value, Mapping) or not isinstance(value.get("styles-path"), str):
        return
    root = os.path.join(folder, value["styles-path"])
    vocab = [os.path.join(_VOCAB, name) for name in _names(value.get("vocab"))]
    for name in (*_names(value.get("based-on")), _CONFIG, *vocab):
        path = os.path.join(root, name)
        if "\0" not in path and os.path.isdir(path):
            yield path


def _names(value: Any) -> list[str]:
    """The names in a value that may be those of folders below the styles."""
    listed = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    return [
        name
        for name in listed
        if isinstance(name, str) and name not in ("", ".", "..") and os.path.basename(name) == name
    ]
