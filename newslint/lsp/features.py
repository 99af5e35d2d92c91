"""What the language server answers: each request and notification of the protocol."""

from __future__ import annotations

import contextlib

from lsprotocol import types

from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.lsp import hover, speakers, symbols
from newslint.lsp.actions import KINDS
from newslint.lsp.commands import COMMANDS, SPEAKER
from newslint.lsp.diagnostics import range_of
from newslint.lsp.folders import workspace_diagnostics
from newslint.lsp.server import NewslintServer, answering
from newslint.lsp.settings import is_ours

_WATCHED = ("**/*.{yaml,yml}", "**/newslint-baseline.json", "**/*words*.txt", "**/{accept,reject}.txt")


def made() -> NewslintServer:
    """A server that answers all this."""
    server = NewslintServer()
    for method, (handler, options) in _FEATURES.items():
        server.feature(method, options)(answering(handler))
    for name, command in COMMANDS.items():
        server.command(name)(answering(command))
    return server


# --- the beginning, settings, files


def initialize(ls: NewslintServer, params: types.InitializeParams) -> None:
    """The client tells what it can do."""
    ls.begin(params)


async def initialized(ls: NewslintServer, params: types.InitializedParams) -> None:
    """The client is ready: ask for what it has to tell from now on."""
    if ls.client.watches:
        watchers = [types.FileSystemWatcher(glob_pattern=each) for each in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked = types.Registration("newslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        with contextlib.suppress(Exception):  # then what is checked looks for itself
            await ls.client_register_capability_async(types.RegistrationParams([asked]))
    await ls.ask_settings()


async def changed_settings(ls: NewslintServer, params: types.DidChangeConfigurationParams) -> None:
    """The editor's settings changed; those sent along hold where the client cannot be asked."""
    if ls.client.configuration:
        await ls.ask_settings()
    elif is_ours(params.settings):
        ls.set(params.settings)


def changed_files(ls: NewslintServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Files changed that answers may rest on."""
    ls.look_for_changes(everywhere=True)


def changed_folders(ls: NewslintServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders came or went."""
    ls.find_folders()
    ls.renew()


# --- texts


def opened(ls: NewslintServer, params: types.DidOpenTextDocumentParams) -> None:
    """A text was opened."""
    document = ls.documents.open(params.text_document)
    if ls.client.pulls and document.uri in ls.elsewhere:
        ls.elsewhere.discard(document.uri)
        ls.show(document.uri, [])
    ls.soon(document.uri, 0)


def changed(ls: NewslintServer, params: types.DidChangeTextDocumentParams) -> None:
    """A text was changed."""
    document = ls.documents.get(params.text_document.uri)
    document.change(params.content_changes, params.text_document.version)
    ls.soon(document.uri)


def closed(ls: NewslintServer, params: types.DidCloseTextDocumentParams) -> None:
    """A text was closed."""
    ls.close(params.text_document.uri)


def saved(ls: NewslintServer, params: types.DidSaveTextDocumentParams) -> None:
    """A text was saved, perhaps a configuration."""
    ls.news.set()
    ls.look_for_changes(everywhere=True)


# --- what is asked of a text


async def diagnostic(ls: NewslintServer, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The diagnostics of a text, once nothing has changed in it for a moment."""
    uri = params.text_document.uri
    ls.documents.get(uri)
    await ls.quiet(uri)
    ls.look_for_changes()
    document = ls.documents.get(uri)
    state = ls.checking.state(document)
    if params.previous_result_id == state:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=state)
    return types.RelatedFullDocumentDiagnosticReport(items=ls.diagnostics(document), result_id=state)


def code_actions(ls: NewslintServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings at a place."""
    document = ls.documents.get(params.text_document.uri)
    asked = params.context.trigger_kind != types.CodeActionTriggerKind.Automatic
    span = document.positions.span(params.range)
    return ls.actions.at(document, span, params.context.only, asked=asked)


def hovered(ls: NewslintServer, params: types.HoverParams) -> types.Hover | None:
    """What is to be known of the findings at a place, and who is taken to have said it."""
    document = ls.documents.get(params.text_document.uri)
    answer = ls.checking.of(document).answer
    if not answer:
        return None
    at = document.positions.offset(params.position.line, params.position.character)
    found = [each for each in answer.found if hover.holds(each.finding.span, at)][:5]
    said = [each for each in ls.checking.said(document) if hover.holds(each.span, at)][:1]
    pages = ["\n\n".join(hover.finding_page(each, ls.checking.workspace, answer.source.path)) for each in found]
    pages += [hover.speaker_page(each) for each in said]
    if not pages:
        return None
    text = "\n\n---\n\n".join(pages)
    kind = types.MarkupKind.Markdown if ls.client.markdown else types.MarkupKind.PlainText
    span = min((each.finding.span for each in found), key=lambda s: s.end - s.start, default=None)
    return types.Hover(
        types.MarkupContent(kind, text if ls.client.markdown else hover.without_marks(text)),
        range_of(document.positions)(span or said[0].span),
    )


def document_symbols(
    ls: NewslintServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """The parts of a story."""
    document = ls.documents.get(params.text_document.uri)
    answer = ls.checking.of(document).answer
    if not answer:
        return []
    said = ls.checking.said(document)
    found = symbols.symbols_of(answer.stories, said, range_of(document.positions), len(document.text))
    return found if ls.client.nested_symbols else symbols.flat(found, document.uri)


def inlay_hints(ls: NewslintServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Who said each quotation, behind it, where the settings ask for that."""
    document = ls.documents.get(params.text_document.uri)
    if not ls.checking.settings.show_speakers:
        return []
    span, place = document.positions.span(params.range), range_of(document.positions)
    return [
        types.InlayHint(
            place(said.span).end, f"— {speakers.label(said)}", padding_left=True, tooltip=said.why or None
        )
        for said in ls.checking.said(document)
        if span.start <= said.span.end <= span.end
    ]


def code_lenses(ls: NewslintServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """The same above each quotation, for clients that know no hints."""
    document = ls.documents.get(params.text_document.uri)
    if not ls.checking.settings.show_speakers or ls.client.hints:
        return []
    place = range_of(document.positions)
    lenses = []
    for said in ls.checking.said(document):
        begins = place(Span(said.span.start, said.span.start))
        lenses.append(types.CodeLens(begins, types.Command(speakers.label(said), SPEAKER, arguments=[said.why])))
    return lenses


_SAVES = types.SaveOptions(include_text=False)
_PULLS = types.DiagnosticOptions(
    inter_file_dependencies=False, workspace_diagnostics=True, identifier="newslint", work_done_progress=True
)
_FEATURES: dict[str, tuple[Any, Any]] = {
    types.INITIALIZE: (initialize, None),
    types.INITIALIZED: (initialized, None),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: (changed_settings, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (changed_files, None),
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: (changed_folders, None),
    types.TEXT_DOCUMENT_DID_OPEN: (opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (changed, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (closed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (saved, _SAVES),
    types.TEXT_DOCUMENT_DIAGNOSTIC: (diagnostic, _PULLS),
    types.WORKSPACE_DIAGNOSTIC: (workspace_diagnostics, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (code_actions, types.CodeActionOptions(code_action_kinds=[*KINDS])),
    types.TEXT_DOCUMENT_HOVER: (hovered, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (document_symbols, None),
    types.TEXT_DOCUMENT_INLAY_HINT: (inlay_hints, None),
    types.TEXT_DOCUMENT_CODE_LENS: (code_lenses, None),
}
