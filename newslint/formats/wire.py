"""Wire text as agencies send it: ANPA 1312 and IPTC 7901, with or without their signs of control, and releases."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source
from newslint.formats import Reading, Unread, first_story
from newslint.formats._wire_words import MARK
from newslint.model.story import Story


class Wire:
    """Wire text; one file may hold several messages."""

    name = "wire"
    extensions: tuple[str, ...] = (".tst", ".anpa", ".iptc7901", ".txt")
    mark = MARK

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the first story of a file."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """Each story of a file; messages without one (tables, results) are passed over where others have one."""
        from newslint.formats._wire import stories_of

        found = False
        why = "there is nothing in it"
        for given in stories_of(source, reading, self.name):
            if isinstance(given, str):
                why = given
            else:
                found = True
                yield given
        if not found:
            raise NoStory(why)


FORMATS = (Wire(),)
