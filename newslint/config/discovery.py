"""Where a configuration is found: the nearest newslint.yaml, and the files that it names."""

from __future__ import annotations

import os

CONFIG_NAME = "newslint.yaml"


def nearest_config(folder: str) -> str:
    """The nearest newslint.yaml at or above a folder, or nothing."""
    folder = os.path.abspath(folder)
    while True:
        candidate = os.path.join(folder, CONFIG_NAME)
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
