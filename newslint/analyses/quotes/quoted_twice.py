"""Quotations that a story gives twice, word for word or nearly so."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.marks import marks
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone

ZONES = frozenset(("body", "list", "quote-block"))
SHORTEST = 24  # code points; six words have more
FEWEST = 6  # words
MOST = 30  # quotations that end alike; more are a refrain or data
_TAIL, _END = 12, 5  # code points looked at before the last mark, and letters of them that must be the same
_SIGNS = ".,;:!?…'’” )"
_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)*")


class Passage(NamedTuple):
    """A quotation's place with its marks, and its words in lower case."""

    zone: Zone
    start: int
    end: int
    words: tuple[str, ...]


def _find(story: Story) -> tuple[tuple[Passage, Passage], ...]:
    """Pairs of quotations of some length that end alike: few stories have any."""
    by_end: dict[str, list[tuple[Zone, int, int]]] = {}
    for zone, found in story.get(marks):
        if found.pairs and zone.role in ZONES:
            text = zone.text
            for start, end, _, closed in found.pairs:
                if closed and end - start > SHORTEST:
                    ending = text[end - _TAIL : end - closed].rstrip(_SIGNS)[-_END:].lower()
                    by_end.setdefault(ending, []).append((zone, start, end))
    return tuple([pair for places in by_end.values() if len(places) > 1 for pair in _pairs(places)])


def _pairs(places: list[tuple[Zone, int, int]]) -> Iterator[tuple[Passage, Passage]]:
    """Each with each that comes before it, if they have words enough."""
    read = [passage for passage in (_read(*place) for place in places) if len(passage.words) >= FEWEST]
    for n, second in enumerate(read[:MOST]):
        for first in read[:n]:
            yield first, second


def _read(zone: Zone, start: int, end: int) -> Passage:
    words = tuple(word.lower().replace("’", "'") for word in _WORD.findall(zone.text, start, end))
    return Passage(zone, start, end, words)


quoted_twice: Analysis[tuple[tuple[Passage, Passage], ...]] = Analysis("quoted-twice", _find)
