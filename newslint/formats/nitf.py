"""NITF 3, in which AP, AFP, PA, AAP and others send their stories."""

from __future__ import annotations

from newslint.base.text import NoStory, Source
from newslint.formats import Reading
from newslint.formats._xml_mark import root_mark
from newslint.model.story import Story


class Nitf:
    """One story a file: its headline, byline and dateline in elements of their own, then its copy."""

    name = "nitf"
    extensions: tuple[str, ...] = (".nitf", ".xml")
    mark = root_mark("nitf")
    named_only = (".xml",)

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the story; raises NoStory where there are only tables or pictures."""
        from newslint.formats._agency import AgencyStory
        from newslint.formats._nitf import read_nitf
        from newslint.formats._xml import read_xml

        tree = read_xml(source)
        if tree.root.name != "nitf":
            raise NoStory(f"it is no NITF: its first element is <{tree.root.name[:40]}>")
        story = AgencyStory(tree, reading, self.name)
        read_nitf(story, tree.root)
        if not story.has_copy:
            roles = {zone.role for zone in story.copy}
            what = "tables" if "table" in roles else "pictures" if roles else "nothing below its head"
            raise NoStory(f"it is an NITF file with {what}")
        return story.told()


FORMATS = (Nitf(),)
