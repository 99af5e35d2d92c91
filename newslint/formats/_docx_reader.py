"""The parts of a Word document read: paragraphs as lines, with the bytes that each character stands at."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory
from newslint.formats._docx_parts import KIND, MAIN, Styles, attribute, main_part, related
from newslint.formats._placed import LINE_BREAK, MOST_PIECES, Document, Lines, Shape
from newslint.formats._styles import BOLD, HIDDEN, Style, shape_of, switched
from newslint.formats._walk import Walk
from newslint.formats._zipped import Zipped

_LEFT_OUT = frozenset(
    ("del", "moveFrom", "drawing", "pict", "object", "instrText", "delText", "delInstrText", "rt", "sectPr", "tblPr",
     "trPr", "tcPr", "tblGrid", "rPrChange", "pPrChange", "sdtEndPr", "numberingChange", "headerReference")
)  # fmt: skip
_SEAMS = frozenset(("del", "moveFrom", "drawing", "pict", "object"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "\u2011"}
_FOREIGN = frozenset(("Fallback", "oMath", "oMathPara"))
_MOST_DULL = 1000
_OFF = frozenset(("0", "false", "off"))
_SPACES = " \t\r\n"


class Run(NamedTuple):
    """A run of type in a part: the bytes at which its tag, its properties (-1: it has none) and its end tag begin.

    `properties_end` is that of their end tag, or the byte behind an empty one.
    """

    part: int
    first: int
    properties: int
    properties_end: int
    last: int


class Reader(Walk):
    """Reads the parts of a document that have copy, one after the other, into one text."""

    def __init__(self, name: str, styles: Mapping[str, Style], part: int = 0, into: Reader | None = None) -> None:
        super().__init__(name, KIND)
        self.read: Lines = into.read if into else Lines()
        self.runs: list[Run] = into.runs if into else []
        self.notes: dict[tuple[str, str], int] = into.notes if into else {}  # sort and number of a note: a run
        self.note_lines: list[tuple[str, str]] = into.note_lines if into else []  # for each line the note it is of
        self._styles, self._part = styles, part
        self._shapes: dict[str, Shape] = {}  # by style
        self._style, self._listed, self._joins = "", False, False
        self._bolds: list[bool] = []
        self._tables = 0
        self._fields: list[bool] = []  # for each open field whether its code is being read
        self._hidden = self._bold = self._sign = False
        self._runs_open, self._run_at, self._properties_at = 0, 0, (-1, -1)
        self._names: list[str] = []  # of the open elements
        self._known: dict[str, tuple[str, str]] = {}  # by the whole name of an element its namespace and its own
        self._text: list[str] | None = None
        self._text_at, self._kept = 0, False
        self._note = ("", "")

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element."""
        known = self._known.get(name) or self._learnt(name)
        if known is None:
            return name.rpartition("}")[2] in _FOREIGN
        space, local = known
        if local in _LEFT_OUT:
            if local == "del" and self._names[-2:] == ["pPr", "rPr"]:
                self._joins = True  # the end of the paragraph is deleted: the next goes on from it
            elif local in _SEAMS:
                self.read.seams.append(self.read.length)
            return True
        if local in _TAKING:
            if _TAKING[local](self, space, attributes):
                return True
        elif local in _SIGNS and self._runs_open and self._names[-1] == "r":
            self._sign = self._take(_SIGNS[local], self.at, False)
        self._names.append(local)
        return False

    def _learnt(self, name: str) -> tuple[str, str] | None:
        """The namespace and the local name of an element of which something is asked."""
        space, _, local = name.rpartition("}")
        if space in MAIN and local in _KNOWN:
            self._known[name] = space, local
            return space, local
        if local not in _FOREIGN and len(self.dull) < _MOST_DULL:
            self.dull.add(name)
        return None

    def closes(self, name: str) -> None:
        """Take the end of an element."""
        known = self._known.get(name)
        if known is None:
            return
        local = known[1]
        self._names.pop()
        if local == "t":
            self._end_of_words()
        elif local in _SIGNS and self._sign:
            self.read.pieces[-1] = self.read.pieces[-1]._replace(last=self.at)
            self._sign = False
        elif local == "rPr" and self._properties_at[1] == 0:
            self._properties_at = self._properties_at[0], self.at
        elif local == "r":
            self._end_of_run()
        elif local == "p":
            self._end_of_paragraph()
        elif local == "tbl":
            self._tables -= 1

    def words(self, text: str) -> None:
        """Take characters, of which only those of a run are copy."""
        if self._text is not None:
            self._text.append(text)

    def finish(self) -> None:
        """End a paragraph that the next should have gone on from, where none came."""
        if self.read.parts:
            self._joins = False
            self._end_of_paragraph()

    def _paragraph(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._style, self._listed, self._joins = "", False, False
        return False

    def _paragraph_style(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._style = attribute(attributes, space, "val")
        return False

    def _number(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._listed = self._names[-1:] == ["numPr"] and attribute(attributes, space, "val") != "0"
        return False

    def _begin_run(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._runs_open += 1  # those of a word with its reading beside it stand in another
        if self._runs_open == 1:
            self._run_at, self._properties_at = self.at, (-1, -1)
            self._hidden = self._bold = False
        return False

    def _properties(self, space: str, attributes: Mapping[str, str]) -> bool:
        if self._runs_open == 1 and self._names[-1:] == ["r"]:
            self._properties_at = self.at, 0
        return False

    def _run_style(self, space: str, attributes: Mapping[str, str]) -> bool:
        style = attribute(attributes, space, "val")
        self._hidden = switched(self._styles, style, HIDDEN)
        self._bold = switched(self._styles, style, BOLD)
        return False

    def _vanish(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._hidden = attribute(attributes, space, "val") not in _OFF
        return False

    def _bold_type(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._bold = attribute(attributes, space, "val") not in _OFF
        return False

    def _begin_words(self, space: str, attributes: Mapping[str, str]) -> bool:
        if not self._runs_open:
            return True
        self._text, self._text_at = [], self.at
        self._kept = attributes.get("http://www.w3.org/XML/1998/namespace}space") == "preserve"
        return False

    def _field(self, space: str, attributes: Mapping[str, str]) -> bool:
        sort = attribute(attributes, space, "fldCharType")
        if sort == "begin":
            self._fields.append(True)
        elif self._fields and sort == "separate":
            self._fields[-1] = False
        elif self._fields and sort == "end":
            self._fields.pop()
        return False

    def _begin_table(self, space: str, attributes: Mapping[str, str]) -> bool:
        self._tables += 1
        return False

    def _control(self, space: str, attributes: Mapping[str, str]) -> bool:
        """What a form shows until somebody fills it in is no copy: the content that follows is gone by."""
        self._names[-2:-1] = ["sdt placeholder"]
        return False

    def _control_content(self, space: str, attributes: Mapping[str, str]) -> bool:
        return self._names[-1:] == ["sdt placeholder"]

    def _begin_note(self, space: str, attributes: Mapping[str, str]) -> bool:
        sort = self._names[-1][:-1] if self._names else ""
        self._note = (sort, attribute(attributes, space, "id"))
        return attribute(attributes, space, "type") not in ("", "normal")  # the lines that part notes from copy

    def _refer(self, space: str, attributes: Mapping[str, str]) -> bool:
        """Note which run refers to a note."""
        self.notes[("footnote", attribute(attributes, space, "id"))] = len(self.runs)
        return False

    def _refer_to_end(self, space: str, attributes: Mapping[str, str]) -> bool:
        self.notes[("endnote", attribute(attributes, space, "id"))] = len(self.runs)
        return False

    def _end_of_run(self) -> None:
        self._runs_open -= 1
        if not self._runs_open:
            self.runs.append(Run(self._part, self._run_at, *self._properties_at, self.at))
            if len(self.runs) > MOST_PIECES:
                raise UnreadableStory(f"it has more than {MOST_PIECES:,} runs of type: no story has")

    def _take(self, text: str, at: int, words: bool) -> bool:
        """Take copy; false where it is none that shows."""
        if self._hidden or any(self._fields) or not text:
            return False
        run = len(self.runs) if self._runs_open == 1 else -1
        self.read.take(text, self._part, at, self.at, run, words=words)
        if not text.isspace():
            self._bolds.append(self._bold)
        return True

    def _end_of_words(self) -> None:
        text = "".join(self._text or ())
        self._text = None
        if not self._kept:
            text = text.strip(_SPACES)
        self._take(text.replace("\n", " ").replace("\r", " ").replace(LINE_BREAK, " "), self._text_at, True)

    def _end_of_paragraph(self) -> None:
        if self._joins:
            return
        shape = self._shapes.get(self._style)
        if shape is None:
            shape = self._shapes[self._style] = shape_of(self._styles, self._style)
        if self._note[0]:
            shape = shape._replace(role="note")
        elif shape.role in ("", "list") and self._tables:
            shape = shape._replace(role="table")
        elif not shape.role and self._listed:
            shape = shape._replace(role="list")
        bold = all(self._bolds) if self._bolds else False
        self.read.end(shape._replace(bold=bold))
        self.note_lines.append(self._note)
        self._bolds = []


_TAKING = {
    "p": Reader._paragraph, "pStyle": Reader._paragraph_style, "numId": Reader._number, "r": Reader._begin_run,
    "rPr": Reader._properties, "rStyle": Reader._run_style, "vanish": Reader._vanish, "b": Reader._bold_type,
    "t": Reader._begin_words, "fldChar": Reader._field, "tbl": Reader._begin_table,
    "showingPlcHdr": Reader._control, "sdtContent": Reader._control_content,
    "footnote": Reader._begin_note, "endnote": Reader._begin_note,
    "footnoteReference": Reader._refer, "endnoteReference": Reader._refer_to_end,
}  # fmt: skip
_KNOWN = frozenset(("pPr", "numPr", "sdt", "sdtPr", "footnotes", "endnotes", *_TAKING, *_SIGNS, *_LEFT_OUT))


class WordDocument(NamedTuple):
    """A Word document as read: what its lines come from, the name of its main part, and what its notes hang on."""

    document: Document
    main: str
    runs: list[Run]
    notes: dict[tuple[str, str], int]
    note_lines: list[tuple[str, str]]


def read_document(zipped: Zipped) -> WordDocument:
    """Read a document's copy and its notes; raises UnreadableStory."""
    main = main_part(zipped)
    data = zipped.read(main)
    if data is None:
        raise UnreadableStory(f"it is no {KIND}: it is a zip file without {main}")
    others = related(zipped, main).found
    styles = Styles(others.get("styles", ""))
    if described := zipped.read(styles.name):
        styles.walk(described)
    parts = {main: data}
    reader = Reader(main, styles.found)
    reader.walk(data)
    reader.finish()
    for sort in ("footnotes", "endnotes"):
        name = others.get(sort, "")
        content = zipped.read(name) if name not in parts else None
        if content is not None:
            parts[name] = content
            reader = Reader(name, styles.found, len(parts) - 1, reader)
            reader.walk(content)
            reader.finish()
    document = Document(reader.read.lines, reader.read.shapes, reader.read.pieces, parts, reader.read.seams)
    return WordDocument(document, main, reader.runs, reader.notes, reader.note_lines)
