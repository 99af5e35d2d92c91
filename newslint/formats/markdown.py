"""Markdown posts with front matter: what readers see becomes zones, each with its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.roles.posts import is_told, mark_posts
from newslint.analyses.text.language import guess
from newslint.base.text import Places, Source, Span, UnreadableStory
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    from newslint.formats.frontmatter import Front

_TEXT = ("body", "subhead", "list", "quote-block")  # what shows the genre of a story
LONGEST = 2_000_000  # code points: more than any book but a few, let alone a story
MOST_SIGNS = 240_000  # "<" or "[" of a post: the largest pages of newspapers have a tenth of that


class Markdown:
    """Markdown with YAML, TOML or JSON front matter, as content repositories hold it."""

    name = "markdown"
    extensions: tuple[str, ...] = (".md", ".markdown")

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the metadata and the text; metadata that cannot be read is kept as damage. Raises UnreadableStory."""
        from newslint.formats._markdown import BodyReader
        from newslint.formats.frontmatter import read_front
        from newslint.formats.frontmatter.fields import front_zones

        text = source.text
        if len(text) > LONGEST:
            raise UnreadableStory(f"it has more than {LONGEST:,} characters: that is no story")
        for sign, of in (("<", "tags"), ("[", "links")):
            if text.count(sign) > MOST_SIGNS:
                raise UnreadableStory(f"it has more than {MOST_SIGNS:,} signs of {of} ({sign}): that is no story")
        front = read_front(text)
        zones = list(front_zones(text, front, reading.fields))
        titled = any(zone.role == "headline" for zone in zones)
        body = BodyReader(text, front.body, titled)
        zones += body.zones()
        return post_of(source, reading, front, zones, _with_tags(text, body.code))


def _with_tags(text: str, code: Sequence[Span]) -> Sequence[Span]:
    """Code, and the tags in which what looks like a request to newslint (or to Vale) is none."""
    if "<!--" not in text or ("newslint" not in text.lower() and "vale " not in text):
        return code
    from newslint.formats._html_tokens import tags_with_comments  # here: few posts ask

    known = Places(code)
    return sorted((*code, *(span for span in starmap(Span, tags_with_comments(text)) if not known.meet(span))))


def post_of(source: Source, reading: Reading, front: Front, zones: list[Zone], code: Sequence[Span]) -> Story:
    """The story of a post: what its metadata says of it, and what its zones show."""
    from newslint.formats.frontmatter.fields import story_date, story_genre, story_language

    text = source.text
    if is_told(text):
        mark_posts(zones)
    genre = Genre(story_genre(front.data, reading.fields, reading.genre), "")
    if not genre.name:
        genre = genre_of([zone.text for zone in zones if zone.text and zone.role in _TEXT])
    from newslint.formats._prose import in_order

    story = Story(
        source,
        in_order(zones),
        format="markdown",
        genre=genre.name or "news",
        language=story_language(front.data, reading.fields, reading.language) or guess(text[front.body :]),
        date=story_date(front.data, reading.fields, source.path),
        metadata=front.data,
        damage=front.damage,
        code=code,
    )
    story.genre_why = genre.why
    return story


FORMATS = (Markdown(),)
