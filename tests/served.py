"""A server to ask in tests: in this process and thread, or as a process of its own on a socket."""

import asyncio
import os
import subprocess
import sys
from contextlib import contextmanager

import httpx

from newslint.server.app import application
from newslint.server.decisions import Decisions
from newslint.server.serving import serving
from newslint.service.service import Service

JSON = "application/json"
FAULTY = "The the mayor said on Monday that it was teh end of the fair.\n"


class Asked:
    """An application, asked without a socket; each request in a loop of its own, in the main thread."""

    def __init__(self, root, hosts=(), decisions=None, most=10_000, **more):
        kept = Decisions(str(decisions)) if decisions else None
        self.here = serving(str(root), Service(root=str(root), most=most), most=most, decisions=kept, **more)
        self.app = application(self.here, hosts)

    def __call__(self, method, path, **given):
        async def ask():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8081") as client:
                return await client.request(method, path, **given)

        return asyncio.run(ask())

    def get(self, path, **given):
        return self("GET", path, **given)

    def post(self, path, data=None, **given):
        return self("POST", path, **({"json": data} if data is not None else {}), **given)

    def check_by_languagetool(self, **fields):
        return self("POST", "/v2/check", data={"language": "en-US", **fields})


@contextmanager
def process(folder, *arguments, **environment):
    """`newslint serve` for a folder, on a port that is free: the process and its address."""
    command = [sys.executable, "-m", "newslint", "serve", str(folder), "--port", "0", *arguments]
    env = {**os.environ, **environment}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    try:
        said = running.stdout.readline()
        assert "http://" in said, running.stderr.read()
        yield running, said.rpartition(" ")[2].strip()
    finally:
        running.terminate()
        running.wait(timeout=20)
        running.stdout.close()
        running.stderr.close()
