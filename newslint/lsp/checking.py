"""Open stories checked, each once a version, under the settings and configurations that hold."""

from __future__ import annotations

import contextlib
import os

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING
from newslint.config.discovery import CONFIG_NAME, nearest
from newslint.engine.faults import why
from newslint.lsp.documents import Document
from newslint.lsp.settings import EditorSettings
from newslint.lsp.speakers import Said, said_in
from newslint.run.baseline import BASELINE_NAME
from newslint.run.fingerprint import files_behind
from newslint.service.limits import limited
from newslint.service.service import Answer, Changed, Choices, Service, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.engine.workspace import Workspace

_MISNAMED = "newslint.yml"  # is refused, so that nobody takes it for read
_MOST_ABOVE = 60  # folders above a story that are looked into


class Checked(NamedTuple):
    """What a story came to: an answer, or why there is none; neither where newslint has nothing to do with it."""

    answer: Answer | None = None
    why: NewslintError | None = None


class Checking:
    """Checks documents under an editor's settings. `folders` are those of the workspace; a round begins anew when
    settings or configurations change.
    """

    def __init__(self) -> None:
        self.settings = EditorSettings()
        self.folders: Sequence[str] = ()
        self.round = 0
        self._name = os.urandom(4).hex()
        self._service: Service | None = None
        self._known: dict[str, tuple[int, int, Checked]] = {}
        self._mended: dict[str, tuple[int, int, Changed]] = {}
        self._said: dict[str, tuple[int, int, tuple[Said, ...]]] = {}
        self._states: dict[str, tuple[int, int]] = {}

    def state(self, document: Document) -> str:
        """What names the answer for a document in its state, for a client that has it already."""
        return f"{self.prefix}{document.edition}"

    @property
    def prefix(self) -> str:
        """What such names begin with in this round, and in no other server's."""
        return f"{self._name}.{self.round}."

    @property
    def choices(self) -> Choices:
        """What the editor's settings choose on top of the configuration."""
        return self.settings.choices

    @property
    def service(self) -> Service:
        """What checks texts; raises NewslintError where the configuration that was set is not there."""
        if self._service is None:
            self._service = Service(config=self.named)
        return self._service

    @property
    def workspace(self) -> Workspace:
        """The configurations that hold; raises NewslintError."""
        return self.service.workspace(self.choices)

    @property
    def home(self) -> str:
        """Where texts without a file are taken to stand."""
        return self.folders[0] if self.folders else os.getcwd()

    def begin(self) -> None:
        """Begin a round: all that was worked out no longer holds."""
        self.round += 1
        self._service = None
        self._known.clear()
        self._mended.clear()
        self._said.clear()
        self._states.clear()

    def forget(self, uri: str) -> None:
        """Forget what was said of a document."""
        self._known.pop(uri, None)
        self._mended.pop(uri, None)
        self._said.pop(uri, None)

    def of(self, document: Document) -> Checked:
        """What checking a document in its state came to."""
        edition, began, found = self._known.get(document.uri, (0, -1, Checked()))
        if (edition, began) != (document.edition, self.round):
            found = self._checked(document)
            self._known[document.uri] = document.edition, self.round, found
        return found

    def text(self, document: Document) -> Text | None:
        """A document as it is checked; None where it is no story. Raises NewslintError."""
        path = document.path
        if not path:
            self._watch(self.home)
            return Text(document.text, os.path.join(self.home, "Untitled"), document.format)
        if os.path.basename(path) == CONFIG_NAME:
            return None
        folder = os.path.dirname(path)
        self._watch(folder)
        workspace = self.workspace
        if workspace.scope(folder).leaves_out(path):
            return None
        if workspace.plugins.endings.claim(path, workspace.config(folder).formats):
            return Text(document.text, path)
        return Text(document.text, path, document.format) if document.speaks else None

    def said(self, document: Document) -> Sequence[Said]:
        """The quotations of a document, and who is taken to have said them; raises NewslintError."""
        answer = self.of(document).answer
        if not answer:
            return ()
        edition, began, found = self._said.get(document.uri, (0, -1, ()))
        if (edition, began) != (document.edition, self.round):
            with limited(answer.source):
                found = tuple(said_in(answer.stories))
            self._said[document.uri] = document.edition, self.round, found
        return found

    def mended(self, document: Document) -> Changed:
        """The document with all safe fixes made; raises NewslintError."""
        edition, began, found = self._mended.get(document.uri, (0, -1, Changed("", ())))
        if (edition, began) != (document.edition, self.round):
            text = self.text(document)
            found = self.service.fix(text, self.choices) if text else Changed(document.text, ())
            self._mended[document.uri] = document.edition, self.round, found
        return found

    def file(self, path: str) -> Checked:
        """What checking a file as it lies on disk came to."""
        try:
            source = self.service.open(path, None, self.choices)
            return Checked(self.service.check_source(source, self.choices))
        except NewslintError as error:
            return Checked(None, error)
        except Exception as error:
            return Checked(None, NewslintError(why(error), path))

    def _checked(self, document: Document) -> Checked:
        try:
            text = self.text(document)
            if text is None or not document.text.strip():
                return Checked()
            return Checked(self.service.check(text, self.choices))
        except NewslintError as error:
            return Checked(None, error)
        except Exception as error:  # of a plugin, or of newslint itself
            return Checked(None, NewslintError(why(error), document.path))

    # --- what the answers rest on

    def changed(self, *, everywhere: bool = False) -> bool:
        """Whether a file on which answers rest has changed since the round began; `everywhere` looks for new ones."""
        if any(_state(path) != state for path, state in self._states.items()):
            return True
        if not everywhere:
            return False
        configs = [path for path in self._states if path == self.named or os.path.basename(path) == CONFIG_NAME]
        return any(path not in self._states for config in configs for path in _behind(config))

    @property
    def named(self) -> str:
        """The configuration that the editor's settings name, or nothing."""
        config = self.settings.config
        return os.path.abspath(os.path.join(self.home, os.path.expanduser(config))) if config else ""

    def _watch(self, folder: str) -> None:
        """Remember the state of every file that a story in a folder is checked by, and of those that may come."""
        folder = os.path.abspath(folder)
        if os.path.join(folder, CONFIG_NAME) in self._states:
            return
        config = self.named
        if not config:
            with contextlib.suppress(NewslintError):  # whoever reads it says why it cannot be read
                config = nearest(folder, CONFIG_NAME)
        here = folder
        for _ in range(_MOST_ABOVE):
            for name in (CONFIG_NAME, _MISNAMED, BASELINE_NAME):
                path = os.path.join(here, name)
                self._states[path] = _state(path)
            if here == os.path.dirname(here) or os.path.join(here, CONFIG_NAME) == config:
                break
            here = os.path.dirname(here)
        for path in _behind(config) if config else ():
            self._states[path] = _state(path)


def _behind(config: str) -> list[str]:
    return [config, *files_behind(config)]


def _state(path: str) -> tuple[int, int]:
    """What tells a file from what it was; zeros where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size
