"""Bytes on disk as text with positions: spans, lines, and the source they belong to."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.base.record import NamedTuple

MAX_BYTES = 20 * 1024 * 1024
_NEWLINE = re.compile(r"\r\n|\r|\n")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_HEAD = 2048  # code points in which a file names its encoding
_JAPANESE_SHIFTS = (b"\x1b$B", b"\x1b$@")  # of ISO-2022-JP, from Latin letters to Japanese ones
_OTHER_FILES = {  # by what they begin with
    b"{\\rtf": "it is RTF under another name: let its name end in .rtf, or save it as text",
    b"%PDF-": "it is a PDF under another name: check the file that it was made from, or save its text as .txt",
    b"PK\3\4": "it is a zip file (or a document that is one, as Word’s are) under another name",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "it is a file of Word 97 to 2003, or of its kind: save it as .docx",
    b"%!PS": "it is PostScript, not text",
}


class UnreadableStory(Exception):
    """A file that cannot be read as a story; its text is the reason, in an editor's words."""


class NoStory(UnreadableStory):
    """A file of a kind that newslint reads, in which there is no story; its text says what is in it instead."""


class Span(NamedTuple):
    """A half-open stretch of the source, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class InFile(Span):
    """A stretch that was found in the file itself, where rules are given a story's prose alone: it is told so."""


class Places:
    """Stretches of a text, each with how far those up to it reach; they may overlap and come in any order."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate([span.end for span in ordered], max))

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a code point with a span; a place without length meets what it stands inside."""
        n = bisect_left(self._starts, span.end)
        return n > 0 and self._reach[n - 1] > span.start

    def hold(self, span: Span) -> bool:
        """Whether a span lies wholly inside one of them."""
        n = bisect_right(self._starts, span.start)
        return n > 0 and self._reach[n - 1] >= span.end

    def touch(self, span: Span) -> bool:
        """As `meet`, where standing at either end of one is enough."""
        n = bisect_left(self._starts, span.end + 1)
        return n > 0 and self._reach[n - 1] >= span.start


class Position(NamedTuple):
    """A place in a source: its offset (code points, from 0), line and column (both from 1)."""

    offset: int
    line: int
    column: int


class LineIndex:
    """Turns offsets into lines and columns; LF, CRLF and CR each end a line."""

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(m.end() for m in _NEWLINE.finditer(text))]
        else:
            ends = accumulate(map(len, text.split("\n")[:-1]), initial=0)
            self._starts = [at + n for n, at in enumerate(ends)]
        self._length = len(text)

    def position(self, offset: int) -> Position:
        """The line and column of an offset; raises ValueError outside the text."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside a text of {self._length} code points")
        line = bisect_right(self._starts, offset)
        found: Position = tuple.__new__(Position, (offset, line, offset - self._starts[line - 1] + 1))
        return found  # made without a look at how many fields there are: a report asks for thousands

    def span(self, line: int) -> Span:
        """The span of a line (from 1), its line end included; raises IndexError past the last."""
        if line < 1:
            raise IndexError(line)
        start = self._starts[line - 1]
        return Span(start, self._starts[line] if line < len(self._starts) else self._length)

    def __len__(self) -> int:
        return len(self._starts)


class Source:
    """A story file as it was read: path, text, the bytes it came from, and how to write the text back as it was."""

    __slots__ = ("_lines", "bom", "data", "encoding", "path", "text")
    seams: Sequence[int] = ()  # places in the text where something unseen stands that no fix may cross, in order
    taken_out = False  # whether the text was taken out of a file that is no text: its lines are not those of the file

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bool = False, data: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.data = data
        self._lines: LineIndex | None = None

    @property
    def lines(self) -> LineIndex:
        """The line index, made when it is first asked for."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def told(self, span: Span) -> tuple[Source, Span]:
        """The source that reports name for a stretch of this one, and where it stands there."""
        return self, span

    def with_text(self, text: str) -> Source:
        """Another text in the place of this one, in a file of the same sort."""
        return Source(self.path, text, self.encoding, self.bom)

    def rewritten(self, text: str, edits: Sequence[tuple[Span, str]]) -> bytes:
        """The bytes of the file with another text, to which `edits` lead; raises UnicodeEncodeError."""
        return self.encode(text)

    def takes(self, text: str) -> bool:
        """Whether a text may be written into this one: a file that names its encoding is read in that by others.

        ISO 8859-1 and ASCII have no curly marks, so that Windows-1252 is not written for them but into pages, where
        browsers take the one for the other.
        """
        if text.isascii():
            return True
        name = ""
        if not self.bom and self.text[:_HEAD].lstrip().startswith("<"):
            from newslint.base.encodings import named_in  # here: of pages and XML alone

            name = named_in(self.text)
        try:
            written = text.encode(self.encoding)
            return not name or text.encode(name) == written
        except UnicodeEncodeError:
            return False

    def encode(self, text: str) -> bytes:
        """Return `text` in this source's encoding; raises UnicodeEncodeError for a sign it does not have."""
        mark = next((m for m, name in _BOMS if name == self.encoding), b"") if self.bom else b""
        return mark + text.encode(self.encoding)


def decode(data: bytes, path: str) -> Source:
    """Read bytes as UTF-8, UTF-16 with a byte-order mark, or else Windows-1252; newlines are kept.

    Raises UnreadableStory where they are no text in any of these.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(MAX_BYTES)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                at = f"byte {error.start + len(mark):,}"
                raise UnreadableStory(f"it begins as {encoding.upper()} text, but {at} is damaged") from None
            if "\0" in text:
                raise UnreadableStory("it is UTF-32 or a binary file (it holds NULs): save it as UTF-8")
            return Source(path, text, encoding, True, data)
    if data.startswith(tuple(_OTHER_FILES)):
        raise UnreadableStory(next(said for begins, said in _OTHER_FILES.items() if data.startswith(begins)))
    if b"\0" in data:
        raise UnreadableStory("it is a binary file (it holds NUL bytes), not text")
    if b"\x1b$" in data and any(sign in data for sign in _JAPANESE_SHIFTS):
        raise UnreadableStory("it is in ISO-2022-JP, which newslint reads in mail alone: save it as UTF-8")
    try:
        return Source(path, data.decode("utf-8"), data=data)
    except UnicodeDecodeError:
        pass
    from newslint.base.encodings import damage_of, declared_in, first_odd  # here: nearly all text is UTF-8

    if (name := declared_in(data)) and (declared := _in(name, data)) is not None:
        return western(Source(path, declared, name, data=data))
    if (western_text := _in("cp1252", data)) is not None:
        return western(Source(path, western_text, "cp1252", data=data))
    known = "UTF-8, UTF-16 with a mark, Windows-1252"
    raise UnreadableStory(
        damage_of(data) or f"it is not text in any encoding that newslint knows ({known}): byte {first_odd(data):,}"
    )


def western(source: Source) -> Source:
    """A source as it is; raises UnreadableStory where it was taken for Windows-1252 and its words are none so."""
    if source.encoding == "cp1252":
        from newslint.base.encodings import no_western

        if why := no_western(source.data):
            raise UnreadableStory(why)
    return source


def _in(encoding: str, data: bytes) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file of at most `most` bytes; raises UnreadableStory with the reason where it is none.

    The one place that opens what a stranger may have put there: a device, a pipe or a file without end is refused.
    """
    try:
        # not a blocking one: a named pipe would wait for ever
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableStory("it is not an ordinary file")
            if status.st_size > most:
                raise _too_large(most)
            return b"".join(_read_all(file, status.st_size, most))
        finally:
            os.close(file)
    except OSError as error:
        raise UnreadableStory(f"it cannot be opened: {(error.strerror or str(error)).lower()}") from None
    except ValueError:  # a NUL in it, or a half of a surrogate pair
        raise UnreadableStory("it cannot be opened: no file can have this name") from None


def read_text(path: str, most: int) -> str:
    """The text of a UTF-8 file that somebody else may have written, as `read_bytes` reads it; newlines are made one.

    Raises UnreadableStory.
    """
    data = read_bytes(path, most)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableStory(f"it is not UTF-8 text: byte {error.start:,} is damaged") from None


def _too_large(most: int) -> UnreadableStory:
    size = f"{most >> 20} MB" if most >> 20 else f"{most >> 10} KB"
    return UnreadableStory(f"it is larger than {size}")


def _read_all(file: int, size: int, most: int) -> Iterator[bytes]:
    """What an open file holds, in one piece unless it grows meanwhile; a stream of Python's costs twice as long.

    Files of /proc say that they are empty, whatever they hold.
    """
    read = 0
    while piece := os.read(file, size + 1):
        read += len(piece)
        if read > most:
            raise _too_large(most)
        yield piece
        if read == size:  # one more was asked for: the file ends here
            break


def read(path: str, data: bytes | None = None) -> Source:
    """Read a story file, from its bytes where they are known; raises UnreadableStory where that cannot be done."""
    return decode(read_bytes(path) if data is None else data, path)
