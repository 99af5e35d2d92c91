"""Several processes: chunks of paths go out, outcomes come back; one that dies is replaced and its stories named."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.text import Source
from newslint.base.typed import cast
from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import Outcome, StoryFile

CHUNK = 50  # stories; a task takes about 50 ms
DIED = "the process that checked it died, twice over (out of memory, or killed?): try it alone, with --jobs 1"
_PR_SET_PDEATHSIG = 1  # of prctl(2)
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class _Chunk(NamedTuple):
    """Stories that go out together; `deaths` is how many workers a story has taken with it alone."""

    files: Sequence[StoryFile]
    deaths: int = 0


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


class _Pool:
    """The chunks that wait, and the workers that are busy with one."""

    def __init__(self, start: Callable[[], _Worker], files: Sequence[StoryFile]) -> None:
        self._start = start
        self.waiting = deque(_Chunk(files[n : n + CHUNK]) for n in range(0, len(files), CHUNK))
        self.busy: dict[Connection, tuple[_Worker, _Chunk]] = {}

    def give(self, worker: _Worker | None = None) -> None:
        """Hand the next chunk to a worker, or to a new one where it died while it had nothing to do."""
        while self.waiting:
            worker = worker or self._start()
            chunk = self.waiting[0]
            self.busy[worker.pipe] = (worker, chunk)  # before it gets anything: who is busy is ended with the run
            try:
                worker.pipe.send(chunk.files)
            except OSError:
                del self.busy[worker.pipe]
                _bury(worker)
                worker = None
                continue
            self.waiting.popleft()
            return
        if worker:
            with contextlib.suppress(OSError):  # it died: it need not be sent home
                worker.pipe.send(None)
            _bury(worker)

    def answered(self, pipe: Connection) -> Iterator[tuple[str, Outcome]]:
        """Take the answer of a worker, or bury it, and hand on its work; raises the NewslintError it answers."""
        worker, chunk = self.busy[pipe]
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            del self.busy[pipe]
            _bury(worker)
            yield from self._again(chunk)
            self.give()
            return
        if isinstance(answer, NewslintError):
            raise answer
        yield from answer
        del self.busy[pipe]
        self.give(worker)

    def _again(self, chunk: _Chunk) -> Iterator[tuple[str, Outcome]]:
        """A dead worker's stories go out again one by one; one that takes two workers with it is a failure."""
        if len(chunk.files) > 1:
            self.waiting.extendleft(_Chunk([file]) for file in reversed(chunk.files))
        elif chunk.deaths:
            yield "", Outcome(chunk.files[0].path, failure=DIED)
        else:
            self.waiting.appendleft(chunk._replace(deaths=1))

    def end(self) -> None:
        """End the workers that are still at work."""
        for worker, _ in self.busy.values():
            worker.process.kill()
        for worker, _ in self.busy.values():
            _bury(worker)


def outcomes(checker: Checker, files: Sequence[StoryFile], jobs: int) -> Iterator[tuple[str, Outcome]]:
    """(digest, outcome) of every file, in the order they come; raises the NewslintError of a worker.

    A file whose worker died twice over gets a failure as its outcome.
    """
    pool = _Pool(_copier(checker) if _can_copy() else _starter(checker), files)
    try:
        for _ in range(min(jobs, len(pool.waiting))):
            pool.give()
        while pool.busy:
            for pipe in wait(list(pool.busy)):
                yield from pool.answered(cast("Connection", pipe))
    finally:
        pool.end()


def _bury(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join(5)
    if worker.process.is_alive():  # it was sent home and does not go
        worker.process.kill()
        worker.process.join()


def _can_copy() -> bool:
    """Whether a worker may be a copy of this process: only Linux copies one well, and only without threads.

    Python does not know of threads that libraries started; Linux does.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def _copier(checker: Checker) -> Callable[[], _Worker]:
    """Starts workers that have all that is loaded here; a new process would need as long as 80 stories for that."""
    context = multiprocessing.get_context("fork")
    _warm(checker.workspace)
    gc.freeze()  # so that a worker's search for garbage copies no memory

    def start() -> _Worker:
        ours, theirs = context.Pipe()
        return _begun(context.Process(target=_work, args=(checker, theirs, True), daemon=True), ours, theirs)

    return start


def _warm(workspace: Workspace) -> None:
    """Compile what most stories need, once for all workers: the rules' own examples need most of it."""
    engine = workspace.engine("")
    rules = engine.profile.rules
    own = [rule for rule in rules if not rule.by_configuration]  # to read examples of others, a check has no need
    text = "\n\n".join([rule.examples[0].text for rule in own if rule.examples])
    with contextlib.suppress(Exception):  # a rule that breaks will do so on a story, and be named with it
        Checker(workspace).check_source(Source("warm.txt", text), engine)


def _starter(checker: Checker) -> Callable[[], _Worker]:
    """Starts workers from nothing: a workspace is sent as what it is made from."""
    context = multiprocessing.get_context("spawn")

    def start() -> _Worker:
        ours, theirs = context.Pipe()
        return _begun(context.Process(target=_work, args=(checker, theirs), daemon=True), ours, theirs)

    return start


def _begun(process: BaseProcess, ours: Connection, theirs: Connection) -> _Worker:
    """Start a process. No signal comes in between: a copy would take it for the first one, and clean up as that."""
    with _undisturbed():
        process.start()
        theirs.close()
    return _Worker(process, ours)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end a process wait meanwhile (not on Windows, which has none)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(checker: Checker, pipe: Connection, copied: bool = False) -> None:
    """A worker's life: it takes chunks until there are none, or until its parent is no more."""
    _own_signals()
    _end_with_parent(copied)
    with contextlib.suppress(EOFError, OSError):  # the parent went away: there is nobody to tell
        while (chunk := pipe.recv()) is not None:
            pipe.send(_answer(checker, chunk))


def _answer(checker: Checker, chunk: Sequence[StoryFile]) -> object:
    try:
        return [checker.check_file(file) for file in chunk]
    except NewslintError as error:
        return error
    except Exception as error:
        return NewslintError(f"an error in newslint itself, in another process: {type(error).__name__}: {error}")


def _own_signals() -> None:
    """Ctrl-C is the parent's business; what else ends a process ends a worker on the spot."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _end_with_parent(copied: bool) -> None:
    """See to it that this process ends when its parent does, even if that is killed and can tell nobody."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if copied and _kernel_ends_it(parent.pid or 0):
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _kernel_ends_it(parent: int) -> bool:
    """Ask Linux to kill this process when the thread that started it ends; whether it will."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        import ctypes

        if ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0):
            return False
    except (ImportError, OSError, AttributeError):
        return False
    if os.getppid() != parent:  # it ended before it was asked
        os._exit(1)
    return True
