"""`newslint plugins`: list the installed plugins."""

from __future__ import annotations

from newslint.arguments import Command, Given
from newslint.commands._common import CLEAN


def plugins(given: Given) -> int:
    """List the plugins; raises PluginError or RuleError for one that a run would refuse. Return the exit code."""
    from newslint.rulebook import pack
    from newslint.rulebook.plugins import load

    loaded = load()
    if loaded.found:
        loaded.check()
        pack.load(loaded)
    if not loaded.found:
        print("no plugins are installed")
    for plugin in loaded.found:
        brought = sum(1 for owner, _ in (*loaded.rule_classes, *loaded.rule_paths) if owner == plugin)
        api = loaded.api_of(plugin)
        print(f"{plugin.name} {plugin.version} ({plugin.module}): {brought} rules or rule files, plugin API {api}")
    return CLEAN


COMMAND = Command(
    "list the plugins with their versions, and that of the API each is written for", (), plugins, place=13
)
