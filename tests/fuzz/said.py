"""Finds what people say in a story by means of its own, so that nothing newslint thinks of quotations is believed.

It takes only what is plain: a line whose marks are all of one form and pair without remainder, quoted blocks, <q>,
and a quotation that opens paragraph after paragraph until the last one closes it. What is doubtful it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

Place = tuple[int, int]

_OPEN_CURLY, _CLOSE_CURLY = "“|&ldquo;|&#8220;|&#x201[cC];", "”|&rdquo;|&#8221;|&#x201[dD];"
_STRAIGHT = '"|&quot;|&#34;|&#x22;'
_PAIRS = (
    (_OPEN_CURLY, _CLOSE_CURLY),
    ("«|&laquo;", "»|&raquo;"),
    ("„|&bdquo;", "“|&ldquo;"),
    ("``", "''"),
    ("‹", "›"),
)
_MARK = re.compile(f"{_OPEN_CURLY}|{_CLOSE_CURLY}|{_STRAIGHT}|[«»„‟‹›]|&[lr]aquo;|&bdquo;|``|''")
_LINE = re.compile(r"[^\r\n]*")
_OTHER = re.compile(
    r"\s*(?:!!!|\?\?\?|:::|===|\.\. |>\s*\[!|[\w-]+\s*[:=]\s*[\"'\[{]|</?[A-Za-z])"
)  # markup, metadata
_TWO_BLANKS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_SPEECH_TAG = re.compile(r"<(q|blockquote)(?: [^<>]*)?>([^<>]*)</\1>")


def said(text: str) -> list[Place]:
    """The stretches of a text that somebody plainly says, in order; marks left out."""
    lines = [m.span() for m in _LINE.finditer(text) if m[0].strip()]
    start = _after_metadata(text)
    lines = [(a, b) for a, b in lines if a >= start]
    found = [place for line in lines for place in _in_line(text, *line)]
    found += _blocks(text, lines)
    found += _running(text, lines)
    found += [m.span(2) for m in _SPEECH_TAG.finditer(text, start)]
    return sorted(found)


def _after_metadata(text: str) -> int:
    """Where the copy begins: whatever may be metadata at the head is none of it."""
    if not text.lstrip("\ufeff \r\n").startswith(("---", "+++", "{", ";;;", "<!--")):
        return 0
    gap = _TWO_BLANKS.search(text)
    return gap.end() if gap else len(text)


def _in_line(text: str, start: int, end: int) -> Iterator[Place]:
    """The quotations of a line whose marks pair without remainder."""
    line = text[start:end]
    marks = list(_MARK.finditer(line))
    if not marks or len(marks) % 2 or _OTHER.match(line) or "](" in line:  # a link may have a title in marks
        return
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    if all(re.fullmatch(_STRAIGHT, mark[0]) for mark in marks):
        if not all(_opens(line, one) and _closes(line, other) for one, other in pairs):
            return
    elif not any(
        all(re.fullmatch(opening, one[0]) and re.fullmatch(closing, other[0]) for one, other in pairs)
        for opening, closing in _PAIRS
    ):
        return
    for one, other in pairs:
        yield start + one.end(), start + other.start()


def _opens(line: str, mark: re.Match[str]) -> bool:
    before, after = line[: mark.start()][-1:], line[mark.end() :][:1]
    return (not before or before.isspace() or before in "(—–") and bool(after) and (after.isalnum())


def _closes(line: str, mark: re.Match[str]) -> bool:
    before, after = line[: mark.start()][-1:], line[mark.end() :][:1]
    return (before.isalpha() or before in ".,?!…") and (not after or after.isspace() or after in ".,;:?!)—–")


def _blocks(text: str, lines: Sequence[Place]) -> Iterator[Place]:
    """Lines that begin with > as quoted mail and blocks of Markdown do, callouts left out."""
    callout, before = False, -2
    for n, (start, end) in enumerate(lines):
        line = text[start:end]
        if not line.startswith(">"):
            continue
        goes_on, before = n == before + 1, n
        callout = line[1:].lstrip().startswith("[!") or (callout and goes_on)
        if not callout and any(c.isalnum() for c in line):
            yield start + 1, end


def _running(text: str, lines: Sequence[Place]) -> Iterator[Place]:
    """Paragraphs that open with a curly mark and do not close, before one that opens with a mark too."""
    for (start, end), (after, _) in pairwise(lines):
        line = text[start:end]
        if line[0] == text[after] == "“" and line.count("“") == 1 and not re.search("[”\"„‟«»`&‘]|''|’’", line):
            yield start + 1, end


_WORD = re.compile(r"[^\W_]+")
# Whole pieces of markup hold no word that anybody said; those that say that words are somebody's must stay.
_MARKUP = re.compile(r"(?:</?(?!(?:q|blockquote)\b)[A-Za-z][^<>]*>|\[/?[a-z_]+(?:[ \t]+[\w-]+=[^\]\[\r\n]*)?\])+")
_ROUND = 24  # code points on either side of an edit, so that a word it cuts or joins counts as changed


def _same_words(old: str, new: str, left: str, right: str) -> bool:
    """Whether two pieces between the same others have the same words; whole markup in the old one may be gone."""
    words = _words(left + new + right)
    return any(_words(left + piece + right) == words for piece in (old, _MARKUP.sub("", old)))


def _words(text: str) -> list[str]:
    """The words as a reader sees them, whatever entities they are written in, and those in others again."""
    for _ in range(3):
        text = unescape(text)
    return _WORD.findall(text)


def changed(text: str, edits: Sequence[tuple[Place, str]], places: Sequence[Place]) -> list[str]:
    """What was said and would no longer be said after the edits, marks and blanks aside."""
    found = []
    for (start, end), new in edits:
        for a, b in places:
            if not (a < end and start < b) and not (start == end and a < start < b):
                continue
            left, right = text[max(a, start - _ROUND) : start], text[end : max(end, min(b, end + _ROUND))]
            old = text[max(a, start) : min(b, end)]  # edits that touch are one: a mark may be part of it
            if not _same_words(old, new, left, right):
                found.append(f"{text[a:b]!r}: {text[start:end]!r} became {new!r}")
    return found
