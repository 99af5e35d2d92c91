"""HTML pages: the story is found on the page, and each of its paragraphs becomes a zone with its exact place."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.text import NoStory, Source, Span
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Reading
from newslint.model.story import Story, Zone

if TYPE_CHECKING:
    from newslint.formats._html_meta import About
    from newslint.formats._html_tree import Page

_TEXT = ("body", "subhead", "list", "quote-block")  # what shows the genre and the language of a story


class Html:
    """A whole page as a site serves it or as it was saved, or a fragment of one."""

    name = "html"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml")
    mark = r"(?i)\A\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html)\b"

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the story of a page; raises NoStory where the page has no text."""
        from newslint.analyses.roles.genres import Genre, genre_of
        from newslint.analyses.text.language import of_page
        from newslint.formats._gdocs import google_docs_zones, is_google_docs
        from newslint.formats._html_fragment import fragment_zones
        from newslint.formats._html_meta import About
        from newslint.formats._html_tree import Page
        from newslint.formats.frontmatter.fields import day_in
        from newslint.words.languages import code_of

        text = source.text
        xml = text.lstrip("\ufeff \t\r\n").startswith("<?xml") or source.path.lower().endswith(".xhtml")
        page = Page(text, xml=xml)
        about = About(page)
        if is_google_docs(text):
            zones = google_docs_zones(page, reading.genre)
        else:
            zones = _of_page(page, about) if page.is_whole else []
            if not any(zone.role in _TEXT for zone in zones):
                zones = fragment_zones(text, xml=xml)  # no part of it is told from the rest
                if zones and zones[0].role == "subhead" and zones[0].level == 1:
                    zones[0].role, zones[0].level = "headline", 0
        if not zones:
            there = (
                "its text is in its data alone (JSON-LD), where no reader sees it"
                if about.body
                else "there is no text in it"
            )
            raise NoStory(f"a page without a story: {there}")
        genre = Genre(reading.genre, "") if reading.genre else genre_of([z.text for z in zones if z.role in _TEXT])
        story = Story(
            source,
            zones,
            format="html",
            genre=genre.name or "news",
            language=code_of(reading.language) or of_page(code_of(page.language), _prose(zones)),
            date=day_in(about.value("datePublished")),
            metadata=about.metadata,
            markup=True,
            code=_no_comments(text),
        )
        story.genre_why = genre.why
        return story


def _no_comments(text: str) -> Sequence[Span]:
    """Where what looks like a request to newslint (or to Vale) is none: in an attribute or a script."""
    if "newslint" not in text.lower() and ("vale " not in text or "<!--" not in text):
        return ()
    from newslint.formats._html_tokens import no_comments  # here: few pages ask

    return [Span(*place) for place in no_comments(text)]


def _prose(zones: Sequence[Zone]) -> str:
    """What shows the language of a story: its copy, or where there is none, all of it."""
    return "\n".join([z.text for z in zones if z.role in _TEXT] or [z.text for z in zones])


def _of_page(page: Page, about: About) -> list[Zone]:
    """The zones of a whole page; raises NoStory for one that lists stories, or stands in the place of one."""
    from newslint.formats._html_index import refusal, stories_listed
    from newslint.formats._html_story import Reader

    reader = Reader(page, about)
    headline = reader.layout.texts[reader.headline].prose if reader.headline is not None else ""
    if refused := refusal(reader.layout, about, headline, reader.copy):
        raise NoStory(f"a page in the place of a story: “{refused[:60]}”")
    if listed := stories_listed(reader.layout, about, reader.copy):
        raise NoStory(f"a page that lists {listed} others and has no story of its own")
    return reader.zones()


class HtmlInText(Html):
    """A page that was saved, or comes by standard input, under a name for text."""

    name = "html-in-text"
    extensions: tuple[str, ...] = (".txt", ".text")


FORMATS = (Html(), HtmlInText())
