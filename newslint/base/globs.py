"""Patterns for paths, as .gitignore has them, with {a,b} for either; and which files they make stories."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from newslint.base.lazy import pattern
from newslint.base.typed import Any

# Files of a repository that are no stories, unless the configuration says what is one.
NOT_STORIES = frozenset((
    "readme", "license", "licence", "changelog", "contributing", "security", "code_of_conduct", "code-of-conduct",
    "requirements", "notice", "authors", "cmakelists", "newslint-words",
))  # fmt: skip
# Languages and licences behind such a name: readme.de, README_zh-CN, LICENSE-MIT, requirements-dev. A story is called
# by more words, or by others: security-council-votes, authors-guild.
_FURTHER = pattern(
    r"readme[._-](?:[a-z]{2}|[a-z]{2}[_-][a-z]{2,4})|licen[cs]e[._-](?:mit|apache|bsd|gpl|lgpl|agpl|mpl|cc0?|isc)[\w.-]*"
    r"|requirements[._-](?:dev|test|docs|lint|prod|build|ci)"
)


MOST_FORMS = 200  # that a pattern may stand for once each {a,b} is written out
_MOST_STARS = 4  # in one name of a path, and of ** in a path: with more, one path can take minutes
_LONGEST = 1000  # code points of a pattern


class BadPattern(ValueError):
    """A pattern that cannot be used; its text is the reason, in an editor's words."""


def globs(patterns: Iterable[str]) -> Any:
    """A matcher for .gitignore-style patterns, in which {a,b} stands for either; raises BadPattern."""
    return _spec([plain for pattern in patterns for plain in braces(pattern)])


def _spec(patterns: list[str]) -> Any:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except Exception as error:  # pathspec lets through what `re` says of [z-a]
        with contextlib.suppress(Exception):  # RE2, where pathspec uses it, gives up on many; `re` does not
            return GitIgnoreSpec.from_lines(patterns, backend="simple")
        raise BadPattern(f"it is no pattern for paths ({str(error).rstrip('.')})") from None


def check_glob(pattern: str) -> None:
    """Raise BadPattern for a pattern that means nothing, or that would take for ever."""
    if not pattern.strip() or "\0" in pattern:
        raise BadPattern("it names no file")
    forms = list(braces(pattern))
    for form in forms:
        parts = form.split("/")
        if parts.count("**") > _MOST_STARS or any(p.count("*") > _MOST_STARS for p in parts):
            raise BadPattern(
                f"it has more than {_MOST_STARS} asterisks in one name, or more than {_MOST_STARS} of **"
            )
    _spec(forms)


def braces(pattern: str) -> Iterator[str]:
    """A pattern with each {a,b} written out; raises BadPattern where that would be too many."""
    if len(pattern) > _LONGEST:
        raise BadPattern(f"it is longer than {_LONGEST:,} characters")
    forms = [pattern]
    while True:
        each = (form for before in forms for form in _first_written_out(before))
        written = list(islice(each, MOST_FORMS + 1))
        if len(written) > MOST_FORMS:
            raise BadPattern(f"it stands for more than {MOST_FORMS} patterns once each {{a,b}} is written out")
        if written == forms:
            break
        forms = written
    yield from forms


def _first_written_out(pattern: str) -> list[str]:
    """A pattern with its first {a,b} written out."""
    head, opened, rest = pattern.partition("{")
    body, closed, tail = rest.partition("}")
    return [head + option + tail for option in body.split(",")] if opened and closed else [pattern]


def literal(path: str) -> str:
    """A pattern for a path, in which any sign stands where one of a pattern would mean something else."""
    return "".join("?" if sign in "*?[]{}!#\\ " else sign for sign in path)


def relative(path: str, root: str) -> str:
    """A path as the patterns of a configuration in `root` (absolute) see it."""
    absolute = os.path.abspath(path)
    inside = absolute[len(root) :].lstrip(os.sep) if f"{absolute}{os.sep}".startswith(_with_end(root)) else absolute
    return inside.replace(os.sep, "/")


def _with_end(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep


def is_no_story(name: str) -> bool:
    """Whether a file is called what files of a repository are that are no stories: README.md, LICENSE-MIT.txt."""
    stem = os.path.splitext(name.casefold())[0]
    return stem in NOT_STORIES or _FURTHER.fullmatch(stem) is not None


_DOTS = 2  # in an ending: .jsonl.gz


def endings_of(path: str) -> list[str]:
    """The endings of a file's name, the longest first, in small letters: `.jsonl.gz` and `.gz`."""
    parts = os.path.basename(path).lower().lstrip(".").split(".")[1:]
    return ["." + ".".join(parts[n:]) for n in range(max(0, len(parts) - _DOTS), len(parts))]


def endings_named(patterns: Iterable[str]) -> frozenset[str]:
    """The endings that patterns name outright: of `feeds/*.{xml,json}`, both."""
    return frozenset(
        ending
        for pattern in patterns
        if pattern[:1] != "!"
        for form in braces(pattern)
        for ending in endings_of(form)
        if not _WILD.intersection(ending)
    )


_WILD = frozenset("*?[]")


class Scope:
    """Which files below a folder are stories: by their endings, `stories:` and `exclude:`.

    `extensions` are those of files that are stories by nature or that the configuration names, `known` all that some
    format reads. `left_out` are patterns that a run adds to `exclude`; they see paths from the current folder.
    """

    def __init__(
        self,
        root: str,
        extensions: Iterable[str],
        stories: Iterable[str] = (),
        exclude: Iterable[str] = (),
        known: Iterable[str] = (),
        left_out: Iterable[str] = (),
    ) -> None:
        self.root = root
        self.extensions = frozenset(extensions)
        self.stories = tuple(stories)
        self.exclude = tuple(exclude)
        self.known = frozenset(known) | self.extensions
        self.left_out = tuple(left_out)

    @cached_property
    def _wanted(self) -> Any:
        return globs(self.stories)

    @cached_property
    def _unwanted(self) -> Any:
        return globs(self.exclude)

    @cached_property
    def _left_out(self) -> Any:
        return globs(self.left_out)

    def holds(self, path: str) -> bool:
        """Whether a file is a story that this run takes."""
        if self.left_out and self._left_out.match_file(relative(path, os.getcwd())):
            return False
        return self.names(path)

    def names(self, path: str) -> bool:
        """Whether a file is a story by the configuration, whatever this run leaves out."""
        name = os.path.basename(path).lower()
        if self.extensions.isdisjoint(endings_of(name)):
            return False
        if not self.stories and not self.exclude:
            return not is_no_story(name)
        inside = relative(path, self.root)
        if self.exclude and self._unwanted.match_file(inside):
            return False
        return bool(self._wanted.match_file(inside)) if self.stories else not is_no_story(name)

    def leaves_out(self, path: str) -> bool:
        """Whether a file is none that anybody wants checked: by `exclude:`, or by its name (README.md)."""
        inside = relative(path, self.root)
        if self.exclude and self._unwanted.match_file(inside):
            return True
        return is_no_story(os.path.basename(path)) and not (self.stories and self._wanted.match_file(inside))
