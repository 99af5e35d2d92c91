"""`newslint serve` as a process of its own: what is sent to its socket, wrong or right, and how it starts and ends."""

import json
import os
import signal
import socket
import sys
import urllib.request
from itertools import takewhile

import pytest
from helpers import ROOT
from served import FAULTY, process

from newslint.cli import main

FINE = json.dumps({"text": FAULTY}).encode()
HEAD = b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with process(tmp_path_factory.mktemp("house"), "--max-size", "5000", "--seconds", "10") as (running, address):
        yield address
        assert running.poll() is None, "the server ended"


def connected(address):
    host, _, port = address.rpartition("/")[2].rpartition(":")
    return socket.create_connection((host, int(port)), timeout=20)


def said(address, *parts):
    """What the server says to some bytes; nothing where it hangs up."""
    with connected(address) as connection:
        try:
            for part in parts:
                connection.sendall(part)
            reply = connection.makefile("rb")
            lines = list(takewhile(bytes.strip, reply))
            length = next((int(line[15:]) for line in lines if line.lower().startswith(b"content-length:")), 0)
            return (b"".join(lines) + reply.read(length)).decode("latin-1")
        except ConnectionError:
            return ""


def serves(address):
    request = urllib.request.Request(f"{address}/check", FINE, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as reply:
        return len(json.load(reply)["findings"]) == 2


def test_bytes_that_are_no_http_leave_the_door_open(address):
    for garbage in (b"\x00\xff\x00\xff\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"):
        with connected(address) as connection:
            connection.sendall(garbage)
            connection.shutdown(socket.SHUT_WR)
            assert b"200 OK" not in connection.recv(4096)
    assert "400" in said(address, b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 200_000 + b"\r\n\r\n") or serves(address)
    assert serves(address)


def test_half_requests_hold_nobody_up(address):
    halves = []
    for half in (b"POST /check HT", HEAD, HEAD + b"Content-Length: 100\r\n\r\n{", b""):
        halves.append(connected(address))
        halves[-1].sendall(half)
    assert serves(address)
    for half in halves:
        half.close()
    assert serves(address)


def test_a_body_of_50_megabytes_is_refused_by_its_length_and_by_its_bytes(address):
    assert " 413 " in said(address, HEAD + b"Content-Length: 50000000\r\n\r\n")
    piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
    reply = said(address, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[piece] * 760)
    assert reply == "" or " 413 " in reply
    assert serves(address)


def test_deep_json_and_bytes_that_are_no_text_are_refused(address):
    for body in (b"[" * 50_000, b'{"text": "\xff\xfe"}', b'{"text": "a", "path": "../../x"}'):
        reply = said(address, HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert " 400 " in reply
        assert '"error"' in reply
    assert serves(address)


def test_another_name_is_not_heard(address):
    assert " 403 " in said(address, b"GET /rules HTTP/1.1\r\nHost: rebound.example\r\n\r\n")


def test_it_ends_when_it_is_told_and_says_nothing_of_texts(tmp_path):
    with process(tmp_path) as (running, address):
        assert serves(address)
        assert " 400 " in said(address, HEAD + b'Content-Length: 14\r\n\r\n{"mayor": "xy}')
        running.send_signal(signal.SIGTERM)
        out, err = running.communicate(timeout=20)
    assert "mayor" not in out + err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


GUARD = """
import os, sys

def _forbid(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "http.client.connect", "urllib.Request"):
        os.write(2, f"NETWORK: {event}\\n".encode())
        os._exit(97)

sys.addaudithook(_forbid)
"""


def test_it_listens_and_opens_no_connection_itself(tmp_path):
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "guard"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    with process(tmp_path, PYTHONPATH=path, PYTHONSAFEPATH="1") as (running, address):
        assert serves(address)
        running.send_signal(signal.SIGTERM)
        assert "NETWORK" not in running.communicate(timeout=20)[1]


def test_a_host_that_others_reach_needs_a_token(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("NEWSLINT_TOKEN", raising=False)
    assert main(["serve", str(tmp_path), "--host", "0.0.0.0"]) == 2
    assert "a token is needed" in capsys.readouterr().err


def test_a_folder_or_a_port_that_is_not_there_is_told(tmp_path, capsys, address):
    assert main(["serve", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err
    assert main(["serve", str(tmp_path), "--port", address.rpartition(":")[2]]) == 2
    assert "cannot listen" in capsys.readouterr().err
    assert main(["serve", str(tmp_path), "--port", "99999999"]) == 2


def test_without_the_extra_the_way_to_it_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "newslint.server.app", raising=False)
    monkeypatch.setitem(sys.modules, "starlette.concurrency", None)
    assert main(["serve", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert ('"newslint[server]"' in err, '".[server]"' in err) == (True, True)
