"""Shapes that YAML files must have, and errors that show an editor the place and the expected value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from datetime import datetime

from newslint.base import cache, lazy
from newslint.base.errors import MOST_SHOWN, NewslintError, near_miss, together
from newslint.base.record import NamedTuple
from newslint.base.typed import Any, Self
from newslint.base.version import __version__
from newslint.base.yamltext import Document, Path, YamlError, load_all

WRONG: Any = object()  # stands for a value that is not as it must be
_LONGEST_LIST = 20_000  # items of a list, or keys; a larger one is a mistake or ill will


class Where(NamedTuple):
    """A value's place in a YAML file, and the error to raise for what is wrong with it.

    `trusted` says that tests have held the file to all that is asked of it, so that what takes time may be left out.
    """

    file: str
    document: Document
    error: type[NewslintError]
    path: Path = ()
    trusted: bool = False

    def at(self, *step: str | int) -> Where:
        """The place of a part of this value."""
        file, document, error, path, trusted = self
        return Where._make((file, document, error, path + step, trusted))  # `_replace` takes six times as long

    def wrong(self, message: str, hint: str = "", *, key: bool = False) -> NewslintError:
        """An error at this value (or at its key); one without a place where it stands in no file."""
        if not self.file:
            return self.error(message, hint=hint)
        mark = self.document.key(*self.path) if key else self.document.mark(*self.path)
        return self.error(message, self.file, mark.line, mark.column, hint)

    @property
    def name(self) -> str:
        """The path as people write it."""
        return " → ".join(str(part) for part in self.path) or "the file"


def documents(text: str, file: str, error: type[NewslintError]) -> list[Document]:
    """Every YAML document in `text`; raises `error` with file, line and column where it is not YAML.

    The data of a text that was read before comes from the cache: parsing YAML takes longer than all else
    on the way to one story.
    """
    key = cache.key_of("yaml", __version__, text)
    remembered = cache.load(key)
    if isinstance(remembered, list):
        return [Document(data, None, (text, n)) for n, data in enumerate(remembered)]
    found = parsed(text, file, error)
    cache.save(key, [document.data for document in found])
    return found


def parsed(text: str, file: str, error: type[NewslintError]) -> list[Document]:
    """The same for a text of which more is kept than its data."""
    try:
        return list(load_all(text))
    except YamlError as fault:
        hint = "check the indentation, and put quotation marks round values that hold a colon or begin with a sign"
        raise error(f"this is not valid YAML: {fault.message}", file, fault.line, fault.column, hint) from None


def of_files(texts: Mapping[str, str], error: type[NewslintError]) -> Iterator[tuple[str, list[Document]]]:
    """The YAML documents of several files, by file; those that were read together before are looked up at once."""
    key = cache.key_of("yaml files", __version__, *texts.values())
    kept = cache.load(key)
    known = isinstance(kept, list) and len(kept) == len(texts)
    found = []
    for n, (file, text) in enumerate(texts.items()):
        if known:
            yield file, [Document(data, None, (text, m)) for m, data in enumerate(kept[n])]
        else:
            found.append(documents(text, file, error))
            yield file, found[-1]
    if not known:
        cache.save(key, [[document.data for document in each] for each in found])


class Shape:
    """What a value must look like; `accept` returns it in its Python form or raises."""

    expected = "any value"
    help = ""  # what the key is for that has it, as editors and the pages of reference say

    def described(self, help: str) -> Self:
        """The same shape, for a key of which this is said."""
        found = object.__new__(type(self))
        vars(found).update(vars(self), help=help)
        return found

    def accept(self, value: Any, where: Where) -> Any:
        """The value, checked."""
        return value

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        """The value as far as it is right, else WRONG; each mistake in it is added to `faults`."""
        try:
            return self.accept(value, where)
        except NewslintError as fault:
            faults.append(fault)
            return WRONG

    def as_json_schema(self) -> dict[str, Any]:
        """The same as JSON Schema (draft 7), as far as that can say it: editors help with YAML by it."""
        return {}

    def refuse(self, value: Any, where: Where, hint: str = "") -> NewslintError:
        """The error for a value of the wrong shape."""
        return where.wrong(f"{where.name}: expected {self.expected}, found {show(value)}", hint)


class Anything(Shape):
    """A value that is checked elsewhere."""


class Parts(Shape):
    """A value with parts: all mistakes in them are told at once."""

    def accept(self, value: Any, where: Where) -> Any:
        """The value, checked in all its parts."""
        faults: list[NewslintError] = []
        found = self.sift(value, where, faults)
        if faults:
            raise together(faults)
        return found


class Text(Shape):
    """A text; with `choices`, one of them."""

    def __init__(self, choices: Sequence[str] = (), pattern: str = "", expected: str = "") -> None:
        self.choices = tuple(choices)
        self.pattern = lazy.pattern(pattern) if pattern else None
        self.expected = expected or (f"one of {', '.join(choices)}" if choices else "a text")
        self.takes_any = not (choices or pattern)

    def accept(self, value: Any, where: Where) -> str:
        if not isinstance(value, str):
            raise self.refuse(value, where, "put quotation marks around it" if _is_scalar(value) else "")
        if self.choices and value not in self.choices:
            raise self.refuse(value, where, near_miss(value, self.choices))
        if self.pattern and not self.pattern.fullmatch(value):
            raise self.refuse(value, where)
        return value

    def as_json_schema(self) -> dict[str, Any]:
        """A string, with the texts or the form it may have."""
        found: dict[str, Any] = {"type": "string"}
        if self.choices:
            found["enum"] = list(self.choices)
        if self.pattern:
            found["pattern"] = f"^(?:{self.pattern.pattern})$"
        return found


class Flag(Shape):
    """true or false."""

    expected = "true or false"

    def accept(self, value: Any, where: Where) -> bool:
        if not isinstance(value, bool):
            raise self.refuse(value, where)
        return value

    def as_json_schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


class Number(Shape):
    """A number of at least `minimum`; a whole one unless `whole` is False."""

    def __init__(self, minimum: float = float("-inf"), *, whole: bool = True) -> None:
        self.minimum = minimum
        self.whole = whole
        least = f" of at least {minimum:g}" if minimum > float("-inf") else ""
        self.expected = ("a whole number" if whole else "a number") + least

    def accept(self, value: Any, where: Where) -> float:
        right = isinstance(value, int) or (not self.whole and isinstance(value, float) and abs(value) < float("inf"))
        if isinstance(value, bool) or not right or value < self.minimum:
            raise self.refuse(value, where)
        return value  # type: ignore[no-any-return]

    def as_json_schema(self) -> dict[str, Any]:
        """A number with its least value."""
        least = {"minimum": self.minimum} if self.minimum > float("-inf") else {}
        return {"type": "integer" if self.whole else "number", **least}


class Day(Shape):
    """A date such as 2026-11-22."""

    expected = "a date such as 2026-11-22"

    def accept(self, value: Any, where: Where) -> Date:
        if isinstance(value, datetime) or not isinstance(value, Date):
            raise self.refuse(value, where)
        return value

    def as_json_schema(self) -> dict[str, Any]:
        """A string: JSON has no dates."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}


class ListOf(Parts):
    """A list; with `single`, one item may stand alone."""

    def __init__(self, item: Shape, *, single: bool = False, least: int = 0) -> None:
        self.item = item
        self.single = single
        self.least = least
        self.expected = f"a list ({item.expected} each)"

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        if self.single and not isinstance(value, list):
            found = self.item.sift(value, where, faults)
            return WRONG if found is WRONG else (found,)
        if not isinstance(value, list):
            faults.append(self.refuse(value, where, "write each item on its own line, after a dash"))
            return WRONG
        if len(value) < self.least:
            said = f"{where.name}: expected at least {self.least} items, found {len(value)}"
            faults.append(where.wrong(said))
            return WRONG
        if len(value) > _LONGEST_LIST:
            faults.append(where.wrong(f"{where.name}: expected at most {_LONGEST_LIST:,} items"))
            return WRONG
        if type(self.item) is Text and self.item.takes_any and {*map(type, value)} <= {str}:
            return tuple(value)  # long lists of words are read at every start
        items = []
        for n, item in enumerate(value):
            if len(faults) > MOST_SHOWN:
                break
            items.append(self.item.sift(item, where.at(n), faults))
        return WRONG if any(item is WRONG for item in items) else tuple(items)

    def as_json_schema(self) -> dict[str, Any]:
        """An array, or one item where that may stand alone."""
        item = self.item.as_json_schema()
        found: dict[str, Any] = {"type": "array", "items": item}
        if self.least:
            found["minItems"] = self.least
        return {"anyOf": [item, found]} if self.single else found


class MapOf(Parts):
    """Any keys, values of one shape."""

    def __init__(self, value: Shape, *, keys: Sequence[str] = ()) -> None:
        self.value = value
        self.keys = tuple(keys)
        self.expected = f"keys with values ({value.expected} each)"

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        if not isinstance(value, dict):
            faults.append(self.refuse(value, where))
            return WRONG
        known = dict.fromkeys(self.keys, self.value) if self.keys else dict.fromkeys(value, self.value)
        return _sifted(known, value, where, faults)

    def as_json_schema(self) -> dict[str, Any]:
        """An object with values of one kind."""
        value = self.value.as_json_schema()
        if self.keys:
            return {"type": "object", "properties": dict.fromkeys(self.keys, value), "additionalProperties": False}
        return {"type": "object", "additionalProperties": value}


class Record(Parts):
    """Known keys, each with its shape."""

    expected = "keys with values"

    def __init__(self, fields: Mapping[str, Shape], required: Sequence[str] = ()) -> None:
        self.fields = dict(fields)
        self.required = tuple(required)

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        if not isinstance(value, dict):
            faults.append(self.refuse(value, where))
            return WRONG
        missing = [key for key in self.required if key not in value]
        if missing:
            said = f"{where.name}: “{missing[0]}” is missing"
            faults.append(where.wrong(said, f"required: {', '.join(self.required)}"))
        return _sifted(self.fields, value, where, faults)

    def as_json_schema(self) -> dict[str, Any]:
        """An object with these keys and no others."""
        properties = {key: shape.as_json_schema() for key, shape in self.fields.items()}
        found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**found, "required": list(self.required)} if self.required else found


def _sifted(
    shapes: Mapping[str, Shape], value: Mapping[str, Any], where: Where, faults: list[NewslintError]
) -> dict[str, Any]:
    """The keys that are known and right; no more mistakes are looked for than anybody is told of."""
    found = {}
    for key, item in value.items():
        shape = shapes.get(key)
        if shape is None:
            faults.append(unknown_key(key, shapes, where))
        elif (part := shape.sift(item, where.at(key), faults)) is not WRONG:
            found[key] = part
            continue
        if len(faults) > MOST_SHOWN:
            break
    return found


class Either(Parts):
    """The first of several shapes that fits by its type."""

    def __init__(self, **shapes: Shape) -> None:
        self.shapes = shapes
        self.expected = " or ".join(shape.expected for shape in shapes.values())

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        types = {"text": str, "flag": bool, "list": list, "map": dict, "number": (int, float)}
        for name, shape in self.shapes.items():
            if isinstance(value, types[name]) and not (name == "number" and isinstance(value, bool)):  # type: ignore[arg-type]
                return shape.sift(value, where, faults)
        faults.append(self.refuse(value, where))
        return WRONG

    def as_json_schema(self) -> dict[str, Any]:
        """Any of them."""
        return {"anyOf": [shape.as_json_schema() for shape in self.shapes.values()]}


def unknown_key(key: str, known: Sequence[str] | Mapping[str, Any], where: Where) -> NewslintError:
    """Return the error for an unknown key, at its place, with the nearest known key."""
    parent = f" in {where.name}" if where.path else ""
    return where.at(key).wrong(f"unknown key “{key}”{parent}", near_miss(key, known), key=True)


def show(value: Any) -> str:
    """Return a value as an error message shows it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def _is_scalar(value: Any) -> bool:
    return value is not None and not isinstance(value, (dict, list))
