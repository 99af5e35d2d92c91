"""What is wrong with a plugin's hooks, and with what they give: found before anything of it is used."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType

from newslint.base.environment import Plugin
from newslint.base.errors import near_miss
from newslint.base.outside import Misfit, is_text, shown
from newslint.base.schema import Shape
from newslint.base.typed import Any
from newslint.kinds.base import KindRule
from newslint.model.rule import Rule
from newslint.model.story import Analysis
from newslint.rulebook import hookspecs

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("register_"))
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]*")


def check_hooks(loaded: Any) -> None:
    """Raise Misfit where a plugin has a hook that newslint does not know, that is not marked, or none at all."""
    marked = 0
    for name in dir(loaded):
        value = getattr(loaded, name, None)
        options = getattr(value, "newslint_impl", None)
        if isinstance(options, Mapping):
            marked += 1
            _check_hook(options.get("specname") or name, value, options)
        elif name.startswith("register_") and _is_own(value, loaded):
            if name in HOOKS:
                raise Misfit(f"its function {name} is no hook yet: write @hookimpl above it")
            if near_miss(name, HOOKS).startswith("did you mean"):
                raise Misfit(f"“{name}” is no hook: {near_miss(name, HOOKS)}")
    if not marked:
        raise Misfit(f"it has no hook, and so brings nothing: the hooks are {', '.join(HOOKS)}")


def _is_own(value: object, loaded: Any) -> bool:
    """Whether a function is written in a plugin's module, and not merely imported there."""
    if not callable(value):
        return False
    return not isinstance(loaded, ModuleType) or getattr(value, "__module__", "") == loaded.__name__


def _check_hook(name: str, value: Any, options: Mapping[str, Any]) -> None:
    if name not in HOOKS:
        raise Misfit(f"“{name}” is no hook: {near_miss(name, HOOKS)}")
    if options.get("wrapper") or options.get("hookwrapper"):
        raise Misfit(
            f"its hook {name} is a wrapper: newslint asks each plugin by itself, so there is nothing to wrap"
        )
    asked = [
        one.name
        for one in inspect.signature(value).parameters.values()
        if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]
    if asked:
        raise Misfit(f"its hook {name} asks for {', '.join(asked)}: a hook of newslint takes nothing")


def accepted(hook: str, given: Any) -> Any:
    """What a hook gave, as a list or dict of what it may give; raises Misfit for anything else."""
    expected, named, fault_of = _EXPECTED[hook]
    if named:
        if not isinstance(given, Mapping):
            raise Misfit(f"it gave {shown(given)}: {expected} by their names were expected, as a dict")
        for name, thing in given.items():
            if not (isinstance(name, str) and _WORD.fullmatch(name)):
                raise Misfit(f"it gave the name {shown(name)}: small letters, digits, hyphens and _ were expected")
            if fault := fault_of(thing):
                raise Misfit(f"it gave, as “{name}”, {shown(thing)}: {fault}")
        return dict(given)
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        raise Misfit(f"it gave {shown(given)}: {expected} were expected, in a list")
    listed = list(given)
    for thing in listed:
        if fault := fault_of(thing):
            raise Misfit(f"it gave {shown(thing)}: {fault}")
    return listed


def _rule_fault(thing: Any) -> str:
    if isinstance(thing, Rule):
        return "give the class, not an instance of it"
    if not (isinstance(thing, type) and issubclass(thing, Rule)):
        return "it must be a Rule class"
    return "a kind of rule belongs in register_kinds" if issubclass(thing, KindRule) else ""


def _file_fault(thing: Any) -> str:
    if not isinstance(thing, (str, os.PathLike)):
        return "it must be a path"
    if not os.path.exists(thing):
        return "there is no such rule file or folder; is it packed with the plugin?"
    folder = str(os.fspath(thing))
    if os.path.isdir(folder) and not any(n.endswith((".yaml", ".yml")) for _, _, ns in os.walk(folder) for n in ns):
        return "there is no rule file in this folder; are they packed with the plugin?"
    return ""


def _style_fault(thing: Any) -> str:
    if not isinstance(thing, (str, os.PathLike)):
        return "it must be the path of a YAML file"
    return "" if os.path.isfile(thing) else "there is no such file; is it packed with the plugin?"


def _kind_fault(thing: Any) -> str:
    if not (isinstance(thing, type) and issubclass(thing, KindRule)):
        return "it must be a KindRule class"
    for name in ("required", "adjustable"):
        keys = getattr(thing, name)
        if isinstance(keys, str) or not set(keys) <= set(thing.keys):
            return f"its `{name}` must list some of its `keys`"
    return ""


def _format_fault(thing: Any) -> str:
    if isinstance(thing, type):
        return f"give an instance, {thing.__name__}(), not the class"
    name, endings = getattr(thing, "name", None), getattr(thing, "extensions", None)
    if not (isinstance(name, str) and _WORD.fullmatch(name)):
        return "a format needs a `name`, in small letters"
    if not (isinstance(endings, (tuple, list)) and all(isinstance(e, str) for e in endings)):
        return "a format needs `extensions`, a tuple of texts such as (“.slip”,)"
    for ending in endings:
        if not re.fullmatch(r"\.[^.\sA-Z/\\]+", ending):
            return f"its ending {shown(ending)} should be a dot and small letters, such as “.slip”"
    return "" if callable(getattr(thing, "parse", None)) else "a format needs a method `parse(source, reading)`"


def _analysis_fault(thing: Any) -> str:
    if not isinstance(thing, Analysis):
        return "it must be an Analysis"
    if not (is_text(thing.name) and callable(thing.run)):
        return "an analysis has a name and a function"
    known = _analysis_names()
    if thing.name not in known:
        return f"newslint has no analysis “{thing.name}” to replace: {near_miss(thing.name, known)}"
    return ""


def _analysis_names() -> set[str]:
    """The names of all analyses of newslint's own."""
    import pkgutil
    from importlib import import_module

    from newslint import analyses

    found = set()
    for module in pkgutil.walk_packages(analyses.__path__, "newslint.analyses."):
        things = vars(import_module(module.name)).values()
        found |= {thing.name for thing in things if isinstance(thing, Analysis)}
    return found


def _reporter_fault(thing: Any) -> str:
    return "" if callable(thing) else "it must be a function that takes a report and a stream"


def _source_fault(thing: Any) -> str:
    if isinstance(thing, type):
        return f"give an instance, {thing.__name__}(), not the class"
    if not isinstance(getattr(thing, "shape", None), Shape):
        return "a rule source needs a `shape`, such as Record({…}), of what may stand under its key"
    for name in ("rules", "files", "folders"):
        if not callable(getattr(thing, name, None)):
            return f"a rule source needs a method `{name}`"
    return ""


# for each hook: what it gives, whether by name, and what is wrong with one such thing
_EXPECTED: Mapping[str, tuple[str, bool, Callable[[Any], str]]] = {
    "register_rules": ("Rule classes", False, _rule_fault),
    "register_rule_files": ("paths", False, _file_fault),
    "register_rule_sources": ("rule sources", True, _source_fault),
    "register_kinds": ("KindRule classes", True, _kind_fault),
    "register_formats": ("formats", False, _format_fault),
    "register_analyses": ("analyses", False, _analysis_fault),
    "register_styles": ("paths of YAML files", True, _style_fault),
    "register_reporters": ("functions", True, _reporter_fault),
}


def wanted_newslint(plugin: Plugin) -> str:
    """The releases of newslint that a plugin's package asks for; "" where it does not say."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        asked = requires(plugin.distribution) or []
    except (PackageNotFoundError, ValueError):
        return ""
    found = [re.match(r"\s*newslint\s*(?:\[[^]]*\])?\s*\(?([^;)]*)", one, re.IGNORECASE) for one in asked]
    return next((m[1].strip() for m in found if m), "")
