"""Front matter in TOML or JSON: the data, and the places of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.base.yamltext import MAX_DEPTH, Path
from newslint.formats.frontmatter._front import Front, Value
from newslint.formats.frontmatter._yaml_faults import line_at

Damage = tuple[tuple[Span, str], ...]
Keys = tuple[tuple[Path, Span], ...]
_IGNORE = re.compile(r"newslint\b[^\w]{0,20}+ignore\b|\bignore\b")
_WORD = re.compile(r"[\w/-]+(?:\.[\w/-]+)*")  # what the name of a rule is made of
_TOML_TEXT = re.compile(
    r"(?<![^\r\n])([A-Za-z_][\w-]*+)[ \t]*+=[ \t]*+"
    r"(?:\"((?:[^\"\\\r\n]|\\[^\r\n])*+)\"|'([^'\r\n]*)')[ \t]*+(?=[\r\n#]|\Z)"
)
_TOML_TABLE = re.compile(r"(?<![^\r\n])[ \t]*\[")
_DOTTED = re.compile(  # tomllib goes through all that stands before, for each part of a key
    rf"(?:^|[\[{{,])[ \t]*+(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}", re.MULTILINE
)
_ROUND = re.compile(r"\s*(?:;;;|---)[ \t]*(?:\r\n|\r|\n|\Z)")  # what closes JSON that stands between fences
_ROUND_LINE = re.compile(r"(?<![^\r\n])(?:;;;|---)[ \t]*(?:\r\n|\r|\n|\Z)")


def read_toml(text: str, inner: Span) -> tuple[dict[str, Any], tuple[Value, ...], Keys, Damage]:
    """The data, values, keys and damage of the TOML that `inner` covers."""
    import tomllib

    plain = text[inner.start : inner.end].replace("\r\n", "\n")
    if dotted := _DOTTED.search(plain):
        where = line_at(text, inner, 1 + plain.count("\n", 0, dotted.end()))
        return {}, (), (), ((where, f"a key on this line has more than {MAX_DEPTH} parts"),)
    try:
        data = tomllib.loads(plain)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a plain ValueError
        found = re.search(r"at line (\d+)", str(error))
        where = line_at(text, inner, int(found[1]) if found else 1)
        return {}, (), (), ((where, "this line is not valid TOML"),)
    table = _TOML_TABLE.search(text, inner.start, inner.end)
    texts = _TOML_TEXT.finditer(text, inner.start, table.start() if table else inner.end)
    return data, tuple(_values(texts, data)), tuple(_ignore_keys(text, inner, data)), ()


def read_json(text: str, start: int, fenced: bool = False) -> Front:
    """The JSON object at `start`; nothing where it is none, but for one that stands between fences (`;;;`)."""
    import json

    from newslint.formats.frontmatter.literals import values_of

    try:
        data, body = json.JSONDecoder().raw_decode(text, start)
    except json.JSONDecodeError as error:
        return _broken(text, start, fenced, error.pos)
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets in brackets
        return _broken(text, start, fenced, start)
    keys = tuple(_ignore_keys(text, Span(start, body), data))
    closed = _ROUND.match(text, body) if fenced else None
    return Front(closed.end() if closed else body, data, tuple(values_of(text, start, body)), keys)


def _broken(text: str, start: int, fenced: bool, at: int) -> Front:
    """JSON that cannot be read: no metadata where nothing shows it to be such, else damage, its texts kept."""
    from newslint.formats.frontmatter.literals import data_of, values_of

    closed = _ROUND_LINE.search(text, start) if fenced else None
    if not closed:
        return Front(0)
    values = tuple(values_of(text, start, closed.start()))
    line = 1 + text.count("\n", start, min(at, closed.start()))
    where = line_at(text, Span(start, closed.start()), line)
    return Front(closed.end(), data_of(values), values, (), ((where, "this line is not valid JSON"),))


def _ignore_keys(text: str, inner: Span, data: dict[str, Any]) -> Iterator[tuple[Path, Span]]:
    """Where the names of rules stand that a story asks to ignore: the first place of each after “ignore”."""
    asked = data["newslint"].get("ignore") if isinstance(data.get("newslint"), dict) else None
    said = asked.split() if isinstance(asked, str) else asked if isinstance(asked, (dict, list)) else ()
    begin = _IGNORE.search(text, inner.start, inner.end)
    start = begin.end() if begin else inner.start
    places: dict[str, Span] = {}
    for m in _WORD.finditer(text, start, inner.end) if said else ():
        places.setdefault(m[0], Span(*m.span()))
    for asked_for in said:
        name = str(asked_for).strip(",")
        if name in places:
            yield ("newslint", "ignore", name), places[name]
        elif name and not _WORD.fullmatch(name) and (at := text.find(name, start, inner.end)) >= 0:
            yield ("newslint", "ignore", name), Span(at, at + len(name))


def _values(texts: Iterator[re.Match[str]], data: dict[str, Any]) -> Iterator[Value]:
    """The texts of top-level keys, each once."""
    seen: set[str] = set()
    for m in texts:
        group = m.lastindex or 0
        told, escapes = data.get(m[1]), group == 2 and "\\" in m[group]
        if m[1] not in seen and isinstance(told, str) and (escapes or told == m[group]):
            seen.add(m[1])
            if escapes:
                yield Value((m[1],), told, Span(m.start(group) - 1, m.end(group) + 1), "double")
            else:
                yield Value((m[1],), told, Span(*m.span(group)))
