"""An acronym used before the story says what it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import FITS, introductions
from newslint.analyses.text.words import places
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Acronyms

_SHORTEST = 3  # letters
_COPY = frozenset(("body",))


class AcronymBeforeIntroduced(Rule):
    """Readers meet it without knowing it, and are told further down: a paragraph was moved, or put in."""

    id = "acronym-before-introduced"
    topic = "language"
    finds = "An acronym that stands in the copy before the place that says what it means"
    severity = "warning"
    confidence = "medium"
    message = "an acronym before its name"
    when = {"language": ("en",)}
    needs = introductions
    examples = (
        Bad(
            "[[HLRA]] papers are old. The mayor said that the Home Lending Records Act (HLRA) must go.",
            message="“HLRA” stands here before the story says what it means",
        ),
        Good("The Home Lending Records Act (HLRA) is old. The mayor said that the HLRA must go."),
        Good("The Home Lending Records Act is old, as HLRA papers say. The Home Lending Records Act (HLRA) must go."),
        Good("HLRA House is old. The Home Lending Records Act (HLRA) must go.", note="part of a name"),
        Good("FBI men came. The Federal Bureau of Investigation (FBI) was asked.", note="every reader knows it"),
        Good("“HLRA is old,” she said. The Home Lending Records Act (HLRA) must go.", note="said, so it cannot wait"),
        Good(
            "HLRA row flares up in Vale\n\nThe Home Lending Records Act (HLRA) is old, the mayor said.",
            format="plain",
        ),
    )

    evidence = Evidence(
        stories=3849,
        hits=15,
        wrong=2,
        cases=60,
        found=50,
        on="sentences with an acronym set above the place where an edited story introduces it",
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
            name = found.hit.zone.text[found.start : found.hit.start].strip()
            seen = [
                hit.span for hit in places(story, found.short, _COPY) if not _is_apart(story, hit.span, found.short)
            ]
            before = [span for span in seen if span.end <= found.hit.span.start]
            if before and name.casefold() in story.source.text[: before[0].start].casefold():
                continue  # the name stands in full further up
            if before and not story.get(quoted).meet(before[0]):
                said = f"“{found.short}” stands here before the story says what it means"
                yield self.finding(before[0], said, related=[Related(found.hit.span, "told here")])


def _is_apart(story: Story, span: Span, short: str) -> bool:
    """Whether it stands in brackets, before its own short form (“AMD (AMD)”) or in a name (“PVH Corp”)."""
    text = story.source.text
    if text[span.start - 1 : span.start] == "(" or text.startswith(f" ({short})", span.end):
        return True
    return text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper()
