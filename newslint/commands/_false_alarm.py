"""A finding shown to others: the paragraphs round it with their words replaced, in which the finding still occurs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.time_limit import TimeLimit
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._invented_words import Invented, Kept, cues, numbers_in, with_words
from newslint.kinds.base import KindRule
from newslint.model.cleaned import judged

if TYPE_CHECKING:
    from newslint.engine.engine import Engine
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Finding
    from newslint.model.rule import Rule
    from newslint.model.story import Story, Zone

MOST = 30_000  # code points of a story that is shown whole: an issue holds twice as many
_WITH_FRONT_MATTER = ("markdown", "mdx")


class Seen(NamedTuple):
    """A finding in a story; `finding` and `base` are the prose that rules judge where the source has markup."""

    story: Story
    base: Story
    finding: Finding
    rule: Rule
    engine: Engine


class Piece(NamedTuple):
    """A paragraph that is shown: its role and why it has that, its line in the file, and its text."""

    zone: Zone
    line: int
    text: str
    of_finding: bool


class Shown(NamedTuple):
    """What can be shown of a finding, and the finding in it (None: it does not occur there).

    `left` says which words are not replaced, `whole` whether it is the whole story.
    """

    pieces: Sequence[Piece]
    text: str
    format: str
    left: str
    whole: bool
    again: Finding | None
    words: Invented | None


def shown(seen: Seen, workspace: Workspace, *, keep_words: bool) -> Shown:
    """The least that shows a finding: few paragraphs, few words of the story's own; the first that has it."""
    extents = [each for each in _extents(seen) if sum(len(piece.text) for piece in each[1]) <= MOST]
    if not extents:
        said = f"the paragraph has more than {MOST:,} characters: that is too much for an issue"
        raise NewslintError(said, seen.story.path, hint="cut the file down to what shows the fault, and try again")
    levels: list[tuple[str, Kept | None]] = [("all", None)] if keep_words else list(_levels(seen))
    first: Shown | None = None
    for (left, kept), (whole, pieces) in product(levels, extents):
        tried = _tried(seen, workspace, pieces, kept, left, whole=whole)
        if tried.again:
            return tried
        first = first or tried
    assert first
    return first


def _levels(seen: Seen) -> Iterator[tuple[str, Kept]]:
    """Which words stay, ever more, with what is said of them.

    What newslint goes by stays from the first: a quotation whose “said” is gone would be found for another reason.
    """
    text = seen.base.source.text
    least = cues(seen.story.language)
    if isinstance(seen.rule, KindRule):
        least = with_words(least, [needle.text for needle in seen.rule.needles()])
    yield "", least
    spans = [seen.finding.span, *(related.span for related in seen.finding.related)]
    marked = [text[span.start : span.end] for span in spans]
    few = least._replace(figures=numbers_in(marked))
    many = least._replace(numbers=True)
    small = [word for each in marked for word in each.split() if word.islower()]
    yield "the numbers that are marked", few
    yield "the numbers that are marked, and the words but for those with capitals", with_words(few, small)
    yield "numbers", many
    yield "numbers, and the words that are marked but for those with capitals", with_words(many, small)
    yield "the numbers and words that are marked", with_words(few, marked)
    found = with_words(many, marked)
    yield "numbers, and the words that are marked", found
    if seen.rule.names:
        found = with_words(found, seen.rule.names.words)
        yield "numbers, the words that are marked and the house's own names", found
    yield "all but names", found._replace(ordinary=True)


def _extents(seen: Seen) -> Iterator[tuple[bool, list[Piece]]]:
    """Paragraphs that may be enough, and whether they are the whole story."""
    zones = seen.base.zones
    if not zones:
        yield True, []
        return
    at = _number(seen)
    round_it = {n for n in (at - 1, at, at + 1) if 0 <= n < len(zones)}
    yield False, _pieces(seen, round_it, at)
    concerned = {n for n, zone in enumerate(zones) if any(zone.span.overlaps(r.span) for r in seen.finding.related)}
    heads = {n for n, zone in enumerate(zones) if zone.role == "headline"}
    if not concerned | heads <= round_it:
        yield False, _pieces(seen, round_it | concerned | heads, at)
    if len(seen.base.prose.text) <= MOST:
        yield True, _pieces(seen, set(range(len(zones))), at)


def _number(seen: Seen) -> int:
    """The number of the paragraph that has the finding, or of the next one."""
    start = seen.finding.span.start
    zones = seen.base.zones
    return next((n for n, zone in enumerate(zones) if start < zone.span.end), len(zones) - 1)


def _pieces(seen: Seen, numbers: set[int], at: int) -> list[Piece]:
    found: list[Piece] = []
    for n in sorted(numbers):
        zone = seen.base.zones[n]
        source, span = seen.base.source.told(zone.span)
        line = source.lines.position(span.start).line
        found.append(Piece(zone, line, _as_written(seen.base, zone), n == at))
    return found


def _as_written(story: Story, zone: Zone) -> str:
    """A paragraph as its story has it, the signs that make it a heading or an item included."""
    if story.bare or zone.field:
        return zone.text
    text = story.source.text
    start = max(text.rfind("\n", 0, zone.span.start), text.rfind("\r", 0, zone.span.start)) + 1
    lead = text[start : zone.span.start]
    return (lead if not any(map(str.isalnum, lead)) else "") + text[zone.span.start : zone.span.end]


class Text(NamedTuple):
    """Paragraphs as one text, and where the finding's own stands in it."""

    text: str
    where: Span


def _put_together(texts: Sequence[str], pieces: Sequence[Piece], *, fields: bool) -> Text:
    """Paragraphs one below the other; with `fields`, those that were read from metadata as metadata again."""
    head = _front_matter(texts, pieces) if fields else ""
    text, where = head, Span(0, len(head))
    for words, piece in zip(texts, pieces, strict=True):
        if not (head and piece.zone.field):
            if piece.of_finding:
                where = Span(len(text), len(text) + len(words))
            text += words + "\n\n"
    return Text(text[:-1], where)


def _front_matter(texts: Sequence[str], pieces: Sequence[Piece]) -> str:
    """The metadata that some paragraphs were read from, in YAML; a story's date is told elsewhere."""
    fields: dict[str, list[str]] = {}
    for words, piece in zip(texts, pieces, strict=True):
        if piece.zone.field and piece.zone.role != "timestamp":
            fields.setdefault(piece.zone.field, []).append(words)
    lines = [
        f"{json.dumps(name, ensure_ascii=False) if not name.isidentifier() else name}: "
        + json.dumps(values if len(values) > 1 else values[0], ensure_ascii=False)
        for name, values in fields.items()
    ]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""


def _tried(
    seen: Seen, workspace: Workspace, pieces: list[Piece], kept: Kept | None, left: str, *, whole: bool
) -> Shown:
    """Paragraphs with their words replaced (without `kept`: as they are), checked again."""
    words = Invented(kept) if kept else None
    texts = [words.text(piece.text) if words else piece.text for piece in pieces]
    story_format = "plain" if seen.base.bare else seen.story.format
    said = _put_together(texts, pieces, fields=story_format in _WITH_FRONT_MATTER)
    again = _again(seen, workspace, said, story_format, _start(seen, pieces, said))
    return Shown(pieces, said.text, story_format, left, whole, again, words)


def _start(seen: Seen, pieces: list[Piece], said: Text) -> int:
    """Where the finding should begin among paragraphs, whose words are as long as they were.

    -1 where its paragraph is read otherwise than it is written.
    """
    span = seen.finding.span
    own = next((piece for piece in pieces if piece.of_finding), None)
    if own is None or own.zone.field:
        return -1
    start, end = own.zone.span
    written = seen.base.source.text[start:end]
    if not own.text.endswith(written) or not start <= span.start <= end:
        return -1
    return said.where.start + len(own.text) - len(written) + span.start - start


def _again(seen: Seen, workspace: Workspace, said: Text, story_format: str, at: int) -> Finding | None:
    """The same rule's finding that begins at a place of a text (-1: anywhere in the paragraph), if there is one."""
    reading = seen.engine.profile.reading._replace(genre=seen.story.genre, language=seen.story.language)
    try:
        with TimeLimit(len(said.text)):
            story = judged(workspace.read(Source(seen.story.path, said.text), reading, story_format))
            story.date = seen.story.date
            found = [finding for finding in seen.engine.check(story) if finding.rule == seen.rule.id]
    except UnreadableStory:  # paragraphs of a template, perhaps
        return None
    start, end = said.where
    here = [each for each in found if each.span.start <= end and each.span.end >= start]
    return next((each for each in here if at in (-1, each.span.start)), None)
