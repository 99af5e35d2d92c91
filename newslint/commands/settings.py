"""`newslint settings`: what holds for a path once everything is resolved, and which line sets each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.commands._common import CHOICES, CLEAN, FORM, settings_of
from newslint.commands._style_lines import as_data, style_lines

if TYPE_CHECKING:
    from newslint.config.origins import Origin, Override, RuleState, Setting
    from newslint.config.profile import Config
    from newslint.engine.workspace import Workspace

_PATH = Argument("path", help="a story or a folder (default: .)", value="PATH", default=".", number="?")
_NONE = {"stories": "whatever newslint takes for a story"}
_MOST = 3  # values of a list that are shown beside their line; the JSON form has all


def settings(given: Given) -> int:
    """Print the settings that hold for a path. Return the exit code."""
    from newslint.config.origins import overrides_for, rules_for, settings_for
    from newslint.engine.workspace import Workspace

    here = Workspace(settings_of(given), given.config)
    folder = given.path if os.path.isdir(given.path) else os.path.dirname(given.path)
    config = here.config(folder)
    held = list(settings_for(config, given.path))
    overrides = list(overrides_for(config, given.path))
    rules = list(rules_for(config, given.path))
    if given.format == "json":
        from newslint.base.showing import json_text

        print(json_text(_data(given.path, here, config, held, overrides, rules), 1))
    else:
        lines = [_head(given.path, here, config), *_setting_lines(held), *_override_lines(overrides)]
        lines += [*style_lines(config.style_for(given.path)), *_rule_lines(rules), *_plugin_lines(here)]
        print("\n".join(lines))
    return CLEAN


def _head(path: str, here: Workspace, config: Config) -> str:
    by = os.path.relpath(config.own.where.file) if config.own else "no newslint.yaml: all is as newslint has it"
    taken = _is_story(path, here)
    no = "; no story that newslint would take below a folder" if taken is False else ""
    return f"{showable(path)}: {showable(by)}{no}"


def _is_story(path: str, here: Workspace) -> bool | None:
    """Whether a file counts as a story below a folder; None for a folder."""
    return None if os.path.isdir(path) else here.scope(os.path.dirname(path)).holds(path)


def _place(origin: Origin) -> str:
    return showable(f"{os.path.relpath(origin.file)}:{origin.line}" if origin.file else origin.by)


def _setting_lines(held: Sequence[Setting]) -> Iterator[str]:
    """A line for each setting, with who says so; lists that are long are cut."""
    rows = []
    for each in held:
        value = each.value if isinstance(each.value, str) else _listed(each.value) or _NONE.get(each.name, "none")
        rows.append((each.name, showable(f"{each.part}: {value}" if each.part else value), _place(each.origin)))
    yield "settings:"
    width = max(len(name) for name, *_ in rows)
    yield from (f"  {name:{width}} {value}, by {place}" for name, value, place in rows)


def _listed(values: Sequence[str]) -> str:
    more = len(values) - _MOST
    shown = [*values[:_MOST], f"{more:,} more"] if more > 1 else values
    return ", ".join(shown)


def _override_lines(overrides: Sequence[Override]) -> Iterator[str]:
    if overrides:
        yield "overrides:"
    for each in overrides:
        state = "hold here" if each.holds else "do not hold here"
        yield f"  those for {showable(_listed(each.files))} {state}, by {_place(each.origin)}"


def _rule_lines(rules: Sequence[RuleState]) -> Iterator[str]:
    """A line for each rule that somebody set, and how many are as newslint has them."""
    told = [rule for rule in rules if rule.by]
    rest = [rule for rule in rules if not rule.by]
    yield "rules:"
    width = max((len(rule.id) for rule in told), default=0)
    for rule in told:
        options = "".join(f", {name}: {_option(value)}" for name, value in sorted(rule.options.items()))
        yield f"  {rule.id:{width}} {rule.severity or 'off'}{showable(options)}, by {_by(rule)}"
    on = sum(rule.on for rule in rest)
    yield f"  {'all others' if told else 'all'}: {on} on and {len(rest) - on} off, as newslint has them"


def _by(rule: RuleState) -> str:
    """Who set a rule: the places, and the name that it was chosen by where that is another than its own."""
    return " and ".join(
        _place(origin) if name == rule.id else f"{_place(origin)} ({name})" for name, origin in rule.by
    )


def _option(value: Any) -> str:
    return f"[{_listed([*map(str, value)])}]" if isinstance(value, (list, tuple)) else str(value)


def _plugin_lines(here: Workspace) -> Iterator[str]:
    named = ", ".join(f"{plugin.name} {plugin.version}" for plugin in here.plugins.found)
    yield f"plugins: {named or 'none'}"


def _data(
    path: str,
    here: Workspace,
    config: Config,
    held: Sequence[Setting],
    overrides: Sequence[Override],
    rules: Sequence[RuleState],
) -> dict[str, Any]:
    """All of it as plain data (schema 1)."""
    return {
        "schema": 1,
        "path": path,
        "configuration": config.own.where.file if config.own else "",
        "story": _is_story(path, here),
        "settings": [
            {"name": each.name, "part": each.part, "value": each.value, **_origin(each.origin)} for each in held
        ],
        "overrides": [{"files": each.files, "holds": each.holds, **_origin(each.origin)} for each in overrides],
        "style": [as_data(each) for each in config.style_for(path)],
        "rules": [
            {
                "id": rule.id,
                "topic": rule.topic,
                "on": rule.on,
                "severity": rule.severity,
                "options": dict(rule.options),
                "by": [{"name": name, **_origin(origin)} for name, origin in rule.by],
            }
            for rule in rules
        ],
        "plugins": [{"name": plugin.name, "version": plugin.version} for plugin in here.plugins.found],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {"by": origin.by, "file": origin.file, "line": origin.line}


COMMAND = Command(
    "show the settings that hold for a path, and which line sets each", (_PATH, *CHOICES, FORM), settings, place=5
)
