"""The lines of an AsciiDoc file, and the lists of attributes that stand in brackets or in its head."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span, UnreadableStory
from newslint.formats._asciidoc_inline import LONGEST_VALUE, put, written
from newslint.formats._inline import ENTITY, unescape
from newslint.formats._prose import STAND_IN, ZoneBuilder
from newslint.formats.frontmatter import Value
from newslint.model.story import Zone

MAX_LINES = 25_000  # a book has fewer
MAX_LENGTH = 2_000_000  # code points: more than any book, let alone a story
MAX_LIST = 4000  # code points of a list of attributes
_LINE = pattern(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_COMMENT = pattern(r"//(?!/)|(?:ifn?def|ifeval|endif|include)::[^\[\]]*\[.*\]\Z")
_ENTRY = pattern(r":(!?)([A-Za-z0-9_][\w-]*+)(!?):(?:[ \t]+|\Z)")
_ITEM = pattern(
    r"[ \t]*+(?:([\w-]++)[ \t]*+=[ \t]*+)?"
    r"(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'|([^,]*+))[ \t]*+(?:,|\Z)"
)
_PIECE = pattern(ENTITY + "|_")
_REFERENCE = pattern(r"\{([A-Za-z0-9_][\w-]{0,60})\}")


def check_length(text: str) -> None:
    """Raise UnreadableStory where a file is longer than a book."""
    if len(text) > MAX_LENGTH:
        raise UnreadableStory(f"it has more than {MAX_LENGTH:,} characters: that is no story")
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise UnreadableStory(f"it has more than {MAX_LINES:,} lines: that is no story")


def lines_of(text: str, start: int, end: int) -> list[Span]:
    """Where the lines of a stretch begin and end, the spaces at their ends left out."""
    found: list[Span] = []
    at = start
    stretch = text[start:end]
    if "\r" not in stretch:
        for line in stretch.removesuffix("\n").split("\n") if stretch else ():
            found.append(Span(at, at + len(line.rstrip())))
            at += len(line) + 1
        return found
    while at < end and (m := _LINE.match(text, at, end)):
        found.append(Span(at, at + len(m[1].rstrip())))
        at = m.end()
    return found


def is_comment(text: str, line: Span) -> bool:
    """Whether a line is a comment, or tells what is to be included: no reader sees it."""
    return text[line.start : line.start + 1] in ("/", "i", "e") and bool(_COMMENT.match(text, *line))


class Item(NamedTuple):
    """One value of a list of attributes: its name (none for those told by their place), and where it stands."""

    name: str
    span: Span


def items_of(text: str, start: int, end: int) -> list[Item]:
    """The values of a list of attributes, without their quotation marks; a very long list has none."""
    found: list[Item] = []
    at = start
    while at < end <= start + MAX_LIST and (m := _ITEM.match(text, at, end)):
        group = next(n for n in (2, 3, 4) if m[n] is not None)
        found.append(Item(m[1] or "", Span(m.start(group), m.start(group) + len(m[group].rstrip()))))
        at = m.end()
    return found


class Attribute(Value):
    """An attribute of the document, or what its author line says: read without markup, over several lines.

    A bar in the name of an author stands for a space.
    """

    __slots__ = ()

    def zone(self, source: str, role: str) -> Zone | None:
        """The zone of this value; none where there is no text."""
        builder = ZoneBuilder(source)
        for start, end in _pieces(source, self.span):
            at = start
            for m in _PIECE.finditer(source, start, end):
                builder.exact(at, m.start())
                at = m.end()
                if m[0] != "_":
                    put(builder, *m.span(), unescape(m[0]))
                elif self.style == "author":
                    builder.gap()
                else:
                    builder.exact(*m.span())
            builder.exact(at, end)
            builder.gap()
        field = str(self.path[0])
        zone = builder.build(role, field=field, why=(f"“{field}” in the head of the document",))
        if zone:
            zone.written = written
        return zone


def _pieces(source: str, span: Span) -> list[Span]:
    """The lines of a value, without the signs that say it goes on."""
    lines = lines_of(source, *span)
    return [Span(line.start, line.end - 2 if _goes_on(source, *line) else line.end) for line in lines]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line of a value says that the next one belongs to it."""
    return end - start > 1 and text[end - 1] in "\\+" and text[end - 2] in " \t"


def read_entry(text: str, lines: Sequence[Span], n: int) -> tuple[Attribute | None, int]:
    """The attribute that a line defines, or takes back (then its value is None), and the line after it."""
    start, end = lines[n]
    entry = _ENTRY.match(text, start, end)
    if not entry:
        return None, n
    n += 1
    first = entry.end()
    while _goes_on(text, max(first, lines[n - 1].start), end) and n < len(lines) and lines[n].end > lines[n].start:
        end = lines[n].end
        n += 1
    span = Span(min(first, end), end)
    value: str | None = " ".join([text[a:b].strip() for a, b in _pieces(text, span)])
    name = entry[2].lower()
    return Attribute((name.removeprefix("page-"),), None if entry[1] or entry[3] else value, span), n


def define(attributes: dict[str, str], entry: Attribute, name: str = "") -> None:
    """Remember what references to an attribute are to read as."""
    name = name or str(entry.path[0])
    if entry.data is None:
        attributes.pop(name, None)
        return
    value = str(entry.data)
    if len(value) <= LONGEST_VALUE:
        value = _REFERENCE.sub(lambda m: attributes.get(m[1].lower(), m[0]), value)
        if "&" in value:
            value = unescape(value)
    attributes[name] = value if len(value) <= LONGEST_VALUE else STAND_IN  # each may be made of others, without end
