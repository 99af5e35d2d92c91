"""The parts of a mail by MIME, each with its place in the file: headers, boundaries, which of them is its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.message import Message

from newslint.base.record import NamedTuple
from newslint.base.text import Span, UnreadableStory

_HEADER = re.compile(r"([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]+")
_MOST_HEADERS = 3_000  # lines
_MOST_PARTS = 200
_MOST_DEPTH = 8
_MOST_TRIED = 20_000  # places where a boundary may stand
_LONGEST_VALUE = 2_000  # characters of a header that is taken apart


class Part(NamedTuple):
    """A part without parts: what it is, how it is sent, and where its body stands."""

    kind: str
    charset: str
    encoding: str
    flowed: bool
    attached: bool
    body: Span
    whole: bool  # whether a boundary or the file's end stands behind it where it should


class Entity(NamedTuple):
    """A mail or a part: its headers with their places, its kind, and either its body or the entities in it."""

    headers: Mapping[str, Span]
    kind: str
    part: Part | None
    inner: tuple[Entity, ...]


def read_entity(text: str, start: int, end: int, *, depth: int = 0, whole: bool = True) -> Entity:
    """What stands at a place of a mail's text; raises UnreadableStory where it goes beyond all mail."""
    headers, body = _headers(text, start, end)
    fields = Message()
    for name in ("content-type", "content-disposition", "content-transfer-encoding"):
        if name in headers:
            fields[name] = _FOLD.sub(" ", text[slice(*headers[name])][:_LONGEST_VALUE]).strip()
    kind = fields.get_content_type()
    boundary = fields.get_boundary("")
    if kind.startswith("multipart/") and boundary and depth < _MOST_DEPTH:
        inner = [
            read_entity(text, a, b, depth=depth + 1, whole=closed)
            for a, b, closed in _bounds(text, body, end, boundary)
        ]
        if not inner:
            raise UnreadableStory(f"its parts are missing: a line “--{boundary[:40]}” was expected")
        return Entity(headers, kind, None, tuple(inner))
    part = Part(
        kind,
        str(fields.get_content_charset("") or ""),
        str(fields.get("content-transfer-encoding", "")).strip().lower(),
        str(fields.get_param("format", "")).lower() == "flowed",
        fields.get_content_disposition() == "attachment",
        Span(body, end),
        whole,
    )
    return Entity(headers, kind, part, ())


def _headers(text: str, start: int, end: int) -> tuple[dict[str, Span], int]:
    """The headers by their names in small letters (of several the first), and where the body begins."""
    found: dict[str, Span] = {}
    at, name = start, ""  # the header that a folded line goes on with; nothing for one of no use
    begun = False
    for _ in range(_MOST_HEADERS):
        line = _LINE.match(text, at, end)
        stop = line.end() if line else end
        words = text[at:stop].strip("\r\n")
        if not words.strip() or at >= end:
            return found, stop
        header = _HEADER.match(text, at, stop)
        if words[0] in " \t" and begun:
            if name:
                found[name] = Span(found[name].start, at + len(words))
        elif header:
            name = header[1].lower()
            if name in found:
                name = ""
            else:
                found[name] = Span(min(header.end(), at + len(words)), at + len(words))
        elif at == start and words.startswith(("From ", ">From ")):
            name = ""
        else:
            return found, at  # no header: the body begins here
        begun = True
        at = stop
    raise UnreadableStory(f"its headers do not end within {_MOST_HEADERS:,} lines: an empty line was expected")


def _bounds(text: str, start: int, end: int, boundary: str) -> Iterator[tuple[int, int, bool]]:
    """Where each part of several stands, and whether a boundary ends it."""
    sign = f"--{boundary}"
    begin, at = -1, text.find(sign, start, end)
    parts = 0
    for _ in range(_MOST_TRIED):
        if at < 0:
            if begin >= 0:
                yield begin, end, False
            return
        line = _LINE.match(text, at, end)
        stop = line.end() if line else end
        rest = text[at + len(sign) : stop].strip()
        if (at == start or text[at - 1] in "\r\n") and rest in ("", "--"):
            if begin >= 0:
                yield begin, _before_break(text, begin, at), True
                parts += 1
            if rest or parts >= _MOST_PARTS:
                return
            begin = stop
        at = text.find(sign, stop, end)
    raise UnreadableStory(f"it has more than {_MOST_TRIED:,} lines that look like the boundary of a part")


def _before_break(text: str, start: int, at: int) -> int:
    """Where a part ends: the line end above a boundary is the boundary's."""
    if at - 2 >= start and text[at - 2 : at] == "\r\n":
        return at - 2
    return max(start, at - 1)


def texts_of(entity: Entity) -> list[Part]:
    """The parts that are the mail's text: of alternatives the plain one, if there is something in it."""
    if entity.part:
        return [entity.part] if _is_text(entity.part) and not entity.part.attached else []
    inner = [texts_of(each) for each in entity.inner]
    if entity.kind != "multipart/alternative":
        return [part for parts in inner for part in parts]
    plain = [parts for parts in inner if parts and all(part.kind == "text/plain" for part in parts)]
    known = [parts for parts in inner if parts]
    return plain[0] if plain else known[-1] if known else []


def attached_texts(entity: Entity) -> list[Part]:
    """The texts that a mail brings as files."""
    if entity.part:
        return [entity.part] if entity.part.kind == "text/plain" and entity.part.attached else []
    return [part for each in entity.inner for part in attached_texts(each)]


def attached_documents(entity: Entity) -> list[str]:
    """What sort of document each attached file is that may hold a story."""
    if entity.part:
        sort = entity.part.kind.partition("/")[2]
        return [said for name, said in _DOCUMENTS.items() if name in sort][:1]
    return [said for each in entity.inner for said in attached_documents(each)]


_DOCUMENTS = {
    "wordprocessingml": "a Word document", "msword": "a Word document", "opendocument.text": "an OpenDocument text",
    "rtf": "RTF", "pdf": "a PDF",
}  # fmt: skip


def _is_text(part: Part) -> bool:
    return part.kind in ("text/plain", "text/html") and part.body.start < part.body.end
