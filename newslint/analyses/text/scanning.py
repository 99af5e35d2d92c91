"""One pass of a regular expression over all the prose of a story, told zone by zone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone

# What a reader of the finished story sees; the page's own furniture and raw metadata are left out.
COPY = ("headline", "deck", "caption", "subhead", "body", "list", "quote-block", "table", "note", "alt")


class ScanHit(NamedTuple):
    """A stretch found in a zone: `start` and `end` count in the zone's prose."""

    zone: Zone
    start: int
    end: int
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The words found, as the zone has them."""
        return self.zone.text[self.start : self.end]

    def is_typed_so(self, story: Story) -> bool:
        """Whether the source has these very words: a format took no code and no tag out between them."""
        return story.source.text[self.span.start : self.span.end] == self.text

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.zone.to_source(self.start, self.end)


def scan(
    story: Story, pattern: re.Pattern[str], roles: Collection[str] = COPY, text: str | None = None
) -> Iterator[ScanHit]:
    """Every match that lies within one zone of these roles, in order.

    `text` may be a shadow of the story's prose of the same length (lower case, say) to look in instead.
    """
    return placed(story, pattern.finditer(story.prose.text if text is None else text), roles)


def placed(story: Story, matches: Iterable[re.Match[str]], roles: Collection[str] = COPY) -> Iterator[ScanHit]:
    """Matches in the whole story's prose, each in its zone; those over a zone's end or in other zones left out."""
    prose = story.prose
    for match in matches:
        start, end = match.span()
        held = prose.zone_of(start, end)
        if held and held[0].role in roles:
            zone, at = held
            yield ScanHit(zone, start - at, end - at, match)
