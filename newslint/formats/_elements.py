"""Parts of a post that make something of the text in them (a note, a quotation), and what they make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Zone

_INDENTED = pattern(r"((?>\r\n|\r|\n))([ \t]++)")
NOTES = frozenset((
    "note", "callout", "admonition", "alert", "warning", "tip", "info", "caution", "danger", "important", "notice",
    "hint", "attention", "seealso",
))  # fmt: skip
FIGURES = ("figure", "image", "img", "imgproc", "picture", "photo", "figcaption", "caption")
QUOTES = ("quote", "quote-block", "blockquote", "pullquote", "pull-quote")
ROLES = {**dict.fromkeys(NOTES, "note"), **dict.fromkeys(QUOTES, "quote-block"), **dict.fromkeys(FIGURES, "caption")}


class Element(NamedTuple):
    """A part of a post: what it is called there, the role of its text, its place, how far its lines are set in.

    One that is written as a quotation, and is none, makes a note of what would be read as a quotation.
    """

    name: str
    role: str
    start: int
    end: int
    margin: int = 0
    as_quotation: bool = False


def flush(masked: str, elements: Iterable[Element]) -> str:
    """The text in which lines inside elements are set flush, so that Markdown takes none of them for code.

    What they were set in by goes before the line end: nothing else changes its place.
    """
    turns = []  # where an element begins or ends, which, and its margin
    for n, each in enumerate(elements):
        if each.margin:
            turns += [(each.start, n, each.margin), (each.end, n, 0)]
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


def _set_flush(piece: str, margin: int) -> str:
    if not margin:
        return piece
    return _INDENTED.sub(lambda m: m[2][:margin] + m[1] + m[2][margin:], piece)


def assign(zones: Sequence[Zone], elements: Iterable[Element], titled: bool = True) -> None:
    """Give zones of the text the role that the elements make of them in which they stand."""
    made = sorted((each for each in elements if each.role), key=lambda each: (each.start, -each.end))
    n = 0
    inside: list[Element] = []
    for zone in sorted(zones, key=lambda zone: zone.span) if made else ():
        while n < len(made) and made[n].start <= zone.span.start:
            inside.append(made[n])
            n += 1
        inside = [each for each in inside if each.end > zone.span.start]
        around = [each for each in inside if each.end >= zone.span.end]
        if around:
            _become(zone, around, titled)
            titled = titled or zone.role == "headline"


def _become(zone: Zone, around: Sequence[Element], titled: bool) -> None:
    """Give a zone its role by the elements round it, the innermost last; a quotation makes one of all in it."""
    quoted = [each for each in around if each.role == "quote-block"]
    element = quoted[-1] if quoted else around[-1]
    if zone.role == "quote-block" and element.as_quotation:
        zone.role = "note"
    elif zone.role == "body" or (quoted and zone.role == "list"):
        zone.role = element.role
    else:
        return
    zone.why = (f"it stands in “{element.name}”",)
    if zone.role == "subhead":
        zone.level = int(element.name[1])
        if zone.level == 1 and not titled:
            zone.role, zone.level = "headline", 0
