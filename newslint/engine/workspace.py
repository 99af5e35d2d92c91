"""The workspace of one run: plugins, rules and configurations, and an engine for every path."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.base.errors import NewslintError
from newslint.base.globs import Scope
from newslint.base.text import Source
from newslint.config.discovery import nearest_config, rule_files
from newslint.config.profile import Config, read_layer
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.formats import Format, read_story
from newslint.model.rule import Rule
from newslint.model.story import Story
from newslint.rulebook import pack as packs
from newslint.rulebook.plugins import Plugins


class Workspace:
    """Everything one run needs: plugins, rules, and the configuration for each folder."""

    def __init__(self, plugins: Plugins, settings: Settings, config_file: str = "") -> None:
        self.plugins = plugins
        self.settings = settings
        self.forced = os.path.abspath(config_file) if config_file else ""
        if self.forced and not os.path.isfile(self.forced):
            raise NewslintError("there is no such configuration file", config_file)
        self._added: tuple[Rule, ...] = ()
        self._packs: dict[tuple[str, ...], packs.Pack] = {}
        self._configs: dict[str, Config] = {}
        self._nearest: dict[str, str] = {}
        self._engines: dict[int, Engine] = {}

    def config(self, folder: str) -> Config:
        """The configuration that holds in a folder; raises ConfigError."""
        if folder not in self._nearest:
            self._nearest[folder] = self.forced or nearest_config(folder)
        file = self._nearest[folder]
        if file not in self._configs:
            extra = tuple(extra_rule_files(file)) if file else ()
            if extra not in self._packs:
                self._packs[extra] = packs.load(self.plugins, extra).with_rules(self._added)
            self._configs[file] = Config(self._packs[extra], self.plugins.styles, file, self.settings)
        return self._configs[file]

    def scope(self, folder: str) -> Scope:
        """Which files below a folder are stories; raises ConfigError."""
        config = self.config(folder)
        wanted, unwanted = config.values("stories"), config.values("exclude")
        return Scope(config.root, self.plugins.by_extension, wanted or (), unwanted or ())

    def config_of(self, path: str) -> Config:
        """The configuration for a story's path."""
        return self.config(os.path.dirname(path))

    def engine(self, path: str) -> Engine:
        """The engine with the profile for a story's path."""
        profile = self.config_of(path).profile(path)
        if id(profile) not in self._engines:
            self._engines[id(profile)] = Engine(profile)
        return self._engines[id(profile)]

    def format_of(self, path: str) -> Format:
        """The format of a path, by its ending; plain text for one that nobody claims."""
        return self.plugins.by_extension.get(os.path.splitext(path)[1].lower()) or self.plugins.formats["plain"]

    def only(self, rules: Sequence[Rule]) -> Workspace:
        """A workspace with the same configuration that runs just these rules, wherever they come from."""
        workspace = Workspace(self.plugins, self.settings._replace(select=tuple(r.id for r in rules)), self.forced)
        workspace._added = tuple(rules)
        return workspace

    def story(self, source: Source, engine: Engine | None = None) -> Story:
        """A source, read as its format and profile say; raises PluginError where a plugin's format breaks."""
        engine = engine or self.engine(source.path)
        story_format = self.format_of(source.path)
        try:
            story = read_story(story_format, source, engine.profile.reading)
        except Exception as error:
            raise self.plugins.format_failed(story_format, source.path, error) from error
        story.replace_analyses(self.plugins.analyses)
        return story


def extra_rule_files(config: str) -> Iterator[str]:
    """The rule files that a configuration names, before there is a pack to check the rest against."""
    layer = read_layer(config)
    for n, pattern in enumerate(layer.data.get("rule-files", ())):
        found = rule_files(os.path.dirname(config), pattern)
        if not found or not all(map(os.path.exists, found)):
            raise layer.where.at("rule-files", n).wrong(
                f"there is no rule file “{pattern}” beside this configuration"
            )
        yield from found
