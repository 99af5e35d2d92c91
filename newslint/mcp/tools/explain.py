"""A rule's page."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from newslint.base.errors import NewslintError, near_miss
from newslint.mcp.asked import Asked
from newslint.mcp.tool import Told, Tool, text_of
from newslint.mcp.tools.rules import ToldRule
from newslint.rulebook import rule_pages
from newslint.service.service import Service


class AskedOfRule(Asked):
    """A rule."""

    rule: Annotated[str, Field(description="The rule's id, such as unattributed-quote.")]


class ToldExample(BaseModel):
    """A short text, and whether the rule should say something of it."""

    verdict: Annotated[str, Field(description="bad: it is found. good: it is not. known-false: a known false alarm.")]
    text: Annotated[str, Field(description="What is found stands in [[…]].")]


class ToldExplained(ToldRule):
    """A rule's whole page."""

    status: str
    message: str
    why: str
    options: dict[str, Any]
    evidence: Annotated[Any, Field(description="How often it hit, and how often wrongly, in real stories.")] = None
    source: str
    examples: list[ToldExample]


def explain(service: Service, asked: AskedOfRule) -> Told:
    """A rule's page."""
    pack = service.workspace().config_of(service.place("")).pack
    rule = pack.rules.get(pack.aliases.get(asked.rule, asked.rule))
    if rule is None:
        hint = near_miss(asked.rule, pack.rules, "the tool “rules” lists them")
        raise NewslintError(f"there is no rule “{asked.rule}”", hint=hint)
    page = {**rule_pages.as_data(rule), "source": rule.source}
    examples = [{"verdict": each.verdict, "text": each.text} for each in rule.examples]
    data = ToldExplained.model_validate({**page, "examples": examples})
    return text_of(rule_pages.rule_page(rule, pack.owners.get(rule.id))), data


TOOL = Tool(
    "explain",
    "Explain a rule",
    "Tell what a rule of newslint finds, why, what it would and would not find (examples), how often it was wrong"
    " in real stories, and how to switch it off. Use it before you argue for or against a finding.",
    AskedOfRule,
    ToldExplained,
    explain,
    place=4,
)
