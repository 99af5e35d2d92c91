"""How many findings a run lets pass: the budgets of its configurations, and what all of them may come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from newslint.model.finding import Allowance, Entry, group_of

OF_ALL = "--max-findings"


class Allowances:
    """Counts the findings that would fail a run. `most` is how many of them may be left over by the budgets."""

    def __init__(self, most: int = 0) -> None:
        self._most = most
        self._free = 0
        self._found: Counter[tuple[str, str]] = Counter()
        self._allowed: dict[tuple[str, str], int] = {}

    def add(self, entries: Iterable[Entry], config: str, budgets: Mapping[str, int]) -> None:
        """Count findings under a configuration; a rule's own budget goes before those of its style and topic."""
        for entry in entries:
            name = next((name for name in (entry.rule, group_of(entry.rule), entry.topic) if name in budgets), "")
            if name:
                self._found[config, name] += 1
                self._allowed[config, name] = budgets[name]
            else:
                self._free += 1

    @property
    def _left(self) -> int:
        """The findings that no budget holds: of one that is overrun, all."""
        return self._free + sum(found for key, found in self._found.items() if found > self._allowed[key])

    @property
    def fails(self) -> bool:
        """Whether more were found than may pass."""
        return self._left > self._most

    def told(self) -> tuple[Allowance, ...]:
        """Each budget that findings were counted against, and at the end that of all."""
        found = [
            Allowance(name, number, self._allowed[config, name], config)
            for (config, name), number in sorted(self._found.items())
        ]
        return (*found, Allowance(OF_ALL, self._left, self._most)) if self._most else tuple(found)
