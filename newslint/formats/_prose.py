"""Gathers a zone's prose piece by piece, with the source run that each piece stands for."""

from __future__ import annotations

import re

from newslint.story import Segment, Zone
from newslint.text import Span

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
MAX_HEADING_WORDS = 12
STAND_IN = "x"  # what code or an address reads as: a word, so that the sentence round it keeps its shape


class ZoneBuilder:
    """Takes the pieces of one zone in source order; `build` gives the zone and begins the next."""

    __slots__ = ("_cut", "_exact_end", "_gap", "_length", "_parts", "_segments", "_strong", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._exact_end = -1  # where the last piece ends, if it is a run that another may lengthen
        self._gap = False
        self._cut = False
        self._strong = -2  # where the bold type ends that began with the prose; -1 while it goes on

    @property
    def empty(self) -> bool:
        """Whether nothing has been taken yet."""
        return not self._parts

    @property
    def end(self) -> int:
        """Where in the source the last piece ends."""
        if not self._segments:
            return 0
        last = self._segments[-1]
        return last.source_start + last.source_length

    def clear(self) -> None:
        """Forget a gap or cut before the first piece."""
        self._gap = self._cut = False

    def gap(self) -> None:
        """A line end or `<br>`: whatever comes next stands one space away."""
        self._gap = True

    def cut(self) -> None:
        """Something was left out here: the spaces on either side of it count as one."""
        self._cut = True

    def strong(self, opens: bool) -> None:
        """Bold type begins or ends here."""
        if opens:
            self._strong = -2 if self._parts else -1
        elif self._strong == -1:
            self._strong = self._length

    def exact(self, start: int, end: int) -> None:
        """A stretch of the source that is prose as it stands."""
        if self._gap or self._cut:
            start = self._join(start, end)
        if start >= end:
            return
        segments = self._segments
        self._parts.append(self.source[start:end])
        size = end - start
        if start == self._exact_end:
            at, length, source_start, _ = segments[-1]
            segments[-1] = Segment(at, length + size, source_start, length + size)
        else:
            segments.append(Segment(self._length, size, start, size))
        self._length += size
        self._exact_end = end

    def stand(self, prose: str, start: int, end: int) -> None:
        """Prose that a stretch of the source stands for as a whole (`&` for `&amp;`)."""
        if not prose:
            self.cut()
            return
        if len(prose) == end - start:
            self.exact(start, end)
            return
        if self._gap or self._cut:
            self._join(start, start)
        self._add(prose, start, end)

    def _add(self, prose: str, start: int, end: int) -> None:
        self._parts.append(prose)
        self._segments.append(Segment(self._length, len(prose), start, end - start))
        self._length += len(prose)
        self._exact_end = -1

    def _join(self, start: int, end: int) -> int:
        """Set the one space that a gap or cut leaves; gives where the next piece begins."""
        spaced = not self._parts or self._parts[-1][-1].isspace()
        if spaced:
            while start < end and self.source[start].isspace():
                start += 1
        elif self._gap and not (start < end and self.source[start].isspace()):
            self._add(" ", self.end, start)
        self._gap = self._cut = False
        return start

    def build(self, kind: str, *, level: int = 0, field: str = "", why: tuple[str, ...] = ()) -> Zone | None:
        """The zone, without spaces at its ends; none where there is no prose."""
        if not self._parts:
            self.clear()
            return None
        text, segments = "".join(self._parts), self._segments
        if (
            kind == "body"
            and len(text[: self._strong if self._strong > 0 else 0].strip()) == len(text.strip())
            and is_heading(text)
        ):
            kind, why = "subhead", ("it is a short paragraph in bold type",)
        self._reset()
        if text[0].isspace() or text[-1].isspace():
            left, right = len(text) - len(text.lstrip()), len(text.rstrip())
            if left >= right:
                return None
            segments = _clipped(segments, left, right)
            text = text[left:right]
        first, last = segments[0], segments[-1]
        span = Span(first.source_start, last.source_start + last.source_length)
        if len(segments) == 1 and first.length == first.source_length:
            return Zone(kind, span, text, level=level, field=field, why=why)
        return Zone(kind, span, text, tuple(segments), level=level, field=field, why=why)


def is_heading(text: str) -> bool:
    """Whether a paragraph in bold type reads as a heading: short, and no sentence or byline."""
    text = text.strip()
    return (
        text.count(" ") < MAX_HEADING_WORDS
        and text.rstrip("\"”’'")[-1:].isalnum()
        and not text.lower().startswith("by ")
    )


def _clipped(segments: list[Segment], left: int, right: int) -> list[Segment]:
    """The segments of `prose[left:right]`, counted from its start."""
    kept = []
    for start, length, source_start, source_length in segments:
        a, b = max(start, left), min(start + length, right)
        if a >= b:
            continue
        if length == source_length:
            source_start, source_length = source_start + a - start, b - a
        kept.append(Segment(a - left, b - a, source_start, source_length))
    return kept


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
    "double": r"(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*|[^\r\n]))",
    "backslash": r"(?P<escape>\\[\"'`\\])",
}
_SPECIAL = re.compile(r"[&<\\*_\[\r\n]|''")
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
        builder.stand(_escaped(m[0]), *m.span())
    elif kind == "fold":
        builder.gap()
    elif kind == "tag":
        builder.gap() if m[0][:3].lower() == "<br" else builder.cut()
    else:
        write_value(builder, *m.span(kind), escapes)


def _escaped(escape: str) -> str:
    sign = escape[1]
    if sign in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if sign in "\r\n" else _NAMED.get(sign, sign)
