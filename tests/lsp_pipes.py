"""A language server at the end of two pipes, to which any bytes can be sent."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, Queue
from typing import Self

PATIENCE = 60  # seconds; a busy machine is no fault of the code


class Pipes:
    """The server, and what came from it: whole messages, in order."""

    def __init__(self, *arguments: str, capabilities=None, options=None, folder=None, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newslint", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "NEWSLINT_PLUGINS": "", **environment},
        )
        self._came: Queue[dict] = Queue()
        self.strange = b""  # what came that is no message
        self._errors: list[bytes] = []
        self._number = 0
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=lambda: self._errors.append(self.process.stderr.read()), daemon=True).start()
        self._start = (capabilities or {}, options, folder)

    def _read(self) -> None:
        while True:
            length = 0
            while (line := self.process.stdout.readline()).strip():
                name, colon, value = line.partition(b":")
                if not colon:
                    self.strange += line
                if name.lower() == b"content-length":
                    length = int(value)
            if not line:
                return
            self._came.put(json.loads(self.process.stdout.read(length)))

    def send_bytes(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, params=None) -> None:
        self.send({"method": method, "params": params or {}})

    def ask(self, method: str, params=None) -> dict:
        """The answer to a request."""
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params or {}})
        return self.next(lambda message: message.get("id") == self._number and "method" not in message)

    def next(self, wanted) -> dict:
        """The next message that is wanted; those before it are passed over."""
        while True:
            try:
                message = self._came.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"nothing came; the server said {self._errors!r}") from None
            if wanted(message):
                return message

    def next_of(self, method: str) -> dict:
        return self.next(lambda message: message.get("method") == method)["params"]

    def begin(self) -> dict:
        capabilities, options, folder = self._start
        root = folder.as_uri() if folder else None
        params = {"processId": None, "rootUri": root, "capabilities": capabilities, "initializationOptions": options}
        answer = self.ask("initialize", params)
        self.notify("initialized")
        return answer["result"]

    def open(self, uri: str, text: str, language: str = "markdown", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def diagnostics(self, uri: str) -> dict:
        """What is shown next of a text."""
        return self.next(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )["params"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.process.stdin.close()
        self.process.wait(PATIENCE)
