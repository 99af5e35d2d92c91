"""Where a configuration is found: the file that was named, else the nearest newslint.yaml, and the files it names."""

from __future__ import annotations

import os

from newslint.base.errors import NewslintError
from newslint.base.globs import BadPattern, check_glob
from newslint.base.repository import LeadsOutside, head_of, leaves

CONFIG_NAME = "newslint.yaml"
RULES_END = (".yaml", ".yml")
MOST_BESIDE_RULES = 5000  # files and folders that are looked through for rules


class ConfigFinder:
    """The configuration file of each folder, looked for once.

    `named` is the file that was asked for by name: it then holds everywhere. None is for no file anywhere. Raises
    NewslintError where there is no such file.
    """

    def __init__(self, named: str | None = "") -> None:
        if named and not os.path.isfile(named):
            raise NewslintError("there is no such configuration file", named)
        self.named = os.path.abspath(named) if named else named
        self._found: dict[str, str] = {}

    def file_for(self, folder: str) -> str:
        """The configuration file that holds in a folder, or nothing."""
        if self.named is None or self.named:
            return self.named or ""
        if folder not in self._found:
            self._found[folder] = nearest(folder, CONFIG_NAME)
        return self._found[folder]


def nearest(folder: str, name: str) -> str:
    """The nearest file of a name at or above a folder, or nothing; raises NewslintError for what is no such file.

    A folder or a link that leads nowhere in its place, or another ending, would be gone by as if it were not there.
    """
    folder = os.path.abspath(folder)
    while True:
        candidate = os.path.join(folder, name)
        if os.path.isfile(candidate):
            return candidate
        if os.path.lexists(candidate):
            raise NewslintError("this is no file that can be read: a folder, or a link that leads nowhere", candidate)
        if name == CONFIG_NAME and os.path.lexists(other := candidate.removesuffix("aml") + "ml"):
            raise NewslintError(f"newslint does not read a file of this name: call it {CONFIG_NAME}", other)
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def rule_files(folder: str, pattern: str, *, home: str = "") -> list[str]:
    """The files and folders that an entry of `rule-files:` stands for; raises BadPattern.

    What is large or no ordinary file is refused before anything is read; raises LeadsOutside for what is not in
    the repository `home`, if one is given.
    """
    if "\0" in pattern or not pattern.strip():
        raise BadPattern("it names no file")
    if home and leaves(os.path.join(folder, head_of(pattern)), home):
        raise LeadsOutside(pattern)
    if not any(c in pattern for c in "*?["):
        path = os.path.join(folder, pattern)
        _check_folder(path, home)
        return [path]
    check_glob(pattern)
    from glob import glob

    check_size(_fixed_part(folder, pattern))  # a pattern looks through all that lies there
    found = sorted(glob(os.path.join(folder, pattern), recursive=True))
    for path in found:
        if home and leaves(path, home):
            raise LeadsOutside(pattern)
        _check_folder(path, home)
    return found


def _check_folder(path: str, home: str) -> None:
    """Raise for a folder that cannot be read, holds no rules, or rules by a link out of the repository `home`."""
    if not os.path.isdir(path):
        return
    check_size(path)
    unread: list[OSError] = []
    walk = os.walk(path, onerror=unread.append)
    rules = [os.path.join(parent, name) for parent, _, names in walk for name in names if name.endswith(RULES_END)]
    if unread:
        raise BadPattern(f"{unread[0].filename} cannot be read: {unread[0].strerror}")
    if not rules:
        raise BadPattern(f"no file in this folder ends in {' or '.join(RULES_END)}")
    if home and any(os.path.islink(rule) and leaves(rule, home) for rule in rules):
        raise LeadsOutside(path)


def _fixed_part(folder: str, pattern: str) -> str:
    """The folder below which a pattern looks."""
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = next(n for n, part in enumerate(parts) if any(c in part for c in "*?["))
    return os.path.join(folder, "/".join(parts[:fixed]) + "/" if fixed else "")


def check_size(path: str) -> None:
    """Raise BadPattern for a folder in which there is more than anybody keeps beside rules."""
    if not os.path.isdir(path):
        return
    seen = 0
    for _, folders, files in os.walk(path):
        seen += len(folders) + len(files)
        if seen > MOST_BESIDE_RULES:
            raise BadPattern(f"more than {MOST_BESIDE_RULES:,} files lie there; name the folder that has the rules")
