"""The dateline of a story: place, region, date, agency and dash at the head of the first paragraph, and its flaws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analyses.dates.places import AGENCIES, CITIES, COUNTRIES, STATES, short_forms
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import Calendar, Datelines, any_of

REACH = 110  # characters of a paragraph in which a dateline ends
PARAGRAPHS = 4  # body paragraphs looked at: an editor's note or a caption may stand first
LONGEST_CITY = 5  # words
LINE = 50  # characters; a dateline on a line of its own is shorter

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽŻĆČĐİ"
_CAPS_WORD = rf"(?:Mc|Mac|De|Di|La|Le|Du|O[’'])?[{_UPPER}][{_UPPER}.’'-]*"
_CAPS = rf"{_CAPS_WORD}(?:(?: | ?/ ?| and ){_CAPS_WORD}){{0,6}}"
_PLAIN = r"[A-Z][\w.’'-]*(?: (?:(?:de|la|le|el|al|do|da|dos|del|of|the|on|upon|sur|am|en) )?[A-Z][\w.’'-]*){0,4}"
_WRITTEN = {"capital": str.capitalize, "upper": str.upper, "lower": str.lower}


def _date() -> str:
    """The pattern of a date or weekday, as datelines of any language write it."""
    calendars = Calendar.all().values()
    months = any_of(
        {_WRITTEN[way](name[:3]) for each in calendars for way in each.in_datelines for name in each.month_names}
    )
    month = rf"(?:{months})[a-zéA-Z]{{0,6}}\.?"
    return (
        rf"(?:,? +|^)(?P<date>(?:{month} +\d{{1,2}}|\d{{1,2}} +{month})(?:,? +\d{{4}})?"
        rf"|{any_of(Calendar.of().weekday_names)})$"
    )


_DATE = pattern(_date)
_NAMES = any_of(AGENCIES)
_TAG = pattern(rf"\((?P<agency>(?:{_NAMES})(?:[ /][\w /.]{{1,24}})?)\)")
_ANY_TAG = pattern(r"\((?P<agency>[A-Za-z][\w./&’' -]{1,34})\)")
_HALF_TAG = pattern(rf"(?P<open>\()?\b(?P<agency>{_NAMES})\b(?P<close>\))?(?= ?(?:—|–|--|-|_|\|))")
_DASH = pattern(r"(?P<before>[ \u00a0]*)(?P<dash>—|–|--|-|_|:|\.-|\|)(?P<after>[ \u00a0]*)")
_LONE_DASH = pattern(r"[ \u00a0]+(?:—|–|--|-|_)[ \u00a0]|(?:—|–|--) ?|: ")
_BEGINS = pattern(r" *(?:[A-Z“\"‘'’\d(]|$)")
_SENTENCE = pattern(r"[A-Z][a-z]? (?!and )[a-z]")  # “A man”, “In the”: no city in capitals begins so
_CITY_CAPS = pattern(_CAPS)
_CITY_PLAIN = pattern(_PLAIN)
_REGION = pattern(r"(?P<comma>,?) *(?P<region>[A-Z][\w.’'&-]*(?: [A-Za-z][\w.’'&-]*){0,4}?)(?P<tail>,?)$")
_LEADS = frozenset(Datelines.of().leads)
_STATE_FORMS = frozenset((*STATES, *STATES.values(), "D.C.", "DC"))
_NO_DASH_WRONG = frozenset(("AP", "Reuters", "UPI"))  # others print the tag without one


class Flaw(NamedTuple):
    """Something wrong at `start`-`end` of a zone's prose; `right` is what should stand there, where that is sure."""

    start: int
    end: int
    said: str
    right: str | None = None


class Dateline(NamedTuple):
    """A dateline at the head of a zone's prose; its `end` (code points of the prose) is where the text proper begins.

    `city`, `region`, `date` and `agency` are as written, empty where there is none. `flaws` says what is
    wrong with it by every agency's grammar.
    """

    zone: Zone
    end: int
    city: str
    region: str
    date: str
    agency: str
    flaws: tuple[Flaw, ...]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(0, self.end)


class _Parts(NamedTuple):
    city: str
    region: str
    date: str
    flaws: tuple[Flaw, ...]
    capitals: bool


def _find(story: Story) -> Dateline | None:
    """The dateline field, or the first dateline of the first paragraphs (a short one may pass for a deck)."""
    for zone in story.of("dateline"):
        return read(zone) or Dateline(zone, len(zone.text), zone.text, "", "", "", ())
    for n, zone in enumerate(story.of("body", "deck")):
        if n >= PARAGRAPHS:
            break
        found = read(zone)
        if found:
            return found
    return None


def read(zone: Zone) -> Dateline | None:
    """The dateline that a paragraph begins with, by any agency's grammar, flawed or not; None if it has none."""
    head = zone.text[:REACH]
    if not head[:1].isupper() and head[:1] != "(":
        return None
    small = head[1:3].isalpha() and head[1:3].islower() and not head.startswith("Mac")
    if "(" not in head and len(zone.text) >= LINE and (small or _SENTENCE.match(head)):
        return None  # the usual paragraph: no capitals, no tag
    return _tagged(zone, head) or _untagged(zone, head)


def _tagged(zone: Zone, head: str) -> Dateline | None:
    """A dateline with an agency's tag in it."""
    whole = "(" in head
    known = _TAG.search(head) if whole else None
    tag = known or (_ANY_TAG.search(head) if whole else None)
    if not known:
        half = _half_tagged(zone, head)
        if half or not tag:
            return half
    assert tag is not None
    parts = _parts(head[: tag.start()], plain=bool(known))
    dash = _DASH.match(head, tag.end())
    if parts is None:
        return _unreadable(zone, head, tag, dash) if known else None
    if not known and not (dash and parts.capitals and parts.city):
        return None
    if parts.city and not parts.capitals and not _BEGINS.match(head, dash.end() if dash else tag.end()):
        return None
    if not dash and head[tag.end() : tag.end() + 1].isalpha():  # “WASHINGTON (CNN)The court”
        return _made(zone, tag.end(), parts, tag["agency"], ())
    flaws = [*parts.flaws, *_round_tag(head, tag, dash, bool(parts.city))]
    return _made(zone, dash.end() if dash else tag.end(), parts, tag["agency"], flaws)


def _made(zone: Zone, end: int, parts: _Parts, agency: str, flaws: list[Flaw] | tuple[Flaw, ...]) -> Dateline:
    return Dateline(zone, end, parts.city, parts.region, parts.date, agency, tuple(sorted(flaws)))


def _round_tag(head: str, tag: re.Match[str], dash: re.Match[str] | None, city: bool) -> Iterator[Flaw]:
    """What is wrong before and after an agency's tag."""
    start, end = tag.span()
    before = head[:start].rstrip()
    if before.endswith(","):
        yield Flaw(len(before) - 1, start, f"there should be no comma before “{tag[0]}”", " ")
    elif city and before and before == head[:start]:
        yield Flaw(start, start + 1, f"a space is missing before “{tag[0]}”", " (")
    if dash is None:
        if tag["agency"] in _NO_DASH_WRONG and re.match(r" +[A-Z“\"]", head[end:]):
            yield Flaw(start, end, f"a dash is missing after “{tag[0]}”", tag[0] + " —")
        return
    lopsided = bool(dash["before"]) != bool(dash["after"]) and dash.end() < len(head)
    if lopsided and dash["dash"] in ("—", "–", "--", "-"):
        said = f"a space is missing on one side of the dash after “{tag[0]}”"
        yield Flaw(*dash.span(), said, f" {dash['dash']} ")


def _half_tagged(zone: Zone, head: str) -> Dateline | None:
    """A dateline whose tag has lost a parenthesis, or never had any (“SYDNEY March 22 AAP -”)."""
    half = _HALF_TAG.search(head) if any(sign in head for sign in "—–-_|") else None
    if not half:
        return None
    parts = _parts(head[: half.start()].rstrip(" |"), plain=False)
    dash = _DASH.match(head, half.end())
    if parts is None or not parts.city or not dash:
        return None
    flaws = list(parts.flaws)
    if bool(half["open"]) != bool(half["close"]):
        said = f"a parenthesis is missing around “{half['agency']}”"
        flaws.append(Flaw(*half.span(), said, f"({half['agency']})"))
    return _made(zone, dash.end(), parts, half["agency"], flaws)


def _unreadable(zone: Zone, head: str, tag: re.Match[str], dash: re.Match[str] | None) -> Dateline | None:
    """Capitals, an agency's tag and a dash that together fit no agency's grammar."""
    first = _CITY_CAPS.match(head)
    if not dash or dash["dash"] == ":" or not first or len(first[0].rstrip()) < 3 or first.end() > tag.start():
        return None
    said = "it fits no agency's form"
    return Dateline(zone, dash.end(), first[0], "", "", tag["agency"], (Flaw(0, tag.end(), said),))


def _untagged(zone: Zone, head: str) -> Dateline | None:
    """A dateline without an agency: “CITY, State — ”, “CITY — ”, or a line “New Delhi, August 29”."""
    if len(zone.text) < LINE:
        dated = _parts(zone.text.rstrip(".:"), plain=True)
        if dated and dated.city and dated.date:
            return _made(zone, len(zone.text), dated, "", dated.flaws)
    dash = _LONE_DASH.search(head)
    if not dash:
        return None
    parts = _parts(head[: dash.start()], plain=False)
    if parts is None or not parts.city or not parts.capitals:
        return None
    if parts.city.rstrip(".") in _LEADS or not _BEGINS.match(head, dash.end()):
        return None
    if parts.region.isupper() and not _known_region(parts.region):
        return None
    known = parts.region or parts.date or parts.city in CITIES
    if not known and (":" in dash[0] or len(parts.city) < 4 or len(parts.city.split()) > 2):
        return None
    return _made(zone, dash.end(), parts, "", parts.flaws if known else ())


def _parts(before: str, *, plain: bool) -> _Parts | None:
    """City, region and date from what stands before the tag or dash; None where it is no such thing."""
    text = before.rstrip(" ,|\u00a0")
    dated = _DATE.search(text)
    date, place = (dated["date"], text[: dated.start()].rstrip(" ,")) if dated else ("", text)
    if not place:
        return _Parts("", "", date, (), False) if date or not before.strip() else None
    for city_form, capitals in ((_CITY_CAPS, True), (_CITY_PLAIN, False)):
        if not capitals and not plain:
            break
        city = city_form.match(place)
        if city and (capitals is False or sum(c.isalpha() for c in city[0]) > 2):
            found = _with_region(place, city, date, capitals)
            if found:
                return found
    return None


def _with_region(place: str, city: re.Match[str], date: str, capitals: bool) -> _Parts | None:
    name, rest = city[0].rstrip(" -"), place[city.end() :]
    if len(re.split(r"[ /]| and ", name)) > LONGEST_CITY + 2 * ("/" in name or " and " in name):
        return None
    if not rest:
        return _glued(name, date, capitals) or _Parts(name, "", date, tuple(_city_flaws(name, capitals)), capitals)
    if "/" in rest or " and " in rest:  # “DES MOINES, Iowa/WASHINGTON”
        return _Parts(name, rest.strip(" ,"), date, (), capitals) if capitals else None
    region = _REGION.fullmatch(rest)
    if not region:
        return None
    start = city.end() + region.start("region")
    form, known = region["region"], _known_region(region["region"])
    if not region["comma"]:
        if not known:
            return None
        flaw = Flaw(city.end(), start, f"a comma is missing between “{name}” and “{form}”", ", ")
        return _Parts(name, form, date, (flaw, *_region_flaws(form, start)), capitals)
    if not capitals and not known and not date:
        return _Parts(name, form, date, (), False) if len(form.split()) < 4 else None
    return _Parts(name, form, date, tuple(_region_flaws(form, start)), capitals)


def _glued(name: str, date: str, capitals: bool) -> _Parts | None:
    """“Flint Mich.”, “FARGO N.D.”: a state run together with its city."""
    city, _, last = name.rpartition(" ")
    if city and last.endswith(".") and (last in _STATE_FORMS or (not capitals and last in _wrong_forms())):
        start = len(city)
        flaw = Flaw(start, start + 1, f"a comma is missing between “{city}” and “{last}”", ", ")
        return _Parts(city, last, date, (flaw, *_region_flaws(last, start + 1)), capitals)
    return None


def _known_region(form: str) -> bool:
    return form in _STATE_FORMS or form in _COUNTRIES or form in _wrong_forms()


_COUNTRIES = frozenset(COUNTRIES)
_WRONG: dict[str, str] = {}


def _wrong_forms() -> dict[str, str]:
    if not _WRONG:
        _WRONG.update(short_forms())
    return _WRONG


def _region_flaws(form: str, start: int) -> Iterator[Flaw]:
    """A state in a wrong short form, or a state or country spelled wrong."""
    if form in _STATE_FORMS or form in _COUNTRIES:
        return
    right = _wrong_forms().get(form)
    if right is None and len(form) >= 5 and form not in CITIES:
        right = _nearest(form, (*STATES, *COUNTRIES, *(f for f in STATES.values() if f.endswith("."))), form[0])
    if right:
        yield Flaw(start, start + len(form), f"“{form}” should be “{right}”", right)


def _city_flaws(name: str, capitals: bool) -> Iterator[Flaw]:
    """A well-known city spelled wrong by one letter."""
    if capitals and len(name) >= 8 and name not in CITIES:
        right = _nearest(name, CITIES, "")
        if right:
            yield Flaw(0, len(name), f"“{name}” should be “{right}”", right)


def _nearest(word: str, names: tuple[str, ...] | frozenset[str], first: str) -> str | None:
    """The one name that is a letter away (inserted, lost, changed or swapped with the next)."""
    from rapidfuzz.distance import OSA  # wanted for an unknown place only

    near = [n for n in names if n.startswith(first) and OSA.distance(word, n, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else None


dateline: Analysis[Dateline | None] = Analysis("dateline", _find)
