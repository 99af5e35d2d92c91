"""Several stories: collect facts of each, merge them by key, judge the sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.finding import Entry
from newslint.rule import CorpusRule
from newslint.story import Story


class Ledger:
    """The facts of one corpus rule over the stories of a run."""

    def __init__(self, rule: CorpusRule) -> None:
        self.rule = rule
        self.facts: dict[str, Any] = {}

    def add(self, story: Story) -> None:
        """Take in the facts of one story."""
        for key, fact in self.rule.collect(story):
            self.facts[key] = self.rule.merge(self.facts[key], fact) if key in self.facts else fact

    def entries(self) -> Iterator[Entry]:
        """What the rule says of them all."""
        for key in sorted(self.facts):
            yield from self.rule.judge(key, self.facts[key])
