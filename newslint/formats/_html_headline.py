"""Which block of a page is the headline of its story."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.formats._html_layout import Layout
from newslint.formats._html_meta import About
from newslint.formats._html_prose import HEADINGS
from newslint.formats._html_text import Text, round_about
from newslint.formats._html_tokens import escaped, write_text
from newslint.formats._html_tree import Page
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

_WORD = pattern(r"\w+")
_LEAST = 2.0  # what must speak for a block that is the headline
_MOST_WORDS = 45
_SUFFIX = pattern(r"\s+[|–—·«»•:-]+\s+(?:\S+\s*){1,5}\Z")


def headline_of(layout: Layout, about: About, first: int) -> int | None:
    """The number of the block that is the headline of the story whose copy begins at block `first`."""
    titles = [words for words in map(_words, about.titles()) if words]
    best, most = None, _LEAST - 0.01
    for n, text in enumerate(layout.texts):
        if not 0 < text.words <= _MOST_WORDS:
            continue
        speaks = _speaks(layout, text, titles)
        if not speaks:
            continue
        speaks += 1.0 if n < first else 0.0 if n < first + 3 else -1.5
        if speaks > most or (speaks == most and n < first):
            best, most = n, speaks
    return best


def _speaks(layout: Layout, text: Text, titles: Sequence[Sequence[str]]) -> float:
    """What speaks for a block being the headline, by its heading, its name and what the page is called."""
    chain = round_about(text.block.element)[:4]
    level = next((HEADINGS[each.name] for each in chain if each.name in HEADINGS), 0)
    if "msotitle" in text.block.element.attributes(layout.page.text).get("class", "").casefold():
        level = 1  # as Word saves the style “Title”
    if not level and not any(text.prose[:1].casefold() == title[0][0] for title in titles):
        return 0.0
    alike = max((_likeness(_words(text.prose), title) for title in titles), default=0.0) if titles else 0.0
    if not level and alike < 0.9:
        return 0.0
    found = {1: 2.0, 2: 0.7}.get(level, 0.2 if level else 0.0)
    found += 3.0 if alike >= 0.9 else 2.0 if alike >= 0.6 else 0.0
    if any(layout.is_other(each) and each.name != "header" for each in layout.within(text.block.element)[1:]):
        found -= 1.0
    if text.linked > 0.9 and alike < 0.9:
        found -= 1.0
    return found


def _likeness(words: Sequence[str], title: Sequence[str]) -> float:
    """How far the words of a block are those of a title, which may have the site's name behind it."""
    if not words or not title:
        return 0.0
    if len(words) >= 3 and title[: len(words)] == words:
        return 1.0 if len(title) - len(words) <= 6 else 0.8
    mine, theirs = set(words), set(title)
    return len(mine & theirs) / max(len(mine), len(theirs))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def title_zone(page: Page) -> Zone | None:
    """The page's `<title>` as a headline, without the site's name, where no block of the page is one."""
    found = next(((a, b) for element, a, b in page.raw if element.name == "title"), None)
    if found is None:
        return None
    start, end = found
    suffix = _SUFFIX.search(page.text, start, end)
    builder = ZoneBuilder(page.text)
    write_text(builder, start, suffix.start() if suffix and suffix.start() > start else end)
    zone = builder.build("headline", field="title")
    if zone:
        zone.written = escaped
    return zone
