"""What `check --timing` tells after the report: which rules, analyses and plugins took how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.arguments import Given
from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.config.settings import Settings
from newslint.engine.timed import ALL, ANALYSIS, READING, REST, RULE, SCAN, TimedWorkspace, Watch
from newslint.engine.workspace import Workspace

_TOP = 20  # rows of a table
_MS = 1_000_000  # nanoseconds
_ALONE = ("fix", "diff", "write_baseline", "prune_baseline")
_PARTS = {
    READING: "reading",
    SCAN: "scan for words and patterns",
    ANALYSIS: "analyses",
    RULE: "rules",
    REST: "making rules ready, leaving quotations and ignores alone",
    ALL: "loading, and what concerns several stories",
}
Row = tuple[str, int, int]  # a name, how often it was called, and nanoseconds


def timed(given: Given, settings: Settings) -> TimedWorkspace:
    """A workspace with a watch that runs; raises NewslintError for what is not done in one plain check."""
    if any(getattr(given, name) for name in _ALONE) or given.add_ignore is not None:
        raise NewslintError("--timing goes with a plain check: it fixes and records nothing")
    if given.jobs > 1:
        raise NewslintError("--timing goes with one process: leave out --jobs")
    workspace = TimedWorkspace(settings, given.config, Watch())
    workspace.watch.begin(ALL)
    return workspace


def tables(workspace: Workspace) -> list[str]:
    """Stop the watch; what it says, line by line with their ends."""
    assert isinstance(workspace, TimedWorkspace)
    workspace.watch.end(1)
    return [f"{line}\n" for line in told(workspace.watch)]


def told(watch: Watch) -> Iterator[str]:
    """The tables, line by line."""
    whole = watch.total() or 1
    rules, analyses = list(_of(watch, RULE)), list(_of(watch, ANALYSIS))
    yield from _table("rule", rules, whole)
    yield from _table("analysis", analyses, whole)
    yield from _table("plugin", _by_plugin(watch, rules), whole)
    rows = [(name, _calls(watch, sort), watch.total(sort)) for sort, name in _PARTS.items()]
    yield from _table("part", [*rows, ("all", 0, whole)], whole, ordered=False)


def _calls(watch: Watch, sort: str) -> int:
    return sum(number for (kind, _), number in watch.calls.items() if kind == sort)


def _of(watch: Watch, sort: str) -> Iterator[Row]:
    for (kind, name), number in watch.calls.items():
        if kind == sort:
            yield name, number, watch.spent.get((kind, name), 0)


def _by_plugin(watch: Watch, rules: Iterable[Row]) -> list[Row]:
    """The rules' times by the plugin that each is from; a house's own rules go with newslint's."""
    found: dict[str, tuple[int, int]] = {}
    for name, number, spent in rules:
        owner = watch.owners.get(name)
        whose = f"{owner.name} {owner.version}" if owner else "newslint"
        calls, before = found.get(whose, (0, 0))
        found[whose] = calls + number, before + spent
    return [(name, calls, spent) for name, (calls, spent) in found.items()]


def _table(what: str, rows: list[Row], whole: int, *, ordered: bool = True) -> Iterator[str]:
    """The first rows by their time, and how many are left."""
    shown = sorted(rows, key=lambda row: (-row[2], row[0])) if ordered else rows
    yield f"    calls         ms   share  {what}"
    for name, number, spent in shown[:_TOP]:
        calls = f"{number:,}" if number else ""
        yield f"{calls:>9} {spent / _MS:>10,.1f} {spent / whole:>7.1%}  {showable(name)}"
    if len(shown) > _TOP:
        left = sum(spent for _, _, spent in shown[_TOP:])
        yield f"{'':>9} {left / _MS:>10,.1f} {left / whole:>7.1%}  {len(shown) - _TOP} more"
    yield ""
