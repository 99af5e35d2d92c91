"""Reads a mail into a story: the subject as headline, its own text as copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from email.utils import parseaddr, parsedate_to_datetime

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.text.language import guess
from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.formats import Reading
from newslint.formats._html_fragment import fragment_zones
from newslint.formats._layer import Layer
from newslint.formats._mail_decoding import layer_of
from newslint.formats._mail_parts import Entity, Part, attached_documents, attached_texts, read_entity, texts_of
from newslint.formats._mail_subject import header_text, subject_zone
from newslint.formats._prose import ZoneBuilder
from newslint.formats._settled import settle
from newslint.formats._wrapped import ITEM, Line, lines_of, paragraphs_of
from newslint.model.story import Segment, Story, Zone

_LONGEST = 400_000  # characters of a mail's text in the file
_MOST_LINES = 20_000
_COVER = 60  # words; a mail that has no more goes with what is attached
_NOTE = 30  # words; a mail that has no more and brings a document is no story
_SIGNATURE = re.compile(r"(?:\A|[\r\n])-- ?(?=[\r\n]|\Z)")
_QUOTES = re.compile(
    r"(?:On|Am|Le|Op|El|Il) .{5,200}(?:wrote|schrieb|écrit|schreef|escribió|ha scritto).{0,40}:$"
    r"|-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine).{0,20}$"
)
_FROM = re.compile(r"\*?(?:From|Von|De|Da|Van|Från|Fra) ?:\*? ?\S")
_HEADER = re.compile(r"\*?[^\W\d_][\w -]{1,20}:\*? ?\S")
_LEAST_QUOTED_HEADERS, _MOST_QUOTED_HEADERS = 3, 8
_QUOTED_HTML = re.compile(
    r"<(?:div|blockquote|hr|span)\s[^<>]{0,300}?(?:id=[\"']?(?:divRplyFwdMsg|appendonsend|reply-intro)|"
    r"class=[\"']?(?:gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote)|type=[\"']?cite|"
    r"style=[\"'][^\"'<>]{0,100}border-top: ?solid #(?:E1E1E1|B5C4DF))",
    re.IGNORECASE,
)
_SIGNED_HTML = re.compile(
    r"<div\s[^<>]{0,300}?(?:class=[\"']?gmail_signature\b|id=[\"']?(?:Signature|ms-outlook-mobile-signature)\b)",
    re.IGNORECASE,
)


def read_mail(source: Source, reading: Reading) -> Story:
    """The story of a mail; raises NoStory and UnreadableStory."""
    text = source.text
    start = len(text) - len(text.lstrip())
    entity = read_entity(text, start, len(text))
    if not entity.headers.keys() & {"from", "subject", "to", "date", "received", "mime-version", "message-id"}:
        raise UnreadableStory("it does not begin with headers as mail does (From:, Subject:)")
    zones = list(_zones(source, _chosen(source, entity)))
    if not zones:
        raise NoStory("it is a mail without words of its own")
    if zones[0].text[0] == "{" and zones[-1].text[-1] == "}":
        raise NoStory("it is a mail that carries a form’s fields (JSON), not copy")
    subject = entity.headers.get("subject")
    headline = subject_zone(source, subject) if subject else None
    if headline:
        zones.insert(0, headline)
    prose = [zone.text for zone in zones]
    genre = Genre(reading.genre, "") if reading.genre else genre_of(prose)
    settle(zones, genre.name)
    date = _date(source, entity.headers)
    story = Story(
        source,
        zones,
        format="email",
        genre=genre.name or "news",
        language=reading.language or guess("\n".join(prose)),
        date=date,
        metadata=dict(_metadata(source, entity.headers, headline, date)),
        markup=True,
    )
    story.genre_why = genre.why
    return story


def _chosen(source: Source, entity: Entity) -> list[Part]:
    """The parts that hold the story; raises NoStory where there is no text."""
    if entity.kind in ("multipart/report", "multipart/encrypted", "text/calendar"):
        kinds = {"multipart/report": "a report on the delivery of mail", "multipart/encrypted": "an encrypted mail"}
        raise NoStory(f"it is {kinds.get(entity.kind, 'an invitation')}")
    own, attached = texts_of(entity), attached_texts(entity)
    if attached and sum(map(_size, own)) < sum(map(_size, attached)):
        words = sum(len(layer_of(source, part).text.split()) for part in own if _size(part) < _LONGEST)
        if words <= _COVER:
            own = attached
    if not own:
        raise NoStory("it is a mail without text")
    if documents := attached_documents(entity):
        words = sum(len(layer_of(source, part).text.split()) for part in own if _size(part) < _LONGEST)
        if own is not attached and words <= _NOTE:
            raise NoStory(f"it is a note to what is attached ({documents[0]}): check that file")
    for part in own:
        start, end = part.body
        if _size(part) > _LONGEST or source.text.count("\n", start, end) > _MOST_LINES:
            raise UnreadableStory(f"its text is longer than a story ({_size(part):,} characters)")
        if not part.whole:
            line = source.lines.position(end).line
            raise UnreadableStory(f"it breaks off in line {line}: the boundary that ends its text was expected")
    return own


def _size(part: Part) -> int:
    return part.body.end - part.body.start


def _zones(source: Source, parts: Sequence[Part]) -> Iterator[Zone]:
    """The zones of a mail's text, each after the one before."""
    at = 0
    for part in parts:
        layer = layer_of(source, part)
        for zone in _html(layer.text) if part.kind == "text/html" else _plain(layer, part):
            lifted = layer.lifted(zone)
            if lifted.span.start < at:
                _move(lifted, at)
            at = lifted.span.end
            yield lifted


def _html(text: str) -> list[Zone]:
    """The zones of a mail in HTML, without the mail that it answers and the signature, where words stand above."""
    end = len(text)
    for sought in (_QUOTED_HTML, _SIGNED_HTML):
        found = sought.search(text, 0, end)
        if found and fragment_zones(text, 0, found.start()):
            end = found.start()
    return fragment_zones(text, 0, end)


def _move(zone: Zone, at: int) -> None:
    """Have a zone begin where the one before it ends, with which it shares a group of base64."""
    moved = []
    for run in zone.segments or ():
        end = run.source_start + run.source_length
        if run.source_start < at:
            moved.append(Segment(run.start, run.length, at, 0 if end - at == run.length else max(0, end - at)))
        else:
            moved.append(run)
    zone.segments = tuple(moved)
    zone.span = Span(at, max(at, zone.span.end))


def _plain(layer: Layer, part: Part) -> Iterator[Zone]:
    """The paragraphs of plain text, without what is quoted in it and without the signature."""
    text = layer.text
    signed = _SIGNATURE.search(text)
    lines = list(_own(text, lines_of(text, 0, signed.start() if signed else len(text))))
    build = ZoneBuilder(text)
    for block in _flowed(text, lines) if part.flowed else paragraphs_of(text, lines):
        start, end = block[0].start, block[0].end
        role = "list" if ITEM.match(text, start, end) else "body"
        words = text[start:end]
        if len(block) == 1 and words and words == words.strip():
            yield Zone(role, Span(start, end), words)  # as most are
            continue
        for n, line in enumerate(block):
            if n:
                build.gap()
            build.exact(line.start, line.end)
        zone = build.build(role)
        if zone:
            yield zone


def _own(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that the sender wrote: no quoted mail, nor the line above it.

    What stands below another mail's headers (`From:`, `Sent:`, as Outlook sets them) is quoted where the sender wrote
    something above it; else it was passed on, and is the story.
    """
    above, heads = False, 0  # whether the sender has written anything; until which line another mail's headers stand
    for n, line in enumerate(lines):
        if n < heads or text[line.start] == ">":
            continue
        if heads_of := _headers_at(text, lines, n):
            if above:
                return
            heads = heads_of
            continue
        if _QUOTES.match(text, line.start, line.end):
            below = lines[n + 1] if n + 1 < len(lines) else None
            if below is None or text[below.start] == ">" or text[line.start] == "-":
                if text[line.start] == "-":
                    return
                continue
        above = True
        yield line


def _headers_at(text: str, lines: Sequence[Line], n: int) -> int:
    """The number of the line below the headers of another mail that begin at a line; 0 where there are none."""
    if not _FROM.match(text, lines[n].start, lines[n].end):
        return 0
    end = n + 1
    for line in lines[n + 1 : n + _MOST_QUOTED_HEADERS]:
        if line.blank or not _HEADER.match(text, line.start, line.end):
            break
        end += 1
    return end if end - n >= _LEAST_QUOTED_HEADERS else 0


def _flowed(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Paragraphs of flowed text (RFC 3676): a space at a line's end says that it goes on."""
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or text[block[-1].end : block[-1].end + 1] != " "):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _date(source: Source, headers: Mapping[str, Span]) -> Date | None:
    if "date" not in headers:
        return None
    try:
        return parsedate_to_datetime(header_text(source, headers["date"])[:100]).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _metadata(
    source: Source, headers: Mapping[str, Span], headline: Zone | None, date: Date | None
) -> Iterator[tuple[str, str]]:
    """What the headers say of the story."""
    if headline:
        yield "headline", headline.text
    if "from" in headers:
        name, address = parseaddr(header_text(source, headers["from"])[:400])
        if name or address:
            yield "sender", name or address
    if date:
        yield "date", date.isoformat()
