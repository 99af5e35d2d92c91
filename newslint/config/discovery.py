"""Where a configuration is found: the file that was named, else the nearest newslint.yaml, and the files it names."""

from __future__ import annotations

import os

from newslint.base.errors import NewslintError

CONFIG_NAME = "newslint.yaml"


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
    """The nearest file of a name at or above a folder, or nothing."""
    folder = os.path.abspath(folder)
    while True:
        candidate = os.path.join(folder, name)
        if os.path.isfile(candidate):
            return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def rule_files(folder: str, pattern: str) -> list[str]:
    """The files and folders that an entry of `rule-files:` stands for."""
    if not any(c in pattern for c in "*?["):
        return [os.path.join(folder, pattern)]
    from glob import glob

    return sorted(glob(os.path.join(folder, pattern), recursive=True))
