"""Holds a plugin's rule source, and every rule it gives, to what they must be, and names the plugin that breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from newslint.base.environment import Plugin
from newslint.base.errors import NewslintError, near_miss
from newslint.base.outside import Misfit, apart, is_text, shown
from newslint.base.schema import Shape, Where
from newslint.base.typed import Any
from newslint.model.finding import group_of
from newslint.model.rule import TOPICS, CorpusRule, Rule
from newslint.model.rule_source import Beside, RuleSource
from newslint.rulebook._managed import broken
from newslint.rulebook._rule_faults import value_fault

_REST = re.compile(r"[A-Za-z0-9][\w-]*(?:\.[\w-]+)*")  # of an id, after the key


class HeldSource:
    """A plugin's rule source; raises PluginError where it breaks or gives what it may not."""

    def __init__(self, plugin: Plugin, key: str, source: RuleSource) -> None:
        self.plugin = plugin
        self.key = key
        self.shape: Shape = source.shape
        self._source = source

    def rules(self, value: Any, where: Where, beside: Beside) -> Sequence[Rule]:
        """The rules that the source gives, each with all that newslint sets itself."""
        found = self._asked("give rules", lambda: self._source.rules(value, where, beside))
        known: set[str] = set()
        for rule in found:
            fault = _fault(rule, self.key) or ("two rules have this id" if rule.id in known else "")
            if fault:
                raise self._broken("give rules", Misfit(f"{_named(rule)}: {fault}"))
            known.add(rule.id)
        return [rule.with_(by_configuration=True) for rule in found]

    def files(self, value: Any, folder: str) -> list[str]:
        """The files and folders that the rules rest on."""
        return self._paths("files", lambda: self._source.files(value, folder))

    def folders(self, value: Any, folder: str) -> list[str]:
        """The folders in which nothing is a story."""
        return self._paths("folders", lambda: self._source.folders(value, folder))

    def _paths(self, what: str, ask: Callable[[], Iterable[str]]) -> list[str]:
        found = self._asked(f"tell its {what}", ask)
        for path in found:
            if not is_text(path) or "\0" in path:
                raise self._broken(f"tell its {what}", Misfit(f"it gave {shown(path)}: paths were expected"))
        return found

    def _asked(self, what: str, ask: Callable[[], Iterable[Any]]) -> list[Any]:
        """All that the source gives, in a list; a mistake in the configuration is told as the source tells it."""
        try:
            with apart():
                given = ask()
                if isinstance(given, (str, bytes, dict)) or not hasattr(given, "__iter__"):
                    raise Misfit(f"it gave {shown(given)}: a list was expected")
                return list(given)
        except NewslintError:
            raise
        except Exception as error:
            raise self._broken(what, error) from error

    def _broken(self, what: str, error: BaseException) -> NewslintError:
        return broken(self.plugin, f"failed to {what} for the key “{self.key}”", error)


def _named(rule: Any) -> str:
    return f"rule “{rule.id}”" if isinstance(rule, Rule) and is_text(rule.id) else shown(rule)


def _fault(rule: Any, key: str) -> str:
    """What is wrong with a rule of a source; "" if nothing is."""
    if not isinstance(rule, Rule):
        return "it must be a Rule, made"
    said, hint = value_fault(rule)
    if said:
        return f"{said}; {hint}" if hint else said
    if not rule.id.startswith(f"{key}/") or not _REST.fullmatch(rule.id[len(key) + 1 :]):
        return f"its id must begin with “{key}/”, and go on with letters, digits, hyphens and dots"
    if rule.topic not in (*TOPICS, key):
        return f"it has an unknown topic “{rule.topic}”: {near_miss(rule.topic, (*TOPICS, key))}"
    if not is_text(rule.style_name) or (rule.style_name and group_of(rule.id) != f"{key}/{rule.style_name}"):
        return f"a rule of the style “{rule.style_name}” is called “{key}/{rule.style_name}.…”"
    if rule.ensemble is None:
        return ""
    if isinstance(rule, CorpusRule):
        return "a rule over several stories has no ensemble"
    return "" if callable(getattr(rule.ensemble, "ready", None)) else "its `ensemble` needs a method `ready`"
