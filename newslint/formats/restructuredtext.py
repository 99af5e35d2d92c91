"""reStructuredText: what readers see of a document becomes zones, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Source
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    from newslint.formats._rst_blocks import BlockReader
    from newslint.formats._rst_head import Told


_BRINGS_IN = pattern(r"(?m)^[ \t]*\.\. (?:include|toctree)::")


class ReStructuredText:
    """reStructuredText with its title and fields, as docutils, Sphinx, Pelican and Nikola read it."""

    name = "restructuredtext"
    extensions: tuple[str, ...] = (".rst", ".rest")

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the head and the text; raises NoStory where there is no copy."""
        from newslint.formats._documents import document_story
        from newslint.formats._prose import in_order
        from newslint.formats._rst_blocks import BlockReader
        from newslint.formats._rst_head import told
        from newslint.formats._rst_inline import Inline, substitutions
        from newslint.formats._rst_lines import all_lines
        from newslint.formats.frontmatter import Front
        from newslint.formats.frontmatter.fields import front_zones

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
        brings_in = bool(_BRINGS_IN.search(text))
        return document_story(source, reading, self.name, zones, data, fields, brings_in=brings_in)


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
