"""ArchieML, in which newsrooms write stories for their pages: fields by keys, and copy as free text."""

from __future__ import annotations

from newslint.base.text import NoStory, Source
from newslint.formats import Reading
from newslint.model.story import Story


class ArchieMl:
    """ArchieML 1.0, as text editors and exports of shared documents have it."""

    name = "archieml"
    extensions: tuple[str, ...] = (".aml", ".archieml")

    def parse(self, source: Source, reading: Reading) -> Story:
        """The story; raises NoStory where there is no copy in it."""
        from newslint.formats._archieml_story import story_in

        story = story_in(source, self.name, reading)
        if story is None:
            raise NoStory("it is ArchieML without copy: it has no “body”, “text” or “content”, and no free text")
        return story


FORMATS = (ArchieMl(),)
