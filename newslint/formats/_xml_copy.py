"""Reads the copy of a story from whatever form it has inside XML: NITF, XHTML, HTML as text, or plain text."""

from __future__ import annotations

from newslint.base.lazy import pattern
from newslint.base.text import UnreadableStory
from newslint.formats._agency import AgencyStory
from newslint.formats._layer import Layer
from newslint.formats._nitf import read_nitf
from newslint.formats._xml import Element
from newslint.formats._xml_body import MAX_PARAGRAPHS, check_size
from newslint.model.story import Zone

_TAG = pattern(r"</?(?:p|br|div|b|i|em|strong|a|ul|ol|li|h[1-6]|span|table|blockquote)(?:\s[^<>]{0,500})?/?>", 2)


def read_copy(story: AgencyStory, element: Element, sort: str = "") -> None:
    """Take what an element holds as copy; `sort` is its media type, where that is given."""
    nitf = element if element.name == "nitf" else next(element.all("nitf"), None)
    if nitf:
        read_nitf(story, nitf)
    elif element.children:
        if not any(zone.role == "headline" for zone in story.zones):
            story.field("headline", next(element.all("title"), None), "title")
        main = next((each for each in element.all("section", "main", "article") if _is_main(story, each)), None)
        story.read(main or element)
    else:
        check_size(story.tree, element)
        story.copy += _text_zones(story.tree.layer(element), "html" in sort)
        if len(story.copy) > MAX_PARAGRAPHS:
            raise UnreadableStory(f"one story in it has more than {MAX_PARAGRAPHS:,} paragraphs")


def _is_main(story: AgencyStory, element: Element) -> bool:
    """Whether an element says that it is the story, and what stands round it is not."""
    return "main" in (element.name, *story.tree.value(element, "class").lower().split())


def _text_zones(layer: Layer, is_html: bool) -> list[Zone]:
    """The paragraphs of a text that is HTML, or plain."""
    if is_html or _TAG.search(layer.text):
        from newslint.formats._html_fragment import fragment_zones

        return [layer.lifted(zone) for zone in fragment_zones(layer.text, 0, len(layer.text))]
    from newslint.formats.plain import paragraphs

    return [layer.lifted(zone) for zone in paragraphs(layer.text)]
