"""Reads the messages of a file of wire text into stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.text.language import guess
from newslint.base.lazy import compiled
from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.formats import Reading, Unread
from newslint.formats._wire_codes import Codes
from newslint.formats._wire_copy import hold_to_story, read_copy
from newslint.formats._wire_head import Part, marked, read_head
from newslint.formats._wire_messages import Message, messages_of
from newslint.formats._wire_words import MONTHS, TICKER, anpa_head, iptc_head, trailer_date, wire_date
from newslint.formats._wrapped import lines_of
from newslint.model.story import Story, Zone

_TRAILER = 200  # characters behind the copy in which a message is dated
_SUMMARY = 60  # characters by which a summary is known for the first paragraph
_ENDS = ".?!\"”’')]»:;="


def stories_of(source: Source, reading: Reading, name: str) -> Iterator[Story | Unread | str]:
    """Each story of a file, or why a message of it is none; one that breaks off cannot be read."""
    text = source.text
    if text.lstrip()[:1] in ("<", "{"):
        raise UnreadableStory("it is XML or JSON, not wire text: its name should end so (.xml, .json)")
    if compiled(rf"\A{TICKER}").search(text):
        raise NoStory("it is a ticker of headlines")
    messages = list(messages_of(source))
    for n, message in enumerate(messages):
        try:
            story = _story(source, message, reading, name)
        except NoStory as error:
            yield str(error)
            continue
        except UnreadableStory as error:
            if len(messages) == 1:
                raise
            yield Unread(Span(message.start, message.end), str(error))
            continue
        if len(messages) > 1:
            number = story.metadata.get("message", "")
            story.record = f"{n + 1}, number {number}" if number else str(n + 1)
        yield story


def _story(source: Source, message: Message, reading: Reading, name: str) -> Story:
    text = source.text
    lines = [marked(text, line, message.anpa) for line in lines_of(text, message.copy, message.copy_end)]
    lines = [each for each in lines if each.line.start < each.line.end]
    if not lines:
        raise NoStory("this wire message holds no copy")
    head = read_head(text, lines, message.anpa)
    copy = read_copy(text, lines[head.size :])
    hold_to_story(text, head.parts, copy)
    if message.begun and not message.ended and text[lines[-1].line.end - 1] not in _ENDS:
        at = source.lines.position(lines[-1].line.start).line
        raise UnreadableStory(f"it breaks off in line {at}: the sign that ends a wire message (ETX) was expected")
    codes = Codes(text, message.copy, message.copy_end)
    zones = list(_zones(codes, _with_leads_repeated(text, head.parts, copy), copy))
    metadata = {**_header(text, message), **head.metadata}
    for role in ("headline", "byline"):
        found = next((zone.text for zone in zones if zone.role == role), "")
        if found:
            metadata[role] = found
    date = _date(text, message)
    if date:
        metadata["date"] = date.isoformat()
    prose = [zone.text for zone in zones]
    genre = Genre(reading.genre, "") if reading.genre else genre_of(prose)
    story = Story(
        source,
        zones,
        format=name,
        genre=genre.name or "news",
        language=reading.language or guess("\n".join(prose)),
        date=date,
        metadata=metadata,
        markup=True,
    )
    story.genre_why = genre.why
    return story


def _zones(codes: Codes, head: list[Part], copy: list[Part]) -> Iterator[Zone]:
    """The zones of a message, in order."""
    for role, lines in (*head, *copy):
        zone = codes.zone(lines, role)
        if zone:
            if role == "subhead":
                zone.level = 2
            elif role == "dateline":
                zone.field = role  # a line that is there for it: it is not cut off from a paragraph
            yield zone


def _with_leads_repeated(text: str, head: list[Part], copy: list[Part]) -> list[Part]:
    """The head, in which a summary that only repeats the first paragraph is for editors."""
    lead = next((text[block[0].start : block[-1].end] for role, block in copy if role == "body"), "")
    return [
        ("metadata" if role == "deck" and text[block[0].start : block[-1].end][:_SUMMARY] in lead else role, block)
        for role, block in head
    ]


def _header(text: str, message: Message) -> dict[str, str]:
    """What a message's head tells: service, number, priority, category, words, keywords."""
    start = message.start
    while start < message.copy and (text[start].isspace() or text[start] in "\0\x01\x16\x7f"):
        start += 1
    found = (anpa_head if message.anpa else iptc_head).match(text, start, message.copy)
    if not found:
        return {}
    metadata = {name: value.strip() for name, value in found.groupdict().items()}
    rest = [text[line.start : line.end] for line in lines_of(text, found.end(), message.copy)]
    if len(rest) > 1 and not message.anpa:
        metadata["keywords"] = rest[-1].strip("/")
    return metadata


def _date(text: str, message: Message) -> Date | None:
    """The day on which a message was sent, by its trailer."""
    start, end = max(message.copy, message.copy_end - _TRAILER), min(message.end, message.copy_end + _TRAILER)
    found = wire_date.search(text, start, end) or trailer_date.search(text, start, end)
    if not found:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS.get(month[:3].lower(), 0)
    year = int(found["year"])
    try:
        return Date(2000 + year if year < 70 else 1900 + year, number, int(found["day"]))
    except ValueError:
        return None
