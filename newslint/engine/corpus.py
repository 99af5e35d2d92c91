"""Rules over several stories: facts of each story, merged by key and judged together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from newslint.base.environment import Plugin
from newslint.base.errors import NewslintError
from newslint.base.sorted_records import SortedRecords
from newslint.base.typed import Any
from newslint.engine.engine import Engine, failed, is_outside
from newslint.model.finding import CONFIDENCES, Confidence, Entry
from newslint.model.rule import CorpusRule
from newslint.model.story import Story


def facts_for_all(engine: Engine, story: Story) -> Iterator[tuple[str, str, Any]]:
    """What every rule over several stories collects from a story: rule, key and fact; raises RuleError."""
    for rule in engine.corpus_rules:
        if engine.applies(rule, story):
            yield from [(rule.id, key, fact) for key, fact in facts_of(rule, engine.profile.owners, story)]


def facts_of(rule: CorpusRule, owners: Mapping[str, Plugin], story: Story) -> list[tuple[str, Any]]:
    """What a rule collects from one story; raises RuleError where the rule fails."""
    try:
        if is_outside(rule):
            from newslint.engine import outside_rules  # here: few installations have such rules

            return outside_rules.facts_of(rule, story)
        return list(rule.collect(story))
    except Exception as error:
        raise failed(rule, owners, story.path, error, story) from error


class Ledger:
    """The facts of one corpus rule over the stories of a run; those that are many lie on disk."""

    def __init__(self, rule: CorpusRule, owners: Mapping[str, Plugin], least: Confidence) -> None:
        self.rule = rule
        self._facts = SortedRecords()
        self._owners = owners
        self._least = CONFIDENCES.index(least)
        self._judge: Callable[[str, Any], Iterable[Entry]] = rule.judge
        self._merge: Callable[[Any, Any], Any] = rule.merge
        if is_outside(rule):
            from newslint.engine import outside_rules

            self._judge = partial(outside_rules.entries_of, rule)
            self._merge = partial(outside_rules.merged, rule)

    def add(self, key: str, fact: Any) -> None:
        """Add a fact."""
        self._facts.add([key, fact])

    def entries(self) -> Iterator[Entry]:
        """What the rule says of them all, confident enough to show; raises RuleError where it fails."""
        try:
            for key, records in groupby(self._facts, key=lambda record: record[0]):
                for entry in self._judge(key, self._merged([record[1] for record in records])):
                    if CONFIDENCES.index(entry.confidence) >= self._least:
                        yield entry
        except Exception as error:
            raise self._failed(error) from error

    def _merged(self, facts: list[Any]) -> Any:
        """All facts of one key as one, merged in pairs so that large ones are not copied again and again."""
        while len(facts) > 1:
            pairs = [self._merge(a, b) for a, b in zip(facts[::2], facts[1::2], strict=False)]
            facts = pairs + facts[len(pairs) * 2 :]
        return facts[0]

    def _failed(self, error: Exception) -> NewslintError:
        return failed(self.rule, self._owners, "", error)
