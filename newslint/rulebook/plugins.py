"""Loads plugins, newslint's own first, and returns what they register, with their versions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module

from newslint.base.environment import Plugin, chosen
from newslint.base.errors import PluginError
from newslint.base.text import Source
from newslint.base.typed import IO, TYPE_CHECKING, Any
from newslint.formats import Format, Reading, Unread, read_stories, read_story
from newslint.kinds.base import KindRule
from newslint.model.finding import Report
from newslint.model.rule import Rule
from newslint.model.rule_source import RuleSource
from newslint.model.story import Analysis, Story
from newslint.rulebook.formats import FormatsByEnding

if TYPE_CHECKING:
    from newslint.rulebook._managed import Managed
    from newslint.rulebook.cards import Card

BUILT_IN = "newslint.rulebook.builtin"


class Plugins:
    """Everything that newslint itself and the installed plugins register."""

    def __init__(self, found: tuple[Plugin, ...]) -> None:
        self.found = found
        self._own = import_module(BUILT_IN)
        self._given: dict[str, list[tuple[Plugin | None, Any]]] = {}
        self._managed: Managed | None = None
        if found:
            from newslint.rulebook._managed import Managed  # here: pluggy takes as long as three stories

            self._managed = Managed(found)

    def _call(self, hook: str) -> list[tuple[Plugin | None, Any]]:
        """Each implementation's own result, ours first, so that a fault has a name; each is asked once."""
        if hook not in self._given:
            self._given[hook] = list(self._asked(hook))
        return self._given[hook]

    def _asked(self, hook: str) -> Iterator[tuple[Plugin | None, Any]]:
        yield None, _plain(getattr(self._own, hook)())
        if self._managed:
            yield from self._managed.given(hook)

    def _by_name(self, hook: str, what: str) -> dict[str, tuple[Plugin | None, Any]]:
        """What a hook gives, by name; raises PluginError for a name that is taken: none is replaced unseen."""
        found: dict[str, tuple[Plugin | None, Any]] = {}
        for plugin, given in self._call(hook):
            pairs = given.items() if isinstance(given, dict) else [(each.name, each) for each in given]
            for name, thing in pairs:
                if plugin and name in found:
                    first = found[name][0]
                    whose = f"plugin {first.name} {first.version}" if first else "newslint itself"
                    raise PluginError(
                        f"plugin {plugin.name} {plugin.version}: the {what} “{name}” is taken: {whose} has one",
                        hint=f"call it something else, such as “{plugin.name}-{name}” (module {plugin.module})",
                    )
                found[name] = plugin, thing
        return found

    def api_of(self, plugin: Plugin) -> int:
        """The version of the plugin API that a plugin was written for."""
        return self._managed.api[plugin] if self._managed else 0

    @property
    def own_rules(self) -> Iterator[type[Rule] | Card]:
        """newslint's own rules in Python, or the cards of those that are off."""
        found: Iterator[type[Rule] | Card] = self._own.register_rules()
        return found

    @cached_property
    def rule_classes(self) -> list[tuple[Plugin, type[Rule]]]:
        """Rules of plugins in Python, with the plugin each is from."""
        given = self._managed.given("register_rules") if self._managed else ()
        return [(plugin, rule) for plugin, rules in given for rule in rules]

    @cached_property
    def rule_paths(self) -> list[tuple[Plugin | None, str]]:
        """Files and folders of YAML rules, with the plugin each is from."""
        return [(plugin, os.fspath(path)) for plugin, paths in self._call("register_rule_files") for path in paths]

    @cached_property
    def rule_sources(self) -> dict[str, RuleSource]:
        """What gives rules for a key of the configuration, by that key."""
        found: dict[str, RuleSource] = {}
        for key, (plugin, source) in self._by_name("register_rule_sources", "rule source").items():
            if plugin and key != plugin.name:
                said = f"plugin {plugin.name} {plugin.version}: its rule source has the key “{key}”"
                raise PluginError(said, hint=f"its key is the plugin's name: {plugin.name}")
            if plugin:
                from newslint.rulebook._rule_sources import HeldSource

                source = HeldSource(plugin, key, source)
            found[key] = source
        return found

    @cached_property
    def source_owners(self) -> dict[str, Plugin]:
        """The plugin that each rule source is from, by its key; newslint's own are nobody's."""
        given = self._by_name("register_rule_sources", "rule source")
        return {key: plugin for key, (plugin, _) in given.items() if plugin}

    @cached_property
    def kinds(self) -> dict[str, type[KindRule]]:
        """Kinds of YAML rule by name."""
        return {name: kind for name, (_, kind) in self._by_name("register_kinds", "kind of rule").items()}

    @cached_property
    def _formats(self) -> dict[str, tuple[Plugin | None, Format]]:
        return self._by_name("register_formats", "story format")

    @cached_property
    def formats(self) -> dict[str, Format]:
        """Formats by name."""
        return {name: story_format for name, (_, story_format) in self._formats.items()}

    def story(self, story_format: Format, source: Source, reading: Reading) -> Story:
        """A source as a format reads it; raises PluginError where a plugin's breaks or gives no whole story."""
        plugin, _ = self._formats[story_format.name]
        if plugin is None:
            return read_story(story_format, source, reading)
        from newslint.rulebook import _managed

        return _managed.story(plugin, story_format, source, reading)

    def stories(self, story_format: Format, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """Each story of a source as a format reads it; raises as `story`, and NoStory where there is none."""
        plugin, _ = self._formats[story_format.name]
        if plugin is None:
            return read_stories(story_format, source, reading)
        from newslint.rulebook import _managed

        return _managed.stories(plugin, story_format, source, reading)

    @cached_property
    def endings(self) -> FormatsByEnding:
        """Formats by file-name ending, lower case, with its dot; raises PluginError where two plugins claim one.

        What a plugin claims is its own: newslint's formats no longer read such files.
        """
        claimed: dict[str, Plugin] = {}
        for plugin, story_format in self._formats.values():
            for ending in story_format.extensions if plugin else ():
                first = claimed.setdefault(ending, plugin) if plugin else None
                if plugin and first and first != plugin:
                    raise PluginError(
                        f"plugin {plugin.name} {plugin.version} and plugin {first.name} {first.version} both read "
                        f"files that end in {ending}",
                        hint=f"leave one out: NEWSLINT_PLUGINS={first.name} loads only that one",
                    )
        return FormatsByEnding(self._formats.values(), claimed)

    @cached_property
    def analyses(self) -> dict[str, Analysis[Any]]:
        """Analyses of plugins that replace built-in ones; each raises PluginError where it breaks."""
        found: dict[str, Analysis[Any]] = {}
        for name, (plugin, analysis) in self._by_name("register_analyses", "analysis").items():
            if plugin:
                from newslint.rulebook import _managed

                found[name] = _managed.analysis(plugin, analysis)
        return found

    @cached_property
    def styles(self) -> dict[str, str]:
        """House styles by name."""
        return {name: os.fspath(path) for name, (_, path) in self._by_name("register_styles", "style").items()}

    @cached_property
    def reporters(self) -> dict[str, Callable[[Report, IO[str]], None]]:
        """Reporters by name; a plugin's raises PluginError where it breaks."""
        found: dict[str, Callable[[Report, IO[str]], None]] = {}
        for name, (plugin, write) in self._by_name("register_reporters", "report format").items():
            if plugin:
                from newslint.rulebook import _managed

                write = _managed.reporter(plugin, name, write)
            found[name] = write
        return found

    def check(self) -> None:
        """Ask every hook; raises PluginError where a plugin gives what it may not."""
        for what in ("rule_classes", "rule_paths", "rule_sources", "kinds"):
            getattr(self, what)
        for what in ("endings", "analyses", "styles", "reporters"):
            getattr(self, what)

    def brought_by(self, plugin: Plugin) -> dict[str, list[str]]:
        """What a plugin brings besides rules: names by what they are names of."""
        found = {}
        for what in ("rule_sources", "kinds", "formats", "reporters", "styles", "analyses"):
            for owner, brought in self._call(f"register_{what}"):
                if owner == plugin and brought:
                    found[what] = sorted(getattr(each, "name", each) for each in brought)
        return found


def _plain(result: Any) -> Any:
    return dict(result) if isinstance(result, Mapping) else list(result)


def load(names: str | None = None) -> Plugins:
    """The plugins of this environment that `NEWSLINT_PLUGINS` lets in; none for "". Raises PluginError."""
    return Plugins(() if names == "" else chosen())
