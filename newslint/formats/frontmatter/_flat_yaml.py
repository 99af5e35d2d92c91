"""A quick way through the plain front matter that most posts have; anything else is left to the YAML reader.

ruamel.yaml takes about 1 ms a post and 30 ms to import, this 0.05 ms. It accepts only lines whose meaning is
plain: `key: value`, `- item` below a key, comments. A property test holds that both readers agree.
"""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import datetime

from newslint.base.lazy import pattern
from newslint.base.typed import Any
from newslint.base.yamltext import KEY, Document, Mark, Path

# Tabs and signs that break or end a text to YAML: none of them may stand anywhere.
_STRANGE = pattern(r"[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_WORDS_OF_LINE = r"[\w(/$“‘](?:[^:\#\r\n]++|:(?=[^ \r\n])|(?<![ ])\#)*+"
_PLAIN = rf"{_WORDS_OF_LINE}(?:\r?\n[ ]+{_WORDS_OF_LINE})*+"  # a value may go on in lines that stand further in
_QUOTED = r"(?P<single>'[^'\r\n]*')|(?P<double>\"[^\"\\\r\n]*\")"
_LINE = pattern(
    r"[ ]*(?:\#[^\r\n]*)?(?P<end>\r?\n|\Z)"
    r"|(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}):(?=[ \r\n]|\Z)|(?P<item>[ ]*)-(?=[ ]))"
    rf"[ ]*(?:(?P<plain>{_PLAIN})|{_QUOTED})?[ ]*(?:[ ]\#[^\r\n]*)?(?:\r?\n|\Z)"
)
_FOLD = pattern(r"[ ]*\r?\n([ ]+)")
_WORDS: dict[str, Any] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None,
}  # fmt: skip
_INT = pattern(r"0|[1-9][0-9]{0,17}")
_DAY = pattern(r"\d{4}-\d\d?-\d\d?", re.ASCII)
_OFFSET_TIME = pattern(r"\d{4}-\d\d-\d\d \d\d?:\d\d:\d\d [+-]\d{4}", re.ASCII)  # a text to YAML
_NUMERIC = pattern(r"[0-9_.:eE+-]*|0[xXoObB]\w*")
_TIME = pattern(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?", re.ASCII)


class _NotFlat(Exception):
    """The text holds something that only a YAML reader should judge."""


def load_flat(text: str) -> Document | None:
    """The document that flat YAML text holds; none where it is not plainly flat."""
    try:
        return _load(text)
    except _NotFlat:
        return None


def _load(text: str) -> Document:
    if _STRANGE.search(text):
        raise _NotFlat
    data: dict[str, Any] = {}
    marks: dict[Path, Mark] = {}
    at, line, length = 0, 0, len(text)
    key, indent = "", -1  # the key whose items may follow, and how far the items stand in
    match = _LINE.match
    while at < length:
        m = match(text, at)
        if m is None:
            raise _NotFlat
        line += 1
        begin, at = at, m.end()
        if m["end"] is not None:
            continue
        if m["key"] is not None:
            key, indent = m["key"], -1
            if key in data:
                raise _NotFlat
            marks[key, KEY] = Mark(begin, begin + len(key), line, 1)
            data[key] = _value(m, marks, (key,), line, begin)
            line += _folds(m, 0)
            if m.lastgroup != "key":
                key = ""
            continue
        indent = _items_indent(m, key, indent)
        items = data[key] = data[key] or []
        items.append(_value(m, marks, (key, len(items)), line, begin))
        line += _folds(m, indent)
    return Document(data, marks)


def _items_indent(m: re.Match[str], key: str, indent: int) -> int:
    """How far items stand in; raises where this one has no key, no value or another indentation."""
    found = len(m["item"])
    if not key or m.lastgroup == "item" or indent not in (-1, found):
        raise _NotFlat
    return found


def _folds(m: re.Match[str], indent: int) -> int:
    """In how many further lines a value goes on; raises where one stands no further in than its key or dash."""
    further = _FOLD.findall(m["plain"] or "")
    if any(len(spaces) <= indent for spaces in further):
        raise _NotFlat
    return len(further)


def _value(m: re.Match[str], marks: dict[Path, Mark], path: Path, line: int, begin: int) -> Any:
    style = m.lastgroup or ""
    if style in ("key", "item"):
        return None
    start, end = m.span(style)
    value: Any = m[style]
    if style == "plain":
        value = value.rstrip(" ")
        end = start + len(value)
        value = _resolved(_FOLD.sub(" ", value))
    else:
        value = value[1:-1]
    marks[path] = Mark(start, end, line, start - begin + 1)
    return value


def _resolved(value: str) -> Any:
    """What a plain value is to YAML: a text, unless it looks like something else."""
    first = value[0]
    if not first.isdecimal():
        return _WORDS.get(value, value)
    if _INT.fullmatch(value):
        return int(value)
    try:
        if _DAY.fullmatch(value):
            return Date.fromisoformat(value)
        if _TIME.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        raise _NotFlat from None
    if _OFFSET_TIME.fullmatch(value) or not (_NUMERIC.fullmatch(value) or _DAY.match(value)):
        return value
    raise _NotFlat
