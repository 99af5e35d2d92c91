"""What somebody may have said, read generously, and the marks of markup: no fix changes a word of either.

Rules go by `quotes`, which weighs what is a quotation; a fix goes by this, which asks only whether it may be one. It
knows marks written as entities, `like this', „so“ and ‹so›, quoted blocks, posts, dialogue behind a dash, and the
paragraphs between a mark that opens and the one that closes further down.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.analyses.quotes.marks import MarkPair, Marks, marks, pair
from newslint.analyses.quotes.said_by_markup import in_codes, in_tags
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone

MOST_BETWEEN = 20  # paragraphs between the mark that opens and the one that closes
_LINE = r"(?<![^\r\n])[ \t]*"  # a line begins; a lone CR ends one too
_ENTITY = pattern(  # a mark written as an entity, or garbled
    r"&(?:amp;){0,3}(?:quot|[lrb]dquo|[lr]squo|sbquo|ldquor|rdquor|lsquor|laquo|raquo|lsaquo|rsaquo|apos|grave"
    r"|#0{0,5}(?:34|39|96|171|187|82(?:1[6-9]|2[0-3]|49|50))"
    r"|#[xX]0{0,4}(?:2[27]|60|[aA][bB]|[bB][bB]|20(?:1[89a-fA-F]|39|3[aA])));"
    r"|â€[\u009cœś\u009dť\u0098˜\u0099™ž]|â€(?=[\s.,;:!?)]|\Z)|[\u0091-\u0094]"
)
_GARBLED = {
    **dict(zip("\u0091\u0092\u0093\u0094", "‘’“”", strict=True)),
    **{
        f"â€{sign}": mark
        for mark, signs in zip("“”‘’„", ("\u009cœś", "\u009dť", "\u0098˜", "\u0099™", "ž"), strict=True)
        for sign in signs
    },
    "â€": "”",
}
_ENCODED = ("&", "â€", "\u0091", "\u0092", "\u0093", "\u0094")  # a text without one of these has no such mark
# Forms that the analysis of marks leaves alone, as they are rare in news copy or are apostrophes more often.
_RARE = pattern(
    r"‹[^‹›\r\n]{1,1200}›|›[^‹›\r\n]{1,1200}‹|‚[^‚‘\r\n]{1,1200}[‘’]|「[^「」\r\n]{1,1200}」|『[^『』\r\n]{1,1200}』"
    r"|``(?:[^`\r\n]|`(?!`)){1,1200}?''(?!')|(?<![\w`])`(?=\w)(?:[^`'\r\n]|'(?=\w)){1,1200}'(?!\w)|(?<![\w´])´(?=\w)[^´\r\n]{1,1200}´"
)
# Whatever is round them: single marks, a letter before, the marks of another country, marks that are none.
_GENEROUS = pattern(
    r"“[^“”\r\n]{1,1200}”|”[^“”\r\n]{1,1200}”|‘[^‘\r\n]{1,1200}?’(?!\w)|’(?<!\w’)(?=\w)[^‘’\r\n]{1,1200}[‘’](?!\w)"
    r"|‛[^‛’\r\n]{1,1200}’|❝[^❝❞\r\n]{1,1200}❞|＂[^＂\r\n]{1,1200}＂|″[^″\r\n]{1,1200}″|《[^《》\r\n]{1,1200}》"
)
# Where they were entities, whatever garbled mark is between.
_HELD = pattern(r"\"[^\"\r\n]{1,1200}\"|“[^”\r\n]{1,1200}”")
_RARE_SIGNS = "‹›‚「『`´"
_DASHED = pattern(r"[—–―][^\r\n]*")
_QUOTED = pattern(rf"{_LINE}>[^\r\n]*")
_CALLOUT = pattern(r"[ \t]*>[ \t]*\[!(?!quote|cite)", re.IGNORECASE)  # one in a quoted block is quoted with it
_LABEL = pattern(
    r"(?:\*\*|__)?(Q|A|[A-Z][A-Z .'’-]{1,40}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?=(?:\*\*|__):|:(?:\*\*|__)))"
    r"(?:\*\*|__)?:"
)
_ENOUGH_LABELS = 3  # for a transcript
_MARKER = pattern(rf"{_LINE}(?:>[ \t]*)*(?:!!!|\?\?\?|:::|=== ?[\"“]|\.\. [\w-]+::|>[ \t]*\[!)[^\r\n]*", 0)
_TAG = pattern(
    r"</?[A-Za-z][^<>]{0,2000}>|\{\{[^{}\r\n]*\}\}|\{%[^{}\r\n]*%\}|\[/?[a-z_]+(?:[ \t]+[\w-]+=[^\]\[\r\n]*)\]"
)
_SPOKEN = frozenset(("body", "list", "note"))
_ORNAMENTS = frozenset('“”"')
_DOUBLE = frozenset(("“", '"', "„", "«", "`", "”", "‟"))


class Spared(NamedTuple):
    """Spans of the source, each list in order and none over another.

    No word of `said` is changed, though a mark in it may take another form; `markup` stays whole or goes whole.
    """

    said: tuple[Span, ...]
    markup: tuple[Span, ...]


def _find(story: Story) -> Spared:
    text = story.source.text
    paragraphs = story.get(marks)
    said = [*_between(paragraphs), *_set_off(text)]
    for zone in story.zones:
        if zone.role == "quote-block" or zone.sort == "post":
            said.append(zone.span)
        else:
            said += _in_zone(zone)
    if any(sign in text for sign in _ENCODED) and _ENTITY.search(text):  # in template code as well, of no zone
        decoded = _Decoded(text)
        said += [Span(*decoded.place(m.start() + 1, m.end() - 1)) for m in _GENEROUS.finditer(decoded.text)]
    said += _transcript(story)
    return Spared(in_order(said), in_order(_markup(text)))


def _in_zone(zone: Zone) -> Iterator[Span]:
    """Quotations of a zone that the story's marks do not tell of: in doubt, whatever stands between two marks."""
    text = zone.text
    yield from [zone.to_source(*place) for place in _inside(pair(text), text)]
    if any(sign in text for sign in _ENCODED) and _ENTITY.search(text):
        decoded = _Decoded(text)
        found = chain(_GENEROUS.finditer(decoded.text), _HELD.finditer(decoded.text))
        generously = ((m.start() + 1, m.end() - 1) for m in found)
        for place in chain(_inside(pair(decoded.text), decoded.text), generously):
            yield zone.to_source(*decoded.place(*place))


def _inside(found: Marks, text: str) -> Iterator[tuple[int, int]]:
    """What stands between the marks of a text; where one has no partner, all between the first and the last."""
    pairs, strays = found.pairs, found.strays
    for one in pairs:
        yield one.start + one.opened, max(one.start + one.opened, one.end - one.closed)
    if strays:
        start = min(strays[0], pairs[0].start if pairs else len(text))
        end = max(strays[-1], pairs[-1].end if pairs else 0)
        yield start, end
        if len(strays) == 1 and not pairs and text[strays[0] :].startswith(("”", "»", '"')):
            yield 0, end  # nobody knows where it began


class _Decoded:
    """A text with its entities of marks as what they stand for, and where each place of it was."""

    def __init__(self, text: str) -> None:
        from html import unescape

        parts: list[str] = []
        self._starts, self._were, at, length = [0], [0], 0, 0
        for m in _ENTITY.finditer(text):
            mark = _GARBLED.get(m[0]) or unescape(m[0].replace("amp;", ""))
            parts += (text[at : m.start()], mark)
            length += m.start() - at + len(mark)
            at = m.end()
            self._starts.append(length)
            self._were.append(at)
        self.text = "".join([*parts, text[at:]])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of this text in the one before."""
        return self._at(start), max(self._at(start), self._at(end))

    def _at(self, offset: int) -> int:
        n = bisect_right(self._starts, offset) - 1
        return self._were[n] + offset - self._starts[n]


def _between(paragraphs: Iterable[tuple[Zone, Marks]]) -> Iterator[Span]:
    """Paragraphs between a mark that opens and stays open, and the mark further down that closes it."""
    since: list[Zone] | None = None
    for zone, found in paragraphs:
        text = zone.text
        stray = found.strays[0] if found.strays else len(text) if text in _ORNAMENTS else -1
        if since is not None and stray >= 0 and not (found.pairs and found.pairs[0].start < stray):
            yield from [each.span for each in since]
            yield zone.to_source(0, stray)
            since = None
        elif _stays_open(found.pairs, text) or text in _ORNAMENTS:
            since = []
        elif since is not None:
            since.append(zone)
            if found.pairs or len(since) > MOST_BETWEEN:
                since = None


def _stays_open(pairs: tuple[MarkPair, ...], text: str) -> bool:
    return bool(pairs) and not pairs[-1].closed and text[pairs[-1].start] in _DOUBLE


def _set_off(text: str) -> Iterator[Span]:
    """What stands in <q>, in <blockquote> or in rare marks, behind > or behind a dash that opens a line.

    It is looked for in the source: to Markdown, two quotations ``like this'' are a piece of code and some text.
    """
    if any(sign in text for sign in _RARE_SIGNS):
        yield from [Span(m.start() + 1, m.end() - 1) for m in _RARE.finditer(text)]
    if not text.isascii():  # as all of these marks are not
        yield from [Span(m.start() + 1, m.end() - 1) for m in _GENEROUS.finditer(text)]
    if any(name in text for name in ("quote", "Quote", "QUOTE")):
        yield from in_codes(text)
    if "<" in text:
        yield from in_tags(text)
    if ">" in text:
        callout, before, indent = False, -1, -1
        for m in _QUOTED.finditer(text):
            sign = m.start() + m[0].index(">")
            near = before >= 0 and text[before : m.start()] in ("\n", "\r\n", "\r")
            goes_on = near and sign - m.start() == indent  # a callout further in or out is another
            before, indent = m.end(), sign - m.start()
            callout = _CALLOUT.match(m[0]) is not None or (callout and goes_on)
            if not callout:
                yield Span(sign + 1, m.end())
    if any(dash in text for dash in "—–―"):
        for m in _DASHED.finditer(text):
            if _opens_line(text, m.start()):
                yield Span(*m.span())


def _opens_line(text: str, at: int) -> bool:
    """Whether only blanks stand before a place in its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] in "\r\n"


def _transcript(story: Story) -> Iterator[Span]:
    """Paragraphs of a transcript, each after the name of who speaks."""
    labelled = [(zone, m) for zone in story.zones if zone.role in _SPOKEN and (m := _LABEL.match(zone.text))]
    times = Counter(m[1] for _, m in labelled)
    if len(labelled) >= _ENOUGH_LABELS and times.most_common(1)[0][1] > 1:
        yield from [zone.to_source(m.end(), len(zone.text)) for zone, m in labelled]


def _markup(text: str) -> Iterator[Span]:
    """Lines that say what the block below is, tags, and the code of templates."""
    if any(sign in text for sign in ("!!!", "???", ":::", "===", "[!", "::")):
        yield from [Span(*m.span()) for m in _MARKER.finditer(text)]
    if "<" in text or "{" in text or "[" in text:
        yield from [Span(*m.span()) for m in _TAG.finditer(text)]


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap as one; empty ones are left out."""
    found: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if found and span.start < found[-1].end:
            if span.end > found[-1].end:
                found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


spared: Analysis[Spared] = Analysis("spared", _find)
