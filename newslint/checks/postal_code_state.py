"""A state's postal code in running text: “in Reno, NV”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newslint.analyses.dates.own_copy import own_copy
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Places, any_of


@cache
def _states() -> dict[str, str]:
    """The state for each postal code."""
    return {forms[1]: state for state, forms in Places.of().state_forms.items() if len(forms) > 1}


_CODE = pattern(lambda: rf", (?P<code>{any_of(_states())})(?![\w-]|\.\w| ?\d)")
_CITY = pattern(
    r"\b(?:in|from|near|of|at|to|outside|around|and) (?:St\. )?(?:[A-Z][a-z-]{1,20} ){0,2}[A-Z][a-z-]{1,20}$"
)
_BEFORE = 80  # code points before a code in which its city stands


class PostalCodeState(Rule):
    """The two letters are for envelopes; in copy few readers outside the country know that MI is Michigan."""

    id = "postal-code-state"
    topic = "places"
    finds = "A state's postal code in the copy, such as “in Reno, NV”"
    severity = "warning"
    confidence = "medium"
    message = "this is a postal code"
    zones = ("body",)
    when = {"language": ("en",)}
    source = "apstylebook.blogspot.com, state names, June 2009"
    examples = (
        Bad(
            "She came from Reno, [[NV]], to Ann Arbor, [[MI]].",
            fixed="She came from Reno, Nevada, to Ann Arbor, Michigan.",
            message="“NV” is a postal code: write “Nevada”",
        ),
        Good("She came from Reno, Nevada. Write to 12 Mill Road in Reno, NV 89501."),
        Good("The fair of Bray OK is shut, said Silva (R-NV). “I came from Reno, NV,” she wrote."),
        Good("She came from Washington, DC, to La Paz."),
    )

    evidence = Evidence(stories=3849, hits=10, wrong=0)

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A code."""
        return (source_of(_CODE),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each code."""
        if story.language != "en":
            return
        for hit in own_copy(story, _CODE, self.zones):
            code = hit.match["code"]
            start = hit.end - len(code)
            if not _CITY.search(hit.zone.text, max(0, hit.start - _BEFORE), hit.start):
                continue
            state = _states()[code]
            place = hit.zone.to_source(start, hit.end)
            fix = Fix(f"Write “{state}”", (Edit(place, state),), "offer")
            yield self.finding(place, f"“{code}” is a postal code: write “{state}”", fixes=(fix,))
