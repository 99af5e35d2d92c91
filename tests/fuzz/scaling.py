"""How the work grows with what is worked on: each piece of work at n and at 2n, in counted steps, never by the clock.

Run as `cd tests; python -m fuzz.scaling RULER SIZE [PART…]`, it prints a JSON object for each
piece of work whose name has such a part (`=` stands at its ends). `lines` counts
the lines of Python that are run, which anyone can; `instructions` counts those of the processor, with valgrind, and
sees what happens inside C (a search, a slice, a pattern) as well.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from shutil import which
from typing import NamedTuple

from newslint.base.text import Source, Span
from newslint.config.settings import Settings
from newslint.engine.fixing import fix_text
from newslint.engine.workspace import Workspace
from newslint.model.finding import Background, Edit, Entry, Finding, Fix, Related, Report, ZoneBlock, locate
from newslint.reporters import find, names
from newslint.rulebook.pack import read_rules
from newslint.run.baseline import Baseline, write
from newslint.run.known_findings import known

from .shapes import SHAPES

ROOT = Path(__file__).parent.parent.parent
BAR = 2.3  # what doubling may cost
Run = Callable[[], object]
Work = Callable[[int], Run]  # of a size in characters: what is to be measured, all of it prepared

RULES = """\
id: {name}
kind: {kind}
topic: language
message: "about “{{match}}”"
why: because
examples: [{{bad: "a [[mill]]"}}, {{good: fine}}]
{keys}
"""
KINDS = {  # kind, keys, text
    "except": ("existence", "terms: [the mill]\nexcept: [the mill of]", "the mill of the mill "),
    "except, a paragraph each": ("existence", "terms: [the mill]\nexcept: [the mill of]", "the mill of the mill\n\n"),
    "patterns": ("existence", "patterns: ['mi+ll']\nexcept: [the mill]", "the mill and mill "),
    "alone": ("existence", "terms: [mill]\nalone: line", "mill\n\n"),
    "a long term": ("existence", f"terms: [{'a b ' * 100}]", "a b "),
    "substitution": ("substitution", "swap: {hill: [mill]}\nexcept: [the mill]", "the mill and mill "),
    "per sentence": ("occurrence", "terms: [mill]\nmax: 1\nper: sentence", "The mill and the mill. "),
    "per paragraph": ("occurrence", "terms: [mill]\nmax: 1\nper: paragraph", "The mill and the mill.\n\n"),
    "per story": ("occurrence", "terms: [mill]\nmax: 1", "The mill. "),
    "at least": ("occurrence", "terms: [mill]\nmin: 1", "The hill. "),
    "sequence": ("sequence", "steps: [the, mill]\nwithin: 5", "the the a mill "),
    "choice": ("choice", "forms: {a: [mill], b: [hill]}", "mill hill mill "),
}


class Growth(NamedTuple):
    """A piece of work, and its steps at nothing, at n and at 2n."""

    name: str
    steps: tuple[int, int, int]

    @property
    def factor(self) -> float:
        """By how much twice as much to work on takes more steps, those left out that it takes in any case."""
        nothing, once, twice = self.steps
        return (twice - nothing) / max(1, once - nothing)


def works() -> Mapping[str, Work]:
    """Every piece of work by its name."""
    found: dict[str, Work] = {f"check: {name}": partial(_checking, name) for name in SHAPES}
    found |= {f"fix: {name}": partial(_fixing, name) for name in SHAPES if "findings" in name}
    found |= {f"kind: {name}": partial(_judging, name) for name in KINDS}
    found |= {f"report: {form}, {pile}": partial(_reporting, form, pile) for form in names() for pile in PILES}
    found |= {f"baseline: {name}": partial(_screening, name) for name in ("same", "edited", "other", "written")}
    return found


@cache
def _workspace() -> Workspace:
    return Workspace(Settings(style="ap", min_confidence="low"), None)


def _check(workspace: Workspace, path: str, text: str) -> list[Finding]:
    engine = workspace.engine(path)
    return engine.check(workspace.story(Source(path, text), engine))


def _checking(name: str, size: int) -> Run:
    shape = SHAPES[name]
    return partial(_check, _workspace(), f"a{shape.suffix}", shape.text(size))


def _fixing(name: str, size: int) -> Run:
    shape = SHAPES[name]
    return partial(fix_text, shape.text(size), partial(_check, _workspace(), f"a{shape.suffix}"), offers=True)


def _judging(name: str, size: int) -> Run:
    kind, keys, unit = KINDS[name]
    workspace = _house(RULES.format(name="a-rule", kind=kind, keys=keys))
    return partial(_check, workspace, "a.md", unit * (size // len(unit)))


@cache
def _house(text: str) -> Workspace:
    """A workspace with nothing but the rule of a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a-rule.yaml")
        file.write_text(text, encoding="utf-8")
        rules = list(read_rules(str(file), _workspace().plugins.kinds))
    return _workspace().only(rules)


PILES = ("in one line", "a paragraph each", "over one another", "related", "fixes")


def _pile(pile: str, size: int) -> Report:
    """A report of many findings in one story."""
    unit = "the the mill" + ("\n\n" if pile != "in one line" else " ")
    many = size // len(unit)
    source = Source("a.md", unit * many)
    places = [Span(n * len(unit), n * len(unit) + 7) for n in range(many)]
    reach = 40 if pile == "over one another" else 7
    found = Finding("repeated-word", "language", "warning", "high", "it is there twice", Span(0, 0))
    entries = [locate(found._replace(span=Span(at, min(at + reach, len(source.text)))), source) for at, _ in places]
    if pile == "related":
        entries = (
            [locate(found._replace(span=places[0], related=tuple(map(Related, places))), source)] if many else []
        )
    if pile == "fixes":
        fix = Fix("Delete it", tuple(Edit(place, "the") for place in places))
        entries = [locate(found._replace(span=place, fixes=(fix,)), source) for place in places[:1]]
    blocks = [ZoneBlock("body", Span(at, at + 12)) for at, _ in places] if pile != "in one line" else []
    background = Background(source=lambda _: source, blocks=lambda _: blocks)
    return Report(1, entries, (), lambda: background)


def _reporting(form: str, pile: str, size: int) -> Run:
    reporter = find(form)
    assert reporter
    return partial(reporter, _pile(pile, size), io.StringIO())


def _screening(name: str, size: int) -> Run:
    """A baseline of as many entries, against a story that has as many findings."""
    text = "".join(f"the the mill {n if name == 'other' else ''} closed\n" for n in range(size // 24))
    source = Source("a.md", text)
    found = Finding("repeated-word", "language", "warning", "high", "it is there twice", Span(0, 0))
    entries: list[Entry] = [
        locate(found._replace(span=Span(m.start(), m.end())), source) for m in re.finditer("the the", text)
    ]
    kept = {known(entry, "a.md", text): n + 1 for n, entry in enumerate(entries)}
    if name == "edited":
        kept = {entry._replace(before=f"word {n}"): 1 for n, entry in enumerate(kept)}
        kept |= {each._replace(match="a a", before=f"word {n}"): 1 for each in kept for n in range(len(entries))}
    folder = tempfile.mkdtemp()
    file = os.path.join(folder, "newslint-baseline.json")
    if name == "written":
        return partial(write, file, kept)
    write(file, kept)

    def screened() -> object:
        return Baseline(file).without_known(entries, "a.md", text)

    return screened


def lines(run: Run) -> int:
    """How many lines of Python a piece of work runs."""
    count = 0

    def local(frame: object, event: str, _: object) -> object:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda *_: local)  # type: ignore[arg-type,return-value]
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def by_lines(size: int, wanted: Iterable[str]) -> Iterator[Growth]:
    """The growth of pieces of work in lines of Python."""
    found = works()
    for name in wanted:
        for n in (2 * size, size, 0):  # what is loaded and made once, for each of them
            found[name](n)()
        first, once, twice = (lines(found[name](n)) for n in (0, size, 2 * size))
        yield Growth(name, (first, once, twice))


def by_instructions(size: int, wanted: Iterable[str]) -> Iterator[Growth]:
    """The growth of pieces of work in instructions; needs valgrind."""
    valgrind = which("valgrind")
    if not valgrind:
        raise SystemExit("there is no valgrind here: count lines")
    with tempfile.TemporaryDirectory() as folder:
        tool = [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        command = [
            *tool,
            f"--log-file={folder}/%p",
            sys.executable,
            "-m",
            "fuzz.scaling",
            "copies",
            str(size),
            *(f"={name}=" for name in wanted),
        ]
        environment = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
        }
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout
            for line in process.stdout:
                name, *processes = json.loads(line)
                idle, first, base, once, other, twice = (_instructions(Path(folder, str(pid))) for pid in processes)
                yield Growth(name, (first - idle, once - base, twice - other))


def _instructions(log: Path) -> int:
    found = re.search(r"I\s+refs:\s+([\d,]+)", log.read_text())
    assert found, log.read_text()
    return int(found[1].replace(",", ""))


def _copies(size: int, wanted: Iterable[str]) -> None:
    """Run each piece of work in copies of this process: one that does nothing, then one that does it, at each size."""
    found = works()
    for name in wanted:
        found[name](size)()
        processes = []
        for n in (0, size, 2 * size):
            run = found[name](n)
            for work in (None, run):
                child = os.fork()
                if not child:
                    try:
                        if work:
                            work()
                    finally:
                        os._exit(0)
                os.waitpid(child, 0)
                processes.append(child)
        print(json.dumps([name, *processes]), flush=True)


if __name__ == "__main__":
    ruler, n, *chosen = sys.argv[1:]
    chosen = sorted(name for name in works() if not chosen or any(part in f"={name}=" for part in chosen))
    if ruler == "copies":
        _copies(int(n), chosen)
    else:
        for growth in (by_lines if ruler == "lines" else by_instructions)(int(n), chosen):
            print(
                json.dumps({"name": growth.name, "growth": round(growth.factor, 2), "steps": growth.steps}),
                flush=True,
            )
