"""What the tools tell, as their JSON schemas say it; a finding has the keys of newslint's JSON report."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field


class Position(BaseModel):
    """A place in the text."""

    offset: Annotated[int, Field(description="Code points before it, from 0.")]
    line: Annotated[int, Field(description="From 1.")]
    column: Annotated[int, Field(description="Code points, from 1.")]


class ToldEdit(BaseModel):
    """One replaced stretch of the text."""

    start: Position
    end: Position
    text: Annotated[str, Field(description="What stands there afterwards.")]


class ToldFix(BaseModel):
    """A proposed change."""

    title: str
    safety: Annotated[
        str, Field(description="safe: may be made unread. offer: only where a person has read it and agrees.")
    ]
    edits: list[ToldEdit]


class ToldPlace(BaseModel):
    """Another place in the story that a finding is about."""

    start: Position
    end: Position
    match: str
    label: str


class ToldFinding(BaseModel):
    """What a rule says of a place in the story."""

    rule: Annotated[str, Field(description="The rule's id: the tool `explain` tells its reason.")]
    topic: str
    severity: Annotated[str, Field(description="error, warning or note.")]
    confidence: Annotated[
        str, Field(description="How sure the rule is: high, medium or low. What is less than high may well be wrong.")
    ]
    message: str
    match: Annotated[str, Field(description="The words that it is about.")]
    start: Position
    end: Position
    related: list[ToldPlace]
    fixes: list[ToldFix]
    fingerprint: Annotated[str, Field(description="By this `fix` knows the finding again in the same text.")]
    record: Annotated[str, Field(description="Which story of a file of several; empty in all others.")] = ""


class ToldCheck(BaseModel):
    """What was found in a story."""

    path: str
    stories: Annotated[int, Field(description="How many stories the text holds; 1 but for feeds and the like.")]
    findings: Annotated[list[ToldFinding], Field(description="In the order of the text.")]
    left_out: Annotated[int, Field(description="Further findings that are not listed, as they are too many.")]
    known: Annotated[int, Field(description="Findings held back, as newslint-baseline.json knows them.")]
    broken: Annotated[list[str], Field(description="Why records of the text could not be read as stories.")]


class ToldMade(BaseModel):
    """A rule whose fixes were made."""

    rule: str
    times: int


class ToldMended(BaseModel):
    """A story after its fixes; no file was changed."""

    path: str
    changed: bool
    text: Annotated[str, Field(description="The whole story as it stands now.")]
    diff: Annotated[str, Field(description="The same as a unified diff; empty where nothing changed.")]
    made: list[ToldMade]
    left: Annotated[list[str], Field(description="Fingerprints for which nothing could be done.")]


class ToldExample(BaseModel):
    """A short text, and whether the rule should say something of it."""

    verdict: Annotated[str, Field(description="bad: it is found. good: it is not. known-false: a known false alarm.")]
    text: Annotated[str, Field(description="What is found stands in [[…]].")]


class ToldRule(BaseModel):
    """What a rule is for, in short."""

    id: str
    topic: str
    severity: str
    confidence: str
    on: Annotated[bool, Field(description="Whether it runs unless it is selected by name.")]
    finds: str


class ToldExplained(ToldRule):
    """A rule's whole page."""

    status: str
    message: str
    why: str
    options: dict[str, Any]
    evidence: Annotated[Any, Field(description="How often it hit, and how often wrongly, in real stories.")] = None
    source: str
    examples: list[ToldExample]


class ToldRules(BaseModel):
    """The rules there are."""

    rules: list[ToldRule]


class ToldStyle(BaseModel):
    """A house style, and what it picks on each axis."""

    name: str
    picks: dict[str, list[str]]


class ToldStyles(BaseModel):
    """The house styles there are."""

    styles: list[ToldStyle]


class ToldShown(BaseModel):
    """How newslint reads a story, as `newslint show --format json` gives it."""

    path: str
    stories: Annotated[
        list[dict[str, Any]],
        Field(
            description="Of each story: kind (news, opinion, interview, …), date, zones (each paragraph with its role"
            " and why), dateline, quotes (words, status, speaker, person), speakers (who is quoted how often and in"
            " how many words), mentions (names of people, places and bodies)."
        ),
    ]
    broken: Annotated[list[str], Field(description="Why records of the text could not be read as stories.")]
