"""What keeps findings and fixes out of quotations, and fixes from breaking markup."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newslint.analyses.quotes.quotes import contents
from newslint.base.text import Span
from newslint.model.finding import Edit, Fix
from newslint.model.story import Story

_SIGNS_OF_METADATA = frozenset("\"'\\:#[]{}&*!|>%@`\r\n")  # a headline in front matter may need quoting for these


def in_quotation(story: Story, span: Span) -> bool:
    """Whether a span lies between the marks of a quotation."""
    return any(inner.holds(span) for inner in _near(story.get(contents), span))


def _near(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The few spans (ordered, not overlapping by much) that can meet this one."""
    index = bisect_left(spans, span)
    return spans[max(0, index - 3) : index + 64]


def sparing(fixes: Iterable[Fix], story: Story) -> Iterator[Fix]:
    """Fixes without the edits that would change what somebody said or break markup; none with nothing left to do."""
    spoken = story.get(contents)
    for fix in fixes:
        edits = tuple(
            e
            for e in fix.edits
            if not (
                any(_touches(e.span, i) for i in _near(spoken, e.span))
                or _in_block_quotation(e, story)
                or _breaks_markup(e, story)
            )
        )
        if edits:
            yield fix._replace(edits=edits)


def _in_block_quotation(edit: Edit, story: Story) -> bool:
    """Whether an edit would change words that are set off as somebody's."""
    return any(
        zone and zone.role == "quote-block" for zone in (story.zone_at(edit.span.start), story.zone_at(edit.span.end))
    )


def _breaks_markup(edit: Edit, story: Story) -> bool:
    """Whether an edit would leave half of some markup behind, or put a sign into metadata that means something."""
    span = edit.span
    for offset in (span.start, max(span.start, span.end - 1)):
        zone = story.zone_at(offset)
        if zone is None:
            continue
        if zone.field and (set(edit.text) & _SIGNS_OF_METADATA) - set(story.source.text[span.start : span.end]):
            return True
        inside = Span(max(span.start, zone.span.start), min(span.end, zone.span.end))
        if inside.start < inside.end and not (span.holds(zone.span) or zone.is_prose(inside)):
            return True
    return False


def _touches(edit: Span, inner: Span) -> bool:
    if edit.start == edit.end:
        return inner.start < edit.start < inner.end
    return edit.overlaps(inner)
