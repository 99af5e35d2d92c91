"""Rules that wait until somebody asks for them, or until a story has what they look for: they are made only then.

A start must know of each what it is called and what switches it on; of one that is on, what it looks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher import Needle
from newslint.model.rule import Rule
from newslint.model.story import Analysis


class Sought(NamedTuple):
    """What a rule looks for: it says nothing of a story that has none of the needles in such zones (none: in any).

    With a `need` it looks for nothing itself, and says nothing of a story in which that analysis finds nothing.
    """

    needles: tuple[Needle, ...] = ()
    zones: tuple[str, ...] = ()
    in_quotes: str = "both"
    need: Analysis[Any] | None = None


class Waiting(NamedTuple):
    """What a rule that waits says of itself, as its attributes are called; `make` gives the rule.

    One that is on waits for a story that has what it looks for, or meets its conditions.
    """

    id: str
    topic: str
    origin: str
    aliases: tuple[str, ...]
    axis: str
    about_names: bool
    make: Callable[[], Rule]
    default: bool = False
    sought: Sought | None = None
    when: Mapping[str, Sequence[str]] = {}
    unless: Mapping[str, Sequence[str]] = {}
    yields_to: tuple[str, ...] = ()
    family: str = "story"  # any other is made at once, and so is one that goes by the day
    since: None = None
    until: None = None
    by_configuration: bool = False  # never: what a configuration asks for is made at once
    style_name: str = ""
    ensemble: None = None


class Rules(Mapping[str, Rule]):
    """Rules by id, of which those that wait are made when they are first asked for."""

    def __init__(self, rules: Iterable[Rule | Waiting] = ()) -> None:
        self.known = {rule.id: rule for rule in rules}  # what is known of each, made or not

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
