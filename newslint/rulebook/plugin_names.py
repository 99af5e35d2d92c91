"""What a plugin may be called: its rules' ids begin with its name."""

from __future__ import annotations

import re

from newslint.model.rule import TOPICS

RESERVED = (
    *TOPICS,
    "all",
    "newslint",
    "vale",
)  # each stands for something else where a rule or a plugin may be named
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST = 40  # characters


def name_fault(name: str) -> str:
    """What is wrong with a plugin's name; "" if nothing is."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        most = f" and at most {_LONGEST} of them" if len(name) > _LONGEST else ""
        return f"a plugin's name has small letters and digits{most}, joined by hyphens: “acme” or “city-desk”"
    return f"“{name}” is a word of newslint's own: no plugin can have it as its name" if name in RESERVED else ""
