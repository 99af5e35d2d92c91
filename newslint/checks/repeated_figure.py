"""One thing counted twice, in the same words, with two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from newslint.analyses.facts.quantities import DATE, POINTS, Quantity, read
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.sentences import split
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Headlines

LEAST_SHARED = 5  # words in a row round the figure, small ones too, at least one of them on either side
MOST_FIGURES = 200  # of a story; a table or a report of results counts many things alike
_WINDOW = 120  # code points on either side of a figure
_REACH = 8  # words on either side of a figure
_WORD = pattern(r"[^\W_][\w’'-]*")
_SIZES = 5.0  # times as much that two figures of one thing may be apart


class _Clause(NamedTuple):
    """A figure with the words round it in its sentence, those before it backwards."""

    figure: Quantity
    before: tuple[str, ...]
    behind: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """What tells one thing from another of its kind: words with a capital, years, days."""
        return frozenset([word for word in (*self.before, *self.behind) if not word[0].islower()])


class RepeatedFigure(Rule):
    """What a story counts twice has one number; where it has two, one was mistyped or not brought up to date.

    A sentence in the same words may yet be of another day or another group, so most hits are none: off by default.
    """

    id = "repeated-figure"
    topic = "facts"
    finds = "The same thing counted twice, in the same words, with two figures"
    message = "the same is said elsewhere with another figure"
    default = False
    zones = ("headline", "deck", "body", "list")
    examples = (
        Bad(
            "The fund says it raised ((£18 million)) in the first few weeks of May.\n\nIt is new.\n\nThe fund says "
            "that it raised [[£28 million]] in the first few weeks of May.",
            message="£28 million here, £18 million where the story says the same",
        ),
        Bad(
            "The miller was told to pay ((1,200 crowns)) to the dairy in Ely.\n\nThe miller was told to pay [[2,100 "
            "crowns]] to the dairy.",
        ),
        Good(
            "It takes 40 votes to win the seat in Ely.\n\nIt takes 60 votes to win the seat in Morby.", note="places"
        ),
        Good("The mill sold 40 sacks of rye on the day.\n\nA year earlier the mill sold 60 sacks of rye on the day."),
        Good(
            "A man of 40 paid £2m for the mill in May.\n\nA man of 40 paid £2.1m for the mill in May.", note="rounded"
        ),
        Good("Here are three reasons to hope that it rains.\n\nHere are four reasons to hope that it does not."),
        Good(
            "The farm will get £40 for a gate in May.\n\nThe farm will get £60 for a gate in May.\n\n"
            "The farm will get £90 for a gate in May.",
            note="a list",
        ),
        KnownFalse(
            "Police have fined ((61)) men for failing to wear a belt.\n\nPolice have fined [[38]] men for "
            "failing to wear a helmet.",
            note="not the same offence",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=3,
        wrong=3,
        cases=29,
        found=2,
        on="a figure that a story tells twice changed once",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each pair of such figures, at the later one."""
        if story.language != ENGLISH:
            return
        clauses = list(islice(_clauses(story, self.zones), MOST_FIGURES + 1))
        if len(clauses) > MOST_FIGURES:
            return
        like = [pair for pair in combinations(clauses, 2) if _is_like(*pair)]
        for one, other in like if len(like) <= MOST_FIGURES else ():
            if not _is_twice(one, other) or _stands_in_a_row(one, other, like) or _stand_often(one, other, like):
                continue
            said = story.get(quoted)
            if not said.meet(one.figure.span) and not said.meet(other.figure.span):
                yield self.finding(
                    other.figure.span,
                    f"{other.figure.text} here, {one.figure.text} where the story says the same",
                    related=[Related(one.figure.span, f"{one.figure.text} here")],
                )


def _clauses(story: Story, roles: Sequence[str]) -> Iterator[_Clause]:
    for zone in story.zones:
        if zone.role not in roles or zone.sort:
            continue
        for start, end in split(zone.text):
            for figure in read(zone, start, end):
                if figure.unit not in (DATE, POINTS):
                    before = _words(zone.text[max(start, figure.start - _WINDOW) : figure.start])[: -_REACH - 1 : -1]
                    yield _Clause(
                        figure, before, _words(zone.text[figure.end : min(end, figure.end + _WINDOW)])[:_REACH]
                    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _is_like(one: _Clause, other: _Clause) -> bool:
    """Whether two figures of one kind stand between the same words."""
    if one.figure.unit != other.figure.unit or one.figure.joined != other.figure.joined:
        return False
    before, behind = _in_common(one.before, other.before), _in_common(one.behind, other.behind)
    return before > 0 and behind > 0 and before + behind >= LEAST_SHARED


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two rows begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a.lower() != b.lower()),
        min(len(one), len(other)),
    )


def _is_twice(one: _Clause, other: _Clause) -> bool:
    """Whether two figures are of one thing, and not of one size."""
    first, second = one.figure, other.figure
    if (first.spelled and second.spelled) or first.share or second.share:
        return False  # “four reasons”, “three reasons”
    if first.zone is second.zone or first.agrees(second) or first.hedge != second.hedge or not first.value:
        return False
    if not 1 / _SIZES < second.value / first.value < _SIZES or not (
        one.names <= other.names or other.names <= one.names
    ):
        return False
    words = {word.lower() for clause in (one, other) for word in (*clause.before, *clause.behind)}
    return words.isdisjoint(Headlines.of().other_days)


def _stands_in_a_row(one: _Clause, other: _Clause, like: Sequence[tuple[_Clause, _Clause]]) -> bool:
    """Whether a third figure stands between those words too: then the story goes through a list."""
    figures = {each.figure.value for pair in like if one in pair or other in pair for each in pair}
    return len(figures) > len((one, other))


def _stand_often(one: _Clause, other: _Clause, like: Sequence[tuple[_Clause, _Clause]]) -> bool:
    """Whether each of two figures stands twice between those words: then they are of two things."""
    round_it = {id(each): each.figure.value for pair in like if one in pair or other in pair for each in pair}
    values = list(round_it.values())
    return values.count(one.figure.value) > 1 and values.count(other.figure.value) > 1
