"""Whether a line left over from a page may be deleted unread: on what it says, and on where it stands, together.

Either alone deceives: a list's “Donate Life” has words of a page, a signature the shape and place of a page's line.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.roles._company import in_list
from newslint.analyses.roles._lines import LineTraits

NEAR = 2  # lines; a page's own words so near say that others round them are the page's too
_OUTSIDE = ("at head", "at before", "at after", "at tail")
_LED = ("led", "said led")
_REPEATS = ("twice", "often")
_ALONE = ("in run 1", "before run 1", "after run 1")


def is_grounded(n: int, lines: Sequence[LineTraits], traits: Sequence[str]) -> bool:
    """Whether a line's words are no reporter's, and its place speaks against it as well.

    Its place does where it stands outside the story or more than once, alone between two paragraphs (it breaks them
    apart), or beside other words of a page; among items of a list none of this tells.
    """
    line = lines[n]
    sure = "sure" in line.traits
    if not (sure or line.known) or _is_among(traits, _LED):
        return False
    beside = any("sure" in lines[k].traits for k in range(max(0, n - NEAR), min(len(lines), n + NEAR + 1)) if k != n)
    if (line.words < 2 or not sure) and in_list(lines, n):
        return sure and beside
    if not sure:
        return beside and not _is_among(traits, _ALONE)
    return beside or _is_among(traits, _OUTSIDE) or _is_among(traits, _REPEATS) or _is_among(traits, _ALONE)


def _is_among(traits: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(trait in traits for trait in wanted)
