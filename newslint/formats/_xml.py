"""Reads XML into a tree in which each element, attribute value and run of text has its place in the source.

The standard library's expat says what is well-formed and where each tag stands: it is strict, starts in a
millisecond, and tells places exactly (lxml gives a line; an own tokenizer would have to know XML's grammar).
It is fed UTF-8 whatever the file was written in, and its places in bytes are made places in code points. Text
and attributes are decoded here, when they are asked for. Nothing is read from outside: of the entities of a DTD
that is not read, those of HTML are known.

Every format calls what it knows of a story by the same names in `Story.metadata`, each a str: `headline`, `byline`,
`dateline` (as its field gives it), `located` (the place's name alone: its city, else what there is), `date` (as the
file writes it), `slugline`, `source`. A name is left out where the file says nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Source, Span
from newslint.base.typed import Any
from newslint.formats._layer import Layer, Piece, Written
from newslint.formats._prose import ZoneBuilder
from newslint.formats._xml_parse import Element, XmlReader
from newslint.formats._xml_words import XML_ENTITIES, entity_text, line_of
from newslint.model.story import Zone

__all__ = ["Element", "XmlTree", "read_xml"]

_ATTRIBUTE = pattern(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLAIN = pattern(r"[^<&\r\n]*\Z")
_TOKEN = pattern(
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|(?P<skip><!--.*?-->|<\?.*?\?>)|(?P<entity>&[^;&<\s]+;)"
    r"|(?P<line>[\r\n]\s*)|(?P<text>[^<&\r\n]+)|(?P<stray>[<&])",
    re.DOTALL,
)
_ENTITY = pattern(r"(&[^;&<\s]+;)")
_IN_CDATA = pattern(r"(?P<line>[\r\n]\s*)|(?P<text>[^\r\n]+)")
_UNWRITABLE = pattern("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlTree:
    """A source read as XML: `root` is its first element."""

    __slots__ = ("_cdata", "_entities", "_written", "root", "source", "text")

    def __init__(
        self, source: Source, root: Element, entities: Mapping[str, str] = {}, cdata: Sequence[Span] = ()
    ) -> None:
        self.source = source
        self.text = source.text
        self.root = root
        self._entities = entities
        self._cdata = cdata
        self._written: Written = lambda prose: _escaped(prose, source)

    def attributes(self, element: Element) -> dict[str, Span]:
        """An element's attributes as they are written, prefix and all, each with the place of its value."""
        found = _ATTRIBUTE.finditer(self.text, element.start, element.inner)
        return {m[1]: Span(*m.span(m.lastindex or 0)) for m in found}

    def value(self, element: Element, name: str) -> str:
        """The value of an attribute, decoded, without spaces at its ends; empty where there is none."""
        span = self.attributes(element).get(name)
        if span is None:
            return ""
        return "".join([piece for piece, _, _ in self.pieces(*span)]).strip()

    def parts(self, element: Element) -> Iterator[Element | Span]:
        """What an element holds, in order: its children, and the stretches of text between them."""
        at = element.inner
        for child in element.children:
            if child.start > at:
                yield Span(at, child.start)
            yield child
            at = child.end
        if element.outer > at:
            yield Span(at, element.outer)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """A stretch of text without elements, decoded, each piece with its place; line ends are kept."""
        text = self.text
        for m in _TOKEN.finditer(text, start, end):
            kind = m.lastgroup
            if kind == "entity":
                yield entity_text(m[0], self._entities), *m.span()
            elif kind == "cdata":
                yield m["cdata"], *m.span("cdata")
            elif kind != "skip":
                yield m[0], *m.span()

    def _decoded(self, start: int, end: int) -> list[Piece]:
        """As `pieces`, of a stretch in which only entities may be no text as it stands."""
        found: list[Piece] = []
        at = start
        for n, said in enumerate(_ENTITY.split(self.text[start:end])):
            if said:
                prose = (XML_ENTITIES.get(said) or entity_text(said, self._entities)) if n % 2 else said
                found.append((prose, at, at + len(said)))
                at += len(said)
        return found

    def take(self, builder: ZoneBuilder, start: int, end: int) -> None:
        """Give a builder a stretch of text without elements, as prose: line ends read as one space."""
        if _PLAIN.match(self.text, start, end):
            builder.exact(start, end)
            return
        for m in _TOKEN.finditer(self.text, start, end):
            kind = m.lastgroup
            if kind == "entity":
                builder.stand(entity_text(m[0], self._entities), *m.span())
            elif kind == "cdata":
                for inner in _IN_CDATA.finditer(self.text, *m.span("cdata")):
                    self._take_run(builder, inner.lastgroup == "line", *inner.span())
            elif kind != "skip":
                self._take_run(builder, kind == "line", *m.span())

    def _take_run(self, builder: ZoneBuilder, is_line_end: bool, start: int, end: int) -> None:
        if is_line_end:
            builder.gap()
            return
        if self.text[end : end + 1] in ("\n", "\r"):
            end = start + len(self.text[start:end].rstrip())
        builder.exact(start, end)

    def words(self, element: Element | None) -> str:
        """All text in an element, decoded, each run of white space one space; empty where there is no element."""
        if element is None:
            return ""
        return " ".join("".join(self._all_text(element)).split())

    def has_text(self, element: Element) -> bool:
        """Whether there is any text in an element, but for white space."""
        return any(map(str.strip, self._all_text(element)))

    def has_words(self, element: Element) -> bool:
        """Whether an element has any letter or figure for its text."""
        return any(any(map(str.isalnum, piece)) for piece in self._all_text(element))

    def _all_text(self, element: Element) -> Iterator[str]:
        for part in self.parts(element):
            if isinstance(part, Element):
                yield from self._all_text(part)
            else:
                for piece, _, _ in self.pieces(*part):
                    yield piece

    def layer(self, element: Element) -> Layer:
        """The text of an element as a text of its own, where markup stands escaped or in CDATA in it."""
        found: list[Piece] = []
        for part in self.parts(element):
            if isinstance(part, Span):
                plain = self.text.find("<", *part) < 0
                found += self._decoded(*part) if plain else self.pieces(*part)
        return Layer(found, self.written_in(element.inner, element.outer))

    def zone(self, builder: ZoneBuilder, role: str, **said: Any) -> Zone | None:
        """The zone that a builder has gathered, with the way that prose is written at its place."""
        zone = builder.build(role, **said)
        if zone:
            zone.written = self.written_in(*zone.span)
        return zone

    def attribute_zone(self, element: Element, name: str, role: str, **said: Any) -> Zone | None:
        """The value of an attribute as a zone."""
        span = self.attributes(element).get(name)
        if span is None:
            return None
        builder = ZoneBuilder(self.text)
        self.take(builder, *span)
        zone = builder.build(role, **said)
        if zone:
            zone.written = lambda prose: _quoted(prose, self.source)
        return zone

    def written_in(self, start: int, end: int) -> Written:
        """How prose is written in a stretch of the source: escaped, or in a CDATA section as it is."""
        n = bisect_left(self._cdata, start, key=lambda span: span.end)
        meets = n < len(self._cdata) and self._cdata[n].start < end
        if not meets:
            return self._written
        if self._cdata[n].start <= start and end <= self._cdata[n].end:
            return _in_cdata
        return _in_cdata if self._is_all_cdata(n, start, end) else _in_either

    def _is_all_cdata(self, n: int, start: int, end: int) -> bool:
        """Whether nothing but white space stands round one CDATA section in a stretch."""
        a, b = self._cdata[n]
        before = self.text[start : max(start, a - 9)]
        return not before.strip() and not self.text[min(end, b + 3) : end].strip()

    def line(self, element: Element) -> int:
        """The line, from 1, that an element begins in."""
        return line_of(self.text, element.start)


def _escaped(prose: str, source: Source) -> str | None:
    if _UNWRITABLE.search(prose):
        return None
    text = prose.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text if source.takes(text) else "".join([c if source.takes(c) else f"&#{ord(c)};" for c in text])


def _quoted(prose: str, source: Source) -> str | None:
    text = _escaped(prose, source)
    return None if text is None else text.replace('"', "&quot;").replace("'", "&apos;")


def _in_cdata(prose: str) -> str | None:
    return None if "]]>" in prose or _UNWRITABLE.search(prose) else prose


def _in_either(prose: str) -> str | None:
    return None if any(sign in prose for sign in "&<>") else _in_cdata(prose)


def read_xml(source: Source) -> XmlTree:
    """The tree of a source. Raises UnreadableStory, with the line, where it is not well-formed or beyond limits."""
    reader = XmlReader(source)
    root = reader.read()
    return XmlTree(source, root, reader.entities, reader.cdata)
