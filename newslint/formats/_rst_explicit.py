"""What two dots begin in reStructuredText: directives, footnotes and targets, and the notes that nobody is to see."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._prose import ZoneBuilder
from newslint.formats._rst_inline import Inline
from newslint.formats._rst_lines import (
    FIELD,
    Line,
    begins_plain,
    edge,
    goes_on_plain,
    hung,
    is_delicate,
    not_written,
    trimmed,
    written,
    written_beside,
)
from newslint.formats.plain import joined
from newslint.model.story import Zone

_NOTE = pattern(r"\[(?:[0-9]{1,9}|\#[\w.-]{0,60}|\*|[^\W_][\w.-]{0,60})\](?:[ \t]+|\Z)")
_DIRECTIVE = pattern(r"([^\W_][\w.+-]{0,60}(?::[\w.+-]{1,60})?)[ ]?::(?:[ \t]+|\Z)")
_COMMENTED = pattern(r"([a-z_]{1,40}):[ \t]+(?=\S)")  # metadata as Nikola keeps it: `.. title: …`
_NOTES = frozenset((
    "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso",
))  # fmt: skip
_QUOTES = frozenset(("epigraph", "pull-quote", "highlights"))
_TITLED = {"admonition": "note", "topic": "subhead", "sidebar": "subhead"}
_TABLES = frozenset(("table", "list-table"))
_OPEN = frozenset(
    ("container", "compound", "class", "rst-class", "cssclass", "only", "ifconfig", "hlist", "glossary")
)
_HEADS = frozenset(("rubric", "centered"))


class Block(NamedTuple):
    """Lines that belong together: how far in they stand (columns), the role of what is in them, how deep it is."""

    lines: Sequence[Line]
    col: int
    role: str
    depth: int


class Parts(NamedTuple):
    """What a directive says: its argument, its options by name, and its content."""

    argument: Sequence[Line]
    options: dict[str, list[Span]]
    content: list[Line]


class ExplicitReader:
    """Reads blocks that two dots begin; what stands inside is given to `read`."""

    def __init__(self, text: str, inline: Inline) -> None:
        self.text = text
        self.inline = inline
        self.found: list[Zone] = []
        self.commented: list[tuple[str, Span]] = []
        self.builder = ZoneBuilder(text)

    def read(self, lines: Sequence[Line], role: str, depth: int) -> None:
        """Read a block of lines."""
        raise NotImplementedError

    def quoted(self, lines: Sequence[Line], role: str, depth: int) -> None:
        """Read a quotation, which may end in a line that names who is quoted."""
        raise NotImplementedError

    def emit(self, spans: Sequence[Span], role: str, *, level: int = 0, fixed: bool = False) -> Zone | None:
        """A zone of these stretches; one that is `fixed` cannot be changed by a fix."""
        self.inline.write(self.builder, spans)
        zone = self.builder.build(role or "body", level=level)
        if zone:
            delicate = any(is_delicate(self.text, *span) for span in spans)
            zone.written = not_written if fixed else written_beside if delicate else written
            self.found.append(zone)
        return zone

    def take_plain(self, block: Block, n: int) -> int:
        """Take a paragraph without any sign of markup, as most are; gives the line after it, or the same line."""
        first, lines = n, block.lines
        how = begins_plain(self.text, lines[n])
        if how is None:
            return n
        n += 1
        while n < len(lines) and not lines[n].blank:
            if lines[n].col != block.col or not goes_on_plain(self.text, lines[n - 1], lines[n]):
                return first
            n += 1
        zone = joined(self.text, [Span(line.start, line.end) for line in lines[first:n]])
        zone.role = block.role or "body"
        zone.written = how
        self.found.append(zone)
        return n

    def after_indented(self, block: Block, n: int) -> int:
        """The line after those that are blank or stand further in than the block."""
        lines = block.lines
        while n < len(lines) and (lines[n].blank or lines[n].col > block.col):
            n += 1
        return n

    def explicit(self, block: Block, n: int, at: int) -> int:
        """Read what two dots begin in a line, with the text from `at` on; gives the line after it."""
        line = block.lines[n]
        if at >= line.end and (n + 1 == len(block.lines) or block.lines[n + 1].blank):
            return n + 1  # an empty comment: what is set in below it is a quotation
        stop = self.after_indented(block, n + 1)
        rest = block.lines[n + 1 : stop]
        if self.text.startswith("_", line.start):
            return stop
        if note := _NOTE.match(self.text, at, line.end):
            first = Line(note.end(), line.end, line.col + note.end() - line.start)
            self.read(hung(first, rest), "note", block.depth + 1)
        elif named := _DIRECTIVE.match(self.text, at, line.end):
            first = Line(named.end(), line.end, line.col + named.end() - line.start)
            self._directive(named[1].casefold(), first, rest, block)
        elif not self.found and (said := _COMMENTED.match(self.text, at, line.end)):
            self.commented.append((said[1], Span(said.end(), line.end)))
        return stop

    def _directive(self, name: str, first: Line, rest: Sequence[Line], block: Block) -> None:
        """Read a directive; one that is not known is left out: nobody can say what of it is copy."""
        role, depth = block.role, block.depth + 1
        if name in _NOTES:
            self.read(self._parts(first, rest, False).content, "note", depth)
        elif name in _QUOTES:
            self.quoted(self._parts(first, rest, False).content, "quote-block", depth)
        elif name in ("image", "figure"):
            self._picture(self._parts(first, rest, True), depth)
        elif name in _TITLED:
            parts = self._parts(first, rest, True)
            inner = role or ("note" if name == "admonition" else "")
            self._argument(parts, _TITLED[name])
            self.read(parts.content, inner, depth)
        elif name in _TABLES:
            parts = self._parts(first, rest, True)
            self._argument(parts, "caption")
            self.read(parts.content, "table", depth)
        elif name in _OPEN:
            self.read(self._parts(first, rest, True).content, role, depth)
        elif name in _HEADS:
            self._argument(self._parts(first, rest, True), "subhead")

    def _argument(self, parts: Parts, role: str) -> None:
        if parts.argument:
            level = 6 if role == "subhead" else 0
            self.emit([Span(parts.argument[0].start, parts.argument[-1].end)], role, level=level)

    def _picture(self, parts: Parts, depth: int) -> None:
        if "alt" in parts.options:
            self.emit(parts.options["alt"], "alt")
        self.read(parts.content, "caption", depth)

    def _parts(self, first: Line, rest: Sequence[Line], has_argument: bool) -> Parts:
        """The parts of a directive; without an argument, its first lines are content."""
        if first.blank and rest and rest[0].blank:
            return Parts((), {}, list(trimmed(rest)))
        lines = trimmed(hung(first, rest))
        head = next((n for n, line in enumerate(lines) if line.blank), len(lines))
        option = next((n for n in range(head) if self._is_option(lines[n])), head)
        content = list(lines[head:] if has_argument else [*lines[:option], *lines[head:]])
        if not has_argument and option:
            content = hung(content[0], content[1:])
        return Parts(lines[:option] if has_argument else (), self._options(lines[option:head]), content)

    def _is_option(self, line: Line) -> bool:
        return FIELD.match(self.text, line.start, line.end) is not None

    def _options(self, lines: Sequence[Line]) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        base, spans = edge(lines), []
        for line in lines:
            m = FIELD.match(self.text, line.start, line.end) if line.col == base else None
            if m:
                spans = found.setdefault(m[1].casefold(), [])
            start = m.end() if m else line.start
            if start < line.end:
                spans.append(Span(start, line.end))
        return found
