"""A file of words as `newslint learn` writes it and brings it up to date, for people to read and to prune."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.record import NamedTuple
from newslint.commands._archive_words import ArchiveWord
from newslint.commands._learnt_codes import code_lines, code_of, parted
from newslint.words.word_files import plain

_HEAD = """\
# Words that this house writes and newslint does not know, learnt from its stories by `newslint learn`.
# To use it, write `words: {file}` in newslint.yaml: none of them is told as misspelt from then on.
#
# It is yours to edit. Delete what is misspelt after all; add words of your own, one a line. Run again,
# `newslint learn` adds words that it did not know; all else stays as you left it. A word that you delete
# is not learnt again.
"""


class WrittenWords(NamedTuple):
    """The text of a file of words; how many it holds, and how many are new."""

    text: str
    words: int
    added: int


def written(terms: Sequence[ArchiveWord], before: str | None, file: str) -> WrittenWords:
    """A new file, or the one that there was with new words at its end; what a person wrote stays byte for byte."""
    newline = "\r\n" if before and "\r\n" in before else "\n"
    text = _HEAD.replace("{file}", file) if before is None else before.replace("\r\n", "\n")
    text, known = parted(text, "words")
    held = {plain(word) for line in text.split("\n") if (word := line.partition("#")[0].strip())}
    new = [term for term in terms if term.word not in held and code_of(term.word) not in known]
    if not new and before is not None:
        return WrittenWords(before, len(held), 0)
    known.update(code_of(term.word) for term in new)
    title = ["", "# ---- new"] if before is not None else [""]
    done = "\n".join([text.rstrip("\n"), *title, *map(_line, new), "", *code_lines(known, "words"), ""])
    return WrittenWords(done.replace("\n", newline), len(held) + len(new), len(new))


def _line(term: ArchiveWord) -> str:
    """A word as it is written first."""
    said = f"{term.stories:,} stories" if term.stories > 1 else "1 story"
    if term.meant:
        said += f"; or is {' or '.join(f'“{word}”' for word in term.meant)} meant?"
    return f"{term.word}  # {said}"
