"""Clients that say nothing, or say it too slowly: they are let go, and cost nobody else anything."""

import asyncio
import socket

import pytest
import uvicorn
from served import Asked
from starlette.requests import Request

from newslint.server import bodies, listening
from newslint.server.replies import Refused


def body(parts, seconds):
    """The body of a request that comes in these parts, each after so many seconds."""

    async def receive():
        await asyncio.sleep(seconds)
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    request = Request({"type": "http", "method": "POST", "headers": []}, receive)
    return asyncio.run(bodies.whole(request, 100, seconds=0.2))


def test_a_body_comes_in_its_time_or_is_not_waited_for():
    assert body([b"a", b"b", b"c"], 0) == b"abc"
    with pytest.raises(Refused) as refused:
        body([b"a", b"b"], 60)
    assert refused.value.status == 408


def test_a_body_that_breaks_off_is_refused():
    async def receive():
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": []}, receive)
    with pytest.raises(Refused, match="broke off"):
        asyncio.run(bodies.whole(request, 100))


@pytest.mark.parametrize("said", [b"", b"POST /check HT", b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /he"])
def test_a_connection_on_which_no_request_begins_is_closed(tmp_path, monkeypatch, said):
    # private: nobody waits for twenty seconds in a test
    monkeypatch.setattr(listening, "_IDLE_SECONDS", 0.1)
    monkeypatch.setattr(listening, "_LOOKS", 0.05)
    app = Asked(tmp_path).app

    async def connect():
        with socket.create_server(("127.0.0.1", 0)) as listener:
            server = listening.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
            running = asyncio.ensure_future(server.serve(sockets=[listener]))
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            writer.write(said)
            ended = await asyncio.wait_for(reader.read(), 20)
            writer.close()
            server.should_exit = True
            await running
            return ended

    ended = asyncio.run(connect())
    assert ended.startswith(b"HTTP/1.1 200 OK") if b"\r\n\r\n" in said else ended == b""
