"""Results kept on disk by content; losing them costs nothing but time."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import sys
from binascii import crc32
from datetime import date as Date

from newslint.base.typed import Any

try:
    from _blake2 import blake2b  # the one of hashlib, which loads OpenSSL (3 ms) whatever is asked of it
except ImportError:  # another Python than CPython
    from hashlib import blake2b

_DATE = "\0date"
_HAS_DATE = "\\u0000date"  # as JSON writes it
_PROOF = 8  # hexadecimal digits of a check sum
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# not waiting: a named pipe would have us wait for ever
_OPENED = _NO_LINK | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))

refused: dict[str, str] = {}  # cache folders that this run goes without, and why
_trusted: set[str] = set()


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


def proof_of(text: str) -> str:
    """A check sum over what is kept, as 16 hexadecimal digits: what has come to harm counts as not there."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def usable(folder: str) -> bool:
    """Whether a cache folder may be used; one that is a link or somebody else's goes to `refused`."""
    if folder in _trusted:
        return True
    if folder not in refused:
        why = why_not_own(folder)
        if not why:
            if os.path.isdir(folder):
                _trusted.add(folder)
            return True
        refused[folder] = why
    return False


def told_refused() -> list[str]:
    """What to tell of the cache folders that this run goes without; each is told of once."""
    hints = {folder(): "set NEWSLINT_CACHE_DIR to another folder"}
    said = [
        f"no cache is kept in {place}: {why}; {hints.get(place, 'remove it, or use --no-cache')}"
        for place, why in refused.items()
    ]
    refused.clear()
    return said


def why_not_own(folder: str) -> str:
    """Why a folder is not one to keep things in (a link, somebody else's); nothing where it is, or is not there."""
    try:
        status = os.lstat(folder)
    except OSError:
        return ""
    if stat.S_ISLNK(status.st_mode):
        return "it is a symbolic link"
    if not stat.S_ISDIR(status.st_mode):
        return "it is no folder"
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return "it belongs to somebody else"
    return ""


def open_own(path: str, *, append: bool = False) -> int:
    """Open an ordinary file of one's own, to read it or to append to it; raises OSError for any other.

    A link, also a hard one, a pipe or a device is refused, and so is a file of somebody else.
    """
    if not _NO_LINK and os.path.islink(path):  # Windows cannot refuse one while it opens a file
        raise OSError(errno.ELOOP, "it is a symbolic link", path)
    how = os.O_WRONLY | os.O_APPEND | os.O_CREAT if append else os.O_RDONLY
    file = os.open(path, how | _OPENED, 0o600)
    status = os.fstat(file)
    theirs = hasattr(os, "geteuid") and status.st_uid != os.geteuid()
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1 or theirs:
        os.close(file)
        raise OSError(errno.EPERM, "it is no ordinary file of one's own", path)
    return file


def load(key: str) -> Any:
    """Return what is saved under a key, or None; a damaged file counts as none."""
    try:
        data = load_bytes(key)
        if data is None:
            return None
        text = str(data, "utf-8")
        # it is asked of every mapping, and few texts have a date
        return json.loads(text, object_hook=_with_dates if _HAS_DATE in text else None)
    except (ValueError, RecursionError):
        return None


def load_bytes(key: str) -> memoryview | None:
    """Return the bytes that are saved under a key, or None; a damaged file counts as none."""
    if not usable(here := folder()):
        return None
    try:
        with open(open_own(os.path.join(here, f"{key}.json")), "rb", buffering=0) as file:
            whole = file.read()
    except OSError:
        return None
    data = memoryview(whole)[_PROOF + 1 :]
    return data if whole[: _PROOF + 1] == _proof(key, data) + b"\n" else None


def save(key: str, value: Any, *, ascii_only: bool = False) -> None:
    """Save plain data (dates allowed) under a key, whole or not at all; where that cannot be, do without."""
    with contextlib.suppress(TypeError, ValueError, RecursionError):
        save_bytes(key, json.dumps(value, ensure_ascii=ascii_only, default=_dated).encode())


def save_bytes(key: str, data: bytes) -> None:
    """Save bytes under a key, whole or not at all; where that cannot be, do without."""
    from newslint.base.writing import whole  # here: few runs write

    with contextlib.suppress(OSError):
        os.makedirs(here := folder(), exist_ok=True)
        if usable(here):
            with whole(os.path.join(here, f"{key}.json"), sync=False) as file:
                file.write(_proof(key, data) + b"\n" + data)


def _proof(key: str, data: bytes | memoryview) -> bytes:
    """A check sum over a whole file: quicker than `proof_of`, for these are large and read in every run."""
    return b"%08x" % crc32(data, crc32(key.encode()))


def _dated(value: Any) -> dict[str, str]:
    if type(value) is Date:
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is not plain data")


def _with_dates(found: dict[str, Any]) -> Any:
    return Date.fromisoformat(found[_DATE]) if _DATE in found else found
