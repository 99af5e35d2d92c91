"""The dateline of a story: places, date and agency, at the head of its first paragraph or on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.dates._dateline import Dateline, DatelinePart, Flaw, Where
from newslint.analyses.dates._dateline_places import known_region, read_where
from newslint.analyses.dates._dateline_tagged import tagged
from newslint.analyses.dates._dateline_untagged import LINE, Known, bracketed, nowhere, plain, untagged
from newslint.analyses.dates.places import ALL_CITIES, COUNTRIES, STATES
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.matcher import is_word, lower
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import Datelines, Vocabulary, any_of

__all__ = ["Dateline", "DatelinePart", "Flaw", "dateline", "read"]

REACH = 110  # characters of a paragraph in which a dateline ends
PARAGRAPHS = 4  # body paragraphs looked at: an editor's note or a caption may stand first
FURTHER = 12  # those looked at for what can be nothing else: a page's other lines may stand first
SHORTEST = 60  # characters; the paragraph below a place that stands alone is longer
# What a paragraph that may open with a dateline in small letters begins with: “New Delhi: ”, “Dayton, Ohio – ”.
_PLACE_LIKE = pattern(
    r"[A-ZÀ-ÖØ-Þ][\w.’'-]+"
    r"(?:[ /](?:(?:de|la|el|al|do|da|del|of|the|on|upon|am|and|und|et|y|e) )?[A-ZÀ-ÖØ-Þ][\w.’'-]+){0,3}"
    r"(?:, ?[A-Z][\w.]+(?: [A-Z\d][\w.]*){0,2}){0,2}(?:[ \u00a0]+[—–―_-]|[ \u00a0]?(?:—|–|--)|:) ?"
)
_SENTENCE = pattern(r"[A-Z][a-z]? (?!and )[a-z]")  # “A man”, “In the”: no city in capitals begins so
# What every dateline of a paragraph has; in capitals a hyphen too may part it from the text.
_SIGNS = ("(", ":", "—", "–", " -", "/", "[", "--", "|", "_", "―", "\u00a0-", ")")
_FAST = frozenset("()/[|")
_ROLES = ("body", "deck", "headline", "subhead", "byline", "timestamp", "section", "note")
_DASH = pattern(r"(?:—|–|―|--|-) ?(?=[“\"‘']?[A-Z])")
_HEADS = ("headline", "byline", "timestamp", "section", "subhead")
_NO_CITIES = frozenset(name.upper() for name in (*COUNTRIES, *STATES))
_BEFORE = pattern(lambda: rf"\b(?i:{any_of(Datelines.of().before_places)}) $")
_NAME_BEFORE = pattern(r"\b([A-Z][a-z]+)\.? $")
_SPEAKS = pattern(r" (?:said|says|told)\b")


def read(zone: Zone, known: Known = nowhere) -> Dateline | None:
    """The dateline that a paragraph begins with, by any agency's grammar, flawed or not; None if it has none.

    `known` tells of a city in small letters whether the story has it for a place.
    """
    head = zone.text[:REACH]
    if not head[:1].isupper() and head[:1] not in ("(", "["):
        return None
    if len(zone.text) >= LINE:
        signs = any(map(head.__contains__, _SIGNS))
        if not signs and "-" not in head:
            return None  # the usual paragraph
        small = head[1:3].isalpha() and head[1:3].islower() and not head.startswith("Mac")
        if (small or _SENTENCE.match(head)) and (not signs or _FAST.isdisjoint(head)):
            return plain(zone, head, known) if signs and _PLACE_LIKE.match(head) else None
    return tagged(zone, head) or untagged(zone, head, known) or bracketed(zone, head) or plain(zone, head, known)


def _find(story: Story) -> Dateline | None:
    """The dateline field, or the first dateline of the first paragraphs, whatever these were taken for."""
    for zone in story.of("dateline"):
        return _in_field(story, zone)
    zones = [zone for zone in story.zones if zone.role in _ROLES and not zone.field]
    seen = 0
    for n, zone in enumerate(zones):
        near = seen < PARAGRAPHS
        if near and zone.role not in _HEADS:
            found = read(zone, lambda name: _is_place(story.prose.text, name))
        else:
            found = _beyond_doubt(zone)
        if near and not found and _may_stand_alone(zone, zones[n + 1 : n + 2]):
            found = _alone(story, zone, zones[n + 1])
        if found or seen >= FURTHER:
            return found
        seen += zone.role in ("body", "deck")
    return None


def opens_paragraph(text: str) -> bool:
    """Whether a text begins with a dateline that is one beyond doubt, and so is no headline."""
    head = text[:REACH]
    if not text[:1].isupper() or len(text) < SHORTEST or not ("(" in head or any(dash in head for dash in "—–-")):
        return False
    found = read(Zone("body", Span(0, len(text)), text))
    if not found:
        return False
    return bool(found.agency or found.region or (found.date and found.city) or found.city.upper() in ALL_CITIES)


def _in_field(story: Story, zone: Zone) -> Dateline:
    """What stands in a field, or on a line, that is there for it."""
    found = read(zone)
    if found:
        return found
    where = read_where(zone.text.rstrip(".:"), plain=True)
    parts = where.parts if where and where.parts else (DatelinePart("city", 0, len(zone.text), zone.text),)
    return Dateline(zone, 0, len(zone.text), parts, tuple(_cut_off(story, zone)))


def _beyond_doubt(zone: Zone) -> Dateline | None:
    """A dateline in what was taken for a headline or byline, or further down: a tag or a state makes one of it."""
    found = read(zone)
    if not found or (zone.role == "timestamp" and not found.agency):
        return None
    return found if found.agency or found.date or found.region else None


def _may_stand_alone(zone: Zone, below: Sequence[Zone]) -> bool:
    """Whether a line may be a place alone above the first paragraph, by its role and what follows."""
    if zone.role == "headline" or len(zone.text) >= LINE:
        return False
    return bool(below) and below[0].role in ("body", "deck", "list")


def _alone(story: Story, zone: Zone, below: Zone) -> Dateline | None:
    """A place on a line of its own."""
    where = place_alone(zone.text, below.text, story.prose.text)
    return Dateline(zone, 0, len(zone.text), where.parts, (*where.flaws, *_cut_off(story, zone))) if where else None


def place_alone(line: str, below: str, told: str) -> Where | None:
    """The place that a line above a paragraph is: one that the text knows, or that a dash below was cut off from.

    `told` is the whole text.
    """
    if len(line) >= LINE or not line[:1].isupper() or len(below) < SHORTEST:
        return None
    where = read_where(line.rstrip(".:,"), plain=True)
    cut = bool(_DASH.match(below))
    if not where or not where.text("city") or not (where.capitals or where.text("region") or cut):
        return None
    if cut and where.capitals:
        return where
    cities = [part.text for part in where.parts if part.sort == "city"]
    regions = [part.text for part in where.parts if part.sort == "region"]
    if any(city.upper() in _NO_CITIES for city in cities) or not all(map(known_region, regions)):
        return None
    return where if all(city.upper() in ALL_CITIES or _is_place(told, city) for city in cities) else None


def _cut_off(story: Story, zone: Zone) -> Iterator[Flaw]:
    """A line end between a dateline and its dash."""
    below = story.zones[story.zones.index(zone) + 1 :][:1]
    if below and not zone.field and _DASH.match(below[0].text):
        yield Flaw(0, len(zone.text), f"“{zone.text}” is cut off from its paragraph")


def _is_place(text: str, name: str) -> bool:
    """Whether a text speaks of being in or near somewhere of that name, in whatever letters, and of nobody of it."""
    found = False
    for start in _places_of(name, text):
        before = _NAME_BEFORE.search(text, max(0, start - 15), start)
        if (before and before[1] not in Vocabulary.of().function) or _SPEAKS.match(text, start + len(name)):
            return False
        found = found or bool(_BEFORE.search(text, max(0, start - 9), start))
    return found


def _places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands by itself in a text, in whatever letters but all small ones."""
    low, name = lower(text), lower(name)
    start = low.find(name)
    while start >= 0:
        end = start + len(name)
        if not text[start:end].islower() and _is_edge(text, start) and _is_edge(text, end):
            yield start
        start = low.find(name, start + 1)


def _is_edge(text: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before != "" and is_word(before)) != (after != "" and is_word(after))


dateline: Analysis[Dateline | None] = Analysis("dateline", _find)
