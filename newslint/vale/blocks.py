"""The blocks of text that Vale's rules look at: the whole of a plain story, its paragraphs and sentences, or its zones.

A block has a scope (`text.list.md`): a rule names the scopes of the blocks it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.model.story import Story, Zone
from newslint.vale.sentences import split

SIZED = ("raw", "summary")  # scopes that are never part of another


class Block(NamedTuple):
    """A stretch of a document's text and its scope; `text` is the stretch."""

    scope: frozenset[str]
    start: int
    end: int
    text: str


class Memory:
    """What rules remember of a story from block to block: the words defined so far, and the ways of writing seen."""

    __slots__ = ("defined", "seen")

    def __init__(self) -> None:
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


_HEADINGS = {"headline": "h1", "subhead": ""}
_OF_ROLES = {
    "list": "list", "quote-block": "blockquote", "table": "table.cell", "caption": "figure.caption", "alt": "attr.alt",
}  # fmt: skip


def documents(story: Story, bases: frozenset[str]) -> Iterator[Document]:
    """What rules look at in a story; `bases` has what some rule asks to be told apart."""
    if story.format == "plain":
        yield _manuscript(story, bases)
        return
    yield _of_zones(story, bases)
    if "summary" in bases:
        yield _summary(story)
    if "raw" in bases:
        text = story.source.text
        yield Document(text, grouped((Block(_scope(f"raw.{_ending(story)}"), 0, len(text), text),)), Span)


def _ending(story: Story) -> str:
    name = story.path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else "txt"


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
    while at < len(text):
        if text.startswith("&rsquo;", at):
            old, new = 7, "'"
        elif text[at] == "\r":
            old, new = (2 if text.startswith("\n", at + 1) else 1), "\n"
        else:
            found = [n for n in (text.find("\r", at), text.find("&rsquo;", at)) if n >= 0]
            end = min(found, default=len(text))
            parts.append(text[at:end])
            at = end
            continue
        parts.append(new)
        shift += old - len(new)
        at += old
        ends.append((at - shift, shift))

    def back(start: int, end: int) -> Span:
        return Span(start + _shift(ends, start), end + _shift(ends, end))

    return "".join(parts), back


def _shift(ends: Sequence[tuple[int, int]], at: int) -> int:
    from bisect import bisect_right

    n = bisect_right(ends, (at, 1 << 60)) - 1
    return ends[n][1] if n >= 0 else 0


def _of_zones(story: Story, bases: frozenset[str]) -> Document:
    """A story in markup: a block a zone, by its role."""
    prose, ending = story.prose, _ending(story)
    blocks: list[Block] = []
    for zone, at in zip(prose.zones, prose.starts, strict=True):
        scope = _scope_of(zone)
        if scope == "text":
            blocks += _parts(zone.text, at, f"text.{ending}", bases)
        elif zone.text:
            blocks.append(Block(_scope(f"{scope}.{ending}"), at, at + len(zone.text), zone.text))

    def back(start: int, end: int) -> Span:
        held = prose.zone_of(start, end)
        if held is None:
            return Span(0, 0)
        zone, at = held
        return zone.to_source(start - at, end - at)

    return Document(prose.text, grouped(blocks), back)


def _scope_of(zone: Zone) -> str:
    """The scope of a zone, as Vale calls what it is."""
    if zone.role == "metadata" or zone.field:
        return f"frontmatter.{zone.field or 'title'}"
    if zone.role in _HEADINGS:
        return f"text.heading.{_HEADINGS[zone.role] or f'h{zone.level or 2}'}"
    return f"text.{_OF_ROLES[zone.role]}" if zone.role in _OF_ROLES else "text"


def _summary(story: Story) -> Document:
    """The prose of a story without its headings, as readability is worked out from it."""
    text = "\n\n".join(zone.text for zone in story.zones if _scope_of(zone) in ("text", "text.list", "text.blockquote"))
    start = next((zone.span.start for zone in story.zones), 0)
    block = Block(_scope(f"summary.{_ending(story)}"), 0, len(text), text)
    return Document(text, grouped((block,)), lambda a, b: Span(start, start))
