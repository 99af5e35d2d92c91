"""One XML part of a document walked from tag to tag, with the bytes they begin at; nothing outside it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from newslint.base.text import UnreadableStory

MOST_DEPTH = 250  # elements within one another; Word and LibreOffice give up sooner
MOST_ELEMENTS = 400_000  # of a part; a novel has a fifth
MOST_TAG = 100_000  # bytes of a tag
_LONG_TAG = re.compile(rb"<[^<>]{%d}" % MOST_TAG)
_TAG = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*+>")


class Walk:
    """Takes the tags and words of a part, each as `opens`, `closes` and `words`; all but these is in a subclass.

    `at` is the byte of what is being told. An element for which `opens` gives true is gone by with all in it.
    """

    def __init__(self, name: str, kind: str, *, in_pieces: bool = False) -> None:
        self.name = name
        self.kind = kind
        self.depth = 0
        self.dull: set[str] = set()  # names of elements of which nothing is asked
        self._skipped = 0  # the depth of an element that is left out
        self._elements = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        if not in_pieces:  # words in one piece, but then without the byte they begin at; a size alone has that effect
            self._parser.buffer_text = True
            self._parser.buffer_size = 1 << 16
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.CommentHandler = self._aside
        self._parser.ProcessingInstructionHandler = self._aside

    @property
    def at(self) -> int:
        """The byte at which what is being told begins; of the end of an empty element, the byte behind it."""
        return self._parser.CurrentByteIndex

    def walk(self, data: bytes) -> None:
        """Walk a part; raises UnreadableStory where it is not well-formed, or of no kind that a document has."""
        if _LONG_TAG.search(data):
            raise UnreadableStory(f"its part {self.name} has a tag of more than {MOST_TAG:,} bytes: no story has")
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            raise UnreadableStory(
                f"it is no whole {self.kind}: {self.name}, line {error.lineno}, is broken XML ({said})"
            ) from None

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element; true where it is left out."""
        raise NotImplementedError

    def closes(self, name: str) -> None:
        """Take the end of an element that was not left out."""
        raise NotImplementedError

    def words(self, text: str) -> None:
        """Take characters of an element that is not left out."""

    def aside(self) -> None:
        """Take note that a comment or the like begins here, of which nothing is read."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise UnreadableStory(f"its part {self.name} has more than {MOST_DEPTH} elements within one another")
        if self._elements > MOST_ELEMENTS:
            raise UnreadableStory(f"its part {self.name} has more than {MOST_ELEMENTS:,} elements: no story has")
        if not self._skipped and name not in self.dull and self.opens(name, attributes):
            self._skipped = self.depth

    def _end(self, name: str) -> None:
        if self._skipped:
            if self._skipped == self.depth:
                self._skipped = 0
        elif name not in self.dull:
            self.closes(name)
        self.depth -= 1

    def _characters(self, text: str) -> None:
        self._elements += 1
        if self._elements > 2 * MOST_ELEMENTS:
            raise UnreadableStory(f"its part {self.name} has more than {2 * MOST_ELEMENTS:,} pieces: no story has")
        if not self._skipped:
            self.words(text)

    def _aside(self, *_: str) -> None:
        if not self._skipped:
            self.aside()

    def _doctype(self, *_: object) -> None:
        raise UnreadableStory(f"its part {self.name} declares a document type (DOCTYPE), which no {self.kind} has")


def tag_end(part: bytes, at: int) -> int:
    """The byte behind the tag that begins at a byte."""
    found = _TAG.match(part, at)
    return found.end() if found else at


def is_empty_tag(part: bytes, at: int) -> bool:
    """Whether the tag that begins at a byte opens and closes an element at once."""
    end = tag_end(part, at)
    return part[end - 2 : end] == b"/>"
