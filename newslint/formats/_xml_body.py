"""Reads the copy of a story from elements of NITF or XHTML: paragraphs, lists, tables, quotations, captions."""

from __future__ import annotations

from newslint.base.text import Span, UnreadableStory
from newslint.formats._prose import ZoneBuilder
from newslint.formats._xml import Element, XmlTree
from newslint.model.story import Zone

MAX_COPY = 1_000_000  # code points of the markup of one story; a long read has some 100,000
MAX_PARAGRAPHS = 10_000
_ROLES = {
    "li": "list", "dt": "list", "dd": "list", "bq": "quote-block", "blockquote": "quote-block",
    "td": "table", "th": "table", "pre": "table", "caption": "caption", "media-caption": "caption",
    "figcaption": "caption", "media-producer": "credit", "note": "note", "fn": "note", "bibliography": "note",
    "tagline": "byline",
}  # fmt: skip
_HEADINGS = {"hl1": 1, "hl2": 2, "h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_WHOLE = frozenset(("quote-block", "note", "caption", "table"))  # whatever stands in one of these is of it
_BLOCKS = frozenset((
    "p", "block", "div", "section", "article", "main", "body", "body.content", "body.end", "ul", "ol", "dl", "table",
    "tbody", "thead", "tfoot", "tr", "nitf-table", "media", "figure", "center", "address", "details", "summary", "hr",
    "html", "nitf", "credit", "datasource",
)) | _ROLES.keys() | _HEADINGS.keys()  # fmt: skip
_MUTE = frozenset((
    "script", "style", "head", "iframe", "object", "embed", "video", "audio", "noscript", "template", "svg", "math",
    "form", "button", "select", "textarea", "nav", "header", "footer", "media-metadata", "media-reference",
    "media-object", "nitf-table-metadata", "nitf-colgroup", "custom-table", "colgroup", "alternate-code", "body.head",
))  # fmt: skip
_STRONG = frozenset(("b", "strong"))


class BodyReader:
    """Reads elements into zones, in the order in which they stand; `role` is what plain paragraphs are."""

    def __init__(self, tree: XmlTree, role: str = "body", field: str = "") -> None:
        self.tree = tree
        self.role = role
        self.field = field
        self.zones: list[Zone] = []
        self._builder = ZoneBuilder(tree.text)
        self._broken = False  # whether a `<br/>` was the last thing: a second one ends the paragraph

    def read(self, element: Element) -> list[Zone]:
        """The zones of what an element holds; raises UnreadableStory where that is beyond any story."""
        check_size(self.tree, element)
        self._walk(element, self.role, 0)
        self._end(self.role, 0)
        return self.zones

    def _walk(self, element: Element, role: str, level: int) -> None:
        if not element.children:
            self._take(element.inner, element.outer)
            return
        for part in self.tree.parts(element):
            if not isinstance(part, Span):
                self._child(part, role, level)
            else:
                self._take(*part)

    def _take(self, start: int, end: int) -> None:
        blank = self.tree.text[start:end].isspace()
        if blank and self._builder.empty:
            return
        self.tree.take(self._builder, start, end)
        self._broken = self._broken and blank

    def _child(self, child: Element, role: str, level: int) -> None:
        name = child.name.lower()
        if name == "br":
            if self._broken:
                self._end(role, level)
            self._builder.gap()
            self._broken = True
        elif name == "img":
            self._alt(child, role, level)
        elif name in _MUTE:
            self._builder.cut()
        elif name in _BLOCKS:
            self._block(child, name, role, level)
        else:
            self._inline(child, name, role, level)

    def _inline(self, child: Element, name: str, role: str, level: int) -> None:
        if name in _STRONG:
            self._builder.dress("Strong", True)
        self._walk(child, role, level)
        if name in _STRONG:
            self._builder.dress("Strong", False)

    def _block(self, child: Element, name: str, role: str, level: int) -> None:
        self._end(role, level)
        if name in _HEADINGS and role not in _WHOLE:
            self._walk(child, "subhead", _HEADINGS[name])
            self._end("subhead", _HEADINGS[name])
            return
        inner = role if role in _WHOLE else _ROLES.get(name, role)
        self._walk(child, inner, level)
        self._end(inner, level)

    def _alt(self, child: Element, role: str, level: int) -> None:
        zone = self.tree.attribute_zone(child, "alt", "alt")
        if zone and self.tree.text[slice(*zone.span)].strip():
            self._end(role, level)
            self.zones.append(zone)

    def _end(self, role: str, level: int) -> None:
        self._broken = False
        if self._builder.empty:
            self._builder.clear()
            return
        zone = self.tree.zone(self._builder, role, level=level, field=self.field)
        if zone and any(map(str.isalnum, zone.text)):
            self.zones.append(zone)
            if len(self.zones) > MAX_PARAGRAPHS:
                raise UnreadableStory(f"one story in it has more than {MAX_PARAGRAPHS:,} paragraphs")


def check_size(tree: XmlTree, element: Element) -> None:
    """Raise UnreadableStory where what an element holds is longer than any story."""
    if element.outer - element.inner > MAX_COPY:
        raise UnreadableStory(f"line {tree.line(element):,}: one story there is longer than {MAX_COPY:,} characters")


def field_zone(tree: XmlTree, element: Element, role: str, field: str, leave: tuple[str, ...] = ()) -> Zone | None:
    """The prose of a field as one zone; parts of it that are elements of their own stand a space apart.

    Elements whose names are in `leave` are left out.
    """
    builder = ZoneBuilder(tree.text)
    _take_field(tree, builder, element, leave)
    return tree.zone(builder, role, field=field)


def _take_field(tree: XmlTree, builder: ZoneBuilder, element: Element, leave: tuple[str, ...]) -> None:
    for part in tree.parts(element):
        if isinstance(part, Span):
            tree.take(builder, *part)
        elif part.name in leave or part.name.lower() in _MUTE:
            builder.cut()
        else:
            if part.name.lower() in _APART and tree.text[part.start - 1] not in " (\r\n":
                builder.gap()
            _take_field(tree, builder, part, leave)


_APART = frozenset((
    "byttl", "person", "location", "city", "state", "region", "country", "sublocation", "org", "p", "br", "block",
    "virtloc", "story.date", "hl1", "hl2", "li", "div",
))  # fmt: skip
