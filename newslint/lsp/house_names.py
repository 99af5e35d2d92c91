"""A name added to those of the house: to the file that `names:` gives, or to a new one."""

from __future__ import annotations

import json
import os
import re

from newslint.base import yamltext
from newslint.base.errors import ConfigError, NewslintError
from newslint.base.repository import leaves, repository_of
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.config.discovery import CONFIG_NAME, nearest
from newslint.config.layers import MOST_BYTES as MOST_OF_CONFIG
from newslint.lsp.house_files import FileChange, TextOf, check_inside, checked, newline_of, text_of, yaml_of
from newslint.model.finding import Edit
from newslint.words.name_files import MOST_BYTES

NEW_FILE = "newslint-names.yaml"
LONGEST = 60  # code points of a name
_HEAD = """\
# How this house writes names, beside those that newslint knows. One entry a name; `newslint schema names`
# prints every key of an entry and what it is for.
names:
"""
_PLAIN = re.compile(r"[^\W\d_](?:[\w’.-]*[\w’.])?(?: [^\W_](?:[\w’.-]*[\w’.])?)*")
_WORDS_OF_YAML = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def added(name: str, folder: str, config: str, open_text: TextOf) -> list[FileChange]:
    """What adds a name for stories in a folder; `config` is the configuration that was named, if one was.

    Raises NewslintError where the name stands there already or is none, or a file is not as it should be.
    """
    if not name.strip() or name != name.strip() or len(name) > LONGEST or showable(name) != name:
        raise NewslintError(f"this is no name: it needs 1 to {LONGEST} characters, all of which are seen")
    config = config or nearest(folder, CONFIG_NAME)
    if not config:
        config = os.path.join(repository_of(folder), CONFIG_NAME)
        return [*_new_names(name, config, open_text), _new_config(config)]
    check_inside(config)
    text = text_of(config, MOST_OF_CONFIG, open_text)
    files = _names_of(text, config)
    if files:
        return [_in_file(name, os.path.join(os.path.dirname(config), files[0]), config, open_text)]
    end = "" if not text or text.endswith(("\n", "\r")) else newline_of(text)
    entry = f"{end}names: {NEW_FILE}{newline_of(text)}"
    change = FileChange(config, text, Edit(Span(len(text), len(text)), entry))
    changed = checked(change, lambda now: now["names"] == NEW_FILE)
    return [*_new_names(name, config, open_text), changed]


def _new_config(path: str) -> FileChange:
    return FileChange(path, "", Edit(Span(0, 0), f"names: {NEW_FILE}\n"), new=True)


def _new_names(name: str, config: str, open_text: TextOf) -> list[FileChange]:
    """A file of names beside a configuration, made where there is none."""
    path = os.path.join(os.path.dirname(config), NEW_FILE)
    if os.path.lexists(path):
        return [_in_file(name, path, config, open_text)]
    return [FileChange(path, "", Edit(Span(0, 0), f"{_HEAD}  - name: {_scalar(name)}\n"), new=True)]


def _names_of(text: str, path: str) -> list[str]:
    """The files that a configuration names, as far as it can be read; raises ConfigError where it cannot."""
    data = yaml_of(text, path).data
    if data is not None and not isinstance(data, dict):
        raise ConfigError("this is no configuration: expected keys with values", path, 1, 1)
    given = (data or {}).get("names")
    if isinstance(given, str):
        return [given]
    if isinstance(given, list):
        return [each for each in given if isinstance(each, str)]
    if data and "names" in data:
        raise ConfigError("names: expected the name of a file", path, yaml_of(text, path).key("names").line)
    return []


def _in_file(name: str, path: str, config: str, open_text: TextOf) -> FileChange:
    """The edit that adds a name to a file of names; all else in it stays as it is."""
    if leaves(path, repository_of(os.path.dirname(config))):
        raise ConfigError("this file of names lies outside of the repository", path)
    text = text_of(path, MOST_BYTES, open_text)
    document = yaml_of(text, path)
    data = document.data if document.data is not None else {}
    names = data.get("names") if isinstance(data, dict) else ()
    if names is not None and not (isinstance(names, list) and all(isinstance(each, dict) for each in names)):
        raise ConfigError("this is no file of names", path, 1, 1, "expected `names:` with a list of entries")
    for n, entry in enumerate(names or ()):
        if name in (entry.get("name"), *_list(entry.get("also"))):
            line = document.mark("names", n).line
            raise ConfigError(f"“{name}” stands there already", path, line)
    edit = _entry(name, text, document, path) if names else _first(name, text, document)
    expected = [*(names or ()), {"name": name}]
    return checked(FileChange(path, text, edit), lambda now: now["names"] == expected)


def _entry(name: str, text: str, document: yamltext.Document, path: str) -> Edit:
    """The edit that puts an entry below the last one."""
    last, end = 0, 0
    for at, mark in document.marks.items():
        whole = text[mark.start : mark.end]
        if at[:1] == ("names",) and len(at) > 1 and isinstance(at[1], int) and at[-1] != yamltext.KEY:
            last = max(last, at[1])
            if not whole.endswith((" ", "\n", "\r")):  # not the end of a map over lines of its own
                end = max(end, mark.end)
    start = document.mark("names", last).start
    before = re.split(r"[\r\n]", text[:start])[-1]
    if before.strip() != "-":
        mark = document.mark("names", last)
        said = "newslint adds only to a list whose entries begin behind a dash, each on its line: `- name: …`"
        raise ConfigError(said, path, mark.line, mark.column)
    line_end = re.compile(r"[\r\n]|\Z").search(text, end)
    at_end = line_end.start() if line_end else len(text)
    return Edit(Span(at_end, at_end), f"{newline_of(text)}{before.partition('-')[0]}- name: {_scalar(name)}")


def _first(name: str, text: str, document: yamltext.Document) -> Edit:
    """The edit that makes the first entry of a file."""
    new = newline_of(text)
    entry = f"{new}  - name: {_scalar(name)}"
    if isinstance(document.data, dict) and "names" in document.data:
        key, value = document.key("names"), document.mark("names")
        colon = text.index(":", key.end) + 1
        return Edit(Span(colon, max(colon, value.end) if text[value.start : value.end].strip() else colon), entry)
    end = "" if not text or text.endswith(("\n", "\r")) else new
    return Edit(Span(len(text), len(text)), f"{end}names:{entry}{new}")


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _scalar(text: str) -> str:
    """A text as YAML writes it on one line."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
