"""A block of an HTML page as zones: its paragraphs, each with its role from the tags round it, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.formats._html_tokens import attribute_place, escaped, escaped_in_quotes, write_text
from newslint.formats._html_tree import BREAK, LINK, PICTURE, WORDS, Block, Element, Run
from newslint.formats._prose import ZoneBuilder, is_heading
from newslint.model.story import Zone

HEADINGS = {f"h{n}": n for n in range(1, 7)}
_ROLES = {
    "blockquote": "quote-block", "li": "list", "dt": "list", "dd": "list", "td": "table", "th": "table",
    "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_HIDDEN = frozenset((
    "pre", "nav", "form", "fieldset", "textarea", "menu", "dialog", "listing", "plaintext", "title", "map",
))  # fmt: skip
_FOOTNOTE = pattern(r"\b(?:footnotes?|endnotes?)\b|\bid\s*=\s*[\"']?fn:?\d", re.IGNORECASE)
_BLANK_LINE = pattern(r"(?:\r\n|\r|\n)[ \t\f]*(?:\r\n|\r|\n)")
_BOLD = frozenset(("b", "strong"))
_BOXES = frozenset(
    ("", "body", "div", "section", "article", "main", "blockquote", "center", "td")
)  # may hold bare text


def role_of(element: Element, text: str, below: Element | None = None) -> tuple[str, int]:
    """The role that the tags round a block make of it, with the level of a subhead; no role where it is no copy.

    Only tags inside of `below` count, where that is given.
    """
    above = element.parent
    if element.name == "p" and above is not None and not above.name:
        return "body", 0  # as most are in a fragment
    role, level = "", 0
    at: Element | None = element
    while at is not None and at.name and at is not below:
        name = at.name
        if name in _HIDDEN:
            return "", 0
        if not level and name in HEADINGS:
            role, level = role or "subhead", HEADINGS[name]
        elif name in _ROLES and (not role or (name == "blockquote" and role == "list")):
            role = _ROLES[name]
        if (name in ("li", "div", "section", "aside", "ol")) and _FOOTNOTE.search(text, at.start, at.stop):
            return "note", 0
        at = at.parent
    return role or "body", level if role == "subhead" else 0


def paragraphs(block: Block, text: str, *, bare: bool = False) -> Iterator[list[Run]]:
    """The paragraphs of a block: two line breaks end one, and in bare text a blank line does."""
    bare = bare and block.element.name in _BOXES
    found: list[Run] = []
    breaks = 0
    for run in block.runs:
        start, end, element, kind = run
        if kind == BREAK:
            breaks += 1
            found.append(run)
        elif kind == PICTURE or (text[start:end].isspace() and not (bare and _BLANK_LINE.search(text, start, end))):
            found.append(run)
        else:
            if breaks > 1:
                yield found
                found = []
            breaks = 0
            if bare:
                for m in _BLANK_LINE.finditer(text, start, end):
                    found.append((start, m.start(), element, kind))
                    yield found
                    found, start = [], m.end()
            found.append((start, end, element, kind))
    if found:
        yield found


def plain_zone(source: str, block: Block, role: str, level: int) -> Zone | None:
    """The zone of a paragraph of one run of text that has nothing to be decoded, as most are; None for all others."""
    if len(block.runs) > 1:
        return None
    start, end, element, kind = block.runs[0]
    words = source[start:end]
    if kind > LINK or "&" in words or "  " in words or not words.isprintable():
        return None
    if words[0] == " " or words[-1] == " " or (element.inline and _is_bold(element)):
        return None
    zone = Zone(role, Span(start, end), words, level=level)
    zone.written = escaped
    return zone


def zones_of(source: str, runs: list[Run], role: str, level: int = 0, *, alts: bool = True) -> Iterator[Zone]:
    """The zone of a paragraph, and the alternative texts of pictures that stand before or behind its words."""
    words = [n for n, run in enumerate(runs) if run[3] <= 1 and not source[run[0] : run[1]].isspace()]
    first, last = (words[0], words[-1]) if words else (len(runs), len(runs))
    if alts:
        yield from _alts(source, runs[:first])
    if words:
        zone = _zone(source, runs[first : last + 1], role, level)
        if zone:
            yield zone
    if alts:
        yield from _alts(source, runs[last + 1 :])


def _zone(source: str, runs: list[Run], role: str, level: int) -> Zone | None:
    builder = ZoneBuilder(source)
    write_runs(builder, runs)
    if builder.empty:
        return None
    if role == "body" and all(
        _is_bold(run[2]) for run in runs if run[3] <= 1 and not source[run[0] : run[1]].isspace()
    ):
        zone = builder.build(role)
        if zone and is_heading(zone.text):
            zone.role, zone.level = "subhead", 0
    else:
        zone = builder.build(role, level=level)
    if zone:
        zone.written = escaped
    return zone


def write_runs(builder: ZoneBuilder, runs: Iterable[Run]) -> None:
    """Take runs of text; a line break is a space."""
    for start, end, _, kind in runs:
        if kind == BREAK:
            builder.gap()
        elif kind != PICTURE:
            write_text(builder, start, end)


def _is_bold(element: Element | None) -> bool:
    while element is not None and element.inline:
        if element.name in _BOLD:
            return True
        element = element.parent
    return False


def _alts(source: str, runs: Iterable[Run]) -> Iterator[Zone]:
    for start, end, _, kind in runs:
        if kind == PICTURE:
            zone = alt_zone(source, start, end)
            if zone:
                yield zone


def alt_zone(source: str, start: int, stop: int) -> Zone | None:
    """The alternative text of a picture, where it has one."""
    place, quoted = attribute_place(source, start, stop, "alt")
    if place is None:
        return None
    builder = ZoneBuilder(source)
    write_text(builder, *place)
    zone = builder.build("alt")
    if zone:
        zone.written = escaped_in_quotes if quoted else _never
    return zone


def _never(prose: str) -> str | None:
    return None


def has_words(block: Block) -> bool:
    """Whether a block has any text."""
    return any(run[3] <= WORDS + 1 for run in block.runs)
