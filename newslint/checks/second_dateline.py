"""A dateline further down in a story that began with one: two stories pasted together."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import dateline, read
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_DASHES = frozenset("—–-_")
_MOST = 2  # a story with more is a round-up


class SecondDateline(Rule):
    """What follows was another story, or an earlier version of this one; its place and day are not this story's."""

    id = "second-dateline"
    topic = "structure"
    finds = "A second dateline further down in a story"
    severity = "warning"
    confidence = "medium"
    message = "a second dateline: is this another story, or an earlier version of this one?"
    in_quotes = "both"
    unless = {"kind": ("live", "list")}
    needs = dateline
    examples = (
        Bad(
            "((OSTERVIK, Ohio (AP) — ))The old bridge closed on Monday after a flood.\n\n"
            "[[FARGO, N.D. (AP) — ]]The old bridge in Ostervik closed on Monday.",
        ),
        Good("OSTERVIK, Ohio (AP) — The old bridge closed on Monday.\n\nFARGO (AP) was where the news broke."),
        Good("OSTERVIK, Ohio (AP) — The old bridge closed.\n\nTRUMP: I think so.\n\nNATO — The alliance met."),
        Good(
            "OSTERVIK, Ohio (AP) — A bridge closed.\n\nFARGO, N.D. (AP) — A mill burned.\n\nPARIS (AP) — Rain fell.",
            note="a round-up",
        ),
    )

    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=60,
        found=59,
        on="a dateline set before a later paragraph of edited stories",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the second dateline."""
        first = story.get(dateline)
        if first is None or not any(part.sort == "agency" for part in first.parts):
            return
        further = []
        for zone in story.of("body"):
            if zone.span.start > first.zone.span.start and zone.text[:2].isupper():
                found = read(zone)
                parted = found and not _DASHES.isdisjoint(zone.text[found.start : found.end + 3])
                if found and parted and any(part.sort == "agency" for part in found.parts):
                    further.append(found)
        if len(further) in range(1, _MOST):
            place = further[0].zone.to_source(further[0].start, further[0].end)
            there = first.zone.to_source(first.start, first.end)
            yield self.finding(place, related=[Related(there, "the first")])
