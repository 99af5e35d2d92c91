"""What the language server answers: each request and notification of the protocol, and its own commands."""

from __future__ import annotations

import contextlib
import os

from lsprotocol import types

from newslint.base.errors import NewslintError
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.lsp import hover, speakers, symbols
from newslint.lsp.actions import ADD_NAME, IGNORE, KINDS
from newslint.lsp.diagnostics import range_of
from newslint.lsp.documents import path_of, uri_of
from newslint.lsp.edits import FileEdit, of_document, workspace_edit
from newslint.lsp.folders import CHECK_FOLDER, check_folder, workspace_diagnostics
from newslint.lsp.house_names import added
from newslint.lsp.positions import Positions
from newslint.lsp.protocol import Refused
from newslint.lsp.server import NewslintServer, answering
from newslint.lsp.settings import is_ours

REASON = "say here why it is right"
SPEAKER = "newslint.speaker"
_WATCHED = ("**/*.{yaml,yml}", "**/newslint-baseline.json", "**/*words*.txt")


def made() -> NewslintServer:
    """A server that answers all this."""
    server = NewslintServer()
    for method, (handler, options) in _FEATURES.items():
        server.feature(method, options)(answering(handler))
    for name, command in _COMMANDS.items():
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


# --- commands


async def ignore(ls: NewslintServer, *given: Any) -> None:
    """`newslint.ignore` URI FINGERPRINT [REASON]: write a request to leave a finding alone.

    Without a reason a placeholder is written, and selected where the client can.
    """
    uri, fingerprint, *rest = _texts(given, 2, 3)
    document = ls.documents.get(uri)
    text = ls.checking.text(document)
    if text is None:
        raise NewslintError("this text is none that newslint checks")
    answer = ls.checking.of(document).answer
    if not answer or fingerprint not in [found.fingerprint for found in answer.found]:
        raise NewslintError("what was to be left alone is no longer found in this story")
    reason = rest[0] if rest else REASON
    done = ls.checking.service.ignore(text, [fingerprint], reason, ls.checking.choices)
    if done.left or not done.edits:
        raise NewslintError("there is no place in this story for a request to leave that alone")
    await _apply(ls, "Leave it alone here", [of_document(document, done.edits)])
    at = done.text.find(reason, done.edits[0].span.start)
    if not rest and at >= 0 and ls.client.shows_documents:
        place = range_of(Positions(done.text, document.encoding))(Span(at, at + len(reason)))
        with contextlib.suppress(Exception):  # the change is made, whatever the client can show
            await ls.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=place))


async def add_name(ls: NewslintServer, *given: Any) -> None:
    """`newslint.addName` URI NAME: add a name to the house's."""
    uri, name = _texts(given, 2, 2)
    document = ls.documents.get(uri)
    folder = os.path.dirname(document.path) or ls.checking.home

    def open_text(path: str) -> str | None:
        found = ls.documents.at(path)
        return found.text if found else None

    changes = added(name, folder, ls.checking.named, open_text)
    if any(change.new for change in changes) and not ls.client.creates_files:
        file = next(change.path for change in changes if change.new)
        raise NewslintError("your editor cannot make files when newslint asks it to: make an empty one first", file)
    files = []
    for change in changes:
        opened = ls.documents.at(change.path)
        version, target = (opened.version, opened.uri) if opened else (None, uri_of(change.path))
        positions = Positions(change.text, ls.documents.encoding)
        files.append(FileEdit(target, version, positions, (change.edit,), change.new))
    await _apply(ls, f"Add {name} to the house’s names", files)


async def _apply(ls: NewslintServer, label: str, files: list[FileEdit]) -> None:
    """Have the client make changes; raises NewslintError where it does not."""
    edit = workspace_edit(ls.client, files)
    done = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))
    if not done.applied:
        raise NewslintError(f"the editor did not make the change{f': {why}' if (why := done.failure_reason) else ''}")


def tell_speaker(ls: NewslintServer, *given: Any) -> None:
    """`newslint.speaker` WHY: say why somebody is taken for the speaker."""
    (why,) = _texts(given, 1, 1)
    ls.protocol.show(why, types.MessageType.Info)


async def folder(ls: NewslintServer, *given: Any) -> dict[str, int]:
    """`newslint.checkFolder` [URI]: check all stories of a folder, or of the workspace."""
    named = [path_of(uri) for uri in _texts(given, 0, 1) if uri]
    if any(not os.path.isdir(path) for path in named):
        raise NewslintError("this is no folder that newslint can look into")
    folders = named or list(ls.checking.folders)
    if not folders:
        raise NewslintError("no folder is open in the editor: name one")
    return await check_folder(ls, folders)


def _texts(given: tuple[Any, ...], least: int, most: int) -> list[str]:
    """The arguments of a command, each a text."""
    texts = [each for each in given if isinstance(each, str)]
    if len(texts) != len(given) or not least <= len(texts) <= most:
        raise Refused(f"this command takes {least if least == most else f'{least} to {most}'} texts")
    return texts


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
_COMMANDS = {IGNORE: ignore, ADD_NAME: add_name, CHECK_FOLDER: folder, SPEAKER: tell_speaker}
