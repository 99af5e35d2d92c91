"""What the answers of a run rest on: newslint's code and rules, the plugins, the configuration, the arguments.

As long as none of it changes, what was found in an unchanged story holds; this is told here without loading
a rule.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping

from newslint.base import cache
from newslint.base.environment import chosen, code_state
from newslint.base.errors import ConfigError, NewslintError
from newslint.base.globs import BadPattern
from newslint.base.repository import LeadsOutside, head_of, leaves, repository_of
from newslint.base.schema import Where, documents
from newslint.base.text import UnreadableStory, read_bytes, read_text
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.config.discovery import rule_files

MOST_BYTES = 1024 * 1024  # of each of these files; a larger one is refused by whoever reads it
_MOST_FILES = 10_000  # below a folder
_MOST_OF_SOURCES = 16 * MOST_BYTES  # the same for what a rule source names: dictionaries are large
_DEEPEST = 20  # configurations that extend one another


class Fingerprints:
    """A fingerprint for every configuration, under the arguments of one run."""

    def __init__(self, arguments: tuple[object, ...], *, outside: bool = False) -> None:
        self._outside = outside
        self._arguments = repr(arguments)
        self._code = ""
        self._known: dict[str, str] = {}

    def of(self, config: str) -> str:
        """What changes whenever an answer under a configuration (by its file; "" for none) might."""
        if config not in self._known:
            self._code = self._code or code_state()
            inputs = [f"{name}\n{content}" for name, content in _behind(config, self._outside)]
            self._known[config] = cache.key_of(__version__, self._code, self._arguments, config, *inputs)
        return self._known[config]


def files_behind(config: str, *, outside: bool = False) -> list[str]:
    """The files that answers under a configuration rest on: itself, what it extends, its names, words and rules.

    The folders of its rules are among them. What lies `outside` of its repository is left out unless asked for.
    Where a plugin that is asked for such files breaks, those before are all: a check says why.
    """
    found: list[str] = []
    with contextlib.suppress(NewslintError):
        found += (name for name, _ in _behind(config, outside))
    return found


def _behind(config: str, outside: bool) -> Iterator[tuple[str, str]]:
    if config:
        yield from _inputs(config, (), "" if outside else repository_of(os.path.dirname(config)))


def _inputs(config: str, seen: tuple[str, ...], home: str) -> Iterator[tuple[str, str]]:
    """The names and contents of a configuration, of what it extends, and of its files of names, words and rules."""
    if len(seen) > _DEEPEST:
        return
    try:
        text = read_text(config, MOST_BYTES)
    except UnreadableStory:
        return  # whoever reads it next says why
    yield config, text
    try:
        found = documents(text, config, ConfigError)
    except NewslintError:
        return
    data = found[0].data if found and isinstance(found[0].data, dict) else {}
    folder = os.path.dirname(config)
    for name in _texts(data.get("extends")):
        path = os.path.normpath(os.path.join(folder, name))
        if path not in (*seen, config) and not (home and leaves(path, home)):
            yield from _inputs(path, (*seen, config), home)
    for name in _texts(data.get("names")):
        yield from _contents(os.path.join(folder, name), home)
    if "words" in data:
        from newslint.words.word_files import is_file  # here, because few houses list words

        for name in filter(is_file, _texts(data["words"])):
            yield from _contents(os.path.join(folder, name), home)
    yield from _rules(folder, _texts(data.get("rule-files")), home)
    for path in _of_sources(data, folder, Where(config, found[0], ConfigError)) if data else ():
        yield from _contents(path, "", _MOST_OF_SOURCES)


def _of_sources(data: Mapping[str, Any], folder: str, where: Where) -> Iterator[str]:
    """The files and folders that rules rest on which keys of a configuration ask for: Vale's, and those of plugins.

    No plugin is loaded unless one is called as a key is: its name is its rule source's key.
    """
    if "vale" in data:
        from newslint.vale.source import ValeSource  # here: few houses have styles of Vale's

        yield from ValeSource().files(data["vale"], folder)
    names = data.keys() & {plugin.name for plugin in chosen()}
    if names:
        from newslint.rulebook.plugins import load  # here: whoever has no such key loads nothing

        sources = load().rule_sources
        for key in sorted(names & sources.keys()):
            faults: list[NewslintError] = []
            value = sources[key].shape.sift(data[key], where.at(key), faults)
            if not faults:  # else the run ends anyway
                yield from (os.path.join(folder, path) for path in sources[key].files(value, folder))


def _rules(folder: str, patterns: Iterable[str], home: str) -> Iterator[tuple[str, str]]:
    """The names and contents of the rule files that a configuration in a folder names."""
    for pattern in patterns:
        try:
            paths = rule_files(folder, pattern, home=home)
        except (BadPattern, LeadsOutside):
            continue
        if (top := head_of(pattern)) not in ("", pattern):
            yield os.path.join(folder, top), ""  # whose files the pattern is for
        for path in paths:
            yield from _contents(path, home)


def _contents(path: str, home: str, most: int = MOST_BYTES) -> Iterator[tuple[str, str]]:
    """The names and contents of the rule files at or below a path, and the names of folders of them."""
    files = [path]
    if os.path.isdir(path):
        folders = _folders(path)
        yield from ((parent, "") for parent, _ in sorted(folders))
        files = sorted(os.path.join(parent, name) for parent, names in folders for name in names)
    for file in files:
        if home and leaves(file, home):
            continue  # whoever reads it next says why
        try:
            yield file, cache.digest_of(read_bytes(file, most))
        except UnreadableStory:
            yield file, _state(file)


def _folders(path: str) -> list[tuple[str, list[str]]]:
    """The folders at and below one, each with the names of its files, as far as a house may have so many."""
    found, number = [], 0
    for parent, _, names in os.walk(path):
        found.append((parent, names))
        number += len(names)
        if number > _MOST_FILES:
            break  # whoever reads them says so
    return found


def _state(file: str) -> str:
    """What changes when a file does that is too large to be read here, such as a dictionary."""
    try:
        found = os.stat(file)
    except (OSError, ValueError):  # as its name may be
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
