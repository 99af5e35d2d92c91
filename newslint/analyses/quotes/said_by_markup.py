"""What tags, shortcodes and boxes say is somebody's: <q>, {{< pullquote >}}, [quote], !!! quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span

_LINE = r"(?<![^\r\n])[ \t]*"  # a line begins; a lone CR ends one too
_LONGEST_Q = 5000  # code points; a <q> that never closes holds no more
_TAG_OF_SPEECH = pattern(
    r"<(/?)(q|blockquote|quote|pull-?quote|cite|aside|figure|section|div|p|span)\b([^<>]{0,2000})>", re.IGNORECASE
)
_SPEECH_TAGS = frozenset(("q", "blockquote", "quote", "pullquote", "pull-quote", "cite"))
_CODE_OF_SPEECH = pattern(
    r"(?:\{\{[<%]|\{%|\[)[ \t]*(pull-?quote|block-?quote|quote)\b[^\r\n\]}]{0,300}(?:[>%]\}\}|%\}|\])"
    rf"|{_LINE}:::+[ \t]*\{{?\.?(?:pull-?quote|block-?quote|quote)\b[^\r\n]*"
    rf"|{_LINE}(?:!!!|\?\?\?)\+?[ \t]+(?:pull-?quote|block-?quote|quote)\b[^\r\n]*"
    r"(?P<block>(?:(?:\r\n|\r|\n)(?:[ \t]+[^\r\n]*)?+)*+)",
    re.IGNORECASE,
)
_END_OF_CODE = pattern(
    rf"(?:\{{\{{[<%]|\{{%|\[)[ \t]*(?:/|end)[ \t]*(?:pull-?quote|block-?quote|quote)\b|{_LINE}:::", re.IGNORECASE
)


def in_tags(text: str) -> Iterator[Span]:
    """Speech with its tags, which stay with it; a <blockquote> that never closes reaches to the end."""
    opened, depth, name = 0, 0, ""
    for m in _TAG_OF_SPEECH.finditer(text):
        if not depth and not m[1] and _says_speech(m[2], m[3]):
            opened, depth, name = m.start(), 1, m[2].lower()
        elif depth and m[2].lower() == name:
            depth += -1 if m[1] else 1
            if not depth:
                yield Span(opened, m.end())
    if depth:
        yield Span(opened, len(text) if name == "blockquote" else min(len(text), opened + _LONGEST_Q))


def _says_speech(name: str, attributes: str) -> bool:
    """Whether a tag says that what stands in it is somebody's."""
    return name.lower() in _SPEECH_TAGS or "quote" in attributes.lower()


def is_speech_tag(text: str, at: int) -> bool:
    """Whether a tag, or a code, that says so stands at a place."""
    tag = _TAG_OF_SPEECH.match(text, at)
    if tag:
        return _says_speech(tag[2], tag[3])
    return bool(_CODE_OF_SPEECH.match(text, at) or _END_OF_CODE.match(text, at))


def in_codes(text: str) -> Iterator[Span]:
    """What stands in shortcodes, boxes and forum codes that say it is a quotation."""
    for m in _CODE_OF_SPEECH.finditer(text):
        if m["block"]:
            yield Span(*m.span("block"))
        elif m["block"] is None:
            end = _END_OF_CODE.search(text, m.end(), m.end() + _LONGEST_Q)
            if end:
                yield Span(m.end(), end.start())
