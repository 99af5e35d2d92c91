"""Plain text: paragraphs by line or blank line, their kinds by the role analysis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.roles.roles import assign_roles
from newslint.analyses.text.language import guess
from newslint.base.text import Source, Span, UnreadableStory
from newslint.formats import Reading
from newslint.model.story import DeferredStory, Read, Segment, Story, Zone
from newslint.words.languages import ENGLISH, code_of

_BREAK = re.compile(r"\r\n|\r|\n")
_ENDS = tuple(".!?…:;\"”’')]»—")
WRAP_MIN, WRAP_MAX = 45, 100  # code points; lines of wire copy are wrapped within these
MOST_CUT = (
    0.3  # of a text's lines may follow another directly where that is a slip; more are its way (a poem, a list)
)

Pair = tuple[Span, Span]


class Plain:
    """Text files as scraped, filed or exported."""

    name = "plain"
    extensions: tuple[str, ...] = (".txt", ".text")

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the paragraphs and give each its role; raises UnreadableStory where it is XML."""
        if source.text.startswith(("<?xml", "\ufeff<?xml")):
            raise UnreadableStory(
                "it is XML and no plain text: let its name end in .xml (--stdin-name story.xml for standard input)"
            )
        return DeferredStory(source, lambda: _read(source.text, reading), format=self.name)


def _read(text: str, reading: Reading) -> Read:
    """The paragraphs of a text with their roles, its genre and its language."""
    zones = paragraphs(text)
    genre = Genre(reading.genre, "") if reading.genre else genre_of([zone.text for zone in zones])
    found = tuple(assign_roles(text, zones, genre.name))
    language = code_of(reading.language) if reading.language else ""
    return Read(found, genre.name or "news", genre.why, language or guess(text))


class Fragment:
    """Copy without its story: every paragraph is body. Rule examples are read like this."""

    name = "fragment"
    extensions: tuple[str, ...] = ()

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the paragraphs, all of them body."""
        return Story(
            source,
            paragraphs(source.text),
            format=self.name,
            genre=reading.genre or "news",
            language=reading.language or ENGLISH,
        )


def paragraphs(text: str) -> list[Zone]:
    """The paragraphs of a text, as body: each line one, but for copy that is wrapped at a column."""
    lines = list(_lines(text))
    inner = _inner(text, lines)
    if inner and _is_wrapped(text, inner):
        blocks = _blocks(lines, lambda before, at: _breaks(text, before, at) == 1)
    elif inner and (len(inner) < MOST_CUT * len(lines) or _are_paragraphs(lines)):
        cut = {other[0] for one, other in inner if _is_cut(text[slice(*one)], text[slice(*other)])}
        blocks = _blocks(lines, lambda _, at: at in cut) if cut else ([line] for line in lines)
    else:
        return [Zone("body", line, text[line.start : line.end]) for line in lines]
    return [joined(text, block) for block in blocks]


def _blocks(lines: list[Span], goes_on: Callable[[int, int], bool]) -> Iterator[list[Span]]:
    """Lines that are one paragraph together; `goes_on` is told where one line ends and the next begins."""
    block: list[Span] = []
    for line in lines:
        if block and not goes_on(block[-1][1], line[0]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(text: str) -> Iterator[Span]:
    """Where the lines that are not blank begin and end, the spaces round them left out."""
    at = 0
    for line in (text.replace("\r", "\n") if "\r" in text else text).split("\n"):
        stripped = line.strip()
        if stripped:
            start = at if line[0] == stripped[0] else at + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))
        at += len(line) + 1


def _inner(text: str, lines: list[Span]) -> list[Pair]:
    """The lines that another follows directly, each with that one."""
    return [
        (one, other)
        for one, other in pairwise(lines)
        if text[one[1] : other[0]] != "\n\n" and (other[0] - one[1] == 1 or _is_next(text, one, other))
    ]


def _is_next(text: str, one: Span, other: Span) -> bool:
    return _breaks(text, one[1], other[0]) == 1


def _are_paragraphs(lines: list[Span]) -> bool:
    """Whether most lines are longer than a line of verse or an item of a list can be."""
    return 2 * sum(b - a > WRAP_MAX for a, b in lines) > len(lines)


def _is_cut(one: str, other: str) -> bool:
    """Whether a sentence goes on from one line to the next: neither word at the break is a name or an address."""
    if one.endswith(_ENDS) or not other[0].islower():
        return False
    return one.rsplit(None, 1)[-1].islower() and other.split(None, 1)[0].rstrip(",").isalpha()


def _is_wrapped(text: str, inner: list[Pair]) -> bool:
    """Whether most lines that another follows directly break off in mid-sentence near one column."""
    if len(inner) < 3:
        return False
    near = [(a, b) for (a, b), _ in inner if WRAP_MIN <= b - a <= WRAP_MAX]
    least = 0.6 * len(inner)
    return len(near) >= least and sum(not text.endswith(_ENDS, a, b) for a, b in near) >= least


def _breaks(text: str, start: int, end: int) -> int:
    """How many line ends there are between two lines."""
    return len(_BREAK.findall(text, start, end)) if text[start:end] != "\n\n" else 2


def joined(text: str, block: Sequence[Span]) -> Zone:
    """One paragraph of several lines: a line end and the spaces round it read as one space."""
    if len(block) == 1:
        a, b = block[0]
        return Zone("body", Span(a, b), text[a:b])
    parts, segments, at = [], [], 0
    for n, (a, b) in enumerate(block):
        if n:
            before = block[n - 1][1]
            parts.append(" ")
            segments.append(Segment(at, 1, before, a - before))
            at += 1
        parts.append(text[a:b])
        segments.append(Segment(at, b - a, a, b - a))
        at += b - a
    return Zone("body", Span(block[0][0], block[-1][1]), "".join(parts), tuple(segments))


FORMATS = (Plain(), Fragment())
