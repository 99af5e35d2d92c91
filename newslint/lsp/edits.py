"""Changes of texts as editors' programs make them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.lsp.client import Client
from newslint.lsp.documents import Document
from newslint.lsp.positions import Positions
from newslint.model.finding import Edit


class FileEdit(NamedTuple):
    """Edits of one text: `version` is None where it is not open, and `new` says that its file is yet to be made."""

    uri: str
    version: int | None
    positions: Positions
    edits: tuple[Edit, ...]
    new: bool = False


def of_document(document: Document, edits: Iterable[Edit]) -> FileEdit:
    """Edits of an open text."""
    return FileEdit(document.uri, document.version, document.positions, tuple(edits))


def workspace_edit(client: Client, files: Iterable[FileEdit]) -> types.WorkspaceEdit:
    """Edits of several texts, in the form that a client knows."""
    if not client.changes_with_versions:
        return types.WorkspaceEdit(changes={file.uri: _text_edits(file) for file in files})
    changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    for file in files:
        if file.new:
            changes.append(types.CreateFile(file.uri, options=types.CreateFileOptions(ignore_if_exists=True)))
        document = types.OptionalVersionedTextDocumentIdentifier(file.uri, file.version)
        changes.append(types.TextDocumentEdit(document, [*_text_edits(file)]))
    return types.WorkspaceEdit(document_changes=changes)


def _text_edits(file: FileEdit) -> list[types.TextEdit]:
    return [types.TextEdit(range_in(file.positions, edit.span), edit.text) for edit in file.edits]


def range_in(positions: Positions, span: Span) -> types.Range:
    """A span as a range of a client."""
    (line, column), (last, end) = positions.range(span)
    return types.Range(types.Position(line, column), types.Position(last, end))
