"""Styles looked at file by file: which rules load, and why others do not. For who brings styles along."""

from __future__ import annotations

import os
from collections.abc import Mapping

from newslint.base.errors import NewslintError, RuleError
from newslint.base.record import NamedTuple
from newslint.base.schema import Where, documents
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.model.rule_source import Beside
from newslint.vale.extensions.base import House, Spec
from newslint.vale.rules import ValeRule
from newslint.vale.style_files import BUILT_IN, MOST_BYTES
from newslint.vale.styles import MOST_FILES, rule_of, rules_of


class Loaded(NamedTuple):
    """What a style holds: its rules, each with its file; and by the names of those that do not load, why."""

    rules: Mapping[str, tuple[Spec | None, ValeRule]]
    refused: Mapping[str, NewslintError]


def load_style(root: str, style: str, house: House, where: Where) -> Loaded:
    """The rules of a style, by their ids; raises NewslintError where there is no such style."""
    folder = os.path.join(root, style)
    if style == BUILT_IN or os.sep in style or style in ("", ".", "..") or not os.path.isdir(folder):
        value = {"styles-path": os.path.abspath(root), "based-on": [style]}
        made = rules_of(value, where, Beside(root, outside=True))  # one that newslint brings itself, if there is such
        return Loaded({rule.id: (None, rule) for rule in made if isinstance(rule, ValeRule)}, {})
    rules: dict[str, tuple[Spec | None, ValeRule]] = {}
    refused: dict[str, NewslintError] = {}
    for path in style_files(folder):
        name = os.path.basename(path).partition(".")[0]
        try:
            spec = read_spec(path, style)
            rules[spec.id] = (spec, rule_of(spec, house))
        except NewslintError as error:
            refused[f"vale/{style}.{name}"] = error
    return Loaded(rules, refused)


def style_files(folder: str) -> list[str]:
    """The rule files of a style's folder, in order; raises RuleError where they are too many."""
    files = sorted(name for name in os.listdir(folder) if name.endswith(".yml"))
    if len(files) > MOST_FILES:
        raise RuleError(f"this style has more than {MOST_FILES:,} rules", folder)
    return [os.path.join(folder, name) for name in files]


def read_spec(path: str, style: str) -> Spec:
    """What a rule file says; raises RuleError for one that cannot be read, or is none."""
    try:
        text = read_text(path, MOST_BYTES)
    except UnreadableStory as error:
        raise RuleError(f"the rule cannot be read: {error}", path) from None
    found = documents(text, path, RuleError)
    data: Any = found[0].data if found else None
    if not isinstance(data, dict):
        raise RuleError("this is no rule of Vale's: it should have the keys `extends` and `message`", path)
    return Spec(style, os.path.basename(path).partition(".")[0], data, Where(path, found[0], RuleError))
