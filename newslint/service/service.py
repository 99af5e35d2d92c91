"""One story as a client holds it: a text under a path, checked, fixed and told apart as it stands, nothing written.

All doors (language server, HTTP server, assistants) go through here, so that limits and mistakes are the same behind
each of them. Nothing that is said of a text is kept.
"""

from __future__ import annotations

import os
from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager

from newslint.base.errors import NewslintError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.repository import leaves
from newslint.base.text import Source
from newslint.base.typed import Any
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.fixing import FixedText, apply, edits_between, edits_of, fix_text
from newslint.engine.guard import with_newlines_of
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.model.finding import CONFIDENCES, Confidence, Edit, Entry, Finding, locate
from newslint.model.story import Story
from newslint.reporters.base import with_fingerprints
from newslint.run.add_ignores import checked_reason, silence
from newslint.run.baseline import Baselines
from newslint.run.screens import StoryTexts
from newslint.service.limits import CannotBeRead, TooLarge, limited
from newslint.service.seen import as_data

MOST = 1_000_000  # code points of a text that a client may send
_KEPT = 8  # workspaces: one for each choice of style and rules, made in about a tenth of a second
_FIX_TIMES = 4  # as long as its check may take, for a story to be fixed
_FIRST_TIMES = 4  # as long, for the first story: with nothing kept on disk it takes a second and more


class Text(NamedTuple):
    """A story's text. `path` is where it is taken to stand (never opened), `format` the story format to read it in.

    Without a format the ending of the path tells; a text without a path is plain. Without a `language` (a code such
    as `en`) its words tell. `file` is the file that a text was read from, where the client gave a path alone.
    """

    text: str
    path: str = ""
    format: str = ""
    file: Source | None = None
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


class Service:
    """Checks texts for clients.

    `config` is the configuration for every path ("": the nearest newslint.yaml at or above it, None: defaults). With
    `root` every path must lie in that folder; a relative path begins there. With `baseline` what is known is held
    back. The first story has more time than others, since rules and words are read on the way, unless newslint is
    `warm` already. Raises NewslintError for a configuration that does not exist; every method raises it for what a
    client or a configuration has wrong.
    """

    def __init__(
        self,
        settings: Settings = Settings(),  # noqa: B008 - frozen
        config: str | None = "",
        *,
        root: str = "",
        most: int = MOST,
        baseline: bool = True,
        warm: bool = False,
    ) -> None:
        self._settings = settings
        self._config = config
        self._root = os.path.realpath(root) if root else ""
        self._most = most
        self._baseline = baseline
        self._least_times = 1 if warm else _FIRST_TIMES
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
        _, _, source = self._opened(given, choices)
        return self.check_source(source, choices, given.format, given.language)

    def open(self, path: str, data: bytes | None = None, choices: Choices = Choices()) -> Source:  # noqa: B008
        """A file as its format opens it, from its bytes where they are known."""
        path = self.place(path)
        workspace = self.workspace(choices)
        _ = workspace.plugins.formats, workspace.config_of(path)  # a mistake in these is no fault of the story
        with self._limited(Source(path, "", data=data or b"")):
            return workspace.open(path, data)

    def check_source(
        self,
        source: Source,
        choices: Choices = Choices(),  # noqa: B008 - frozen
        format: str = "",
        language: str = "",
    ) -> Answer:
        """Check a text that was opened, in the format of this name, or else in that of its path."""
        workspace = self.workspace(choices)
        engine = workspace.engine(source.path)
        with self._limited(source):
            stories, broken = _parted(workspace.stories(source, engine, format=format, language=language))
            pairs = sorted(
                ((finding, story) for story in stories for finding in engine.check(story)),
                key=lambda pair: (pair[0].span, pair[0].rule, pair[0].message),
            )
            entries = [_entry(finding, source, story) for finding, story in pairs]
            kept = self._new(entries, source, workspace)
        self._least_times = 1
        named = zip(pairs, with_fingerprints(entries), strict=True)
        found = tuple(Found(finding, entry, name) for (finding, _), (entry, name) in named if id(entry) in kept)
        return Answer(source, tuple(stories), found, tuple(broken), len(entries) - len(found))

    def read(self, given: Text, choices: Choices = Choices()) -> Answer:  # noqa: B008 - frozen
        """Read a text and check nothing."""
        workspace, engine, source = self._opened(given, choices)
        with self._limited(source):
            stories, broken = _parted(workspace.stories(source, engine, format=given.format, language=given.language))
        return Answer(source, tuple(stories), (), tuple(broken))

    def shown(
        self,
        given: Text,
        choices: Choices = Choices(),  # noqa: B008 - frozen
        *,
        segments: bool = False,
    ) -> tuple[Answer, list[dict[str, Any]]]:
        """Read a text, and tell as plain data how each of its stories was read (`seen.as_data`)."""
        answer = self.read(given, choices)
        with self._limited(answer.source):
            return answer, [as_data(story, segments=segments) for story in answer.stories]

    def fix(self, given: Text, choices: Choices = Choices(), *, offers: bool = False) -> Changed:  # noqa: B008 - frozen
        """Make all safe fixes, or with `offers` all that are proposed, until nothing is left to fix."""
        workspace, engine, source = self._opened(given, choices)

        def found(now: str) -> list[Finding]:
            return _findings(workspace, engine, source.with_text(now), given)

        with self._limited(source, _FIX_TIMES):
            done: FixedText = fix_text(source.text, found, offers=offers)
        return Changed(done.text, done.edits, done.made)

    def accept(self, given: Text, fingerprints: Collection[str], choices: Choices = Choices()) -> Changed:  # noqa: B008
        """Make the first fix of each of these findings, where they stand in one another's way that of the first."""
        answer = self.check(given, choices)
        names, text = frozenset(fingerprints), answer.source.text
        wanted = [each for each in answer.found if each.fingerprint in names]
        chosen = edits_of([each.finding for each in wanted], offers=True)
        there = frozenset(chosen)
        done = [each for each in wanted if each.finding.fixes and there.issuperset(each.finding.fixes[0].edits)]
        made = Counter(each.finding.rule for each in done)
        left = names.difference(each.fingerprint for each in done)
        edits = tuple(with_newlines_of(text, edit) for edit in chosen)
        told = tuple(name for name in fingerprints if name in left)
        return Changed(apply(text, edits), edits, tuple(sorted(made.items())), told)

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
        names = frozenset(fingerprints)
        wanted = [each for each in answer.found if each.fingerprint in names]
        with self._limited(answer.source, _FIX_TIMES):
            text, left = silence(workspace, answer.source, [each.entry for each in wanted], reason, given.format)
        unplaced = {id(entry) for entry in left}
        done = {each.fingerprint for each in wanted if id(each.entry) not in unplaced}
        edits = edits_between(answer.source.text, text)
        return Changed(text, edits, (), tuple(name for name in fingerprints if name not in done))

    def _limited(self, source: Source, times: int = 1) -> AbstractContextManager[None]:
        return limited(source, max(times, self._least_times))

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
        source = given.file or self._source(workspace, path, given)
        return workspace, workspace.engine(path), source

    def _source(self, workspace: Workspace, path: str, given: Text) -> Source:
        """A text as the format of its path opens files, where that is needed and leaves the text as it is."""
        formats = workspace.config_of(path).formats
        if given.format or not workspace.plugins.endings.opener(path, b"", formats):
            return Source(path, given.text)
        data = given.text.encode("utf-8", "replace")
        with self._limited(Source(path, "", data=data)):
            source = workspace.open(path, data)
        if source.text != given.text:
            raise CannotBeRead(
                "a story in such a file can be checked where the file lies alone: newslint check", path
            )
        return source

    def _new(self, entries: Sequence[Entry], source: Source, workspace: Workspace) -> set[int]:
        """The identities of the entries that no baseline knows."""
        if not self._baseline:
            return {id(entry) for entry in entries}
        if self._baselines is None:
            self._baselines = Baselines(workspace.finder)
        self._baselines.begin()
        texts = StoryTexts({}, lambda path, data: source)
        return {id(entry) for entry in self._baselines.kept(source.path, entries, texts)}


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
    stories, _ = _parted(workspace.stories(source, engine, format=given.format, language=given.language))
    found = [finding for story in stories for finding in engine.check(story)]
    return sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message))


def _entry(finding: Finding, source: Source, story: Story) -> Entry:
    entry = locate(finding, source)
    return entry._replace(record=story.record) if story.record else entry
