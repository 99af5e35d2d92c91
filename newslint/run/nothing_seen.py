"""What is said where stories are asked for and none is seen: a gate must not pass because it saw nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence

from newslint.engine.workspace import Workspace
from newslint.model.finding import Failure

MOST, LONGEST = 3, 60  # patterns that are shown, and code points of each


def failure(workspace: Workspace, path: str, why: str, hint: str = "") -> Failure:
    """What to say of a path that yields nothing; `why` is empty for a folder that holds no story."""
    left_out = workspace.settings.exclude
    but = f", but for what --exclude leaves out ({_shown(left_out)})" if left_out else ""
    told = why or f"there is no story below this folder: {_asked(workspace, path)}{but}{hint and '; ' + hint}"
    return Failure(os.path.normpath(path), told)


def _asked(workspace: Workspace, folder: str) -> str:
    """What files are looked for in a folder, and where that is said."""
    for layer in reversed(workspace.config(folder).layers):
        if "stories" in layer.data:
            where = layer.where.at("stories")
            line = where.document.key(*where.path).line
            return f"`stories:` asks for {_shown(layer.data['stories'])} ({os.path.relpath(where.file)}, line {line})"
    endings = ", ".join(sorted(workspace.scope(folder).extensions))
    return (
        f"newslint looks for files that end in {endings}, and for .xml, .json, .jsonl and .csv that `stories:` names"
    )


def _shown(patterns: Sequence[str]) -> str:
    """The first patterns, none of them long, and signs that a terminal would obey as escapes."""
    shown = [f"“{repr(pattern[:LONGEST])[1:-1]}”" for pattern in patterns[:MOST]]
    return ", ".join([*shown, f"{len(patterns) - MOST} more"] if len(patterns) > MOST else shown)
