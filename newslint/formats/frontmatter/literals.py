"""Objects as JSON and JavaScript write them: each text and number in one, with its path of keys and its place."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.base.yamltext import MAX_DEPTH, Path
from newslint.formats._inline import escaped
from newslint.formats.frontmatter._front import Value

_TOKEN = pattern(
    r"(?P<text>\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`)"
    r"|(?P<comment>//[^\r\n]*|/\*[\s\S]*?(?:\*/|\Z))|(?P<sign>[{}\[\](),:])|(?P<word>[^\s{}\[\](),:\"'`/]+)"
)
_ESCAPE = pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_CONSTANTS = {"true": True, "false": False}
MOST = 5_000  # texts and numbers of one object that are read
_Open = list[Any]  # of a bracket that is open: the sign that closes it, its key or number, whether a key comes next


class Literal(NamedTuple):
    """A text or a bare word: its path of keys, and its place with its marks."""

    path: Path
    span: Span


def literals(text: str, start: int, end: int) -> Iterator[Literal]:
    """Each text and word of the object at `start`, up to where that is closed, at the latest up to `end`."""
    stack: list[_Open] = []
    found = 0
    for m in _TOKEN.finditer(text, start, end):
        kind, said = m.lastgroup, m[0]
        if kind == "sign":
            _turn(stack, said)
            if not stack or len(stack) > MAX_DEPTH:
                return
        elif kind != "comment" and stack:
            if stack[-1][2]:
                stack[-1][1] = said if kind == "word" else said[1:-1]
                continue
            found += 1
            yield Literal(tuple(each[1] for each in stack if each[0] != ")"), Span(*m.span()))
            if found >= MOST:
                return


def _turn(stack: list[_Open], sign: str) -> None:
    """What a bracket, comma or colon does to what is open."""
    if sign in "{[(":
        stack.append([{"{": "}", "[": "]", "(": ")"}[sign], 0 if sign == "[" else "", sign == "{"])
    elif sign in "}])":
        del stack[-1:]
    elif stack and sign == ":":
        stack[-1][2] = False
    elif stack and stack[-1][0] == "]":
        stack[-1][1] += 1
    elif stack:
        stack[-1][2] = stack[-1][0] == "}"


def values_of(text: str, start: int, end: int) -> Iterator[Value]:
    """The texts of an object, decoded, each path once; what is put together from pieces is left out."""
    seen: set[Path] = set()
    for path, (at, stop) in literals(text, start, end):
        if path in seen:
            continue
        said = text[at + 1 : stop - 1]
        marked = text[at] in "\"'`"
        if marked or text[at:stop] in _CONSTANTS:  # any other word says how the text after it is made
            seen.add(path)
        if marked and not (text[at] == "`" and "${" in said):
            yield Value(path, _ESCAPE.sub(lambda m: escaped(m[0]), said), Span(at, stop), "script")
        elif not marked and text[at:stop] in _CONSTANTS:
            yield Value(path, _CONSTANTS[text[at:stop]], Span(at, stop))


def data_of(values: Iterator[Value] | tuple[Value, ...]) -> dict[str, Any]:
    """Values by their keys, as an object holds them; lists become lists of what was read of them."""
    whole: dict[Any, Any] = {}
    inner: Any
    for value in values:
        inner = whole
        for step in value.path[:-1]:
            inner = inner.setdefault(step, {})
            if not isinstance(inner, dict):
                break  # the same key is a text as well
        else:
            inner[value.path[-1]] = value.data
    return {str(key): _listed(each) for key, each in whole.items()}


def _listed(level: Any) -> Any:
    if not isinstance(level, dict):
        return level
    if all(isinstance(key, int) for key in level):
        return [_listed(each) for each in level.values()]
    return {key: _listed(each) for key, each in level.items()}
