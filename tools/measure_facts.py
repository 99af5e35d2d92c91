"""How many contradictions set into stories newslint tells, by kind, and what it says of the stories as they were.

    python tools/measure_facts.py facts_planted.jsonl.gz [--missed KIND] [--loud]

The set is a file of JSON lines (`.gz` or not), a contradiction a line: the story's `text` with it and the `original`
without, the `kind`, where the text was changed (`change`), `before` and `after` it, and where the mention stands that
it contradicts (`other`), in code points; the `suffix` of the story's file. A contradiction is told where a finding
about facts, names, numbers or dates, with what it relates, meets the one place or the other, and none of that rule
met either before. `--missed` shows what is not told, `--loud` what is said of stories as they were.
"""

from __future__ import annotations

import argparse
import pathlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from sets import Record, house_of, rows

import newslint

TOPICS = frozenset(("dates", "facts", "names", "numbers", "structure"))
ALL = ("facts", "inconsistent-name", "weekday-date-mismatch")
_AROUND = 60  # code points shown on either side

# The rule that is there for each kind.
RULES = {
    "age": "age-mismatch",
    "conversion": "unit-conversion",
    "count-list": "count-and-list",
    "difference": "difference-mismatch",
    "direction": "direction-mismatch",
    "multiplier": "multiplier-mismatch",
    "parts-total": "parts-and-total",
    "score": "score-and-winner",
    "vote": "vote-count",
    "weekday-date": "weekday-date-mismatch",
}

Findings = Iterable[newslint.Finding]


def main() -> None:
    """Check each story with its contradiction and without, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=pathlib.Path)
    parser.add_argument("--missed", default="")
    parser.add_argument("--loud", action="store_true")
    given = parser.parse_args()
    records = list(rows(given.set))
    told: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for record in records:
        both = bool(_told(record, ())), bool(_told(record, ALL))
        told[record["kind"]].append(both)
        if record["kind"] == given.missed and not both[0]:
            start, end = record["change"]
            print(f"{record['before']} > {record['after']}: {_shown(record['text'], start, end)}")
    _print(told)
    _print_houses(records)
    originals = {record["original"]: record["suffix"] for record in records}
    for name, select in (("by default", ()), ("all of the topic", ("facts",))):
        loud = [(text, f) for text, suffix in originals.items() for f in _findings(text, suffix, select)]
        said = [(text, finding) for text, finding in loud if finding.topic == "facts"]
        print(f"{name}: {len(said)} findings in {len(originals)} stories as they were")
        if given.loud:
            for text, finding in said:
                print(f"  {finding.rule}: {finding.message} | {_shown(text, finding.span.start, finding.span.end)}")


@cache
def _findings(text: str, suffix: str, select: tuple[str, ...]) -> list[newslint.Finding]:
    return [each for each in newslint.check(text, path="story" + suffix, select=select) if each.topic in TOPICS]


def _told(record: Record, select: tuple[str, ...]) -> set[str]:
    """The rules that tell of the contradiction, and told of nothing there before."""
    start, end = record["change"]
    shift = len(record["after"]) - len(record["before"])
    first, last = record["other"]
    moved = (first - shift, last - shift) if first >= end else (first, last)
    before = _findings(record["original"], record["suffix"], select)
    after = _findings(record["text"], record["suffix"], select)
    return _at(after, ((start, end), (first, last))) - _at(before, ((start, end - shift), moved))


def _at(findings: Findings, places: Iterable[tuple[int, int]]) -> set[str]:
    """The rules with a finding that meets one of some places, itself or by what it relates."""
    return {
        finding.rule
        for finding in findings
        for span in (finding.span, *(related.span for related in finding.related))
        if any(span.start < end and start < span.end for start, end in places)
    }


def _print(told: Mapping[str, list[tuple[bool, bool]]]) -> None:
    print("| kind of contradiction, by its rule | planted | told by default | with all rules |\n|---|---|---|---|")
    everything = [both for row in told.values() for both in row]
    for kind, row in (*sorted(told.items(), key=lambda item: (-len(item[1]), item[0])), ("all", everything)):
        default, every = (sum(both[n] for both in row) for n in (0, 1))
        rule, of = RULES.get(kind, kind), len(row)
        print(f"| {rule} | {of} | {default} ({default / of:.0%}) | {every} ({every / of:.0%}) |")


def _print_houses(records: Iterable[Record]) -> None:
    """By house: a mechanism that was fitted to some shows here."""
    houses: defaultdict[str, list[bool]] = defaultdict(list)
    for record in records:
        houses[house_of(record)].append(bool(_told(record, ())))
    print("\nby house: " + ", ".join(f"{house} {sum(row)}/{len(row)}" for house, row in sorted(houses.items())))


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")


if __name__ == "__main__":
    main()
