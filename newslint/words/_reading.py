"""The files of words below this folder: read, checked against what each may hold, and kept in the cache.

A language is a folder, a family of tables a file in it. All are kept together, so that a start reads one file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newslint.base import cache
from newslint.base.environment import files_below
from newslint.base.errors import RuleError, near_miss
from newslint.base.version import __version__

FOLDER = os.path.dirname(__file__)
FIRST = ("en", "de", "fr", "es")  # where languages have the same word, the earlier one counts; others follow by name

Tables = Mapping[str, Any]  # a file's tables: a text each, or texts by key
Forms = Mapping[str, str]  # what form each table of a file has

PAIRS = "Pairs"  # the form of a table with keys


def languages(folder: str = FOLDER) -> list[str]:
    """The languages that have a folder."""
    return in_order([entry.name for entry in os.scandir(folder) if "_" not in entry.name and entry.is_dir()])


def in_order(found: Iterable[str]) -> list[str]:
    """Languages in the order in which they count."""
    return sorted(found, key=lambda each: (FIRST.index(each) if each in FIRST else len(FIRST), each))


def read(families: Callable[[], Mapping[str, Forms]], folder: str = FOLDER) -> dict[str, dict[str, Tables]]:
    """The tables of each language by family; raises RuleError with file, line and column."""
    key = cache.key_of("words", __version__, *files_below(folder))
    kept = cache.load(key)
    if isinstance(kept, dict):
        return kept
    made: dict[str, dict[str, Tables]] = {}
    for language in languages(folder):
        inside = os.path.join(folder, language)
        made[language] = {
            name[:-5]: _checked(os.path.join(inside, name), families())
            for name in sorted(os.listdir(inside))
            if name.endswith(".yaml")
        }
    cache.save(key, made)
    return made


def _checked(file: str, families: Mapping[str, Forms]) -> Tables:
    """A file's tables; raises RuleError for what none of its family is or for what has another form."""
    from newslint.base.schema import MapOf, Record, Text, Where, parsed

    family = os.path.basename(file)[:-5]
    if family not in families:
        raise RuleError(f"no family of words is named “{family}”", file, hint=near_miss(family, families))
    try:
        with open(file, encoding="utf-8") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"the file of words cannot be read: {error}", file) from None
    words = Text(expected="words as running text")
    shapes = {table: MapOf(Text()) if form == PAIRS else words for table, form in families[family].items()}
    found = parsed(text, file, RuleError)
    if len(found) != 1:
        raise RuleError("expected one document with tables", file)
    data = found[0].data
    for table in data if isinstance(data, dict) else ():
        if isinstance(data[table], dict):  # a key with nothing behind it has no more to say
            data[table] = {key: "" if value is None else value for key, value in data[table].items()}
    accepted: dict[str, Any] = Record(shapes).accept(data, Where(file, found[0], RuleError))
    for table, value in accepted.items():
        if isinstance(value, str):
            accepted[table] = _plain(value)
        else:
            accepted[table] = {key: _plain(text) for key, text in value.items()}
    return accepted


def _plain(text: str) -> str:
    """A text with single blanks, round each bar that parts it too, so that it is parted fast."""
    return " | ".join([" ".join(phrase.split()) for phrase in phrases(text)])


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, in order: `|` parts them."""
    return tuple([phrase.strip() for phrase in text.split("|") if phrase.strip()])
