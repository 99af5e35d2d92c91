"""What one report newly finds and no longer finds against another, and how that is told."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

from newslint.base.record import NamedTuple
from newslint.base.showing import json_text, showable
from newslint.base.typed import Any
from newslint.commands._kept_report import KeptFinding, KeptReport
from newslint.reporters.base import later_name, shown_path
from newslint.reporters.human import count
from newslint.reporters.markdown import escaped

MOST_ROWS = 500  # of a list in Markdown
_MOST_TRIES = 200_000  # names worked out to tell what a story that moved brought along: a third of a second

Key = Callable[[KeptFinding], tuple[str, str]]


class Comparison(NamedTuple):
    """Two reports and what tells them apart, each list in the order of its report.

    `moved` is how many findings are the same in a story of another name; `failing` are the files that could not be
    checked the second time alone, each with the reason: nothing is known of what is in them.
    """

    old: KeptReport
    new: KeptReport
    found: Sequence[KeptFinding]
    gone: Sequence[KeptFinding]
    moved: int
    failing: Sequence[tuple[str, str]]

    @property
    def same(self) -> int:
        """How many findings both have."""
        return len(self.new.findings) - len(self.found)

    def by_rule(self) -> list[tuple[str, int, int]]:
        """Each rule with how much it newly finds and no longer finds, the most first."""
        found, gone = (Counter(each.rule for each in side) for side in (self.found, self.gone))
        rows = [(rule, found[rule], gone[rule]) for rule in found.keys() | gone.keys()]
        return sorted(rows, key=lambda row: (-row[1] - row[2], row[0]))


def compared(old: KeptReport, new: KeptReport) -> Comparison:
    """What the second report has that the first has not, and the other way round.

    Findings are the same by their fingerprint in the same story; then, of those that are left, by their fingerprint
    in any story; at last by what it would be if no other finding were like them.
    """
    gone, found = _without_pairs(old.findings, new.findings, _place_and_name, _place_and_name)
    gone, left = _without_pairs(gone, found, _name, _name)
    gone, left = _without_pairs(gone, left, _Names(old).of, _Names(new).of)
    before = {path for path, _ in old.failures}
    failing = [failure for failure in new.failures if failure[0] not in before]
    return Comparison(old, new, left, gone, len(found) - len(left), failing)


def _place_and_name(finding: KeptFinding) -> tuple[str, str]:
    return os.path.normpath(finding.path), finding.fingerprint


def _name(finding: KeptFinding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint


def _without_pairs(
    old: Sequence[KeptFinding], new: Sequence[KeptFinding], old_key: Key, new_key: Key
) -> tuple[list[KeptFinding], list[KeptFinding]]:
    """The findings of either side for which the other has none with the same key."""
    waiting: dict[tuple[str, str], deque[int]] = {}
    for n, each in enumerate(old):
        waiting.setdefault(old_key(each), deque()).append(n)
    used, left = set(), []
    for each in new:
        places = waiting.get(new_key(each))
        if places:
            used.add(places.popleft())
        else:
            left.append(each)
    return [each for n, each in enumerate(old) if n not in used], left


class _Names:
    """What the findings of a report would be called if each were the only one of its words.

    Of several findings alike all but the first are named by their story as well; so that name changes where the story
    is renamed, or where the first of them is mended. It is told by working out what the others would be called, up to
    a number of tries; a finding that none of them fits has its own name.
    """

    def __init__(self, report: KeptReport) -> None:
        self._tries = _MOST_TRIES
        self._alike: dict[tuple[str, str], dict[str, None]] = {}
        self._here: Counter[tuple[str, str, str]] = Counter()
        for each in report.findings:
            words = _words(each)
            self._alike.setdefault(words, {})[each.fingerprint] = None
            self._here[*words, each.path] += 1

    def of(self, finding: KeptFinding) -> tuple[str, str]:
        """The rule of a finding, and that name."""
        words, path = _words(finding), shown_path(finding.path)
        alike, most = self._alike[words], self._here[*words, finding.path]
        for name in alike if len(alike) > 1 else ():
            for number in range(1, most + 1):
                self._tries -= 1
                if self._tries < 0:
                    return _name(finding)
                if later_name(name, path, number) == finding.fingerprint:
                    return finding.rule, name
        return _name(finding)


def _words(finding: KeptFinding) -> tuple[str, str]:
    return finding.rule, " ".join(finding.match.split())


def as_lines(told: Comparison) -> list[str]:
    """The comparison for people."""
    lines = [f"{showable(side.file)}: {_counts(side)}" for side in (told.old, told.new)]
    lines.append(_sum(told))
    rows = told.by_rule()
    if rows:
        lines += ["", "   new  no longer  rule"]
        lines += [f"{found:6,}  {gone:9,}  {showable(rule)}" for rule, found, gone in rows]
    for title, listed in _lists(told):
        lines += ["", title, *(f"  {showable(_place(each))}: {_said(each, showable)}" for each in listed)]
    if told.failing:
        lines += ["", "could be checked before, and no longer"]
        lines += [f"  {showable(path)}: {showable(why)}" for path, why in told.failing]
    return lines


def as_json(told: Comparison) -> str:
    """The comparison as JSON, schema 1."""
    sides = {name: _side(side) for name, side in (("old", told.old), ("new", told.new))}
    return json_text({
        "schema": 1,
        **sides,
        "same": told.same,
        "moved": told.moved,
        "rules": [{"rule": rule, "found": found, "gone": gone} for rule, found, gone in told.by_rule()],
        "found": [each.plain for each in told.found],
        "gone": [each.plain for each in told.gone],
        "failures": [{"path": path, "message": message} for path, message in told.failing],
    })  # fmt: skip


def as_markdown(told: Comparison) -> list[str]:
    """The comparison as a table and lists in Markdown, each list up to so many rows."""
    lines = ["### newslint compare", "", escaped(_sum(told))]
    if rows := told.by_rule():
        lines += ["", "| rule | new | no longer |", "|---|---:|---:|"]
        lines += [f"| {escaped(rule)} | {found:,} | {gone:,} |" for rule, found, gone in rows]
    for title, listed in _lists(told):
        lines += ["", f"#### {title[:1].upper()}{title[1:]}", ""]
        lines += [f"- {escaped(_place(each))}: {_said(each, escaped)}" for each in listed[:MOST_ROWS]]
        if len(listed) > MOST_ROWS:
            lines += ["", f"{len(listed) - MOST_ROWS:,} more: `--format json` has all."]
    if told.failing:
        lines += ["", "#### Could be checked before, and no longer", ""]
        lines += [f"- {escaped(path)}: {escaped(why)}" for path, why in told.failing]
    return lines


def _side(side: KeptReport) -> dict[str, Any]:
    return {
        "file": side.file,
        "version": side.version,
        "stories": side.stories,
        "findings": len(side.findings),
        "failures": len(side.failures),
    }


def _counts(side: KeptReport) -> str:
    found = count(len(side.findings), "finding", "findings")
    failed = f", {count(len(side.failures), 'file', 'files')} could not be read" if side.failures else ""
    return f"newslint {showable(side.version)}, {found} in {count(side.stories, 'story', 'stories')}{failed}"


def _sum(told: Comparison) -> str:
    moved = f" ({told.moved:,} of them in a story of another name or at another place)" if told.moved else ""
    return f"{len(told.found):,} newly found, {len(told.gone):,} found no longer, {told.same:,} in both{moved}."


def _lists(told: Comparison) -> Iterator[tuple[str, Sequence[KeptFinding]]]:
    for title, listed in (("newly found", told.found), ("found no longer", told.gone)):
        if listed:
            yield title, listed


def _place(finding: KeptFinding) -> str:
    record = f" (record {finding.record})" if finding.record else ""
    return f"{finding.path}:{finding.line}:{finding.column}{record}"


def _said(finding: KeptFinding, shown: Callable[[str], str]) -> str:
    """What a finding says, as a line has it."""
    return f"{shown(finding.severity)} {shown(f'[{finding.rule}]')} {shown(finding.message)}"
