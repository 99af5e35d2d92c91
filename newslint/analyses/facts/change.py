"""One change of a figure, as a clause tells it."""

from __future__ import annotations

from newslint.analyses.facts.quantities import Quantity
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Zone


class Change(NamedTuple):
    """A change in one clause at `start`-`end` of its zone's prose: what says so, which way, from what, to what.

    `cue` is the word that says it, at `cue_start`; `direction` 1 for up and -1 for down; `factor` how many times it
    becomes (“doubled”), or 0, and `more` what a word before that says of it. `by` is how much by, if that is told:
    percent, points or an amount. `compared` says that `before` is but what it is compared with; `after` may then
    stand in the sentence before, and in another zone.
    """

    zone: Zone
    start: int
    end: int
    cue: str
    cue_start: int
    direction: int
    factor: float
    more: str
    before: Quantity
    after: Quantity
    by: Quantity | None
    compared: bool

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def cue_span(self) -> Span:
        """Where the word stands that says it."""
        return self.zone.to_source(self.cue_start, self.cue_start + len(self.cue))

    @property
    def pair_span(self) -> Span:
        """Where its two figures stand, with what is between them."""
        first, second = self.before, self.after
        if first.zone is not second.zone:
            return Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
        return self.zone.to_source(min(first.start, second.start), max(first.end, second.end))
