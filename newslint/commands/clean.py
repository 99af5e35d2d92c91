"""`newslint clean`: remove what newslint remembers of unchanged stories."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN

_FOLDER = Argument("folder", value="FOLDER", default=".", number="?")


def clean(given: Given) -> int:
    """Remove what newslint remembers. Return the exit code."""
    from newslint.run.cache_files import clean as remove

    found = remove(given.folder)
    print(f"removed {found} {'cache' if found == 1 else 'caches'}")
    return CLEAN


COMMAND = Command("remove the cached results of unchanged stories", (_FOLDER,), clean, place=11)
