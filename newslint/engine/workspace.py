"""The workspace of a run: its plugins, rules and configurations, made once, and an engine for every path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from newslint.base.typed import TYPE_CHECKING
from newslint.config.discovery import ConfigFinder
from newslint.config.settings import Settings

if TYPE_CHECKING:
    from newslint.base.globs import Scope
    from newslint.base.text import Source
    from newslint.config.configurations import Configurations
    from newslint.config.profile import Config
    from newslint.engine.engine import Engine
    from newslint.formats import Format, Reading
    from newslint.model.rule import Rule
    from newslint.model.story import Story
    from newslint.rulebook.plugins import Plugins


class Workspace:
    """Everything a run needs. Plugins, rules and configurations are loaded when they are first asked for.

    `settings` are what the command line adds, `config_file` is the configuration to use for every path ("": the
    nearest newslint.yaml, None: newslint's defaults); raises NewslintError where it does not exist.
    """

    def __init__(self, settings: Settings = Settings(), config_file: str | None = "") -> None:  # noqa: B008 - frozen
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

    def format_of(self, path: str) -> Format:
        """The format of a path, by its ending; plain text for one that nobody claims."""
        return self.plugins.by_extension.get(os.path.splitext(path)[1].lower()) or self.plugins.formats["plain"]

    def story(self, source: Source, engine: Engine | None = None, *, format: str = "") -> Story:
        """A source, read as its format and profile say; raises PluginError where a plugin's format breaks."""
        return self.read(source, (engine or self.engine(source.path)).profile.reading, format)

    def read(self, source: Source, reading: Reading, format: str = "") -> Story:
        """A source, read in the format of this name, or else in that of its path."""
        story_format = self.plugins.formats[format] if format else self.format_of(source.path)
        story = self.plugins.story(story_format, source, reading)
        story.replace_analyses(self.plugins.analyses)
        return story

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
