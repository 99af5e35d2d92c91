"""What stands before a dateline's tag or dash: places, each with its region, a date, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.dates._dateline import DatelinePart, Flaw, Where, part_at
from newslint.analyses.dates.places import CITIES, COUNTRIES, STATES, short_forms
from newslint.base.lazy import pattern
from newslint.words.tables import Calendar, Datelines, any_of, every

LONGEST_CITY = 5  # words
MOST_PLACES = 4

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽŻĆČĐİ"
_LETTER = rf"{_UPPER}a-zß-öø-ÿłśšžżćčđıńęąőűğş"
_CAPS_WORD = rf"(?:Mc|Mac|De|Di|La|Le|Du|O[’'])?[{_UPPER}][{_UPPER}.’'-]*"
_CAPS = rf"{_CAPS_WORD}(?: {_CAPS_WORD}){{0,6}}"
_SMALL = "de|la|le|el|al|do|da|dos|del|of|the|on|upon|sur|am|an der|en|sous|lès|under"
_PLAIN_WORD = rf"[{_UPPER}][{_LETTER}.’'-]*"
_PLAIN = rf"{_PLAIN_WORD}(?: (?:(?:{_SMALL}) )?{_PLAIN_WORD}){{0,4}}"
_WRITTEN = {"capital": str.capitalize, "upper": str.upper, "lower": str.lower}


def _date() -> str:
    """The pattern of a date or weekday, as datelines of any language write it."""
    calendars = Calendar.all().values()
    months = any_of(
        {_WRITTEN[way](name[:3]) for each in calendars for way in each.in_datelines for name in each.month_names}
    )
    month = rf"(?:{months})[a-zéûäA-Z]{{0,6}}\.?"
    days = any_of(Calendar.of().weekday_names)
    return (
        rf"(?:,? +|^)(?P<date>(?:(?:{days}),? )?"
        rf"(?:{month} +\d{{1,2}}|\d{{1,2}}\.? +(?:de )?{month})(?:,? +(?:de )?\d{{4}})?|{days})$"
    )


_DATE = pattern(_date)
_CITY_CAPS = pattern(_CAPS)
_CITY_PLAIN = pattern(_PLAIN)
_BETWEEN = pattern(lambda: rf" ?/ ?| (?:{any_of(every(each.between for each in Datelines.all().values()))}) ")
_REGION = pattern(
    r"(?P<comma>,?) *(?P<region>[A-Z][\w.’'&-]*(?: [A-Za-z][\w.’'&-]*){0,4}?(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?),?$"
)
_STATE_FORMS = frozenset((*STATES, *STATES.values(), "D.C.", "DC"))
_COUNTRIES = frozenset(COUNTRIES)
_WEEKDAYS = frozenset(Calendar.of().weekday_names)
_WRONG: dict[str, str] = {}


def read_where(before: str, base: int = 0, *, plain: bool) -> Where | None:
    """Places and date in the text before a tag or dash, which begins at `base`; None where it is no such thing.

    `plain` lets cities be written in small letters.
    """
    text = _before_end(before)
    dated = date_in(text)
    place = text[: dated.start()].rstrip(" ,") if dated else text
    date = (part_at("date", base + dated.start("date"), dated["date"]),) if dated else ()
    if not place:
        return Where(date, (), False) if date or not before.strip() else None
    for city, capitals in ((_CITY_CAPS, True), (_CITY_PLAIN, False)):
        if not capitals and not plain:
            break
        found = _read_places(place, base, city, capitals, bool(date))
        if found:
            return found._replace(parts=(*found.parts, *date))
    return None


def ends_in_date(line: str) -> bool:
    """Whether a line may be a place and a date: what ends in none need not be read for places."""
    return date_in(_before_end(line.rstrip(".:"))) is not None


def _before_end(text: str) -> str:
    return text.rstrip(" ,|\u00a0")


def date_in(text: str) -> re.Match[str] | None:
    """The date or weekday that a text ends in."""
    return _DATE.search(text)


_LONGEST_SHORT = 6  # letters of a state cut short


def known_region(form: str) -> bool:
    """Whether it is a state or country, in a right form or in a wrong short one."""
    return form in _STATE_FORMS or form in _COUNTRIES or form in _wrong_forms()


def _read_places(place: str, base: int, city: re.Pattern[str], capitals: bool, dated: bool) -> Where | None:
    """One place or several, parted by “/” or “and”."""
    at, parts, flaws = 0, list[DatelinePart](), list[Flaw]()
    pieces = [(m.start(), m.end()) for m in _BETWEEN.finditer(place)]
    if len(pieces) >= MOST_PLACES:
        return None
    for end, following in (*pieces, (len(place), len(place))):
        found = _read_place(place[at:end].rstrip(" ,"), base + at, city, capitals, dated)
        if found is None:
            return None
        parts += found.parts
        flaws += found.flaws
        at = following
    return Where(tuple(parts), tuple(flaws), capitals)


def _read_place(text: str, base: int, form: re.Pattern[str], capitals: bool, dated: bool) -> Where | None:
    """A city, and its region where it has one."""
    city = form.match(text)
    if not city or city[0] in _WEEKDAYS or (capitals and sum(c.isalpha() for c in city[0]) <= 2):
        return None
    name, rest = city[0].rstrip(" -"), text[city.end() :]
    if len(name.split()) > LONGEST_CITY:
        return None
    if not rest:
        return _glued(name, base, capitals) or Where(
            (part_at("city", base, name),), tuple(_city_flaws(name, base, capitals)), capitals
        )
    region = _REGION.fullmatch(rest)
    if not region:
        return None
    start, said = base + city.end() + region.start("region"), region["region"]
    known = known_region(said)
    if not known and (not region["comma"] or (not capitals and not dated and len(said.split()) > 3)):
        return None
    flaws = list(_region_flaws(said, start))
    if not region["comma"]:
        flaws.insert(0, _lost_comma(base + city.end(), start, name, said))
    parts = (part_at("city", base, name), part_at("region", start, said))
    return Where(parts, tuple(flaws) if capitals or known else (), capitals)


def _glued(name: str, base: int, capitals: bool) -> Where | None:
    """“Flint Mich.”, “FARGO N.D.”, “DES MOINES Iowa”: a state run together with its city."""
    city, _, last = name.rpartition(" ")
    shortened = last.endswith(".") and (last in _STATE_FORMS or (not capitals and last in _wrong_forms()))
    if city and (shortened or (last in STATES and city.isupper())):
        start = base + len(city)
        parts = (part_at("city", base, city), part_at("region", start + 1, last))
        return Where(
            parts,
            (_lost_comma(start, start + 1, city, last), *_region_flaws(last, start + 1)),
            capitals,
        )
    return None


def _lost_comma(start: int, end: int, city: str, region: str) -> Flaw:
    return Flaw(start, end, f"a comma is missing between “{city}” and “{region}”", ", ")


def _wrong_forms() -> dict[str, str]:
    if not _WRONG:
        _WRONG.update(short_forms())
    return _WRONG


def _region_flaws(form: str, start: int) -> Iterator[Flaw]:
    """A state in a wrong short form, or a state or country spelled wrong."""
    if form in _STATE_FORMS or form in _COUNTRIES or "," in form:
        return
    right = _wrong_forms().get(form) or _shortened(form)
    if right is None and len(form) >= 5 and form not in CITIES:
        right = _nearest(form, (*STATES, *COUNTRIES, *(f for f in STATES.values() if f.endswith("."))), form[0])
    if right:
        yield Flaw(start, start + len(form), f"“{form}” should be “{right}”", right)


def _shortened(form: str) -> str | None:
    """The short form of the one state whose name a form of two or more letters and a point can stand for: “Vir.”."""
    letters = form[:-1].lower()
    if (
        not form.endswith(".")
        or not letters.isalpha()
        or not 1 < len(letters) < _LONGEST_SHORT
        or not form[0].isupper()
    ):
        return None
    meant = [name for name in STATES if name[0] == form[0] and _holds(name.lower(), letters)]
    return STATES[meant[0]] if len(meant) == 1 else None


def _holds(name: str, letters: str) -> bool:
    """Whether letters come in a name in their order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _city_flaws(name: str, start: int, capitals: bool) -> Iterator[Flaw]:
    """A well-known city spelled wrong by one letter."""
    if capitals and len(name) >= 8 and name not in CITIES:
        right = _nearest(name, CITIES, "")
        if right:
            yield Flaw(start, start + len(name), f"“{name}” should be “{right}”", right)


def _nearest(word: str, names: tuple[str, ...] | frozenset[str], first: str) -> str | None:
    """The one name that is a letter away (inserted, lost, changed or swapped with the next)."""
    # One change leaves the first letter or the last as it was, which is seen much sooner.
    start, end = word[0], word[-1]
    alike = [n for n in names if (n[0] == start or n[-1] == end) and n.startswith(first)]
    near = [n for n in alike if _is_one_apart(word, n)]
    return near[0] if len(near) == 1 else None


def _is_one_apart(a: str, b: str) -> bool:
    """Whether one letter inserted, lost, changed or swapped with the next makes one word of the other."""
    if a == b or not -2 < len(a) - len(b) < 2:
        return False
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[same:], b[same:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])
