"""`newslint mcp`: serve assistants over standard input and output (Model Context Protocol)."""

from __future__ import annotations

import os
import sys

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError, missing
from newslint.commands._common import CLEAN

_ROOT = Argument("--root", "the folder whose stories it may read (default: .)", value="PATH", default=".")
_NEEDED = ("anyio", "mcp", "mcp_types", "pydantic", "pydantic_core")


def serve(given: Given) -> int:
    """Serve one assistant until it closes its end. Return the exit code."""
    from newslint.config.settings import Settings

    if not os.path.isdir(given.root):
        raise NewslintError("there is no such folder", given.root)
    try:
        from newslint.mcp.door import Door, server
        from newslint.mcp.wire import serve as speak
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise missing("to serve assistants newslint needs mcp 2, which is not installed", "mcp") from None
    door = Door(given.root, given.config, Settings(formats=given.format_of, outside=given.allow_outside))
    if sys.stdin is not None and sys.stdin.isatty():
        print("newslint: an assistant starts this and speaks to it here; Ctrl-C ends it", file=sys.stderr)
    speak(server(door))
    return CLEAN


COMMAND = Command("serve assistants over standard input and output (MCP)", (_ROOT,), serve)
