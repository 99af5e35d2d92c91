"""The story that AsciiDoc and reStructuredText share: zones and fields of a written document, with what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.text.language import guess
from newslint.base.text import NoStory, Source
from newslint.base.typed import Any
from newslint.formats import Reading
from newslint.formats._settled import settle
from newslint.formats.frontmatter.fields import story_date, story_genre, story_language
from newslint.model.story import Story, Zone

_TEXT = frozenset(("body", "subhead", "list", "quote-block"))  # what shows the genre of a story
_HEAD = frozenset(("headline", "deck", "byline", "timestamp", "subhead", "metadata"))


def document_story(
    source: Source,
    reading: Reading,
    name: str,
    zones: Sequence[Zone],
    data: Mapping[str, Any],
    fields: Mapping[str, tuple[str, ...]],
    *,
    brings_in: bool,
) -> Story:
    """The story that these zones make; raises NoStory where there is no copy among them.

    `data` are the document's own fields, `fields` says which is what. One that only `brings_in` others has none.
    """
    if not any(zone.role != "metadata" for zone in zones):
        raise NoStory("there is no copy in it")
    if brings_in and all(zone.role in _HEAD for zone in zones):
        raise NoStory("its copy is in other files, which it brings together: check those")
    genre = Genre(story_genre(data, fields, reading.genre), "")
    if not genre.name:
        genre = genre_of([zone.text for zone in zones if zone.role in _TEXT])
    settle(zones, genre.name)
    story = Story(
        source,
        zones,
        format=name,
        genre=genre.name or "news",
        language=story_language(data, fields, reading.language)
        or guess("\n".join([zone.text for zone in zones if zone.role != "metadata"])),
        date=story_date(data, fields, source.path),
        metadata=data,
        markup=True,
    )
    story.genre_why = genre.why
    return story
