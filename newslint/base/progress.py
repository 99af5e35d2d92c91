"""The progress of a long run: one line on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
import time

from newslint.base.showing import whole
from newslint.base.typed import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

FROM_SECONDS = 1.0  # shorter runs say nothing
EVERY_SECONDS = 0.2
_WIDTH = 30


class Progress:
    """On a terminal a bar that says how many stories of a `total` are done; gone when the run is."""

    def __init__(self, total: int, stream: IO[str] | None = None) -> None:
        self._total = max(total, 1)
        self._out = stream or whole(sys.stderr)
        self._seen = self._out.isatty()
        self._begun = time.monotonic()
        self._drawn = 0.0
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._out.write("\r" + " " * (_WIDTH + 40) + "\r")
            self._out.flush()

    def step(self) -> None:
        """One story more is done."""
        self._done += 1
        if not self._seen:
            return
        now = time.monotonic()
        if now - self._begun >= FROM_SECONDS and now - self._drawn >= EVERY_SECONDS:
            self._drawn = now
            filled = _WIDTH * self._done // self._total
            self._out.write(f"\r[{'#' * filled}{' ' * (_WIDTH - filled)}] {self._done:,} of {self._total:,} stories ")
            self._out.flush()
