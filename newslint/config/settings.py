"""What a command or a call from Python adds to the configuration."""

from __future__ import annotations

from newslint.base.record import NamedTuple
from newslint.model.finding import Confidence, Severity


class Settings(NamedTuple):
    """Choices of rules and limits that hold for one run.

    `style` names a house style and `axes` sets single axes of one; both hold over what the configuration says.
    `select` are the only rules or topics to run (`all` for every rule there is), `extend_select` are run beside those
    that are on. `exclude` are patterns for paths as the current folder sees them, beside the configuration's own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence | None = None
    fail_on: Severity | None = None
    style: str = ""
    axes: tuple[tuple[str, str], ...] = ()
    formats: tuple[tuple[str, str], ...] = ()  # a file-name ending, and the format that reads such files
    outside: bool = False  # what a configuration names, and links, may lie outside of the repository
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
