"""The items of feeds and of blog exports as stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.base.record import NamedTuple
from newslint.formats import Reading
from newslint.formats._layer import Layer
from newslint.formats._records import RecordParts, copy_in, field_in, read_markup, story_of
from newslint.formats._xml import Element, XmlTree
from newslint.model.story import Story, Zone


class Parts(NamedTuple):
    """The elements of an item that hold a story's parts; None where it has no such element."""

    headline: Element | None
    byline: Element | None
    deck: Element | None
    copy: Element | None
    date: str = ""
    id: str = ""
    section: str = ""
    captions: tuple[Element, ...] = ()


class ItemReader:
    """Reads items of one file, one after another. `shortcodes` takes the code of a blog out of its copy."""

    def __init__(
        self,
        tree: XmlTree,
        format: str,
        language: str,
        reading: Reading,
        shortcodes: Callable[[Layer], Layer] | None = None,
    ) -> None:
        self.tree = tree
        self.format = format
        self.language = language
        self.reading = reading
        self.shortcodes = shortcodes

    def story(self, parts: Parts, number: int) -> Story | None:
        """The story of an item; None where it has no copy."""
        fields = [*self._field(parts.headline, "headline"), *self._field(parts.byline, "byline")]
        for caption in parts.captions:
            fields += self._field(caption, "caption")
        named = {
            "headline": self.tree.words(parts.headline),
            "byline": self.tree.words(parts.byline),
            "date": parts.date,
            "section": parts.section,
        }
        said = RecordParts(
            self._copy(parts.copy),
            fields,
            self._copy(parts.deck),
            parts.date,
            self.language,
            metadata={name: value for name, value in named.items() if value},
            id=parts.id,
            number=number,
        )
        return story_of(self.tree.source, self.format, said, self.reading)

    def _field(self, element: Element | None, role: str) -> Iterator[Zone]:
        if element is not None:
            yield from field_in(self.tree.layer(element), role, element.name)

    def _copy(self, element: Element | None) -> list[Zone]:
        """The zones of an element's copy: XHTML as it stands, HTML escaped or in CDATA, or plain paragraphs."""
        if element is None:
            return []
        if element.children:
            from newslint.formats._html_fragment import fragment_zones

            return fragment_zones(self.tree.text, element.inner, element.outer, xml=True)
        layer = self.tree.layer(element)
        if self.shortcodes:
            layer = self.shortcodes(layer)
            return [layer.lifted(zone) for zone in read_markup(layer.text)]
        return copy_in(layer)
