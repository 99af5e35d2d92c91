"""`newslint learn`: write the names and the words of an archive to files, or bring such files up to date."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, FAILED, JOBS, workspace

if TYPE_CHECKING:
    from newslint.commands._archive_words import ArchiveWord
    from newslint.commands._word_file import WrittenWords
    from newslint.model.finding import Failure
    from newslint.run.run import Request

MOST_NAMES = 5000  # the most frequent ones; nobody prunes more
MOST_MISSPELT = 12  # words that are told as often misspelt

_ARGUMENTS = (
    Argument("paths", "stories or folders", value="PATH", number="+"),
    Argument(
        "--output",
        "the file to write, or to bring up to date: what you changed in it stays (default newslint-names.yaml)",
        value="FILE",
        default="newslint-names.yaml",
    ),
    Argument(
        "--words",
        "the same for words that newslint does not know (default newslint-words.txt)",
        value="FILE",
        default="newslint-words.txt",
    ),
    Argument(
        "--least",
        "how many stories must have a name or a word for it to be written (default 3)",
        value="N",
        default=3,
        read=int,
    ),
    Argument(
        "--style",
        "write the house style that the stories follow, and no names and words (default newslint-style.yaml)",
    ),
    JOBS,
)
_NAMES, _STYLE = "newslint-names.yaml", "newslint-style.yaml"


def learn(given: Given) -> int:
    """Write the names and the words of an archive. Return the exit code."""
    from newslint.run import run

    request = run.Request(workspace(given), cache=not given.no_cache, jobs=given.jobs)
    if given.style:
        return _learn_style(given.paths, _STYLE if given.output == _NAMES else given.output, request)
    found = write_learnt(given.paths, given.output, given.words, given.least, request)
    names, stories = "name" if found.names == 1 else "names", "story" if found.stories == 1 else "stories"
    read = f"read {found.stories:,} {stories}"
    print(f"{showable(given.output)}: {found.names:,} {names}, {found.new:,} of them new; {read}")
    if found.terms:
        words = "word" if found.terms.words == 1 else "words"
        print(f"{showable(given.words)}: {found.terms.words:,} {words}, {found.terms.added:,} of them new")
    if found.misspelt:
        print(f"often misspelt: {_listed(found.misspelt)}")
    if found.dropped:
        print(f"not learnt again, because they were deleted: {showable(', '.join(found.dropped))}")
    for failure in found.failures:
        print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    return FAILED if found.failures else CLEAN


def _learn_style(paths: Sequence[str], output: str, request: Request) -> int:
    """Write the style that an archive follows; raises NewslintError where the file is there already."""
    from newslint.base.writing import write_new
    from newslint.commands._archive_style import read_styles, style_page

    if os.path.lexists(output):
        raise NewslintError("this file is there already, and stays as it is", output, hint="name another by --output")
    found = read_styles(paths, request)
    if not found.stories:
        raise NewslintError(
            "there is no story to learn from", hint="; ".join(f"{f.path}: {f.message}" for f in found.failures)
        )
    try:
        write_new(output, style_page(found, " ".join(paths), os.path.basename(output)))
    except OSError as error:
        raise NewslintError(f"the style cannot be written: {error.strerror}", output) from None
    for each in found.axes:
        print(showable(f"{each.axis}: {each.told()}" + (f" → {each.follows}" if each.follows else "")))
    follows = sum(bool(each.follows) for each in found.axes)
    print(f"{showable(output)}: {follows} of {len(found.axes)} axes that {found.stories:,} stories show")
    for failure in found.failures:
        print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    return FAILED if found.failures else CLEAN


def _listed(misspelt: Sequence[ArchiveWord]) -> str:
    """Words with the number of stories that have them."""
    said = [f"{each.word} ({each.stories:,})" for each in misspelt[:MOST_MISSPELT]]
    return ", ".join(said) + (f" and {len(misspelt) - MOST_MISSPELT:,} more" if len(misspelt) > MOST_MISSPELT else "")


class Learnt(NamedTuple):
    """What one run read and wrote; without `terms` there is no file of words, and none is needed."""

    stories: int
    names: int
    new: int
    dropped: Sequence[str]
    failures: Sequence[Failure]
    terms: WrittenWords | None
    misspelt: Sequence[ArchiveWord]


def write_learnt(paths: Sequence[str], output: str, words: str, least: int, request: Request) -> Learnt:
    """Read an archive and write its names and words, or bring files of them up to date; raises NewslintError.

    Whoever or whatever stands in fewer than `least` stories is left out.
    """
    from newslint.commands._archive import entries_of, read_archive
    from newslint.commands._archive_words import terms_of
    from newslint.commands._name_file import written
    from newslint.commands._name_page import updated
    from newslint.words.name_files import read_names
    from newslint.words.word_files import read_words

    if os.path.abspath(output) == os.path.abspath(words):
        raise NewslintError("names and words go to files of their own", words)
    before, words_before = _read(output, "names"), _read(words, "words")
    if before is not None:
        read_names(output)  # to tell of a mistake in it before an archive is read
    if words_before is not None:
        read_words(words)
    archive = read_archive(paths, request)
    if not archive.stories:
        raise NewslintError(
            "there is no story to learn from", hint="; ".join(f"{f.path}: {f.message}" for f in archive.failures)
        )
    entries = sorted(entries_of(archive.names, least), key=lambda entry: (-entry.stories, entry.name))[:MOST_NAMES]
    new = written(entries, os.path.basename(output)) if before is None else updated(before, entries, output)
    if new.text != before:
        _write(output, new.text, "names")
    found = terms_of(archive.words, least)
    terms = _write_words(found.terms[:MOST_NAMES], words_before, words)
    return Learnt(archive.stories, new.names, new.added, new.dropped, archive.failures, terms, found.misspelt)


def _write_words(terms: Sequence[ArchiveWord], before: str | None, path: str) -> WrittenWords | None:
    """Write words to a file; none is made for no word."""
    from newslint.commands._word_file import written

    if before is None and not terms:
        return None
    new = written(terms, before, os.path.basename(path))
    if new.text != before:
        _write(path, new.text, "words")
    return new


def _read(path: str, what: str) -> str | None:
    """The file of names or words there is, if any."""
    from newslint.base.text import UnreadableStory, read_bytes
    from newslint.words.name_files import MOST_BYTES

    if not os.path.lexists(path):
        return None
    if os.path.islink(path):
        raise NewslintError(f"this file of {what} is a link, and nothing is written through one", path)
    try:
        return read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NewslintError(f"this file of {what} is not UTF-8 text", path) from None
    except UnreadableStory as error:
        raise NewslintError(f"the file of {what} cannot be read: {error}", path) from None


def _write(path: str, text: str, what: str) -> None:
    """Write a file whole or not at all."""
    from newslint.base.writing import whole_text

    try:
        with whole_text(path, newline="") as file:
            file.write(text)
    except OSError as error:
        raise NewslintError(f"the file of {what} cannot be written: {error.strerror}", path) from None


COMMAND = Command(
    "write the names and the words of an archive to files that `names:` and `words:` in newslint.yaml can refer to",
    _ARGUMENTS,
    learn,
    place=9,
)
