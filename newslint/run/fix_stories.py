"""`newslint fix`: stories fixed and written back one by one, or shown as a diff; what was fixed and what not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from newslint.base.record import NamedTuple
from newslint.base.showing import showable, showable_lines
from newslint.base.text import Source, UnreadableStory, read_bytes
from newslint.base.time_limit import TimeLimit, more_time, seconds_for
from newslint.base.writing import UnwrittenStory, put_back
from newslint.engine.faults import STOPPED, why
from newslint.engine.fixing import FixedText, fix_text
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.model.finding import Failure, Finding
from newslint.run.run import Checked, Request, check, check_bytes, refuse_name

_ROUNDS = 4  # times that a story is mostly read while it is fixed
_CONTEXT = 3  # lines round a change in a diff
_NOT_TO_APPLY = "(shown with signs escaped; --output writes a diff to apply)"


class FixedStory(NamedTuple):
    """What became of one story: text and bytes before and after, how often each rule changed it, and what failed.

    `left_out` are rules whose fixes were not made here, as they undo those of rules that go before them.
    """

    path: str
    before: str = ""
    after: str = ""
    made: tuple[tuple[str, int], ...] = ()
    old: bytes = b""
    new: bytes = b""
    failure: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.new != self.old


class FixRun(NamedTuple):
    """What a run of fixing did: the stories it fixed or could not fix, and the report of what is left."""

    fixed: Sequence[FixedStory]
    checked: Checked


def fix_paths(request: Request, paths: Sequence[str], *, offers: bool, write: bool) -> FixRun:
    """Fix every story that the paths stand for; without `write` only say what would change.

    Stories are found wanting by an ordinary check, which knows the unchanged ones, and only those with something
    to fix are gone into. A file that cannot be written stays as it was and the others are done all the same.
    What is known or did not change is fixed with the rest, and left out of the report.
    """
    checked = check(request._replace(screens=()), paths)
    todo = sorted({
        entry.place.path
        for entry in checked.report.entries
        if any(offers or fix.safety == "safe" for fix in entry.fixes)
    })  # fmt: skip
    todo = list(each_once(todo))
    fixed = [done for path in todo if (done := _fix_file(request.workspace, path, offers, write))]
    if request.screens or (write and any(done.changes for done in fixed)):
        checked = check(request._replace(failed=tuple(checked.report.failures)), paths)
    return FixRun(fixed, with_failures(checked, fixed))


def each_once(paths: Sequence[str]) -> Iterator[str]:
    """The paths without links to stories that are among them: nothing is written through a link."""
    there = {os.path.realpath(path) for path in paths if not os.path.islink(path)}
    return (path for path in paths if not os.path.islink(path) or os.path.realpath(path) not in there)


def _fix_file(workspace: Workspace, path: str, offers: bool, write: bool) -> FixedStory | None:
    """A story fixed and, where asked, written back; none where nothing is to be done."""
    try:
        data = read_bytes(path)
        with TimeLimit(len(data) * _ROUNDS):
            done = fix_bytes(workspace, data, path, offers=offers)
        if done.changes and write:
            put_back(path, data, done.new)
    except (UnreadableStory, UnwrittenStory) as error:
        return FixedStory(path, failure=str(error))
    except STOPPED as error:
        return FixedStory(path, failure=f"it could not be fixed: {why(error)}")
    return done if done.changes or done.failure or done.left_out else None


def fix_bytes(workspace: Workspace, data: bytes, path: str, *, offers: bool) -> FixedStory:
    """A story's bytes, fixed; raises UnreadableStory."""
    source = workspace.open(path, data)
    if len(source.text) > len(data):
        more_time(seconds_for(len(source.text)) * _ROUNDS)  # it is packed
    engine = workspace.engine(path)

    def check(text: str) -> list[Finding]:
        stories = workspace.stories(source.with_text(text), engine)
        return sorted(
            [finding for story in stories if not isinstance(story, Unread) for finding in engine.check(story)],
            key=lambda finding: (finding.span, finding.rule, finding.message),
        )

    changed = fix_text(source.text, check, offers=offers)
    try:
        new = encoded(workspace, source, changed)
    except UnwrittenStory as error:
        return FixedStory(path, old=data, new=data, failure=str(error))
    return FixedStory(path, source.text, changed.text, changed.made, data, new, left_out=changed.conflicting)


def encoded(workspace: Workspace, source: Source, changed: FixedText) -> bytes:
    """A fixed text in the encoding of its file; raises UnwrittenStory where that would not read as the same again."""
    text = changed.text
    name = "Windows-1252" if source.encoding == "cp1252" else source.encoding.upper()
    try:
        data = source.rewritten(text, changed.edits)
    except UnicodeEncodeError as error:
        sign = text[error.start : error.start + 1]
        said = f"“{sign}” cannot be written in {name}, so it was left as it was: save it as UTF-8 first"
        raise UnwrittenStory(said) from None
    try:
        same = workspace.open(source.path, data).text == text
    except UnreadableStory:
        same = False
    if not same:
        raise UnwrittenStory(
            f"after the fix it would no longer be read as {name}, so it was left as it was: save it as UTF-8"
        )
    return data


def with_failures(checked: Checked, fixed: Iterable[FixedStory]) -> Checked:
    """A run's result with the stories that could not be fixed among its failures."""
    failures = [Failure(done.path, done.failure) for done in fixed if done.failure]
    if not failures:
        return checked
    known = set(checked.report.failures)
    together = sorted(known.union(failures))
    return checked._replace(report=checked.report._replace(failures=tuple(together)), code=2)


def fix_stdin(request: Request, data: bytes, name: str, *, offers: bool) -> FixRun:
    """A story that came by standard input, fixed as if it stood at `name`."""
    refuse_name(request.workspace, name)
    request.workspace.format_of(name)
    request.workspace.engine(name)  # what these raise is no fault of the story
    try:
        with TimeLimit(len(data) * _ROUNDS):
            done = fix_bytes(request.workspace, data, name, offers=offers)
    except UnreadableStory as error:
        done = FixedStory(name, old=data, new=data, failure=str(error))
    except STOPPED as error:
        done = FixedStory(name, old=data, new=data, failure=f"it could not be fixed: {why(error)}")
    return FixRun([done], with_failures(check_bytes(request, done.new, name), [done]))


def said_of(fixed: Iterable[FixedStory], how: str = "fixed") -> Iterator[str]:
    """What was fixed, a line a story, and in all."""
    stories = changes = 0
    for done in fixed:
        if done.changes:
            stories += 1
            changes += sum(number for _, number in done.made)
            rules = ", ".join(f"{rule} {number}×" if number > 1 else rule for rule, number in done.made)
            yield f"{how} {showable(done.path)}: {rules}\n"
        if done.left_out:
            rules = ", ".join(done.left_out)
            yield (
                f"note: {showable(done.path)}: the fixes of {rules} undo those of other rules here, "
                "so they were not made\n"
            )
    if stories > 1:
        yield f"{how} {stories:,} stories ({changes:,} fixes)\n"


def diff(fixed: Iterable[FixedStory], *, shown: bool = False) -> Iterator[str]:
    """What would change as a unified diff that `git apply` takes where the stories are UTF-8.

    One that is only `shown` has what a terminal or a runner would obey escaped. Where there is any, it is no longer
    what the file says, and its names say so, so that nothing applies it.
    """
    for done in fixed:
        if done.changes:
            lines = list(_diff(done))
            if shown and (escaped := [_shown(line) for line in lines]) != lines:
                lines = [f"{line.rstrip()} {_NOT_TO_APPLY}\n" for line in escaped[:2]] + escaped[2:]
            yield from lines


def _diff(done: FixedStory) -> Iterator[str]:
    from difflib import unified_diff

    old, new = _lines(done.before), _lines(done.after)
    for line in unified_diff(old, new, _name(done.path, "a"), _name(done.path, "b"), n=_CONTEXT):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _shown(line: str) -> str:
    end = "\r\n" if line.endswith("\r\n") else "\n"
    return showable_lines(line[: -len(end)]) + end


def _lines(text: str) -> list[str]:
    """Lines as diffs know them: ended by a line feed, whatever stands before it."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _name(path: str, side: str) -> str:
    shown = path.replace(os.sep, "/")
    shown = shown if os.path.isabs(path) else f"{side}/{shown.removeprefix('./')}"
    if '"' in shown or "\\" in shown or showable(shown) != shown:
        return _quoted(shown)
    return f"{shown}\t" if " " in shown else shown  # as git does, so that the name's end is known


def _quoted(name: str) -> str:
    """A name as git quotes one, byte by byte where a byte is no plain sign."""
    data = os.fsencode(name)
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\{b:03o}" for b in data) + '"'
