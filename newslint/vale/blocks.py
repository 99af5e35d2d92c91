"""The blocks of text that Vale's rules look at: all of a plain story, its paragraphs and sentences, or its zones.

A block has a scope (`text.list.md`): a rule names the scopes of the blocks it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.model.story import Prose, Story
from newslint.vale.markup import Seen, back_from_file, file_of, has_one_text
from newslint.vale.sentences import split

SIZED = ("raw", "summary")  # scopes that are never part of another


class Block(NamedTuple):
    """A stretch of a document's text and its scope; `text` is the stretch."""

    scope: frozenset[str]
    start: int
    end: int
    text: str


class Memory:
    """What rules remember of a story from block to block: the words defined so far, and the ways of writing seen.

    `story` is the one that is checked, for rules that go by all of it.
    """

    __slots__ = ("defined", "seen", "story")

    def __init__(self, story: Story | None = None) -> None:
        self.story = story
        self.defined: set[str] = set()
        self.seen: set[Any] = set()


class Group:
    """The blocks of one scope in a document, in order, none over another, and where each begins."""

    __slots__ = ("blocks", "scope", "starts")

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.scope = blocks[0].scope
        self.blocks = blocks
        self.starts = [block.start for block in blocks]


class Document(NamedTuple):
    """A text that is looked through once, its blocks in Vale's order, and where a stretch of it stands in the source.

    In a `manuscript` alerts are placed as Vale places them in plain text.
    """

    text: str
    groups: Sequence[Group]
    to_source: Callable[[int, int], Span]
    manuscript: bool = False


class Scope:
    """The blocks that a rule is for: of several scopes one must fit, of those that `&` joins each."""

    def __init__(self, scopes: Iterable[str]) -> None:
        self._any = [
            [(part.strip().lstrip("~").split("."), part.strip().startswith("~")) for part in scope.split("&")]
            for scope in scopes
        ]

    def fits(self, scope: frozenset[str]) -> bool:
        """Whether a block of a scope is one of them."""
        return any(self._all_fit(parts, scope) for parts in self._any)

    @staticmethod
    def _all_fit(parts: Sequence[tuple[Sequence[str], bool]], scope: frozenset[str]) -> bool:
        for wanted, negated in parts:
            there = scope.issuperset(wanted)
            if there == negated or (negated and not scope.isdisjoint(SIZED)):
                return False
        return True

    @property
    def bases(self) -> set[str]:
        """The first words of the scopes as written: a paragraph or a sentence is only told apart for who asks."""
        return {wanted[0] for parts in self._any for wanted, _ in parts}


_REWRITTEN = pattern(r"&rsquo;|\r\n?")
_LINE_END = 2  # code points at most
_IN_SUMMARY = ("text", "text.list", "text.blockquote")


def documents(story: Story, bases: frozenset[str]) -> Iterator[Document]:
    """What rules look at in a story; `bases` has what some rule asks to be told apart."""
    if story.format == "plain":
        yield _manuscript(story, bases)
        return
    yield _of_zones(story, bases)
    if "summary" in bases:
        yield _summary(story)
    if "raw" in bases and has_one_text(story):
        yield _raw(story)


def _ending(story: Story) -> str:
    name = story.path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else "txt"


@lru_cache(maxsize=1024)
def _scope(text: str) -> frozenset[str]:
    return frozenset(text.split("."))


def _manuscript(story: Story, bases: frozenset[str]) -> Document:
    """Plain text: paragraphs, sentences, all of it, and all of it as it is."""
    text, back = sanitized(story.source.text)
    ending = _ending(story)
    blocks = [*_parts(text, 0, f"text.{ending}", bases)]
    blocks.append(Block(_scope(f"raw.{ending}"), 0, len(text), text))
    return Document(text, grouped(blocks), back, manuscript=True)


def grouped(blocks: Iterable[Block]) -> list[Group]:
    """Blocks by scope, in the order in which each scope comes first."""
    groups: dict[frozenset[str], list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.scope, []).append(block)
    return [Group(each) for each in groups.values()]


def _parts(text: str, at: int, scope: str, bases: frozenset[str]) -> Iterator[Block]:
    """A block of prose, after its paragraphs and sentences where some rule asks for such."""
    if "paragraph" in bases:
        inside, start = _scope(f"paragraph.{scope}"), 0
        while start <= len(text):
            end = text.find("\n\n", start) + 2
            end = end if end > 1 else len(text)
            yield Block(inside, at + start, at + end, text[start:end])
            if end == len(text) and not text.endswith("\n\n", start, end):
                break
            start = end if end > start else end + 1
    if "sentence" in bases:
        inside = _scope(f"sentence.{scope}")
        for start, end in split(text):
            yield Block(inside, at + start, at + end, text[start:end])
    yield Block(_scope(scope), at, at + len(text), text)


def sanitized(text: str) -> tuple[str, Callable[[int, int], Span]]:
    """A text as Vale reads it (a line ends in LF, &rsquo; is a mark), and the way back into it."""
    if "\r" not in text and "&rsquo;" not in text:
        return text, Span
    parts, ends, shift, at = [], [], 0, 0
    for m in _REWRITTEN.finditer(text):
        start, end = m.span()
        parts += [text[at:start], "'" if end - start > _LINE_END else "\n"]
        at = end
        if end - start > 1:
            shift += end - start - 1
            ends.append((at - shift, shift))
    parts.append(text[at:])

    def back(start: int, end: int) -> Span:
        return Span(start + _shift(ends, start), end + _shift(ends, end))

    return "".join(parts), back


def _shift(ends: Sequence[tuple[int, int]], at: int) -> int:
    from bisect import bisect_right

    n = bisect_right(ends, (at, 1 << 60)) - 1
    return ends[n][1] if n >= 0 else 0


def _of_zones(story: Story, bases: frozenset[str]) -> Document:
    """A story in markup: a block a zone, by its role."""
    ending, seen = _ending(story), Seen(story)
    blocks: list[Block] = []
    texts = []
    for zone, at in zip(file_of(story).zones, story.prose.starts, strict=True):
        scope, text = seen.scope(zone), seen.prose(zone)
        texts.append(text)
        if scope == "text":
            blocks += _parts(text, at, f"text.{ending}", bases)
        elif scope and text:
            blocks.append(Block(_scope(f"{scope}.{ending}"), at, at + len(text), text))
    return Document("\n\n".join(texts), grouped(blocks), _back(story.prose))


def _back(prose: Prose) -> Callable[[int, int], Span]:
    """The way from a stretch of some zones' prose into the source."""

    def back(start: int, end: int) -> Span:
        held = prose.zone_of(start, end) if prose.zones else None
        if held is None:
            return Span(0, 0)
        zone, at = held
        return zone.to_source(start - at, end - at)

    return back


def _summary(story: Story) -> Document:
    """The prose of a story without its headings and tables, as readability is worked out from it."""
    seen, zones = Seen(story), file_of(story).zones
    kept = [n for n, zone in enumerate(zones) if seen.scope(zone) in _IN_SUMMARY]
    text = "\n\n".join([seen.prose(zones[n]) for n in kept])
    block = Block(_scope(f"summary.{_ending(story)}"), 0, len(text), text)
    back = _back(Prose([story.zones[n] for n in kept]))
    head = story.zones[0].span.start if story.zones else 0

    def to_source(start: int, end: int) -> Span:
        return back(start, end) if end else Span(head, head)  # what is said of all of it stands at its head

    return Document(text, grouped((block,)), to_source)


def _raw(story: Story) -> Document:
    """All of a story's file as it is."""
    text, back = sanitized(file_of(story).source.text)
    told = back_from_file(story)

    def to_source(start: int, end: int) -> Span:
        return told(*back(start, end))

    block = Block(_scope(f"raw.{_ending(story)}"), 0, len(text), text)
    return Document(text, grouped((block,)), to_source)
