"""Cards of newslint's own rules in Python that are off: kept from start to start, so that their files wait unread.

A card holds as long as the file of its rule is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from newslint.base import cache
from newslint.base.environment import HERE
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.model.rule import Rule
from newslint.rulebook.waiting import Waiting


class Card(NamedTuple):
    """What must be known of a rule that is off; `module` and `name` are its class, `state` is that of its file."""

    module: str
    name: str
    state: str
    id: str
    topic: str
    aliases: Sequence[str]
    axis: str
    about_names: bool

    def waiting(self, of_class: Callable[[type[Rule]], Rule]) -> Waiting:
        """The rule as one that waits: `of_class` makes it of its class."""

        def make() -> Rule:
            return of_class(getattr(import_module(self.module), self.name))

        return Waiting(self.id, self.topic, self.module, tuple(self.aliases), self.axis, self.about_names, make)


def rules_of(modules: Iterable[tuple[str, str]]) -> Iterator[type[Rule] | Card]:
    """The rules of modules, each given by its name and its file: a card for one that is off and whose card holds."""
    key = cache.key_of("cards of rules", __version__, HERE)  # two checkouts may share a cache
    kept = {card.module: card for card in _cards(cache.load(key))}
    new: list[Card] = []
    for module, file in modules:
        card = kept.get(module)
        if card and card.state == state_of(file):
            yield card
            continue
        found = _rules_in(import_module(module))
        if len(found) == 1 and not found[0].default:
            new.append(_card_of(found[0], state_of(file)))
        yield from found
    if new:
        cache.save(key, [*({**kept, **{card.module: card for card in new}}).values()])


def _rules_in(module: Any) -> list[type[Rule]]:
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == module.__name__ and thing.id
    ]


def _card_of(rule: type[Rule], state: str) -> Card:
    return Card(rule.__module__, rule.__name__, state, rule.id, rule.topic, rule.aliases, rule.axis, rule.about_names)


def _cards(kept: Any) -> Iterator[Card]:
    """The cards that the cache gives; a damaged one counts as none."""
    for row in kept if isinstance(kept, list) else ():
        if isinstance(row, list) and tuple(map(type, row)) == _FORM and all(type(each) is str for each in row[5]):
            yield Card._make(row)


_FORM = (str, str, str, str, str, list, str, bool)  # of the fields of a card, as JSON has them


def state_of(file: str) -> str:
    """What tells a file from the same file changed: its size and when it was written."""
    status = os.stat(file)
    return f"{status.st_size} {status.st_mtime_ns}"
