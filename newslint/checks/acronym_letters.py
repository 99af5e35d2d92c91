"""An acronym whose letters do not fit the name before it: “Food and Drink Office (FDA)”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import NEARLY, introductions
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Acronyms


class AcronymLetters(Rule):
    """Either the name or the letters are wrong, and readers cannot tell which.

    Only names of as many words as there are letters are told, of which one does not fit or two are swapped.
    """

    id = "acronym-letters"
    topic = "language"
    finds = "An acronym one of whose letters does not fit the name before it"
    severity = "warning"
    confidence = "medium"
    message = "letters that do not fit"
    when = {"language": ("en",)}
    needs = introductions
    examples = (
        Bad(
            "The Home Lending Office [[(HLA)]] is old.",
            message="“HLA” does not fit the name before it: one of the two is wrong",
        ),
        Bad("The Home Records Lending Act [[(HLRA)]] is old."),
        Good("The Home Lending Records Act (HLRA) and the Home Office (HOFF) met the HomeLab Group (HLG)."),
        Good("It works in Coordinated Universal Time (UTC).", note="known to follow no English words"),
        Good("“The Home Lending Office (HLA),” she wrote. Hill Vale Mills (LHR) is an airport."),
        KnownFalse("The Hogar Lending Fund [[(HLD)]] is old.", note="letters of a name in another language"),
    )

    evidence = Evidence(
        stories=3849,
        hits=3,
        wrong=0,
        cases=60,
        found=53,
        on="a letter of an acronym changed where an edited story introduces it",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each."""
        for found in story.get(introductions):
            if found.fit != NEARLY or found.short in Acronyms.of().other_order:
                continue
            if not story.get(quoted).meet(found.hit.span):
                said = f"“{found.short}” does not fit the name before it: one of the two is wrong"
                yield self.finding(found.hit.span, said)
