"""What somebody may have said in plain text, told by its marks alone: never less than `said` tells, at times more.

To know what may be speech (`said`) a story is read: its paragraphs, roles, quotations. For whoever only asks whether
a fix stays out of what was said, the marks of each line are enough, where nothing else in the text could be speech or
markup: it costs a twentieth. Of a line whose marks are in any doubt all is taken to be said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.analyses.text.post_signs import is_told
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story

_RARE = "„‟‚‛«»‹›「」『』`´❝❞＂″《》\u0091\u0092\u0093\u0094\r<>{}"  # other marks, and signs of markup
_OF_MARKUP = ("!!!", "???", ":::", "===", "::", "[!", "[/", "â€")
_TAG = pattern(r"\[[a-z_]+[ \t]+[\w-]+=")
_ENTITY = pattern(r"&(?:#|\w{2,8};)")
_DASHED = pattern(r"^[ \t]*[—–―]", re.MULTILINE)
_LABEL = pattern(r"^\W*[A-Z][\w.'’ -]{0,40}:", re.MULTILINE)
_MOST_LABELS = 2  # of a text that is no transcript
_MARK = pattern(r"[\"“”‘'’]")
_BEFORE, _BEHIND = " \t\u00a0(—–", " \t\u00a0.,;:!?)—–'’"  # what stands outside of a mark that opens, that closes
_CLOSED = " \t\u00a0.,;:!?)'’"  # behind a single mark that opens nothing


class Plainly(NamedTuple):
    """Where speech may stand, in order, and which of it surely stands between the marks of a quotation."""

    said: tuple[Span, ...]
    sure: frozenset[Span]


def _find(story: Story) -> Plainly | None:
    """What the marks of a story tell; None where its text leaves doubt."""
    text = story.source.text
    if not story.bare or story.format != "plain" or _is_in_doubt(text):
        return None
    sure: set[Span] = set()
    return Plainly(tuple(_spans(text, sure)), frozenset(sure))


def _is_in_doubt(text: str) -> bool:
    """Whether there are rarer marks, markup, a transcript, a post, or a line that a dash opens."""
    return bool(
        any(map(text.__contains__, _OF_MARKUP))
        or any(map(text.__contains__, _RARE))
        or ("&" in text and _ENTITY.search(text))
        or ("[" in text and _TAG.search(text))
        or (any(map(text.__contains__, "—–―")) and _DASHED.search(text))
        or (text.count(":") > _MOST_LABELS and len(_LABEL.findall(text)) > _MOST_LABELS)
        or is_told(text)
    )


def _spans(text: str, sure: set[Span]) -> Iterator[Span]:
    """Where speech may stand; what surely does goes to `sure`."""
    end, open_since = 0, -1
    for m in _MARK.finditer(text):
        if m.start() < end or not _is_one(text, m.start()):
            continue  # of a line that has been looked at, or an apostrophe
        at = text.rfind("\n", 0, m.start()) + 1
        end = text.find("\n", m.start())
        end = end if end >= 0 else len(text)
        if open_since >= 0:  # a quotation ran on to this line, or past it
            yield Span(open_since, at)
        pairs = _pairs(text, at, end)
        runs_on = _is_open(text[at:end]) if pairs is None else bool(pairs) and pairs[-1].end < 0
        open_since = end if runs_on else -1
        if pairs is None or runs_on:
            yield Span(at, end)
        else:
            sure.update(pairs)
            yield from pairs
    if open_since >= 0:
        yield Span(open_since, len(text))


def _is_one(text: str, at: int) -> bool:
    """Whether a mark may be one of quotation: a single one that stands in or behind a word is none."""
    if text[at] not in "'’":
        return True
    if text.startswith("''", at):
        return True
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return not (before.isalnum() or before == "_") and behind != "" and behind not in _CLOSED and behind != "\n"


def _is_open(line: str) -> bool:
    """Whether a double mark of a line may be left open."""
    return line.count("“") != line.count("”") or line.count('"') % 2 == 1 or "''" in line


def _pairs(text: str, start: int, end: int) -> list[Span] | None:
    """What stands between the marks of a line; None where they are in doubt.

    The last has no end where its mark is not closed in the line.
    """
    found: list[Span] = []
    opened = -1
    for m in _MARK.finditer(text, start, end):
        at, mark = m.start(), m[0]
        if not _is_one(text, at):
            continue
        if mark not in '"“”':
            return None
        opens = mark != "”" and (at == start or text[at - 1] in _BEFORE) and not text[at + 1 : at + 2].isspace()
        closes = mark != "“" and not text[at - 1 : at].isspace() and (at + 1 >= end or text[at + 1] in _BEHIND)
        if opens == closes or opens != (opened < 0):
            return None
        if not opens:
            if (text[opened] == "“") != (mark == "”"):
                return None
            found.append(Span(opened + 1, at))
        opened = at if opens else -1
    return [*found, Span(opened + 1, -1)] if opened >= 0 else found


said_plainly: Analysis[Plainly | None] = Analysis("said-plainly", _find)


def is_said(story: Story, span: Span) -> bool | None:
    """Whether a stretch of a story meets what somebody said, as its marks tell; None where they leave it open."""
    found = story.get(said_plainly)
    if found is None:
        return None
    n = bisect_right(found.said, span.start, key=lambda each: each.end)
    if n == len(found.said) or span.end <= found.said[n].start:
        return False
    return True if found.said[n] in found.sure and found.said[n].holds(span) else None
