"""Which zone each metadata field is, and what the metadata says of the story: genre, date, language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.lazy import pattern
from newslint.base.typed import Any
from newslint.formats.frontmatter._front import Front, Value
from newslint.model.story import Zone
from newslint.words.languages import code_of

ZONE_FIELDS = ("headline", "deck", "section", "byline", "dateline", "caption", "credit")
# Values of “kind” and “type” that are genres; others (“post”, “page”) say how a site is built.
GENRES: Mapping[str, str] = {
    "news": "news", "wire": "wire", "opinion": "opinion", "op-ed": "opinion", "oped": "opinion",
    "editorial": "opinion", "column": "opinion", "commentary": "opinion", "interview": "interview",
    "q&a": "interview", "qa": "interview", "live": "live", "liveblog": "live", "live-blog": "live",
    "sport": "sport", "sports": "sport", "list": "list", "listicle": "list", "review": "review",
    "obituary": "obituary", "feature": "feature", "press-release": "press-release",
    "match-report": "sport", "letters": "letters", "letter": "letters", "recipe": "recipe", "poem": "poem",
}  # fmt: skip
_ALT_KEYS = ("alt", "alt_text", "alt-text", "alttext", "image_alt", "imagealt")
_NAME_KEYS = ("name", "text", "title")
_DATE = pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
_FILE_DATE = pattern(r"(?:.*[/\\])?(\d{4}-\d\d-\d\d)[-_][^/\\]*", re.ASCII | re.DOTALL)
_PROSE = pattern(r"\w\W* \W*\w")


def front_zones(source: str, front: Front, fields: Mapping[str, Sequence[str]]) -> Iterator[Zone]:
    """The zones of a story's metadata, in the order in which they stand."""
    chosen = _chosen(front, fields)
    for path, span in front.keys:
        if path[:2] == ("newslint", "ignore") and len(path) == 3:
            yield Zone("metadata", span, source[span.start : span.end], field=".".join(map(str, path)))
    for value in front.values:
        role = _role(value, chosen)
        zone = value.zone(source, role) if role else None
        if zone:
            yield zone


def _chosen(front: Front, fields: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The role of each top-level key that is used: of several keys for a field, the first with a value."""
    keys = {str(key).casefold(): key for key, value in front.data.items() if value not in (None, "", [])}
    chosen = {}
    for role in ZONE_FIELDS:
        for name in fields.get(role, ()):
            if name.casefold() in keys:
                chosen[keys[name.casefold()]] = role
                break
    for name in fields.get("date", ()):
        key = keys.get(name.casefold())
        if key is not None and day_in(front.data[key]):
            chosen[key] = "timestamp"
            break
    return chosen


def _role(value: Value, chosen: Mapping[str, str]) -> str:
    """The role of a value; none for one that is no copy (addresses, slugs, numbers)."""
    path, data = value.path, value.data
    if path[0] == "newslint":
        return "metadata" if path[1:2] == ("ignore",) and all(isinstance(step, int) for step in path[2:]) else ""
    role = chosen.get(str(path[0]), "")
    if role == "timestamp":
        return role
    if not isinstance(data, str) or not data.strip():
        return ""
    last = path[-1] if isinstance(path[-1], str) else ""
    if role and (len(path) == 1 or not last or last in _NAME_KEYS):
        return role
    nested = _nested_role(last.casefold())
    if nested and (len(path) > 1 or nested == "alt"):
        return nested
    return "metadata" if _PROSE.search(data) else ""


def _nested_role(key: str) -> str:
    """The role of a value inside another (the picture's caption in `image: {caption: …}`)."""
    if key in _ALT_KEYS:
        return "alt"
    return {"caption": "caption", "cutline": "caption", "credit": "credit", "attribution": "credit"}.get(key, "")


def day_in(value: Any) -> Date | None:
    """The day that a metadata value gives, as a date or as a text that begins with one."""
    if isinstance(value, Date):
        return Date(value.year, value.month, value.day)  # a datetime is a date as well
    found = _DATE.match(value.strip()) if isinstance(value, str) else None
    try:
        return Date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def story_date(data: Mapping[str, Any], fields: Mapping[str, Sequence[str]], path: str) -> Date | None:
    """The story's date: from its metadata, or else from a file name such as 2026-11-22-flood.md."""
    for value in field_values(data, fields, "date"):
        day = day_in(value)
        if day:
            return day
    named = _FILE_DATE.fullmatch(path)
    return day_in(named[1]) if named else None


def story_genre(data: Mapping[str, Any], fields: Mapping[str, Sequence[str]], otherwise: str) -> str:
    """The genre its metadata gives, where it is one that newslint knows; else what is known otherwise."""
    for value in field_values(data, fields, "kind"):
        for word in value if isinstance(value, list) else [value]:
            genre = GENRES.get(word.strip().casefold().replace(" ", "-")) if isinstance(word, str) else None
            if genre:
                return genre
    return otherwise


def story_language(data: Mapping[str, Any], fields: Mapping[str, Sequence[str]], otherwise: str) -> str:
    """The code of the language its metadata gives (“en” for “en-GB”); what is no language is passed over."""
    for value in field_values(data, fields, "language"):
        if isinstance(value, str) and (code := code_of(value)):
            return code
    return otherwise


def field_values(data: Mapping[str, Any], fields: Mapping[str, Sequence[str]], field: str) -> Iterator[Any]:
    """The values of the keys that stand for a field, in order of preference."""
    keys = {str(key).casefold(): key for key in data}
    for name in fields.get(field, ()):
        key = keys.get(name.casefold())
        if key is not None and data[key] is not None:
            yield data[key]
