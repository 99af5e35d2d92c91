"""What a story format from outside promises of the stories it reads, and what is wrong where it does not keep it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date

from newslint.base.errors import near_miss
from newslint.base.outside import Misfit, is_text, shown
from newslint.base.text import Source, Span
from newslint.base.typed import Any
from newslint.model.story import ROLES, Segment, Story, Zone


def check_story(story: Any, source: Source) -> None:
    """Raise Misfit where this is no story of the source, or where a zone of it is not what zones must be."""
    if not isinstance(story, Story):
        raise Misfit(f"parse gave {shown(story)}: it must give a Story")
    if not isinstance(story.source, Source) or story.source.text != source.text:
        raise Misfit("the story has another source than the one it was read from")
    for name in ("format", "genre", "language"):
        if not is_text(getattr(story, name)):
            raise Misfit(f"the story’s {name} is {shown(getattr(story, name))}: a text was expected")
    if not (story.date is None or isinstance(story.date, Date)):
        raise Misfit(f"the story’s date is {shown(story.date)}: a datetime.date or None was expected")
    if not isinstance(story.metadata, Mapping):
        raise Misfit(f"the story’s metadata are {shown(story.metadata)}: a mapping was expected")
    end, length = 0, len(source.text)
    for zone in story.zones:
        _check_zone(zone, end, length)
        end = zone.span.end
        if zone.segments is None and zone.text != source.text[zone.span.start : end]:
            raise Misfit(f"{shown(zone)} has no segments, so its text must be what stands at its span")
    for damage in story.damage:
        if not (isinstance(damage, tuple) and len(damage) == 2 and is_text(damage[1])):
            raise Misfit(f"damage is {shown(damage)}: a span and a reason were expected")
        _check_span(damage[0], 0, length, "damage")


def _check_zone(zone: Any, end: int, length: int) -> None:
    if not isinstance(zone, Zone):
        raise Misfit(f"the story has {shown(zone)} among its zones: a Zone was expected")
    if zone.role not in ROLES:
        raise Misfit(f"unknown zone {shown(zone.role)}: {near_miss(str(zone.role), ROLES)}")
    if not is_text(zone.text):
        raise Misfit(f"the text of a zone is {shown(zone.text)}")
    _check_span(zone.span, 0, length, f"the zone {shown(zone.text)}")
    if zone.span.start < end:
        raise Misfit(f"{shown(zone)} begins before the zone above it ends: zones stand in order, none over another")
    if zone.segments is not None:
        _check_segments(zone)


def _check_segments(zone: Zone) -> None:
    prose, source = 0, zone.span.start
    for run in zone.segments or ():
        if not (isinstance(run, Segment) and all(type(n) is int and n >= 0 for n in run)):
            raise Misfit(f"a segment is {shown(run)}: a Segment of four whole numbers was expected")
        if run.start < prose or run.start + run.length > len(zone.text):
            raise Misfit(f"{shown(run)} does not lie in the prose of its zone, in order")
        if run.source_start < source or run.source_start + run.source_length > zone.span.end:
            raise Misfit(f"{shown(run)} does not lie in the span of its zone, in order")
        prose, source = run.start + run.length, run.source_start + run.source_length


def _check_span(span: Any, least: int, length: int, what: str) -> None:
    if not (isinstance(span, Span) and all(type(n) is int for n in span)):
        raise Misfit(f"{what} stands at {shown(span)}: a Span was expected")
    if not least <= span.start <= span.end <= length:
        raise Misfit(f"{what} stands at {span.start}-{span.end}, and the story has {length} characters")
