"""The entries of an ArchieML document as a story: its fields by their keys, its copy from free text or a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Source, UnreadableStory
from newslint.formats import Reading
from newslint.formats._archieml import ArchieMlReader, Entry
from newslint.formats._fields import USUAL, FieldNames
from newslint.formats._html_fragment import fragment_zones
from newslint.formats._html_tokens import escaped
from newslint.formats._prose import ZoneBuilder
from newslint.formats._records import TAGS, RecordParts, story_of, too_long
from newslint.formats.frontmatter.fields import GENRES
from newslint.model.story import Story, Zone
from newslint.words.languages import code_of

_COPY = (*USUAL["text"], "sections", "paragraphs", "blocks", "graphs")
_FREE = {  # what a key says of a line among free text
    "text": "body", "p": "body", "paragraph": "body", "graf": "body", "subhed": "subhead", "subhead": "subhead",
    "heading": "subhead", "header": "subhead", "hed": "subhead", "h2": "subhead", "h3": "subhead",
    "quote": "quote-block", "pullquote": "quote-block", "blockquote": "quote-block",
}  # fmt: skip
_SMALL = {  # keys whose values are copy wherever they stand
    "caption": "caption", "cutline": "caption", "figcaption": "caption", "credit": "credit", "photocredit": "credit",
    "alt": "alt", "alttext": "alt", "footnote": "note", "note": "note",
}  # fmt: skip
_HEADS = ("section", "headline", "deck", "byline", "dateline")
_TOLD = ("headline", "byline", "dateline", "located", "date", "slug", "source")
_WHOLE = ("story", "article", "page", "document", "doc", "post")  # objects that hold all of a story
_PHRASE = 3  # words of a paragraph, one of which must be there
_SENTENCE = 8  # words; free text under another key is copy if it has so many in a row
_MEANT = pattern(r"\s*[\[{*:\\]|\s*[\w.-]+\s*:|[\r\n]")  # what would no longer be text at the beginning of a line


def story_in(source: Source, format: str, reading: Reading) -> Story | None:
    """The story of a document; None where there is no copy in it."""
    why = too_long(source.text)
    if why:
        raise UnreadableStory(why)
    entries = list(ArchieMlReader(source.text).entries())
    fields = _fields(entries, reading)
    copy = _copy(source.text, entries)
    if not copy:
        return None
    said = {field: _says(source.text, entry) for field, entry in fields.items()}
    taken = {id(entry) for role, entry in fields.items() if role in _HEADS}
    heads = [
        zone
        for role in _HEADS
        if role in fields and role != "deck"
        for zone in _zone(source.text, fields[role], role)
    ]
    small = [
        zone
        for entry in entries
        if id(entry) not in taken and (role := _SMALL.get(_fold(entry.path[-1])))
        for zone in _zone(source.text, entry, role)
    ]
    parts = RecordParts(
        copy,
        [*heads, *small],
        list(_zone(source.text, fields["deck"], "deck")) if "deck" in fields else (),
        said.get("date", ""),
        code_of(said.get("language", "")),
        GENRES.get(said.get("kind", "").casefold().replace(" ", "-"), ""),
        {name: said[name] for name in _TOLD if said.get(name)},
    )
    return story_of(source, format, parts, reading)


def _fields(entries: Sequence[Entry], reading: Reading) -> dict[str, Entry]:
    """The entry of each field: of those outside of arrays the first of its usual names, those of no object first."""
    named: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: len(entry.path)):
        if not entry.free and "*" not in entry.path and entry.lines[0].start < entry.lines[-1].end:
            named.setdefault(entry.path[-1], entry)
    found = FieldNames(reading.fields).chosen(named, lambda _: True)
    return {field: named[name] for field, name in found.items()}


def _copy(text: str, entries: Sequence[Entry]) -> list[Zone]:
    """The copy: what stands under a usual name, else the free text that has a sentence in it."""
    named = [entry for entry in entries if _fold(entry.path[0]) in _COPY or _fold(entry.path[0]) in _WHOLE]
    found = list(_paragraphs(text, named, lambda entry: entry.free or len(entry.path) <= 3))
    if not _has(found, _PHRASE):
        found = list(_paragraphs(text, entries, lambda entry: entry.free))
        if not _has(found, _SENTENCE):
            return []
    return found


def _has(found: Sequence[Zone], words: int) -> bool:
    """Whether there is a paragraph of so many words."""
    return any(zone.text.count(" ") >= words - 1 for zone in found if zone.role in ("body", "quote-block"))


def _paragraphs(text: str, entries: Sequence[Entry], wanted: Callable[[Entry], bool]) -> Iterator[Zone]:
    """The paragraphs of entries: a line of free text or an item is one, and each line of a longer value."""
    for entry in entries:
        last = _fold(entry.path[-1])
        if not wanted(entry) or last in _SMALL:
            continue
        role = _FREE.get(last, "metadata") if entry.free else _FREE.get(last, "body" if _is_copy(entry) else "")
        if not role:
            continue
        for line in entry.lines:
            for zone in _zone(text, entry._replace(lines=(line,)), role):
                if role != "metadata" or " " in zone.text:
                    zone.field, zone.level = "", 2 if role == "subhead" else 0
                    yield zone


def _is_copy(entry: Entry) -> bool:
    """Whether an entry is copy by its name: the value itself, or an item of a plain list of that name."""
    last = entry.path[-1] if entry.path[-1] != "*" else entry.path[-2]
    return _fold(last) in _COPY


def _fold(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


def _zone(text: str, entry: Entry, role: str) -> Iterator[Zone]:
    """The zone of an entry, its lines one after another; where it has tags, those of its HTML."""
    start, end = entry.lines[0].start, entry.lines[-1].end
    if TAGS.search(text, start, end):
        for zone in fragment_zones(text, start, end):
            zone.role, zone.field = role if zone.role == "body" else zone.role, ".".join(entry.path)
            zone.written = _in_tags
            yield zone
        return
    builder = ZoneBuilder(text)
    for line in entry.lines:
        builder.gap()
        builder.exact(*line)
    built = builder.build(role, field=".".join(entry.path))
    if built:
        built.written = _written
        yield built


def _in_tags(prose: str) -> str | None:
    written = escaped(prose)
    return None if written is None else _written(written)


def _written(prose: str) -> str | None:
    """Prose as it stands, but for what would be a key or a command at the beginning of a line, or end one."""
    return None if _MEANT.match(prose) or TAGS.search(prose) or "\n" in prose or "\r" in prose else prose


def _says(text: str, entry: Entry) -> str:
    return " ".join(text[line.start : line.end] for line in entry.lines).strip()
