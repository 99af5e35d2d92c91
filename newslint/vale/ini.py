"""The syntax of `.vale.ini`, as the package go-ini reads it: sections of keys, of which one may be given twice."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.errors import ConfigError
from newslint.base.record import NamedTuple
from newslint.base.schema import show
from newslint.base.text import UnreadableStory, read_text

MOST_BYTES = 128 * 1024
_MOST_SECTIONS = 500
CORE = ""  # the name of what stands above all sections
_LONG_QUOTE = '"""'
_SAID = "a line is a [section], a key with its value (Key = value), or a comment"


class Value(NamedTuple):
    """A value as it is once marks round it and comments are gone, and its line (from 1)."""

    text: str
    line: int


class Section(NamedTuple):
    """A section and its line (from 1): its keys, each with the values that it was given, in order."""

    name: str
    line: int
    keys: dict[str, list[Value]]

    def value(self, key: str) -> Value | None:
        """The first value of a key, which is the one that holds where a key has but one."""
        return next(iter(self.keys.get(key, ())), None)

    def listed(self, key: str) -> list[Value]:
        """What the values of a key list, with commas between: each once, with its line."""
        found: dict[str, Value] = {}
        for value in self.keys.get(key, ()):
            for part in value.text.split(","):
                if text := part.strip():
                    found.setdefault(text, Value(text, value.line))
        return [*found.values()]


def read_ini(path: str) -> dict[str, Section]:
    """The sections of a file by name, in order, that of no name first; raises ConfigError with the line."""
    try:
        text = read_text(path, MOST_BYTES)
    except UnreadableStory as error:
        raise ConfigError(f"the configuration of Vale cannot be read: {error}", path) from None
    if "\0" in text:
        raise ConfigError("this is no text, and so no configuration of Vale", path)
    return sections_of(text, path)


def sections_of(text: str, path: str) -> dict[str, Section]:
    """The same for the text of a file."""
    section = Section(CORE, 1, {})
    found = {CORE: section}
    lines = _Lines(text, path)
    for line in lines:
        if line[0] in "#;":
            continue
        if line[0] == "[":
            end = line.rfind("]")
            if end < 0:
                raise lines.wrong("a section is opened here that is never closed: expected “]”")
            name = line[1:end]
            name = CORE if name == "DEFAULT" else name
            section = found.setdefault(name, Section(name, lines.number, {}))
            if len(found) > _MOST_SECTIONS:
                raise lines.wrong(f"this is one section too many: newslint reads {_MOST_SECTIONS:,}")
            continue
        number = lines.number
        key, rest = _key(line, lines)
        section.keys.setdefault(key, []).append(Value(_value(rest, lines), number))
    return found


class _Lines:
    """The lines of a text that are not empty, without the white space round them; `number` counts from 1."""

    def __init__(self, text: str, path: str) -> None:
        self._lines = text.removeprefix("\ufeff").split("\n")
        self._path = path
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        while self.number < len(self._lines):
            line = self.next()
            if line.strip():
                yield line.strip()

    @property
    def at_end(self) -> bool:
        return self.number >= len(self._lines)

    def next(self) -> str:
        """The next line as it stands."""
        self.number += 1
        return self._lines[self.number - 1]

    def wrong(self, message: str, line: int = 0) -> ConfigError:
        return ConfigError(message, self._path, line or self.number)


def _key(line: str, lines: _Lines) -> tuple[str, str]:
    """The key of a line, which may stand in marks, and what follows its sign."""
    quote = next((mark for mark in (_LONG_QUOTE, '"', "`") if line.startswith(mark)), "")
    start = len(quote)
    end = line.find(quote, start) if quote else 0
    at = min((n for sign in "=:" if (n := line.find(sign, end + start)) >= 0), default=-1)
    key = "" if end < 0 or at < 0 else (line[start:end] if quote else line[:at]).strip()
    if not key:
        raise lines.wrong(f"expected a key and a value, found {show(line)}: {_SAID}")
    return key, line[at + 1 :]


def _value(rest: str, lines: _Lines) -> str:
    """What stands behind the sign of a key, and on further lines where it goes on there."""
    text = rest.strip()
    for quote in (_LONG_QUOTE, "`"):
        if text.startswith(quote):
            return _quoted(text[len(quote) :], quote, lines)
    if text.endswith("\\"):
        return _continued(text[:-1], lines)
    at = text.find(" #")
    at = at if at >= 0 else text.find(" ;")
    text = text[:at].strip() if at >= 0 else text
    for mark in "'\"":
        if len(text) > 1 and text[0] == text[-1] == mark and text.count(mark) == 2:
            return text[1:-1]
    return text


def _quoted(text: str, quote: str, lines: _Lines) -> str:
    """A value between marks that may reach over lines."""
    first = lines.number
    end = text.rfind(quote)
    if end >= 0:
        return text[:end]
    parts = [text]
    while not lines.at_end:
        line = lines.next()
        end = line.rfind(quote)
        if end >= 0:
            return "\n".join([*parts, line[:end]])
        parts.append(line)
    raise lines.wrong(f"a value is opened here by {quote} that is never closed", first)


def _continued(text: str, lines: _Lines) -> str:
    """A value that goes on on the next line, where its line ends in a backslash."""
    parts = [text]
    while not lines.at_end:
        line = lines.next().strip()
        parts.append(line.removesuffix("\\"))
        if not line.endswith("\\"):
            break
    return "".join(parts)
