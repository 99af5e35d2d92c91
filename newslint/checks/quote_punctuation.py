"""A comma or a stop on the side of the quotation mark on which the house does not set it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.marks import marks
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story, Zone

INSIDE, OUTSIDE = "inside", "outside"
_LONG = 5  # words: a longer quotation may be a sentence with its own stop
MOST_PLACES = 12  # of one story that are told


class QuotePunctuation(Rule):
    """American houses set commas and stops before the mark that closes; British ones only those that were said.

    With `outside`, only fragments are told, which had no stop of their own: “a mess.” at a sentence's end.
    """

    id = "quote-punctuation"
    topic = "quotes"
    finds = "A comma or stop inside a closing mark where the house sets it outside, or the reverse"
    severity = "note"
    status = "preview"
    default = False
    message = "a comma or a stop on the other side of the mark"
    zones = ("deck", "caption", "body", "list", "note")
    in_quotes = "both"
    axis = "quote-punctuation"
    forms = (INSIDE, OUTSIDE)
    examples = (
        Bad(
            "He called it “a mess[[”,]] then “late((”.))",
            style={"quote-punctuation": "inside"},
            fixed="He called it “a mess,” then “late.”",
            message="the comma or stop goes inside the closing mark, in 2 places",
        ),
        Bad(
            "He called it “a mess[[,”]] and left.",
            style={"quote-punctuation": "outside"},
            message="the comma or stop goes outside the closing mark, for it is the sentence's",
        ),
        Good(
            "“It is late,” she said. “Why?” he asked, and “no”; then he left.", style={"quote-punctuation": "inside"}
        ),
        Good("“It is late,” she said. She said: “It is late.”", style={"quote-punctuation": "outside"}),
        Good("“Late,” she said. He called it “a mess”, and left.", style={"quote-punctuation": "outside"}),
        Good("Type `x = “a”, “b”.` here.", format="markdown", style={"quote-punctuation": "inside"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first place."""
        right = self.house(story)
        inside: list[tuple[Zone, int]] = []  # where a pair of mark and sign begins
        outside: list[tuple[Zone, int]] = []
        for zone, found in story.get(marks):
            if zone.role in self.zones and not zone.sort:
                text = zone.text
                for start, end, opened, closed in found.pairs:
                    if not (opened and closed):
                        continue
                    if text[end : end + 1] in (",", ".") and text[end - 2] not in ".,!?…":
                        if not text[end + 1 : end + 2].strip():
                            outside.append((zone, end - 1))
                    elif text[end - 2] in ",." and _is_fragment(text, start, end):
                        inside.append((zone, end - 2))
        inside, outside = (
            [(zone, at) for zone, at in each if _stands_so(story, zone, at)] for each in (inside, outside)
        )
        right = right or (OUTSIDE if len(outside) > len(inside) else INSIDE)
        odd = outside if right == INSIDE else inside
        other = inside if right == INSIDE else outside
        if not odd or (not self.house(story) and not other):
            return
        spans = [zone.to_source(at, at + 2) for zone, at in odd]
        places = f", in {len(odd)} places" if len(odd) > 1 else ""
        said = f"the comma or stop goes {right} the closing mark"
        said += places or (", for it is the sentence's" if right == OUTSIDE else "")
        related = [Related(span, "here too") for span in spans[1:MOST_PLACES]]
        fixes = []
        if right == INSIDE:  # the other way something inside the marks would change
            edits = tuple([Edit(zone.to_source(at, at + 2), zone.text[at + 1] + zone.text[at]) for zone, at in odd])
            fixes = [Fix("Set it inside the mark", edits, "offer")]
        yield self.finding(spans[0], said, related=related, fixes=fixes)


def _stands_so(story: Story, zone: Zone, at: int) -> bool:
    """Whether the source has both signs beside each other: no markup parts them."""
    span = zone.to_source(at, at + 2)
    return story.source.text[span.start : span.end] == zone.text[at : at + 2]


def _is_fragment(text: str, start: int, end: int) -> bool:
    """Whether a quotation is a few words of a sentence that goes on, or ends, with the copy round it."""
    inner = text[start + 1 : end - 1]
    if not inner[:1].islower() or len(inner.split()) > _LONG or not start or not text[start - 1].isspace():
        return False
    behind = text[end : end + 40].split()
    before = text[:start].rstrip()
    return before[-1:].isalpha() and (
        not behind or inner[-1] == "." or behind[0] in ("and", "but", "then", "or", "which")
    )
