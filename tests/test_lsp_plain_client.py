"""The language server with a client that says of itself that it can do nothing, over pipes."""

import pytest
from helpers import write
from lsp_pipes import Pipes

FAULTY = (
    "# Bridge closes\n\nThe 😀 council agreed to to close it, Mayor Lena Brandt said.\n\n“It is a shame,” she said.\n"
)
NAMES = "# A\n\nMayor Lena Pereira opened it.\n\nLater Perreira left.\n"


@pytest.fixture(scope="module")
def pipes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("room")
    capabilities = {"general": {"positionEncodings": ["utf-7", "utf-32", "utf-16"]}}
    with Pipes(folder=folder, capabilities=capabilities, options={"ignore": ["metadata"]}) as pipes:
        pipes.folder = folder
        pipes.began = pipes.begin()
        yield pipes


@pytest.fixture
def uri(pipes, request):
    return (pipes.folder / f"{request.node.name}.md").as_uri()


def of(uri, **more):
    return {"textDocument": {"uri": uri}, **more}


def at(line, column):
    return {"line": line, "character": column}


def test_code_points_are_counted_where_the_client_counts_them(pipes, uri):
    assert pipes.began["capabilities"]["positionEncoding"] == "utf-32"
    pipes.open(uri, FAULTY)
    [found] = pipes.diagnostics(uri)["diagnostics"]
    column = FAULTY.split("\n")[2].index("to to")
    assert found["range"] == {"start": at(2, column), "end": at(2, column + 5)}


def test_what_it_cannot_show_is_not_sent(pipes, uri):
    pipes.open(uri, NAMES)
    [found] = pipes.diagnostics(uri)["diagnostics"]
    assert (found["code"], "relatedInformation" in found) == ("inconsistent-name", False)
    symbols = pipes.ask("textDocument/documentSymbol", of(uri))["result"]
    assert [symbol["containerName"] for symbol in symbols] == ["headline", "body", "body"]


def test_settings_are_sent_along_and_those_of_other_servers_passed_over(pipes, uri):
    pipes.open(uri, FAULTY)
    assert len(pipes.diagnostics(uri)["diagnostics"]) == 1
    pipes.notify("workspace/didChangeConfiguration", {"settings": {"python": {"x": 1}}})
    pipes.notify("workspace/didChangeConfiguration", {"settings": None})
    pipes.notify("workspace/didChangeConfiguration", {"settings": {"newslint": {"ignore": ["repeated-word"]}}})
    assert pipes.diagnostics(uri)["diagnostics"] == []
    pipes.notify("workspace/didChangeConfiguration", {"settings": {"ignore": []}})
    assert len(pipes.diagnostics(uri)["diagnostics"]) == 1


def test_a_configuration_that_is_not_there_is_told_in_each_story(pipes, uri):
    pipes.open(uri, FAULTY)
    pipes.diagnostics(uri)
    pipes.notify("workspace/didChangeConfiguration", {"settings": {"config": "desk.yaml"}})
    [found] = pipes.diagnostics(uri)["diagnostics"]
    assert "there is no such configuration file" in found["message"]
    write(pipes.folder, "desk.yaml", "rules: {repeated-word: error}\n")
    document = {"uri": uri, "version": 2}
    pipes.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": FAULTY}]})
    assert [each["severity"] for each in pipes.diagnostics(uri)["diagnostics"]] == [1]
    pipes.notify("workspace/didChangeConfiguration", {"settings": {"config": ""}})
    assert [each["severity"] for each in pipes.diagnostics(uri)["diagnostics"]] == [2]


def test_a_misnamed_configuration_is_told_until_it_is_renamed(pipes, uri):
    write(pipes.folder, "newslint.yml", "rules: {repeated-word: error}\n")
    pipes.open(uri, FAULTY)
    assert "call it newslint.yaml" in pipes.diagnostics(uri)["diagnostics"][0]["message"]
    (pipes.folder / "newslint.yml").rename(pipes.folder / "newslint.yaml")
    pipes.notify("textDocument/didSave", of(uri))
    assert [each["severity"] for each in pipes.diagnostics(uri)["diagnostics"]] == [1]
    (pipes.folder / "newslint.yaml").unlink()
    pipes.notify("textDocument/didSave", of(uri))


def test_files_that_it_cannot_make_are_not_asked_for(pipes, uri):
    pipes.open(uri, NAMES)
    pipes.diagnostics(uri)
    error = pipes.ask("workspace/executeCommand", {"command": "newslint.addName", "arguments": [uri, "Pereira"]})[
        "error"
    ]
    assert "your editor cannot make files" in error["message"]


def test_a_finding_that_has_gone_cannot_be_left_alone(pipes, uri):
    pipes.open(uri, FAULTY)
    pipes.diagnostics(uri)
    given = {"command": "newslint.ignore", "arguments": [uri, "0" * 32]}
    assert "no longer found" in pipes.ask("workspace/executeCommand", given)["error"]["message"]


def test_folders_come_and_go(pipes, tmp_path):
    write(tmp_path, "a.md", FAULTY)
    here, there = ({"uri": each.as_uri(), "name": "x"} for each in (pipes.folder, tmp_path))
    pipes.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [there], "removed": [here]}})
    pipes.open("untitled:1", FAULTY)
    assert pipes.diagnostics("untitled:1")["diagnostics"]
    write(tmp_path, "newslint.yaml", "rules: {repeated-word: off}\n")
    document = {"uri": "untitled:1", "version": 2}
    pipes.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": FAULTY}]})
    assert pipes.diagnostics("untitled:1")["diagnostics"] == []
    counts = pipes.ask("workspace/executeCommand", {"command": "newslint.checkFolder"})["result"]
    assert counts == {"stories": 1, "findings": 0, "failures": 0}
    pipes.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [here], "removed": [there]}})


def test_hover_without_markdown(tmp_path):
    with Pipes(folder=tmp_path, capabilities={"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}) as pipes:
        pipes.begin()
        pipes.open("untitled:1", FAULTY)
        contents = pipes.ask("textDocument/hover", of("untitled:1", position=at(2, 24)))["result"]["contents"]
    assert contents["kind"] == "plaintext"
    assert contents["value"].startswith("repeated-word (warning, high confidence)\n")
    assert not set("*`\\") & set(contents["value"])


def test_records_and_files_that_are_no_text_are_told(pipes):
    uri = (pipes.folder / "a.jsonl").as_uri()
    body = "The council met in the hall to to talk of the bridge. It was late, and everybody went home."
    pipes.open(uri, f'{{"title": "Bridge", "body": "{body}"}}\n{{"title"\n', "json")
    found = pipes.diagnostics(uri)["diagnostics"]
    assert "repeated-word" in [each["code"] for each in found]
    assert any("could not be read" in each["message"] for each in found)
    actions = pipes.ask(
        "textDocument/codeAction", of(uri, range={"start": at(0, 0), "end": at(0, 200)}, context={"diagnostics": []})
    )
    assert not [action for action in actions["result"] if "Leave" in action["title"]]
