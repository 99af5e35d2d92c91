"""A dateline in the copy that names another place than the file's own field for it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import Dateline, dateline, read
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar

PARAGRAPHS = 3  # in which the copy's dateline may stand
_WORD = pattern(r"[^\W\d_]{3,}")


class DatelineAndField(Rule):
    """Systems print the field, or sort by it, and readers see the copy: one of the two is an earlier version's."""

    id = "dateline-and-field"
    topic = "metadata"
    finds = "A dateline in the copy that names another place than the file's field for it"
    severity = "warning"
    confidence = "medium"
    default = False  # too few files of agencies are at hand to say how often it is right
    message = "the file's own dateline names another place"
    in_quotes = "both"
    examples = (
        Bad(
            "<nitf><body><body.head><dateline><location>((OSTERVIK, Ohio))</location></dateline></body.head>"
            "<body.content><p>[[FARGO, N.D.]] (AP) — The old bridge closed.</p></body.content></body></nitf>",
            format="nitf",
            message="“FARGO, N.D.” here, but the file's dateline says “OSTERVIK, Ohio”",
        ),
        Good(
            "<nitf><body><body.head><dateline><location>Fargo North Dakota</location></dateline></body.head>"
            "<body.content><p>FARGO, N.D. (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
        ),
        Good(
            "<nitf><body><body.head><dateline><story.date>November 30</story.date></dateline></body.head>"
            "<body.content><p>FARGO, N.D. (AP) — The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            note="the field has a date alone",
        ),
        Good(
            "<nitf><body><body.head><dateline><location>OSTERVIK, Ohio</location></dateline></body.head>"
            "<body.content><p>The old bridge closed on Monday.</p></body.content></body></nitf>",
            format="nitf",
            note="the field is the dateline that readers see",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the place in the copy."""
        said = story.metadata.get("dateline")
        if not isinstance(said, str) or not (found := copy_dateline(story)) or not found.city:
            return
        words = set(_WORD.findall(said.casefold())) - _not_places()
        cities = [city.text.casefold() for city, _ in found.places]
        if not words or any(word in city for city in cities for word in words):
            return
        first, region = found.places[0]
        end = region.end if region else first.end
        field = next((zone for zone in story.zones if zone.field == "dateline"), None)
        yield self.finding(
            found.zone.to_source(first.start, end),
            f"“{found.zone.text[first.start : end]}” here, but the file's dateline says “{said[:60]}”",
            related=[Related(field.span, "the file's dateline")] if field else [],
        )


def copy_dateline(story: Story) -> Dateline | None:
    """The dateline that the copy itself begins with."""
    found = story.get(dateline)
    if found is None or not found.zone.field:
        return found
    opening = [zone for zone in story.of("body") if not zone.field][:PARAGRAPHS]
    return next((other for zone in opening if (other := read(zone))), None)


def _not_places() -> frozenset[str]:
    """Words of a dateline that name no place: months, in any form."""
    months = (*Calendar.of().month_names, *Calendar.of().short_months)
    return frozenset(word.rstrip(".").casefold() for word in months)
