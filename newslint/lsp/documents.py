"""The stories that are open in an editor: their texts as they are typed, and where they are taken to stand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import count

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from newslint.base.errors import NewslintError
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.lsp.positions import Positions

_LONE = pattern("[\ud800-\udfff]")  # halves of surrogate pairs, which no file can hold
_SPEAKS = {  # how editors call a language, and newslint a format
    "plaintext": "plain",
    "text": "plain",
    "markdown": "markdown",
    "mdx": "mdx",
    "html": "html",
    "asciidoc": "asciidoc",
    "restructuredtext": "restructuredtext",
    "rst": "restructuredtext",
    "archieml": "archieml",
}


class Document:
    """A text that is open, at one version; `positions` counts its lines and columns as the client does.

    `edition` is another number each time that it changes, whatever versions the client tells.
    """

    __slots__ = ("_positions", "edition", "encoding", "language", "text", "uri", "version")
    _editions = count(1)

    def __init__(self, uri: str, language: str, version: int, text: str, encoding: str = "utf-16") -> None:
        self.uri = uri
        self.language = language
        self.version = version
        self.encoding = encoding
        self.text = _whole(text)
        self.edition = next(self._editions)
        self._positions: Positions | None = None

    @property
    def positions(self) -> Positions:
        """The places of its text, made when they are first asked for."""
        if self._positions is None:
            self._positions = Positions(self.text, self.encoding)
        return self._positions

    def change(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Make changes one after the other.

        Those that go up the text, as editors send what they replace in many places, are made together.
        """
        waiting: list[tuple[Span, str]] = []
        for change in changes:
            new = _whole(change.text)
            if not isinstance(change, types.TextDocumentContentChangePartial):
                waiting.clear()
                self._become(new)
                continue
            span = self.positions.span(change.range)
            if waiting and span.end >= waiting[-1][0].start:  # what was changed before it may have moved it
                self._make(waiting)
                span = self.positions.span(change.range)
            waiting.append((span, new))
        self._make(waiting)
        self.version = version
        self.edition = next(self._editions)

    def _make(self, changes: list[tuple[Span, str]]) -> None:
        """Make changes of which each stands before the one before it, and forget them."""
        parts, at = [], 0
        for span, new in reversed(changes):
            parts += [self.text[at : span.start], new]
            at = span.end
        if changes:
            self._become("".join((*parts, self.text[at:])))
        changes.clear()

    def _become(self, text: str) -> None:
        self.text = text
        self._positions = None

    @property
    def path(self) -> str:
        """The path of its file, or nothing where it lies in none."""
        return path_of(self.uri)

    @property
    def format(self) -> str:
        """The story format that its language means, for a text whose path does not tell."""
        return _SPEAKS.get(self.language.lower(), "plain")

    @property
    def speaks(self) -> bool:
        """Whether its language is one in which stories are written."""
        return self.language.lower() in _SPEAKS


def _whole(text: str) -> str:
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def path_of(uri: str) -> str:
    """The path of a file by its URI; nothing for a URI that is none of a file."""
    try:
        return os.path.normpath(found) if (found := to_fs_path(uri)) else ""
    except ValueError:  # brackets in the place of a host
        return ""


def uri_of(path: str) -> str:
    """The URI of a file."""
    return from_fs_path(os.path.abspath(path)) or ""


class Documents:
    """All texts that are open, by their URIs."""

    def __init__(self) -> None:
        self.encoding = "utf-16"
        self._open: dict[str, Document] = {}
        self._by_path: dict[str, str] = {}

    def open(self, item: types.TextDocumentItem) -> Document:
        """Take in a text that was opened."""
        document = Document(item.uri, item.language_id, item.version, item.text, self.encoding)
        self._open[item.uri] = document
        if document.path:
            self._by_path[document.path] = item.uri
        return document

    def close(self, uri: str) -> None:
        """Forget a text."""
        document = self._open.pop(uri, None)
        if document and self._by_path.get(document.path) == uri:
            del self._by_path[document.path]
            for other in self._open.values():  # by another spelling of its URI
                if other.path == document.path:
                    self._by_path[other.path] = other.uri

    def get(self, uri: str) -> Document:
        """An open text; raises NewslintError where it is not open."""
        if uri not in self._open:
            raise NewslintError("this text is not open in the editor, as far as newslint was told")
        return self._open[uri]

    def at(self, path: str) -> Document | None:
        """The open text of a file."""
        return self._open.get(self._by_path.get(os.path.normpath(path), ""))

    def text_at(self, path: str) -> str | None:
        """The text of a file as it is open, or None."""
        found = self.at(path)
        return found.text if found else None

    def __iter__(self) -> Iterator[Document]:
        return iter(list(self._open.values()))

    def __contains__(self, uri: str) -> bool:
        return uri in self._open
