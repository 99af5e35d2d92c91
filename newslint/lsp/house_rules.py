"""A rule switched off for the house: a line in newslint.yaml, in which all else stays as it is."""

from __future__ import annotations

import os

from newslint.base import yamltext
from newslint.base.errors import ConfigError
from newslint.base.repository import repository_of
from newslint.base.text import Span
from newslint.config.discovery import CONFIG_NAME, nearest
from newslint.config.layers import MOST_BYTES
from newslint.lsp.house_files import FileChange, TextOf, check_inside, checked, newline_of, text_of, yaml_of
from newslint.model.finding import Edit


def switched_off(rule: str, folder: str, config: str, open_text: TextOf) -> list[FileChange]:
    """What switches a rule off for stories in a folder; `config` is the configuration that was named, if one was.

    Raises NewslintError where the file is not as it should be, or says more of the rule than on or off.
    """
    config = config or nearest(folder, CONFIG_NAME)
    if not config:
        path = os.path.join(repository_of(folder), CONFIG_NAME)
        return [FileChange(path, "", Edit(Span(0, 0), f"rules:\n  {rule}: off\n"), new=True)]
    check_inside(config)
    text = text_of(config, MOST_BYTES, open_text)
    document = yaml_of(text, config)
    data = {} if document.data is None else document.data
    rules = data.get("rules", {}) if isinstance(data, dict) else None
    if (rules is not None and not isinstance(rules, dict)) or not isinstance(data, dict):
        raise ConfigError("this is no configuration: expected rules with what holds for each", config, 1, 1)
    change = FileChange(config, text, _edit(rule, text, document, config))
    expected = {**data, "rules": {**(rules or {}), rule: "off"}}
    return [checked(change, lambda now: now == expected)]


def _edit(rule: str, text: str, document: yamltext.Document, config: str) -> Edit:
    new, data = newline_of(text), document.data or {}
    if "rules" not in data:
        end = "" if not text or text.endswith(("\n", "\r")) else new
        return Edit(Span(len(text), len(text)), f"{end}rules:{new}  {rule}: off{new}")
    rules, mark = data["rules"], document.mark("rules")
    if rule in (rules or {}):
        at = document.mark("rules", rule)
        if not isinstance(rules[rule], str):
            said = f"{rule} has settings here: switch it off by hand"
            raise ConfigError(said, config, at.line, at.column, "severity: off")
        return Edit(Span(at.start, at.end), "off")
    if rules and text[mark.start] != "{":
        at = document.key("rules", next(iter(rules)))
        before = text[: at.start].replace("\r", "\n").rpartition("\n")[2]
        return Edit(Span(at.start, at.start), f"{rule}: off{new}{before}")
    if text[mark.start : mark.start + 1] == "{":
        return Edit(Span(mark.start + 1, mark.start + 1), f"{rule}: off{', ' if rules else ''}")
    colon = text.index(":", document.key("rules").end) + 1
    nothing = text[mark.start : mark.end].strip()  # “null”, perhaps
    return Edit(Span(colon, max(colon, mark.end) if nothing else colon), f"{new}  {rule}: off")
