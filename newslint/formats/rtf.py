"""RTF by its text alone: findings have their line and their words, and fixes are refused.

striprtf reads the text; it is kept, small, pure Python and without dependencies, but tells no places, and
takes deleted and hidden text for copy: files with such are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.writing import UnwrittenStory
from newslint.formats import Reading
from newslint.model.story import Story

MOST = 3_000_000  # bytes without pictures; striprtf takes a second for them
_SAVE = "open it and save it as .docx"
_PICTURE = re.compile(rb"[0-9a-fA-F\r\n]{200,}+")
_UNSEEN = re.compile(rb"\\(deleted|v)(?![a-z0-9])")
_WHAT = {b"deleted": "text that is deleted but kept as a tracked change", b"v": "hidden text"}
_PARAGRAPHS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


class RtfSource(Source):
    """An RTF file by its text."""

    __slots__ = ()
    taken_out = True

    def with_text(self, text: str) -> Source:
        """Another text of such a file."""
        return RtfSource(self.path, text)

    def rewritten(self, text: str, edits: Sequence[tuple[Span, str]]) -> bytes:
        """Refuse to write: the text tells no places in the file."""
        if not edits:
            return self.data
        raise UnwrittenStory(f"newslint does not write RTF, so it was left as it was: {_SAVE}")


class Rtf:
    """Rich Text Format, as old programs and mail write it."""

    name = "rtf"
    extensions: tuple[str, ...] = (".rtf",)

    def open(self, data: bytes, path: str) -> Source:
        """Read the text of a file; raises UnreadableStory."""
        if not data.lstrip()[:5] == rb"{\rtf":
            raise UnreadableStory(r"it is no RTF: such a file begins with “{\rtf”")
        if b"\0" in data or not data.rstrip(b"\0 \r\n").endswith(b"}"):
            raise UnreadableStory(f"it is no whole RTF: its end is missing, or it has NUL bytes: {_SAVE}")
        if unseen := _UNSEEN.search(data):
            raise UnreadableStory(f"it has {_WHAT[unseen[1]]}, which newslint cannot tell from copy in RTF: {_SAVE}")
        bare = _PICTURE.sub(b"", data)
        if len(bare) > MOST:
            raise UnreadableStory(f"it is larger than {MOST // 1_000_000} MB without its pictures: {_SAVE}")
        return RtfSource(path, _text(bare), data=data)

    def parse(self, source: Source, reading: Reading) -> Story:
        """Give the paragraphs their roles by their shape."""
        from newslint.formats._paragraphs import story_of

        return story_of(source, (), reading, self.name)


def _text(data: bytes) -> str:
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise UnreadableStory(f"RTF is read with striprtf: pip install striprtf, or {_SAVE}") from None
    try:
        text: str = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:
        raise UnreadableStory(f"striprtf cannot read it ({type(error).__name__}): {_SAVE}") from None
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # signs that RTF writes as two halves
    return _PARAGRAPHS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


FORMATS = (Rtf(),)
