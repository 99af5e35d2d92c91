"""Reads ArchieML 1.0 into entries: each value and each line of free text, where it belongs and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span

_LINE = pattern(r"[^\r\n]+")
_COMMAND = pattern(r"[ \t]*:[ \t]*(endskip|ignore|skip|end)(?![A-Za-z])", 2)
_KEY = pattern(r"[ \t]*([\w.-]+)[ \t]*:[ \t]*")
_SCOPE = pattern(r"[ \t]*([\[{])[ \t]*([+.]*)[ \t]*([\w.-]*)[ \t]*[\]}]")
_ITEM = pattern(r"[ \t]*\*[ \t]*")
_ESCAPED = pattern(r"[ \t]*(\\)")
MOST_SCOPES = 100  # inside one another


class Entry(NamedTuple):
    """A value or a line of free text: its keys from the outermost (`body`, `*`, `quote`), and its lines.

    `*` stands for an item of a list. `free` is one of an array of free text: its last key is `text` where no other
    is written. Spans are without the spaces round them; of the lines below the first a backslash that hides what
    would mean something is left out.
    """

    path: tuple[str, ...]
    lines: tuple[Span, ...]
    free: bool = False


class _Scope(NamedTuple):
    """An array or object that is open: its keys, and what kind of array it is (`free`, `list`, or not known yet)."""

    path: tuple[str, ...]
    array: bool = False
    kind: str = ""


class ArchieMlReader:
    """Reads a text line by line, as ArchieML's parsers do, and never fails: what is no key is free text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.scopes: list[_Scope] = []
        self.key: tuple[str, ...] = ()
        self.first: Span | None = None  # the line of a value that may have more
        self.more: list[Span] = []
        self.free = False

    def entries(self) -> Iterator[Entry]:
        """The entries in the order in which they stand."""
        skipping = False
        for m in _LINE.finditer(self.text):
            start, end = m.span()
            command = _COMMAND.match(self.text, start, end)
            word = command[1].lower() if command else ""
            if word == "endskip" or skipping:
                skipping = skipping and word != "endskip"
                continue
            if word:
                yield from self._done(word == "end")
                if word == "ignore":
                    return
                skipping = word == "skip"
            else:
                yield from self._line(start, end)
        yield from self._done(False)

    def _done(self, whole: bool) -> Iterator[Entry]:
        """The value that was begun, with its further lines where `:end` closes it."""
        if self.first is not None:
            yield Entry(self.key, (self.first, *(self.more if whole else ())), self.free)
        self.first, self.more = None, []

    def _line(self, start: int, end: int) -> Iterator[Entry]:
        scope = self.scopes[-1] if self.scopes else _Scope(())
        key = None if scope.kind == "list" else _KEY.match(self.text, start, end)
        item = _ITEM.match(self.text, start, end) if scope.array and scope.kind in ("", "list") else None
        opened = _SCOPE.match(self.text, start, end)
        if key:
            yield from self._done(False)
            self._begin(scope, (*key[1].split("."),), Span(key.end(), end))
        elif item:
            yield from self._done(False)
            self.scopes[-1] = scope._replace(kind="list")
            self.key, self.first, self.free = (*scope.path, "*"), self._bare(item.end(), end), False
        elif opened:
            yield from self._done(False)
            self._open(scope, opened[1] == "[", opened[2], opened[3])
        elif scope.kind == "free":
            bare = self._bare(start, end)
            if bare.start < bare.end:
                yield from self._done(False)
                yield Entry((*scope.path, "*", "text"), (bare,), True)
        elif self.first is not None:
            escaped = _ESCAPED.match(self.text, start, end)
            bare = self._bare(escaped.end() if escaped else start, end)
            self.more += [bare] if bare.start < bare.end else []

    def _begin(self, scope: _Scope, keys: tuple[str, ...], value: Span) -> None:
        """A value begins on this line; in an array it belongs to one of its objects."""
        if scope.array and not scope.kind:
            self.scopes[-1] = scope = scope._replace(kind="objects")
        self.key = (*scope.path, *(("*",) if scope.array else ()), *keys)
        self.first, self.free = self._bare(*value), scope.kind == "free"

    def _bare(self, start: int, end: int) -> Span:
        """A stretch without the spaces round it."""
        said = self.text[start:end]
        return Span(start + len(said) - len(said.lstrip()), max(start, end - len(said) + len(said.rstrip())))

    def _open(self, scope: _Scope, array: bool, signs: str, name: str) -> None:
        """An array or object is opened, or with nothing in its brackets the last one closed."""
        nested = "." in signs and bool(self.scopes)
        if not name:
            if self.scopes:
                self.scopes.pop()
            return
        keys = (*name.split("."),)
        if nested and len(self.scopes) < MOST_SCOPES:
            path = (*scope.path, *(("*",) if scope.array else ()), *keys)
            self.scopes.append(_Scope(path[-MOST_SCOPES:], array, "free" if "+" in signs else ""))
        else:
            self.scopes = [_Scope(keys, array, "free" if "+" in signs else "")]
