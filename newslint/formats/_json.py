"""Reads JSON into values that know where they stand in the source, exact through the escapes of its strings.

The standard library's decoder tells no places. Its scanner of strings does (`scanstring`: the value, and where it
ends), is in C, and is what takes the time; what stands between strings is read here.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.typed import Any
from newslint.formats._layer import Layer, Piece, Written

MAX_DEPTH = 100  # objects and lists inside one another
_SPACE = pattern(r"[ \t\n\r]*")
_NUMBER = pattern(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORDS = (("true", True), ("false", False), ("null", None))
_ESCAPE = pattern(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]+")
_LONE = pattern(r"[\ud800-\udfff]")


class Text:
    """A string: its value, and where that stands in the source, without its quotation marks."""

    __slots__ = ("span", "value")

    def __init__(self, value: str, span: Span) -> None:
        self.value = value
        self.span = span

    def __repr__(self) -> str:
        return f"Text({self.value!r}, {self.span})"


class BrokenJson(Exception):
    """What is wrong with a text that should be JSON, and where."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at


class JsonReader:
    """Reads one value of a text; strings in it are `Text`, objects are dicts, lists are lists."""

    def __init__(self, text: str) -> None:
        from json.decoder import scanstring  # type: ignore[attr-defined]  # here: few stories are JSON

        self.text = text
        self._scan = scanstring
        self._ascii: bool | None = None

    def value(self, start: int = 0, end: int | None = None) -> Any:
        """The value that is `text[start:end]`, with nothing but white space round it; raises BrokenJson."""
        end = len(self.text) if end is None else end
        found, at = self._value(self._spaces(start), 0)
        at = self._spaces(at)
        if at < end:
            raise BrokenJson(at, "something follows where it should end")
        if at > end:
            raise BrokenJson(end, "it ends in the middle of a value")
        return found

    def _spaces(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _value(self, at: int, depth: int) -> tuple[Any, int]:
        sign = self.text[at : at + 1]
        if sign == '"':
            return self._string(at)
        if sign in ("{", "["):
            if depth >= MAX_DEPTH:
                raise BrokenJson(at, f"more than {MAX_DEPTH} objects and lists stand inside one another")
            return self._object(at + 1, depth) if sign == "{" else self._list(at + 1, depth)
        for word, meaning in _WORDS:
            if self.text.startswith(word, at):
                return meaning, at + len(word)
        number = _NUMBER.match(self.text, at)
        if number is None:
            raise BrokenJson(at, "a value was expected" if sign else "it ends where a value was expected")
        return number[0], number.end()

    def _string(self, at: int) -> tuple[Text, int]:
        try:
            value, end = self._scan(self.text, at + 1, True)
        except ValueError as error:
            where = getattr(error, "pos", at)
            why = "a string is not closed" if "Unterminated" in str(error) else "a string has a sign it may not have"
            raise BrokenJson(where, f"{why} (a line end or a tab is written \\n or \\t)") from None
        return Text(value, Span(at + 1, end - 1)), end

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self._spaces(at)
        if self.text.startswith("}", at):
            return found, at + 1
        while True:
            if not self.text.startswith('"', at):
                raise BrokenJson(at, "a name in quotation marks was expected")
            name, at = self._string(at)
            at = self._spaces(at)
            if not self.text.startswith(":", at):
                raise BrokenJson(at, "a colon was expected")
            found[name.value], at = self._value(self._spaces(at + 1), depth + 1)
            at = self._spaces(at)
            if self.text.startswith("}", at):
                return found, at + 1
            at = self._comma(at, "}")

    def _list(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self._spaces(at)
        if self.text.startswith("]", at):
            return found, at + 1
        while True:
            value, at = self._value(at, depth + 1)
            found.append(value)
            at = self._spaces(at)
            if self.text.startswith("]", at):
                return found, at + 1
            at = self._comma(at, "]")

    def _comma(self, at: int, close: str) -> int:
        if not self.text.startswith(",", at):
            raise BrokenJson(at, f"a comma or {close} was expected")
        return self._spaces(at + 1)

    def layer(self, string: Text) -> Layer:
        """A string's value as a text of its own."""
        return Layer(_pieces(self.text, string), self._written())

    def _written(self) -> Written:
        """How prose is written in this file: beyond ASCII as it is, unless the file escapes all such signs."""
        from json.encoder import encode_basestring, encode_basestring_ascii

        if self._ascii is None:
            self._ascii = self.text.isascii() and "\\u" in self.text
        encode = encode_basestring_ascii if self._ascii else encode_basestring
        return lambda prose: None if _LONE.search(prose) else encode(prose)[1:-1]


def _pieces(text: str, string: Text) -> Iterator[Piece]:
    start, end = string.span
    if end - start == len(string.value):  # nothing is escaped
        yield string.value, start, end
        return
    at = 0
    for m in _ESCAPE.finditer(text, start, end):
        raw = m[0]
        size = len(raw) if raw[0] != "\\" else 1
        value = string.value[at : at + size]
        at += size
        yield "\ufffd" if _LONE.match(value) and raw[0] == "\\" else value, *m.span()


def read_json(source: Source) -> tuple[JsonReader, Any]:
    """A source as one JSON value; raises UnreadableStory, with the line, where it is none."""
    reader = JsonReader(source.text)
    try:
        return reader, reader.value()
    except BrokenJson as error:
        at = source.lines.position(min(error.at, len(source.text)))
        raise UnreadableStory(f"it is no JSON: line {at.line}, column {at.column}: {error}") from None
