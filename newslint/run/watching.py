"""Waiting until a story has changed, or something that what is said of stories rests on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.base.errors import NewslintError, missing
from newslint.base.globs import Scope
from newslint.base.typed import Any
from newslint.config.discovery import CONFIG_NAME
from newslint.run.baseline import BASELINE_NAME
from newslint.run.fingerprint import files_behind
from newslint.run.run import Run
from newslint.run.story_files import HIDDEN, SKIPPED_FOLDERS

_TICK = 0.25  # seconds: how often the files that are few are looked at
_STEP, _DEBOUNCE = 100, 1_000  # milliseconds: changes that follow one another so closely are one
_NEW, _GONE = 1, 3  # what watchfiles calls a change: added, deleted
_BESIDE = (CONFIG_NAME, BASELINE_NAME)
State = Mapping[str, object]
Watch = Callable[..., Iterator[set[Any]]]


class Watched:
    """What a run looks at: the folders it was given, and the files that are few.

    Those are the stories that were named, the configurations that hold, what they name, and the baselines. They are
    looked at by their state, since a file that an editor puts in another's place is lost to the system's watching.
    """

    def __init__(self, paths: Sequence[str], run: Callable[[], Run]) -> None:
        self.folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]
        self._files = [os.path.abspath(path) for path in paths if not os.path.isdir(path)]
        self._run = run
        self._scope: Callable[[str], Scope] = run().scope
        self._rests_on: list[str] = []
        self.look_again(())

    def look_again(self, configs: Iterable[str]) -> None:
        """A run is over, under these configurations: they may name other files now."""
        run = self._run()
        self._scope = run.scope
        outside = run.workspace.settings.outside
        named = run.workspace.finder.named
        found = {file for config in filter(None, configs) for file in files_behind(config, outside=outside)}
        if named:
            found |= {named, os.path.join(os.path.dirname(named), BASELINE_NAME)}
        else:
            found |= {place for path in (*self.folders, *self._files) for place in _places_above(path)}
        self._rests_on = sorted(found)

    def state(self, known: State | None = None) -> State:
        """What changes when one of the few files does; of those whose state is `known`, that."""
        known = known or {}
        few = {path: known[path] if path in known else _state(path) for path in (*self._files, *self._rests_on)}
        return {**few, **self.there()}

    def there(self) -> dict[str, int]:
        """The folders that are there, each by its number on the disk: what is put in its place is another one."""
        found = {folder: _state(folder) for folder in self.folders if os.path.isdir(folder)}
        return {folder: state[2] for folder, state in found.items() if state}

    def concerns(self, kind: int, path: str) -> bool:
        """Whether a change that was seen below one of the folders may change a report."""
        top = next((top for top in self._tops() if path.startswith(os.path.join(top, ""))), "")
        parts = path[len(top) :].split(os.sep)
        if not top or any(part.startswith(HIDDEN) or part in SKIPPED_FOLDERS for part in parts):
            return False
        name = parts[-1]
        if name in _BESIDE:
            return True
        if _is_written_to(path):
            return False
        if os.path.isdir(path) or (kind == _GONE and "." not in name):  # all that was in it came or went with it
            return kind in (_NEW, _GONE)
        try:
            return self._scope(os.path.dirname(os.path.relpath(path))).holds(os.path.relpath(path))
        except (NewslintError, OSError, ValueError):  # a wrong configuration may be mended by now; another drive
            return True

    def _tops(self) -> Iterator[str]:
        for folder in self.folders:
            yield folder
            yield os.path.realpath(folder)  # macOS tells of it so


def _is_written_to(path: str) -> bool:
    """Whether a file is what standard output or standard error leads to: each report would bring about the next."""
    for stream in (1, 2):
        try:
            if os.path.samestat(os.stat(path), os.fstat(stream)):
                return True
        except (OSError, ValueError):  # it is gone, or the stream is closed
            continue
    return False


def _places_above(path: str) -> Iterator[str]:
    """Where a configuration or a baseline would be looked for: at a path and above it, up to the first."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    while True:
        yield from (os.path.join(folder, name) for name in _BESIDE)
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, CONFIG_NAME)):
            return
        folder = parent


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def changes(watched: Watched) -> Iterator[None]:
    """Yield at once, and then whenever something has changed.

    Raises NewslintError where watchfiles is missing, or where the system does not let a folder be watched.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise missing("--watch needs watchfiles, which is not installed", "watch") from None
    before: State | None = None
    for seen in _ticks(watched, watch):
        now = watched.state()
        if seen or now != before:
            now = now if before is None else _settled(watched, now)
            yield
            before = watched.state(now)  # of before the run: what changed meanwhile is for the next one


def _settled(watched: Watched, state: State) -> State:
    """The state once it has stayed the same for a moment: an editor may write a file in several steps."""
    for _ in range(_DEBOUNCE // _STEP):
        time.sleep(_STEP / 1000)
        last, state = state, watched.state()
        if state == last:
            break
    return state


def _ticks(watched: Watched, watch: Watch) -> Iterator[bool]:
    """Yield some times a second; whether a change has been seen below a folder."""
    while True:
        there = watched.there()
        if not there:
            yield False
            time.sleep(_TICK)
            continue
        for found in _seen(there, watched, watch):
            yield found
            if watched.there() != there:
                break


def _seen(folders: Iterable[str], watched: Watched, watch: Watch) -> Iterator[bool]:
    try:
        for found in watch(
            *folders,
            watch_filter=watched.concerns,
            debounce=_DEBOUNCE,
            step=_STEP,
            rust_timeout=int(_TICK * 1000),
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            yield bool(found)
    except (OSError, RuntimeError) as error:
        hint = "name fewer folders, or set WATCHFILES_FORCE_POLLING=1"
        raise NewslintError(f"the system does not let these folders be watched: {error}", hint=hint) from None
