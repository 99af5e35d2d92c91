"""An acronym with two letters swapped, in a story that has defined it: “(HMDA)”, then “HDMA”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit
from newslint.analyses.text.words import ROLES, places
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

MOST_DEFINED = 40  # acronyms of a story that are looked at
_DEFINED = pattern(r"\(([A-Z]{3,8})\)")


class AcronymLettersSwapped(Rule):
    """Editors mend “HDMA” once it is out: no spelling checker knows an acronym, but the story itself has defined it.

    Only neighbours that changed places tell, and never the first letter: “TLS” and “LTS” are two things.
    """

    id = "acronym-letters-swapped"
    topic = "names"
    finds = "An acronym with two letters swapped, which the story has right where it defines it"
    severity = "warning"
    message = "two letters of this acronym are swapped"
    zones = tuple(sorted(ROLES))
    when = {"language": ("en",)}
    yields_to = ("house-name", "spelled-right-elsewhere", "link-text-spelling")
    evidence = Evidence(
        stories=3849,
        hits=2,
        wrong=0,
        cases=525,
        found=459,
        on="defined acronyms of edited stories, two letters swapped",
    )
    examples = (
        Bad(
            "The Home Lending Records Act (HLRA) is old. The mayor said on Monday that [[HRLA]] must go.",
            fixed="The Home Lending Records Act (HLRA) is old. The mayor said on Monday that HLRA must go.",
            message="“HRLA” is “HLRA” where this story defines it",
        ),
        Good("The Home Lending Records Act (HLRA) and the Home Rent Levy Act (HRLA) are old.", note="both defined"),
        Good("The Home Lending Records Act (HLRA) is old. HRLA must go. HRLA is no more, she wrote.", note="meant"),
        Good(
            "The Office of Public Records (OPR) asked. “PRO is no better,” it said, and ROP fell.", note="another one"
        ),
        Good("The Home Lending Records Act (HLRA) is old. “HRLA must go,” she said.", note="said, so not changed"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each acronym that stands once."""
        text = story.prose.text
        if ")" not in text:
            return
        defined = dict.fromkeys(_DEFINED.findall(text))
        for acronym in list(defined)[:MOST_DEFINED]:
            for odd in _swapped(acronym):
                if odd in text and odd not in defined:
                    hits = places(story, odd, ROLES)
                    if len(hits) == 1 and not story.get(quoted).meet(hits[0].span):
                        yield self._found(story, hits[0], acronym)

    def _found(self, story: Story, hit: ScanHit, right: str) -> Finding:
        at = [each.span for each in places(story, right, ROLES)][:3]
        fix = Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer")
        said = f"“{hit.text}” is “{right}” where this story defines it"
        return self.finding(hit.span, said, related=[Related(span, "so here") for span in at], fixes=(fix,))


def _swapped(acronym: str) -> Iterator[str]:
    """An acronym with two neighbours swapped, the first letter in its place."""
    for at in range(1, len(acronym) - 1):
        if acronym[at] != acronym[at + 1]:
            yield acronym[:at] + acronym[at + 1] + acronym[at] + acronym[at + 2 :]
