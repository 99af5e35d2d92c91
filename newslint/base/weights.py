"""Weights that add up: what each named trait speaks for or against, in log odds, as programs in `tools/` learn it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.base.record import NamedTuple


def total(base: float, of: Mapping[str, float], traits: Iterable[str]) -> float:
    """What some traits come to with the base; those that have no weight say nothing.

    It is rounded to six digits, for the last ones of a sum go by the order of its parts, and a set's order by the
    process: what lies on a limit would be told in one run and not in the next.
    """
    return round(base + sum(filter(None, map(of.get, traits))), 6)


class Weights(NamedTuple):
    """Log odds: the base, and what each trait adds."""

    base: float
    of: Mapping[str, float]

    def score(self, traits: Iterable[str]) -> float:
        """How much speaks for it in all."""
        return total(self.base, self.of, traits)
