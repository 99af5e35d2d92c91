"""The fields of a post's metadata as they are written: each top-level key, where it stands, and its value."""

from __future__ import annotations

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.model.story import Analysis, Story

_FENCED = pattern(r"\s{0,40}(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_KEY = pattern(r"(?m)^[\"']?(?P<key>[A-Za-z_][\w.-]{0,60})[\"']?[ \t]*[:=](?:[ \t]+(?P<value>[^\r\n]*?)|)[ \t]*\r?$")
_COMMENT = pattern(r"[ \t]+#.*")


class Field(NamedTuple):
    """A key as written, its place, the place of what stands behind it on its line, and the value as it was read."""

    key: str
    place: Span
    written: Span
    value: Any


def _find(story: Story) -> dict[str, Field]:
    """The fields by their keys in small letters, in the order in which they stand."""
    text = story.source.text
    opened = _FENCED.match(text) if story.metadata else None
    if not opened:
        return {}
    end = text.find("\n" + opened["fence"], opened.end() - 1)
    found: dict[str, Field] = {}
    for line in _KEY.finditer(text, opened.end(), end if end >= 0 else len(text)):
        key = line["key"]
        if key in story.metadata and key.lower() not in found:
            start, stop = line.span("value") if line["value"] else (line.end("key"), line.end("key"))
            comment = _COMMENT.search(text, start, stop) if text[start : start + 1] not in ("'", '"') else None
            stop = comment.start() if comment else stop
            if stop - start > 1 and text[start] == text[stop - 1] and text[start] in "'\"":
                start, stop = start + 1, stop - 1
            found[key.lower()] = Field(key, Span(*line.span("key")), Span(start, stop), story.metadata[key])
    return found


fields: Analysis[dict[str, Field]] = Analysis("fields", _find)
