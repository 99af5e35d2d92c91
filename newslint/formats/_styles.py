"""What the styles of a document's paragraphs say of their roles: Word's, LibreOffice's, and those that desks make."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.formats._placed import Shape

# Built-in styles have these names in the files of every language; the rest is what desks call styles of their own.
ROLES: Mapping[str, str] = {
    "title": "headline", "headline": "headline", "hed": "headline",
    "subtitle": "deck", "deck": "deck", "dek": "deck", "standfirst": "deck", "subhed": "deck",
    "kicker": "section", "strapline": "section",
    "byline": "byline", "author": "byline",
    "dateline": "dateline",
    "caption": "caption", "illustration": "caption", "figure": "caption", "drawing": "caption", "cutline": "caption",
    "credit": "credit", "photo credit": "credit",
    "crosshead": "subhead", "crosshed": "subhead", "intertitle": "subhead",
    "quote": "quote-block", "intense quote": "quote-block", "quotations": "quote-block", "block text": "quote-block",
    "footnote": "note", "endnote": "note", "footnote text": "note", "endnote text": "note",
    "toc heading": "chrome", "contents heading": "chrome",
}  # fmt: skip
_HEADING = pattern(r"(?:heading|\u00fcberschrift|titre)[ _]?([1-9])$")
_LIST = pattern(r"(?:list|numbering|bullet)\b(?! heading)")
_CONTENTS = pattern(r"(?:toc|contents) \d$")
_MOST_BASES = 12  # styles that one may rest on, each on the next


class Style(NamedTuple):
    """A style: its name, the one it is based on, whether its paragraphs are items of a list, and its words hidden."""

    name: str
    base: str = ""
    listed: bool = False
    hidden: bool | None = None
    bold: bool | None = None


def shape_of(styles: Mapping[str, Style], style: str) -> Shape:
    """What the first style says that says anything, from the paragraph's own to those it is based on."""
    first = style
    for _ in range(_MOST_BASES):
        if style not in styles:
            break
        name, base, listed, *_ = styles[style]
        said = role_of(name)
        if not said.role and listed:
            said = Shape("list")
        if said.role:
            return said._replace(style=name)
        style = base
    return Shape(style=styles[first].name if first in styles else "")


def role_of(name: str) -> Shape:
    """The role that a style's name gives, and the level of a heading."""
    name = " ".join(name.lower().split())
    if found := _HEADING.match(name):
        return Shape("subhead", int(found[1]))
    if _CONTENTS.match(name):
        return Shape("chrome")
    if role := ROLES.get(name):
        return Shape(role, 2 if role == "subhead" else 0)
    return Shape("list") if _LIST.match(name) else Shape()


def switched(styles: Mapping[str, Style], style: str, which: int) -> bool:
    """Whether a style, or the first one below it that says, hides its words (3) or sets them in bold type (4)."""
    for _ in range(_MOST_BASES):
        if style not in styles:
            break
        if (said := styles[style][which]) is not None:
            return bool(said)
        style = styles[style].base
    return False


HIDDEN, BOLD = 3, 4
