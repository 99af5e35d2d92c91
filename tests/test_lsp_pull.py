"""The language server with a client that asks for diagnostics (VS Code and Neovim 0.11), through pytest-lsp."""

import asyncio
import os

import pytest
import pytest_asyncio
from helpers import write
from lsp_sessions import CONFIG, LanguageClient, Session, begin, lsp_fixture
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

FAULTY = "# Bridge closes\n\nThe 😀 council agreed to to close it, Mayor Lena Brandt said.\n"


@lsp_fixture(config=CONFIG, scope="module")
async def client(lsp_client: LanguageClient, tmp_path_factory):
    lsp_client.folder = tmp_path_factory.mktemp("room")
    params = begin(lsp_client.folder, "visual-studio-code", showSpeakers=True, no="such")
    can = params.capabilities
    can.text_document.diagnostic = types.DiagnosticClientCapabilities()
    can.text_document.inlay_hint = types.InlayHintClientCapabilities()
    can.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    can.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
    can.general.position_encodings = [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]
    lsp_client.set_configuration({"showSpeakers": True}, section="newslint")
    lsp_client.began = await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def session(client):
    folder = client.folder / f"desk-{len(list(client.folder.iterdir()))}"
    folder.mkdir()
    session = Session(client, folder)
    client.applied.clear()
    yield session
    for uri in session.versions:
        session.close(uri)
    for path in folder.iterdir():
        path.unlink()


async def test_what_the_client_counts_in_is_taken(session):
    assert session.client.began.capabilities.position_encoding == "utf-8"
    uri = session.open("a.md", FAULTY)
    report = await session.ask("diagnostic", uri)
    [found] = [d for d in report.items if d.code == "repeated-word"]
    assert (found.range.start.character, found.range.end.character) == (24, 29)
    [action, *_] = await session.actions(uri, (2, 25))
    [changed] = action.edit.document_changes
    assert changed.text_document.version == 1
    assert changed.edits[0].range == types.Range(types.Position(2, 26), types.Position(2, 29))


async def test_diagnostics_are_told_when_asked_and_once(session):
    uri = session.open("a.md", FAULTY)
    first = await session.ask("diagnostic", uri)
    again = await session.ask("diagnostic", uri, "newslint", first.result_id)
    assert (again.kind, again.result_id) == ("unchanged", first.result_id)
    session.change(uri, (2, 26), (2, 29), "")
    report = await session.ask("diagnostic", uri, "newslint", first.result_id)
    assert report.kind == "full"
    assert "repeated-word" not in [d.code for d in report.items]
    assert uri not in session.client.diagnostics  # it would be shown twice


async def test_speakers_stand_behind_quotations_and_not_above_as_well(session):
    uri = session.open("a.md", FAULTY + "\n“It is 😀 a shame,” she said.\n")
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    [hint] = await session.ask("inlay_hint", uri, whole)
    assert (hint.label, hint.position) == (
        "— said by Lena Brandt",
        types.Position(4, len("“It is 😀 a shame,”".encode())),
    )
    assert await session.ask("code_lens", uri) == []
    assert await session.ask("inlay_hint", uri, types.Range(types.Position(0, 0), types.Position(2, 0))) == []


async def test_the_client_is_asked_to_ask_anew_when_a_configuration_changes(session):
    uri = session.open("a.md", FAULTY)
    first = await session.ask("diagnostic", uri)
    before = session.client.diagnostic_refresh_count
    write(session.folder, "newslint.yaml", "rules: {repeated-word: error}\n")
    session.watched("newslint.yaml")
    report = await session.ask("diagnostic", uri, "newslint", first.result_id)
    assert {d.severity for d in report.items if d.code == "repeated-word"} == {1}
    assert session.client.diagnostic_refresh_count > before
    assert types.WORKSPACE_INLAY_HINT_REFRESH in session.client.asked


async def test_files_are_watched_and_unknown_options_told(session):
    await session.run("newslint.speaker", "")
    [asked] = session.client.registered
    assert asked.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    assert any("newslint.no" in message.message for message in session.client.messages)


async def test_a_leave_alone_is_selected_where_its_reason_goes(session):
    uri = session.open("a.md", FAULTY)
    await session.ask("diagnostic", uri)
    [ignore] = [
        a for a in await session.actions(uri, (2, 25)) if a.command and a.command.command == "newslint.ignore"
    ]
    await session.run("newslint.ignore", *ignore.command.arguments)
    [edit] = session.client.applied[-1].document_changes[0].edits
    [shown] = session.client.shown_documents
    line = edit.new_text.splitlines()[0].encode()
    assert (shown.uri, shown.selection.start.line) == (uri, edit.range.start.line)
    assert line[shown.selection.start.character : shown.selection.end.character] == b"say here why it is right"


async def test_a_new_file_of_names_is_made(session):
    text = "# A\n\nMayor Lena Pereira opened it.\n\nLater Perreira left.\n"
    uri = session.open("a.md", text)
    await session.run("newslint.addName", uri, "Pereira")
    changes = session.client.applied[-1].document_changes
    assert [(c.kind, c.uri) for c in changes if hasattr(c, "kind")] == [
        ("create", session.uri("newslint-names.yaml")),
        ("create", session.uri("newslint.yaml")),
    ]
    write(session.folder, "newslint.yaml", "names: our.yaml\n")
    write(session.folder, "our.yaml", "names:\n  - name: Zoë Ek\n")
    await session.run("newslint.addName", uri, "Pereira")
    [change] = session.client.applied[-1].document_changes
    assert (change.text_document.version, change.text_document.uri) == (None, session.uri("our.yaml"))
    assert change.edits[0].range.start == types.Position(1, len("  - name: Zoë Ek".encode()))


async def ask_workspace(session, known=(), **tokens):
    params = types.WorkspaceDiagnosticParams([types.PreviousResultId(*each) for each in known], **tokens)
    report = await asyncio.wait_for(session.client.workspace_diagnostic_async(params), 60)
    return {item.uri: item for item in report.items}


async def test_all_stories_of_the_workspace_are_told_and_again_only_what_changed(session):
    for name in ("a.md", "b.md"):
        write(session.folder, name, FAULTY)
    write(session.folder, "README.md", FAULTY)
    uri = session.open("b.md", "# Fine\n\nThe council met.\n")
    session.client.progress_reports["watch"] = []
    found = await ask_workspace(session, work_done_token="watch")
    assert sorted(found) == [session.uri("a.md"), uri]
    assert [d.code for d in found[session.uri("a.md")].items] == ["repeated-word"]
    assert (found[uri].version, [d.code for d in found[uri].items].count("repeated-word")) == (1, 0)
    assert session.client.progress_reports["watch"][0].title == "newslint checks the stories"
    known = [(each, item.result_id) for each, item in found.items()]
    write(session.folder, "a.md", FAULTY.replace("to to", "to"))
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    again = await ask_workspace(session, [*known, (session.uri("gone.md"), known[0][1])])
    assert {each: item.kind for each, item in again.items()} == {
        session.uri("a.md"): "full",
        uri: "unchanged",
        session.uri("gone.md"): "full",
    }
    assert "repeated-word" not in [d.code for d in again[session.uri("a.md")].items]


async def test_a_long_look_at_a_workspace_can_be_stopped_and_others_are_answered_meanwhile(session):
    for n in range(60):
        write(session.folder, f"{n}.md", f"# Story {n}\n\n" + f"The council met in hall {n}, and went home.\n\n" * 60)
    uri = session.open("a.md", FAULTY)
    session.client.progress_reports["watch"] = []
    params = types.WorkspaceDiagnosticParams([], work_done_token="watch")
    look = session.client.protocol.send_request_async(types.WORKSPACE_DIAGNOSTIC, params, msg_id="look")
    begun = asyncio.ensure_future(look)
    assert (await session.ask("diagnostic", uri)).items
    assert not begun.done()
    session.client.cancel_request(types.CancelParams("look"))
    with pytest.raises(Exception, match="cancel"):
        await begun
    reports = session.client.progress_reports["watch"]
    assert type(reports[-1]) is types.WorkDoneProgressEnd
    assert len(reports) < 60


async def test_a_folder_can_be_stopped_by_its_progress(session):
    for n in range(60):
        write(session.folder, f"{n}.md", f"# Story {n}\n\n" + f"The council met in hall {n}, and went home.\n\n" * 60)
    before = set(session.client.progress_reports)
    task = asyncio.ensure_future(session.run("newslint.checkFolder", session.folder.as_uri()))
    while not (new := set(session.client.progress_reports) - before) or not session.client.progress_reports[min(new)]:
        await asyncio.sleep(0.01)
    [token] = new
    session.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
    assert (await task)["stories"] < 60
    assert session.client.progress_reports[token][-1].message.startswith("stopped: ")


async def test_a_workspace_that_cannot_be_configured_is_told_not_fatal(session):
    write(session.folder, "a.md", FAULTY)
    write(session.folder, "newslint.yaml", "rules: [\n")
    session.watched("newslint.yaml")
    assert await ask_workspace(session) == {}
    assert any("newslint.yaml" in message.message for message in session.client.log_messages)
    os.unlink(session.folder / "newslint.yaml")
