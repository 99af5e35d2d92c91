"""Lines of copy that is wrapped at a column: which of them are one paragraph together, as wires and mail send it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.base.record import NamedTuple

ITEM = re.compile(r"(?:--?|\*|•|·|–) +(?=\S)")
_LINE = re.compile(r"[^\r\n]+")
_BLANKS = "".join(map(chr, range(0x21))) + "\x7f\xa0"  # control characters, spaces
_ENDS = frozenset(".!?…:;\"”’'»")
_WIDE = 100  # characters; copy in longer lines is not wrapped
_NARROW = 40  # characters; what breaks off sooner is a list, an address, verse
_LONG_WORD = 12  # characters
_RAGGED = 20  # characters by which lines wrapped at one column differ
_INDENT = 2  # columns


class Line(NamedTuple):
    """A line with words: its bounds, how far in it stands (columns), and the lines left blank above."""

    start: int
    end: int
    indent: int
    blank: int

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of `text[start:end]` that are not blank; control characters at their ends are left out."""
    found: list[Line] = []
    last = 0
    for number, at, line in _numbered(text, start, end):
        if not (words := line.strip(_BLANKS)):
            continue
        indent = 0
        if words[0] != line[0]:
            lead = line[: len(line) - len(line.lstrip(_BLANKS))]
            indent = lead.count(" ") + lead.count("\xa0") + 4 * lead.count("\t")
            at += len(lead)
        found.append(Line(at, at + len(words), indent, max(0, number - last - 1)))
        last = number
    return found


def _numbered(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The lines of a stretch: the number of line ends before each, where it begins, and what it says."""
    if text.count("\r", start, end) == text.count("\r\n", start, end):
        for number, line in enumerate(text[start:end].split("\n")):
            yield number, start, line  # a CR at its end is blank
            start += len(line) + 1
        return
    number, at = 0, start
    for m in _LINE.finditer(text, start, end):
        gap = text[at : m.start()]
        number += gap.count("\n") + gap.count("\r") - gap.count("\r\n")
        at = m.end()
        yield number, m.start(), m[0]


def paragraphs_of(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph: those that a blank line, an indent or a line cut short does not part."""
    column, base = wrap_column(lines), _base(text, lines)
    block: list[Line] = []
    hanging = 0  # how far in the lines of an item of a list stand
    for line in lines:
        if block and not _goes_on(text, block[-1], line, column, base, hanging):
            yield block
            block = []
        if not block:
            item = ITEM.match(text, line.start, line.end)
            hanging = line.indent + len(item[0]) if item else 0
        block.append(line)
    if block:
        yield block


def wrap_column(lines: Sequence[Line]) -> int:
    """About how long the lines are that another follows directly (characters); 0 where copy is not wrapped."""
    inner = sorted(one.length for one, other in pairwise(lines) if not other.blank)
    column = inner[(len(inner) - 1) // 2] if inner else 0
    near = sum(length >= column - _RAGGED for length in inner)
    return column if _NARROW <= column <= _WIDE and 2 * near >= len(inner) else 0


def _base(text: str, lines: Sequence[Line]) -> int:
    """How far in the whole copy is set, where lines that follow directly break off in mid-sentence; else 0."""
    least = min((line.indent for line in lines), default=0)
    if not least or not wrap_column(lines):
        return 0
    inner = [one for one, other in pairwise(lines) if not other.blank]
    return least if 2 * sum(text[line.end - 1] in _ENDS for line in inner) < len(inner) else 0


def _goes_on(text: str, before: Line, line: Line, column: int, base: int, hanging: int) -> bool:
    """Whether a line goes on with the paragraph above it, which is an item of a list if its lines hang so far in."""
    if line.blank:
        return False
    hung = hanging > 0 and abs(line.indent - hanging) <= 1
    if line.indent >= max(base + _INDENT, hanging) and not hung:
        return False
    last, first = text[before.end - 1], text[line.start]
    if ITEM.match(text, line.start, line.end) and (hanging or last in _ENDS):
        return False
    if last == "," or (last not in _ENDS and first.islower()):
        return True
    word = text[line.start : line.end].split(None, 1)[0]
    return bool(column) and before.length + 1 + max(len(word), _LONG_WORD) > column
