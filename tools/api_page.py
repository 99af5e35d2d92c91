"""The page of the Python API, docs/api.md, printed from signatures and docstrings (`make docs`)."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import newslint  # noqa: E402

HEAD = """\
# Python API

What `import newslint` offers, printed from the code by `make docs`. [From Python](python.md) shows how it is used,
[Writing plugins](writing-plugins.md) how to add rules and formats. All of it is public: [policy](policy.md) says what
that means.

Units are the same everywhere. A `Span` is a stretch of the source, the text as it was read. It is half open and in
code points (what `len` of a Python text counts), from 0. A `start` and an `end` beside a `zone` are offsets in that
zone's prose, `zone.text`: `zone.to_source(start, end)` gives their span. Lines and columns are from 1.

`Confidence` is `"low"`, `"medium"` or `"high"`. `Severity` is `"note"`, `"warning"` or `"error"`. `Safety` is
`"safe"` or `"offer"`. `GivenAs` is `"full"`, `"surname"`, `"first"` or `"family"`. `Entity` is `"person"`, `"place"`
or `"body"`. `Date` is `datetime.date`.
"""
GROUPS = {
    "Read, check and fix": ("check", "fix", "Fixed", "read", "read_all", "locate"),
    "What is worked out from a story": (
        "quotes", "Quote", "people", "Person", "speakers", "Speaker", "mentions", "Mention", "dateline", "Dateline",
        "DatelinePart", "Flaw", "dates", "Moment", "DateReading", "quantities", "Quantity",
        "changes", "Change", "groups", "Listed", "spans", "TimeSpan", "When", "sentences", "Sentence", "Analysis",
    ),
    "Stories": ("Story", "Zone", "Segment", "Prose", "Source", "Span", "Position", "LineIndex"),
    "Findings": (
        "Finding", "Related", "Fix", "Edit", "Entry", "Place", "Frame", "LocatedFix", "LocatedEdit",
    ),
    "Errors": ("NewslintError", "ConfigError", "RuleError", "PluginError", "UnreadableStory", "NoStory"),
    "Rules": (
        "Rule", "CorpusRule", "Option", "Bad", "Good", "KnownFalse", "Example", "SetIn", "Evidence", "HouseNames",
        "Name", "RuleSource", "Beside", "Ensemble", "Broken",
    ),
    "Formats and reports": (
        "hookimpl", "Format", "Reading", "Unread", "Report", "Failure", "Background", "About", "Allowance",
        "ZoneBlock", "Look",
    ),
    "Kinds of YAML rule": (
        "KindRule", "Hit", "Needle", "Shape", "Text", "Number", "Flag", "Day", "ListOf", "MapOf", "Record", "Either",
        "Anything", "Where", "Document", "Mark",
    ),
}  # fmt: skip
_LINE = 100  # characters of a signature before it goes on several lines


def page() -> str:
    """The whole page."""
    parts = [HEAD.rstrip("\n")]
    for title, names in GROUPS.items():
        parts.append(f"## {title}")
        for name in names:
            parts += [f"### {name}", *_described(name, getattr(newslint, name))]
    return "\n\n".join(parts) + "\n"


def _described(name: str, thing: Any) -> Iterator[str]:
    if isinstance(thing, newslint.Analysis):
        yield _code(f"story.get(newslint.{name})  # {thing.run.__annotations__['return']}")
        yield _said(thing.run)
    elif inspect.isclass(thing):
        yield _said(thing)
        yield from _class(name, thing)
    elif inspect.isfunction(thing):
        yield _code(f"def {_signature(name, thing)}: ...")
        yield _said(thing)
    else:
        yield "Marks a function of a plugin as one of its hooks: `@hookimpl`."


def _class(name: str, cls: type) -> Iterator[str]:
    """How one is made or what it holds, then what it offers."""
    kinds = inspect.get_annotations(cls)
    fields = [_field(cls, field, kind) for field, kind in kinds.items() if not field.startswith("_")]
    init = vars(cls).get("__init__")
    if fields:
        bases = [base.__name__ for base in getattr(cls, "__orig_bases__", cls.__bases__) if base is not object]
        yield _code("\n    ".join([f"class {name}({', '.join(bases)}):" if bases else f"class {name}:", *fields]))
    elif inspect.isfunction(init):
        head = _signature("__init__", init, itself=True).partition(" -> ")[0]
        yield _code(f"class {name}:\n" + indent(f"def {head}: ...", "    "))
    offered = [line for member, value in vars(cls).items() if (line := _member(member, value))]
    if offered:
        yield "\n".join(offered)


def _field(cls: type, name: str, kind: Any) -> str:
    kind = getattr(kind, "__forward_arg__", kind)
    default = getattr(cls, "_field_defaults", vars(cls)).get(name, inspect.Parameter.empty)
    return f"{name}: {kind}" + ("" if default is inspect.Parameter.empty else f" = {_value(default)}")


def _value(value: Any) -> str:
    """A default as Python writes it, or three dots where that says nothing."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return f"{type(value).__name__}()"
    shown = value.__name__ if inspect.isclass(value) else repr(value).replace("'", '"')
    return "..." if len(shown) > _LINE or shown.startswith("<") else shown


def _member(name: str, value: Any) -> str:
    """A public method or property, with what it is for."""
    called = getattr(value, "fget", None) or getattr(value, "__func__", value)
    if name.startswith("_") or not inspect.isfunction(called) or not called.__doc__:
        return ""
    shown = _signature(name, called, most=sys.maxsize)
    if isinstance(value, property):
        shown = shown.replace("() -> ", ": ")
    return f"* `{shown}`  \n  {' '.join(_said(called).split())}"


def _signature(name: str, function: Any, most: int = _LINE, *, itself: bool = False) -> str:
    """A function's name, what it takes (`itself`: the object, too) and gives; on several lines where that is long."""
    given, parts, starred = inspect.signature(function), list[str](), False
    for parameter in given.parameters.values():
        if parameter.name in ("self", "cls") and not itself:
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        parts.append(_parameter(parameter))
    result = "" if given.return_annotation is given.empty else f" -> {given.return_annotation}"
    whole = f"{name}({', '.join(parts)}){result}"
    return whole if len(whole) <= most else f"{name}(\n    " + ",\n    ".join(parts) + f",\n){result}"


def _parameter(parameter: inspect.Parameter) -> str:
    stars = "**" if parameter.kind is parameter.VAR_KEYWORD else "*" * (parameter.kind is parameter.VAR_POSITIONAL)
    kind = "" if parameter.annotation is parameter.empty else f": {parameter.annotation}"
    if parameter.default is parameter.empty:
        return f"{stars}{parameter.name}{kind}"
    return f"{parameter.name}{kind}{' = ' if kind else '='}{_value(parameter.default)}"


def _said(thing: Any) -> str:
    return inspect.getdoc(thing) or ""


def _code(text: str) -> str:
    return f"```python\n{text}\n```"
