"""Records kept in order, in memory while they are few and in temporary files when they are many."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.base.typed import IO, Any

MOST_IN_MEMORY = 50_000


class SortedRecords:
    """Takes records of plain data and yields them sorted, as often as asked; memory stays bounded.

    A record is a list that begins with its sort key (texts and numbers, comparable with one another).
    """

    def __init__(self, most: int = MOST_IN_MEMORY) -> None:
        self._most = most
        self._waiting: list[list[Any]] = []
        self._runs: list[IO[str]] = []
        self.count = 0

    def add(self, record: list[Any]) -> None:
        """Add a record."""
        self.count += 1
        self._waiting.append(record)
        if len(self._waiting) >= self._most:
            self._spill()

    def _spill(self) -> None:
        """Write the records in memory to disk, as one sorted run."""
        import tempfile  # with it come random and shutil

        run = tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass")  # noqa: SIM115 - kept open
        for record in sorted(self._waiting, key=_key):
            run.write(json.dumps(record, ensure_ascii=False))
            run.write("\n")
        self._runs.append(run)
        self._waiting = []

    def __iter__(self) -> Iterator[list[Any]]:
        self._waiting.sort(key=_key)
        if not self._runs:
            return iter(self._waiting)
        from heapq import merge

        return merge(*map(_read, self._runs), iter(self._waiting), key=_key)


def _key(record: list[Any]) -> Any:
    return record[0]


def _read(run: IO[str]) -> Iterator[list[Any]]:
    run.seek(0)
    for line in run:
        yield json.loads(line)
