"""An MDX post laid out for Markdown's reader: code hidden, elements set flush, and what each makes of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.formats._boxes import boxes
from newslint.formats._elements import ROLES, Element, flush
from newslint.formats._inline import write_value
from newslint.formats._mdx import Code, text_of
from newslint.formats._prose import ZoneBuilder
from newslint.formats._shortcodes import ZONE_OF, Masked, Shortcode, filler_for
from newslint.model.story import Zone

_SPACE = pattern(r"\s*+")
_LINE_START = pattern(r"[\r\n][ \t]*\Z")
_REST = pattern(r"[ \t]*+(?![^\r\n])")
_QUOTED_LINE = pattern(r"[ \t]*(?:[>|]|[-*+] |\d+[.)] )")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "section", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
_PICTURES = frozenset(("img", "image", "figure", "picture", "photo"))
_ROLES = {
    **ROLES,
    **dict.fromkeys(("td", "th"), "table"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subhead"),
}
_MOST_OPEN = 100


class Layout:
    """The code of one post laid out: `masked` is what Markdown's reader takes."""

    def __init__(self, text: str, start: int, codes: Sequence[Code]) -> None:
        self.text = text
        boxed = boxes(text, start)
        self.codes = codes = _with_lines(codes, boxed.lines)
        self.alone = list(_alone(text, start, codes))
        filler = filler_for(text)
        parts: list[str] = []
        at = 0
        for code, alone in zip(codes, self.alone, strict=True):
            parts += (text[at : code.start], self._hidden(code, alone, filler))
            at = code.end
        whole = "".join((*parts, text[at:]))
        elements = [*self._elements(whole), *boxed.elements]
        shortcodes = [_shortcode(code) for code in codes]
        self.masked = Masked(flush(whole, elements), filler, shortcodes, elements, boxed.titles)

    def _hidden(self, code: Code, alone: bool, filler: str) -> str:
        """What stands for code: a blank line if it has lines of its own, a break if it begins a block."""
        size = code.end - code.start
        name = _small(code.name)
        if code.sort == "tag" and not code.opens and name in _PICTURES:
            return filler * size  # what follows may be its caption
        if alone:
            return " " * size
        if name in _BLOCKS and code.sort in ("tag", "closing"):
            line = 1 + max(self.text.rfind("\n", max(0, code.start - 200), code.start), code.start - 201, -1)
            if not _QUOTED_LINE.match(self.text, line):
                return "\n" * size
        return filler * size

    def _elements(self, masked: str) -> Iterator[Element]:
        """What stands between two tags; where they have lines of their own, what it is set in by."""
        opened: list[tuple[Code, bool]] = []
        for code, alone in zip(self.codes, self.alone, strict=True):
            if code.opens and len(opened) < _MOST_OPEN:
                opened.append((code, alone))
            elif code.sort == "closing":
                for n in range(len(opened) - 1, -1, -1):
                    first = opened[n]
                    if first[0].name == code.name:
                        del opened[n:]
                        name, begin = _small(code.name), first[0].end
                        margin = _margin(masked, begin, code.start) if first[1] and alone else 0
                        yield Element(name, _ROLES.get(name, ""), begin, code.start, margin)
                        break

    def zones(self) -> Iterator[Zone]:
        """Captions, credits, alternative texts and quotations that tags give as their values."""
        builder = ZoneBuilder(self.text)
        for code in self.codes:
            name = _small(code.name)
            for attribute in code.attributes:
                role, said = _role_of(name, attribute.name), text_of(self.text, attribute.value)
                if role and said:
                    write_value(builder, *said[0], said[1])
                    zone = builder.build(role, why=(f"“{attribute.name}” of “{code.name}”",))
                    if zone:
                        yield zone


def _with_lines(codes: Sequence[Code], lines: Sequence[Span]) -> list[Code]:
    """Code and the lines of boxes, in order, those left out that reach into what stands before."""
    kept: list[Code] = []
    for code in sorted((*codes, *(Code("box", *line) for line in lines)), key=lambda code: code.start):
        if not kept or code.start >= kept[-1].end:
            kept.append(code)
    return kept


def _small(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _role_of(tag: str, attribute: str) -> str:
    """The role of a tag's value; none for one that is no copy."""
    role = ZONE_OF.get(attribute.lower(), "")
    if not role and attribute in ("text", "quote") and _ROLES.get(tag) == "quote-block":
        return "quote-block"
    if not role and attribute == "title" and _ROLES.get(tag) == "note":
        return "note"
    return role


def _shortcode(code: Code) -> Shortcode:
    if code.sort == "value":
        return Shortcode("mdx", code.start, code.end)
    sign = "</" if code.sort == "closing" else "<"
    return Shortcode(sign + _small(code.name), code.start, code.end)


def _alone(text: str, start: int, codes: Sequence[Code]) -> Iterator[bool]:
    """Of each piece of code whether it stands on lines of its own, alone or with other code."""
    groups: list[list[int]] = []
    begins: list[bool] = []
    end = start
    for n, code in enumerate(codes):
        between = text[end : code.start]
        if groups and not between.strip(" \t"):
            groups[-1].append(n)
        else:
            groups.append([n])
            begins.append(not between.strip(" \t") or bool(_LINE_START.search(between[-200:])))
        end = code.end
    for group, begun in zip(groups, begins, strict=True):
        alone = begun and _REST.match(text, codes[group[-1]].end) is not None
        yield from (alone and codes[n].sort != "text" for n in group)


def _margin(masked: str, start: int, end: int) -> int:
    """By how much the first line inside an element is set in."""
    found = _SPACE.match(masked, start, end)
    blank = found[0] if found else ""
    return len(blank) - 1 - max(blank.rfind("\n"), blank.rfind("\r"))
