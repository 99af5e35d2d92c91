"""What a run that was asked for stories and sees none says: a gate must not pass because it saw nothing."""

from __future__ import annotations

import os

from newslint.engine.workspace import Workspace
from newslint.model.finding import Failure

ALLOWS = "--allow-empty lets that pass"


def failure(workspace: Workspace, path: str, why: str) -> Failure:
    """What to say of a path that yields nothing; `why` is empty for a folder that holds no story."""
    return Failure(
        os.path.normpath(path), why or f"there is no story below this folder: {_asked(workspace, path)}; {ALLOWS}"
    )


def _asked(workspace: Workspace, folder: str) -> str:
    """What files are looked for in a folder, and where that is said."""
    for layer in reversed(workspace.config(folder).layers):
        if "stories" in layer.data:
            where = layer.where.at("stories")
            patterns = ", ".join(f"“{pattern}”" for pattern in layer.data["stories"])
            line = where.document.key(*where.path).line
            return f"`stories:` asks for {patterns} ({os.path.relpath(where.file)}, line {line})"
    return f"newslint looks for files that end in {', '.join(sorted(workspace.scope(folder).extensions))}"
