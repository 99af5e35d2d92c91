"""Reads a dateline that names no agency: by capitals, a state, a date, or what the story says of the place."""

from __future__ import annotations

import re
from collections.abc import Callable

from newslint.analyses.dates._dateline import BEGINS, Dateline, Where, made
from newslint.analyses.dates._dateline_places import ends_in_date, known_region, read_where
from newslint.analyses.dates.places import ALL_CITIES, COUNTRIES, STATES
from newslint.base.lazy import pattern
from newslint.model.story import Zone
from newslint.words.tables import Datelines

LINE = 50  # characters; a dateline on a line of its own is shorter

_LONE_DASH = pattern(r"[ \u00a0]+(?:—|–|―|--|-|_)[ \u00a0]+|(?:—|–|--) ?|: +")
_BRACKETED = pattern(r"[(\[](?P<inside>[A-Z][^()\[\]]{2,60})[)\]][ \u00a0]*(?:—|–|―|--|-|:)[ \u00a0]*")
_SENTENCE_END = pattern(r"[.?!][”\"’']? ")
_LEADS = frozenset(Datelines.of().leads)
Known = Callable[[str], bool]  # whether a story shows by its words that a name is a place's


def nowhere(name: str) -> bool:
    """What is known of a name's being a place where there is no story to ask: nothing."""
    return False


def untagged(zone: Zone, head: str, known: Known) -> Dateline | None:
    """A dateline without an agency: “CITY, State — ”, “CITY — ”, or a line “New Delhi, August 29”."""
    if len(zone.text) < LINE and ends_in_date(zone.text):
        dated = read_where(zone.text.rstrip(".:"), plain=True)
        if dated and dated.text("date") and _is_sure(dated, known):
            return made(zone, len(zone.text), dated.parts, dated.flaws)
    dash = _LONE_DASH.search(head)
    if not dash:
        return None
    where = read_where(head[: dash.start()], plain=False)
    city = where.text("city") if where else ""
    if where is None or not city or not where.capitals:
        return None
    if city.rstrip(".") in _LEADS or not BEGINS.match(head, dash.end()):
        return None
    region = where.text("region")
    if region.isupper() and not known_region(region):
        return None
    sure = region or where.text("date") or city in ALL_CITIES
    if not sure and (":" in dash[0] or len(city) < 4 or len(city.split()) > 2):
        return None
    return made(zone, dash.end(), where.parts, where.flaws if sure else ())


def _is_sure(where: Where, known: Known) -> bool:
    """Whether there is a place that is one beyond its form."""
    city = where.text("city")
    return bool(city) and (where.capitals or known_region(where.text("region")) or _is_city(city, known))


def _is_city(name: str, known: Known) -> bool:
    return name.upper() in ALL_CITIES or known(name)


def bracketed(zone: Zone, head: str) -> Dateline | None:
    """A place in brackets: “(WASHINGTON, D.C.) – ”, as offices set it above their statements."""
    found = _BRACKETED.match(head)
    where = read_where(found["inside"], found.start("inside"), plain=True) if found else None
    if not found or not where or not BEGINS.match(head, found.end()):
        return None
    sure = any(known_region(part.text) for part in where.parts) or where.text("city").upper() in ALL_CITIES
    return made(zone, found.end(), where.parts) if sure else None


def plain(zone: Zone, head: str, known: Known) -> Dateline | None:
    """A city in small letters that a state, a date or the story shows to be one: “Dayton, Ohio – ”, “New Delhi: ”."""
    dash = _LONE_DASH.search(head)
    where = read_where(head[: dash.start()], plain=True) if dash else None
    if not dash or not where or not where.text("city") or not BEGINS.match(head, dash.end()):
        return None
    if zone.text.isupper():
        return None  # a headline in capitals
    cities = [part.text for part in where.parts if part.sort == "city"]
    regions = [part.text for part in where.parts if part.sort == "region"]
    if where.text("date") or (regions and all(map(known_region, regions))):
        return made(zone, dash.end(), where.parts)
    if regions or any(city in COUNTRIES or city in STATES for city in cities) or _is_inserted(zone.text, dash):
        return None
    if len(zone.text) < LINE or zone.text[dash.end() : dash.end() + 1].isdigit():
        return None  # a line of a list: “Leeds: 7.17pm”
    sure = all(_is_city(city, known) for city in cities)
    return made(zone, dash.end(), where.parts) if sure else None


def _is_inserted(text: str, dash: re.Match[str]) -> bool:
    """Whether the same dash stands once more in the sentence: “Leeds - the largest of them - has”."""
    end = _SENTENCE_END.search(text, dash.end())
    return text.find(dash[0], dash.end(), end.start() if end else len(text)) >= 0
