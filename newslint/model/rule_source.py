"""Where rules come from that a configuration asks for by a key of its own, such as `vale:`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from newslint.base.record import NamedTuple
from newslint.base.repository import HINT, leaves, repository_of
from newslint.base.schema import Shape, Where, show
from newslint.base.typed import Any, Protocol
from newslint.model.rule import Rule


class Beside(NamedTuple):
    """The folder of a configuration, and whether what it names may lie outside of its repository."""

    folder: str
    outside: bool = False

    def path_of(self, name: str, where: Where) -> str:
        """The path of what a value names; raises ConfigError where it lies outside of the repository."""
        path = os.path.join(self.folder, name)
        if not self.outside and not self.is_inside(path):
            raise where.wrong(f"{show(name)} lies outside of the repository", HINT)
        return path

    def is_inside(self, path: str) -> bool:
        """Whether a path lies in the configuration's repository."""
        return not leaves(path, repository_of(self.folder))


class RuleSource(Protocol):
    """Gives rules for what stands under its key of `newslint.yaml`.

    `shape` is what may stand there. Each of `rules` carries whatever it needs to check a story; an id begins with the
    key and a `/`. `files` are what the rules rest on: when one changes, what is known of stories is no longer so.
    In its `folders` no file is a story.
    """

    shape: Shape

    def rules(self, value: Any, where: Where, beside: Beside) -> Sequence[Rule]:
        """The rules for a value that has the shape; raises NewslintError with file, line and what to do."""
        ...

    def files(self, value: Any, folder: str) -> Iterable[str]:
        """The files and folders that they rest on, in the folder of the configuration."""
        ...

    def folders(self, value: Any, folder: str) -> Iterable[str]:
        """The folders that belong to the source, as the value names them."""
        ...
