"""What is found in a story."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from newslint.base.showing import showable
from newslint.mcp.asked import AskedToCheck, choices
from newslint.mcp.stories import STORY, UNNAMED, story_of
from newslint.mcp.tool import Told, Tool, text_of
from newslint.reporters.human import count
from newslint.reporters.json import finding as finding_data
from newslint.service.service import Found, Service

_MOST_FINDINGS = 200  # listed; an assistant that has mended these asks again


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


def check(service: Service, asked: AskedToCheck) -> Told:
    """What is found in a story."""
    answer = service.check(story_of(service, asked), choices(asked))
    path = asked.path or UNNAMED
    listed = answer.found[:_MOST_FINDINGS]
    left_out = len(answer.found) - len(listed)
    data = ToldCheck(
        path=path,
        stories=len(answer.stories),
        findings=[ToldFinding.model_validate(finding_data(each.entry, each.fingerprint)) for each in listed],
        left_out=left_out,
        known=answer.known,
        broken=list(answer.broken),
    )
    lines = [_found_line(path, each) for each in listed]
    lines += [f"and {left_out:,} more"] if left_out else []
    lines += [f"{path}: could not be read: {why}" for why in answer.broken]
    total = len(answer.found)
    lines.append(f"{count(total, 'finding', 'findings')}." if total else "Nothing found.")
    lines += [f"{answer.known:,} more that newslint-baseline.json knows."] if answer.known else []
    return text_of(lines), data


def _found_line(path: str, found: Found) -> str:
    entry = found.entry
    star = "[*]" if entry.fixes else ""
    at = entry.place.start
    place = f"{showable(path)}:{at.line}:{at.column}"
    return f"{place}: {entry.severity}[{entry.rule}]{star} {entry.message} ({entry.confidence} confidence)"


TOOL = Tool(
    "check",
    "Check a news story",
    "Check a news story for what an editor would stop at: quotations without a speaker, names spelled two ways,"
    " figures and dates that contradict one another, lines a web page left behind, missing datelines, house"
    " style. It judges form, not whether the story is true. Findings may be wrong: `confidence` tells how sure"
    " the rule is, and `explain` why it says so; treat them as questions to the writer. Nothing inside a"
    f" quotation should be changed because of one. {STORY}",
    AskedToCheck,
    ToldCheck,
    check,
    place=1,
)
