"""What tells a finding from others when its story is edited or renamed: its rule, its words, a few on either side."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator

from newslint.base import cache
from newslint.base.record import NamedTuple
from newslint.model.finding import Entry

WORDS = 3  # that are kept of the line on either side of a finding
_REACH = 120  # code points in which those words must lie
_LONGEST = 80  # a longer match is kept as its beginning and a digest of it all


class KnownFinding(NamedTuple):
    """What tells a finding from others: where the baseline lies, its story is `path`."""

    path: str
    rule: str
    match: str
    before: str
    after: str


def known(entry: Entry, path: str, text: str) -> KnownFinding:
    """A finding as a baseline keeps it; `path` is that of its story as seen from there, `text` the story."""
    start, end = entry.place.start.offset, entry.place.end.offset
    return KnownFinding(
        path, entry.rule, _shortened(entry.place.match), _words_before(text, start), _words_after(text, end)
    )


def _shortened(match: str) -> str:
    plain = " ".join(match.split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[: _LONGEST - 16]}… {cache.key_of(plain)[:8]}"


def _words_before(text: str, at: int) -> str:
    piece = text[max(0, at - _REACH) : at]
    line = piece[max(piece.rfind("\n"), piece.rfind("\r")) + 1 :]
    return " ".join(line.split()[-WORDS:])


def _words_after(text: str, at: int) -> str:
    piece = text[at : at + _REACH]
    line = piece.replace("\r", "\n").partition("\n")[0]
    return " ".join(line.split()[:WORDS])


def tells_enough(key: KnownFinding) -> bool:
    """Whether a finding has words enough to be known by them in a story of another name."""
    return len(f"{key.match} {key.before} {key.after}".split()) >= WORDS


class Sides:
    """The entries left, by what they marked and the words on one side of it, in their order."""

    def __init__(self, left: Counter[KnownFinding]) -> None:
        self._left = left
        self._by_side: dict[tuple[str, ...], deque[tuple[int, KnownFinding]]] = {}
        for n, (entry, count) in enumerate(left.items()):
            for side in _sides(entry) if count > 0 else ():
                self._by_side.setdefault(side, deque()).append((n, entry))

    def take(self, key: KnownFinding) -> bool:
        """Use up the first entry that has the same words on one side; whether there is one."""
        first = []
        for side in _sides(key):
            waiting = self._by_side.get(side)
            while waiting and self._left[waiting[0][1]] <= 0:
                waiting.popleft()
            if waiting:
                first.append(waiting[0])
        if first:
            self._left[min(first)[1]] -= 1
        return bool(first)


def _sides(entry: KnownFinding) -> Iterator[tuple[str, ...]]:
    """What a finding marked with the words before it, and with those after it."""
    if entry.before:
        yield (*entry[:3], "before", entry.before)
    if entry.after:
        yield (*entry[:3], "after", entry.after)
