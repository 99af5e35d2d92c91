"""A story after its fixes: the text and a diff; no file is changed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from newslint.base.errors import NewslintError
from newslint.base.time_limit import TimeLimit, TimeSpent
from newslint.mcp.asked import AskedToCheck, choices
from newslint.mcp.stories import STORY, UNNAMED, story_of
from newslint.mcp.tool import Told, Tool, text_of
from newslint.reporters.human import count
from newslint.run.fix_stories import FixedStory, diff
from newslint.service.service import Changed, Service, Text


class AskedToFix(AskedToCheck):
    """A story to mend, and how much is wanted."""

    offers: Annotated[
        bool,
        Field(
            description="Also make fixes that newslint only offers, because a person has to read the story"
            " afterwards. Ask before you set it."
        ),
    ] = False
    fingerprints: Annotated[
        list[str],
        Field(
            description="Make the first fix of just these findings, by the `fingerprint` that `check` gave them for"
            " this same text.",
            max_length=10_000,
        ),
    ] = []


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


def fix(service: Service, asked: AskedToFix) -> Told:
    """A story after its fixes."""
    if asked.offers and asked.fingerprints:
        raise NewslintError("“offers” and “fingerprints” do not go together: single findings are fixed either way")
    story = story_of(service, asked)
    if story.file and story.file.taken_out:
        said = "this file is no text (a word processor’s, perhaps packed): “newslint fix” mends it in place"
        raise NewslintError(said, asked.path)
    if asked.fingerprints:
        done = service.accept(story, asked.fingerprints, choices(asked))
    else:
        done = service.fix(story, choices(asked), offers=asked.offers)
    path = asked.path or UNNAMED
    shown = _diff(path, story, done)
    data = ToldMended(
        path=path,
        changed=done.text != story.text,
        text=done.text,
        diff=shown,
        made=[ToldMade(rule=rule, times=times) for rule, times in done.made],
        left=list(done.left),
    )
    lines = [", ".join(f"{rule} {times}×" for rule, times in done.made) or _nothing_made(asked)]
    lines += [f"Nothing could be done for {count(len(done.left), 'finding', 'findings')}."] if done.left else []
    return text_of([*lines, *([shown] if shown else [])]), data


def _nothing_made(asked: AskedToFix) -> str:
    if asked.offers or asked.fingerprints:
        return "Nothing was changed."
    return "Nothing was changed: nothing here is safe to mend unread (`offers` makes what is only proposed)."


def _diff(path: str, story: Text, done: Changed) -> str:
    """What changed as a unified diff; none where to find out how lines match takes too long."""
    if done.text == story.text:
        return ""
    old, new = story.text.encode(), done.text.encode()
    try:
        with TimeLimit(len(old)):
            return "".join(diff([FixedStory(path, story.text, done.text, done.made, old, new)]))
    except TimeSpent:
        return ""


TOOL = Tool(
    "fix",
    "Mend a news story",
    "Make newslint's safe fixes in a news story and return the whole text and a diff. Nothing inside a quotation"
    " is ever changed, and no sentence is rewritten. With `fingerprints` only the findings chosen are fixed, with"
    " `offers` all that is proposed, which may be wrong: a person has to read the result. Present the diff to the"
    f" writer before you put the text anywhere. {STORY}",
    AskedToFix,
    ToldMended,
    fix,
    place=2,
)
