"""The queue in front of the one process: stories are checked one at a time, and nobody waits for long.

All work is done in the main thread, where a story that takes too long can be stopped; between two stories the loop
reads and answers whoever is there.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.server.replies import Busy

MOST_SECONDS = 0.5  # that a request may be expected to wait
_AT_MOST = 2  # times as long it does wait, where more came of it than was expected
_MOST = 500  # requests that wait, however short
_LEAST = 1000  # code points: a shorter story takes hardly less
_RATE = 1.5e-6  # seconds for a code point, before the first story has been timed
_MOST_TIMES = 4  # as long as expected that a story counts for
_FORGETS = 0.1  # how much the last story weighs in what the next is expected to take


class _Waiting(NamedTuple):
    done: asyncio.Future[Any]
    work: Callable[[], Any]
    weight: int
    since: float  # when it came


class Turns:
    """Work in the order in which it came."""

    def __init__(self, most_seconds: float = MOST_SECONDS, *, clock: Callable[[], float] = time.perf_counter) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._weight = 0  # of all that waits, in code points
        self._rate = _RATE
        self._is_free = True  # whether nothing has been done since the loop last looked after its connections
        self._most_seconds = most_seconds
        self._clock = clock
        self._ended = 0.0  # when the last work was done
        self._held_up = 0.0  # seconds that single stories took which took very long: nobody is sent away for those

    def expected(self) -> float:
        """How long who comes now will wait, in seconds."""
        return self._weight * self._rate

    def refuse_when_full(self) -> None:
        """Raise Busy where who comes now would wait for too long."""
        wait = self.expected()
        if wait > self._most_seconds or len(self._waiting) >= _MOST:
            raise Busy(max(1, math.ceil(wait)))

    async def take(self, work: Callable[[], Any], size: int, times: int = 1) -> Any:
        """What some work on a text of `size` code points gives or raises, when its turn has come.

        It may take `times` as long as a check.
        """
        self.refuse_when_full()
        loop = asyncio.get_running_loop()
        weight = max(size, _LEAST) * times
        if self._is_free:  # the usual case: nobody waits, and the loop has just looked after its connections
            self._is_free = False
            loop.call_soon(self._next)
            return self._timed(work, weight, self._clock())
        waiting = _Waiting(loop.create_future(), work, weight, self._clock() - self._held_up)
        self._weight += weight
        self._waiting.append(waiting)
        return await waiting.done

    def _next(self) -> None:
        """Do the work that has waited longest, then let the loop look after its connections."""
        if not self._waiting:
            self._is_free = True
            return
        asyncio.get_running_loop().call_soon(self._next)
        done, work, weight, since = self._waiting.popleft()
        self._weight -= weight
        if done.cancelled():
            return
        wait = self._clock() - self._held_up - since
        if wait > _AT_MOST * self._most_seconds:  # whoever asked may have gone; those behind it are still quick
            done.set_exception(Busy(max(1, math.ceil(self.expected()))))
            return
        try:
            done.set_result(self._timed(work, weight, max(since, self._ended)))
        except Exception as error:
            done.set_exception(error)

    def _timed(self, work: Callable[[], Any], weight: int, since: float) -> Any:
        """Do some work; how long it took `since` the last was done tells what the next may take.

        One story that took very long tells little of others, and one that was stopped nothing.
        """
        begun = self._clock()
        try:
            found = work()
        finally:
            self._ended = self._clock()
            if self._ended - begun > self._most_seconds:
                self._held_up += self._ended - begun
        took = min((self._ended - min(begun, since)) / weight, _MOST_TIMES * self._rate)
        self._rate += _FORGETS * (took - self._rate)
        return found
