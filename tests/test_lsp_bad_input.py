"""Whatever bytes come to the language server, it says what is wrong and stays open."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import warnings

import pytest
from helpers import write
from lsp_pipes import Pipes

from newslint.lsp import frames
from newslint.lsp.features import made
from newslint.lsp.frames import bodies, new_reader

FAULTY = "# Bridge closes\n\nThe council agreed to to close it.\n"


@pytest.fixture(scope="module")
def pipes(tmp_path_factory):
    with Pipes(folder=tmp_path_factory.mktemp("room")) as pipes:
        pipes.begin()
        yield pipes


def is_open(pipes):
    """Whether a story is still checked."""
    pipes.open("untitled:after", FAULTY)
    found = pipes.diagnostics("untitled:after")
    pipes.notify("textDocument/didClose", {"textDocument": {"uri": "untitled:after"}})
    return pipes.diagnostics("untitled:after")["diagnostics"] == [] and "repeated-word" in str(found)


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [
        (b"Content-Length: twelve\r\n\r\n", -32700, "Content-Length: 123"),
        (b"rubbish\r\n\r\n", -32700, "no message of the language server protocol"),
        (b"\x00\xff" * 70_000, -32700, "no header in the first 64 KB"),
        (framed(b'{"jsonrpc": "2.0", "id": 1,'), -32700, "has to be JSON"),
        (framed(b'{"jsonrpc": "2.0", "method": "\xff\xfe"}'), -32700, "has to be UTF-8; byte 30"),
        (framed("{}".encode("utf-16")), -32700, "has to be UTF-8"),
        (framed(b"[" * 200_000), -32700, "nested too deeply"),
        (framed(b"[]"), -32600, "one object of JSON-RPC 2.0"),
        (framed(b"7"), -32600, "one object of JSON-RPC 2.0"),
        (framed(b'{"jsonrpc": "1.0", "id": 1, "method": "x"}'), -32600, "JSON-RPC 2.0"),
        (framed(b'{"jsonrpc": "2.0", "id": [1], "method": "shutdown"}'), -32600, "“id” has to be"),
        (framed(b'{"jsonrpc": "2.0", "id": 1, "method": 5}'), -32600, "“method” a text"),
    ],
)
def test_what_is_no_message_is_answered_and_the_next_one_is_read(pipes, sent, code, said):
    pipes.send_bytes(sent)
    answer = pipes.next(lambda message: "error" in message)
    assert answer["error"]["code"] == code
    assert said in answer["error"]["message"]
    assert is_open(pipes)


def test_a_body_longer_or_shorter_than_its_header_says_does_not_lose_the_stream(pipes):
    body = json.dumps({"jsonrpc": "2.0", "id": 99, "method": "no/such"}).encode()
    pipes.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(body) - 5, body))
    assert pipes.next(lambda message: "error" in message)["error"]["code"] == -32700
    assert is_open(pipes)
    pipes.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(body) + 30, body) + framed(body) * 3)
    assert pipes.next(lambda message: message.get("id") == 99)["error"]["code"] == -32601
    assert is_open(pipes)


@pytest.mark.parametrize(
    ("method", "params", "code", "said"),
    [
        ("no/such", {}, -32601, "knows no request"),
        ("textDocument/hover", {}, -32602, "text"),
        (
            "textDocument/hover",
            {"textDocument": {"uri": "a:b"}, "position": {"line": -1, "character": 0}},
            -32602,
            "",
        ),
        ("textDocument/hover", [1], -32602, ""),
        ("textDocument/codeAction", {"textDocument": 3}, -32602, ""),
        ("textDocument/diagnostic", {"textDocument": {"uri": "untitled:gone"}}, -32803, "not open"),
        (
            "textDocument/hover",
            {"textDocument": {"uri": "x"}, "position": {"line": 0, "character": 0}},
            -32803,
            "not open",
        ),
        ("workspace/executeCommand", {"command": "rm", "arguments": []}, -32602, ""),
        ("initialize", {"capabilities": {}}, -32600, "initialized already"),
        ("workspace/executeCommand", {"command": "newslint.checkFolder", "arguments": ["a:b"]}, -32803, "no folder"),
        ("initialized", {}, -32600, "is a notification"),
    ],
)
def test_a_request_that_is_wrong_is_answered_with_why(pipes, method, params, code, said):
    error = pipes.ask(method, params)["error"]
    assert error["code"] == code
    assert said in error["message"]
    assert "Traceback" not in json.dumps(error)


def test_notifications_that_are_wrong_are_passed_over(pipes):
    pipes.notify("no/such", {"a": 1})
    pipes.notify("textDocument/didOpen", {"textDocument": {"uri": 1}})
    pipes.notify(
        "textDocument/didChange", {"textDocument": {"uri": "untitled:gone", "version": 1}, "contentChanges": []}
    )
    told = pipes.next_of("window/logMessage")["message"], pipes.next_of("window/logMessage")["message"]
    assert "didOpen” was left aside: " in told[0]
    assert told[1] == "newslint: this text is not open in the editor, as far as newslint was told"
    pipes.notify("textDocument/didClose", {"textDocument": {"uri": "untitled:gone"}})
    pipes.notify("$/cancelRequest", {"id": "none"})
    pipes.send({"id": "nobody asked", "result": {}})
    pipes.send({"id": 4})
    pipes.open("untitled:%00\ud800", FAULTY + "\ud800")
    assert is_open(pipes)


def test_a_file_that_cannot_be_is_told(pipes):
    for uri in ("file:///a%00b.md", "file://[/x.md", "file:///" + "x" * 5000 + ".md"):
        pipes.open(uri, FAULTY)
        pipes.diagnostics(uri)
    assert is_open(pipes)


def test_fifty_megabytes_are_refused_in_words_and_may_be_mended(pipes):
    text = ("It was late. " * 80_000 + "\n") * 49
    pipes.open("untitled:large", text, "plaintext")
    [found] = pipes.diagnostics("untitled:large")["diagnostics"]
    assert "at most 1,000,000 are checked" in found["message"]
    whole = {"start": {"line": 0, "character": 6_500}, "end": {"line": 9_999_999, "character": 0}}
    document = {"uri": "untitled:large", "version": 2}
    pipes.notify(
        "textDocument/didChange",
        {"textDocument": document, "contentChanges": [{"range": whole, "text": "It agreed to to go."}]},
    )
    assert "repeated-word" in str(pipes.diagnostics("untitled:large"))


def test_more_than_a_message_may_have_is_passed_over(monkeypatch):
    monkeypatch.setattr(frames, "MOST", 1 << 20)

    async def read():
        reader = new_reader()
        said = []
        reader.feed_data(b"Content-Length: 9000000\r\n\r\n")
        found = bodies(reader, said.append)
        first = asyncio.ensure_future(anext(found))
        for _ in range(9):
            await asyncio.sleep(0)
            reader.feed_data(b"x" * 1_000_000)
        reader.feed_data(framed(b"next"))
        return await first, said

    body, said = asyncio.run(read())
    assert body == b"next"
    assert said == ["a message of 9,000,000 bytes is more than newslint reads (1 MB)"]


def test_a_story_that_takes_too_long_stops_itself_and_no_other():
    with Pipes(NEWSLINT_SECONDS="0.0001") as pipes:
        pipes.begin()
        pipes.open("untitled:slow", FAULTY * 300)
        [found] = pipes.diagnostics("untitled:slow")["diagnostics"]
        assert "was stopped" in found["message"]
        assert found["code"] == "not-checked"
        assert "error" not in pipes.ask("shutdown")


def test_what_is_printed_is_kept_out_of_the_protocol(tmp_path):
    write(
        tmp_path,
        "sitecustomize.py",
        "import os, sys\n"
        "import newslint.engine.engine as engine\n"
        "check = engine.Engine.check\n"
        "def loud(self, story):\n"
        "    print('printed', flush=True)\n"
        "    os.write(1, b'written\\n')\n"
        "    os.system('echo said by another program')\n"
        "    return check(self, story)\n"
        "engine.Engine.check = loud\n",
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    with Pipes(PYTHONPATH=path) as pipes:
        pipes.begin()
        assert is_open(pipes)
        assert "error" not in pipes.ask("shutdown")
        pipes.notify("exit")
        assert pipes.process.wait(60) == 0
        assert pipes.strange == b""
    errors = b"".join(pipes._errors)  # private: what the server said beside the protocol
    assert all(word in errors for word in (b"printed", b"written", b"another program"))


def test_nothing_is_kept_of_what_is_done():
    class Nowhere:
        def write(self, data):
            """Take no note of it."""

    async def work():
        server = made()
        server.protocol.set_writer(Nowhere())

        def take(method, params, **more):
            body = {"jsonrpc": "2.0", "method": method, "params": params, **more}
            server.protocol.take(json.dumps(body).encode())

        take("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
        take("textDocument/didOpen", {"textDocument": {"uri": "a:b", "languageId": "", "version": 0, "text": FAULTY}})
        for version in range(100):
            document = {"uri": "a:b", "version": version}
            take("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": FAULTY}]})
        return len(server.protocol._request_futures)  # private: what pygls keeps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pygls asks asyncio in an old way
        assert asyncio.run(work()) < 5


def test_before_and_after_its_time_nothing_is_done():
    with Pipes() as pipes:
        assert pipes.ask("textDocument/hover", {})["error"]["code"] == -32002
        pipes.notify("textDocument/didOpen", {})
        pipes.begin()
        pipes.ask("shutdown")
        assert pipes.ask("textDocument/hover", {})["error"]["code"] == -32600
        pipes.notify("exit")
        assert pipes.process.wait(60) == 0


def test_it_ends_with_its_client():
    with Pipes() as pipes:
        pipes.begin()
        pipes.process.stdin.close()
        assert pipes.process.wait(60) == 1


def test_it_listens_at_a_port_of_this_machine():
    command = [sys.executable, "-m", "newslint", "lsp", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    host, _, port = process.stderr.readline().decode().split()[-1].rpartition(":")
    assert host == "127.0.0.1"
    with socket.create_connection((host, int(port))) as client, client.makefile("rb") as answers:
        for n, method in enumerate(("initialize", "shutdown", "exit")):
            params = {"capabilities": {}} if n == 0 else None
            number = {} if method == "exit" else {"id": n}
            client.sendall(
                framed(json.dumps({"jsonrpc": "2.0", **number, "method": method, "params": params}).encode())
            )
            if number:
                length = 0
                while (line := answers.readline()).strip():
                    length = int(line.split(b":")[1]) if line.lower().startswith(b"content-length") else length
                assert json.loads(answers.read(length))["id"] == n
    assert process.wait(60) == 0
    process.stdout.close()
    process.stderr.close()


def test_it_is_asked_for_in_one_way(newslint, monkeypatch):
    done = newslint("lsp", "--stdio", "--port", "1")
    assert (done.code, "by one of them" in done.err) == (2, True)
    assert "from 0 to 65,535" in newslint("lsp", "--port", "70000").err
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.setitem(sys.modules, "pygls", None)
    for name in [name for name in sys.modules if name.startswith("newslint.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    done = newslint("lsp")
    assert (done.code, 'pip install "newslint[lsp]"' in done.err) == (2, True)
