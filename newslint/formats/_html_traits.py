"""Where on a page the story is, and what speaks for each block being its copy: traits, which are weighed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.formats._html_tokens import decoded
from newslint.formats._html_tree import LINK, WORDS, Block, Element, Page
from newslint.formats._html_words import groups_of

_UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_LEAST = 10  # words of a block that may be a paragraph of copy
_SHARES = (1.0, 0.6, 0.36, 0.2)  # of a paragraph's words that count for its parent, that one's parent…
_ENDS = tuple(".!?…:;\"”’'»)。！？」』）।")
_OTHERS = frozenset(("related", "comment", "ad", "signup", "nav", "side", "bio", "unseen"))
_OTHER_TAGS = frozenset(("aside", "nav", "footer", "form", "figcaption", "figure"))
_CHAIN = frozenset((
    "aside", "nav", "footer", "header", "form", "figure", "figcaption", "section", "ul", "ol", "table", "blockquote",
    "article", "dl", "main", "address", "details", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "p", "pre",
))  # fmt: skip


class Text:
    """A block with what is known of its words."""

    __slots__ = ("block", "end", "linked", "prose", "words", "chars")

    def __init__(self, block: Block, text: str) -> None:
        self.block = block
        words, linked = [], 0
        for start, end, _, kind in block.runs:
            if kind <= LINK:
                words.append(text[start:end])
                if kind == LINK:
                    linked += end - start
        joined = "".join(words)
        prose = decoded(joined) if "&" in joined else joined
        tokens = prose.split()
        self.prose = " ".join(tokens)
        self.words = len(tokens)
        if len(self.prose) > 12 * self.words and not self.prose.isascii():
            self.words = len(self.prose) // 3  # a script that sets no spaces between words
        self.chars = len(joined)
        self.linked = linked / self.chars if self.chars else 0.0
        self.end = self.prose.endswith(_ENDS)


def names_of(element: Element, text: str) -> frozenset[str]:
    """What the class, the id and the role of an element say of it."""
    if element.stop <= element.start:
        return frozenset()
    given = element.attributes(text)
    named = " ".join([given[key] for key in ("class", "id", "role", "itemprop", "data-component") if key in given])
    found = groups_of(named) if named else frozenset()
    if "hidden" in given or given.get("aria-hidden") == "true" or _UNSEEN.search(given.get("style", "")):
        found |= {"unseen"}
    return found


def chain_of(element: Element) -> list[Element]:
    """An element and those round it, innermost first, the page as a whole left out."""
    found = []
    at: Element | None = element
    while at is not None and at.name not in ("", "html", "body"):
        found.append(at)
        at = at.parent
    return found


class Layout:
    """Where the story of a page is: the element that holds it, and what each block of the page is to that."""

    def __init__(self, page: Page, told: str = "") -> None:
        self.page = page
        self.texts = [text for text in (Text(block, page.text) for block in page.blocks) if text.words]
        self._names: dict[int, frozenset[str]] = {}
        self.totals: dict[int, float] = {}
        self.paragraphs = [n for n, text in enumerate(self.texts) if _may_be_paragraph(text)]
        self.main = self._find_main()
        self.above = {element.number: n for n, element in enumerate(self._round(self.main))}

    def names(self, element: Element) -> frozenset[str]:
        """What an element is called."""
        found = self._names.get(element.number)
        if found is None:
            found = self._names[element.number] = names_of(element, self.page.text)
        return found

    def _round(self, element: Element) -> list[Element]:
        found = []
        at: Element | None = element
        while at is not None:
            found.append(at)
            at = at.parent
        return found

    def _find_main(self) -> Element:
        """The element whose paragraphs have most words, those of parts that are called something else left out."""
        chains = [(self.texts[n], chain_of(self.texts[n].block.element)) for n in self.paragraphs]
        totals = self.totals
        for text, chain in chains:
            for element in chain:
                totals[element.number] = totals.get(element.number, 0.0) + text.words
        whole = sum(text.words for text, _ in chains)
        several = len({element.number for _, chain in chains for element in chain if element.name == "article"}) > 1
        scores: dict[int, float] = {}
        elements: dict[int, Element] = {}
        for text, chain in chains:
            value = text.words * max(0.0, 1 - 2 * text.linked) * (0.5 if chain and chain[0].name == "li" else 1.0)
            value *= self._belonging(chain, whole)
            up = chain if chain and chain[0].name in _HOLDERS else chain[1:]
            for element, share in zip(up, _SHARES, strict=False):
                scores[element.number] = scores.get(element.number, 0.0) + share * value
                elements[element.number] = element
                if several and element.name == "article":
                    break
        if not scores:
            return self.page.root
        for number, element in elements.items():
            if element.name == "article":
                scores[number] *= 1.15
            if "copy" in self.names(element):
                scores[number] *= 1.2
        return self._widened(elements[max(scores, key=lambda number: scores[number])], chains)

    def _belonging(self, chain: list[Element], whole: float) -> float:
        """How far the parts of the page in which a paragraph stands speak for its being copy."""
        value = 1.0
        for element in chain:
            if self.totals[element.number] < 0.5 * whole and self._is_other(element):
                value *= 0.3
        return value

    def _is_other(self, element: Element) -> bool:
        return element.name in _OTHER_TAGS or not _OTHERS.isdisjoint(self.names(element))

    def _widened(self, main: Element, chains: list[tuple[Text, list[Element]]]) -> Element:
        """The element that holds the main one and others of its kind, where a story stands in several parts."""
        mine = [chain for _, chain in chains if main in chain]
        marks = {self._mark(chain) for chain in mine}
        kin, more = list(mine), 0
        for text, chain in chains:
            if main not in chain and self._mark(chain) in marks and not any(map(self._is_other, chain[:3])):
                kin.append(chain)
                more += text.words
        if more < 0.15 * self.totals[main.number] or more > 8 * self.totals[main.number]:
            return main
        up = next((each for each in chain_of(main) if all(each in chain for chain in kin)), None)
        if up is None or any(each.name == "article" for each in _until(main, up)):
            return main
        return up

    def _mark(self, chain: list[Element]) -> tuple[str, ...]:
        """How the elements round a paragraph are called, which is the same in all parts of one story."""
        found = []
        for element in chain[:3]:
            found += [element.name, *element.attributes(self.page.text).get("class", "").split()[:1]]
        return tuple(found) if len(found) > len(chain[:3]) else ("", str(chain[-1].number))

    def traits(self) -> list[list[str]]:
        """What speaks for each block of words."""
        own = [self._own(text) for text in self.texts]
        places = [self._place(text) for text in self.texts]
        good = [
            bool(not up and n in self._core) for n, (up, _, _) in enumerate(places)
        ]
        first = next((n for n, is_good in enumerate(good) if is_good), 0)
        last = next((n for n in range(len(good) - 1, -1, -1) if good[n]), -1)
        found = []
        for n, (text, mine, (up, down, groups)) in enumerate(zip(self.texts, own, places, strict=True)):
            where = "before" if n < first else "after" if n > last else "in"
            near = f"{'c' if n and good[n - 1] else 'o'}{'c' if n + 1 < len(good) and good[n + 1] else 'o'}"
            traits = list(mine)
            side = "in" if not up else "out"
            traits += [f"{side} {group}" for group in groups]
            traits += [f"up {min(up, 4)}", f"{side} down {min(down, 5)}", f"at {where}", f"near {near}", f"{where} {side}"]
            traits += [f"{side} {where} {trait}" for trait in mine[:2]]
            found.append(traits)
        return found

    @property
    def _core(self) -> frozenset[int]:
        return frozenset(self.paragraphs)

    def _own(self, text: Text) -> list[str]:
        name = _kind(text.block.element)
        size = next(limit for limit in _SIZES if text.words <= limit)
        link = "none" if text.linked < 0.02 else "some" if text.linked < 0.35 else "half" if text.linked < 0.8 else "all"
        end = "full" if text.end else "open"
        return [f"{name} {size} {end}", f"{name} link {link}", f"size {size} {end}", f"link {link} {size}"]

    def _place(self, text: Text) -> tuple[int, int, set[str]]:
        """How far above the main element the first is that holds both, how far below that the block is, and in what."""
        groups: set[str] = set()
        down = 0
        at: Element | None = text.block.element
        while at is not None and at.number not in self.above:
            groups.update(self.names(at))
            if at.name in _CHAIN:
                groups.add(f"<{at.name}>")
            down += not at.inline
            at = at.parent
        up = self.above[at.number] if at is not None else 9
        return up, down, groups


def _until(element: Element, up: Element) -> list[Element]:
    found = []
    at: Element | None = element
    while at is not None and at is not up:
        found.append(at)
        at = at.parent
    return found


_HOLDERS = frozenset(("div", "article", "section", "main", "body", "td", "blockquote", "center", "font", "pre"))
_SIZES = (1, 2, 4, 7, 12, 20, 35, 60, 120, 10**9)


def _kind(element: Element) -> str:
    return element.name if element.name in _CHAIN else "div"


def _may_be_paragraph(text: Text) -> bool:
    return text.words >= _LEAST and text.linked < 0.4 and text.end and text.block.element.name not in ("figcaption", "h1", "h2")
