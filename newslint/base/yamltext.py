"""YAML read with the line and column of every value, safe against duplicate keys and alias bombs."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Any

MAX_NODES = 100_000
MAX_DEPTH = 60
MAX_BITS = 1024  # of a whole number; who needs a larger one writes a text

Path = tuple[str | int, ...]


class YamlError(Exception):
    """What is wrong with a YAML text; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Mark(NamedTuple):
    """Where a key or value stands: its span in code points, its line and column from 1."""

    start: int
    end: int
    line: int
    column: int


class Document:
    """Plain data, and marks by path: `("rules", "a")` is the value, `("rules", "a", KEY)` its key."""

    __slots__ = ("_marks", "_origin", "data")

    def __init__(self, data: Any, marks: dict[Path, Mark] | None = None, origin: tuple[str, int] = ("", 0)) -> None:
        self.data = data
        self._marks = marks
        self._origin = origin  # the text it came from and its number there, for marks that are not yet known

    @property
    def marks(self) -> dict[Path, Mark]:
        """Marks by path; read again from the text where the data came from a cache."""
        if self._marks is None:
            text, number = self._origin
            self._marks = list(load_all(text))[number].marks
        return self._marks

    def mark(self, *path: str | int) -> Mark:
        """The mark of a path, or of the nearest parent that has one."""
        where: Path = path
        while where not in self.marks:
            if not where:
                return Mark(0, 0, 1, 1)
            where = where[:-1]
        return self.marks[where]

    def key(self, *path: str | int) -> Mark:
        """The mark of the key that leads to a path."""
        return self.marks.get((*path, KEY)) or self.mark(*path)


KEY = "\0key"
_SHOWN = 60  # code points of a value in a message
_TAGS = {  # what a value with such a tag has to be
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "timestamp": "a date such as 2026-11-22",
    "binary": "base64",
    "null": "nothing",
}
_BRACKETS = pattern(r"(?<!\w)\"(?:[^\"\\\n]|\\.)*+\"|(?<!\w)'[^'\n]*+'|[\[\]{}]")  # and what stands in marks
_DASHES = pattern(rf"(?:[-?:][ \t]++){{{MAX_DEPTH}}}")
_NO_SIGN = pattern(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


def load(text: str) -> Document:
    """The one document in `text`; raises YamlError."""
    documents = list(load_all(text))
    if len(documents) > 1:
        mark = documents[1].mark()
        raise YamlError(
            "found a second document (a line of three dashes) where one was expected", mark.line, mark.column
        )
    return documents[0] if documents else Document(None, {})


def load_all(text: str) -> Iterator[Document]:
    """Every document in `text`; raises YamlError at the first fault."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    _refuse_depth(text)
    yaml = YAML(typ="safe", pure=True)
    try:
        for node in yaml.compose_all(text):
            yield _Builder(yaml.constructor).document(node)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(str(part) for part in (error.context, error.problem) if part)
        raise YamlError(said or "it is not YAML", *((mark.line + 1, mark.column + 1) if mark else (1, 1))) from None
    except (YAMLError, RecursionError) as error:
        at = getattr(error, "position", None)
        before = text[:at] if isinstance(at, int) else ""
        said = "it is nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        raise YamlError(said, before.count("\n") + 1, len(before) - before.rfind("\n")) from None
    except YamlError:
        raise
    except Exception as error:  # ruamel.yaml lets through what Python says of "\U00110000", and other rubbish
        found = _NO_SIGN.search(text)
        before = text[: found.start()] if found else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        said = "it is no sign of Unicode that a backslash stands for here"
        raise YamlError(said if found else f"it cannot be read ({type(error).__name__})", line, column) from None


def _refuse_depth(text: str) -> None:
    """Raise YamlError for brackets in brackets, or dashes after dashes: ruamel.yaml takes seconds to refuse them."""
    deep = _DASHES.search(text)
    at = deep.start() if deep else -1
    if at < 0 and text.count("[") + text.count("{") > MAX_DEPTH:
        depth = 0
        for found in _BRACKETS.finditer(text):
            if len(found[0]) == 1:
                depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
            if depth > 2 * MAX_DEPTH:  # some may stand in quotation marks
                at = found.start()
                break
    if at >= 0:
        raise YamlError("it is nested too deeply", text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


class _Builder:
    """Turns a node graph into plain data and marks, counting what aliases expand to."""

    def __init__(self, constructor: Any) -> None:
        self.constructor = constructor
        self.marks: dict[Path, Mark] = {}
        self.nodes = 0

    def document(self, node: Any) -> Document:
        return Document(self.value(node, ()), self.marks)

    def value(self, node: Any, path: Path) -> Any:
        at = _mark(node)
        self.nodes += 1
        if self.nodes > MAX_NODES or len(path) > MAX_DEPTH:
            raise YamlError("it is too large once its aliases are followed (a YAML bomb?)", at.line, at.column)
        self.marks[path] = at
        kind = type(node).__name__
        if kind == "MappingNode":
            return self.mapping(node, path)
        if kind == "SequenceNode":
            return [self.value(child, (*path, n)) for n, child in enumerate(node.value)]
        found = self.scalar(node, at)
        if isinstance(found, int) and found.bit_length() > MAX_BITS:
            raise YamlError(f"“{_cut(node.value)}” cannot be read: it is too large a number", at.line, at.column)
        return found

    def scalar(self, node: Any, at: Mark) -> Any:
        """A single value, as its tag or its look says; raises YamlError for one that is nothing of that sort."""
        try:
            return self.constructor.construct_object(node, deep=True)
        except Exception as error:
            # ruamel.yaml raises whatever it stumbles over: of `!!bool x` a KeyError, of `!!int ""` an IndexError
            tag = str(node.tag).removeprefix("tag:yaml.org,2002:")
            why = f"expected {_TAGS[tag]}" if tag in _TAGS else f"no value is written with the tag “{_cut(tag)}”"
            if type(error) is ValueError and tag == "timestamp":
                why = str(error)
            raise YamlError(f"“{_cut(node.value)}” cannot be read: {why}", at.line, at.column) from None

    def mapping(self, node: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            at = _mark(key_node)
            if type(key_node).__name__ != "ScalarNode":
                raise YamlError("a key must be a single word or text", at.line, at.column)
            key = str(key_node.value)
            if key in found:
                first = self.marks[(*path, key, KEY)].line
                raise YamlError(f"“{_cut(key)}” is there twice (first on line {first})", at.line, at.column)
            self.marks[(*path, key, KEY)] = at
            found[key] = self.value(value_node, (*path, key))
        return found


def _cut(value: Any) -> str:
    """A value as a message shows it."""
    said = str(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def _mark(node: Any) -> Mark:
    start, end = node.start_mark, node.end_mark
    return Mark(start.index, end.index, start.line + 1, start.column + 1)
