"""`budgets:` of a configuration: how many findings of a rule or topic do not fail a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newslint.base.errors import NewslintError
from newslint.base.typed import TYPE_CHECKING
from newslint.config.layers import Layer

if TYPE_CHECKING:
    from newslint.rulebook.pack import Pack


def budgets_of(layers: Iterable[Layer], pack: Pack) -> dict[str, int]:
    """The budgets by rule or topic, under the names that now hold; of several layers the last says how many."""
    found: Mapping[str, int] = {}
    for layer in layers:
        said = layer.data.get("budgets", {})
        found = {**found, **{pack.known.get(name, name): number for name, number in said.items()}}
    return dict(found)


def mistakes_in(layers: Iterable[Layer], pack: Pack) -> Iterator[NewslintError]:
    """The names that stand for no rule and no topic, each at its place."""
    for layer in layers:
        for name in layer.data.get("budgets", {}):
            try:
                pack.resolve(name)
            except KeyError as error:
                said = f"budgets: there is no rule or topic “{name}”"
                yield layer.where.at("budgets", name).wrong(said, str(error.args[0]), key=True)
