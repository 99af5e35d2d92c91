"""The workspace of a run: its plugins, rules and configurations, made once, and an engine for every path."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.base.errors import NewslintError
from newslint.base.globs import BadPattern, check_glob, endings_of
from newslint.base.text import UnreadableStory, decode, read_bytes
from newslint.base.time_limit import more_time
from newslint.base.typed import TYPE_CHECKING
from newslint.config.discovery import ConfigFinder
from newslint.config.settings import Settings

if TYPE_CHECKING:
    from newslint.base.globs import Scope
    from newslint.base.text import Source
    from newslint.config.configurations import Configurations
    from newslint.config.profile import Config
    from newslint.engine.engine import Engine
    from newslint.formats import Format, Reading, Unread
    from newslint.model.rule import Rule
    from newslint.model.story import Story
    from newslint.rulebook.plugins import Plugins


_HEAD = 8_192  # code points of a text that are looked at to tell its format


class Workspace:
    """Everything a run needs. Plugins, rules and configurations are loaded when they are first asked for.

    `settings` are what the command line adds, `config_file` is the configuration to use for every path ("": the
    nearest newslint.yaml, None: newslint's defaults); raises NewslintError where it does not exist, and for a
    pattern of `settings.exclude` that cannot be used.
    """

    def __init__(self, settings: Settings = Settings(), config_file: str | None = "") -> None:  # noqa: B008 - frozen
        for pattern in settings.exclude:
            _check_excluded(pattern)
        self.settings = settings
        self.finder = ConfigFinder(config_file)
        self._added: tuple[Rule, ...] = ()
        self._engines: dict[int, Engine] = {}

    def __reduce__(self) -> tuple[type[Workspace], tuple[Settings, str | None]]:
        """What another process makes it again from; one with rules from anywhere is of this process alone."""
        if self._added:
            raise TypeError("a workspace with rules of its own cannot be sent to another process")
        return type(self), (self.settings, self.finder.named)

    @cached_property
    def plugins(self) -> Plugins:
        """The plugins of this environment; raises PluginError for one that breaks."""
        from newslint.rulebook.plugins import load

        return load()

    @cached_property
    def _configurations(self) -> Configurations:
        from newslint.config.configurations import Configurations

        return Configurations(self.plugins, self.settings, self.finder, self._added)

    def config(self, folder: str) -> Config:
        """The configuration that holds in a folder; raises ConfigError."""
        return self._configurations.of(folder)

    def config_of(self, path: str) -> Config:
        """The configuration for a story's path; raises ConfigError."""
        return self.config(os.path.dirname(path))

    def scope(self, folder: str) -> Scope:
        """Which files below a folder are stories; raises ConfigError."""
        return self._configurations.scope(folder)

    def engine(self, path: str) -> Engine:
        """The engine with the profile for a story's path."""
        profile = self.config_of(path).profile(path)
        if id(profile) not in self._engines:
            from newslint.engine.engine import Engine

            self._engines[id(profile)] = Engine(profile)
        return self._engines[id(profile)]

    def format_of(self, path: str, head: str = "") -> Format:
        """The format of a path by its ending and, where that leaves it open, by how its text begins.

        Plain text for a name that nobody claims; raises UnreadableStory where several claim it and none is meant.
        """
        return self.plugins.endings.of(path, head, self.config_of(path).formats)

    def open(self, path: str, data: bytes | None = None) -> Source:
        """A story file as its format opens it, from its bytes where they are known; raises UnreadableStory."""
        data = read_bytes(path) if data is None else data
        endings, chosen = self.plugins.endings, self.config_of(path).formats
        opener = endings.opener(path, data, chosen)
        try:
            return opener(data, path) if opener else decode(data, path)
        except UnreadableStory:
            if endings_of(path) and not endings.claim(path, chosen):
                raise endings.unread(path) from None
            raise

    def story(self, source: Source, engine: Engine | None = None, *, format: str = "") -> Story:
        """A source, read as its format and profile say; raises PluginError where a plugin's format breaks."""
        return self.read(source, (engine or self.engine(source.path)).profile.reading, format)

    def stories(
        self, source: Source, engine: Engine, *, format: str = "", language: str = ""
    ) -> Iterator[Story | Unread]:
        """Each story of a source, or why it cannot be read; raises NoStory where there is none.

        A `language` (a code such as `en`) is that of the story, whatever its words tell.
        """
        story_format = self._format(source, format)
        reading = engine.profile.reading
        reading = reading._replace(language=language) if language else reading
        from newslint.formats import Unread  # here: who knows all answers reads no story

        for n, found in enumerate(self.plugins.stories(story_format, source, reading)):
            if n:
                more_time()
            if not isinstance(found, Unread):
                found.replace_analyses(self.plugins.analyses)
            yield found

    def read(self, source: Source, reading: Reading, format: str = "") -> Story:
        """A source, read in the format of this name, or else in that of its path: the first story in it."""
        story = self.plugins.story(self._format(source, format), source, reading)
        story.replace_analyses(self.plugins.analyses)
        return story

    def _format(self, source: Source, format: str) -> Format:
        return self.plugins.formats[format] if format else self.format_of(source.path, source.text[:_HEAD])

    def selecting(self, select: Sequence[str]) -> Workspace:
        """A workspace with the same configuration that runs just these rules or topics."""
        other = Workspace(self.settings._replace(select=tuple(select)), self.finder.named)
        if "plugins" in vars(self):
            other.plugins = self.plugins
        return other

    def only(self, rules: Sequence[Rule]) -> Workspace:
        """The same for rules that may come from anywhere."""
        other = self.selecting([rule.id for rule in rules])
        other._added = tuple(rules)
        return other


def _check_excluded(pattern: str) -> None:
    """Raise NewslintError for a pattern of the command line that cannot be used."""
    try:
        check_glob(pattern)
    except BadPattern as error:
        hint = "patterns are as in .gitignore, with {a,b} for either: drafts/,wire/**/*.{txt,md}"
        raise NewslintError(f"--exclude: “{pattern[:60]}” cannot be used: {error}", hint=hint) from None
