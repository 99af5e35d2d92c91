"""Where on a page the story is: the element that holds its paragraphs, and how each block stands to that.

As in Readability each paragraph speaks for the elements round it, the nearer the more; links, and parts of the page
that are called something else (related, comments, a sidebar), speak little. A story that stands in several parts of
one name is held by the element round all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.formats._html_teasers import Teasers
from newslint.formats._html_text import UNSEEN, Text, round_about
from newslint.formats._html_tree import Element, Page
from newslint.formats._html_words import groups_of

_NAMED = ("class", "id", "role", "itemprop", "data-component")
_SHARES = (1.0, 0.6, 0.36, 0.2)  # of a paragraph's words that count for its parent, that one's parent…
_ITEM = 0.5  # of what a paragraph counts for an item of a list does
_OTHER = 0.3  # and a paragraph in a part that is called something else
_ARTICLE, _COPY = 1.15, 1.2  # how much more an `<article>` counts, and what is called the story's text
_TEASING = 0.2  # and one in a teaser
_UNENDED = 0.5  # of what a paragraph counts one without a full stop does
_NEAR = 1.3  # how much more counts what stands near a heading of the first level
_REACH = 5  # elements round such a heading
_TITLED = 1.5  # and of several `<article>`s the one that has the page's only `<h1>`
_PART = 0.15  # of the words of the main element that other parts of its name must have to count
_MOST_PARTS = 8  # times as many words as the main element; what has more is the page
_OTHERS = frozenset(("related", "comment", "ad", "signup", "nav", "side", "bio", "unseen"))
_OTHER_TAGS = frozenset(("aside", "nav", "footer", "form", "figcaption", "figure"))
_HOLDERS = frozenset(("div", "article", "section", "main", "body", "td", "blockquote", "center", "font", "pre"))


Chain = tuple[Text, list[Element]]


class Layout:
    """The blocks of a page that have words, and the element that holds the story."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.texts = [text for text in [Text(block, page.text) for block in page.blocks] if text.words]
        self._names: dict[int, frozenset[str]] = {}
        self._totals: dict[int, float] = {}
        self.paragraphs = frozenset([n for n, text in enumerate(self.texts) if text.may_be_paragraph])
        self.teasers = Teasers(page.text, self.texts, self.paragraphs)
        self._teasing = frozenset(id(self.texts[n]) for n in self.teasers.lines)
        chains = [(self.texts[n], round_about(self.texts[n].block.element)) for n in sorted(self.paragraphs)]
        self.main = self._widened(self._find_main(chains), chains)
        self._above: dict[int, int] = {}
        at: Element | None = self.main
        while at is not None:
            self._above[at.number] = len(self._above)
            at = at.parent
        self.inside = [n for n, text in enumerate(self.texts) if self.height(text.block.element) == 0]

    def names(self, element: Element) -> frozenset[str]:
        """What the class, the id and the role of an element say of it."""
        found = self._names.get(element.number)
        if found is None:
            found = self._names[element.number] = self._read_names(element)
        return found

    def _read_names(self, element: Element) -> frozenset[str]:
        if element.stop <= element.start:
            return frozenset()
        given = element.attributes(self.page.text)
        found = groups_of(" ".join([given[key] for key in _NAMED if key in given]))
        if "hidden" in given or given.get("aria-hidden") == "true" or UNSEEN.search(given.get("style", "")):
            return found | {"unseen"}
        return found

    def height(self, element: Element) -> int:
        """How many elements above the main one the first is that holds both; 0 for what stands inside it."""
        at: Element | None = element
        while at is not None:
            if at.number in self._above:
                return self._above[at.number]
            at = at.parent
        return len(self._above)

    def within(self, element: Element) -> list[Element]:
        """An element and those round it below the first that holds the main element too, innermost first."""
        found = []
        at: Element | None = element
        while at is not None and at.number not in self._above:
            found.append(at)
            at = at.parent
        return found

    def is_other(self, element: Element) -> bool:
        """Whether an element is by its tag or its name no part of a story."""
        return element.name in _OTHER_TAGS or not _OTHERS.isdisjoint(self.names(element))

    def _find_main(self, chains: Sequence[Chain]) -> Element:
        """The element for which most words of paragraphs speak."""
        totals = self._totals
        for text, chain in chains:
            for element in chain:
                totals[element.number] = totals.get(element.number, 0.0) + text.words
        whole = sum(text.words for text, _ in chains)
        several = len({each.number for _, chain in chains for each in chain if each.name == "article"}) > 1
        titled = self._titled() if several else 0
        scores: dict[int, float] = {}
        elements: dict[int, Element] = {}
        for text, chain in chains:
            value = self._value(text, chain, whole)
            if titled and any(each.number == titled for each in chain):
                value *= _TITLED
            up = chain if chain and chain[0].name in _HOLDERS else chain[1:]
            for element, share in zip(up, _SHARES, strict=False):
                scores[element.number] = scores.get(element.number, 0.0) + share * value
                elements[element.number] = element
                if several and element.name == "article":
                    break
        headed = self._headed()
        for number, element in elements.items():
            if any(each.number in headed for each in round_about(element)[: _REACH - 1]):
                scores[number] *= _NEAR
            if element.name == "article":
                scores[number] *= _ARTICLE
            if "copy" in self.names(element):
                scores[number] *= _COPY
        return elements[max(scores, key=lambda number: scores[number])] if scores else self.page.root

    def _headed(self) -> frozenset[int]:
        """The numbers of the elements round a heading of the first level that may be a headline."""
        found: set[int] = set()
        for text in self.texts:
            if text.words > 2 and any(each.name == "h1" for each in round_about(text.block.element)[:2]):
                found.update(each.number for each in round_about(text.block.element)[:_REACH])
        return frozenset(found)

    def _titled(self) -> int:
        """The number of the `<article>` that alone has a heading of the first level; 0 where there is none."""
        found = set()
        for text in self.texts:
            chain = round_about(text.block.element)
            if any(each.name == "h1" for each in chain):
                found.add(next((each.number for each in chain if each.name == "article"), 0))
        found.discard(0)
        return found.pop() if len(found) == 1 else 0

    def _value(self, text: Text, chain: Sequence[Element], whole: float) -> float:
        """How many words of a paragraph count, by the parts of the page in which it stands."""
        sentence = 1.0 if text.end else _UNENDED
        value = (
            sentence
            * text.words
            * max(0.0, 1 - 2 * text.linked)
            * (_ITEM if chain and chain[0].name == "li" else 1.0)
        )
        for element in chain:
            if self._totals[element.number] < 0.5 * whole and self.is_other(element):
                value *= _OTHER
        return _TEASING * value if id(text) in self._teasing else value

    def _widened(self, main: Element, chains: Sequence[Chain]) -> Element:
        """The element that holds the main one and others of its kind, where a story stands in several parts."""
        mine = [chain for _, chain in chains if main in chain]
        marks = {self._mark(chain) for chain in mine}
        kin, more = list(mine), 0
        for text, chain in chains:
            if main not in chain and self._mark(chain) in marks and not any(map(self.is_other, chain[:3])):
                kin.append(chain)
                more += text.words
        whole = self._totals.get(main.number, 0.0)
        if not _PART * whole <= more <= _MOST_PARTS * whole:
            return main
        above = round_about(main)
        up = next((n for n, each in enumerate(above) if all(each in chain for chain in kin)), 0)
        return main if any(each.name == "article" for each in above[:up]) else above[up] if above else main

    def _mark(self, chain: Sequence[Element]) -> tuple[str, ...]:
        """How the elements round a paragraph are called, which is the same in all parts of one story."""
        near = chain[:3]
        classes = [each.attributes(self.page.text).get("class", "").split()[:1] for each in near]
        if not any(classes):
            return ("", str(chain[-1].number) if chain else "")
        return tuple([part for each, names in zip(near, classes, strict=True) for part in (each.name, *names)])

    def mark(self, element: Element) -> tuple[str, ...]:
        """How an element and the two round it are called, inside the main element."""
        found: list[str] = []
        at: Element | None = element if element.name in _HOLDERS else element.parent
        while at is not None and at.number not in self._above and len(found) < 4:
            found += [at.name, *at.attributes(self.page.text).get("class", "").split()[:1]]
            at = at.parent
        return tuple(found)
