"""All stories of folders, checked one by one, so that the server stays answerable and can be told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from uuid import uuid4

from lsprotocol import types

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.lsp.checking import Checked
from newslint.lsp.diagnostics import nowhere, place_in, range_of
from newslint.lsp.documents import uri_of
from newslint.run.story_files import stories_below
from newslint.service.limits import CannotBeRead, NoStoryThere

if TYPE_CHECKING:
    from newslint.lsp.server import NewslintServer

CHECK_FOLDER = "newslint.checkFolder"
_WAIT = 60.0  # seconds for which nobody is told again that nothing has changed
_BATCH = 20  # stories that are told of together


class FileState(NamedTuple):
    """A story of a folder: its file, what tells it from what it was, and its version where it is open."""

    path: str
    uri: str
    state: str
    version: int | None = None


class Progress:
    """Tells the client how far some work is, where it wants to know."""

    def __init__(self, ls: NewslintServer, token: types.ProgressToken | None) -> None:
        self._progress = ls.work_done_progress
        self._token = token

    def begin(self, title: str) -> None:
        """The work begins."""
        if self._token is not None:
            begun = types.WorkDoneProgressBegin(title=title, cancellable=True, percentage=0)
            self._progress.begin(self._token, begun)

    def report(self, done: int, all: int) -> None:
        """So many of all are done."""
        if self._token is not None:
            told = types.WorkDoneProgressReport(message=f"{done:,} of {all:,}", percentage=100 * done // max(1, all))
            self._progress.report(self._token, told)

    def end(self, said: str) -> None:
        """The work is done, or was stopped."""
        if self._token is not None:
            self._progress.end(self._token, types.WorkDoneProgressEnd(message=said))
            self._progress.tokens.pop(self._token, None)

    @property
    def stopped(self) -> bool:
        """Whether the client asked to stop it."""
        found = self._progress.tokens.get(self._token) if self._token is not None else None
        return bool(found and found.cancelled())


async def _own_token(ls: NewslintServer) -> types.ProgressToken | None:
    """A token for progress that the server begins, if the client takes one."""
    if not ls.client.progress:
        return None
    token = str(uuid4())
    try:
        await ls.work_done_progress.create_async(token)
    except Exception:
        return None
    return token


async def _found(ls: NewslintServer, folders: Sequence[str]) -> list[FileState]:
    """The stories that `newslint check` would take in folders; raises NewslintError."""

    def missed(path: str, why: str) -> None:
        if why:
            ls.protocol.log(f"newslint: {path}: {why}")

    paths = stories_below(ls.checking.workspace.scope, [os.path.abspath(each) for each in folders], missed=missed)
    files = []
    for n, path in enumerate(paths):
        files.append(_state(ls, path))
        if n % _BATCH == 0:
            await asyncio.sleep(0)
    return files


def _state(ls: NewslintServer, path: str) -> FileState:
    document = ls.documents.at(path)
    if document:
        return FileState(path, document.uri, ls.checking.state(document), document.version)
    try:
        found = os.stat(path)
        state = f"{ls.checking.prefix}{found.st_mtime_ns}.{found.st_size}"
    except OSError:
        state = ""
    return FileState(path, uri_of(path), state)


def _check(ls: NewslintServer, file: FileState) -> tuple[Checked, list[types.Diagnostic]]:
    """What checking a story came to."""
    document = ls.documents.at(file.path)
    if document:
        checked = ls.checking.of(document)
        return checked, ls.writer.of(checked, file.uri, range_of(document.positions))
    checked = ls.checking.file(file.path)
    if isinstance(checked.why, NoStoryThere) and not isinstance(checked.why, CannotBeRead):
        return Checked(), []  # as in a run over a folder: a picture, a package of links
    place = place_in(checked.answer.source, ls.documents.encoding) if checked.answer else nowhere
    return checked, ls.writer.of(checked, file.uri, place)


async def check_folder(ls: NewslintServer, folders: Sequence[str]) -> dict[str, int]:
    """Check all stories of folders and show what was found; gives how many stories, findings and failures."""
    token = await _own_token(ls)
    progress = Progress(ls, token)
    counts = {"stories": 0, "findings": 0, "failures": 0}
    progress.begin("newslint checks the stories")
    try:
        files = await _found(ls, folders)
        shown: set[str] = set()
        for n, file in enumerate(files):
            if progress.stopped:
                break
            checked, diagnostics = _check(ls, file)
            counts["stories"] += len(checked.answer.stories) if checked.answer else 0
            counts["findings"] += len(checked.answer.found) if checked.answer else 0
            counts["failures"] += checked.why is not None
            if file.version is None:
                shown.add(file.uri)
                if diagnostics or file.uri in ls.elsewhere:
                    ls.show(file.uri, diagnostics)
                (ls.elsewhere.add if diagnostics else ls.elsewhere.discard)(file.uri)
            progress.report(n + 1, len(files))
            await asyncio.sleep(0)
        else:
            _take_back(ls, folders, shown)
    finally:
        stopped = "stopped: " if progress.stopped else ""
        progress.end(f"{stopped}{counts['findings']:,} findings in {counts['stories']:,} stories")
    return counts


def _take_back(ls: NewslintServer, folders: Sequence[str], shown: set[str]) -> None:
    """Take back what is shown of files below folders that are no stories any more."""
    below = tuple(f"{uri_of(folder).rstrip('/')}/" for folder in folders)
    for uri in [uri for uri in ls.elsewhere - shown if uri.startswith(below)]:
        ls.elsewhere.discard(uri)
        ls.show(uri, [])


async def workspace_diagnostics(
    ls: NewslintServer, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of all stories of the workspace; of those that are as the client knows them only that."""
    known = {each.uri: each.value for each in params.previous_result_ids}
    if known and all(value.startswith(ls.checking.prefix) for value in known.values()):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ls.news.wait(), _WAIT)
    ls.news.clear()
    ls.look_for_changes(everywhere=True)
    progress = Progress(ls, params.work_done_token)
    progress.begin("newslint checks the stories")
    items: list[Any] = []
    try:
        files = await _found(ls, ls.checking.folders)
        async for batch in _reports(ls, files, known, progress):
            if params.partial_result_token is None:
                items += batch
            else:
                part = types.WorkspaceDiagnosticReportPartialResult(batch)
                ls.progress(types.ProgressParams(params.partial_result_token, part))
    except NewslintError as error:
        ls.protocol.log(f"newslint: {error}", types.MessageType.Error)
    finally:
        progress.end("done")
    return types.WorkspaceDiagnosticReport(items)


async def _reports(
    ls: NewslintServer, files: Sequence[FileState], known: dict[str, str], progress: Progress
) -> AsyncIterator[list[Any]]:
    """A report for each story, some at a time, and an empty one for each that is gone."""
    batch: list[Any] = list(_gone(files, known))
    for n, file in enumerate(files):
        if progress.stopped:
            break
        if file.state and known.get(file.uri) == file.state:
            batch.append(types.WorkspaceUnchangedDocumentDiagnosticReport(file.uri, file.state, file.version))
        else:
            _, found = _check(ls, file)
            batch.append(
                types.WorkspaceFullDocumentDiagnosticReport(file.uri, found, file.version, result_id=file.state)
            )
            progress.report(n + 1, len(files))
            await asyncio.sleep(0)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    yield batch


def _gone(files: Sequence[FileState], known: dict[str, str]) -> Iterator[Any]:
    here = {file.uri for file in files}
    for uri in known.keys() - here:
        yield types.WorkspaceFullDocumentDiagnosticReport(uri, [])
