"""Summer time in winter or standard time in summer: “7 p.m. EST” in July."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.dates.moments import MONTHS, dates
from newslint.analyses.dates.own_copy import own_copy
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

_ZONE = pattern(r"\d ?(?:[ap]\.?m\.?|[AP]\.?M\.?)? \(?(?P<zone>[ECP][SD]T|MDT|BST|CEST)(?![\w/-])")
_SUMMER = frozenset(range(4, 11))  # months that lie in summer time as a whole, in America and in Europe
_WINTER = frozenset((12, 1, 2))
_IN_SUMMER = {"EST": "EDT", "CST": "CDT", "PST": "PDT"}
_IN_WINTER = {"EDT": "EST", "CDT": "CST", "PDT": "PST", "MDT": "MST", "BST": "GMT", "CEST": "CET"}


class ZoneOutOfSeason(Rule):
    """Who follows the zone as written comes an hour early or late; such slips are the habit of another season.

    The date in the paragraph decides, or else the story's own.
    """

    id = "zone-out-of-season"
    topic = "dates"
    finds = "Standard time in summer or summer time in winter, such as “7 p.m. EST” in July"
    severity = "warning"
    confidence = "medium"
    message = "this zone does not hold in that month"
    zones = ("body", "list", "deck")
    when = {"language": ("en",)}
    examples = (
        Bad(
            "The mill opens on July 4, 2025, at 7 p.m. [[EST]].",
            fixed="The mill opens on July 4, 2025, at 7 p.m. EDT.",
            message="“EST” does not hold in July: EDT, or ET, which is right all year",
        ),
        Bad("The mill opens on 4 January at 7 p.m. [[BST]]."),
        Good("The mill opens on July 4 at 7 p.m. EDT, 4 p.m. PDT or 8 p.m. ET, and on March 9 at 7 p.m. EST."),
        Good("The mill opens at 7 p.m. EST, as ever.\n\nIt shuts at 5 p.m. MST on July 4."),
        Good("It opens on July 4, and on January 5 at 7 p.m. EST.", note="two dates: which is meant is not told"),
        Good("China's CST stands 8 hours ahead on July 4, 2025."),
    )

    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=60,
        found=55,
        on="“at 7 p.m. EST” set behind days of summer in edited stories",
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A time with its zone."""
        return (source_of(_ZONE),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each zone."""
        if story.language != "en":
            return
        for hit in own_copy(story, _ZONE, self.zones):
            months = _months(story, hit.zone)
            zone = hit.match["zone"]
            right = ""
            if months and months <= _SUMMER:
                right = _IN_SUMMER.get(zone, "")
            elif months and months <= _WINTER:
                right = _IN_WINTER.get(zone, "")
            if right:
                place = hit.zone.to_source(hit.end - len(zone), hit.end)
                fix = Fix(f"Write “{right}”", (Edit(place, right),), "offer")
                general = f", or {zone[0]}T, which is right all year" if len(zone) == 3 and zone != "BST" else ""
                when = MONTHS[min(months) - 1]
                yield self.finding(place, f"“{zone}” does not hold in {when}: {right}{general}", fixes=(fix,))


def _months(story: Story, zone: Zone) -> set[int]:
    """The months of the dates in a paragraph."""
    return {day.month for moment in story.get(dates) if moment.zone is zone for day in moment.readings if day.exists}
