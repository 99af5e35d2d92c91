"""What a process costs: CPU seconds and peak memory of a child, and medians over interleaved rounds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

# wait4 counts kilobytes everywhere but on macOS.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """What one process (and the processes it waited for) took."""

    cpu: float  # seconds, user and system
    peak: int  # bytes of resident memory; never less than this script itself holds when it starts the process
    code: int
    said: str  # the end of what it wrote to standard error


class Task(NamedTuple):
    """A command to measure, what must be done before each run of it, and the codes it may end with."""

    command: Sequence[str]
    prepare: Callable[[], object] = bool
    environment: Mapping[str, str] = {}
    fine: Sequence[int] = (0, 1)


class Broken(Exception):
    """A command ended as it should not have."""


def run(task: Task) -> Cost:
    """Run a task once; raises Broken where it cannot start or ends with an unexpected code."""
    task.prepare()
    environment = {**os.environ, **task.environment}
    with tempfile.TemporaryFile() as errors:
        try:
            child = subprocess.Popen(task.command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        except OSError as error:
            raise Broken(f"{task.command[0]}: {error.strerror}") from None
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip()
    if child.returncode not in task.fine:
        last = said.splitlines()[-1] if said else "it said nothing"
        raise Broken(f"{task.command[0]} ended with {child.returncode}: {last}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT, child.returncode, said)


def interleaved(tasks: Mapping[str, Task], rounds: int) -> dict[str, list[Cost]]:
    """Every task once a round, there and back again, so that a busy machine is as hard on one as on another.

    One unmeasured run of each comes before several (files are read, modules compiled). Raises Broken.
    """
    if rounds > 1:
        for task in tasks.values():
            run(task)
    costs: dict[str, list[Cost]] = {name: [] for name in tasks}
    for number in range(rounds):
        for name in list(tasks) if number % 2 == 0 else reversed(list(tasks)):
            costs[name].append(run(tasks[name]))
    return costs


def cpu(costs: Sequence[Cost]) -> float:
    """The median of the CPU seconds."""
    return median(cost.cpu for cost in costs)


def peak(costs: Sequence[Cost]) -> float:
    """The median of the peaks, in megabytes."""
    return median(cost.peak for cost in costs) / 1e6


def ratios(costs: Sequence[Cost], to: Sequence[Cost]) -> tuple[float, float, float]:
    """How many times the CPU of another's run of the same round: median, least, most."""
    each = sorted(a.cpu / max(b.cpu, 1e-6) for a, b in zip(costs, to, strict=True))
    return median(each), each[0], each[-1]
