"""One story as a client holds it: a text under a path, checked, fixed and told apart as it stands, nothing written.

All doors (language server, HTTP server, assistants) go through here, so that limits and mistakes are the same behind
each of them. Nothing that is said of a text is kept.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from newslint.base.errors import NewslintError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.repository import leaves
from newslint.base.text import NoStory, Source, Span, UnreadableStory
from newslint.base.time_limit import TimeLimit, TimeSpent
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.faults import why
from newslint.engine.fixing import FixedText, apply, edits_of, fix_text
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.model.finding import CONFIDENCES, Confidence, Edit, Entry, Finding, locate
from newslint.model.story import Story
from newslint.reporters.base import with_fingerprints
from newslint.run.add_ignores import checked_reason, silence
from newslint.run.baseline import Baselines
from newslint.run.screens import StoryTexts

MOST = 1_000_000  # code points of a text that a client may send
_KEPT = 8  # workspaces: one for each choice of style and rules, made in about a tenth of a second
_FIX_TIMES = 4  # as long as its check may take, for a story to be fixed


class Text(NamedTuple):
    """A story's text. `path` is where it is taken to stand (never opened), `format` the story format to read it in.

    Without a format the ending of the path tells; a text without a path is plain. Without a `language` (a code such
    as `en`) its words tell.
    """

    text: str
    path: str = ""
    format: str = ""
    language: str = ""


class Choices(NamedTuple):
    """What a client chooses on top of the configuration, by the words of `newslint.check`."""

    style: str = ""
    axes: tuple[tuple[str, str], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence | None = None


class Found(NamedTuple):
    """A finding in spans, the same in lines and columns, and the name by which it is known again."""

    finding: Finding
    entry: Entry
    fingerprint: str


class Answer(NamedTuple):
    """What one text came to: its stories as read, what was found, in order, and records that could not be read.

    `known` is the number of findings that the baseline holds back.
    """

    source: Source
    stories: tuple[Story, ...]
    found: tuple[Found, ...]
    broken: tuple[str, ...] = ()
    known: int = 0


class Changed(NamedTuple):
    """A text after changes: the edits that lead from the old text to it, in order, none touching another.

    `made` are the rules whose fixes were made, with how often; `left` are fingerprints for which nothing was done.
    """

    text: str
    edits: tuple[Edit, ...]
    made: tuple[tuple[str, int], ...] = ()
    left: tuple[str, ...] = ()


class TooLarge(NewslintError):
    """A text longer than a client may send."""


class TookTooLong(NewslintError):
    """A text on which newslint was stopped."""


class NoStoryThere(NewslintError):
    """A text in which there is no story, or none that can be read."""


class Service:
    """Checks texts for clients.

    `config` is the configuration for every path ("": the nearest newslint.yaml at or above it, None: defaults). With
    `root` every path must lie in that folder; a relative path begins there. With `baseline` what is known is held
    back. Raises NewslintError for a configuration that does not exist; every method raises it for what a client or a
    configuration has wrong.
    """

    def __init__(
        self,
        settings: Settings = Settings(),  # noqa: B008 - frozen
        config: str | None = "",
        *,
        root: str = "",
        most: int = MOST,
        baseline: bool = True,
    ) -> None:
        self._settings = settings
        self._config = config
        self._root = os.path.realpath(root) if root else ""
        self._most = most
        self._baseline = baseline
        self._workspaces: OrderedDict[Choices, Workspace] = OrderedDict()
        self.reload()

    def reload(self) -> None:
        """Read configurations, rules and names anew: one of their files has changed."""
        self._workspaces.clear()
        self._baselines: Baselines | None = None
        self.workspace()

    def workspace(self, choices: Choices = Choices()) -> Workspace:  # noqa: B008 - frozen
        """The plugins, rules and configurations for a client's choices; the last few are kept."""
        found = self._workspaces.pop(choices, None)
        if found is None:
            if choices.min_confidence not in (None, *CONFIDENCES):
                hint = near_miss(str(choices.min_confidence), CONFIDENCES)
                raise NewslintError(f"unknown confidence “{choices.min_confidence}”", hint=hint)
            own = self._settings
            made = own._replace(
                select=choices.select or own.select,
                ignore=(*own.ignore, *choices.ignore),
                min_confidence=choices.min_confidence or own.min_confidence,
                style=choices.style or own.style,
                axes=choices.axes or own.axes,
            )
            found = Workspace(made, self._config)
            if self._workspaces:
                found.plugins = next(iter(self._workspaces.values())).plugins
        self._workspaces[choices] = found
        if len(self._workspaces) > _KEPT:
            self._workspaces.popitem(last=False)
        return found

    def keeps(self, choices: Choices) -> bool:
        """Whether rules and configurations for these choices are ready: else the next text takes longer."""
        return choices in self._workspaces

    def place(self, path: str) -> str:
        """A client's path as newslint goes by it; raises NewslintError for one outside of the root."""
        if "\0" in path:
            raise NewslintError("a path holds no NUL")
        if not self._root:
            return path or os.path.join(os.getcwd(), "story.txt")
        placed = os.path.join(self._root, path or "story.txt")
        if leaves(placed, self._root):
            raise NewslintError("this path leads out of the folder that is served", path)
        return placed

    def check(self, given: Text, choices: Choices = Choices()) -> Answer:  # noqa: B008 - frozen
        """Read and check a text."""
        workspace, engine, source = self._opened(given, choices)
        with _told(source):
            stories, broken = _parted(_stories(workspace, engine, source, given))
            pairs = sorted(
                ((finding, story) for story in stories for finding in engine.check(story)),
                key=lambda pair: (pair[0].span, pair[0].rule, pair[0].message),
            )
            entries = [_entry(finding, source, story) for finding, story in pairs]
            kept = self._new(entries, source, workspace)
        named = zip(pairs, with_fingerprints(entries), strict=True)
        found = tuple(Found(finding, entry, name) for (finding, _), (entry, name) in named if id(entry) in kept)
        return Answer(source, tuple(stories), found, tuple(broken), len(entries) - len(found))

    def read(self, given: Text, choices: Choices = Choices()) -> Answer:  # noqa: B008 - frozen
        """Read a text and check nothing."""
        workspace, engine, source = self._opened(given, choices)
        with _told(source):
            stories, broken = _parted(_stories(workspace, engine, source, given))
        return Answer(source, tuple(stories), (), tuple(broken))

    def fix(self, given: Text, choices: Choices = Choices(), *, offers: bool = False) -> Changed:  # noqa: B008 - frozen
        """Make all safe fixes, or with `offers` all that are proposed, until nothing is left to fix."""
        workspace, engine, source = self._opened(given, choices)

        def found(now: str) -> list[Finding]:
            return _findings(workspace, engine, source.with_text(now), given)

        with _told(source, _FIX_TIMES):
            done: FixedText = fix_text(source.text, found, offers=offers)
        return Changed(done.text, done.edits, done.made)

    def accept(self, given: Text, fingerprints: Collection[str], choices: Choices = Choices()) -> Changed:  # noqa: B008
        """Make the first fix of each of these findings, where they stand in one another's way that of the first."""
        answer = self.check(given, choices)
        wanted = [each for each in answer.found if each.fingerprint in fingerprints]
        edits = edits_of([each.finding for each in wanted], offers=True)
        made: dict[str, int] = {}
        done: set[str] = set()
        for each in wanted:
            if each.finding.fixes and all(edit in edits for edit in each.finding.fixes[0].edits):
                made[each.finding.rule] = made.get(each.finding.rule, 0) + 1
                done.add(each.fingerprint)
        left = tuple(name for name in fingerprints if name not in done)
        text = apply(answer.source.text, edits)
        return Changed(text, tuple(edits), tuple(sorted(made.items())), left)

    def ignore(
        self,
        given: Text,
        fingerprints: Collection[str],
        reason: str,
        choices: Choices = Choices(),  # noqa: B008 - frozen
    ) -> Changed:
        """Write requests to leave these findings alone, with a reason, where the text has a place for them."""
        reason = checked_reason(reason)
        answer = self.check(given, choices)
        workspace = self.workspace(choices)
        wanted = [each.entry for each in answer.found if each.fingerprint in fingerprints]
        with _told(answer.source, _FIX_TIMES):
            text, unplaced = silence(workspace, answer.source, wanted, reason)
        known = {each.fingerprint for each in answer.found if each.entry in wanted and each.entry not in unplaced}
        edits = _insertions(answer.source.text, text)
        return Changed(text, edits, (), tuple(name for name in fingerprints if name not in known))

    def _opened(self, given: Text, choices: Choices) -> tuple[Workspace, Engine, Source]:
        if len(given.text) > self._most:
            raise TooLarge(
                f"the text has {len(given.text):,} characters: at most {self._most:,} are checked at a time"
            )
        workspace = self.workspace(choices)
        formats = workspace.plugins.formats
        if given.format and given.format not in formats:
            hint = near_miss(given.format, formats, f"known are: {', '.join(sorted(formats))}")
            raise NewslintError(f"unknown story format “{given.format}”", hint=hint)
        path = self.place(given.path)
        return workspace, workspace.engine(path), Source(path, given.text)

    def _new(self, entries: Sequence[Entry], source: Source, workspace: Workspace) -> set[int]:
        """The identities of the entries that no baseline knows."""
        if not self._baseline:
            return {id(entry) for entry in entries}
        if self._baselines is None:
            self._baselines = Baselines(workspace.finder)
        self._baselines.begin()
        texts = StoryTexts({}, lambda path, data: source)
        return {id(entry) for entry in self._baselines.kept(source.path, entries, texts)}


@contextmanager
def _told(source: Source, times: int = 1) -> Iterator[None]:
    """Limit the time that a story may take, and say what went wrong with it as NewslintError."""
    try:
        with TimeLimit(max(len(source.data), len(source.text)), times):
            yield
    except TimeSpent as error:
        raise TookTooLong(why(error), source.path) from None
    except UnreadableStory as error:
        said = f"there is no story in it: {error}" if isinstance(error, NoStory) else str(error)
        raise NoStoryThere(said, source.path) from None
    except NewslintError as error:
        if isinstance(error.__cause__, TimeSpent):
            raise TookTooLong(error.message, source.path, hint=error.hint) from None
        raise
    except Exception as error:
        raise NewslintError(why(error), source.path) from error


def _stories(workspace: Workspace, engine: Engine, source: Source, given: Text) -> Iterator[Story | Unread]:
    return workspace.stories(source, engine, format=given.format, language=given.language)


def _parted(read: Iterable[Story | Unread]) -> tuple[list[Story], list[str]]:
    """The stories, and what is said of records that are none."""
    stories: list[Story] = []
    broken: list[str] = []
    for each in read:
        if isinstance(each, Unread):
            broken.append(each.why)
        else:
            stories.append(each)
    return stories, broken


def _findings(workspace: Workspace, engine: Engine, source: Source, given: Text) -> list[Finding]:
    stories, _ = _parted(_stories(workspace, engine, source, given))
    found = [finding for story in stories for finding in engine.check(story)]
    return sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message))


def _entry(finding: Finding, source: Source, story: Story) -> Entry:
    entry = locate(finding, source)
    return entry._replace(record=story.record) if story.record else entry


def _insertions(before: str, after: str) -> tuple[Edit, ...]:
    """The one edit that leads from a text to another."""
    start = 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    if len(before) == len(after) == start:
        return ()
    return (Edit(Span(start, len(before) - end), after[start : len(after) - end]),)
