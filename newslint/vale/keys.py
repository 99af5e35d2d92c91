"""What the keys of a rule file may hold: one value or several, as loosely as Vale takes them and no more so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.errors import NewslintError, near_miss
from newslint.base.schema import show
from newslint.base.typed import Any
from newslint.vale.extensions.base import TRUE, Extension, Spec

COMMON: Mapping[str, type] = {
    "extends": str, "message": str, "level": str, "scope": list, "link": str, "limit": int, "description": str,
    "action": dict, "name": str, "code": bool,
}  # fmt: skip
LEVELS = ("suggestion", "warning", "error")
SCOPES = (
    "text", "heading", "h1", "h2", "h3", "h4", "h5", "h6", "list", "blockquote", "table", "header", "cell", "figure",
    "caption", "attr", "alt", "frontmatter", "paragraph", "sentence", "summary", "raw",
)  # fmt: skip
_NOT_SEEN = (
    "link",
    "strong",
    "emphasis",
    "code",
    "comment",
)  # of Vale's, which newslint does not tell from the text round them
_ENDINGS = (
    "txt", "text", "md", "markdown", "mdx", "html", "htm", "xhtml", "adoc", "asciidoc", "rst", "xml", "json", "jsonl",
    "csv", "rtf", "docx", "odt", "eml",
)  # fmt: skip
_ACTION = ("name", "params")
_ACTIONS = ("", "suggest", "replace", "remove", "convert", "edit")
FALSE = frozenset(("", "0", "f", "false", "no", "off"))
_EXPECTED = {
    str: "a text", bool: "true or false", int: "a whole number", float: "a number", list: "a list of texts",
    dict: "texts, each with another (`here: there`)",
}  # fmt: skip
_HINTS = {
    list: "write each on its own line, after a dash",
    dict: "write each pair on its own line",
    bool: "write true, or leave the key out",
}


def mistakes(spec: Spec, known: type[Extension] | None) -> Iterator[NewslintError]:
    """All that is wrong with the keys of a rule file; of an unknown kind those that all rules have are looked at."""
    own = known.keys if known else {}
    for key, value in spec.data.items():
        kind = own.get(key) or COMMON.get(key)
        if kind is not None:
            if value is not None:
                yield from _of_value(spec, key, value, kind, nested=known is not None and key in known.nested)
        elif known is not None:
            said = f"{spec.id}: unknown key {show(key)}"
            yield spec.wrong(key, said, near_miss(str(key), [*COMMON, *own]), at_key=True)
    yield from _of_scopes(spec)
    if spec.data.get("message") is None:
        yield spec.wrong("extends", f"{spec.id} has no `message`", "write what an editor should read at each match")
    level = spec.data.get("level")
    if isinstance(level, str) and level and level not in LEVELS:
        said = f"{spec.id}: expected one of {', '.join(LEVELS)} after `level`, found {show(level)}"
        yield spec.wrong("level", said, near_miss(level, LEVELS))


def _of_value(spec: Spec, key: str, value: Any, kind: type, *, nested: bool) -> Iterator[NewslintError]:
    if key == "action":
        yield from _of_action(spec, value)
        return
    if key == "scope" and isinstance(value, (bool, int, float)):
        yield _wrong(spec, key, value, list)
        return
    if kind is list and isinstance(value, list):
        for n, item in enumerate(value):
            if not is_scalar(item) and not (nested and isinstance(item, dict)):
                yield _wrong(spec, key, item, str, n)
        return
    if kind is dict:
        parts = [value] if isinstance(value, dict) else value if isinstance(value, list) else None
        if parts is None or not all(isinstance(part, dict) for part in parts):
            yield _wrong(spec, key, value, dict)
            return
        at = () if isinstance(value, dict) else None
        for n, part in enumerate(parts):
            for name, item in part.items():
                if not is_scalar(item):
                    yield _wrong(spec, key, item, str, *((name,) if at == () else (n, name)))
        return
    if not _fits(value, kind):
        yield _wrong(spec, key, value, kind)


def _of_scopes(spec: Spec) -> Iterator[NewslintError]:
    """Scopes that no block has: a rule for them would find nothing, and nobody would know."""
    for scope in spec.texts("scope"):
        for part in scope.split("&"):
            words = part.strip().lstrip("~").split(".")
            if not part.strip().startswith("~") and (missing := _not_seen(words)):
                hint = "let it be for `text`, or name the rule under `without`"
                yield spec.wrong(
                    "scope", f"{spec.id}: newslint does not tell `{missing}` from the text round it", hint
                )
            elif unknown := _unknown_in(words):
                said = f"{spec.id}: unknown word {show(unknown)} in the scope {show(scope)}"
                yield spec.wrong("scope", said, near_miss(unknown, SCOPES))


def _not_seen(words: Sequence[str]) -> str:
    if {"table", "caption"}.issubset(words):
        return "table.caption"
    return next((word for word in words if word in _NOT_SEEN), "")


def _unknown_in(words: Sequence[str]) -> str:
    """The first word that is no scope; the last may be an ending of files, one after frontmatter a key."""
    for n, word in enumerate(words):
        if word == "frontmatter":
            break
        if word in SCOPES or word in _ENDINGS or word in _NOT_SEEN:
            continue
        if 0 < n == len(words) - 1 and "did you mean" not in near_miss(word, SCOPES):
            continue
        return word
    return ""


def _of_action(spec: Spec, value: Any) -> Iterator[NewslintError]:
    """`action: {name: replace, params: [...]}`."""
    if not isinstance(value, dict):
        hint = "write `action:` and below it `name: replace`"
        yield spec.wrong(
            "action", f"{spec.id}: expected `name` and `params` below `action`, found {show(value)}", hint
        )
        return
    for key, item in value.items():
        if key not in _ACTION:
            said = f"{spec.id}: unknown key {show(key)} in `action`"
            yield spec.wrong("action", said, near_miss(str(key), _ACTION))
        elif not is_scalar(item) and (key == "name" or not (isinstance(item, list) and all(map(is_scalar, item)))):
            yield _wrong(spec, "action", item, str if key == "name" else list, key)
        elif key == "name" and str("" if item is None else item) not in _ACTIONS:
            said = f"{spec.id}: unknown action {show(item)}"
            yield spec.wrong("action", said, near_miss(str(item), _ACTIONS[1:]), steps=(key,))


def _wrong(spec: Spec, key: str, value: Any, kind: type, *steps: str | int) -> NewslintError:
    inside = "".join(f" → {step + 1 if isinstance(step, int) else show(step)}" for step in steps)
    said = f"{spec.id}: expected {_EXPECTED[kind]} after `{key}`{inside}, found {show(value)}"
    return spec.wrong(key, said, _HINTS.get(kind, ""), steps=steps)


def is_scalar(value: Any) -> bool:
    """Whether a value is one text, number or date, or nothing."""
    return not isinstance(value, (dict, list, set, bytes))


def _fits(value: Any, kind: type) -> bool:
    """Whether Vale takes a value for a kind: numbers for texts, texts for numbers that they are, one for a list."""
    if not is_scalar(value):
        return False
    if kind is bool:
        return isinstance(value, (bool, int)) or str(value).lower() in TRUE | FALSE
    if kind in (int, float):
        try:
            return abs(float(value)) < float("inf")
        except (TypeError, ValueError, OverflowError):
            return False
    return True
