"""Many files: find the stories, check each, gather one sorted report."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint import pack as packs
from newslint.corpus import Ledger
from newslint.engine import Engine
from newslint.errors import NewslintError
from newslint.finding import SEVERITIES, Entry, Failure, Report, locate, order
from newslint.formats import Format
from newslint.ignores import Ignore, ignores_of
from newslint.plugins import Plugins
from newslint.profile import Config, Settings, find_config
from newslint.rule import CorpusRule, Rule
from newslint.story import Story
from newslint.text import Source, Span, UnreadableStory, decode, read

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "_site"))
# Files of a repository that are no stories, unless the configuration says what is one.
NOT_STORIES = (
    "readme",
    "license",
    "licence",
    "changelog",
    "contributing",
    "security",
    "code_of_conduct",
    "requirements",
    "notice",
    "authors",
    "cmakelists",
)


class Desk:
    """Everything one run needs: plugins, rules, and the configuration for each folder."""

    def __init__(self, plugins: Plugins, settings: Settings, config_file: str = "") -> None:
        self.plugins = plugins
        self.settings = settings
        self.forced = Path(config_file) if config_file else None
        if self.forced and not self.forced.is_file():
            raise NewslintError("there is no such configuration file", config_file)
        self._added: tuple[Rule, ...] = ()
        self._packs: dict[tuple[Path, ...], packs.Pack] = {}
        self._configs: dict[Path | None, Config] = {}
        self._nearest: dict[Path, Path | None] = {}
        self._engines: dict[int, Engine] = {}

    def config(self, folder: Path) -> Config:
        """The configuration that holds in a folder; raises ConfigError."""
        if folder not in self._nearest:
            self._nearest[folder] = self.forced or find_config(folder.absolute())
        file = self._nearest[folder]
        if file not in self._configs:
            extra = tuple(extra_rule_files(file)) if file else ()
            if extra not in self._packs:
                self._packs[extra] = packs.load(self.plugins, extra).with_rules(self._added)
            self._configs[file] = Config(self._packs[extra], self.plugins.styles, file, self.settings)
        return self._configs[file]

    def config_of(self, path: str) -> Config:
        """The configuration for a story's path."""
        return self.config(Path(path).parent)

    def engine(self, path: str) -> Engine:
        """The engine with the profile for a story's path."""
        profile = self.config_of(path).profile(path)
        if id(profile) not in self._engines:
            self._engines[id(profile)] = Engine(profile)
        return self._engines[id(profile)]

    def format_of(self, path: str) -> Format:
        """The format of a path, by its ending; plain text for one that nobody claims."""
        return self.plugins.by_extension.get(os.path.splitext(path)[1].lower()) or self.plugins.formats["plain"]

    def only(self, rules: Sequence[Rule]) -> Desk:
        """A desk with the same configuration that runs just these rules, wherever they come from."""
        desk = Desk(self.plugins, self.settings._replace(select=tuple(r.id for r in rules)), str(self.forced or ""))
        desk._added = tuple(rules)
        return desk

    def story(self, source: Source) -> Story:
        """A source, read as its format and profile say."""
        engine = self.engine(source.path)
        story = self.format_of(source.path).parse(source, engine.profile.reading)
        story.replace_analyses(self.plugins.analyses)
        return story


def extra_rule_files(config: Path) -> Iterator[Path]:
    """The rule files that a configuration names, before there is a pack to check the rest against."""
    from newslint.profile import read_layer

    layer = read_layer(config)
    for n, pattern in enumerate(layer.data.get("rule-files", ())):
        found = sorted(config.parent.glob(pattern)) if any(c in pattern for c in "*?[") else [config.parent / pattern]
        if not found or not all(p.exists() for p in found):
            raise layer.where.at("rule-files", n).wrong(
                f"there is no rule file “{pattern}” beside this configuration"
            )
        yield from found


def stories_below(desk: Desk, paths: Sequence[str], *, force_exclude: bool = False) -> Iterator[str]:
    """Every story file that the arguments stand for, each once, in a stable order."""
    seen: set[str] = set()
    for path in paths:
        found = _walk(desk, path) if os.path.isdir(path) else _named(desk, path, force_exclude)
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _named(desk: Desk, path: str, force_exclude: bool) -> Iterator[str]:
    if not force_exclude or is_story(desk, path):
        yield path


def _walk(desk: Desk, folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED_FOLDERS)
        for name in sorted(files):
            path = os.path.normpath(os.path.join(parent, name))
            if not name.startswith(".") and is_story(desk, path):
                yield path


def is_story(desk: Desk, path: str) -> bool:
    """Whether a file below a folder argument is a story: by its ending, `stories:` and `exclude:`."""
    name = os.path.basename(path).lower()
    if os.path.splitext(name)[1] not in desk.plugins.by_extension:
        return False
    config = desk.config_of(path)
    verdict = config.names_as_story(path)
    return not name.startswith(NOT_STORIES) if verdict is None else verdict


class Runner:
    """Checks stories one after another and remembers what spans several of them."""

    def __init__(self, desk: Desk, *, corpus: bool) -> None:
        self.desk = desk
        self.corpus = corpus
        self.stories = 0
        self.entries: list[Entry] = []
        self.failures: list[Failure] = []
        self.only_collected: set[str] = set()
        self._ignores: dict[str, list[Ignore]] = {}
        self._ledgers: dict[tuple[int, str], Ledger] = {}

    def check_file(self, path: str) -> None:
        """Check a file; one that cannot be read becomes a failure."""
        try:
            self.check_source(read(path))
        except UnreadableStory as error:
            self.failures.append(Failure(path, str(error)))

    def check_source(self, source: Source) -> None:
        """Check a story that has been read."""
        engine = self.desk.engine(source.path)
        story = self.desk.story(source)
        self.stories += 1
        self.entries += [locate(finding, source) for finding in engine.check(story)]
        if self.corpus:
            self._collect(engine, story)

    def collect_file(self, path: str) -> None:
        """Take in the facts of a story that is not itself to be reported on; skip one that cannot be read."""
        with contextlib.suppress(UnreadableStory):
            source = read(path)
            self.only_collected.add(path)
            self._collect(self.desk.engine(path), self.desk.story(source))

    def _collect(self, engine: Engine, story: Story) -> None:
        if ignores := ignores_of(story):
            self._ignores[story.path] = ignores
        for rule in engine.profile.rules:
            if isinstance(rule, CorpusRule) and engine.applies(rule, story):
                key = (id(engine), rule.id)
                if key not in self._ledgers:
                    self._ledgers[key] = Ledger(rule, engine.profile.owners, engine.profile.min_confidence)
                self._ledgers[key].add(story)

    def _reported(self, entry: Entry) -> bool:
        """Whether an entry about several stories stands in a story to report on, which does not ignore it."""
        at = entry.place
        span = Span(at.start.offset, at.end.offset)
        return at.path not in self.only_collected and not any(
            ignore.covers(span) and {entry.rule, entry.topic, "all"} & set(ignore.rules)
            for ignore in self._ignores.get(at.path, ())
        )

    def report(self) -> Report:
        """All that was found, sorted."""
        judged = [entry for ledger in self._ledgers.values() for entry in ledger.entries()]
        entries = self.entries + [entry for entry in judged if self._reported(entry)]
        return Report(self.stories, tuple(sorted(entries, key=order)), tuple(sorted(self.failures)))


def check(desk: Desk, paths: Sequence[str], *, corpus: bool = False, force_exclude: bool = False) -> Report:
    """Check every story that the paths stand for.

    Corpus rules run where a folder was named; with `corpus` they read every story the configuration names
    and report in the given ones.
    """
    for path in paths:  # a mistake in a configuration is told even where it leaves no story to check
        desk.config(Path(path) if os.path.isdir(path) else Path(path).parent)
    runner = Runner(desk, corpus=corpus or any(os.path.isdir(p) for p in paths))
    named = list(stories_below(desk, paths, force_exclude=force_exclude))
    for path in named:
        runner.check_file(path)
    if corpus:
        seen = {os.path.abspath(path) for path in named}
        root = os.path.relpath(desk.config_of(named[0] if named else ".").root)
        for path in stories_below(desk, [root]):
            if os.path.abspath(path) not in seen:
                runner.collect_file(path)
    return runner.report()


def verdict(desk: Desk, report: Report) -> int:
    """The exit code: 2 where a file could not be read, 1 for findings at or above `fail-on`, else 0."""
    if report.failures:
        return 2
    for entry in report.entries:
        least = desk.engine(entry.place.path).profile.fail_on
        if entry.confidence != "low" and SEVERITIES.index(entry.severity) >= SEVERITIES.index(least):
            return 1
    return 0


def check_bytes(desk: Desk, data: bytes, name: str) -> Report:
    """Check a story that came by standard input, as if it stood at `name`."""
    runner = Runner(desk, corpus=False)
    try:
        runner.check_source(decode(data, name))
    except UnreadableStory as error:
        runner.failures.append(Failure(name, str(error)))
    return runner.report()


def read_stories(desk: Desk, paths: Iterable[str]) -> tuple[list[Story], list[Failure]]:
    """The stories that paths stand for, read but not checked, and those that could not be."""
    stories: list[Story] = []
    failures: list[Failure] = []
    for path in stories_below(desk, list(paths)):
        try:
            stories.append(desk.story(read(path)))
        except UnreadableStory as error:
            failures.append(Failure(path, str(error)))
    return stories, failures


def read_bytes(desk: Desk, data: bytes, name: str) -> tuple[list[Story], list[Failure]]:
    """A story that came by standard input, read but not checked, as if it stood at `name`."""
    try:
        return [desk.story(decode(data, name))], []
    except UnreadableStory as error:
        return [], [Failure(name, str(error))]
