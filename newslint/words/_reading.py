"""The files of words below this folder, read and checked against what each may hold; needed when one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from newslint.base.errors import RuleError, near_miss
from newslint.base.schema import MapOf, Record, Text, Where, parsed
from newslint.base.typed import Any

Tables = dict[str, Any]  # a file's tables: a text each, or texts by key
Forms = Mapping[str, str]  # what form each table of a file has

PAIRS = "Pairs"  # the form of a table with keys


def read(folder: str, languages: Iterable[str], families: Mapping[str, Forms]) -> dict[str, dict[str, Tables]]:
    """The tables of each language by family; raises RuleError with file, line and column."""
    return {language: dict(_files(os.path.join(folder, language), families)) for language in languages}


def _files(folder: str, families: Mapping[str, Forms]) -> Iterable[tuple[str, Tables]]:
    """Each file of a language's folder: its family, and its tables."""
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            file, family = os.path.join(folder, name), name[:-5]
            if family not in families:
                raise RuleError(f"no family of words is named “{family}”", file, hint=near_miss(family, families))
            yield family, _checked(file, families[family])


def _checked(file: str, forms: Forms) -> Tables:
    """A file's tables; raises RuleError for what none of its family is or for what has another form."""
    try:
        with open(file, encoding="utf-8") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"the file of words cannot be read: {error}", file) from None
    found = parsed(text, file, RuleError)
    if len(found) != 1:
        raise RuleError("expected one document with tables", file)
    data = found[0].data
    for table in data if isinstance(data, dict) else ():
        if isinstance(data[table], dict):  # a key with nothing behind it has no more to say
            data[table] = {key: "" if value is None else value for key, value in data[table].items()}
    words = Text(expected="words as running text")
    shape = Record({table: MapOf(Text()) if form == PAIRS else words for table, form in forms.items()})
    accepted: Tables = shape.accept(data, Where(file, found[0], RuleError))
    return {
        table.replace("-", "_"): _plain(value)
        if isinstance(value, str)
        else {key: _plain(text) for key, text in value.items()}
        for table, value in accepted.items()
    }


def _plain(text: str) -> str:
    """A text with single blanks, round each bar that parts it too, so that it is parted fast."""
    return " | ".join([" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip()])
