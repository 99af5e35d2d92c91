"""Assistants: each tool over a session of the SDK's own client in this process, and what becomes of bad calls."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading

import mcp_types as types
import pytest
from helpers import FAULTY, ROOT, write
from hypothesis import given, settings
from hypothesis import strategies as st
from mcp import Client
from mcp.shared.exceptions import MCPError

from newslint.mcp import tools, wire
from newslint.mcp.door import MOST, Door, server

QUOTED = "Bridge closes\n\nThe road is “closed to to all”, the mayor  said. It opens in May.\n"
HEADER = "Bridge closes\n\nThe council voted on Monday to close the bridge, the mayor's office said.\n"


@pytest.fixture
def call(newsroom):
    """Call a tool of a door whose root is the newsroom, by the SDK's client."""

    def one(name, **arguments):
        async def session():
            async with Client(server(Door(str(newsroom)))) as client:
                return await client.call_tool(name, arguments)

        return asyncio.run(session())

    return one


def said(result):
    [block] = result.content
    return block.text


def error(result):
    assert result.is_error
    assert result.structured_content is None
    return said(result)


def test_tools_say_what_newslint_is_for_and_what_to_make_of_it(newsroom):
    async def session():
        async with Client(server(Door(str(newsroom)))) as client:
            return client.instructions, (await client.list_tools()).tools

    instructions, tools = asyncio.run(session())
    assert [tool.name for tool in tools] == ["check", "fix", "show", "explain", "rules", "styles"]
    for word in ("news stories", "inside a quotation", "may be wrong", "confidence"):
        assert word in instructions
    for tool in tools:
        assert tool.input_schema["type"] == tool.output_schema["type"] == "object"
        assert tool.input_schema["additionalProperties"] is False
        assert all("description" in each for each in tool.input_schema.get("properties", {}).values())
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint


def test_check_tells_of_findings_as_text_and_as_data(call):
    result = call("check", text=FAULTY)
    assert said(result) == (
        "story.txt:3:20: warning[repeated-word][*] “to” is repeated (high confidence)\n1 finding."
    )
    [found] = result.structured_content["findings"]
    assert FAULTY[found["start"]["offset"] : found["end"]["offset"]] == found["match"] == "to to"
    assert found["confidence"] == "high"
    assert found["fixes"][0]["safety"] == "offer"


def test_a_finding_has_the_keys_of_the_json_report(call, newsroom, newslint):
    write(newsroom, "a.txt", FAULTY)
    [reported] = newslint("check", "a.txt", "--format", "json").report["findings"]
    [found] = call("check", path="a.txt").structured_content["findings"]
    assert {**found, "path": "a.txt"} == {**reported, "record": ""}


def test_a_clean_story_is_said_to_be_clean(call, clean_story):
    result = call("check", text=clean_story)
    assert (said(result), result.structured_content["findings"]) == ("Nothing found.", [])


def test_choices_of_rules_style_and_confidence_hold(call):
    assert "repeated-word" not in said(call("check", text=FAULTY, ignore=["repeated-word"]))
    only = call("check", text=FAULTY, select=["repeated-word"], min_confidence="high")
    assert [each["rule"] for each in only.structured_content["findings"]] == ["repeated-word"]
    text = HEADER + "\nThe rate rose 5 percent, officials said.\n"
    assert "percent-form" in said(call("check", text=text, style="bbc", select=["percent-form"]))


def test_the_configuration_that_holds_at_a_path_holds_and_is_read_anew(call, newsroom):
    assert "repeated-word" in said(call("check", text=FAULTY, path="news/a.txt"))
    write(newsroom, "news/newslint.yaml", "rules: {repeated-word: off}\n")
    assert "repeated-word" not in said(call("check", text=FAULTY, path="news/a.txt"))
    assert "repeated-word" in said(call("check", text=FAULTY, path="a.txt"))
    write(newsroom, "news/newslint.yaml", "ruls: {}\n")
    assert "news/newslint.yaml:1" in error(call("check", text=FAULTY, path="news/a.txt"))


def test_fix_returns_the_text_and_a_diff_and_leaves_the_file_alone(call, newsroom):
    write(newsroom, "a.txt", QUOTED)
    result = call("fix", path="a.txt", select=["double-space", "repeated-word"])
    told = result.structured_content
    assert told["changed"]
    assert told["text"] == QUOTED.replace("mayor  said", "mayor said")
    assert told["made"] == [{"rule": "double-space", "times": 1}]
    assert told["diff"].startswith("--- a/a.txt\n+++ b/a.txt\n")
    assert told["diff"] in said(result)
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == QUOTED


def test_fix_makes_what_is_only_offered_where_it_is_asked_to_and_never_inside_a_quotation(call):
    assert "nothing here is safe to mend unread" in said(call("fix", text=FAULTY))
    assert "agreed to close" in call("fix", text=FAULTY, offers=True).structured_content["text"]
    told = call("fix", text=QUOTED, offers=True, select=["repeated-word"]).structured_content
    assert (told["text"], told["changed"], told["diff"]) == (QUOTED, False, "")


def test_fix_takes_single_findings_by_their_fingerprints(call):
    text = FAULTY + "\nIt will will open in May, officials said.\n"
    first, second = call("check", text=text, select=["repeated-word"]).structured_content["findings"]
    told = call("fix", text=text, fingerprints=[second["fingerprint"], "none"]).structured_content
    assert "agreed to to close" in told["text"]
    assert "It will open" in told["text"]
    assert told["left"] == ["none"]
    assert "do not go together" in error(call("fix", text=text, fingerprints=[first["fingerprint"]], offers=True))


def test_show_tells_zones_and_who_is_quoted(call):
    result = call("show", text=HEADER + "\n“It is safe,” said Ann Leeming, the engineer. “We looked.”\n")
    [story] = result.structured_content["stories"]
    assert story["path"] == "story.txt"
    assert story["zones"][0]["kind"] == "headline"
    assert story["speakers"][0]["name"] == "Ann Leeming"
    assert "quoted: Ann Leeming 2× (5 words)" in said(result)


def test_explain_gives_a_rules_page(call):
    result = call("explain", rule="repeated-word")
    assert said(result).startswith("repeated-word (language; warning, on by default")
    told = result.structured_content
    assert told["on"]
    assert {"bad", "good"} <= {each["verdict"] for each in told["examples"]}


def test_rules_are_listed_as_they_are_configured(call, newsroom):
    write(newsroom, "newslint.yaml", "rules: {repeated-word: off}\n")
    listed = {each["id"]: each for each in call("rules", topic="language").structured_content["rules"]}
    assert not listed["repeated-word"]["on"]
    assert "did you mean “quotes”" in error(call("rules", topic="quots"))


def test_styles_are_listed_with_what_they_pick(call):
    listed = {each["name"]: each["picks"] for each in call("styles").structured_content["styles"]}
    assert listed["ap"]["quote-marks"] == ["double"]


def test_a_document_of_a_word_processor_is_checked_but_mended_by_the_command_alone(call, newsroom):
    (newsroom / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + FAULTY.replace("\n\n", "\\par ").encode() + b"}")
    assert "repeated-word" in said(call("check", path="a.rtf"))
    assert "“newslint fix” mends it in place" in error(call("fix", path="a.rtf"))


BAD_CALLS = {
    "nothing to read": ({}, "there is nothing to read"),
    "an empty text": ({"text": " \n"}, "the text is empty"),
    "a text that is none": ({"text": 5}, "“text” should be a valid string"),
    "an argument that is none": ({"text": FAULTY, "selct": []}, "no argument “selct”: did you mean “select”?"),
    "a rule that is none": ({"text": FAULTY, "select": ["repeated-wrd"]}, "did you mean “repeated-word”"),
    "a style that is none": ({"text": FAULTY, "style": "ak"}, "unknown style “ak”"),
    "a format that is none": ({"text": FAULTY, "format": "markdwn"}, "did you mean “markdown”?"),
    "a confidence that is none": ({"text": FAULTY, "min_confidence": "sure"}, "“min_confidence” should be"),
    "a path above the root": ({"path": "../secret.txt"}, "leads out of the folder that is served"),
    "a path from the top": ({"path": "/etc/hostname"}, "leads out of the folder that is served"),
    "a text at such a path": ({"text": FAULTY, "path": "../a.txt"}, "leads out of the folder that is served"),
    "a link that leads out": ({"path": "link.txt"}, "leads out of the folder that is served"),
    "a path with a NUL": ({"path": "a\0b"}, "a path holds no NUL"),
    "a file that is not there": ({"path": "nope.txt"}, "nope.txt: it cannot be opened: no such file"),
    "a folder": ({"path": "."}, "this is a folder: give the path of one story"),
    "a binary file": ({"path": "picture.txt"}, "it is a binary file"),
    "too long a text": ({"text": "word " * (MOST // 5 + 1)}, f"at most {MOST:,} are checked at a time"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_CALLS)
@pytest.mark.parametrize("tool", ["check", "fix"])
def test_a_bad_call_is_the_tools_error_in_clear_words(newsroom, tmp_path_factory, tool, case):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    write(elsewhere.parent, elsewhere.name, FAULTY)
    if sys.platform != "win32":
        os.symlink(elsewhere, newsroom / "link.txt")
    elif case == "a link that leads out":
        pytest.skip("links need rights there")
    (newsroom / "picture.txt").write_bytes(b"GIF89a\0\0")
    arguments, expected = BAD_CALLS[case]
    told = error(Door(str(newsroom)).call(tool, arguments))
    assert expected in told
    assert str(newsroom) not in told
    assert "Traceback" not in told


def test_a_rule_that_is_none_is_met_with_the_nearest(call):
    assert "did you mean “unattributed-quote”" in error(call("explain", rule="unatributed-quote"))
    assert "the argument “rule” is missing" in error(call("explain"))


def test_a_tool_that_is_none_is_an_error_of_the_protocol(newsroom):
    with pytest.raises(MCPError, match="there is no tool “chek”: did you mean “check”"):
        Door(str(newsroom)).call("chek", {"text": FAULTY})


def test_a_story_that_takes_too_long_is_stopped(call, monkeypatch):
    assert threading.current_thread() is threading.main_thread()
    monkeypatch.setenv("NEWSLINT_SECONDS", "0.001")
    assert "seconds of processor time" in error(call("check", text=(FAULTY * 500)[:MOST]))


def test_a_fault_of_newslint_itself_is_a_tools_error(newsroom, monkeypatch):
    def broken(service, asked):
        raise ZeroDivisionError("by nought\x1b[31m")

    door = Door(str(newsroom))
    # private: no call brings a tool to fall over
    door._tools = {"check": tools.every()["check"]._replace(does=broken)}
    told = error(door.call("check", {"text": "a"}))
    assert "this is a fault of newslint" in told
    assert "\x1b" not in told


def test_what_a_client_sends_is_in_no_text_as_a_terminal_would_obey_it(call):
    told = said(
        call("check", text="Head of it\n\nShe \x1b[31m\x1b[31m agreed to to go on Monday.\n", path="a\u202eb.txt")
    )
    assert told.isprintable() or not set(told) & set("\x1b\u202e")


@settings(max_examples=20)
@given(st.text(max_size=300), st.sampled_from(["", "a.md", "a.html", "a.xml"]))
def test_any_text_is_checked_or_refused(text, path):
    result = Door(".").call("check", {"text": text, "path": path})
    told = said(result)
    assert told
    assert "a fault of newslint" not in told
    json.dumps(result.structured_content).encode()


def test_a_missing_sdk_is_met_with_what_installs_it(newsroom, newslint, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("newslint.mcp.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    done = newslint("mcp")
    assert done.code == 2
    assert 'python -m pip install "newslint[mcp]"' in done.err


def test_a_root_that_is_none_and_a_configuration_that_is_none_end_the_command(newsroom, newslint):
    assert (newslint("mcp", "--root", "nope").code, newslint("mcp", "--config", "nope.yaml").code) == (2, 2)


# --- lines


def read(data):
    reading, writing = os.pipe()
    writer = threading.Thread(target=lambda: (os.write(writing, data), os.close(writing)))
    writer.start()
    found = list(wire.lines(reading))
    writer.join()
    os.close(reading)
    return found


@given(st.lists(st.binary(max_size=40).map(lambda each: each.replace(b"\n", b"")), max_size=6))
def test_lines_are_those_that_were_written(rows):
    assert read(b"\n".join(rows)) == [row for row in rows if row.strip()]


def test_a_line_that_is_too_long_is_passed_over_and_the_next_one_read(monkeypatch):
    monkeypatch.setattr(wire, "MOST_BYTES", 100)
    monkeypatch.setattr(wire, "_PIECE", 7)
    assert read(b"a" * 101 + b"\nb\n" + b"c" * 100 + b"\n" + b"d" * 500) == [b"", b"b", b"c" * 100, b""]


@pytest.mark.parametrize(
    ("line", "under", "code", "why"),
    [
        (b'{"jsonrpc": "2.0", "id": 1, "method"', None, types.PARSE_ERROR, "not JSON"),
        (b"hello", None, types.PARSE_ERROR, "not JSON"),
        (b'{"jsonrpc": "2.0", "id": 7, "method": "ping", "params": {"a": "caf\xe9"}}', 7, types.PARSE_ERROR, "not UTF-8: byte 66 "),
        (b'{"jsonrpc": "2.0", "id": "x", "method": "ping", "params": {"a": "\\ud800"}}', "x", types.PARSE_ERROR, "not JSON"),
        (b"[]", None, types.INVALID_REQUEST, "no message of JSON-RPC"),
        (b'{"id": 3}', 3, types.INVALID_REQUEST, "no message of JSON-RPC"),
        (b'{"id": true, "jsonrpc": "1.0", "method": "ping"}', None, types.INVALID_REQUEST, "no message of JSON-RPC"),
        (b"[" * 100_000, None, types.PARSE_ERROR, "not JSON"),
        (b'{"jsonrpc": "2.0", "id": {"a": 1}, "method": "ping"}', None, types.INVALID_REQUEST, "“id” has to be"),
        (b'{"jsonrpc": "2.0", "id": 1e400, "method": "ping"}', None, types.INVALID_REQUEST, "“id” has to be"),
        (b"", None, types.INVALID_REQUEST, "more than 64 MB"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_message_is_answered_under_its_id_where_it_has_one(line, under, code, why):
    answer = wire.understood(line)
    assert isinstance(answer, types.JSONRPCError)
    assert (answer.id, answer.error.code) == (under, code)
    assert why in answer.error.message


def test_a_line_that_is_a_message_is_read_as_the_sdk_reads_it():
    line = b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\r'
    assert wire.understood(line) == types.JSONRPCRequest(jsonrpc="2.0", id=1, method="ping")


def test_a_notification_may_speak_of_an_id():
    line = b'{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"id": 1}}'
    assert isinstance(wire.understood(line), types.JSONRPCNotification)


# --- the process itself, over real pipes


class Process:
    """`newslint mcp` as an assistant starts it."""

    def __init__(self, root, **environment):
        own = {"PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": ""}
        self.popen = subprocess.Popen(
            [sys.executable, "-m", "newslint", "mcp", "--root", str(root)],
            env={**os.environ, **own, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        hello = {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "a test", "version": "1"},
        }
        self.hello = self.ask("initialize", hello)["result"]
        self.put({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def put(self, message):
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.popen.stdin.write(line + b"\n")
        self.popen.stdin.flush()

    def answer(self):
        return json.loads(self.popen.stdout.readline())

    def ask(self, method, params, id=1):
        self.put({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
        answer = self.answer()
        assert answer["id"] == id
        return answer

    def call(self, name, **arguments):
        return self.ask("tools/call", {"name": name, "arguments": arguments}, "a call")["result"]

    def end(self):
        """Close its input. Return its exit code and what it said on standard error."""
        _, err = self.popen.communicate(timeout=60)
        return self.popen.returncode, err.decode()


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    """One process for all bad input, since it has to outlive it; in the end it has said nothing else."""
    started = Process(tmp_path_factory.mktemp("root"))
    yield started
    assert started.end() == (0, "")


def call_of(text):
    return {
        "jsonrpc": "2.0",
        "id": 9,
        "method": "tools/call",
        "params": {"name": "check", "arguments": {"text": text}},
    }


BAD_LINES = {
    "broken JSON": (lambda: json.dumps(call_of("a")).encode()[:-3], None, "this message is not JSON"),
    "no JSON at all": (lambda: b"GET / HTTP/1.1", None, "this message is not JSON"),
    "no JSON-RPC": (lambda: b'{"id": 9}', 9, "no message of JSON-RPC 2.0"),
    "not UTF-8": (lambda: json.dumps(call_of("CAFE")).encode().replace(b"CAFE", b"caf\xe9"), 9, "not UTF-8"),
    "no UTF-8 and no JSON": (lambda: b"\xff\xfe\0a", None, "not UTF-8: byte 0"),
    "half a surrogate pair": (lambda: json.dumps(call_of("\ud800")).encode(), 9, "not JSON"),
    "a tool that is none": (lambda: json.dumps(call_of("a")).replace('"check"', '"chek"').encode(), 9, "“check”?"),
    "a method that is none": (lambda: b'{"jsonrpc": "2.0", "id": 9, "method": "tools/cal"}', 9, "Method not found"),
    "a call of nothing": (lambda: b'{"jsonrpc": "2.0", "id": 9, "method": "tools/call"}', 9, "Invalid request"),
    "a message of 70 MB": (lambda: json.dumps(call_of("a" * 70_000_000)).encode(), None, "of more than 64 MB"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_LINES)
def test_a_bad_line_is_answered_and_the_door_stays_open(process, case):
    line, under, expected = BAD_LINES[case]
    process.put(line())
    answer = process.answer()
    assert answer["id"] == under
    assert expected in answer["error"]["message"]
    assert "repeated-word" in process.call("check", text=FAULTY)["content"][0]["text"]


def test_a_text_of_50_mb_is_the_tools_error_and_the_door_stays_open(process):
    result = process.call("check", text="word " * 10_000_000)
    assert result["isError"]
    assert "the text has 50,000,000 characters: at most 200,000" in result["content"][0]["text"]
    assert not process.call("check", text=FAULTY)["isError"]


def test_what_plugins_print_is_kept_out_of_the_protocol(install, newsroom):
    install(
        """
import os, sys
from newslint import Rule

class Loud(Rule):
    id = "acme/loud"
    topic = "language"
    default = True
    message = "loud"
    why = "it prints"
    finds = "nothing"

    def check(self, story):
        print("printed")
        os.write(1, b"written")
        os.system("echo echoed")
        sys.stdout.write(repr(sys.stdin.read()))
        return []

@hookimpl
def register_rules():
    return [Loud]
"""
    )
    path = os.pathsep.join([str(newsroom / ".site"), str(ROOT)])
    started = Process(newsroom, PYTHONPATH=path, NEWSLINT_PLUGINS="acme")
    assert "repeated-word" in started.call("check", text=FAULTY)["content"][0]["text"]
    code, err = started.end()
    assert code == 0
    assert all(word in err for word in ("printed", "written", "echoed", "''"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_signal_ends_it_while_it_waits_for_a_line(newsroom):
    started = Process(newsroom)
    started.popen.send_signal(signal.SIGTERM)
    assert started.popen.wait(timeout=60) == 128 + signal.SIGTERM
    started.popen.communicate()


def test_a_client_that_goes_away_ends_it(newsroom):
    started = Process(newsroom)
    started.popen.stdout.close()
    started.put(call_of(FAULTY))
    started.popen.stdin.close()
    assert started.popen.wait(timeout=60) == 0
    assert started.popen.stderr.read() == b""
    started.popen.stderr.close()


def test_a_story_that_takes_too_long_is_stopped_in_the_process_as_well(newsroom):
    started = Process(newsroom, NEWSLINT_SECONDS="0.001")
    assert "seconds of processor time" in started.call("check", text=(FAULTY * 500)[:MOST])["content"][0]["text"]
    assert not started.call("styles")["isError"]
    assert started.end() == (0, "")


def test_a_closed_input_is_told(newsroom):
    code = "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'newslint', 'mcp'])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "one of them is closed" in done.stderr
