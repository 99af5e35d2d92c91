"""All rules of Vale's that are on, over one story: one scan for their patterns, then alerts rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.analyses.quotes.said_plainly import is_said, said_plainly
from newslint.base.errors import RuleError
from newslint.base.text import Span
from newslint.base.time_limit import TimeSpent
from newslint.kinds.base import patience
from newslint.matcher import TooSlow
from newslint.matcher.heads import Patterns, Source
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Broken, Rule
from newslint.model.story import Story
from newslint.vale.blocks import Block, Document, Group, Memory, documents
from newslint.vale.comments import Silence, silenced
from newslint.vale.extensions.base import Alert
from newslint.vale.placing import MOST, is_small, places
from newslint.vale.rules import ValeRule
from newslint.vale.spread import Place, Spread
from newslint.vale.stand_ins import stood_in

_MOST_FIXES = 5  # suggestions for one alert


class Styles:
    """The rules that a configuration asks for. They look at a story together."""

    def __init__(self, rules: Sequence[ValeRule]) -> None:
        """Of all rules that are loaded, whether they are on or not: they say which blocks there are."""
        self.bases = frozenset().union(*(rule.blocks.bases for rule in rules))

    def ready(self, rules: Sequence[Rule]) -> Callable[[Story], Iterator[Finding]]:
        """What checks a story by some of the rules."""
        return Bench([rule for rule in rules if isinstance(rule, ValeRule)], self.bases).check


class Bench:
    """Some rules, ready to look at one story after another."""

    def __init__(self, rules: Sequence[ValeRule], bases: frozenset[str]) -> None:
        for rule in rules:  # here: no story's time goes into it, and a rule that is off needs nothing
            rule.extension.make_ready()
        numbers: dict[Source, int] = {}
        self.places = [
            Place(rule, [numbers.setdefault(source, len(numbers)) for source in rule.extension.sources])
            for rule in rules
        ]
        self._patterns = Patterns([*numbers])
        self._bases = bases
        self._plans: dict[tuple[frozenset[str], ...], Sequence[tuple[Place, Sequence[int]]]] = {}

    def check(self, story: Story) -> Iterator[Finding]:
        """Yield what the rules say of a story; raises Broken where one of them breaks, RuleError for one too slow."""
        silence = silenced(story)
        told = _Told(story, silence)
        for document in documents(story, self._bases):
            text = document.text
            spread = Spread(document, self._patterns.over(stood_in(text), story.get(patience), text))
            small = document.manuscript and is_small(document.text)
            groups, active = document.groups, spread.active
            for place, numbers in self._plan(tuple([group.scope for group in groups])):
                if place.idle and active.isdisjoint(place.numbers):
                    continue
                try:
                    if place.asks and not place.rule.extension.may_tell(text):
                        continue
                    of_place = [groups[n] for n in numbers]
                    if silence:
                        of_place = [*_heard(of_place, place.rule, document, silence)]
                    for block, alerts, since in spread.alerts(place, of_place, told.memory_of(place.rule)):
                        if alerts:
                            yield from told.of(place.rule, document, block, alerts, since, small=small)
                except TooSlow as error:
                    raise _stopped(place.rule, error, story) from None
                except (Exception, TimeSpent) as error:
                    raise Broken(place.rule) from error

    def _plan(self, scopes: tuple[frozenset[str], ...]) -> Sequence[tuple[Place, Sequence[int]]]:
        """The rules that are for some of these scopes, each with their numbers: most stories have the same."""
        found = self._plans.get(scopes)
        if found is None:
            fitting = ((place, [n for n, scope in enumerate(scopes) if place.is_for(scope)]) for place in self.places)
            found = self._plans[scopes] = [(place, numbers) for place, numbers in fitting if numbers]
        return found


class _Told:
    """What has been told of a story: each rule's places, and what it remembers."""

    def __init__(self, story: Story, silence: Silence | None) -> None:
        self._story = story
        self._text = story.source.text
        self._silence = silence
        self._memories: dict[str, Memory] = {}
        self._seen: dict[str, set[int]] = {}
        self._places: set[tuple[str, type[Span], Span]] = set()  # where a rule is for several documents
        self._times: dict[str, int] = {}
        self._looked: dict[str, int] = {}  # how much was looked through for each rule's places

    def memory_of(self, rule: ValeRule) -> Memory:
        """What a rule remembers of the story."""
        if not rule.extension.remembers:
            return _NOTHING
        return self._memories.setdefault(rule.id, Memory(self._story))

    def of(
        self,
        rule: ValeRule,
        document: Document,
        block: Block,
        alerts: Sequence[Alert],
        since: int,
        *,
        small: bool,
    ) -> Iterator[Finding]:
        """The findings for alerts on a block, each where it is told, once; `since` is where their places begin."""
        seen = self._seen.setdefault(rule.id, set())
        looked = self._looked[rule.id] = self._looked.get(rule.id, 0) + len(alerts) * len(document.text)
        where: Iterable[int] = (
            places(document.text, block, alerts, block.start - since, small=small)
            if document.manuscript and looked <= MOST
            else [since + alert.start for alert in alerts]
        )
        for at, alert in zip(where, alerts, strict=True):
            if at < 0 or at in seen:
                continue
            seen.add(at)
            span = document.to_source(at, at + len(alert.match))
            if not document.manuscript:
                if (told := (rule.id, type(span), span)) in self._places:
                    continue
                self._places.add(told)
            if self._silence and self._silence.holds(rule, alert.match, span):
                continue
            if rule.limit:
                if self._times.get(rule.id, 0) >= rule.limit:
                    continue
                self._times[rule.id] = self._times.get(rule.id, 0) + 1
            fixes = self._fixes(span, alert) if alert.instead else ()
            yield Finding(rule.id, rule.topic, rule.severity, rule.confidence, alert.message, span, (), fixes)

    def _fixes(self, span: Span, alert: Alert) -> tuple[Fix, ...]:
        """A fix for each suggestion, where the words stand there as they were found."""
        if type(span) is not Span or self._text[span.start : span.end] != alert.match:
            return ()
        if self._story.get(said_plainly) is not None and is_said(self._story, span) is not False:
            return ()  # in a line whose marks leave a doubt nothing is offered: to be sure, the story must be read
        return tuple(
            Fix(f"write “{text}”" if text else "take it out", (Edit(span, text),))
            for text in alert.instead[:_MOST_FIXES]
            if text != alert.match
        )


def _heard(groups: Iterable[Group], rule: ValeRule, document: Document, silence: Silence) -> Iterator[Group]:
    """Groups of blocks without those in which a rule is switched off."""
    for group in groups:
        kept = [each for each in group.blocks if not silence.covers(rule, document.to_source(each.start, each.end))]
        if len(kept) == len(group.blocks):
            yield group
        elif kept:
            yield Group(kept)


_NOTHING = Memory()  # of rules that remember nothing


def _stopped(rule: ValeRule, error: TooSlow, story: Story) -> RuleError:
    """The error for a rule whose pattern took too long."""
    hint = f"limit its repeats ({{1,40}} in place of +), or switch it off: rules: {{{rule.id}: off}}"
    said = f"the rule “{rule.id}” was stopped on this story: {error}; it is in {rule.origin}"
    return RuleError(said, story.path, hint=hint)
