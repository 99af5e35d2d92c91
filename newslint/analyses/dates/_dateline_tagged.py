"""Reads a dateline by its agency's tag, whole or half lost, and says what is wrong round it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.dates._dateline import BEGINS, Dateline, Flaw, Where, made, part_at
from newslint.analyses.dates._dateline_places import date_in, known_region, read_where
from newslint.analyses.dates.places import AGENCIES, ALL_CITIES
from newslint.base.lazy import pattern
from newslint.model.story import Zone
from newslint.words.tables import Datelines, any_of

LONG_NAME = 6  # letters of an agency that can be no other word's short form
_NAMES = any_of(AGENCIES)
_ENDINGS = tuple(sorted({*AGENCIES, *(name.upper() for name in AGENCIES)}))
_SHOUTED = any_of(_ENDINGS)
_SIGN = pattern(r"[—–_|:-]")
_TAG = pattern(rf"[(\[](?P<agency>(?:{_NAMES})(?:(?: ?/ ?| |-)[\w /.-]{{1,24}}?)?)(?P<more>, [^()]{{3,20}})?[)\]]")
_RELEASE = pattern(rf"/ ?(?P<agency>{any_of(Datelines.of().of_releases)}) ?/(?P<more> ?[A-Z][a-z]+ \d+, \d{{4}} ?/)?")
_ANY_TAG = pattern(r"\((?P<agency>[A-Za-z][\w./&’', -]{1,34})\)")
_HALF_TAG = pattern(rf"(?P<open>\()?\b(?P<agency>{_SHOUTED})\b(?P<close>\))?(?=[ \u00a0]*(?:—|–|--|-|_|\||:))")
_DASH = pattern(r"(?P<before>[ \u00a0]*)(?P<dash>—|–|―|--|-|_|:|;|\.-|\||\.(?= ))(?P<after>[ \u00a0]*)")
_CAPITALS = pattern(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+(?: [A-ZÀ-ÖØ-Þ.’'-]+){0,5}")
_BY = pattern(r"(?i:by) ")
_NO_DASH_WRONG = frozenset(("AP", "Reuters", "UPI"))  # others print the tag without one


def tagged(zone: Zone, head: str) -> Dateline | None:
    """A dateline with an agency's tag in it, or a date in the tag's place."""
    known = (_TAG.search(head) if "(" in head or "[" in head else None) or ("/" in head and _RELEASE.search(head))
    if known:
        return _glued_byline(zone, head, known) if _BY.match(head) else _of_agency(zone, head, known)
    return _half_tagged(zone, head) or _of_other(zone, head)


def _of_agency(zone: Zone, head: str, tag: re.Match[str]) -> Dateline | None:
    """A dateline with the tag of an agency that newslint knows."""
    before = head[: tag.start()].rstrip("—–- ")
    where = read_where(before, plain=True)
    dash = _DASH.match(head, tag.end())
    if where is None:
        return _unreadable(zone, head, tag, dash)
    if not before and tag.end() == len(zone.text):
        return None  # a line that is an agency's name alone: it signs
    if not (where.capitals or BEGINS.match(head, dash.end() if dash else tag.end())):
        return None  # “The president (AP) — which he owned”
    parts = [*where.parts, part_at("agency", tag.start("agency"), tag["agency"])]
    if tag["more"] and (dated := date_in(tag["more"].strip(", /"))):
        start = tag.start("more") + tag["more"].index(dated["date"])
        parts.append(part_at("date", start, dated["date"]))
    if not dash and head[tag.end() : tag.end() + 1].isalpha():  # “WASHINGTON (CNN)The court”
        return made(zone, tag.end(), parts, ())
    flaws = [] if tag["agency"] in Datelines.of().of_releases else list(where.flaws)
    flaws += _round_tag(head, tag, dash, bool(where.text("city")), before)
    flaws += _in_small_letters(where, tag["agency"])
    if where.text("date") and not where.text("city"):
        flaws.append(Flaw(0, len(before), f"no place stands before “{before}”"))
    return made(zone, dash.end() if dash else tag.end(), parts, flaws)


def _of_other(zone: Zone, head: str) -> Dateline | None:
    """A city in capitals with a tag of another kind, or a date in its place: “COLOMBO (News Hour); ”."""
    tag = _ANY_TAG.search(head) if "(" in head else None
    dash = _DASH.match(head, tag.end()) if tag else None
    where = read_where(head[: tag.start()].rstrip("—–- "), plain=False) if tag and dash else None
    if not tag or not dash or not where or not where.text("city") or not BEGINS.match(head, dash.end()):
        return None
    if dated := date_in(tag["agency"]):
        date = part_at("date", tag.start("agency") + dated.start("date"), dated["date"])
        return made(zone, dash.end(), (*where.parts, date), where.flaws)
    if dash["dash"] == ":" or tag["agency"][0].islower() or _stands_for(tag["agency"], where.text("city")):
        return None  # “UNIDENTIFIED MALE (through translator): ” says who speaks
    flaws = (*where.flaws, *_round_tag(head, tag, dash, True, head[: tag.start()].rstrip()))
    return made(zone, dash.end(), (*where.parts, part_at("agency", tag.start("agency"), tag["agency"])), flaws)


def _in_small_letters(where: Where, agency: str) -> Iterator[Flaw]:
    """A city in small letters where the agency has it in capitals."""
    city = where.text("city")
    if city and not where.capitals and not city.isupper() and agency in Datelines.of().in_capitals:
        first = where.parts[0]
        yield Flaw(first.start, first.end, f"“{first.text}” is not in capitals", first.text.upper(), disputed=True)


def _stands_for(tag: str, name: str) -> bool:
    """Whether a tag spells out letters before it: “NATO (North Atlantic Treaty Organization) - ”."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", tag)).upper()
    letters = "".join(re.findall(r"[^\W\d_]", name))
    return " " not in name and letters.startswith(initials[:2]) and len(tag.split()) > 1


def _round_tag(head: str, tag: re.Match[str], dash: re.Match[str] | None, city: bool, before: str) -> Iterator[Flaw]:
    """What is wrong before and after an agency's tag."""
    start, end = tag.span()
    if before.endswith(","):
        yield Flaw(len(before) - 1, start, f"there should be no comma before “{tag[0]}”", " ")
    elif city and before == head[:start] and tag[0][0] == "(":
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
    """A dateline whose tag has lost a parenthesis, or never had any (“SYDNEY March 22 AAP -”, “REUTERS: ”)."""
    half = _HALF_TAG.search(head) if _has_name_before_sign(head) else None
    if not half:
        return None
    before = head[: half.start()].rstrip(" |\u00a0")
    dash = _DASH.match(head, half.end())
    if not dash or not BEGINS.match(head, dash.end()):
        return None
    if before:
        halved = bool(half["open"]) != bool(half["close"])
        where = read_where(before, plain=halved or dash["dash"] in ("—", "--"))
        if where is None or not where.text("city"):
            return None
    elif half["open"] or half["close"] or not _may_lead(half["agency"], dash):
        return None
    else:
        where = Where((), (), False)
    bare = not (half["open"] or half["close"])
    if bare and before and not (where.text("date") or "|" in head[: dash.end()] or half["agency"] == "CNN"):
        return None
    flaws = list(where.flaws)
    if bool(half["open"]) != bool(half["close"]):
        said = f"a parenthesis is missing around “{half['agency']}”"
        flaws.append(Flaw(*half.span(), said, f"({half['agency']})"))
    return made(zone, dash.end(), (*where.parts, part_at("agency", half.start("agency"), half["agency"])), flaws)


def _has_name_before_sign(head: str) -> bool:
    """Whether an agency's name, in whatever place, ends right before a dash, bar or colon: this is soon seen."""
    return any(head[: sign.start()].rstrip(" \u00a0)").endswith(_ENDINGS) for sign in _SIGN.finditer(head))


def _may_lead(agency: str, dash: re.Match[str]) -> bool:
    """Whether an agency alone before a dash is a tag: not in “AP-Wire poll”, and before a colon if it is a name."""
    return bool(dash["after"]) and (dash["dash"] in ("—", "–", "--", "-") or len(agency) >= LONG_NAME)


def _glued_byline(zone: Zone, head: str, tag: re.Match[str]) -> Dateline | None:
    """A byline run together with the dateline that stood below it: “By ANA SILVA NEW YORK (AP) — ”."""
    dash = _DASH.match(head, tag.end())
    if not dash or not BEGINS.match(head, dash.end()):
        return None
    before = head[: tag.start()].rstrip()
    start = _glued_city(before)
    where = read_where(before[start:], start, plain=True) if start else None
    parts = (*(where.parts if where else ()), part_at("agency", tag.start("agency"), tag["agency"]))
    first = parts[0].start
    flaw = Flaw(0, dash.end(), f"the byline runs into the dateline at “{head[first : dash.start()]}”")
    return made(zone, dash.end(), parts, (flaw,), first)


def _glued_city(before: str) -> int:
    """Where the city begins at the end of a byline: the longest known one, or else the last word in capitals."""
    place, comma, region = before.rpartition(",")
    if not (comma and known_region(region.strip())):
        place, comma = before, ""
    words = [m.start() for m in re.finditer(r"\S+", place)]
    for start in words[-4:]:
        if place[start:] in ALL_CITIES:
            return start
    return words[-1] if words and (comma or place[words[-1] :].isupper()) else 0


def _unreadable(zone: Zone, head: str, tag: re.Match[str], dash: re.Match[str] | None) -> Dateline | None:
    """Capitals, an agency's tag and a dash that together fit no agency's grammar."""
    first = _CAPITALS.match(head)
    if not dash or dash["dash"] in (":", ";", ".") or not first or len(first[0]) < 3 or first.end() > tag.start():
        return None
    if not BEGINS.match(head, dash.end()):
        return None
    parts = (part_at("city", 0, first[0]), part_at("agency", tag.start("agency"), tag["agency"]))
    return made(zone, dash.end(), parts, (Flaw(0, tag.end(), "it fits no agency's form"),))
