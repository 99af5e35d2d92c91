"""Margins told beside the two figures that they part: “by 18 points (58 percent to 40)”, “a gap of six years”.

English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import PERCENT, POINTS, ZONES, Quantity
from newslint.analyses.facts.statements import Statement, sentence_after, statement, told_as_one
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Margins, any_of

_NEAR = 70  # code points between a margin and the two figures right beside it
_REACH = 110
_MOST_POINTS = 100


class Margin(NamedTuple):
    """How far two figures are said to stand apart, and the two: `larger` and `smaller`, right to `room` together."""

    said: Quantity
    larger: float
    smaller: float
    room: float
    zone: Zone
    start: int
    end: int

    @property
    def fits(self) -> bool:
        """Whether the two may stand so far apart."""
        low, high = self.said.interval
        apart = self.larger - self.smaller
        return low - self.room <= apart <= high + self.room


def _find(story: Story) -> tuple[Margin, ...]:
    if story.language != ENGLISH:
        return ()
    known = story.get(words)
    found: list[Margin] = []
    if not known.isdisjoint(_POINT_WORDS) or _JOINED.search(story.prose.text):
        found += _of_points(story)
    for word, sign in _MARGINS:
        if word in known:
            found += _of_amounts(story, sign)
    return tuple([each for each in found if _is_told_as_one(story, each)])


def _is_told_as_one(story: Story, margin: Margin) -> bool:
    said = margin.said
    if said.zone is not margin.zone:
        return told_as_one(story, said.zone, said.start, said.end) and told_as_one(
            story, margin.zone, margin.start, margin.end
        )
    return told_as_one(story, margin.zone, min(said.start, margin.start), max(said.end, margin.end))


margins: Analysis[tuple[Margin, ...]] = Analysis("margins", _find)

# Words that may tell of a margin, and what is looked for where the story has them.
_JOINED = pattern("-point")  # “an 18-point lead”
_POINT_WORDS = frozenset(("point", "points"))
_MARGINS = (
    ("majority", "majority of "),
    ("gap", "gap of "),
    ("difference", "difference of "),
    ("margin", "margin of "),
    ("lead", "lead of "),
    ("votes", " votes"),
)
_POINTS = pattern(r"points?\b")
_NUMBERED = pattern(
    lambda: rf"(?:\d|\b(?:{any_of([row[0] for row in Figures.of().ones])})|[a-z]ty|percentage|cent)[ -]$"
)
_LEADS = pattern(lambda: rf"\b(?:{any_of((*Margins.of().ahead, *Margins.of().gaps, *Margins.of().beside_leads))})\b")
_SET_AGAINST = pattern(r"%|per ?cent\b|\d[-–]\d|\d to (?:[A-Z]|\d)")
_ERROR = pattern(r"\berror\b|plus or minus|\bfrom $|\bto $|\bpast\b")
_SHARE = r"(\d{1,2}(?:\.\d)?)( ?%| per ?cent)?"
# Two shares set against each other: “58 percent to 40 percent”, “51%-27%”, “47 to 25”.
_PAIR = pattern(
    r"(?P<lead>\(|, |\bat |: |\b)(?<![\d.,$£€])(?P<one>\d{1,2}(?:\.\d)?)(?P<of_one> ?%| per ?cent)?"
    r"(?: (?:to|against|versus) (?:[A-Z][\w’'.]* )?|[–-])(?P<two>\d{1,2}(?:\.\d)?)(?P<of_two> ?%| per ?cent)?"
    r"(?![\d,.]*\d)(?! (?:million|billion|percentage|points?)\b)"
)
_FROM = pattern(r"(?<!support )(?<!backing )\bfrom (?:[a-z]+ ){0,2}$")
_LOOSE_WORDS = pattern(lambda: rf"[;:“”\"]|\b(?:{any_of(Margins.of().between)})\b")


def _of_points(story: Story) -> Iterator[Margin]:
    """Leads in points."""
    prose = story.prose
    done = -1
    for match in _POINTS.finditer(prose.text):
        if not _NUMBERED.search(prose.text, max(0, match.start() - 12), match.start()):
            continue
        held = prose.zone_of(match.start(), match.end())
        if not held or held[0].role not in ZONES:
            continue
        zone, at = held
        place = match.start() - at
        around = (max(0, place - _REACH), place + _NEAR)
        if not (_LEADS.search(zone.text, *around) and _SET_AGAINST.search(zone.text, *around)):
            continue
        start, end = sentence_at(zone.text, place)
        if at + start == done:
            continue
        done = at + start
        here = statement(zone, start, end)
        if here:
            yield from _points_in(story, here)


def _points_in(story: Story, here: Statement) -> Iterator[Margin]:
    text = here.zone.text
    told = [each for each in here.figures if each.unit == POINTS and each.value < _MOST_POINTS and not each.share]
    for n, said in enumerate(told):
        if _ERROR.search(text, max(here.start, said.start - 30), said.start):
            continue
        until = told[n + 1].start if n + 1 < len(told) else here.end
        found = _pair_behind(here, said, until)
        if not found and n == 0:
            found = _pair_before(here, said)
        if found:
            yield found
        elif len(told) == 1:
            yield from _two_shares(story, here, said)


def _pair_behind(here: Statement, said: Quantity, until: int) -> Margin | None:
    """“by 18 points (58 percent to 40 percent)”."""
    text = here.zone.text
    match = _PAIR.search(text, said.end, min(until, said.end + _NEAR + 30))
    if not match or match.start("one") - said.end > _NEAR:
        return None
    gap = text[said.end : match.start()]
    if _LOOSE_WORDS.search(gap) or _FROM.search(text, said.end, match.start("one")):
        return None
    if not (match["of_one"] or match["of_two"]) and (match["lead"] not in ("(", ", ", ": ") or len(gap) > 30):
        return None
    return _of_pair(here, said, match)


def _pair_before(here: Statement, said: Quantity) -> Margin | None:
    """“58 percent to 40 percent, a lead of 18 points”."""
    text = here.zone.text
    found = [*_PAIR.finditer(text, max(here.start, said.start - _NEAR - 40), said.start)]
    if len(found) != 1:
        return None
    gap = text[found[0].end() : said.start]
    if gap in (" lead of ", " margin of "):
        return _of_pair(here, said, found[0])
    if not (found[0]["of_one"] or found[0]["of_two"] or gap in (", a ", " - a ", " – a ", " — a ")):
        return None
    if len(gap) > _NEAR or _FROM.search(text, here.start, found[0].start("one")):
        return None
    return _of_pair(here, said, found[0]) if _APPOSED.search(gap) else None


_APPOSED = pattern(r"(?:,|[–—-]|\() ?(?:(?:a|an|giving|leaving|for|with|or|by)(?: [a-z]+){0,5} )?$")


def _of_pair(here: Statement, said: Quantity, match: re.Match[str]) -> Margin:
    one, two = float(match["one"]), float(match["two"])
    step = 0.1 if "." in match["one"] and "." in match["two"] else 1.0
    return Margin(
        said, max(one, two), min(one, two), _room(step), here.zone,
        match.start("one"), match.end(),
    )  # fmt: skip


def _room(step: float) -> float:
    """How much rounding of two shares may part their difference from a margin that was worked out before."""
    return 0.55 * step + (0.05 if step == 1 else 0.06)


def _two_shares(story: Story, here: Statement, said: Quantity) -> Iterator[Margin]:
    """The only two shares of the sentence, or of it and the next: “by 12 points with 38 percent. … 50 percent”."""
    text = here.zone.text
    if not _TRAILS.search(text, max(here.start, said.start - 90), said.end + 30):
        return
    shares = [each for each in here.figures if each.unit == PERCENT]
    if len(shares) == 1:
        after = sentence_after(story, here)
        more = [each for each in after.figures if each.unit == PERCENT] if after else []
        if len(more) != 1 or not after or not _SUPPORT.search(after.zone.text, after.start, after.end):
            return
        shares += more
    if len(shares) != 2 or any(each.share or each.hedge for each in shares):
        return
    if any(_FROM.search(each.zone.text, max(0, each.start - 20), each.start) for each in shares):
        return
    first = shares[0]
    if not _SUPPORT.search(text, here.start, here.end) or _FELL.search(text, here.start, here.end):
        return
    larger, smaller = sorted((first.value, shares[1].value), reverse=True)
    step = max(each.step for each in shares)
    yield Margin(said, larger, smaller, _room(step), here.zone, first.start, first.end)


_TRAILS = pattern(lambda: rf"\b(?:{any_of((*Margins.of().ahead, *Margins.of().of_shares))})\b")
_SUPPORT = pattern(lambda: rf"\b(?:{any_of(Margins.of().support)})\b")
_FELL = pattern(lambda: rf"\bwith the [A-Z]|\b(?:{any_of(Margins.of().moved)})\b")


_AMOUNT = pattern(r"(?:just |only |about )?(?=[\d$£€]|[a-z]+ (?:years|votes|points|seats|months|days)\b)")
_BY_VOTES = pattern(r"\bby (?:just |only |a mere )?(?=[\d,]+$)")


def _of_amounts(story: Story, sign: str) -> Iterator[Margin]:
    """Majorities in votes, and gaps in whatever unit: “a majority of 64”, “by 1,500 votes”, “a gap of six years”."""
    text = story.prose.text
    at = text.find(sign)
    while at >= 0:
        end = at + len(sign)
        votes = sign == " votes"
        match = _BY_VOTES.search(text, max(0, at - 24), at) if votes else _AMOUNT.match(text, end)
        held = story.prose.zone_of(match.start() if votes else at, end) if match else None
        if match and held and held[0].role in ZONES:
            begin = match.start() if votes else at
            yield from _of_amount(story, held[0], begin - held[1], match.end() - held[1], sign)
        at = text.find(sign, end)


def _of_amount(story: Story, zone: Zone, begin: int, place: int, sign: str) -> Iterator[Margin]:
    start, end = sentence_at(zone.text, begin)
    here = statement(zone, start, end)
    said = next((each for each in here.figures if 0 <= each.start - place < 2), None) if here else None
    if not here or not said or said.unit in (PERCENT, POINTS) or said.share:
        return
    others = [each for each in here.figures if each is not said]
    found = _votes(story, here, said, others) if _is_vote(zone.text, sign, said) else _gap(here, said, others, begin)
    if found:
        yield found


def _is_vote(text: str, sign: str, said: Quantity) -> bool:
    return not said.unit and (text.startswith(" votes", said.end) or sign == "majority of ")


_VOTERS = r"(?i)(?: (?:votes?|MPs|members|senators|lawmakers))?(?: were)?(?: cast)?(?: voted)?"
_FOR = pattern(_VOTERS + r" (?:in favou?r|for\b|votes\b|yes|ayes|compared|to \d)")
_AGAINST = pattern(_VOTERS + r" (?:against|opposed|noes|for )")


def _votes(story: Story, here: Statement, said: Quantity, others: Sequence[Quantity]) -> Margin | None:
    """Votes for and against, in the same sentence or in the next."""
    plain = [each for each in others if _is_count(each)]
    if not plain:
        after = sentence_after(story, here)
        plain = [each for each in after.figures if _is_count(each)] if after else []
    pairs = [pair for pair in pairwise(plain) if _is_vote_pair(*pair)]
    if len(pairs) != 1:
        return None
    one, two = pairs[0]
    follows = one.zone is said.zone and said.end <= one.start < here.end
    if follows and _ANOTHER_VOTE.search(one.zone.text, said.end, one.start):
        return None
    if one.hedge or two.hedge or one.value < said.value > two.value:
        return None
    larger, smaller = max(one.value, two.value), min(one.value, two.value)
    return Margin(said, larger, smaller, 0.5, one.zone, one.start, two.end)


_ANOTHER_VOTE = pattern(lambda: rf"\b(?:{any_of(Margins.of().another_vote)}|in \d{{4}})\b")


def _is_count(figure: Quantity) -> bool:
    return not (figure.unit or figure.joined or figure.share)


_VOTES_TO = pattern(
    r" (?:votes )?(?:to|against|compared (?:to|with)) (?:just |only )?(?:(?:his|her|their|the|[A-Z][\w.’']*) ){0,3}"
    r"| votes and (?:[A-Z][\w.’']* ){1,3}"
)


def _is_vote_pair(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are votes set against each other."""
    text = one.zone.text
    between = text[one.end : two.start]
    if _VOTES_TO.fullmatch(between):
        return True
    against = _AGAINST.match(text, two.end) or "against" in between or "compared" in between
    return bool(_FOR.match(text, one.end) and against)


def _gap(here: Statement, said: Quantity, others: Sequence[Quantity], at: int) -> Margin | None:
    """“71 years for one and 79 years for the other - a gap of eight years”, “a gap of $5m between $20m and $15m”."""
    text = here.zone.text
    same = [each for each in others if each.unit == said.unit and not each.joined and not each.share]
    if len(same) != 2 or not said.unit or any(each.hedge for each in same):
        return None
    one, two = same
    between = text[one.end : two.start]
    if _FROM.search(text, max(here.start, one.start - 20), one.start):
        return None
    if two.end < at:
        if not _GAP_APPOSED.search(text, two.end, at) or not _AND.search(between) or at - two.end > _NEAR:
            return None
    elif not (one.start > said.end and _BETWEEN.search(text, said.end, one.start) and _AND.search(between)):
        return None
    if len(between) > 2 * _NEAR:
        return None
    larger, smaller = max(one.value, two.value), min(one.value, two.value)
    room = (one.step + two.step) / 2
    return Margin(said, larger, smaller, room, here.zone, one.start, two.end)


_GAP_APPOSED = pattern(r"(?:,|[–—-]) ?(?:(?:giving|leaving|making|which is|which makes) )?(?:a|an|the) (?:[a-z]+ )?$")
_AND = pattern(r"\b(?:and|to|against|compared (?:with|to)|versus)\b")
_BETWEEN = pattern(r"\bbetween\b")
