"""Measures newslint on each house while that house is left out of learning, and adds the houses up.

    python tools/leave_one_out.py DATA --read FILE [--write] [--fitted]

DATA is a folder with the labelled sets (`quotes`, `quotes_planted`, `quotes_planted_uk`, `news`, `names_planted`,
`chrome` and `copy`, each `.jsonl.gz`; the heads of `measure.py` and of the tools that fit say their form).
For every house (an outlet, a group of copy, an eighth of the sites), what is learnt (`learners.py`) is learnt from
all others; then its own stories are measured with that. `--fitted` measures with the weights as they are
committed, to compare. `--read` names labels that are wrong and flags that were read (see tests/adjudicated.json).
`--write` keeps the figures in tests/left_out.json, from which docs/accuracy.md is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from pathlib import Path

import measure
from learners import learners
from measure import Counts, figures
from sets import Record, by_house, folds, rows

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "left_out.json"


class Sets:
    """The labelled sets, by house."""

    def __init__(self, folder: Path, read_before: Path) -> None:
        def read(name: str) -> dict[str, list[Record]]:
            return by_house(rows(folder / f"{name}.jsonl.gz"))

        judged = json.loads(read_before.read_text(encoding="utf-8"))
        self.mistaken = frozenset((page, line) for page, line in judged["chrome"])
        names_read: Mapping[str, str] = judged["names"]
        self.measures: dict[str, tuple[dict[str, list[Record]], Callable[[list[Record]], Counter[str]]]] = {
            "quotes": (read("quotes"), measure.quotes),
            "plants": (read("quotes_planted"), measure.plants),
            "british plants": (read("quotes_planted_uk"), measure.plants),
            "names": (read("news"), lambda some: measure.names(some, names_read)),
            "name plants": (read("names_planted"), measure.name_plants),
            "residue": (_windows(read("chrome")), lambda some: measure.residue(some, self.mistaken)),
            "copy": (read("copy"), measure.findings),
        }

    def folds(self) -> list[frozenset[str]]:
        """What is left out together."""
        outlets = {house for name, (houses, _) in self.measures.items() if name != "residue" for house in houses}
        return folds(outlets, self.measures["residue"][0])

    def measured(self, houses: Collection[str]) -> dict[str, Counts]:
        """What is counted on some houses, by house."""
        found: defaultdict[str, Counts] = defaultdict(dict)
        for name, (records, count) in self.measures.items():
            for house in houses:
                if house in records:
                    found[house][name] = count(records[house])
        return dict(found)


def _windows(pages: Mapping[str, list[Record]]) -> dict[str, list[Record]]:
    return {site: [page for page in mine if page["view"] == "window"] for site, mine in pages.items()}


def left_out(sets: Sets, folder: Path, read: Path) -> dict[str, Counts]:
    """What is counted on every house, with what was learnt from the others."""
    everything = learners(folder, read)
    found: dict[str, Counts] = {}
    for out in sets.folds():
        with ExitStack() as stack:
            for learner in everything:
                stack.enter_context(learner.without(out))
            found |= sets.measured(out)
        print(f"  {', '.join(sorted(out))[:100]}", flush=True)
    return found


def main() -> None:
    """Learn, measure, print, keep."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--read", type=Path, required=True)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--fitted", action="store_true")
    given = arguments.parse_args()
    sets = Sets(given.data, given.read)
    if given.fitted:
        found = {house: counts for out in sets.folds() for house, counts in sets.measured(out).items()}
    else:
        found = left_out(sets, given.data, given.read)
    whole = figures(found.values())
    for name, value in whole.items():
        print(f"{value:9.3f}  {name}")
    of_houses = {house: figures([counts]) for house, counts in found.items() if "residue" not in counts}
    for house, own in sorted(of_houses.items()):
        print(f"{house}: " + "; ".join(f"{name} {value:.3f}" for name, value in own.items()))
    if given.write:
        kept = {"all": whole, "houses": of_houses}
        KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
