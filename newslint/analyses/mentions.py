"""Mentions: the people a story names, and where."""

from __future__ import annotations

from typing import NamedTuple

from newslint.story import Analysis, Story, Zone
from newslint.text import Span


class Mention(NamedTuple):
    """A name in a zone's prose, possessive and plural endings left out."""

    zone: Zone
    start: int
    end: int
    name: str

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


def _find(story: Story) -> tuple[Mention, ...]:
    return ()


mentions: Analysis[tuple[Mention, ...]] = Analysis("mentions", _find)
