"""The parts of the benchmarks: each measures one thing and tells it as Markdown, some with a plot."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from inputs import CONFIG, Inputs
from measure import Broken, Cost, Task, cpu, interleaved, peak, ratios, run
from plot import Panel, svg

State = Callable[[Path], object]  # brings the caches of a configuration to a state

TERMS_A_RULE = 1_000  # in packs of few large rules


class Sizes(NamedTuple):
    """How much is measured."""

    rounds: int
    stories: int  # for the comparison, for one process, and for the cost of a story with many rules
    terms: Sequence[int]
    growth: Sequence[int]  # stories in one run


class Bench:
    """The newslint to be measured, its inputs, and the states its caches can be in."""

    def __init__(self, newslint: Sequence[str], inputs: Inputs, sizes: Sizes) -> None:
        self.newslint = list(newslint)
        self.inputs = inputs
        self.sizes = sizes
        self.config = inputs.folder / CONFIG
        self.rules = inputs.folder / "cache"  # where newslint keeps rules it has read
        self.environment = {"NEWSLINT_CACHE_DIR": str(self.rules), "NEWSLINT_PLUGINS": ""}
        self._kept: dict[tuple[Path, Path], Path] = {}

    @cached_property
    def one_process(self) -> list[str]:
        """The option that keeps newslint to one process, where it has one."""
        told = subprocess.run([*self.newslint, "check", "--help"], capture_output=True, text=True, check=False).stdout
        return ["--jobs", "1"] if "--jobs" in told else []

    def check(self, path: Path, state: State, config: Path | None = None, *more: str) -> Task:
        """A task: check a story or a folder in one process, with newslint's caches in some state."""
        file = config or self.config
        command = [*self.newslint, "check", *self.one_process, *more, "--config", str(file), str(path)]
        return Task(command, lambda: state(file), self.environment)

    def nothing_kept(self, config: Path) -> None:
        """Newslint's caches as on the day it is installed."""
        for folder in self._caches(config):
            shutil.rmtree(folder, ignore_errors=True)

    def keeping(self, path: Path) -> State:
        """The state in which a first run over `path` leaves the caches."""

        def restore(config: Path) -> None:
            if (path, config) not in self._kept:
                self._kept[path, config] = self._store(path, config)
            self.nothing_kept(config)
            for number, folder in enumerate(self._caches(config)):
                if (store := self._kept[path, config] / str(number)).exists():
                    shutil.copytree(store, folder)

        return restore

    def rules_kept(self, config: Path) -> None:
        """The usual state for a new story: newslint has run here before, but on another one."""
        self.keeping(self.inputs.other())(config)

    def _caches(self, config: Path) -> tuple[Path, Path]:
        """Where rules are kept, and where what was found in stories is."""
        return self.rules, config.parent / ".newslint_cache"

    def _store(self, path: Path, config: Path) -> Path:
        """Run over `path` with nothing kept, and put aside what that leaves."""
        run(self.check(path, self.nothing_kept, config))
        store = self.inputs.folder / f"kept-{len(self._kept)}"
        for number, folder in enumerate(self._caches(config)):
            if folder.exists():
                shutil.copytree(folder, store / str(number))
        return store


class Part(NamedTuple):
    """A section of the results: Markdown, and the plot it speaks of."""

    text: str
    plot: str = ""
    file: str = ""


def against_others(bench: Bench, others: Mapping[str, Sequence[str] | None]) -> Part:
    """newslint and other tools over the same files, each tool in its usual setting."""
    count = bench.inputs.most(bench.sizes.stories)
    folder = bench.inputs.stories(count)
    tasks = {"newslint": bench.check(folder, bench.nothing_kept, None, "--no-cache")}
    missing: dict[str, str] = {}
    for name, command in others.items():
        if command is None:
            missing[name] = "not on this machine"
            continue
        task = Task([*command, str(folder)], environment={"NO_COLOR": "1"})
        try:
            run(task)
            tasks[name] = task
        except Broken as error:
            missing[name] = str(error)
    costs = interleaved(tasks, bench.sizes.rounds)
    ours = costs["newslint"]
    rows = [
        [name, f"{cpu(of):.2f}", f"{1000 * cpu(of) / count:.2f}", f"{count / cpu(of):,.0f}", f"{peak(of):.0f}",
         "1" if name == "newslint" else "{:.1f} ({:.1f} to {:.1f})".format(*ratios(of, ours))]
        for name, of in costs.items()
    ]  # fmt: skip
    rows += [[name, *["–"] * 4, why] for name, why in missing.items()]
    head = ("tool", "CPU s", "ms a story", "stories a CPU s", "peak MB", "times newslint (least to most)")
    text = f"{count:,} stories, {_words(folder):,} words; newslint with `--no-cache`, start-up included.\n\n"
    return Part(f"## newslint and others\n\n{text}{table(head, rows)}")


def one_story(bench: Bench) -> Part:
    """What a person waits for: one story in every state of the cache, and one process over many."""
    inputs = bench.inputs
    one, count = inputs.one(), inputs.most(bench.sizes.stories)
    many = inputs.stories(count)
    tasks = {
        "Python that does nothing": Task([sys.executable, "-c", "pass"]),
        "`newslint --version`": Task([*bench.newslint, "--version"], environment=bench.environment),
        "one story, nothing kept (first run ever)": bench.check(one, bench.nothing_kept),
        "one story, `--no-cache`": bench.check(one, bench.nothing_kept, None, "--no-cache"),
        "one story, cold: rules kept, story new": bench.check(one, bench.rules_kept),
        "one story, warm: checked before": bench.check(one, bench.keeping(one)),
        f"{count:,} stories, rules kept, stories new": bench.check(many, bench.rules_kept),
        f"{count:,} stories, warm: checked before": bench.check(many, bench.keeping(many)),
    }
    costs = interleaved(tasks, bench.sizes.rounds)
    rows = [[name, f"{1000 * cpu(of):,.0f}", f"{peak(of):.0f}"] for name, of in costs.items()]
    return Part(f"## One story, and one process over many\n\n{table(('what', 'CPU ms', 'peak MB'), rows)}")


def by_terms(bench: Bench) -> Part:
    """What a rule pack of literal terms adds, to a story and to the start."""
    count = bench.inputs.most(bench.sizes.stories)
    packs: dict[tuple[int, str], Path | None] = {(0, "none"): None}
    for terms in bench.sizes.terms:
        packs[terms, "one term a rule"] = bench.inputs.pack(terms, 1)
        packs[terms, f"up to {TERMS_A_RULE:,} terms a rule"] = bench.inputs.pack(terms, TERMS_A_RULE)
    head = ("literal terms", "rules", "CPU s, all stories", "times no pack", "ms a story after start-up",
            "start-up ms, rules kept", "start-up ms, nothing kept", "peak MB")  # fmt: skip
    rows: list[list[str]] = []
    curves: dict[str, dict[str, list[tuple[float, float]]]] = {"story": {}, "start": {}, "peak": {}}
    costs = _pack_costs(bench, packs, count)
    for (terms, shape), (many, kept, anew) in costs.items():
        after = 1000 * (cpu(many) - cpu(kept)) / max(count - 1, 1)
        times = ratios(many, costs[0, "none"][0])[0]
        rows.append([
            f"{terms:,}", shape, f"{cpu(many):.2f}", f"{times:.2f}", f"{after:.2f}", f"{1000 * cpu(kept):,.0f}",
            f"{1000 * cpu(anew):,.0f}", f"{peak(many):.0f}",
        ])  # fmt: skip
        if terms:
            curves["story"].setdefault(shape, []).append((terms, after))
            curves["start"].setdefault(f"{shape}, kept", []).append((terms, 1000 * cpu(kept)))
            curves["start"].setdefault(f"{shape}, nothing kept", []).append((terms, 1000 * cpu(anew)))
            curves["peak"].setdefault(shape, []).append((terms, peak(many)))
    panels = (
        Panel("Cost of a story after start-up", "literal terms in the rule pack", "CPU ms", curves["story"]),
        Panel("Start-up (one story)", "literal terms in the rule pack", "CPU ms", curves["start"]),
        Panel("Peak memory", "literal terms in the rule pack", "MB", curves["peak"]),
    )
    text = f"{count:,} stories; the pack comes on top of newslint's own rules.\n\n"
    return Part(f"## Cost against the number of rules\n\n{text}{table(head, rows)}", svg(panels), "rules.svg")


def _pack_costs(
    bench: Bench, packs: Mapping[tuple[int, str], Path | None], count: int
) -> dict[tuple[int, str], tuple[list[Cost], list[Cost], list[Cost]]]:
    """For each pack: many stories and one with the rules kept, and (once, it is slow) one with nothing kept."""
    one, many = bench.inputs.one(), bench.inputs.stories(count)
    anew = {key: interleaved({"": bench.check(one, bench.nothing_kept, pack)}, 1)[""] for key, pack in packs.items()}
    tasks: dict[str, Task] = {}
    for key, pack in packs.items():
        tasks[f"{key} many"] = bench.check(many, bench.rules_kept, pack)
        tasks[f"{key} one"] = bench.check(one, bench.rules_kept, pack)
    costs = interleaved(tasks, bench.sizes.rounds)
    return {key: (costs[f"{key} many"], costs[f"{key} one"], anew[key]) for key in packs}


def by_stories(bench: Bench) -> Part:
    """How time and memory grow with the number of stories in one run."""
    sizes = sorted({bench.inputs.most(size) for size in bench.sizes.growth})
    tasks = {str(size): bench.check(bench.inputs.stories(size), bench.rules_kept) for size in sizes}
    costs = interleaved(tasks, min(bench.sizes.rounds, 3))
    start = cpu(interleaved({"": bench.check(bench.inputs.one(), bench.rules_kept)}, bench.sizes.rounds)[""])
    rows = []
    for size in sizes:
        of = costs[str(size)]
        after = 1000 * (cpu(of) - start) / max(size - 1, 1)
        rows.append([f"{size:,}", f"{cpu(of):.2f}", f"{after:.2f}", f"{peak(of):.0f}"])
    seconds = [(size, cpu(costs[str(size)])) for size in sizes]
    megabytes = [(size, peak(costs[str(size)])) for size in sizes]
    panels = (
        Panel("Time of one run", "stories", "CPU s", {"newslint check, one process": seconds}),
        Panel("Peak memory of one run", "stories", "MB", {"newslint check, one process": megabytes}),
    )
    head = ("stories", "CPU s", "ms a story after start-up", "peak MB")
    text = "One process over a folder, rules that compare stories with one another included.\n\n"
    return Part(f"## Cost against the number of stories\n\n{text}{table(head, rows)}", svg(panels), "stories.svg")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is set to the right."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def _words(folder: Path) -> int:
    return sum(len(path.read_bytes().split()) for path in folder.iterdir())
