"""`newslint show`: a story's zones, dateline, quotations and people as newslint reads them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from newslint.arguments import Argument, Command, Given
from newslint.base.showing import json_text, showable, showable_lines
from newslint.base.typed import IO, TYPE_CHECKING
from newslint.commands._common import CLEAN, FAILED, FORM, STDIN, STDIN_NAME, standard_input, workspace

if TYPE_CHECKING:
    from newslint.analyses.dates.datelines import Dateline
    from newslint.analyses.people.speakers import Speaker
    from newslint.analyses.quotes.quotes import Quote
    from newslint.base.text import Source, Span
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Failure
    from newslint.model.story import Story

_PATHS = Argument("paths", "stories or folders; - is standard input", value="PATH", number="+")


def show(given: Given) -> int:
    """Show how stories are read. Return the exit code."""
    data = standard_input() if given.paths == [STDIN] else None
    if data is None:
        stories, failures = read_stories(workspace(given), given.paths)
    else:
        stories, failures = read_one(workspace(given), data, given.stdin_name)
    write(stories, failures, sys.stdout, given.format)
    return FAILED if failures else CLEAN


def read_stories(workspace: Workspace, paths: Iterable[str]) -> tuple[list[Story], list[Failure]]:
    """The stories that paths stand for, read but not checked, and those that could not be."""
    from newslint.base.text import NoStory, UnreadableStory
    from newslint.engine.faults import STOPPED, why
    from newslint.model.finding import Failure
    from newslint.run.nothing_seen import failure
    from newslint.run.story_files import stories_below

    stories: list[Story] = []
    failures: list[Failure] = []
    paths = list(paths)
    named = {path for path in paths if not os.path.isdir(path)}

    def missed(path: str, why: str) -> None:
        failures.append(failure(workspace, path, why))

    for path in stories_below(workspace.scope, paths, missed=missed):
        _ready(workspace, path)
        try:
            for found in _understood(workspace, workspace.open(path)):
                if isinstance(found, str):
                    failures.append(Failure(path, found))
                else:
                    stories.append(found)
        except UnreadableStory as error:
            if path in named or not isinstance(error, NoStory):
                failures.append(Failure(path, str(error)))
        except STOPPED as error:
            failures.append(Failure(path, why(error)))
    return stories, failures


def read_one(workspace: Workspace, data: bytes, name: str) -> tuple[list[Story], list[Failure]]:
    """A story that came by standard input, read but not checked, as if it stood at `name`."""
    from newslint.base.text import UnreadableStory
    from newslint.engine.faults import STOPPED, why
    from newslint.model.finding import Failure
    from newslint.run.run import refuse_name

    refuse_name(workspace, name)
    _ready(workspace, name)
    try:
        found = list(_understood(workspace, workspace.open(name, data)))
        broken = [Failure(name, each) for each in found if isinstance(each, str)]
        return [each for each in found if not isinstance(each, str)], broken
    except UnreadableStory as error:
        return [], [Failure(name, str(error))]
    except STOPPED as error:
        return [], [Failure(name, why(error))]


def _ready(workspace: Workspace, path: str) -> None:
    """Load what reading a story needs; what this raises is a mistake of settings or plugins, and no story's fault."""
    _ = workspace.plugins.formats
    workspace.engine(path)


def _understood(workspace: Workspace, source: Source) -> Iterable[Story | str]:
    """Stories, with all worked out that is shown, or why one cannot be read; raises what else goes wrong."""
    from newslint.base.time_limit import TimeLimit
    from newslint.formats import Unread

    engine = workspace.engine(source.path)
    with TimeLimit(max(len(source.data), len(source.text))):
        for story in workspace.stories(source, engine):
            if isinstance(story, Unread):
                yield f"line {source.lines.position(story.span.start).line}: {story.why}"
                continue
            for _ in as_lines(story):
                pass
            yield story


def write(stories: Iterable[Story], failures: Iterable[Failure], stream: IO[str], form: str) -> None:
    """Write stories as read, for people or as JSON (schema 1)."""
    if form == "json":
        from newslint.service.seen import as_data

        data = {
            "schema": 1,
            "stories": [as_data(story) for story in stories],
            "failures": [{"path": f.path, "message": f.message} for f in failures],
        }
        stream.write(json_text(data) + "\n")
        return
    for story in stories:
        stream.write("".join(f"{showable_lines(line)}\n" for line in as_lines(story)))
    for failure in failures:
        stream.write(f"{showable(failure.path)}: {showable(failure.message)}\n")


def as_lines(story: Story) -> Iterable[str]:
    """A story as read, line by line for people."""
    from newslint.analyses.dates.datelines import dateline
    from newslint.analyses.names.mentions import mentions
    from newslint.analyses.people.speakers import tallies
    from newslint.model.cleaned import judged
    from newslint.service.seen import quoted

    which = f", {story.record}" if story.record else ""
    yield f"{showable(story.path)}{which}: {story.genre}, {story.format}" + (f", {story.date}" if story.date else "")
    if story.genre_why:
        yield f"   it is taken for {story.genre}: {story.genre_why}"
    for zone in story.zones:
        words = zone.text if len(zone.text) <= 60 else zone.text[:59].rstrip() + "…"
        because = f"   ({'; '.join(zone.why)})" if zone.why else ""
        yield f"{_line(story, zone.span):5}  {zone.role:11} {words}{because}"
    story = judged(story)
    placed = story.get(dateline)
    if placed:
        yield f"dateline: {'; '.join(_in_words(placed))} (line {_line(story, placed.span)})"
    found = list(quoted(story))
    if found:
        yield "quotations:"
    for quote, who in found:
        line = _line(story, quote.span)
        text = quote.text if len(quote.text) <= 50 else quote.text[:49].rstrip() + "…"
        because = f"   ({quote.why})" if quote.why else ""
        yield f"{line:5}  {quote.status:12} {_said_by(story, quote, who)}: {text}{because}"
    told = tallies(story)
    if told:
        yield "quoted: " + "; ".join(
            f"{tally.name or 'nobody named'} {tally.quotes}× ({tally.words} words)" for tally in told
        )
    for sort, heading in (("person", "people"), ("place", "places"), ("body", "bodies")):
        named = sorted({mention.name for mention in story.get(mentions) if mention.entity == sort})
        if named:
            yield f"{heading}: {', '.join(named)}"


def _line(story: Story, span: Span) -> int:
    """The line of its file on which a stretch of a story begins."""
    source, span = story.source.told(span)
    return source.lines.position(span.start).line


def _in_words(found: Dateline) -> Iterable[str]:
    """What a dateline tells, place by place."""
    for city, region in found.places:
        yield city.text + (f", {region.text}" if region else "")
    yield from (f"{part.sort} {part.text}" for part in found.parts if part.sort in ("date", "agency"))
    if not found.parts:
        yield found.zone.text


def _said_by(story: Story, quote: Quote, who: Speaker | None) -> str:
    """The speaker as the sentence gives it, with the person meant and the word that says so."""
    if not quote.speaker:
        return "nobody"
    words = story.source.text[quote.speaker.start : quote.speaker.end]
    if who and who.name not in words:
        words += f" = {who.name}" + ("" if who.confidence == "high" else f" ({who.confidence} confidence)")
    return words + (f", “{story.source.text[quote.cue.start : quote.cue.end]}”" if quote.cue else "")


COMMAND = Command(
    "show how stories are read: zones, dateline, quotations, people", (_PATHS, FORM, STDIN_NAME), show, place=3
)
