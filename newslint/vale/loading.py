"""Styles looked at file by file: which rules load, and why others do not. For who brings styles along."""

from __future__ import annotations

import os
from collections.abc import Mapping

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.schema import Where
from newslint.model.rule_source import Beside
from newslint.vale.extensions.base import House, Spec
from newslint.vale.rules import ValeRule
from newslint.vale.style_files import BUILT_IN
from newslint.vale.styles import rule_of, rules_of, specs_of


class Loaded(NamedTuple):
    """What a style holds: its rules, each with its file; and by the names of those that do not load, why."""

    rules: Mapping[str, tuple[Spec | None, ValeRule]]
    refused: Mapping[str, NewslintError]


def load_style(root: str, style: str, house: House, where: Where) -> Loaded:
    """The rules of a style, by their ids; raises NewslintError where there is no such style."""
    if style == BUILT_IN:
        value = {"styles-path": os.path.abspath(root), "based-on": [style]}
        made = rules_of(value, where, Beside(root, outside=True))
        return Loaded({rule.id: (None, rule) for rule in made if isinstance(rule, ValeRule)}, {})
    rules: dict[str, tuple[Spec | None, ValeRule]] = {}
    refused: dict[str, NewslintError] = {}
    for found in specs_of(root, style, where, house):
        try:
            if isinstance(found, NewslintError):
                raise found
            rules[found.id] = (found, rule_of(found, house))
        except NewslintError as error:
            name = found.name if isinstance(found, Spec) else os.path.basename(found.path).partition(".")[0]
            refused[f"vale/{style}.{name}"] = error
    return Loaded(rules, refused)
