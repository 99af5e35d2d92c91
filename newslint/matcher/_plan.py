"""How a pattern is looked for: what `_syntax` has read off it, kept so that a start need not read it again."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.base.record import NamedTuple


class Plan(NamedTuple):
    """How a pattern is looked for.

    Of the shadows `gate`, or else of the casts `cast`, one stands in every match (none: nothing is known); the space
    at either end of a shadow may be what stands beside the match. On n characters the pattern takes at most about
    `steps` x n to the power of `degree` + 1 steps.
    """

    gate: tuple[str, ...]
    cast: tuple[str, ...]
    steps: float
    degree: int


def gate_worth(literals: Iterable[bytes]) -> float:
    """How seldom literals open, by the most frequent of them: signs are rarer than letters, and those than digits."""
    return min(map(_rarity, literals))


def _rarity(literal: bytes) -> float:
    digits = literal.count(b"0")
    spaces = sum(map(literal.count, (b" ", b".", b",")))
    signs = sum(not bytes((each,)).isalnum() for each in literal) - spaces
    return len(literal) - digits / 2 - spaces / 2 + signs
