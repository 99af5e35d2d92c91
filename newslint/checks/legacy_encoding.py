"""Files that are not saved as UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story


class LegacyEncoding(Rule):
    """Software that reads this file as UTF-8 will garble its quotation marks and accents."""

    id = "legacy-encoding"
    topic = "integrity"
    finds = "A file in an old Windows encoding instead of UTF-8"
    severity = "note"
    confidence = "high"
    message = (
        "this file is in an old Windows encoding: save it as UTF-8, or its quotation marks and accents will be lost"
    )
    in_quotes = "both"
    examples = (
        Bad("[[T]]he café’s owner left.", encoding="cp1252"),
        Good("The café’s owner left."),
    )
    evidence = Evidence(stories=2662, hits=0, wrong=0, cases=25, found=25, on="edited stories saved as Windows-1252")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the file, at its first character."""
        if story.source.encoding == "cp1252":
            yield self.finding(Span(0, min(1, len(story.source.text))))
