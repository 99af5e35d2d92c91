"""Write a story back whole or not at all: as a new file beside it, which then replaces it."""

from __future__ import annotations

import contextlib
import os
import stat

from newslint.base.text import UnreadableStory, read_bytes


class UnwrittenStory(Exception):
    """A file that was left as it was; its text is the reason, in an editor's words."""


def put_back(path: str, old: bytes, new: bytes) -> None:
    """Replace `old`, the content of a file, with `new`; raises UnwrittenStory and leaves the file as it was.

    The file behind a symbolic link is replaced, not the link; permissions stay.
    """
    real = os.path.realpath(path)
    try:
        status = os.stat(real)
        # asked of the file itself: whoever may write to the folder could put another in its place all the same
        if not status.st_mode & 0o222 or not os.access(real, os.W_OK):
            raise UnwrittenStory("it is write-protected, so it was left as it was")
        if read_bytes(real) != old:
            raise UnwrittenStory("somebody changed it in the meantime, so it was left as it was: try again")
        _replaced(real, new, status)
    except UnreadableStory as error:
        raise UnwrittenStory(str(error)) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnwrittenStory(f"it cannot be written ({why}), so it was left as it was") from None


def _replaced(real: str, new: bytes, status: os.stat_result) -> None:
    from tempfile import mkstemp  # here: it imports much, and few runs write

    file, part = mkstemp(prefix=".newslint-", suffix=".part", dir=os.path.dirname(real))
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())  # else a power cut could leave an empty file under the old name
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(part, status.st_uid, status.st_gid)
        os.chmod(part, stat.S_IMODE(status.st_mode))
        os.replace(part, real)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)
