"""The changes that a sentence tells: which two of its figures are a pair, and what says that one became the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.analyses.facts._anchors import ANCHORS, Role, may_tell, role_of
from newslint.analyses.facts._cues import (
    BRACKETS,
    belongs,
    by_before,
    by_behind,
    is_by,
    is_of_something_else,
    last_cue,
    sense,
    words_of,
)
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.change import Change
from newslint.analyses.facts.comparing import compatible, counted, is_time
from newslint.analyses.facts.quantities import PERCENT, POINTS, ZONES, Quantity
from newslint.analyses.facts.statements import Statement, statement, told_as_one
from newslint.base.lazy import pattern
from newslint.model.story import Story
from newslint.words.tables import Changes, Figures, any_of

_LONGEST_GAP = 90  # code points between the two figures of a pair
_LONGEST_REACH = 110  # between what says that it changes and the first of its figures
_AROUND = 60
_PLACES_AT_MOST = 100  # of a table that figures may be
_STATION = 30
_LEAD = 400  # code points round a pair that may tell that it is places in a table


def changes_at(story: Story, places: Iterable[tuple[str, int]]) -> Iterator[Change]:
    """The changes told where such words stand in the prose that may bring the figure before one."""
    prose = story.prose
    done: set[tuple[int, int]] = set()
    for word, first in places:
        match = ANCHORS[word].match(prose.text, first)
        held = prose.zone_of(first, match.end()) if match else None
        if not match or not held or held[0].role not in ZONES:
            continue
        zone, at = held
        if not may_tell(zone.text, first - at, match.end() - at):
            continue
        start, end = sentence_at(zone.text, first - at)
        if (at, start) in done:
            continue
        done.add((at, start))
        here = statement(zone, start, end)
        if here:
            yield from [each for each in _in_sentence(here) if told_as_one(story, zone, each.start, each.end)]


def _in_sentence(here: Statement) -> Iterator[Change]:
    """The changes that a sentence tells."""
    if here.zone.text.find("respectively", here.start, here.end) >= 0:
        return
    roles = [role_of(figure) for figure in here.figures]
    known: set[Quantity | None] = set()
    for n, figure in enumerate(here.figures):
        role, _, intro = roles[n]
        if role in ("from", "to", "by", ""):
            m = _partner(here, roles, n)
            if role == "from" and m and _goes_on(here, roles, m):
                m = 0
            if m and not is_turned(f"{intro} {roles[m].intro}", (figure, here.figures[m])):
                paired = [*_pair(here, n, m, roles)]
                known |= {each.by for each in paired}
                yield from paired
        if figure not in known:
            yield from _set_against(here, roles, n)


def _goes_on(here: Statement, roles: Sequence[Role], m: int) -> bool:
    """Whether a figure is but a station: “from 20 to 25 crowns in May to 45 in June”."""
    if m + 1 == len(roles) or not roles[m].word == "to" == roles[m + 1].word:
        return False
    near = roles[m + 1].at - here.figures[m].end < _STATION
    if not near or last_cue(here, here.figures[m].end, roles[m + 1].at):
        return False  # “from 20 to 30 before falling to 25”
    return compatible(here.figures[m], here.figures[m + 1])


def _partner(here: Statement, roles: Sequence[Role], n: int) -> int:
    """Which figure makes a pair with one before it: the next, but for stretches of time and what it changed by."""
    figure = here.figures[n]
    for m in range(n + 1, min(n + 5, len(here.figures))):
        other = here.figures[m]
        word = roles[m].word
        if not word and (_is_amount_of_change(other) or _OR.search(other.zone.text, other.start - 8, other.start)):
            continue
        if is_time(other) and not is_time(figure) and (not word or _AGO.match(other.zone.text, other.end)):
            continue
        if (
            not word
            and other.unit
            and other.unit != figure.unit
            and _WORTH.search(other.zone.text, max(0, other.start - _AROUND), other.start)
        ):
            continue
        paired = {"from": ("to", "compared", "against", "versus")}.get(
            roles[n].word, ("from", "compared", "against", "versus")
        )
        return m if word in paired and compatible(figure, other) else 0
    return 0


_OR = pattern(r"(?:, |\()or (?:[a-z]+ )?$")
_WORTH = pattern(r"\bworth (?:[a-z]+ )?$")
_AGO = pattern(r" (?:ago|earlier|before|later|previously)\b")


def _is_amount_of_change(figure: Quantity) -> bool:
    """Whether a figure stands right behind a word that says that something changes: “up 20%”."""
    return figure.unit == PERCENT and bool(_UP_BY.search(figure.zone.text, max(0, figure.start - 40), figure.start))


_UP_BY = pattern(r"(?:[,(–—-] ?|is |was |are |were )(?:up|down|higher|lower) (?:by )?(?:[a-z]+ ){0,2}$")


def _pair(here: Statement, n: int, m: int, roles: Sequence[Role]) -> Iterator[Change]:
    """The change that two figures tell, if a word says that there is one."""
    first, second = here.figures[n], here.figures[m]
    before, after = (first, second) if roles[m].word == "to" else (second, first)
    change = None
    if _is_listed(here, before) or _is_listed(here, after):
        return
    if roles[n].word in ("to", "from"):
        change = _led(here, before, after, roles[n].at, roles[m].word)
    elif roles[m].word not in ("from", "to"):
        change = _compared(here, before, after)
    if not change and roles[n].word != "from" and roles[m].word == "from":
        change = _appended(here, before, after, roles[m].at)
    if change:
        yield change


def _is_listed(here: Statement, figure: Quantity) -> bool:
    """Whether a figure is the first of several, each with its own change: “up from 162, 10,000 and 28,900”."""
    for other in here.figures:
        if other.start > figure.end:
            gap = here.zone.text[figure.end : other.start]
            return gap == ", " and other.unit == figure.unit and not _OF_THEM.match(here.zone.text, other.end)
    return False


_OF_THEM = pattern(r" (?:of (?:them|these|whom|which)|more|less|fewer|higher|lower)\b")


def _set_against(here: Statement, roles: Sequence[Role], n: int) -> Iterator[Change]:
    """“B, 20% more than the A of a year ago”, “B …, lower by 20% compared with A”."""
    by = here.figures[n]
    text = here.zone.text
    for before in here.figures[n + 1 : n + 2]:
        match = _MORE_THAN.match(text, by.end, before.start) or _RISE_FROM.match(text, by.end, before.start)
        if not match and _ON_THE.match(text, by.end, before.start):
            match = _RISE_OF.search(text, max(0, by.start - 24), by.start)
        if match:
            before = before._replace(hedge="")  # “20 more than the 40”
        cue = match or (
            roles[n + 1].word in ("compared", "from") and _LOWER_BY.search(text, max(0, by.start - 24), by.start)
        )
        if not cue or before.start - by.end > _AROUND or is_time(by):
            return
        if not match and roles[n + 1].at - by.end > 2:
            return
        if not words_of(text[by.end : before.start]).isdisjoint(Changes.of().placing):
            return
        earlier = [
            figure
            for k, figure in enumerate(here.figures[:n])
            if roles[k].word not in ("from", "by")
            and not text.endswith("f the ", 0, figure.start)
            and figure.unit == before.unit
            and _may_be_of_one_kind(figure, before)
        ]
        start = min(by.start, cue.start()) if match else _without_but(text, cue.start())
        if len(earlier) != 1 or not _is_whole(text, earlier[0].end, start, _LONGEST_REACH):
            return
        change = made(here, cue, before, earlier[0], by, True)
        if change and not is_turned(roles[n + 1].intro, (earlier[0], before)):
            yield change


def _may_be_of_one_kind(figure: Quantity, before: Quantity) -> bool:
    """Whether two figures may count one thing, where what stands behind the second may be a verb: “the 500 sold”."""
    return compatible(figure, before) or not any(word.endswith("s") for word in before.counted[:2])


def _without_but(text: str, at: int) -> int:
    """Where “but also” begins that may stand before a place, or that place."""
    found = _BUT.search(text, max(0, at - 12), at)
    return found.start() if found else at


_MORE_THAN = pattern(
    r" (?P<way>higher|more|greater|larger|bigger|above|over|lower|less|fewer|smaller|below|under)(?: [a-z]+)? ?"
    r"(?:(?:than )?(?:the|its|his|her|their|a|last [a-z]+[’']s)(?: [\w’'-]+){0,4}|than) ?$"
)
_RISE_FROM = pattern(
    r" (?:[a-z]+ )?(?P<way>improvement|increase|rise|jump|gain|drop|decrease|decline|reduction|fall|cut)"
    r" (?:from|on|over) (?:(?:the|its|his|her|their|last [a-z]+[’']s)(?: [\w’'-]+){0,3} )?$"
)
_ON_THE = pattern(r" (?:on|over|from) (?:(?:the|its|his|her|their|last [a-z]+[’']s)(?: [\w’'-]+){0,3} )$")
_RISE_OF = pattern(r"\b(?P<way>improvement|increase|rise|jump|gain|drop|decrease|decline|reduction|fall|cut) of $")
_LOWER_BY = pattern(r"\b(?P<way>up|down|higher|lower|more|less|fewer) (?:by )?(?:about |nearly |almost |around )?$")
_BUT = pattern(r"(?:\b(?:but|and|still|also) )*$")


def is_turned(intro: str, pair: Sequence[Quantity]) -> bool:
    """Whether the figures are losses, places in a table or the like: then less may be more."""
    table = Changes.of()
    said = {*intro.split()}
    if not said.isdisjoint(table.minus) or not said.isdisjoint(table.ranked):
        return True
    if all(not (figure.unit or counted(figure)) and figure.value <= _PLACES_AT_MOST for figure in pair):
        zone = pair[0].zone
        if not words_of(zone.text[max(0, pair[0].start - _LEAD) : pair[0].start + _LEAD]).isdisjoint(table.ranking):
            return True
    behind = {word for figure in pair for word in figure.zone.text[figure.end : figure.end + 16].split()[:1]}
    return not (behind.isdisjoint(table.ranked) and behind.isdisjoint(table.minus)) or any(
        figure.zone.text[figure.start - 1 : figure.start] in "−#-" for figure in pair if figure.start
    )


def _led(here: Statement, before: Quantity, after: Quantity, at: int, second: str) -> Change | None:
    """“fell from A to B”, “fell to B from A”: the word that says so stands before both."""
    text = here.zone.text
    first, last = (before, after) if before.start < after.start else (after, before)
    compared = second in ("compared", "against", "versus")
    if compared and not _RECENT.match(text, before.end):
        return None
    if not _is_whole(text, first.end, last.start) or last_cue(here, first.end, last.start):
        return None
    cue = last_cue(here, here.start, at)
    if not cue or at - cue.end() > _LONGEST_REACH or not belongs(text, cue, at):
        return None
    inner = [each for each in here.figures if cue.end() <= each.start < at and not (is_time(each) or each.joined)]
    if len(inner) > 1 or (inner and not is_by(text, cue.end(), inner[0])):
        return None
    by = inner[0] if inner else by_before(here, cue) or by_behind(here, last)
    if by and is_of_something_else(text, by, first if inner else None):
        if inner:
            return None
        by = None
    return made(here, cue, before, after, by, compared)


def _appended(here: Statement, before: Quantity, after: Quantity, at: int) -> Change | None:
    """“B, up from A”, “B, up 20% from A”: the word that says so stands between them."""
    text = here.zone.text
    cue = last_cue(here, after.end, at)
    if not cue or not (cue["bare"] or cue["way"]):
        return None
    if not _is_whole(text, after.end, cue.start()) and not _is_the_only_one(here, after, cue.start()):
        return None
    inner = [each for each in here.figures if cue.end() <= each.start < at]
    if len(inner) > 1 or at - (inner[0].end if inner else cue.end()) > 2 or is_time(after) != is_time(before):
        return None
    if inner and (inner[0].start - cue.end() > 20 or is_of_something_else(text, inner[0], None)):
        return None
    return made(here, cue, before, after, inner[0] if inner else by_behind(here, before), False)


def _is_the_only_one(here: Statement, figure: Quantity, until: int) -> bool:
    """Whether a figure is the only one of its kind up to a place, with no other statement begun."""
    gap = here.zone.text[figure.end : until]
    if len(gap) > _LONGEST_GAP or _ANOTHER.search(gap):
        return False
    return not any(each is not figure and each.start < until and compatible(each, figure) for each in here.figures)


_ANOTHER = pattern(r"[;:]|\b(?:and|but|while|whereas)\b")


def _compared(here: Statement, before: Quantity, after: Quantity) -> Change | None:
    """“B, compared with A a year earlier”: nothing says which way it goes."""
    text = here.zone.text
    if not _RECENT.match(text, before.end) or not _is_whole(text, after.end, before.start):
        return None
    inner = last_cue(here, after.end, before.start)
    if inner and not _NOUN_BEFORE.search(text, after.end, inner.start()):
        return None
    by = by_behind(here, before)
    cue = last_cue(here, before.end, by.start) if by else None
    if by and cue and by.start - cue.end() < 6:
        return made(here, cue, before, after, by, True)
    ends = (after.start, before.end)
    return Change(here.zone, *ends, "", after.start, 0, 0.0, "", before, after, None, True)


_RECENT = pattern(
    r"(?:[ ,]+[a-z]+)?,? (?:in|a|an|last|at|the (?:year|month|quarter|week|day|previous|prior|same)|earlier|on"
    r"|(?:one|two|three|five|10) (?:year|month|week|day)s?|during|seen|(?:this|that) time|for the)\b"
)
_NOUN_BEFORE = pattern(r"\b(?:an?|the) $")  # “37 films were made after a drop in funding, compared with 45”


def made(
    here: Statement, cue: re.Match[str], before: Quantity, after: Quantity, by: Quantity | None, compared: bool
) -> Change | None:
    """The change that a word tells of two figures, if they are plain amounts."""
    text = here.zone.text
    if _is_priced_otherwise(here, cue, before, after):
        return None
    group = 0 if "bare" in cue.re.groupindex else "way"
    start, end = cue.span(group)
    start += len(cue[group]) - len(cue[group].lstrip())
    way, _, factor = sense(cue).partition(" ")
    more = _MORE.search(text, max(0, start - 24), start)
    ends = [before.end, after.end, *([by.end] if by else [])]
    return Change(
        here.zone,
        min(start, before.start, after.start, *([by.start] if by else [])),
        max(ends),
        text[start:end],
        start,
        1 if way == "up" else -1,
        float(factor or 0),
        Figures.of().hedges[more[1].lower()] if more else "",
        before,
        after,
        by,
        compared,
    )


_MORE = pattern(lambda: rf"(?i:\b({any_of(Figures.of().hedges)})) $")


def _is_whole(text: str, start: int, end: int, longest: int = _LONGEST_GAP) -> bool:
    """Whether nothing between two places opens another statement."""
    if end - start > longest:
        return False
    gap = _IN_OTHER_WORDS.sub("", BRACKETS.sub("", text[start:end]))
    if ";" in gap or ":" in gap:
        return False
    return words_of(gap).isdisjoint(Changes.of().parting)


_IN_OTHER_WORDS = pattern(r", or [^,;:]{1,40},")


def _is_priced_otherwise(here: Statement, cue: re.Match[str], before: Quantity, after: Quantity) -> bool:
    """Whether a currency is told in its own units: “the peso fell from 150 to 190 to the dollar”.

    A price in another currency is a plain amount: “the euro fell to $1.10 from $1.12”.
    """
    text = here.zone.text
    subject = _MONEY.findall(text, here.start, min(before.start, after.start))
    behind = _TO_MONEY.search(text, cue.end(), min(here.end, max(before.end, after.end) + 40))
    if not subject and not behind:
        return False
    unit = before.unit or after.unit
    currencies = Figures.of().currencies
    if not subject:
        return unit not in currencies.values() and unit in ("",)
    named = {currencies.get(word.lower(), word.lower()) for word in subject}
    if unit in (PERCENT, POINTS):
        return False
    return unit not in currencies.values() or unit in named or bool(behind)


_MONEY = pattern(
    lambda: (
        r"(?<!\w)(?=[aistAIST])"
        r"(?i:\b(?:the|sterling|its|Sri Lanka[’']s?|a)(?: [A-Z][a-z]+)? ("
        rf"{any_of([word for word in Figures.of().currencies if word.isalpha() and len(word) > 2])}|currency)\b)"
    )
)
_TO_MONEY = pattern(
    lambda: (
        r"(?<!\w)(?=[aptAPT])"
        r"(?i:\b(?:to|against|per) (?:the|an?|one)?(?: US| U\.S\.)? ?("
        rf"{any_of([word for word in Figures.of().currencies if word.isalpha() and len(word) > 2])}|greenback)\b)"
    )
)
