"""A date whose year is one off, going by the story's own date: last year's, written in January."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from newslint.analyses.dates.moments import DateReading, Moment, dates, day_of
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Selfcheck, any_of

_WILL = pattern(r"(?i)\bwill\b[^.:;!?\n]{0,70}\b(?:on|by|until)\b[^.:;!?\n\d]{0,30}$")
_TO_COME = pattern(lambda: rf"(?i)\b(?:{any_of(Selfcheck.of().to_come)})\b[^.;!?\n\d]{{0,30}}(?<=[ :*_])[*_]{{0,3}}$")
_LABEL = pattern(
    lambda: (
        rf"(?i)(?:(?:^|[\n(*_|] ?)(?:{any_of(Selfcheck.of().labels)})(?: at| on)?:?"
        rf"|\s(?:{any_of(Selfcheck.of().labels)}):)[*_]{{0,3}} ?$"
    )
)
_DATELINE = pattern(r"[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][A-Za-z. ]{1,20}){0,2},? [–—(-]? ?$")
_DONE = pattern(
    r"(?:(?:^|[.!?][ \n])(?P<opens>[A-Z][a-z]+ed) on|\b(?:was|were|has been|have been) (?P<verb>[a-z]+ed) on"
    r"|\b(?:took place|went live) on) $"
)
_UPDATE = pattern(r"(?i)\b(?:updated?|edit(?:ed)?|added)\b")
_WORD = pattern(r"[a-z]+")
_SENTENCE = pattern(r"[.!?]\s")
_DASHES = ("–", "—", "-", ")")
_BEFORE = 110  # code points before a date
_SOON = 75  # days after the story, for what is to come
_JUST = 120  # days before the story, for what is done
_NEAR = 7  # days about the story's own day
_AHEAD, _BACK = 45, 300  # days between the entries of a list; days that a list falls back


class WrongYear(Rule):
    """In January hands still write last year; who looks the date up by it finds that all is over."""

    id = "wrong-year"
    topic = "dates"
    finds = "A date whose year is one off, going by the story's own: last year's in January"
    severity = "warning"
    confidence = "medium"
    message = "is this the right year?"
    zones = ("headline", "deck", "subhead", "body", "list", "note")
    needs = dates
    yields_to = ("file-date",)
    examples = (
        Bad(
            "---\ntitle: Mill opens\ndate: 2025-01-04\n---\n\nThe mill will open on or shortly after "
            "[[January 10, 2024]].\n",
            format="markdown",
            message="“January 10, 2024” is past in a story of 2025-01-04: is 2025 meant?",
        ),
        Bad(
            "---\ntitle: Mill opens\ndate: 2025-01-04\n---\n\nIt opens [[Friday, January 10, 2024]].\n",
            fixed="---\ntitle: Mill opens\ndate: 2025-01-04\n---\n\nIt opens Friday, January 10, 2025.\n",
            format="markdown",
            message="“Friday, January 10, 2024”: that day is a Friday in 2025",
        ),
        Bad(
            "---\ntitle: Mill opens\ndate: 2025-01-08\n---\n\n[[Jan. 8, 2024]] – The mill opens today.\n",
            format="markdown",
        ),
        Bad(
            "---\ntitle: Mill opens\ndate: 2024-11-22\n---\n\nLaunched on [[7 October 2025]], it does well.\n",
            format="markdown",
            message="“7 October 2025” is to come in a story of 2024-11-22: is 2024 meant?",
        ),
        Bad(
            "---\ntitle: Mill opens\ndate: 2025-02-08\n---\n\nBRAY, [[Feb. 8, 2024]] – The deadline is "
            "[[March 1, 2024]].\n\nOriginally published at [[2024-02-08]].\n",
            format="markdown",
        ),
        Bad(
            "---\ntitle: Dates\ndate: 2024-12-14\n---\n\n* 2024-12-20\n* 2024-12-27\n* [[2024-01-05]]: tea\n",
            format="markdown",
            message="“2024-01-05” stands behind 2024-12-27 in this list: is 2025 meant?",
        ),
        Good(
            "---\ntitle: A year on\ndate: 2025-01-10\n---\n\nThe mill, which opened on January 10, 2024, will shut "
            "on January 20, 2025. It has been a year since January 11, 2024.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Plans\ndate: 2024-11-22\n---\n\nThe fair, planned on 7 October 2025, will be held.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Mill\ndate: 2025-01-04\n---\n\n“It will open on January 10, 2024,” he wrote.\n",
            format="markdown",
        ),
    )

    evidence = Evidence(
        stories=3849,
        hits=5,
        wrong=0,
        cases=146,
        found=124,
        on="last year set in dates from a week before a post to ten weeks after it",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such date."""
        own = day_of(story)
        if own is None or story.language != "en":
            return
        latest: Date | None = None
        length = 0
        for moment in story.get(dates):
            day = _day(moment)
            if day is None or moment.zone.role not in self.zones:
                continue
            right = None
            if day.year in (own.year - 1, own.year + 1) and not story.get(quoted).meet(moment.span):
                right = self._right(story, moment, day, own)
            if right is None and moment.start == 0 and moment.zone.role == "list":
                if latest and length > 1 and _falls_back(latest, day):
                    yield self.finding(moment.span, _said_of_list(moment, latest, day))
                length = length + 1 if latest and day >= latest else 1
                latest = day
            if right:
                yield right

    def _right(self, story: Story, moment: Moment, day: Date, own: Date) -> Finding | None:
        meant = _in_year(day, own.year)
        if meant is None:
            return None
        ahead = (meant - own).days
        proved = moment.weekday >= 0 and day.weekday() != moment.weekday and meant.weekday() == moment.weekday
        if proved and -_SOON <= ahead <= _SOON:
            return self._proved(moment, day, meant)
        before = moment.zone.text[max(0, moment.start - _BEFORE) : moment.start]
        if day < own:
            if 0 <= ahead <= _SOON and _is_to_come(before):
                return self._meant(moment, "past", own)
            if abs(ahead) <= _NEAR and (_is_own(moment, before) or (own.month == 1 and _is_stamp(moment))):
                return self._meant(moment, "of last year", own)
        elif -_JUST <= ahead <= 0 and _is_done(before) and not _UPDATE.search(moment.zone.text):
            return self._meant(moment, "to come", own)
        return None

    def _meant(self, moment: Moment, what: str, own: Date) -> Finding:
        said = f"“{moment.text}” is {what} in a story of {own.isoformat()}: is {own.year} meant?"
        return self.finding(moment.span, said)

    def _proved(self, moment: Moment, day: Date, meant: Date) -> Finding:
        weekday = moment.zone.text[moment.weekday_start : moment.weekday_end].rstrip(".")
        said = f"“{moment.text}”: that day is a {weekday} in {meant.year}"
        at = moment.text.find(str(day.year))
        place = moment.zone.to_source(moment.start + at, moment.start + at + 4)
        fix = Fix(f"Change to “{meant.year}”", (Edit(place, str(meant.year)),))
        return self.finding(moment.span, said, fixes=(fix,))


def _day(moment: Moment) -> Date | None:
    """The day a moment gives, with its year and beyond doubt."""
    reading = moment.readings[0]
    return Date(*reading) if reading.year and reading.exists and len(moment.readings) == 1 else None


def _in_year(day: Date, year: int) -> Date | None:
    reading = DateReading(year, day.month, day.day)
    return Date(*reading) if reading.exists else None


def _is_to_come(before: str) -> bool:
    """Whether the words before a date say what will be on it."""
    found = _WILL.search(before) or _TO_COME.search(before)
    return bool(found) and not Selfcheck.of().not_to_come & _words(_SENTENCE.split(before)[-1])


def _is_own(moment: Moment, before: str) -> bool:
    """Whether a date is the post's own: in its headline, behind “Published:”, or in a dateline."""
    if moment.zone.role == "headline":
        return not Selfcheck.of().looks_back & _words(moment.zone.text)
    if _LABEL.search(before):
        return True
    return bool(_DATELINE.fullmatch(before)) and moment.zone.text[moment.end : moment.end + 2].strip() in _DASHES


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _is_done(before: str) -> bool:
    """Whether the words before a date say what was on it."""
    found = _DONE.search(before)
    return found is not None and (found["opens"] or found["verb"] or "").lower() not in Selfcheck.of().not_done


def _is_stamp(moment: Moment) -> bool:
    """Whether a date opens its paragraph as an entry's does, where nothing looks back at a year."""
    behind = moment.zone.text[moment.end : moment.end + 3].lstrip(" )*_")
    if moment.start or (behind and behind[0] not in "–—-:|(\n"):
        return False
    return not Selfcheck.of().looks_back & _words(moment.zone.text)


def _falls_back(latest: Date, day: Date) -> bool:
    """Whether a list of days in order goes on a year too early."""
    meant = _in_year(day, day.year + 1)
    return (latest - day).days >= _BACK and meant is not None and 0 <= (meant - latest).days <= _AHEAD


def _said_of_list(moment: Moment, latest: Date, day: Date) -> str:
    return f"“{moment.text}” stands behind {latest.isoformat()} in this list: is {day.year + 1} meant?"
