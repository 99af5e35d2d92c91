"""The matches of a rule's patterns spread over the blocks it is for, and what the rule says of each block.

What a pattern matches in a part of a text is mostly what it matches there in all of it: then one search is enough for
the text, its paragraphs and its sentences. Where a match goes over the edge of a block, or the pattern looks beyond
what it matches, the block is searched by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.base.typed import TYPE_CHECKING
from newslint.matcher.heads import Found, Matches
from newslint.vale.blocks import Block, Document, Group, Memory
from newslint.vale.extensions.base import Alert

if TYPE_CHECKING:
    from newslint.vale.bench import Place

Said = tuple[Block, Sequence[Alert]]


class Spread:
    """The matches in one document, block by block."""

    def __init__(self, document: Document, matches: Matches) -> None:
        self._document = document
        self._matches = matches
        self._size = len(document.text)
        self._groups: dict[frozenset[str], list[Group]] = {}

    def alerts(self, place: Place, memory: Memory) -> Iterator[Said]:
        """What a rule says of each block it is for, in order; raises TooSlow."""
        groups = [group for group in self._document.groups if place.is_for(group.scope)]
        if not groups:
            return
        if place.idle and len(place.numbers) == 1 and self._matches.is_local(place.numbers[0]):
            yield from self._of_one(place, groups, memory)
            return
        for group in groups:
            for block in group.blocks:
                found = [self._in_block(n, block) for n in place.numbers]
                if not place.idle or any(found):
                    yield block, [*place.alerts(block, found, memory)]

    def _of_one(self, place: Place, groups: Sequence[Group], memory: Memory) -> Iterator[Said]:
        """The same for a rule of one pattern that sees nothing beyond what it matches."""
        n = place.numbers[0]
        if not self._matches.is_quick(n) and all(len(group.blocks) > 1 for group in groups):
            for group in groups:  # in all of the text it may take long
                for block in group.blocks:
                    if found := self._matches.within(n, block.start, block.end):
                        yield block, [*place.alerts(block, [_moved(found, block.start)], memory)]
            return
        everywhere = self._matches.everywhere(n)
        if not everywhere:
            return
        once = [*place.alerts(self._whole, [everywhere], memory)] if place.apart else None
        for group in groups:
            if len(group.blocks) == 1 and group.blocks[0].end - group.blocks[0].start == self._size:
                block = group.blocks[0]
                yield block, once if once is not None else [*place.alerts(block, [everywhere], memory)]
            elif once is not None and all(self._is_inside(group, each) for each in everywhere):
                yield from _shared(group, once)
            else:
                for block, found in self._shares(n, group, everywhere):
                    yield block, [*place.alerts(block, [found], memory)]

    @cached_property
    def _whole(self) -> Block:
        return Block(frozenset(), 0, self._size, self._document.text)

    @staticmethod
    def _is_inside(group: Group, match: Found) -> bool:
        """Whether a match lies in one block, or in none at all."""
        start, end, _ = match
        n = bisect_right(group.starts, start) - 1
        if n >= 0 and start < group.blocks[n].end:
            return end <= group.blocks[n].end
        return n + 1 >= len(group.starts) or end <= group.starts[n + 1]

    def _shares(self, n: int, group: Group, everywhere: Sequence[Found]) -> Iterator[tuple[Block, Sequence[Found]]]:
        """The matches in each block that has some; blocks over whose edges one goes are searched by themselves."""
        touched: dict[int, list[Found] | None] = {}
        starts, blocks = group.starts, group.blocks
        for match in everywhere:
            start, end, _ = match
            k = max(0, bisect_right(starts, start) - 1)
            while k < len(blocks) and starts[k] < end:
                block = blocks[k]
                if block.end > start:
                    if block.start <= start and end <= block.end:
                        inside = touched.setdefault(k, [])
                        if inside is not None:
                            inside.append(match)
                    else:
                        touched[k] = None
                k += 1
        for k, found in sorted(touched.items()):
            block = blocks[k]
            if found is None:
                found = self._matches.within(n, block.start, block.end)
            if found:
                yield block, _moved(found, block.start)

    def _in_block(self, n: int, block: Block) -> Sequence[Found]:
        """The matches of a pattern in a block, with places in the block."""
        if block.end - block.start == self._size:
            return self._matches.everywhere(n)
        found = self._matches.within(n, block.start, block.end)
        return _moved(found, block.start) if found else ()


def _moved(found: Sequence[Found], start: int) -> list[Found]:
    """Matches with places in a block that begins at a place."""
    return [(a - start, b - start, group) for a, b, group in found]


def _shared(group: Group, alerts: Sequence[Alert]) -> Iterator[Said]:
    """Alerts on a text, each with the block that it lies in; those that lie in none are left out."""
    starts, blocks = group.starts, group.blocks
    at, inside = -1, []
    for alert in alerts:
        k = bisect_right(starts, alert.start) - 1
        if k < 0 or alert.start >= blocks[k].end:
            continue
        if k != at:
            if inside:
                yield blocks[at], inside
            at, inside = k, []
        start = blocks[k].start
        inside.append(Alert(alert.start - start, alert.end - start, alert.match, alert.message, alert.instead))
    if inside:
        yield blocks[at], inside
