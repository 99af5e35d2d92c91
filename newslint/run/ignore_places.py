"""Where a story has room for a request to ignore findings, and what is written there.

In Markdown that is a comment before the block (at the end of an item, so that a list stays one), or the front
matter for what is found in it; in markup a comment before the words of the block.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.yamltext import KEY, YamlError
from newslint.base.yamltext import load as load_yaml
from newslint.formats.frontmatter import read_front
from newslint.model.ignore_comments import comments_of
from newslint.model.story import Analysis, Story, Zone

_NEWLINE = re.compile(r"\r\n|\r|\n")
_INSIDE = ("list", "note", "quote-block")  # a comment between two of these would part them


class Insertion(NamedTuple):
    """A text to put in at a place."""

    at: int
    text: str


_body: Analysis[int] = Analysis("front-matter-end", lambda story: read_front(story.source.text).body)


def zone_of(story: Story, span: Span) -> Zone | None:
    """The zone that a finding stands in, or else the next one."""
    return story.zone_at(span.start) or next((zone for zone in story.zones if zone.span.start >= span.start), None)


def places(story: Story, span: Span, rules: Sequence[str], reason: str) -> Iterator[Insertion]:
    """What could be put in where, the best first."""
    zone, text = zone_of(story, span), story.source.text
    asks, end = f" {', '.join(rules)}: {reason}", _newline(text)
    form = comments_of(story)[0]
    wide = zone is not None and (span.start == span.end or span.end > zone.span.end)
    if form.is_line:
        if zone and not zone.field:
            at = _block_start(text, zone.span.start, 0)
            parted = end * 2 if form.opens == ".." else end
            yield Insertion(at, f"{form.opens} newslint: ignore{asks}{parted}")
            if wide:
                yield Insertion(at, f"{form.opens} newslint: ignore-file{asks}{end * 2}")
        return
    if story.markup:
        if zone and not zone.field:
            yield Insertion(zone.span.start, f"{form.opens} newslint: ignore{asks} {form.closes}")
            if wide:
                yield Insertion(zone.span.start, f"{form.opens} newslint: ignore-file{asks} {form.closes}")
        return
    body = story.get(_body)
    if zone is None or zone.field or span.start < body:
        yield from _in_front(text, rules, reason, end)
        return
    comment = f"{form.opens} newslint: ignore{asks} {form.closes}"
    before = Insertion(_block_start(text, zone.span.start, body), comment + end)
    inside = Insertion(zone.span.end, f" {comment}")
    yield from (inside, before) if zone.role in _INSIDE else (before, inside)
    if wide:  # about the story, not about a block of it
        whole = f"{form.opens} newslint: ignore-file{asks} {form.closes}{end}{end}"
        yield Insertion(_block_start(text, zone.span.start, body), whole)


def _newline(text: str) -> str:
    found = _NEWLINE.search(text)
    return found[0] if found else "\n"


def _block_start(text: str, at: int, body: int) -> int:
    """Where the block begins that holds a place: after a blank line, or where the text does."""
    start = _line_start(text, at, body)
    while start > body:
        end = start - (2 if text[start - 2 : start] == "\r\n" else 1)
        before = _line_start(text, end, body)
        if not text[before:end].strip(" \t"):
            break
        start = before
    return start


def _line_start(text: str, at: int, body: int) -> int:
    return max(body, text.rfind("\n", body, at) + 1, text.rfind("\r", body, at) + 1)


def _in_front(text: str, rules: Sequence[str], reason: str, end: str) -> Iterator[Insertion]:
    """What could be put into the front matter; nothing where it has no room that is plain."""
    fence = re.match(r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)", text)
    body = read_front(text).body
    if not fence or not body:
        yield from _in_json(text, rules, reason)
        return
    close = max(text.rfind("\n", 0, body - 1), text.rfind("\r", 0, len(text[:body].rstrip("\r\n")))) + 1
    said = json.dumps(reason, ensure_ascii=False)
    if fence[1] == "+++":
        lines = [f"{json.dumps(rule) if '/' in rule else rule} = {said}{end}" for rule in rules]
        if header := re.compile(r"^\[newslint\.ignore\][ \t]*(?:\r\n|\r|\n)", re.MULTILINE).search(text, 0, close):
            yield Insertion(header.end(), "".join(lines))
        else:
            yield Insertion(close, f"[newslint.ignore]{end}" + "".join(lines))
        return
    yield from _in_yaml(text, Span(fence.end(), close), [f"{rule}: {said}" for rule in rules], end)


def _in_yaml(text: str, inner: Span, entries: Sequence[str], end: str) -> Iterator[Insertion]:
    try:
        document = load_yaml(text[inner.start : inner.end])
    except YamlError:
        return
    data = document.data or {}
    own = data.get("newslint") if isinstance(data, dict) else None
    if own is None:
        if "newslint" not in data:
            block = [f"newslint:{end}", f"  ignore:{end}", *(f"    {entry}{end}" for entry in entries)]
            yield Insertion(inner.end, "".join(block))
        return
    path: tuple[str, ...] = ("newslint",)
    if isinstance(own, dict) and isinstance(own.get("ignore"), dict):
        path, values = ("newslint", "ignore"), own["ignore"]
    elif isinstance(own, dict) and "ignore" not in own:
        entries, values = [f"ignore: {{{', '.join(entries)}}}"], own
    else:
        return
    start = inner.start + document.marks[path].start
    if text.startswith("{", start):
        yield Insertion(start + 1, ", ".join(entries) + (", " if values else ""))
        return
    first = document.marks[(*path, next(iter(values)), KEY)]
    indent = " " * (first.column - 1)
    at = inner.start + first.start - len(indent)
    yield Insertion(at, "".join(f"{indent}{entry}{end}" for entry in entries))


def _in_json(text: str, rules: Iterable[str], reason: str) -> Iterator[Insertion]:
    opened = re.match(r"\s*\{(\s*)(?=\")", text)
    if opened and '"newslint"' not in text[: read_front(text).body]:
        said = json.dumps({"ignore": dict.fromkeys(rules, reason)}, ensure_ascii=False)
        yield Insertion(opened.end(), f'"newslint": {said},{opened[1] or " "}')
