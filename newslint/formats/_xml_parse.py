"""Parses XML with expat into elements that know their places, and refuses what is broken, too deep or too large."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.typed import Any
from newslint.formats._xml_words import broken, line_of, refused_entity

MAX_DEPTH = 200  # elements inside one another
MAX_ELEMENTS = 300_000
MAX_DECLARED = 2_000  # entities and attributes declared in one file; the character sets of DTDs have a few hundred
MAX_ATTRIBUTES = 1_000_000  # those that a DTD gives to every element included
MAX_REFERENCES = 500_000  # entities and CDATA sections; each takes 200 bytes where prose is read from it
MAX_TAG = 1 << 20  # bytes of a tag or a comment
_CHUNK = 1 << 18  # bytes
_TAG = pattern(r"""<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")


class Element:
    """An element: its local name and prefix, and where its tags begin and end.

    `start` and `end` hold all of it, `inner` and `outer` its content. `children` are the elements in it, in order.
    """

    __slots__ = ("children", "end", "inner", "name", "outer", "prefix", "start")

    def __init__(self, name: str, prefix: str, start: int, inner: int) -> None:
        self.name = name
        self.prefix = prefix
        self.start = start
        self.inner = inner
        self.outer = self.end = inner
        self.children: list[Element] | tuple[Element, ...] = ()

    def of(self, *names: str) -> Iterator[Element]:
        """The children of these local names, in order."""
        for child in self.children:
            if child.name in names:
                yield child

    def first(self, *path: str) -> Element | None:
        """The first element that a path of local names leads to, one step a name."""
        if not path:
            return self
        for child in self.of(path[0]):
            if found := child.first(*path[1:]):
                return found
        return None

    def all(self, *names: str) -> Iterator[Element]:
        """Every element below this one of these local names, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def __repr__(self) -> str:
        return f"Element({self.name[:40]!r}, {self.start}-{self.end})"


class XmlReader:
    """Listens to expat and builds the tree."""

    def __init__(self, source: Source) -> None:
        from pyexpat import ParserCreate  # here: few stories are XML

        self.source = source
        self.text = source.text
        self.skipped = len(self.text) - len(self.text.lstrip())  # blank lines above the declaration
        self.data = self.text[self.skipped :].encode("utf-8", "surrogatepass")
        self.ascii = len(self.data) == len(self.text) - self.skipped
        self.byte = 0  # a place in `data`, and the same in the text
        self.at = self.skipped
        self.open: list[Element] = []
        self.root: Element | None = None
        self.elements = self.attributes = self.declared = 0
        self.names: dict[str, tuple[str, str]] = {}
        self.entities: dict[str, str] = {}
        self.cdata: list[Span] = []
        self.cdata_start = 0
        self.parser: Any = ParserCreate("utf-8")
        self.parser.UseForeignDTD(True)  # else an entity of a DTD that is not read is an error
        self.parser.ordered_attributes = True  # a list is made faster
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartCdataSectionHandler = self.start_cdata
        self.parser.EndCdataSectionHandler = self.end_cdata
        self.parser.EntityDeclHandler = self.declare
        self.parser.AttlistDeclHandler = self.declare_attribute

    def read(self) -> Element:
        """The root; raises UnreadableStory."""
        from pyexpat import ExpatError

        data, parser = self.data, self.parser
        if self.text.count("&") + self.text.count("<![") > MAX_REFERENCES:
            raise UnreadableStory(f"it has more than {MAX_REFERENCES:,} signs written as entities")
        try:
            for start in range(0, len(data), _CHUNK):
                parser.Parse(data[start : start + _CHUNK], False)
                if start + _CHUNK - parser.CurrentByteIndex > MAX_TAG:
                    at = self.place(max(self.byte, parser.CurrentByteIndex))
                    raise self.refusal(at, "a tag or a comment there is longer than 1 MB")
            parser.Parse(b"", True)
        except ExpatError as error:
            at = min(self.place(max(self.byte, parser.ErrorByteIndex)), len(self.text))
            raise UnreadableStory(broken(self.source, at, error.code, self._left_open())) from None
        if self.root is None:
            raise UnreadableStory("it is no XML: there is no tag in it")
        return self.root

    def _left_open(self) -> tuple[str, int] | None:
        if not self.open:
            return None
        last = self.open[-1]
        return f"{last.prefix}:{last.name}" if last.prefix else last.name, last.start

    def place(self, byte: int) -> int:
        """The place in the text of a place in the data, which is not before the last one asked for."""
        if self.ascii:
            return self.skipped + byte
        if byte > self.byte:
            self.at += len(self.data[self.byte : byte].decode("utf-8", "replace"))
            self.byte = byte
        return self.at

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        at = self.place(self.parser.CurrentByteIndex)
        if len(self.open) >= MAX_DEPTH:
            raise self.refusal(at, f"more than {MAX_DEPTH} elements stand inside one another")
        self.elements += 1
        self.attributes += len(attributes)
        if self.elements > MAX_ELEMENTS:
            raise self.refusal(at, f"it has more than {MAX_ELEMENTS:,} elements")
        if self.attributes > 2 * MAX_ATTRIBUTES:
            raise self.refusal(at, f"its elements have more than {MAX_ATTRIBUTES:,} attributes")
        names = self.names.get(name)
        if names is None:
            prefix, _, local = name.rpartition(":")
            names = self.names[name] = (local, prefix)
        tag = _TAG.match(self.text, at)
        element = Element(*names, at, tag.end() if tag else at)
        if self.open:
            parent = self.open[-1]
            if parent.children:
                parent.children.append(element)  # type: ignore[union-attr]
            else:
                parent.children = [element]
        else:
            self.root = element
        self.open.append(element)

    def end(self, _: str) -> None:
        """The last element that is open ends."""
        at = self.place(self.parser.CurrentByteIndex)
        element = self.open.pop()
        if at != element.inner or self.text[at - 2] != "/":  # `<p/>` ends where it begins to hold
            element.outer = at
            element.end = self.text.index(">", at) + 1

    def start_cdata(self) -> None:
        """A CDATA section begins."""
        self.cdata_start = self.place(self.parser.CurrentByteIndex) + len("<![CDATA[")

    def end_cdata(self) -> None:
        """It ends."""
        self.cdata.append(Span(self.cdata_start, self.place(self.parser.CurrentByteIndex)))

    def declare(self, name: str, is_parameter: int, value: str | None, *_: object) -> None:
        """A declared entity: one sign or a few are known by their name, anything larger is refused."""
        self.count_declared()
        if is_parameter or name in self.entities:
            return
        if why := refused_entity(name, value):
            raise self.refusal(self.place(self.parser.CurrentByteIndex), why)
        self.entities[name] = value or ""

    def declare_attribute(self, *_: object) -> None:
        """A declared attribute, which every element of its name may be given."""
        self.count_declared()

    def count_declared(self) -> None:
        """Raise UnreadableStory where more is declared than a DTD of news has."""
        self.declared += 1
        if self.declared > MAX_DECLARED:
            at = self.place(self.parser.CurrentByteIndex)
            raise self.refusal(at, f"it declares more than {MAX_DECLARED:,} entities and attributes")

    def refusal(self, at: int, why: str) -> UnreadableStory:
        """What is raised of a file that is beyond limits at a place."""
        return UnreadableStory(f"line {line_of(self.text, at):,}: {why}")
