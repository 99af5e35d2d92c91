"""NewsML-G2, in which Reuters, AP, dpa, ANSA and others send items; those of text hold a story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source
from newslint.formats import Reading, Unread, first_story
from newslint.formats._xml_mark import root_mark
from newslint.model.story import Story


class NewsmlG2:
    """A news item, or a message of several, whose text is XHTML, NITF or plain."""

    name = "newsml-g2"
    extensions: tuple[str, ...] = (".xml",)
    mark = root_mark(
        "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
        "itemSet", "contentSet", "groupSet",
    )  # fmt: skip
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each item of text; raises NoStory, with what the items are, where there is none."""
        from newslint.formats._agency import check_number
        from newslint.formats._g2 import items_of, read_item, what_it_is
        from newslint.formats._xml import read_xml

        tree = read_xml(source)
        items = list(items_of(tree.root))
        check_number(len(items))
        found = [(item, story) for item in items if (story := read_item(tree, item, reading, self.name))]
        if not found:
            raise NoStory(what_it_is(tree, items))
        for n, (item, story) in enumerate(found, 1):
            identity = tree.value(item, "guid")
            yield story.told("" if len(found) == 1 else f"{n}, {identity[:80]}" if identity else str(n))


FORMATS = (NewsmlG2(),)
