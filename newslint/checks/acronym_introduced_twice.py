"""An acronym introduced twice, with its words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import FITS, Introduction, introductions
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story


class AcronymIntroducedTwice(Rule):
    """Once told, the short form stands by itself; the second time shows that parts were joined."""

    id = "acronym-introduced-twice"
    topic = "language"
    finds = "An acronym that a story introduces a second time, with its full name"
    severity = "note"
    confidence = "medium"
    message = "an acronym introduced twice"
    when = {"language": ("en",)}
    needs = introductions
    examples = (
        Bad(
            "The Home Records Act (HRA) is old. HRA papers say so. The [[Home Records Act (HRA)]] must go.",
            fixed="The Home Records Act (HRA) is old. HRA papers say so. The HRA must go.",
            message="“HRA” was introduced further up: the short form is enough here",
        ),
        Good("The Home Records Act (HRA) is old. The Hill River Act (HRA) is new.", note="two things"),
        Good("The Home Records Act (HRA) is old. “The Home Records Act (HRA) must go,” she wrote."),
    )

    evidence = Evidence(
        stories=3849,
        hits=64,
        wrong=4,
        cases=60,
        found=59,
        on="an acronym given its name again further down in edited stories",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each that comes again."""
        first: dict[tuple[str, tuple[str, ...]], Introduction] = {}
        for found in story.get(introductions):
            if found.fit != FITS or found.hit.zone.role == "caption" or story.get(quoted).meet(found.hit.span):
                continue
            key = (found.short, tuple([word.lower() for word in found.words]))
            if key not in first:
                first[key] = found
                continue
            zone = found.hit.zone
            span = Span(zone.to_source(found.start, found.hit.end).start, found.hit.span.end)
            fix = Fix(f"Write “{found.short}”", (Edit(span, found.short),), "offer")
            said = f"“{found.short}” was introduced further up: the short form is enough here"
            yield self.finding(span, said, related=[Related(first[key].hit.span, "first here")], fixes=(fix,))
