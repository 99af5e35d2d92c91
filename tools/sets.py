"""The measured sets of stories: reads their records, and tells the house that each belongs to."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Record = Mapping[str, Any]

FOLDS = 8  # of the many small sites; every outlet and group is left out alone


def rows(path: str | Path) -> Iterator[Any]:
    """The records of a file of JSON lines, `.gz` or not."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def house_of(record: Record) -> str:
    """Whose story a record is: its group, site or repository, or the outlet that its id begins with."""
    own: str = record.get("group") or record.get("site") or record.get("repo") or ""
    return own or record["id"].split("_")[0].split("/")[0]


def by_house(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records by house, each house's in their order."""
    houses: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        houses[house_of(record)].append(record)
    return dict(houses)


def folds(outlets: Iterable[str], sites: Iterable[str]) -> list[frozenset[str]]:
    """What is left out together: each outlet or group alone, and the sites, in order of name, in `FOLDS` parts."""
    dealt: list[list[str]] = [[] for _ in range(FOLDS)]
    for n, site in enumerate(sorted(set(sites) - set(outlets))):
        dealt[n % FOLDS].append(site)
    return [*(frozenset((outlet,)) for outlet in sorted(set(outlets))), *(frozenset(part) for part in dealt if part)]


def text_of_lines(record: Record) -> tuple[str, Sequence[tuple[int, int]]]:
    """A labelled page as a text, a blank line between its lines, and where each line stands in it (code points)."""
    at, spans = 0, []
    for line, *_ in record["lines"]:
        spans.append((at, at + len(line)))
        at += len(line) + 2
    return "\n\n".join(line for line, *_ in record["lines"]) + "\n", spans


class Planted(NamedTuple):
    """A story out of which somebody cut who speaks, where that quotation stands, and what a reader says of it."""

    house: str
    text: str
    suffix: str
    target: tuple[int, int]
    verdict: str  # yes where nobody is named any more, no where the copy still tells, unsure
    kind: str = ""  # what was cut: the clause behind or before it, the paragraph above, or none


def planted(kept: str | Path, stories: Iterable[Record]) -> Iterator[Planted]:
    """The plants that a file keeps without their text: ids, what is cut, what is put there, the verdict."""
    by_id = {record["id"]: record for record in stories}
    for each in json.loads(Path(kept).read_text(encoding="utf-8")):
        record = by_id.get(each["id"])
        if record is not None:
            start, end, put = each["cut"]
            text = record["text"][:start] + put + record["text"][end:]
            suffix = record.get("suffix", ".txt")
            yield Planted(house_of(record), text, suffix, tuple(each["target"]), each["verdict"], each["kind"])
