"""Tables as text (CSV, TSV): each row below the first is a record with one story, the first names its fields."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.formats import Reading, Unread, first_story
from newslint.model.story import Story


class CsvTable:
    """Tables with a comma, semicolon, tab or upright stroke between fields, packed or not."""

    name = "csv"
    extensions: tuple[str, ...] = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst")
    named_only = True

    def open(self, data: bytes, path: str) -> Source:
        """The text of the file, unpacked where it is packed; raises UnreadableStory."""
        from newslint.formats._packed import open_packed

        return open_packed(data, path)

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each row that has one, and the rows that cannot be read; raises NoStory, UnreadableStory."""
        from newslint.formats._csv_rows import RowReader
        from newslint.formats._fields import MOST_BROKEN, MOST_RECORDS, refuse_lines, too_many

        refuse_lines(source.text)
        rows = RowReader(source, self.name, reading)
        broken = told = number = 0
        first = ""
        for number, row in enumerate(rows.rows(), 1):
            place = Span(row[0].start, row[-1].end)
            if number > MOST_RECORDS or broken > MOST_BROKEN:
                yield Unread(place, too_many(number > MOST_RECORDS))
                return
            found = rows.read(row, number)
            if isinstance(found, Unread):
                broken += 1
                first = first or f"line {source.lines.position(place.start).line}: {found.why}"
            if found:
                told += isinstance(found, Story)
                yield found
        if broken and broken == number:
            raise UnreadableStory(f"none of its rows fits its first one, which names the fields: {first}")
        if not told and not broken:
            raise NoStory(rows.nothing_in(number))


FORMATS = (CsvTable(),)
