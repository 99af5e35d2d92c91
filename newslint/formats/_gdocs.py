"""Google Docs' export as HTML: its paragraphs by the styles that they have there, without comments, headers, footers.

Every paragraph is `<p class="c3">`, what is bold is told by a style sheet, comments stand below the copy as footnotes
do, and their marks (`[a]`) in the midst of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.formats._html_prose import paragraphs, plain_zone, role_of, zones_of
from newslint.formats._html_tree import Block, Element, Page, Run
from newslint.formats._paragraphs import settle
from newslint.model.story import Zone

_HEAD = '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
_OWN = ("themes.googleusercontent.com", "lst-kix_", "doc-content", "ol{margin:0;padding:0}")
_LOOKED_AT = 8_192  # code points
_NAMED: Mapping[str, str] = {"title": "headline", "subtitle": "deck"}
_MARK = pattern(r"(cmnt|ftnt)(_ref)?\d{1,6}$")
_BOLD = pattern(r"\.(c\d{1,5})\{[^{}]{0,2000}?font-weight:[789]00")


def is_google_docs(text: str) -> bool:
    """Whether a page begins as Google Docs writes one."""
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    return head.startswith(_HEAD) and any(own in head for own in _OWN)


def google_docs_zones(page: Page, genre: str = "") -> list[Zone]:
    """The zones of a document's page."""
    text = page.text
    bold_classes = frozenset(found for _, start, end in page.raw for found in _BOLD.findall(text, start, end))
    classes = _Classes(text)
    zones: list[Zone] = []
    bold: set[int] = set()
    for block, apart in _in_copy(page):
        runs = [run for run in block.runs if not _mark_of(run[2], text)]
        role, level = ("note", 0) if apart else _role_of(block.element, classes)
        dark = bool(runs) and all(_is_bold(run[2], classes, bold_classes) for run in runs if not _is_blank(run, text))
        if role and (zone := plain_zone(text, block, role, level)) and runs:
            if dark:
                bold.add(len(zones))
            zones.append(zone)
            continue
        for part in paragraphs(Block(block.element, runs), text) if role else ():
            for zone in zones_of(text, part, role, level):
                if dark:
                    bold.add(len(zones))
                zones.append(zone)
    settle(zones, genre, bold)
    return zones


class _Classes:
    """The classes of elements, of which a document has few and writes them again and again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, Sequence[str]] = {}

    def of(self, element: Element) -> Sequence[str]:
        said = self.text[element.start : element.stop]
        found = self._known.get(said)
        if found is None:
            found = self._known[said] = element.attributes(self.text).get("class", "").split()
        return found


def _role_of(element: Element, classes: _Classes) -> tuple[str, int]:
    named = next((_NAMED[each] for each in classes.of(element) if each in _NAMED), "")
    return (named, 0) if named else role_of(element, classes.text)


def _in_copy(page: Page) -> Iterator[tuple[Block, bool]]:
    """The blocks of the copy, and of the notes below it (true)."""
    boxes = [_box_of(block.element) for block in page.blocks]
    kinds = dict[int, str]()
    for block, box in zip(page.blocks, boxes, strict=True):
        marks = [mark for run in block.runs if (mark := _mark_of(run[2], page.text)) and not mark[1]]
        if box and marks:
            kinds.setdefault(box.number, marks[0][0])
    copy = [n for n, box in enumerate(boxes) if not box]
    first, last = (copy[0], copy[-1]) if copy else (0, len(boxes))
    for n, (block, box) in enumerate(zip(page.blocks, boxes, strict=True)):
        kind = kinds.get(box.number, "") if box else ""
        if kind == "cmnt" or (box and not kind and not first < n < last):
            continue  # a comment, a header or a footer
        yield block, kind == "ftnt"


def _box_of(element: Element | None) -> Element | None:
    """The `<div>` that a block stands in: Google Docs has none round its copy."""
    while element is not None:
        if element.name == "div":
            return element
        element = element.parent
    return None


def _mark_of(element: Element | None, text: str) -> tuple[str, str] | None:
    """Whether this is the mark of a comment (“cmnt”) or of a note, and whether that stands in the copy (“_ref”)."""
    while element is not None and element.inline:
        if element.name == "a" and (found := _MARK.match(element.attributes(text).get("id", ""))):
            return found[1], found[2] or ""
        element = element.parent
    return None


def _is_bold(element: Element | None, classes: _Classes, bold: frozenset[str]) -> bool:
    while element is not None and element.inline:
        if not bold.isdisjoint(classes.of(element)):
            return True
        element = element.parent
    return False


def _is_blank(run: Run, text: str) -> bool:
    return text[run[0] : run[1]].isspace() or run[0] == run[1]
