"""The text of an OpenDocument read: paragraphs as lines, with the bytes that each character stands at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory
from newslint.formats._placed import LINE_BREAK, Document, Lines, Shape
from newslint.formats._styles import BOLD, HIDDEN, Style, shape_of, switched
from newslint.formats._walk import Walk
from newslint.formats._zipped import Zipped

KIND = "OpenDocument text"
CONTENT = "content.xml"
_SPACES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": name
    for name in ("text", "office", "style", "table", "drawing")
}
_STYLE, _TEXT = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_LEFT_OUT = frozenset(
    ("tracked-changes", "annotation", "note-citation", "table-of-content", "alphabetical-index", "illustration-index",
     "table-index", "object-index", "user-index", "bibliography", "hidden-text", "placeholder", "script", "ruby-text",
     "sequence-decls", "forms", "list-style", "page-layout", "master-page", "font-face-decls", "scripts", "settings")
)  # fmt: skip
_BLANK = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000  # that one element may stand for


class _Paragraph:
    """A paragraph that is being read: what its words go to, what it says of itself, whether a space is its last."""

    __slots__ = ("bold", "bolds", "into", "shape", "spaced")

    def __init__(self, into: Lines, shape: Shape, bold: bool) -> None:
        self.into = into
        self.shape = shape
        self.spaced = True
        self.bold = [bold]  # of the spans that are open
        self.bolds: list[bool] = []


class _Sign(NamedTuple):
    """An element for signs, until it ends."""

    text: str
    first: int


class Reader(Walk):
    """Reads content.xml, or the styles of styles.xml."""

    def __init__(self, name: str, styles: dict[str, Style]) -> None:
        super().__init__(name, KIND, in_pieces=True)
        self.styles = styles
        self.body, self.notes = Lines(), Lines()
        self._style = ""
        self._open: list[_Paragraph] = []
        self._tables = self._lists = self._notes = 0
        self._words: list[str] = []
        self._words_at = 0
        self._sign: _Sign | None = None
        self._shapes: dict[str, Shape] = {}

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element."""
        self.aside()
        space, _, local = name.rpartition("}")
        where = _SPACES.get(space, "")
        if where == "drawing" or (where != "style" and local in _LEFT_OUT):
            return True
        if where == "text":
            return self._in_text(local, attributes)
        if where == "table" and local == "table":
            self._tables += 1
        elif where == "style":
            self._take_style(local, attributes)
        return False

    def _in_text(self, local: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element of text; true where it is left out."""
        style = attributes.get(f"{_TEXT}}}style-name", "")
        if local in ("p", "h"):
            return self._begin(local, style, attributes.get(f"{_TEXT}}}outline-level", "1"))
        if local == "span" and self._open:
            if switched(self.styles, style, HIDDEN):
                return True
            self._open[-1].bold.append(self._open[-1].bold[-1] or switched(self.styles, style, BOLD))
        elif local == "list":
            self._lists += 1
        elif local == "note-body":
            self._notes += 1
        elif local == "change" and self._open:  # where deleted words stood
            into = self._open[-1].into
            into.seams.append(into.length)
        elif local == "section":
            return attributes.get(f"{_TEXT}}}display", "") == "none"
        elif local in ("s", "tab", "line-break") and self._open:
            self._sign = _Sign(_signs(local, attributes.get(f"{_TEXT}}}c", "1")), self.at)
        return False

    def closes(self, name: str) -> None:
        """Take the end of an element."""
        self.aside()
        space, _, local = name.rpartition("}")
        where = _SPACES.get(space, "")
        if where == "style" and local == "style":
            self._style = ""
        elif where == "table" and local == "table":
            self._tables -= 1
        elif where == "text":
            self._out_of_text(local)

    def _out_of_text(self, local: str) -> None:
        if local in ("p", "h") and self._open:
            done = self._open.pop()
            bold = all(done.bolds) if done.bolds else False
            done.into.end(done.shape._replace(bold=bold))
        elif local == "span" and self._open and len(self._open[-1].bold) > 1:
            self._open[-1].bold.pop()
        elif local == "list":
            self._lists -= 1
        elif local == "note-body":
            self._notes -= 1
        elif self._sign and self._open:
            paragraph = self._open[-1]
            paragraph.into.take(self._sign.text, 0, self._sign.first, self.at, -1, words=False)
            paragraph.spaced = False
            self._sign = None

    def words(self, text: str) -> None:
        """Take characters, of which only those of a paragraph are copy."""
        if not self._words:
            self._words_at = self.at
        self._words.append(text)

    def aside(self) -> None:
        """Take what has been gathered: something that is no words begins."""
        if not self._words:
            return
        raw, self._words = "".join(self._words), []
        if not self._open:
            return
        paragraph = self._open[-1]
        text = _BLANK.sub(" ", raw).replace(LINE_BREAK, " ")
        if paragraph.spaced and text[0] == " ":
            text = text[1:]
        if text:
            paragraph.into.take(text, 0, self._words_at, self.at, -1, words=True)
            paragraph.spaced = text[-1] == " "
            if not text.isspace():
                paragraph.bolds.append(paragraph.bold[-1])

    def _begin(self, local: str, style: str, level: str) -> bool:
        if switched(self.styles, style, HIDDEN):
            return True
        shape = self._shapes.get(style)
        if shape is None:
            shape = self._shapes[style] = shape_of(self.styles, style)
        if self._notes:
            shape = shape._replace(role="note")
        elif local == "h" and not shape.role:
            shape = Shape("subhead", min(max(int(level), 1), 9) if level.isdecimal() else 1, shape.style)
        elif shape.role in ("", "list") and self._tables:
            shape = shape._replace(role="table")
        elif not shape.role and self._lists:
            shape = shape._replace(role="list")
        into = self.notes if self._notes else self.body
        if self._open and self._open[-1].into is into:
            raise UnreadableStory(f"it is no sound {KIND}: a paragraph stands in another")
        self._open.append(_Paragraph(into, shape, switched(self.styles, style, BOLD) and not shape.role))
        return False

    def _take_style(self, local: str, attributes: Mapping[str, str]) -> None:
        if local == "style":
            self._style = attributes.get(f"{_STYLE}}}name", "")
            base = attributes.get(f"{_STYLE}}}parent-style-name", "")
            shown = attributes.get(f"{_STYLE}}}display-name", "") or self._style.replace("_20_", " ")
            self.styles[self._style] = Style(shown if self.name != CONTENT else "", base)
        elif local == "text-properties" and self._style:
            style = self.styles[self._style]
            if display := attributes.get(f"{_TEXT}}}display"):
                style = style._replace(hidden=display == "none")
            if weight := attributes.get(f"{_FO}}}font-weight"):
                style = style._replace(bold=weight in ("bold", "700", "800", "900"))
            self.styles[self._style] = style

    def document(self, part: bytes) -> Document:
        """What was read: notes stand below all copy."""
        body, notes = self.body, self.notes
        moved = [piece._replace(start=piece.start + body.length) for piece in notes.pieces]
        return Document(
            body.lines + notes.lines, body.shapes + notes.shapes, body.pieces + moved, {self.name: part}, body.seams
        )


def _signs(local: str, number: str) -> str:
    """The signs that an element stands for."""
    if local == "s":
        number = number if number.isdecimal() and len(number) < 5 else "1"
        return " " * min(int(number), _MOST_SPACES)
    return "\t" if local == "tab" else LINE_BREAK


def read_document(zipped: Zipped) -> Document:
    """Read a document's copy; raises UnreadableStory."""
    manifest = zipped.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in zipped.members:
        raise UnreadableStory(f"it is encrypted: open it with its password and save the {KIND} without one")
    content = zipped.read(CONTENT)
    if content is None:
        raise UnreadableStory(f"it is no {KIND}: it is a zip file without {CONTENT}")
    styles: dict[str, Style] = {}
    if described := zipped.read("styles.xml"):
        Reader("styles.xml", styles).walk(described)
    reader = Reader(CONTENT, styles)
    reader.walk(content)
    return reader.document(content)
