"""How many faults that editors mended in published posts newslint would have told before, by kind.

    python tools/measure_corrections.py corrections.jsonl.gz [--missed KIND]

The set is a file of JSON lines (`.gz` or not), a correction a line: the post `before` and `after`, its `path` and
`suffix`, `class_name` (the kind), whether it mends a `fault`, where the words stand that were changed (`span_before`,
`span_after`; where one is empty, the word beside it in `near_before`, `near_after`), in code points. A fault is told
where a finding meets those words before, and none of that rule meets them after. `--missed` shows what is not told.
"""

from __future__ import annotations

import argparse
import pathlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from sets import Record, rows

import newslint

ABOUT_A_FILE = frozenset(("missing-headline", "unreadable-metadata", "lede-length", "reading-grade"))
ACROSS = frozenset(("repeated-line",))  # posts by many are no house's run


def main() -> None:
    """Check each post before and after, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=pathlib.Path)
    parser.add_argument("--missed", default="")
    given = parser.parse_args()
    kept: dict[str, list[newslint.Finding]] = {}
    told: defaultdict[str, list[bool]] = defaultdict(list)
    rules: Counter[str] = Counter()
    records = list(rows(given.set))
    for record in filter(_is_fault, records):
        hits = _at(record, "before", kept) - _at(record, "after", kept)
        told[record["class_name"]].append(bool(hits))
        rules.update(hits)
        if record["class_name"] == given.missed and not hits:
            print(f"{record['old']!r} > {record['new']!r}: {record['repo']}/{record['path']}")
    _print(told, rules)
    posts = {record["before"]: record for record in records}
    found = sum(
        finding.rule not in ACROSS for record in posts.values() for finding in _findings(record, "before", kept)
    )
    words = sum(len(text.split()) for text in posts)
    print(f"\n{found} findings in {len(posts)} posts: {1000 * found / words:.2f} in 1,000 words")


def _is_fault(record: Record) -> bool:
    return bool(record["fault"])


def _findings(record: Record, side: str, kept: dict[str, list[newslint.Finding]]) -> list[newslint.Finding]:
    text = record[side]
    if text not in kept:
        name = pathlib.PurePath(record["path"]).stem + record["suffix"]  # a post's name may hold its date
        kept[text] = newslint.check(text, path=name)
    return kept[text]


def _at(record: Record, side: str, kept: dict[str, list[newslint.Finding]]) -> set[str]:
    """The rules with a finding at the words that were changed."""
    start, end = record[f"span_{side}"]
    if start == end:
        start, end = record[f"near_{side}"]
    return {
        finding.rule
        for finding in _findings(record, side, kept)
        if finding.rule not in ABOUT_A_FILE
        and any(span.start < end and start < span.end for span in (finding.span, *(r.span for r in finding.related)))
    }


def _print(told: Mapping[str, list[bool]], rules: Mapping[str, Any]) -> None:
    everything = [each for row in told.values() for each in row]
    print("| what was mended | faults | told before |\n|---|---|---|")
    for kind, row in sorted(told.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"| {kind} | {len(row)} | {sum(row)} ({sum(row) / len(row):.0%}) |")
    print(f"| all | {len(everything)} | {sum(everything)} ({sum(everything) / len(everything):.0%}) |")
    print("\nby rule: " + ", ".join(f"`{rule}` {count}" for rule, count in Counter(rules).most_common()))


if __name__ == "__main__":
    main()
