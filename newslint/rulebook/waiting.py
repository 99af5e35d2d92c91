"""Rules that are off until somebody asks for them: what is known of each meanwhile, so that it is made only then.

A start makes the rules that are on. Of the others it must know what they are called and what switches them on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newslint.base.record import NamedTuple
from newslint.model.rule import Rule


class Waiting(NamedTuple):
    """What a rule that is off says of itself, as its attributes are called; `make` gives the rule."""

    id: str
    topic: str
    origin: str
    aliases: tuple[str, ...]
    axis: str
    about_names: bool
    make: Callable[[], Rule]
    default: bool = False


class Rules(Mapping[str, Rule]):
    """Rules by id, of which those that wait are made when they are first asked for."""

    def __init__(self) -> None:
        self.known: dict[str, Rule | Waiting] = {}  # what is known of each, made or not

    def __getitem__(self, rule_id: str) -> Rule:
        found = self.known[rule_id]
        if isinstance(found, Waiting):
            self.known[rule_id] = found = found.make()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self.known
