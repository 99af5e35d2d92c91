"""The head of a wire message: which of its lines are headline, deck, byline, notes to editors and codes."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.dates.datelines import opens_paragraph
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.formats._wire_words import BELOW_BYLINE, BYLINE, CODE_LINE, DESK, END_LINE, LABEL, NOTE, slug_line
from newslint.formats._wrapped import Line

_CLOSE = pattern(r"(?:[ \t]*[<=|])+$")  # codes that end a line by ANPA: quad left, quad center
_CLOSING = "<=|"
_END = pattern(r"[ \t]+=$")  # and the headline by IPTC
_MOST_LINES = 14  # of a head
_PARAGRAPH = 100  # characters; a sentence in a longer line is copy
_WRAPPED = 50  # characters; a headline that goes on in the next line is as long as this at least
_IN = 2  # columns that copy is set in

Part = tuple[str, list[Line]]  # a role, and the lines that have it


class Head(NamedTuple):
    """What the head of a message holds, and how many of the message's lines are it."""

    parts: list[Part]
    metadata: dict[str, str]
    size: int


class Marked(NamedTuple):
    """A line without its codes; `caret` where it began with `^`, `closed` where a code ended it."""

    line: Line
    caret: bool
    closed: bool


def marked(text: str, line: Line, anpa: bool) -> Marked:
    """A line without the codes at its ends."""
    caret = text[line.start] == "^"
    start, end = line.start + caret, line.end
    closing = None
    if end > start and text[end - 1] in _CLOSING:
        closing = (_CLOSE if anpa or caret else _END).search(text, max(start, end - 40), end)
        end = closing.start() if closing else end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start != line.start or end != line.end:
        line = Line(start, end, line.indent, line.blank)
    return Marked(line, caret, bool(closing))


def read_head(text: str, lines: Sequence[Marked], anpa: bool) -> Head:
    """The head of a message whose copy has these lines."""
    metadata: dict[str, str] = {}
    first = _codes(text, lines, anpa, metadata)
    end = first if "headline" in metadata else _end(text, lines, first)
    parts: list[Part] = []
    if "headline" in metadata:
        at = next(n for n in range(first) if text[lines[n].line.start] == "$")
        line = lines[at].line
        parts.append(("headline", [line._replace(start=line.start + 1)]))
    roles = [_role(text, each) for each in lines[first:end]]
    _bracketed(text, lines[first:end], roles)
    titles = [n for n, role in enumerate(roles) if role == "title"]
    for n in titles[:-1]:  # a keyword of a word or two above the headline
        line = lines[first + n].line
        if text.count(" ", line.start, line.end) > 1 or lines[first + n].caret:
            break
        roles[n] = "label"
    _settle(text, lines[first:end], roles, parts)
    labels = [
        text[one.line.start : one.line.end]
        for one, role in zip(lines[first:end], roles, strict=True)
        if role == "label"
    ]
    if labels:
        metadata["version"] = "; ".join(labels)
    return Head(parts, metadata, end)


def _codes(text: str, lines: Sequence[Marked], anpa: bool, metadata: dict[str, str]) -> int:
    """How many lines of codes stand first: AAP's by their first sign, ANPA's keyword line."""
    if not lines:
        return 0
    first = text[lines[0].line.start : lines[0].line.end]
    if first.startswith("ZCZC"):
        n = 0
        while n < len(lines) and CODE_LINE.match(text, lines[n].line.start, lines[n].line.end):
            line = text[lines[n].line.start : lines[n].line.end]
            if line[0] == "$" and " " in line:
                metadata["headline"] = line[1:]
            elif line[0] == "#":
                metadata["keyword"] = line[1:]
            n += 1
        return n
    found = slug_line.match(first)
    if found and (anpa or lines[0].caret):
        metadata["keyword"] = found["slug"].strip()
        if found["version"] and found["version"].rstrip("0123456789").strip(" ,"):
            metadata["version"] = found["version"].rstrip("0123456789").strip(" ,")
        return 1
    return int(
        anpa
        and len(lines) > 1
        and not lines[1].line.blank
        and lines[0].line.indent < _IN
        and lines[0].line.length < 60
    )


def _end(text: str, lines: Sequence[Marked], first: int) -> int:
    """Where the copy begins."""
    titled = False
    for n in range(first, len(lines)):
        line, caret, _ = lines[n]
        if caret and not END_LINE.fullmatch(text, line.start, line.end):
            titled = titled or _role(text, lines[n]) == "title"
            continue
        words = text[line.start : line.end]
        if (
            caret
            or (line.indent >= _IN and (n or not line.indent < 4))
            or (titled and (line.blank or _is_closed(text, lines[n - 1], lines[n])))
            or n - first >= _MOST_LINES
            or (line.length > _PARAGRAPH and words[-1] in ".?!\"'”")
            or opens_paragraph(words)
        ):
            return n
        titled = titled or _role(text, lines[n]) == "title"
    return len(lines) if any(each.caret for each in lines) else min(len(lines), first + 1)


def _is_closed(text: str, above: Marked, given: Marked) -> bool:
    """Whether the sign that ends a headline by IPTC stands above, and no byline follows."""
    return above.closed and not above.caret and _role(text, given) != "byline"


def _bracketed(text: str, lines: Sequence[Marked], roles: list[str]) -> None:
    """A word to the desk in brackets may run over several lines."""
    opened = False
    for n, (line, _, _) in enumerate(lines):
        if opened:
            roles[n] = "metadata"
        elif roles[n] == "metadata":
            opened = text[line.start] == "("
        if opened and text.find(")", line.start, line.end) >= 0:
            opened = False


def _role(text: str, given: Marked) -> str:
    """What a line of the head is, by its words; `title` is what may be the headline."""
    line = given.line
    if END_LINE.fullmatch(text, line.start, line.end):
        return "label"
    for words, role in ((DESK, "metadata"), (NOTE, "note"), (BYLINE, "byline")):
        if words.match(text, line.start, line.end):
            return role
    return "label" if LABEL.fullmatch(text, line.start, line.end) else "title"


def _settle(text: str, lines: Sequence[Marked], roles: Sequence[str], parts: list[Part]) -> None:
    """Add the head's parts: the first title is the headline, with its next line where it is wrapped."""
    before = ""
    for (line, caret, closed), role in zip(lines, roles, strict=True):
        if role == "title":
            if before == "byline" and BELOW_BYLINE.match(text, line.start, line.end) and line.length < _PARAGRAPH:
                role = "byline"
            elif before == "headline" and _goes_on(parts[-1][1][-1], line, caret):
                parts[-1][1].append(line)
                before = "" if closed else "headline"
                continue
            else:
                role = "deck" if any(name == "headline" for name, _ in parts) else "headline"
        if role != "label":
            line = line if role != "headline" else _without_plus(text, line)
            parts.append((role, [line]))
        before = "" if closed and role == "headline" else role


def _goes_on(last: Line, line: Line, caret: bool) -> bool:
    return not caret and not line.blank and last.length >= _WRAPPED


def _without_plus(text: str, line: Line) -> Line:
    """Kyodo ends headlines with a plus sign."""
    return line._replace(end=line.end - 1) if text[line.end - 1] == "+" and line.length > 1 else line
