"""The headlines that a page is shared and listed under (`og:title`, JSON-LD), where they are not the one it shows."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.formats._html_meta import About, is_linked_data, plain, text_of
from newslint.formats._html_tokens import attribute_place, escaped, escaped_in_quotes, pieces, write_text
from newslint.formats._html_tree import Page
from newslint.formats._layer import Layer, Piece
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

_MOST_SITE = 5  # words of a site's name behind a headline
_LD_HEADLINE = pattern(r'"headline"\s*:\s*"((?:[^"\\]|\\.){0,2000}+)"')
_ESCAPES = pattern(r"(?:\\(?:u[0-9a-fA-F]{4}|[^u]))+")
_MARKS = str.maketrans("‘’‚“”„«»–—\xa0", '\'\'\'"""""-- ')


def shared_headlines(page: Page, about: About, visible: str) -> Iterator[Zone]:
    """The headlines of a page beside the visible one, each with words, or marks between them, that no other has."""
    known = [_folded(visible)]
    for zone in (_og_title(page), _ld_headline(page, about)):
        if zone is None:
            continue
        text = _folded(zone.text)
        if not any(_says(other, text) for other in known):
            known.append(text)
            yield zone


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())


def _says(headline: str, other: str) -> bool:
    """Whether a headline is another one, but for a site's name at its end."""
    return other == headline or (
        len(headline) > 10 and other.startswith(headline) and other[len(headline) :].count(" ") <= _MOST_SITE
    )


def _og_title(page: Page) -> Zone | None:
    for element in page.metas:
        given = element.attributes(page.text)
        if (given.get("property") or given.get("name") or "").lower() == "og:title":
            place, quoted = attribute_place(page.text, element.start, element.stop, "content")
            if place is None:
                return None
            builder = ZoneBuilder(page.text)
            write_text(builder, *place)
            zone = builder.build("headline", field="og:title")
            if zone:
                zone.written = escaped_in_quotes if quoted else _never
            return zone
    return None


def _never(prose: str) -> str | None:
    return None


def _ld_headline(page: Page, about: About) -> Zone | None:
    headline = text_of(about.ld.get("headline"))
    for element, start, end in page.raw if headline else ():
        if not is_linked_data(element, page):
            continue
        for m in _LD_HEADLINE.finditer(page.text, start, end):
            if plain(_decoded(m[1])) == headline:
                layer = Layer(_pieces(page.text, *m.span(1)), _in_json)
                if "&" in layer.text:
                    layer = Layer(pieces(layer.text, 0, len(layer.text)), escaped, layer)
                text = layer.text.strip()
                at = layer.text.index(text)
                return layer.lifted(Zone("headline", Span(at, at + len(text)), text, field="headline"))
    return None


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for m in _ESCAPES.finditer(text, start, end):
        yield text[at : m.start()], at, m.start()
        yield _decoded(m[0]), m.start(), m.end()
        at = m.end()
    yield text[at:end], at, end


def _decoded(written: str) -> str:
    """What the inside of a JSON string says."""
    import json

    try:
        return str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return written


def _in_json(prose: str) -> str:
    """How prose is written in a JSON string inside a script."""
    import json

    return json.dumps(prose, ensure_ascii=False)[1:-1].replace("<", "\\u003c")
