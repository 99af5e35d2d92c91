"""Quotations of each zone: where they stand, who said them, and how the text says so."""

from __future__ import annotations

from typing import NamedTuple

from newslint.story import Analysis, Story, Zone
from newslint.text import Span


class Quote(NamedTuple):
    """A quotation in one paragraph.

    `start` and `end` are in the zone's prose and take in the marks. `status` is `attributed`,
    `unattributed` or `not-speech`; `speaker` and `cue` are spans of the source; `why` says what decided.
    """

    zone: Zone
    start: int
    end: int
    status: str
    speaker: Span | None = None
    cue: Span | None = None
    opened: bool = True
    closed: bool = True
    why: str = ""

    @property
    def span(self) -> Span:
        """The quotation with its marks, in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def content(self) -> Span:
        """What stands between the marks, in the source."""
        return self.zone.to_source(self.start + self.opened, max(self.start + self.opened, self.end - self.closed))

    @property
    def text(self) -> str:
        """The quotation with its marks."""
        return self.zone.text[self.start : self.end]


def _find(story: Story) -> tuple[Quote, ...]:
    return ()


quotes: Analysis[tuple[Quote, ...]] = Analysis("quotes", _find)
