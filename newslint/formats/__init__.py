"""Story formats: each reads a source into zones; `Format` says what one must offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import NoStory, Source, Span
from newslint.base.typed import Protocol
from newslint.model.story import DeferredStory, Story
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
RECORD_FIELDS = ("text", "id")  # fields of records (JSON lines, tables) that a configuration may name besides


class Reading(NamedTuple):
    """How to read a file: which metadata fields hold what, and what is known of it beforehand.

    Without a `genre` a story is news; without a `language` its words tell.
    """

    fields: Mapping[str, tuple[str, ...]] = FIELDS
    genre: str = ""
    language: str = ""


class Unread(NamedTuple):
    """One of several stories of a file that cannot be read: where it stands, and why, in an editor's words."""

    span: Span
    why: str


class Format(Protocol):
    """A story format. Zones must be ordered, must not overlap, and each segment must map onto the source.

    A format may have more than this says, and is asked for it only where it has it:

    * `mark`: a regular expression that is found in the head of each file of this format and of no other. Where
      several formats claim an ending, and where nobody claims it, it tells whose a file is.
    * `named_only`: true where files with its endings are stories only if a configuration names them, or those
      endings of which that is so.
    * `stories(source, reading)`: each story of a file that may hold several, or an `Unread`; raises NoStory.
    * `open(data, path)`: the source of a file that is no text; raises UnreadableStory.
    """

    name: str
    extensions: tuple[str, ...]

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read a source; what cannot be read is kept as `damage`. Raises NoStory where there is no story in it."""
        ...


def read_story(story_format: Format, source: Source, reading: Reading) -> Story:
    """A source as its format reads it, its language as newslint writes it; where that is none, its words tell."""
    return with_language(_with_roles(story_format.parse(source, reading)))


def read_stories(story_format: Format, source: Source, reading: Reading) -> Iterator[Story | Unread]:
    """Each story of a source, or why it cannot be read; raises NoStory where there is none."""
    several = getattr(story_format, "stories", None)
    if several is None:
        yield no_template(read_story(story_format, source, reading))
        return
    for found in several(source, reading):
        if isinstance(found, Story):
            try:
                yield no_template(with_language(_with_roles(found)))
            except NoStory as error:
                start = found.zones[0].span.start
                yield Unread(Span(start, start), str(error))
        else:
            yield found


def no_template(story: Story) -> Story:
    """A story as it is; raises NoStory where it is but the template of one."""
    marked = any("{" in zone.text or "<" in zone.text for zone in story.zones) if story.markup else _has_signs(story)
    if marked:
        from newslint.formats._templates import must_be_no_template  # here: few stories have such signs

        must_be_no_template(story)
    return story


def _has_signs(story: Story) -> bool:
    """Whether a text has a sign that opens a place for words, whatever its format made of it."""
    text = story.source.text
    return ("{" in text and ("{{" in text or "{%" in text)) or ("<" in text and ("<%" in text or "<?" in text))


def _with_roles(story: Story) -> Story:
    """A story in which the paragraphs that its markup leaves as such have roles by their shape, if they had none."""
    if story.markup and all(zone.words is None for zone in story.zones):
        from newslint.formats._settled import settle  # here: plain text and Markdown have no markup

        settle(story.zones, story.genre)
    return story


def first_story(found: Iterator[Story | Unread]) -> Story:
    """The first story of several: what `parse` gives for a format of such files. Raises NoStory."""
    why = ""
    for each in found:
        if isinstance(each, Story):
            return each
        why = why or each.why
    raise NoStory(why or "there is no story in it")


def with_language(story: Story) -> Story:
    """A story with its language as newslint writes it; where that is none, its words tell."""
    if isinstance(story, DeferredStory):  # its language is written so when it is read
        return story
    story.language = code_of(story.language)
    if not story.language:
        from newslint.analyses.text.language import guess  # here, because newslint's own formats have asked already

        story.language = guess("\n".join(zone.text for zone in story.zones))
    return story
