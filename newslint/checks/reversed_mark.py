"""Quotation marks and apostrophes that face the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.mark_faults import REVERSED, mark_faults
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_OTHER = {"“": "”", "”": "“", "«": "»", "»": "«", "„": "”", "‘": "’", "’": "‘"}


class ReversedMark(Rule):
    """A mark that faces the wrong way tells readers that a quotation begins where it ends.

    Word processors choose the direction by what comes before the mark, and guess wrong after a dash or a bracket,
    at the beginning of a decade (’90s) and after an edit.
    """

    id = "reversed-mark"
    topic = "quotes"
    finds = "A quotation mark or apostrophe that faces the wrong way"
    message = "this quotation mark faces the wrong way"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead")
    needs = mark_faults
    examples = (
        Bad(
            "“It was cold,[[“]] she said.",
            fixed="“It was cold,” she said.",
            message="this quotation mark (“) faces the wrong way",
        ),
        Bad("[[”]]It was cold,” she said.", fixed="“It was cold,” she said."),
        Bad("She said: [[”]]It was cold.((“)) Then she left.", fixed="She said: “It was cold.” Then she left."),
        Bad("‘It was cold,[[‘]] she said.", fixed="‘It was cold,’ she said."),
        Bad(
            "The mill[[‘]]s owner left.",
            fixed="The mill’s owner left.",
            message="this apostrophe (‘) faces the wrong way",
        ),
        Bad("[[’]]We can’t stay,’ she said.", fixed="‘We can’t stay,’ she said."),
        Bad("In the [[‘]]90s the mill closed.", fixed="In the ’90s the mill closed."),
        Bad("Rock [[‘]]n’ roll came to the mill.", fixed="Rock ’n’ roll came to the mill."),
        Bad("“We ran it in the [[‘]]90s,” she said.", note="reported, but nothing inside a quotation is changed"),
        Good("“It was cold,” she said. “‘Go home,’ he told me.”"),
        Good("‘Til Death’ opens at the mill on Friday.", note="a title that begins so"),
        Good("The museum of ‘80s music’ is shut."),
        Good("’Tis cold,’ she wrote, ’twas colder.", note="apostrophes, though one quotation lost its mark"),
        Good("„Nein“, sagte sie. „Er rief ‚Halt‘ und lief.“"),
        Good("»Nein«, sagte sie."),
        Good("”Det var kallt”, sade hon. ”Mycket kallt.”", note="as Swedish papers set them"),
        Good("The boat sails from Hawai‘i on Monday.", note="a letter of Hawaiian"),
        Good('"It was cold," she said.'),
    )
    evidence = Evidence(stories=2662, hits=47, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each paragraph, at the first such mark."""
        for fault in story.get(mark_faults):
            if fault.kind == REVERSED:
                zone, text = fault.zone, fault.zone.text
                places = [fault.start, *(at for _, at in fault.others)]
                edits = tuple(Edit(zone.to_source(at, at + 1), _OTHER[text[at]]) for at in places)
                yield self.finding(
                    edits[0].span,
                    fault.message,
                    related=[Related(edit.span, "so does this one") for edit in edits[1:]],
                    fixes=[Fix("Turn the mark around" if len(edits) == 1 else "Turn the marks around", edits)],
                )
