"""A limit to the processor time that one story may take, so that no story can hold up a run.

It works in the main thread where the platform has timers of processor time (not on Windows): there whatever is going
on is stopped, searches by `re` included.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from newslint.base.typed import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

_AGAIN = 0.25  # seconds after which a story is stopped again, should a destructor have swallowed it
SECONDS = 1.5  # of processor time for a story of up to 1 MB; a larger one has as much for each MB
VARIABLE = "NEWSLINT_SECONDS"  # the same by the environment; 0 is for no limit


class TimeSpent(BaseException):
    """A story took longer than it may; its text says so. No handler of ordinary errors on the way may stop it."""

    def __init__(self, said: str) -> None:
        """Without an `__init__` of its own Python 3.11 would have a codec put words of its own before these."""
        super().__init__(said)


def seconds_for(size: int) -> float:
    """What a story of so many bytes may take, in seconds of processor time; 0 where there is no limit."""
    try:
        given = float(os.environ.get(VARIABLE) or SECONDS)
    except ValueError:
        given = SECONDS
    return given * max(1.0, size / 1_000_000) if 0 < given < 1e6 else 0.0


class TimeLimit:
    """A stretch of work that is stopped by TimeSpent when a story of `size` bytes has had its time, `times` over."""

    __slots__ = ("_hook", "_seconds", "_timer")

    def __init__(self, size: int, times: int = 1) -> None:
        self._seconds = times * seconds_for(size)
        self._timer: Any = None
        self._hook: Any = None

    def __enter__(self) -> Self:
        timer: Any = import_module("_signal")  # `signal` makes enumerations of all that it has, for a millisecond
        if self._seconds and hasattr(timer, "setitimer") and timer.getsignal(timer.SIGPROF) == timer.SIG_DFL:
            try:
                timer.signal(timer.SIGPROF, self._stop)
            except ValueError:  # not the main thread
                return self
            self._timer = timer
            self._hook, sys.unraisablehook = sys.unraisablehook, self._unraised
            timer.setitimer(timer.ITIMER_PROF, self._seconds, _AGAIN)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.setitimer(self._timer.ITIMER_PROF, 0)
            self._timer.signal(self._timer.SIGPROF, self._timer.SIG_DFL)
            sys.unraisablehook = self._hook

    def _unraised(self, told: Any) -> None:
        """Python prints what a destructor raises; of a stop, which comes again, nobody needs to know."""
        if not isinstance(told.exc_value, TimeSpent):
            self._hook(told)

    def _stop(self, number: int, frame: object) -> None:
        raise TimeSpent(f"it took more than {self._seconds:.3g} seconds of processor time")


FURTHER = 0.03  # seconds of processor time for each further story of a file


def more_time(seconds: float = FURTHER) -> None:
    """Give the work that is under way more time, if it is limited: a file of many short stories takes longer."""
    timer: Any = import_module("_signal")
    if hasattr(timer, "getitimer") and isinstance(
        getattr(timer.getsignal(timer.SIGPROF), "__self__", None), TimeLimit
    ):
        left, _ = timer.getitimer(timer.ITIMER_PROF)
        if left:
            timer.setitimer(timer.ITIMER_PROF, left + seconds, _AGAIN)


class Untimed:
    """A stretch of work that no story is to blame for, such as loading a dictionary: its time is not counted."""

    __slots__ = ("_left", "_timer")

    def __enter__(self) -> Self:
        self._timer: Any = import_module("_signal")
        self._left = 0.0
        if hasattr(self._timer, "setitimer"):
            self._left, _ = self._timer.setitimer(self._timer.ITIMER_PROF, 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._left:
            self._timer.setitimer(self._timer.ITIMER_PROF, self._left, _AGAIN)
