"""A story as newslint reads it, as plain data: zones, dateline, quotations and who said them, people, places."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.dates.datelines import Dateline, DatelinePart, dateline
from newslint.analyses.names.mentions import mentions
from newslint.analyses.people.speakers import Speaker, speakers, tallies
from newslint.analyses.quotes.quotes import Quote, quotes
from newslint.base.text import Source, Span
from newslint.base.typed import Any
from newslint.model.cleaned import judged
from newslint.model.story import Story


def as_data(story: Story, *, segments: bool = False) -> dict[str, Any]:
    """A story as read, as plain data; places have an offset (code points, from 0), a line and a column (from 1).

    With `segments` a zone that has markup tells which of its prose stands where in the source: rows of start, length,
    start in the source and length there.
    """
    of, zones, story = story.source, story.zones, judged(story)
    source, placed = story.source, story.get(dateline)
    return {
        "path": story.path,
        **({"record": story.record} if story.record else {}),
        "kind": story.genre,
        "kind_why": story.genre_why,
        "date": story.date.isoformat() if story.date else None,
        "zones": [
            {
                "kind": zone.role,
                **_span(of, zone.span),
                "text": zone.text,
                "why": list(zone.why),
                **({"segments": [list(run) for run in zone.segments]} if segments and zone.segments else {}),
            }
            for zone in zones
        ],
        "dateline": _dateline(story, placed) if placed else None,
        "quotes": [
            {
                **_span(source, quote.span),
                "status": quote.status,
                "speaker": _span(source, quote.speaker) if quote.speaker else None,
                "cue": _span(source, quote.cue) if quote.cue else None,
                "why": quote.why,
                "person": _person(source, who) if who else None,
            }
            for quote, who in quoted(story)
        ],
        "speakers": [tally._asdict() for tally in tallies(story)],
        "mentions": [{"name": m.name, "sort": m.entity, **_span(source, m.span)} for m in story.get(mentions)],
    }


def _dateline(story: Story, found: Dateline) -> dict[str, Any]:
    """A dateline, and in `parts` what it is made of, as written and where; what it lacks is null."""
    source, zone = story.source, found.zone

    def written(part: DatelinePart | None) -> dict[str, Any] | None:
        return {"text": part.text, **_span(source, zone.to_source(part.start, part.end))} if part else None

    def first(sort: str) -> dict[str, Any] | None:
        return written(next((part for part in found.parts if part.sort == sort), None))

    text = zone.text[found.start : found.end].rstrip()
    return {
        **_span(source, zone.to_source(found.start, found.start + len(text))),
        "text": text,
        "parts": {
            "places": [{"city": written(city), "region": written(region)} for city, region in found.places],
            "date": first("date"),
            "agency": first("agency"),
        },
    }


def quoted(story: Story) -> Iterable[tuple[Quote, Speaker | None]]:
    """Each quotation of a story, and the person who is taken to have said it."""
    found, said_by = story.get(quotes), story.get(speakers)
    return zip(found, said_by, strict=True)


def _person(source: Source, who: Speaker) -> dict[str, Any]:
    return {
        "name": who.name,
        "number": who.person,
        "confidence": who.confidence,
        **_span(source, who.mention.span),
    }


def _span(source: Source, span: Span) -> dict[str, dict[str, int]]:
    source, span = source.told(span)
    return {
        name: {"offset": at.offset, "line": at.line, "column": at.column}
        for name, at in (
            ("start", source.lines.position(span.start)),
            ("end", source.lines.position(span.end)),
        )
    }
