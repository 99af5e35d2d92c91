"""Roles in plain text: which paragraph is caption, headline, deck, byline, body or page residue."""

from __future__ import annotations

from newslint.story import Zone


def assign_roles(text: str, zones: list[Zone]) -> list[Zone]:
    """Give each paragraph its kind, with reasons."""
    if len(zones) > 1 and len(zones[0].text) < 160:
        zones[0].kind = "headline"
    return zones
