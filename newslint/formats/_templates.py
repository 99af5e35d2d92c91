"""Tells a template, in which signs for words stand where a story has its words (`{{ headline }}`, `<%= body %>`)."""

from __future__ import annotations

import re

from newslint.base.text import NoStory
from newslint.model.story import Story, Zone

_OPENINGS = ("{{", "{%", "<%", "<?php", "<?=")
# Not Hugo's shortcodes, `{{< figure >}}`, which stand in the copy of stories.
_TAG = re.compile(r"\{\{(?![<%])[^{}]{0,300}+\}{2,3}|\{%[^%]{0,300}+%\}|<%[^%]{0,300}+%>|<\?(?:php|=)[^?]{0,300}+\?>")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_COPY = frozenset(("headline", "deck", "byline", "dateline", "subhead", "body", "list", "quote-block", "table"))
_LEAST = 2  # such signs, unless one is all there is
_MOST_BESIDE = 2  # words beside each such sign; a story with one (a player, a picture) has more
_MOST_WORDS = 40  # beside all of them
_MOST_READ = 20_000  # code points
_SNIPPETS = frozenset(("fragment",))  # lines given to be judged by themselves


def must_be_no_template(story: Story) -> None:
    """Raise NoStory where nothing but signs for words stands in a story."""
    shown = ""
    tags = words = read = 0
    for zone in story.zones:
        if zone.role not in _COPY:
            continue
        text = _as_written(story, zone)
        found = _TAG.findall(text) if any(sign in text for sign in _OPENINGS) else []
        shown = shown or (found[0] if found else "")
        tags += len(found)
        read += len(text)
        words += len(_WORDS.findall(_TAG.sub(" ", text) if found else text[:_MOST_READ]))
        if words > _MOST_WORDS or read > _MOST_READ:
            return
    if (tags >= _LEAST or (tags and not words)) and words <= _MOST_BESIDE * tags and story.format not in _SNIPPETS:
        raise NoStory(f"it is a template: “{' '.join(shown.split())[:40]}” stands where a story has its words")


def _as_written(story: Story, zone: Zone) -> str:
    """A zone's text with what its format has taken out of it: Markdown reads such signs as code."""
    return zone.text if story.markup else story.source.text[slice(*zone.span)]
