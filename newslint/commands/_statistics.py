"""`--statistics`: how many findings there are by rule, for people or as JSON (schema 1)."""

from __future__ import annotations

import json
from typing import IO, NamedTuple

from newslint.model.finding import Report
from newslint.reporters.human import summary


class Count(NamedTuple):
    """How often a rule found something, in how many stories, and how many of its findings have a fix."""

    rule: str
    severity: str
    findings: int
    stories: int
    fixes: int


def counts(report: Report) -> list[Count]:
    """The findings by rule and severity, the most frequent first."""
    found: dict[tuple[str, str], list[int]] = {}
    last: dict[tuple[str, str], str] = {}
    for entry in report.entries:  # in the order of their paths
        key = entry.rule, entry.severity
        numbers = found.setdefault(key, [0, 0, 0])
        numbers[0] += 1
        numbers[1] += last.get(key) != entry.place.path
        numbers[2] += bool(entry.fixes)
        last[key] = entry.place.path
    listed = [Count(*key, *numbers) for key, numbers in found.items()]
    return sorted(listed, key=lambda count: (-count.findings, count.rule, count.severity))


def write_counts(report: Report, stream: IO[str], form: str = "human") -> None:
    """Write the counts: as JSON where that is the form asked for, else a line a rule."""
    listed = counts(report)
    if form == "json":
        rules = [count._asdict() for count in listed]
        json.dump({"schema": 1, "stories": report.stories, "rules": rules}, stream, ensure_ascii=False)
        stream.write("\n")
        return
    for count in listed:
        fixes = f", [*] {count.fixes:,}" if count.fixes else ""
        where = f", in {count.stories:,} stories" if count.stories > 1 else ""
        stream.write(f"{count.findings:7,}  {count.rule} ({count.severity}){where}{fixes}\n")
    if not report.look.quiet:
        stream.write(summary(report) + "\n")
