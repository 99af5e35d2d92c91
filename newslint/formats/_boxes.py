"""Boxes in Markdown (`:::note`, `!!! note`, `> [!NOTE]`): the lines that open and close them, their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._elements import ROLES, Element

_COLONS = (
    r":{3,}+[ \t]*+(?:(?P<name>[a-z][\w-]*+)(?:\[(?P<label>[^\[\]\r\n]*+)\])?"
    r"(?:[ \t]++(?P<words>[^\s{}:][^\r\n{}]{0,200}))?"
    r"|\{(?P<braces>[^{}\r\n]{0,400})\}[^\r\n:]{0,400}(?P<options>(?:(?>\r\n|\r|\n)[ \t]*+:[\w-]++:[^\r\n]*+)*+))?"
)
_OPENING = pattern(
    r"(?<![^\r\n])(?P<margin>[ \t]*+)(?:(?:!!!|\?\?\?\+?)[ \t]++(?P<kind>[a-z][\w-]*+)(?: ++[\w-]++)*+[ \t]*+"
    rf"(?:\"(?P<title>[^\"\r\n]*+)\")?|{_COLONS}"
    r"|>[ \t]?(?P<callout>\[!(?P<sort>[A-Za-z][\w-]*+)\][+-]?)(?P<named>[ \t]++[^\r\n]++)?)[ \t]*+(?![^\r\n])"
)
_LINES = r"(?:(?>\r\n|\r|\n)(?:[ \t]*(?=[\r\n]|\Z)|%s[^\r\n]*))*+"
_QUOTED = pattern(r"(?:(?>\r\n|\r|\n)[ \t]*+>(?![ \t]?\[!)[^\r\n]*+)*+")  # up to the next such box
_TITLE = pattern(r"\btitle=\"([^\"]*)\"")
_CLASS = pattern(r"\.?([A-Za-z][\w-]*)")
_ALT = pattern(r":(alt|caption):[ \t]*([^\r\n]*)")
_READ_BY_PARSER = frozenset(("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"))  # with nothing else on their line
_TITLED = frozenset(("details", "summary", "question", "example", "abstract", "success", "failure", "bug", "error"))
_DEEPEST = 40  # columns that a box is set in, boxes in boxes


class Boxes(NamedTuple):
    """What is found of boxes: the places of their own lines, their titles and values by role, and their text."""

    lines: list[Span]
    titles: list[tuple[str, Span]]
    elements: list[Element]


def boxes(text: str, start: int) -> Boxes:
    """The boxes of a post from `start` on."""
    found = Boxes([], [], [])
    opened: list[tuple[str, int]] = []
    for m in _OPENING.finditer(text, start):
        if m["callout"]:
            _called(text, m, found)
        elif m["kind"]:
            _set_in(text, m, found)
        elif not (m["name"] or m["braces"] is not None):
            found.lines.append(Span(*m.span()))
            if opened:
                name, begin = opened.pop()
                found.elements.append(Element(name, ROLES.get(name, ""), begin, m.start()))
        elif not m["words"] or m["name"] in ROLES or m["name"] in _TITLED:
            found.lines.append(Span(*m.span()))
            found.titles.extend(_titles(text, m))
            if len(opened) < _DEEPEST:
                opened.append((_name(m), m.end()))
    return found


def _name(m: re.Match[str]) -> str:
    """What a box between colons is: by its name, or by the first of its classes."""
    if m["name"]:
        return m["name"].lower()
    first = _CLASS.search(m["braces"])
    return first[1].lower().removeprefix("callout-") if first else ""


def _titles(text: str, m: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """The title of a box between colons, and what its options give as copy."""
    role = "caption" if ROLES.get(_name(m)) == "caption" else "note"
    for group in ("label", "words"):
        if m[group]:
            yield role, Span(*m.span(group))
    if m["braces"] and (titled := _TITLE.search(text, *m.span("braces"))):
        yield role, Span(*titled.span(1))
    if m["options"]:
        for said in _ALT.finditer(text, *m.span("options")):
            yield said[1], Span(*said.span(2))


def _set_in(text: str, m: re.Match[str], found: Boxes) -> None:
    """A box whose text is set in below its first line."""
    margin = len(m["margin"].expandtabs(4))
    if margin > _DEEPEST:
        return
    found.lines.append(Span(*m.span()))
    if m["title"]:
        found.titles.append(("note", Span(*m.span("title"))))
    inner = re.compile(_LINES % rf"(?: {{{margin + 4}}}|\t{{{margin // 4 + 1}}})").match(text, m.end())
    end = inner.end() if inner else m.end()
    role = ROLES.get(m["kind"], "note")
    depth = margin // 4 + 1 if text[m.end() : m.end() + 3].strip("\r\n")[:1] == "\t" else margin + 4
    found.elements.append(Element(m["kind"], role, m.end(), end, depth))


def _called(text: str, m: re.Match[str], found: Boxes) -> None:
    """A box written as a quotation, where Markdown's parser does not know it for one."""
    if m["sort"].upper() in _READ_BY_PARSER and not m["named"] and m["callout"].endswith("]"):
        return
    found.lines.append(Span(m.start("callout"), m.end()))
    if m["named"]:
        found.titles.append(("note", Span(*m.span("named"))))
    inner = _QUOTED.match(text, m.end())
    end = inner.end() if inner else m.end()
    found.elements.append(Element(m["sort"].lower(), "note", m.end(), end, 0, as_quotation=True))
