"""What was found in unchanged stories, kept in `.newslint_cache/` beside the configuration.

A line a story in one of 64 files that are only ever appended to; what cannot be read counts as not there, and
a file that has grown by too much is written anew and put in place whole.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any, NamedTuple

from newslint.base import cache
from newslint.model.finding import SEVERITIES, thawed
from newslint.run.outcome import Outcome, Said, frozen, revived

FOLDER = ".newslint_cache"
_JUDGED = "judged.json"
_DAMAGED = (ValueError, TypeError, LookupError, RecursionError)  # what reading a damaged file may raise
SHARDS = 64
WAITING = 500  # outcomes that are written together
_SPARE = 4  # a shard is written anew when it holds so many times as many lines as stories


class KeptLine(NamedTuple):
    """One kept outcome: the content it is of, and its findings and facts as JSON, not read before they are wanted."""

    digest: str
    body: str
    facts: str


def digest_of(data: bytes) -> str:
    """The name of a story's content."""
    return cache.digest_of(data)[:32]


def key_of(path: str, ground: str) -> str:
    """The name of a path on a ground; its first two signs choose the file it is kept in."""
    return cache.key_of(path, ground)[:32]


def shard_of(key: str) -> int:
    """Which of the files a key is kept in."""
    return int(key[:2], 16) % SHARDS


class ResultFiles:
    """The kept outcomes of one cache folder. One of its files is held in memory at a time."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._number = -1
        self._lines: dict[str, KeptLine] = {}
        self._waiting: list[tuple[int, str]] = []

    def get(self, path: str, key: str, digest: str, today: str, *, facts: bool) -> Outcome | None:
        """What is known of a story of this content, its facts left out; with `facts` only if those are known too."""
        line = self._shard(shard_of(key)).get(key)
        if line is None or line.digest != digest or (facts and line.facts == _NO_FACTS):
            return None
        if line.body == _NOTHING:
            return Outcome(path)
        try:
            entries, ignored, least, day = json.loads(line.body)
            if least not in ("", *SEVERITIES):
                return None
            outcome = revived((path, entries, None, ignored, least, day, ""))
        except _DAMAGED:
            return None
        return outcome if outcome.day in ("", today) else None

    def facts(self, key: str) -> tuple[tuple[str, str, Any], ...] | None:
        """The facts of a story that `get` knew with its facts; None where they turn out to be damaged."""
        try:
            found = json.loads(self._shard(shard_of(key))[key].facts)
            return tuple((rule, name, fact) for rule, name, fact in found)
        except _DAMAGED:
            return None

    def put(self, key: str, digest: str, outcome: Outcome) -> None:
        """Keep an outcome; it is written with the next few hundred, or at `close`."""
        _, entries, facts, ignored, least, day, _ = frozen(outcome)
        line = f"{key} {digest} {_json([entries, ignored, least, day])}\t{_json(facts)}\n"
        self._waiting.append((shard_of(key), line))
        if len(self._waiting) >= WAITING:
            self.close()

    def close(self) -> None:
        """Write what waits; where the folder cannot be written, do without."""
        by_shard: dict[int, list[str]] = {}
        for number, line in self._waiting:
            by_shard.setdefault(number, []).append(line)
        self._waiting = []
        with contextlib.suppress(OSError):
            self._make_folder()
            for number, lines in by_shard.items():
                with open(self._path(number), "a", encoding="ascii") as file:
                    file.write("".join(lines))

    def judged(self, key: str) -> list[Said] | None:
        """What the rules over several stories said of the stories that a key stands for, if it is known."""
        with contextlib.suppress(OSError, *_DAMAGED):
            with open(os.path.join(self.folder, _JUDGED), encoding="ascii") as file:
                kept = json.load(file)
            if kept["key"] == key:
                return [Said(thawed(entry), fails, once) for entry, fails, once in kept["entries"]]
        return None

    def keep_judged(self, key: str, entries: list[Any]) -> None:
        """Keep what was said of these stories, in the place of what was said of others."""
        part = os.path.join(self.folder, f"{_JUDGED}.{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self._make_folder()
            with open(part, "w", encoding="ascii") as file:
                json.dump({"key": key, "entries": entries}, file)
            os.replace(part, os.path.join(self.folder, _JUDGED))

    def _shard(self, number: int) -> dict[str, KeptLine]:
        if number != self._number:
            self._number, self._lines = number, self._read(number)
        return self._lines

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, f"results-{number:02}.txt")

    def _read(self, number: int) -> dict[str, KeptLine]:
        found: dict[str, KeptLine] = {}
        lines = 0
        with contextlib.suppress(OSError), open(self._path(number), encoding="ascii", errors="replace") as file:
            for text in file:
                lines += 1
                parts = text.split(" ", 2)
                body, tab, facts = parts[-1].partition("\t")
                if len(parts) == 3 and tab and facts.endswith("\n"):
                    found[parts[0]] = KeptLine(parts[1], body, facts[:-1])
        if lines > _SPARE * len(found) + SHARDS:
            self._rewrite(number, found)
        return found

    def _rewrite(self, number: int, found: dict[str, KeptLine]) -> None:
        part = f"{self._path(number)}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            with open(part, "w", encoding="ascii") as file:
                file.writelines(f"{key} {line.digest} {line.body}\t{line.facts}\n" for key, line in found.items())
            os.replace(part, self._path(number))

    def _make_folder(self) -> None:
        if not os.path.isdir(self.folder):
            os.makedirs(self.folder)
            with open(os.path.join(self.folder, ".gitignore"), "w", encoding="ascii") as file:
                file.write("*\n")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


_NOTHING = _json([[], [], "", ""])
_NO_FACTS = _json(None)


def folder_for(config: str) -> str:
    """The cache folder beside a configuration file; this user's own where there is none."""
    return os.path.join(os.path.dirname(config), FOLDER) if config else os.path.join(cache.folder(), "results")


def clean(folder: str) -> int:
    """Remove every cache folder at or below a folder, and this user's own; returns how many."""
    import shutil

    found = int(os.path.isdir(cache.folder()))
    shutil.rmtree(cache.folder(), ignore_errors=True)
    for parent, folders, _ in os.walk(folder):
        if FOLDER in folders:
            shutil.rmtree(os.path.join(parent, FOLDER), ignore_errors=True)
            found += 1
        folders[:] = [f for f in folders if not f.startswith(".")]
    return found
