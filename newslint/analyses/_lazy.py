"""Regular expressions compiled when first asked for: one story needs few of them, and compiling takes its time."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; patterns are constants of modules, so there are never many."""
    return re.compile(pattern)
