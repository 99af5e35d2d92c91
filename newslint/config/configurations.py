"""The configurations of a run: each read once, with the rules that hold under it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.base.errors import ConfigError, NewslintError, together
from newslint.base.globs import BadPattern, Scope, endings_named, literal
from newslint.base.repository import HINT, LeadsOutside, leaves, repository_of
from newslint.base.schema import Shape, show
from newslint.base.typed import TYPE_CHECKING
from newslint.config.discovery import ConfigFinder, rule_files
from newslint.config.layers import Layer, sifted_layer
from newslint.config.profile import Config
from newslint.config.settings import Settings
from newslint.model.rule_source import Beside
from newslint.rulebook import pack

if TYPE_CHECKING:
    from newslint.base.environment import Plugin
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
            layer = sifted_layer(file, self._plugins.rule_sources) if file else None
            rules, faults = self._rules(layer)
            self._read[file] = Config(
                rules,
                self._plugins.styles,
                layer,
                self._settings,
                faults,
                self._plugins.formats,
                self._plugins.rule_sources,
            )
        return self._read[file]

    def _check_place(self, file: str) -> None:
        """Raise for a configuration that was found, not named, and is a link out of its repository."""
        found = file and not (self._finder.named or self._settings.outside)
        if found and os.path.islink(file) and leaves(file, repository_of(os.path.dirname(file))):
            raise ConfigError("this configuration is a link that leads out of the repository", file, hint=HINT)

    def scope(self, folder: str) -> Scope:
        """Which files below a folder are stories; raises ConfigError."""
        config = self.of(folder)
        wanted, unwanted = config.values("stories"), (*(config.values("exclude") or ()), *self._no_stories(config))
        known = self._plugins.endings.known
        extensions = self._plugins.endings.by_nature | config.formats.keys() | (endings_named(wanted or ()) & known)
        return Scope(config.root, extensions, wanted or (), unwanted or (), known, self._settings.exclude)

    def _no_stories(self, config: Config) -> Iterator[str]:
        """Patterns for the folders of rule sources: what lies there is read by nobody."""
        data = config.own.data if config.own else {}
        for key in data.keys() & self._plugins.rule_sources.keys():
            for path in self._plugins.rule_sources[key].folders(data[key], config.root):
                inside = os.path.relpath(path, config.root).replace(os.sep, "/")
                if inside != "." and not inside.startswith(".."):
                    yield f"/{literal(inside)}/"

    def _rules(self, layer: Layer | None) -> tuple[Pack, list[NewslintError]]:
        """The rules that hold under a configuration, and what is wrong with the files it names for them."""
        faults: list[NewslintError] = []
        files: tuple[str, ...] = ()
        try:
            files = tuple(_rule_files(layer, outside=self._settings.outside)) if layer else ()
        except NewslintError as error:
            faults.append(error)
        found = self._pack(files)
        if layer:
            owners: dict[str, Plugin] = {}
            found = found.with_rules(self._from_sources(layer, faults, owners), owners)
        return found, faults

    def _from_sources(self, layer: Layer, faults: list[NewslintError], owners: dict[str, Plugin]) -> Iterator[Rule]:
        """The rules that a configuration asks for by keys of their own; what is wrong goes to `faults`.

        `owners` is told which plugin each is from.
        """
        sources = self._plugins.rule_sources
        beside = Beside(os.path.dirname(os.path.abspath(layer.where.file)), self._settings.outside)
        for key in sorted(layer.data.keys() & sources.keys()):
            if layer.faults and not _is_right(layer, key, sources[key].shape):
                continue  # what is wrong with it is told already
            try:
                rules = sources[key].rules(layer.data[key], layer.where.at(key), beside)
            except NewslintError as error:
                faults.append(error)
                continue
            if plugin := self._plugins.source_owners.get(key):
                owners.update((rule.id, plugin) for rule in rules)
            yield from rules

    def _pack(self, extra: tuple[str, ...]) -> Pack:
        """Every rule there is, with those of the files that a configuration names."""
        if extra not in self._packs:
            self._packs[extra] = pack.load(self._plugins, extra).with_rules(self._added)
        return self._packs[extra]


def _is_right(layer: Layer, key: str, shape: Shape) -> bool:
    """Whether what stands under a key of a file is all that it must be."""
    faults: list[NewslintError] = []
    shape.sift(layer.where.document.data[key], layer.where.at(key), faults)
    return not faults


def _rule_files(layer: Layer, *, outside: bool) -> Iterator[str]:
    """The rule files that a configuration names, before there are rules to check the rest of it against."""
    folder = os.path.dirname(layer.where.file)
    home = repository_of(folder)
    faults = []
    for n, pattern in enumerate(layer.data.get("rule-files", ())):
        where = layer.where.at("rule-files", n)
        try:
            found = rule_files(folder, pattern, home="" if outside else home)
        except BadPattern as error:
            faults.append(where.wrong(f"rule-files: {show(pattern)} cannot be used: {error}"))
        except LeadsOutside:
            faults.append(where.wrong(f"{show(pattern)} lies outside of the repository", HINT))
        else:
            if found and all(map(os.path.exists, found)):
                yield from found
            else:
                faults.append(where.wrong(f"there is no rule file {show(pattern)} beside this configuration"))
    if faults:
        raise together(faults)
