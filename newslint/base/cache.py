"""Results kept on disk by content; losing them costs nothing but time."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from datetime import date as Date
from typing import Any

try:
    from _blake2 import blake2b  # the one of hashlib, which loads OpenSSL (3 ms) whatever is asked of it
except ImportError:  # another Python than CPython
    from hashlib import blake2b

_DATE = "\0date"


def folder() -> str:
    """This user's cache folder: `NEWSLINT_CACHE_DIR`, or where the platform keeps such things."""
    if chosen := os.environ.get("NEWSLINT_CACHE_DIR"):
        return chosen
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", home), "newslint", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "newslint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "newslint")


def key_of(*parts: str) -> str:
    """Return a key for a result that depends on these texts alone."""
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))


def digest_of(data: bytes) -> str:
    """Return a digest of some content, as 64 hexadecimal digits."""
    return blake2b(data, digest_size=32).hexdigest()


def load(key: str) -> Any:
    """Return what is saved under a key, or None; a damaged file counts as none."""
    try:
        with open(os.path.join(folder(), f"{key}.json"), encoding="utf-8") as file:
            return json.load(file, object_hook=_with_dates)
    except (OSError, ValueError, RecursionError):
        return None


def save(key: str, value: Any, *, ascii_only: bool = False) -> None:
    """Save plain data (dates allowed) under a key, whole or not at all; where that cannot be, do without."""
    part = os.path.join(folder(), f"{key}.{os.getpid()}.part")
    with contextlib.suppress(OSError, TypeError, ValueError, RecursionError):
        text = json.dumps(value, ensure_ascii=ascii_only, default=_dated)
        os.makedirs(folder(), exist_ok=True)
        with open(part, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(part, part.rsplit(".", 2)[0] + ".json")


def _dated(value: Any) -> dict[str, str]:
    if type(value) is Date:
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is not plain data")


def _with_dates(found: dict[str, Any]) -> Any:
    return Date.fromisoformat(found[_DATE]) if _DATE in found else found
