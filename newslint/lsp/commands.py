"""The language server's own commands, which editors send as they were given them in actions, or by themselves."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable

from lsprotocol import types

from newslint.base.errors import NewslintError
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.lsp.actions import ADD_NAME, IGNORE, SWITCH_OFF
from newslint.lsp.diagnostics import range_of
from newslint.lsp.documents import path_of, uri_of
from newslint.lsp.edits import FileEdit, of_document, workspace_edit
from newslint.lsp.folders import CHECK_FOLDER, check_folder
from newslint.lsp.house_files import FileChange
from newslint.lsp.house_names import added
from newslint.lsp.house_rules import switched_off
from newslint.lsp.positions import Positions
from newslint.lsp.protocol import Refused
from newslint.lsp.server import NewslintServer

REASON = "say here why it is right"
SPEAKER = "newslint.speaker"


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
    changes = added(name, _folder_of(ls, uri), ls.checking.named, ls.documents.text_at)
    await _change(ls, f"Add {name} to the house’s names", changes)


async def switch_off(ls: NewslintServer, *given: Any) -> None:
    """`newslint.switchOff` URI RULE: switch a rule off in the configuration that holds for a story."""
    uri, rule = _texts(given, 2, 2)
    if rule not in ls.checking.workspace.config(_folder_of(ls, uri)).pack.rules:
        raise NewslintError(f"there is no rule “{rule[:60]}”")
    changes = switched_off(rule, _folder_of(ls, uri), ls.checking.named, ls.documents.text_at)
    await _change(ls, f"Switch {rule} off", changes)


def _folder_of(ls: NewslintServer, uri: str) -> str:
    return os.path.dirname(ls.documents.get(uri).path) or ls.checking.home


async def _change(ls: NewslintServer, label: str, changes: list[FileChange]) -> None:
    """Have the client change files of the house; raises NewslintError where it does not."""
    if any(change.new for change in changes) and not ls.client.creates_files:
        file = next(change.path for change in changes if change.new)
        raise NewslintError("your editor cannot make files when newslint asks it to: make an empty one first", file)
    files = []
    for change in changes:
        opened = ls.documents.at(change.path)
        version, target = (opened.version, opened.uri) if opened else (None, uri_of(change.path))
        positions = Positions(change.text, ls.documents.encoding)
        files.append(FileEdit(target, version, positions, (change.edit,), change.new))
    await _apply(ls, label, files)


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
        number = f"{least} to {most} texts" if least != most else f"{least} text{'s' * (least != 1)}"
        raise Refused(f"this command takes {number}")
    return texts


COMMANDS: dict[str, Callable[..., Any]] = {
    IGNORE: ignore,
    ADD_NAME: add_name,
    SWITCH_OFF: switch_off,
    CHECK_FOLDER: folder,
    SPEAKER: tell_speaker,
}
