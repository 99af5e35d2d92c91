"""What a line's place in the story and on the page shows: traits beside those that it shows of itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from newslint.analyses.roles._company import company
from newslint.analyses.roles._lines import LineTraits
from newslint.analyses.roles._rows import by_line, few, headline_rows, is_title, row_traits, title_runs

INNER = ("core in",)  # traits of a plain paragraph in the story proper: nothing there puts it in doubt
LEAST_SHARED = 3  # a line of fewer longer words does not tell whether it is about what the story is about
_NO_WORDS: frozenset[str] = frozenset()
LEDE = 3  # paragraphs in which a story's headline finds its words again
FACTS_REACH = 4  # lines; amounts, addresses and numbers that stand so near make a line part of a list of such


def story_bounds(lines: Sequence[LineTraits]) -> tuple[int, int]:
    """The stretch of lines that is most plainly the story: copy counts for it, what is no copy against it.

    A promotion in full sentences far below the end is so left outside. (-1, -1) where nothing is copy.
    """
    best, bounds = 0.0, (-1, -1)
    total, start = 0.0, 0
    for n, line in enumerate(lines):
        if total <= 0:
            total, start = 0.0, n
        if line.core:
            total += min(line.words, 40) / 10
        elif line.sorts or line.credit:
            total -= 1.5
        else:
            total -= 0.6 if line.end in ("full", "ask", "quoted", "colon") else 1.0
        if total > best:
            best, bounds = total, (start, n)
    return bounds


def _headings(lines: Sequence[LineTraits]) -> list[str]:
    """For each line, what the page's heading above it announces (`related`, `tag`…), up to the next plain copy."""
    out, under, since = [], "", 0
    for line in lines:
        out.append(under if since < 12 else "")
        since += 1
        if line.core:
            under = ""
        elif line.words < 8 and line.end in ("none", "colon"):
            sort = line.known or next(iter(sorted(line.sorts)), "")
            if sort in ("related", "tag", "newsletter", "comments", "share", "ad", "account", "legal"):
                under, since = sort, 0
    return out


def _longer(line: LineTraits) -> frozenset[str]:
    """The longer words of a line, without the ending of a genitive; none of a line that has too few in all."""
    if len(line.tokens) < LEAST_SHARED:
        return _NO_WORDS
    if "'s" in line.plain:
        return frozenset([word.removesuffix("'s") for word in line.tokens if len(word) > 4])
    return frozenset([word for word in line.tokens if len(word) > 4])


def _told(asked: frozenset[str], lines: Sequence[LineTraits]) -> frozenset[str]:
    """Those of the words asked for that stand in these lines, as a genitive too."""
    if not asked:
        return asked
    genitives = {word + "'s": word for word in asked}  # few beside the words of the lines, which are read once
    found = asked.union(genitives).intersection(chain.from_iterable([line.tokens for line in lines]))
    return asked.intersection(found).union(map(genitives.__getitem__, found & genitives.keys()))


def _repeated(plains: Sequence[str]) -> Mapping[str, int]:
    """How often those lines stand in the text that stand there more than once."""
    if len(set(plains)) == len(plains):
        return {}
    return {plain: times for plain, times in Counter(plains).items() if times > 1}


class _StoryShape:
    """What must be known of the whole story to say where a line stands in it."""

    __slots__ = (
        "_lede",
        "_lines",
        "company",
        "copy",
        "cores",
        "counts",
        "facts",
        "first",
        "last",
        "longer",
        "mood",
        "rows",
        "runs",
        "titles",
        "under",
        "words",
    )

    def __init__(self, lines: Sequence[LineTraits], bounds: tuple[int, int]) -> None:
        self.first, self.last = bounds
        self._lines = lines
        self._lede: frozenset[str] | None = None
        self.copy = [n for n, line in enumerate(lines) if line.core]
        self.cores = [n for n in self.copy if self.first <= n <= self.last]
        self.counts = _repeated([line.plain for line in lines if not line.core])
        first, last = bounds
        self.longer = {n: _longer(line) for n, line in enumerate(lines) if not (line.core and first <= n <= last)}
        asked = frozenset().union(*[words for words in self.longer.values() if len(words) >= LEAST_SHARED])
        self.words = _told(asked, [lines[n] for n in self.cores])
        length = self.last - self.first + 1
        loose = (length - len(self.cores)) / length if self.first >= 0 else 1.0
        self.mood = "loose" if loose > 0.5 else "mixed" if loose > 0.25 else "tight"
        self.runs = _runs(lines)
        self.facts = [n for n, line in enumerate(lines) if "fact" in line.traits]
        self.under = _headings(lines)
        self.titles = title_runs(lines)
        self.company = company(lines)
        self.rows = by_line(headline_rows(lines))

    def overlap(self, n: int) -> str:
        """How many of a line's longer words stand in the story's paragraphs too; empty where it has too few."""
        words = self.longer[n]
        if len(words) < LEAST_SHARED:
            return ""
        share = len(words & self.words) / len(words)
        if share == 0:
            return "words new"
        return "words few" if share < 0.34 else "words some" if share < 0.67 else "words own"

    def speaks_of_lede(self, n: int) -> bool:
        """Whether half of a line's words, three of them at least, stand in the first paragraphs too."""
        if self._lede is None:
            self._lede = frozenset().union(*[self._lines[k].tokens for k in self.cores[:LEDE]])
        lede = self._lede
        words = {word.removesuffix("'s") for word in self._lines[n].tokens if len(word) > 3}
        told = sum([word in lede or word + "'s" in lede for word in words])
        return told >= 3 and told >= len(words) / 2

    def where(self, n: int) -> str:
        """`head` and `tail` have no copy beyond them, `before` and `after` some, `in` is the story proper."""
        if self.first < 0:
            return "all"
        if n < self.first:
            return "head" if n < self.copy[0] else "before"
        if n > self.last:
            return "tail" if n > self.copy[-1] else "after"
        return "in"


def traits_in_place(lines: Sequence[LineTraits], bounds: tuple[int, int]) -> list[Sequence[str]]:
    """Each line's traits, those of its place in the story (`story_bounds`) among them."""
    shape = _StoryShape(lines, bounds)
    asked = shape.longer  # holds all lines but those of which nothing more is asked
    return [_in_place(shape, n, line, lines) if n in asked else INNER for n, line in enumerate(lines)]


def _in_place(shape: _StoryShape, n: int, line: LineTraits, lines: Sequence[LineTraits]) -> Sequence[str]:
    return [*_place_of_copy(shape, n, line)] if line.core else [*line.traits, *_place(shape, n, line, lines)]


def _place_of_copy(shape: _StoryShape, n: int, line: LineTraits) -> Iterator[str]:
    """Traits of a plain paragraph outside the story proper."""
    yield "core " + shape.where(n)
    yield from line.traits
    overlap = shape.overlap(n)
    if overlap:
        yield "core " + overlap


def _place(shape: _StoryShape, n: int, line: LineTraits, lines: Sequence[LineTraits]) -> Iterator[str]:
    """Traits of the place of a line that is no plain paragraph."""
    where = shape.where(n)
    yield from [f"{where} {trait}" for trait in line.traits]
    yield "at " + where
    yield f"{where} run {few(shape.runs[n])}"
    yield from _distance(shape, n, line, where)
    if shape.titles[n]:
        yield "title run " + few(shape.titles[n])
        yield f"{where} title run {few(shape.titles[n])}"
    if n == 0:
        yield "line 1"
    elif lines[n - 1].end == "colon":
        yield "after colon"
    if shape.under[n]:
        yield "under " + shape.under[n]
        if not line.sorts:
            yield f"{where} under {shape.under[n]} plain"
    if line.plain in shape.counts:
        yield "twice" if shape.counts[line.plain] < 4 else "often"
    overlap = shape.overlap(n)
    if overlap:
        yield overlap
        yield f"{where} {overlap}"
        if is_title(line) and "sure" not in line.traits and (overlap == "words own" or shape.speaks_of_lede(n)):
            yield "title own"
    if len(shape.facts) > 1 and _in_reach(shape.facts, n) > 1:
        yield "near facts"
    if len(shape.cores) < 4:
        yield "little copy"
    yield from _beside(shape, n, where)


def _in_reach(facts: Sequence[int], n: int) -> int:
    """How many lines of facts (in order) stand near a line."""
    return bisect_right(facts, n + FACTS_REACH) - bisect_left(facts, n - FACTS_REACH)


def _beside(shape: _StoryShape, n: int, where: str) -> Iterator[str]:
    """Traits of the row that a line stands in, and of its company."""
    row = shape.rows.get(n)
    if row:
        yield from row_traits(row)
    for trait in shape.company[n]:
        yield trait
        yield f"{where} {trait}"


def _distance(shape: _StoryShape, n: int, line: LineTraits, where: str) -> Iterator[str]:
    """Traits of how far a line stands from the copy, and how much copy there is on either side."""
    if where in ("head", "before"):
        yield f"to core {few(shape.first - n)}"
    elif where in ("tail", "after"):
        yield f"from core {few(n - shape.last)}"
        yield f"copy below {few(len(shape.copy) - bisect_left(shape.copy, n))}"
    elif where == "in":
        above = bisect_left(shape.cores, n)
        yield "in " + shape.mood
        yield f"in {shape.mood} {'short' if line.words < 9 else 'long'} {line.end}"
        yield f"core after {few(len(shape.cores) - above)}"
        yield f"core before {few(above)}"


def _runs(lines: Sequence[LineTraits]) -> list[int]:
    """For each line, how many lines in a row (its own among them) are no plain copy."""
    runs = [0] * len(lines)
    n = 0
    while n < len(lines):
        end = n
        while end < len(lines) and not lines[end].core:
            end += 1
        for k in range(n, end):
            runs[k] = end - n
        n = end + 1
    return runs
