"""The language server with a client that is told of diagnostics (Neovim 0.7), through pytest-lsp."""

import asyncio

import pytest
import pytest_asyncio
from helpers import write
from lsp_sessions import CONFIG, LanguageClient, Session, begin, lsp_fixture
from lsprotocol import types

from newslint.lsp.commands import REASON
from newslint.lsp.positions import Positions

pytestmark = pytest.mark.asyncio(loop_scope="module")

FAULTY = "# Bridge closes\n\nThe 😀 council agreed to to close it, Mayor Lena Brandt said.\n\n“It is a a shame,” she said.\n"
AT = ((2, 22), (2, 27))


SELECT = ["repeated-word", "quotes", "names", "chrome"]


@lsp_fixture(config=CONFIG, scope="module")
async def client(lsp_client: LanguageClient, tmp_path_factory):
    lsp_client.folder = tmp_path_factory.mktemp("room")
    await lsp_client.initialize_session(begin(lsp_client.folder, "neovim@v0.7.0"))
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def session(client):
    folder = client.folder / f"desk-{len(list(client.folder.iterdir()))}"
    folder.mkdir()
    session = Session(client, folder)
    client.applies = True
    client.applied.clear()
    await session.settled(select=SELECT)
    yield session
    for uri in session.versions:
        session.close(uri)


def places(diagnostics):
    return [
        (d.code, (d.range.start.line, d.range.start.character), (d.range.end.line, d.range.end.character))
        for d in diagnostics
    ]


def applied(text, edits):
    """A text after edits in UTF-16, the last first."""
    positions = Positions(text, "utf-16")
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        span = positions.span(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


async def test_a_finding_is_shown_with_rule_page_and_name(session):
    [found] = [d for d in await session.shown("a.md", FAULTY) if d.range.start.line == 2]
    assert places([found]) == [("repeated-word", *AT)]
    assert (found.severity, found.source, found.message) == (2, "newslint", "“to” is repeated")
    assert found.code_description.href.endswith("docs/rules.md#repeated-word")
    assert len(found.data) == 32
    assert found.tags is None


async def test_severities_tags_and_related_places(session):
    write(session.folder, "newslint.yaml", "rules: {inconsistent-name: error, chrome: note}\n")
    text = "# A\n\nMayor Lena Pereira opened it.\n\nLater Perreira left. Pereira stayed. Pereira sang.\n\nShare this article\n"
    found = {d.code: d for d in await session.shown("a.md", text)}
    name = found.pop("inconsistent-name")
    assert name.severity == types.DiagnosticSeverity.Error
    assert {place.location.uri for place in name.related_information} == {session.uri("a.md")}
    assert "Pereira" in name.related_information[0].message
    [residue] = [d for d in found.values() if d.tags]
    assert ([*residue.tags], residue.severity) == (
        [types.DiagnosticTag.Unnecessary],
        types.DiagnosticSeverity.Information,
    )


async def test_a_change_is_checked_and_told_by_its_version(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    session.change(uri, (2, 24), (2, 27), "")
    assert not [d for d in await session.next(uri) if d.range.start.line == 2]
    assert session.client.versions[uri] == 2


async def test_many_changes_are_checked_once(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    for letter in "many changes":
        session.change(uri, (2, 0), (2, 0), letter)
    shown = 0
    while session.client.versions[uri] < 13:
        await session.next(uri)
        shown += 1
    assert shown < 12


async def test_what_is_shown_is_taken_back_when_a_text_is_closed(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    session.close(uri)
    assert await session.next(uri) == []


async def test_a_text_closed_at_once_is_left_without(session):
    uri = session.open("a.md", FAULTY)
    session.close(uri)
    while await session.next(uri):
        pass
    assert await session.shown("b.md", FAULTY)
    assert not session.client.diagnostics[uri]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
async def test_line_ends_of_each_sort(session, end):
    found = await session.shown("a.md", FAULTY.replace("\n", end))
    assert ("repeated-word", *AT) in places(found)


async def test_a_fix_is_an_edit_of_the_version_that_was_checked(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    fix = (await session.actions(uri, (2, 23)))[0]
    assert fix.title == "Delete the second “to” (offered: read it over)"
    assert (fix.kind, fix.is_preferred, fix.diagnostics[0].code) == ("quickfix", None, "repeated-word")
    edits = fix.edit.changes[uri]
    assert applied(FAULTY, edits) == FAULTY.replace("to to", "to")


SAFE = "# A\n\nThe town said so.\n\nThe 😀 coun\u200bcil said so on Monday.\n"


async def test_all_safe_fixes_at_once_where_the_client_asks(session):
    await session.settled()
    uri = session.open("a.md", SAFE)
    [found] = await session.next(uri)
    [action] = await session.actions(uri, (0, 0), only=["source.fixAll"])
    assert action.kind == "source.fixAll.newslint"
    edits = action.edit.changes[uri]
    assert applied(SAFE, edits) == SAFE.replace("\u200b", "")
    actions = await session.actions(uri, (found.range.start.line, found.range.start.character))
    assert [(a.title, a.kind) for a in actions if a.is_preferred] == [("Delete", "quickfix")]
    assert actions[-1].title == "Make all safe fixes of newslint"
    assert [a.kind for a in await session.actions(uri, (0, 0), only=["quickfix"])] == []
    assert [a.kind for a in await session.actions(uri, (0, 0), automatic=True)] == []


async def test_nothing_in_a_quotation_is_changed(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    assert not [a for a in await session.actions(uri, (4, 7), (4, 12)) if a.edit]
    [action] = await session.actions(uri, (0, 0), only=["source"]) or [None]
    assert action is None or "“It is a a shame,”" in applied(FAULTY, action.edit.changes[uri])


async def test_a_finding_is_left_alone_with_a_reason(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    [ignore] = [
        a for a in await session.actions(uri, (2, 23)) if a.command and a.command.command == "newslint.ignore"
    ]
    assert ignore.title == "Leave this alone here, with a reason (repeated-word)"
    await session.run("newslint.ignore", *ignore.command.arguments)
    text = applied(FAULTY, session.client.applied[-1].changes[uri])
    assert f"<!-- newslint: ignore repeated-word: {REASON} -->" in text
    await session.run("newslint.ignore", *ignore.command.arguments, "the town’s own motto")
    assert "ignore repeated-word: the town’s own motto -->" in applied(
        FAULTY, session.client.applied[-1].changes[uri]
    )


async def test_plain_text_has_no_place_for_that(session):
    uri = session.open("a.txt", FAULTY, "plaintext")
    found = await session.next(uri)
    assert not [a for a in await session.actions(uri, (2, 23)) if a.command and "Leave" in a.title]
    with pytest.raises(Exception, match="no place in this story"):
        await session.run("newslint.ignore", uri, found[0].data, "because")


async def test_an_editor_that_refuses_a_change_is_heard(session):
    uri = session.open("a.md", FAULTY)
    found = await session.next(uri)
    session.client.applies = False
    with pytest.raises(Exception, match="the buffer is read-only"):
        await session.run("newslint.ignore", uri, found[0].data)


async def test_a_rule_is_switched_off_for_the_house(session):
    write(session.folder, "newslint.yaml", "rules: {chrome: note}\n")
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    off = (await session.actions(uri, (2, 23), only=["quickfix"]))[-1]
    assert off.title == "Switch repeated-word off in newslint.yaml"
    await session.run(off.command.command, *off.command.arguments)
    [edit] = session.client.applied[-1].changes[session.uri("newslint.yaml")]
    assert edit.new_text == "repeated-word: off, "
    with pytest.raises(Exception, match="there is no rule"):
        await session.run(off.command.command, uri, "x: y\nrules")


NAMES = "# A\n\nMayor Lena Pereira opened it.\n\nLater Perreira left.\n"


async def test_a_name_is_added_to_the_houses(session):
    uri = session.open("a.md", NAMES)
    [found] = [d for d in await session.next(uri) if d.code == "inconsistent-name"]
    at = (found.range.start.line, found.range.start.character)
    adds = [a for a in await session.actions(uri, at) if a.command and a.command.command == "newslint.addName"]
    assert [a.title for a in adds] == [
        f"“{name}” is right: add it to the house’s names" for name in ("Perreira", "Pereira")
    ]
    await session.run("newslint.addName", *adds[1].command.arguments)
    changes = session.client.applied[-1].changes
    names, config = session.uri("newslint-names.yaml"), session.uri("newslint.yaml")
    assert changes[names][0].new_text.endswith("names:\n  - name: Pereira\n")
    assert changes[config][0].new_text == "names: newslint-names.yaml\n"


async def test_hover_tells_what_and_why(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    hover = await session.ask("hover", uri, types.Position(2, 23))
    for said in (
        "**repeated-word** (warning, high",
        "**Why:** A word typed twice",
        "**Offered:**",
        "rules: {repeated-word: off}",
    ):
        assert said in hover.contents.value
    assert hover.range == types.Range(types.Position(*AT[0]), types.Position(*AT[1]))
    hover = await session.ask("hover", uri, types.Position(4, 3))
    assert "**Lena Brandt** is taken to have said this" in hover.contents.value
    assert await session.ask("hover", uri, types.Position(2, 3)) is None


async def test_symbols_are_the_parts_of_the_story(session):
    uri = session.open("a.md", FAULTY)
    found = await session.ask("document_symbol", uri)
    assert [(s.name, s.detail) for s in found] == [
        ("Bridge closes", "headline"),
        ("The 😀 council agreed to to close it, Mayor Lena Brandt said.", "body"),
        ("“It is a a shame,” she said.", "body"),
    ]
    assert [(s.name, s.detail) for s in found[2].children] == [("Lena Brandt", "quoted, attributed")]


async def test_speakers_are_shown_where_that_is_set(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    assert await session.ask("code_lens", uri) == []
    session.set(showSpeakers=True)
    await session.next(uri)
    [lens] = await session.ask("code_lens", uri)
    assert (lens.command.title, lens.range.start.line) == ("said by Lena Brandt", 4)
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    [hint] = await session.ask("inlay_hint", uri, whole)
    assert (hint.label, hint.position) == ("— said by Lena Brandt", types.Position(4, 18))
    await session.run("newslint.speaker", "because")
    assert session.client.messages[-1].message == "because"


async def test_settings_hold_at_once_and_wrong_ones_are_told(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    session.set(ignore="repeated-word", confg="x")
    assert "repeated-word" not in [d.code for d in await session.next(uri)]
    assert "there is no setting newslint.confg: did you mean “config”" in session.client.messages[-1].message
    session.set(select=["no-such-rule"])
    [found] = await session.next(uri)
    assert (found.code, found.severity) == ("not-checked", types.DiagnosticSeverity.Error)
    assert "unknown rule or topic “no-such-rule”" in found.message


async def test_a_changed_configuration_is_read_anew(session):
    uri = session.open("a.md", FAULTY)
    await session.next(uri)
    write(session.folder, "newslint.yaml", "rules: {repeated-word: error}\n")
    session.watched("newslint.yaml")
    assert {d.severity for d in await session.next(uri) if d.code == "repeated-word"} == {1}
    write(session.folder, "newslint.yaml", "rules: {repeated-wrd: error}\n")
    session.watched("newslint.yaml")
    [found] = await session.next(uri)
    assert "newslint.yaml:1:" in found.message
    assert "did you mean" in found.message
    write(session.folder, "newslint.yaml", "rules: {repeated-word: note}\nnames: our.yaml\n")
    write(session.folder, "our.yaml", "names: [{name: A B}]\n")
    session.client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(session.uri("newslint.yaml")))
    )
    assert {d.severity for d in await session.next(uri) if d.code == "repeated-word"} == {3}
    write(session.folder, "our.yaml", "names: [{name: A B, variants: [Lena Brandt]}]\n")
    session.change(uri, (0, 0), (0, 0), "")  # nobody watches: it is seen when something is checked
    assert "house-name" in [d.code for d in await session.next(uri)]


async def test_a_baseline_is_heeded(session):
    text = FAULTY.replace(" a a ", " a ")
    uri = session.open("a.md", text)
    [found] = [d for d in await session.next(uri) if d.code == "repeated-word"]
    write(session.folder, "newslint.yaml", "")
    write(session.folder, "a.md", text)
    process = await asyncio.create_subprocess_exec(
        CONFIG.server_command[0], "-m", "newslint", "check", "--write-baseline", "--quiet", "--select", "repeated-word", ".",
        cwd=session.folder, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    await process.wait()
    session.watched("newslint-baseline.json")
    assert found.data not in [d.data for d in await session.next(uri)]


async def test_texts_without_a_file_are_read_by_their_language(session):
    write(session.client.folder, "newslint.yaml", "rules: {repeated-word: error}\n")
    html = (
        f"<p>{'The council met in the hall. ' * 3}</p><p>It agreed to to close &amp; went. {'It was late. ' * 9}</p>"
    )
    for language, text in (("markdown", FAULTY), ("plaintext", FAULTY), ("html", html), ("klingon", FAULTY)):
        found = await session.shown(f"untitled:{language}", text, language)
        assert "repeated-word" in [d.code for d in found], language
        assert {d.severity for d in found if d.code == "repeated-word"} == {1}
    (session.client.folder / "newslint.yaml").unlink()


async def test_files_elsewhere_go_by_the_nearest_configuration(session, tmp_path):
    write(tmp_path, "newslint.yaml", "rules: {repeated-word: error}\n")
    found = await session.shown((tmp_path / "a.md").as_uri(), FAULTY)
    assert {d.severity for d in found if d.code == "repeated-word"} == {1}


async def test_what_is_no_story_is_left_alone(session):
    write(session.folder, "newslint.yaml", "exclude: [old/]\n")
    for name, language in (
        ("newslint.yaml", "yaml"),
        ("old/a.md", "markdown"),
        ("README.md", "markdown"),
        ("x.py", "python"),
    ):
        assert await session.shown(name, FAULTY, language) == []
    assert await session.shown("empty.md", " \n") == []
    [found] = await session.shown("a.rtf", "{\\rtf1 to to}", "text")
    assert "not checked" in found.message


async def test_a_folder_is_checked_with_progress(session):
    for n in range(3):
        write(session.folder, f"{n}.md", FAULTY)
    write(session.folder, "bad.md", "a\0b")
    counts = await session.run("newslint.checkFolder", session.folder.as_uri())
    assert counts == {"stories": 3, "findings": 6, "failures": 1}
    shown = session.client.diagnostics
    assert {len(shown[session.uri(f"{n}.md")]) for n in range(3)} == {2}
    assert "binary" in shown[session.uri("bad.md")][0].message
    [reports] = [r for r in session.client.progress_reports.values() if r]
    assert [type(r).__name__.removeprefix("WorkDoneProgress") for r in (reports[0], reports[-1])] == ["Begin", "End"]
    assert reports[-1].message == "6 findings in 3 stories"
    (session.folder / "1.md").unlink()
    await session.run("newslint.checkFolder")
    assert not session.client.diagnostics[session.uri("1.md")]


async def test_bad_arguments_of_commands_are_told(session):
    for command, arguments in (
        ("newslint.ignore", []),
        ("newslint.ignore", [1, 2]),
        ("newslint.addName", ["untitled:gone", "A"]),
        ("newslint.checkFolder", ["http://example.org/"]),
        ("newslint.none", []),
    ):
        with pytest.raises(Exception, match=r"takes|not open|no folder|not defined|Invalid"):
            await session.run(command, *arguments)
