"""What SIGTERM and SIGHUP do: end the process as Ctrl-C does, so that nothing half-written and no worker is left."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from newslint.base.typed import Any, NoReturn

_NAMES = ("SIGTERM", "SIGHUP")


class Stopped(KeyboardInterrupt):
    """Somebody asked the process to end, by the signal `number`; what is open cleans up on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def clean_up_first() -> None:
    """From here on these signals raise Stopped, but for those that somebody else attends to (nohup ignores SIGHUP).

    A second one is let pass while the first is dealt with. Windows has no such signals: there Ctrl-C does it.
    """
    if sys.platform == "win32":
        return
    signals: Any = import_module("_signal")  # of which `signal` makes enums, which takes a while
    numbers = [getattr(signals, name) for name in _NAMES]

    def stop(number: int, frame: object) -> NoReturn:
        for other in (*numbers, signals.SIGINT):
            signals.signal(other, signals.SIG_IGN)
        raise Stopped(number)

    for number in numbers:
        if signals.getsignal(number) == signals.SIG_DFL:
            signals.signal(number, stop)


@contextlib.contextmanager
def as_it_was() -> Iterator[None]:
    """Raise Stopped once more where code of others, told to end by such a signal, makes a KeyboardInterrupt of it."""
    signals: Any = import_module("_signal")
    numbers = [getattr(signals, name) for name in _NAMES if hasattr(signals, name)]
    before = {number: held for number in numbers if callable(held := signals.getsignal(number))}
    came: list[int] = []

    def noting(held: Callable[[int, object], None]) -> Callable[[int, object], None]:
        def note(number: int, frame: object) -> None:
            came.append(number)
            held(number, frame)

        return note

    for number, held in before.items():
        signals.signal(number, noting(held))
    try:
        yield
    except KeyboardInterrupt:
        if came:
            raise Stopped(came[0]) from None
        raise
    finally:
        for number, held in before.items():
            if not came:
                signals.signal(number, held)
