"""A `newslint serve` of one's own to measure: started, asked, its CPU seconds and memory told, stopped."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import invented

WORDS = (450, 550)


class Served(NamedTuple):
    """A server: where it listens, and its process."""

    host: str
    port: int
    process: subprocess.Popen[str]

    def cpu(self) -> float:
        """The CPU seconds that it has had, user and system (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """The bytes that it holds in memory (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def server(*arguments: str) -> Iterator[Served]:
    """A server for an empty folder, on a port that is free."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "newslint.yaml").write_text("fail-on: error\n", encoding="utf-8")
        command = [sys.executable, "-m", "newslint", "serve", folder, "--port", "0", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            said = process.stdout.readline() if process.stdout else ""
            if "http://" not in said:
                raise SystemExit("the server does not start")
            host, _, port = said.strip().rpartition("/")[2].rpartition(":")
            yield Served(host, int(port), process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def stories(count: int, seed: int = 7) -> list[str]:
    """Invented stories of some 500 words each, in plain text."""
    found: list[str] = []
    for story in invented.stories(count * 20, seed):
        if story.name.endswith(".txt") and WORDS[0] <= len(story.text.split()) <= WORDS[1]:
            found.append(story.text)
            if len(found) == count:
                break
    return found


def request(text: str, host: str) -> bytes:
    """A whole request of LanguageTool's interface, as it goes over the wire."""
    body = urlencode({"text": text, "language": "en-US"}).encode()
    head = (
        f"POST /v2/check HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
