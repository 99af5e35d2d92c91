"""Double quotation marks where the house sets single ones, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.forms import DOUBLE, SINGLE, quotations
from newslint.model.finding import Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

_LEAST = 3  # words of a quotation; a shorter one in single marks may be a term or a title
MOST_PLACES = 12  # of one story that are told


class QuoteMarks(Rule):
    """Readers take a second form of marks for a quotation inside another.

    Quotations of one or two words, and such as have no comma or stop of their own, are left alone: houses set titles
    and words held at a distance in single marks.
    The headline has an axis of its own.
    """

    id = "quote-marks"
    topic = "quotes"
    finds = "What is said in double marks where the house sets single ones, or the reverse"
    severity = "note"
    status = "preview"
    default = False
    message = "quotation marks of the other form"
    zones = ("deck", "caption", "body", "list", "note")
    in_quotes = "both"
    axis = "quote-marks"
    forms = (DOUBLE, SINGLE)
    examples = (
        Bad(
            "[[‘It was very cold,’]] she said. ((‘We left it there.’))",
            style={"quote-marks": "double"},
            fixed="“It was very cold,” she said. “We left it there.”",
            message="double marks here: 2 quotations stand in single ones",
        ),
        Bad(
            '[["It\'s very cold,"]] she said.',
            style={"quote-marks": "single"},
            fixed="'It's very cold,' she said.",
        ),
        Bad("[[“He called ‘Fire’ to us,”]] she said.", style={"quote-marks": "single"}, note="inner marks: no fix"),
        Good("“It was very cold,” she said of the ‘old mill’.", style={"quote-marks": "double"}),
        Good("“He said ‘it is very cold’ to us,” she said.", style={"quote-marks": "double"}),
        Good("> ‘It was very cold in here.’", format="markdown", style={"quote-marks": "double"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first quotation."""
        found = [each for each in quotations(story, self.zones) if each.words >= _LEAST and each.speech]
        single = [each for each in found if each.form == SINGLE]
        right = self.house(story) or (SINGLE if 2 * len(single) > len(found) else DOUBLE)
        odd = [each for each in found if each.form != right]
        if not odd or (not self.house(story) and len(odd) == len(found)):
            return
        said = f"{len(odd)} quotations stand" if len(odd) > 1 else "a quotation stands"
        other = SINGLE if right == DOUBLE else DOUBLE
        related = [Related(each.span, "here too") for each in odd[1:MOST_PLACES]]
        edits = tuple([edit for each in odd for edit in each.edits])
        fixes = (Fix(f"Set {right} marks", edits, "offer"),) if all(each.edits for each in odd) else ()
        message = f"{right} marks here: {said} in {other} ones"
        yield self.finding(odd[0].span, message, related=related, fixes=fixes)
