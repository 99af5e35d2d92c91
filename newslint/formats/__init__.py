"""Story formats: each reads a source into zones; `Format` says what one must offer."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import Source
from newslint.base.typed import Protocol
from newslint.model.story import Story
from newslint.words.languages import code_of

FIELDS: Mapping[str, tuple[str, ...]] = {
    "headline": ("title", "headline"),
    "deck": ("deck", "subhed", "subtitle", "standfirst", "summary", "excerpt", "description"),
    "section": ("kicker", "section"),
    "byline": ("byline", "author", "authors"),
    "dateline": ("dateline",),
    "caption": ("caption", "cutline", "image_figcaption", "image_caption"),
    "credit": ("credit", "image_credit"),
    "date": ("date", "published", "pubdate", "publishdate"),
    "kind": ("kind", "type"),
    "language": ("language", "lang"),
}


class Reading(NamedTuple):
    """How to read a file: which metadata fields hold what, and what is known of it beforehand.

    Without a `genre` a story is news; without a `language` its words tell.
    """

    fields: Mapping[str, tuple[str, ...]] = FIELDS
    genre: str = ""
    language: str = ""


class Format(Protocol):
    """A story format. Zones must be ordered, must not overlap, and each segment must map onto the source."""

    name: str
    extensions: tuple[str, ...]

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read a source; never fails on bad content (what cannot be read is kept as `damage`)."""
        ...


def read_story(story_format: Format, source: Source, reading: Reading) -> Story:
    """A source as its format reads it, its language as newslint writes it; where that is none, its words tell."""
    return with_language(story_format.parse(source, reading))


def with_language(story: Story) -> Story:
    """A story with its language as newslint writes it; where that is none, its words tell."""
    story.language = code_of(story.language)
    if not story.language:
        from newslint.analyses.text.language import guess  # here, because newslint's own formats have asked already

        story.language = guess("\n".join(zone.text for zone in story.zones))
    return story
