"""A file of wire text taken apart: its messages, and the head, the copy and the trailer of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.base.record import NamedTuple
from newslint.base.text import Source, UnreadableStory
from newslint.formats._wire_words import EOT, ETX, SOH, STX, anpa_head, iptc_head

MOST_MESSAGES = 1_000
LONGEST = 400_000  # characters of a message; the longest takes of agencies have a tenth of that
MOST_LINES = 10_000
MOST_IN_ALL = 60_000  # lines of a file
LARGEST = 4_000_000  # characters of a file
_CONTROL = re.compile(r"[\x01-\x04]")
_NEXT_LINE = re.compile(r"[^\r\n]*[\r\n]+")
_HEAD_REACH = 2_000  # characters within which the text of a message begins


class Message(NamedTuple):
    """One message: where it begins and ends, and its copy; `anpa` tells whose specification it follows."""

    start: int
    end: int
    copy: int
    copy_end: int
    anpa: bool
    begun: bool  # whether a sign says where the copy begins
    ended: bool  # whether a sign says where it ends


def messages_of(source: Source) -> Iterator[Message]:
    """The messages of a file, in order; raises UnreadableStory where it is larger than files of wire text are."""
    text = source.text
    breaks = _breaks(text, 0, len(text)) if len(text) <= LARGEST else 0
    if len(text) > LARGEST or breaks > MOST_IN_ALL:
        raise UnreadableStory(f"it has more than {LARGEST:,} characters or {MOST_IN_ALL:,} lines: cut it up")
    starts = [m.start() for m in re.finditer(SOH, text)][: MOST_MESSAGES + 1]
    if len(starts) > MOST_MESSAGES:
        raise UnreadableStory(f"it has more than {MOST_MESSAGES:,} wire messages: cut it up")
    starts = [at for at in starts if text.find(STX, at, at + _HEAD_REACH) >= 0]
    bounds = [0, *starts[1:], len(text)]
    for start, end in pairwise(bounds):
        if end - start > LONGEST or (breaks > MOST_LINES and _breaks(text, start, end) > MOST_LINES):
            line = _breaks(text, 0, start) + 1
            raise UnreadableStory(f"the message that begins in line {line} is longer than any story of a wire")
        yield _message(text, start, end)


def _breaks(text: str, start: int, end: int) -> int:
    """How many lines end in a stretch of text."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def _message(text: str, start: int, end: int) -> Message:
    header = text.find(SOH, start, min(end, start + _HEAD_REACH))
    head = header + 1 if header >= 0 else start
    begin = text.find(STX, head, min(end, head + _HEAD_REACH))
    anpa = anpa_head.match(text, head, end)
    iptc = None if anpa else iptc_head.match(text, head, end)
    if begin >= 0:
        copy = begin + 1
    elif anpa or iptc:
        found = _NEXT_LINE.match(text, (anpa or iptc).end(), end)  # type: ignore[union-attr]
        copy = found.end() if found else end
    else:
        copy = head
    stop = _CONTROL.search(text, copy, end)
    while stop and stop[0] not in (ETX, EOT):
        stop = _CONTROL.search(text, stop.end(), end)
    return Message(start, end, copy, stop.start() if stop else end, bool(anpa), begin >= 0, bool(stop))
