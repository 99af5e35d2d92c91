"""RSS and Atom feeds: each item or entry with copy is a story, with its title, writer, summary and captions."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading, Unread, first_story
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.formats._feed_items import Parts
    from newslint.formats._xml import Element, XmlTree


class Rss:
    """RSS 2.0 and 1.0, with copy in `content:encoded` or in the description."""

    name = "rss"
    extensions: tuple[str, ...] = (".rss", ".xml")
    mark = r"<rss(?![^<>]*\sxmlns:wp\s*=)[\s>]|<(?:\w+:)?RDF\s[^<>]*purl\.org/rss/1\.0"
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each item that has copy; raises NoStory where none has, and UnreadableStory."""
        from newslint.formats._feed_items import ItemReader
        from newslint.formats._xml import read_xml

        tree = read_xml(source)
        channel = tree.root.first("channel")
        language = tree.words(channel.first("language")) if channel else ""
        items = [*tree.root.of("item"), *(channel.of("item") if channel else ())]  # RSS 1.0 has them beside it
        reader = ItemReader(tree, self.name, language, reading)
        found = (reader.story(_rss_parts(tree, item), n) for n, item in enumerate(items, 1))
        yield from or_refused(found, len(items), "an RSS feed")


class Atom:
    """Atom, with copy in `content` (text, HTML or XHTML) or in the summary."""

    name = "atom"
    extensions: tuple[str, ...] = (".atom", ".xml")
    mark = r"<(?:\w+:)?feed\s[^<>]*www\.w3\.org/2005/Atom|<(?:\w+:)?entry\s[^<>]*www\.w3\.org/2005/Atom"
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each entry that has copy; raises NoStory where none has, and UnreadableStory."""
        from newslint.formats._feed_items import ItemReader
        from newslint.formats._xml import read_xml

        tree = read_xml(source)
        entries = [tree.root] if tree.root.name == "entry" else list(tree.root.of("entry"))
        reader = ItemReader(tree, self.name, tree.value(tree.root, "xml:lang"), reading)
        found = (reader.story(_atom_parts(tree, entry), n) for n, entry in enumerate(entries, 1))
        yield from or_refused(found, len(entries), "an Atom feed")


def or_refused(found: Iterator[Story | None], items: int, what: str) -> Iterator[Story]:
    """The stories of items; raises NoStory where there is none."""
    empty = True
    for story in found:
        if story:
            empty = False
            yield story
    if empty:
        raise NoStory(
            f"it is {what} {'with no items' if not items else f'of {items:,} items, none of them with copy'}"
        )


def _rss_parts(tree: XmlTree, item: Element) -> Parts:
    from newslint.formats._feed_items import Parts

    encoded = next((each for each in item.of("encoded") if each.prefix == "content"), None)
    description = item.first("description") or item.first("summary")
    byline = next((each for each in item.of("creator") if each.prefix == "dc"), None) or item.first("author")
    section = item.first("category")
    return Parts(
        item.first("title"),
        byline,
        description if encoded else None,
        encoded or description,
        tree.words(item.first("pubDate") or item.first("date")),
        tree.words(item.first("guid") or item.first("link")),
        tree.words(section),
        tuple(each for each in item.all("description", "text") if each.prefix == "media"),
    )


def _is_text(sort: str) -> bool:
    """Whether content of a type is written as text or markup; all else is base64."""
    return "/" not in sort or sort.startswith("text/") or sort.endswith(("xml", "html"))


def _atom_parts(tree: XmlTree, entry: Element) -> Parts:
    from newslint.formats._feed_items import Parts

    content, summary = entry.first("content"), entry.first("summary")
    if content and not (tree.has_text(content) and _is_text(tree.value(content, "type"))):
        content = None  # what it is about lies elsewhere (`src`), or is packed as base64 (RFC 4287, 4.1.3.3)
    return Parts(
        entry.first("title"),
        entry.first("author", "name"),
        summary if content else None,
        content or summary,
        tree.words(entry.first("published") or entry.first("updated")),
        tree.words(entry.first("id")),
    )


FORMATS = (Rss(), Atom())
