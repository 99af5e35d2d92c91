"""The name of a section, left above the headline."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Finding, Fix, deletion
from newslint.rule import Bad, Evidence, Good, Rule
from newslint.story import Story

_BODY = (
    "Divers brought up the last of the barrels on Sunday, a week after the freighter sank off the northern light.\n\n"
    "None of the barrels had leaked, the harbour authority said, and beaches will open again on Wednesday morning.\n"
)


class SectionLabel(Rule):
    """A section's name belongs to the page it came from.

    Above the headline in the copy it is set as if it were the headline.
    """

    id = "section-label"
    topic = "chrome"
    message = "“{match}” is the name of a section, left above the headline"
    zones = ("section",)
    evidence = Evidence(
        stories=1922, hits=0, wrong=0, cases=400, found=400, on="section names set above 400 edited stories"
    )
    examples = (
        Bad(
            f"[[World]]\n\nLast barrels raised from sunken freighter\n\n{_BODY}",
            fixed=f"Last barrels raised from sunken freighter\n\n{_BODY}",
            format="plain",
        ),
        Bad(f"[[Business News]]\n\nLast barrels raised from sunken freighter\n\n{_BODY}", format="plain"),
        Good(f"Last barrels raised from sunken freighter\n\n{_BODY}", format="plain"),
        Good(f"World first as barrels are raised by robot\n\n{_BODY}", format="plain"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a label."""
        for zone in story.of(*self.zones):
            if zone.why and not zone.field:
                fix = Fix("Delete this line", (deletion(story.source, zone.span),))
                yield self.finding(
                    zone.span, self.message.replace("{match}", zone.text), fixes=(fix,), confidence=zone.confidence
                )
