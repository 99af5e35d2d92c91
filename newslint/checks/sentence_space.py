"""Two spaces between sentences."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.checks.double_space import spaces_told
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

# Three or more spaces are there to align something.
_DOUBLE = pattern(r"  (?<=[.:!?”’\"']  )(?=[A-Z“‘\"'(])")


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
        yield from spaces_told(self, story, _DOUBLE)
