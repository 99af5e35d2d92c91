"""What an editor's keystroke costs: CPU from a change of a 1,000-word story to its diagnostics, in a warm server."""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import io
import json
import os
import pstats
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import invented  # noqa: E402

from newslint.lsp import server as lsp_server  # noqa: E402
from newslint.lsp.features import made  # noqa: E402

WORDS = 1_000
TIMES, SMOKE = 60, 3
URI = "untitled:Story"
_BAR = 50.0  # milliseconds


class _Client:
    """Takes what the server writes, and tells when diagnostics came."""

    def __init__(self) -> None:
        self.came = asyncio.Event()
        self.found = 0

    def write(self, data: bytes) -> None:
        if b"publishDiagnostics" in data:
            self.found = len(json.loads(data.partition(b"\r\n\r\n")[2])["params"]["diagnostics"])
            self.came.set()

    def close(self) -> None:
        """Nothing to close."""


def _message(method: str, params: object, number: int | None = None) -> bytes:
    named = {} if number is None else {"id": number}
    return json.dumps({"jsonrpc": "2.0", **named, "method": method, "params": params}).encode()


def story(words: int, seed: int) -> str:
    """Invented copy of so many words, as one story."""
    parts: list[str] = []
    count = 0
    for n, each in enumerate(invented.stories(50, seed)):
        text = each.text.partition("\n---\n")[2] or each.text if each.text.startswith("---") else each.text
        text = text.strip() if n == 0 else text.strip().partition("\n\n")[2]
        for paragraph in text.split("\n\n"):
            if count >= words:
                return "\n\n".join(parts) + "\n"
            parts.append(paragraph)
            count += len(paragraph.split())
    return "\n\n".join(parts) + "\n"


async def measure(text: str, times: int, profile: cProfile.Profile | None) -> tuple[list[float], int]:
    """Milliseconds of CPU of each change, from its bytes to the bytes of its diagnostics, and how many there were."""
    lsp_server.QUIET = 0.0  # waiting costs nothing: it is left out
    client, server = _Client(), made()
    server.protocol.set_writer(client)
    server.protocol.take(_message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1))
    server.protocol.take(_message("initialized", {}))
    item = {"uri": URI, "languageId": "plaintext", "version": 0, "text": text}
    server.protocol.take(_message("textDocument/didOpen", {"textDocument": item}))
    await client.came.wait()
    spent = []
    lines = text.count("\n")
    for version in range(1, times + 4):
        client.came.clear()
        at = {"line": (version * 7) % lines, "character": 0}
        change = {"range": {"start": at, "end": at}, "text": "The council met. "}
        if version % 2 == 0:  # the one before is taken back, so that the story stays as long
            at = {"line": ((version - 1) * 7) % lines, "character": 0}
            change = {"range": {"start": at, "end": {**at, "character": 17}}, "text": ""}
        body = _message(
            "textDocument/didChange", {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]}
        )
        begun = time.process_time()
        if profile and version > 3:
            profile.enable()
        server.protocol.take(body)
        await client.came.wait()
        if profile:
            profile.disable()
        if version > 3:  # the first load what they need
            spent.append(1000 * (time.process_time() - begun))
    return spent, client.found


def main() -> int:
    """Print the milliseconds. Gives the exit code: 1 where the median is over the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few changes, to see that it works")
    parser.add_argument("--story", type=Path, help="measure on this story, not on an invented one")
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    given = parser.parse_args()
    os.environ.setdefault("NEWSLINT_PLUGINS", "")
    text = given.story.read_text(encoding="utf-8") if given.story else story(WORDS, 1)
    profile = cProfile.Profile() if given.profile else None
    spent, found = asyncio.run(measure(text, SMOKE if given.smoke else TIMES, profile))
    ordered = sorted(spent)
    print(
        f"{len(text.split()):,} words, {found} diagnostics, {len(spent)} changes; ms of CPU from change to publish:"
    )
    print(f"| median | p95 | most |\n|---|---|---|\n| {median(ordered):.1f} | "
          f"{ordered[int(len(ordered) * 0.95)]:.1f} | {ordered[-1]:.1f} |")  # fmt: skip
    if profile:
        stream = io.StringIO()
        pstats.Stats(profile, stream=stream).sort_stats("tottime").print_stats(25)
        print(stream.getvalue())
    return int(not given.smoke and median(ordered) > _BAR)


if __name__ == "__main__":
    sys.exit(main())
