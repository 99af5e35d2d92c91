"""Records kept in order, in memory while they are few and in temporary files when they are many."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newslint.base.typed import IO, Any

MOST_IN_MEMORY = 100_000
_TOGETHER = 500  # records that are written, and read, at once


class SortedRecords:
    """Takes records of plain data and yields them sorted, as often as asked; memory stays bounded.

    A record is a list that begins with its sort key (texts and numbers, comparable with one another).
    """

    def __init__(self, most: int = MOST_IN_MEMORY) -> None:
        self._most = most
        self._waiting: list[list[Any]] = []
        self._runs: list[IO[bytes]] = []
        self.count = 0

    def add(self, record: list[Any]) -> None:
        """Add a record."""
        self.count += 1
        self._waiting.append(record)
        if len(self._waiting) >= self._most:
            self._spill()

    def _spill(self) -> None:
        """Write the records in memory to disk, as one sorted run."""
        import pickle
        import tempfile  # with it come random and shutil

        run = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - kept open
        records = sorted(self._waiting, key=_key)
        for n in range(0, len(records), _TOGETHER):
            pickle.dump(records[n : n + _TOGETHER], run, pickle.HIGHEST_PROTOCOL)
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


def _read(run: IO[bytes]) -> Iterator[list[Any]]:
    """The records of a run; the file has no name, so that nobody else can have written it."""
    import pickle

    run.seek(0)
    size = os.fstat(run.fileno()).st_size
    while run.tell() < size:
        yield from pickle.load(run)
