"""Stories' texts read again, for the words around a finding: few are needed, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newslint.base.text import Source, UnreadableStory
from newslint.base.typed import Protocol
from newslint.model.finding import Entry


class StoryTexts:
    """The text of a story by its path; `given` are stories that do not lie on disk as they are checked.

    `opened` gives the source of a path, from its bytes where they are known.
    """

    def __init__(self, given: Mapping[str, bytes], opened: Callable[[str, bytes | None], Source]) -> None:
        self._given = given
        self._opened = opened
        self._last = ("", "")
        self._taken_out = False

    def taken_out(self, path: str) -> bool:
        """Whether a story's text was taken out of a file that is no text, so that nobody else counts its lines."""
        self.of(path)
        return self._taken_out

    def of(self, path: str) -> str:
        """The text; none where the file has gone meanwhile, so that nothing said of it is held back."""
        if self._last[0] != path:
            try:
                source = self._opened(path, self._given.get(path))
                self._last, self._taken_out = (path, source.text), source.taken_out
            except UnreadableStory:
                return ""
        return self._last[1]


class Screen(Protocol):
    """Lets some findings of a story through to the report, and holds others back."""

    def begin(self) -> None:
        """Start a run: forget what was worked out for another one."""
        ...

    def kept(self, path: str, entries: Sequence[Entry], texts: StoryTexts) -> Sequence[Entry]:
        """Return the findings to report."""
        ...
