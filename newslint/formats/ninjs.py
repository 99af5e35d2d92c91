"""ninjs, the IPTC's news in JSON (versions 1 to 3): its text, its headline and the captions of its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import NoStory, Source
from newslint.formats import Reading, Unread, first_story
from newslint.model.story import Story

_MEMBER = (
    r'"[^"\\]*+"\s*+:\s*+(?:"(?:[^"\\]|\\.)*+"|[-+.\w]++|\[[^\[\]]*+\]|\{(?:[^{}\[\]]|\[[^\[\]]*+\])*+\})\s*+,\s*+'
)
_TELLS = (
    r'"(?:version[cC]reated|body_(?:x?html|text)|bodies|pub[sS]tatus|copyright(?:[hH]older|[nN]otice)'
    r'|description_(?:text|html)|representation[tT]ype)"\s*+:|"\$?standard"\s*+:\s*+\{\s*+"name"\s*+:\s*+"\w*(?i:ninjs)'
)


class Ninjs:
    """ninjs 1, 2 and 3; a file that is a list of such objects holds several."""

    name = "ninjs"
    extensions: tuple[str, ...] = (".json",)
    # an object, of whose members one that only news has comes before any that lies deeper
    mark = rf"(?s)\A\s*+(?:\[\s*+)?\{{\s*+(?:(?!{_TELLS}){_MEMBER})*+(?:{_TELLS})"
    named_only = True

    def parse(self, source: Source, reading: Reading) -> Story:
        """The first story; raises NoStory and UnreadableStory."""
        return first_story(self.stories(source, reading))

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """The story of each item that has a text; raises NoStory where none has, and UnreadableStory."""
        from newslint.formats._ninjs_item import NinjsReader

        reader = NinjsReader(source, self.name, reading)
        empty = True
        for story in reader.stories():
            empty = False
            yield story
        if empty:
            raise NoStory(reader.why or "it is an empty list")


FORMATS = (Ninjs(),)
