"""A name with a capital inside, written without it: “Github”, “javascript”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit
from newslint.analyses.text.words import places, words
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Brands

MOST_PLACES = 12  # of one name that are told


@cache
def _names() -> dict[str, str]:
    """The names, by their letters."""
    return {name.lower(): name for name in Brands.of().capitals}


@cache
def _letters() -> frozenset[str]:
    return frozenset(_names())


class BrandCapitals(Rule):
    """Readers know how a maker writes its name; of what editors mend, its capitals are among the most frequent."""

    id = "brand-capitals"
    topic = "names"
    finds = "A maker's name without the capital inside it, such as “Github”"
    severity = "warning"
    confidence = "medium"
    message = "this name has a capital inside"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note", "alt")
    yields_to = ("house-name", "inconsistent-name")
    examples = (
        Bad(
            "The code is on [[Github]], the film on YouTube. ((Github)) is down.",
            fixed="The code is on GitHub, the film on YouTube. GitHub is down.",
            message="“Github” is written “GitHub”",
        ),
        Bad("It needs [[javascript]] to run.", fixed="It needs JavaScript to run."),
        Good("The code is on github.com/example, under @github and in javascript:void, not on GITHUB."),
        Good("“It is on Github,” she said."),
        Good("Use `javascript` here.", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=79, wrong=3)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each wrong form, at its first place."""
        for letters in sorted(story.get(words) & _letters()):
            for slip in (letters.capitalize(), letters):
                hits = [hit for hit in places(story, slip, _ROLES) if not _is_slug(hit)]
                hits = [hit for hit in hits if not story.get(quoted).meet(hit.span)]
                if hits:
                    yield self._found(slip, _names()[letters], hits)

    def _found(self, slip: str, name: str, hits: list[ScanHit]) -> Finding:
        sure = not slip.islower() or name in Brands.of().written_small
        fix = Fix(f"Write “{name}”", tuple(Edit(hit.span, name) for hit in hits), "offer")
        related = [Related(hit.span, "here too") for hit in hits[1:MOST_PLACES]]
        said = f"“{slip}” is written “{name}”"
        return self.finding(hits[0].span, said, related=related, fixes=(fix,), confidence=None if sure else "low")


def _is_slug(hit: ScanHit) -> bool:
    """Whether a name without a capital is part of a compound, as in addresses and names of packages."""
    text = hit.zone.text
    return hit.text.islower() and "-" in text[hit.start - 1 : hit.start] + text[hit.end : hit.end + 1]


_ROLES = frozenset(BrandCapitals.zones)
