"""Many files to one report: what is known is looked up, the rest is checked, and all of it put in order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence

from newslint.base import cache
from newslint.base.errors import NewslintError, RuleError
from newslint.base.globs import Scope
from newslint.base.progress import Progress
from newslint.base.record import NamedTuple
from newslint.base.sorted_records import SortedRecords
from newslint.base.typed import TYPE_CHECKING
from newslint.engine.workspace import Workspace
from newslint.model.finding import Background, Entry, Failure, Report, order, thawed
from newslint.run.across_stories import FactsAcrossStories
from newslint.run.cache import ResultCache
from newslint.run.fingerprint import Fingerprints
from newslint.run.once import Once
from newslint.run.outcome import Outcome, StoryFile, reaches
from newslint.run.screens import Screen, StoryTexts
from newslint.run.story_files import of_no_format, stories_below

if TYPE_CHECKING:
    from newslint.run.allowances import Allowances
    from newslint.run.changes import Changes
    from newslint.run.one_file import Checker

POOL_FROM = 400  # stories left to check from which a second process pays


class Request(NamedTuple):
    """What a run is asked for. `jobs` is the number of processes, 0 for as many as pay.

    `screens` hold findings back that are known (after the cache: it keeps what is there to find); with `changes`
    only stories that changed are read. `every` is for who records findings: what is said but once of many stories
    is then said of each. With `allow_empty` a folder without a story is no failure. Stories that `failed` a moment
    ago are not tried again. Up to `max_findings` that would fail the run do not.
    """

    workspace: Workspace
    corpus: bool = False
    force_exclude: bool = False
    cache: bool = True
    jobs: int = 0
    screens: tuple[Screen, ...] = ()
    changes: Changes | None = None
    every: bool = False
    allow_empty: bool = False
    failed: tuple[Failure, ...] = ()
    max_findings: int = 0


class Checked(NamedTuple):
    """A report, the exit code it stands for, how many stories were known, and the configurations that held."""

    report: Report
    code: int
    known: int = 0
    configs: tuple[str, ...] = ()


class Run:
    """One run: gathers outcomes and makes the report.

    With `facts` stories are also asked what rules over several stories want to know of them.
    """

    def __init__(self, request: Request, *, facts: bool = False) -> None:
        self.request = request
        self.workspace = request.workspace
        self.facts = facts
        self._fingerprints = Fingerprints((*self.workspace.settings,), outside=self.workspace.settings.outside)
        self._entries = SortedRecords()
        self._failures: list[Failure] = []
        self._absent: list[Failure] = []
        self.named: frozenset[str] = frozenset()  # files that somebody named: each must have a story
        self._stories = 0
        self._story = ""  # the path of the last
        self._fails = False
        self._allowances: Allowances | None = None  # where anything is allowed
        self._budgets: dict[str, Mapping[str, int]] = {}
        self._scopes: dict[str, Scope] = {}
        self._seen: set[str] = set()  # configurations of folders that were asked about
        self._known = 0  # stories that needed no checking
        self._gathered = FactsAcrossStories(self.workspace)
        self._once = Once()
        self.given: dict[str, bytes] = {}  # stories that do not lie on disk as they are checked
        self._texts = StoryTexts(self.given, self.workspace.open)
        for screen in request.screens:
            screen.begin()

    @property
    def _checker(self) -> Checker:
        from newslint.run.one_file import Checker

        return Checker(self.workspace, self.facts)

    def scope(self, folder: str) -> Scope:
        """Which files below a folder are stories; raises ConfigError for a configuration that is wrong.

        One that was right when nothing was different is right still, and is not read again.
        """
        config = self.workspace.finder.file_for(folder)
        self._seen.add(config)
        if not self.request.cache:
            return self.workspace.scope(folder)
        if config not in self._scopes:
            self._scopes[config] = self._remembered_scope(folder, config)
        return self._scopes[config]

    def _remembered_scope(self, folder: str, config: str) -> Scope:
        key = f"scope-{self._fingerprints.of(config)}"
        kept = cache.load(key)
        if isinstance(kept, list) and len(kept) == 6:
            self._budgets[config], root, endings, stories, exclude, known = kept
            root = root if config else os.getcwd()  # without a configuration it is no part of the fingerprint
            return Scope(root, endings, stories, exclude, known, self.workspace.settings.exclude)
        found = self.workspace.scope(folder)
        self._budgets[config] = budgets = self.workspace.config(folder).budgets
        extensions, known = sorted(found.extensions), sorted(found.known)
        cache.save(key, [budgets, found.root, extensions, found.stories, found.exclude, known])
        return found

    def _budgets_of(self, folder: str) -> tuple[str, Mapping[str, int]]:
        """The configuration of a folder and its budgets."""
        config = self.workspace.finder.file_for(folder)
        if config not in self._budgets:
            self.scope(folder)
            self._budgets.setdefault(config, self.workspace.config(folder).budgets)
        return config, self._budgets[config]

    def _fail(self, path: str, entries: Sequence[Entry]) -> None:
        """Take in the findings of a story that fail the run, unless they are allowed."""
        config, budgets = self._budgets_of(os.path.dirname(path))
        if not (budgets or self.request.max_findings):
            self._fails = True
            return
        if self._allowances is None:
            from newslint.run.allowances import Allowances  # here: few houses allow any

            self._allowances = Allowances(self.request.max_findings)
        self._allowances.add(entries, config, budgets)

    def take(self, outcome: Outcome, *, report: bool = True) -> None:
        """Add an outcome; without `report` only its facts."""
        if outcome.failure:
            if report:
                self._failures.append(Failure(outcome.path, outcome.failure))
            return
        if outcome.absent:
            if report:
                told = self._failures if outcome.path in self.named else self._absent
                told.append(Failure(outcome.path, f"there is no story in it: {outcome.absent}"))
            return
        if report and not outcome.repeated:
            self._stories += outcome.stories
            self._story = outcome.path if outcome.stories else self._story
            self._failures += [Failure(outcome.path, why) for why in outcome.broken]
            kept = self._screened(outcome.path, outcome.entries)
            if outcome.least and (failing := [entry for entry in kept if reaches(entry, outcome.least)]):
                self._fail(outcome.path, failing)
            for entry in kept:
                self._entries.add([list(order(entry)), entry])
        if self.facts:
            self._once.take(outcome)
        self._gathered.take(outcome, report=report)

    def miss(self, path: str, why: str) -> None:
        """Take in that a path yields nothing; `why` is empty for a folder that holds no story."""
        if why or not self.request.allow_empty:
            from newslint.run.nothing_seen import failure

            self._failures.append(failure(self.workspace, path, why, "--allow-empty lets that pass"))

    def checked(self) -> Checked:
        """Return the report on all outcomes."""
        try:
            for entry, fails in self._once.settled(self._gathered.entries(), self._is_kept, every=self.request.every):
                if fails:
                    self._fail(entry.place.path, (entry,))
                self._entries.add([list(order(entry)), entry])
        except RuleError as error:  # of a rule over several stories; what all others found is told all the same
            from newslint.engine.faults import why

            self._failures.append(Failure(error.path or ".", why(error)))
        picked = self.request.force_exclude or self.request.changes  # by git, which may have nothing but templates
        if self._absent and not (self._stories or self._failures or self.request.allow_empty or picked):
            self._failures, self._absent = self._absent, []  # a gate must not pass because it saw nothing
        report = Report(
            self._stories,
            _Ordered(self._entries, self._once),
            tuple(sorted(self._failures)),
            self._background,
            absent=tuple(sorted(self._absent)),
            story=self._story if self._stories == 1 else "",
            allowances=self._allowances.told() if self._allowances else (),
        )
        fails = self._fails or (self._allowances is not None and self._allowances.fails)
        code = 2 if self._failures else int(fails)
        return Checked(report, code, self._known, tuple(sorted(self._seen)))

    def _background(self) -> Background:
        """What reporters may ask for; few do, so what it needs is imported when one does."""
        from newslint.run.report_context import background

        return background(self.workspace, self.given)

    def _screened(self, path: str, entries: Sequence[Entry]) -> Sequence[Entry]:
        for screen in self.request.screens:
            entries = screen.kept(path, entries, self._texts)
        return entries

    def _is_kept(self, entry: Entry) -> bool:
        return bool(self._screened(entry.place.path, (entry,)))

    def changed(self, changes: Changes, paths: Sequence[str]) -> list[str]:
        """The stories that changed; those staged in another state than they lie on disk are checked at once."""
        named = changes.stories(
            paths,
            self.scope,
            force_exclude=self.request.force_exclude,
            missed=self.miss,
            outside=self.workspace.settings.outside,
        )
        self.given.update(changes.given)
        for path, data in changes.given.items():
            self.take_bytes(data, path)
        return named

    def take_bytes(self, data: bytes, path: str) -> None:
        """Check a story that does not lie on disk, and take its outcome in."""
        self.given[path] = data
        _, outcome = self._checker.check_file(StoryFile(path, data))
        self.take(outcome)

    def outcomes(self, paths: Sequence[str]) -> Iterator[Outcome]:
        """The outcome of each path, in any order: from the cache, or else worked out."""
        if not self.request.cache:
            yield from (outcome for _, outcome in self._worked_out([StoryFile(path) for path in paths]))
            return
        kept = ResultCache(self.workspace.finder, self._fingerprints, facts=self.facts)
        missing: list[StoryFile] = []
        for known in kept.known(paths):
            if isinstance(known, StoryFile):
                missing.append(known)
            else:
                self._known += 1
                yield known
        if self.facts:
            yield from self._known_facts(kept, complete=not missing)
        try:
            for digest, outcome in self._worked_out([*missing, *map(StoryFile, kept.damaged)]):
                kept.keep(digest, outcome)
                yield outcome._replace(repeated=outcome.path in kept.damaged)
        finally:
            kept.close()

    def _known_facts(self, kept: ResultCache, *, complete: bool) -> Iterator[Outcome]:
        """The facts of the stories that were known, unless it is known as well what they come to."""
        if complete and not self.request.corpus:
            judged = kept.judged()
            if judged is not None:
                self._gathered.remember(judged)
                return
            self._gathered.keep = kept.keep_judged
        yield from kept.known_facts()

    def _worked_out(self, files: Sequence[StoryFile]) -> Iterator[tuple[str, Outcome]]:
        if self.request.failed:
            failed = dict(self.request.failed)
            yield from [("", Outcome(file.path, failure=failed[file.path])) for file in files if file.path in failed]
            files = [file for file in files if file.path not in failed]
        jobs = self.request.jobs or min(os.cpu_count() or 1, 1 + len(files) // POOL_FROM)
        if jobs > 1 and len(files) > 1:
            from newslint.run import pool

            yield from pool.outcomes(self._checker, files, jobs)
        elif files:
            yield from map(self._checker.check_file, files)


class _Ordered(Collection[Entry]):
    """The entries of a report in order, as often as they are asked for."""

    def __init__(self, entries: SortedRecords, once: Once) -> None:
        self._sorted = entries
        self._once = once

    def __len__(self) -> int:
        return self._sorted.count

    def __contains__(self, entry: object) -> bool:
        return any(other == entry for other in self)

    def __iter__(self) -> Iterator[Entry]:
        for _, entry in self._sorted:
            yield self._once.completed(entry if isinstance(entry, Entry) else thawed(entry))


def check(request: Request, paths: Sequence[str]) -> Checked:
    """Check every story that the paths stand for.

    Rules over several stories run where a folder was named; with `corpus` they read every story the
    configuration names and report in the given ones.
    """
    folders = not request.changes and any(os.path.isdir(path) for path in paths)
    run = Run(request, facts=request.corpus or folders)
    for path in paths:  # a mistake in a configuration is told even where it leaves no story to check
        run.scope(path if os.path.isdir(path) else os.path.dirname(path))
    if request.changes:
        named = run.changed(request.changes, paths)
    else:
        named = list(
            stories_below(
                run.scope,
                paths,
                force_exclude=request.force_exclude,
                missed=run.miss,
                outside=request.workspace.settings.outside,
            )
        )
    if not (request.force_exclude or request.changes):
        run.named = frozenset(path for path in paths if not os.path.isdir(path))
    for outcome, report in _outcomes(run, named):
        run.take(outcome, report=report)
    return run.checked()


def _outcomes(run: Run, named: Sequence[str]) -> Iterator[tuple[Outcome, bool]]:
    """The outcomes of the named stories, and of the others whose facts are wanted; whether to report on each."""
    with Progress(len(named)) as progress:
        for outcome in run.outcomes([path for path in named if path not in run.given]):
            progress.step()
            yield outcome, True
    if run.request.corpus:
        seen = {os.path.abspath(path) for path in named}
        root = os.path.relpath(run.scope(os.path.dirname(named[0]) if named else ".").root)
        rest = [path for path in stories_below(run.scope, [root]) if os.path.abspath(path) not in seen]
        yield from ((outcome, False) for outcome in run.outcomes(rest))


def refuse_name(workspace: Workspace, name: str) -> None:
    """Raise NewslintError for a name that a story on standard input cannot be read by."""
    why = of_no_format(workspace.scope(os.path.dirname(name)), name)
    if why:
        raise NewslintError(why, name, hint="give --stdin-name the name of a story")


def check_bytes(request: Request, data: bytes, name: str) -> Checked:
    """Check a story that came by standard input, as if it stood at `name`; raises where such a file is not read."""
    refuse_name(request.workspace, name)
    run = Run(request)
    run.named = frozenset((name,))
    run.take_bytes(data, name)
    return run.checked()
