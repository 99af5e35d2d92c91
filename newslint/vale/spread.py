"""The matches of a rule's patterns spread over the blocks it is for, and what the rule says of each block.

What a pattern matches in a part of a text is mostly what it matches there in all of it: then one search is enough for
the text, its paragraphs and its sentences. Where a match goes over the edge of a block, or the pattern looks beyond
what it matches, the block is searched by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.base.typed import Any
from newslint.matcher.heads import Found, Matches
from newslint.vale.blocks import Block, Document, Group, Memory
from newslint.vale.extensions.base import Alert, Extension
from newslint.vale.rules import ValeRule

Said = tuple[Block, Sequence[Alert], int]  # a block, alerts on it, and where in the text their places begin


class Place:
    """A rule at the bench: where its patterns are among all of them, and which sorts of block it is for."""

    __slots__ = ("_fits", "alerts", "apart", "asks", "counts", "idle", "numbers", "rule")

    def __init__(self, rule: ValeRule, numbers: Sequence[int]) -> None:
        extension = rule.extension
        self.rule = rule
        self.alerts = extension.alerts
        self.idle = extension.idle
        self.apart = extension.apart
        self.asks = type(extension).may_tell is not Extension.may_tell
        self.counts = extension.counts
        self.numbers = numbers
        self._fits: dict[frozenset[str], bool] = {}

    def is_for(self, scope: frozenset[str]) -> bool:
        """Whether the rule is for blocks of a scope."""
        found = self._fits.get(scope)
        if found is None:
            found = self._fits[scope] = self.rule.blocks.fits(scope)
        return found


class Spread:
    """The matches in one document, block by block."""

    def __init__(self, document: Document, matches: Matches) -> None:
        self._document = document
        self._matches = matches
        self._size = len(document.text)
        self.active = matches.active  # the patterns that may match at all
        self._known: dict[int, bool] = {}

    def alerts(self, place: Place, groups: Sequence[Group], memory: Memory) -> Iterator[Said]:
        """What a rule says of each block in some groups, in order; raises TooSlow."""
        if place.counts:
            for group in groups:
                for block in self._likely(place.numbers, group) if self._is_sought(place) else group.blocks:
                    counted = _Counted(self._matches, place.numbers[0], block)
                    if counted or not place.idle:
                        yield block, [*place.alerts(block, [counted], memory)], block.start
            return
        if place.idle and len(place.numbers) == 1 and self._matches.is_local(place.numbers[0]):
            yield from self._of_one(place, groups, memory)
            return
        for group in groups:
            for block in self._likely(place.numbers, group) if place.idle else group.blocks:
                found = [self._in_block(n, block) for n in place.numbers]
                if not place.idle or any(found):
                    yield block, [*place.alerts(block, found, memory)], block.start

    def _is_sought(self, place: Place) -> bool:
        """Whether a rule says nothing of most blocks, and it is known of which it may."""
        return place.idle and self._matches.may_begin(place.numbers[0]) is not None

    def _likely(self, numbers: Sequence[int], group: Group) -> Sequence[Block]:
        """The blocks in which one of some patterns may match."""
        if len(group.blocks) == 1:
            return group.blocks
        likely: set[int] = set()
        for n in numbers:
            if n not in self.active:
                continue
            if self._is_shared(n):
                near: Sequence[int] | None = [start for start, _, _ in self._matches.everywhere(n)]
            else:
                near = self._matches.may_begin(n)
            if near is None:
                return group.blocks
            starts, last = group.starts, len(group.starts)
            for at in near:
                k = bisect_right(starts, at) - 1
                likely.add(max(k, 0))
                if k + 1 < last and starts[k + 1] <= at + 1:
                    likely.add(k + 1)
        return [group.blocks[k] for k in sorted(likely)]

    def _of_one(self, place: Place, groups: Sequence[Group], memory: Memory) -> Iterator[Said]:
        """The same for a rule of one pattern that sees nothing beyond what it matches."""
        n = place.numbers[0]
        if not self._matches.is_quick(n) and all(len(group.blocks) > 1 for group in groups):
            for group in groups:  # in all of the text it may take long
                for block in self._likely(place.numbers, group):
                    if found := self._matches.within(n, block.start, block.end, sought=True):
                        yield block, [*place.alerts(block, [_moved(found, block.start)], memory)], block.start
            return
        everywhere = self._matches.everywhere(n)
        if not everywhere:
            return
        once = [*place.alerts(self._whole, [everywhere], memory)] if place.apart else None
        for group in groups:
            blocks = group.blocks
            if len(blocks) == 1 and blocks[0].end - blocks[0].start == self._size:
                alerts = once if once is not None else [*place.alerts(blocks[0], [everywhere], memory)]
                yield blocks[0], alerts, blocks[0].start
            elif once is not None and (shared := _shared(group, everywhere, once)) is not None:
                for k, alerts in shared:
                    yield blocks[k], alerts, 0
            else:
                for block, share in self._shares(n, group, everywhere):
                    yield block, [*place.alerts(block, [share], memory)], block.start

    @cached_property
    def _whole(self) -> Block:
        return Block(frozenset(), 0, self._size, self._document.text)

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
            held = self._matches.within(n, block.start, block.end) if found is None else found
            if held:
                yield block, _moved(held, block.start)

    def _is_shared(self, n: int) -> bool:
        """Whether what a pattern matches in all of the text is what it matches in its blocks, and soon found."""
        known = self._known.get(n)
        if known is None:
            known = self._known[n] = self._matches.is_local(n) and self._matches.is_quick(n)
        return known

    def _in_block(self, n: int, block: Block) -> Sequence[Found]:
        """The matches of a pattern in a block, with places in the block."""
        if block.end - block.start == self._size:
            return self._matches.everywhere(n)
        if n not in self.active:
            return ()
        found = self._part(n, block) if self._is_shared(n) else self._matches.within(n, block.start, block.end)
        return _moved(found, block.start) if found else ()

    def _part(self, n: int, block: Block) -> Sequence[Found]:
        """Those of all matches that lie in a block, unless one goes over an edge of it."""
        everywhere = self._matches.everywhere(n)
        if not everywhere:
            return ()
        start, end = block.start, block.end
        first = bisect_left(everywhere, (start,))
        last = bisect_left(everywhere, (end,), first)
        if (first and everywhere[first - 1][1] > start) or (last > first and everywhere[last - 1][1] > end):
            return self._matches.within(n, start, end)
        return everywhere[first:last]


class _Counted(Sequence[Found]):
    """The matches of a pattern in a block, which are counted first: mostly that is all that is asked."""

    def __init__(self, matches: Matches, n: int, block: Block) -> None:
        self._times = matches.count(n, block.start, block.end)
        self._matches, self._n, self._text = matches, n, block.text

    def __len__(self) -> int:
        return self._times

    def __getitem__(self, n: Any) -> Any:
        return [*self][n]

    def __iter__(self) -> Iterator[Found]:
        return self._matches.one_by_one(self._n, self._text)


def _moved(found: Sequence[Found], start: int) -> list[Found]:
    """Matches with places in a block that begins at a place."""
    return [(a - start, b - start, group) for a, b, group in found]


def _shared(
    group: Group, everywhere: Sequence[Found], alerts: Sequence[Alert]
) -> list[tuple[int, list[Alert]]] | None:
    """Alerts on a text by the block that each lies in; None where a match goes over the edge of one.

    Those that lie in none are left out.
    """
    starts, blocks = group.starts, group.blocks
    last = len(blocks) - 1
    for start, end, _ in everywhere:
        k = bisect_right(starts, start) - 1
        if k < last and end > starts[k + 1]:
            return None
        if k >= 0 and start < blocks[k].end < end:
            return None
    found: list[tuple[int, list[Alert]]] = []
    for alert in alerts:
        k = bisect_right(starts, alert.start) - 1
        if k < 0 or alert.start >= blocks[k].end:
            continue
        if found and found[-1][0] == k:
            found[-1][1].append(alert)
        else:
            found.append((k, [alert]))
    return found
