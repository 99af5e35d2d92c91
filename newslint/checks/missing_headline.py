"""Stories without a headline, and files without a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.finding import Finding
from newslint.rule import Bad, Evidence, Good, Rule
from newslint.story import Story
from newslint.text import Span

_OPENING = re.compile(r"(?:\S+\s+){0,5}\S+")


class MissingHeadline(Rule):
    """A story that goes out without a headline cannot be found, shared or laid out."""

    id = "missing-headline"
    topic = "structure"
    severity = "warning"
    confidence = "high"
    message = "the story has no headline"
    in_quotes = "both"
    examples = (
        Bad("---\ndate: 2025-12-02\n---\n\n[[The old bridge closed on Monday]] after a flood.\n", format="markdown"),
        Bad("[[]]", format="plain", message="this file holds no story"),
        Bad("[[]]\n \n\n", format="markdown", message="this file holds no story"),
        Good("---\ntitle: Bridge closes\n---\n\nThe old bridge closed on Monday.\n", format="markdown"),
        Good("The old bridge closed on Monday.", note="a fragment, not a file"),
    )
    evidence = Evidence()

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, where the story begins."""
        if not story.source.text.strip():
            yield self.finding(Span(0, 0), "this file holds no story")
            return
        if story.format == "fragment" or any(story.of("headline")):
            return
        first = next(story.of("body", "list", "quote-block", "caption", "deck", "subhead"), None)
        if first is None:
            yield self.finding(Span(0, 0))
            return
        opening = _OPENING.match(first.text)
        yield self.finding(first.to_source(0, opening.end() if opening else len(first.text)))
