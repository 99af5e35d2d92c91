"""One file to its outcome: read, parsed, checked, its facts collected."""

from __future__ import annotations

from datetime import date as Date

from newslint.base.text import Source, UnreadableStory, decode, read_bytes
from newslint.engine.corpus import facts_of
from newslint.engine.engine import Engine
from newslint.engine.workspace import Workspace
from newslint.model.finding import locate
from newslint.model.story import Story
from newslint.run.cache_files import digest_of
from newslint.run.outcome import Outcome


def check_file(workspace: Workspace, path: str, *, facts: bool) -> tuple[str, Outcome]:
    """The digest of a file's content and its outcome; what cannot be read becomes a failure."""
    try:
        data = read_bytes(path)
    except UnreadableStory as error:
        return "", Outcome(path, failure=str(error))
    return digest_of(data), check_data(workspace, data, path, facts=facts)


def check_data(workspace: Workspace, data: bytes, path: str, *, facts: bool) -> Outcome:
    """The outcome for a file's bytes; what is no text becomes a failure."""
    try:
        return check_source(workspace, decode(data, path), facts=facts)
    except UnreadableStory as error:
        return Outcome(path, failure=str(error))


def check_source(workspace: Workspace, source: Source, *, facts: bool) -> Outcome:
    """The outcome for a story that has been read, with `facts` or without; raises RuleError where a rule breaks."""
    engine = workspace.engine(source.path)
    story = workspace.story(source, engine)
    entries = tuple([locate(finding, source) for finding in engine.check(story)])
    return Outcome(
        source.path,
        entries,
        tuple(_facts(engine, story)) if facts else None,
        tuple((i.span.start, i.span.end, i.rules) for i in engine.ignores(story)),
        engine.profile.fail_on if entries else "",
        Date.today().isoformat() if engine.asks_today(story) else "",
    )


def _facts(engine: Engine, story: Story) -> list[tuple[str, str, object]]:
    found: list[tuple[str, str, object]] = []
    for rule in engine.corpus_rules:
        if engine.applies(rule, story):
            found += [(rule.id, key, fact) for key, fact in facts_of(rule, engine.profile.owners, story)]
    return found
