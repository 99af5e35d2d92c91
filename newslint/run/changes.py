"""What changed against a commit, as git tells it: stories, lines, and the findings on those lines."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence

from newslint.base.errors import NewslintError
from newslint.base.globs import Scope
from newslint.base.record import NamedTuple
from newslint.base.repository import leaves, repository_of
from newslint.model.finding import Entry, Place
from newslint.run.screens import StoryTexts
from newslint.run.story_files import HIDDEN, LEADS_OUT, SKIPPED_FOLDERS, Missed, of_no_format

HEAD = "HEAD"
Lines = Sequence[tuple[int, int]]  # first and last, from 1
ALL: Lines = ((1, 1 << 62),)  # of a file that is new
# What a newsroom's own git settings must not change about the answer.
_DIFF = (
    "-c", "core.quotePath=false", "-c", "diff.relative=false", "diff", "--unified=0", "--inter-hunk-context=0", "-M",
    "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--ignore-submodules", "--src-prefix=a/",
    "--dst-prefix=b/",
)  # fmt: skip
_NO_BASELINE = ":(top,exclude,glob)**/newslint-baseline.json"  # long, and no story
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_ESCAPED = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


class Against(NamedTuple):
    """What to compare with: a commit (none: the last one), and whether what is staged or what lies on disk."""

    ref: str = ""
    staged: bool = False


def against(ref: str, *, staged: bool) -> Against:
    """What a run compares: under pre-commit what is staged, or the commits it was called for."""
    before = os.environ.get("PRE_COMMIT_FROM_REF", "")
    if before and not ref and not staged:
        return Against(before)
    return Against(ref, staged or (bool(os.environ.get("PRE_COMMIT")) and not ref))


class Changes:
    """The lines that changed, of every repository that the paths of a run lie in. A screen for findings."""

    def __init__(self, how: Against) -> None:
        self._how = how
        self._tops: dict[str, dict[str, Lines]] = {}
        self.given: dict[str, bytes] = {}  # staged stories that lie on disk in another state

    def begin(self) -> None:
        """A run begins: git is asked anew."""
        self._tops.clear()
        self.given.clear()

    def stories(
        self,
        paths: Sequence[str],
        scope: Callable[[str], Scope],
        *,
        force_exclude: bool = False,
        missed: Missed | None = None,
        outside: bool = False,
    ) -> list[str]:
        """Every story that changed, of those that the paths stand for, in a stable order.

        `missed` is told of links that lead out of the repository, which are not read unless `outside` allows it.
        """
        found: dict[str, None] = {}
        for path in paths:
            if os.path.isdir(path):
                for story, leads_out in self._below(path, scope):
                    if not leads_out or outside:
                        found[story] = None
                    elif missed:
                        missed(story, LEADS_OUT)
            elif missed and (why := self._why_unread(path, scope, force_exclude=force_exclude)):
                missed(path, why)
            elif self._lines(path) and (not force_exclude or scope(os.path.dirname(path)).holds(path)):
                found[path] = None
        if self._how.staged:
            self._read_staged(list(found))
        return list(found)

    def _why_unread(self, path: str, scope: Callable[[str], Scope], *, force_exclude: bool) -> str:
        """Why nothing can be seen in a path that was named, whether it changed or not; "" where that is well."""
        if not (self._how.staged or os.path.lexists(path)):
            return "there is no such file or folder"
        here = scope(os.path.dirname(path))
        return "" if force_exclude and not here.holds(path) else of_no_format(here, path)

    def _below(self, folder: str, scope: Callable[[str], Scope]) -> Iterator[tuple[str, bool]]:
        """The stories below a folder that changed, each with whether it is a link that leads out."""
        absolute = os.path.realpath(folder) if os.path.islink(folder) else os.path.abspath(folder)
        top = top_of(absolute)
        for path, lines in sorted(self._changed(top).items()):
            inside = os.path.relpath(path, absolute)
            parts = inside.split(os.sep)
            if not lines or parts[0] == os.pardir:
                continue
            hidden = any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts[:-1])
            shown = inside if folder in ("", ".", os.curdir) else os.path.normpath(os.path.join(folder, inside))
            there = self._how.staged or os.path.isfile(path)
            if there and not (hidden or parts[-1].startswith(HIDDEN)) and scope(os.path.dirname(shown)).holds(shown):
                yield shown, os.path.islink(path) and leaves(path, repository_of(top))

    def _lines(self, path: str) -> Lines:
        absolute = os.path.abspath(path)
        lines = self._changed(top_of(os.path.dirname(absolute))).get(absolute)
        real = os.path.realpath(absolute)
        if lines is None and real != absolute and not leaves(real, repository_of(os.path.dirname(absolute))):
            lines = self._changed(top_of(os.path.dirname(real))).get(real)
        return lines or []

    def _changed(self, top: str) -> dict[str, Lines]:
        if top not in self._tops:
            inside = changed_lines(top, self._how)
            self._tops[top] = {os.path.join(top, *path.split("/")): lines for path, lines in inside.items()}
        return self._tops[top]

    def _read_staged(self, paths: Sequence[str]) -> None:
        """Take what is staged of stories that were edited on."""
        for top in {top_of(os.path.dirname(os.path.abspath(path))) for path in paths}:
            listed = _git(top, "diff", "--name-only", "--no-renames", "--no-relative", "-z", "--")
            edited = {os.path.join(top, *name.split("/")): name for name in _names(listed)}
            for path in paths:
                name = edited.get(os.path.abspath(path))
                if name:
                    self.given[path] = _git(top, "cat-file", "blob", f":{name}")

    def kept(self, path: str, entries: Sequence[Entry], texts: StoryTexts) -> Sequence[Entry]:
        """The findings that touch a changed line, with their own place or a related one in the same story."""
        if not entries:
            return entries
        lines = self._lines(path)
        if not lines or lines == ALL:
            return entries if lines else ()
        text = texts.of(path)
        if texts.taken_out(path):
            return entries  # git counts the lines of a file whose bytes are no text
        return [
            entry
            for entry in entries
            if any(_touches(at, lines, text) for at in (entry.place, *entry.related) if at.path == path)
        ]


def _touches(place: Place, lines: Lines, text: str) -> bool:
    """Whether a place lies on one of the lines, counted as git does: by line feeds alone."""
    start, end = place.start.offset, place.end.offset
    first = text.count("\n", 0, start) + 1
    last = first + text.count("\n", start, max(start, end - 1))
    return any(a <= last and first <= b for a, b in lines)


def top_of(folder: str) -> str:
    """The folder of the repository that a folder (absolute) lies in; raises NewslintError where it lies in none."""
    at = folder
    while not os.path.exists(os.path.join(at, ".git")):
        parent = os.path.dirname(at)
        if parent == at:
            return _unusual_top(folder)
        at = parent
    return at


def _unusual_top(folder: str) -> str:
    """The top of a repository that keeps its own files elsewhere (GIT_DIR)."""
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    if not os.environ.get("GIT_DIR"):
        said = "--changed asks git what changed, and this folder lies in no git repository"
        raise NewslintError(said, folder, hint="leave --changed out to check whole stories, or run git init")
    up = os.fsdecode(_git(folder, "rev-parse", "--show-cdup")).strip("\r\n")
    return os.path.normpath(os.path.join(folder, up))


def changed_lines(top: str, how: Against) -> dict[str, Lines]:
    """The changed lines of each file of a repository, by its path there with slashes."""
    cached = ("--cached",) if how.staged else ()
    base = _base(top, how)
    asked = (*_DIFF, *cached, base, "--", _NO_BASELINE)
    patch = _try(top, *asked)
    if patch is None and _try(top, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
        listed = _git(top, "ls-files", "-z", "--cached")  # nothing is committed yet: all is new
        found = dict.fromkeys(_names(listed), ALL)
    else:
        found = lines_of(_git(top, *asked) if patch is None else patch)
    if not how.staged:
        found.update(dict.fromkeys(_names(_git(top, "ls-files", "-z", "--others", "--exclude-standard")), ALL))
    return found


def _base(top: str, how: Against) -> str:
    """The commit to compare with: where a branch left the one that is named."""
    if how.ref in ("", HEAD):
        return HEAD
    if _try(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{how.ref}^{{commit}}") is None:
        hint = "fetch it first (a shallow clone has few commits), or see git branch --all"
        raise NewslintError(f"git does not know a commit “{how.ref}” here", top, hint=hint)
    common = _try(top, "merge-base", HEAD, how.ref)
    return os.fsdecode(common).split()[0] if common and common.strip() else how.ref


def ref_and_paths(word: str, paths: Sequence[str]) -> tuple[str, list[str]]:
    """What stands after `--changed`: a commit, or else the first path, as pre-commit puts one there."""
    if not word or not os.path.lexists(word):
        return word, list(paths)
    folder = word if os.path.isdir(word) else os.path.dirname(word) or "."
    if is_ref(word, folder):
        hint = f"write refs/heads/{word} for the branch, or .{os.sep}{word} for the path"
        raise NewslintError(f"“{word}” is a path here and a name that git knows", hint=hint)
    return "", [word] if list(paths) == ["."] else [word, *paths]


def is_ref(word: str, folder: str = ".") -> bool:
    """Whether git knows a commit by this word."""
    return _try(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}") is not None


def lines_of(patch: bytes) -> dict[str, Lines]:
    """The lines that a patch without context adds or changes, by file."""
    found: dict[str, list[tuple[int, int]]] = {}
    here: list[tuple[int, int]] = []
    lines = iter(patch.split(b"\n"))
    for line in lines:
        if line.startswith(b"diff --git "):
            here = []
        elif line.startswith(b"+++ "):
            here = found.setdefault(_path(line[4:]), [])
        elif hunk := _HUNK.match(line):
            gone, first, come = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            for _ in range(gone + come):
                following = next(lines, b"")
                if following.startswith(b"\\"):  # “\ No newline at end of file” is no line of the file
                    next(lines, b"")
            if come:
                here.append((first, first + come - 1))
    found.pop("", None)
    return {path: changed for path, changed in found.items() if changed}


def _path(name: bytes) -> str:
    """The path that a patch's head gives; git quotes those with unusual signs."""
    name = name.removesuffix(b"\r").removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    return os.fsdecode(name[2:]) if name.startswith(b"b/") else ""


def _unescaped(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if len(sign) == 3:
        return bytes([int(sign, 8)])
    return bytes([_ESCAPED.get(sign[0], sign[0])])


def _names(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in listed.split(b"\0") if name)


def _git(top: str, *arguments: str) -> bytes:
    """What git says; raises NewslintError with its own words where it fails."""
    done = _run(top, arguments)
    if isinstance(done, str):
        raise NewslintError(f"git {_command(arguments)} failed: {done}", top)
    return done


def _try(top: str, *arguments: str) -> bytes | None:
    done = _run(top, arguments)
    return None if isinstance(done, str) else done


def _run(top: str, arguments: Sequence[str]) -> bytes | str:
    """Git's output, or why there is none."""
    import subprocess

    env = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=top, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as error:
        raise NewslintError(f"--changed needs git, which cannot be run here: {error.strerror}") from None
    if done.returncode:
        return done.stderr.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"
    return done.stdout


def _command(arguments: Sequence[str]) -> str:
    return next((word for word in arguments if word.isalpha() or word in ("ls-files", "cat-file")), "")
