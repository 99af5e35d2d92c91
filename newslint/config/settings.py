"""What the command line adds to the configuration."""

from __future__ import annotations

from typing import NamedTuple

from newslint.model.finding import Confidence, Severity


class Settings(NamedTuple):
    """Choices of rules and limits that hold for one run."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence | None = None
    fail_on: Severity | None = None
