"""reStructuredText: what readers see of a document becomes zones, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.text.language import guess
from newslint.base.lazy import pattern
from newslint.base.text import NoStory, Source
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    from newslint.formats._rst_blocks import BlockReader
    from newslint.formats._rst_head import Told

_TEXT = frozenset(("body", "subhead", "list", "quote-block"))  # what shows the genre of a story

_BRINGS_IN = pattern(r"(?m)^[ \t]*\.\. (?:include|toctree)::")
_HEAD = frozenset(("headline", "deck", "byline", "timestamp", "subhead", "metadata"))


class ReStructuredText:
    """reStructuredText with its title and fields, as docutils, Sphinx, Pelican and Nikola read it."""

    name = "restructuredtext"
    extensions: tuple[str, ...] = (".rst", ".rest")

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the head and the text; raises NoStory where there is no copy."""
        from newslint.formats._prose import in_order
        from newslint.formats._rst_blocks import BlockReader
        from newslint.formats._rst_head import told
        from newslint.formats._rst_inline import Inline, substitutions
        from newslint.formats._rst_lines import all_lines
        from newslint.formats._settled import settle
        from newslint.formats.frontmatter import Front
        from newslint.formats.frontmatter.fields import front_zones, story_date, story_genre, story_language

        text = source.text
        body = BlockReader(text, Inline(text, substitutions(text)))
        body.read(all_lines(text), "", 0)
        said, data = told(body)
        fields = {**reading.fields}
        if _promote(body, said, fields):
            fields["headline"] = ()
        zones = in_order(
            zone for zone in [*body.found, *front_zones(text, Front(0, data, tuple(said)), fields)] if zone.text
        )
        if not any(zone.role != "metadata" for zone in zones):
            raise NoStory("there is no copy in it")
        if _BRINGS_IN.search(text) and all(zone.role in _HEAD for zone in zones):
            raise NoStory("its copy is in other files, which it brings together: check those")
        genre = Genre(story_genre(data, fields, reading.genre), "")
        if not genre.name:
            genre = genre_of([zone.text for zone in zones if zone.role in _TEXT])
        settle(zones, genre.name)
        story = Story(
            source,
            zones,
            format=self.name,
            genre=genre.name or "news",
            language=story_language(data, fields, reading.language)
            or guess("\n".join([zone.text for zone in zones if zone.role != "metadata"])),
            date=story_date(data, fields, source.path),
            metadata=data,
            markup=True,
        )
        story.genre_why = genre.why
        return story


def _promote(body: BlockReader, said: Sequence[Told], fields: Mapping[str, tuple[str, ...]]) -> bool:
    """Make the first title the headline, and a lone second one right below it the deck; whether there is one.

    Where the fields above it give a title, it is a subhead.
    """
    names = {name.casefold() for name in fields.get("headline", ())}
    titles = [each for each in said if str(each.path[0]).casefold() in names]
    if not body.headings or body.headings[0].number:
        return False
    first, *others = body.headings
    if any(each.span.start < first.zone.span.start for each in titles):
        return False
    _become(first.zone, "headline", "it is the first title")
    if others and others[0].number == 1 and others[0].style != first.style:
        second, between = others[0], [each for each in said if first.zone.span.end <= each.span.start]
        alone = all(each.style not in (first.style, second.style) for each in others[1:])
        if alone and not any(each.span.start < second.zone.span.start for each in between):
            _become(second.zone, "deck", "it is the one title right below the headline")
    return True


def _become(zone: Zone, role: str, why: str) -> None:
    zone.role, zone.level, zone.why = role, 0, (why,)


FORMATS = (ReStructuredText(),)
