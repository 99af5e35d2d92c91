"""Which shares of a story are all of one whole, by what the copy says, and do not come to 100 percent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, islice, pairwise

from newslint.analyses.facts.quantities import PERCENT, ZONES, Quantity, read
from newslint.analyses.text.sentences import split
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Prose, Zone
from newslint.words.tables import Figures, Wholes, any_of

WHOLE = 100.0
_MOST = 5  # shares that are added up
_IN_WORDS = 70.0  # what a share in words is taken for at first
_MANY = 3  # answers to one question
_AGAINST = (" to", " versus", " vs", "compared")
_FIGURES = 50  # code points round a sign in which its figure stands, written in words
_PER_CENT = len(" per cent")
_DIGITS = 12  # code points before a sign in which its figure begins
_REACH = 40  # code points before a share in which it is said to be the rest, or whose it is


_Sign = tuple[int, float]  # where “%” or “percent” stands, and the figure before it; 70 where that is in words


class Share(NamedTuple):
    """A share of a whole in percent, at `start`-`end` of its zone's prose."""

    start: int
    end: int
    value: float


class Closed(NamedTuple):
    """Shares that are said to be all of one whole and cannot be; the last is the one that closes them."""

    zone: Zone
    shares: tuple[Share, ...]

    @property
    def total(self) -> float:
        """What they come to."""
        return sum(each.value for each in self.shares)

    def span(self, share: Share) -> Span:
        """Where one of them stands in the source."""
        return self.zone.to_source(share.start, share.end)


_REST = pattern(lambda: rf"\b(?:{any_of(Wholes.of().rest)}) $")
_TO = pattern(r"(?: [\w’'.-]+){0,9},? (?:to|versus)(?: [\w’'.-]+){0,6}\s")
_TO_SOMEBODYS = pattern(r"(?: [\w’'.-]+){0,9},? to(?: [\w’'.-]+){0,5} [\w.-]+[’']s?\s")
_COMPARED = pattern(r" of the(?: [\w-]+){0,2} vote,? compared (?:to|with)(?: [\w’'.-]+){0,5}\s")
_THEN = pattern(r" (?:of|in|at|last|this|the|an?|two|four|five|before)\b")  # another vote, or other voters
_OF_THEM = pattern(
    r" of (?:which|whom|them|these|those) (?:were |are |came )?(\w+) [^.;]{1,80} compared (?:to|with)\s$"
)
_BY = pattern(lambda: rf"\)?[^.;,]{{0,30}}? (by|from|for|to) ({any_of(Wholes.of().sexes_apart)})\b")
_VERSUS = pattern(r" (?:to|versus|vs\.?)\s")
_BEATS = pattern(lambda: rf"\b(?:{any_of(Wholes.of().beats)})\b[^;%]{{0,70}}$")
_BEAT = pattern(lambda: rf"\b(?:{any_of(Wholes.of().beats)})\b")
_COUNTED = pattern(lambda: rf" of (?:all |the )?(?:{any_of(Wholes.of().counted)})\b")
_THE_REST = pattern(r"\band the rest\b")
_WITH = pattern(r", with (?:about |another |only |just )?")
_VOTE = pattern(lambda: rf"\b(?:{any_of(Wholes.of().of_a_vote)})\b")
_CHANGE = pattern(
    lambda: rf"\b(?:{any_of(Wholes.of().of_change)})\b|(?<!ke )(?<!de )\b(?:from|up|down) (?:[a-z]+ ){{0,2}}\d"
)
_TWO_GROUPS = pattern(lambda: rf"\b(?:{any_of(Wholes.of().of_two_groups)})\b")
_UNDECIDED = pattern(lambda: rf"\b(?:{any_of(Wholes.of().undecided)})\b")


def _sexes() -> str:
    who, does = any_of(Wholes.of().sexes), any_of(Wholes.of().makes_up)
    return rf"(?i:\b(?P<first>{who}) (?P<verb>{does}) (?:just |only )?\d[^;]{{0,160}}\b(?P<other>{who}) (?P=verb)\b)"


_SEXES = pattern(_sexes)
_FOR = pattern(r" (?:for|to) ")
_OF = pattern(r" (?:of )")
_OF_IT = pattern(r"(?:%|per ?cent) of ")
_FOR_IT = pattern(r"(?:%|per ?cent) (?:for|to) ")
_RESPECTIVELY = pattern(r"(?i)\b(?:contribut|share|split|made up|accounted for).{0,200}\brespectively\b")
_MARGIN = pattern(
    r"(?<![\d.-])(?P<first>\d\d(?:\.\d)?)%? ?(?:-|–|to) ?(?P<second>\d\d(?:\.\d)?)(?:%| percent\b| per cent\b)"
)
_FIGURE = pattern(r"\d++(?:\.\d+)?$")
_LEFT = ("other ", "remaining ", "else ")  # one of which the pattern has: looked up faster
_RESTS = pattern(r"(?:other|remaining|else (?:combined for|got|took)) (?=[\da-z])")
_AFTER = pattern(
    lambda: rf"\b(?:{any_of(Wholes.of().closing)}|{any_of(Wholes.of().rest)}|{any_of(Wholes.of().undecided)})\b"
)


def _some() -> str:
    figures = Figures.of()
    in_words = any_of([*figures.shares, *(row[0] for row in (*figures.ones, *figures.tens))])
    return rf"(?:(?:combined for|got|took) )?(?:\d|(?i:{in_words}))"


_SOME = pattern(_some)  # behind “the other”
_GOT_IT = pattern(lambda: rf"\b(?:{any_of(Wholes.of().closing)})\b")
_WON = pattern(r"(?i)\b(?:won|lost|beat|beaten|defeated|carried|victory|win)\b")
_OF_THE_VOTE = pattern(r" of the vote")
_GOT = pattern(r"(?:[A-Z][\w’'.-]+ ){1,3}(?:won|received|got|took|had|earned|captured|garnered) $")


def in_story(prose: Prose, found: list[tuple[int, str]]) -> Iterator[Closed]:
    """Those of each paragraph that has two signs or more."""
    first = 0
    while first < len(found) - 1:
        n = bisect_right(prose.starts, found[first][0]) - 1
        zone, offset = prose.zones[n], prose.starts[n]
        end, last = offset + len(zone.text), first + 1
        while last < len(found) and found[last][0] < end:
            last += 1
        if last > first + 1 and zone.role in ZONES:
            signs = [(at - offset, _value(prose.text, at, sign)) for at, sign in found[first:last]]
            if _may_close(zone.text, signs, 0, len(zone.text)) and _may_be_any(zone.text, signs):
                yield from _in_zone(zone, signs)
        first = last


def _may_be_any(text: str, signs: list[_Sign]) -> bool:
    """Whether a paragraph says that shares are all of one whole: looked at before its sentences are parted."""
    return (
        " of the vote" in text
        or _leaves(text, 0, len(text), len(signs))
        or _may_be_sides(text, signs, 0, len(text))
        or any(_MARGIN.search(text, max(0, at - _DIGITS), at + _PER_CENT) for at, _ in signs)
    )


def _leaves(text: str, start: int, end: int, many: int) -> bool:
    """Whether a stretch has a share that is what is left, or some who do not know."""
    for word in _LEFT:
        at = text.find(word, start, end)
        while at >= 0:
            if _SOME.match(text, at + len(word)):
                return True
            at = text.find(word, at + 1, end)
    return many >= _MANY and any(text.find(word, start, end) >= 0 for word in Wholes.of().undecided)


def _value(text: str, at: int, sign: str) -> float:
    """The figure that stands before a sign, “41%” or “41 percent”."""
    if sign != "%":
        at -= 1
        if text[at : at + 1] != " ":
            return _IN_WORDS
    figure = _FIGURE.search(text, at - _DIGITS if at > _DIGITS else 0, at)
    return float(figure[0]) if figure else _IN_WORDS


def _in_zone(zone: Zone, signs: list[_Sign]) -> Iterator[Closed]:
    """At most one for each sentence that closes its shares."""
    text, before = zone.text, (0, 0)
    for start, end in split(text):
        inside = [each for each in signs if start <= each[0] < end]
        if inside or _has_left(text, start, end):
            own = _may_close(text, signs, start, end)
            if own or (_may_close(text, signs, before[0], end) and _AFTER.search(text, start, end)):
                for found in islice(_impossible(zone, inside, (start, end), before), 1):
                    yield Closed(zone, tuple(found))
        before = (start, end)


def _has_left(text: str, start: int, end: int) -> bool:
    other, remaining, rest = _LEFT
    return (
        text.find(other, start, end) >= 0 or text.find(remaining, start, end) >= 0 or text.find(rest, start, end) >= 0
    )


def _may_close(text: str, signs: list[_Sign], start: int, end: int) -> bool:
    """Whether a stretch has more than all, or a rest: looked at first, for hardly any has."""
    some = [value for at, value in signs if start <= at < end]
    if len(some) < 2:
        return False
    if sum(some) > WHOLE:
        return True
    return _has_left(text, start, end) and _RESTS.search(text, start, end) is not None


def _impossible(
    zone: Zone, signs: list[_Sign], sentence: tuple[int, int], before: tuple[int, int]
) -> Iterator[list[Share]]:
    text, (start, end) = zone.text, sentence
    many = len(signs) + _MANY  # those of the sentence before may belong to them
    closes = _leaves(text, start, end, many) or (
        text.find(" of the vote", *before) >= 0 and _GOT_IT.search(text, start, end) is not None
    )
    if closes or (_may_be_sides(text, signs, start, end) and not _is_change(text, signs, start, end)):
        yield from _as_read(zone, signs, sentence, before, closes)
    yield from _margins(text, start, end)


@cache
def _groups() -> frozenset[str]:
    return Wholes.of().sexes_apart.union(Wholes.of().sexes)


def _may_be_sides(text: str, signs: list[_Sign], start: int, end: int) -> bool:
    """Whether shares may be set against each other: to read figures takes longer than to look for words."""
    if text.find("the rest", start, end) >= 0 or (len(signs) >= _MANY and _may_be_parts(text, signs, start, end)):
        return True
    if sum(sorted([value for _, value in signs])[-2:]) <= WHOLE:
        return False
    between = text[signs[0][0] : signs[-1][0]]
    return any(word in between for word in _groups()) or any(_are_against(text, *pair) for pair in pairwise(signs))


def _is_change(text: str, signs: list[_Sign], start: int, end: int) -> bool:
    """Whether shares are of two times, and of no contest and no two groups."""
    if not _CHANGE.search(text, start, end) or _BEAT.search(text, start, signs[-1][0]):
        return False
    between = text[signs[0][0] : signs[-1][0]]
    return not any(word in between for word in _groups()) and "compared" not in between


def _are_against(text: str, first: _Sign, second: _Sign) -> bool:
    return first[1] + second[1] > WHOLE and any(text.find(word, first[0], second[0]) >= 0 for word in _AGAINST)


def _may_be_parts(text: str, signs: list[_Sign], start: int, end: int) -> bool:
    """Whether three shares or more may be said to be all."""
    if any(text.find(word, start, end) >= 0 for word in ("espectively", ", with ")):
        return True
    return any(_OF_IT.match(text, at) for at, _ in signs) and any(_FOR_IT.match(text, at) for at, _ in signs)


def _as_read(
    zone: Zone, signs: list[_Sign], sentence: tuple[int, int], before: tuple[int, int], closes: bool
) -> Iterator[list[Share]]:
    text, (start, end) = zone.text, sentence
    near = (start, end) if closes else (max(start, signs[0][0] - _FIGURES), min(end, signs[-1][0] + _FIGURES))
    shares = _shares(zone, *near)
    if not shares:
        return
    if closes:
        earlier = _shares(zone, *before)
        yield from _rest(text, earlier, shares)
        yield from _of_one_vote(text, earlier, shares)
        yield from _answers(text, end, earlier, shares)
    plain = [each for each in shares if not (each.share or each.hedge)]
    yield from _contest(text, start, end, plain)
    if not _CHANGE.search(text, start, end):
        yield from _two_sides(text, start, end, plain)
        yield from _of_one_sentence(text, start, end, plain)


def _shares(zone: Zone, start: int, end: int) -> list[Quantity]:
    """The shares in a stretch, but for how much of a vote has been counted."""
    shares = [each for each in read(zone, start, end) if each.unit == PERCENT]
    return [each for each in shares if not _COUNTED.match(zone.text, each.end)]


def _rest(text: str, earlier: list[Quantity], shares: list[Quantity]) -> Iterator[list[Share]]:
    """“The remaining 40 percent” beside shares that leave another rest."""
    for n, share in enumerate(shares):
        known = shares[:n] or earlier
        if share.hedge or not 0 < len(known) < _MOST:
            continue
        if _REST.search(text, max(0, share.start - _REACH), share.start):
            some = [[*one, share] for k in range(1, len(known) + 1) for one in combinations(known, k)]
            if not any(map(_may_be_all, some)):
                yield _told([*known, share])


def _two_sides(text: str, start: int, end: int, shares: list[Quantity]) -> Iterator[list[Share]]:
    """“61 percent to her 49 percent” of one vote; “men make up 64 percent, women make up 45”."""
    for first, second in pairwise(shares):
        if _least([first, second]) <= WHOLE:
            continue
        between = text[first.end : second.start]
        sides = first.value > second.value and _TO.fullmatch(between) and _VOTE.search(text, start, end)
        if (
            (sides and not _TWO_GROUPS.search(text, start, end))
            or _TO_SOMEBODYS.fullmatch(between)
            or (_COMPARED.fullmatch(between) and not _THEN.match(text, second.end))
            or _are_both_sexes(text, start, second.start)
        ):
            yield _told([first, second])


def _are_apart(text: str, first: Quantity, second: Quantity, end: int) -> bool:
    """“42 per cent of them were from lorries compared to 58 from cars”, “72 per cent by men and 28 by women”."""
    of_them = _OF_THEM.match(text, first.end, second.start)
    if of_them and text.startswith(f" {of_them[1]} ", second.end):
        return True
    one, other = _BY.match(text, first.end, second.start), _BY.match(text, second.end, end)
    return one is not None and other is not None and one[1] == other[1] and one[2] != other[2]


def _contest(text: str, start: int, end: int, shares: list[Quantity]) -> Iterator[list[Share]]:
    """“Leads him 66 percent to 41 percent”: whatever was asked, of whomever."""
    for first, second in pairwise(shares):
        if _least([first, second]) <= WHOLE:
            continue
        versus = _VERSUS.fullmatch(text, first.end, second.start)
        if (versus and _BEATS.search(text, start, first.start)) or _are_apart(text, first, second, end):
            yield _told([first, second])


def _are_both_sexes(text: str, start: int, end: int) -> bool:
    match = _SEXES.search(text, start, end)
    return match is not None and match["first"].lower() != match["other"].lower()


def _of_one_sentence(text: str, start: int, end: int, shares: list[Quantity]) -> Iterator[list[Share]]:
    """“70% of it for roads, 30% for rail and 10% for buses”; “54%, 35% and 20%, respectively” of a contribution."""
    the_rest = bool(shares) and _THE_REST.search(text, shares[-1].end, end) is not None
    if len(shares) < _MANY - the_rest or _least(shares) <= WHOLE + 1:
        return
    if the_rest and all(_FOR.match(text, each.end) for each in shares[1:]):
        yield _told(shares)
    if len(shares) < _MANY:
        return
    if _TO.fullmatch(text, shares[0].end, shares[1].start) and _WITH.search(text, shares[1].end, shares[2].start):
        yield _told(shares)
    parts = _OF.match(text, shares[0].end) and all(_FOR.match(text, each.end) for each in shares[1:])
    if parts or _RESPECTIVELY.search(text, start, end):
        yield _told(shares)


def _answers(text: str, end: int, earlier: list[Quantity], shares: list[Quantity]) -> Iterator[list[Share]]:
    """Those for, against and undecided, who cannot be more than all."""
    known = shares if len(shares) >= _MANY else [*earlier, *shares]
    if not _MANY <= len(known) <= _MOST or any(each.share for each in known) or _least(known) <= WHOLE + 1:
        return
    if _UNDECIDED.search(text, shares[0].start, end) and not _CHANGE.search(text, known[0].start, end):
        yield _told(known)


def _of_one_vote(text: str, earlier: list[Quantity], shares: list[Quantity]) -> Iterator[list[Share]]:
    """“Lee received 69 percent of the vote. Hale won 41 percent.”"""
    if len(earlier) == len(shares) == 1 and _OF_THE_VOTE.match(text, earlier[0].end):
        both = [earlier[0], shares[0]]
        if _least(both) > WHOLE and _GOT.search(text, max(0, shares[0].start - _REACH), shares[0].start):
            yield _told(both)


def _margins(text: str, start: int, end: int) -> Iterator[list[Share]]:
    """“Lost the district 68%-41%”."""
    for match in _MARGIN.finditer(text, start, end):
        first, second = float(match["first"]), float(match["second"])
        if first > second and first + second > WHOLE + 1 and _WON.search(text, start, end):
            yield [Share(*match.span("first"), first), Share(match.start("second"), match.end(), second)]


def _told(shares: Sequence[Quantity]) -> list[Share]:
    return [Share(each.start, each.end, each.value) for each in shares]


def _may_be_all(shares: Sequence[Quantity]) -> bool:
    """Whether shares may come to 100 percent."""
    high = sum(each.loose[1] if each.hedge or each.share else each.interval[1] for each in shares)
    return _least(shares) <= WHOLE <= high


def _least(shares: Sequence[Quantity]) -> float:
    return sum(each.interval[0] for each in shares)
