"""The lines of a reStructuredText file, how far in each stands, and what may be written into its prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory

MAX_LINES = 50_000  # a book has fewer
MAX_LENGTH = 4_000_000  # code points: more than any book, let alone a story
MAX_LINE = 500_000  # code points
MAX_DEPTH = 24  # blocks inside blocks; what stands further in is read as paragraphs
_LINE = pattern(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_TAB = 8  # columns, as docutils has it
_ROMAN = r"(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ORDINAL = rf"(?:\d{{1,9}}|[A-Za-z]|#|{_ROMAN}|(?i:(?-i:(?=[IVXLCDM])){_ROMAN}))"
BULLET = pattern(r"[-+*•‣⁃](?:[ \t]+|\Z)")
NUMBER = pattern(rf"(?:\({_ORDINAL}\)|{_ORDINAL}[).])(?:[ \t]+|\Z)")
FIELD = pattern(r":(?![: \t])((?:[^:\\]|\\.|:(?!(?:[ \t`]|\Z))){1,200})(?<![ \t]):(?:[ \t]+|\Z)")
EXPLICIT = pattern(r"(?:\.\.|__)(?:[ \t]+|\Z)")
ADORNMENT = pattern(r"([!-/:-@\[-`{-~])\1{0,2000}+\Z")
# A sign that may be markup in a paragraph of one line; most have none.
_SIGN = pattern(r"[\\`*_|\[:](?:(?<=[^:])|[/:])")
_PLAIN = pattern(r"[^\W_]|[“”‘’„«—]|[\"'(](?=[^\W_])")  # how a line begins that is text, if it has no number
# What seems the number of an item: it is one before a sign, and would be one if a sign were written behind it.
_SEEMS_NUMBER = pattern(rf"\(?{_ORDINAL}(?:[).]|(\s|\Z))")
_BEGINS = pattern(r"\s*(?:--|—|>>>|/\w|[-+/]\w)")  # an attribution, a doctest, an option
_MARKUP = pattern(r"[*`_|\\\r\n@]|::|://|\[")
_WORDS = pattern(r"[^\W_](?:[^\W_]|[ ,'’-])*")
_DELICATE = pattern(r"[*`|_\\]")
_ORDINAL_WORD = pattern(rf"\(?{_ORDINAL}(?=\s|\Z)")


class Line(NamedTuple):
    """The words of a line, without the spaces round them, and how far in they stand (columns)."""

    start: int
    end: int
    col: int

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return self.start == self.end


def all_lines(text: str) -> list[Line]:
    """The lines of a file; raises UnreadableStory where it has too many."""
    if len(text) > MAX_LENGTH:
        raise UnreadableStory(f"it has more than {MAX_LENGTH:,} characters: that is no story")
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise UnreadableStory(f"it has more than {MAX_LINES:,} lines: that is no story")
    found: list[Line] = []
    at = 0
    for line, size in _with_ends(text):
        words = line.strip()
        if not words:
            found.append(Line(at, at, 0))
        elif words[0] == line[0]:
            found.append(Line(at, at + len(words), 0))
        else:
            lead = line[: len(line) - len(line.lstrip())]
            col = len(lead.expandtabs(_TAB)) if "\t" in lead else len(lead)
            found.append(Line(at + len(lead), at + len(lead) + len(words), col))
        if len(line) > MAX_LINE:
            raise UnreadableStory(f"line {len(found):,} has more than {MAX_LINE:,} characters: that is no story")
        at += size
    return found


def _with_ends(text: str) -> Iterator[tuple[str, int]]:
    """Each line of a text, without its end, and how long it is with it (code points)."""
    if "\r" in text:
        at = 0
        while at < len(text) and (m := _LINE.match(text, at)):
            yield m[1], m.end() - at
            at = m.end()
    elif text:
        for line in text.removesuffix("\n").split("\n"):
            yield line, len(line) + 1


def edge(lines: Sequence[Line], otherwise: int = 0) -> int:
    """How far in the line stands that is furthest out."""
    return min((line.col for line in lines if not line.blank), default=otherwise)


def hung(first: Line, rest: Sequence[Line]) -> list[Line]:
    """A block whose first line stands behind a marker, wherever its other lines begin."""
    if first.blank:
        return list(rest)
    return [first._replace(col=edge(rest, first.col)), *rest]


def trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    """A block without the blank lines round it."""
    start, end = 0, len(lines)
    while start < end and lines[start].blank:
        start += 1
    while end > start and lines[end - 1].blank:
        end -= 1
    return lines[start:end]


def written(prose: str) -> str | None:
    """Prose as it stands, where none of it would be markup in a line or at the beginning of one; else None."""
    if _MARKUP.search(prose) or prose.endswith(":") or (len(prose.strip()) > 1 and ADORNMENT.match(prose.strip())):
        return None
    begins = prose.lstrip()
    if any(each.match(begins) for each in (BULLET, NUMBER, FIELD, EXPLICIT, _BEGINS)):
        return None
    return prose


def written_beside(prose: str) -> str | None:
    """As `written`, beside signs that other neighbours would make markup: words alone."""
    return prose if _WORDS.fullmatch(prose) and not NUMBER.match(prose) else None


def not_written(prose: str) -> str | None:
    """Nothing: what stands here cannot be changed without changing another line."""
    return None


def goes_on_plain(text: str, above: Line, line: Line) -> bool:
    """Whether a line goes on with a paragraph without any sign of markup: it has none, and only a line end before."""
    return (
        text[above.end : line.start] in ("\n", "\r\n", "\r")
        and not _SIGN.search(text, line.start, line.end)
        and _PLAIN.match(text, line.start, line.end) is not None
    )


def begins_plain(text: str, line: Line) -> Callable[[str], str | None] | None:
    """How prose is written in a paragraph that begins so and has no sign of markup, as most are; None for others."""
    start, end, _ = line
    if _SIGN.search(text, start, end) or not _PLAIN.match(text, start, end):
        return None
    number = _SEEMS_NUMBER.match(text, start, end)
    if not number:
        return written
    return written_beside if number[1] is not None else None


def is_delicate(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the source has signs, or a first word, that a change beside them would make markup."""
    return bool(_DELICATE.search(text, start, end)) or bool(_ORDINAL_WORD.match(text, start, end))
