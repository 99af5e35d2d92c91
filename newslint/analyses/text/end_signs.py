"""Signs by which a desk marks that a take ends or goes on: ###, -30-, (MORE)."""

from __future__ import annotations

from newslint.base.lazy import pattern

LONGEST = 14  # characters
_SIGN = pattern(
    r"-+ ?30 ?-+|\((?:MORE|END|ENDS|END/.{2,8})\)|-+ ?(?:ENDS?|MORE|ends) ?-+|ENDS|E N D S|#{3,}|[xX]{3,}"
)
_INITIALS = frozenset("-(E#xX")


def is_end_sign(text: str) -> bool:
    """Whether a line is such a sign and nothing else."""
    return len(text) <= LONGEST and text[:1] in _INITIALS and bool(_SIGN.fullmatch(text))
