"""A document's words as lines of text, each character with its place in the XML it came from; fixes go back there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.writing import UnwrittenStory
from newslint.formats._zipped import Zipped, spliced

LINE_BREAK = "\u2028"  # a new line within a paragraph
MOST_PIECES = 100_000  # of a document; a novel has a tenth
MOST_LINES = 40_000
MOST_WORDS = 5_000_000  # code points
_NO_LINE = pattern("[^\t\x20-\x7e\xa0-\u2028\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Shape(NamedTuple):
    """What a document says of a paragraph: the role and level that its style gives (none: ""), the style's name."""

    role: str = ""
    level: int = 0
    style: str = ""
    bold: bool = False


class Piece(NamedTuple):
    """Characters of the text that stand together in a part, from the byte `first` to `last` as its format counts.

    `run` is the number of the run of type that it belongs to. `words` are written as they are; what is none is an
    element that stands for them (a tab).
    """

    start: int
    length: int
    part: int
    first: int
    last: int
    run: int
    words: bool


class Change(NamedTuple):
    """A stretch of a piece, counted from its start, that becomes `text`."""

    start: int
    end: int
    text: str


class Document(NamedTuple):
    """What a reader makes of a document: lines of text with their shapes, pieces, and its parts by name."""

    lines: list[str]
    shapes: list[Shape]
    pieces: list[Piece]
    parts: dict[str, bytes]
    seams: Sequence[int] = ()


class Lines:
    """Gathers the text of a document, piece by piece and line by line, and refuses what is no story by its size."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.shapes: list[Shape] = []
        self.pieces: list[Piece] = []
        self.seams: list[int] = []  # where something stands that is no copy, as deleted words that a change keeps
        self.length = 0  # of the text so far
        self.parts: list[str] = []  # of the line that is being read

    def take(self, text: str, part: int, first: int, last: int, run: int, *, words: bool) -> None:
        """Take a piece of the line."""
        self.pieces.append(Piece(self.length, len(text), part, first, last, run, words))
        self.parts.append(text)
        self.length += len(text)
        if len(self.pieces) > MOST_PIECES:
            raise _too_many(MOST_PIECES, "pieces of text")
        if self.length > MOST_WORDS:
            raise _too_many(MOST_WORDS, "signs")

    def end(self, shape: Shape) -> None:
        """End the line."""
        self.lines.append("".join(self.parts))
        self.shapes.append(shape)
        self.parts = []
        self.length += 1
        if len(self.lines) > MOST_LINES:
            raise _too_many(MOST_LINES, "paragraphs")


def _too_many(most: int, what: str) -> UnreadableStory:
    return UnreadableStory(f"it has more than {most:,} {what}: no story has")


class PlacedSource(Source):
    """A document by its text: a line a paragraph. What is written back changes the characters of its runs alone."""

    __slots__ = ("document", "seams", "shapes", "zipped")
    taken_out = True

    def __init__(self, path: str, text: str, data: bytes = b"", shapes: Sequence[Shape] = ()) -> None:
        super().__init__(path, text, data=data)
        self.shapes = shapes
        self.document: Document | None = None
        self.seams: Sequence[int] = ()
        self.zipped: Zipped | None = None

    @staticmethod
    def written(part: bytes, piece: Piece, was: str, changes: Sequence[Change]) -> tuple[Span, bytes]:
        """How a format writes a piece anew: which bytes of its part, and by what they are replaced."""
        raise NotImplementedError

    def with_text(self, text: str) -> Source:
        """Another text with the same paragraphs; where it has more or fewer, no style is known of any."""
        lines = text.count("\n") + 1
        return type(self)(self.path, text, shapes=self.shapes if lines == len(self.shapes) else ())

    def rewritten(self, text: str, edits: Sequence[tuple[Span, str]]) -> bytes:
        """The document with edits made in its runs; raises UnwrittenStory where they are no matter of words."""
        if not edits:
            return self.data
        document, zipped = self.document, self.zipped
        assert document is not None
        assert zipped is not None
        names, parts = list(document.parts), list(document.parts.values())
        changes: dict[int, dict[tuple[int, int], bytes]] = {}
        for n, found in sorted(self._by_piece(document.pieces, edits).items()):
            piece = document.pieces[n]
            part = parts[piece.part]
            must_be_utf8(part)
            was = self.text[piece.start : piece.start + piece.length]
            span, new = self.written(part, piece, was, found)
            changes.setdefault(piece.part, {})[span] = new
        return zipped.rewritten({names[n]: spliced(parts[n], found) for n, found in changes.items()})

    def _by_piece(self, pieces: Sequence[Piece], edits: Sequence[tuple[Span, str]]) -> Mapping[int, list[Change]]:
        """What edits come to in each piece: the new words stand in the first, and are taken out of the others."""
        found: dict[int, list[Change]] = {}
        for span, new in edits:
            self._must_be_words(span, new)
        for span, new in self.fitted(edits):
            if span.start == span.end:
                n, at = self._beside(pieces, span.start)
                found.setdefault(n, []).append(Change(at, at, new))
                continue
            touched = [*_touched(pieces, span)]
            if not touched:
                raise self._unwritten(span.start)
            holder = next((n for n in touched if pieces[n].words), touched[0]) if new else -1
            for n in touched:
                piece = pieces[n]
                a, b = max(span.start - piece.start, 0), min(span.end - piece.start, piece.length)
                found.setdefault(n, []).append(Change(a, b, new if n == holder else ""))
        return found

    def fitted(self, edits: Sequence[tuple[Span, str]]) -> Sequence[tuple[Span, str]]:
        """Edits as a format needs them: what stands beside them may have to be written anew."""
        return edits

    def _must_be_words(self, span: Span, new: str) -> None:
        if "\n" in self.text[slice(*span)] or _NO_LINE.search(new):
            raise self._unwritten(span.start)

    def _unwritten(self, at: int) -> UnwrittenStory:
        line = self.lines.position(at).line
        return UnwrittenStory(
            f"a fix in paragraph {line} would change more than words of it, so the document was left as it was"
        )

    def _beside(self, pieces: Sequence[Piece], at: int) -> tuple[int, int]:
        """The piece that takes in what is inserted at a place: the one before it, as when somebody types there."""
        n = bisect_left(pieces, at, key=lambda piece: piece.start) - 1
        if n >= 0 and pieces[n].words and at <= pieces[n].start + pieces[n].length:
            return n, at - pieces[n].start
        n = bisect_left(pieces, at, key=lambda piece: piece.start)
        if n < len(pieces) and pieces[n].start == at:
            return n, 0
        if n > 0 and at <= pieces[n - 1].start + pieces[n - 1].length:
            return n - 1, at - pieces[n - 1].start
        raise self._unwritten(at)


def _touched(pieces: Sequence[Piece], span: Span) -> Iterator[int]:
    """The numbers of the pieces that a span has characters of."""
    n = bisect_right(pieces, span.start, key=lambda piece: piece.start + piece.length)
    while n < len(pieces) and pieces[n].start < span.end:
        yield n
        n += 1


def must_be_utf8(part: bytes) -> None:
    """Raise UnwrittenStory for a part in another encoding, or with CDATA: no program that people use writes such."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<![CDATA[" in part or not _says_utf8(part[:200]):
        raise UnwrittenStory(
            "its XML is written in a way that newslint does not write, so it was left as it was: open and save it"
        )


def _says_utf8(head: bytes) -> bool:
    said = pattern(r"^(?:\ufeff)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)").match(head.decode("utf-8", "replace"))
    return not said or said[1].lower() in ("utf-8", "us-ascii")


def changed(text: str, changes: Sequence[Change]) -> str:
    """A piece's text with its changes."""
    out, at = [], 0
    for start, end, new in changes:
        out += [text[at:start], new]
        at = end
    return "".join((*out, text[at:]))


def held(prose: str) -> str | None:
    """Words as they stand in a line of such a text; None for what no line can hold."""
    return None if _NO_LINE.search(prose) else prose
