"""A story's prose alone, as if it had been filed as plain text, and the way back to places in its source.

What judges stories read from markup (a page, a feed, a JSON record) is given this, so that it sees the same story
whatever file that came in: no tag, no escape, no other story of the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import InFile, Source, Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.story import Analysis, Segment, Story, Zone

_ESCAPED = pattern(
    r"(?:&(?:#\w+|\w+);|\\u[0-9a-fA-F]{4}|\\[^u]|\"\"|\s)+"
)  # signs, written otherwise: no markup among them

_PAIRS = frozenset(("**", "__", "``", "##", "++", "~~", "^^", "||", "[]", ",]", ",>"))  # where markup is light
_SOFT_BREAK = "=\r\n \t"  # of a line in mail, which is no word (a space beside it may be)
_TAG_ENDS, _TAG_BEGINS = (">", "&gt;", "\\u003e", "\\u003E"), ("<", "&lt;", "\\u003c", "\\u003C")


class Prose(Source):
    """The prose of a story as a source of its own, which tells places in the one it was read from."""

    __slots__ = ("_ends", "_starts", "story")

    def __init__(self, story: Story) -> None:
        super().__init__(story.path, story.prose.text, data=story.source.data)
        self.story = story
        self._starts = story.prose.starts
        self._ends = [at + len(zone.text) for at, zone in zip(self._starts, story.zones, strict=True)]

    def told(self, span: Span) -> tuple[Source, Span]:
        """The file, and where a stretch of the prose stands in it."""
        return self.story.source, self.lifted(span)

    def lifted(self, span: Span) -> Span:
        """Where a stretch of the prose stands in the file; of what lies between two zones, where the next begins."""
        zones, starts = self.story.zones, self._starts
        if isinstance(span, InFile):
            return Span(*span)
        if not zones:
            return Span(0, 0)
        first = self._zone_at(span.start)
        at = max(0, span.start - starts[first])
        start = zones[first].to_source(at, at).start
        if span.end <= span.start:
            return Span(start, start)
        last = bisect_left(starts, span.end) - 1
        end = zones[last].to_source(0, min(span.end, self._ends[last]) - starts[last]).end
        return Span(start, max(start, end))

    def read_at(self, span: Span) -> Span:
        """What of the prose a stretch of the file stands for; where it has none, the place before what follows."""
        zones = self.story.zones
        n = bisect_right(zones, span.start, key=lambda zone: zone.span.end)
        last = bisect_left(zones, span.end, key=lambda zone: zone.span.start) - 1
        if n == len(zones):
            return Span(len(self.text), len(self.text))
        if last < n:
            return Span(self._starts[n], self._starts[n])
        start = self._starts[n] + _read_before(zones[n], span.start)
        return Span(start, max(start, self._starts[last] + _read_before(zones[last], span.end)))

    def _zone_at(self, offset: int) -> int:
        """The number of the zone that a place stands in, or that follows it."""
        n = max(0, bisect_right(self._starts, offset) - 1)
        return n + 1 if offset > self._ends[n] and n + 1 < len(self._starts) else n

    def edits(self, edit: Edit) -> tuple[Edit, ...] | None:
        """What an edit of the prose comes to in the file, where it touches prose alone; None where it cannot be.

        To delete is to delete words, whole zones of them too: tags stay. Nothing goes over a seam of the source.
        """
        found = self._edits(edit)
        seams = self.story.source.seams
        if found and seams and any(_crosses(each.span, seams) for each in found):
            return None
        return found

    def _edits(self, edit: Edit) -> tuple[Edit, ...] | None:
        start, end = edit.span
        n = self._zone_at(start)
        starts, ends, zones = self._starts, self._ends, self.story.zones
        if not edit.text:
            found: list[Edit] = []
            while n < len(zones) and starts[n] < end:
                a, b = max(start, starts[n]) - starts[n], min(end, ends[n]) - starts[n]
                if a < b:
                    runs = _deletable(self.story, zones[n], a, b)
                    if runs is None or any(_leaves_marks(self.story, zones[n], run) for run in runs):
                        return None
                    found += [Edit(run, "") for run in runs]
                n += 1
            return tuple(found) or None
        if not zones or start < starts[n] or end > ends[n]:
            return None
        written = _replaced(self.story, zones[n], start - starts[n], end - starts[n], edit.text)
        return None if written is None else (written,)


def _read_before(zone: Zone, at: int) -> int:
    """How much of a zone's prose stands before a place in the file."""
    runs = _runs(zone)
    n = bisect_right(runs, at, key=lambda run: run.source_start) - 1
    if n < 0:
        return 0
    start, length, source_start, source_length = runs[n]
    if at >= source_start + source_length:
        return start + length
    return start + (at - source_start if length == source_length else 0)


def _crosses(span: Span, seams: Sequence[int]) -> bool:
    """Whether one of the seams (in order) lies inside a span, and not at its edge."""
    n = bisect_right(seams, span.start)
    return n < len(seams) and seams[n] < span.end


def cleaned(story: Story) -> Story:
    """A story's prose as a story of its own; its roles, its genre and all that is known of it are the same."""
    source = Prose(story)
    zones = []
    for at, zone in zip(story.prose.starts, story.zones, strict=True):
        clean = Zone(zone.role, Span(at, at + len(zone.text)), zone.text, level=zone.level, why=zone.why)
        clean.confidence, clean.sort, clean.words, clean.field = zone.confidence, zone.sort, zone.words, zone.field
        zones.append(clean)
    clean_story = Story(
        source,
        zones,
        format=story.format,
        genre=story.genre,
        language=story.language,
        date=story.date,
        metadata=story.metadata,
        record=story.record,
    )
    clean_story.genre_why = story.genre_why
    clean_story.bare = True
    clean_story.replace_analyses(story.replacements)
    return clean_story


_cleaned: Analysis[Story] = Analysis("cleaned", cleaned)


def judged(story: Story) -> Story:
    """The story that rules are given: itself, or where it has markup its prose alone."""
    return story.get(_cleaned) if story.markup else story


def lifted(finding: Finding, story: Story) -> Finding:
    """A finding in a story's prose, told in places of its file; fixes that cannot be written there are left out."""
    source = judged(story).source
    assert isinstance(source, Prose)
    return finding._replace(
        span=source.lifted(finding.span),
        related=tuple([Related(source.lifted(span), label) for span, label in finding.related]),
        fixes=tuple(_lifted_fixes(finding.fixes, source)),
    )


def _lifted_fixes(fixes: tuple[Fix, ...], source: Prose) -> Iterator[Fix]:
    for fix in fixes:
        edits: list[Edit] = []
        for edit in fix.edits:
            there = source.edits(edit)
            if there is None:
                break
            edits += there
        else:
            yield fix._replace(edits=tuple(edits))


def _runs(zone: Zone) -> tuple[Segment, ...]:
    if zone.segments is not None:
        return zone.segments
    return (Segment(0, len(zone.text), zone.span.start, len(zone.text)),)


def _is_words(story: Story, zone: Zone, run: Segment) -> bool:
    """Whether a run of the source is its prose, as it stands or escaped; else it stands for markup."""
    if run.length == run.source_length:
        return True
    start, end = run.source_start, run.source_start + run.source_length
    if _ESCAPED.fullmatch(story.source.text, start, end):
        return True
    prose = zone.text[run.start : run.start + run.length]
    return zone.written is not None and zone.written(prose) == story.source.text[start:end]


def _deletable(story: Story, zone: Zone, a: int, b: int) -> list[Span] | None:
    """The stretches of the source that are the words of `zone.text[a:b]`, without the markup among them.

    None where markup stands for words there (a name that stands for a text): it cannot go, so the rest stays too.
    """
    found = []
    for run in _runs(zone):
        start, end = max(a, run.start), min(b, run.start + run.length)
        if start >= end:
            continue
        if not _is_words(story, zone, run):
            if zone.text[start:end].strip():
                return None
        elif run.length == run.source_length:
            found.append(Span(run.source_start + start - run.start, run.source_start + end - run.start))
        elif end - start == run.length:
            found.append(Span(run.source_start, run.source_start + run.source_length))
    return found


def _leaves_marks(story: Story, zone: Zone, gone: Span) -> bool:
    """Whether to delete a stretch leaves marks with nothing between them (`*so*`), which then are words themselves.

    Tags may be left empty (`<b></b>`): they are never seen.
    """
    text, (start, end) = story.source.text, gone
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before and (before + after in _PAIRS or (before == "`" and text.startswith(" <", end))):
        return True
    runs = _runs(zone)
    left = max((run.source_start + run.source_length for run in runs if run.source_start < start), default=start)
    right = min((run.source_start for run in runs if run.source_start + run.source_length > end), default=end)
    opened, closed = text[left:start].strip(_SOFT_BREAK), text[end:right].strip(_SOFT_BREAK)
    return bool(opened and closed) and not (opened.endswith(_TAG_ENDS) and closed.startswith(_TAG_BEGINS))


def _replaced(story: Story, zone: Zone, a: int, b: int, text: str) -> Edit | None:
    """The edit of the source that makes `zone.text[a:b]` another text; None where markup stands in between."""
    old = zone.text[a:b]
    head = _shared(old, text)
    tail = _shared(old[head:][::-1], text[head:][::-1])
    for left, right in ((0, 0), (head, tail)):  # first as the rule gave it, then no more of it than differs
        start, end, new = a + left, b - right, text[left : len(text) - right]
        span = zone.to_source(start, end)
        if _is_whole(story, zone, start, end, span):
            written = new if zone.written is None else zone.written(new)
            return None if written is None or not story.source.takes(written) else Edit(span, written)
    return None


def _is_whole(story: Story, zone: Zone, a: int, b: int, span: Span) -> bool:
    """Whether a stretch of prose is one stretch of the source, with nothing but words in it."""
    if a == b:
        return any(run.start <= a <= run.start + run.length and _is_words(story, zone, run) for run in _runs(zone))
    at = span.start
    for run in _runs(zone):
        start, end = max(a, run.start), min(b, run.start + run.length)
        if start >= end:
            continue
        exact = run.length == run.source_length
        if not _is_words(story, zone, run) or (not exact and end - start != run.length):
            return False
        begins = run.source_start + (start - run.start if exact else 0)
        if begins != at:
            return False
        at = begins + (end - start if exact else run.source_length)
    return at == span.end


def _shared(one: str, other: str) -> int:
    """How many code points two texts begin alike with."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n
