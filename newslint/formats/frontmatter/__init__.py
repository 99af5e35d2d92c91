"""Front matter: the block of metadata before a post's text, read with the place of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.base.yamltext import KEY, Document, Path, YamlError, load
from newslint.formats.frontmatter._flat_yaml import load_flat
from newslint.formats.frontmatter._front import Front as Front  # also for those who read posts
from newslint.formats.frontmatter._front import Value

__all__ = ["Front", "Value", "read_front"]

_OPEN = pattern(
    r"\s*(?:(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)"
    r"|(?:(?P<round>;;;|---(?=json))(?:json)?\s*)?(?P<json>\{)(?=\s*[\"}]))"
)
_CLOSE = {
    "---": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_KEY_LINE = pattern(r"(?<![^\r\n])[\"']?[A-Za-z_][\w.-]*+[\"']?[ \t]*+[:=](?=\s|\Z)")
_LONGEST = 64 * 1024  # code points of YAML that ruamel.yaml reads within a second
_SKIPPED = pattern(r"\s+|#[^\r\n]*")
_METADATA_LINE = pattern(
    r"(?:[A-Za-z_][\w.-]*[ \t]*:(?=[ \t\r\n]|\Z)[^\r\n]*|[ \t]+[^\s][^\r\n]*|-[ \t][^\r\n]*|#[^\r\n]*)"
    r"(?:\r\n|\r|\n|\Z)"
)
_PLAIN_LINE = pattern(r"(?<![^\r\n])([A-Za-z_][\w-]*+)[ \t]*+:[ \t]++([^\s#][^\r\n]*)")
_PROPERTIES = pattern(r"(?:[&!][^\s]*[ \t]+)+")
_BLOCK_HEADER = pattern(r"[|>][^\r\n]*(?:\r\n|\r|\n)?")


def read_front(text: str) -> Front:
    """The front matter that a text begins with: YAML between `---`, TOML between `+++`, or JSON, bare or fenced.

    A text without any gives an empty one that ends at 0.
    """
    opened = _OPEN.match(text)
    if not opened:
        return Front(0)
    if opened["json"]:
        from newslint.formats.frontmatter._toml_json import read_json

        return read_json(text, opened.start("json"), bool(opened["round"]))
    start, fence = opened.end(), opened["fence"]
    closed = _CLOSE[fence].search(text, start)
    if closed:
        inner, body = Span(start, closed.start()), closed.end()
        if fence == "---":
            return _read_yaml(text, inner, body) or Front(0)
        from newslint.formats.frontmatter._toml_json import read_toml

        return Front(body, *read_toml(text, inner))
    if not _KEY_LINE.match(text, _first_key(text, start)):
        return Front(0)
    at = start
    while line := _METADATA_LINE.match(text, at):
        if line.end() == at:
            break
        at = line.end()
    front = _salvaged(text, Span(start, at), at)
    fence_at = Span(opened.start("fence"), opened.end("fence"))
    lost = f"it begins here but never ends: a line with “{fence}” is missing after it"
    return front._replace(damage=((fence_at, lost),))


def _first_key(text: str, start: int) -> int:
    """Where the first line stands that is neither empty nor a comment."""
    while (skipped := _SKIPPED.match(text, start)) and skipped.end() > start:
        start = skipped.end()
    return start


def _read_yaml(text: str, inner: Span, body: int) -> Front | None:
    """YAML front matter; none where what stands between the dashes is no metadata but prose."""
    yaml = text[inner.start : inner.end]
    document = load_flat(yaml)
    if document is None:
        try:
            document = _load(yaml)
        except YamlError as error:
            if not _looks_like_metadata(yaml):
                return None
            from newslint.formats.frontmatter._yaml_faults import yaml_damage

            return _salvaged(text, inner, body)._replace(damage=(yaml_damage(text, inner, error),))
    if document.data is None:
        return Front(body) if not yaml.strip() or yaml.lstrip().startswith("#") else None
    if not isinstance(document.data, dict):
        return None
    values = tuple(_values(text, document, inner.start))
    keys = tuple(
        (path[:-1], Span(inner.start + mark.start, inner.start + mark.end))
        for path, mark in document.marks.items()
        if path and path[-1] == KEY and path[0] == "newslint"
    )
    return Front(body, document.data, values, keys)


def _load(yaml: str) -> Document:
    """The YAML document; raises YamlError, also for one that would take long."""
    if len(yaml) > _LONGEST:
        raise YamlError(f"it is longer than {_LONGEST >> 10} KB, and not written plainly", 1, 1)
    return load(yaml)


def _looks_like_metadata(yaml: str) -> bool:
    """Whether at least half of the lines between the dashes are such as metadata has."""
    lines = [line for line in yaml.splitlines() if line.strip()]
    return bool(_KEY_LINE.search(yaml)) and 2 * sum(bool(_METADATA_LINE.match(line)) for line in lines) >= len(lines)


def _values(text: str, document: Document, base: int) -> Iterator[Value]:
    """The scalars of a document, in the order in which they stand, each place once (aliases repeat them)."""
    end = -1
    found = sorted(
        (mark.start, mark.end, path) for path, mark in document.marks.items() if not path or path[-1] != KEY
    )
    for start, stop, path in found:
        data = _at(document.data, path)
        if start < end or start == stop or isinstance(data, (dict, list)) or data is None:
            continue
        end = stop
        start, stop = base + start, base + stop
        if properties := _PROPERTIES.match(text, start, stop):
            start = properties.end()
        style = {"'": "single", '"': "double", "|": "block", ">": "block"}.get(text[start : start + 1], "")
        if style == "block" and (header := _BLOCK_HEADER.match(text, start, stop)):
            start = header.end()
        yield Value(path, data, Span(start, stop), style)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _salvaged(text: str, inner: Span, body: int) -> Front:
    """What can be made of metadata that is no valid YAML: its lines of the form `key: value`."""
    data: dict[str, Any] = {}
    values = []
    for m in _PLAIN_LINE.finditer(text, inner.start, inner.end):
        key, said = m[1], m[2].rstrip()
        if key in data or said[0] in "|>[{":
            continue
        quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
        data[key] = said[1:-1] if quoted else said
        style = ("single" if said[0] == "'" else "double") if quoted else ""
        values.append(Value((key,), data[key], Span(m.start(2), m.start(2) + len(said)), style))
    return Front(body, data, tuple(values))
