"""A thousand files that mean harm or are broken, the same for a seed: `python -m fuzz.hostile FOLDER` writes them.

With `--run` each is given to newslint as well, in a process of its own, and what went wrong is printed; `--only 17,40`
picks some by number.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from .counts import SEED
from .hostile_bytes import BYTES
from .hostile_copy import COPY, UNITS, repeated
from .hostile_markup import MARKUP
from .hostile_metadata import METADATA
from .hostile_patterns import aimed, patterns
from .limited import MB, Ended, Job, run

COUNT = 1000
Shape = Callable[[random.Random, int], str | bytes]
# Bytes; most files are of a size that a stranger can send without anyone noticing, some of one that hurts.
SIZES = (0, 80, 700, 3_000, 12_000, 30_000, 60_000, 100_000, 160_000, 300_000, 300_000, 300_000, 1_000_000, 2_000_000)
SMALL = 6  # in a sample, of the sizes above
FORMATS = ("human", "json", "jsonl", "sarif", "github", "gitlab", "html", "junit", "checkstyle", "markdown", "rdjson")
WRITING = (
    4  # times as long for what writes into a story: where each fix makes room for one more, it is checked 25 times
)
# What a file may be called, round its own number and ending.
NAMES = (
    "{}", "{} with spaces", "-{}", "{}\n::error::boo", "{}\x1b[31mred", "{}\u202egnp", "$({})", "{};rm -rf x", "{}*?[a]{{b,c}}",
    "{}\udcff\udcfe", "{}" + "n" * 200, "{}%20%0A", "{}'\"`", "{}<script>", "{}\r", "{}\u2028", "{}\t|", "#{}", "@{}", "{}:1:1",
)  # fmt: skip


class Hostile(NamedTuple):
    """One file: its number, what it is called, the shape it has, and the size it was made for."""

    number: int
    name: str
    about: str
    shape: Shape
    size: int

    def data(self, seed: int = SEED) -> bytes:
        """What stands in it."""
        made = self.shape(random.Random(f"{seed}:{self.number}"), self.size)
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")

    def arguments(self, path: str) -> list[str]:
        """What newslint is asked to do with it: mostly to check, in each report form; else to fix or to show."""
        turn = self.number % 20
        path = f"./{path}" if path.startswith("-") else path
        if turn < 13:
            return ["check", "--no-cache", "--min-confidence=low", f"--format={FORMATS[self.number % 11]}", path]
        return {
            13: ["check", path],
            14: ["fix", "--no-cache", path],
            15: ["fix", "--unsafe", "--no-cache", path],
            16: ["fix", "--unsafe", "--diff", "--no-cache", path],
            17: ["show", "--no-cache", path],
            18: ["show", "--no-cache", "--format=json", path],
            19: ["check", "--add-ignore=tried", "--no-cache", path],
        }[turn]

    def job(self, folder: Path, path: str) -> Job:
        """That as a job with the limits that hold for its size."""
        size, arguments = (folder / path).stat().st_size / MB, self.arguments(path)
        times = WRITING if "fix" in arguments or "--add-ignore=tried" in arguments else 1
        return Job(arguments, str(folder), times * max(2.0, 2 * size), int((200 + 50 * size) * MB))


@cache
def shapes() -> Sequence[tuple[str, Shape, tuple[str, ...]]]:
    """Every shape there is, what it is about and which endings it fits, mixed so that neighbours differ."""
    both, post = (".txt", ".md"), (".md", ".markdown", ".md", ".mdx")
    found: list[tuple[str, Shape, tuple[str, ...]]] = []
    found += [(f"bytes: {make.__name__}", make, both) for make in BYTES]
    found += [(f"copy: {make.__name__}", make, both) for make in COPY]
    found += [(f"markup: {make.__name__}", make, (*post, ".txt")) for make in MARKUP]
    found += [(f"metadata: {make.__name__}", make, (*post, ".md", ".md", ".txt")) for make in METADATA]
    found += [(f"again and again: {unit[:20]!r}", partial(repeated, unit), both) for unit in UNITS]
    found += [(f"pattern of {where}", partial(aimed, source), both) for where, source in patterns()]
    random.Random(SEED).shuffle(found)
    return found


@cache
def files() -> Sequence[Hostile]:
    """All of them: each shape in turn, and again in other sizes, with other endings and names."""
    rng, known = random.Random(SEED), shapes()
    found = []
    for number in range(COUNT):
        about, shape, endings = known[number % len(known)]
        stem = (NAMES[number // 11 % len(NAMES)] if number % 11 == 0 else "{}").format(f"h{number:04}")
        found.append(Hostile(number, stem + rng.choice(endings), about, shape, rng.choice(SIZES)))
    return found


def sample(count: int) -> list[Hostile]:
    """So many of those that are small enough to be tried by the hundred in seconds, evenly spread."""
    small = [each for each in files() if each.size <= SIZES[SMALL]]
    return [small[index * len(small) // count] for index in range(count)]


def write(hostile: Hostile, folder: Path, seed: int = SEED) -> str:
    """Write it into a folder of its own, with a few lines of configuration now and then; gives its name."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(os.fsencode(folder / hostile.name), "wb") as file:
        file.write(hostile.data(seed))
    return hostile.name


def tried(chosen: Sequence[Hostile], folder: Path, seed: int = SEED) -> Iterator[tuple[Hostile, Ended, list[str]]]:
    """Each written and given to newslint: how that ended, and what is wrong with it."""
    jobs: list[Job] = []

    def made() -> Iterator[Job]:
        for hostile in chosen:
            own = folder / f"{hostile.number:04}"
            jobs.append(hostile.job(own, write(hostile, own, seed)))
            yield jobs[-1]

    for hostile, ended in zip(chosen, run(made()), strict=True):
        yield hostile, ended, ended.faults(jobs[-1], [f"h{hostile.number:04}"])


def main() -> int:
    """Write them all, or run them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--run", action="store_true", help="give each to newslint and say what went wrong")
    parser.add_argument("--only", default="", help="numbers of files, with commas")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    chosen = [files()[int(number)] for number in asked.only.split(",")] if asked.only else files()
    if not asked.run:
        for hostile in chosen:
            write(hostile, asked.folder / f"{hostile.number:04}", asked.seed)
        return 0
    failed = 0
    for hostile, ended, faults in tried(chosen, asked.folder, asked.seed):
        size = os.path.getsize(os.fsencode(asked.folder / f"{hostile.number:04}" / hostile.name))
        failed += bool(faults)
        if faults or asked.only:
            said = ascii(ended.err.strip()[-300:])
            took = f"{ended.seconds:.1f} s, {ended.peak / MB:.0f} MB, exit {ended.code}"
            command = " ".join(hostile.arguments("")[:-1])
            print(
                f"{hostile.number:04} {hostile.about} ({size:,} bytes) {command}: {faults}; {took}; {said}",
                flush=True,
            )
    print(f"{len(chosen) - failed} of {len(chosen)} files end in an answer or a named failure (seed {asked.seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
