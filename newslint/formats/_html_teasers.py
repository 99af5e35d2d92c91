"""Tells teasers on a page: elements of one kind, in each a line that is a link and hardly more than a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from newslint.formats._html_text import Text
from newslint.formats._html_tree import Element

_LEAST = 6  # of one kind
_LEAST_WORDS, _MOST_WORDS = 3, 80  # of a link that leads to a story, of a teaser
_LINKED = 0.8  # of the words of a line that is a link
_MOST_RUNS, _MOST_UP = 50, 10  # of a line, and elements round each, among which its link is sought
_UP = 5  # elements round a line that may be its teaser

Kind = tuple[str, ...]


class _Card:
    """What stands in an element: words, links that are lines of their own, paragraphs."""

    __slots__ = ("kind", "links", "paragraphs", "words")

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.words = self.links = self.paragraphs = 0


class Teasers:
    """The links of a page that are lines of their own, the lines that stand in teasers, and how many of these it has.

    Lines are told by their numbers. Where there are few such links there is no teaser.
    """

    __slots__ = ("lines", "links", "number")

    def __init__(self, page: str, texts: Sequence[Text], paragraphs: Collection[int]) -> None:
        self.links = frozenset(n for n, text in enumerate(texts) if _leads_away(page, text))
        self.lines: frozenset[int] = frozenset()
        self.number = 0
        if len({texts[n].prose for n in self.links}) < _LEAST:
            self.links = frozenset()
            return
        cards: dict[int, _Card] = {}
        for n, text in enumerate(texts):
            for element in _round(text):
                card = cards.get(element.number)
                if card is None:
                    card = cards[element.number] = _Card(tuple(_kind(page, element)))
                card.words += text.words
                card.links += n in self.links
                card.paragraphs += n in paragraphs
        may_be = {
            number
            for number, card in cards.items()
            if card.links and card.paragraphs <= 1 and card.words <= _MOST_WORDS
        }
        often = Counter(cards[number].kind for number in may_be)
        found = {number for number in may_be if often[cards[number].kind] >= _LEAST}
        self.lines = frozenset(n for n, text in enumerate(texts) if any(e.number in found for e in _round(text)))
        self.number = max((often[cards[number].kind] for number in found), default=0)


def _leads_away(page: str, text: Text) -> bool:
    """Whether a line is a link to another page; posts of a live report have links to themselves."""
    if text.linked < _LINKED or text.words < _LEAST_WORDS:
        return False
    for run in text.block.runs[:_MOST_RUNS]:
        element: Element | None = run[2]
        for _ in range(_MOST_UP):
            if element is None or element.name == "a":
                break
            element = element.parent
        if element is not None and element.name == "a":
            return "#" not in element.attributes(page).get("href", "#")
    return False


def _round(text: Text) -> Iterator[Element]:
    """The element of a line, and the next few round it."""
    at: Element | None = text.block.element
    for _ in range(_UP):
        if at is None or at.name in ("", "html", "body"):
            return
        yield at
        at = at.parent


def _kind(page: str, element: Element) -> Iterator[str]:
    """How an element and the one that it stands in are called."""
    for each in (element, element.parent):
        if each is not None:
            yield each.name
            yield from each.attributes(page).get("class", "").split()[:1]
