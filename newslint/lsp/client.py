"""What the editor's program at the other end can do, by the capabilities that it gave."""

from __future__ import annotations

from lsprotocol import types
from pygls.capabilities import get_capability

from newslint.base.record import NamedTuple
from newslint.base.typed import Any


class Client(NamedTuple):
    """What a client can do."""

    pulls: bool = False  # it asks for diagnostics
    refreshes_diagnostics: bool = False
    related: bool = False
    changes_with_versions: bool = False
    creates_files: bool = False
    hints: bool = False
    refreshes_hints: bool = False
    refreshes_lenses: bool = False
    nested_symbols: bool = False
    markdown: bool = True
    progress: bool = False
    configuration: bool = False
    watches: bool = False
    shows_documents: bool = False


def client_of(given: types.ClientCapabilities) -> Client:
    """What the capabilities of a client say."""

    def has(path: str) -> bool:
        return bool(get_capability(given, path, False))

    formats: Any = get_capability(given, "text_document.hover.content_format", None)
    operations: Any = get_capability(given, "workspace.workspace_edit.resource_operations", None)
    return Client(
        pulls=get_capability(given, "text_document.diagnostic", None) is not None,
        refreshes_diagnostics=has("workspace.diagnostics.refresh_support"),
        related=has("text_document.publish_diagnostics.related_information"),
        changes_with_versions=has("workspace.workspace_edit.document_changes"),
        creates_files=types.ResourceOperationKind.Create in (operations or ()),
        hints=get_capability(given, "text_document.inlay_hint", None) is not None,
        refreshes_hints=has("workspace.inlay_hint.refresh_support"),
        refreshes_lenses=has("workspace.code_lens.refresh_support"),
        nested_symbols=has("text_document.document_symbol.hierarchical_document_symbol_support"),
        markdown=not formats or types.MarkupKind.Markdown in formats,
        progress=has("window.work_done_progress"),
        configuration=has("workspace.configuration"),
        watches=has("workspace.did_change_watched_files.dynamic_registration"),
        shows_documents=has("window.show_document.support"),
    )
