"""The configurations of a run: each read once, with the rules that hold under it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.base.globs import Scope
from newslint.config.discovery import ConfigFinder, rule_files
from newslint.config.profile import Config, Layer, read_layer
from newslint.config.settings import Settings
from newslint.rulebook import pack

if TYPE_CHECKING:
    from newslint.model.rule import Rule
    from newslint.rulebook.pack import Pack
    from newslint.rulebook.plugins import Plugins


class Configurations:
    """The configuration of each folder. `added` are rules that hold whatever the configuration names."""

    def __init__(
        self, plugins: Plugins, settings: Settings, finder: ConfigFinder, added: Sequence[Rule] = ()
    ) -> None:
        self._plugins = plugins
        self._settings = settings
        self._finder = finder
        self._added = added
        self._packs: dict[tuple[str, ...], Pack] = {}
        self._read: dict[str, Config] = {}

    def of(self, folder: str) -> Config:
        """The configuration that holds in a folder; raises ConfigError."""
        file = self._finder.file_for(folder)
        if file not in self._read:
            layer = read_layer(file) if file else None
            rules = self._pack(tuple(_rule_files(layer)) if layer else ())
            self._read[file] = Config(rules, self._plugins.styles, layer, self._settings)
        return self._read[file]

    def scope(self, folder: str) -> Scope:
        """Which files below a folder are stories; raises ConfigError."""
        config = self.of(folder)
        wanted, unwanted = config.values("stories"), config.values("exclude")
        return Scope(config.root, self._plugins.by_extension, wanted or (), unwanted or ())

    def _pack(self, extra: tuple[str, ...]) -> Pack:
        """Every rule there is, with those of the files that a configuration names."""
        if extra not in self._packs:
            self._packs[extra] = pack.load(self._plugins, extra).with_rules(self._added)
        return self._packs[extra]


def _rule_files(layer: Layer) -> Iterator[str]:
    """The rule files that a configuration names, before there are rules to check the rest of it against."""
    folder = os.path.dirname(layer.where.file)
    for n, pattern in enumerate(layer.data.get("rule-files", ())):
        found = rule_files(folder, pattern)
        if not found or not all(map(os.path.exists, found)):
            raise layer.where.at("rule-files", n).wrong(
                f"there is no rule file “{pattern}” beside this configuration"
            )
        yield from found
