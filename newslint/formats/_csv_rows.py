"""Reads a table's rows with the place of each field (the csv module tells none), and makes stories of them.

What a field says is as the csv module reads it with its default dialect: a field that begins with a quotation mark
ends at the next one that is not doubled, and may hold line ends; anywhere else such a mark is a sign like others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newslint.base.record import NamedTuple
from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.formats import Reading, Unread
from newslint.formats._fields import FieldNames, names_seen, record_story
from newslint.formats._layer import Layer, Piece
from newslint.formats._records import too_long
from newslint.model.story import Story

DELIMITERS = (",", ";", "\t", "|")
MOST_FIELDS = 1_000  # of a row
LONGEST_HEAD = 100_000  # code points of a first row
MOST_DOUBLED = 200_000  # quotation marks in a field, for each of which a place is kept
_SAID = re.compile(r"\"?sep=([,;\t|])\"?[\r\n]+", re.IGNORECASE)  # what Excel sets above a table
_BLANK = re.compile(r"[\r\n]*")
_ENDS = re.compile(r"[\r\n]")


class Cell(NamedTuple):
    """A field of a row: where it stands, and where what it says begins and ends.

    `doubled` are the places of its doubled marks. A `quoted` one may have something behind its mark; an `open` one
    is never closed.
    """

    start: int
    end: int
    inner: Span
    doubled: tuple[int, ...] = ()
    quoted: bool = False
    open: bool = False


class Rows:
    """The rows of a text, one after another."""

    def __init__(self, text: str, delimiter: str, start: int = 0) -> None:
        self.text = text
        self.start = start
        self._plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")

    def __iter__(self) -> Iterator[list[Cell]]:
        at, size = self.start, len(self.text)
        while (at := self._blank_end(at)) < size:
            row, at = self._row(at)
            yield row

    def _blank_end(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def _row(self, at: int) -> tuple[list[Cell], int]:
        """The row that begins here, and where the next one does; of one with too many fields the first."""
        text, size = self.text, len(self.text)
        row: list[Cell] = []
        while True:
            if text.startswith('"', at):
                cell = self._quoted(at)
            else:
                end = self._end(at)
                cell = Cell(at, end, Span(at, end))
            row.append(cell)
            at = cell.end
            if at >= size:
                return row, size
            if text[at] in "\r\n":
                return row, at + 2 if text.startswith("\r\n", at) else at + 1
            at += 1
            if len(row) > MOST_FIELDS:
                line = _ENDS.search(text, at)
                return row, line.end() if line else size

    def _end(self, at: int) -> int:
        found = self._plain.match(self.text, at)
        return found.end() if found else at

    def _quoted(self, start: int) -> Cell:
        """A field in quotation marks; what stands behind them belongs to it."""
        text, doubled = self.text, []
        at = text.find('"', start + 1)
        while at >= 0 and text.startswith('"', at + 1):
            doubled.append(at)
            if len(doubled) > MOST_DOUBLED:
                raise UnreadableStory(f"a field of it has more than {MOST_DOUBLED:,} doubled quotation marks")
            at = text.find('"', at + 2)
        if at < 0:
            return Cell(start, len(text), Span(start + 1, len(text)), tuple(doubled), True, True)
        return Cell(start, self._end(at + 1), Span(start + 1, at), tuple(doubled), True)

    def pieces(self, cell: Cell) -> Iterator[Piece]:
        """What a field says, run by run."""
        text, at = self.text, cell.inner.start
        for mark in cell.doubled:
            if mark > at:
                yield text[at:mark], at, mark
            yield '"', mark, mark + 2
            at = mark + 2
        if at < cell.inner.end:
            yield text[at : cell.inner.end], at, cell.inner.end
        if cell.quoted and not cell.open and cell.end > cell.inner.end + 1:
            yield text[cell.inner.end + 1 : cell.end], cell.inner.end + 1, cell.end

    def says(self, cell: Cell) -> str:
        """What a field says."""
        return "".join([piece[0] for piece in self.pieces(cell)])


class RowReader:
    """Reads the rows of one file as records; its first row names their fields."""

    def __init__(self, source: Source, format: str, reading: Reading) -> None:
        self.source = source
        self.format = format
        self.reading = reading
        names = FieldNames(reading.fields)
        best: tuple[int, int] = (-1, 0)
        tabbed = source.path.lower().removesuffix(".gz").removesuffix(".zst").endswith(".tsv")
        said = _SAID.match(source.text)
        for delimiter in said[1] if said else ("\t", ",", ";", "|") if tabbed else DELIMITERS:
            table = Rows(source.text, delimiter, said.end() if said else 0)
            head = next(iter(table), None)
            if head is None:
                raise NoStory("it has no rows: it is empty")
            if head[-1].end - head[0].start > LONGEST_HEAD:
                continue
            given = [table.says(cell).strip() for cell in head]
            found = names.chosen(dict.fromkeys(given, ""), lambda _: True)
            if (score := (len(found), len(given))) > best:
                best, self.table, self.head, self.delimiter = score, table, given, delimiter
        if not best[1]:
            raise NoStory("it is no table: its first row is longer than any that names fields")
        self.names = names

    def rows(self) -> Iterator[list[Cell]]:
        """The rows below the first."""
        found = iter(self.table)
        next(found, None)
        return found

    def read(self, row: Sequence[Cell], number: int) -> Story | Unread | None:
        """The story of a row, or why it cannot be read; None where it has none."""
        why = self._broken(row)
        if why:
            return Unread(Span(row[0].start, row[-1].end), why)
        cells = dict(zip(self.head, row, strict=True))
        text = self.source.text

        def layers(name: str) -> list[Layer]:
            if why := too_long(self.table.says(cells[name])):
                raise UnreadableStory(why)
            return [Layer(self.table.pieces(cells[name]), _writer(cells[name], self.delimiter))]

        def said(name: str) -> str:
            return self.table.says(cells[name]).strip()

        found = self.names.chosen(cells, lambda cell: bool(text[cell.start : cell.end].strip('" \t\r\n')))
        try:
            return record_story(self.source, self.reading, self.format, number, found, layers, said)
        except UnreadableStory as error:
            return Unread(Span(row[0].start, row[-1].end), str(error))

    def _broken(self, row: Sequence[Cell]) -> str:
        if row[-1].open:
            at = self.source.lines.position(row[-1].start)
            return (
                f"the quotation mark that opens its last field is never closed (line {at.line}, column {at.column})"
            )
        if len(row) > MOST_FIELDS:
            return f"it has more than {MOST_FIELDS:,} fields"
        if len(row) != len(self.head):
            return f"it has {_count(len(row))}, and the first row, which names them, {len(self.head):,}"
        return ""

    def nothing_in(self, records: int) -> str:
        """What is said of a table in which no row has a text."""
        rows = f"none of its {records:,} rows has a text" if records else "it has no rows below the first"
        return (
            f"{rows}: its fields are {names_seen(self.head)}; "
            "“fields:” in newslint.yaml says which of them is the “text”"
        )


def _count(fields: int) -> str:
    return "one field" if fields == 1 else f"{fields:,} fields"


def _writer(cell: Cell, delimiter: str) -> Callable[[str], str | None]:
    """How prose is written in a field; None where it would need quotation marks that are not there."""
    if cell.quoted and cell.end == cell.inner.end + 1:
        return lambda prose: prose.replace('"', '""')
    special = frozenset((delimiter, '"', "\r", "\n"))
    return lambda prose: None if special.intersection(prose) else prose
