"""The language server: its state, when a story is checked, and what the client is told without having asked."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from functools import wraps
from inspect import iscoroutinefunction

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from newslint.base.errors import NewslintError
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.base.version import __version__
from newslint.lsp.actions import Actions
from newslint.lsp.checking import Checking
from newslint.lsp.client import Client, client_of
from newslint.lsp.diagnostics import Writer, range_of
from newslint.lsp.documents import Document, Documents, path_of
from newslint.lsp.protocol import Protocol, Refused
from newslint.lsp.settings import SECTION, read

if TYPE_CHECKING:
    from pygls.server import ServerErrors

QUIET = 0.2  # seconds after the last change until a story is checked
_MOST_TOLD = 10  # mistakes of settings that are shown at a time


class NewslintServer(LanguageServer):
    """Holds the texts that are open, what was said of them, and what the client can do."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("newslint", __version__, protocol_cls=Protocol)
        self.documents = Documents()
        self.checking = Checking()
        self.client = Client()
        self.writer = Writer()
        self.elsewhere: set[str] = set()  # files that are not open, for which diagnostics are shown
        self.news = asyncio.Event()  # something was saved or set since who waits for that was answered
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._changed: dict[str, float] = {}

    @property
    def actions(self) -> Actions:
        """What writes the actions for findings."""
        return Actions(self.checking, self.client, self.writer)

    def report_server_error(self, error: Exception, source: ServerErrors) -> None:
        """Write an error that no request is answered with into the client's log."""
        if source is FeatureRequestError:
            return
        said = (str(error).strip().splitlines() or [type(error).__name__])[0]
        said = said.removeprefix(f"{Refused.__module__}.{Refused.__name__}: ")
        self.protocol.log(f"newslint: {said}", types.MessageType.Error)

    # --- the beginning

    def begin(self, params: types.InitializeParams) -> None:
        """Take in what the client can do, and its folders and settings."""
        self.client = client_of(params.capabilities)
        self.writer = Writer(related=self.client.related)
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        self.documents.encoding = getattr(encoding, "value", str(encoding))
        self.find_folders()
        self.set(params.initialization_options)

    def find_folders(self) -> None:
        """The folders of the workspace; without any, its root."""
        paths = [path_of(folder.uri) for folder in self.workspace.folders.values()]
        root = self.workspace.root_path
        self.checking.folders = [os.path.abspath(path) for path in paths or [root or ""] if path]

    def set(self, given: Any) -> None:
        """Take in the editor's settings, and tell what is wrong with them."""
        settings, told = read(given)
        for each in told[:_MOST_TOLD]:
            self.protocol.show(f"newslint: {each}")
        if settings != self.checking.settings:
            self.checking.settings = settings
            self.renew()

    async def ask_settings(self) -> None:
        """Ask the client for the settings that hold, where it can be asked."""
        if not self.client.configuration:
            return
        items = [types.ConfigurationItem(section=SECTION)]
        try:
            found = await self.workspace_configuration_async(types.ConfigurationParams(items))
        except Exception:
            self.protocol.log("newslint: the client did not tell its settings")
            return
        if found and found[0] is not None:
            self.set(found[0])

    # --- stories

    def renew(self) -> None:
        """Check all anew: settings or configurations have changed."""
        self.checking.begin()
        self.news.set()
        for document in self.documents:
            self.soon(document.uri, 0)
        client = self.client
        self._ask(types.WORKSPACE_DIAGNOSTIC_REFRESH, client.pulls and client.refreshes_diagnostics)
        self._ask(types.WORKSPACE_INLAY_HINT_REFRESH, client.hints and client.refreshes_hints)
        self._ask(types.WORKSPACE_CODE_LENS_REFRESH, not client.hints and client.refreshes_lenses)

    def _ask(self, method: str, wanted: bool) -> None:
        """Ask the client for something, whatever it answers."""
        if wanted and len(list(self.documents)):
            self.protocol.send_request(method)

    def look_for_changes(self, *, everywhere: bool = False) -> bool:
        """Check all anew where a configuration, or a file that it names, has changed on disk; whether that is so."""
        changed = self.checking.changed(everywhere=everywhere)
        if changed:
            self.renew()
        return changed

    def soon(self, uri: str, seconds: float | None = None) -> None:
        """Check a story once nothing has changed in it for some time, unless the client asks itself."""
        seconds = QUIET if seconds is None else seconds
        loop = asyncio.get_running_loop()
        self._changed[uri] = loop.time() + seconds
        if self.client.pulls:
            return
        if timer := self._timers.pop(uri, None):
            timer.cancel()
        self._timers[uri] = loop.call_later(seconds, self._publish, uri)

    async def quiet(self, uri: str) -> None:
        """Wait until nothing has changed in a story for some time."""
        loop = asyncio.get_running_loop()
        while (left := self._changed.get(uri, 0.0) - loop.time()) > 0:
            await asyncio.sleep(left)

    def _publish(self, uri: str) -> None:
        """Check a story, and show what was found."""
        self._timers.pop(uri, None)
        if uri not in self.documents:
            return
        if self.look_for_changes():
            return  # it is checked with all the others
        document = self.documents.get(uri)
        self.show(uri, self.diagnostics(document), document.version)

    def diagnostics(self, document: Document) -> list[types.Diagnostic]:
        """What there is to show of an open story."""
        return self.writer.of(self.checking.of(document), document.uri, range_of(document.positions))

    def show(self, uri: str, found: Sequence[types.Diagnostic], version: int | None = None) -> None:
        """Show diagnostics in the place of those that a client has of a text."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def close(self, uri: str) -> None:
        """Forget a text, and take back what is shown of it."""
        if timer := self._timers.pop(uri, None):
            timer.cancel()
        self._changed.pop(uri, None)
        self.documents.close(uri)
        self.checking.forget(uri)
        if not self.client.pulls or uri in self.elsewhere:
            self.elsewhere.discard(uri)
            self.show(uri, [])


def answering(handler: Callable[..., Any]) -> Callable[..., Any]:
    """A handler that answers with what NewslintError says where it raises that."""
    if iscoroutinefunction(handler):

        @wraps(handler)
        async def waited(*arguments: Any) -> Any:
            try:
                return await handler(*arguments)
            except NewslintError as error:
                raise _refused(error) from None

        return waited

    @wraps(handler)
    def done(*arguments: Any) -> Any:
        try:
            return handler(*arguments)
        except NewslintError as error:
            raise _refused(error) from None

    return done


def _refused(error: NewslintError) -> Refused:
    return Refused(str(error))
