"""Comments set into a Word document, each at the words that it is about; comments that are there stay."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._docx_parts import KIND, related
from newslint.formats._docx_reader import Run, WordDocument
from newslint.formats._docx_writer import keeping, prefix_of
from newslint.formats._placed import Piece, must_be_utf8
from newslint.formats._signs import escaped, signs_of
from newslint.formats._walk import Walk, is_empty_tag, tag_end
from newslint.formats._zipped import Zipped, spliced

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES, _TYPES_NS = "[Content_Types].xml", "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKED = re.compile(rb"<[^<>]*?comment(?:RangeStart|RangeEnd|Reference)\s[^<>]*?\bid\s*=\s*[\"'](\d{1,9})[\"']")
_NO_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comment(NamedTuple):
    """What is said of a stretch of a document's text, in paragraphs."""

    span: Span
    said: Sequence[str]


class _Known(Walk):
    """The comments of a document: their numbers, and where the last ends; and the same of lists of parts."""

    def __init__(self, name: str) -> None:
        super().__init__(name, KIND)
        self.ids = [-1]
        self.authors: set[str] = set()
        self.last = 0
        self.space = ""

    def opens(self, name: str, attributes: dict[str, str]) -> bool:  # type: ignore[override]
        """Take in a comment's number."""
        if self.depth == 1:
            self.space = name.rpartition("}")[0]
        elif name.endswith("}comment"):
            told = {key.rpartition("}")[2]: value for key, value in attributes.items()}
            if told.get("id", "").isdecimal():
                self.ids.append(int(told["id"]))
            self.authors.add(told.get("author", ""))
        return False

    def closes(self, name: str) -> None:
        """Note where the whole ends."""
        if self.depth == 1:
            self.last = self.at


class _Marks:
    """What is inserted into the main part: at which byte, in the order of the text."""

    def __init__(self, part: bytes, word: WordDocument) -> None:
        self.part, self.word = part, word
        self.inserted: dict[int, list[bytes]] = {}
        self.replaced: dict[tuple[int, int], bytes] = {}

    def insert(self, at: int, new: bytes) -> None:
        """Set something at a byte, behind what has been set there."""
        self.inserted.setdefault(at, []).append(new)

    def spliced(self) -> bytes:
        """The part with all that."""
        points = {(at, at): b"".join(new) for at, new in self.inserted.items()}
        return spliced(self.part, points | self.replaced)

    def run(self, run: Run) -> tuple[int, int, bytes]:
        """Where the content of a run begins, where it ends, and what opens another of the same type."""
        part = self.part
        opened = tag_end(part, run.first)
        if run.properties < 0:
            return opened, run.last, part[run.first : opened]
        empty = is_empty_tag(part, run.properties)
        end = run.properties_end if empty else tag_end(part, run.properties_end)
        return end, run.last, part[run.first : opened] + part[run.properties : end]

    def set_at(self, piece: Piece, was: str, cuts: dict[int, bytes]) -> None:
        """Set marks into a piece, by how many of its characters stand before them."""
        part, run = self.part, self.word.runs[piece.run]
        first, last, begin = self.run(run)
        end = tag_end(part, piece.last) if piece.words or not is_empty_tag(part, piece.first) else piece.last
        close = b"</%br>" % prefix_of(part, run.first)
        if marks := cuts.get(0):
            if part[first : piece.first].strip():
                self.insert(piece.first, close + marks + begin)
            else:
                self.insert(run.first, marks)
        within = sorted(k for k in cuts if 0 < k < piece.length)
        if within:
            self._set_within(piece, was, [(k, close + cuts[k] + begin) for k in within])
        if marks := cuts.get(piece.length):
            if part[end:last].strip():
                self.insert(end, close + marks + begin)
            else:
                self.insert(tag_end(part, last), marks)

    def _set_within(self, piece: Piece, was: str, cuts: Sequence[tuple[int, bytes]]) -> None:
        opened = tag_end(self.part, piece.first)
        raw = self.part[piece.first : opened]
        tag = keeping(raw)
        signs = signs_of(self.part[opened : piece.last], was, kept=tag == raw)
        closed = b"</%bt>" % prefix_of(self.part, piece.first)
        out, at = [tag], 0
        for k, between in cuts:
            out += [*signs[at:k], closed, between, tag]
            at = k
        self.replaced[(piece.first, piece.last)] = b"".join((*out, *signs[at:]))


def with_comments(zipped: Zipped, word: WordDocument, text: str, comments: Sequence[Comment], author: str) -> bytes:
    """A document's bytes with comments; raises UnwrittenStory where it is written in a way that takes none."""
    if not comments:
        return zipped.data
    part = word.document.parts[word.main]
    must_be_utf8(part)
    relations = related(zipped, word.main)
    name = relations.found.get("comments", "")
    known = _Known(name)
    old = zipped.read(name) if name else None
    if old is not None:
        must_be_utf8(old)
        known.walk(old)
    strict = _STRICT.encode() in part[:4096] and _W.encode() not in part[:4096]
    space = _STRICT if strict else _W
    declared = b'xmlns:w="%b"' % space.encode() in part[:4096]
    first = max(known.ids + [int(number) for number in _MARKED.findall(part)]) + 1
    marks = _Marks(part, word)
    _mark(marks, text, comments, first, "" if declared else f' xmlns:w="{space}"')
    written = b"".join(_written(n, comment, author, space) for n, comment in enumerate(comments, first))
    changed = {word.main: marks.spliced()}
    if old is not None:
        changed[name] = _inserted(old, known, written)
    else:
        name = posixpath.join(posixpath.dirname(word.main), "comments.xml")
        while name in zipped.members:
            name = f"{name.removesuffix('.xml')}-newslint.xml"
        changed[name] = b'%b<w:comments xmlns:w="%b">%b</w:comments>' % (_HEAD, space.encode(), written)
        changed |= _registered(zipped, name, relations.name, relations.ids, strict=strict)
    return zipped.rewritten(changed)


def authors_of(zipped: Zipped, main: str) -> set[str]:
    """Who has written comments in a document."""
    name = related(zipped, main).found.get("comments", "")
    known = _Known(name)
    if data := zipped.read(name):
        known.walk(data)
    return known.authors


def _mark(marks: _Marks, text: str, comments: Sequence[Comment], first: int, declared: str) -> None:
    """Set the marks between which each comment's words stand, and the reference behind them."""
    pieces = marks.word.document.pieces
    cuts: dict[int, dict[int, bytes]] = {}
    around: dict[int, tuple[bytes, bytes]] = {}
    opens, closes, empty = (
        dict[tuple[int, int], bytes](),
        dict[tuple[int, int], bytes](),
        dict[tuple[int, int], bytes](),
    )
    for n, comment in enumerate(comments, first):
        start, end = (_tag(kind, n, declared) for kind in ("commentRangeStart", "commentRangeEnd"))
        end += b"<w:r%b>%b</w:r>" % (declared.encode(), _tag("commentReference", n, ""))
        found = _pieces_of(pieces, comment.span)
        if found is None:
            continue
        (i, a), (j, b) = found
        if pieces[i].part:  # in a note, where Word lets nobody comment: at its number in the copy
            run = _reference(marks.word, text, pieces[i].start)
            before, after = around.get(run, (b"", b""))
            around[run] = before + start, after + end
        elif (i, a) == (j, b):
            empty[i, a] = empty.get((i, a), b"") + start + end
        else:
            opens[i, a] = opens.get((i, a), b"") + start
            closes[j, b] = closes.get((j, b), b"") + end
    for at in sorted({*opens, *closes, *empty}):
        cuts.setdefault(at[0], {})[at[1]] = closes.get(at, b"") + empty.get(at, b"") + opens.get(at, b"")
    for n, here in sorted(cuts.items()):
        piece = pieces[n]
        marks.set_at(piece, text[piece.start : piece.start + piece.length], here)
    for run, (before, after) in sorted(around.items()):
        marks.insert(marks.word.runs[run].first, before)
        marks.insert(tag_end(marks.part, marks.word.runs[run].last), after)


def _tag(kind: str, number: int, declared: str) -> bytes:
    return f'<w:{kind}{declared} w:id="{number}"/>'.encode()


def _pieces_of(pieces: Sequence[Piece], span: Span) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first and the last piece of a span, and how many characters of each stand before its start and its end."""
    first = bisect_right(pieces, span.start, key=lambda piece: piece.start + piece.length)
    last = bisect_left(pieces, span.end, key=lambda piece: piece.start) - 1
    while first <= last and pieces[first].run < 0:
        first += 1
    while first <= last and (pieces[last].run < 0 or pieces[last].part != pieces[first].part):
        last -= 1
    if first <= last:
        a, b = max(0, span.start - pieces[first].start), min(pieces[last].length, span.end - pieces[last].start)
        return (first, a), (last, b)
    near = sorted(range(max(0, last), min(len(pieces), first + 1)), key=lambda n: abs(pieces[n].start - span.start))
    n = next((n for n in (*near, *range(len(pieces))) if pieces[n].run >= 0), None)
    if n is None:
        return None
    at = min(max(0, span.start - pieces[n].start), pieces[n].length)
    return (n, at), (n, at)


def _reference(word: WordDocument, text: str, at: int) -> int:
    """The run of the copy that refers to the note that a place stands in; the first of all where none does."""
    return word.notes.get(word.note_lines[text.count("\n", 0, at)], 0)


def _written(number: int, comment: Comment, author: str, space: str) -> bytes:
    """A comment as its part has it. It has no day, so that the same report is the same file."""
    head = f'<w:comment xmlns:w="{space}" w:id="{number}" w:author="{author}" w:initials="nl">'
    return b"".join((head.encode(), *_paragraphs(comment), b"</w:comment>"))


def _paragraphs(comment: Comment) -> Iterator[bytes]:
    for n, said in enumerate(comment.said):
        mark = b"<w:r><w:annotationRef/></w:r>" if n == 0 else b""
        words = escaped(_NO_XML.sub("\ufffd", said))
        yield b'<w:p>%b<w:r><w:t xml:space="preserve">%b</w:t></w:r></w:p>' % (mark, words)


def _inserted(part: bytes, known: _Known, new: bytes) -> bytes:
    """A part with something more before its last end tag."""
    if part[known.last : known.last + 2] == b"</":
        return part[: known.last] + new + part[known.last :]
    start = part.rindex(b"<", 0, known.last)  # all of it is one empty element
    name = re.match(rb"<([^\s/>]+)", part[start:])
    assert name
    return part[: known.last].removesuffix(b"/>") + b">" + new + b"</%b>" % name[1] + part[known.last :]


def _registered(zipped: Zipped, name: str, list_name: str, ids: set[str], *, strict: bool) -> dict[str, bytes]:
    """The lists of a document's parts with one more in them."""
    types, relations = zipped.read(_TYPES) or b"", zipped.read(list_name)
    if relations is None:
        relations = b'%b<Relationships xmlns="%b"/>' % (_HEAD, _RELATIONS_NS.encode())
    number = next(f"rIdNewslint{n}" for n in range(1, len(ids) + 2) if f"rIdNewslint{n}" not in ids)
    kind = _STRICT_RELATION if strict else _RELATION
    relation = f'<Relationship xmlns="{_RELATIONS_NS}" Id="{number}" Type="{kind}" Target="/{name}"/>'
    override = f'<Override xmlns="{_TYPES_NS}" PartName="/{name}" ContentType="{_CONTENT}"/>'
    changed: dict[str, bytes] = {}
    for part, old, new in ((_TYPES, types, override), (list_name, relations, relation)):
        must_be_utf8(old)
        known = _Known(part)
        known.walk(old)
        changed[part] = _inserted(old, known, new.encode())
    return changed
