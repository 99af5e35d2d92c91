"""The sentence round a place of a paragraph; of a long one only what is near is looked at."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from newslint.analyses.text.sentences import split

_LONG = 5000  # code points of a paragraph of which only what is near is looked at
_REACH = 500  # code points on either side that are near


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends, or as much of it as is near."""
    low = max(0, at - _REACH) if len(text) > _LONG else 0
    near = text[low : at + _REACH] if len(text) > _LONG else text
    found = sentences_of(near)
    n = bisect_right(found, (at - low, len(near) + 1)) - 1
    if n >= 0 and at - low < found[n][1]:
        return low + found[n][0], low + found[n][1]
    return max(0, at - _REACH), min(len(text), at + _REACH)


@lru_cache(maxsize=32)
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph; kept, for many figures stand in one."""
    return tuple(split(text))
