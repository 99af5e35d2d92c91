"""Roles by shape for copy that markup gives as mere paragraphs: byline, caption left in the text, residue."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.roles.roles import assign_roles
from newslint.base.text import Span
from newslint.model.story import Zone

_FLOW = frozenset(("headline", "deck", "section", "byline", "timestamp", "dateline", "body", "subhead", "list"))
_NOWHERE = Span(0, 0)  # roles go by words, not by places in a file
_HEAD = frozenset(("byline", "timestamp"))


def settle(zones: Sequence[Zone], genre: str = "") -> None:
    """Give paragraphs of `body` the role that their words and their place show; what markup has said stays.

    A paragraph that a page left behind becomes residue (`chrome`, with its sort), or is suspected (its `sort`). A
    caption pasted as copy stays where it is, with the sort `caption`.
    """
    flow = [zone for zone in zones if zone.role in _FLOW and zone.text]
    twins = [Zone("body", _NOWHERE, zone.text) for zone in flow]
    assign_roles("\n\n".join([zone.text for zone in flow]), twins, genre)
    named = {zone.role for zone in flow}
    for zone, twin in zip(flow, twins, strict=True):
        zone.words = twin.words
        if zone.role != "body":
            continue
        if twin.role == "chrome" or (twin.role == "body" and twin.sort):
            zone.role, zone.sort, zone.why, zone.confidence = twin.role, twin.sort, twin.why, twin.confidence
        elif twin.role in ("caption", "credit"):
            zone.role, zone.sort, zone.why, zone.confidence = twin.role, twin.role, twin.why, twin.confidence
        elif twin.role in _HEAD and twin.role not in named:
            zone.role, zone.why, zone.confidence = twin.role, twin.why, twin.confidence
        elif twin.role == "note":
            zone.role, zone.why = twin.role, twin.why
