"""Rows of lines that are shaped like headlines: other stories' headlines, or the items of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.analyses.roles._lines import LineTraits
from newslint.base.record import NamedTuple

ROW_WORDS = 4.3  # headlines of other stories are so long on average; items of a list are shorter


def few(n: int) -> str:
    """A number as a trait has it."""
    return str(n) if n < 3 else "3" if n < 6 else "6" if n < 12 else "12"


def is_title(line: LineTraits) -> bool:
    """Whether a line has the shape of a headline: a handful of words or more, no full stop, not a page's own line."""
    return (
        4 <= line.words <= 30 and line.end in ("none", "ask", "cut", "quoted") and not line.sorts and not line.credit
    )


def title_runs(lines: Sequence[LineTraits]) -> list[int]:
    """For each headline-shaped line, how many such lines its row has; a row ends at a full sentence."""
    out = [0] * len(lines)
    row: list[int] = []
    for n, line in enumerate(lines):
        if is_title(line):
            row.append(n)
        elif line.core or line.end in ("full", "colon"):
            for k in row:
                out[k] = len(row)
            row = []
    for k in row:
        out[k] = len(row)
    return out


class Row(NamedTuple):
    """Headline-shaped lines in a row: their numbers, whether copy follows, and the sort of words right above.

    `listed` says that they are items of a list rather than headlines.
    """

    lines: list[int]
    closing: bool
    above: str
    listed: bool


def headline_rows(lines: Sequence[LineTraits]) -> list[Row]:
    """Rows of headline-shaped lines: three or more, or fewer under a page's heading.

    Below the story labels and numbers of a few words between the headlines do not end a row.
    """
    titles = sum([not line.core and is_title(line) for line in lines])
    if not titles or (titles < 3 and not any(not line.core and "sure" in line.traits for line in lines)):
        return []
    last_copy = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].core), len(lines))
    rows: list[Row] = []
    row: list[int] = []
    heading = ""
    for n, line in enumerate((*lines, None)):
        if line is not None and is_title(line):
            row.append(n)
            continue
        if row and line is not None and n > last_copy and line.words < 4 and line.end == "none":
            continue
        if row:
            start = row[0]
            opened = start > 0 and lines[start - 1].end == "colon" and not heading
            if len(row) >= 3 or heading == "related":
                rows.append(Row(row, start > last_copy, heading, opened or _is_list(lines, row)))
            row = []
        if line is not None:
            heading = line.known or next(iter(sorted(line.sorts)), "") if "sure" in line.traits else ""
    return rows


def by_line(rows: Sequence[Row]) -> Mapping[int, Row]:
    """The row of each line that stands in one."""
    return {n: row for row in rows for n in row.lines}


def row_traits(row: Row) -> Iterator[str]:
    """Traits of a headline-shaped line by the row it stands in."""
    kind = "listed" if row.listed else row.above if row.above == "related" else "closing" if row.closing else "inner"
    yield f"row {kind}"
    yield f"row {kind} {few(len(row.lines))}"


def is_tabular(line: LineTraits) -> bool:
    """Whether a third of a line's words have a number in them, two at least, as in a league table or a price list."""
    numbers = sum(["0" in word for word in line.plain.split()])
    return numbers >= 2 and 3 * numbers >= line.words


def _is_list(lines: Sequence[LineTraits], row: Sequence[int]) -> bool:
    """Whether lines are items rather than headlines: short, with bullets, or most with a word in common."""
    if sum(lines[n].words for n in row) < ROW_WORDS * len(row):
        return True
    if any(
        not (lines[n].text[0].isupper() or lines[n].text[0].isdigit() or lines[n].text[0] in "\"'“‘") for n in row
    ):
        return True
    if sum(is_tabular(lines[n]) for n in row) > len(row) / 2:
        return True
    shared = Counter(
        word
        for n in row
        for word in {*lines[n].text.split()}
        if word in ("v", "vs") or (len(word) > 4 and word.islower())
    )
    most = shared.most_common(1)[0][1] if shared else 0
    return most > max(2, len(row) / 2) or (len(row) == 3 and most == 3)
