"""A language server with a client of pytest-lsp, and what tests ask of it."""

import asyncio
import sys
from pathlib import Path
from typing import Union

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client
from pytest_lsp.plugin import fixture as lsp_fixture

CODE = "import os, sys; os.environ['NEWSLINT_PLUGINS'] = ''; from newslint.cli import main; sys.exit(main(['lsp']))"
PATIENCE = 60  # seconds; a busy machine is no fault of the code


def make_client() -> LanguageClient:
    """A client that keeps what it is told, makes the changes it is asked for, and may be told to refuse them."""
    client = make_test_lsp_client()
    # private: the converter takes every action that has a command for a command
    converter = client.protocol._converter
    converter.register_structure_hook(
        types.Command | types.CodeAction, lambda given, _: converter.structure(given, types.CodeAction)
    )
    converter.register_structure_hook(
        Union[types.Command, types.CodeAction],  # noqa: UP007 - as it is registered there
        lambda given, _: converter.structure(given, types.CodeAction),
    )
    client.versions = {}
    client.applied = []
    client.applies = True
    client.registered = []
    client.asked = []

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        client.applied.append(params.edit)
        why = None if client.applies else "the buffer is read-only"
        return types.ApplyWorkspaceEditResult(applied=client.applies, failure_reason=why)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.registered += params.registrations

    for method in (types.WORKSPACE_INLAY_HINT_REFRESH, types.WORKSPACE_CODE_LENS_REFRESH):
        client.feature(method)(lambda params, method=method: client.asked.append(method))
    return client


CONFIG = ClientServerConfig(server_command=[sys.executable, "-c", CODE], client_factory=make_client)


class Session:
    """A client, the folder of its workspace, and the texts that are open in it."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder  # of its own, so that nothing said of another text is taken for what comes next
        self.versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri() if ":" not in name else name

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    async def shown(self, name: str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        """What is shown of a text once it is open."""
        return await self.next(self.open(name, text, language))

    async def next(self, uri: str) -> list[types.Diagnostic]:
        """What is shown next of a text."""
        while True:
            method = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
            params = await asyncio.wait_for(self.client.wait_for_notification(method), PATIENCE)
            if params.uri == uri:
                self.client.versions[uri] = params.version
                return list(params.diagnostics)

    def change(self, uri: str, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        self.versions[uri] += 1
        made = types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [made]))

    def close(self, uri: str) -> None:
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        self.client.text_document_did_close(params)

    def set(self, **settings: object) -> None:
        """Change the editor's settings."""
        self.client.set_configuration(settings, section="newslint")
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"newslint": settings}))

    async def settled(self, **settings: object) -> None:
        """Change the settings, and wait until they hold."""
        self.set(**settings)
        for _ in range(4):  # there, back with the question, there with the answer, and once more
            await self.run("newslint.speaker", "so far")
        self.client.messages.clear()

    def watched(self, name: str) -> None:
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def actions(self, uri, start, end=None, only=None, automatic=False) -> list[types.CodeAction]:
        kind = types.CodeActionTriggerKind.Automatic if automatic else None
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                types.Range(types.Position(*start), types.Position(*(end or start))),
                types.CodeActionContext([], only, kind),
            )
        )
        return list(found)

    async def run(self, command: str, *arguments: object):
        params = types.ExecuteCommandParams(command, [*arguments])
        return await asyncio.wait_for(self.client.workspace_execute_command_async(params), PATIENCE)

    async def ask(self, request: str, uri: str, *rest: object):
        """The answer to a request of a text, by its method of the client."""
        made = {
            "hover": types.HoverParams,
            "inlay_hint": types.InlayHintParams,
            "code_lens": types.CodeLensParams,
            "document_symbol": types.DocumentSymbolParams,
            "diagnostic": types.DocumentDiagnosticParams,
        }[request]
        method = getattr(self.client, f"text_document_{request}_async")
        found = await method(made(types.TextDocumentIdentifier(uri), *rest))
        return list(found) if isinstance(found, tuple) else found


def begin(folder: Path, client: str, **options: object) -> types.InitializeParams:
    """The first request of a client that opens a folder."""
    return types.InitializeParams(
        capabilities=client_capabilities(client),
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        root_uri=folder.as_uri(),
        initialization_options=options or None,
    )


__all__ = ["CONFIG", "LanguageClient", "Session", "begin", "lsp_fixture"]
