"""The text of a reStructuredText file: walks its blocks by how far in they stand and gathers what readers see."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._rst_explicit import Block, ExplicitReader
from newslint.formats._rst_inline import Inline
from newslint.formats._rst_lines import (
    ADORNMENT,
    BULLET,
    EXPLICIT,
    FIELD,
    MAX_DEPTH,
    NUMBER,
    Line,
    edge,
    hung,
    trimmed,
)
from newslint.formats._rst_tables import table
from newslint.model.story import Zone

_ARGUMENT = r"(?:[ =]?(?:<[^<>]{1,60}>|[A-Za-z][\w-]{0,60}))?"
_OPTION_OF = rf"(?:--[A-Za-z0-9][\w-]{{0,60}}|[-+][A-Za-z0-9]|/[A-Za-z]){_ARGUMENT}"
_OPTION = pattern(rf"{_OPTION_OF}(?:, {_OPTION_OF}){{0,9}}(?:[ ]{{2,}}|\Z)")
_VERSE = pattern(r"\|(?:[ \t]+|\Z)")
_SIGNED = pattern(r"(?:---?(?!-)|—)[ \t]*(?=\S)")
_DOCTEST = pattern(r">>>(?:[ \t]|\Z)")
_LITERAL = pattern(r"(?<!\\)(?:\\\\)*+::\Z")
_HEAD_TITLES = 2  # headline and deck: fields below them are of the whole story
_SURE = 4  # signs under a title that make one of any line above


class Heading(NamedTuple):
    """A title: its zone, how it is marked, and how many zones come before it."""

    zone: Zone
    style: str
    number: int


class Field(NamedTuple):
    """A field that says something of the whole story: its name, and the stretches of its values."""

    name: str
    values: list[list[Span]]


class BlockReader(ExplicitReader):
    """Reads the blocks of a file."""

    def __init__(self, text: str, inline: Inline) -> None:
        super().__init__(text, inline)
        self.headings: list[Heading] = []
        self.fields: list[Field] = []
        self.styles: list[str] = []
        self.steps: tuple[Callable[[Block, int], int], ...] = (
            self._bullet, self._numbered, self._field, self._option, self._doctest, self._verse, self._table,
            self._explicit, self._adorned, self._underlined, self._defined, self._paragraph,
        )  # fmt: skip

    def read(self, lines: Sequence[Line], role: str, depth: int) -> None:
        """Read a block of lines; what stands too deep is read as paragraphs."""
        block = Block(lines, edge(lines), role, depth)
        n = 0
        while n < len(lines):
            if lines[n].blank:
                n += 1
            elif lines[n].col == block.col and (after := self.take_plain(block, n)) > n:
                n = after
            elif depth >= MAX_DEPTH:
                n = self._flat(block, n)
            elif lines[n].col > block.col:
                n = self._quote(block, n)
            else:
                n = next(after for step in self.steps if (after := step(block, n)) > n)

    def _flat(self, block: Block, n: int) -> int:
        first = n
        while n < len(block.lines) and not block.lines[n].blank:
            n += 1
        self.emit([Span(block.lines[first].start, block.lines[n - 1].end)], block.role)
        return n

    def _is_adorned(self, line: Line) -> bool:
        return not line.blank and ADORNMENT.match(self.text, line.start, line.end) is not None

    def _next(self, block: Block, n: int) -> Line:
        """The line after one; a blank one at the end."""
        return block.lines[n + 1] if n + 1 < len(block.lines) else Line(0, 0, 0)

    # -- quotations ------------------------------------------------------------------------------------------------

    def _quote(self, block: Block, n: int) -> int:
        stop = self.after_indented(block, n)
        lines = trimmed(block.lines[n:stop])
        first = lines[0]
        listed = any(each.match(self.text, first.start, first.end) for each in (BULLET, NUMBER, EXPLICIT))
        if block.role or not listed:
            self.quoted(lines, block.role or "quote-block", block.depth + 1)
        else:
            self.read(lines, "", block.depth + 1)  # a list that is only set in
        return stop

    def quoted(self, lines: Sequence[Line], role: str, depth: int) -> None:
        """Read a quotation, with the lines that name who is quoted."""
        base, begun, n = edge(lines), 0, 1
        while n < len(lines):
            line = lines[n]
            if not lines[n - 1].blank or line.blank or line.col != base or not self._is_signed(line):
                n += 1
            else:
                self.read(lines[begun:n], role, depth)
                begun = n
                while n < len(lines) and not lines[n].blank:
                    n += 1
                self.emit([Span(line.start, lines[n - 1].end)], role)
                begun = n
        self.read(lines[begun:], role, depth)

    def _is_signed(self, line: Line) -> bool:
        return _SIGNED.match(self.text, line.start, line.end) is not None

    # -- lists -----------------------------------------------------------------------------------------------------

    def _bullet(self, block: Block, n: int) -> int:
        line = block.lines[n]
        m = BULLET.match(self.text, line.start, line.end)
        return self._item(block, n, m.end()) if m else n

    def _numbered(self, block: Block, n: int) -> int:
        line, below = block.lines[n], self._next(block, n)
        m = NUMBER.match(self.text, line.start, line.end)
        if not m:
            return n
        if not below.blank and below.col == block.col and not NUMBER.match(self.text, below.start, below.end):
            return n  # a sentence that begins with a number or an initial
        return self._item(block, n, m.end())

    def _item(self, block: Block, n: int, at: int) -> int:
        """An item whose text begins at `at`; gives the line after it."""
        line = block.lines[n]
        col = line.col + at - line.start if at < line.end else block.col + 1
        stop = n + 1
        while stop < len(block.lines) and (block.lines[stop].blank or block.lines[stop].col >= col):
            stop += 1
        first = [Line(at, line.end, col)] if at < line.end else []
        self.read([*first, *block.lines[n + 1 : stop]], block.role or "list", block.depth + 1)
        return stop

    def _field(self, block: Block, n: int) -> int:
        line = block.lines[n]
        m = FIELD.match(self.text, line.start, line.end)
        if not m:
            return n
        stop = self.after_indented(block, n + 1)
        body = hung(Line(m.end(), line.end, line.col + m.end() - line.start), block.lines[n + 1 : stop])
        if block.depth == 0 and len(self.found) == len(self.headings) <= _HEAD_TITLES:
            self.fields.append(Field(m[1], self._values(trimmed(body))))
            return stop
        self.emit([Span(*m.span(1))], block.role or "list", fixed=True)
        self.read(body, block.role or "list", block.depth + 1)
        return stop

    def _values(self, body: Sequence[Line]) -> list[list[Span]]:
        """The values of a field of the head: the items of a list, or its one text."""
        items: list[list[Span]] = [[]]
        for line in body:
            m = BULLET.match(self.text, line.start, line.end)
            if m:
                items.append([])
            if not line.blank:
                items[-1].append(Span(m.end() if m else line.start, line.end))
        return [each for each in items if each]

    def _option(self, block: Block, n: int) -> int:
        line, below = block.lines[n], self._next(block, n)
        m = _OPTION.match(self.text, line.start, line.end)
        if not m or (m.end() == line.end and (below.blank or below.col <= block.col)):
            return n
        stop = self.after_indented(block, n + 1)
        first = Line(m.end(), line.end, line.col + m.end() - line.start)
        self.read(hung(first, block.lines[n + 1 : stop]), block.role or "list", block.depth + 1)
        return stop

    def _defined(self, block: Block, n: int) -> int:
        """A term, and below it further in what it means."""
        line, below = block.lines[n], self._next(block, n)
        if below.blank or below.col <= block.col:
            return n
        stop = self.after_indented(block, n + 1)
        self.emit([Span(line.start, line.end)], block.role or "list")
        self.read(block.lines[n + 1 : stop], block.role or "list", block.depth + 1)
        return stop

    # -- other blocks ----------------------------------------------------------------------------------------------

    def _doctest(self, block: Block, n: int) -> int:
        if not _DOCTEST.match(self.text, *block.lines[n][:2]):
            return n
        while n < len(block.lines) and not block.lines[n].blank:
            n += 1
        return n

    def _verse(self, block: Block, n: int) -> int:
        """Lines that stay lines: each stanza is a paragraph."""
        stanza: list[Span] = []
        lines = block.lines
        while n < len(lines) and not lines[n].blank:
            m = _VERSE.match(self.text, *lines[n][:2])
            if not m and (lines[n].col <= block.col or not stanza):
                break
            start = m.end() if m else lines[n].start
            if start < lines[n].end:
                stanza.append(Span(start, lines[n].end))
            elif stanza:
                self.emit(stanza, block.role)
                stanza = []
            n += 1
        if stanza:
            self.emit(stanza, block.role)
        return n

    def _table(self, block: Block, n: int) -> int:
        stop, cells = table(self.text, block.lines, n)
        for cell in cells:
            self.emit(cell, "table", fixed=True)  # a longer word would move the lines it is drawn with
        return stop

    def _explicit(self, block: Block, n: int) -> int:
        line = block.lines[n]
        m = EXPLICIT.match(self.text, line.start, line.end)
        return self.explicit(block, n, m.end()) if m else n

    # -- titles and paragraphs -------------------------------------------------------------------------------------

    def _adorned(self, block: Block, n: int) -> int:
        """A line of one sign: above a title, or between two parts of the text."""
        line, below = block.lines[n], self._next(block, n)
        if not self._is_adorned(line):
            return n
        size = line.end - line.start
        under = self._next(block, n + 1)
        said = self.text[line.start : line.end]
        closed = not below.blank and self._is_adorned(under) and self.text[under.start : under.end] == said
        if closed and (size >= _SURE or below.end - below.start <= size):
            self._headed(block, below, said[0] * 2, size)
            return n + 3
        return n + 1 if size >= _SURE else n

    def _underlined(self, block: Block, n: int) -> int:
        line, below = block.lines[n], self._next(block, n)
        size = below.end - below.start
        if below.col != block.col or not self._is_adorned(below):
            return n
        if size < _SURE and line.end - line.start > size:
            return n
        self._headed(block, line, self.text[below.start], size)
        return n + 2

    def _headed(self, block: Block, line: Line, style: str, size: int) -> None:
        if style not in self.styles:
            self.styles.append(style)
        number = len(self.found)
        level = min(self.styles.index(style) + 1, 6)
        zone = self.emit([Span(line.start, line.end)], "subhead", level=level, fixed=size < _SURE)
        if zone and block.depth == 0:
            self.headings.append(Heading(zone, style, number))

    def _paragraph(self, block: Block, n: int) -> int:
        first, lines = n, block.lines
        while n < len(lines) and not lines[n].blank and lines[n].col == block.col:
            n += 1
        start, end = lines[first].start, lines[n - 1].end
        if not _LITERAL.search(self.text, max(start, end - 40), end):
            self.emit([Span(start, end)], block.role)
            return n
        if end - start > 2:
            before = self.text[end - 3].isspace()
            self.emit([Span(start, end - 3 if before else end - 1)], block.role)
        return self._after_literal(block, n)

    def _after_literal(self, block: Block, n: int) -> int:
        """The line after a literal block: one set in, or one whose lines all begin with the same sign."""
        lines = block.lines
        while n < len(lines) and lines[n].blank:
            n += 1
        if n == len(lines) or lines[n].col > block.col:
            return self.after_indented(block, n)
        sign = self.text[lines[n].start]
        if not ADORNMENT.match(sign):
            return n
        while n < len(lines) and not lines[n].blank and self.text[lines[n].start] == sign:
            n += 1
        return n
