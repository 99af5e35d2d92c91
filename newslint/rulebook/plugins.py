"""Loads plugins, newslint's own first, and hands out what they bring, with their versions."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

from newslint.base.environment import GROUP, Plugin, chosen
from newslint.base.errors import PluginError
from newslint.formats import Format
from newslint.kinds.base import KindRule
from newslint.model.finding import Report
from newslint.model.rule import Rule
from newslint.model.story import Analysis

if TYPE_CHECKING:
    from pluggy import PluginManager

BUILT_IN = "newslint.rulebook.builtin"


class Plugins:
    """Everything that newslint itself and the installed plugins bring."""

    def __init__(self, found: tuple[Plugin, ...]) -> None:
        self.found = found
        self._own = import_module(BUILT_IN)
        self._versions = {p.module: p for p in found}
        self._manager = self._managed() if found else None

    def _managed(self) -> PluginManager:
        """A manager with every plugin loaded; raises PluginError naming the one that is broken."""
        from pluggy import PluginManager

        from newslint.rulebook import hookspecs

        manager = PluginManager(GROUP)
        manager.add_hookspecs(hookspecs)
        for plugin in self.found:
            module, _, attribute = plugin.module.partition(":")
            try:
                loaded: Any = import_module(module)
                for part in attribute.split(".") if attribute else ():
                    loaded = getattr(loaded, part)
                manager.register(loaded, plugin.module)
                manager.check_pending()
            except Exception as error:
                raise self._broken(plugin, "could not be loaded", error) from error
        return manager

    def _broken(self, plugin: Plugin, what: str, error: BaseException) -> PluginError:
        return PluginError(
            f"plugin {plugin.name} {plugin.version} {what}: {type(error).__name__}: {error}",
            hint=f"update it, or uninstall it, or switch plugins off with NEWSLINT_PLUGINS= (module {plugin.module})",
        )

    def _call(self, hook: str) -> list[tuple[Plugin | None, Any]]:
        """Each implementation's own result, ours first, so that a fault has a name."""
        results: list[tuple[Plugin | None, Any]] = [(None, _plain(getattr(self._own, hook)()))]
        for implementation in getattr(self._manager.hook, hook).get_hookimpls() if self._manager else ():
            plugin = self._versions[implementation.plugin_name]
            try:
                results.append((plugin, _plain(implementation.function())))
            except Exception as error:
                raise self._broken(plugin, f"failed in its hook {hook}", error) from error
        return results

    @cached_property
    def rule_classes(self) -> list[tuple[Plugin | None, type[Rule]]]:
        """Rules in Python, with the plugin each is from."""
        return [(plugin, rule) for plugin, rules in self._call("register_rules") for rule in rules]

    @cached_property
    def rule_paths(self) -> list[tuple[Plugin | None, str]]:
        """Files and folders of YAML rules, with the plugin each is from."""
        return [(plugin, os.fspath(path)) for plugin, paths in self._call("register_rule_files") for path in paths]

    @cached_property
    def kinds(self) -> dict[str, type[KindRule]]:
        """Kinds of YAML rule by name."""
        return {name: kind for _, kinds in self._call("register_kinds") for name, kind in kinds.items()}

    @cached_property
    def _formats(self) -> dict[str, tuple[Plugin | None, Format]]:
        return {f.name: (plugin, f) for plugin, formats in self._call("register_formats") for f in formats}

    @cached_property
    def formats(self) -> dict[str, Format]:
        """Formats by name."""
        return {name: story_format for name, (_, story_format) in self._formats.items()}

    def format_failed(self, story_format: Format, path: str, error: Exception) -> Exception:
        """The error for a format that broke on a file: it names the plugin where it is a plugin's."""
        plugin, _ = self._formats[story_format.name]
        return self._broken(plugin, f"failed to read {path or 'a text'}", error) if plugin else error

    @cached_property
    def by_extension(self) -> dict[str, Format]:
        """Formats by file-name ending, lower case, with its dot."""
        return {ending: f for f in self.formats.values() for ending in f.extensions}

    @cached_property
    def analyses(self) -> dict[str, Analysis[Any]]:
        """Analyses that plugins put in the place of built-in ones."""
        return {a.name: a for _, analyses in self._call("register_analyses") for a in analyses}

    @cached_property
    def styles(self) -> dict[str, str]:
        """House styles by name."""
        return {name: os.fspath(path) for _, styles in self._call("register_styles") for name, path in styles.items()}

    @cached_property
    def reporters(self) -> dict[str, Callable[[Report, IO[str]], None]]:
        """Reporters by name."""
        return {name: write for _, reporters in self._call("register_reporters") for name, write in reporters.items()}

    def brought_by(self, plugin: Plugin) -> dict[str, list[str]]:
        """What a plugin brings besides rules: names by what they are names of."""
        found = {}
        for what in ("kinds", "formats", "reporters", "styles", "analyses"):
            for owner, brought in self._call(f"register_{what}"):
                if owner == plugin and brought:
                    found[what] = sorted(getattr(each, "name", each) for each in brought)
        return found


def _plain(result: Any) -> Any:
    return dict(result) if isinstance(result, Mapping) else list(result)


def load(names: str | None = None) -> Plugins:
    """The plugins of this environment that `NEWSLINT_PLUGINS` lets in; none for "". Raises PluginError."""
    return Plugins(() if names == "" else chosen())
