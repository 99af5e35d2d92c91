"""The elements and the blocks of text of an HTML page, each with its place, read in one pass over its tags.

A block is a run of text that no block-level tag breaks: a paragraph, an item, a cell, or bare text between two of
them. Which tag ends which (a `<p>` the one before it, an `<li>` the last item) is as in the HTML standard.
"""

from __future__ import annotations

from newslint.base.text import UnreadableStory
from newslint.formats._html_names import (
    BLOCKS,
    ENDS,
    ENDS_P,
    FOREIGN,
    HEADINGS,
    INLINE,
    MUTE,
    P_SCOPE,
    PASSED,
    PHRASING,
    SCOPE,
    TABLE_PARTS,
    VOID,
)
from newslint.formats._html_tokens import PARAGRAPH, RAW, TAG, attributes, comment_end, raw_end

MOST_TAGS = 60_000
_MOST_SIGNS = 4 * MOST_TAGS  # "<" of a text, which is looked at before it is read
MOST_BLOCKS = 20_000
MOST_TEXT = 1_500_000  # code points of text between tags
MOST_DEPTH = 200  # elements inside one another; what is deeper stands beside the last
WORDS, LINK, BREAK, PICTURE = range(4)  # what a run is: text, text in a link, a line break, a picture
Run = tuple[int, int, "Element", int]  # where it stands (of a picture: its attributes), in what element, what it is


class Element:
    """An element: its name, its parent, its number in the page, and where its attributes stand."""

    __slots__ = ("_attributes", "inline", "name", "number", "parent", "start", "stop")

    def __init__(self, name: str, parent: Element | None, number: int, start: int, stop: int, inline: bool) -> None:
        self.name = name
        self.parent = parent
        self.number = number
        self.start = start
        self.stop = stop
        self.inline = inline
        self._attributes: dict[str, str] | None = None

    def attributes(self, text: str) -> dict[str, str]:
        """Its attributes, read when they are first asked for."""
        if self._attributes is None:
            self._attributes = attributes(text, self.start, self.stop)
        return self._attributes


class Block:
    """Runs of text that read on without a break, and the innermost block-level element round them."""

    __slots__ = ("element", "runs")

    def __init__(self, element: Element, runs: list[Run]) -> None:
        self.element = element
        self.runs = runs


class Page:
    """A page or a fragment, read: its blocks and elements in order, its `<meta>`s, and its raw text (scripts, title).

    With `xml` a tag that ends in a slash is whole, as in XHTML. Raises UnreadableStory.
    """

    def __init__(self, text: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> None:
        self.text = text
        self.end = len(text) if end is None else end
        self.xml = xml
        self.root = Element("", None, 0, 0, 0, False)
        self.elements = [self.root]
        self.blocks: list[Block] = []
        self.metas: list[Element] = []
        self.raw: list[tuple[Element, int, int]] = []
        self._stack = [self.root]
        self._block = self.root  # the innermost open element that is not inline
        self._open: dict[str, int] = {}  # how many of each name are open
        self._deep: dict[str, int] = {}  # and how many are too deep to be kept
        self._runs: list[Run] = []
        self._kind = WORDS
        self._muted = 0
        self._foreign = 0
        self._size = 0
        if text.count("<", start, self.end) > _MOST_SIGNS:
            raise UnreadableStory(f"it has more than {MOST_TAGS:,} tags")
        at = start
        while at < self.end:
            at = self._read(at)
        self._flush()

    @property
    def is_whole(self) -> bool:
        """Whether this is a page, and not a fragment of one."""
        return bool(self.metas) or any(each.name in ("html", "body") for each in self.elements[:3])

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        html = next((each for each in self.elements[:3] if each.name == "html"), None)
        given = html.attributes(self.text) if html else {}
        return given.get("lang") or given.get("xml:lang") or ""

    def _read(self, at: int) -> int:
        """Read tag after tag; gives where to read on after a comment or raw text."""
        text, end = self.text, self.end
        at = self._paragraphs(at)
        for m in TAG.finditer(text, at, end):
            close, name, comment = m.group("close", "name", "comment")
            if m.start() > at:
                self._text(at, m.start())
            at = m.end()
            if comment:
                return comment_end(text, at, end)
            if not name:
                continue
            name = name.lower()
            if close:
                self._close(name)
            elif name in RAW and not self._foreign:
                return self._raw(name, *m.span("attributes"), at)
            elif name in VOID:
                self._void(name, *m.span("attributes"))
            else:
                self._opened(name, *m.span("attributes"))
                if after := self._whole(name, at):
                    return after
        if end > at:
            self._text(at, end)
        return end

    def _text(self, start: int, end: int) -> None:
        if self._muted or (not self._runs and self.text[start:end].isspace()):
            return
        self._runs.append((start, end, self._stack[-1], self._kind))
        self._size += end - start
        if self._size > MOST_TEXT:
            raise UnreadableStory(f"it has more than {MOST_TEXT:,} characters of text")

    def _paragraphs(self, at: int) -> int:
        """Read paragraphs of text alone, as long as one follows another; gives where to read on."""
        element = self._stack[-1]
        if self._runs or self._muted or self._deep or self._open.get("p") or element.name in HEADINGS:
            return at
        most = min(MOST_TAGS - len(self.elements), MOST_BLOCKS - len(self.blocks))  # one more is refused below
        while most > 0 and len(self._stack) <= MOST_DEPTH and (m := PARAGRAPH.match(self.text, at, self.end)):
            start, stop = m.span(2)
            if self._size + stop - start > MOST_TEXT:
                break
            at = m.end()
            paragraph = Element("p", element, len(self.elements), *m.span(1), False)
            self.elements.append(paragraph)
            if m[2].strip():
                self._size += stop - start
                self.blocks.append(Block(paragraph, [(start, stop, paragraph, self._kind)]))
            most -= 1
        return at

    def _whole(self, name: str, at: int) -> int:
        """Read the text and the end tag of the element that has just begun; 0 where other tags stand inside of it."""
        stop = self.text.find("<", at, self.end)
        last = self._stack[-1]
        if stop < 0 or last.name != name or self._deep or not self.text.startswith(f"</{name}>", stop, self.end):
            return 0
        if at < stop:
            self._text(at, stop)
        if last.inline:
            self._forget(last)
            del self._stack[-1]
        else:
            self._pop(len(self._stack) - 1)
        return stop + len(name) + 3

    def _raw(self, name: str, start: int, stop: int, at: int) -> int:
        """An element of raw text; gives where its end tag stands."""
        if self.xml and self.text[stop - 1 : stop] == "/":
            return at
        end = raw_end(self.text, name, at, self.end)
        self.raw.append((self._element(name, start, stop, False), at, end))
        return end

    def _void(self, name: str, start: int, stop: int) -> None:
        if name == "br":
            if self._runs and not self._muted:
                self._runs.append((start, start, self._stack[-1], BREAK))
        elif name == "meta":
            self.metas.append(self._element(name, start, stop, True))
        elif name in ("img", "image"):
            if not self._muted:
                self._runs.append((start, stop, self._stack[-1], PICTURE))
        elif name == "hr":
            self._flush()
            self._end_implied(name)

    def _element(self, name: str, start: int, stop: int, inline: bool) -> Element:
        return Element(name, self._stack[-1], len(self.elements), start, stop, inline)

    def _opened(self, name: str, start: int, stop: int) -> None:
        """A start tag of an element that may hold others."""
        open_names = self._open
        inline = name in INLINE or (name not in BLOCKS and self._block.name in PHRASING)
        if inline:
            if name == "a" and open_names.get("a"):
                self._close("a")
        else:
            if self._runs:
                self._flush()
            if name in ("html", "body") and open_names.get(name):
                return
            self._end_implied(name)
        if self.text[stop - 1 : stop] == "/" and (self.xml or self._foreign):
            return
        if len(self._stack) > MOST_DEPTH:
            self._deep[name] = self._deep.get(name, 0) + 1
            return
        element = self._element(name, start, stop, inline)
        if len(self.elements) > MOST_TAGS:
            raise UnreadableStory(f"it has more than {MOST_TAGS:,} tags")
        self.elements.append(element)
        self._stack.append(element)
        open_names[name] = open_names.get(name, 0) + 1
        if name == "a":
            self._kind = LINK
        elif not inline:
            self._block = element
        if name in MUTE:
            self._muted += 1
            self._foreign += name in FOREIGN

    def _end_implied(self, name: str) -> None:
        """Close what the start tag of a block closes: an item the one before it, any block a paragraph."""
        ends = ENDS.get(name)
        if ends and any(map(self._open.get, ends)):
            table = name in TABLE_PARTS
            for n in range(len(self._stack) - 1, 0, -1):
                element = self._stack[n]
                if element.name in ends:
                    self._pop(n)
                    break
                if element.name == "table" if table else not element.inline and element.name not in PASSED:
                    break
        if name in ENDS_P and self._open.get("p"):
            self._pop_to("p", P_SCOPE)
        if name in HEADINGS and self._stack[-1].name in HEADINGS:
            self._pop(len(self._stack) - 1)

    def _close(self, name: str) -> None:
        """An end tag: closes the element and whatever stands open inside it; one that closes nothing is nothing."""
        if self._deep.get(name):
            self._deep[name] -= 1
            if name not in INLINE:
                self._flush()
        elif self._open.get(name):
            if name not in ("html", "body"):
                self._pop_to(name, frozenset(("table",)) if name in TABLE_PARTS else SCOPE)
        elif name in HEADINGS and self._block.name in HEADINGS:
            self._pop_to(self._block.name, SCOPE)
        elif name in ("p", "br"):
            self._flush() if name == "p" else self._void("br", 0, 0)

    def _pop_to(self, name: str, scope: frozenset[str]) -> None:
        """Close the innermost open element of a name, where nothing that shuts it off stands in between."""
        stack = self._stack
        for n in range(len(stack) - 1, 0, -1):
            element = stack[n]
            if element.name == name:
                if element.inline:
                    self._forget(element)
                    del stack[n]  # what opened inside and is open still stays open
                else:
                    self._pop(n)
                return
            if element.name in scope:
                return

    def _pop(self, n: int) -> None:
        """Close all from the nth open element."""
        if self._runs:
            self._flush()
        for element in self._stack[n:]:
            self._forget(element)
        del self._stack[n:]
        last = self._stack[-1]
        self._block = next(each for each in reversed(self._stack) if not each.inline) if last.inline else last

    def _forget(self, element: Element) -> None:
        name = element.name
        self._open[name] -= 1
        if name == "a":
            self._kind = LINK if self._open["a"] else WORDS
        elif name in MUTE:
            self._muted -= 1
            self._foreign -= name in FOREIGN

    def _flush(self) -> None:
        """End a block."""
        if self._runs:
            self.blocks.append(Block(self._block, self._runs))
            self._runs = []
            if len(self.blocks) > MOST_BLOCKS:
                raise UnreadableStory(f"it has more than {MOST_BLOCKS:,} paragraphs")
