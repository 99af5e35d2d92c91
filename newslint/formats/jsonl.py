"""JSON lines: each line is a record with one story, in fields by their usual names or those of the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newslint.base.lazy import pattern
from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.formats import Reading, Unread, first_story
from newslint.model.story import Story

_LINE = pattern(r"[^\r\n]+")


class JsonLines:
    """JSON lines as archives and collections have them, packed or not."""

    name = "jsonl"
    extensions: tuple[str, ...] = (
        ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst",
    )  # fmt: skip
    named_only = True

    def open(self, data: bytes, path: str) -> Source:
        """The text of the file, unpacked where it is packed; raises UnreadableStory."""
        from newslint.formats._packed import open_packed

        return open_packed(data, path)

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each line that has one, and the lines that are no JSON; raises NoStory, UnreadableStory."""
        from newslint.formats._fields import MOST_BROKEN, MOST_RECORDS, refuse_lines, too_many
        from newslint.formats._json_record import RecordReader

        refuse_lines(source.text)
        records = RecordReader(source, self.name, reading)
        lines = (m.span() for m in _LINE.finditer(source.text) if not source.text[m.start() : m.end()].isspace())
        broken = told = number = 0
        first = ""
        for number, (start, end) in enumerate(islice(lines, MOST_RECORDS + 1), 1):
            if number > MOST_RECORDS or broken > MOST_BROKEN:
                yield Unread(Span(start, end), too_many(number > MOST_RECORDS))
                return
            found = records.read(start, end, number)
            if isinstance(found, Unread):
                broken += 1
                first = first or f"line {source.lines.position(start).line}: {found.why}"
            if found:
                told += isinstance(found, Story)
                yield found
        if broken and broken == number:
            raise UnreadableStory(f"none of its lines is a JSON object: {first}")
        if not told and not broken:
            raise NoStory(records.nothing_in(number))


FORMATS = (JsonLines(),)
