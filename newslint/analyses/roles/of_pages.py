"""For formats that read pages: what a line says of itself, and what speaks for its being left over from the page."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.roles._heads import names_writer_or_day
from newslint.analyses.roles._lines import LineTraits as Line
from newslint.analyses.roles._lines import read_lines
from newslint.analyses.roles._reasons import sort_in_place
from newslint.analyses.roles._weights import LEARNT
from newslint.analyses.roles.in_place import story_bounds, traits_in_place
from newslint.analyses.roles.score import weighed

__all__ = ["Line", "left_over", "names_writer_or_day", "read_lines", "sort_of"]


def left_over(lines: Sequence[Line]) -> list[float]:
    """How much speaks for each of some lines being residue, in log odds."""
    return weighed(lines, traits_in_place(lines, story_bounds(lines)), LEARNT)


def sort_of(line: Line) -> str:
    """What a line that was left over from a page was for there."""
    return sort_in_place(line, ())
