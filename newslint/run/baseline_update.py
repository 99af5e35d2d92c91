"""What a newsroom has in its baseline: written, pruned, and counted by rule, desk and month."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.base import lazy
from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import json_text, showable
from newslint.base.text import UnreadableStory
from newslint.base.typed import IO, Any
from newslint.engine.workspace import Workspace
from newslint.model.finding import Failure
from newslint.model.rule import CorpusRule
from newslint.run import baseline, known_findings
from newslint.run.baseline import BASELINE_NAME, Baseline, Baselines
from newslint.run.known_findings import KnownFinding
from newslint.run.run import Request, Run, check
from newslint.run.screens import StoryTexts

_MONTH = lazy.pattern(r"(?<!\d)((?:19|20)\d\d)[-/_](0[1-9]|1[0-2])(?!\d)")
_ROWS = 20  # of each table, for people


class Kept(NamedTuple):
    """A baseline as it was written: how many findings in how many stories, how many of them left with this run."""

    file: str
    findings: int
    stories: int
    gone: int


class Done(NamedTuple):
    """The baselines that a run wrote, and the stories it could not read."""

    kept: list[Kept]
    failures: Sequence[Failure]


def write(request: Request, paths: Sequence[str]) -> Done:
    """Put every finding of the stories into the baseline; entries that this run cannot speak of stay."""
    known = Baselines(request.workspace.finder, hide=False, both=True)
    checked = check(request._replace(screens=(known,), changes=None, every=True), paths)
    judge = _Judge(request, paths, known)
    found: dict[str, Counter[KnownFinding]] = {}
    texts = StoryTexts({}, request.workspace.open)
    for entry in checked.report.entries:
        path = entry.place.path
        file = known.file_for(os.path.dirname(path)) or _new_file(known, path)
        here = known.open(file)
        key = known_findings.known(entry, here.inside(path), texts.of(path))
        found.setdefault(file, Counter())[key] += 1
    for file in judge.files():
        found.setdefault(file, Counter())
    return Done(
        [_written(known.open(file), new, judge) for file, new in sorted(found.items())], checked.report.failures
    )


def _written(here: Baseline, new: Counter[KnownFinding], judge: _Judge) -> Kept:
    before = Counter(dict(here.left()))
    stays = before - judge.idle(here)
    entries = stays | new
    baseline.write(here.file, entries)
    return _told(here.file, entries, (before - entries).total())


def _new_file(known: Baselines, path: str) -> str:
    """Where a story's baseline is to be written that has none; raises BaselineError where that is not clear."""
    place = known.place_for(os.path.dirname(path)) or os.getcwd()
    file = os.path.join(place, BASELINE_NAME)
    if not os.path.abspath(path).startswith(os.path.join(place, "")) and not known.place_for(os.path.dirname(path)):
        hint = "newslint init FOLDER writes a newslint.yaml; the baseline is kept beside it"
        raise baseline.BaselineError(
            "this story lies outside the current folder and has no newslint.yaml", path, hint=hint
        )
    return file


def prune(request: Request, paths: Sequence[str]) -> Done:
    """Take out of the baseline what the stories no longer have."""
    known = Baselines(request.workspace.finder, both=True)
    checked = check(request._replace(screens=(known,), changes=None), paths)
    judge = _Judge(request, paths, known)
    files = judge.files()
    if not files:
        raise baseline.BaselineError("there is no baseline here", hint="newslint check --write-baseline writes one")
    kept = []
    for file in files:
        before = Counter(dict(Baseline(file, both=True).left()))
        here = known.open(file)
        entries = (before - judge.idle(here)) | here.moved
        baseline.write(file, entries)
        kept.append(_told(file, entries, max(0, before.total() - entries.total())))
    return Done(kept, checked.report.failures)


def _told(file: str, entries: Mapping[KnownFinding, int], gone: int) -> Kept:
    return Kept(os.path.relpath(file), sum(entries.values()), len({entry.path for entry in entries}), gone)


def no_longer_needed(request: Request, paths: Sequence[str], known: Baselines) -> int:
    """How many findings of the baselines are no more, of those that a run which is over could speak of."""
    judge = _Judge(request, paths, known)
    total = 0
    for file in judge.files():
        here = known.open(file)
        total += sum(count for entry, count in judge.idle(here).items() if entry not in here.followed)
    return total


class _Judge:
    """Of which entries a run can say that they are needed no longer.

    Its own stories' and those of stories that have gone; not of rules that did not run, nor, where only a part
    of the stories was read, of rules over several stories.
    """

    def __init__(self, request: Request, paths: Sequence[str], known: Baselines) -> None:
        self._run = Run(request._replace(screens=(), changes=None))
        self._some_rules = bool(request.workspace.settings.select or request.workspace.settings.ignore)
        self._wide = [os.path.abspath(path) for path in paths if os.path.isdir(path)]
        self._corpus = request.corpus
        self._known = known
        self._folders = {os.path.dirname(path) for path in known.checked} | set(self._wide)

    def files(self) -> list[str]:
        """The baselines of the stories that were checked."""
        return sorted({file for folder in self._folders if (file := self._known.file_for(folder))})

    def idle(self, here: Baseline) -> Counter[KnownFinding]:
        """The entries of a baseline that no finding has used, and of which that says something."""
        root = here.root
        checked = {here.inside(path) for path in self._known.checked}
        whole = self._corpus or any(os.path.join(root, "").startswith(os.path.join(top, "")) for top in self._wide)

        def judged(path: str, rule: str) -> bool:
            full = os.path.join(root, *path.split("/"))
            if path not in checked and self._is_story(full):
                return False
            return self._ran(rule, full, whole)

        return baseline.idle(here, judged)

    def _is_story(self, path: str) -> bool:
        return os.path.isfile(path) and self._run.scope(os.path.dirname(path)).names(path)

    def _ran(self, rule: str, path: str, whole: bool) -> bool:
        config = self._run.workspace.config_of(path)
        if not whole and isinstance(config.pack.rules.get(rule), CorpusRule):
            return False
        return not self._some_rules or any(rule == other.id for other in config.profile(path).rules)


class Stats(NamedTuple):
    """What lies in a baseline, counted."""

    file: str
    findings: int
    stories: int
    tables: dict[str, Counter[str]]


def stats(place: str, workspace: Workspace) -> Stats:
    """Count what the baseline holds of the stories at or below a path; raises BaselineError where there is none."""
    known = Baselines(workspace.finder)
    folder = place if os.path.isdir(place) else os.path.dirname(place)
    file = known.file_for(folder)
    if not file:
        raise baseline.BaselineError(
            "there is no baseline here", place, hint="newslint check --write-baseline writes one"
        )
    here = known.open(file)
    below = here.inside(place)
    entries = [(entry, n) for entry, n in here.left() if below == "." or f"{entry.path}/".startswith(f"{below}/")]
    tables: dict[str, Counter[str]] = {"rule": Counter(), "desk": Counter(), "month": Counter()}
    desks = _desks({entry.path for entry, _ in entries})
    months = dict(_months(here, {entry.path for entry, _ in entries}, workspace))
    for entry, number in entries:
        tables["rule"][entry.rule] += number
        tables["desk"][desks[entry.path]] += number
        tables["month"][months[entry.path]] += number
    return Stats(os.path.relpath(file), sum(n for _, n in entries), len(months), tables)


def _desks(paths: set[str]) -> dict[str, str]:
    """The desk of each story: the first folder in which they part ways, those of years and months aside."""
    folders = {path: [part for part in path.split("/")[:-1] if not part.isdigit()] for path in paths}
    least, most = min(folders.values(), default=[]), max(folders.values(), default=[])
    shared = next(
        (n for n, (a, b) in enumerate(zip(least, most, strict=False)) if a != b), min(len(least), len(most))
    )
    return {path: "/".join(parts[: shared + 1]) or "." for path, parts in folders.items()}


def _months(here: Baseline, paths: set[str], workspace: Workspace) -> Iterator[tuple[str, str]]:
    """The month of each story, by its own date."""
    for path in paths:
        full = os.path.join(here.root, *path.split("/"))
        try:
            day = workspace.story(workspace.open(full)).date
            yield path, day.strftime("%Y-%m") if day else _month_in(path)
        except UnreadableStory:
            yield path, "no such story any more" if not os.path.exists(full) else "unreadable"


def _month_in(path: str) -> str:
    """The month that a story's folders or its name give."""
    found = _MONTH.search(path)
    return f"{found[1]}-{found[2]}" if found else "no date"


def print_stats(found: Stats, stream: IO[str], form: str) -> None:
    """Write the tables, for people or as JSON."""
    if form == "json":
        data: dict[str, Any] = {
            "schema": 1,
            "baseline": found.file,
            "findings": found.findings,
            "stories": found.stories,
        }
        for name, table in found.tables.items():
            data[f"by_{name}"] = dict(_ordered(name, table))
        stream.write(json_text(data, 1) + "\n")
        return
    stream.write(f"{showable(found.file)}: {found.findings:,} known findings in {found.stories:,} stories\n")
    for name, table in found.tables.items():
        rows = _ordered(name, table)
        stream.write(f"\nby {name}\n")
        stream.writelines(f"{number:7,}  {showable(label)}\n" for label, number in rows[:_ROWS])
        if len(rows) > _ROWS:
            rest = sum(number for _, number in rows[_ROWS:])
            stream.write(f"{rest:7,}  in {len(rows) - _ROWS} more (--format json shows all)\n")


def _ordered(name: str, table: Counter[str]) -> list[tuple[str, int]]:
    """The most first; months from the latest on."""
    if name == "month":
        return sorted(table.items(), key=lambda row: (row[0][:1].isdigit(), row[0]), reverse=True)
    return sorted(table.items(), key=lambda row: (-row[1], row[0]))


def told(done: Done) -> list[str]:
    """What an editor is told after a baseline was written or pruned."""
    if not done.kept:
        return ["nothing was found, and no baseline is needed"]
    lines = []
    for kept in done.kept:
        findings = "finding is" if kept.findings == 1 else "findings are"
        stories = "story" if kept.stories == 1 else "stories"
        gone = f"; {kept.gone:,} left it, no longer needed" if kept.gone else ""
        lines.append(f"{showable(kept.file)}: {kept.findings:,} {findings} known in {kept.stories:,} {stories}{gone}")
    return lines


def refuse(request: Request, changed: bool, from_stdin: bool) -> None:
    """Raise where a baseline would be written from less than there is to know."""
    said = ""
    if request.workspace.settings.min_confidence:
        said = "--min-confidence does not go with writing a baseline: set min-confidence: in newslint.yaml"
    elif changed:
        said = "--changed does not go with writing a baseline: that takes whole stories"
    elif from_stdin:
        said = "a baseline is written of files, not of standard input"
    if said:
        raise NewslintError(said)
