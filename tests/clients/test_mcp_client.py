"""`newslint mcp` as an assistant uses it: started and spoken to over stdio by the SDK's own client."""

import asyncio
import json
import os
import shutil
import sys

import pictures
import pytest
from helpers import FAULTY, NEWSROOM, ROOT
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError

pytestmark = pytest.mark.clients
ERAS = ["auto", "legacy"]  # the protocol since 2026, and the handshake before it


@pytest.fixture
def copied(tmp_path):
    """The newsroom of the examples, to write into."""
    shutil.copytree(NEWSROOM, tmp_path / "newsroom", ignore=shutil.ignore_patterns(".newslint_cache"))
    return tmp_path / "newsroom"


def session(root, work, mode="auto"):
    """What some work with a client gives; the server is started as an assistant's settings start it."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "newslint", "mcp", "--root", str(root)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": ""},
    )

    async def run():
        async with Client(server, mode=mode, read_timeout_seconds=60) as client:
            return await work(client)

    return asyncio.run(run())


@pytest.mark.parametrize("mode", ERAS)
def test_an_assistant_finds_the_tools_and_checks_a_draft(copied, mode):
    async def work(client):
        tools = (await client.list_tools()).tools
        return client.server_info, client.instructions, tools, await client.call_tool("check", {"text": FAULTY})

    info, instructions, tools, result = session(copied, work, mode)
    assert info.name == "newslint"
    assert "Nothing inside a quotation" in instructions
    assert {"check", "fix", "explain", "show"} <= {tool.name for tool in tools}
    # the client has held the data to the tool's schema
    assert [each["rule"] for each in result.structured_content["findings"]] == ["repeated-word"]


@pytest.mark.parametrize("mode", ERAS)
def test_every_tool_works_on_every_story_of_a_newsroom_and_writes_nothing(copied, mode):
    files = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()}
    stories = [path.relative_to(copied).as_posix() for path in files if path.suffix in (".md", ".txt", ".html")]

    async def work(client):
        found = {}
        for path in stories:
            for tool in ("check", "fix", "show"):
                found[tool, path] = await client.call_tool(tool, {"path": path})
        rules = (await client.call_tool("rules", {})).structured_content["rules"]
        pages = [await client.call_tool("explain", {"rule": rule["id"]}) for rule in rules[::10]]
        return found, pages, await client.call_tool("styles", {})

    found, pages, styles = session(copied, work, mode)
    assert len(stories) > 10
    assert not [key for key, result in found.items() if result.is_error]
    assert sum(len(found["check", path].structured_content["findings"]) for path in stories) > 10
    assert any(found["fix", path].structured_content["changed"] for path in stories)
    assert not any(page.is_error for page in pages)
    assert len(styles.structured_content["styles"]) > 3
    assert {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()} == files


def test_mistakes_are_told_and_the_session_goes_on(copied):
    async def work(client):
        calls = [
            {"path": "../secret.txt"},
            {"path": "nope.md"},
            {"text": "a b " * 100_000},
            {"select": ["repeated-wrd"], "text": "a"},
        ]
        told = [await client.call_tool("check", call) for call in calls]
        unknown = ""
        try:
            await client.call_tool("chek", {})
        except MCPError as error:
            unknown = str(error)
        return told, unknown, await client.call_tool("check", {"text": FAULTY})

    told, unknown, last = session(copied, work)
    expected = ["leads out of the folder", "no such file", "at most 200,000", "did you mean “repeated-word”"]
    for result, words in zip(told, expected, strict=True):
        assert result.is_error
        assert words in result.content[0].text
    assert "did you mean “check”" in unknown
    assert not last.is_error


def test_a_draft_is_mended_step_by_step(copied, artefacts):
    """The calls and their answers are the picture on the page for assistants."""
    path = "news/2026-03-13-bus-fares.txt"
    shown = []

    async def work(client):
        async def call(tool, **arguments):
            result = await client.call_tool(tool, arguments)
            told = {key: f"{value[:60]}…" if len(value) > 60 else value for key, value in arguments.items()}
            shown.append(
                f"\033[36;1m> {tool} {json.dumps(told, ensure_ascii=False)}\033[0m\n{result.content[0].text.rstrip()}\n"
            )
            return result.structured_content

        found = (await call("check", path=path))["findings"]
        repeated = next(each for each in found if each["rule"] == "repeated-word")
        await call("explain", rule="repeated-word")
        shown[-1] = "\n".join([*shown[-1].split("\n")[:7], "…", ""])
        mended = await call("fix", path=path, fingerprints=[repeated["fingerprint"]])
        return found, (await call("check", path=path, text=mended["text"]))["findings"]

    before, after = session(copied, work)
    left = [each["rule"] for each in before]
    left.remove("repeated-word")
    assert [each["rule"] for each in after] == left
    (artefacts / "assistant.svg").write_text(pictures.drawn("\n".join(shown), "assistant"), encoding="utf-8")
