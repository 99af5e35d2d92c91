"""`check --add-ignore`: requests to ignore findings, written where a story has a place for them.

In Markdown that is a comment before the block (at the end of an item, so that a list stays one), or the front
matter for what is found in it. Each is tried first: the story must read as before and the finding be gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.text import Source, Span, UnreadableStory, decode, read_bytes
from newslint.base.writing import UnwrittenStory, put_back
from newslint.base.yamltext import KEY, YamlError
from newslint.base.yamltext import load as load_yaml
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.engine.engine import Engine
from newslint.engine.faults import STOPPED, why
from newslint.engine.workspace import Workspace
from newslint.formats.frontmatter import read_front
from newslint.model.finding import Entry
from newslint.model.ignores import ALL, Ignore, takes_comments
from newslint.model.story import Story, Zone
from newslint.run.fix_stories import FixedStory, FixRun, encoded, with_failures
from newslint.run.run import Request, check

MAX_REASON = 500
_NEWLINE = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])")
_INSIDE = ("list", "note", "quote-block")  # a comment between two of these would part them


class Insertion(NamedTuple):
    """A text to put in at a place."""

    at: int
    text: str


class Silenced(NamedTuple):
    """What was done: stories changed or failed, how many findings they now ignore, and those without a place."""

    round: FixRun
    placed: int
    unplaced: Sequence[Entry]


def checked_reason(reason: str) -> str:
    """The reason as it may be written; raises NewslintError for one that no comment can hold."""
    reason = " ".join(reason.split())
    if not reason:
        raise NewslintError('--add-ignore needs a reason: --add-ignore "the witness\'s own words"')
    if "--" in reason or reason.endswith("-") or len(reason) > MAX_REASON:
        raise NewslintError(f"a reason has at most {MAX_REASON} characters and no “--”, which would end the comment")
    return reason


def add_ignores(request: Request, paths: Sequence[str], reason: str) -> Silenced:
    """Write an ignore with this reason for every finding in the stories that the paths stand for."""
    reason = checked_reason(reason)
    checked = check(request._replace(every=True), paths)
    by_path: dict[str, list[Entry]] = {}
    for entry in checked.report.entries:
        by_path.setdefault(entry.place.path, []).append(entry)
    changed: list[FixedStory] = []
    unplaced: list[Entry] = []
    placed = 0
    for path, entries in by_path.items():
        done, left = _silence_file(request.workspace, path, entries, reason)
        changed.append(done)
        unplaced += left
        placed += 0 if done.failure else len(entries) - len(left)
    if any(done.changes for done in changed):
        checked = check(request, paths)
    return Silenced(FixRun(changed, with_failures(checked, changed)), placed, unplaced)


def _silence_file(
    workspace: Workspace, path: str, entries: Sequence[Entry], reason: str
) -> tuple[FixedStory, list[Entry]]:
    try:
        data = read_bytes(path)
        source = decode(data, path)
        text, left = silence(workspace, source, entries, reason)
        new = encoded(source, text)
        if new != data:
            put_back(path, data, new)
    except (UnreadableStory, UnwrittenStory) as error:
        return FixedStory(path, failure=str(error)), []
    except STOPPED as error:
        return FixedStory(path, failure=f"no ignore could be written: {why(error)}"), []
    return FixedStory(path, source.text, text, (), data, new), left


def silence(workspace: Workspace, source: Source, entries: Sequence[Entry], reason: str) -> tuple[str, list[Entry]]:
    """The text of a story with ignores for these findings, and the findings that it has no place for."""
    engine = workspace.engine(source.path)
    story = workspace.story(source, engine)
    if not takes_comments(story):
        return source.text, list(entries)
    left = [entry for entry in entries if entry.rule == UnusedIgnore.id]  # that is to be fixed, not ignored
    waiting = [
        _Waiting(entry, Span(entry.place.start.offset, entry.place.end.offset))
        for entry in entries
        if entry.rule != UnusedIgnore.id
    ]
    while waiting:
        done = _silenced(workspace, engine, story, waiting, reason)
        if done is None:
            left.append(waiting.pop(0).entry)
            continue
        story, add = done
        asked = engine.ignores(story)
        moved = [_Waiting(each.entry, _moved(each.span, add)) for each in waiting[1:]]
        waiting = [each for each in moved if not _covered(asked, each.entry.rule, each.entry.topic, each.span)]
    return story.source.text, left


class _Waiting(NamedTuple):
    """A finding that still wants a request, and where it stands by now."""

    entry: Entry
    span: Span


def _silenced(
    workspace: Workspace, engine: Engine, story: Story, waiting: Sequence[_Waiting], reason: str
) -> tuple[Story, Insertion] | None:
    """The story with a request for the first finding (and those in the same place, if that will do)."""
    first, span = waiting[0]
    together = {each.entry.rule for each in waiting if _together(story, span, each.span)}
    for rules in [sorted(together), [first.rule]] if len(together) > 1 else [[first.rule]]:
        for add in _places(story, span, rules, reason):
            after = _tried(workspace, engine, story, add, (first.rule, _moved(span, add)), rules)
            if after:
                return after, add
    return None


def _tried(
    workspace: Workspace,
    engine: Engine,
    story: Story,
    add: Insertion,
    wanted: tuple[str, Span],
    rules: Collection[str],
) -> Story | None:
    """The story with an insertion, if it then reads as before and no finding but of these rules is gone."""
    old = story.source
    text = old.text[: add.at] + add.text + old.text[add.at :]
    after = workspace.story(Source(old.path, text, old.encoding, old.bom), engine)
    if _read(after) != _read(story) or not _covered(engine.ignores(after), wanted[0], "", wanted[1]):
        return None
    before = {(f.rule, _moved(f.span, add)) for f in engine.check(story)}
    now = {(f.rule, f.span) for f in engine.check(after)}
    return after if now <= before and wanted not in now and {r for r, _ in before - now} <= set(rules) else None


def _read(story: Story) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in story.zones if not zone.field.startswith("newslint.")]


def _covered(ignores: Iterable[Ignore], rule: str, topic: str, span: Span) -> bool:
    return any(ignore.covers(span) and {rule, topic, ALL} & set(ignore.rules) for ignore in ignores)


def _moved(span: Span, add: Insertion) -> Span:
    """Where a span stands once something was put in before or inside it."""
    grown = len(add.text)
    return Span(
        span.start + grown * (span.start >= add.at), span.end + grown * (span.end > add.at or span.start >= add.at)
    )


def _together(story: Story, a: Span, b: Span) -> bool:
    """Whether two findings stand in one place, so that one request may name both rules."""
    one, other = _zone(story, a), _zone(story, b)
    return one is other or bool(one and other and one.field and other.field)


def _zone(story: Story, span: Span) -> Zone | None:
    """The zone that a finding stands in, or else the next one."""
    return story.zone_at(span.start) or next((zone for zone in story.zones if zone.span.start >= span.start), None)


def _places(story: Story, span: Span, rules: Sequence[str], reason: str) -> Iterator[Insertion]:
    """What could be put in where, the best first."""
    zone, text = _zone(story, span), story.source.text
    names = ", ".join(rules)
    end = _newline(text)
    front = read_front(text)
    if zone is None or zone.field or span.start < front.body:
        yield from _in_front(text, rules, reason, end)
        return
    comment = f"<!-- newslint: ignore {names}: {reason} -->"
    before = Insertion(_block_start(text, zone.span.start, front.body), comment + end)
    inside = Insertion(zone.span.end, f" {comment}")
    yield from (inside, before) if zone.role in _INSIDE else (before, inside)
    if span.start == span.end or span.end > zone.span.end:  # about the story, not about a block of it
        whole = f"<!-- newslint: ignore-file {names}: {reason} -->{end}{end}"
        yield Insertion(_block_start(text, zone.span.start, front.body), whole)


def _newline(text: str) -> str:
    found = _NEWLINE.search(text)
    return found[0] if found else "\n"


def _block_start(text: str, at: int, body: int) -> int:
    """Where the block begins that holds a place: after a blank line, or where the text does."""
    start = body
    for blank in _BLANK_LINE.finditer(text, body, at):
        start = blank.end()
    skipped = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*").match(text, start, at)
    return skipped.end() if skipped else start


def _in_front(text: str, rules: Sequence[str], reason: str, end: str) -> Iterator[Insertion]:
    """What could be put into the front matter; nothing where it has no room that is plain."""
    fence = re.match(r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)", text)
    body = read_front(text).body
    if not fence or not body:
        yield from _in_json(text, rules, reason)
        return
    close = max(text.rfind("\n", 0, body - 1), text.rfind("\r", 0, len(text[:body].rstrip("\r\n")))) + 1
    said = json.dumps(reason, ensure_ascii=False)
    if fence[1] == "+++":
        lines = [f"{json.dumps(rule) if '/' in rule else rule} = {said}{end}" for rule in rules]
        if header := re.compile(r"^\[newslint\.ignore\][ \t]*(?:\r\n|\r|\n)", re.MULTILINE).search(text, 0, close):
            yield Insertion(header.end(), "".join(lines))
        else:
            yield Insertion(close, f"[newslint.ignore]{end}" + "".join(lines))
        return
    yield from _in_yaml(text, Span(fence.end(), close), [f"{rule}: {said}" for rule in rules], end)


def _in_yaml(text: str, inner: Span, entries: Sequence[str], end: str) -> Iterator[Insertion]:
    try:
        document = load_yaml(text[inner.start : inner.end])
    except YamlError:
        return
    data = document.data or {}
    own = data.get("newslint") if isinstance(data, dict) else None
    if own is None:
        if "newslint" not in data:
            block = [f"newslint:{end}", f"  ignore:{end}", *(f"    {entry}{end}" for entry in entries)]
            yield Insertion(inner.end, "".join(block))
        return
    path: tuple[str, ...] = ("newslint",)
    if isinstance(own, dict) and isinstance(own.get("ignore"), dict):
        path, values = ("newslint", "ignore"), own["ignore"]
    elif isinstance(own, dict) and "ignore" not in own:
        entries, values = [f"ignore: {{{', '.join(entries)}}}"], own
    else:
        return
    start = inner.start + document.marks[path].start
    if text.startswith("{", start):
        yield Insertion(start + 1, ", ".join(entries) + (", " if values else ""))
        return
    first = document.marks[(*path, next(iter(values)), KEY)]
    indent = " " * (first.column - 1)
    at = inner.start + first.start - len(indent)
    yield Insertion(at, "".join(f"{indent}{entry}{end}" for entry in entries))


def _in_json(text: str, rules: Iterable[str], reason: str) -> Iterator[Insertion]:
    opened = re.match(r"\s*\{(\s*)(?=\")", text)
    if opened and '"newslint"' not in text[: read_front(text).body]:
        said = json.dumps({"ignore": dict.fromkeys(rules, reason)}, ensure_ascii=False)
        yield Insertion(opened.end(), f'"newslint": {said},{opened[1] or " "}')


def told(done: Silenced) -> Iterator[str]:
    """What was written, and which findings have no place in their story."""
    for each in done.round.fixed:
        if each.changes:
            yield f"wrote ignores into {showable(each.path)}\n"
    for entry in done.unplaced:
        at = entry.place
        yield f"no place for an ignore: {showable(at.path)}:{at.start.line}:{at.start.column}: {entry.rule}\n"
    if done.unplaced:
        yield "for these use the baseline, or overrides: in newslint.yaml\n"
    number, left = done.placed, len(done.unplaced)
    yield f"{number:,} {'finding is' if number == 1 else 'findings are'} now ignored, {left:,} not\n"
