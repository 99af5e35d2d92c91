"""A length of time that does not fit the span beside it: “for nine years, from 1998 to 2003”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.moments import WEEKDAYS, day_of
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.lengths import (
    DAYS,
    REACH,
    fits,
    has_another,
    is_other,
    length_at,
    lengths_in,
    nearness,
    stands_for,
    written,
)
from newslint.analyses.facts.quantities import Quantity, read
from newslint.analyses.facts.spans import TimeSpan, spans, years
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, Spans

if TYPE_CHECKING:
    from newslint.analyses.facts.apart import Apart, DaysApart

_LENGTH = pattern(r"(?:day|week|month|year|decade)s?\b")
_WORD = pattern(r"[A-Za-z’'-]+")
_NEAR_DAYS, _WAYS = frozenset(("day", "days", "week", "weeks")), frozenset(("before", "after"))
_FAR = 60  # days; “days before” what lies farther off is not told of it
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
        Bad("Orr, whose [[14 years]] in the Senate ran ((from 1957 to 1981)), is known for it."),
        Bad("He sat for the town for [[a decade]], ((from 1979 to 1985))."),
        Bad("She served [[12 years]], ((2003 to 2011)), on the bench."),
        Bad("He led it ((from 1995 to 2001)), a total of [[nine years]]."),
        Bad("She was mayor ((from 1998 to 2006)), a [[12-year]] run that ended in tears."),
        Bad("The mill was founded in ((1955)), [[nine years before moving to Mid Wales in 1961]] where it is."),
        Bad("She left in ((1987)). In 1999, [[nine years later]], she came back."),
        Bad("The duo has a [[22-year]] career — ((1980-1995)) — behind it."),
        Bad("He plans a rally ((Feb. 7)) in Arle — just [[days before the town’s Feb. 3]] vote."),
        Bad("The bridge fell on ((June 12)), [[two weeks after the fire of May 3]]."),
        Good("He plans a rally Jan. 30 in Arle — just days before the town’s Feb. 3 vote."),
        Good("The list was out on Dec. 30, five days before the fair on Jan. 4."),
        Good("It shut on June 3, the day after the June 2 vote."),
        Good("It closed on June 20, two days after the June 8 vote failed."),
        Good("It shut June 9, a few days after the June 3 vote."),
        Good("He sat for a decade, from 1979 to 1987, and two decades, from 1979 to 1996.", note="round words"),
        Good("It was sold in 1955, six years before moving to Wales in 1961."),
        Good("It was sold in 1970, two years after a fire in 1968."),
        Good("He left in 1990, two years after it set out to plant a wood in 2010.", note="what was to come"),
        Good("He left in 1990, two years after a man caught in 1985 was tried."),
        Good("It paid $2m a decade from 1990 to 2015."),
        Good("She left in 1987. In 1999, 12 years later, she came back."),
        Good("They won in 2001 and 2003; in 2010, five years later, they lost."),
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
        if not own.isdisjoint(_NEAR_DAYS) and not own.isdisjoint(_WAYS):
            from newslint.analyses.facts.apart import apart_in_days  # here and below, for few stories need it

            for days in apart_in_days(story):
                yield from self._days_apart(days)
        if own and story.get(years):
            if "years" in own and len(story.get(years)) > 1:
                from newslint.analyses.facts.apart import apart_in_years

                for told in apart_in_years(story, own):
                    yield from self._apart(told)
            now = day_of(story) if "years" in own else None
            if now:
                yield from self._to_now(story, now.year)

    def _beside(self, story: Story, span: TimeSpan, near_it: tuple[TimeSpan, ...]) -> Iterator[Finding]:
        """Lengths in the sentence of a span, or at the head of the next."""
        days = span.days
        if span.backwards or not days or span.zone.role not in self.zones:
            return
        text = span.zone.text
        if not _LENGTH.search(text, max(0, span.start - 2 * REACH), span.end + REACH):
            return
        low, high = sentence_at(text, span.start)
        for length in lengths_in(span.zone, max(low, span.start - 2 * REACH), min(len(text), span.end + REACH)):
            if span.start <= length.start < span.end or is_other(length):
                continue
            at_least, at_most = fits(span, length.unit, *days)
            least, most = stands_for(length)
            near = nearness(span, length, low, high)
            if near == "loose" and has_another(near_it, span, low, high):
                continue
            if (near and least > at_most) or (near == "tight" and span.by != "and" and most < at_least):
                said_so = story.get(quoted)
                if said_so.meet(length.span) == said_so.meet(span.span):
                    place, words_of_it = written(length)
                    said = f"“{span.text}” is {_told(span, length.unit, days)}, not “{words_of_it}”"
                    yield self.finding(place, said, related=[Related(span.span, "the span")])

    def _of_names(self, story: Story, unit: str) -> Iterator[Finding]:
        """“Five days, from Tuesday to Thursday”, “three months from June to October”: the name alone counts."""
        row, size = (_MONTH_NAMES, 12) if unit == "months" else (WEEKDAYS, 7)
        for hit in scan(story, _BY_NAMES[unit], self.zones):
            first, last = hit.match["first"], hit.match["last"]
            length = length_at(hit.zone, hit.start, unit)
            if not length or length.hedge or is_other(length) or not (first in row and last in row):
                continue
            apart = (row.index(last) - row.index(first)) % size
            if length.value % size not in (apart, (apart + 1) % size) and length.value == int(length.value):
                place, words_of_it = written(length)
                start = hit.end - (hit.match.end() - hit.match.start("first"))
                span = hit.zone.to_source(start, hit.end)
                said = f"from {first} to {last} it is {apart + 1} {unit} at most, not “{words_of_it}”"
                yield self.finding(place, said, related=[Related(span, "the span")])

    def _apart(self, told: Apart) -> Iterator[Finding]:
        """“In 1987 … three years later, in 1990”, “in 1955, six years before it moved in 1961”."""
        apart = told.last - told.first
        if apart > 0 and not told.length.hedge and abs(told.length.value - apart) > 1:
            said = f"from {told.first} to {told.last} it is {apart} years, not “{told.length.text}”"
            related = Related(told.zone.to_source(*told.other), "the other year")
            yield self.finding(told.zone.to_source(told.start, told.end), said, related=[related])

    def _days_apart(self, told: DaysApart) -> Iterator[Finding]:
        """“On Feb. 7, just days before the Feb. 3 vote”."""
        apart = told.days if told.forward else -told.days
        size = int(DAYS[told.unit])
        if abs(apart - told.told * size) <= size if told.told else apart >= 0 or apart < -_FAR:
            return
        text, second = told.zone.text, told.second
        way = ("before", "after")[told.days <= 0]
        days = f"{abs(told.days)} day{'s' * (abs(told.days) != 1)} {way}" if told.days else "the same day as"
        said = f"“{told.first.text}” is {days} “{second.text}”, not “{text[told.start : second.start].strip()}”"
        related = Related(told.zone.to_source(told.first.start, told.first.end), "the other day")
        yield self.finding(told.zone.to_source(told.start, second.end), said, related=[related])

    def _to_now(self, story: Story, now: int) -> Iterator[Finding]:
        """“15 years ago, on 1 February 1995”, “in 1993 and has served 37 years”, in a story of a known day."""
        for hit in scan(story, _AGO, self.zones):
            length, apart = length_at(hit.zone, hit.start), now - int(hit.match["year"])
            if not length or is_other(length, ago=True) or story.get(quoted).meet(length.span):
                continue
            least, most = stands_for(length)
            if least > apart + 1 or most < apart - 1:
                yield self._not_so_long(hit, length, now)
        for hit in scan(story, _EVER_SINCE, self.zones):
            length = next(read(hit.zone, hit.end, hit.end + REACH), None)
            if not length or length.unit != "year" or length.start - hit.end > REACH // 2 or is_other(length):
                continue
            if stands_for(length)[0] > now - int(hit.match["year"]) + 1:
                yield self._not_so_long(hit, length, now)

        for hit in scan(story, _AFTER, self.zones):
            length = length_at(hit.zone, hit.start)
            if not length or is_other(length, ago=True) or not Spans.of().to_come.isdisjoint(_words(hit)):
                continue
            if stands_for(length)[0] > now - int(hit.match["year"]) + 1:
                yield self._not_so_long(hit, length, now)

    def _not_so_long(self, hit: ScanHit, length: Quantity, now: int) -> Finding:
        year = int(hit.match["year"])
        place, words_of_it = written(length)
        other = hit.zone.to_source(*[hit.start + n - hit.match.start() for n in hit.match.span("year")])
        said = f"from {year} to {now}, the year of the story, it is {now - year} years, not “{words_of_it}”"
        return self.finding(place, said, related=[Related(other, "the year")])


def _words(hit: ScanHit) -> list[str]:
    """The words of the sentence up to the end of a hit; “May” is a month."""
    text = hit.zone.text
    low, _ = sentence_at(text, hit.start)
    return _WORD.findall(text, low, hit.end)


def _told(span: TimeSpan, unit: str, days: tuple[int, int]) -> str:
    """How long a span is, in a unit."""
    fewest, most = days
    count = (fewest + most) / 2 / DAYS[unit]
    if unit == "day" and span.first.day:
        return f"{most} day{'s' * (most != 1)}"
    if unit == "year" and not span.first.month:
        count = span.last.year - span.first.year
    figure = f"{count:.1f}".removesuffix(".0")
    return f"{figure} {unit}{'s' * (figure != '1')}"
