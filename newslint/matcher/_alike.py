"""Which of many alternatives may begin alike: told without holding each against each, as lists of words are long."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

Begun = tuple[int, bool, bytes]  # bits for the first character, whether there may be none, known characters


def most_alike(begun: Sequence[Begun], ways: Sequence[float]) -> float:
    """The most ways through alternatives of which one begins as all the others may.

    Two may where one may be empty, where the characters that are known of one begin with those of the other, or where
    nothing is known of one but the sort of its first character, and the other may begin with that.
    """
    total = sum(ways)
    blunt: dict[int, float] = defaultdict(float)  # of those of which no characters are known, by their first one
    first: dict[int, float] = defaultdict(float)  # of all, by their first one
    known: dict[bytes, float] = defaultdict(float)
    empty = 0.0
    for (mask, may_be_empty, lead), each in zip(begun, ways, strict=True):
        if may_be_empty:
            empty += each
            continue
        first[mask] += each
        if lead:
            known[lead] += each
        else:
            blunt[mask] += each
    if empty:
        return total
    most = max((_meeting(first, mask) for mask in blunt), default=0.0)
    leads = _Leads(known)
    by_mask = {mask: _meeting(blunt, mask) for mask in first} if blunt else {}
    for mask, _, lead in begun:
        if lead:
            most = max(most, leads.related(lead) + by_mask.get(mask, 0.0))
    return most


def _meeting(by_mask: Mapping[int, float], mask: int) -> float:
    return sum(each for other, each in by_mask.items() if other & mask)


class _Leads:
    """What alternatives begin with, in order."""

    def __init__(self, known: Mapping[bytes, float]) -> None:
        self._known = known
        self._ordered = sorted(known)
        self._sums = [0.0]
        for lead in self._ordered:
            self._sums.append(self._sums[-1] + known[lead])

    def related(self, lead: bytes) -> float:
        """The ways of those that begin with some characters, or with which those begin."""
        low = bisect_left(self._ordered, lead)
        high = bisect_left(self._ordered, lead + b"\xff" * 65, low)
        shorter = sum(self._known.get(lead[:n], 0.0) for n in range(1, len(lead)))
        return self._sums[high] - self._sums[low] + shorter
