"""A record's fields become a story: what the items of feeds, JSON records and rows of tables share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.analyses.roles.genres import genre_of
from newslint.analyses.roles.roles import assign_roles
from newslint.analyses.text.language import guess
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Source, Span, UnreadableStory
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.formats import Reading
from newslint.formats._layer import Layer
from newslint.formats._prose import ZoneBuilder, in_order
from newslint.formats._settled import settle
from newslint.formats.frontmatter.fields import day_in
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    import re

MARKUP = pattern(r"<(?:/?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|!--)|&(?:#\w{1,7}|[A-Za-z]\w{1,30});")
_COPY = ("body", "subhead", "list", "quote-block")
# Where nothing says that a text is HTML: only what no plain text has.
TAGS = pattern(
    r"(?i)</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section|article|figure|table)(?:\s[^<>]*)?/?>"
    r"|</(?:a|b|i|em|strong|span|u|q)>"
)
MOST_PARAGRAPHS = 20_000
MOST_LETTERS = 2_000_000  # code points of a story's copy; a long book has one million
_HEADS = ("section", "headline", "deck", "byline", "dateline")  # the order in which a story's head is read
_RFC_822 = pattern(r"(?:\w{3},\s*)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # as RFC 822 has them


class RecordParts(NamedTuple):
    """What a record holds of a story: zones of its copy, of its summary and of its other fields, and what is known.

    `id` is what its file calls it by, `number` its place there, from 1 (0 where there is no other).
    """

    copy: Sequence[Zone]
    fields: Sequence[Zone] = ()
    deck: Sequence[Zone] = ()
    date: str = ""
    language: str = ""
    genre: str = ""
    metadata: Mapping[str, Any] = {}
    id: str = ""
    number: int = 0


def story_of(source: Source, format: str, parts: RecordParts, reading: Reading) -> Story | None:
    """The story of a record; None where it has no copy."""
    copy = [zone for zone in parts.copy if zone.text]
    if not any(zone.role in _COPY for zone in copy):
        return None
    if all(zone.role == "subhead" for zone in copy):  # bold type with nothing below heads no copy
        for zone in copy:
            zone.role, zone.level, zone.why = "body", 0, ()
    heads = sorted([*parts.fields, *_decks(parts.deck, copy)], key=_rank)  # whatever their order in the file
    headline = next((zone.text for zone in heads if zone.role == "headline"), None)
    copy = [zone for zone in copy if zone.level != 1 or zone.text != headline]
    genre = reading.genre or parts.genre or genre_of([zone.text for zone in copy if zone.role in _COPY]).name
    if len(copy) > MOST_PARAGRAPHS:
        raise UnreadableStory(f"it has more than {MOST_PARAGRAPHS:,} paragraphs: no story has")
    if headline is not None or not _headed(copy, genre):
        settle([*heads, *copy], genre)
    zones = in_order([*heads, *copy])
    record = f"{parts.number}, id {parts.id}" if parts.id else str(parts.number)
    return Story(
        source,
        zones,
        format=format,
        genre=genre or "news",
        language=reading.language or parts.language or guess(" ".join(zone.text for zone in copy)),
        date=day_of_record(parts.date),
        metadata=parts.metadata,
        markup=True,
        record=record if parts.number else "",
    )


def _rank(zone: Zone) -> int:
    return _HEADS.index(zone.role) if zone.role in _HEADS else len(_HEADS)


def _headed(copy: list[Zone], genre: str) -> bool:
    """Give copy whose headline stands in no field the roles that it would have in plain text, its headline too.

    Says whether all of it was plain; of other copy the first heading is the headline, and nothing else is done.
    """
    if copy[0].role == "subhead":
        copy[0].role, copy[0].level = "headline", 0
    if any(zone.role != "body" for zone in copy):
        return False
    twins, at = [], 0
    for zone in copy:
        twins.append(Zone("body", Span(at, at + len(zone.text)), zone.text))
        at += len(zone.text) + 2
    assign_roles("\n\n".join([zone.text for zone in copy]), twins, genre)
    for zone, twin in zip(copy, twins, strict=True):
        zone.role, zone.why, zone.level, zone.words = twin.role, twin.why, twin.level, twin.words
        zone.sort, zone.confidence = twin.sort, twin.confidence
    return True


def _decks(zones: Iterable[Zone], copy: Sequence[Zone]) -> Iterator[Zone]:
    """The zones of a summary, but where it only says again how the copy begins, cut short or not."""
    first = " ".join(next(zone.text for zone in copy if zone.role in _COPY).split())
    for zone in zones:
        words = " ".join(zone.text.split()).rstrip(".… []")
        if words and not (first.startswith(words) or words.startswith(first)):
            zone.role = "deck" if zone.role == "body" else zone.role
            yield zone


def too_long(text: str) -> str:
    """Why a decoded text can be no story's copy; nothing where it may be."""
    if len(text) > MOST_LETTERS:
        return f"a text in it has more than {MOST_LETTERS:,} letters: no story has"
    if text.count("\n") + text.count("\r") > 5 * MOST_PARAGRAPHS:
        return f"a text in it has more than {5 * MOST_PARAGRAPHS:,} lines: no story has"
    return ""


def copy_in(layer: Layer, markup: re.Pattern[str] = MARKUP) -> list[Zone]:
    """The zones of a decoded text that is copy: HTML where it has `markup`, else plain paragraphs."""
    if markup.search(layer.text):
        return [layer.lifted(zone) for zone in read_markup(layer.text)]
    return plain_in(layer, markup)


def plain_in(layer: Layer, markup: re.Pattern[str] | None = None) -> list[Zone]:
    """The zones of a decoded text that is plain copy; what would make `markup` of it is not written into it."""
    from newslint.formats.plain import paragraphs

    zones = [layer.lifted(zone) for zone in paragraphs(layer.text)]
    return [_kept_plain(zone, markup) for zone in zones] if markup else zones


def _kept_plain(zone: Zone, markup: re.Pattern[str]) -> Zone:
    """A zone of a text without markup, into which nothing is written that would be taken for some."""
    written = zone.written
    zone.written = lambda prose: None if markup.search(prose) or written is None else written(prose)
    return zone


def field_in(layer: Layer, role: str, name: str, markup: re.Pattern[str] = MARKUP) -> Iterator[Zone]:
    """The one zone of a decoded text that is a short field, such as a headline."""
    found = read_markup(layer.text)[:1] if markup.search(layer.text) else []
    marked_up = bool(found)
    if not found:
        builder = ZoneBuilder(layer.text)
        builder.exact(0, len(layer.text))
        found = [zone for zone in (builder.build(role),) if zone]
    for zone in found:
        lifted = layer.lifted(zone) if marked_up else _kept_plain(layer.lifted(zone), markup)
        lifted.role, lifted.level, lifted.field, lifted.why = role, 0, name, ()
        yield lifted


def read_markup(text: str) -> list[Zone]:
    """The zones of a fragment of HTML."""
    from newslint.formats._html_fragment import fragment_zones

    return fragment_zones(text)


def day_of_record(text: str) -> Date | None:
    """The day of a date as records write it, by ISO 8601 or RFC 822; None where there is none."""
    if day := day_in(text):
        return day
    rfc = _RFC_822.search(text)
    try:
        return Date(int(rfc[3]), _MONTHS.index(rfc[2].lower()) + 1, int(rfc[1])) if rfc else None
    except ValueError:
        return None
