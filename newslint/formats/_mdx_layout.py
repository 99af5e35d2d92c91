"""An MDX post laid out for Markdown's reader: code hidden, elements set flush, and what each makes of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.formats._inline import write_value
from newslint.formats._mdx import Code, text_of
from newslint.formats._prose import ZoneBuilder
from newslint.formats._shortcodes import QUOTES, ZONE_OF, Masked, Shortcode, filler_for
from newslint.model.story import Zone

_INDENTED = pattern(r"((?>\r\n|\r|\n))([ \t]++)")
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
    **dict.fromkeys((*QUOTES, "blockquote", "pullquote"), "quote-block"),
    **dict.fromkeys(("figcaption", "caption", *_PICTURES), "caption"),
    **dict.fromkeys(
        ("note", "callout", "admonition", "alert", "warning", "tip", "info", "caution", "danger"), "note"
    ),
    **dict.fromkeys(("td", "th"), "table"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subhead"),
}
_MOST_OPEN = 100


class Element(NamedTuple):
    """What stands between two tags: their name in small letters, its place; `alone` if they have their own lines."""

    name: str
    start: int
    end: int
    alone: bool


class Layout:
    """The code of one post laid out: `masked` for Markdown's reader, `elements` in the order in which they end."""

    def __init__(self, text: str, start: int, codes: Sequence[Code]) -> None:
        self.text = text
        self.codes = codes
        self.alone = list(_alone(text, start, codes))
        self.elements = list(self._elements())
        filler = filler_for(text)
        parts: list[str] = []
        at = 0
        for code, alone in zip(codes, self.alone, strict=True):
            parts += (text[at : code.start], self._hidden(code, alone, filler))
            at = code.end
        whole = "".join((*parts, text[at:]))
        self.masked = Masked(self._flush(whole), filler, [_shortcode(code) for code in codes])

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

    def _elements(self) -> Iterator[Element]:
        opened: list[tuple[Code, bool]] = []
        for code, alone in zip(self.codes, self.alone, strict=True):
            if code.opens and len(opened) < _MOST_OPEN:
                opened.append((code, alone))
            elif code.sort == "closing":
                for n in range(len(opened) - 1, -1, -1):
                    first = opened[n]
                    if first[0].name == code.name:
                        del opened[n:]
                        yield Element(_small(code.name), first[0].end, code.start, first[1] and alone)
                        break

    def _flush(self, masked: str) -> str:
        """The text in which lines inside elements are set flush, so that Markdown takes none of them for code.

        What they were set in by goes before the line end: nothing else changes its place.
        """
        turns: list[tuple[int, int, int]] = []  # where an element begins or ends, which, and its margin
        for n, each in enumerate(self.elements):
            margin = _margin(masked, each) if each.alone else 0
            if margin:
                turns += ((each.start, n, margin), (each.end, n, 0))
        if not turns:
            return masked
        parts: list[str] = []
        at, inside = 0, [(-1, 0)]
        for place, n, margin in sorted(turns):
            parts.append(_set_flush(masked[at:place], inside[-1][1]))
            at = place
            if margin:
                inside.append((n, margin))
            elif inside[-1][0] == n:
                inside.pop()
        return "".join((*parts, masked[at:]))

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

    def assign(self, zones: Sequence[Zone], titled: bool) -> None:
        """Give zones of the text the role that the elements make of them in which they stand."""
        made = [each for each in self.elements if each.name in _ROLES]
        made.sort(key=lambda each: (each.start, -each.end))
        n = 0
        inside: list[Element] = []
        for zone in sorted(zones, key=lambda zone: zone.span):
            while n < len(made) and made[n].start <= zone.span.start:
                inside.append(made[n])
                n += 1
            inside = [each for each in inside if each.end > zone.span.start]
            around = [each for each in inside if each.end >= zone.span.end]
            quoted = [each for each in around if _ROLES[each.name] == "quote-block"]
            if quoted and zone.role in ("body", "list"):
                zone.role, zone.why = "quote-block", (f"it stands in “{quoted[-1].name}”",)
            elif around and zone.role == "body":
                _become(zone, around[-1].name, titled)
                titled = titled or zone.role == "headline"


def _become(zone: Zone, tag: str, titled: bool) -> None:
    """Give a paragraph the role that the tag round it makes of it."""
    zone.role = _ROLES[tag]
    zone.why = (f"it stands in “{tag}”",)
    if zone.role == "subhead":
        zone.level = int(tag[1])
        if zone.level == 1 and not titled:
            zone.role, zone.level = "headline", 0


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


def _margin(masked: str, element: Element) -> int:
    """By how much the first line inside an element is set in."""
    found = _SPACE.match(masked, element.start, element.end)
    blank = found[0] if found else ""
    return len(blank) - 1 - max(blank.rfind("\n"), blank.rfind("\r"))


def _set_flush(piece: str, margin: int) -> str:
    if not margin:
        return piece
    return _INDENTED.sub(lambda m: m[2][:margin] + m[1] + m[2][margin:], piece)
