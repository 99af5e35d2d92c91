"""The configurations of a run: each read once, with the rules that hold under it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.base.errors import ConfigError
from newslint.base.globs import Scope
from newslint.base.repository import HINT, head_of, leaves, repository_of
from newslint.base.schema import show
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
            self._check_place(file)
            layer = read_layer(file) if file else None
            rules = self._pack(tuple(_rule_files(layer, outside=self._settings.outside)) if layer else ())
            self._read[file] = Config(rules, self._plugins.styles, layer, self._settings)
        return self._read[file]

    def _check_place(self, file: str) -> None:
        """Raise for a configuration that was found, not named, and is a link out of its repository."""
        found = file and not (self._finder.named or self._settings.outside)
        if found and os.path.islink(file) and leaves(file, repository_of(os.path.dirname(file))):
            raise ConfigError("this configuration is a link that leads out of the repository", file, hint=HINT)

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


def _rule_files(layer: Layer, *, outside: bool) -> Iterator[str]:
    """The rule files that a configuration names, before there are rules to check the rest of it against."""
    folder = os.path.dirname(layer.where.file)
    for n, pattern in enumerate(layer.data.get("rule-files", ())):
        home = "" if outside else repository_of(folder)
        if home and leaves(os.path.join(folder, head_of(pattern)), home):
            raise layer.where.at("rule-files", n).wrong(f"{show(pattern)} lies outside of the repository", HINT)
        found = rule_files(folder, pattern)
        if home and any(leaves(path, home) for path in found):
            raise layer.where.at("rule-files", n).wrong(f"{show(pattern)} leads out of the repository", HINT)
        if not found or not all(map(os.path.exists, found)):
            raise layer.where.at("rule-files", n).wrong(
                f"there is no rule file “{pattern}” beside this configuration"
            )
        yield from found
