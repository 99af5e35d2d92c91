"""`newslint rules`: list the rules."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, FORM, pack_of, workspace
from newslint.commands._style_lines import as_data, style_lines

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
        held = {"style": [as_data(each) for each in style]} if given.path else {}
        print(json_text({"schema": 1, "rules": data, **held}, 1))
    else:
        print("\n".join([*rule_pages.rule_list(listed), *style_lines(style)]))
    return CLEAN


COMMAND = Command("list the rules", (_FOR, FORM), rules, place=5)
