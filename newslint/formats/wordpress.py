"""WordPress exports (WXR): each post and page with copy is a story, its captions and its excerpt among its zones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Source
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading, Unread, first_story
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.formats._feed_items import Parts
    from newslint.formats._layer import Layer, Piece
    from newslint.formats._xml import Element, XmlTree

# WordPress' own shortcodes; those of themes and plugins print what they hold, and are shown as they stand.
_SHORTCODE = pattern(
    r"\[(?P<caption>/?)(?:caption|wp_caption)(?:\s[^\[\]]*)?\]|\[(?:gallery|audio|video|playlist)(?:\s[^\[\]]*)?\]"
    r"|\[/(?:audio|video)\]|\[embed(?:\s[^\[\]]*)?\][^\[\]]{0,1000}\[/embed\]"
)
_NOT_COPY = frozenset((
    "attachment", "custom_css", "customize_changeset", "nav_menu_item", "oembed_cache", "wp_block",
    "wp_global_styles", "wp_navigation", "wp_template", "wp_template_part",
))  # fmt: skip


class Wxr:
    """WordPress eXtended RSS, as its own exporter writes it."""

    name = "wxr"
    extensions: tuple[str, ...] = (".wxr", ".xml")
    mark = r"\sxmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/"
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each post that has copy; raises NoStory where none has, and UnreadableStory."""
        from newslint.formats._feed_items import ItemReader
        from newslint.formats._xml import read_xml
        from newslint.formats.feeds import or_refused

        tree = read_xml(source)
        channel = tree.root.first("channel")
        items = list(channel.of("item")) if channel else []
        language = tree.words(channel.first("language")) if channel else ""
        reader = ItemReader(tree, self.name, language, reading, without_shortcodes)
        found = (
            reader.story(_parts(tree, item), n)
            for n, item in enumerate(items, 1)
            if tree.words(item.first("post_type")) not in _NOT_COPY
        )
        yield from or_refused(found, len(items), "a WordPress export")


def _parts(tree: XmlTree, item: Element) -> Parts:
    from newslint.formats._feed_items import Parts

    by_prefix = {each.prefix: each for each in item.of("encoded")}
    section = next((each for each in item.of("category") if tree.value(each, "domain") == "category"), None)
    return Parts(
        item.first("title"),
        item.first("creator"),
        by_prefix.get("excerpt"),
        by_prefix.get("content"),
        tree.words(item.first("post_date") or item.first("pubDate")),
        tree.words(item.first("post_id")),
        tree.words(section),
    )


def without_shortcodes(layer: Layer) -> Layer:
    """Copy without the code of galleries and players; a caption's reads as the tag that it becomes in the page."""
    if not _SHORTCODE.search(layer.text):
        return layer
    from newslint.formats._layer import Layer

    return Layer(_pieces(layer.text), lambda prose: prose, layer)


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for m in _SHORTCODE.finditer(text):
        yield text[at : m.start()], at, m.start()
        yield _tag_for(m), *m.span()
        at = m.end()
    yield text[at:], at, len(text)


def _tag_for(m: re.Match[str]) -> str:
    if m["caption"] is None:
        return ""
    return "</figcaption></figure>" if m["caption"] else "<figure><figcaption>"


FORMATS = (Wxr(),)
