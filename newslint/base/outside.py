"""Runs code that is not newslint's own: what it prints goes to standard error, and it cannot end the process."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from newslint.base.environment import HERE, chosen
from newslint.base.typed import IO

_WIDTH = 60  # characters of a strange value that a message shows


class Misfit(Exception):
    """Code from outside gave what it must not give; the text says what, and what was expected."""


class Halted(Exception):
    """Code from outside called for the end of the process."""


class apart:  # noqa: N801 - reads as a word: `with apart():`
    """While it holds, what is printed goes to standard error, where it cannot end up inside a report.

    A call for the end of the process (`sys.exit`) becomes Halted. In a program with several threads printing is left
    alone: standard output is one for all of them.
    """

    _kept: IO[str] | None = None

    def __enter__(self) -> None:
        threads = sys.modules.get("threading")
        if threads is None or threads.active_count() == 1:
            self._kept, sys.stdout = sys.stdout, sys.stderr

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._kept is not None:
            sys.stdout = self._kept
        if isinstance(error, SystemExit):
            raise Halted(f"it called sys.exit({'' if error.code is None else shown(error.code)})") from error
        if isinstance(error, GeneratorExit):
            raise Halted("it raised GeneratorExit") from error


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, with nothing in it that a terminal would obey."""
    try:
        text = ascii(value)
    except Exception:
        text = f"a {type(value).__name__}"
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def reason(error: BaseException) -> str:
    """What an error says, with its type where it is not ours, and the line outside newslint that raised it."""
    said = " ".join(str(error).split())
    if not isinstance(error, Misfit | Halted):
        said = f"{type(error).__name__}: {said}"
    return f"{said}{_line_of(error)}"


def _line_of(error: BaseException) -> str:
    """“ (rules.py, line 12)”: the last line outside newslint and Python's own library that an error went through."""
    found, trace = "", error.__traceback__
    if isinstance(error, Halted) and error.__cause__:
        trace = error.__cause__.__traceback__
    library = os.path.dirname(os.__file__) + os.sep
    while trace:
        file = trace.tb_frame.f_code.co_filename
        own = file.startswith((HERE + os.sep, "<"))
        if not own and (not file.startswith(library) or "-packages" in file) and "pluggy" not in file:
            found = f" ({os.path.join(*file.split(os.sep)[-2:])}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return found


def file_of(module: str) -> str:
    """The file of a module that is loaded, or its name."""
    return getattr(sys.modules.get(module), "__file__", None) or module


def whose(cls: type) -> str:
    """The plugin a class is from, with its version; its file where no plugin has it."""
    top = cls.__module__.partition(".")[0]
    for plugin in chosen():
        if plugin.module.partition(":")[0].partition(".")[0] == top:
            return f"plugin {plugin.name} {plugin.version}"
    return file_of(cls.__module__)


def is_text(value: object) -> bool:
    """Whether a value is a text that can be written: a half of a surrogate pair cannot."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False
