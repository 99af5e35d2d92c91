"""Two spaces where one belongs: “the  mill”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import is_code
from newslint.base.lazy import pattern, source_of
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

# Three or more spaces are there to align something.
_DOUBLE = pattern(r"  (?<=[\w,;%)]  )(?=[\w“‘\"'(£$€])")
MOST_PLACES = 12  # of one story that are told


class DoubleSpace(Rule):
    """A hole in the line, left over where a word was cut. In Markdown nobody sees it.

    Two spaces between sentences are a habit of typists, and another rule's.
    """

    id = "double-space"
    topic = "punctuation"
    default = False
    finds = "Two spaces in a row within a sentence"
    severity = "note"
    confidence = "medium"
    message = "two spaces where one belongs"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    unless = {"format": ("markdown",)}
    examples = (
        Bad(
            "The[[  ]]mill burned and((  ))nobody slept.",
            fixed="The mill burned and nobody slept.",
            message="two spaces where one belongs, in 2 places",
        ),
        Bad("The mill,[[  ]]which was old, burned.", fixed="The mill, which was old, burned."),
        Good("The mill burned.  Nobody slept.\nMill     7 p.m.     Hill"),
        Good("The mill burned.  \nNobody slept.", format="markdown"),
        Good("The  mill burned.", format="markdown"),
        Good("“The mill  burned,” she wrote.", note="what is quoted is left alone"),
    )

    evidence = Evidence(
        stories=2662,
        hits=109,
        wrong=14,
        cases=60,
        found=59,
        on="spaces doubled in edited stories; they were counted in plain text",
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """Two spaces."""
        return (source_of(_DOUBLE),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first place."""
        yield from spaces_told(self, story, _DOUBLE)


def spaces_told(rule: Rule, story: Story, form: re.Pattern[str]) -> Iterator[Finding]:
    """One finding of a rule for all pairs of spaces that a form finds in a story, at the first."""
    if "  " not in story.prose.text:
        return
    hits = [hit for hit in scan(story, form, rule.zones) if hit.is_typed_so(story)]
    spans = [hit.span for hit in hits if not story.get(quoted).meet(hit.span)]
    spans = [span for span in spans if not is_code(story, span.start)]
    if spans:
        edits = tuple([Edit(Span(span.start, span.start + 1), "") for span in spans])
        places = f", in {len(spans)} places" if len(spans) > 1 else ""
        related = [Related(span, "here too") for span in spans[1:MOST_PLACES]]
        fix = Fix("Leave one space", edits, "safe")
        yield rule.finding(spans[0], f"{rule.message}{places}", related=related, fixes=(fix,))
