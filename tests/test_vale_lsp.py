"""Rules of Vale's styles in an editor: shown, explained, switched off, and read anew when a style's file changes."""

import shutil

import pytest
import pytest_asyncio
from helpers import ROOT
from lsp_sessions import CONFIG, LanguageClient, Session, begin, lsp_fixture
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

HOUSE = ROOT / "tests" / "fixtures" / "vale" / "product"
TEXT = "# Ferry\n\nThe ferry will utilise a very old quay.\n"


@lsp_fixture(config=CONFIG, scope="module")
async def client(lsp_client: LanguageClient, tmp_path_factory):
    lsp_client.folder = tmp_path_factory.mktemp("room")
    await lsp_client.initialize_session(begin(lsp_client.folder, "neovim@v0.7.0"))
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def session(client):
    folder = client.folder / f"desk-{len(list(client.folder.iterdir()))}"
    shutil.copytree(HOUSE, folder)
    session = Session(client, folder)
    client.applies = True
    client.applied.clear()
    await session.settled()
    yield session
    for uri in session.versions:
        session.close(uri)


async def test_alerts_are_shown_explained_and_fixed(session):
    uri = session.open("a.md", TEXT)
    found = await session.next(uri)
    assert [each.code for each in found] == ["vale/House.Plain", "vale/House.Weasel"]
    assert found[0].severity == types.DiagnosticSeverity.Error
    hover = await session.ask("hover", uri, types.Position(2, 18))
    assert "**vale/House.Plain** (error, medium confidence)" in hover.contents.value
    assert "in House/Plain.yml" in hover.contents.value
    assert "rules: {vale/House.Plain: off}" in hover.contents.value
    fixes = [action for action in await session.actions(uri, (2, 18)) if action.edit]
    assert any("utilise" in TEXT and "use" in action.title for action in fixes)


async def test_a_rule_is_switched_off_in_the_configuration(session):
    uri = session.open("a.md", TEXT)
    await session.next(uri)
    [off] = [each for each in await session.actions(uri, (2, 18)) if "Switch vale/House.Plain off" in each.title]
    await session.run(off.command.command, *off.command.arguments)
    [edit] = session.client.applied[-1].changes[session.uri("newslint.yaml")]
    assert edit.new_text.strip() == "vale/House.Plain: off"
    config = session.folder / "newslint.yaml"
    config.write_text(config.read_text("utf-8") + "  vale/House.Plain: off\n", "utf-8")
    session.watched("newslint.yaml")
    assert [each.code for each in await session.next(uri)] == ["vale/House.Weasel"]


async def test_a_changed_rule_holds_at_once(session):
    uri = session.open("a.md", TEXT)
    await session.next(uri)
    rule = session.folder / "styles" / "House" / "Weasel.yml"
    rule.write_text(rule.read_text("utf-8").replace("- very", "- old"), "utf-8")
    session.watched("styles/House/Weasel.yml")
    found = await session.next(uri)
    assert [(each.code, each.range.start.character) for each in found][-1] == ("vale/House.Weasel", 30)
