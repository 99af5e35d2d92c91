"""The company a line keeps, as named traits: what the lines next to it and the whole text say of it.

A list of members, signatures or grants has items alike and no word of a page among them; a menu or a row of other
stories' headlines stands among words of a page. A text without any such word hardly had a page copied into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.analyses.roles._lines import LineTraits, bare
from newslint.base.record import NamedTuple
from newslint.words.tables import Genres, every

REACH = 4  # lines on either side that are a line's neighbours, where no paragraph of copy stands between
LEAST_SORTED = 5  # lines; so many in the order of the alphabet are no accident
LEAST_LEAD = 3  # words of a line with a colon that leads up to a list
_SORTED = 0.85  # of the steps from line to line go up
_SHORT_HEAD = 7  # words; crossheads are shorter, the headlines of other stories longer
_MANY = 6  # words of a page in a text that make it a page
_FAREWELLS = tuple([word.lower() for word in every(genres.farewells for genres in Genres.all().values())])


class _Run(NamedTuple):
    """Lines in a row that are no plain copy, from `first` up to `end`, and the leads that announce a list."""

    first: int
    end: int


def company(lines: Sequence[LineTraits]) -> list[Sequence[str]]:
    """For each line that is no plain copy, the traits of its company; nothing for the others."""
    out: list[Sequence[str]] = [()] * len(lines)
    paged, sure = [False] * len(lines), [False] * len(lines)
    for n, line in enumerate(lines):
        if not line.core:
            sure[n] = "sure" in line.traits
            paged[n] = sure[n] or line.known != ""
    all_sure = sum(sure)
    singles = _singles(lines)
    for run in _runs(lines):
        sorted_ = _in_order(lines, run, paged) if run.end - run.first >= LEAST_SORTED else ()
        lead = -1
        farewell = -1
        for n in range(run.first, run.end):
            line = lines[n]
            traits = [*_neighbours(lines, n, run, paged)]
            if n in singles:
                traits.append(f"single {singles[n]}")
            if n in sorted_:
                traits.append("in order")
            if lead >= 0:
                traits.append("led")
            if farewell >= 0 and n - farewell <= 12:
                traits.append("below farewell")
            others = all_sure - sure[n]
            traits.append(f"page {others if others < 3 else 3 if others < _MANY else 6}")
            # What a line says outweighs its company, which is weighed apart where the line has words of a page.
            out[n] = [f"said {trait}" for trait in traits] if line.sorts or line.known or sure[n] else traits
            if sure[n]:
                lead = farewell = -1
            elif line.end == "colon" and line.words >= LEAST_LEAD and not line.sorts:
                lead = n
            elif line.words <= 4 and bare(line.plain).startswith(_FAREWELLS):
                farewell = n
    return out


def in_list(lines: Sequence[LineTraits], n: int) -> bool:
    """Whether a line stands among two others or more of its kind, none of them with words of a page."""
    first, end = max(0, n - REACH), min(len(lines), n + REACH + 1)
    like = [k for k in range(first, end) if k != n and not lines[k].core and lines[k].end == lines[n].end]
    return len(like) > 2 and not any(_speaks_of_page(lines[k]) for k in like)


def _speaks_of_page(line: LineTraits) -> bool:
    return not line.core and ("sure" in line.traits or bool(line.known))


def _runs(lines: Sequence[LineTraits]) -> Iterator[_Run]:
    n = 0
    while n < len(lines):
        end = n
        while end < len(lines) and not lines[end].core:
            end += 1
        if end > n:
            yield _Run(n, end)
        n = end + 1


def _singles(lines: Sequence[LineTraits]) -> dict[int, str]:
    """Lines that stand alone between paragraphs, by their length and by how many others do so at this length."""
    alone = [
        n
        for n in range(1, len(lines) - 1)
        if not lines[n].core and lines[n - 1].core and lines[n + 1].core and lines[n].end in ("none", "ask", "quoted")
    ]
    short = [n for n in alone if lines[n].words < _SHORT_HEAD]
    return {
        n: f"{'short' if lines[n].words < _SHORT_HEAD else 'long'} {'one' if len(short) < 2 else 'several'}"
        for n in alone
    }


def _in_order(lines: Sequence[LineTraits], run: _Run, paged: Sequence[bool]) -> set[int]:
    """The lines of a run that follow one another in the order of the alphabet."""
    found: set[int] = set()
    row: list[int] = []
    for n in (*range(run.first, run.end), -1):
        if n >= 0 and not paged[n] and lines[n].end in ("none", "more", "full") and lines[n].words < 20:
            row.append(n)
            continue
        if len(row) >= LEAST_SORTED:
            keys = [bare(lines[k].plain).removeprefix("the ")[:2] for k in row]
            up = sum(a <= b for a, b in pairwise(keys))
            if up >= _SORTED * (len(keys) - 1) and len({*keys}) > 2:
                found.update(row)
        row = []
    return found


def _neighbours(lines: Sequence[LineTraits], n: int, run: _Run, paged: Sequence[bool]) -> Iterator[str]:
    """Traits of the lines round a line, up to the next plain copy."""
    first, end = max(run.first, n - REACH), min(run.end, n + REACH + 1)
    others = end - first - 1
    if not others:
        yield "near none"
        return
    many = "few" if others < 3 else "many"
    share = (sum(paged[first:end]) - paged[n]) / others
    told = "clean" if share == 0 else "little" if share < 0.3 else "half" if share < 0.6 else "paged"
    yield f"near {many} {told}"
    line = lines[n]
    if (
        line.tokens
        and "bullet" in line.traits
        and any("bullet" in lines[k].traits for k in range(first, end) if k != n)
    ):
        yield "bullets near"
    like = [lines[k] for k in range(first, end) if k != n and lines[k].end == line.end and not paged[k]]
    if not like:
        return
    if len(like) > 1:
        words = sum([one.words for one in like]) / len(like)
        yield f"like {'few' if len(like) < 4 else 'many'} {'short' if words < 3 else 'mid' if words < 6 else 'long'}"
        yield f"like {many} {told}"
    if not line.tokens:
        return
    ends = {token for token in (line.tokens[0], line.tokens[-1]) if len(token) > 3}
    same = len([1 for one in like if one.tokens and (one.tokens[0] in ends or one.tokens[-1] in ends)]) if ends else 0
    if same:
        yield f"same word {'1' if same == 1 else '2'}"
    if "0" in line.plain and sum(["0" in one.plain for one in like]) > 1:
        yield "figures near"
    if len(like) > 1 and sum(["name like" in one.traits for one in like]) > 1:
        yield "names near"
