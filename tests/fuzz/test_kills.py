"""A run that is killed at any moment, or a worker of it: nobody is left behind, and no story, baseline or answer lost."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fuzz.counts import SEED, cases
from fuzz.limited import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")

STORY = (
    "Head of story {n}\n\nThe council agreed to to close bridge number {n} on Monday.\n\n"
    "Repairs will will take until spring, and lorries go round by quarry {n}, the engineers said.\n"
)
COUNT = 160
WAYS = (
    ("check", "--no-cache", "--jobs", "4", "."),
    ("check", "--jobs", "4", "."),
    ("fix", "--jobs", "4", "."),
    ("check", "--write-baseline", "."),
)
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGINT)


def of_run(mark: str) -> list[int]:
    """The processes that have a mark in their environment, zombies aside."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if mark.encode() in Path(f"/proc/{entry}/environ").read_bytes():
                    found.append(int(entry))
            except OSError:
                continue
    return found


def newsroom_in(folder: Path) -> dict[Path, bytes]:
    folder.mkdir()
    (folder / "newslint.yaml").write_text("rules: {}\n", encoding="utf-8")
    for n in range(COUNT):
        (folder / f"{n:03}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    return {path: path.read_bytes() for path in folder.glob("*.txt")}


def environment(folder: Path, mark: str) -> dict[str, str]:
    return {
        **os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": "", "NEWSLINT_KILL_MARK": mark,
        "NEWSLINT_CACHE_DIR": str(folder.parent / "kept"),
    }  # fmt: skip


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(folder, "whole"), capture_output=True, text=True)  # noqa: PLW1510


def faults_of_kill(n: int, folder: Path, chance: random.Random, whole: float) -> list[str]:
    """Kill one run, or a worker of it, and say what is wrong afterwards."""
    way, number, worker = WAYS[n % len(WAYS)], chance.choice(SIGNALS), chance.random() < 0.3
    stories = newsroom_in(folder)
    mark = f"kill-{os.getpid()}-{n}"
    command = [sys.executable, "-m", "newslint", *way]
    pipe = subprocess.Popen(
        command, cwd=folder, env=environment(folder, mark), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(chance.random() * whole)
    others = [pid for pid in of_run(mark) if pid != pipe.pid]
    target = chance.choice(others) if worker and others else pipe.pid
    said = f"kill {n}: {' '.join(way)}, {number.name} to {'the parent' if target == pipe.pid else 'a worker'}"
    with contextlib.suppress(ProcessLookupError):
        os.kill(target, number)
    faults = []
    try:
        _, err = pipe.communicate(timeout=60 if target != pipe.pid else 10)
    except subprocess.TimeoutExpired:
        pipe.kill()
        _, err = pipe.communicate()
        faults.append("it does not end")
    if target == pipe.pid and pipe.returncode not in (0, 1, 128 + number, -number):
        faults.append(f"exit {pipe.returncode}: {err[-300:]}")
    if target != pipe.pid and pipe.returncode not in (0, 1) and not (pipe.returncode == 2 and "died" in err):
        faults.append(f"exit {pipe.returncode} for a worker: {err[-300:]}")
    early = number == signal.SIGINT and "in main\n" not in err  # Python itself was still starting
    if "Traceback" in err and not early:
        faults.append(f"a traceback: {err[-400:]}")
    until = time.monotonic() + 2
    while of_run(mark) and time.monotonic() < until:
        time.sleep(0.02)
    faults += [f"process {pid} is left" for pid in of_run(mark)]
    for path, old in stories.items():
        if path.read_bytes() not in (old, old.replace(b"to to", b"to").replace(b"will will", b"will")):
            faults.append(f"{path.name} is neither old nor new")
    places = [folder, folder / ".newslint_cache", folder.parent / "kept"]
    faults += [f"{path.name} is left" for place in places for path in place.glob("*.part")]
    after = run(folder, "check", "--format", "json", "--no-baseline", ".")
    fresh = run(folder, "check", "--format", "json", "--no-baseline", "--no-cache", ".")
    if (after.stdout, after.returncode) != (fresh.stdout, fresh.returncode):
        faults.append("the cache gives another report")
    if (folder / "newslint-baseline.json").exists() and run(folder, "check", "--no-cache", ".").returncode == 2:
        faults.append("the baseline cannot be read")
    return [f"{said}: {fault}" for fault in faults]


def kills(count: int, top: Path, seed: int) -> list[str]:
    """So many kills; returns what was wrong."""
    chance = random.Random(seed)
    newsroom_in(top / "first")
    run(top / "first", "check", "--no-cache", ".")  # compiles what is compiled once
    begun = time.monotonic()
    run(top / "first", "check", "--no-cache", "--jobs", "4", ".")
    whole = time.monotonic() - begun
    found = []
    for n in range(count):
        found += faults_of_kill(n, top / f"kill-{n}", chance, whole)
        shutil.rmtree(top / f"kill-{n}")
    return found


def test_a_kill_at_any_moment_leaves_nobody_and_loses_nothing(tmp_path):
    assert kills(cases(6, 200), tmp_path, SEED) == []


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as top:
        count = int(sys.argv[1])
        wrong = kills(count, Path(top), SEED)
        print("\n".join([*wrong, f"{count} kills from seed {SEED}: {len(wrong)} faults"]))
