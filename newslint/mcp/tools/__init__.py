"""What each tool does: a file a tool, found by its name; it ends with its TOOL."""

from __future__ import annotations

import os
from importlib import import_module

from newslint.mcp.tool import Tool


def every() -> dict[str, Tool]:
    """Every tool by its name, in the order in which assistants are told of them."""
    files = sorted(file for file in os.listdir(os.path.dirname(__file__)) if file.endswith(".py") and file[0] != "_")
    found: list[Tool] = [import_module(f"{__name__}.{file[:-3]}").TOOL for file in files]
    return {tool.name: tool for tool in sorted(found, key=lambda tool: tool.place)}
