"""Where the time of a check goes: an engine and a workspace that take the time of each rule and analysis.

They stand in the place of the ordinary ones only where somebody asks for it, so that nobody else pays.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from newslint.base.environment import Plugin
from newslint.base.text import Source
from newslint.base.typed import Any
from newslint.config.profile import Profile
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.scan import Scan
from newslint.engine.together import Together, by_style, name_of
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.kinds.base import Hit
from newslint.matcher import TooSlow
from newslint.model.finding import Finding
from newslint.model.rule import CorpusRule, Rule
from newslint.model.story import Analysis, Story

Key = tuple[str, str]  # what sort of work it is (one of the next), and its name
RULE, ANALYSIS, READING, SCAN, REST, ALL = "rule", "analysis", "reading", "scan", "rest", "all"


class Watch:
    """Takes the time of work within work; of each what it took itself, without what it had others do.

    `clock` gives nanoseconds.
    """

    def __init__(self, clock: Callable[[], int] = time.perf_counter_ns) -> None:
        self.calls: dict[Key, int] = {}
        self.spent: dict[Key, int] = {}  # nanoseconds
        self.owners: dict[str, Plugin] = {}  # of rules
        self._clock = clock
        self._stack: list[Key] = []
        self._since = 0

    def begin(self, sort: str, name: str = "") -> int:
        """Begin a piece of work; returns its depth, by which it is ended."""
        self._charge()
        self._stack.append((sort, name))
        self.calls[sort, name] = self.calls.get((sort, name), 0) + 1
        return len(self._stack)

    def end(self, depth: int) -> None:
        """End the work at a depth, and what was begun in it and broke; nothing where it has ended already."""
        self._charge()
        del self._stack[depth - 1 :]

    def _charge(self) -> None:
        """Give what went by since the last time to the work that was going on."""
        now = self._clock()
        if self._stack:
            at = self._stack[-1]
            self.spent[at] = self.spent.get(at, 0) + now - self._since
        self._since = now

    def total(self, *sorts: str) -> int:
        """The nanoseconds of some sorts of work together; of all where none is named."""
        return sum(spent for (sort, _), spent in self.spent.items() if not sorts or sort in sorts)


class TimedAnalyses(dict[str, Analysis[Any]]):
    """The analyses of plugins; each that a story asks for, theirs or ours, is timed."""

    def __init__(self, analyses: Mapping[str, Analysis[Any]], watch: Watch) -> None:
        super().__init__(analyses)
        self._watch = watch

    def get(self, name: str, default: Any = None) -> Any:
        """The analysis to run in the place of one."""
        analysis = super().get(name, default)

        def run(story: Story) -> Any:
            depth = self._watch.begin(ANALYSIS, name)
            try:
                return analysis.run(story)
            finally:
                self._watch.end(depth)

        return Analysis(name, run)


class _TimedScan(Scan):
    """A scan that was made, timed."""

    def __init__(self, scan: Scan, watch: Watch) -> None:
        self._scan = scan
        self._watch = watch

    def hits(self, story: Story) -> Mapping[str, Sequence[Hit]]:
        """What the scan finds."""
        depth = self._watch.begin(SCAN)
        try:
            return self._scan.hits(story)
        finally:
            self._watch.end(depth)

    def stopped(self, error: TooSlow, path: str) -> Any:
        """The error that the scan makes."""
        return self._scan.stopped(error, path)


class _TimedRules(list[CorpusRule]):
    """Rules over several stories; what is done with each while one goes through them is timed."""

    watch: Watch

    def __iter__(self) -> Iterator[CorpusRule]:
        for rule in super().__iter__():
            depth = self.watch.begin(RULE, rule.id)
            yield rule
            self.watch.end(depth)


class TimedEngine(Engine):
    """An engine that takes the time of its scan and of every rule."""

    def __init__(self, profile: Profile, watch: Watch) -> None:
        super().__init__(profile)
        self._watch = watch
        self._scan = _TimedScan(self._scan, watch)
        rules = _TimedRules(self.corpus_rules)
        rules.watch = watch
        self.corpus_rules = rules
        watch.owners.update(profile.owners)
        self._together = [part for group in self._together for part in by_style(group)]

    def check(self, story: Story) -> list[Finding]:
        """Every finding, as ever."""
        depth = self._watch.begin(REST)
        try:
            return super().check(story)
        finally:
            self._watch.end(depth)

    def _of_several(self, check: Together, rules: Mapping[str, Rule], story: Story) -> Iterator[Finding]:
        depth = self._watch.begin(RULE, name_of(rules.values()))
        try:
            yield from [*super()._of_several(check, rules, story)]
        finally:
            self._watch.end(depth)

    def _asked(self, story: Story, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Rule, bool]]:
        for rule, asks in super()._asked(story, hits):
            depth = self._watch.begin(RULE, rule.id)
            yield rule, asks  # what goes by until the next is asked for is this one's
            self._watch.end(depth)


class TimedWorkspace(Workspace):
    """A workspace that takes the time of reading, and whose engines take that of rules."""

    def __init__(self, settings: Settings, config_file: str | None, watch: Watch) -> None:
        super().__init__(settings, config_file)
        self.watch = watch

    def engine(self, path: str) -> Engine:
        """The engine with the profile for a story's path."""
        profile = self.config_of(path).profile(path)
        if id(profile) not in self._engines:
            self._engines[id(profile)] = TimedEngine(profile, self.watch)
        return self._engines[id(profile)]

    def open(self, path: str, data: bytes | None = None) -> Source:
        """A story file, opened as ever."""
        self.watch.end(2)  # whatever broke in the story before it
        depth = self.watch.begin(READING)
        try:
            return super().open(path, data)
        finally:
            self.watch.end(depth)

    def stories(
        self, source: Source, engine: Engine, *, format: str = "", language: str = ""
    ) -> Iterator[Story | Unread]:
        """Each story of a source, read as ever."""
        found = super().stories(source, engine, format=format, language=language)
        while True:
            depth = self.watch.begin(READING)
            try:
                story = next(found, None)
            finally:
                self.watch.end(depth)
            if story is None:
                return
            if not isinstance(story, Unread):
                story.replace_analyses(TimedAnalyses(story.replacements, self.watch))
            yield story
