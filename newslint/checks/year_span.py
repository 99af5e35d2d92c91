"""A length of time that does not fit the span beside it: “for nine years, from 1998 to 2003”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil, floor

from newslint.analyses.dates.moments import WEEKDAYS, day_of
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import Quantity, read
from newslint.analyses.facts.spans import TimeSpan, spans, years
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Calendar, Spans

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_LEAP = 0.02  # of a unit that leap days and months of 28 to 31 days come to
_MANY = 20  # of a length from which on a round one may be rounded
_BEFORE = 200  # code points before “years later” for the year that it is counted from
_REACH = 45  # code points between a length and its span
_WORD = pattern(r"[A-Za-z’'-]+")
_PARTS = pattern(r"[.;:!?\d$£€%]")
_PLAIN = pattern(r"[ ,(—–:-]*(?:(?:from|between)(?: the)? ?)?")
_NOUN = pattern(r"(?: [a-z-]+){0,2}? (?P<noun>[a-z]+)(?=[ ,(—–])")
# “All six days of the fair”, “nine years in Paris”, “ten years as mayor”.
_OF = pattern(
    r"^ (?:of (?:the|his|her|its|their|this) [a-z-]+|(?:in|at|with) (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}"
    r"|as (?:an? |the |its |their )?[a-z-]+)"
)
_UNIT = pattern(r"-[a-z]+")
_OLD = pattern(r"-[a-z]+-")
_LENGTH = pattern(r"(?:day|week|month|year|decade)s?\b")
_THESE = pattern(r"[ .]*\b(?:Those|These) $")
_LATER = pattern(r"years (?P<way>later|earlier),? in (?:(?:early|late|mid) )?(?P<year>(?:1[5-9]|20|21)\d\d)(?![\w-])")
_NAMES = r",? from (?P<first>[A-Z][a-z]+) (?:to|and|until|through) (?P<last>[A-Z][a-z]+)\b(?! \d)"
_BY_NAMES = {unit: pattern(unit + _NAMES) for unit in ("days", "months")}
_NAMED = {
    "days": frozenset(map(str.lower, WEEKDAYS)),
    "months": frozenset(map(str.lower, Calendar.of().month_names)),
}
_MONTH_NAMES = Calendar.of().month_names
_AGO = pattern(r"years ago,? (?:in|on) (?:[A-Z]?[a-z\d]+,? ){0,3}?(?P<year>(?:1[5-9]|20|21)\d\d)(?![\w-])")
_EVER_SINCE = pattern(r" in (?P<year>(?:19|20)\d\d) and (?:has|have) (?:been |[a-z]+ed )(?:as |there |for |in )?")
_AFTER = pattern(r"years after (?:(?!\d{4})[^.\n]){1,150}? in (?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)(?![\w-])")
_YEAR = pattern(r"(?<![\w$£€.,:/–-])(?:1[5-9]|20|21)\d\d(?![\w%-]|[,.:]\d)")


class YearSpan(Rule):
    """The length and the two ends of a span say one thing twice, and readers who reckon find that they differ."""

    id = "year-span"
    topic = "facts"
    finds = "A length of time that does not fit the span beside it"
    severity = "warning"
    confidence = "medium"
    message = "the length does not fit the span"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    examples = (
        Bad(
            "She led the police for [[nine years]], ((from 1998 to 2003)).",
            message="“from 1998 to 2003” is 5 years, not “nine years”",
        ),
        Bad("He ran the club for [[seven years]] ((from 1996 to 2001))."),
        Bad("The [[five-day]] fair, which takes place ((from 10-12 June)), is free."),
        Bad("They marched on all [[six days]] of the fair, ((July 25-28))."),
        Bad("She was alone for [[six days]] ((between June 18 to June 21))."),
        Bad("Sales in the [[two months]] ((from 3 August to 24 December)) were up."),
        Bad("It costs more over the next [[eight years]], ((between 2015 and 2019))."),
        Bad("He led the mill for [[three years]] ((from 1992 to 2001))."),
        Bad("The dam broke in ((1987)). It was mended [[five years later, in 1990]]."),
        Bad("The fair lasts [[five days]], from ((Tuesday to Thursday))."),
        Bad("In the [[three months]] from ((June to October)) it rained."),
        Good("It lasts three days, from Tuesday to Thursday; in the five months from June to October it rained."),
        Good("He took 12 months from January to December, and 10 days from Monday to Wednesday of the next week."),
        Bad("He spent [[nine years]] in Paris ((2001-2005))."),
        Good("He spent nine years in Paris (2001-2005) and Rome (2006-2010)."),
        Good("She played there for six seasons, and for six years, from 2008 to 2013.", note="both ends counted"),
        Good("He ran it for five years from 1996 to 2001, and she for four years from 2001 to 2006."),
        Good("The three-day fair runs from 10-12 June, and the two-day fair from 10-12 July."),
        Good("He led it for more than four years from 1996 to 2001, and nearly six years from 2001 to 2007."),
        Good("He spent three years in prison between 1990 and 2001.", note="somewhere between"),
        Good("He spent his first two years there, from 1990 to 2001, as a clerk."),
        Good("Ten years after the war, from 1998 to 2003, she led it."),
        Good("He was jailed for ten years for thefts between 2004 and 2008, and banned for nine from 2010 to 2012."),
        Good("They sold 30-year bonds from 2005 to 2008, and five-year survival from 1990 to 2010 rose."),
        Good("The window covered five years in 1984-1992, and every three years from 1990 to 2015 it was moved."),
        Good("For the 30-year-old, from 2008 to 2013 a clerk, it is late."),
        Good("The rink was open for six weeks from 28 November to 9 January."),
        Good("The dam broke in 1987. It was mended three years later, in 1990."),
        Good("“We had five years,” she said of the time from 1996 to 2011."),
        KnownFalse("The league lasted [[three years]], ((from 1912 to 1919)), for the war stopped it."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=37,
        found=30,
        on="lengths, or an end of the span beside them, changed by script in edited copy, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each length."""
        found = story.get(spans)
        for n, each in enumerate(found):
            yield from self._beside(story, each, found[max(0, n - 1) : n + 2])
        own = story.get(words) if story.language == "en" else frozenset()
        for unit, names in _NAMED.items():
            if unit in own and len(own & names) > 1:
                yield from self._of_names(story, unit)
        if own and story.get(years):
            if "years" in own and ("later" in own or "earlier" in own) and len(story.get(years)) > 1:
                yield from self._later(story)
            now = day_of(story) if "years" in own else None
            if now:
                yield from self._to_now(story, now.year)

    def _beside(self, story: Story, span: TimeSpan, near_it: tuple[TimeSpan, ...]) -> Iterator[Finding]:
        """Lengths in the sentence of a span, or at the head of the next."""
        days = span.days
        if span.backwards or not days or span.zone.role not in self.zones:
            return
        text = span.zone.text
        if not _LENGTH.search(text, max(0, span.start - 2 * _REACH), span.end + _REACH):
            return
        low, high = sentence_at(text, span.start)
        for length in read(span.zone, max(low, span.start - 2 * _REACH), min(len(text), span.end + _REACH)):
            if length.unit not in _DAYS or span.start <= length.start < span.end or _is_other(length):
                continue
            at_least, at_most = _fits(span, length.unit, *days)
            least, most = _stands_for(length)
            near = _nearness(span, length, low, high)
            if near == "loose" and _has_another(near_it, span, low, high):
                continue
            if (near and least > at_most) or (near == "tight" and span.by != "and" and most < at_least):
                said_so = story.get(quoted)
                if said_so.meet(length.span) == said_so.meet(span.span):
                    place, written = _written(length)
                    said = f"“{span.text}” is {_told(span, length.unit, days)}, not “{written}”"
                    yield self.finding(place, said, related=[Related(span.span, "the span")])

    def _of_names(self, story: Story, unit: str) -> Iterator[Finding]:
        """“Five days, from Tuesday to Thursday”, “three months from June to October”: the name alone counts."""
        row, size = (_MONTH_NAMES, 12) if unit == "months" else (WEEKDAYS, 7)
        for hit in scan(story, _BY_NAMES[unit], self.zones):
            first, last = hit.match["first"], hit.match["last"]
            length = _length_at(hit.zone, hit.start, unit)
            if not length or length.hedge or _is_other(length) or not (first in row and last in row):
                continue
            apart = (row.index(last) - row.index(first)) % size
            if length.value % size not in (apart, (apart + 1) % size) and length.value == int(length.value):
                place, written = _written(length)
                start = hit.end - (hit.match.end() - hit.match.start("first"))
                span = hit.zone.to_source(start, hit.end)
                said = f"from {first} to {last} it is {apart + 1} {unit} at most, not “{written}”"
                yield self.finding(place, said, related=[Related(span, "the span")])

    def _later(self, story: Story) -> Iterator[Finding]:
        """“In 1987 … three years later, in 1990”: counted from the only other year before it."""
        for hit in scan(story, _LATER, self.zones):
            zone, length = hit.zone, _length_at(hit.zone, hit.start)
            before = [*_YEAR.finditer(zone.text, max(0, hit.start - _BEFORE), hit.start)]
            if not length or length.hedge or len({m[0] for m in before}) != 1:
                continue
            other, year = before[-1], int(hit.match["year"])
            apart = year - int(other[0]) if hit.match["way"] == "later" else int(other[0]) - year
            if apart > 0 and abs(length.value - apart) > 1:
                said = f"from {other[0]} to {year} it is {apart} years, not “{length.text}”"
                related = Related(zone.to_source(*other.span()), "the other year")
                yield self.finding(zone.to_source(length.start, hit.end), said, related=[related])

    def _to_now(self, story: Story, now: int) -> Iterator[Finding]:
        """“15 years ago, on 1 February 1995”, “in 1993 and has served 37 years”, in a story of a known day."""
        for hit in scan(story, _AGO, self.zones):
            length, apart = _length_at(hit.zone, hit.start), now - int(hit.match["year"])
            if not length or _is_other(length, ago=True) or story.get(quoted).meet(length.span):
                continue
            least, most = _stands_for(length)
            if least > apart + 1 or most < apart - 1:
                yield self._not_so_long(hit, length, now)
        for hit in scan(story, _EVER_SINCE, self.zones):
            length = next(read(hit.zone, hit.end, hit.end + _REACH), None)
            if not length or length.unit != "year" or length.start - hit.end > _REACH // 2 or _is_other(length):
                continue
            if _stands_for(length)[0] > now - int(hit.match["year"]) + 1:
                yield self._not_so_long(hit, length, now)

        for hit in scan(story, _AFTER, self.zones):
            length = _length_at(hit.zone, hit.start)
            if not length or _is_other(length, ago=True) or not Spans.of().to_come.isdisjoint(_words(hit)):
                continue
            if _stands_for(length)[0] > now - int(hit.match["year"]) + 1:
                yield self._not_so_long(hit, length, now)

    def _not_so_long(self, hit: ScanHit, length: Quantity, now: int) -> Finding:
        year = int(hit.match["year"])
        place, written = _written(length)
        other = hit.zone.to_source(*[hit.start + n - hit.match.start() for n in hit.match.span("year")])
        said = f"from {year} to {now}, the year of the story, it is {now - year} years, not “{written}”"
        return self.finding(place, said, related=[Related(other, "the year")])


def _written(length: Quantity) -> tuple[Span, str]:
    """Where a length stands with its unit, and how it is written: “three-day”."""
    unit = _UNIT.match(length.zone.text, length.end) if length.joined else None
    end = unit.end() if unit else length.end
    return length.zone.to_source(length.start, end), length.zone.text[length.start : end]


def _words(hit: ScanHit) -> list[str]:
    """The words of the sentence up to the end of a hit; “May” is a month."""
    text = hit.zone.text
    low, _ = sentence_at(text, hit.start)
    return _WORD.findall(text, low, hit.end)


def _length_at(zone: Zone, at: int, unit: str = "years") -> Quantity | None:
    """The number that stands right before a unit."""
    end = at + len(unit)
    return next((q for q in read(zone, max(0, at - 30), end) if q.unit == unit[:-1] and q.end == end), None)


def _is_other(length: Quantity, *, ago: bool = False) -> bool:
    """Whether a length is not one of a whole span: “his first two years”, “ten years after the war”."""
    text, table = length.zone.text, Spans.of()
    before = _WORD.findall(text, max(0, length.start - 30), length.start)[-3:]
    behind = _WORD.match(text, length.end + 1)
    if length.joined and _OLD.match(text, length.end):
        return True
    if not table.not_whole.isdisjoint(map(str.lower, before)):
        return not _THESE.search(text, max(0, length.start - 8), length.start)
    return not ago and bool(behind) and behind[0].lower() in table.from_a_moment  # type: ignore[index]


def _stands_for(length: Quantity) -> tuple[float, float]:
    """The least and the most that a length may be, in its unit."""
    if length.hedge in ("over", "nearly", "about", "just", "under"):
        return length.interval
    return length.loose if length.value >= _MANY else length.interval


def _fits(span: TimeSpan, unit: str, fewest: int, most: int) -> tuple[float, float]:
    """The least and the most of a unit that a span may be told as: its last day counted or not."""
    size = _DAYS[unit]
    least, highest = floor(fewest / size + _LEAP), ceil(most / size - _LEAP)
    if unit == "month" and span.first.month and span.last.month:  # each month that it touches counted
        apart = span.last.month - span.first.month + 12 * (span.last.year - span.first.year if span.first.year else 0)
        highest = max(highest, apart % 12 + 1 if not span.first.year else apart + 1)
    if unit == "day" and span.first.day:
        least = floor(fewest * 5 / 7) if fewest > 4 else fewest  # working days alone
    return least, highest


def _nearness(span: TimeSpan, length: Quantity, low: int, high: int) -> str:
    """How surely a length is that of a span: `tight` beside it, `loose` in its clause, or not at all."""
    text = span.zone.text
    if length.end <= span.start:
        between = text[length.end : span.start]
        if length.start < low or len(between) > _REACH or _PARTS.search(between):
            return ""
        at = 0
        if length.joined:
            unit = _UNIT.match(between)
            noun = _NOUN.match(between, unit.end() if unit else 0)
            if not noun or noun["noun"] not in Spans.of().lasting:
                return ""
            at = noun.end()
        return "tight" if _PLAIN.fullmatch(between, at) else "loose" if _says_little(between[at:]) else ""
    between = text[span.end : length.start]
    if length.start >= high:
        return "loose" if _THESE.fullmatch(between) else ""
    return "tight" if not length.joined and re.fullmatch(r",? \(?(?:for|the) ", between) else ""


def _has_another(near_it: tuple[TimeSpan, ...], span: TimeSpan, low: int, high: int) -> bool:
    """Whether the sentence of a span tells of another, which may be part of one length."""
    own = [each for each in near_it if each.zone is span.zone and low <= each.start < high]
    return len(own) > 1


def _says_little(between: str) -> bool:
    """Whether there is no other clause between a length and its span, and nothing for which it is given."""
    found = [word.lower() for word in _WORD.findall(_OF.sub("", between, count=1))]
    return Spans.of().between.issuperset(found)


def _told(span: TimeSpan, unit: str, days: tuple[int, int]) -> str:
    """How long a span is, in a unit."""
    fewest, most = days
    count = (fewest + most) / 2 / _DAYS[unit]
    if unit == "day" and span.first.day:
        return f"{most} day{'s' * (most != 1)}"
    if unit == "year" and not span.first.month:
        count = span.last.year - span.first.year
    figure = f"{count:.1f}".removesuffix(".0")
    return f"{figure} {unit}{'s' * (figure != '1')}"
