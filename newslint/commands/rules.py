"""`newslint rules`: list the rules."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.commands._common import CLEAN, FORM, pack_of, workspace

if TYPE_CHECKING:
    from newslint.config.house_style import Chosen

_FOR = Argument("--for", "as they are configured for this story", value="PATH", to="path")


def rules(given: Given) -> int:
    """List the rules. Return the exit code."""
    from newslint.rulebook import rule_pages

    here = workspace(given)
    style: list[Chosen] = []
    if given.path:
        config = here.config_of(given.path)
        active = {rule.id: rule for rule in config.profile(given.path).rules}
        style = config.style_for(given.path)
        listed = [(active.get(rule.id, rule), rule.id in active) for rule in config.pack.rules.values()]
    else:
        listed = [(rule, rule.default) for rule in pack_of(here).rules.values()]
    if given.format == "json":
        from newslint.base.showing import json_text

        data = [rule_pages.as_data(rule, on) for rule, on in sorted(listed, key=lambda pair: pair[0].id)]
        held = {"style": [_as_data(each) for each in style]} if given.path else {}
        print(json_text({"schema": 1, "rules": data, **held}, 1))
    else:
        print("\n".join([*rule_pages.rule_list(listed), *_style_list(style)]))
    return CLEAN


def _as_data(held: Chosen) -> dict[str, Any]:
    values = [
        {"value": each.value, "since": each.since.isoformat() if each.since else "", "source": each.source}
        for each in held.values
    ]
    return {"axis": held.axis, "values": values, "file": held.file, "line": held.line}


def _style_list(style: Sequence[Chosen]) -> Iterator[str]:
    """A line for each value on an axis of style, with where it is said."""
    if not style:
        return
    yield "style:"
    width = max(len(held.axis) for held in style)
    for held in style:
        place = f"{os.path.relpath(held.file)}:{held.line}" if held.file else "the command line"
        for each in held.values:
            since = f" since {each.since.isoformat()}" if each.since else ""
            source = f" ({each.source})" if each.source else ""
            yield f"  {held.axis:{width}} {each.value}{since}, by {showable(place)}{source}"


COMMAND = Command("list the rules", (_FOR, FORM), rules, place=5)
