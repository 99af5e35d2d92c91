"""What each command does: a file a command, found by its name; a file whose name begins with `_` helps others."""

from __future__ import annotations

import os
from importlib import import_module

from newslint.arguments import Command

_HERE = os.path.dirname(__file__)


def find(name: str) -> Command | None:
    """The command of a name; it alone is imported."""
    module = name.replace("-", "_")
    if name[:1] in ("_", "-", "") or not module.isidentifier() or not os.path.exists(f"{_HERE}/{module}.py"):
        return None
    found: Command = import_module(f"newslint.commands.{module}").COMMAND
    return found


def every() -> dict[str, Command]:
    """Every command by its name, in the order in which help lists them."""
    files = sorted(file for file in os.listdir(_HERE) if file.endswith(".py"))
    named = ((file[:-3].replace("_", "-"), find(file[:-3])) for file in files)
    found = {name: command for name, command in named if command}
    return dict(sorted(found.items(), key=lambda item: (item[1].place, item[0])))
