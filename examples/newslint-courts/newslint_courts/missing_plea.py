"""A story that says what somebody is charged with, and never how they plead."""

import re
from collections.abc import Iterator

from newslint import Bad, Finding, Good, Option, Related, Rule, Story

CHARGED = re.compile(r"\b(?:is|was|has been|were|are) charged with\b")
PLEA = re.compile(r"\b(?:plea|pleads?|pleaded|pleading|den(?:y|ies|ied)|admit(?:s|ted)?|no comment)\b", re.IGNORECASE)


class MissingPlea(Rule):
    """A defendant's answer to a charge belongs in the story that reports it, even when there is none yet."""

    id = "courts/missing-plea"
    topic = "ethics"
    message = "the story reports a charge, but not how it was answered"
    zones = ("body", "list")
    ask = Option(False, "only ask, as a note, where the story is a brief of two paragraphs or fewer")
    examples = (
        Bad("Karl Brandt [[was charged with]] theft.\nThe hearing is on Friday.\nThe court sits at ten."),
        Bad("Ada Poole [[was charged with]] theft on Monday. Leo Marsh ((is charged with)) arson."),
        Good("Karl Brandt was charged with theft. He has not entered a plea."),
        Good("Karl Brandt was charged with theft, which he denies."),
        Good("The battery was charged overnight."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        zones = list(story.of(*self.zones))
        if any(PLEA.search(zone.text) for zone in zones):
            return
        places = [zone.to_source(*m.span()) for zone in zones for m in CHARGED.finditer(zone.text)]
        if places:
            brief = self.ask and len(zones) <= 2
            yield self.finding(
                places[0],
                related=[Related(span, "charged here too") for span in places[1:]],
                severity="note" if brief else None,
                label="no plea, denial or admission anywhere in the story",
            )
