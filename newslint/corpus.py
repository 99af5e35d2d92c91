"""Several stories: collect facts of each, merge them by key, judge the sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.engine import failed
from newslint.errors import RuleError
from newslint.finding import CONFIDENCES, Confidence, Entry
from newslint.plugins import Plugin
from newslint.rule import CorpusRule
from newslint.story import Story


class Ledger:
    """The facts of one corpus rule over the stories of a run."""

    def __init__(self, rule: CorpusRule, owners: Mapping[str, Plugin], least: Confidence) -> None:
        self.rule = rule
        self.facts: dict[str, Any] = {}
        self._owners = owners
        self._least = CONFIDENCES.index(least)

    def add(self, story: Story) -> None:
        """Take in the facts of one story; raises RuleError where the rule fails."""
        rule, facts = self.rule, self.facts
        try:
            for key, fact in rule.collect(story):
                facts[key] = rule.merge(facts[key], fact) if key in facts else fact
        except Exception as error:
            raise self._failed(error, story.path) from error

    def entries(self) -> list[Entry]:
        """What the rule says of them all, confident enough to show; raises RuleError where it fails."""
        try:
            found = [entry for key in sorted(self.facts) for entry in self.rule.judge(key, self.facts[key])]
        except Exception as error:
            raise self._failed(error, "") from error
        return [entry for entry in found if CONFIDENCES.index(entry.confidence) >= self._least]

    def _failed(self, error: Exception, path: str) -> RuleError:
        return failed(self.rule, self._owners, path, error)
