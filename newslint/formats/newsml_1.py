"""NewsML 1, in which AFP, Kyodo, Belga, Business Wire and others send their stories."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source
from newslint.formats import Reading, Unread, first_story
from newslint.formats._xml_mark import root_mark
from newslint.model.story import Story


class Newsml1:
    """News items of components inside one another; those that have text hold a story each."""

    name = "newsml-1"
    extensions: tuple[str, ...] = (".xml",)
    mark = root_mark("NewsML")
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each component with copy; raises NoStory, with what there is, where none has any."""
        from newslint.formats._newsml_components import ComponentReader
        from newslint.formats._xml import read_xml

        tree = read_xml(source)
        reader = ComponentReader(tree, reading, self.name)
        found = [story for item in tree.root.of("NewsItem") for story in reader.stories(item)]
        if not found:
            raise NoStory(reader.what_it_is())
        for n, (identity, story) in enumerate(found, 1):
            yield story.told("" if len(found) == 1 else f"{n}, {identity[:80]}" if identity else str(n))


FORMATS = (Newsml1(),)
