"""The head of an AsciiDoc document: its title, who wrote it and when, and its attributes."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.formats._asciidoc_lines import Attribute, define, is_comment, read_entry

_TITLE = pattern(r"[=#][ \t]+(?=\S)")
_MAIL = pattern(r"[ \t]*<[^<>]*>")
_AUTHOR = pattern(r"[^\W\d][^<>;.!?:\[\]{}=*/|]*(?:\.[^<>;.!?:\[\]{}=*/|]*){0,3}\Z")
_REVISION = pattern(r"(?:v?\d[\w.-]{0,20},[ \t]*|v(?=\d))?(?P<date>[^:,]*\d[^:]*?)(?=:[ \t]|\Z)")
_SENTENCE_WORDS = 8  # a line of more words below the title is copy, whatever AsciiDoc makes of it
_LONGEST_LINE = 200  # code points of a line that names authors or days


class Head:
    """What stands above the text; `after` is the number of the first line below it."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self.text = text
        self.lines = lines
        self.title: Span | None = None
        self.values: list[Attribute] = []
        self.attributes: dict[str, str] = {}
        self.after = self._read()

    @property
    def data(self) -> dict[str, Any]:
        """The attributes that have a value, by name."""
        found: dict[str, Any] = {}
        for value in self.values:
            name = str(value.path[0])
            if value.style == "author" and name in found:
                found[name] = f"{found[name]}; {value.data}"
            elif value.data is not None:
                found[name] = value.data
        return found

    def _read(self) -> int:
        n = self._entries(0, blanks=True)
        if n >= len(self.lines) or not (title := _TITLE.match(self.text, *self.lines[n])):
            return n
        self.title = Span(title.end(), self.lines[n].end)
        n = self._comments(n + 1)
        if n < len(self.lines) and self._authors(self.lines[n]):
            n = self._comments(n + 1)
            if n < len(self.lines) and self._revision(self.lines[n]):
                n += 1
        return self._entries(n, blanks=False)

    def _comments(self, n: int) -> int:
        """The line after the comments that stand here."""
        while n < len(self.lines):
            if self.text.startswith("////", self.lines[n].start):
                n = self._after_comment(n)
            elif not is_comment(self.text, self.lines[n]):
                break
            n += 1
        return n

    def _after_comment(self, n: int) -> int:
        """The line that closes a comment of several lines."""
        fence = self.text[slice(*self.lines[n])]
        closes = (m for m in range(n + 1, len(self.lines)) if self.text[slice(*self.lines[m])] == fence)
        return next(closes, n) if fence.strip("/") == "" else n

    def _entries(self, n: int, *, blanks: bool) -> int:
        """The line after the attributes that stand here; where there is no title, empty lines may stand between."""
        while n < len(self.lines):
            start, end = self.lines[n]
            if start == end:
                if not blanks:
                    break
                n += 1
                continue
            if (after := self._comments(n)) > n:
                n = after
                continue
            entry, after = read_entry(self.text, self.lines, n)
            if entry is None:
                break
            n = after
            define(self.attributes, entry)
            if entry.data:
                self.values.append(entry)
        return n

    def _authors(self, line: Span) -> bool:
        """Whether a line names who wrote it; each is a value of its own."""
        start, end = line
        if start == end or end - start > _LONGEST_LINE or self.text[start] == ":":
            return False
        found = []
        for part in self.text[start:end].split(";"):
            name = _MAIL.sub("", part).strip()
            at = start + part.find(name)
            start += len(part) + 1
            if not _AUTHOR.match(name) or len(name.split()) > _SENTENCE_WORDS:
                return False
            found.append(Attribute(("author",), name.replace("_", " "), Span(at, at + len(name)), "author"))
        self.values += found
        self.attributes["author"] = str(found[0].data)
        return True

    def _revision(self, line: Span) -> bool:
        """Whether a line below the authors says when."""
        start, end = line
        if start == end or end - start > _LONGEST_LINE or self.text[start] == ":":
            return False
        found = _REVISION.match(self.text, start, end)
        if not found:
            return False
        day = found["date"].strip()
        at = found.start("date")
        entry = Attribute(("revdate",), day, Span(at, at + len(day)))
        self.values.append(entry)
        define(self.attributes, entry)
        return True
