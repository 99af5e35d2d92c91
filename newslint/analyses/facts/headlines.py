"""Figures and dates of a headline that the story below contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from newslint.analyses.dates.moments import MONTHS, Moment, dates
from newslint.analyses.facts._likeness import meanings, stem, stems_at, stems_of
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.headline_figures import (
    AGE,
    BELOW,
    MOST_PLACES,
    NEAR,
    WINDOW,
    Told,
    agree,
    may_contradict,
    read_head,
    stands_in,
    told,
)
from newslint.analyses.facts.quantities import PERCENT, Quantity, read
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone
from newslint.words.tables import Headlines, any_of

LONGEST_STORY = 100_000
MOST_FIGURES = 8  # of a headline
LEDE = 3  # paragraphs
LEAST_SHARED = 2  # words of the headline in the sentence of the other figure
_MOST_SHARED = 4  # words that make up for another noun
_TWIN = 2.5  # times as much at most, then
_TIME, _SO_LONG = "time", 3.0
_SLIGHT = 0.01
_MAY_BE_DATE = pattern(lambda: rf"(?:{any_of(MONTHS)})\b|\d[./-]\d\d?[./-]\d")
_RANGE_BEFORE = pattern(r"\d(?:st|nd|rd|th)? ?(?:[-–—/&]|to|and|or) ?$")
_RANGE = pattern(r"[A-Za-z.][ \u00a0]\d{1,2}(?:st|nd|rd|th)? ?(?:[-–—/&]|to|and|or|through|,) ?\d{1,2}(?!\d)")
_LONGEST_RANGE = 10  # code points before the last day of a range


class Contradiction(NamedTuple):
    """A figure or a date of a headline, and another in the story that cannot be right beside it; both as written."""

    text: str
    span: Span
    other: str
    other_span: Span


def contradictions(story: Story, head: Zone) -> Iterator[Contradiction]:
    """Each figure and each date of a headline or deck that the story contradicts."""
    at = story.zones.index(head)
    below = [zone for zone in story.zones[at + 1 :] if zone.role in BELOW]
    if any(zone.role == "body" for zone in below) and sum(len(zone.text) for zone in below) <= LONGEST_STORY:
        yield from _of_figures(story, head, at, below)
    if _MAY_BE_DATE.search(head.text):
        yield from _of_dates(story, head)


def _of_figures(story: Story, head: Zone, at: int, below: Sequence[Zone]) -> Iterator[Contradiction]:
    here = list(islice(read_head(head), MOST_FIGURES))
    for each in here:
        if stands_in(story, each, at):
            continue
        other = _contradicting(story, each, here, below)
        if other and not story.get(quoted).meet(each.figure.span):
            yield Contradiction(each.text, each.figure.span, other.text, other.figure.span)


def _of_dates(story: Story, head: Zone) -> Iterator[Contradiction]:
    """A day of a month in the headline, where the story has another of that month, and never that one.

    Two days in either of them, or a range, leave open which of them are one.
    """
    here = [each for each in story.get(dates) if each.zone is head]
    if len(here) != 1 or len(here[0].readings) != 1 or not here[0].readings[0].day or _is_range(here[0]):
        return
    moment, day = here[0], here[0].readings[0]
    same = [
        each
        for each in story.get(dates)
        if len(each.readings) == 1 and each.readings[0].day and each.readings[0].month == day.month
        if each.zone.role in BELOW and each.zone.span.start > head.span.start
    ]
    days = {each.readings[0].day for each in same}
    if len(days) != 1 or day.day in days or any(map(_is_range, same)):
        return
    wanted = stems_of(head.text[: moment.start] + " " + head.text[moment.end :])
    shared = {each: len(wanted & stems_at(each.zone.text, each.start, each.end)) for each in same}
    other = max(same, key=lambda each: shared[each])
    if shared[other] >= LEAST_SHARED:
        yield Contradiction(moment.text, moment.span, other.text, other.span)


def _is_range(moment: Moment) -> bool:
    """Whether a date is told with another day of its month: “12–13 October”, “October 14 and 15”."""
    text, start = moment.zone.text, moment.start
    before = _RANGE_BEFORE.search(text, max(0, start - _LONGEST_RANGE), start)
    return before is not None or _RANGE.search(text, start, moment.end) is not None


def _contradicting(story: Story, one: Told, here: Sequence[Told], below: Sequence[Zone]) -> Told | None:
    """The figure of the lede that contradicts one of the headline, where no other figure of the story agrees."""
    lede = [zone for zone in below if zone.role == "body"][:LEDE]
    wanted = _stems(one.figure.zone.text, one.figure)
    opening = list(_same_kind(one, lede))
    if any(agree(one, each) for each in opening):
        return None
    near = list(_comparable(one, opening, below, wanted))
    if near:
        said = story.get(quoted)
        near = [each for each in near if not said.meet(each.figure.span)]
    if _is_sum(one, near) or _is_sum_of_lede(one, near, lede):
        return None
    near = [each for each in near if may_contradict(one, each) and not _is_of_another(each, one, here)]
    best = _best(one, near, lede[0], wanted)
    if best is None:
        return None
    for each in _same_kind(one, [zone for zone in below if zone not in lede]):
        if agree(one, each) and (each.value == one.value or wanted & _sentence_stems(each.figure)):
            return None
    return best


def _comparable(one: Told, opening: Sequence[Told], below: Sequence[Zone], wanted: set[str]) -> Iterator[Told]:
    """The figures that may be of what one of the headline is of: the lede's; one that describes (“70-page”), all."""
    for each in _same_kind(one, below) if one.figure.joined else opening:
        joined = one.figure.joined and not each.figure.joined
        if one.kind == _TIME and not _is_near(one, each, _SO_LONG):
            continue  # a story tells of many stretches of time
        if one.kind or _same_noun(one.figure, each.figure) or (not joined and _is_twin(one, each, wanted)):
            yield each


def _is_of_another(found: Told, one: Told, here: Sequence[Told]) -> bool:
    """Whether a figure below is that of another figure of the headline, whatever that seems to count."""
    return any(
        (each.kind == found.kind and agree(each, found))
        or (each.figure.unit == found.figure.unit and each.value == found.value)
        for each in here
        if each is not one
    )


def _same_kind(one: Told, zones: Iterable[Zone]) -> Iterator[Told]:
    for zone in zones:
        for figure in read(zone):
            found = told(figure)
            if found and found.kind == one.kind:
                yield found


def _best(one: Told, near: Sequence[Told], first: Zone, wanted: set[str]) -> Told | None:
    """The figure whose sentence has most words of the headline, the first of those as good; none if they are few.

    One word is enough for the only such figure of the lede, or of the first paragraph; and none for an age.
    """
    scored = [(len(wanted & _sentence_stems(each.figure)), each) for each in near]
    if not scored:
        return None
    top, best = max(scored, key=lambda pair: (pair[0], _before(pair[1]) == _before(one)))
    if top >= LEAST_SHARED:
        return best
    values = {each.value for each in near}
    opening = [each for score, each in scored if score and each.figure.zone is first]
    if len(values) == 1 and (top or one.kind == AGE):
        return best
    return opening[0] if len(opening) == 1 else None


def _before(one: Told) -> str:
    """The word before a figure: “to”, “by”, “of”."""
    start = one.figure.start
    return (one.figure.zone.text[max(0, start - WINDOW) : start].split() or [""])[-1].lower()


def _is_sum(one: Told, near: Sequence[Told]) -> bool:
    """Whether two figures of one sentence add up to that of the headline: four killed and eight hurt are twelve."""
    return len(near) > MOST_PLACES or any(
        abs(a.value + b.value - one.value) <= _SLIGHT * one.value
        for a, b in combinations(near, 2)
        if a.figure.zone is b.figure.zone and _sentence(a.figure) == _sentence(b.figure)
    )


def _is_sum_of_lede(one: Told, near: Sequence[Told], lede: Sequence[Zone]) -> bool:
    """Whether the lede comes to the headline's figure in two steps: “two died … and a third”, “300 … 200 more”."""
    if one.figure.unit == PERCENT or one.kind == AGE:
        return False
    slight = _SLIGHT * one.value
    if any(abs(each.value + 1 - one.value) <= slight and _has_one_more(each) for each in near):
        return True
    added = [
        figure.value
        for zone in lede
        for figure in islice(read(zone), MOST_PLACES)
        if figure.unit == one.figure.unit and _ADDED.match(zone.text, figure.end)
    ]
    return any(abs(each.value + more - one.value) <= slight for each in near for more in added)


def _has_one_more(one: Told) -> bool:
    """Whether a sentence, or the next, tells of one more than its figure: “two women and a man”, “and a third”."""
    text, figure = one.figure.zone.text, one.figure
    start, end = _sentence(figure)
    return _ONE_MORE.search(text, end - 1, end + WINDOW) is not None or (
        _ONE_BESIDE.search(text, start, end) is not None
    )


_ADDED = pattern(lambda: rf" (?:{any_of(Headlines.of().before_nouns)})\b")
_ONE_MORE = pattern(lambda: rf"(?i:\b(?:{any_of(Headlines.of().one_more)})\b)")
_ONE_BESIDE = pattern(
    lambda: (
        rf"(?i:\b(?:{any_of(Headlines.of().one_more)})\b| and (?:an?|one) [a-z-]+\b"
        r"|\ban? (?:[a-z-]{1,20} ){1,2}and (?:his|her|their) )"
    )
)


def _same_noun(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same: by a noun, or both the dead, the hurt, the arrested."""
    nouns = {stem(word) for word in one.counted}
    if nouns & {stem(word) for word in other.counted}:
        return True
    meant = nouns & meanings()
    text = other.zone.text
    before, behind = text[max(0, other.start - WINDOW) : other.start], text[other.end : other.end + WINDOW]
    round_it = before.split()[-NEAR + 1 :] + behind.split()[: NEAR + 1]
    return bool(meant & {stem(word.strip(",.")) for word in round_it})


def _is_twin(one: Told, other: Told, wanted: set[str]) -> bool:
    """Whether the sentence of a figure says all but the same as the headline, if with another noun."""
    if not other.figure.counted or not _is_near(one, other):
        return False
    return len(wanted & _sentence_stems(other.figure)) >= _MOST_SHARED


def _is_near(one: Told, other: Told, times: float = _TWIN) -> bool:
    """Whether two values are near enough to be the same told wrongly."""
    return one.value < times * other.value < times * times * one.value


def _sentence(figure: Quantity) -> tuple[int, int]:
    return sentence_at(figure.zone.text, figure.start)


def _stems(text: str, figure: Quantity) -> set[str]:
    """The words of a text that say something, by their beginnings, those of the figure itself left out."""
    return stems_of(text[: figure.start] + " " + text[figure.end :])


def _sentence_stems(figure: Quantity) -> set[str]:
    return stems_at(figure.zone.text, figure.start, figure.end)
