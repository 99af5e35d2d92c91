"""A news item as ninjs has it, as a story; what is none is told by its type and by what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.text import Source, UnreadableStory
from newslint.base.typed import Any
from newslint.formats import Reading
from newslint.formats._fields import names_seen
from newslint.formats._json import JsonFault, JsonText, Value, escapes_letters, plain
from newslint.formats._records import TAGS, RecordParts, copy_in, field_in, plain_in, read_markup, story_of
from newslint.formats.frontmatter.fields import GENRES
from newslint.model.story import Story, Zone
from newslint.words.languages import code_of

# Types of an item that hold no text of their own, in an editor's words; a package may have one.
_OTHERS = {
    "picture": "a picture", "video": "a video", "audio": "an audio item", "graphic": "a graphic",
    "planning": "a planning item", "event": "an event", "component": "a part of another item",
}  # fmt: skip
_PICTURES = ("picture", "video", "audio", "graphic", "")  # what an associated item is that has a caption
_BODIES = ("body_xhtml", "body_html", "body_html5", "body_richhtml5", "body_text")
_TELLING = frozenset((
    "versioncreated", "firstcreated", "contentcreated", "pubstatus", "copyrightholder", "copyrightnotice",
    "representationtype", "associations", "bodies", "headlines", "located", "byline", "description_text", "urgency",
    *_BODIES,
))  # fmt: skip


class NinjsReader:
    """Reads the items of one file; `why` says of the first that is no story what it is instead."""

    def __init__(self, source: Source, format: str, reading: Reading) -> None:
        self.source = source
        self.format = format
        self.reading = reading
        self.json = JsonText(source.text, ascii=escapes_letters(source.text))
        self.why = ""

    def stories(self) -> Iterator[Story]:
        """The story of each item that has a text; raises NoStory and UnreadableStory."""
        try:
            root = self.json.root()
            if not isinstance(root.data, list):
                yield from self._found(root, 0)
                return
            for number, item in enumerate(self.json.items(root), 1):
                yield from self._found(item, number)
        except JsonFault as fault:
            raise _located(fault, self.source) from None

    def _found(self, item: Value, number: int) -> Iterator[Story]:
        members = self.json.members(item)
        why = _no_text_in(members, item.data)
        story = None if why else self._story(members, number)
        if story:
            yield story
        self.why = self.why or why or _without_text(_type_of(members))

    def _story(self, members: Mapping[str, Value], number: int) -> Story | None:
        copy = self._copy(members)
        if not copy:
            return None
        fields = [zone for role, names in _FIELDS for zone in self._field(members, role, names)]
        told = {name: self._said(members, *names) for name, names in _METADATA.items()}
        told = {name: said for name, said in told.items() if said}
        parts = RecordParts(
            copy,
            [*fields, *self._captions(members)],
            self._deck(members),
            told.get("date", ""),
            code_of(self._said(members, "language")),
            self._genre(members),
            told,
            self._said(members, "uri", "guid")[:80],
            number,
        )
        return story_of(self.source, self.format, parts, self.reading)

    def _copy(self, members: Mapping[str, Value]) -> list[Zone]:
        """The zones of the item's text: of several forms of it the first that has tags, else the first there is."""
        forms = [(name, members[name]) for name in (*_BODIES, *members) if name in members and name[:5] == "body_"]
        for body in self.json.items(members["bodies"]) if "bodies" in members else ():
            inside = self.json.members(body)
            if "value" in inside:
                kind = self._said(inside, "contenttype", "contentType", "role").lower()
                forms.append(("html" if "html" in kind else "xml" if "xml" in kind else "plain", inside["value"]))
        forms = [(kind, value) for kind, value in forms if self.json.is_text(value)]
        forms.sort(key=lambda form: 0 if "html" in form[0] else 1 if form[0] in ("plain", "body_text") else 2)
        for kind, value in forms:
            layer = self.json.layer(value)
            if "html" in kind:
                zones = [layer.lifted(zone) for zone in read_markup(layer.text)]
            else:
                zones = plain_in(layer) if kind == "body_text" else copy_in(layer, TAGS)
            if any(zone.text for zone in zones):
                return zones
        return []

    def _field(self, members: Mapping[str, Value], role: str, names: Sequence[str]) -> Iterator[Zone]:
        """The zones of the first field of these names that has a text, or texts."""
        for name in names:
            texts = list(self._texts(members.get(name)))
            if texts:
                for text in texts if role == "byline" else texts[:1]:
                    yield from field_in(self.json.layer(text), role, name, TAGS)
                return

    def _texts(self, value: Value | None) -> Iterator[Value]:
        """The texts of a value: itself, or those of its items (in ninjs 2 and 3 an item is a text with its role)."""
        if value is None:
            return
        if isinstance(value.data, str):
            if self.json.is_text(value):
                yield value
            return
        items = [(item, self.json.members(item)) for item in self.json.items(value)]
        for item, inside in sorted(items, key=lambda each: self._rank(each[1])):
            inner = next((inside[name] for name in ("value", "name") if name in inside), item)
            if isinstance(inner.data, str) and self.json.is_text(inner):
                yield inner

    def _rank(self, inside: Mapping[str, Value]) -> int:
        """Plain texts before those with tags, main ones before others."""
        role = self._said(inside, "role").lower()
        return 2 * ("html" in self._said(inside, "contenttype", "contentType")) + (role not in ("", "main", "text"))

    def _deck(self, members: Mapping[str, Value]) -> list[Zone]:
        return list(self._field(members, "deck", ("description_text", "description_summary", "descriptions")))

    def _captions(self, members: Mapping[str, Value]) -> Iterator[Zone]:
        """The captions of pictures and films that belong to the item, and who made them."""
        there = members.get("associations")
        if there is None:
            return
        for item in (*self.json.members(there).values(), *self.json.items(there)):
            inside = self.json.members(item)
            if _type_of(inside) in _PICTURES:
                yield from self._field(inside, "caption", _CAPTIONS)
                yield from self._field(inside, "credit", ("byline", "by", "creditline", "creditLine"))

    def _genre(self, members: Mapping[str, Value]) -> str:
        for name in ("genre", "genres"):
            for value in self._texts(members.get(name)):
                if genre := GENRES.get(value.data.strip().casefold().replace(" ", "-")):
                    return genre
        return ""

    def _said(self, members: Mapping[str, Value], *names: str) -> str:
        """The first of some members that has a text."""
        for name in names:
            text = next(self._texts(members.get(name)), None)
            if text is not None:
                return plain(text.data)
        return ""


_FIELDS = (("headline", ("headline", "headlines", "title")), ("byline", ("byline", "by", "bylines")))
_CAPTIONS = ("description_caption", "description_text", "caption", "descriptions", "body_text")
_METADATA = {
    "headline": ("headline", "headlines", "title"),
    "byline": ("byline", "by", "bylines"),
    "dateline": ("dateline",),
    "located": ("located",),
    "date": ("versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated"),
    "slugline": ("slugline",),
    "source": ("source",),
}


def _type_of(members: Mapping[str, Value]) -> str:
    data = members["type"].data if "type" in members else ""
    return data.lower() if isinstance(data, str) else ""


def _no_text_in(members: Mapping[str, Value], data: Any) -> str:
    """What an item is that cannot hold a story; nothing where it may."""
    if not isinstance(data, dict):
        return "it is JSON, but no object with fields"
    folded = {name.lower() for name in members}
    named = "ninjs" in str(data.get("standard") or data.get("$standard")).lower()
    if not named and len(folded & _TELLING) < (1 if {"uri", "guid"} & folded else 2):
        return (
            f"it is JSON, but no news item as ninjs has it (its fields are {names_seen(members)}); "
            "--format-of .json=jsonl reads files with a story a line"
        )
    what = _OTHERS.get(_type_of(members), "")
    return f"it is {what}, with no story in it" if what else ""


def _without_text(kind: str) -> str:
    if kind == "composite":
        return "it is a package of other items, with no text of its own"
    return "it is a news item without a text (“body_xhtml”, “body_text” or “bodies”)"


def _located(fault: JsonFault, source: Source) -> UnreadableStory:
    text, at = source.text, fault.at  # an index of its lines would take long where these are millions
    line = 1 + text.count("\n", 0, at) + text.count("\r", 0, at) - text.count("\r\n", 0, at)
    column = at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
    return UnreadableStory(f"it is no sound JSON: line {line:,}, column {column:,}: {fault}")
