"""Sums of one sentence that make a total by its words: “$1.2m each, or $2.4m between them”, “a total of $9m: …”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import ZONES, Quantity, read
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Figures, Wholes, any_of

_MOST_SHARES = 30  # people who may each have a share of one sum
_SHARE = 30  # code points of a sum that stands before “each”
_REACH = 120  # code points behind it in which the total stands
_MOST_PLACES = 40  # of a story that are looked at
_LONGEST = 90  # code points between two sums of a list
_FEWEST = 2
_MOST = 3.0  # times a total that its parts may come to: more is something else
_NEAR = 30  # code points round a total that say that it is one


class Told(NamedTuple):
    """A total and its parts; with one part only each of several people has it."""

    total: Quantity
    parts: tuple[Quantity, ...]


_EACH = pattern(r" (?:each|apiece)\b")
_BETWEEN_THEM = pattern(lambda: rf" (?:{any_of(Wholes.of().together)})\b")
_STOP = pattern(r"[.;:]|\b(?:but|while|who|which|when)\b")
_TOTALLING = pattern(lambda: rf"\b(?:{any_of(Wholes.of().totals)}) (?:[a-z]{{2,12}} ){{0,2}}$")
_BEGINS = pattern(r"[^.;\n]{0,80}?(?:: |\(| [–—] | - |\b(?:with|in|for|to) )[^.;\n]{0,60}$")
_JOINS = pattern(r"[^.;:\n]{0,80}?(?:,|;|\band\b)[^.;:\n]{0,80}")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_OTHER = pattern(
    lambda: (
        r"\b(?:from|than|compared|per|while|but|after|before|until|short|each|every|of which|more|less|up|down|if"
        rf"|another year|{any_of(Wholes.of().some_only)})\b"
    )
)


def of_each(story: Story, places: list[int]) -> Iterator[Told]:
    """“$1.2 million each, or $3.4 million between them”: no whole number of people makes that."""
    for zone, at in _zones(story, places):
        sums = _money(zone, max(0, at - _SHARE), min(len(zone.text), at + _REACH))
        for one, total in pairwise(sums):
            text = zone.text
            each, both = _EACH.match(text, one.end), _BETWEEN_THEM.match(text, total.end)
            if not (each and both) or one.unit != total.unit or _STOP.search(text, one.end, total.start):
                continue
            (low, high), (least, most) = one.loose, total.loose
            times = range(2, _MOST_SHARES)
            if 1.5 * one.value < total.value < _MOST_SHARES * one.value and not any(
                n * low < most and least < n * high for n in times
            ):
                yield Told(total, (one,))


def of_lists(story: Story, places: list[int]) -> Iterator[Told]:
    """“The buys, which come to $1.94 million, are in Arle ($240,000), Benn ($700,000) and Cole ($700,000)”."""
    seen: set[tuple[int, int]] = set()
    for zone, at in _zones(story, places):
        start, end = sentence_at(zone.text, at)
        if (zone.span.start, start) in seen:
            continue
        seen.add((zone.span.start, start))
        sums = _money(zone, start, end)
        for n, total in enumerate(sums[:-_FEWEST]):
            if _TOTALLING.search(zone.text, max(start, total.start - _NEAR), total.start):
                parts = sums[n + 1 :]
                if _is_list(zone.text, total, parts, end):
                    yield Told(total, tuple(parts))
                break


def _is_list(text: str, total: Quantity, parts: list[Quantity], end: int) -> bool:
    """Whether the sums behind a total are a whole list of sums of its kind."""
    if any(each.unit != total.unit or each.value >= total.value for each in parts):
        return False
    come_to = sum(each.value for each in parts)
    if not total.value / _MOST < come_to < total.value * _MOST or _OTHER.search(text, total.start, end):
        return False
    if len(_YEAR.findall(text, total.start, end)) > 1:
        return False  # a sum for each of several years
    if not _BEGINS.fullmatch(text, total.end, parts[0].start):
        return False
    gaps = [text[one.end : two.start] for one, two in pairwise(parts)]
    return all(len(gap) <= _LONGEST and _JOINS.fullmatch(gap) for gap in gaps) and " and " in gaps[-1]


def _zones(story: Story, places: list[int]) -> Iterator[tuple[Zone, int]]:
    for at in places[:_MOST_PLACES]:
        held = story.prose.zone_of(at, at + 1)
        if held and held[0].role in ZONES:
            yield held[0], at - held[1]


def _money(zone: Zone, start: int, end: int) -> list[Quantity]:
    units = frozenset(Figures.of().currencies.values())
    return [each for each in read(zone, start, end) if each.unit in units]
