"""An acronym introduced in brackets and never used."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import FITS, introductions
from newslint.base.lazy import compiled
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_SHORTEST = 3  # letters; two letters stand in brackets for many other things


class AcronymUnused(Rule):
    """Readers are given a second name to remember, and never need it; or the copy that used it was cut."""

    id = "acronym-unused"
    topic = "language"
    finds = "An acronym in brackets behind its name that the story never uses"
    severity = "note"
    status = "preview"
    default = False  # it states a fact, but many houses introduce what readers know better by its letters
    confidence = "medium"
    message = "an acronym that is never used"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "The Home Lending Records Act [[(HLRA)]] is old. The mayor said that it must go.",
            fixed="The Home Lending Records Act is old. The mayor said that it must go.",
            message="“HLRA” is introduced here and never used: take it out",
        ),
        Good("The Home Lending Records Act (HLRA) is old. The HLRA-led plan must go."),
        Good("The Home Lending Records Act (HLRA) is old. “HLRA must go,” she said."),
        Good("Senator Ana Ruiz (NYC) met Hill Mills (HLMX) and the HomeLab (see above)."),
        Good(
            "The Home Lending Records Act (HLRA) is old. See [the HLRA](https://hlra.example.org).", format="markdown"
        ),
    )

    evidence = Evidence(stories=3849, hits=294, wrong=35)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each."""
        for found in story.get(introductions):
            if found.fit != FITS or len(found.short) < _SHORTEST or story.get(quoted).meet(found.hit.span):
                continue
            if len(compiled(rf"(?i:{found.short})").findall(story.source.text)) > 1:
                continue
            span = found.hit.span
            blank = story.source.text[span.start - 1 : span.start] == " "
            fix = Fix("Take it out", (Edit(Span(span.start - blank, span.end), ""),), "offer")
            said = f"“{found.short}” is introduced here and never used: take it out"
            yield self.finding(span, said, fixes=(fix,))
