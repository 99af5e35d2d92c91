"""Files of a house that an editor is asked to change: their texts as they are open there, and the edits."""

from __future__ import annotations

import os
from collections.abc import Callable

from newslint.base import yamltext
from newslint.base.errors import ConfigError, NewslintError
from newslint.base.record import NamedTuple
from newslint.base.repository import leaves, repository_of
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any
from newslint.model.finding import Edit

TextOf = Callable[[str], str | None]  # the text of a file that is open in the editor


class FileChange(NamedTuple):
    """A file, its text, and an edit of it; `new` says that it is yet to be made."""

    path: str
    text: str
    edit: Edit
    new: bool = False


def text_of(path: str, most: int, open_text: TextOf) -> str:
    """The text of a file as it is open in the editor, or else as it lies on disk, its line ends as they are."""
    found = open_text(path)
    if found is not None:
        return found
    try:
        return read_bytes(path, most).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NewslintError("it is not UTF-8 text", path) from None
    except UnreadableStory as error:
        raise NewslintError(str(error), path) from None


def check_inside(path: str) -> None:
    """Raise ConfigError for a file that is a link out of its repository: a stranger may have set it."""
    if leaves(path, repository_of(os.path.dirname(path))):
        raise ConfigError("this is a link to a file outside of the repository: change that one by hand", path)


def checked(change: FileChange, holds: Callable[[Any], object], line: int = 1) -> FileChange:
    """A change of a YAML file after which it says what it should; raises ConfigError where it would not.

    YAML can be written in more ways than an edit can be fitted into.
    """
    span = change.edit.span
    text = change.text[: span.start] + change.edit.text + change.text[span.end :]
    try:
        good = holds(yamltext.load(text).data)
    except (yamltext.YamlError, AttributeError, KeyError, TypeError):
        good = False
    if not good:
        said = "newslint does not know how to add to YAML that is written like this: please do it by hand"
        raise ConfigError(said, change.path, line)
    return change


def yaml_of(text: str, path: str) -> yamltext.Document:
    """A text as YAML; raises ConfigError where it is none."""
    try:
        return yamltext.load(text)
    except yamltext.YamlError as error:
        raise ConfigError(error.message, path, error.line, error.column) from None


def newline_of(text: str) -> str:
    """How lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"
