"""A number and the parts it is said to have: “of the 176 on board, 87 were Iranian and 120 Canadian”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.measures import places
from newslint.analyses.facts.quantities import ZONES, Quantity, read
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Wholes, any_of

_REACH = 110  # code points between a total and its parts, and between two of them
_MOST_RESTS = 40  # of a story that are looked at
_DOZEN = 12
_ROUND = 1000  # from which a number may be round


class Divided(NamedTuple):
    """A total and parts of it that come to another number; `sure` where they are all, not only too many."""

    total: Quantity
    parts: tuple[Quantity, ...]

    @property
    def sum(self) -> float:
        """What the parts come to."""
        return sum(each.value for each in self.parts)


# What stands before the first part, or before “the” total.
_OF, _SIGNS = "f the ", (", with ", ": ", "—", "- ", "– ")


def _number() -> str:
    return rf"(?:\d|(?i:{any_of([row[0] for row in (*Figures.of().ones, *Figures.of().tens)])})(?=[ -]))"


_NUMBER = pattern(_number)
# Two figures that may be one list: looked at before they are read.
_LIST = pattern(
    lambda: (
        rf"{_number()}[^.;:]{{1,{_REACH}}}?(?:, |\band )(?:and |another |only |just |along with |plus )*{_number()}"
    )
)
_ENDS = pattern(lambda: rf"(?:\d|\b(?i:{any_of([row[0] for row in (*Figures.of().ones, *Figures.of().tens)])}))$")
_JOINS = pattern(r"[^.;:]*?(?:,(?: and)?|\band)(?: another| only| just| along with| plus)* ")
_BRACKET = pattern(r" ?\([^()]*\)")
# Where what is counted goes without saying, and no one is counted twice: “18 going to”, “63 Canadian”, “9 for”.
_SPREAD = pattern(
    r"(?: (?:were|was|are|is))?"
    r"(?:(?: [a-z]+(?:ing|ed)| held)?(?: up)? (?:to|for|from|in|by|at)\b| [A-Z])"
)
_SAID = pattern(r" (?:is|are|was|were) ")
_CLOSES = pattern(r"[^,.;()—–]{0,20}(?:[,.;)—–]| - |$)")
_REST = pattern(r"(?i:\b(?:the|its) (?:other|remaining)) $")
_THOSE = pattern(r" of (?:those|these|the) ([a-z]+)")
_TOTAL = pattern(r"(?: [a-z-]+){1,5}(?:,| -| –| —|—|:| \() ?")
_SEX = pattern(lambda: rf"\b(?:{any_of(Wholes.of().sexes_apart)})\b")
_ONE = pattern(r"(?:,|\band) (?:one|an?) ")
_CREW = pattern(r" passengers and (?:a )?(?:crew of )?")
_ABOARD = pattern(r" (?:people|persons)(?: [a-z]+)? (?:on ?board|aboard|on (?:a|the) (?:[a-z]+ )?[a-z]+)\b")


def _find(story: Story) -> tuple[Divided, ...]:
    if story.language != ENGLISH:
        return ()
    found, told = [*_spread(story), *_rests(story)], story.get(words)
    if "passengers" in told and "crew" in told:
        found += _aboard(story)
    if len(Wholes.of().persons & told) > 1:
        found += _persons(story)
    return tuple(found)


divided: Analysis[tuple[Divided, ...]] = Analysis("parts", _find)


def _spread(story: Story) -> Iterator[Divided]:
    """Totals with a list of parts beside them."""
    prose, told = story.prose, story.get(words)
    seen = set()
    for sign in (_OF, *_SIGNS):
        if (sign == "- " and "-" not in told) or sign[0] not in prose.text:
            continue  # a single sign is looked up fast
        for match in _before_number(sign).finditer(prose.text):
            at, start = match.span()
            held = prose.zone_of(at, start) if _LIST.match(prose.text, start) else None
            if held and held[0].role in ZONES:
                zone, offset = held
                made = _of(zone, start - offset) if sign == _OF else _beside(zone, at - offset, start - offset, sign)
                if made and made.parts[0].start not in seen:
                    seen.add(made.parts[0].start)
                    yield made


@cache
def _before_number(sign: str) -> re.Pattern[str]:
    """The pattern of a sign before a figure: it begins with a literal, which is found fast."""
    return pattern(re.escape(sign) + r" ?(?=" + _number() + ")")


def _plain(each: Quantity) -> bool:
    """Whether a figure is a plain count."""
    return not (each.unit or each.joined or each.share) and (each.step == 1 or each.step == _DOZEN)


def _of(zone: Zone, at: int) -> Divided | None:
    """“Of the 176 on board, 87 were Iranian, 63 Canadian and 30 from Kyiv”."""
    _, end = sentence_at(zone.text, at)
    figures = _figures(zone, at, end)
    if len(figures) < 2 or figures[0].start != at or "," not in zone.text[at : figures[1].start]:
        return None
    total, *rest = figures
    if figures[1].start - total.end > _REACH or total.hedge:
        return None
    parts = _row(zone.text, rest)
    if _sexes(zone.text, parts, end):
        return Divided(total, tuple(parts)) if sum(each.value for each in parts) != total.value else None
    if len(parts) > 1 and all(_SPREAD.match(zone.text, _behind(zone.text, each)) for each in parts):
        return _too_many(total, parts)
    return None


def _figures(zone: Zone, start: int, end: int) -> list[Quantity]:
    """The plain counts of a stretch that stand in no bracket."""
    brackets = [match.span() for match in _BRACKET.finditer(zone.text, start, end)]
    found = [each for each in read(zone, start, end) if _plain(each)]
    return [each for each in found if not any(a < each.start < b for a, b in brackets)]


def _behind(text: str, part: Quantity) -> int:
    """Where a part goes on, brackets left out."""
    bracket = _BRACKET.match(text, part.end)
    return bracket.end() if bracket else part.end


def _row(text: str, figures: list[Quantity]) -> list[Quantity]:
    """The figures that are one list, from the first."""
    parts = figures[:1]
    for each in figures[1:]:
        between = text[_behind(text, parts[-1]) : each.start]
        if len(between) > _REACH or not _JOINS.fullmatch(between):
            break
        parts.append(each)
    return parts


def _sexes(text: str, parts: list[Quantity], end: int) -> bool:
    """Whether two parts are men and women, so that they are all."""
    if len(parts) != 2 or any(each.hedge for each in parts):
        return False
    first, second = parts
    one, other = _SEX.search(text, first.end, second.start), _SEX.search(text, second.end, end)
    return one is not None and other is not None and one[0] != other[0]


def _beside(zone: Zone, at: int, start: int, sign: str) -> Divided | None:
    """“42 seats, with 28 going to one and 24 to the other”, “six people: three men and two women”."""
    text = zone.text
    first, end = sentence_at(text, at)
    before = _figures(zone, max(first, at - _REACH), at)
    after = _figures(zone, start, end)
    if not before or not after or after[0].start != start:
        return None
    total, parts = before[-1], _row(text, after)
    if len(parts) < 2 or total.hedge or any(each.value > total.value * 2 for each in parts):
        return None
    if sign == ", with ":
        alike = all(_SPREAD.match(text, each.end) for each in parts)
    else:
        alike = all(_SPREAD.match(text, each.end) or _SAID.match(text, each.end) for each in parts)
    come_to = sum(each.value for each in parts)
    return _too_many(total, parts) if alike and all(each.value < come_to for each in before) else None


def _too_many(total: Quantity, parts: list[Quantity]) -> Divided | None:
    if sum(map(_least, parts)) > total.value + (total.rounded / 2 if total.value >= _ROUND else 0):
        return Divided(total, tuple(parts))
    return None


def _least(part: Quantity) -> float:
    """What a part is at least: a small number is counted, a large one may be rounded."""
    return part.value if part.value < _ROUND and not part.hedge else part.loose[0]


def _rests(story: Story) -> Iterator[Divided]:
    """“281 of those 315 cities … The remaining 54”."""
    prose, told = story.prose, story.get(words)
    for word in ("remaining", "other"):
        found = _before_number(f"{word} ").finditer(prose.text) if word in told else ()
        for match in islice(found, _MOST_RESTS):
            held = prose.zone_of(*match.span())
            made = _rest(held[0], match.end() - held[1]) if held and held[0].role in ZONES else None
            if made:
                yield made


def _rest(zone: Zone, at: int) -> Divided | None:
    text = zone.text
    if not _REST.search(text, max(0, at - 20), at):
        return None
    first, end = sentence_at(text, at)
    if made := _of_a_total(zone, first, at, end):
        return made
    if text.rfind(" of th", 0, at) < 0:
        return None
    first = sentence_at(text, max(0, first - 2))[0] if first else first
    figures = _figures(zone, first, end)
    rest = next((each for each in figures if each.start == at), None)
    known = [each for each in figures if each.start < at]
    if not rest or rest.hedge or len(known) < 2:
        return None
    for part in known:
        those = _THOSE.match(text, part.end)
        total = those and next((each for each in known if those[1] in each.counted and each.value > part.value), None)
        if total and not (total.hedge or part.hedge) and all(_differ(known, rest, one) for one in known):
            return Divided(total, (part, rest))
    return None


_OF_A_TOTAL = pattern(r"(?:\b(?:a|the) total of|\bout of(?: the| its| their)?|[0-9] of (?:the|its|their)) $")


def _of_a_total(zone: Zone, first: int, at: int, end: int) -> Divided | None:
    """“277 go this week in a total of 600, with the other 323 to follow”: three counts, and no other."""
    figures = [each for each in _figures(zone, first, end) if each.unit == ""]
    if len(figures) != 3 or figures[2].start != at or any(each.hedge for each in figures):
        return None
    part, total, rest = figures
    text = zone.text
    if not _OF_A_TOTAL.search(text, max(first, total.start - 24), total.start) or ";" in text[part.end : at]:
        return None
    if rest.end - part.start > 2 * _REACH or max(part.value, rest.value) >= total.value:
        return None
    return Divided(total, (part, rest)) if part.value + rest.value != total.value else None


def _differ(known: list[Quantity], rest: Quantity, total: Quantity) -> bool:
    """Whether a rest is not what any other figure leaves of a total."""
    return all(total.value - each.value != rest.value for each in known if each is not total)


def _persons(story: Story) -> Iterator[Divided]:
    """“Six people, three men and two women, were held”: they are all."""
    prose = story.prose
    told = story.get(words)
    kinds = sorted(Wholes.of().persons & told)
    seen = set()
    for kind in kinds[1:]:  # for two kinds stand together
        for at in places(prose.text, f" {kind}"):
            held = prose.zone_of(at, at + 1) if _ENDS.search(prose.text, max(0, at - 10), at) else None
            made = _all_persons(held[0], at - held[1]) if held and held[0].role in ZONES else None
            if made and made.total not in seen:
                seen.add(made.total)
                yield made


def _all_persons(zone: Zone, at: int) -> Divided | None:
    """The total and the parts of which one stands at a place."""
    text, tables = zone.text, Wholes.of()
    figures = _figures(zone, *sentence_at(text, at))
    here = next((n for n, each in enumerate(figures) if each.end == at), -1)
    first, last = here, here + 1
    while first >= 0 and _is_kind(figures[first]):
        first -= 1
    while last < len(figures) and _is_kind(figures[last]):
        last += 1
    parts = figures[first + 1 : last]
    if first < 0 or len(parts) < 2 or len(_row(text, parts)) < len(parts):
        return None
    if last < len(figures) and len(_row(text, figures[last - 1 : last + 1])) > 1:
        return None  # more of them follow
    behind = _CLOSES.match(text, parts[-1].end)
    total = figures[first]
    between = text[total.end : parts[0].start]
    if _ONE.search(text, parts[0].start, parts[-1].end + _REACH):
        return None  # who is not told in figures
    if not behind or tables.people.isdisjoint(total.counted) or not _TOTAL.fullmatch(between):
        return None
    if any(each.hedge for each in (total, *parts)) or sum(each.value for each in parts) == total.value:
        return None
    return Divided(total, tuple(parts))


def _is_kind(figure: Quantity) -> bool:
    return bool(figure.counted) and figure.counted[-1] in Wholes.of().persons


def _aboard(story: Story) -> Iterator[Divided]:
    """“All 139 people on the flight … 120 passengers and a crew of nine”, told once."""
    crews = [made for zone, at in _at(story, " passengers and") if (made := _crew(zone, at))]
    totals = [
        each
        for sign in (" people ", " persons ")
        for zone, at in _at(story, sign)
        if _ABOARD.match(zone.text, at)
        for each in _figures(zone, *sentence_at(zone.text, at))
        if each.end == at
    ]
    if len(crews) == 1 and totals and not any(each.hedge for each in (*crews[0], *totals)):
        come_to = sum(each.value for each in crews[0])
        if all(each.value != come_to for each in totals):
            yield Divided(totals[0], crews[0])


def _at(story: Story, sign: str) -> Iterator[tuple[Zone, int]]:
    """Where a few words stand in copy."""
    for at in places(story.prose.text, sign):
        held = story.prose.zone_of(at, at + len(sign))
        if held and held[0].role in ZONES:
            yield held[0], at - held[1]


def _crew(zone: Zone, at: int) -> tuple[Quantity, ...] | None:
    """So many passengers and so many of the crew."""
    behind = _CREW.match(zone.text, at)
    figures = _figures(zone, *sentence_at(zone.text, at))
    told = [each for each in figures if each.end == at or (behind and each.start == behind.end())]
    if len(told) != 2 or "crew" not in zone.text[at : told[1].end + len(" crew")]:
        return None
    return tuple(told)
