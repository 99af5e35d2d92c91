"""What is wrong with a plugin's rule class: attributes misspelt, or of another type than a rule needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date

from newslint.base.errors import near_miss
from newslint.base.outside import is_text, shown
from newslint.model.finding import CONFIDENCES, SEVERITIES
from newslint.model.rule import STATUSES, CorpusRule, Evidence, Example, Rule
from newslint.model.story import ROLES, Analysis

CONDITION_KEYS = ("kind", "format", "language", "section", "byline")
_NEAR = 0.8  # of 1: how like a name of ours a name is that was surely meant for it
_TEXTS = ("id", "topic", "finds", "message", "why", "source", "axis")
_LONGEST = 90  # characters that `finds` may have
_FROM_CONFIGURATION = (
    "severity_set",
    "as_of",
    "names",
    "origin",
    "kind",
    "settings",
    "style",
    "style_changes",
    "by_configuration",
)


def class_fault(cls: type[Rule]) -> tuple[str, str]:
    """What is wrong with a rule class and what to do about it; two empty texts if nothing is."""
    return next(_faults(cls), ("", ""))


def value_fault(rule: Rule) -> tuple[str, str]:
    """The same for the attributes of a rule that is made."""
    return next(_wrong_values(rule), ("", ""))


def _faults(cls: type[Rule]) -> Iterator[tuple[str, str]]:
    yield from _misspelt(cls)
    for name in _FROM_CONFIGURATION:
        if any(name in vars(base) for base in _own_classes(cls)):
            yield f"“{name}” is set by newslint, not by a rule", "take it out, or call it something else"
    yield from _wrong_values(cls)
    yield from _options(cls)
    yield from _methods(cls)


def _wrong_values(cls: type[Rule] | Rule) -> Iterator[tuple[str, str]]:
    """Faults of attributes, of a class or of a rule that is made."""
    for name in _TEXTS:
        if not is_text(getattr(cls, name)):
            yield _wrong(name, getattr(cls, name), "a text")
    for name in ("id", "topic", "message"):
        if not getattr(cls, name):
            yield f"it has no {name}", f"give it one: {name} = “…”"
    if len(cls.finds) > _LONGEST:
        yield f"`finds` has {len(cls.finds)} characters", f"say what it finds in at most {_LONGEST}"
    for name, known in (
        ("severity", SEVERITIES),
        ("confidence", CONFIDENCES),
        ("status", STATUSES),
        ("in_quotes", ("skip", "only", "both")),
    ):
        value = getattr(cls, name)
        if not (isinstance(value, str) and value in known):
            yield f"unknown {name.replace('_', '-')} {_quoted(value)}", near_miss(str(value), known)
    yield from _lists(cls)
    yield from _types(cls)
    yield from _conditions(cls)


def _types(cls: type[Rule] | Rule) -> Iterator[tuple[str, str]]:
    for name, shape, said in (
        ("default", bool, "True or False"),
        ("dated", bool, "True or False"),
        ("about_names", bool, "True or False"),
    ):
        if not isinstance(getattr(cls, name), shape):
            yield _wrong(name, getattr(cls, name), said)
    for name, kind, said in (
        ("since", Date, "a datetime.date"),
        ("until", Date, "a datetime.date"),
        ("evidence", Evidence, "an Evidence"),
        ("needs", Analysis, "an Analysis"),
    ):
        value = getattr(cls, name)
        if not (value is None or isinstance(value, kind)):
            yield _wrong(name, value, said)


def _lists(cls: type[Rule] | Rule) -> Iterator[tuple[str, str]]:
    """Faults of what must be a tuple or list of something."""
    for name in ("zones", "aliases", "yields_to"):
        value = getattr(cls, name)
        if isinstance(value, str):
            yield f"`{name}` is a text, {_quoted(value)}", f'write {name} = ("{value}",), with the comma'
        elif not (isinstance(value, (tuple, list)) and all(isinstance(each, str) for each in value)):
            yield _wrong(name, value, "a tuple of texts")
    for role in cls.zones:
        if role not in ROLES:
            yield f"unknown zone {_quoted(role)}", near_miss(role, ROLES)
    if not isinstance(cls.examples, (tuple, list)) or isinstance(cls.examples, Example):
        yield _wrong("examples", cls.examples, "a tuple of Bad(…), Good(…) and KnownFalse(…)")
    for example in cls.examples:
        if not (isinstance(example, Example) and is_text(example.text)):
            yield _wrong("examples", example, "a tuple of Bad(…), Good(…) and KnownFalse(…)")


def _conditions(cls: type[Rule] | Rule) -> Iterator[tuple[str, str]]:
    for name in ("when", "unless"):
        value = getattr(cls, name)
        if not isinstance(value, Mapping):
            yield _wrong(name, value, "a dict such as {“kind”: [“opinion”]}")
            continue
        for key, listed in value.items():
            if key not in CONDITION_KEYS:
                yield f"`{name}` has an unknown key {_quoted(key)}", near_miss(str(key), CONDITION_KEYS)
            elif not (isinstance(listed, (tuple, list)) and all(isinstance(each, str) for each in listed)):
                yield f"`{name}` → {key} is {shown(listed)}", "a list of texts was expected"


def _options(cls: type[Rule]) -> Iterator[tuple[str, str]]:
    for option in cls.declared_options().values():
        if option.name in ("severity", "confidence"):
            yield f"an option may not be called “{option.name}”", "a configuration sets that of every rule already"
        if not is_text(option.help) or not option.help:
            yield f"the option “{option.name}” does not say what it is for", "Option(default, “what it is for”)"
        if not isinstance(option.default, (bool, int, float, str, tuple)):
            yield _wrong(option.name, option.default, "a default that is a text, a number, True, False or a tuple")
        default = list(option.default) if isinstance(option.default, tuple) else option.default
        try:
            option.accept(default)
        except (ValueError, TypeError) as error:
            yield f"the option “{option.name}” does not accept its own default: {error}", ""


def _methods(cls: type[Rule]) -> Iterator[tuple[str, str]]:
    """Faults of a rule that can find nothing."""
    wanted = ("collect", "merge", "judge") if issubclass(cls, CorpusRule) else ("check", "check_zone")
    made = [name for name in wanted if getattr(cls, name) is not getattr(_base(cls), name)]
    for name in wanted:
        if not callable(getattr(cls, name)):
            yield _wrong(name, getattr(cls, name), "a method")
    if issubclass(cls, CorpusRule) and len(made) < len(wanted):
        missing = next(name for name in wanted if name not in made)
        yield f"it has no method `{missing}`", "a CorpusRule needs collect, merge and judge"
    elif not made:
        yield "it finds nothing: it has neither `check` nor `check_zone`", "define one of them"


def _base(cls: type[Rule]) -> type[Rule]:
    return CorpusRule if issubclass(cls, CorpusRule) else Rule


def _own_classes(cls: type[Rule]) -> Iterable[type]:
    return [base for base in cls.__mro__ if base is not object and not base.__module__.startswith("newslint.")]


def _misspelt(cls: type[Rule]) -> Iterator[tuple[str, str]]:
    """Names of its own that were surely meant for one of a rule's."""
    known = {name for name in (*dir(_base(cls)), *Rule.__annotations__) if name[0] != "_"}
    for base in _own_classes(cls):
        for name in (*vars(base), *vars(base).get("__annotations__", ())):
            if name[0] != "_" and name not in known and (meant := _meant(name, known)):
                yield f"a rule has no attribute “{name}”", f"did you mean “{meant}”? Else give it another name"


def _meant(name: str, known: Iterable[str]) -> str:
    """The one of the names that another is a slip of the pen for; "" for none."""
    near = [other for other in known if abs(len(other) - len(name)) <= 2 and len(set(other) ^ set(name)) <= 2]
    if not near:
        return ""
    from difflib import SequenceMatcher  # here: few names come near

    ranked = sorted((SequenceMatcher(None, name.lower(), other).ratio(), other) for other in near)
    ratio, best = ranked[-1]
    return best if ratio >= _NEAR else ""


def _wrong(name: str, value: object, expected: str) -> tuple[str, str]:
    return f"`{name}` is {shown(value)}", f"{expected} was expected"


def _quoted(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) and value.isprintable() and len(value) < 40 else shown(value)
