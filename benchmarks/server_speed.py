"""How many stories of 500 words one process of `newslint serve` checks in a CPU second, and how much is the door's.

The same stories are checked without a server, in turns with those sent to it: the difference is what HTTP, the queue
and LanguageTool's form cost.

    python benchmarks/server_speed.py [ROUNDS]
"""

from __future__ import annotations

import gc
import socket
import sys
import time
from statistics import median

import served

COUNT = 40  # stories


def ask(connection: socket.socket, request: bytes) -> int:
    """Send a request and read the reply; the status."""
    connection.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(65536)
    return int(head.split(b" ", 2)[1])


def main(rounds: int) -> None:
    """Measure, and print a line for each figure."""
    from newslint.service.service import Service, Text

    texts = served.stories(COUNT)
    alone = Service(config=None)
    gc.set_threshold(200_000, 20, 50)
    with served.server() as here, socket.create_connection((here.host, here.port)) as connection:
        requests = [served.request(text, here.host) for text in texts]
        for request, text in zip(requests, texts, strict=True):  # warm both
            ask(connection, request)
            alone.check(Text(text, language="en"))
        gc.freeze()
        over_http, without = [], []
        for _ in range(rounds):
            before = here.cpu()
            for _ in range(5):
                for request in requests:
                    if (status := ask(connection, request)) != 200:
                        raise SystemExit(f"the server replied {status}")
            over_http.append((here.cpu() - before) / (5 * COUNT))
            begun = time.process_time()
            for _ in range(5):
                for text in texts:
                    alone.check(Text(text, language="en"))
            without.append((time.process_time() - begun) / (5 * COUNT))
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} stories, {words:.0f} words each in the middle; {rounds} rounds")
    print(f"POST /v2/check: {1 / median(over_http):.0f} a CPU second ({1000 * median(over_http):.2f} ms each)")
    print(f"the same without a server: {1 / median(without):.0f} ({1000 * median(without):.2f} ms each)")
    print(f"the door: {1000 * (median(over_http) - median(without)):.2f} ms each")
    print(f"the best round: {1 / min(over_http):.0f} a CPU second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
