"""newslint's own rules, kinds, formats, styles and reporters, registered through the hooks that plugins use.

Its functions are the hooks of `hookspecs` by name; unlike a plugin it is asked without pluggy, whose import takes
as long as the check of three stories and which an installation without plugins does not need.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from newslint.base.environment import HERE, rules_folder
from newslint.base.typed import IO, Any
from newslint.formats import Format
from newslint.kinds.base import KindRule
from newslint.model.finding import Report
from newslint.model.rule import Rule
from newslint.model.rule_source import RuleSource
from newslint.model.story import Analysis
from newslint.rulebook.cards import Card, rules_of
from newslint.rulebook.format_cards import formats_of
from newslint.vale.source import ValeSource


def modules_in(package: str) -> list[Any]:
    """Every module of one of our folders, in the order of their names."""
    return [import_module(f"newslint.{package}.{name}") for name in _names_in(package)]


def _names_in(package: str) -> list[str]:
    found = sorted(name[:-3] for name in os.listdir(os.path.join(HERE, package)) if name.endswith(".py"))
    return [name for name in found if name != "base" and name[0] != "_"]


def _classes(package: str, base: type) -> list[Any]:
    return [
        thing
        for module in modules_in(package)
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, base) and thing.__module__ == module.__name__
    ]


def register_rules() -> Iterator[type[Rule] | Card]:
    """Every rule in `checks/`; for one that is off there may be its card, so that its file is not read."""
    folder = os.path.join(HERE, "checks")
    return rules_of((f"newslint.checks.{name}", os.path.join(folder, f"{name}.py")) for name in _names_in("checks"))


def register_rule_files() -> Iterable[str]:
    """Every topic's folder in `rules/`."""
    folder = rules_folder()
    return [
        os.path.join(folder, name)
        for name in sorted(os.listdir(folder))
        if name not in ("styles", "names", "residue", "hosts")
    ]


def register_rule_sources() -> Mapping[str, RuleSource]:
    """Vale's styles."""
    return {"vale": ValeSource()}


def register_kinds() -> Mapping[str, type[KindRule]]:
    """Every kind in `kinds/`, by its file's name."""
    return {kind.__module__.rpartition(".")[2]: kind for kind in _classes("kinds", KindRule)}


def register_formats() -> Iterable[Format]:
    """Every format in `formats/`: what its files name in `FORMATS`; each is imported when a file asks for it."""
    folder = os.path.join(HERE, "formats")
    names = (name for name in _names_in("formats") if name not in ("frontmatter",))
    return formats_of((f"newslint.formats.{name}", os.path.join(folder, f"{name}.py")) for name in names)


def register_analyses() -> Iterable[Analysis[Any]]:
    """None: the built-in analyses are asked for by name."""
    return []


def register_styles() -> Mapping[str, str]:
    """Every style in `rules/styles/`."""
    folder = os.path.join(rules_folder(), "styles")
    return {name[:-5]: os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".yaml")}


def register_reporters() -> Mapping[str, Callable[[Report, IO[str]], None]]:
    """Every module in `reporters/`, by its file's name."""
    return {module.__name__.rpartition(".")[2]: module.write for module in modules_in("reporters")}
