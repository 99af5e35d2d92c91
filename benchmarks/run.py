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
from pathlib import Path

from inputs import Inputs
from measure import Broken
from parts import Bench, Part, Sizes, against_others, by_stories, by_terms, one_story

FULL = Sizes(5, 500, (10, 100, 1_000, 10_000), (10, 100, 1_000, 10_000, 20_000))
SMOKE = Sizes(1, 6, (20,), (2, 6))


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
        f"# ResultFiles\n\nnewslint {number[0] if number else '(unknown)'}, Python {platform.python_version()}, "
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
