"""A place that a file says its story is from, and a dateline that spells it otherwise or names another."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.analyses.dates.places import COUNTRIES, STATES
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, KnownFalse, Option, Rule
from newslint.model.story import Story

SHORTEST = 5  # letters of a place's name of which a misspelling is told
_NEAR = 0.84  # how alike two spellings of one name are, as difflib counts
_LETTERS = pattern(r"[^\W\d_]+")


class LocatedAndDateline(Rule):
    """Search, maps and desks go by the place in the file's data, readers by the dateline.

    A story may well be filed from elsewhere than its dateline says (AP has both in one file), so another place is
    told only with `other-places`; one name spelled two ways always is.
    """

    id = "located-and-dateline"
    topic = "metadata"
    finds = "A dateline that spells its place otherwise than the file's data"
    severity = "warning"
    confidence = "medium"
    default = False  # too few files of agencies are at hand to say how often it is right
    message = "the file's data spell this place otherwise"
    in_quotes = "both"
    needs = dateline
    other_places = Option(False, "also tell of a dateline from another place than the one in the data")
    examples = (
        Bad(
            "<nitf><head><docdata><evloc city='((Ostervick))'/></docdata></head><body><body.content>"
            "<p>[[OSTERVIK]], Ohio (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            message="“OSTERVIK” here, but the file's data have “Ostervick”",
        ),
        Bad(
            "<nitf><head><docdata><evloc city='((Fargo))'/></docdata></head><body><body.content>"
            "<p>[[OSTERVIK]], Ohio (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            options={"other-places": True},
        ),
        Good(
            "<nitf><head><docdata><evloc city='Fargo'/></docdata></head><body><body.content>"
            "<p>OSTERVIK, Ohio (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            note="filed from another desk",
        ),
        Good(
            "<nitf><head><docdata><evloc city='Ostervik, OH, USA'/></docdata></head><body><body.content>"
            "<p>OSTERVIK, Ohio (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
        ),
        KnownFalse(
            "<nitf><head><docdata><evloc city='Hannover'/></docdata></head><body><body.content>"
            "<p>[[HANOVER]], Germany (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            note="one name in two languages",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the dateline's place."""
        located = story.metadata.get("located")
        found = story.get(dateline) if isinstance(located, str) else None
        if not isinstance(located, str) or found is None or not found.city:
            return
        name = located.partition(",")[0].strip()
        told, cities = _key(name), [_key(city.text) for city, _ in found.places]
        if not told or name in COUNTRIES or name in STATES or any(city in told or told in city for city in cities):
            return
        near = any(_is_near(told, city) for city in cities)
        if near or self.other_places:
            first = found.places[0][0]
            field = next((zone for zone in story.zones if zone.field == "located"), None)
            yield self.finding(
                found.zone.to_source(first.start, first.end),
                f"“{first.text}” here, but the file's data have “{name[:40]}”",
                related=[Related(field.span, "the file's place")] if field else [],
            )


def _key(name: str) -> str:
    return " ".join(_LETTERS.findall(name.casefold()))


def _is_near(one: str, other: str) -> bool:
    """Whether two names are one, misspelt: alike, and not only at their ends, as “Geneva” and “Geneve” are."""
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0] or one[:-1] == other[:-1]:
        return False
    from difflib import SequenceMatcher  # here: seldom asked

    return SequenceMatcher(None, one, other).ratio() >= _NEAR
