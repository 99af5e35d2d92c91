"""Runs commands one after another, each in a process of its own with limits of time and memory, and says what they took.

As a program it reads jobs from standard input, a JSON object a line, and answers each with one. It stays small and is
itself started anew: a process's peak of memory counts what it was copied from, so a test must not start it directly.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

MB = 1 << 20
OWN_FAULTS = ("Traceback (most recent", "fault of newslint itself", "fault of newslint's own")
ROOT = Path(__file__).parent.parent.parent


class Job(NamedTuple):
    """A newslint command line, where to run it, and the limits: seconds of processor time, bytes of memory."""

    arguments: list[str]
    folder: str
    seconds: float
    memory: int
    stdin: str = os.devnull


class Ended(NamedTuple):
    """How a command ended: exit code (below 0 for a signal), what it wrote, its processor seconds and peak bytes."""

    code: int
    out: str
    err: str
    seconds: float
    peak: int

    def faults(self, job: Job, names: Iterable[str]) -> list[str]:
        """What is wrong with how it ended: neither an answer nor a failure that names a file, or over a limit.

        A failure is named where its message has one of `names`, or says which argument it is about.
        """
        found = []
        if self.code not in (0, 1, 2):
            found.append(f"exit {self.code}")
        if self.code == 2 and not any(name in self.err + self.out for name in names):
            found.append("exit 2 without a name")
        found += [own for own in OWN_FAULTS if own in self.err]
        if self.seconds > job.seconds:
            found.append(f"{self.seconds:.1f} s of {job.seconds:.1f}")
        if self.peak > job.memory:
            found.append(f"{self.peak / MB:.0f} MB of {job.memory / MB:.0f}")
        return found


def run(jobs: Iterable[Job]) -> Iterator[Ended]:
    """Each job in turn, by a small process that is started for them; jobs may be given lazily."""
    with subprocess.Popen(
        [sys.executable, "-S", "-I", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdin
        assert starter.stdout
        for job in jobs:
            starter.stdin.write(json.dumps(job._asdict()) + "\n")
            starter.stdin.flush()
            yield Ended(**json.loads(starter.stdout.readline()))
        starter.stdin.close()


def _in_child(job: Job, out: int, err: int) -> None:
    """Become the command: never returns."""
    os.chdir(job.folder)
    os.dup2(os.open(job.stdin, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    # The hard ends are looser than the limits, so that what is over is measured and told, and nothing runs away.
    hard = int(job.seconds * 2) + 3
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
    resource.setrlimit(resource.RLIMIT_AS, (job.memory * 4, job.memory * 4))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    own = {"PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": "", "NO_COLOR": "1", "PYTHONHASHSEED": "0"}
    # What measures coverage of the tests would take time and memory of its own.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    os.execve(sys.executable, [sys.executable, "-m", "newslint", *job.arguments], {**inherited, **own})


def _run_one(job: Job) -> Ended:
    """Run it and wait for it; what it wrote is cut to the first and last 4,000 characters."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            try:
                _in_child(job, out.fileno(), err.fileno())
            finally:
                os._exit(99)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.alarm(int(job.seconds * 10) + 30)  # for what sleeps or waits: it takes no processor time
        _, status, used = os.wait4(child, 0)
        signal.alarm(0)
        texts = []
        for file in (out, err):
            file.seek(0)
            text = file.read().decode("utf-8", "backslashreplace")
            texts.append(text if len(text) < 8000 else text[:4000] + "\n…\n" + text[-4000:])
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Ended(os.waitstatus_to_exitcode(status), *texts, used.ru_utime + used.ru_stime, peak)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(_run_one(Job(**json.loads(line)))._asdict()), flush=True)
