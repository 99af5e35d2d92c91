"""What is said but once in a run, such as a line that many stories share: one finding, its other places related.

Where another rule of the same topic has a finding at such a place already, that one tells of the other stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from newslint.model.finding import Entry, Place
from newslint.run.outcome import Outcome, Said

MOST_PLACES = 10  # that one finding names beside its own

Reach = tuple[str, int, int]  # topic, start and end


def _what(said: Said) -> tuple[str, str] | None:
    return (said.entry.rule, said.entry.message) if said.once else None


class Once:
    """Where findings stand that are said of one story, and what they are to tell of others."""

    def __init__(self) -> None:
        self._named: dict[str, Sequence[Reach]] = {}
        self._told: dict[str, list[tuple[str, int, Place]]] = {}

    def take(self, outcome: Outcome) -> None:
        """Note where an outcome has findings that are shown by default."""
        named = [
            (entry.topic, entry.place.start.offset, entry.place.end.offset)
            for entry in outcome.entries
            if entry.confidence != "low"
        ]
        if named:
            self._named[outcome.path] = named

    def settled(
        self, said: Iterable[Said], kept: Callable[[Entry], bool], *, every: bool = False
    ) -> Iterator[tuple[Entry, bool]]:
        """What is left to report, and whether it fails the run.

        Of what is said but once that is the first which is kept: a story that is let off says nothing of the others.
        With `every` each place has its finding, for who records them.
        """
        for once, group in groupby(said, key=_what):
            # Each is asked for, though one is told: so a baseline uses all it has.
            left = [(e, fails) for e, fails, _ in group if not (once and self._tells(e)) and kept(e)]
            if once is None or every:
                yield from left
            elif left:
                (entry, fails), *rest = left
                others = [other.place for other, _ in rest][:MOST_PLACES]
                label = entry.related[0].label if entry.related else ""
                related = tuple(place._replace(label=label) for place in others) or entry.related
                yield entry._replace(related=related), fails

    def _tells(self, entry: Entry) -> bool:
        """Whether a finding at the place of an entry tells what it says; it is told then."""
        path, at = entry.place.path, entry.place.start.offset
        if not any(topic == entry.topic and start <= at < end for topic, start, end in self._named.get(path, ())):
            return False
        if entry.related:
            self._told.setdefault(path, []).append((entry.topic, at, entry.related[0]))
        return True

    def completed(self, entry: Entry) -> Entry:
        """A finding with what it tells of other stories."""
        at = entry.place
        for topic, offset, place in self._told.get(at.path, ()):
            if topic == entry.topic and at.start.offset <= offset < at.end.offset:
                return entry._replace(related=(*entry.related, place))
        return entry
