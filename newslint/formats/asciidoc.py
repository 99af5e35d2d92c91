"""AsciiDoc: what readers see of a document becomes zones, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import NoStory, Source
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    from newslint.formats.frontmatter import Front

_KEY = pattern(r"\s*-----BEGIN PGP ")  # keys and signatures have the ending .asc too
_PLAIN = pattern(r"[\w ,.]*")

_BRINGS_IN = pattern(r"(?m)^include::")


class AsciiDoc:
    """AsciiDoc with its title, author line and attributes, or with YAML, TOML or JSON above it."""

    name = "asciidoc"
    extensions: tuple[str, ...] = (".adoc", ".asciidoc", ".asc")

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the head and the text; raises UnreadableStory where a block does not end."""
        from newslint.formats._asciidoc_blocks import BlockReader
        from newslint.formats._asciidoc_head import Head
        from newslint.formats._asciidoc_inline import Inline
        from newslint.formats._asciidoc_lines import check_length, lines_of
        from newslint.formats._documents import document_story
        from newslint.formats._prose import in_order
        from newslint.formats.frontmatter import Front, read_front
        from newslint.formats.frontmatter.fields import front_zones

        text = source.text
        if _KEY.match(text):
            raise NoStory("it is a key or a signature, not AsciiDoc")
        check_length(text)
        above = read_front(text)
        lines = lines_of(text, above.body, len(text))
        head = Head(text, lines)
        fields = _fields(reading.fields, titled=head.title is not None)
        data = {**above.data, **head.data}
        zones = front_zones_of(text, above, fields)
        zones += front_zones(text, Front(0, head.data, tuple(each for each in head.values if each.data)), fields)
        titled = head.title is not None or any(zone.role == "headline" for zone in zones)
        body = BlockReader(text, lines, head.after, Inline(text, head.attributes), titled)
        if head.title:
            body.emit([head.title], "headline")
        zones = in_order(zone for zone in [*zones, *body.zones()] if zone.text)
        brings_in = bool(_BRINGS_IN.search(text))
        story = document_story(source, reading, self.name, zones, data, fields, brings_in=brings_in)
        story.damage, story.code = above.damage, tuple(body.code)
        return story


def _fields(fields: Mapping[str, tuple[str, ...]], *, titled: bool) -> Mapping[str, tuple[str, ...]]:
    """Which attribute is what: AsciiDoc has its own name for the day, and a title beside its attributes."""
    found = {**fields, "date": (*fields.get("date", ()), "revdate")}
    if titled:
        found["headline"] = ()
    return found


def front_zones_of(text: str, front: Front, fields: Mapping[str, Sequence[str]]) -> list[Zone]:
    """The zones of metadata above the document, in which only plain words can be written unseen."""
    from newslint.formats.frontmatter.fields import front_zones

    zones = list(front_zones(text, front, fields))
    for zone in zones:
        zone.written = lambda prose: prose if _PLAIN.fullmatch(prose) else None
    return zones


FORMATS = (AsciiDoc(),)
