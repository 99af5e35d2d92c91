"""The one place that writes files: a new file beside the old one, which then replaces it, whole or not at all.

Nothing is ever written through a symbolic link: the new file is made under a name that nobody can guess and that
was not there before, and it takes the place of what stands at the path. Where the platform cannot refuse a link
while it opens a file (Windows), the link is looked for just before.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
from collections.abc import Iterator

from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import IO

PART = ".part"  # how the names of files end that are being written
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | _NO_LINK
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a named pipe would wait for ever
A_LINK = "it is a symbolic link, and newslint writes through none"


class UnwrittenStory(Exception):
    """A file that was left as it was; its text is the reason, in an editor's words."""


def put_back(path: str, old: bytes, new: bytes) -> None:
    """Replace `old`, the content of a file, with `new`; raises UnwrittenStory and leaves the file as it was.

    A symbolic link is refused: what it leads to may lie anywhere. Owner, permissions and extended attributes stay.
    A file that has several names (hard links) is written where it is, so that it stays one file.
    """
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            raise UnwrittenStory(f"{A_LINK}, so it was left as it was: name the file that it leads to")
        # asked of the file itself: whoever may write to the folder could put another in its place all the same
        if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
            raise UnwrittenStory("it is write-protected, so it was left as it was")
        if read_bytes(path) != old:
            raise UnwrittenStory("somebody changed it in the meantime, so it was left as it was: try again")
        if status.st_nlink > 1:
            _in_place(path, status, old, new)
            return
        with whole(path, like=status) as stream:
            stream.write(new)
            _with_attributes_of(path, stream.fileno())
    except UnreadableStory as error:
        raise UnwrittenStory(str(error)) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnwrittenStory(f"it cannot be written ({why}), so it was left as it was") from None


def _in_place(path: str, status: os.stat_result, old: bytes, new: bytes) -> None:
    """Write a file that has other names too, and put back what it held if that fails.

    A copy of the old content lies beside it meanwhile, for nothing else would have it after a power cut.
    """
    part = _beside(path)
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o600), "wb") as copy:
            copy.write(old)
            copy.flush()
            os.fsync(copy.fileno())
        with open(os.open(path, os.O_WRONLY | _PLAIN | _NO_WAIT), "wb", buffering=0) as stream:
            if not os.path.samestat(os.fstat(stream.fileno()), status):
                raise UnwrittenStory("somebody changed it in the meantime, so it was left as it was: try again")
            try:
                _over(stream, new)
            except BaseException:
                _over(stream, old)
                raise
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)


def _over(stream: io.FileIO, content: bytes) -> None:
    """Make this all that a file holds, without a moment in which it is empty."""
    stream.seek(0)
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]
    stream.truncate(len(content))
    os.fsync(stream.fileno())


def _with_attributes_of(path: str, file: int) -> None:
    """Give a file the extended attributes of another, as far as the platform has them and lets us."""
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(path, follow_symlinks=False):
            with contextlib.suppress(OSError):
                os.setxattr(file, name, os.getxattr(path, name, follow_symlinks=False))


@contextlib.contextmanager
def whole(path: str, *, like: os.stat_result | None = None, sync: bool = True) -> Iterator[IO[bytes]]:
    """A stream whose bytes become the file at `path` when it ends well; else nothing is changed.

    `like` is the status of the file whose owner and permissions it gets. A symbolic link at `path` is replaced by
    the file: see `refuse_link`. With `sync` a power cut leaves the old file or the new one, not an empty one.
    Raises OSError.
    """
    part = _beside(path)
    file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o600 if like else 0o666)
    try:
        with os.fdopen(file, "wb") as stream:
            yield stream
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
        if like:
            _made_like(part, like)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise


@contextlib.contextmanager
def whole_text(path: str, *, errors: str = "strict", newline: str = "\n", sync: bool = True) -> Iterator[IO[str]]:
    """The same for text, as UTF-8, that replaces no symbolic link; an old file's permissions stay. Raises OSError."""
    refuse_link(path)
    try:
        like = os.lstat(path)
    except FileNotFoundError:
        like = None
    with whole(path, like=like, sync=sync) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors=errors, newline=newline)
        try:
            yield text
        finally:
            text.flush()
            text.detach()


def write_new(path: str, text: str) -> None:
    """Write a file where there is none, not even a link; raises OSError (FileExistsError among them)."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o666)
    try:
        with os.fdopen(file, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise


def refuse_link(path: str) -> None:
    """Raise OSError, with the reason in an editor's words, for a path that is a symbolic link."""
    if os.path.islink(path):
        raise OSError(errno.ELOOP, A_LINK, path)


def _beside(path: str) -> str:
    """A name in the same folder that nobody can guess, hidden from what looks for stories."""
    return os.path.join(os.path.dirname(path), f".newslint-{os.urandom(8).hex()}{PART}")


def _made_like(part: str, like: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(part, like.st_uid, like.st_gid)
    os.chmod(part, stat.S_IMODE(like.st_mode))
