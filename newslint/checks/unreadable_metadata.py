"""Front matter that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story


class UnreadableMetadata(Rule):
    """What cannot be read here will be missing from the page: the headline, the date or the byline."""

    id = "unreadable-metadata"
    topic = "metadata"
    finds = "Front matter that cannot be read"
    severity = "error"
    confidence = "high"
    message = "the metadata cannot be read"
    in_quotes = "both"
    examples = (
        Bad("---\ntitle: Bridge closes\n[[author: [Ana Silva]]\n---\n\nIt closed on Monday.\n", format="markdown"),
        Good("---\ntitle: Bridge closes\nauthor: [Ana Silva]\n---\n\nIt closed on Monday.\n", format="markdown"),
        Good("No metadata, no fault.\n", format="markdown"),
    )
    evidence = Evidence(
        stories=2662, hits=0, wrong=0, cases=60, found=60, on="front matter of public posts damaged in six ways"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place that could not be read, with the reason."""
        for span, reason in story.damage:
            yield self.finding(span, f"the metadata cannot be read: {reason}")
