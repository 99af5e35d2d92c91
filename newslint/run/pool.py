"""Several processes: chunks of paths go out, outcomes come back; one that dies is replaced and its stories named."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple, cast

from newslint.base.errors import NewslintError
from newslint.base.text import Source
from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import Outcome, StoryFile

CHUNK = 50  # stories; a task takes about 50 ms
Chunk = Sequence[StoryFile]
DIED = "the process that checked it died (out of memory?)"


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


def outcomes(checker: Checker, files: Sequence[StoryFile], jobs: int) -> Iterator[tuple[str, Outcome]]:
    """(digest, outcome) of every file, in the order they come; raises the NewslintError of a worker.

    A file whose worker died twice over gets a failure as its outcome.
    """
    start = _copier(checker) if _can_copy() else _starter(checker)
    waiting = deque(files[n : n + CHUNK] for n in range(0, len(files), CHUNK))
    busy: dict[Connection, tuple[_Worker, Chunk]] = {}
    try:
        for _ in range(min(jobs, len(waiting))):
            _give(start(), waiting, busy)
        while busy:
            for pipe in wait(list(busy)):
                worker, chunk = busy.pop(cast("Connection", pipe))
                try:
                    answer = worker.pipe.recv()
                except (EOFError, OSError):
                    yield from _buried(worker, chunk, waiting)
                    _give(start(), waiting, busy)
                    continue
                if isinstance(answer, NewslintError):
                    raise answer
                yield from answer
                _give(worker, waiting, busy)
    finally:
        for worker, _ in busy.values():
            worker.process.kill()


def _buried(worker: _Worker, chunk: Chunk, waiting: deque[Chunk]) -> Iterator[tuple[str, Outcome]]:
    """A dead worker's stories go out again one by one; one that kills its worker alone is a failure."""
    worker.process.join()
    if len(chunk) == 1:
        yield "", Outcome(chunk[0].path, failure=DIED)
    else:
        waiting.extendleft([file] for file in reversed(chunk))


def _give(worker: _Worker, waiting: deque[Chunk], busy: dict[Connection, tuple[_Worker, Chunk]]) -> None:
    """Hand a worker its next chunk, or let it go home."""
    if waiting:
        chunk = waiting.popleft()
        worker.pipe.send(chunk)
        busy[worker.pipe] = (worker, chunk)
    else:
        worker.pipe.send(None)
        worker.process.join()


def _can_copy() -> bool:
    """Whether a worker may be a copy of this process: only Linux copies one well, and only without threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def _copier(checker: Checker) -> Callable[[], _Worker]:
    """Starts workers that have all that is loaded here; a new process would need as long as 80 stories for that."""
    context = multiprocessing.get_context("fork")
    _warm(checker.workspace)
    gc.freeze()  # so that a worker's search for garbage copies no memory

    def start() -> _Worker:
        ours, theirs = context.Pipe()
        return _begun(context.Process(target=_work, args=(checker, theirs), daemon=True), ours, theirs)

    return start


def _warm(workspace: Workspace) -> None:
    """Compile what most stories need, once for all workers: the rules' own examples need most of it."""
    engine = workspace.engine("")
    rules = engine.profile.rules
    text = "\n\n".join([rule.examples[0].text for rule in rules if rule.examples])
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
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(checker: Checker, pipe: Connection) -> None:
    """A worker's life: it takes chunks until there are none. Ctrl-C is its parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while (chunk := pipe.recv()) is not None:
        try:
            answer: object = [checker.check_file(file) for file in chunk]
        except NewslintError as error:
            answer = error
        except Exception as error:
            answer = NewslintError(
                f"an error in newslint itself, in another process: {type(error).__name__}: {error}"
            )
        pipe.send(answer)
