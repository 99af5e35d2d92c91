"""The text of an AsciiDoc document: walks its blocks line by line and gathers what readers see as zones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.base.text import Span, UnreadableStory
from newslint.formats import _asciidoc_signs as signs
from newslint.formats._asciidoc_inline import Inline, plain_zone, written
from newslint.formats._asciidoc_lines import define, is_comment, items_of, read_entry
from newslint.formats._asciidoc_pending import Container, Pending
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

MAX_DEPTH = 40  # blocks in one another


class BlockReader:
    """Reads the lines from `at` on; `titled` says whether the head gives a headline."""

    def __init__(self, text: str, lines: Sequence[Span], at: int, inline: Inline, titled: bool) -> None:
        self.text, self.lines, self.n = text, lines, at
        self.inline = inline
        self.titled = titled
        self.found: list[Zone] = []
        self.code: list[Span] = []  # blocks whose text is shown as it stands, or to nobody
        self.builder = ZoneBuilder(text)
        self.pending = Pending()
        self.inside: list[Container] = []
        self.listed = False  # in a list: what follows directly belongs to its last item
        self.attached = False  # a plus sign has said that the next block belongs to the item above
        self.steps: tuple[Callable[[int, str], int], ...] = (
            self._left_out, self._fence, self._brackets, self._entry, self._title, self._plus, self._macro,
            self._section, self._item, self._paragraph,
        )  # fmt: skip

    def zones(self) -> list[Zone]:
        """Every zone of the text."""
        n = self.n
        while n < len(self.lines):
            start, end = self.lines[n]
            if start == end:
                self.listed = self.listed and signs.list_goes_on(self.text, self.lines, n + 1)
                n += 1
                continue
            if not (self.listed or self.attached or self.pending.any):
                first, n = n, signs.after_plain(self.text, self.lines, n)
                if n > first:
                    role = self.role if self.inside else "body"
                    self.found.append(plain_zone(self.text, self.lines[first:n], role))
                    continue
            line = self.text[start:end]
            n = next(after for step in self.steps if (after := step(n, line)) > n)
        return self.found

    # -- what is gathered ----------------------------------------------------------------------------------------

    @property
    def role(self) -> str:
        """The role of a paragraph that stands here."""
        if self.pending.role:
            return self.pending.role
        within = next((each.role for each in reversed(self.inside) if each.role), "")
        return within or ("list" if self.listed or self.attached else "body")

    def emit(self, lines: Sequence[Span], role: str, *, level: int = 0, why: tuple[str, ...] = ()) -> None:
        """A zone of these lines, and of the footnote that ends them."""
        note = self.inline.write(self.builder, lines)
        zone = self.builder.build(role, level=level, why=why)
        if zone:
            zone.written = written
            self.found.append(zone)
        if note:
            inner = [Span(max(a, note.start), min(b, note.end)) for a, b in lines if b > note.start]
            self.emit([each for each in inner if each.start < each.end], "note")

    def _begin(self, kind: str = "") -> Pending:
        """What was said above of the block that begins here; its title becomes a zone."""
        said, self.pending = self.pending, Pending()
        self.attached = False
        if said.title:
            if kind == "picture":
                self.emit([said.title], "caption", why=("it is the title of a picture or table",))
            else:
                self.emit([said.title], "subhead", level=5)
        return said

    # -- lines that are no text ----------------------------------------------------------------------------------

    def _left_out(self, n: int, line: str) -> int:
        if line[0] in "/ie" and is_comment(self.text, self.lines[n]):
            return n + 1
        return n + 1 if line[0] in "'<-*_" and signs.RULER.match(line) else n

    def _brackets(self, n: int, line: str) -> int:
        if line[0] != "[" or not signs.IN_BRACKETS.match(line):
            return n
        start, end = self.lines[n]
        if not line.startswith("[["):
            self.pending.take(self.text, items_of(self.text, start + 1, end - 1))
        return n + 1

    def _entry(self, n: int, line: str) -> int:
        if line[0] != ":":
            return n
        entry, after = read_entry(self.text, self.lines, n)
        if entry:
            define(self.inline.attributes, entry)
        return after

    def _title(self, n: int, line: str) -> int:
        if line[0] != "." or not signs.TITLE.match(line) or signs.FENCE.match(line):
            return n
        self.pending.title = Span(self.lines[n].start + 1, self.lines[n].end)
        return n + 1

    def _plus(self, n: int, line: str) -> int:
        if line != "+":
            return n
        self.attached = self.attached or self.listed
        return n + 1

    # -- blocks between two lines of the same sort -----------------------------------------------------------------

    def _fence(self, n: int, line: str) -> int:
        if line[0] not in '/-.+`=*_~"|,:!' or not (m := signs.FENCE.match(line)):
            return n
        if m[1]:
            self._begin("picture")
            last = signs.after_fence(self.text, self.lines, n, "```" if line[0] == "`" else line)
            if line[0] != "+":  # what that passes on to a page has comments
                self.code.append(Span(self.lines[n].start, self.lines[last].end))
            return last + 1
        if m[3]:
            return self._table(n, line)
        for depth, each in enumerate(self.inside):
            if each.fence == line:
                self._close(depth)
                return n + 1
        return self._open(n, line)

    def _open(self, n: int, line: str) -> int:
        said = self._opened(n)
        if said.skipped and line == "--":
            return signs.after_fence(self.text, self.lines, n, line) + 1
        role = said.role or ("quote-block" if line[0] in '_"' else "")
        if not role and (self.listed or self.attached):
            role = "list"
        if said.verse and line[0] == "_":
            last = signs.after_fence(self.text, self.lines, n, line)
            self._stanzas(self.lines[n + 1 : last], role)
            return last + 1
        if len(self.inside) == MAX_DEPTH:
            raise UnreadableStory(f"blocks stand in one another more than {MAX_DEPTH} deep: that is no story")
        self.inside.append(Container(line, role, self.listed))
        self.listed = False
        return n + 1

    def _opened(self, n: int) -> Pending:
        attached = self.attached
        said = self._begin()
        self.attached = attached
        self._name_quoted(said.quoted)
        return said

    def _name_quoted(self, spans: Sequence[Span]) -> None:
        """Who is quoted, and where that stood."""
        for span in spans:
            self.emit([span], "quote-block", why=("it says who is quoted",))

    def _close(self, depth: int) -> None:
        self.listed = self.inside[depth].listed
        self.attached = False
        del self.inside[depth:]

    def _stanzas(self, lines: Sequence[Span], role: str) -> None:
        """A zone for each run of lines that are not empty."""
        stanza: list[Span] = []
        for line in [*lines, Span(0, 0)]:
            if line.start < line.end:
                stanza.append(line)
            elif stanza:
                self.emit(stanza, role)
                stanza = []

    def _table(self, n: int, line: str) -> int:
        from newslint.formats._asciidoc_tables import cells

        said = self._begin("picture")
        last = signs.after_fence(self.text, self.lines, n, line)
        for cell in cells(self.text, self.lines[n + 1 : last], said.separator or line[0], self.inline):
            self.emit(cell, "table")
        return last + 1

    # -- single lines ----------------------------------------------------------------------------------------------

    def _macro(self, n: int, line: str) -> int:
        if line[-1] != "]" or not (m := signs.MACRO.match(line)):
            return n
        picture = m[1] in signs.PICTURES
        self._begin("picture")
        if picture:
            start = self.lines[n].start
            items = items_of(self.text, start + m.start(3), start + m.end(3))
            for place, (name, span) in enumerate(items):
                role = {"alt": "alt", "title": "caption", "": "alt" if place == 0 else ""}.get(name, "")
                if role and span.start < span.end and not (role == "alt" and m[1] != "image"):
                    self.emit([span], role)
        return n + 1

    def _section(self, n: int, line: str) -> int:
        start, end = self.lines[n]
        if line[0] in "=#" and (m := signs.SECTION.match(line)):
            closing = " " + m[1]
            inner = Span(start + m.end(), end - len(closing) if line.endswith(closing) else end)
            return self._headed(inner, len(m[1]), n + 1)
        if n + 1 < len(self.lines):
            below = self.text[slice(*self.lines[n + 1])] if self._is_about(n + 1, end - start) else ""
            level = 0 if below in [each.fence for each in self.inside] else signs.UNDERLINES.get(below[:1], 0)
            if level and len(below) > 1 and not below.strip(below[0]) and line[0] != "." and signs.has_word(line):
                return self._headed(Span(start, end), level, n + 2)
        return n

    def _is_about(self, n: int, length: int) -> bool:
        return abs(self.lines[n].end - self.lines[n].start - length) <= 1

    def _headed(self, span: Span, level: int, after: int) -> int:
        self._begin()
        self.listed = False
        if self.titled or any(zone.role in ("body", "subhead", "list") for zone in self.found):
            self.emit([span], "subhead", level=min(level, 6))
        else:
            self.emit([span], "headline", why=("it is the first heading, and the document has no title",))
        self.titled = True
        return after

    # -- lists and paragraphs ----------------------------------------------------------------------------------------

    def _item(self, n: int, line: str) -> int:
        start, end = self.lines[n]
        bullet = signs.BULLET.match(self.text, start, end)
        term = None if bullet else signs.TERM.match(self.text, start, end)
        if not bullet and not term:
            return n
        self._begin()
        self.listed = True
        role = next((each.role for each in reversed(self.inside) if each.role), "") or "list"
        if term:
            self.emit([Span(*term.span(1))], role)
        at = bullet.end() if bullet else term.end() if term else start
        lines, after = self._gather(n)
        self.emit([Span(max(at, lines[0].start), max(at, lines[0].end)), *lines[1:]], role)
        return after

    def _gather(self, n: int) -> tuple[list[Span], int]:
        """The lines of the paragraph that begins here, without what stands round their words, and the line after."""
        found = []
        first = n
        while n < len(self.lines) and self.lines[n].start < self.lines[n].end:
            start, end = self.lines[n]
            if n > first and self._interrupts(n):
                break
            if n == first or not is_comment(self.text, self.lines[n]):
                found.append(signs.trimmed(self.text, start, end))
            n += 1
        return found, n

    def _interrupts(self, n: int) -> bool:
        """Whether a line ends the paragraph above it."""
        start, end = self.lines[n]
        if self.text[start] in signs.INTERRUPTS:
            line = self.text[start:end]
            if signs.is_fence_or_brackets(line) or (self.listed and line == "+"):
                return True
        return self.listed and signs.is_item(self.text, self.lines[n])

    def _paragraph(self, n: int, line: str) -> int:
        role, marked = self.role, self.pending
        said = self._begin("picture" if marked.skipped else "")
        lines, after = self._gather(n)
        if said.skipped or (line[0] in " \t" and not said.style and role == "body"):
            return after
        self._name_quoted(said.quoted)
        if note := signs.ADMONITION.match(line):
            lines[0] = Span(lines[0].start + note.end(), lines[0].end)
            role = "note"
        elif line[0] == ">" and not said.style:
            role, lines = "quote-block", [signs.unquoted(self.text, each) for each in lines]
        self._signed(lines, role, line[0] == '"')
        return after

    def _signed(self, lines: list[Span], role: str, quoted: bool) -> None:
        """A paragraph whose last line may say who is quoted."""
        signature = None
        if len(lines) > 1 and (quoted or role == "quote-block"):
            m = signs.SIGNED.match(self.text, *lines[-1])
            if m:
                signature = Span(m.end(), lines[-1].end)
                role, lines = "quote-block", lines[:-1]
        self._stanzas(lines, role)
        if signature:
            self._name_quoted([signature])
