"""The rules there are, as they are configured."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from newslint.base.errors import NewslintError, near_miss
from newslint.mcp.asked import Asked
from newslint.mcp.tool import Told, Tool, text_of
from newslint.model.rule import Rule
from newslint.rulebook import rule_pages
from newslint.service.service import Service


class AskedOfRules(Asked):
    """Which rules to list."""

    topic: Annotated[str, Field(description="Only the rules of this topic, such as quotes.")] = ""
    path: Annotated[
        str,
        Field(description="As newslint.yaml has them for a story at this path; without it, for the root."),
    ] = ""


class ToldRule(BaseModel):
    """What a rule is for, in short."""

    id: str
    topic: str
    severity: str
    confidence: str
    on: Annotated[bool, Field(description="Whether it runs unless it is selected by name.")]
    finds: str


class ToldRules(BaseModel):
    """The rules there are."""

    rules: list[ToldRule]


def rules(service: Service, asked: AskedOfRules) -> Told:
    """The rules there are, as they are configured."""
    place = service.place(asked.path)
    config = service.workspace().config_of(place)
    active = {rule.id: rule for rule in config.profile(place).rules}
    pack = config.pack
    if asked.topic and asked.topic not in pack.topics:
        raise NewslintError(f"there is no topic “{asked.topic}”", hint=near_miss(asked.topic, pack.topics))
    found: list[tuple[Rule, bool]] = [
        (active.get(rule.id, rule), rule.id in active)
        for rule in sorted(pack.rules.values(), key=lambda rule: (rule.topic, rule.id))
        if asked.topic in ("", rule.topic)
    ]
    listed = [ToldRule.model_validate(rule_pages.as_data(rule, on)) for rule, on in found]
    return text_of(rule_pages.rule_list(found)), ToldRules(rules=listed)


TOOL = Tool(
    "rules",
    "List the rules",
    "List newslint's rules with their topic, severity and confidence, and whether they run here.",
    AskedOfRules,
    ToldRules,
    rules,
    place=5,
)
