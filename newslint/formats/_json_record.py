"""One line of a file of JSON lines as a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.base.text import Source, Span, UnreadableStory
from newslint.formats import Reading, Unread
from newslint.formats._fields import FieldNames, names_seen, record_story
from newslint.formats._json import JsonFault, JsonText, Value, escapes_letters, plain
from newslint.formats._layer import Layer
from newslint.model.story import Story

_INNER = ("name", "text", "value", "title", "html")  # where an object instead of a text has that text


class RecordReader:
    """Reads the records of one file, one after another."""

    def __init__(self, source: Source, format: str, reading: Reading) -> None:
        self.source = source
        self.format = format
        self.reading = reading
        self.names = FieldNames(reading.fields)
        self.ascii = escapes_letters(source.text)
        self.seen: dict[str, None] = {}

    def read(self, start: int, end: int, number: int) -> Story | Unread | None:
        """The story of the record that is `text[start:end]`, or why it cannot be read; None where it has none."""
        json = JsonText(self.source.text[start:end], start, self.ascii)
        try:
            root = json.root()
            if not isinstance(root.data, dict):
                return Unread(Span(start, end), "it is JSON, but no object with fields")
            return self._story(json, json.members(root), number)
        except JsonFault as fault:
            why = f"it is no sound JSON: {fault} (column {fault.at + 1:,})"
            return Unread(Span(start, end), why)
        except UnreadableStory as error:
            return Unread(Span(start, end), str(error))

    def _story(self, json: JsonText, members: Mapping[str, Value], number: int) -> Story | None:
        def texts(name: str) -> list[Value]:
            return list(_texts(json, members[name]))

        def layers(name: str) -> list[Layer]:
            return [json.layer(value) for value in texts(name)]

        def said(name: str) -> str:
            data = members[name].data
            return plain(data) if isinstance(data, str) else ", ".join(plain(each.data) for each in texts(name))

        found = self.names.chosen(members, lambda value: _is_given(json, value))
        if len(self.seen) < 100:
            self.seen.update(dict.fromkeys(members))
        return record_story(self.source, self.reading, self.format, number, found, layers, said)

    def nothing_in(self, records: int) -> str:
        """What is said of a file in which no record has a text."""
        if not records:
            return "it has no records: it is empty"
        return (
            f"none of its {records:,} records has a text: it has the fields {names_seen(self.seen)}; "
            "“fields:” in newslint.yaml says which of them is the “text”"
        )


def _is_given(json: JsonText, value: Value) -> bool:
    """Whether a value is a text with words, a figure, or something that has such a text inside."""
    if isinstance(value.data, str):
        return bool(value.data.strip())
    return next(_texts(json, value), None) is not None


def _texts(json: JsonText, value: Value) -> Iterator[Value]:
    """The texts of a value: itself, those of a list, or that of an object by the usual name."""
    if isinstance(value.data, str):
        if json.is_text(value):
            yield value
    elif isinstance(value.data, list):
        for item in json.items(value):
            if not isinstance(item.data, list):
                yield from _texts(json, item)
    elif isinstance(value.data, dict):
        inside = json.members(value)
        inner = next((inside[name] for name in _INNER if name in inside), None)
        if inner is not None and isinstance(inner.data, str):
            yield from _texts(json, inner)
