"""A headline in capitals: “MAYOR TO RESIGN TODAY”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_LEAST = 16  # letters; a shorter one may be made of short names


class HeadlineCapitals(Rule):
    """Capitals hide which words are names and shout in lists; screen readers may spell them out.

    If a design wants capitals, the page makes them.
    """

    id = "headline-capitals"
    topic = "structure"
    default = False
    finds = "A headline in capitals, such as “MAYOR TO RESIGN TODAY”"
    severity = "note"
    confidence = "high"
    message = "the headline is in capitals: write it in small letters, as the page will set it"
    in_quotes = "both"
    examples = (
        Bad(
            "[[COUNCIL CLOSES OLD BRIDGE]]\n\n"
            "The council voted on Monday to close the old bridge to lorries, the mayor's office said.\n",
            format="plain",
        ),
        Bad(
            "---\ntitle: \"[[TWO HELD AFTER 'WORST FIRE IN YEARS']]\"\n---\n\nThe fire burned on Monday.\n",
            format="markdown",
        ),
        Good("---\ntitle: NATO, EU and UN agree\n---\n\nThey agreed on Monday.\n", format="markdown"),
        Good("---\ntitle: NASA, ESA, JAXA\n---\n\nThey agreed.\n", format="markdown", note="names, and few letters"),
        Good("---\ntitle: BREAKING NEWS Two held after fire\n---\n\nThey were held.\n", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=103, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each headline."""
        for zone in story.of("headline"):
            if zone.text.isupper() and sum(map(str.isalpha, zone.text)) >= _LEAST:
                yield self.finding(zone.to_source(0, len(zone.text)))
