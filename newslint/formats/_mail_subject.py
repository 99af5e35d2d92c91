"""Headers of mail as readers see them: lines unfolded, encoded words (`=?utf-8?Q?…?=`) decoded."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from newslint.base.text import Source, Span
from newslint.formats._layer import Piece
from newslint.formats._mail_decoding import quoted_pieces
from newslint.formats._mail_source import codec_of
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

_LONGEST = 2_000  # characters of a header that is read
_WORD = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\s]{0,2000})\?=")
_BREAK = re.compile(r"[\r\n]+")
_REPLY = re.compile(r"\s*(?:(?:Re|RE|Fwd?|FW|FWD|Aw|AW|WG|Tr|TR)(?:\[\d\])?: ?)+")


def header_text(source: Source, span: Span) -> str:
    """A header's text."""
    return "".join([text for text, _, _ in _pieces(source, span)])


def subject_zone(source: Source, span: Span) -> Zone | None:
    """The headline that the subject is; none where it is empty."""
    encoded = bool(_WORD.search(source.text, span.start, min(span.end, span.start + _LONGEST)))
    reply = _REPLY.match(source.text, span.start, span.end)
    build = ZoneBuilder(source.text)
    for text, start, end in _pieces(source, Span(reply.end() if reply else span.start, span.end)):
        if text == " " and source.text[start:end] == "_":
            build.gap()
        elif text:
            build.stand(text, start, end)
    zone = build.build("headline")
    if zone:
        zone.written = _unwritable if encoded else _written
    return zone


def _pieces(source: Source, span: Span) -> Iterator[Piece]:
    """A header's text in pieces, each with its place; what parts two encoded words is no text."""
    text, (start, end) = source.text, span
    end = min(end, start + _LONGEST)
    at, after = start, False
    for m in _WORD.finditer(text, start, end):
        if not after or text[at : m.start()].strip():
            yield from _unfolded(text, at, m.start())
        codec, (a, b) = codec_of(m[1]), m.span(3)
        if m[2] in "bB":
            yield _from_base64(m[3], codec), a, b
        else:
            for piece, first, last in quoted_pieces(source, a, b, codec):
                yield from _spaced(piece, first, last)
        at, after = m.end(), True
    yield from _unfolded(text, at, end)


def _spaced(piece: str, start: int, end: int) -> Iterator[Piece]:
    """In an encoded word an underscore is a space."""
    if "_" not in piece or len(piece) != end - start:
        yield piece, start, end
        return
    at = 0
    for n, sign in enumerate(piece):
        if sign == "_":
            yield piece[at:n], start + at, start + n
            yield " ", start + n, start + n + 1
            at = n + 1
    yield piece[at:], start + at, end


def _unfolded(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for m in _BREAK.finditer(text, start, end):
        yield text[at : m.start()], at, m.start()
        at = m.end()
    yield text[at:end], at, end


def _from_base64(words: str, codec: str) -> str:
    try:
        return binascii.a2b_base64(words + "=" * (-len(words) % 4)).decode(codec, "replace")
    except (binascii.Error, ValueError):
        return ""


def _written(prose: str) -> str | None:
    return prose if prose.isascii() and prose.isprintable() and "=?" not in prose else None


def _unwritable(prose: str) -> str | None:
    return None
