"""A mail's encodings undone with the way back: quoted-printable, base64, and charsets other than the file's."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator

from newslint.base.text import Source
from newslint.formats._layer import Layer, Piece, Written
from newslint.formats._mail_parts import Part
from newslint.formats._mail_source import codec_of

_STATEFUL = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")  # charsets in which ASCII is not always itself
_CODE = re.compile(r"=([0-9A-Fa-f]{2})")
_QUOTED = re.compile(
    r"=[0-9A-Fa-f]{2}(?:(?:=[ \t]*(?:\r\n|\r|\n))?=[0-9A-Fa-f]{2})*|=[ \t]*(?:\r\n|\r|\n|\Z)|[^\x00-\x7f]+"
)
_ODD = re.compile(r"[^\x00-\x7f]+")
_LINE = re.compile(r"[^\r\n]+(?:\r\n|\r|\n)?|[\r\n]")
_GROUP = re.compile(r"(?:[A-Za-z0-9+/=-][ \t\r\n]*){4}")
_PLAIN = re.compile(r"[^\x20-\x3c\x3e-\x7e]")  # what quoted-printable writes by its code


def layer_of(source: Source, part: Part) -> Layer:
    """A part's text as readers see it, with places in the file."""
    codec = codec_of(part.charset)
    text, (start, end) = source.text, part.body
    if part.encoding == "base64":
        return Layer(_from_base64(text, start, end, codec), _unwritable)
    if part.encoding == "quoted-printable":
        return Layer(quoted_pieces(source, start, end, codec), _quoting(_named(part, codec)))
    written = _unwritable_signs if part.encoding == "7bit" else _sending(source, _named(part, codec))
    return Layer(_as_sent(source, start, end, codec), written)


def _named(part: Part, codec: str) -> str:
    """The codec that a part says it is written in: of what is read as Windows-1252 the narrower one that it names."""
    try:
        name = codecs.lookup(part.charset.strip()).name if part.charset.strip() else codec
    except (LookupError, ValueError):
        return "ascii"
    return name if name in ("iso8859-1", "ascii") else codec


def _as_sent(source: Source, start: int, end: int, codec: str) -> Iterator[Piece]:
    """Text in the charset of its part, which may be another than the file is read in."""
    text = source.text
    if codec.startswith(_STATEFUL):
        for m in _LINE.finditer(text, start, end):
            yield from _whole(text, _decoded(source, m[0], codec), m.start(), m.end())
        return
    at = start
    for m in _ODD.finditer(text, start, end) if codec != source.encoding else ():
        yield text[at : m.start()], at, m.start()
        yield from _whole(text, _decoded(source, m[0], codec), m.start(), m.end())
        at = m.end()
    yield text[at:end], at, end


def _decoded(source: Source, words: str, codec: str) -> str:
    """A stretch of the file in another charset; as it stands where it is not in that."""
    try:
        return words.encode(source.encoding).decode(codec)
    except UnicodeError:
        return words


def quoted_pieces(source: Source, start: int, end: int, codec: str) -> Iterator[Piece]:
    """Quoted-printable undone: each letter written by codes as one piece."""
    text, at = source.text, start
    for m in _QUOTED.finditer(text, start, end):
        yield text[at : m.start()], at, m.start()
        at = m.end()
        if m[0][0] != "=":
            yield from _whole(text, _decoded(source, m[0], codec), m.start(), m.end())
        elif m[0][1:2].strip():
            yield from _letters(m[0], m.start(), codec)
    yield text[at:end], at, end


def _letters(codes: str, start: int, codec: str) -> Iterator[Piece]:
    """The letters that a row of codes (`=C3=A9`) stands for."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    begun = at = -1
    for m in _CODE.finditer(codes):
        begun, at = m.start() if begun < 0 else begun, m.end()
        letters = decoder.decode(bytes((int(m[1], 16),)))
        if letters:
            yield letters, start + begun, start + at
            begun = -1
    rest = decoder.decode(b"", True)
    if rest and begun >= 0:
        yield rest, start + begun, start + at


def _from_base64(text: str, start: int, end: int, codec: str) -> Iterator[Piece]:
    """Base64 undone: each group of four signs is a piece, several where a letter lies across them."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    begun, at = -1, start
    for m in _GROUP.finditer(text, start, end):
        begun = m.start() if begun < 0 else begun
        try:
            letters = decoder.decode(binascii.a2b_base64(m[0]))
        except binascii.Error:
            continue
        at = m.start() + len(m[0].rstrip())
        if letters:
            yield from _whole(text, letters, begun, at)
            begun = -1
    rest = decoder.decode(b"", True)
    if rest and begun >= 0:
        yield from _whole(text, rest, begun, at)


def _whole(text: str, prose: str, start: int, end: int) -> Iterator[Piece]:
    """Prose that a stretch stands for as a whole, even where it is as long: then its first sign has no place."""
    if len(prose) == end - start and prose != text[start:end]:
        yield prose[:1], start, start
        prose = prose[1:]
    yield prose, start, end


def _unwritable(prose: str) -> str | None:
    return None


def _unwritable_signs(prose: str) -> str | None:
    return prose if prose.isascii() and "\n" not in prose and "\r" not in prose else None


def _quoting(codec: str) -> Written:
    def written(prose: str) -> str | None:
        def coded(m: re.Match[str]) -> str:
            return "".join([f"={byte:02X}" for byte in m[0].encode(codec)])

        try:
            return _PLAIN.sub(coded, prose)
        except UnicodeEncodeError:
            return None

    return written


def _sending(source: Source, codec: str) -> Written:
    def written(prose: str) -> str | None:
        if "\n" in prose or "\r" in prose:
            return None
        try:
            same = prose.isascii() or prose.encode(codec) == prose.encode(source.encoding)
        except UnicodeEncodeError:
            same = False
        return prose if same else None

    return written
