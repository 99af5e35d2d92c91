"""How a pattern is looked for: what `_syntax` has read off it, kept so that a start need not read it again."""

from __future__ import annotations

from newslint.base.record import NamedTuple


class Plan(NamedTuple):
    """How a pattern is looked for.

    `gate` are shadows of which one stands in every match, `cast` are casts of which one does (none: nothing is
    known); the space at either end of a shadow may be what stands beside the match. On n characters the pattern takes
    at most about `steps` x n to the power of `degree` + 1 steps.
    """

    gate: tuple[str, ...]
    cast: tuple[str, ...]
    steps: float
    degree: int
