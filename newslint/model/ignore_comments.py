"""Requests in comments, as each format writes them: what they say, and which block or region they are for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model._ignore import ALL, Ignore, as_one_line, day_in
from newslint.model._ignore_regions import Switch, regions
from newslint.model.story import Story

MOST_WORDS, MOST_IN_WORDS = 20, 200  # texts that a request may name, and code points in each


class Comment(NamedTuple):
    """How a format writes a comment: what opens it and what closes it; one that a line end closes is a line."""

    opens: str
    closes: str

    @property
    def is_line(self) -> bool:
        """Whether it takes a line of its own."""
        return self.closes == "\n"


XML_COMMENT = Comment("<!--", "-->")
MDX_COMMENT = Comment("{/*", "*/}")
_BY_FORMAT = {
    "asciidoc": (Comment("//", "\n"),),
    "restructuredtext": (Comment("..", "\n"),),
}


# `<!-- newslint: ignore rule-a, rule-b "some words" until 2027-01-31: the reason -->`; `ignore-file` covers the whole
# story, `off` what stands before the next `on` (either may name no rule).
def _request(opens: str, closes: str, space: str) -> str:
    name = r"[\w/-]++(?:\.[\w/-]++)*+"  # a rule or topic; those of some sources have a dot, which no name ends with
    sign = rf"(?!{closes})[^\r\n]" if space != r"\s" else rf"(?!{closes})."
    quoted = rf'(?:"(?:(?!"){sign}){{1,{MOST_IN_WORDS}}}+"|[“„](?:(?![“”]){sign}){{1,{MOST_IN_WORDS}}}+[“”])'
    return (
        rf"{opens}\s*+newslint:\s*+(?P<asks>ignore(?:-file)?|off|on)(?![\w-])"
        rf"(?:[ \t]+(?!until[ \t])(?P<rules>{name}(?:{space}*+,{space}*+{name})*+))?"
        rf"(?:[ \t]+(?P<words>{quoted}(?:{space}*+,?{space}*+{quoted}){{0,{MOST_WORDS - 1}}}+))?"
        r"(?:[ \t]+until[ \t]+(?P<until>[^\s:>]{1,40}))?"
        rf"\s*(?::(?P<reason>(?:(?!{closes}).){{0,1000}}))?(?:{closes})"
    )


def _naming(opens: str, closes: str) -> str:
    return rf"{opens}\s*+newslint(?P<mark>\s*+[:=-]|\s)\s*+(?P<asks>(?:(?!{closes})[^\s>:]){{0,40}}+)"


_LINE_END = r"(?:\r\n|[\r\n]|\Z)"
# For each form: the request, and a comment that names newslint and what it asks for, by which one misspelt is told.
_PATTERNS = {
    "<!--": (pattern(_request("<!--", "-->", r"\s"), re.DOTALL), pattern(_naming("<!--", "-->"), re.IGNORECASE)),
    "{/*": (
        pattern(_request(r"\{/\*", r"\*/\}", r"\s"), re.DOTALL),
        pattern(_naming(r"\{/\*", r"\*/\}"), re.IGNORECASE),
    ),
    "//": (
        pattern(_request("^//", _LINE_END, r"[ \t]"), re.MULTILINE),
        pattern(_naming("^//", _LINE_END), re.IGNORECASE | re.MULTILINE),
    ),
    "..": (
        pattern(_request(r"^\.\.", _LINE_END, r"[ \t]"), re.MULTILINE),
        pattern(_naming(r"^\.\.", _LINE_END), re.IGNORECASE | re.MULTILINE),
    ),
}
# What other linters are asked for in such words; any other comment that begins “newslint …” is talk about newslint.
_ASKING = (
    "ign", "igr", "dis", "enable", "off", "on", "skip", "noqa", "nolint", "suppress", "allow", "mute", "silence",
    "exclude", "stop", "start", "begin", "end",
)  # fmt: skip
_BLANK = pattern(r"(?>\r\n|\r|\n)(?=[ \t]*+[\r\n])")  # a line end before a blank line
_BEFORE = pattern(r"[ \t>*-]*+")  # what may stand on a line before a comment that stands alone
_AFTER = pattern(r"\s*+")
_LINE_ENDS = ("\n", "\r")
_QUOTED = pattern(r'"([^"]*)"|[“„]([^“”]*)[“”]')


def comments_of(story: Story) -> tuple[Comment, ...]:
    """The forms of comment that newslint heeds in a story."""
    if story.comment[0] == MDX_COMMENT.opens:
        return MDX_COMMENT, XML_COMMENT
    return _BY_FORMAT.get(story.format, (XML_COMMENT,))


def in_comments(story: Story) -> list[Ignore]:
    """Every request in the comments of a story, in the order in which they stand."""
    text = story.source.text
    asked: list[Ignore] = []
    switches: list[Switch] = []
    for form in comments_of(story):
        if form.opens in text:
            _read_form(story, form, asked, switches)
    if switches:
        switches.sort(key=lambda switch: switch.asks.at)  # of one form after the other
        asked += regions(switches, len(text))
    asked.sort(key=lambda ignore: ignore.at)
    return asked


def _read_form(story: Story, form: Comment, asked: list[Ignore], switches: list[Switch]) -> None:
    """Gather what comments of one form ask for."""
    text = story.source.text
    blanks: list[int] = []
    for at, named in addressed(story, form, _PATTERNS[form.opens][1]):
        mark, asks = named["mark"], named["asks"]
        m = _PATTERNS[form.opens][0].match(text, at.start)
        if not m or not _is_whole(m):
            if mark.strip() or asks.lower().startswith(_ASKING):
                asked.append(Ignore(at, (), "", at, fault=_misspelt(asks, bool(m))))
            continue
        rules = tuple(part.strip() for part in (m["rules"] or "").split(",") if part.strip())
        ignore = Ignore(at, rules, (m["reason"] or "").strip(), at, *day_in(m["until"]), _words(m["words"]))
        if m["asks"] in ("on", "off"):
            is_off = m["asks"] == "off"
            switches.append(Switch(ignore._replace(rules=rules or (ALL,)) if is_off else ignore, is_off))
        elif m["asks"] == "ignore-file":
            asked.append(ignore._replace(span=Span(0, len(text))))
        else:
            blanks = blanks or [blank.start() for blank in _BLANK.finditer(text)] or [len(text)]
            asked.append(ignore._replace(span=_block(story, at, blanks)))


def _is_whole(found: re.Match[str]) -> bool:
    """Whether a request says all that it must, and nothing that has no meaning: `on` only ends what is off."""
    if found["asks"] == "on":
        return not (found["words"] or found["until"])
    return bool(found["rules"]) or found["asks"] == "off"


def _words(said: str | None) -> tuple[str, ...]:
    """The words that a request names, each once."""
    if not said:
        return ()
    found = (as_one_line(m[1] or m[2] or "") for m in _QUOTED.finditer(said))
    return tuple(dict.fromkeys(word for word in found if word))


def addressed(story: Story, form: Comment, beginning: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """The comments of a form that begin as a pattern says, each with the pattern's match, in order.

    None inside code, and none that readers see.
    """
    text, code, end = story.source.text, story.code, 0
    for found in beginning.finditer(text):
        start = found.start()
        if start < end:
            continue  # inside the comment before
        closed = True
        if form.is_line:
            end = story.source.lines.span(story.source.lines.position(start).line).end
        else:
            end = text.find(form.closes, found.end()) + len(form.closes)
            closed = end >= len(form.closes)
            end = end if closed else found.end()
        n = bisect_right(code, start, key=lambda span: span.start) - 1
        if (n < 0 or start >= code[n].end) and not _is_read(story, start):
            yield Span(start, end), found
        if not closed:
            return  # a comment that never ends is no request, nor is any after it


def _is_read(story: Story, start: int) -> bool:
    """Whether what looks like a comment is text that readers see: an escaped sign, or a title in the metadata."""
    zone = story.zone_at(start)
    return zone is not None and zone.is_prose(Span(start, start + 2))


def _misspelt(asks: str, bare: bool) -> str:
    """What is wrong with a comment to newslint that is no request, or (a `bare` one) names no rule."""
    if asks.lower() == "on":
        return "this is not understood: write it as in “newslint: on” or “newslint: on repeated-word”"
    if bare:
        return "this request names no rule: say which, or “all”, as in “newslint: ignore repeated-word”"
    if asks.lower() in ("ignore", "ignore-file", "off"):
        said = asks.lower()
        return f"this request is not understood: write it as in “newslint: {said} repeated-word: the refrain”"
    return f"“{asks}” is nothing that newslint does: write it as in “newslint: ignore repeated-word”"


def _block(story: Story, at: Span, blanks: Sequence[int]) -> Span:
    """What a comment covers: the block it stands in, or where it stands alone, the next one.

    A block reaches to the next blank line (`blanks` are their places, or the text's end), so a whole list or table,
    and to the end of its last paragraph.
    """
    text, zones = story.source.text, story.zones
    first = bisect_right(zones, at.start, key=lambda zone: zone.span.start) - 1
    if first >= 0 and at.end <= zones[first].span.end:
        return zones[first].span
    start, end = _line(story, at)
    before, after = _BEFORE.match(text, start), _AFTER.match(text, at.end)  # either looks no further than it must
    alone = before and after and before.end() >= at.start and after.end() >= end
    head = bisect_right(zones, start, key=lambda zone: zone.span.end)
    tail = bisect_left(zones, end, head, key=lambda zone: zone.span.start)
    if head < tail and not alone:
        if not story.markup:
            return Span(zones[head].span.start, zones[tail - 1].span.end)
        if first == tail - 1:  # a page may be all one line: what stands before a comment at its end, or the next
            return zones[first].span
    if first + 1 >= len(zones):
        return at
    if story.markup:  # there a blank line parts nothing
        return zones[first + 1].span
    begin = zones[first + 1].span.start
    n = bisect_left(blanks, begin)
    stop = blanks[n] if n < len(blanks) else len(text)
    last = bisect_right(zones, stop, key=lambda zone: zone.span.start) - 1
    return Span(begin, max(stop, zones[max(last, first + 1)].span.end))


def _line(story: Story, at: Span) -> Span:
    """The lines that a comment stands on, without the line end (or with the first sign of one of two)."""
    text, lines = story.source.text, story.source.lines
    start, end = lines.span(lines.position(at.start).line).start, lines.span(lines.position(at.end).line).end
    return Span(start, end - (text[end - 1 : end] in _LINE_ENDS))
