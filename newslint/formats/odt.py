"""OpenDocument texts, as LibreOffice writes them: a paragraph is a line, fixes are written into it, all else stays.

They are read as Word documents are, by expat from the part in the zip file; odfpy makes a tree of every part and
writes all of them anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.text import Source, Span
from newslint.formats import Reading
from newslint.formats._placed import Change, Piece, PlacedSource
from newslint.model.story import Story


class OdtSource(PlacedSource):
    """An OpenDocument text by its paragraphs."""

    __slots__ = ()

    def fitted(self, edits: Sequence[tuple[Span, str]]) -> Sequence[tuple[Span, str]]:
        """Edits with their spaces as this format keeps them."""
        from newslint.formats._odt_writer import fitted

        return list(fitted(self.text, edits))

    @staticmethod
    def written(part: bytes, piece: Piece, was: str, changes: Sequence[Change]) -> tuple[Span, bytes]:
        """How a piece is written anew: which bytes of its part, and by what they are replaced."""
        from newslint.formats._odt_writer import written

        return written(part, piece, was, changes)


class Odt:
    """The texts of LibreOffice and of whatever else writes OpenDocument."""

    name = "odt"
    extensions: tuple[str, ...] = (".odt",)

    def open(self, data: bytes, path: str) -> Source:
        """Read the paragraphs of a document; raises UnreadableStory."""
        from newslint.formats._odt_reader import KIND, read_document
        from newslint.formats._zipped import Zipped

        zipped = Zipped(data, KIND)
        document = read_document(zipped)
        source = OdtSource(path, "\n".join(document.lines), data, document.shapes)
        source.document, source.zipped, source.seams = document, zipped, document.seams
        return source

    def parse(self, source: Source, reading: Reading) -> Story:
        """Give the paragraphs their roles, by their styles and else by their shape."""
        from newslint.formats._paragraphs import story_of

        shapes = source.shapes if isinstance(source, PlacedSource) else ()
        return story_of(source, shapes, reading, self.name)


FORMATS = (Odt(),)
