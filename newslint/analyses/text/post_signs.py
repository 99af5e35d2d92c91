"""Whether a text may hold a post of a network at all, by the signs that networks add to posts."""

from __future__ import annotations

_SIGNS = ("pic.twitter.com/", "(@", "/t.co/", "pic.x.com/")


def is_told(text: str) -> bool:
    """Whether a text may hold a post; nearly none does."""
    return any(map(text.__contains__, _SIGNS))
