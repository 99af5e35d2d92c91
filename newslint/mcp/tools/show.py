"""How newslint reads a story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, Field

from newslint.mcp.asked import AskedOfStory
from newslint.mcp.stories import STORY, UNNAMED, story_of
from newslint.mcp.tool import Told, Tool, text_of
from newslint.reporters.human import count
from newslint.service.service import Service


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


def show(service: Service, asked: AskedOfStory) -> Told:
    """How newslint reads a story."""
    story = story_of(service, asked)
    answer, told = service.shown(story)
    path = asked.path or UNNAMED
    stories = [{**each, "path": path} for each in told]
    lines = [line for each in stories for line in _shown_lines(each)]
    lines += [f"could not be read: {why}" for why in answer.broken]
    return text_of(lines), ToldShown(path=path, stories=stories, broken=list(answer.broken))


def _shown_lines(story: dict[str, Any]) -> Iterator[str]:
    """A story in a few lines."""
    dated = f", {story['date']}" if story["date"] else ""
    yield f"{story['path']}: {story['kind']}{dated}; {count(len(story['zones']), 'zone', 'zones')}"
    for zone in story["zones"]:
        if zone["kind"] not in ("body", "metadata"):
            words = " ".join(zone["text"].split())
            yield f"{zone['start']['line']}: {zone['kind']}: {words[:80]}{'…' if len(words) > 80 else ''}"
    for each in story["speakers"]:
        quoted = f"{each['quotes']}× ({each['words']} words)"
        yield f"quoted: {each['name'] or 'nobody named'} {quoted}"
    nobody = sum(quote["speaker"] is None for quote in story["quotes"])
    if nobody:
        yield f"{count(nobody, 'quotation', 'quotations')} without a speaker"


TOOL = Tool(
    "show",
    "Show how a story is read",
    "Show how newslint reads a news story: what is headline, byline, dateline, caption, body and what a page left"
    " behind; every quotation and who is taken to have said it; who is quoted how often; names of people, places"
    " and bodies. Speakers are worked out and may be wrong (`confidence`). It judges nothing."
    f" {STORY}",
    AskedOfStory,
    ToldShown,
    show,
    place=3,
)
