"""Raw HTML inside Markdown: the prose between its tags, never its code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.base.lazy import pattern
from newslint.formats._inline import ENTITY, unescape, write_value
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

_TOKEN = pattern(
    rf"<!--.*?(?:-->|\Z)|<[!?][^<>]*>|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<attributes>[^<>]*)>"
    rf"|(?P<entity>{ENTITY})|(?P<line>[ \t]*(?:\r\n|\r|\n)\s*)|(?P<text>(?:[^<&\r\n]+|[<&]))",
    re.DOTALL,
)
_ALT = pattern(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
MUTE = frozenset((
    "script", "style", "pre", "code", "svg", "iframe", "object", "video", "audio", "noscript", "template", "textarea",
    "select", "button", "math", "head", "form", "tt", "kbd", "samp",
))  # fmt: skip
_ROLES = {
    "blockquote": "quote-block", "li": "list", "dt": "list", "dd": "list", "td": "table", "th": "table",
    "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_FOOTNOTE = pattern(r"""\b(?:footnotes?|endnotes?)\b|\bid\s*=\s*["']?fn:?\d""", re.IGNORECASE)
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
))  # fmt: skip
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr")
)
_SELF_CLOSING = frozenset(("p", "li", "td", "th", "tr"))
MAX_OPEN = 100


def alt_zone(source: str, start: int, end: int) -> Zone | None:
    """The alternative text of an `<img>` tag, where it has one."""
    found = _ALT.search(source, start, end)
    if not found:
        return None
    builder = ZoneBuilder(source)
    write_value(builder, *found.span(found.lastindex or 0))
    return builder.build("alt")


class HtmlReader:
    """Reads pieces of raw HTML one after another; what one leaves open (a quotation, a table) holds for the next.

    `masked` is the source with template code hidden; `take` is how a run of text is taken, that code left out.
    """

    def __init__(self, source: str, masked: str, take: Callable[[ZoneBuilder, int, int], None]) -> None:
        self.source = source
        self.masked = masked
        self.take = take
        self.open: list[tuple[str, str]] = []  # tags and the roles they make

    @property
    def role(self) -> str:
        """The role that the tags still open make of a paragraph: body unless they say otherwise."""
        roles = [role for _, role in self.open if role]
        for whole in ("quote-block", "note"):
            if whole in roles:
                return whole
        return roles[-1] if roles else "body"

    def zones(self, start: int, end: int) -> Iterator[Zone]:
        """The zones of one raw block."""
        builder = ZoneBuilder(self.source)
        muted = ""
        for m in _TOKEN.finditer(self.masked, start, end):
            name = (m["name"] or "").lower()
            if muted:
                muted = "" if m["close"] and name == muted else muted
            elif name and not m["close"] and name in MUTE:
                muted = name
            elif not name:
                self._text(builder, m)
            elif name in _INLINE:
                if name in ("b", "strong"):
                    builder.dress("Strong", not m["close"])
            elif name == "br":
                builder.gap()
            else:
                yield from self._block(builder, m, name)
        zone = self._flush(builder)
        if zone:
            yield zone

    def _text(self, builder: ZoneBuilder, m: re.Match[str]) -> None:
        if m["text"]:
            self.take(builder, *m.span())
        elif m["line"]:
            builder.gap()
        elif m["entity"]:
            builder.stand(unescape(m[0]), *m.span())

    def _block(self, builder: ZoneBuilder, m: re.Match[str], name: str) -> Iterator[Zone]:
        """A tag that ends the paragraph before it."""
        zone = self._flush(builder)
        if zone:
            yield zone
        if name == "img":
            alt = alt_zone(self.source, *m.span("attributes"))
            if alt:
                yield alt
        elif m["close"]:
            self._close(name)
        elif name not in _EMPTY and not m["attributes"].endswith("/") and len(self.open) < MAX_OPEN:
            if name in _SELF_CLOSING and name in [opened for opened, _ in self.open[-3:]]:
                self._close(name)
            self.open.append((name, "note" if _FOOTNOTE.search(m["attributes"]) else _ROLES.get(name, "")))

    def _close(self, name: str) -> None:
        """Close a tag and whatever stands open inside it."""
        for n in range(len(self.open) - 1, -1, -1):
            if self.open[n][0] == name:
                del self.open[n:]
                return

    def _flush(self, builder: ZoneBuilder) -> Zone | None:
        if builder.empty:
            return builder.build("body")
        heading = next((name for name, _ in reversed(self.open) if re.fullmatch("h[1-6]", name)), "")
        if heading:
            return builder.build("subhead", level=int(heading[1]))
        return builder.build(self.role)
