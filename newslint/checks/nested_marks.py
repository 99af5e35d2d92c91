"""Quotations inside quotations that have the same marks, or are never closed."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.mark_faults import NESTED, mark_faults
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story


class NestedMarks(Rule):
    """With the same marks inside and outside, readers take the inner quotation's end for the end of the outer one.

    A quotation inside a quotation has single marks inside double ones, or double ones inside single ones. There is
    no automatic fix, since the words are a speaker's.
    """

    id = "nested-marks"
    topic = "quotes"
    finds = "A quotation inside a quotation, with the same marks as the outer one"
    message = "a quotation inside a quotation needs single marks (‘…’)"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead")
    needs = mark_faults
    examples = (
        Bad(
            "“He said [[“no”]] twice,” Silva recalled.",
            message="a quotation inside a quotation needs single marks (‘…’)",
        ),
        Bad('"He said [["no"]] twice," Silva recalled.'),
        Bad('“He said [["no"]] twice,” Silva recalled.'),
        Bad("“He shouted [[“stop.”]]” Then he ran."),
        Bad(
            "“He told me [[‘]]go home and left,” Silva recalled.",
            message="the quotation inside the quotation opens here and is never closed",
        ),
        Bad('"He told me, [[\']]Go home and left," Silva recalled.'),
        Good("“He said ‘no’ twice,” Silva recalled."),
        Good("‘He said “no” twice,’ Silva recalled."),
        Good("\"He said 'no' twice,\" Silva recalled."),
        Good("“We ran it in the ’90s,” she said. “It was rock ’n’ roll.”"),
        Good("“We ran it in the ‘90s,” she said.", note="another rule's fault"),
        Good('"We told \'em to go," she said. "\'Cause they were late."'),
        Good("“He stands 6'2\" in his socks,” she said."),
        Good("“He told me, ‘Go home.\n“‘Go home and stay there,’ he said.”", note="the inner one runs on"),
        Good("“No,” he said. “No,” he said again."),
        Good('"It was dark. "Then the lights came on."', note="joined paragraphs of a running quotation"),
    )
    evidence = Evidence(stories=2662, hits=17, wrong=1)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each inner quotation."""
        for fault in story.get(mark_faults):
            if fault.kind == NESTED:
                yield self.finding(fault.zone.to_source(fault.start, fault.end), fault.message)
