"""Two spaces between sentences."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import is_code
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

# Three or more spaces are there to align something.
_DOUBLE = pattern(r"  (?<=[.:!?”’\"']  )(?=[A-Z“‘\"'(])")
MOST_PLACES = 12  # of one story that are told


class SentenceSpace(Rule):
    """A habit from the typewriter. One space parts sentences in print, and in Markdown nobody sees the second."""

    id = "sentence-space"
    topic = "punctuation"
    finds = "Two spaces between sentences"
    severity = "note"
    status = "preview"
    default = False
    confidence = "medium"
    message = "two spaces between sentences"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    unless = {"format": ("markdown",)}
    examples = (
        Bad(
            "The mill burned.[[  ]]Nobody slept.((  ))It was late.",
            fixed="The mill burned. Nobody slept. It was late.",
            message="two spaces between sentences, in 2 places",
        ),
        Good("The  mill burned. Nobody slept."),
        Good("The mill burned.  Nobody slept.", format="markdown"),
        Good("“The mill burned.  Nobody slept,” she wrote."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first place."""
        if "  " not in story.prose.text:
            return
        hits = [hit for hit in scan(story, _DOUBLE, self.zones) if hit.is_typed_so(story)]
        spans = [hit.span for hit in hits if not story.get(quoted).meet(hit.span)]
        spans = [span for span in spans if not is_code(story, span.start)]
        if spans:
            edits = tuple([Edit(Span(span.start, span.start + 1), "") for span in spans])
            places = f", in {len(spans)} places" if len(spans) > 1 else ""
            related = [Related(span, "here too") for span in spans[1:MOST_PLACES]]
            fix = Fix("Leave one space", edits, "safe")
            yield self.finding(spans[0], f"{self.message}{places}", related=related, fixes=(fix,))
