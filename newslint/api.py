"""What programs call: read a story, check it, fix it, and tell where a finding stands.

A `str` is always a story's text, whatever it says: only a `pathlib.Path` names a file to open. No file is written.
Only a path looks for the newslint.yaml above it: a text or a `Story` goes by newslint's defaults, unless `config`
names a file. All functions may be called from several threads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date as Date
from functools import lru_cache
from threading import Lock

from newslint.base.errors import NewslintError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.text import Source, UnreadableStory
from newslint.config.discovery import CONFIG_NAME, nearest
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.fixing import fix_text
from newslint.engine.workspace import Workspace
from newslint.formats import Unread, no_template
from newslint.model import finding as findings
from newslint.model.finding import CONFIDENCES, Confidence, Edit, Entry, Finding
from newslint.model.story import Story
from newslint.rulebook.plugins import Plugins, load
from newslint.words.languages import code_of, hint_for

_KEPT = 16  # workspaces; each choice of style, rules and configuration has one, made in about a tenth of a second
_MAKING = Lock()


class Fixed(NamedTuple):
    """A text after its fixes, and the edits that were made, in order and none touching another.

    Their spans are code points of the text before. Who applies them to that text from the last to the first gets
    `text`.
    """

    text: str
    edits: tuple[Edit, ...]


def check(
    story: Story | str | os.PathLike[str],
    *,
    style: str | Mapping[str, str] = "",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    config: str | os.PathLike[str] | None = None,
    min_confidence: Confidence | None = None,
    format: str = "",
    path: str = "",
) -> list[Finding]:
    """The findings in one story, in the order of the text.

    * `story`: a text, a `pathlib.Path` to a file, or a `Story` that has been read.
    * `style`: the name of a house style (`ap`, `bbc`, `reuters` or a plugin's), or axes of style with their values.
      It holds over what the configuration says.
    * `select`, `ignore`: the only rules or topics to run (`all`: every rule there is), and those to leave out.
    * `config`: the path of a newslint.yaml. Without one, a path goes by the nearest newslint.yaml above it, as the
      command does; all else goes by newslint's defaults.
    * `min_confidence`: leaves out findings that are less sure than `low`, `medium` or `high`. Without it the
      configuration tells, or else it is `medium`.
    * `format`: a story format's name. Without one the ending of the path tells; a text without a path is plain.
    * `path`: where a text is taken to stand. It is never opened.

    Rules that compare several stories do not run. Raises NewslintError for a file that cannot be read, for a name
    that nobody knows, and for a rule or plugin that breaks.
    """
    settings = _settings(style, select, ignore, min_confidence)
    workspace, engine = _ready(story, path, settings, config)
    if not isinstance(story, Story):
        source = _source(workspace, story, path)
        return _in_order(engine, _stories(workspace, engine, source, _known(format, workspace)))
    if format or path:
        raise TypeError("a Story has been read: give format and path to newslint.read")
    if workspace.plugins.analyses:
        story.replace_analyses(workspace.plugins.analyses)
    return engine.check(story)


def fix(
    text: str | os.PathLike[str],
    *,
    style: str | Mapping[str, str] = "",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    config: str | os.PathLike[str] | None = None,
    min_confidence: Confidence | None = None,
    format: str = "",
    path: str = "",
    offers: bool = False,
) -> Fixed:
    """A text, or that of a file, after its fixes, and the edits that made it so.

    Only safe fixes are made, or with `offers` all. Fixing goes on until nothing is left to fix; fixes that undo one
    another are left out. Nothing inside a quotation is ever changed. The other keywords, and what is raised, are
    those of `check`.
    """
    workspace, engine = _ready(text, path, _settings(style, select, ignore, min_confidence), config)
    source = _source(workspace, text, path)
    name = _known(format, workspace)

    def found(now: str) -> list[Finding]:
        return _in_order(engine, _stories(workspace, engine, source.with_text(now), name))

    done = fix_text(source.text, found, offers=offers)
    return Fixed(done.text, done.edits)


def read(
    story: str | os.PathLike[str],
    *,
    format: str = "",
    config: str | os.PathLike[str] | None = None,
    path: str = "",
    genre: str = "",
    language: str = "",
    date: Date | None = None,
) -> Story:
    """A text, or a file, as a story: its zones, and whatever `story.get` works out from them.

    Of a file that holds several stories it is the first; `read_all` gives them all.
    `genre` (`news`, `opinion`, `live`…), `language` (`en`, `en-GB`, `English`) and `date` say what is known of the
    story beforehand. Without them its metadata, its structure and its words tell. The other keywords, and what is
    raised, are those of `check`.
    """
    workspace, engine = _ready(story, path, Settings(), config)
    source = _source(workspace, story, path)
    reading = engine.profile.reading
    reading = reading._replace(genre=genre or reading.genre, language=_language(language) or reading.language)
    with _told(source):
        found = no_template(workspace.read(source, reading, _known(format, workspace)))
    found.date = date or found.date
    return found


def read_all(
    story: str | os.PathLike[str],
    *,
    format: str = "",
    config: str | os.PathLike[str] | None = None,
    path: str = "",
) -> list[Story]:
    """All stories of a text, or of a file: of a feed, a table or a file of records there may be many.

    The keywords, and what is raised, are those of `check`; a record that cannot be read is raised as well.
    """
    workspace, engine = _ready(story, path, Settings(), config)
    return list(_stories(workspace, engine, _source(workspace, story, path), _known(format, workspace)))


def locate(finding: Finding, story: Story | Source | str) -> Entry:
    """Where a finding stands in the story, or the text, that it was found in.

    `entry.place.start` and `entry.place.end` have a `line` and a `column` (both from 1; columns are code points) and
    an `offset` (code points, from 0). `entry.place.match` are the words found, `entry.frame` is the line round them.
    """
    source = story.source if isinstance(story, Story) else story
    return findings.locate(finding, Source("", source) if isinstance(source, str) else source)


def _language(given: str) -> str:
    """A language's code; raises NewslintError for what is none."""
    code = code_of(given)
    if given and not code:
        raise NewslintError(f"“{given}” is no language", hint=hint_for(given))
    return code


def _settings(
    style: str | Mapping[str, str],
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    min_confidence: Confidence | None,
) -> Settings:
    if min_confidence is not None and min_confidence not in CONFIDENCES:
        raise NewslintError(f"unknown confidence “{min_confidence}”", hint=near_miss(min_confidence, CONFIDENCES))
    named, axes = (style, ()) if isinstance(style, str) else ("", tuple(sorted(style.items())))
    return Settings(_names(select), _names(ignore), min_confidence, style=named, axes=axes)


def _names(given: str | Iterable[str]) -> tuple[str, ...]:
    """One name or several, as several."""
    return tuple(filter(None, (given,))) if isinstance(given, str) else tuple(given)


def _source(workspace: Workspace, story: str | os.PathLike[str], path: str) -> Source:
    """A text as it is, or a file, read; raises NewslintError."""
    if isinstance(story, str):
        return Source(path, story)
    file = os.fspath(story)
    try:
        return workspace.open(file)
    except UnreadableStory as error:
        raise NewslintError(str(error), file) from None


@contextmanager
def _told(source: Source) -> Iterator[None]:
    """Raise as NewslintError that a source has no story in it, or none that can be read."""
    try:
        yield
    except UnreadableStory as error:
        raise NewslintError(str(error), source.path) from None


def _stories(workspace: Workspace, engine: Engine, source: Source, format: str) -> Iterator[Story]:
    """Every story of a source; raises NewslintError where one of them cannot be read."""
    with _told(source):
        for found in workspace.stories(source, engine, format=format):
            if isinstance(found, Unread):
                raise NewslintError(found.why, source.path, source.lines.position(found.span.start).line)
            yield found


def _in_order(engine: Engine, stories: Iterable[Story]) -> list[Finding]:
    """What is found in stories of one file, in the order of its text."""
    found = [finding for story in stories for finding in engine.check(story)]
    return sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message))


def _known(format: str, workspace: Workspace) -> str:
    """A format's name; raises NewslintError for one that nobody reads."""
    if format and format not in workspace.plugins.formats:
        known = workspace.plugins.formats
        raise NewslintError(
            f"unknown story format “{format}”",
            hint=near_miss(format, known, f"known are: {', '.join(sorted(known))}"),
        )
    return format


def _ready(
    story: Story | str | os.PathLike[str], path: str, settings: Settings, config: str | os.PathLike[str] | None
) -> tuple[Workspace, Engine]:
    """What a story is read and checked with; one thread at a time makes what is not there yet."""
    if not isinstance(story, (Story, str, os.PathLike)):
        raise TypeError(f"a story is a str, a pathlib.Path or a newslint.Story, not a {type(story).__name__}")
    file = None if config is None else os.path.abspath(os.fspath(config))
    if isinstance(story, Story):
        path = story.path
    elif not isinstance(story, str):
        path = os.path.abspath(os.fspath(story))
        file = file or nearest(os.path.dirname(path), CONFIG_NAME) or None
    if not path and file:
        path = os.path.join(os.path.dirname(file), "text")  # beside the configuration, not in the current folder
    with _MAKING:
        workspace = _workspace(settings, file, _stamp(file), os.environ.get("NEWSLINT_PLUGINS"))
        return workspace, workspace.engine(path)


def _stamp(file: str | None) -> tuple[int, int]:
    """What changes when a configuration is saved anew."""
    if file is None or not os.path.isfile(file):
        return 0, 0
    status = os.stat(file)
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_KEPT)
def _workspace(settings: Settings, file: str | None, stamp: tuple[int, int], plugins: str | None) -> Workspace:
    """The one place that makes a workspace; it is kept for the next story until its configuration is saved anew."""
    workspace = Workspace(settings, file)
    workspace.plugins = _plugins(plugins)
    return workspace


@lru_cache(maxsize=1)
def _plugins(wanted: str | None) -> Plugins:
    """The plugins that NEWSLINT_PLUGINS (`wanted`) lets in, loaded once."""
    return load()
