"""The story that a tool is asked of: the text it was given, or a file below the root, read and never written."""

from __future__ import annotations

import os

from newslint.base.errors import NewslintError
from newslint.base.text import UnreadableStory, read_bytes
from newslint.mcp.asked import AskedOfStory
from newslint.service.limits import NoStoryThere
from newslint.service.service import Service, Text

STORY = "Give the story as `text`, or the `path` of a file below the folder that is served. No file is changed."
UNNAMED = "story.txt"  # what a text without a path is called


def story_of(service: Service, asked: AskedOfStory) -> Text:
    """The text to work on; raises NewslintError where there is none, or where its file cannot be read."""
    if asked.text is not None:
        if not asked.text.strip():
            raise NewslintError("the text is empty: give a story as “text”, or leave it out and give a “path”")
        return Text(asked.text, asked.path, asked.format)
    if not asked.path:
        raise NewslintError("there is nothing to read: give a story as “text”, or the “path” of a file")
    place = service.place(asked.path)
    if os.path.isdir(place):
        raise NewslintError("this is a folder: give the path of one story", asked.path)
    workspace = service.workspace()
    try:
        source = workspace.open(place, read_bytes(place))
    except UnreadableStory as error:
        raise NoStoryThere(str(error), asked.path) from None
    return Text(source.text, asked.path, asked.format, source)
