"""Buttons, labels and prompts of a page, left in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.roles import OTHER_HEADLINE, says_only_what_pages_say
from newslint.finding import Finding, Fix, deletion
from newslint.kinds.base import clipped
from newslint.lazy import pattern
from newslint.rule import Bad, Evidence, Good, Rule
from newslint.story import Story, Zone

# In these, roles are settled by the format: only a line that no reporter writes is taken for residue.
_FORMATS_WITH_ROLES = ("plain",)
_STORY = (
    "Ferry strike enters third week\n\n"
    "Ferries between the islands stayed in port for a third week on Monday as talks with the crews stalled.\n\n"
    "Both sides meet again on Thursday, when the mediator hopes for a deal that ends the strike.\n"
)


class PageChrome(Rule):
    """Copy taken from a page carries its buttons and prompts along.

    Readers of the next edition, the app or the wire then see them as if they were reporting.
    """

    id = "page-chrome"
    topic = "chrome"
    message = "“{match}” is page furniture, not part of the story"
    zones = ("chrome", "body", "credit")
    in_quotes = "both"
    evidence = Evidence(stories=1922, hits=25, wrong=2)
    examples = (
        Bad(
            "The minister resigned.\n[[SCROLL FOR NEXT]]\nShe gave no reason.\n",
            fixed="The minister resigned.\nShe gave no reason.\n",
        ),
        Bad(
            "The bridge was shut at noon.\n\n[[Advertisement]]\n\nIt opened again at dusk.\n",
            fixed="The bridge was shut at noon.\n\nIt opened again at dusk.\n",
        ),
        Bad("The vote was close.\n\n[[Sign up for our morning newsletter]]\n\nTurnout rose.\n"),
        Bad("[[Read more: Ferry strike enters its third week]]\n\nThe ferries stayed in port."),
        Bad(
            f"{_STORY}\n"
            "[[Share this article]]\n\n[[Facebook]]\n\n[[WhatsApp]]\n\n[[Comments]]\n\n[[Leave a comment]]\n",
            fixed=_STORY,
            format="plain",
        ),
        Good("Users must scroll for next week's listings, the company said."),
        Good("Share prices fell. Comments on the plan close in May. Subscribe, the poster said."),
        Good("The list is by Ana Ruiz.\n\n© 2026 Ana Ruiz. All rights reserved.\n", format="markdown"),
        Good("Read more books, the teacher told her class."),
        Good(
            f"{_STORY}\nReaction\n\n"
            "“I am glad that they talk,” Ana Ruiz said. “It is a month since my daughter last saw her school.”\n\n"
            "The school stands on the mainland.\n",
            format="plain",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a line."""
        left = _left_in_roles if story.format in _FORMATS_WITH_ROLES else _left_in_body
        for zone in story.of(*self.zones):
            if left(zone) and not (story.format not in _FORMATS_WITH_ROLES and _NOTICE.search(zone.text)):
                yield self._found(story, zone)

    def _found(self, story: Story, zone: Zone) -> Finding:
        words = clipped(zone.text)
        fix = Fix(
            "Delete this line", (deletion(story.source, zone.span),), "safe" if zone.confidence == "high" else "offer"
        )
        return self.finding(
            zone.span, self.message.replace("{match}", words), fixes=(fix,), confidence=zone.confidence
        )


_NOTICE = pattern(r"©|copyright|rights reserved|[.!?]$", re.IGNORECASE)  # what a post may say on purpose


def _left_in_roles(zone: Zone) -> bool:
    return bool(zone.why) and zone.kind in ("chrome", "credit") and OTHER_HEADLINE not in zone.why


def _left_in_body(zone: Zone) -> bool:
    return zone.kind == "body" and says_only_what_pages_say(zone.text)
