"""Rules over several stories: their facts gathered story by story, and what they say of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.base.typed import TYPE_CHECKING, Any
from newslint.model.finding import Entry
from newslint.run.outcome import Ignored, Outcome, Said, reaches

if TYPE_CHECKING:
    from newslint.engine.corpus import Ledger
    from newslint.engine.engine import Engine
    from newslint.engine.workspace import Workspace

MOST_KEPT = 5000  # entries that are remembered together


class FactsAcrossStories:
    """Facts of the rules over several stories, by rule and profile, and where stories ask for silence."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._ledgers: dict[tuple[int, str], Ledger] = {}
        self._ignored: dict[str, tuple[Ignored, ...]] = {}
        self._silent: set[str] = set()
        self._judged: list[Said] = []
        self.keep: Callable[[list[Any]], None] | None = None

    def remember(self, judged: list[Said]) -> None:
        """Take what the rules said of the same stories before, in the place of their facts."""
        self._judged = judged

    def take(self, outcome: Outcome, *, report: bool) -> None:
        """Take in the facts of an outcome."""
        if not report:
            self._silent.add(outcome.path)
        if outcome.ignored:
            self._ignored[outcome.path] = outcome.ignored
        if outcome.facts:
            engine = self._workspace.engine(outcome.path)
            for rule_id, key, fact in outcome.facts:
                self._ledger(engine, rule_id).add(key, fact)

    def _ledger(self, engine: Engine, rule_id: str) -> Ledger:
        key = (id(engine), rule_id)
        if key not in self._ledgers:
            from newslint.engine.corpus import Ledger
            from newslint.model.rule import CorpusRule

            profile = engine.profile
            rule = next(r for r in profile.rules if isinstance(r, CorpusRule) and r.id == rule_id)
            self._ledgers[key] = Ledger(rule, profile.owners, profile.min_confidence)
        return self._ledgers[key]

    def entries(self) -> Iterator[Said]:
        """What the rules say of them all, in the stories to report on; and whether each fails the run."""
        yield from self._judged
        kept: list[Any] | None = [] if self.keep else None
        for pair in self._said():
            if kept is not None:
                kept.append(pair)
                kept = kept if len(kept) <= MOST_KEPT else None
            yield pair
        if self.keep and kept is not None:
            self.keep(kept)

    def _said(self) -> Iterator[Said]:
        for ledger in self._ledgers.values():
            once = ledger.rule.once
            for entry in ledger.entries():
                if entry.place.path not in self._silent and not self._is_ignored(entry):
                    least = self._workspace.engine(entry.place.path).profile.fail_on
                    yield Said(entry, reaches(entry, least), once)

    def _is_ignored(self, entry: Entry) -> bool:
        at, names = entry.place, {entry.rule, entry.topic, "all"}
        return any(
            start < at.end.offset
            and at.start.offset < end
            and names & set(rules)
            and (not words or " ".join(at.match.split()) in words)
            for start, end, rules, words in self._ignored.get(at.path, ())
        )
