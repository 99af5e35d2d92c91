"""Reads JSON with the place of every value in the source, and each text in it as a layer through its escapes.

The standard library's decoder says what is well-formed, and how far each value reaches; only the objects and lists
that somebody asks for are walked, member by member.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory
from newslint.base.typed import Any
from newslint.formats._layer import Layer, Piece
from newslint.formats._records import too_long

MOST_VALUES = 1_000_000  # of a text, before it is read: each takes some hundred bytes of memory
MOST_ESCAPES = 200_000  # of one text, for each of which a place is kept
MOST_MEMBERS = 5_000  # of an object or a list that is gone into
_SPACE = pattern(r"[ \t\r\n]*")
_COLON = pattern(r"[ \t\r\n]*:[ \t\r\n]*")
_COMMA = pattern(r"[ \t\r\n]*,?[ \t\r\n]*")
_ESCAPE = pattern(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([^u]))", re.DOTALL
)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ESCAPED_LETTER = pattern(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")
_EXPECTED = {  # how the decoder begins what it says, and how an editor would
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing behind a name",
    "Expecting property name": "a name in quotation marks is missing",
    "Illegal trailing comma": "a comma stands before a closing bracket",
    "Unterminated string": "a quotation mark is opened here and never closed",
    "Invalid control character": "a line end or another control character stands within quotation marks",
    "Invalid \\escape": "a backslash stands before a sign that needs none",
    "Invalid \\u": "“\\u” stands without four digits behind it",
    "Extra data": "there is more behind its end",
}
_decoder: Any = json.JSONDecoder(parse_int=str, parse_float=str)  # what figures are written like is all that is asked


class Value(NamedTuple):
    """A value: what it is, and where in the text it stands, the marks of a text included. Figures are texts here."""

    data: Any
    start: int
    end: int


class JsonFault(UnreadableStory):
    """What is wrong with a text that is no JSON, and at which of its code points."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


class JsonText:
    """A JSON text, which begins at `offset` of its source. `ascii` says whether it escapes all other letters."""

    def __init__(self, text: str, offset: int = 0, ascii: bool = False) -> None:
        self.text = text
        self.offset = offset
        self._written = write_ascii if ascii else write

    def root(self) -> Value:
        """The one value; raises JsonFault."""
        text = self.text
        if len(text) > MOST_VALUES and sum(map(text.count, ",[{")) > MOST_VALUES:
            raise JsonFault(f"it has more than {MOST_VALUES:,} values: no story has", 0)
        start = self._at(_SPACE, 0)
        try:
            data, end = _decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise JsonFault(_why(error.msg), error.pos) from None
        except RecursionError:
            raise JsonFault("its brackets are nested deeper than in any story", start) from None
        if (rest := self._at(_SPACE, end)) < len(text):
            raise JsonFault(_EXPECTED["Extra data"], rest)
        return Value(data, start, end)

    def _at(self, what: re.Pattern[str], at: int) -> int:
        found = what.match(self.text, at)
        return found.end() if found else at

    def members(self, value: Value) -> dict[str, Value]:
        """The members of an object by their names, of one name the last; none where it is no object."""
        found: dict[str, Value] = {}
        if not isinstance(value.data, dict) or not value.data:
            return found
        self._few(value)
        at = self._at(_SPACE, value.start + 1)
        while self.text[at] == '"':
            name, at = scanstring(self.text, at + 1)
            start = self._at(_COLON, at)
            data, end = _decoder.scan_once(self.text, start)
            found[name] = Value(data, start, end)
            at = self._at(_COMMA, end)
        return found

    def items(self, value: Value) -> Iterator[Value]:
        """The items of a list; none where it is no list."""
        if not isinstance(value.data, list):
            return
        self._few(value)
        at = self._at(_SPACE, value.start + 1)
        for _ in value.data:
            data, end = _decoder.scan_once(self.text, at)
            yield Value(data, at, end)
            at = self._at(_COMMA, end)

    def _few(self, value: Value) -> None:
        if len(value.data) > MOST_MEMBERS:
            raise JsonFault(
                f"an object or a list in it has more than {MOST_MEMBERS:,} members: no story’s has", value.start
            )

    def is_text(self, value: Value) -> bool:
        """Whether a value is a text, and has words; figures have none."""
        return self.text[value.start] == '"' and bool(value.data.strip())

    def layer(self, value: Value) -> Layer:
        """A text, decoded, with its places in the source; raises JsonFault where it has too many escapes."""
        text, start, end = self.text, value.start + 1, value.end - 1
        if text.count("\\", start, end) > MOST_ESCAPES:
            raise JsonFault(f"a text in it has more than {MOST_ESCAPES:,} escapes", start)
        if why := too_long(value.data):
            raise JsonFault(why, start)
        return Layer(_pieces(text, start, end, self.offset), self._written)


def _pieces(text: str, at: int, end: int, offset: int) -> Iterator[Piece]:
    """A text's runs, and the sign of each escape; of half a surrogate pair the sign for what cannot be read."""
    known: dict[str, str] = {}
    for m in _ESCAPE.finditer(text, at, end) if text.find("\\", at, end) >= 0 else ():
        start, stop = m.span()
        if start > at:
            yield text[at:start], at + offset, start + offset
        sign = known.get(m[0])
        if sign is None:
            sign = known[m[0]] = _sign(m)
        yield sign, start + offset, stop + offset
        at = stop
    if at < end:
        yield text[at:end], at + offset, end + offset


def _sign(m: re.Match[str]) -> str:
    """What an escape stands for."""
    if m[1]:
        return chr(0x10000 + ((int(m[1], 16) - 0xD800) << 10) + int(m[2], 16) - 0xDC00)
    if m[3]:
        code = int(m[3], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return _SIGNS.get(m[4], m[4])


def _why(said: str) -> str:
    return next((why for begins, why in _EXPECTED.items() if said.startswith(begins)), "it is not valid JSON")


def write(prose: str) -> str | None:
    """How prose is written within quotation marks."""
    return json.dumps(prose, ensure_ascii=False)[1:-1]


def write_ascii(prose: str) -> str | None:
    """The same with each letter that ASCII has not escaped."""
    return json.dumps(prose)[1:-1]


def escapes_letters(text: str) -> bool:
    """Whether a file escapes the letters that ASCII has not: it has none as it stands, and some escaped."""
    return text.isascii() and _ESCAPED_LETTER.search(text) is not None


def plain(text: str) -> str:
    """A decoded text without halves of surrogate pairs, which nobody can write down."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "�", text)
