"""Values as YAML writes them, on few lines, whatever a stranger has called his files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.showing import json_text, showable

_PLAIN = pattern(r"\.?[A-Za-z][A-Za-z0-9_-]*(?:[ ./][A-Za-z0-9_-]+)*")
# Which YAML takes for something else, in this release or in older ones.
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
_WIDTH = 112


def scalar(text: str) -> str:
    """A text, in quotation marks unless it is of letters that mean nothing in YAML."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if "\\" in text and text == showable(text):  # a pattern: as it stands
        return "'" + text.replace("'", "''") + "'"
    return json_text(text)


def flow(value: str | Sequence[str]) -> str:
    """A text, or a list of texts on one line."""
    return scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"


def mapping(values: Mapping[str, str]) -> str:
    """Keys with texts, on one line."""
    return "{" + ", ".join(f"{scalar(key)}: {scalar(value)}" for key, value in values.items()) + "}"


def listed(key: str, values: Sequence[str], indent: str = "") -> Iterator[str]:
    """A key with a list of texts, on as many lines as it takes."""
    line = f"{indent}{key}: ["
    for n, value in enumerate(values):
        part = scalar(value) + (", " if n < len(values) - 1 else "]")
        if len(line) + len(part) > _WIDTH and line.strip():
            yield line.rstrip()
            line = f"{indent}  "
        line += part
    yield line if values else f"{line}]"
