"""`check --add-ignore`: requests to ignore findings, written where a story has a place for them.

All of a story are tried together, or, where that does not do, each by itself: the story must read as before and the
finding be gone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.text import Source, Span, UnreadableStory, read_bytes
from newslint.base.time_limit import TimeLimit
from newslint.base.writing import UnwrittenStory, put_back
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.engine.engine import Engine
from newslint.engine.faults import STOPPED, why
from newslint.engine.fixing import FixedText
from newslint.engine.workspace import Workspace
from newslint.model.finding import Entry
from newslint.model.ignores import ALL, Ignore, takes_comments
from newslint.model.story import Story
from newslint.run.fix_stories import FixedStory, FixRun, encoded, with_failures
from newslint.run.ignore_places import Insertion, places, zone_of
from newslint.run.run import Request, check

MAX_REASON = 500
_Read = Callable[[Source], Story]
_TIMES = 2  # as long as its check may take, for a story's requests to be tried


class Silenced(NamedTuple):
    """What was done: stories changed or failed, how many findings they now ignore, and those without a place."""

    round: FixRun
    placed: int
    unplaced: Sequence[Entry]


def checked_reason(reason: str) -> str:
    """The reason as it may be written; raises NewslintError for one that no comment can hold."""
    reason = " ".join(reason.split())
    if not reason:
        raise NewslintError("an ignore needs a reason, such as “the witness’s own words”")
    if "--" in reason or "*/" in reason or reason.endswith("-") or len(reason) > MAX_REASON:
        raise NewslintError(
            f"a reason has at most {MAX_REASON} characters and no “--” or “*/”, which would end the comment"
        )
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
        source = workspace.open(path, data)
        with TimeLimit(len(data), _TIMES):
            text, left = silence(workspace, source, entries, reason)
        new = encoded(workspace, source, FixedText(text))
        if new != data:
            put_back(path, data, new)
    except (UnreadableStory, UnwrittenStory) as error:
        return FixedStory(path, failure=str(error)), []
    except STOPPED as error:
        return FixedStory(path, failure=f"no ignore could be written: {why(error)}"), []
    return FixedStory(path, source.text, text, (), data, new), left


def silence(
    workspace: Workspace, source: Source, entries: Sequence[Entry], reason: str, format: str = ""
) -> tuple[str, list[Entry]]:
    """The text of a story with ignores for these findings, and the findings that it has no place for.

    It is read in the format of this name, or else in that of its path.
    """
    engine = workspace.engine(source.path)
    read = partial(workspace.story, engine=engine, format=format)
    story = read(source)
    if type(source) is not Source or story.record or not takes_comments(story):
        return source.text, list(entries)
    left = [entry for entry in entries if entry.rule == UnusedIgnore.id]  # that is to be fixed, not ignored
    waiting = [
        _Waiting(entry, Span(entry.place.start.offset, entry.place.end.offset))
        for entry in entries
        if entry.rule != UnusedIgnore.id
    ]
    if len(waiting) > 1 and (together := _silenced_together(read, engine, story, waiting, reason)):
        story, waiting = together
    while waiting:
        done = _silenced(read, engine, story, waiting, reason)
        if done is None:
            left.append(waiting.pop(0).entry)
            continue
        story, add = done
        asked = engine.ignores(story)
        moves = _Moves([add])
        moved = [_Waiting(each.entry, moves.span(each.span)) for each in waiting[1:]]
        waiting = [each for each in moved if not _covered(asked, each.entry.rule, each.entry.topic, each.span)]
    return story.source.text, left


class _Waiting(NamedTuple):
    """A finding that still wants a request, and where it stands by now."""

    entry: Entry
    span: Span


def _silenced_together(
    read: _Read, engine: Engine, story: Story, waiting: Sequence[_Waiting], reason: str
) -> tuple[Story, list[_Waiting]] | None:
    """The story with requests for all findings outside its front matter, and what still waits; None where one fails.

    One by one each costs a check of the story before and after.
    """
    blocks: dict[int, list[_Waiting]] = {}
    rest: list[_Waiting] = []
    for each in waiting:
        zone = zone_of(story, each.span)
        (blocks.setdefault(zone.span.start, []) if zone and not zone.field else rest).append(each)
    adds = []
    for held in blocks.values():
        add = next(places(story, held[0].span, sorted({each.entry.rule for each in held}), reason), None)
        if add is None:
            return None
        adds.append(add)
    moved = _Moves(adds)
    after = read(_with(story.source, adds))
    if not adds or _read(after) != _read(story):
        return None
    before = {(f.rule, moved.span(f.span)) for f in engine.check(story)}
    now = {(f.rule, f.span) for f in engine.check(after)}
    wanted = {(each.entry.rule, moved.span(each.span)) for held in blocks.values() for each in held}
    if not now <= before or wanted & now or not {r for r, _ in before - now} <= {r for r, _ in wanted}:
        return None
    return after, [_Waiting(each.entry, moved.span(each.span)) for each in rest]


def _with(source: Source, adds: Iterable[Insertion]) -> Source:
    """A source with texts put in."""
    text = source.text
    for add in sorted(adds, key=lambda add: add.at, reverse=True):
        text = text[: add.at] + add.text + text[add.at :]
    return Source(source.path, text, source.encoding, source.bom)


class _Moves:
    """Where things stand once texts were put in."""

    def __init__(self, adds: Iterable[Insertion]) -> None:
        ordered = sorted(adds)
        self._at = [add.at for add in ordered]
        self._grown = [0, *accumulate(len(add.text) for add in ordered)]

    def span(self, span: Span) -> Span:
        """A span after it; what is put in where it begins stands before it, what is put in where it ends, behind."""
        start = self._grown[bisect_right(self._at, span.start)]
        end = self._grown[max(bisect_left(self._at, span.end), bisect_right(self._at, span.start))]
        return Span(span.start + start, span.end + end)


def _silenced(
    read: _Read, engine: Engine, story: Story, waiting: Sequence[_Waiting], reason: str
) -> tuple[Story, Insertion] | None:
    """The story with a request for the first finding (and those in the same place, if that will do)."""
    first, span = waiting[0]
    together = {each.entry.rule for each in waiting if _together(story, span, each.span)}
    for rules in [sorted(together), [first.rule]] if len(together) > 1 else [[first.rule]]:
        for add in places(story, span, rules, reason):
            after = _tried(read, engine, story, add, (first.rule, _Moves([add]).span(span)), rules)
            if after:
                return after, add
    return None


def _tried(
    read: _Read,
    engine: Engine,
    story: Story,
    add: Insertion,
    wanted: tuple[str, Span],
    rules: Collection[str],
) -> Story | None:
    """The story with an insertion, if it then reads as before and no finding but of these rules is gone."""
    after = read(_with(story.source, [add]))
    if _read(after) != _read(story) or not _covered(engine.ignores(after), wanted[0], "", wanted[1]):
        return None
    moved = _Moves([add])
    before = {(f.rule, moved.span(f.span)) for f in engine.check(story)}
    now = {(f.rule, f.span) for f in engine.check(after)}
    return after if now <= before and wanted not in now and {r for r, _ in before - now} <= set(rules) else None


def _read(story: Story) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in story.zones if not zone.field.startswith("newslint.")]


def _covered(ignores: Iterable[Ignore], rule: str, topic: str, span: Span) -> bool:
    """Whether a finding is asked to be left alone; a request that names words, as none here does, did not do it."""
    return any(
        ignore.covers(span) and {rule, topic, ALL} & set(ignore.rules) for ignore in ignores if not ignore.words
    )


def _together(story: Story, a: Span, b: Span) -> bool:
    """Whether two findings stand in one place, so that one request may name both rules."""
    one, other = zone_of(story, a), zone_of(story, b)
    return one is other or bool(one and other and one.field and other.field)


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
