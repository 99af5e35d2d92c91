"""Entities, escapes and markup inside a line of text: what they stand for, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.formats._prose import ZoneBuilder

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ESCAPED = pattern(rf"\\([!-/:-@\[-`{{-~])|{ENTITY}")


def unescape(entity: str) -> str:
    """What an HTML entity stands for; itself where it is none."""
    from html import unescape as of_html

    return of_html(entity)


_FOLD = r"(?<![ \t])[ \t]*+(?:\r\n|\r|\n)[ \t\r\n]*"
_MARKUP = (
    rf"(?P<entity>{ENTITY})|(?P<tag></?[A-Za-z][^<>]*>)|(?P<fold>{_FOLD})"
    r"|!?\[(?P<link>[^\[\]]*)\]\([^()\r\n]*\)"
    r"|(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<strong>[^*\r\n]+)(?<=\S)(?P=stars)(?![\w*])"
    r"|(?<![\w_])(?P<bars>_{1,3})(?=[^\s_])(?P<slant>[^_\r\n]+)(?<=\S)(?P=bars)(?![\w_])"
)
_ESCAPES = {
    "": r"(?P<escape>(?!))",
    "single": r"(?P<escape>'')",
    "double": r"(?P<escape>\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # the halves of one sign
    r"|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*|[^\r\n]))",
    "backslash": r"(?P<escape>\\[\"'`\\])",
}
_SPECIAL = pattern(r"[&<\\*_\[\r\n]|''")
_NAMED = {"n": " ", "t": "\t", "r": " ", "N": " ", "_": "\xa0", "L": " ", "P": " ", "0": "", "a": "", "b": "",
          "e": "", "f": " ", "v": " "}  # fmt: skip
_patterns: dict[str, re.Pattern[str]] = {}


def write_value(builder: ZoneBuilder, start: int, end: int, escapes: str = "") -> None:
    """Take a short value (a metadata field, a caption): entities and escapes decoded, markup left out.

    `escapes` says how the value is written: "single" or "double" YAML quotes, "backslash" for the
    arguments of shortcodes, "" for none.
    """
    if not _SPECIAL.search(builder.source, start, end):
        builder.exact(start, end)
        return
    if escapes not in _patterns:
        _patterns[escapes] = re.compile(f"{_ESCAPES[escapes]}|{_MARKUP}")
    at = start
    for m in _patterns[escapes].finditer(builder.source, start, end):
        builder.exact(at, m.start())
        at = m.end()
        _write_markup(builder, m, escapes)
    builder.exact(at, end)


def _write_markup(builder: ZoneBuilder, m: re.Match[str], escapes: str) -> None:
    kind = m.lastgroup or ""
    if kind == "entity":
        builder.stand(unescape(m[0]), *m.span())
    elif kind == "escape":
        builder.stand(escaped(m[0]), *m.span())
    elif kind == "fold":
        builder.gap()
    elif kind == "tag":
        builder.gap() if m[0][:3].lower() == "<br" else builder.cut()
    else:
        write_value(builder, *m.span(kind), escapes)


def escaped(escape: str) -> str:
    """What an escape with a backslash stands for, in YAML, JSON and JavaScript."""
    sign = escape[1]
    if sign in "xuU" and len(escape) > 2:
        high, _, low = escape[2:].partition("\\u")
        code = int(high, 16)
        if low:  # one sign, written as the two halves that it has in UTF-16
            code = 0x10000 + ((code - 0xD800) << 10) + int(low, 16) - 0xDC00
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if sign in "\r\n" else _NAMED.get(sign, sign)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A stretch of Markdown text with its entities and escapes decoded: prose, and the place it stands for."""
    at = start
    for m in _ESCAPED.finditer(text, start, end):
        if at < m.start():
            yield text[at : m.start()], at, m.start()
        at = m.end()
        if m[1]:
            yield m[1], m.start(1), at  # the backslash is left out
        else:
            yield unescape(m[0]), m.start(), at
    if at < end:
        yield text[at:end], at, end
