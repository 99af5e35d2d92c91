"""Requests in a story to ignore findings, by rule and with a reason; and requests that turn out unused."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Places, Span
from newslint.base.typed import Any
from newslint.model.finding import Finding
from newslint.model.story import Analysis, Story


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


# `<!-- newslint: ignore rule-a, rule-b until 2027-01-31: the reason -->`; `ignore-file` covers the whole story.
def _request(opens: str, closes: str) -> str:
    return (
        rf"{opens}\s*+newslint:\s*+ignore(?P<file>-file)?"
        r"(?:[ \t]+(?!until[ \t])(?P<rules>[\w/-]+(?:\s*,\s*[\w/-]+)*))?"
        r"(?:[ \t]+until[ \t]+(?P<until>[^\s:>]{1,40}))?"
        rf"\s*(?::(?P<reason>(?:(?!{closes}).){{0,1000}}))?(?:{closes})"
    )


def _naming(opens: str, closes: str) -> str:
    return rf"{opens}\s*+newslint(?P<mark>\s*+[:=-]|\s)\s*+(?P<asks>(?:(?!{closes})[^\s>:]){{0,40}}+)"


_LINE_END = r"(?:\r\n|[\r\n]|\Z)"
# For each form: the request, and a comment that names newslint and what it asks for, by which one misspelt is told.
_PATTERNS = {
    "<!--": (pattern(_request("<!--", "-->"), re.DOTALL), pattern(_naming("<!--", "-->"), re.IGNORECASE)),
    "{/*": (
        pattern(_request(r"\{/\*", r"\*/\}"), re.DOTALL),
        pattern(_naming(r"\{/\*", r"\*/\}"), re.IGNORECASE),
    ),
    "//": (
        pattern(_request("^//", _LINE_END), re.MULTILINE),
        pattern(_naming("^//", _LINE_END), re.IGNORECASE | re.MULTILINE),
    ),
    "..": (
        pattern(_request(r"^\.\.", _LINE_END), re.MULTILINE),
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
_FIELD = "newslint.ignore"
_WITHOUT_COMMENTS = ("plain", "fragment")  # there a comment would be printed
_TERMS = ("reason", "until")
ALL = "all"


class Ignore(NamedTuple):
    """A request to ignore findings: where, of which rules or topics (“all” is any), why, and its own place.

    It holds through the day `until`, where it gives one, and not at all where `fault` says what is wrong with it.
    """

    span: Span
    rules: tuple[str, ...]
    reason: str
    at: Span
    until: Date | None = None
    fault: str = ""

    def holds(self, today: Date | None = None) -> bool:
        """Whether the request holds today."""
        return not self.fault and (self.until is None or (today or Date.today()) <= self.until)

    def covers(self, span: Span) -> bool:
        """Whether a finding at `span` lies in what this covers, wholly or in part."""
        if span.start == span.end:
            return self.span.start <= span.start <= self.span.end
        return self.span.overlaps(span)


def comments_of(story: Story) -> tuple[Comment, ...]:
    """The forms of comment that newslint heeds in a story."""
    if story.comment[0] == MDX_COMMENT.opens:
        return MDX_COMMENT, XML_COMMENT
    return _BY_FORMAT.get(story.format, (XML_COMMENT,))


def takes_comments(story: Story) -> bool:
    """Whether a story's format has comments, which readers do not see."""
    return story.format not in _WITHOUT_COMMENTS


def ignores_of(story: Story) -> list[Ignore]:
    """Every request in a story: in its metadata for all of it, in comments for the block they stand in or before."""
    if not story.metadata and story.format in _WITHOUT_COMMENTS:
        return []
    return [*_in_metadata(story), *_in_comments(story)]


requests: Analysis[list[Ignore]] = Analysis("ignores", ignores_of)  # read once, asked for three times a story


def _in_metadata(story: Story) -> Iterator[Ignore]:
    settings = story.metadata.get("newslint")
    asked = settings.get("ignore") if isinstance(settings, Mapping) else None
    if not asked:
        return
    whole = Span(0, len(story.source.text))
    for zone in story.of("metadata"):
        if zone.field.startswith(_FIELD):
            rules = tuple(zone.text.replace(",", " ").replace('"', " ").replace("'", " ").split())
            said = asked.get(rules[0]) if isinstance(asked, Mapping) and rules else ""
            reason, until, fault = _terms(said)
            yield Ignore(whole, rules, reason, zone.span, until, fault)


def _terms(said: Any) -> tuple[str, Date | None, str]:
    """The reason that stands beside a rule, the last day on which it holds, and what is wrong with them."""
    if not isinstance(said, Mapping):
        return (said.strip() if isinstance(said, str) else ""), None, ""
    unknown = next((str(key) for key in said if key not in _TERMS), "")
    if unknown:
        return "", None, f"“{unknown}” is not understood here: write {' or '.join(_TERMS)}"
    reason = said.get("reason")
    until, fault = _day(said.get("until"))
    return (reason.strip() if isinstance(reason, str) else ""), until, fault


def _day(said: Any) -> tuple[Date | None, str]:
    """A day as a date or as text, and what is wrong with it."""
    if said is None or isinstance(said, Date):
        return (Date(said.year, said.month, said.day) if said else None), ""  # a datetime is a date as well
    try:
        return Date.fromisoformat(str(said).strip()), ""
    except ValueError:
        return None, f"“{said}” is not a date: write it as in “until 2027-01-31”"


def _in_comments(story: Story) -> Iterator[Ignore]:
    text = story.source.text
    if story.record or not takes_comments(story):
        return
    for form in comments_of(story):
        if form.opens in text:
            yield from _in_form(story, form)


def _in_form(story: Story, form: Comment) -> Iterator[Ignore]:
    """The requests in comments of one form."""
    text = story.source.text
    blanks: list[int] = []
    for at, mark, asks in _addressed(story, form):
        m = _PATTERNS[form.opens][0].match(text, at.start)
        if not m or not m["rules"]:
            if mark.strip() or asks.lower().startswith(_ASKING):
                yield Ignore(at, (), "", at, fault=_misspelt(asks, bool(m)))
            continue
        blanks = blanks or [blank.start() for blank in _BLANK.finditer(text)] or [len(text)]
        rules = tuple(part.strip() for part in m["rules"].split(","))
        covered = Span(0, len(text)) if m["file"] else _block(story, at, blanks)
        yield Ignore(covered, rules, (m["reason"] or "").strip(), at, *_day(m["until"]))


def _addressed(story: Story, form: Comment) -> Iterator[tuple[Span, str, str]]:
    """The comments that name newslint, with the sign after its name and the word after that.

    None inside code, and none that readers see.
    """
    text, code, end = story.source.text, story.code, 0
    for found in _PATTERNS[form.opens][1].finditer(text):
        start = found.start()
        if start < end:
            continue  # inside the comment before
        if form.is_line:
            end = story.source.lines.span(story.source.lines.position(start).line).end
        else:
            end = text.find(form.closes, found.end()) + len(form.closes)
            if end < len(form.closes):
                return  # a comment that never ends is none, nor is any after it
        n = bisect_right(code, start, key=lambda span: span.start) - 1
        if (n < 0 or start >= code[n].end) and not _is_read(story, start):
            yield Span(start, end), found["mark"], found["asks"]


def _is_read(story: Story, start: int) -> bool:
    """Whether what looks like a comment is text that readers see: an escaped sign, or a title in the metadata."""
    zone = story.zone_at(start)
    return zone is not None and zone.is_prose(Span(start, start + 2))


def _misspelt(asks: str, bare: bool) -> str:
    """What is wrong with a comment to newslint that is no request, or (a `bare` one) names no rule."""
    if bare:
        return "this request names no rule: say which, or “all”, as in “newslint: ignore repeated-word”"
    if asks.lower() in ("ignore", "ignore-file"):
        return "this request is not understood: write it as in “newslint: ignore repeated-word: the refrain”"
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


def apply(
    findings: Iterable[Finding],
    ignores: Sequence[Ignore],
    *,
    silent: Collection[str] = (),
    aliases: Mapping[str, str] | None = None,
) -> tuple[list[Finding], list[Ignore]]:
    """Return the findings that remain, and the unused requests, each with just the names that had no effect.

    `silent` are the known rules and topics that did not run: a request for these is not idle. `aliases` are
    former names of rules.
    """
    if not ignores:
        return list(findings), []
    renamed = aliases or {}
    names = [tuple(renamed.get(rule, rule) for rule in ignore.rules) for ignore in ignores]
    covered: dict[str, list[Span]] = {}
    for ignore, own in zip(ignores, names, strict=True):
        for name in own:
            covered.setdefault(name, []).append(ignore.span)
    places = {name: Places(spans) for name, spans in covered.items()}
    found: dict[str, list[Span]] = {}
    kept: list[Finding] = []
    for finding in findings:
        own = tuple(name for name in (finding.rule, finding.topic, ALL) if name in places)
        for name in own:
            found.setdefault(name, []).append(finding.span)
        if not any(_covers(places[name], finding.span) for name in own):
            kept.append(finding)
    return kept, list(_unused(ignores, names, {name: _Found(spans) for name, spans in found.items()}, silent))


def _covers(places: Places, span: Span) -> bool:
    """Whether a finding lies in one of the places that requests cover; one without length may stand at an edge."""
    return places.touch(span) if span.start == span.end else places.meet(span)


class _Found:
    """The places of findings that go by one name."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._long = Places(span for span in spans if span.start < span.end)
        self._empty = Places(span for span in spans if span.start == span.end)

    def within(self, span: Span) -> bool:
        """Whether one of them lies in what a request covers, as `_covers` tells it."""
        return self._long.meet(span) or self._empty.touch(span)


def _unused(
    ignores: Sequence[Ignore],
    names: Sequence[tuple[str, ...]],
    found: Mapping[str, _Found],
    silent: Collection[str],
) -> Iterator[Ignore]:
    for ignore, own in zip(ignores, names, strict=True):
        idle = tuple(
            said
            for said, name in zip(ignore.rules, own, strict=True)
            if not (name in found and found[name].within(ignore.span)) and name not in silent
        )
        if idle:
            yield ignore._replace(rules=idle)
