"""The fields of a record by their usual names, and what they hold of a story: JSON lines and tables share it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Source, UnreadableStory
from newslint.base.typed import TypeVar
from newslint.formats import Reading
from newslint.formats._layer import Layer
from newslint.formats._records import TAGS, RecordParts, copy_in, field_in, story_of
from newslint.formats.frontmatter.fields import GENRES
from newslint.model.story import Story
from newslint.words.languages import code_of

T = TypeVar("T")
MOST_RECORDS = 100_000  # of a file; one of 20 MB that has more holds no stories
MOST_LINES = 1_000_000
MOST_BROKEN = 1_000  # lines of a file that are told of; with more it is something else
# Names beside those that a configuration gives (`fields:`); in small letters, without marks and spaces.
USUAL: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "hed", "headlinetext"),
    "deck": ("dek", "subheadline", "standfirst", "abstract", "teaser", "descriptiontext"),
    "byline": ("byline", "author", "authors", "by", "creator", "writer", "reporter"),
    "caption": ("photocaption", "caption"),
    "text": (
        "body", "text", "content", "article", "articlebody", "articletext", "story", "storytext", "fulltext",
        "bodytext", "maintext", "plaintext", "copy", "bodyhtml", "bodyxhtml", "contenthtml", "texthtml", "html",
    ),
    "date": (
        "date", "published", "publishedat", "publishdate", "publicationdate", "datepublished", "pubdate",
        "firstpublished", "created", "createdat", "versioncreated", "timestamp",
    ),
    "id": ("id", "guid", "uri", "uuid", "articleid", "storyid", "docid", "url", "link", "permalink", "slug"),
    "located": ("located",),
    "slug": ("slug",),
    "source": ("source", "agency"),
    "kind": ("genre", "kind", "type"),
    "language": ("language", "lang", "languagecode"),
}  # fmt: skip
_ZONES = ("section", "headline", "byline", "dateline", "caption", "credit")
_TOLD = ("headline", "byline", "dateline", "located", "date", "slug", "source")  # what metadata keeps of a record
_SIGNS = pattern(r"[\W_]+")
_LONGEST_ID = 80  # code points; a longer one is cut


class FieldNames:
    """What the fields of records may be called: by the configuration (`given`), and as usual."""

    def __init__(self, given: Mapping[str, Sequence[str]]) -> None:
        every = {**USUAL, **given}
        self._names = [(each, (*map(_fold, given.get(each, ())), *USUAL.get(each, ()))) for each in every]

    def chosen(self, names: Mapping[str, T], has: Callable[[T], bool]) -> dict[str, str]:
        """The name of each field among those of a record: the first of its usual ones whose value has something."""
        folded: dict[str, str] = {}
        for name in names:
            folded.setdefault(_fold(name), name)
        found: dict[str, str] = {}
        for field, usual in self._names:
            for each in usual:
                if each in folded and has(names[folded[each]]):
                    found[field] = folded[each]
                    break
        return found


def _fold(name: str) -> str:
    """A name in small letters, without marks and spaces: `Publish Date` is `publish_date`."""
    return name if name.isalpha() and name.islower() else _SIGNS.sub("", name.lower())


def record_story(
    source: Source,
    reading: Reading,
    format: str,
    number: int,
    found: Mapping[str, str],
    layers: Callable[[str], Sequence[Layer]],
    text: Callable[[str], str],
) -> Story | None:
    """The story of a record; None where it has no copy.

    `found` are the names of its fields, `layers` gives the texts of one as layers, `text` says one in short.
    """
    copy = [zone for layer in layers(found["text"]) for zone in copy_in(layer, TAGS)] if "text" in found else []
    if not copy:
        return None
    heads = [
        zone
        for role in _ZONES
        if role in found
        for layer in layers(found[role])
        for zone in field_in(layer, role, found[role], TAGS)
    ]
    deck = [
        zone
        for layer in (layers(found["deck"]) if "deck" in found else ())
        for zone in field_in(layer, "deck", found.get("deck", ""), TAGS)
    ]
    said = {field: text(found[field]) for field in (*_TOLD, "id", "kind", "language") if field in found}
    name = " ".join(said.get("id", "").split())
    parts = RecordParts(
        copy,
        heads,
        deck,
        said.get("date", ""),
        code_of(said.get("language", "")),
        GENRES.get(said.get("kind", "").strip().casefold().replace(" ", "-"), ""),
        {field: said[field] for field in _TOLD if said.get(field)},
        name if len(name) <= _LONGEST_ID else f"{name[: _LONGEST_ID - 1]}…",
        number,
    )
    return story_of(source, format, parts, reading)


def names_seen(names: Iterable[str]) -> str:
    """The names of fields for a message, the first few of them."""
    seen = list(dict.fromkeys(names))
    said = ", ".join(f"“{name[:40]}”" for name in seen[:12])
    return f"{said} and {len(seen) - 12:,} more" if len(seen) > 12 else said or "none"


def refuse_lines(text: str) -> None:
    """Raise UnreadableStory for a text with more lines than its size allows of stories."""
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise UnreadableStory(f"it has more than {MOST_LINES:,} lines: no file of stories of its size has")


def too_many(records: bool) -> str:
    """What is said of the rest of a file that is not gone into."""
    if records:
        return f"it and all below it are not read: a file may have {MOST_RECORDS:,} records"
    return f"it and all below it are not read: more than {MOST_BROKEN:,} records of the file are broken"
