"""`newslint learn`: write the names in an archive to a file of names, or bring such a file up to date."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.commands._common import CLEAN, FAILED, JOBS, workspace

if TYPE_CHECKING:
    from newslint.model.finding import Failure
    from newslint.run.run import Request

MOST_NAMES = 5000  # the most frequent ones; nobody prunes more

_ARGUMENTS = (
    Argument("paths", "stories or folders", value="PATH", number="+"),
    Argument(
        "--output",
        "the file to write, or to bring up to date: what you changed in it stays (default newslint-names.yaml)",
        value="FILE",
        default="newslint-names.yaml",
    ),
    Argument(
        "--least",
        "how many stories must have a name for it to be written (default 3)",
        value="N",
        default=3,
        read=int,
    ),
    JOBS,
)


def learn(given: Given) -> int:
    """Write the names of an archive. Return the exit code."""
    from newslint.run import run

    request = run.Request(workspace(given), cache=not given.no_cache, jobs=given.jobs)
    found = write_names(given.paths, given.output, given.least, request)
    names, stories = "name" if found.names == 1 else "names", "story" if found.stories == 1 else "stories"
    read = f"read {found.stories:,} {stories}"
    print(f"{showable(given.output)}: {found.names:,} {names}, {found.new:,} of them new; {read}")
    if found.dropped:
        print(f"not learnt again, because they were deleted: {showable(', '.join(found.dropped))}")
    for failure in found.failures:
        print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    return FAILED if found.failures else CLEAN


class Learnt(NamedTuple):
    """What one run read and wrote."""

    stories: int
    names: int
    new: int
    dropped: Sequence[str]
    failures: Sequence[Failure]


def write_names(paths: Sequence[str], output: str, least: int, request: Request) -> Learnt:
    """Read an archive and write its names, or bring a file of names up to date; raises NewslintError.

    Whoever stands in fewer than `least` stories is left out.
    """
    from newslint.commands._archive import entries_of, facts_of
    from newslint.commands._name_file import written
    from newslint.commands._name_page import updated
    from newslint.words.name_files import read_names

    before = _read(output)
    if before is not None:
        read_names(output)  # to tell of a mistake in it before an archive is read
    facts, stories, failures = facts_of(paths, request)
    if not stories:
        raise NewslintError(
            "there is no story to learn from", hint="; ".join(f"{f.path}: {f.message}" for f in failures)
        )
    entries = sorted(entries_of(facts, least), key=lambda entry: (-entry.stories, entry.name))[:MOST_NAMES]
    new = written(entries, os.path.basename(output)) if before is None else updated(before, entries, output)
    if new.text != before:
        _write(output, new.text)
    return Learnt(stories, new.names, new.added, new.dropped, failures)


def _read(path: str) -> str | None:
    """The file of names there is, if any."""
    from newslint.base.text import UnreadableStory, read_bytes
    from newslint.words.name_files import MOST_BYTES

    if not os.path.lexists(path):
        return None
    if os.path.islink(path):
        raise NewslintError("this file of names is a link, and nothing is written through one", path)
    try:
        return read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NewslintError("this file of names is not UTF-8 text", path) from None
    except UnreadableStory as error:
        raise NewslintError(f"the file of names cannot be read: {error}", path) from None


def _write(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    from newslint.base.writing import whole_text

    try:
        with whole_text(path, newline="") as file:
            file.write(text)
    except OSError as error:
        raise NewslintError(f"the file of names cannot be written: {error.strerror}", path) from None


COMMAND = Command(
    "write the names in an archive to a file that `names:` in newslint.yaml can refer to", _ARGUMENTS, learn, place=9
)
