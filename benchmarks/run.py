"""Measures newslint, alone and beside other tools, and prints Markdown tables: see README.md beside this file."""

from __future__ import annotations

import argparse
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from inputs import CONFIG, Inputs
from measure import Broken, Cost, Task, cpu, interleaved, peak, ratios, run
from plot import Panel, svg


class Sizes(NamedTuple):
    """How much is measured."""

    rounds: int
    stories: int  # for the comparison, for one process, and for the cost of a story with many rules
    terms: Sequence[int]
    growth: Sequence[int]  # stories in one run


FULL = Sizes(5, 500, (10, 100, 1_000, 10_000), (10, 100, 1_000, 10_000, 20_000))
SMOKE = Sizes(1, 6, (20,), (2, 6))
TERMS_A_RULE = 1_000  # in packs of few large rules


class Bench:
    """The newslint to be measured, its inputs, and the states its caches can be in."""

    def __init__(self, newslint: Sequence[str], inputs: Inputs, sizes: Sizes) -> None:
        self.newslint = list(newslint)
        self.inputs = inputs
        self.sizes = sizes
        self.live = inputs.folder / "cache"
        self.environment = {"NEWSLINT_CACHE_DIR": str(self.live), "NEWSLINT_PLUGINS": ""}
        self._kept: dict[tuple[str, str], Path] = {}

    @cached_property
    def one_process(self) -> list[str]:
        """The option that keeps newslint to one process, where it has one."""
        told = subprocess.run([*self.newslint, "check", "--help"], capture_output=True, text=True, check=False).stdout
        return ["--jobs", "1"] if "--jobs" in told else []

    def check(self, path: Path, prepare: Callable[[], object], config: Path | None = None, *more: str) -> Task:
        """A task: check a story or a folder in one process."""
        file = config or self.inputs.folder / CONFIG
        command = [*self.newslint, "check", *self.one_process, *more, "--config", str(file), str(path)]
        return Task(command, prepare, self.environment)

    def nothing_kept(self) -> None:
        """Empty newslint's cache, as on the day it is installed."""
        shutil.rmtree(self.live, ignore_errors=True)

    def keeping(self, path: Path, config: Path | None = None) -> Callable[[], object]:
        """What brings the cache to where a run over `path` leaves it, before each measured run."""
        key = (str(path), str(config))

        def restore() -> None:
            if key not in self._kept:
                subprocess.run(
                    self.check(path, bool, config).command,
                    env={**os.environ, **self.environment, "NEWSLINT_CACHE_DIR": str(self._store(len(self._kept)))},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=False,
                )
                self._kept[key] = self._store(len(self._kept))
            self.nothing_kept()
            if self._kept[key].exists():
                shutil.copytree(self._kept[key], self.live)

        return restore

    def rules_kept(self, config: Path | None = None) -> Callable[[], object]:
        """The usual state: newslint has run here before, but on another story, so that only rules are kept."""
        return self.keeping(self.inputs.other(), config)

    def _store(self, number: int) -> Path:
        return self.inputs.folder / f"cache-{number}"


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
        "one story, cold: rules kept, story new": bench.check(one, bench.rules_kept()),
        "one story, warm: checked before": bench.check(one, bench.keeping(one)),
        f"{count:,} stories, rules kept, stories new": bench.check(many, bench.rules_kept()),
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
        tasks[f"{key} many"] = bench.check(many, bench.rules_kept(pack), pack)
        tasks[f"{key} one"] = bench.check(one, bench.rules_kept(pack), pack)
    costs = interleaved(tasks, bench.sizes.rounds)
    return {key: (costs[f"{key} many"], costs[f"{key} one"], anew[key]) for key in packs}


def by_stories(bench: Bench) -> Part:
    """How time and memory grow with the number of stories in one run."""
    sizes = sorted({bench.inputs.most(size) for size in bench.sizes.growth})
    tasks = {str(size): bench.check(bench.inputs.stories(size), bench.rules_kept()) for size in sizes}
    costs = interleaved(tasks, min(bench.sizes.rounds, 3))
    start = cpu(interleaved({"": bench.check(bench.inputs.one(), bench.rules_kept())}, bench.sizes.rounds)[""])
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


def _others(arguments: argparse.Namespace, inputs: Inputs) -> dict[str, Sequence[str] | None]:
    """The command of each other tool, without the files, or None where it is not here."""
    proselint = arguments.proselint or shutil.which("proselint")
    vale = arguments.vale or shutil.which("vale")
    vale_ini = inputs.folder / "vale.ini"
    vale_ini.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n", encoding="utf-8")
    return {
        "proselint": proselint and [*shlex.split(proselint), "check"],
        "Vale": vale and [*shlex.split(vale), "--no-exit", "--config", str(vale_ini)],
        # textlint has no rules of its own: the command must name some
        "textlint": arguments.textlint and shlex.split(arguments.textlint),
    }


def _parts(bench: Bench, others: Mapping[str, Sequence[str] | None], wanted: Sequence[str]) -> Iterator[Part]:
    makers: Mapping[str, Callable[[], Part]] = {
        "others": lambda: against_others(bench, others),
        "one": lambda: one_story(bench),
        "rules": lambda: by_terms(bench),
        "stories": lambda: by_stories(bench),
    }
    for name in wanted:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        yield makers[name]()


def _head(bench: Bench, own: bool) -> str:
    version = subprocess.run([*bench.newslint, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d+(?:\.\d+)+\S*", version)
    of = "stories of one's own" if own else "invented stories and the repository's own"
    return (
        f"# Results\n\nnewslint {number[0] if number else '(unknown)'}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores; {of}. Medians of {bench.sizes.rounds} interleaved rounds; CPU is user and system "
        "time of the whole process.\n"
    )


def _newslint() -> str:
    """The newslint beside this Python, else the one on the path."""
    beside = Path(sys.executable).with_name("newslint")
    return shlex.quote(str(beside)) if beside.exists() else "newslint"


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parts = ("others", "one", "rules", "stories")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"what to measure, of {', '.join(parts)} (default: all)"
    )
    parser.add_argument("--stories", type=Path, metavar="DIR", help="measure on these stories, not on invented ones")
    parser.add_argument("--count", type=int, metavar="N", help=f"stories to compare on (default {FULL.stories})")
    parser.add_argument(
        "--rounds", type=int, metavar="N", help=f"measured runs of each command (default {FULL.rounds})"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the invented stories (default 1)")
    parser.add_argument("--newslint", default=_newslint(), metavar="CMD", help="the newslint to measure")
    for tool in ("proselint", "vale"):
        parser.add_argument(f"--{tool}", metavar="CMD", help=f"the {tool} to compare with (default: on the path)")
    parser.add_argument(
        "--textlint", metavar="CMD", help="a textlint with its rules, such as “textlint --rule write-good”"
    )
    parser.add_argument("--write", type=Path, metavar="DIR", help="also write RESULTS.md and the plots there")
    parser.add_argument("--smoke", action="store_true", help="a tiny size of everything, to see that it works")
    found = parser.parse_args(given)
    if unknown := set(found.parts) - set(parts):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; the parts are {', '.join(parts)}")
    found.parts = found.parts or parts
    return found


def main(given: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for. Gives the exit code."""
    arguments = _arguments(given)
    if not hasattr(os, "wait4"):
        print("this system does not tell what a process cost (no os.wait4)", file=sys.stderr)
        return 2
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules are part of any installation
    sizes = SMOKE if arguments.smoke else FULL
    sizes = sizes._replace(
        rounds=arguments.rounds or sizes.rounds,
        stories=arguments.count or sizes.stories,
    )
    with tempfile.TemporaryDirectory(prefix="newslint-benchmarks-") as folder:
        inputs = Inputs(Path(folder) / "work", arguments.stories, arguments.seed)
        bench = Bench(shlex.split(arguments.newslint), inputs, sizes)
        results = _head(bench, bool(arguments.stories))
        print(results, flush=True)
        try:
            for part in _parts(bench, _others(arguments, inputs), arguments.parts):
                print(part.text, flush=True)
                picture = f"\n![{part.file}]({part.file})\n" if part.file else ""
                results += f"\n{part.text}{picture}"
                if part.file and arguments.write:
                    _write(arguments.write / part.file, part.plot)
        except Broken as error:
            print(error, file=sys.stderr)
            return 2
    if arguments.write:
        _write(arguments.write / "RESULTS.md", results)
    return 0


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
