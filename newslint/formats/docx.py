"""Word documents: a paragraph is a line, fixes are written into its runs, and everything else stays as it is.

They are read by expat, of the standard library, from the parts in the zip file: it tells the byte at which each run
stands, so that a fix changes the characters of that run and no other byte of any part. python-docx (lxml) writes
every part anew, with all pictures packed again, and tells no places.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.formats._placed import Change, Piece, PlacedSource
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.formats._docx_reader import WordDocument


class DocxSource(PlacedSource):
    """A Word document by the text of its paragraphs."""

    __slots__ = ("word",)

    word: WordDocument

    def with_comments(self, comments: Sequence[tuple[Span, Sequence[str]]], author: str) -> bytes:
        """The document with comments in it, each about a stretch of the text and of some paragraphs.

        Those that the same author has in it from before are left out. Raises UnwrittenStory.
        """
        from newslint.formats._docx_comments import Comment, with_comments
        from newslint.formats._docx_reader import read_document
        from newslint.formats._docx_uncommented import without_comments

        assert self.zipped is not None
        zipped = without_comments(self.zipped, self.word.main, author)
        word = self.word if zipped is self.zipped else read_document(zipped)
        return with_comments(zipped, word, self.text, [Comment(*each) for each in comments], author)

    @staticmethod
    def written(part: bytes, piece: Piece, was: str, changes: Sequence[Change]) -> tuple[Span, bytes]:
        """How a piece is written anew: which bytes of its part, and by what they are replaced."""
        from newslint.formats._docx_writer import written

        return written(part, piece, was, changes)


def commented_by(data: bytes, author: str) -> bool:
    """Whether a file is a Word document in which somebody of this name has commented."""
    from newslint.formats._docx_comments import authors_of
    from newslint.formats._docx_parts import KIND, main_part
    from newslint.formats._zipped import Zipped

    try:
        zipped = Zipped(data, KIND)
        return author in authors_of(zipped, main_part(zipped))
    except UnreadableStory:
        return False


class Docx:
    """Word's documents since 2007, those with macros among them: macros are neither read nor touched."""

    name = "docx"
    extensions: tuple[str, ...] = (".docx", ".docm")

    def open(self, data: bytes, path: str) -> Source:
        """Read the paragraphs of a document; raises UnreadableStory."""
        from newslint.formats._docx_parts import KIND
        from newslint.formats._docx_reader import read_document
        from newslint.formats._zipped import Zipped

        zipped = Zipped(data, KIND)
        word = read_document(zipped)
        source = DocxSource(path, "\n".join(word.document.lines), data, word.document.shapes)
        source.document, source.zipped, source.seams = word.document, zipped, word.document.seams
        source.word = word
        return source

    def parse(self, source: Source, reading: Reading) -> Story:
        """Give the paragraphs their roles, by their styles and else by their shape."""
        from newslint.formats._paragraphs import story_of

        shapes = source.shapes if isinstance(source, PlacedSource) else ()
        return story_of(source, shapes, reading, self.name)


FORMATS = (Docx(),)
