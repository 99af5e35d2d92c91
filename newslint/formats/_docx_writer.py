"""Changed words written into the runs of a Word document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.base.text import Span
from newslint.formats._placed import LINE_BREAK, Change, Piece, changed
from newslint.formats._signs import escaped, signs_of
from newslint.formats._walk import is_empty_tag, tag_end

_SPACES = " \t\r\n"
_ELEMENTS = {"\t": b"tab", LINE_BREAK: b"br"}
_PARTED = re.compile(f"[\t{LINE_BREAK}]")
_SPACE_SAID = re.compile(rb"\sxml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_KEPT = b' xml:space="preserve"'


def prefix_of(part: bytes, at: int) -> bytes:
    """The prefix, with its colon, of the tag that begins at a byte."""
    name = re.match(rb"</?([^\s/>]*)", part[at : at + 200])
    before, colon, _ = name[1].partition(b":") if name else (b"", b"", b"")
    return before + colon if colon else b""


def written(part: bytes, piece: Piece, was: str, changes: Sequence[Change]) -> tuple[Span, bytes]:
    """A `<w:t>`, or an element for one sign, with its changes: where it stands in its part, and its new bytes."""
    prefix = prefix_of(part, piece.first)
    opened = tag_end(part, piece.first)
    if not piece.words:
        end = piece.last if is_empty_tag(part, piece.first) else tag_end(part, piece.last)
        return Span(piece.first, end), _beside_element(part[piece.first : end], was, changes, prefix)
    tag = part[piece.first : opened]
    kept = is_kept(tag)
    signs = signs_of(part[opened : piece.last], was, kept=kept)
    out, at = list[bytes](), 0
    for start, end, new in changes:
        out += [*signs[at:start], _within(new, prefix)]
        at = end
    text = changed(was, changes)
    if not kept and any(each != each.strip(_SPACES) for each in _PARTED.split(text)):
        tag = keeping(tag)
    return Span(piece.first, piece.last), b"".join((tag, *out, *signs[at:]))


def is_kept(tag: bytes) -> bool:
    """Whether the spaces at the ends of a `<w:t>` count."""
    return b"preserve" in tag


def keeping(tag: bytes) -> bytes:
    """The tag of a `<w:t>` that says that the spaces at its ends count."""
    return tag if is_kept(tag) else _SPACE_SAID.sub(b"", tag)[:-1] + _KEPT + b">"


def _within(new: str, prefix: bytes) -> bytes:
    """New words inside a `<w:t>`; a tab or a line break among them is an element between two of these."""
    return b"".join(_pieces(new, prefix, b"</%bt>" % prefix, b"<%bt%b>" % (prefix, _KEPT)))


def _pieces(new: str, prefix: bytes, before: bytes, after: bytes) -> list[bytes]:
    return [
        before + b"<%b%b/>" % (prefix, _ELEMENTS[piece]) + after if piece in _ELEMENTS else escaped(piece)
        for piece in re.split(f"([\t{LINE_BREAK}])", new)
    ]


def _beside_element(raw: bytes, was: str, changes: Sequence[Change], prefix: bytes) -> bytes:
    """What stands in the place of an element for one sign: nothing, or itself, with new words beside it."""
    out = [_words(new, prefix) for start, _, new in changes if start == 0]
    if not any(start == 0 and end == len(was) for start, end, _ in changes):
        out.append(raw)
    return b"".join((*out, *(_words(new, prefix) for start, _, new in changes if start)))


def _words(new: str, prefix: bytes) -> bytes:
    """New words where there is no `<w:t>` yet."""
    opened, closed = b"<%bt%b>" % (prefix, _KEPT), b"</%bt>" % prefix
    return opened + b"".join(_pieces(new, prefix, closed, opened)) + closed if new else b""
