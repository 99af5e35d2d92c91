"""The progress of a long run: one line on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import IO, TypeVar

T = TypeVar("T")

FROM_SECONDS = 1.0  # shorter runs say nothing
EVERY_SECONDS = 0.2
_WIDTH = 30


def shown(items: Iterable[T], total: int, stream: IO[str] | None = None) -> Iterator[T]:
    """Yield the items; on a terminal a bar shows how many of `total` are done."""
    out = stream or sys.stderr
    if not out.isatty():
        yield from items
        return
    drawn = 0.0
    begun = time.monotonic()
    for n, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - begun >= FROM_SECONDS and now - drawn >= EVERY_SECONDS:
            drawn = now
            filled = _WIDTH * n // max(total, 1)
            out.write(f"\r[{'#' * filled}{' ' * (_WIDTH - filled)}] {n:,} of {total:,} stories ")
            out.flush()
    if drawn:
        out.write("\r" + " " * (_WIDTH + 40) + "\r")
        out.flush()
