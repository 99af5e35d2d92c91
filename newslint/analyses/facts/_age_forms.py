"""Where ages may stand in copy, and in which forms: read by `ages`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Calendar, Figures, any_of

_OLD = "-year-old"
_NUMBER_BEFORE = pattern(r"[\w.,$£€–-]+$")
_IS_AGE = pattern(r"\d{1,3}")
_LONGEST_NUMBER = 14  # code points before “-year-old”; one more than of a number in words
# “Ana Silva, 34,”
_APPOSED = pattern(r", (\d{1,2})(?=,|[.;:)](?![\d\w])| ?[—–]| \(|\s*$)", re.MULTILINE)
_AGED = pattern(r"age(?:d|) (\d{1,3})(?![\d,.]\d|[-–]| (?:and|to|or|months|weeks|days)\b)")
# How a clause beside a name tells an age of today; “now 34” sets it against another.
_FORMS = (
    (", who is ", pattern(r", who is(?: only| just)? (\d\d)(?=,| years old\b| and\b|[.;)](?!\d)|$)", re.MULTILINE)),
    (", who at ", pattern(r", who at (\d\d),? (?=is\b|remains\b|has\b|says\b)")),
    (", at ", pattern(r", at (\d\d), (?=is\b|remains\b|has\b|says\b)")),
    ("(", pattern(r"\((\d\d)\),? (?=(?:of|from) [A-Z])")),
)
_YEARS_OLD = pattern(r" is(?: only| just)? (\d\d)$")
_AT = pattern(r"At (\d\d), (?=[A-Z])")
_THIS = r"(?:earlier )?(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter)\b|yesterday\b|today\b"
_TURNED = pattern(
    lambda: rf" who turned (\d\d) (?:{_THIS}|(?:in|on) (?:{any_of(_days())})\b\.?(?! \d| of\b|,? (?:19|20)\d\d))"
)
_BEFORE_AGED = frozenset((", ", " ("))


class Told(NamedTuple):
    """A place in the prose of the whole story that may be an age; `joined` is one with “-year-old”."""

    start: int
    end: int
    years: int
    joined: bool
    named: int = -1  # where the name ends, if that is known
    behind: bool = False  # whether the name stands behind it
    bracket: bool = False  # whether it stands in brackets, where a name of one word may have anything


def _days() -> list[str]:
    calendar = Calendar.of()
    return [form for each in (*calendar.months, *calendar.weekdays) for form in each]


@cache
def _numbers() -> dict[str, int]:
    figures = Figures.of()
    found = {row[0]: n for n, row in enumerate(figures.ones, 1)}
    for n, row in enumerate(figures.tens, 1):
        found[row[0]] = 10 * n
        if n > 1:
            found |= {f"{row[0]}-{one[0]}": 10 * n + m for m, one in enumerate(figures.ones[:9], 1)}
    return found


def _years_before(text: str, at: int) -> tuple[int, int] | None:
    """The number right before “-year-old”, and where it begins."""
    match = _NUMBER_BEFORE.search(text, max(0, at - _LONGEST_NUMBER), at)
    word = match[0].lower() if match else ""
    years = int(word) if _IS_AGE.fullmatch(word) else _numbers().get(word, -1)
    return (years, match.start()) if match and years >= 0 else None


def told(text: str, known: frozenset[str]) -> list[Told]:
    """Where ages may stand in a text of these words."""
    found: list[Told] = []
    if _APPOSED.search(text):
        found += [Told(m.start(1), m.end(1), int(m[1]), False) for m in _APPOSED.finditer(text)]
    if "aged" in known:
        found += _aged(text, "aged ")
    if "age" in known:
        found += _aged(text, "age ")
    at = text.find(_OLD)
    while at >= 0:
        before = _years_before(text, at)
        if before:
            found.append(Told(before[1], at + len(_OLD), before[0], True))
        at = text.find(_OLD, at + 1)
    if found:  # one told otherwise is compared with these only
        found += _in_clauses(text, known)
    return found


def _in_clauses(text: str, known: frozenset[str]) -> Iterator[Told]:
    """Ages of today that a clause tells: “who is 34,”, “who at 28 is”, “who turned 61 in April”, “At 28, Ana is”."""
    for sign, form in _FORMS:
        at = text.find(sign)
        while at >= 0:
            if match := form.match(text, at):
                yield Told(*match.span(1), int(match[1]), False, named=at, bracket=sign == "(")
            at = text.find(sign, at + 1)
    if "turned" in known:
        for match in _TURNED.finditer(text):
            yield Told(*match.span(1), int(match[1]), False, named=match.start() - (text[match.start() - 1] == ","))
    at = text.find(" years old") if "old" in known else -1
    while at >= 0:
        if match := _YEARS_OLD.search(text, max(0, at - _LONGEST_NUMBER), at):
            yield Told(*match.span(1), int(match[1]), False, named=match.start())
        at = text.find(" years old", at + 1)
    at = text.find("At ")
    while at >= 0:
        if match := _AT.match(text, at):
            yield Told(*match.span(1), int(match[1]), False, behind=True)
        at = text.find("At ", at + 1)


def _aged(text: str, sign: str) -> Iterator[Told]:
    at = text.find(sign)
    while at >= 0:
        match = _AGED.match(text, at)
        if match and text[at - 2 : at] in _BEFORE_AGED:
            yield Told(match.start(1), match.end(1), int(match[1]), False)
        at = text.find(sign, at + 1)
