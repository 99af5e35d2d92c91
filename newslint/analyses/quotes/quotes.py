"""Quotations of each zone: where they stand, who said them, and how the text says so."""

from __future__ import annotations

from newslint.analyses.quotes._plainly_attributed import plainly_attributed
from newslint.analyses.quotes.marks import marks
from newslint.analyses.quotes.quotation import LOOSELY_BEFORE, RUNNING, UNATTRIBUTED, Quote, content_of
from newslint.base.text import Places, Span
from newslint.model.story import Analysis, Story

__all__ = ["Quote", "contents", "named_before", "quoted", "quotes", "unattributed"]


def _find(story: Story) -> tuple[Quote, ...]:
    """Every quotation of the story, in order."""
    from newslint.analyses.quotes._reading import QuoteReader

    return tuple(QuoteReader(story).all())


def _find_unattributed(story: Story) -> tuple[Quote, ...]:
    if story.knows(quotes):
        return tuple([quote for quote in story.get(quotes) if quote.status == UNATTRIBUTED])
    paragraphs = story.get(marks)
    doubtful = [
        n
        for n, (zone, found) in enumerate(paragraphs)
        if found.pairs and zone.role in RUNNING and not plainly_attributed(zone.text, found.pairs)
    ]
    if not doubtful:
        return ()  # and nothing that reads word by word need be loaded
    from newslint.analyses.quotes._reading import QuoteReader

    return tuple(QuoteReader(story).unattributed(doubtful))


def _find_contents(story: Story) -> tuple[Span, ...]:
    if story.knows(quotes):
        return tuple([quote.content for quote in story.get(quotes)])
    return tuple(
        [
            content_of(zone, pair.start, pair.end, pair.opened > 0, pair.closed > 0)
            for zone, found in story.get(marks)
            for pair in found.pairs
        ]
    )


def _find_quoted(story: Story) -> Places:
    spans = story.get(contents)
    return Places(spans)


# All of them, with who said them; then what most of newslint asks, and far less work: those that nobody is said to
# have spoken, and what stands between the marks of each.
quotes: Analysis[tuple[Quote, ...]] = Analysis("quotes", _find)
unattributed: Analysis[tuple[Quote, ...]] = Analysis("unattributed-quotes", _find_unattributed)
contents: Analysis[tuple[Span, ...]] = Analysis("quote-contents", _find_contents)
# The same for those who ask of many places whether somebody is quoted there.
quoted: Analysis[Places] = Analysis("quoted-places", _find_quoted)


def named_before(quote: Quote) -> bool:
    """Whether the quotation has its speaker only from the paragraph before, and nothing right before it tells."""
    return quote.why in LOOSELY_BEFORE
