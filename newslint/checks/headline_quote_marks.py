"""Double quotation marks in a headline where the house sets single ones there, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.forms import DOUBLE, SINGLE, quotations
from newslint.model.finding import Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story


class HeadlineQuoteMarks(Rule):
    """Many houses set single marks in headlines, where every letter counts, and double ones below."""

    id = "headline-quote-marks"
    topic = "quotes"
    finds = "A headline's quotation marks in the form that the house does not use there"
    severity = "note"
    status = "preview"
    default = False
    message = "quotation marks of the other form"
    zones = ("headline",)
    in_quotes = "both"
    axis = "headline-quote-marks"
    forms = (SINGLE, DOUBLE)
    examples = (
        Bad(
            "Mayor calls mill [[“a ruin”]] of stone\n\nThe mayor spoke of the mill on Monday, and left it.\n",
            style={"headline-quote-marks": "single"},
            fixed="Mayor calls mill ‘a ruin’ of stone\n\nThe mayor spoke of the mill on Monday, and left it.\n",
            message="single marks in a headline, not double ones",
            format="plain",
        ),
        Bad(
            "Mayor calls mill [['a ruin']]\n\nThe mayor spoke of the mill on Monday, and left.\n",
            style={"headline-quote-marks": "double"},
            fixed='Mayor calls mill "a ruin"\n\nThe mayor spoke of the mill on Monday, and left.\n',
            format="plain",
        ),
        Good(
            "Mayor's men call mill ‘a ruin’\n\nThe mayor spoke of the mill on Monday, and left it.\n",
            style={"headline-quote-marks": "single"},
            format="plain",
        ),
        Good("She called it “a ruin” on Monday.", style={"headline-quote-marks": "single"}, note="no headline"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each quotation of a headline."""
        found = list(quotations(story, self.zones))
        forms = {each.form for each in found}
        right = self.house(story) or (SINGLE if len(forms) > 1 else "")
        for each in found:
            if right and each.form != right:
                other = DOUBLE if right == SINGLE else SINGLE
                fixes = (Fix(f"Set {right} marks", each.edits, "offer"),) if each.edits else ()
                yield self.finding(each.span, f"{right} marks in a headline, not {other} ones", fixes=fixes)
