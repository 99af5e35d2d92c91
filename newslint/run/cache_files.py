"""What was found in unchanged stories, kept in `.newslint_cache/` beside the configuration.

A line a story in one of 64 files that are only ever appended to; what cannot be read counts as not there, and
a file that has grown by too much is written anew and put in place whole. What a story says stands in them as
base64: whoever brings another program to read such a file gives it letters and digits and nothing to run. The
folder may come with a clone, so one that is a link or somebody else's is not used, nor a file in it that is. A line
begins with a check sum over all the rest of it: one that has come to harm counts as not there.
"""

from __future__ import annotations

import binascii
import contextlib
import json
import os
from collections.abc import Iterable

from newslint.base import cache
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.model.finding import SEVERITIES, thawed
from newslint.run.outcome import Outcome, Said, frozen, revived

FOLDER = ".newslint_cache"
_JUDGED = "judged.txt"
_DAMAGED = (ValueError, TypeError, LookupError, RecursionError)  # what reading a damaged file may raise
SHARDS = 64
WAITING = 500  # outcomes that are written together
_SPARE = 4  # a shard is written anew when it holds so many times as many lines as stories


class KeptLine(NamedTuple):
    """One kept outcome: the content it is of, and its findings and facts, not decoded before they are wanted."""

    digest: str
    body: str
    facts: str
    proof: str

    def holds(self, key: str) -> bool:
        """Whether the line is as it was written, under this key."""
        return self.proof == cache.proof_of(f"{key} {self.digest} {self.body}\t{self.facts}")


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
        if line is None or line.digest != digest or (facts and line.facts == _NO_FACTS) or not line.holds(key):
            return None
        if line.body == _NOTHING:
            return Outcome(path)
        try:
            entries, ignored, least, day, *more = _decoded(line.body)
            stories = more[0] if more else 1
            if type(stories) is not int:
                return None
            if least not in ("", *SEVERITIES):
                return None
            outcome = revived((path, entries, None, ignored, least, day, "", (), stories, ""))
        except _DAMAGED:
            return None
        return outcome if outcome.day in ("", today) else None

    def facts(self, key: str) -> tuple[tuple[str, str, Any], ...] | None:
        """The facts of a story that `get` knew with its facts; None where they turn out to be damaged."""
        try:
            line = self._shard(shard_of(key))[key]
            if not line.holds(key):  # another run may have written in between
                return None
            found = _decoded(line.facts)
            return tuple((rule, name, fact) for rule, name, fact in found)
        except _DAMAGED:
            return None

    def put(self, key: str, digest: str, outcome: Outcome) -> None:
        """Keep an outcome; it is written with the next few hundred, or at `close`."""
        _, entries, facts, ignored, least, day, _, _, stories, _ = frozen(outcome)
        several = [] if stories == 1 else [stories]
        line = f"{key} {digest} {_encoded([entries, ignored, least, day, *several])}\t{_encoded(facts)}"
        self._waiting.append((shard_of(key), f"{cache.proof_of(line)} {line}\n"))
        if len(self._waiting) >= WAITING:
            self.close()

    def close(self) -> None:
        """Write what waits; where the folder cannot be written, do without."""
        by_shard: dict[int, list[str]] = {}
        for number, line in self._waiting:
            by_shard.setdefault(number, []).append(line)
        self._waiting = []
        with contextlib.suppress(OSError):
            if by_shard and self._make_folder():
                for number, lines in by_shard.items():
                    with open(cache.open_own(self._path(number), append=True), "w", encoding="ascii") as file:
                        file.write("".join(lines))

    def judged(self, key: str) -> list[Said] | None:
        """What the rules over several stories said of the stories that a key stands for, if it is known."""
        if not cache.usable(self.folder):
            return None
        with contextlib.suppress(OSError, *_DAMAGED):
            with open(cache.open_own(os.path.join(self.folder, _JUDGED)), encoding="ascii") as file:
                proof, _, rest = file.read().partition(" ")
            known, _, kept = rest.rpartition(" ")
            if known == key and proof == cache.proof_of(rest):
                return [Said(thawed(entry), fails, once) for entry, fails, once in _decoded(kept)]
        return None

    def keep_judged(self, key: str, entries: list[Any]) -> None:
        """Keep what was said of these stories, in the place of what was said of others."""
        with contextlib.suppress(OSError):
            if self._make_folder():
                kept = f"{key} {_encoded(entries)}"
                self._put(_JUDGED, [f"{cache.proof_of(kept)} {kept}"])

    def _shard(self, number: int) -> dict[str, KeptLine]:
        if number != self._number:
            self._number, self._lines = number, self._read(number)
        return self._lines

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, f"results-{number:02}.txt")

    def _read(self, number: int) -> dict[str, KeptLine]:
        found: dict[str, KeptLine] = {}
        lines = 0
        if not cache.usable(self.folder):
            return found
        with (
            contextlib.suppress(OSError),
            open(cache.open_own(self._path(number)), encoding="ascii", errors="replace") as file,
        ):
            for text in file:
                lines += 1
                parts = text.split(" ", 3)
                body, tab, facts = parts[-1].partition("\t")
                if len(parts) == 4 and tab and facts.endswith("\n"):
                    found[parts[1]] = KeptLine(parts[2], body, facts[:-1], parts[0])
        if lines > _SPARE * len(found) + SHARDS:
            self._rewrite(number, found)
        return found

    def _rewrite(self, number: int, found: dict[str, KeptLine]) -> None:
        lines = (
            f"{line.proof} {key} {line.digest} {line.body}\t{line.facts}\n"
            for key, line in found.items()
            if line.holds(key)
        )
        with contextlib.suppress(OSError):
            self._put(os.path.basename(self._path(number)), lines)

    def _put(self, name: str, lines: Iterable[str]) -> None:
        from newslint.base.writing import whole  # here: few runs write

        with whole(os.path.join(self.folder, name), sync=False) as file:
            file.writelines(line.encode("ascii") for line in lines)

    def _make_folder(self) -> bool:
        """Make the folder where there is none; whether it may be used."""
        if not os.path.lexists(self.folder):
            from newslint.base.writing import write_new

            os.makedirs(self.folder)
            write_new(os.path.join(self.folder, ".gitignore"), "*\n")
        return cache.usable(self.folder)


def _encoded(data: Any) -> str:
    plain = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return binascii.b2a_base64(plain, newline=False).decode("ascii")


def _decoded(text: str) -> Any:
    return json.loads(binascii.a2b_base64(text))


_NOTHING = _encoded([[], [], "", ""])
_NO_FACTS = _encoded(None)


def folder_for(config: str) -> str:
    """The cache folder beside a configuration file; this user's own where there is none."""
    return os.path.join(os.path.dirname(config), FOLDER) if config else os.path.join(cache.folder(), "results")


def clean(folder: str) -> int:
    """Remove every cache folder at or below a folder, and this user's own; returns how many.

    Only what newslint wrote goes: whoever names a folder by `NEWSLINT_CACHE_DIR` may keep other things there.
    """
    found = int(_clear(os.path.join(cache.folder(), "results"))) | int(_clear(cache.folder()))
    for parent, folders, _ in os.walk(folder):
        if FOLDER in folders:
            found += _clear(os.path.join(parent, FOLDER))
        folders[:] = [f for f in folders if not f.startswith(".")]
    return found


# What newslint writes there; the last is what a run that was killed had begun to write.
_OURS = pattern(r"(?:scope-)?[0-9a-f]{64}\.json|results-\d\d\.txt|judged\.txt|\.newslint-[0-9a-f]{16}\.part")
_BESIDE = ".gitignore"  # which is ours where nothing else is left


def _clear(folder: str) -> bool:
    """Remove what newslint wrote into a folder, and the folder if nothing is left; whether there was anything."""
    if os.path.islink(folder):
        return False
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
    except OSError:
        return False
    ours = [name for name in names if _OURS.fullmatch(name)]
    with contextlib.suppress(OSError):
        for name in ours:
            os.unlink(os.path.join(folder, name))
        if ours and os.listdir(folder) == [_BESIDE]:
            os.unlink(os.path.join(folder, _BESIDE))
        os.rmdir(folder)  # refused where something else is left
    return bool(ours)
