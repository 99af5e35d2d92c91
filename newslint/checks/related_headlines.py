"""Headlines of other stories, left at the foot, at the head or inside."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.roles import OTHER_HEADLINE
from newslint.finding import Finding, Fix, deletion
from newslint.kinds.base import clipped
from newslint.rule import Bad, Evidence, Good, Rule
from newslint.story import Story

_STORY = (
    "Council backs tram plan after long night\n\n"
    "The council backed the tram plan early on Tuesday after a debate that had begun on Monday afternoon.\n\n"
    "Engineers will test the ground along the harbour before the first rails are laid, the mayor's office said.\n\n"
    "Shopkeepers fear that two years of digging will keep their customers away from the old streets.\n\n"
    "The first line would run from the fish market to the hospital, and a second one on to the station.\n\n"
)


class RelatedHeadlines(Rule):
    """A page lists other stories round its own.

    Copied along, their headlines read as if they were the end of this one.
    """

    id = "related-headlines"
    topic = "chrome"
    message = "this reads like the headline of another story: “{match}”"
    zones = ("chrome",)
    in_quotes = "both"
    evidence = Evidence(
        stories=1922,
        hits=1,
        wrong=1,
        cases=3136,
        found=2601,
        on="headlines set below 400 edited stories, three to five at a time, half of them under “Related stories”",
    )
    examples = (
        Bad(
            _STORY + "[['They left in the night': Villagers speak of the dam's last hours]]\n\n"
            "[[Airline scraps winter flights to northern cities over fuel costs]]\n\n"
            "[[Rare owl found nesting in disused cinema]]\n\n"
            "[[Pianist cancels autumn tour after fall at festival]]\n",
            fixed=_STORY.rstrip() + "\n",
            format="plain",
        ),
        Good(_STORY + "The council meets again in May.\n", format="plain"),
        Good(
            _STORY + "The stops:\n\nHarbour\n\nFish market\n\nUniversity hospital\n\nStation\n",
            format="plain",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a headline."""
        for zone in story.of(*self.zones):
            if OTHER_HEADLINE in zone.why:
                fix = Fix("Delete this line", (deletion(story.source, zone.span),))
                yield self.finding(
                    zone.span,
                    self.message.replace("{match}", clipped(zone.text)),
                    fixes=(fix,),
                    confidence=zone.confidence,
                )
