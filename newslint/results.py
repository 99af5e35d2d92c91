"""What was found in unchanged stories, kept in `.newslint_cache/` beside the configuration.

A line a story in one of 64 files that are only ever appended to; what cannot be read counts as not there, and
a file that has grown by too much is written anew and put in place whole.
"""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import sha256
from typing import NamedTuple

from newslint import cache
from newslint.outcome import Outcome, frozen, revived

FOLDER = ".newslint_cache"
SHARDS = 64
WAITING = 500  # outcomes that are written together
_SPARE = 4  # a shard is written anew when it holds so many times as many lines as stories


class Line(NamedTuple):
    """One kept outcome: what it rests on, and its JSON, not read before it is wanted."""

    ground: str
    digest: str
    body: str


def digest_of(data: bytes) -> str:
    """The name of a story's content."""
    return sha256(data).hexdigest()[:32]


class Results:
    """The kept outcomes of one cache folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._shards: dict[int, dict[str, Line]] = {}
        self._waiting: list[tuple[int, str]] = []

    def get(self, path: str, ground: str, digest: str, today: str, *, facts: bool) -> Outcome | None:
        """What is known of a story of this content on this ground."""
        line = self._shard(_shard_of(path)).get(f"{path}\0{ground[:16]}")
        if line is None or line.digest != digest or line.ground != ground:
            return None
        try:
            outcome = revived(json.loads(line.body))
        except (ValueError, TypeError, RecursionError):
            return None
        if outcome.day not in ("", today) or (facts and outcome.facts is None):
            return None
        return outcome

    def put(self, path: str, ground: str, digest: str, outcome: Outcome) -> None:
        """Keep an outcome; it is written with the next few hundred, or at `close`."""
        body = json.dumps(frozen(outcome), ensure_ascii=True, separators=(",", ":"))
        self._waiting.append((_shard_of(path), f"{ground} {digest} {json.dumps(path)} {body}\n"))
        if len(self._waiting) >= WAITING:
            self._write()

    def close(self) -> None:
        """Write what waits; where the folder cannot be written, do without."""
        self._write()

    def forget(self) -> None:
        """Let go of what was read, to keep memory flat."""
        self._shards.clear()

    def _shard(self, number: int) -> dict[str, Line]:
        if number not in self._shards:
            self._shards[number] = self._read(number)
        return self._shards[number]

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, f"results-{number:02}.txt")

    def _read(self, number: int) -> dict[str, Line]:
        found: dict[str, Line] = {}
        lines = 0
        with contextlib.suppress(OSError), open(self._path(number), encoding="ascii", errors="replace") as file:
            for text in file:
                lines += 1
                ground, _, rest = text.partition(" ")
                digest, _, rest = rest.partition(" ")
                with contextlib.suppress(ValueError):
                    path, end = _DECODER.raw_decode(rest)
                    if isinstance(path, str) and rest.endswith("]\n"):
                        found[f"{path}\0{ground[:16]}"] = Line(ground, digest, rest[end + 1 :])
        if lines > _SPARE * len(found) + SHARDS:
            self._rewrite(number, found)
        return found

    def _rewrite(self, number: int, found: dict[str, Line]) -> None:
        part = f"{self._path(number)}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            with open(part, "w", encoding="ascii") as file:
                for key, line in found.items():
                    file.write(f"{line.ground} {line.digest} {json.dumps(key.partition(chr(0))[0])} {line.body}")
            os.replace(part, self._path(number))

    def _write(self) -> None:
        by_shard: dict[int, list[str]] = {}
        for number, line in self._waiting:
            by_shard.setdefault(number, []).append(line)
        self._waiting = []
        with contextlib.suppress(OSError):
            self._make_folder()
            for number, lines in by_shard.items():
                with open(self._path(number), "a", encoding="ascii") as file:
                    file.write("".join(lines))

    def _make_folder(self) -> None:
        if not os.path.isdir(self.folder):
            os.makedirs(self.folder)
            with open(os.path.join(self.folder, ".gitignore"), "w", encoding="ascii") as file:
                file.write("*\n")


_DECODER = json.JSONDecoder()


def _shard_of(path: str) -> int:
    return sum(path.encode("utf-8", "surrogatepass")[-12:]) % SHARDS


def folder_for(config: str) -> str:
    """The cache folder beside a configuration file; this user's own where there is none."""
    return os.path.join(os.path.dirname(config), FOLDER) if config else os.path.join(cache.folder(), "results")


def clean(folder: str) -> int:
    """Remove every cache folder at or below a folder, and this user's own; gives how many."""
    import shutil

    found = int(os.path.isdir(cache.folder()))
    shutil.rmtree(cache.folder(), ignore_errors=True)
    for parent, folders, _ in os.walk(folder):
        if FOLDER in folders:
            shutil.rmtree(os.path.join(parent, FOLDER), ignore_errors=True)
            found += 1
        folders[:] = [f for f in folders if not f.startswith(".")]
    return found
