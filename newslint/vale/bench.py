"""All rules of Vale's that are on, over one story: one scan for their patterns, then alerts block by block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from newslint.base.errors import RuleError
from newslint.base.text import Span
from newslint.base.time_limit import TimeSpent
from newslint.kinds.base import patience
from newslint.matcher import TooSlow
from newslint.matcher.heads import Found, Matches, Patterns, Source
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Broken, Rule
from newslint.model.story import Story
from newslint.vale.blocks import Block, Document, Memory, documents
from newslint.vale.comments import Silence, silenced
from newslint.vale.extensions.base import Alert
from newslint.vale.placing import Placer, is_small
from newslint.vale.rules import ValeRule

_MOST_FIXES = 5  # suggestions for one alert


class Styles:
    """The rules that a configuration asks for. They look at a story together."""

    def __init__(self, rules: Sequence[ValeRule]) -> None:
        """Of all rules that are loaded, whether they are on or not: they say which blocks there are."""
        self.bases = frozenset().union(*(rule.blocks.bases for rule in rules))

    def ready(self, rules: Sequence[Rule]) -> Callable[[Story], Iterator[Finding]]:
        """What checks a story by some of the rules."""
        return Bench([rule for rule in rules if isinstance(rule, ValeRule)], self.bases).check


class _Place:
    """A rule at the bench: where its patterns are among all of them, and which sorts of block it is for."""

    __slots__ = ("extension", "fits", "idle", "numbers", "rule")

    def __init__(self, rule: ValeRule, numbers: Sequence[int]) -> None:
        self.rule = rule
        self.extension = rule.extension
        self.idle = rule.extension.idle
        self.numbers = numbers
        self.fits: dict[frozenset[str], bool] = {}

    def is_for(self, scope: frozenset[str]) -> bool:
        """Whether the rule is for blocks of a scope."""
        found = self.fits.get(scope)
        if found is None:
            found = self.fits[scope] = self.rule.blocks.fits(scope)
        return found


class Bench:
    """Some rules, ready to look at one story after another."""

    def __init__(self, rules: Sequence[ValeRule], bases: frozenset[str]) -> None:
        numbers: dict[Source, int] = {}
        self._places = [
            _Place(rule, [numbers.setdefault(source, len(numbers)) for source in rule.extension.sources])
            for rule in rules
        ]
        self._patterns = Patterns([*numbers])
        self._sources = [*numbers]
        self._bases = bases
        self._for: dict[frozenset[str], list[_Place]] = {}

    def check(self, story: Story) -> Iterator[Finding]:
        """Yield what the rules say of a story; raises Broken where one of them breaks."""
        memory = Memory(story)
        silence = silenced(story)
        told: dict[str, int] = {}
        for document in documents(story, self._bases):
            yield from _Over(self, document, story, memory, silence, told).findings()

    def placed(self, scope: frozenset[str]) -> list[_Place]:
        """The rules for blocks of a scope."""
        found = self._for.get(scope)
        if found is None:
            found = self._for[scope] = [place for place in self._places if place.is_for(scope)]
        return found


class _Over:
    """The rules over one document."""

    def __init__(
        self,
        bench: Bench,
        document: Document,
        story: Story,
        memory: Memory,
        silence: Silence | None,
        told: dict[str, int],
    ) -> None:
        self._bench = bench
        self._document = document
        self._story = story
        self._memory = memory
        self._silence = silence
        self._told = told  # how many alerts of each rule that has a limit
        self._seen: dict[str, set[int]] = {}
        self._matches: Matches = bench._patterns.over(document.text, story.get(patience))
        self._local: dict[tuple[int, int], tuple[list[int], list[Found]] | None] = {}
        self._small = document.manuscript and is_small(document.text)

    def findings(self) -> Iterator[Finding]:
        """Yield what the rules say, block by block."""
        for block in self._document.blocks:
            for place in self._bench.placed(block.scope):
                try:
                    found = [self._found(n, block) for n in place.numbers]
                    if place.idle and not any(found):
                        continue
                    alerts = [*place.extension.alerts(block, found, self._memory)]
                except TooSlow as error:
                    said = f"the rule “{place.rule.id}” was stopped on this story: {error}"
                    hint = f"limit its repeats ({{1,40}} in place of +), or switch it off: rules: {{{place.rule.id}: off}}"
                    raise RuleError(said, self._story.path, hint=hint) from None
                except (Exception, TimeSpent) as error:
                    raise Broken(place.rule) from error
                if alerts:
                    yield from self._told_of(place.rule, block, alerts)

    def _found(self, n: int, block: Block) -> Sequence[Found]:
        """The matches of a pattern in a block, with places in the block."""
        whole = self._document.text
        if len(block.text) == len(whole):
            return self._matches.everywhere(n)
        if not self._bench._patterns.patterns[n].local:
            found = self._matches.within(n, block.start, block.end)
        else:
            found = self._part(n, block)
        return [(a - block.start, b - block.start, group) for a, b, group in found] if found else ()

    def _part(self, n: int, block: Block) -> Sequence[Found]:
        """Those of all matches that lie in a block, where none goes over its edges."""
        everywhere = self._matches.everywhere(n)
        if not everywhere:
            return ()
        start, end = block.start, block.end
        first = bisect_right(everywhere, (start, -1, None), key=lambda each: (each[0], -1, None))
        first = 0
        low, high = 0, len(everywhere)
        while low < high:
            middle = (low + high) // 2
            if everywhere[middle][0] < start:
                low = middle + 1
            else:
                high = middle
        first = low
        if first and everywhere[first - 1][1] > start:
            return self._matches.within(n, start, end)
        last = first
        while last < len(everywhere) and everywhere[last][0] < end:
            last += 1
        if last > first and everywhere[last - 1][1] > end:
            return self._matches.within(n, start, end)
        return everywhere[first:last]

    def _told_of(self, rule: ValeRule, block: Block, alerts: Sequence[Alert]) -> Iterator[Finding]:
        """The findings for alerts on a block, each where it is told, once."""
        document, seen = self._document, self._seen.setdefault(rule.id, set())
        placer = Placer(document.text, block, small=self._small) if document.manuscript else None
        for alert in alerts:
            at = placer.place(alert.match, alert.start) if placer else block.start + alert.start
            if at < 0 or at in seen:
                continue
            seen.add(at)
            if rule.limit and self._told.get(rule.id, 0) >= rule.limit:
                continue
            span = document.to_source(at, at + len(alert.match))
            if self._silence and self._silence.holds(rule, alert.match, span):
                continue
            self._told[rule.id] = self._told.get(rule.id, 0) + 1
            yield Finding(
                rule.id,
                rule.topic,
                rule.severity,
                rule.confidence,
                alert.message,
                span,
                (),
                self._fixes(span, alert) if alert.instead else (),
            )

    def _fixes(self, span: Span, alert: Alert) -> tuple[Fix, ...]:
        """A fix for each suggestion, where the words stand there as they were found."""
        if self._story.source.text[span.start : span.end] != alert.match:
            return ()
        return tuple(
            Fix(f"write “{text}”" if text else "take it out", (Edit(span, text),))
            for text in alert.instead[:_MOST_FIXES]
            if text != alert.match
        )
