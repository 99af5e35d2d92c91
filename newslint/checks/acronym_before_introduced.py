"""An acronym used before the story says what it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import FITS, introductions
from newslint.analyses.text.words import places
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Acronyms

_SHORTEST = 3  # letters
_COPY = frozenset(("body", "list"))


class AcronymBeforeIntroduced(Rule):
    """Readers meet it without knowing it, and are told further down: a paragraph was moved, or put in."""

    id = "acronym-before-introduced"
    topic = "language"
    finds = "An acronym that stands in the copy before the place that says what it means"
    severity = "warning"
    confidence = "medium"
    message = "an acronym before its name"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "[[HLRA]] papers are old. The mayor said that the Home Lending Records Act (HLRA) must go.",
            message="“HLRA” stands here before the story says what it means",
        ),
        Good("The Home Lending Records Act (HLRA) is old. The mayor said that the HLRA must go."),
        Good("FBI men came. The Federal Bureau of Investigation (FBI) was asked.", note="every reader knows it"),
        Good("“HLRA is old,” she said. The Home Lending Records Act (HLRA) must go.", note="said, so it cannot wait"),
        Good("HLRA row flares up in Vale\n\nThe Home Lending Records Act (HLRA) is old, the mayor said.", format="plain"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each, at the first place."""
        told: set[str] = set()
        for found in story.get(introductions):
            if found.fit != FITS or len(found.short) < _SHORTEST or found.short in told:
                continue
            told.add(found.short)
            if found.short in Acronyms.of().known or story.get(quoted).meet(found.hit.span):
                continue
            before = [hit.span for hit in places(story, found.short, _COPY) if hit.span.end <= found.hit.span.start]
            if before and not story.get(quoted).meet(before[0]):
                said = f"“{found.short}” stands here before the story says what it means"
                yield self.finding(before[0], said, related=[Related(found.hit.span, "told here")])
