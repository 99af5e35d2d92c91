"""Tells pages that have no story of their own: lists of teasers and links, walls and errors in place of a story."""

from __future__ import annotations

from collections.abc import Collection

from newslint.formats._html_layout import Layout
from newslint.formats._html_meta import About
from newslint.words.tables import Pages

_SHARE = 0.8  # of the words that could be copy stand in teasers, where a page lists stories
_MOST_REFUSED = 150  # words; what is longer is a story, whatever it is called


def stories_listed(layout: Layout, about: About, copy: Collection[int]) -> int:
    """How many stories a page lists that has none of its own; 0 where it has one, or says that it is one."""
    teasers = layout.teasers
    if about.ld or "article" in about.meta.get("type", ()) or not teasers.links:
        return 0
    whole = sum(layout.texts[n].words for n in copy)
    listed = sum(layout.texts[n].words for n in copy if n in teasers.lines or n in teasers.links)
    return (teasers.number or len(teasers.links)) if whole and listed >= _SHARE * whole else 0


def refusal(layout: Layout, about: About, headline: str, copy: Collection[int]) -> str:
    """What a page is called that stands in the place of a story (an error, a wall); nothing where it is a story."""
    if sum(layout.texts[n].words for n in copy) > _MOST_REFUSED:
        return ""
    for title in (headline, about.title):
        said = title.casefold().replace("’", "'")
        if any(_opens_with(said, refused) for words in Pages.all().values() for refused in words.refusals):
            return title
    return ""


def _opens_with(title: str, refused: str) -> bool:
    """Whether a title opens with some words; one word alone is all of it, but for the site's name."""
    rest = title[len(refused) :].lstrip()
    return title.startswith(refused) and (" " in refused or not rest[:1].isalnum())
