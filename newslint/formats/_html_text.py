"""A block of a page with what is known of its words, and the elements round it."""

from __future__ import annotations

from newslint.base.lazy import pattern
from newslint.formats._html_tokens import decoded
from newslint.formats._html_tree import LINK, Block, Element

UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_MAY_HIDE = pattern(r"hidden|display\s*:|screen-?reader|sr-only")
_FOR_ALOUD = pattern(r"(?:^|\s)(?:sr-only|screen-?reader(?:-text)?|(?:is-|u-)?visually-?hidden)(?:\s|$)")
_LEAST = 10  # words of a block that may be a paragraph of copy
_LONG = 40  # words; a block of so many needs no full stop for that
_MOST_LINKED = 0.4  # of its words
_ENDS = tuple(".!?…:;\"”’'»)。！？」』）।")
_LONG_WORD = 12  # code points; a text of longer "words" sets no spaces
_NO_PARAGRAPHS = frozenset(("figcaption", "h1", "h2"))


class Text:
    """A block with what is known of its words: their number, and the share of them that stands in links."""

    __slots__ = ("block", "end", "linked", "prose", "words")

    def __init__(self, block: Block, text: str) -> None:
        self.block = block
        found, linked, size = [], 0, 0
        for start, end, element, kind in block.runs:
            if kind <= LINK and not (element.inline and element.stop > element.start and is_hidden(element, text)):
                found.append(text[start:end])
                size += end - start
                linked += kind * (end - start)
        tokens = decoded("".join(found)).split()
        self.prose = " ".join(tokens)
        self.words = len(tokens)
        if len(self.prose) > _LONG_WORD * self.words and not self.prose.isascii():
            self.words = len(self.prose) // 3
        self.linked = linked / size if size else 0.0
        self.end = self.prose.endswith(_ENDS)

    @property
    def may_be_paragraph(self) -> bool:
        """Whether it reads as a paragraph of copy does."""
        if self.words < _LEAST or self.linked >= _MOST_LINKED or not (self.end or self.words >= _LONG):
            return False
        return self.block.element.name not in _NO_PARAGRAPHS


def is_hidden(element: Element, text: str) -> bool:
    """Whether readers see nothing of what stands inside an inline element."""
    at: Element | None = element
    while at is not None and at.inline:
        if at.stop - at.start > 6 and _MAY_HIDE.search(text, at.start, at.stop):
            given = at.attributes(text)
            style, name = given.get("style", ""), given.get("class", "")
            if "hidden" in given or UNSEEN.search(style) or _FOR_ALOUD.search(name):
                return True
        at = at.parent
    return False


def round_about(element: Element) -> list[Element]:
    """An element and those round it, innermost first, the page as a whole left out."""
    found = []
    at: Element | None = element
    while at is not None and at.name not in ("", "html", "body"):
        found.append(at)
        at = at.parent
    return found
