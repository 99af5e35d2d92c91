"""Where the files of Vale's styles lie, and which of them the answers of a configuration's rules rest on.

This is asked in every run, also where all answers are known: nothing that runs rules is imported for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from newslint.base.environment import HERE
from newslint.base.errors import NewslintError, RuleError
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any

BUILT_IN = "Vale"  # the style that is no folder: one of this name is not read, as in Vale
VOCABULARIES = (os.path.join("config", "vocabularies"), "Vocab")  # below the styles; the second is Vale 2's
DICTIONARIES = os.path.join("config", "dictionaries")
IGNORED = os.path.join("config", "ignore")  # lists of words that spelling rules leave alone
VARIABLE = "DICPATH"  # of the environment: where the machine's own dictionaries lie
MOST_BYTES = 2 * 1024 * 1024  # of a rule file


def rule_files(folder: str) -> list[str]:
    """The files of a style, in order; none where there is no such folder."""
    if not os.path.isdir(folder):
        return []
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".yml")]


def places(name: str, styles: str, folder: str, below: str) -> Iterator[str]:
    """Where something may be that a rule names: beside the configuration, below the styles, in a folder of these.

    An absolute path is the same everywhere.
    """
    for start in dict.fromkeys((folder, styles, *([os.path.join(styles, below)] if below else []))):
        yield os.path.join(start, name)


def files_of(value: Any, folder: str) -> Iterator[str]:
    """What a value of `vale:` names: styles and vocabularies, and what their spelling rules go by."""
    if not isinstance(value, Mapping) or not isinstance(value.get("styles-path"), str):
        return
    if "\0" in value["styles-path"]:
        return
    root = os.path.join(folder, value["styles-path"])
    for name in _folders(value.get("vocab")):
        yield from filter(os.path.isdir, (os.path.join(root, each, name) for each in VOCABULARIES))
    for name in _folders(value.get("based-on")):
        if name == BUILT_IN:
            yield from _of_every_speller(root)
        elif os.path.isdir(style := os.path.join(root, name)):
            yield style
            yield from _of_spellers(style, root, folder)


def _of_spellers(style: str, root: str, folder: str) -> Iterator[str]:
    """What the answers of a style's spelling rules rest on besides the style."""
    for path in rule_files(style):
        try:
            text = read_text(path, MOST_BYTES)
            if "spelling" not in text:
                continue
            from newslint.base.schema import documents  # here: few rules are of spelling

            data = documents(text, path, RuleError)[0].data
        except (UnreadableStory, NewslintError, IndexError):
            continue  # whoever reads it next says why
        if isinstance(data, Mapping) and data.get("extends") == "spelling":
            yield from _of_speller(data, root, folder)


def _of_speller(data: Mapping[str, Any], styles: str, folder: str) -> Iterator[str]:
    """The files that a rule may go by, those included that are not there."""
    for key, below in (("ignore", IGNORED), ("aff", DICTIONARIES), ("dic", DICTIONARIES)):
        for name in _texts(data.get(key)):
            yield from places(name, styles, folder, below)
    folders = [place for name in _texts(data.get("dicpath")) for place in places(name, styles, folder, "")]
    for start in filter(None, (*folders, os.environ.get(VARIABLE))):
        for name in _texts(data.get("dictionaries")):
            yield from (os.path.join(start, f"{name}.{ending}") for ending in ("aff", "dic"))
    yield from _of_every_speller(styles)


def _of_every_speller(styles: str) -> Iterator[str]:
    """The folders of dictionaries and lists, and spylls' own dictionary."""
    from newslint.vale.dictionaries import default_pair

    yield os.path.join(styles, DICTIONARIES)
    yield os.path.join(styles, IGNORED)
    try:
        yield from default_pair()
    except ImportError:
        yield os.path.join(HERE, "vale", "dictionaries.py")  # an answer without it is not one with it


def _folders(value: Any) -> list[str]:
    """The names in a value that may be those of folders."""
    return [n for n in _texts(value) if n not in ("", ".", "..") and os.path.basename(n) == n and "\0" not in n]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
