"""The zones of a fragment of HTML or XHTML, as the body field of a CMS or of an agency's file holds it."""

from __future__ import annotations

from newslint.base.lazy import pattern
from newslint.formats._html_prose import paragraphs, plain_zone, role_of, zones_of
from newslint.formats._html_tree import Page
from newslint.model.story import Zone

_BLANK_LINE = pattern(r"(?:\r\n|\r|\n)[ \t\f]*(?:\r\n|\r|\n)(?=[ \t\f\r\n]*[^ \t\f\r\n<])")


def fragment_zones(text: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> list[Zone]:
    """The zones of the fragment that is `text[start:end]`, with places in `text`.

    Headings are subheads, whatever their level. Text outside of paragraphs is split at blank lines, as blog software
    does, where the fragment has some there. With `xml` a tag that ends in a slash is whole (`<script src="…"/>`).
    Raises UnreadableStory where it is beyond all sense.
    """
    page = Page(text, start, end, xml=xml)
    bare = any(
        not block.element.name and any(run[3] <= 1 and _BLANK_LINE.search(text, run[0], run[1]) for run in block.runs)
        for block in page.blocks
    )
    zones: list[Zone] = []
    for block in page.blocks:
        role, level = role_of(block.element, text)
        if not role:
            continue
        if zone := plain_zone(text, block, role, level):
            zones.append(zone)
        else:
            for runs in paragraphs(block, text, bare=bare):
                zones += zones_of(text, runs, role, level)
    return zones
