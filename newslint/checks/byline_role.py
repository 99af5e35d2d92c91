"""A byline with the writer's job or desk glued to the name: “By Ana Silva, Staff Writer”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Pages, any_of

_ROLE = pattern(
    lambda: (
        r"(?:[Bb][Yy]:? )?[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,3}"
        r"(?P<role>(?:, ?| ?[|/–—] ?| - |, ?the | )(?:[\w&.’'-]+ ){0,4}"
        rf"(?i:{any_of(Pages.of().trades)})(?:,? [\w&.’' -]{{1,40}})?)$"
    )
)


class BylineRole(Rule):
    """Sites and archives have a field of their own for it; in the name it makes another person of the writer."""

    id = "byline-role"
    topic = "structure"
    finds = "A writer's job glued to the name in the byline, such as “By Ana Silva, Staff Writer”"
    severity = "note"
    confidence = "medium"
    default = False
    message = "the byline holds a job beside the name"
    source = "news exchange formats have one element for the name and another for the job"
    when = {"language": ("en",)}
    in_quotes = "both"
    examples = (
        Bad(
            "---\ntitle: Mill opens\nauthor: Ana Silva[[, Staff Writer]]\n---\n\nThe mill opened.\n",
            format="markdown",
            fixed="---\ntitle: Mill opens\nauthor: Ana Silva\n---\n\nThe mill opened.\n",
            message="“Staff Writer” is no part of the name: give it a field or a line of its own",
        ),
        Good("---\ntitle: Mill opens\nauthor: Ana Silva\n---\n\nThe mill opened.\n", format="markdown"),
        Good("---\ntitle: Mill opens\nauthor: Staff Writer\n---\n\nThe mill opened.\n", format="markdown"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each byline."""
        for zone in story.of("byline"):
            found = _ROLE.fullmatch(zone.text) if len(zone.text) < 120 else None
            if found:
                place = zone.to_source(*found.span("role"))
                role = found["role"].strip(" ,|/–—-")
                fix = Fix("Delete it", (Edit(place, ""),), "offer")
                said = f"“{role}” is no part of the name: give it a field or a line of its own"
                yield self.finding(place, said, fixes=(fix,))
