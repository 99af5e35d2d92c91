"""What clients of `newslint serve` feel: fifty that each ask once a second, and twice as many as it can bear.

    python benchmarks/server_load.py [SECONDS [CLIENTS]]

Each client keeps its connection and asks at its own moment of each second. The time of one request alone is measured
first; the bars are: no error, 99 of 100 replies within five times that, memory flat; and under twice what it can
bear nothing but 200, 429 and 503 (with Retry-After), the good ones still quick.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections import Counter
from statistics import median
from typing import NamedTuple

import served

STORIES = 40
ALONE = 100  # requests, one after another, that tell how long one takes
MOST_CLIENTS = 900  # connections that the server holds at most, less a few


class Reply(NamedTuple):
    """How long a reply took (seconds), its status, and whether it says when to come again."""

    took: float
    status: int
    says_when: bool


class Client:
    """One connection, opened anew where it was closed."""

    def __init__(self, here: served.Served) -> None:
        self._here = here
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> Reply:
        """Send a request and read the reply; status 0 where there is none."""
        begun = time.perf_counter()
        try:
            reader, writer = self._streams = self._streams or await asyncio.open_connection(
                self._here.host, self._here.port
            )
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            await reader.readexactly(int(head.partition(b"content-length:")[2].partition(b"\r\n")[0]))
        except (OSError, asyncio.IncompleteReadError):
            self._streams = None
            return Reply(time.perf_counter() - begun, 0, False)
        if b"connection: close" in head:
            writer.close()
            self._streams = None
        return Reply(time.perf_counter() - begun, int(head.split(b" ", 2)[1]), b"retry-after:" in head)


async def once_a_second(here: served.Served, requests: list[bytes], clients: int, seconds: int) -> list[Reply]:
    """The replies to clients that each ask once a second."""
    loop = asyncio.get_running_loop()
    begun = loop.time()

    async def asking(number: int) -> list[Reply]:
        chance, client, replies = random.Random(number), Client(here), []
        at = begun + chance.random()
        for _ in range(seconds):
            await asyncio.sleep(at - loop.time())
            replies.append(await client.ask(chance.choice(requests)))
            at = max(at + 1, loop.time())
        return replies

    return [reply for replies in await asyncio.gather(*map(asking, range(clients))) for reply in replies]


def told(name: str, replies: list[Reply], alone: float) -> None:
    """Print what clients felt."""
    statuses = Counter(reply.status for reply in replies)
    times = sorted(reply.took for reply in replies if reply.status == 200)
    late = times[int(0.99 * (len(times) - 1))] if times else 0.0
    silent = sum(not reply.says_when for reply in replies if reply.status in (429, 503))
    print(f"{name}: {len(replies)} requests, by status {dict(sorted(statuses.items()))}")
    if times:
        within = f"99 % within {1000 * late:.1f} ms ({late / alone:.1f} times one alone)"
        print(f"  200: median {1000 * median(times):.1f} ms, {within}")
    print(f"  refused without Retry-After: {silent}; without any reply: {statuses[0]}")


async def measure(here: served.Served, seconds: int, clients: int) -> None:
    """Measure one after another."""
    requests = [served.request(text, here.host) for text in served.stories(STORIES)]
    client = Client(here)
    for request in requests:
        await client.ask(request)
    before = here.cpu()
    alone = [(await client.ask(requests[n % STORIES])).took for n in range(ALONE)]
    each = (here.cpu() - before) / ALONE
    usual = median(alone)
    print(f"one alone: median {1000 * usual:.1f} ms, {1000 * each:.1f} ms of CPU")
    memory = here.memory()
    told(f"{clients} clients", await once_a_second(here, requests, clients, seconds), usual)
    print(f"  memory: {memory / 2**20:.1f} MB before, {here.memory() / 2**20:.1f} MB after")
    crowd = min(MOST_CLIENTS, int(2 / each))
    memory = here.memory()
    told(f"{crowd} clients (twice what it can bear)", await once_a_second(here, requests, crowd, seconds), usual)
    print(f"  memory: {memory / 2**20:.1f} MB before, {here.memory() / 2**20:.1f} MB after")
    client = Client(here)
    told("one alone, after that", [await client.ask(requests[n % STORIES]) for n in range(ALONE)], usual)


def main(seconds: int = 60, clients: int = 50) -> None:
    """Start a server and measure it."""
    with served.server() as here:
        asyncio.run(measure(here, seconds, clients))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
