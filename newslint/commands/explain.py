"""`newslint explain`: a rule's page, the rules of a topic, or what a plugin brings."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError, near_miss
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, pack_of, workspace

if TYPE_CHECKING:
    from newslint.base.environment import Plugin
    from newslint.rulebook.pack import Pack
    from newslint.rulebook.plugins import Plugins

_RULE = Argument("rule", "a rule, a topic or a plugin", value="RULE")


def explain(given: Given) -> int:
    """Print what there is to know of a rule, a topic or a plugin. Return the exit code."""
    here = workspace(given)
    print("\n".join(_page(given.rule, pack_of(here), here.plugins)))
    return CLEAN


def _page(name: str, pack: Pack, plugins: Plugins) -> Iterator[str]:
    """The page of whatever has this name; raises NewslintError where nothing has."""
    from newslint.rulebook import rule_pages

    rule = pack.rules.get(pack.aliases.get(name, name))
    if rule:
        return rule_pages.rule_page(rule, pack.owners.get(rule.id))
    if name in pack.topics:
        return rule_pages.rule_list((rule, rule.default) for rule in pack.rules.values() if rule.topic == name)
    if name in pack.groups:
        members = [pack.rules[rule_id] for rule_id in pack.resolve(name)]
        return rule_pages.rule_list((rule, rule.default) for rule in members)
    for plugin in plugins.found:
        if plugin.name == name:
            return _plugin_page(plugin, pack, plugins)
    known = [*pack.rules, *pack.topics, *pack.groups, *(plugin.name for plugin in plugins.found)]
    lists = "“newslint rules” lists the rules by topic, “newslint plugins” the plugins"
    raise NewslintError(f"there is no rule, topic or plugin “{name}”", hint=near_miss(name, known, lists))


def _plugin_page(plugin: Plugin, pack: Pack, plugins: Plugins) -> Iterator[str]:
    """A plugin's version and all that it brings."""
    from newslint.rulebook import rule_pages

    yield f"{plugin.name} {plugin.version} (plugin; module {plugin.module})"
    rules = [(rule, rule.default) for rule in pack.rules.values() if pack.owners.get(rule.id) == plugin]
    if rules:
        yield "\nRules:"
        yield from rule_pages.rule_list(rules)
    for what, names in plugins.brought_by(plugin).items():
        yield f"\n{what}: {', '.join(names)}"


COMMAND = Command("explain a rule, a topic or a plugin", (_RULE,), explain, place=4)
