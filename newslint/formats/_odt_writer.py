"""Changed words written into the paragraphs of an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.base.text import Span
from newslint.formats._placed import LINE_BREAK, Change, Piece
from newslint.formats._signs import escaped
from newslint.formats._walk import is_empty_tag, tag_end

KEPT_SPACE = "\ufffe"  # a space that would be lost as such beside another; no text can have this sign
_TEXT = rb"urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_PREFIX = re.compile(rb"xmlns:([\w.-]+)\s*=\s*[\"']" + re.escape(_TEXT))
_SIGN = re.compile(rb"&[^;<&]*;|[ \t\r\n]+|[\x00-\x7f]|[\xc0-\xf7][\x80-\xbf]+")
_ELEMENTS = {"\t": b"tab", LINE_BREAK: b"line-break", KEPT_SPACE: b"s"}
_PARTED = re.compile(f"([\t{LINE_BREAK}{KEPT_SPACE}])")


def fitted(text: str, edits: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Edits with their spaces as this format keeps them: one after another, or that begins a line, is an element.

    An edit may come to stand before a space that would be such a one: then it takes that in.
    """
    last_end, last = -1, ""
    for (start, end), new in edits:
        before = last if start == last_end else text[start - 1 : start] or "\n"
        signs = []
        for sign in new:
            signs.append(KEPT_SPACE if sign == " " and before in " \n" else sign)
            before = sign
        if before in " \n" and text[end : end + 1] == " ":
            signs.append(KEPT_SPACE)
            before = " "
            end += 1
        last_end, last = end, before
        yield Span(start, end), "".join(signs)


def written(part: bytes, piece: Piece, was: str, changes: Sequence[Change]) -> tuple[Span, bytes]:
    """Words, or an element for signs, with its changes: where it stands in its part, and its new bytes."""
    if piece.words:
        raw, end = part[piece.first : piece.last], piece.last
        signs = _signs(raw, was)
    else:
        end = piece.last if is_empty_tag(part, piece.first) else tag_end(part, piece.last)
        whole = not any(start < stop for start, stop, _ in changes) and not any(
            0 < c.start < len(was) for c in changes
        )
        signs = [_escaped(part, KEPT_SPACE if sign == " " else sign) for sign in was]
        if whole:  # something is set beside it
            signs = [part[piece.first : end]] + [b""] * (len(was) - 1)
    out, at = list[bytes](), 0
    for start, stop, new in changes:
        out += [*signs[at:start], _escaped(part, new)]
        at = stop
    return Span(piece.first, end), b"".join((*out, *signs[at:]))


def _signs(raw: bytes, was: str) -> list[bytes]:
    """How each sign is written; spaces in a row are one, and none after another."""
    signs = _SIGN.findall(raw)
    if len(signs) == len(was) + 1 and signs[0].isspace():
        signs = signs[1:]
    return signs if len(signs) == len(was) else [escaped(sign) for sign in was]


def _escaped(part: bytes, new: str) -> bytes:
    """New words with elements for what is no word."""
    found = _PREFIX.search(part, 0, 1 << 14)
    prefix, declared = (found[1], b"") if found else (b"text", b' xmlns:text="%b"' % _TEXT)
    return b"".join(
        b"<%b:%b%b/>" % (prefix, _ELEMENTS[piece], declared) if piece in _ELEMENTS else escaped(piece)
        for piece in _PARTED.split(new)
    )
