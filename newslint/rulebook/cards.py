"""Cards of newslint's own rules in Python: kept from start to start, so that their files wait unread.

A rule that is off waits to be asked for; one that is on, for a story that it may have something to say of. A card
holds as long as the file of its rule is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module

from newslint.base import cache
from newslint.base.environment import HERE
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.matcher import Needle
from newslint.model.rule import CorpusRule, Rule
from newslint.model.story import Analysis
from newslint.rulebook.waiting import Sought, Waiting


class Card(NamedTuple):
    """What must be known of a rule; `module` and `name` are its class, `state` is that of its file.

    Of one that is on: its gate, or the module and the name of the analysis that it needs, and its conditions.
    """

    module: str
    name: str
    state: str
    id: str
    topic: str
    aliases: Sequence[str]
    axis: str
    about_names: bool
    default: bool = False
    gate: Sequence[str] = ()
    need: Sequence[str] = ()
    when: Mapping[str, Sequence[str]] = {}
    unless: Mapping[str, Sequence[str]] = {}
    yields_to: Sequence[str] = ()

    def waiting(self, of_class: Callable[[type[Rule]], Rule]) -> Waiting:
        """The rule as one that waits: `of_class` makes it of its class."""

        def make() -> Rule:
            return of_class(getattr(import_module(self.module), self.name))

        said = (self.id, self.topic, self.module, tuple(self.aliases), self.axis, self.about_names)
        found = Waiting(*said, make, self.default)
        if not self.default:
            return found
        need = getattr(import_module(self.need[0]), self.need[1]) if self.need else None
        sought = Sought(gate_of(self.gate), need=need)
        return found._replace(sought=sought, when=self.when, unless=self.unless, yields_to=tuple(self.yields_to))


def gate_of(patterns: Iterable[str]) -> tuple[Needle, ...]:
    """The needles by which a rule's gate is looked for."""
    return tuple(Needle(each, pattern=True, case=True) for each in patterns)


def rules_of(modules: Iterable[tuple[str, str]]) -> Iterator[type[Rule] | Card]:
    """The rules of modules, each given by its name and its file: a card for one that is off and whose card holds."""
    key = cache.key_of("cards of rules", __version__, HERE)  # two checkouts may share a cache
    kept = {card.module: card for card in _cards(cache.load(key))}
    new: list[Card] = []
    for module, file in modules:
        card, state = kept.get(module), state_of(file)  # before it is read: it may change meanwhile
        if card and card.state == state:
            yield card
            continue
        found = _rules_in(import_module(module))
        if len(found) == 1 and (card := _card_of(found[0], state)):
            new.append(card)
        yield from found
    if new:
        cache.save(key, [*({**kept, **{card.module: card for card in new}}).values()])


def _rules_in(module: Any) -> list[type[Rule]]:
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == module.__name__ and thing.id
    ]


def _card_of(rule: type[Rule], state: str) -> Card | None:
    """The card of a rule; None for one that is on and can have something to say of any story."""
    said = (rule.__module__, rule.__name__, state, rule.id, rule.topic, rule.aliases, rule.axis, rule.about_names)
    if not rule.default:
        return Card(*said)
    if rule.axis or rule.about_names or rule.dated or rule.since or rule.until or issubclass(rule, CorpusRule):
        return None
    need = _place_of(rule.needs) if rule.needs else ()
    if not (rule.gate() or need or "format" in rule.when) or "needles" in vars(rule):
        return None
    return Card(*said, True, rule.gate(), need, rule.when, rule.unless, rule.yields_to)


def _place_of(analysis: Analysis[Any]) -> Sequence[str]:
    """The module of an analysis, and its name there."""
    module = import_module(analysis.run.__module__)
    return next(((module.__name__, name) for name, thing in vars(module).items() if thing is analysis), ())


def _cards(kept: Any) -> Iterator[Card]:
    """The cards that the cache gives; a damaged one counts as none."""
    for row in kept if isinstance(kept, list) else ():
        if isinstance(row, list) and tuple(map(type, row)) == _FORM and all(map(_are_texts, _lists(row))):
            yield Card._make(row)


def _lists(row: list[Any]) -> Iterator[Any]:
    """The lists of texts in a row."""
    yield from [part for part in row if isinstance(part, list)]
    yield from [each for part in row if isinstance(part, dict) for each in part.values()]


def _are_texts(found: Any) -> bool:
    return isinstance(found, list) and all(type(each) is str for each in found)


# of the fields of a card, as JSON has them
_FORM = (str, str, str, str, str, list, str, bool, bool, list, list, dict, dict, list)


def state_of(file: str) -> str:
    """What tells a file from the same file changed: its size and when it was written."""
    status = os.stat(file)
    return f"{status.st_size} {status.st_mtime_ns}"
